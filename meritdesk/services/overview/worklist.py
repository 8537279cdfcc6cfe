"""What has to be done today: every count from one query, every row with the way to what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from meritdesk.core.corrections import lines_of
from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.duties import RIGHTS, Duty
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import PackageKind, ReceiptCode
from meritdesk.core.lines import OutgoingLine, RaterLine, UnitProgress
from meritdesk.core.objection import ObjectionState
from meritdesk.core.periods import Period
from meritdesk.core.reference import OfferState
from meritdesk.core.scans import ScanPlace
from meritdesk.core.sending import OPEN_STATES
from meritdesk.core.stages import COMES_AFTER, Cohort, Reach, Signers, Stage
from meritdesk.core.trust import RequestState
from meritdesk.core.working_days import WorkCalendar
from meritdesk.core.worklist import WorkGroup, WorkItem, WorkKind, Worklist, by_urgency, days_left, group_of
from meritdesk.services.clocks import evaluation_window, office_calendar
from meritdesk.services.overview.clock_tally import tally_clocks
from meritdesk.services.overview.data_care import care_of_data
from meritdesk.services.overview.out_papers import out_papers
from meritdesk.services.ports import Surroundings, Work
from meritdesk.wall_clock import noted_moment

RATERS_SHOWN = 5
HOLDERS_SHOWN = 3
BACKUP_AFTER_WORKING_DAYS = 5
INCIDENT_DAYS = 30
"""How long an incident stands among the work of the day; it stays on the tab of keys for good."""

_OF_PEOPLE: tuple[tuple[WorkKind, Stage, str, Mapping[str, object]], ...] = (
    (WorkKind.NO_RATER, Stage.RATER, "register", {"tab": "blockers", "kind": "blocks"}),
    (WorkKind.NO_PLAN, Stage.PLAN, "planning", {"tab": "plans"}),
    (WorkKind.NOT_FIXED, Stage.FIXED, "planning", {"tab": "plans"}),
    (WorkKind.NO_ACTUALS, Stage.ACTUALS, "execution", {"tab": "actuals"}),
    (WorkKind.NOT_RATED, Stage.RATED, "assessment", {"tab": "ratings", "missing": True}),
    (WorkKind.NOT_CLOSED, Stage.CLOSED, "assessment", {"tab": "ratings", "missing": False}),
    (WorkKind.NOT_PRINTED, Stage.PRINTED, "documents", {"tab": "print", "form": "D.1.1"}),
    (WorkKind.NOT_SIGNED, Stage.SIGNED, "overview", {"tab": "people"}),
    (WorkKind.NOT_SENT, Stage.SENT, "handover", {"task": "pack"}),
)
"""The rows of people: by which stage they are counted, and where the work is done."""

_TO_BE_DONE_BY = {
    Stage.PLAN: Duty.FIX_PLAN,
    Stage.FIXED: Duty.FIX_PLAN,
    Stage.RATED: Duty.ANNUAL_EVALUATION,
    Stage.CLOSED: Duty.ANNUAL_EVALUATION,
    Stage.ACTUALS: Duty.ANNUAL_EVALUATION,
}
_COUNTED_AS_PEOPLE = frozenset({Duty.FIX_PLAN, Duty.ANNUAL_EVALUATION, Duty.GO_TO_SUPERIOR})
_STATES = {
    DeadlineState.LATE: (WorkGroup.LATE, "late"),
    DeadlineState.DUE: (WorkGroup.THIS_WEEK, "due"),
    DeadlineState.RUNNING: (WorkGroup.COMING, "running"),
}
_TO_BE_PUT_RIGHT = frozenset({ReceiptCode.REJECTED.value, ReceiptCode.ERRORS.value, ReceiptCode.FORK.value})


@dataclass(frozen=True, slots=True)
class Gathering:
    """One reading of the store for the worklist of a period."""

    around: Surroundings
    work: Work
    period: Period
    signers: Signers
    today: date
    calendar: WorkCalendar

    @classmethod
    def of(cls, around: Surroundings, work: Work, period: Period, signers: Signers) -> Gathering:
        """Ready to read."""
        return cls(around, work, period, signers, around.clock().date(), office_calendar(around, work))

    def worklist(self, board: Iterable[UnitProgress] | None = None) -> Worklist:
        """Everything, the most urgent first; the region has only the care of its own data.

        ``board`` is that of the period where it has been read already.
        """
        items: list[WorkItem] = []
        has_staff = False
        if not self.around.store.agency.is_region:
            lines = tuple(board) if board is not None else self.work.progress(self.period, self.signers)
            has_staff = any(line.staff for line in lines)
            items += self._of_people(own_counts(lines))
            items += self._of_clocks()
            items += self._of_objections()
            items += self._of_papers()
            items += self._of_raters()
            items += self._of_desk(has_staff=has_staff)
        items += self._of_packages()
        items += self._of_returns()
        items += self._of_keys()
        items += care_of_data(self._item, self.work, self.around.clock())
        items += self._of_backup(has_data=has_staff or bool(self.work.ledger.incoming()))
        return Worklist(self.period, self.today, by_urgency(items))

    def _item(
        self,
        group: WorkGroup,
        kind: WorkKind,
        count: int,
        room: str,
        filters: Mapping[str, object],
        *,
        due: date | None = None,
        facts: Mapping[str, str] | None = None,
        units: Mapping[str, int] | None = None,
        cohort: Cohort | None = None,
    ) -> Iterator[WorkItem]:
        """One row, if there is anything to count."""
        if count:
            left = days_left(due, self.today, self.calendar)
            yield WorkItem(group, kind, count, room, filters, facts or {}, due, left, units or {}, cohort)

    def _of_people(self, own: Mapping[str, Mapping[Stage, int]]) -> Iterator[WorkItem]:
        """Who has not come through a stage that he could have come through."""
        limits = self._limits()
        for kind, stage, room, filters in _OF_PEOPLE:
            cohort = Cohort(self.period, stage, Reach.READY, (), self.signers if stage is Stage.SIGNED else ())
            units = {unit: counts[stage] for unit, counts in own.items() if counts[stage]}
            due = limits.get(_TO_BE_DONE_BY[stage]) if stage in _TO_BE_DONE_BY else None
            group = group_of(due, self.today, WorkGroup.MISSING)
            target = {**filters, "cohort": cohort}
            yield from self._item(group, kind, sum(units.values()), room, target, due=due, units=units, cohort=cohort)

    def _limits(self) -> Mapping[Duty, date]:
        """The days of the year by which plans and evaluations are due; none before the regulation."""
        try:
            rules = self.around.rulebook.deadlines(self.period.last_day)
        except UsageRefusal:
            return {}
        window = evaluation_window(self.work, self.period)
        return {
            Duty.FIX_PLAN: rules.limit(Duty.FIX_PLAN, self.period.year),
            Duty.ANNUAL_EVALUATION: window.closes,
        }

    def _of_clocks(self) -> Iterator[WorkItem]:
        """The clocks of the papers by duty: late, due this week, running; a right of the ratee is nobody's duty."""
        try:
            found = tally_clocks(self.around, self.work, self.period)
        except UsageRefusal:
            return
        for one in found:
            if one.state not in _STATES or one.duty in _COUNTED_AS_PEOPLE or one.duty in RIGHTS:
                continue
            group, state = _STATES[one.state]
            filters = {"tab": "deadlines", "state": state, "duty": one.duty.value}
            yield from self._item(
                group, WorkKind.DUTY, one.count, "assessment", filters,
                due=one.first_limit, facts={"duty": f"DUTY:{one.duty.name}"}, units=one.units,
            )  # fmt: skip

    def _of_objections(self) -> Iterator[WorkItem]:
        """Objections that wait for statements or a decision, with the nearest end of the superior's days."""
        found = [one for one in self.work.objections.of_period(self.period) if one.state is not ObjectionState.DECIDED]
        if not found:
            return
        rules = self.around.rulebook.deadlines(self.period.last_day)
        days = rules.working_days(Duty.DECISION)
        due = min(self.calendar.add(one.received_on, days) for one in found)
        people = self.work.people.by_ids([one.person_id for one in found])
        units = Counter(people[one.person_id].unit_id for one in found if one.person_id in people)
        filters = {"tab": "objections", "number": found[0].register_number}
        group = group_of(due, self.today, WorkGroup.MISSING)
        yield from self._item(group, WorkKind.OBJECTIONS, len(found), "assessment", filters, due=due, units=units)

    def _of_papers(self) -> Iterator[WorkItem]:
        """Papers that are out past a limit or although they no longer count, and who holds them."""
        found = out_papers(self.around, self.work, self.period, self.calendar)
        for group, kind, units, where in (
            (WorkGroup.LATE, WorkKind.PAPERS_OVERDUE, found.overdue, "overdue"),
            (WorkGroup.RETURNED, WorkKind.PAPERS_RECALLED, found.recalled, "recalled"),
        ):
            filters = {"tab": "out", "where": where}
            yield from self._item(group, kind, sum(units.values()), "documents", filters, units=units)
        several = [(holder, units) for holder, units in found.holders.items() if sum(units.values()) > 1]
        holders = sorted(several, key=lambda one: (-sum(one[1].values()), one[0]))
        for holder, units in holders[:HOLDERS_SHOWN]:
            filters = {"tab": "out", "where": "overdue", "holder": holder}
            yield from self._item(
                WorkGroup.HINDERED, WorkKind.HOLDER_WAITED_FOR, sum(units.values()), "documents", filters,
                facts={"who": holder}, units=units,
            )  # fmt: skip

    def _of_raters(self) -> Iterator[WorkItem]:
        """Raters with people still to rate, once the evaluation has begun."""
        if self.today < evaluation_window(self.work, self.period).opens:
            return
        waiting = sorted(
            (line for line in self.work.evaluations.raters(self.period) if _waits(line)),
            key=lambda line: (-_waits(line), line.rater_name),
        )
        for line in waiting[:RATERS_SHOWN]:
            filters = {"tab": "ratings", "missing": True, "search": line.rater_name}
            yield from self._item(
                WorkGroup.HINDERED, WorkKind.RATER_WAITED_FOR, _waits(line), "assessment", filters,
                facts={"who": line.rater_name}, units={line.led_unit_id: _waits(line)},
            )  # fmt: skip
        others = waiting[RATERS_SHOWN:]
        units: Counter[str] = Counter()
        for line in others:
            units[line.led_unit_id] += _waits(line)
        yield from self._item(
            WorkGroup.HINDERED, WorkKind.OTHER_RATERS, sum(units.values()), "assessment",
            {"tab": "ratings", "missing": True}, facts={"more": str(len(others))}, units=units,
        )  # fmt: skip

    def _of_desk(self, *, has_staff: bool) -> Iterator[WorkItem]:
        """What was begun at this desk and not finished."""
        if not has_staff:
            yield from self._item(WorkGroup.MISSING, WorkKind.NO_UNITS, 1, "register", {})
        pages = self.work.scans.on_place(ScanPlace.DESK)
        yield from self._item(WorkGroup.RETURNED, WorkKind.SCANS_WAITING, len(pages), "documents", {"tab": "scans"})
        actor = self.around.actor
        drafts = self.work.plan_drafts.of_owner(f"{actor.name}@{actor.device}")
        if drafts:
            person = self.work.people.by_ids([drafts[0].plan.person_id]).get(drafts[0].plan.person_id)
            filters = {"tab": "editor", "nip": person.nip if person is not None else ""}
            yield from self._item(WorkGroup.MISSING, WorkKind.DRAFTS, len(drafts), "planning", filters)
        orders = [line for line in self.work.print_orders.lines(False, 0, 200) if line.can_resume]
        if orders:
            filters = {"tab": "orders", "order": orders[0].order.order_id}
            yield from self._item(WorkGroup.MISSING, WorkKind.ORDERS_STOPPED, len(orders), "documents", filters)

    def _of_packages(self) -> Iterator[WorkItem]:
        """Packages without a receipt, and those whose receipt asks for something."""
        newest = newest_packages([line for line in self.work.ledger.outgoing() if line.kind != PackageKind.HANDOVER])
        for group, kind, states in (
            (WorkGroup.RETURNED, WorkKind.PACKAGE_RETURNED, _TO_BE_PUT_RIGHT),
            (WorkGroup.MISSING, WorkKind.UNCONFIRMED, OPEN_STATES),
        ):
            found = [line.package_id for line in newest if line.state in states]
            filters = {"task": "outgoing", "packages": tuple(found)}
            yield from self._item(group, kind, len(found), "handover", filters)

    def _of_returns(self) -> Iterator[WorkItem]:
        """What came with files and waits for a word: of colleagues, of the region; and answers that are owed."""
        conflicts = sum(one.is_waiting for one in self.work.merging.conflicts())
        yield from self._item(
            WorkGroup.RETURNED, WorkKind.CONFLICTS_WAIT, conflicts, "handover", {"tab": "conflicts"}
        )  # fmt: skip
        owed = {"tab": "handover", "task": "outgoing"}
        packages = tuple(one.package_id for one in self.work.ledger.owed())
        yield from self._item(
            WorkGroup.RETURNED, WorkKind.ANSWERS_OWED, len(packages), "handover", {**owed, "packages": packages}
        )
        if self.around.store.agency.is_region:
            return
        lines = lines_of(self.work.corrections.all(), self.work.corrections.answers())
        waiting = sum(line.is_waiting for line in lines)
        yield from self._item(
            WorkGroup.RETURNED, WorkKind.CORRECTIONS_WAIT, waiting, "handover", {"tab": "corrections"}
        )  # fmt: skip
        offers = sum(one.state is OfferState.WAITING for one in self.work.reference.offers())
        reference = {"tab": "corrections", "task": "reference"}
        yield from self._item(WorkGroup.RETURNED, WorkKind.REFERENCE_WAITS, offers, "handover", reference)

    def _of_keys(self) -> Iterator[WorkItem]:
        """Keys that ask for a person: enrolments without their paper, a first list, and what was refused lately."""
        requests = sum(one.state is RequestState.WAITING for one in self.work.trust.requests())
        since = self.today - timedelta(days=INCIDENT_DAYS)
        incidents = sum(one.happened_at.date() >= since for one in self.work.trust.incidents())
        for kind, count, task in (
            (WorkKind.LIST_WAITS, int(bool(self.work.trust.laid_by())), "list"),
            (WorkKind.ENROLMENTS_WAIT, requests, "requests"),
            (WorkKind.INCIDENTS, incidents, "incidents"),
        ):
            yield from self._item(WorkGroup.CARE, kind, count, "handover", {"tab": "keys", "task": task})

    def _of_backup(self, *, has_data: bool) -> Iterator[WorkItem]:
        """A backup that was never put in another place, or is older than a week of work.

        What the program keeps beside the data helps after a mistake, not after a fire: it is nobody's first backup.
        """
        stored = self.work.setting("last_backup")
        filters = {"tab": "upkeep", "task": "backup"}
        if not self.work.setting("backed_up_elsewhere"):
            if has_data:
                yield from self._item(WorkGroup.CARE, WorkKind.NO_BACKUP, 1, "upkeep", filters)
            return
        made = noted_moment(stored).date()
        due = self.calendar.add(made, BACKUP_AFTER_WORKING_DAYS)
        if due < self.today:
            yield from self._item(WorkGroup.CARE, WorkKind.OLD_BACKUP, 1, "upkeep", filters, due=due)


def own_counts(board: Iterable[UnitProgress]) -> Mapping[str, Mapping[Stage, int]]:
    """By unit, how many of its own people are ready for a stage and not past it, without the units below it."""
    lines = tuple(board)
    counts = {line.unit_id: _ready(line) for line in lines}
    own = {unit: dict(found) for unit, found in counts.items()}
    for line in lines:
        if line.parent_id in own:
            for stage, number in counts[line.unit_id].items():
                own[line.parent_id][stage] -= number
    return own


def newest_packages(lines: Iterable[OutgoingLine]) -> tuple[OutgoingLine, ...]:
    """Of every kind and period the package made last: an older one is settled by it."""
    newest: dict[tuple[str, str], OutgoingLine] = {}
    for line in sorted(lines, key=lambda one: (one.packed_at, one.sequence)):
        newest[(line.kind, line.period)] = line
    return tuple(newest.values())


def _ready(line: UnitProgress) -> dict[Stage, int]:
    passed = {
        Stage.RATER: line.due - line.without_rater,
        Stage.PLAN: line.plans,
        Stage.FIXED: line.fixed,
        Stage.ACTUALS: line.with_actuals,
        Stage.RATED: line.rated,
        Stage.CLOSED: line.closed,
        Stage.PRINTED: line.printed,
        Stage.SIGNED: line.signed,
        Stage.SENT: line.sent,
    }
    # Whoever has passed a stage has passed the one it comes after.
    return {
        stage: (passed[COMES_AFTER[stage]] if stage in COMES_AFTER else line.due) - count
        for stage, count in passed.items()
    }


def _waits(line: RaterLine) -> int:
    return line.people - line.rated
