"""How packs of deadlines, holidays and the order of signing are read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import msgspec

from meritdesk.core.documents import Form, SignerRole
from meritdesk.core.duties import DeadlineRule, DeadlineRules, Duty, Party
from meritdesk.core.rules import HolidayTable, PackKind
from meritdesk.core.signing_order import FormSigning, SigningOrder
from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text, complete


class _Deadline(Strict, frozen=True):
    who: Party
    source: Text
    working_days: Annotated[int, msgspec.Meta(ge=1, le=366)] | None = None
    month: Annotated[int, msgspec.Meta(ge=1, le=12)] | None = None
    day: Annotated[int, msgspec.Meta(ge=1, le=31)] | None = None


class _Holiday(Strict, frozen=True):
    day: date
    name: Text
    kind: HolidayKind
    is_doubtful: bool
    source: Text | None = None


class _Holidays(Strict, frozen=True):
    days: Annotated[list[_Holiday], msgspec.Meta(min_length=1)]


class _FormSigning(Strict, frozen=True):
    steps: list[SignerRole]
    is_strict: bool
    source: Text


def _deadlines(raw: msgspec.Raw, source: str) -> DeadlineRules:
    duties = complete(Duty, msgspec.json.decode(raw, type=dict[Duty, _Deadline]))
    return DeadlineRules({duty: _deadline(limit) for duty, limit in duties.items()})


def _deadline(stated: _Deadline) -> DeadlineRule:
    if (stated.month is None) != (stated.day is None) or (stated.working_days is not None and stated.day is not None):
        raise ValueError("a limit is so many working days, or a month and a day, or none")
    if stated.month is not None and stated.day is not None:
        date(2023, stated.month, stated.day)
    return DeadlineRule(stated.who, stated.source, stated.working_days, stated.month, stated.day)


def _holidays(raw: msgspec.Raw, source: str) -> HolidayTable:
    stated = msgspec.json.decode(raw, type=_Holidays).days
    if len({one.day for one in stated}) != len(stated):
        raise ValueError("a day stands twice")
    if len({one.day.year for one in stated}) != 1:
        raise ValueError("a table holds the days of one year")
    return HolidayTable(
        tuple(Holiday(one.day, one.name, one.kind, one.is_doubtful, one.source or source) for one in stated)
    )


def _signing_order(raw: msgspec.Raw, source: str) -> SigningOrder:
    forms = complete(Form, msgspec.json.decode(raw, type=dict[Form, _FormSigning]))
    if any(len(set(form.steps)) != len(form.steps) for form in forms.values()):
        raise ValueError("nobody signs a form twice")
    return SigningOrder(
        {form: FormSigning(tuple(stated.steps), stated.is_strict, stated.source) for form, stated in forms.items()}
    )


CLOCK_DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.DEADLINES: _deadlines,
    PackKind.HOLIDAYS: _holidays,
    PackKind.SIGNING_ORDER: _signing_order,
}
"""Kind of pack to what reads its body."""
