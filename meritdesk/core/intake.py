"""Rows as a clerk's spreadsheet states them, before they touch the store.

A value of ``None`` means the cell was blank or the column missing: it never overwrites what is known. Everything else
has been normalised and checked by the reader; what could not be read is a ``RowFault`` instead of a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from meritdesk.core.agreement import Accumulation, MeasureGroup, TrajectoryPoint
from meritdesk.core.errors import RowFault
from meritdesk.core.evaluation import IndicatorClass, OrgLevel, Rating
from meritdesk.core.old_years import OldAspect, OldCategory, OldLine, OldPart, OldScheme
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, Sex
from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, JobClass, Perspective, ResultKind, Target
from meritdesk.core.talent import TrainingKind
from meritdesk.core.working_days import HolidayKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value with the row number where the clerk finds it."""

    row: int
    value: T


@dataclass(frozen=True, slots=True)
class Intake(Generic[T]):
    """What one file held: good rows, refused rows and remarks; ``read`` = rows + refused.

    ``skipped`` counts blank and summary rows, which are not data; ``remarks`` are doubts that do not refuse a row.
    """

    rows: tuple[Placed[T], ...]
    refused: tuple[RowFault, ...] = ()
    remarks: tuple[RowFault, ...] = ()
    read: int = 0
    skipped: int = 0


class RowStream(Protocol[T]):
    """A file too long to be held: its rows one after another, each a value or why it is none.

    ``total`` is how many rows the file has in all, known beforehand; ``skipped`` counts as the rows go by.
    """

    @property
    def total(self) -> int: ...
    @property
    def skipped(self) -> int: ...
    def __iter__(self) -> Iterator[Placed[T] | RowFault]: ...


@dataclass(frozen=True, slots=True)
class GivenRows(Generic[T]):
    """Rows that were keyed in, to be taken the way of a file."""

    values: Sequence[T]
    skipped: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.values)

    def __iter__(self) -> Iterator[Placed[T] | RowFault]:
        return (Placed(place, value) for place, value in enumerate(self.values, start=1))


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One row of the unit file (UNOR / SOTK)."""

    source_id: str
    name: str
    depth: int = 0
    parent_source_id: str | None = None
    echelon: str | None = None
    head_title: str | None = None
    head_name: str | None = None
    head_source_id: str | None = None
    official_source_id: str | None = None
    acting_source_id: str | None = None
    is_autonomous: bool | None = None
    sort_order: int | None = None


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One row of the staff file (Profil ASN), sensitive columns already left out."""

    nip: str
    source_id: str | None = None
    name: str | None = None
    front_title: str | None = None
    back_title: str | None = None
    sex: Sex | None = None
    birth_date: date | None = None
    employment: EmploymentType | None = None
    legal_status: LegalStatus | None = None
    grade: str | None = None
    grade_since: date | None = None
    position_kind: PositionKind | None = None
    position_title: str | None = None
    position_since: date | None = None
    echelon: str | None = None
    education: str | None = None
    unit_source_id: str | None = None
    unit_name: str | None = None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One indicator row, expectation row or annex row of a plan file.

    ``section`` is ``RESULT``, ``EXPECTATION``, ``RESOURCES``, ``ACCOUNTABILITY`` or ``CONSEQUENCES``. For the last four
    only ``text`` counts (and ``value`` for an expectation). ``number`` is the number of the result on paper.
    """

    nip: str
    year: int
    section: str
    approach: Approach
    number: int = 0
    kind: ResultKind = ResultKind.MAIN
    text: str = ""
    parent_text: str = ""
    assigned_by: str = ""
    indicator: str = ""
    aspect: Aspect | None = None
    perspective: Perspective | None = None
    target_text: str = ""
    target_low: Decimal | None = None
    target_high: Decimal | None = None
    target_unit: str = ""
    direction: Direction = Direction.MORE
    value: BehaviourValue | None = None


@dataclass(frozen=True, slots=True)
class ActualRow:
    """What was achieved on one indicator: result number and indicator number inside the result, both from 1."""

    nip: str
    period: Period
    result_number: int
    indicator_number: int
    text: str
    value: Decimal | None = None
    feedback: str | None = None
    override: IndicatorClass | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class RatingRow:
    """The rater's verdict on one person in one period."""

    nip: str
    period: Period
    result_rating: Rating | None = None
    behaviour_rating: Rating | None = None
    reason: str | None = None
    note: str | None = None
    feedback: tuple[tuple[BehaviourValue, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LevelRow:
    """The level a unit reached in a period."""

    unit_source_id: str
    period: Period
    level: OrgLevel
    source: str | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class OldYearRow:
    """One paper of a year before 2022: its scores, and what it states as the outcome."""

    nip: str
    year: int
    part: OldPart
    scheme: OldScheme
    job_class: JobClass | None = None
    is_leader: bool | None = None
    skp_score: Decimal | None = None
    behaviour_score: Decimal | None = None
    aspects: tuple[tuple[OldAspect, Decimal], ...] = ()
    asks_peers: bool | None = None
    peer_score: Decimal | None = None
    new_idea: str | None = None
    sole_reason: str | None = None
    stated_score: Decimal | None = None
    stated_category: OldCategory | None = None
    rank: str | None = None
    post: str | None = None
    unit: str | None = None
    rater_name: str | None = None
    rater_nip: str | None = None
    superior_name: str | None = None
    superior_nip: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OldLineRow:
    """One indicator or activity line of an old SKP; all lines of a paper in the file replace those known before."""

    nip: str
    year: int
    part: OldPart
    scheme: OldScheme
    line: OldLine


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One indicator of a unit's performance agreement, with its trajectory and the indicator above that it serves.

    Without ``parent_source_id`` the indicator above is looked for in the agreement of the unit above.
    """

    unit_source_id: str
    year: int
    number: int
    goal: str
    text: str
    target: Target
    group: MeasureGroup = MeasureGroup.KEY
    perspective: Perspective | None = None
    accumulation: Accumulation = Accumulation.STANDING
    trajectory: tuple[TrajectoryPoint, ...] = ()
    parent_source_id: str | None = None
    parent_number: int | None = None
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class UnitActualRow:
    """What a unit achieved on the indicator of a number in a period; a percentage where it cannot be measured."""

    unit_source_id: str
    period: Period
    number: int
    value: Decimal
    text: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One row of a holiday file; ``is_kept`` false means that the office works on that day all the same."""

    day: date
    name: str
    kind: HolidayKind
    is_doubtful: bool = False
    is_kept: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """One training of one person."""

    nip: str
    kind: TrainingKind
    title: str
    held_on: date
    hours: int | None = None
    certificate: str | None = None
    organiser: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What the assessment centre measured of one person on a day; at least one of the two figures is there."""

    nip: str
    measured_on: date
    potential: Decimal | None = None
    competence: Decimal | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class MeritLevelRow:
    """The level of one sub-aspect of the self-assessment of the merit system."""

    year: int
    part_code: str
    level: int
    reason: str | None = None
    action: str | None = None
    action_by: date | None = None
