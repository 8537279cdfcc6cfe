"""What a performance plan may say beside its results: control levels, assignments, manuals, workblocks, study terms."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class PlanOccasion(StrEnum):
    """Why a plan was begun: as the plan of the year, or because the employee moved to another post (R-33)."""

    YEAR = "YEAR"
    NEW_POST = "NEW_POST"


class ControlLevel(StrEnum):
    """Quality and level of control of a result, from the farthest benefit to the nearest output (p. 28, 44)."""

    OUTCOME = "OUTCOME"
    INTERMEDIATE = "INTERMEDIATE"  # outcome antara
    LOW = "LOW"  # output, others decide most of it
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"  # output, the owner decides most of it

    def reaches(self, least: ControlLevel) -> bool:
        """Whether this level is at least as demanding as another: an outcome reaches everything below it."""
        order = list(ControlLevel)
        return order.index(self) <= order.index(least)


class AssignmentBasis(StrEnum):
    """On what ground a result is somebody's task; acting and structural duty is always a main result (R-20)."""

    ORDINARY = "ORDINARY"
    ACTING = "ACTING"  # Plt
    ACTING_DAILY = "ACTING_DAILY"  # Plh
    STRUCTURAL = "STRUCTURAL"  # a JF in a structural post
    STUDY_LEAVE = "STUDY_LEAVE"
    CROSS_UNIT = "CROSS_UNIT"


ALWAYS_MAIN = frozenset({AssignmentBasis.ACTING, AssignmentBasis.ACTING_DAILY, AssignmentBasis.STRUCTURAL})


class Exemption(StrEnum):
    """Why an absolute target is right: the four grounds of p. 51 no. 7; ``OTHER`` is a claim the rule does not know."""

    LIFE = "LIFE"
    INJURY = "INJURY"
    NATIONAL_SECURITY = "NATIONAL_SECURITY"
    LARGE_LOSS = "LARGE_LOSS"
    OTHER = "OTHER"


class ReportingCycle(StrEnum):
    """How often an indicator is reported (manual A.1.3)."""

    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    HALF_YEARLY = "HALF_YEARLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class IndicatorManual:
    """The manual of one indicator (A.1.3, R-30); formula and unit are optional in the qualitative approach only."""

    purpose: str = ""
    definition: str = ""
    formula: str = ""
    unit: str = ""
    control_level: ControlLevel | None = None
    data_source: str = ""
    reporting: ReportingCycle | None = None


@dataclass(frozen=True, slots=True)
class Workblock:
    """The aid for finding strategies to one indicator of a leader (A.1.4, R-36).

    ``indicator_text`` names the indicator and target that is worked on; activities and milestones are kept apart as
    routine and transforming, as the form draws them.
    """

    workblock_id: str
    title: str = ""
    indicator_text: str = ""
    owner: str = ""
    parties: str = ""
    finished_by: str = ""
    beneficiaries: str = ""
    purpose: str = ""
    budget: str = ""
    routine_activities: tuple[str, ...] = ()
    transforming_activities: tuple[str, ...] = ()
    routine_milestones: tuple[str, ...] = ()
    transforming_milestones: tuple[str, ...] = ()


class StudyLevel(StrEnum):
    """The two groups of programmes for which the guide on grade averages has bands (p. 63)."""

    BACHELOR = "BACHELOR"  # S-1
    GRADUATE = "GRADUATE"  # Profesi, S-2, S-3


class Accreditation(StrEnum):
    """The accreditations the table of p. 63 knows; the newer names are not in it."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class StudyTerms:
    """Where and what somebody on study leave studies, and the grade average that is expected of him (R-43, R-45).

    Accreditations are ``None`` abroad and where the institution carries a name the table does not know.
    """

    level: StudyLevel
    is_abroad: bool = False
    university: Accreditation | None = None
    programme: Accreditation | None = None
    expected_average: Decimal | None = None
