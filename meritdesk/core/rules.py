"""Rule packs: the law as dated, sourced data, and the set of packs in force together on a day.

New numbers are data, a new shape of rule is code. A pack says which regulation it stands for, from which period it
counts, who checked it and what is still in doubt; a closed evaluation keeps the ids and digests of the packs that made
it and is never recalculated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from meritdesk.core.evaluation import OrgLevel, PackRef, Predicate, Rating
from meritdesk.core.plan import Aspect, BehaviourValue, Perspective
from meritdesk.core.validation import ValidationRules
from meritdesk.core.working_days import Holiday


class PackKind(StrEnum):
    """What a pack decides; the value is the name of its folder under ``resources/rules``."""

    PREDICATE_MATRIX = "predicate_matrix"
    LABELS = "labels"
    DISTRIBUTION_PATTERN = "distribution_pattern"
    DISTRIBUTION_CIRCULAR = "distribution_circular"
    SUGGESTION = "suggestion"
    SPECIAL_CASES = "special_cases"
    RANKS = "ranks"
    VALIDATION = "validation"
    ORGANISATION_LEVEL = "organisation_level"
    DEADLINES = "deadlines"
    HOLIDAYS = "holidays"
    STUDY_LEAVE = "study_leave"
    PLAN_WORDING = "plan_wording"
    PLAN_LIBRARY = "plan_library"
    NUMERIC_PP46 = "numeric_pp46"
    NUMERIC_PP30 = "numeric_pp30"
    NUMERIC_2021 = "numeric_2021"
    SIGNING_ORDER = "signing_order"
    CREDIT_POINTS = "credit_points"
    FOLLOW_UP = "follow_up"
    REGION_OUTLIERS = "region_outliers"
    NATIONAL_EXCHANGE = "national_exchange"
    DISCIPLINE = "discipline"
    ALLOWANCE_TPP = "allowance_tpp"
    ALLOWANCE_TRK = "allowance_trk"
    NINEBOX = "ninebox"
    IP_ASN = "ip_asn"
    MERIT_2018 = "merit_2018"
    MERIT_2025 = "merit_2025"
    POST_REQUIREMENTS = "post_requirements"
    SURVEY = "survey"
    ATTENDANCE = "attendance"
    ACTIVITY = "activity"
    ABSENCE = "discipline_2021"
    RECOGNITION = "recognition"
    HABITS = "habits"
    CREDIT_STANDING = "credit_standing"
    CREDIT_MOVES = "credit_moves"
    KPI = "kpi"
    PERSONAL_DATA = "personal_data"


NOT_OF_A_RESULT = frozenset(
    {
        PackKind.DEADLINES,
        PackKind.SIGNING_ORDER,
        PackKind.CREDIT_POINTS,
        PackKind.FOLLOW_UP,
        PackKind.REGION_OUTLIERS,
        PackKind.NATIONAL_EXCHANGE,
        PackKind.DISCIPLINE,
        PackKind.ALLOWANCE_TPP,
        PackKind.ALLOWANCE_TRK,
        PackKind.NINEBOX,
        PackKind.IP_ASN,
        PackKind.MERIT_2018,
        PackKind.MERIT_2025,
        PackKind.POST_REQUIREMENTS,
        PackKind.SURVEY,
        PackKind.ATTENDANCE,
        PackKind.ACTIVITY,
        PackKind.ABSENCE,
        PackKind.RECOGNITION,
        PackKind.HABITS,
        PackKind.CREDIT_STANDING,
        PackKind.CREDIT_MOVES,
        PackKind.HOLIDAYS,
        PackKind.STUDY_LEAVE,
        PackKind.PLAN_WORDING,
        PackKind.PLAN_LIBRARY,
        PackKind.ORGANISATION_LEVEL,
        PackKind.KPI,
        PackKind.PERSONAL_DATA,
    }
)
"""Packs that govern plans, the way of the papers and the unit's own figures; they make no result of a person."""

AGENCY_DECIDES = frozenset({PackKind.NINEBOX, PackKind.IP_ASN, PackKind.MERIT_2018, PackKind.MERIT_2025,
                            PackKind.POST_REQUIREMENTS, PackKind.ALLOWANCE_TPP,
                            PackKind.ALLOWANCE_TRK, PackKind.RECOGNITION, PackKind.HABITS,
                            PackKind.KPI, PackKind.PERSONAL_DATA})  # fmt: skip
"""Packs whose figures the law leaves to the agency: its own pack of such a kind goes before the shipped one."""


@dataclass(frozen=True, slots=True)
class PredicateMatrix:
    """The quadrant of nine cells: (result rating, behaviour rating) to predicate (6/2022 p. 99 and 102)."""

    cells: Mapping[tuple[Rating, Rating], Predicate]
    source: str


@dataclass(frozen=True, slots=True)
class Label:
    """One word of law: verbatim as it is printed, and in English for the screen."""

    printed: str
    english: str


@dataclass(frozen=True, slots=True)
class RatingLabels:
    """The words that the regulation prints for ratings, predicates, levels, aspects, perspectives and values."""

    ratings: Mapping[Rating, Label]
    predicates: Mapping[Predicate, Label]
    levels: Mapping[OrgLevel, Label]
    aspects: Mapping[Aspect, Label]
    perspectives: Mapping[Perspective, Label]
    behaviours: Mapping[BehaviourValue, Label]
    source: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The ideal spread for one organisation level: the label most people should carry, and the picture of it.

    ``points`` are the five control points of the drawn line from the worst predicate to the best, in units where a
    grid band is 10. They are a drawing and do not add up to a hundred: never show them as numbers.
    """

    dominant: Predicate
    title: tuple[str, str]
    points: tuple[Decimal, Decimal, Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class DistributionPattern:
    """The five curves of the regulation (6/2022 p. 94-96): a consideration, never a quota (R-62)."""

    curves: Mapping[OrgLevel, Curve]
    source: str


class LimitKind(StrEnum):
    """How a share of the circular binds: at most, at least, some, or none at all."""

    MAX = "MAX"
    MIN = "MIN"
    SOME = "SOME"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class CircularLimit:
    """One limit on the people who carry any of ``predicates``; ``share`` is zero for ``SOME`` and ``NONE``."""

    kind: LimitKind
    predicates: tuple[Predicate, ...]
    share: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class CircularPercentages:
    """The percentages of SE MenPANRB 3/2023; in groups smaller than ``smallest_group`` they cannot hold."""

    limits: Mapping[OrgLevel, tuple[CircularLimit, ...]]
    smallest_group: int
    source: str


@dataclass(frozen=True, slots=True)
class SuggestionThresholds:
    """The fractions behind the suggested result rating (rules section 5; a reading of 6/2022 p. 97-98).

    Names say the comparison: ``more_than`` is strict, ``at_least`` is not.
    """

    result_below_more_than: Fraction
    result_above_at_least: Fraction
    overall_below_more_than: Fraction
    overall_above_more_than: Fraction
    main_below_warning_more_than: Fraction
    feedback_positive_more_than: Fraction
    source: str
    override_source: str


@dataclass(frozen=True, slots=True)
class DropOutRule:
    """Study leave that ends without a degree: the predicate by behaviour alone, never above Kurang (V-67, G-6)."""

    by_behaviour: Mapping[Rating, Predicate]
    source: str


@dataclass(frozen=True, slots=True)
class SpecialCases:
    """Rules that stand before the quadrant."""

    drop_out: DropOutRule


@dataclass(frozen=True, slots=True)
class RankNames:
    """The name of the rank that goes with a grade (``III/c``: Penata); PPPK grades have none."""

    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """The published holidays of one year; the office may change each day for itself."""

    days: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True)
class RulePack:
    """One published pack; ``valid_from`` is the day of the regulation, ``periods_from`` the first day it appraises.

    ``valid_to`` is the last day of the last period it appraises, ``None`` while nothing replaced it. ``doubt`` says
    what is not certain, ``checked_by`` who held the numbers against the text.
    ``body`` is the typed content that the kind calls for; ``digest`` is the SHA-256 of the content.
    """

    pack_id: str
    kind: PackKind
    regulation: str
    article: str
    valid_from: date
    periods_from: date
    valid_to: date | None
    source: str
    doubt: str
    checked_by: str
    body: object
    digest: str

    def covers(self, on: date) -> bool:
        """Whether this pack appraises a period that ends on a day."""
        return self.periods_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def ref(self) -> PackRef:
        """What a closed evaluation keeps of this pack."""
        return PackRef(self.pack_id, self.digest)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The packs in force together on a day; ``circular`` is ``None`` for periods before the circular."""

    packs: tuple[RulePack, ...]
    predicate_matrix: PredicateMatrix
    labels: RatingLabels
    pattern: DistributionPattern
    suggestion: SuggestionThresholds
    special_cases: SpecialCases
    ranks: RankNames
    validation: ValidationRules
    circular: CircularPercentages | None = None

    def refs(self) -> tuple[PackRef, ...]:
        """Ids and digests of all packs of this set, in a fixed order."""
        return tuple(pack.ref for pack in self.packs)

    def rank_name(self, grade: str) -> str:
        """The rank that is printed with a grade; empty where there is none."""
        return self.ranks.names.get(grade, "")
