"""How the packs of recognition, habits and credit standing are read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.credit_rules import CreditStandingRules, TierGrades
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.habits import HabitFigure, HabitRule, HabitRules
from meritdesk.core.people import PositionKind
from meritdesk.core.recognition_rules import Measure, MeasureRule, RecognitionRules, Veto
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text, complete

_Count = Annotated[int, msgspec.Meta(ge=1, le=100)]
_Months = Annotated[int, msgspec.Meta(ge=0, le=60)]


class _Measure(Strict, frozen=True):
    measure: Measure
    weight: Text
    required: bool


class _Recognition(Strict, frozen=True):
    measures: Annotated[list[_Measure], msgspec.Meta(min_length=1)]
    predicate_points: dict[Predicate, Text]
    rating_points: dict[Rating, Text]
    late_minus: Text
    innovation_full: Text
    vetoes: list[Veto]
    least_predicate: Predicate
    least_presence: Text
    counts_as_present: list[Text]
    rest_months: _Months
    shortlist: _Count
    left_out: list[PositionKind]
    improved: _Count
    improved_least: Text


def _recognition(raw: msgspec.Raw, source: str) -> RecognitionRules:
    stated = msgspec.json.decode(raw, type=_Recognition)
    measures = tuple(MeasureRule(one.measure, Decimal(one.weight), one.required) for one in stated.measures)
    if len({one.measure for one in measures}) != len(measures) or sum(one.weight for one in measures) != 100:
        raise ValueError("every figure is named once and all weigh a hundred together")
    if any(one.weight <= 0 for one in measures) or not any(one.is_required for one in measures):
        raise ValueError("a figure weighs more than nothing, and one of them is needed")
    predicates = {one: Decimal(text) for one, text in complete(Predicate, stated.predicate_points).items()}
    ratings = {one: Decimal(text) for one, text in complete(Rating, stated.rating_points).items()}
    presence = Decimal(stated.least_presence)
    if any(not 0 <= points <= 100 for points in (*predicates.values(), *ratings.values(), presence)):
        raise ValueError("points are parts of a hundred")
    late, full, least = (Decimal(text) for text in (stated.late_minus, stated.innovation_full, stated.improved_least))
    if late < 0 or full <= 0 or least <= 0:
        raise ValueError("what is taken off is not negative, what is full or least is more than nothing")
    return RecognitionRules(
        measures=measures,
        predicate_points=predicates,
        rating_points=ratings,
        late_minus=late,
        innovation_full=full,
        vetoes=frozenset(stated.vetoes),
        least_predicate=stated.least_predicate,
        least_presence=presence,
        counts_as_present=frozenset(stated.counts_as_present),
        rest_months=stated.rest_months,
        shortlist=stated.shortlist,
        left_out=frozenset(stated.left_out),
        improved=stated.improved,
        improved_least=least,
        source=source,
    )


class _Habit(Strict, frozen=True):
    code: Text
    printed: Text
    english: Text
    figure: HabitFigure | None
    least: Annotated[int, msgspec.Meta(ge=0)]


class _Habits(Strict, frozen=True):
    kinds: Annotated[list[_Habit], msgspec.Meta(min_length=1)]
    talk_days: _Count
    watch_days: Annotated[int, msgspec.Meta(ge=1, le=400)]
    repeat_months: _Count
    grave_from: Annotated[int, msgspec.Meta(ge=2, le=20)]


def _habits(raw: msgspec.Raw, source: str) -> HabitRules:
    stated = msgspec.json.decode(raw, type=_Habits)
    kinds = {one.code: HabitRule(one.code, one.printed, one.english, one.figure, one.least) for one in stated.kinds}
    if len(kinds) != len(stated.kinds) or len({one.printed.casefold() for one in stated.kinds}) != len(stated.kinds):
        raise ValueError("two habits of one name")
    if any(one.figure is not None and one.least < 1 for one in stated.kinds):
        raise ValueError("what is found by its figure has been seen at least once")
    return HabitRules(
        kinds, stated.talk_days, stated.watch_days, stated.repeat_months, stated.grave_from, source
    )  # fmt: skip


class _TierGrades(Strict, frozen=True):
    title: Text
    grades: Annotated[list[Text], msgspec.Meta(min_length=1)]
    next: Text | None


class _CreditStanding(Strict, frozen=True):
    restarts_in_new_tier: bool
    tiers: Annotated[list[_TierGrades], msgspec.Meta(min_length=1)]


def _credit_standing(raw: msgspec.Raw, source: str) -> CreditStandingRules:
    stated = msgspec.json.decode(raw, type=_CreditStanding)
    tiers = {one.title: TierGrades(one.title, tuple(one.grades), one.next or "") for one in stated.tiers}
    if len(tiers) != len(stated.tiers) or any(one.next and one.next not in tiers for one in tiers.values()):
        raise ValueError("every tier stands once, and the next one is one of them")
    return CreditStandingRules(tiers, stated.restarts_in_new_tier, source)


RECOGNITION_DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.RECOGNITION: _recognition,
    PackKind.HABITS: _habits,
    PackKind.CREDIT_STANDING: _credit_standing,
}
"""Kind of pack to what reads its body."""
