"""What the pack of recognition says: which figures weigh how much, and what keeps somebody off the list of a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.people import EmploymentType, LegalStatus, Person, PositionKind


class Measure(StrEnum):
    """One figure of the formula; the order is that in which equal totals are told apart."""

    PERFORMANCE = "PERFORMANCE"  # the predicate that counts for the month
    ATTENDANCE = "ATTENDANCE"
    ACTIVITY = "ACTIVITY"
    BEHAVIOUR = "BEHAVIOUR"  # the behaviour rating beside that predicate
    INNOVATION = "INNOVATION"


class Veto(StrEnum):
    """What keeps somebody from being chosen, whatever his figures are."""

    SANCTION = "SANCTION"
    ABSENT = "ABSENT"
    PREDICATE = "PREDICATE"
    PRESENCE = "PRESENCE"
    NEGATIVE = "NEGATIVE"
    HABIT = "HABIT"
    RECENT = "RECENT"


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """How much a figure weighs of a hundred, and whether nobody is ranked without it."""

    measure: Measure
    weight: Decimal
    is_required: bool


@dataclass(frozen=True, slots=True)
class RecognitionRules:
    """The formula of the Employee of the Month and of the most improved.

    ``late_minus`` is taken off a hundred for every late coming, early going or missing mark, ``innovation_full`` is
    how many innovation points make a hundred, ``least_presence`` the percent of the days due on which somebody must
    have been at work (absences of the codes in ``counts_as_present`` are work elsewhere), ``rest_months`` how long one
    who was chosen is not chosen again.
    """

    measures: tuple[MeasureRule, ...]
    predicate_points: Mapping[Predicate, Decimal]
    rating_points: Mapping[Rating, Decimal]
    late_minus: Decimal
    innovation_full: Decimal
    vetoes: frozenset[Veto]
    least_predicate: Predicate
    least_presence: Decimal
    counts_as_present: frozenset[str]
    rest_months: int
    shortlist: int
    left_out: frozenset[PositionKind]
    improved: int
    improved_least: Decimal
    source: str

    def looks_at(self, person: Person) -> bool:
        """Whether somebody can be named at all: at work, no official of the region, and in no post that is left out."""
        return (
            person.employment is not EmploymentType.OFFICIAL
            and person.legal_status in AT_WORK
            and person.position_kind not in self.left_out
        )

    def for_gains(self, *, of_a_year: bool) -> RecognitionRules:
        """The formula of the most improved; a year knows its evaluations alone.

        To have been chosen the month before is no reason against having become better.
        """
        measures = tuple(one for one in self.measures if not of_a_year or one.measure in OF_A_YEAR)
        return replace(self, measures=measures, vetoes=self.vetoes - {Veto.RECENT})


AT_WORK = frozenset({LegalStatus.ACTIVE, LegalStatus.SECONDED})
OF_A_YEAR = frozenset({Measure.PERFORMANCE, Measure.BEHAVIOUR})
