"""How the packs of planning are read: the guide on grade averages and the word lists."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.plan_parts import Accreditation, ControlLevel, StudyLevel
from meritdesk.core.rules import PackKind
from meritdesk.core.study_guide import StudyGuide, StudyRow
from meritdesk.core.wording import PlanWording, PostGroup
from meritdesk.rulebook.bodies import Decoder, Strict, complete

_Average = Annotated[str, msgspec.Meta(pattern=r"^[0-4]\.[0-9]{2}$")]
_Word = Annotated[str, msgspec.Meta(pattern=r"^[^\sA-Z]+( [^\sA-Z]+)*$")]
_Words = Annotated[list[_Word], msgspec.Meta(min_length=1)]


class _StudyRow(Strict, frozen=True):
    level: StudyLevel
    is_abroad: bool
    university: Accreditation | None
    programme: Accreditation | None
    very_good_from: _Average
    good_from: _Average
    needs_improvement_from: _Average


class _StudyLeave(Strict, frozen=True):
    rows: Annotated[list[_StudyRow], msgspec.Meta(min_length=1)]


class _Wording(Strict, frozen=True):
    absolute_words: _Words
    softeners: _Words
    time_words: _Words
    activity_nouns: _Words
    activity_redeemers: _Words
    category_nouns: _Words
    quality_words: _Words
    short_results: _Words
    verb_look_alikes: _Words
    passive_look_alikes: _Words
    schedule_words: _Words
    evidence_words: _Words
    consequence_words: _Words
    control_levels: dict[PostGroup, ControlLevel]
    senior_tiers: _Words


def _study_leave(raw: msgspec.Raw, source: str) -> StudyGuide:
    rows = [_study_row(row) for row in msgspec.json.decode(raw, type=_StudyLeave).rows]
    if len({(row.level, row.is_abroad, row.university) for row in rows}) != len(rows):
        raise ValueError("two rows for one place of study")
    return StudyGuide(tuple(rows), source)


def _study_row(stated: _StudyRow) -> StudyRow:
    row = StudyRow(
        level=stated.level,
        is_abroad=stated.is_abroad,
        university=stated.university,
        programme=stated.programme,
        very_good_from=Decimal(stated.very_good_from),
        good_from=Decimal(stated.good_from),
        needs_improvement_from=Decimal(stated.needs_improvement_from),
    )
    if not row.very_good_from > row.good_from > row.needs_improvement_from:
        raise ValueError("the bands of a row must fall")
    if row.is_abroad != (row.university is None) or row.is_abroad != (row.programme is None):
        raise ValueError("a row abroad has no accreditations, any other has both")
    return row


def _wording(raw: msgspec.Raw, source: str) -> PlanWording:
    stated = msgspec.json.decode(raw, type=_Wording)
    lists = {name: tuple(getattr(stated, name)) for name in stated.__struct_fields__ if name != "control_levels"}
    return PlanWording(**lists, control_levels=complete(PostGroup, stated.control_levels))


PLANNING_DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.STUDY_LEAVE: _study_leave,
    PackKind.PLAN_WORDING: _wording,
}
"""Kind of planning pack to what reads its body."""
