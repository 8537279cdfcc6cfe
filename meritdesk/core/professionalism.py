"""The professionalism index of civil servants (IP ASN): what its pack says, what it reads, what was kept of it.

PermenPANRB 38/2018 and Peraturan BKN 8/2019: qualification 25, competence 40, performance 30, discipline 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import PackRef, Predicate, Reason
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.core.talent import DisciplineRecord, Training, TrainingKind


class IndexDimension(StrEnum):
    """The four dimensions of the index."""

    QUALIFICATION = "QUALIFICATION"
    COMPETENCE = "COMPETENCE"
    PERFORMANCE = "PERFORMANCE"
    DISCIPLINE = "DISCIPLINE"


class IndexGroup(StrEnum):
    """Which column of the table of competence counts for a post."""

    STRUCTURAL = "STRUCTURAL"
    FUNCTIONAL = "FUNCTIONAL"
    STAFF = "STAFF"


class IndexCategory(StrEnum):
    """The five categories, best first."""

    VERY_HIGH = "VERY_HIGH"
    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"
    VERY_LOW = "VERY_LOW"


@dataclass(frozen=True, slots=True)
class IndexRules:
    """The score table; ``windows`` are years back from the end of the year, nought where a training always counts.

    A category begins above its bound. ``left_out`` are kinds of employment that are not scored.
    """

    education: Mapping[EducationLevel, Decimal]
    performance: Mapping[Predicate, Decimal]
    discipline: Mapping[DisciplineRecord, Decimal]
    competence: Mapping[IndexGroup, Mapping[TrainingKind, Decimal]]
    least_hours: Mapping[TrainingKind, int]
    windows: Mapping[TrainingKind, int]
    discipline_years: int
    categories: tuple[tuple[IndexCategory, Decimal], ...]
    left_out: frozenset[EmploymentType]
    source: str


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """All that an index is worked out from, as it stood at the end of the year."""

    person_id: str
    year: int
    employment: EmploymentType
    position_kind: PositionKind
    education: EducationLevel | None = None
    education_text: str = ""
    trainings: tuple[Training, ...] = ()
    predicate: Predicate | None = None
    record: DisciplineRecord | None = None


@dataclass(frozen=True, slots=True)
class IndexScore:
    """The index of one person with the points of each dimension and the reason of each; ``why_not`` if not scored."""

    points: Mapping[IndexDimension, Decimal]
    total: Decimal
    category: IndexCategory | None
    reasons: tuple[tuple[IndexDimension, Reason], ...]
    why_not: Reason | None = None

    @property
    def is_scored(self) -> bool:
        """Whether this person has an index at all."""
        return self.why_not is None


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """The index of a year that was fixed: kept with reasons and packs, and never worked out again."""

    person_id: str
    year: int
    points: Mapping[IndexDimension, Decimal]
    total: Decimal
    category: IndexCategory
    reasons: tuple[tuple[IndexDimension, Reason], ...]
    packs: tuple[PackRef, ...]
    fixed_on: date
