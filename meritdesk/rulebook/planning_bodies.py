"""How the packs of planning are read: the guide on grade averages and the word lists."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.plan import (
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    Perspective,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.plan_library import LibraryEntry, LibraryKind, PlanExamples
from meritdesk.core.plan_parts import Accreditation, ControlLevel, StudyLevel
from meritdesk.core.rules import PackKind
from meritdesk.core.study_guide import StudyGuide, StudyRow
from meritdesk.core.wording import PlanWording, PostGroup
from meritdesk.rulebook.bodies import Decoder, Strict, Text, complete

_Average = Annotated[str, msgspec.Meta(pattern=r"^[0-4]\.[0-9]{2}$")]
_Word = Annotated[str, msgspec.Meta(pattern=r"^[^\sA-Z]+( [^\sA-Z]+)*$")]
_Figure = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{1,9}(\.[0-9]{1,4})?)?$")]
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


class _Measure(Strict, frozen=True):
    text: Text
    target: str = ""
    low: _Figure = ""
    high: _Figure = ""
    unit: str = ""
    direction: Direction = Direction.MORE
    aspect: Aspect | None = None
    perspective: Perspective | None = None


class _Example(Strict, frozen=True):
    entry_id: Text
    kind: LibraryKind
    text: Text
    topic: Text
    source: Text
    job_class: JobClass | None = None
    value: BehaviourValue | None = None
    measures: tuple[_Measure, ...] = ()


class _Library(Strict, frozen=True):
    entries: Annotated[list[_Example], msgspec.Meta(min_length=1)]


def _library(raw: msgspec.Raw, source: str) -> PlanExamples:
    entries = tuple(map(_entry, msgspec.json.decode(raw, type=_Library).entries))
    if len({entry.entry_id for entry in entries}) != len(entries):
        raise ValueError("two examples have one id")
    return PlanExamples(entries)


def _entry(stated: _Example) -> LibraryEntry:
    is_result = stated.kind is LibraryKind.RESULT
    if is_result != bool(stated.measures) or (stated.kind is LibraryKind.EXPECTATION) != (stated.value is not None):
        raise ValueError(f"{stated.entry_id}: a result has measures, an expectation has its value")
    measures = tuple(
        _measure(f"{stated.entry_id}-{place}", item) for place, item in enumerate(stated.measures, start=1)
    )
    result = WorkResult(stated.entry_id, 0, ResultKind.MAIN, stated.text, indicators=measures) if is_result else None
    return LibraryEntry(
        stated.entry_id,
        stated.kind,
        stated.text,
        stated.topic,
        stated.job_class,
        result,
        stated.value,
        stated.source,
        is_shipped=True,
    )


def _measure(indicator_id: str, stated: _Measure) -> Indicator:
    low = Decimal(stated.low) if stated.low else None
    high = Decimal(stated.high) if stated.high else low
    target = Target(stated.target, low, high, stated.unit, stated.direction)
    return Indicator(indicator_id, stated.text, target, stated.aspect, stated.perspective)


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
    PackKind.PLAN_LIBRARY: _library,
}
"""Kind of planning pack to what reads its body."""
