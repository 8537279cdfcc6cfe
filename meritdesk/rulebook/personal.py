"""How the pack of personal data is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec

from meritdesk.core.personal_data import DataCategory, DataRecord, Fate, PersonalRules, Retention
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text


class _Retention(Strict, frozen=True):
    code: Text
    title: Text
    years: Annotated[int, msgspec.Meta(ge=1, le=100)]
    fate: Fate
    basis: Text


class _Record(Strict, frozen=True):
    table: Text
    columns: Annotated[list[Text], msgspec.Meta(min_length=1)]
    about: list[Text]
    via: list[Text]
    category: DataCategory
    purpose: Text
    basis: Text
    retention: Text


class _Personal(Strict, frozen=True):
    answer_hours: Annotated[int, msgspec.Meta(ge=1, le=720)]
    notice_hours: Annotated[int, msgspec.Meta(ge=1, le=720)]
    backups_kept_days: Annotated[int, msgspec.Meta(ge=1, le=3650)]
    retention: Annotated[list[_Retention], msgspec.Meta(min_length=1)]
    records: Annotated[list[_Record], msgspec.Meta(min_length=1)]
    not_personal: list[Text]


def _personal(raw: msgspec.Raw, source: str) -> PersonalRules:
    stated = msgspec.json.decode(raw, type=_Personal)
    kept = {one.code: Retention(one.code, one.title, one.years, one.fate, one.basis) for one in stated.retention}
    tables = {one.table for one in stated.records}
    if len(kept) != len(stated.retention) or len(tables) != len(stated.records):
        raise ValueError("a retention or a table stands twice")
    if any(one.retention not in kept for one in stated.records):
        raise ValueError("a record is kept by no schedule")
    if any(one.via and (len(one.via) != 3 or one.via[1] not in tables) for one in stated.records):
        raise ValueError("a record hangs on a table that is not in the register")
    records = tuple(
        DataRecord(
            one.table,
            tuple(one.columns),
            tuple(one.about),
            (one.via[0], one.via[1], one.via[2]) if one.via else None,
            one.category,
            one.purpose,
            one.basis,
            one.retention,
        )
        for one in stated.records
    )
    return PersonalRules(
        stated.answer_hours,
        stated.notice_hours,
        stated.backups_kept_days,
        kept,
        records,
        tuple(stated.not_personal),
        source,
    )


PERSONAL_DECODERS: Mapping[PackKind, Decoder] = {PackKind.PERSONAL_DATA: _personal}
"""Kind of pack to what reads its body."""
