"""Light values for lists: one line of a table on screen, read in blocks by one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.circumstances import Circumstances
from meritdesk.core.documents import Form, PaperKind, PaperStanding
from meritdesk.core.evaluation import EvaluationState, OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.stages import Cohort


class StaffField(StrEnum):
    """A field of the staff list by which it can be put in order, filtered and tallied; named as in ``StaffLine``."""

    NAME = "name"
    NIP = "nip"
    POSITION = "position"
    GRADE = "grade"
    UNIT = "unit_name"
    EMPLOYMENT = "employment"
    LEGAL_STATUS = "legal_status"
    POSITION_KIND = "position_kind"
    RATER = "rater_name"
    PROBLEM = "problem"
    PLAN_STATE = "plan_state"  # asks for ``StaffQuery.year``
    RATING_STATE = "rating_state"  # asks for ``StaffQuery.period``


@dataclass(frozen=True, slots=True)
class SortKey:
    """One step of an order: by this field, ascending or descending."""

    field: StaffField
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class StaffFilter:
    """Keep people whose field holds one of these values, as the store spells them; ``""`` means that there is none.

    The values are the codes of the enumerations (``PNS``, ``ACTIVE``), a grade, a unit's key for ``UNIT``, a rater's
    key for ``RATER``, the code of a problem, a plan's or an evaluation's state. Of names and posts case and accents do
    not count (``core.search_words.folded``). Several filters must all hold.
    """

    field: StaffField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffQuery:
    """What part of the staff list is wanted, in which order; order, filter and block are the store's work.

    ``search`` is words: each must begin a word of the name, the NIP, the post or the unit (a run of four and more
    digits may stand anywhere in the NIP). ``unit_ids`` limits to these units (the service expands a unit to its whole
    branch); empty means all. ``filters`` must all hold. ``sort`` goes from the weightiest key to the lightest; whatever
    it leaves open is settled by name and key, so that blocks by ``offset`` and ``limit`` never overlap.
    ``person_ids`` asks for exactly these people (a selection, or rows to show anew). ``year`` and ``period`` fill
    ``plan_state`` and ``rating_state`` of the lines. ``only_problems`` keeps people without a derived rater,
    ``only_numbered`` those with a NIP (papers name everybody by it), ``cohort`` those who stand so in a period.
    """

    unit_ids: tuple[str, ...] = ()
    search: str = ""
    filters: tuple[StaffFilter, ...] = ()
    sort: tuple[SortKey, ...] = (SortKey(StaffField.NAME),)
    offset: int = 0
    limit: int = 200
    only_problems: bool = False
    only_numbered: bool = False
    person_ids: tuple[str, ...] = ()
    year: int = 0
    period: str = ""
    cohort: Cohort | None = None


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One person in the staff list."""

    person_id: str
    nip: str
    name: str
    position: str
    grade: str
    unit_id: str
    unit_name: str
    employment: EmploymentType
    legal_status: LegalStatus
    position_kind: PositionKind
    rater_name: str
    problem: str
    plan_state: PlanState | None = None
    rating_state: EvaluationState | None = None


@dataclass(frozen=True, slots=True)
class StaffPage:
    """One block of the staff list, and how many people its query finds in all."""

    total: int
    lines: tuple[StaffLine, ...]


@dataclass(frozen=True, slots=True)
class FieldTally:
    """How many people of a query have one value in a field; ``value`` is what ``StaffFilter`` takes."""

    value: str
    count: int


class LineFlag(StrEnum):
    """What is special about a person in the assessment grid, in the order in which it is shown."""

    BY_SUPERIOR = "BY_SUPERIOR"  # the superior of the rater evaluates: D.1.2
    DROPPED_OUT = "DROPPED_OUT"
    STUDY_LEAVE = "STUDY_LEAVE"
    MOVED = "MOVED"
    RATER_CHANGED = "RATER_CHANGED"
    ACTING = "ACTING"  # leads another unit as Plt
    REUSED = "REUSED"
    WAIVED = "WAIVED"
    NEW_VERSION = "NEW_VERSION"
    NO_RATER = "NO_RATER"


@dataclass(frozen=True, slots=True)
class RatingQuery:
    """Which people of the assessment grid are wanted for a period (``year`` finds their plan).

    ``person_ids`` asks for exactly these people, whoever rates them today; ``cohort`` keeps those who stand so.
    """

    period: str
    year: int
    unit_ids: tuple[str, ...] = ()
    rater_id: str = ""
    search: str = ""
    offset: int = 0
    limit: int = 500
    person_ids: tuple[str, ...] = ()
    cohort: Cohort | None = None


@dataclass(frozen=True, slots=True)
class RatingLine:
    """One person in the assessment grid."""

    person_id: str
    nip: str
    name: str
    position: str
    unit_id: str
    unit_name: str
    rater_id: str
    rater_name: str
    led_unit_id: str
    problem: str
    plan_state: PlanState | None
    indicators: int
    actuals: int
    result_rating: Rating | None
    behaviour_rating: Rating | None
    suggested: SuggestedRating | None
    predicate: Predicate | None
    reason: str
    note: str
    state: EvaluationState | None
    version: int
    circumstances: Circumstances = field(default_factory=Circumstances)
    flags: tuple[LineFlag, ...] = ()

    @property
    def dropped_out(self) -> bool:
        """Whether the drop-out rule counts instead of the quadrant (V-67)."""
        return self.circumstances.drop_out is not None


@dataclass(frozen=True, slots=True)
class RaterLine:
    """One rater with the number of people to rate: the rows of the assessment page's left list."""

    rater_id: str
    rater_name: str
    position: str
    led_unit_id: str
    led_unit_name: str
    people: int
    rated: int
    closed: int
    level: OrgLevel | None


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """How far a unit and everything below it has come in a period: the board of the overview."""

    unit_id: str
    name: str
    parent_id: str
    staff: int
    due: int
    without_rater: int
    plans: int
    with_actuals: int
    rated: int
    closed: int
    printed: int
    sent: int
    fixed: int = 0
    signed: int = 0


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What one person's clocks run on; ``evaluation_id`` and what follows are of a closed evaluation only."""

    person_id: str
    unit_id: str
    is_fixed: bool
    fixed_on: date | None
    evaluation_id: str = ""
    closed_on: date | None = None
    version: int = 0
    is_final: bool = False
    is_by_superior: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether the evaluation of the period is closed, so that its papers have clocks."""
        return bool(self.evaluation_id)


@dataclass(frozen=True, slots=True)
class TrackedPaper:
    """One printed copy with what its way through the hands depends on, read in one query.

    ``current_version`` is that of the record today. ``evaluator_id`` is who signs a D.1.2 or, else, the rater again.
    ``plan_days`` are the days on which ratee and rater signed the plan of this very version. ``is_newest``: no copy of
    this version was printed later.
    """

    document_id: str
    number: str
    form: Form | PaperKind
    period: Period
    version: int
    copy: int
    printed_on: date
    printed_as: PaperStanding
    record_id: str
    record_digest: str
    person_id: str
    nip: str
    name: str
    unit_id: str
    rater_id: str
    superior_id: str
    evaluator_id: str
    led_unit_id: str
    current_version: int
    is_newest: bool
    plan_days: tuple[date | None, date | None] = (None, None)
    cancelled_on: date | None = None
    cancelled_by: str = ""
    cancel_reason: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One printed document in the register of documents; ``override_reason`` is why it is on another form."""

    document_id: str
    number: str
    form: str
    nip: str
    name: str
    period: str
    version: int
    copy: int
    printed_at: datetime
    file_name: str
    standing: PaperStanding
    override_reason: str = ""

    @property
    def is_current(self) -> bool:
        """Whether the paper shows what stands today; a draft may."""
        return self.standing in (PaperStanding.CURRENT, PaperStanding.DRAFT)


@dataclass(frozen=True, slots=True)
class OutgoingLine:
    """One package made here, with what is known of its arrival."""

    package_id: str
    file_name: str
    kind: str
    period: str
    sequence: int
    epoch: str
    payload_digest: str
    packed_at: datetime
    state: str  # a word of ``SendingState`` or the receipt code
    receipt_number: str = ""
    content_digest: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """One package received here."""

    sender: str
    sender_name: str
    kind: str
    period: str
    sequence: int
    code: str
    receipt_number: str
    received_at: datetime
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change set in the journal list; ``can_undo`` is false for what was signed or handed over.

    ``went_back``: its clock stood before that of the change set before it; the numbers keep the order (F70).
    ``about`` is what a clerk calls the matter it came from, where ``origin`` knows only its number.
    """

    change_set_id: str
    number: int
    at: datetime
    actor: str
    verb: str
    reason: str
    origin: str
    rows: int
    undone: bool
    second: str = ""
    went_back: bool = False
    about: str = ""

    @property
    def who(self) -> str:
        """Who wrote it, and who stood beside."""
        return f"{self.actor} + {self.second}" if self.second else self.actor
