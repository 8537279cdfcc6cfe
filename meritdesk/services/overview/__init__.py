"""The overview: what must be done today, where everything is stuck, and whether the work arrived."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from meritdesk.core.access import Action, require
from meritdesk.core.clock_doubt import ClockDoubt, clock_doubt
from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.finding import Findings
from meritdesk.core.handover import AuditHead
from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.sending import waits_for_receipt
from meritdesk.core.stages import Cohort, CohortLine
from meritdesk.core.store import AgencyInfo
from meritdesk.core.worklist import Worklist
from meritdesk.services.clocks import PAPER_DUTIES, UnitClocks
from meritdesk.services.fill_sheets import unit_and_below
from meritdesk.services.finding import find
from meritdesk.services.overview.analysts import Analysts
from meritdesk.services.overview.board_sheets import BoardSheets, whole_of
from meritdesk.services.overview.clock_tally import tally_clocks
from meritdesk.services.overview.figures import Figures
from meritdesk.services.overview.region import RegionDesk
from meritdesk.services.overview.region_figures import ResponseTimes
from meritdesk.services.overview.region_honours import RegionHonours
from meritdesk.services.overview.region_merit import RegionMerit
from meritdesk.services.overview.signers import signers_of
from meritdesk.services.overview.worklist import Gathering
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the worklist: what kind, how many, until when, and in which room it is done."""

    code: str
    count: int
    due: date | None
    room: str
    facts: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClockSummary:
    """What presses in the papers of a period; ``late``, ``due`` (this week) and ``time_barred`` are sums over units."""

    units: tuple[UnitClocks, ...]
    late: int
    due: int
    time_barred: int


@dataclass(frozen=True, slots=True)
class AgencyProgress:
    """What one agency has handed over to the region: files that arrived, and how far the period stands in them."""

    code: str
    name: str
    files: int
    staff: int
    closed: int


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the agency in a period; ``whole`` sums all units, ``units`` is the board.

    ``agencies`` is filled at the region only; ``clock`` says what is odd about this PC's clock.
    """

    agency: AgencyInfo
    period: Period
    whole: UnitProgress
    units: tuple[UnitProgress, ...]
    tasks: tuple[Task, ...]
    unconfirmed: int
    received: int
    last_backup: str
    journal: AuditHead
    agencies: tuple[AgencyProgress, ...] = ()
    clock: ClockDoubt | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """Verbs of the overview; ``response`` is whoever knows how fast teams answer, once there is such a room."""

    around: Surroundings
    response: ResponseTimes | None = None

    def status(self, period: Period | None = None) -> Status:
        """The state of a period; without one, of the year whose evaluation is due (January still means last year).

        A year without any plan is not begun yet: then the year before is meant, if that one has plans.
        """
        require(self.around.actor, Action.READ)
        if period is not None:
            return self._status(period)
        today = self.around.clock().date()
        due = self._status(Period(today.year - 1 if today.month <= 2 else today.year, PeriodKind.YEAR))
        if due.whole.plans:
            return due
        earlier = self._status(replace(due.period, year=due.period.year - 1))
        return earlier if earlier.whole.plans else due

    def clocks(self, period: Period) -> ClockSummary:
        """What is late, due this week and time-barred in the papers, unit by unit.

        The region does none of the agencies' work, and the years before the regulation have no such clocks.
        """
        require(self.around.actor, Action.READ)
        counts: dict[str, Counter[DeadlineState]] = defaultdict(Counter)
        with self.around.store.reading() as work:
            names = {unit.unit_id: unit.name for unit in work.units.all()}
            if not self.around.store.agency.is_region and _has_clocks(self.around, period):
                for one in tally_clocks(self.around, work, period):
                    if one.duty in PAPER_DUTIES:
                        for unit_id, number in one.units.items():
                            counts[unit_id][one.state] += number
        units = tuple(
            UnitClocks(
                unit_id,
                names.get(unit_id, ""),
                states[DeadlineState.LATE],
                states[DeadlineState.DUE],
                states[DeadlineState.TIME_BARRED],
            )
            for unit_id, states in sorted(counts.items(), key=lambda one: names.get(one[0], ""))
        )
        pressing = tuple(one for one in units if one.late or one.due or one.time_barred)
        late, due, barred = (sum(getattr(one, name) for one in pressing) for name in ("late", "due", "time_barred"))
        return ClockSummary(pressing, late, due, barred)

    def work(self, period: Period, unit_id: str = "") -> Worklist:
        """What has to be done today, the most urgent first; a unit narrows every row to its branch (``USE-103``)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = Gathering.of(self.around, work, period, signers_of(self.around, period)).worklist()
            branch = unit_and_below(work, unit_id)[1] if unit_id else ()
        return found.within(unit_id, frozenset(branch)) if unit_id else found

    def morning(self, period: Period | None = None) -> tuple[Status, Worklist]:
        """Where everything stands and what has to be done today, out of one reading of the board."""
        status = self.status(period)
        with self.around.store.reading() as work:
            gathering = Gathering.of(self.around, work, status.period, signers_of(self.around, status.period))
            return status, gathering.worklist(status.units)

    def people(self, cohort: Cohort, offset: int = 0, limit: int = -1) -> tuple[CohortLine, ...]:
        """The people behind a count, by name, each with all the stages he has passed."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.cohort(self._whole_cohort(cohort), offset, limit)

    def count(self, cohort: Cohort) -> int:
        """How many people are behind a count."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.cohort_count(self._whole_cohort(cohort))

    @property
    def analysts(self) -> Analysts:
        """The data set that analysts take along."""
        return Analysts(self.around)

    @property
    def board(self) -> BoardSheets:
        """The board of units, on paper too."""
        return BoardSheets(self.around)

    @property
    def region_merit(self) -> RegionMerit:
        """The merit system of all governments side by side."""
        return RegionMerit(self.around)

    @property
    def region_honours(self) -> RegionHonours:
        """Who is honoured in the governments, and points by letters of their officials."""
        return RegionHonours(self.around)

    @property
    def region(self) -> RegionDesk:
        """The regional board: all agencies side by side."""
        return RegionDesk(self.around)

    @property
    def figures(self) -> Figures:
        """What people would rather look at than read."""
        return Figures(self.around, self.response)

    def _whole_cohort(self, cohort: Cohort) -> Cohort:
        """A cohort of signatures knows who signs what."""
        return cohort if cohort.signers else replace(cohort, signers=signers_of(self.around, cohort.period))

    def find(self, search: str, limit: int = 8, settings: Mapping[str, str] = MappingProxyType({})) -> Findings:
        """People, units, papers, texts of plans and settings that hold these words, with why each was found.

        ``settings`` are the names of the settings with their words in the language of whoever asks.
        """
        return find(self.around, search, limit, settings)

    def _status(self, chosen: Period) -> Status:
        agency = self.around.store.agency
        board: tuple[UnitProgress, ...] = ()
        with self.around.store.reading() as work:
            # An agency with two PCs has two cards but its people only once.
            cards = {card.agency_code: card.agency_name for card in work.ledger.cards() if not card.is_region}
            outgoing = work.ledger.outgoing()
            incoming = work.ledger.incoming()
            last_backup, elsewhere = work.setting("last_backup"), work.setting("backed_up_elsewhere")
            head = work.journal.head()
            clock = clock_doubt(self.around.clock(), work.journal.newest())
        agencies: list[AgencyProgress] = []
        for code, name in cards.items() if agency.is_region else [(agency.code, agency.name)]:
            with self.around.store.reading(code) as work:
                part = work.progress(chosen, signers_of(self.around, chosen))
            board += part
            if agency.is_region:
                sent = whole_of(part)
                files = sum(1 for line in incoming if line.sender.partition("/")[0] == code)
                agencies.append(AgencyProgress(code, name, files, sent.staff, sent.closed))
        whole = whole_of(board)
        unconfirmed = sum(1 for line in outgoing if waits_for_receipt(line))
        return Status(
            agency=agency,
            period=chosen,
            whole=whole,
            units=board,
            tasks=_tasks(chosen, whole, unconfirmed, elsewhere, agency.is_region),
            unconfirmed=unconfirmed,
            received=len(incoming),
            last_backup=last_backup,
            journal=head,
            agencies=tuple(agencies),
            clock=clock,
        )


def _has_clocks(around: Surroundings, period: Period) -> bool:
    try:
        around.rulebook.deadlines(period.last_day)
    except UsageRefusal:
        return False
    return True


def _tasks(period: Period, whole: UnitProgress, unconfirmed: int, elsewhere: str, is_region: bool) -> tuple[Task, ...]:
    """What is missing, in the order in which it is done; deadlines D-2 and D-4 of the regulation.

    The region does none of the agencies' work; its own duty here is the backup.
    """
    backup = Task("OVW-NO-BACKUP", 1 if whole.staff and not elsewhere else 0, None, "upkeep")
    if is_region:
        return (backup,) if backup.count else ()
    plan_due = date(period.year, 1, 31)
    annual_due = date(period.year + 1, 1, 31) if period.is_annual else None
    missing = [
        Task("OVW-NO-UNITS", 1 if not whole.staff else 0, None, "register"),
        Task("OVW-NO-RATER", whole.without_rater, None, "register"),
        Task("OVW-NO-PLAN", whole.due - whole.plans, plan_due, "planning"),
        Task("OVW-NO-ACTUALS", whole.due - whole.with_actuals, annual_due, "execution"),
        Task("OVW-NOT-RATED", whole.due - whole.rated, annual_due, "assessment"),
        Task("OVW-NOT-CLOSED", whole.rated - whole.closed, annual_due, "assessment"),
        Task("OVW-NOT-PRINTED", whole.closed - whole.printed, annual_due, "documents"),
        Task("OVW-NOT-SENT", whole.closed - whole.sent, annual_due, "handover"),
        Task("OVW-UNCONFIRMED", unconfirmed, None, "handover"),
        backup,
    ]
    return tuple(task for task in missing if task.count > 0)
