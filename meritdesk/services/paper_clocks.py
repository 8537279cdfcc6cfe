"""The limit that presses on a paper where it is: handing over, returning, signing as the superior, fixing the SKP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.agency_settings import AgencySettings
from meritdesk.core.circulation import OUT_OF_FORCE, PaperStage
from meritdesk.core.deadlines import Clockwork, Deadline, ProcessDates, document_deadlines
from meritdesk.core.documents import DOCUMENT_FORMS, PLAN_FORMS, Form, PaperStanding
from meritdesk.core.duties import Duty, Party
from meritdesk.core.evaluation_calendar import window_of
from meritdesk.core.periods import Period
from meritdesk.core.working_days import WorkCalendar
from meritdesk.services.clocks import office_settings
from meritdesk.services.paper_trail import PaperView
from meritdesk.services.ports import Surroundings, Work

_AT_EMPLOYEE = (Duty.RETURN, Duty.RETURN_TO_SUPERIOR)
_NOT_HANDED_OVER = (Duty.HAND_OVER, Duty.SUPERIOR_HANDS_OVER)


@dataclass(slots=True)
class PaperClocks:
    """The clocks of the papers of one work; equal days are reckoned once."""

    around: Surroundings
    work: Work
    calendar: WorkCalendar
    _settings: AgencySettings | None = None
    _clocks: dict[Period, tuple[Clockwork, date]] = field(default_factory=dict)
    _known: dict[object, tuple[Deadline, ...]] = field(default_factory=dict)

    def pressing(self, view: PaperView, process: ProcessDates | None) -> Deadline | None:
        """The limit that counts for a paper at its place; nothing where the regulation knows none, or it is over."""
        paper, state = view.paper, view.state
        is_over = state.stage in (PaperStage.SCANNED, PaperStage.LOST, PaperStage.WITHDRAWN)
        if is_over or view.standing in OUT_OF_FORCE or view.standing is PaperStanding.DRAFT:
            return None
        if paper.form in PLAN_FORMS:
            if view.state.awaits(view.signing) is None or paper.version > 1:
                return None
            clocks, _ = self._of(paper.period)
            return self._once(("plan", paper.period), lambda: (
                clocks.on_the_calendar(Duty.FIX_PLAN, date(paper.period.year, 1, 1), None),
            ))[0]  # fmt: skip
        if paper.form not in DOCUMENT_FORMS:
            return None
        assert isinstance(paper.form, Form)
        found = self._of_document(paper.period, paper.form, process)
        wanted: tuple[Duty, ...]
        if state.stage is PaperStage.AT_EMPLOYEE:
            wanted = _AT_EMPLOYEE
        elif process is not None and process.signed_on is not None and process.reached_ratee_on is None:
            wanted = _NOT_HANDED_OVER
        elif process is None or process.signed_on is None:
            wanted = (Duty.SUPERIOR_SIGNS,)
        else:
            return None
        return next((one for one in found if one.duty in wanted and not one.state.is_settled and one.limit), None)

    def _of_document(self, period: Period, form: Form, process: ProcessDates | None) -> tuple[Deadline, ...]:
        by = Party.RATER if form is Form.D_1_1 else Party.SUPERIOR
        known = process or ProcessDates("", form, signed_by=by)
        key = (period, form, known.window_end, known.signed_on, known.handed_over_on, known.received_on,
               known.returned_on)  # fmt: skip
        clocks, closes = self._of(period)
        return self._once(key, lambda: document_deadlines(clocks, [known], closes, is_final=True))

    def _once(self, key: object, reckon: Callable[[], tuple[Deadline, ...]]) -> tuple[Deadline, ...]:
        if key not in self._known:
            self._known[key] = reckon()
        return self._known[key]

    def _of(self, period: Period) -> tuple[Clockwork, date]:
        if period not in self._clocks:
            if self._settings is None:
                self._settings = office_settings(self.work)
            rules = self.around.rulebook.deadlines(period.last_day)
            clocks = Clockwork(self.calendar, rules, self.around.clock().date())
            self._clocks[period] = (clocks, window_of(period, self._settings).closes)
        return self._clocks[period]
