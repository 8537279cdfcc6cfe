"""The clocks of the regulation, D-1 to D-15: what runs, until when, who must act, and what is late (rules section 6).

The limits themselves are data (``resources/rules/deadlines``); here stands from which day they run, what stops them
and what it means when they have passed. A right that was not used in time is time-barred; a duty is late until done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from meritdesk.core.documents import Form
from meritdesk.core.duties import RIGHTS, DeadlineRules, Duty, Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.working_days import WorkCalendar


class DeadlineState(StrEnum):
    """How a deadline stands on a day; DUE means that its limit falls in the week of that day."""

    WAITING = "WAITING"  # the day it runs from has not come, or is not recorded
    RUNNING = "RUNNING"
    DUE = "DUE"
    LATE = "LATE"
    TIME_BARRED = "TIME_BARRED"
    DONE = "DONE"
    DONE_LATE = "DONE_LATE"

    @property
    def is_settled(self) -> bool:
        """Whether nothing needs to be done any more."""
        return self in (DeadlineState.DONE, DeadlineState.DONE_LATE, DeadlineState.TIME_BARRED)


@dataclass(frozen=True, slots=True)
class ProcessDates:
    """The way of one evaluation document (D.1.1, D.1.2 or D.1.3) from signature to report; a day not known is empty.

    ``signed_on`` is the day of the rater, on D.1.2 and D.1.3 of his superior, and ``signed_by`` says which of them it
    was. ``version`` is the version of the evaluation that the document shows. ``window_end`` is filled where this
    evaluation had another window than the agency's own.
    """

    evaluation_id: str
    form: Form = Form.D_1_1
    version: int = 1
    window_end: date | None = None
    signed_by: Party = Party.RATER
    signed_on: date | None = None
    handed_over_on: date | None = None
    received_on: date | None = None
    returned_on: date | None = None
    reported_on: date | None = None

    @property
    def key(self) -> tuple[str, Form, int]:
        """Which paper this is about."""
        return self.evaluation_id, self.form, self.version

    @property
    def reached_ratee_on(self) -> date | None:
        """The day of receipt, or of handing over while the receipt is not recorded."""
        return self.received_on or self.handed_over_on


@dataclass(frozen=True, slots=True)
class ObjectionDates:
    """What the clocks must know of an objection: when it came in and when it was decided."""

    received_on: date
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock as it stands: from which day, until when, done when, and the working days that are left.

    ``days_left`` is negative when the limit has passed, and for what was done late it says how late. ``is_assumed``
    tells that the clock runs from the hand-over because no receipt is recorded. ``doubts`` are doubtful holidays the
    count stepped over; ``lacks_holidays`` that it runs through a year without a holiday table.
    """

    duty: Duty
    who: Party
    source: str
    state: DeadlineState
    starts: date | None = None
    limit: date | None = None
    done_on: date | None = None
    days_left: int | None = None
    is_assumed: bool = False
    doubts: tuple[date, ...] = ()
    lacks_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Clockwork:
    """The clocks of an office on a day: its calendar, the limits in force, and today."""

    calendar: WorkCalendar
    rules: DeadlineRules
    today: date

    def in_working_days(
        self, duty: Duty, starts: date | None, done_on: date | None, *, is_assumed: bool = False
    ) -> Deadline:
        """A limit that runs so many working days from a day."""
        limit = self.calendar.add(starts, self.rules.working_days(duty)) if starts else None
        return self.until(duty, starts, limit, done_on, is_assumed)

    def on_the_calendar(self, duty: Duty, starts: date, done_on: date | None) -> Deadline:
        """A limit that is a day of the year of its start."""
        return self.until(duty, starts, self.rules.limit(duty, starts.year), done_on)

    def periodic_evaluation(self, opens: date, closes: date, evaluated_on: date | None) -> Deadline:
        """The evaluation of a quarter or month inside the window that the agency has set (G-5)."""
        return self.until(Duty.ANNUAL_EVALUATION, opens, closes, evaluated_on)

    def until(
        self, duty: Duty, starts: date | None, limit: date | None, done_on: date | None, is_assumed: bool = False
    ) -> Deadline:
        """A clock between two days, as it stands today."""
        rule = self.rules.rules[duty]
        state = self._state(duty, starts, limit, done_on)
        days_left = None
        if limit is not None and state is not DeadlineState.WAITING:
            days_left = self.calendar.between(done_on or self.today, limit)
        counted = rule.working_days is not None and starts is not None and limit is not None
        return Deadline(
            duty=duty,
            who=rule.who,
            source=rule.source,
            state=state,
            starts=starts,
            limit=limit,
            done_on=done_on,
            days_left=days_left,
            is_assumed=is_assumed and starts is not None,
            doubts=self.calendar.doubts(starts, limit) if counted and starts and limit else (),
            lacks_holidays=bool(counted and starts and limit and not self.calendar.knows(starts, limit)),
        )

    def _state(self, duty: Duty, starts: date | None, limit: date | None, done_on: date | None) -> DeadlineState:
        if done_on is not None:
            return DeadlineState.DONE_LATE if limit is not None and done_on > limit else DeadlineState.DONE
        if starts is None or limit is None or self.today < starts:
            return DeadlineState.WAITING
        if self.today > limit:
            return DeadlineState.TIME_BARRED if duty in RIGHTS else DeadlineState.LATE
        return DeadlineState.DUE if limit <= last_day_of_week(self.today) else DeadlineState.RUNNING


def last_day_of_week(day: date) -> date:
    """The Sunday of the week of a day: until then something is "due this week"."""
    return day + timedelta(days=6 - day.weekday())


def plan_deadlines(clocks: Clockwork, year: int, fixed_on: date | None) -> tuple[Deadline, ...]:
    """The fixed SKP of a year, else the way to the rater's superior (D-2, D-3).

    D-3 appears only once D-2 has passed without a fixed plan: then the ratee holds the dialogue with the rater's
    superior (p. 65 C.5); the regulation sets no last day for it.
    """
    plan = clocks.on_the_calendar(Duty.FIX_PLAN, date(year, 1, 1), fixed_on)
    if plan.state is not DeadlineState.LATE:
        return (plan,)
    rule = clocks.rules.rules[Duty.GO_TO_SUPERIOR]
    starts = clocks.rules.limit(Duty.FIX_PLAN, year) + timedelta(days=1)
    return plan, Deadline(Duty.GO_TO_SUPERIOR, rule.who, rule.source, DeadlineState.RUNNING, starts)


def evaluation_deadline(clocks: Clockwork, year: int, evaluated_on: date | None) -> Deadline:
    """The annual evaluation of a year: from the end of December until the end of January (D-4)."""
    limit = clocks.rules.limit(Duty.ANNUAL_EVALUATION, year + 1)
    return clocks.until(Duty.ANNUAL_EVALUATION, date(year, 12, 31), limit, evaluated_on)


def organisation_deadline(clocks: Clockwork, year: int, published_on: date | None) -> Deadline:
    """The level of a unit for a year: usable when published by the end of January, else last year's counts (D-5)."""
    limit = clocks.rules.limit(Duty.ORGANISATION_LEVEL, year + 1)
    return clocks.until(Duty.ORGANISATION_LEVEL, date(year, 12, 31), limit, published_on)


def agreement_deadline(clocks: Clockwork, year: int, agreement_fixed_on: date | None) -> Deadline:
    """The unit agreement that the SKP of a JPT rests on: fixed by the second week of January, else its draft (D-1)."""
    return clocks.on_the_calendar(Duty.DRAFT_AGREEMENT, date(year, 1, 1), agreement_fixed_on)


def document_deadlines(
    clocks: Clockwork,
    processes: Iterable[ProcessDates],
    window_end: date,
    *,
    is_final: bool,
    objection: ObjectionDates | None = None,
    by_superior: bool = False,
) -> tuple[Deadline, ...]:
    """The clocks of one evaluation with its documents, in the order in which the papers go.

    Before anything is recorded the clocks of D.1.1 are shown, or of D.1.2 where the superior evaluates. A result that
    is final leaves no room for an objection (R-07), so D-13 and D-14 do not run. Once a D.1.3 stands, the report of
    the old document is asked no more.
    """
    by_form = {process.form: process for process in processes}
    changed = by_form.get(Form.D_1_3)
    superiors = by_form.get(Form.D_1_2)
    if superiors is None and by_superior:
        superiors = ProcessDates("", Form.D_1_2, signed_by=Party.SUPERIOR)
    first = by_form.get(Form.D_1_1)
    found: list[Deadline] = []
    if superiors is not None:
        found += _of_superior(clocks, superiors, superiors.window_end or window_end)
    if first is not None or superiors is None:
        first = first or ProcessDates("")
        end = first.window_end or window_end
        asks_report = superiors is None and (changed is None or first.reported_on is not None)
        found += _of_rater(clocks, first, end, asks_report=asks_report)
        if superiors is None and not is_final:
            found += _of_objection(clocks, first, objection)
    if changed is not None:
        end = changed.window_end or (first.window_end if first else None) or window_end
        found.append(clocks.in_working_days(Duty.REPORT_DECISION, end, changed.reported_on))
    return tuple(found)


def _of_rater(clocks: Clockwork, process: ProcessDates, window_end: date, *, asks_report: bool) -> list[Deadline]:
    found = [
        clocks.in_working_days(Duty.HAND_OVER, process.signed_on, process.reached_ratee_on),
        _after_receipt(clocks, Duty.RETURN, process, process.returned_on),
    ]
    if asks_report:
        found.append(clocks.in_working_days(Duty.REPORT, window_end, process.reported_on))
    return found


def _of_superior(clocks: Clockwork, process: ProcessDates, window_end: date) -> list[Deadline]:
    return [
        clocks.in_working_days(Duty.SUPERIOR_SIGNS, window_end, process.signed_on),
        clocks.in_working_days(Duty.SUPERIOR_HANDS_OVER, process.signed_on, process.reached_ratee_on),
        _after_receipt(clocks, Duty.RETURN_TO_SUPERIOR, process, process.returned_on),
        clocks.in_working_days(Duty.SUPERIOR_REPORTS, window_end, process.reported_on),
    ]


def _of_objection(clocks: Clockwork, process: ProcessDates, objection: ObjectionDates | None) -> list[Deadline]:
    found = [_after_receipt(clocks, Duty.OBJECTION, process, objection.received_on if objection else None)]
    if objection is not None:
        found.append(clocks.in_working_days(Duty.DECISION, objection.received_on, objection.decided_on))
    return found


def _after_receipt(clocks: Clockwork, duty: Duty, process: ProcessDates, done_on: date | None) -> Deadline:
    return clocks.in_working_days(duty, process.reached_ratee_on, done_on, is_assumed=process.received_on is None)


@dataclass(frozen=True, slots=True)
class ObjectionForecast:
    """Whether an objection would still fit before the report is due (trap G-3), and how to keep it so.

    ``hand_over_by`` is the last day on which the document can be handed over so that 14 days for the objection and 7
    for the decision end by ``report_limit``. ``expected_end`` is when they would end as things stand today.
    """

    report_limit: date
    hand_over_by: date
    expected_end: date
    is_handed_over: bool

    @property
    def fits(self) -> bool:
        """Whether an objection on its last day would be decided before the report is due."""
        return self.expected_end <= self.report_limit


def objection_forecast(
    clocks: Clockwork,
    process: ProcessDates,
    window_end: date,
    *,
    is_final: bool,
    objection: ObjectionDates | None = None,
) -> ObjectionForecast | None:
    """What the trap G-3 means for one D.1.1; nothing where no objection is possible or all is reported or decided.

    Once the report is due anyway there is nothing left to forecast. A document that is not handed over yet is reckoned
    as handed over today, so the warning comes before the day is missed.
    """
    is_settled = process.reported_on is not None or (objection is not None and objection.decided_on is not None)
    if is_final or process.form is not Form.D_1_1 or is_settled:
        return None
    reached = process.reached_ratee_on
    decision_days = clocks.rules.working_days(Duty.DECISION)
    chain_days = clocks.rules.working_days(Duty.OBJECTION) + decision_days
    report_limit = clocks.calendar.add(process.window_end or window_end, clocks.rules.working_days(Duty.REPORT))
    if clocks.today > report_limit:
        return None
    if objection is not None:
        expected = clocks.calendar.add(objection.received_on, decision_days)
    elif reached is not None and clocks.today > clocks.calendar.add(reached, clocks.rules.working_days(Duty.OBJECTION)):
        return None
    else:
        expected = clocks.calendar.add(reached or max(clocks.today, process.signed_on or clocks.today), chain_days)
    return ObjectionForecast(
        report_limit=report_limit,
        hand_over_by=clocks.calendar.latest_start(report_limit, chain_days),
        expected_end=expected,
        is_handed_over=reached is not None,
    )


def papers_in_force(processes: Iterable[ProcessDates], version: int) -> tuple[ProcessDates, ...]:
    """The papers that count for the present version of an evaluation.

    That is the document of this version; a D.1.3 stands beside the document that was objected to, which is the newest
    one before it. Papers of versions that were superseded otherwise have lost their clocks.
    """
    known = sorted(processes, key=lambda process: process.version)
    now = [process for process in known if process.version == version]
    if not any(process.form is Form.D_1_3 for process in now):
        return tuple(now)
    before = [process for process in known if process.version < version and process.form is not Form.D_1_3]
    return (*before[-1:], *now)


def check_days(paper: ProcessDates, today: date) -> None:
    """A day cannot lie in the future, and a paper cannot be received before it was handed over (``ASM-606``, 607)."""
    way = [
        (name, getattr(paper, name))
        for name in ("signed_on", "handed_over_on", "received_on", "returned_on")
        if getattr(paper, name) is not None
    ]
    for name, day in (*way, ("reported_on", paper.reported_on)):
        if day is not None and day > today:
            raise UsageRefusal("ASM-606", day=day, field=f"PROCESS:{name.upper()}")
    pairs = list(pairwise(way))
    if paper.signed_on and paper.reported_on:
        pairs.append((("signed_on", paper.signed_on), ("reported_on", paper.reported_on)))
    for (earlier, first), (later, second) in pairs:
        # A ratee who signs before the rater is odd but not impossible: that is V-98, a warning.
        if second < first and (earlier, later) != ("signed_on", "returned_on"):
            raise UsageRefusal(
                "ASM-607", earlier=f"PROCESS:{earlier.upper()}", first=first, later=f"PROCESS:{later.upper()}",
                second=second,
            )  # fmt: skip
