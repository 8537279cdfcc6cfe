"""What the papers of an evaluation and an objection lack, or do too late: V-83 to V-99 (6/2022 p. 114-119)."""

from __future__ import annotations

from collections.abc import Iterable

from meritdesk.core.deadlines import Clockwork, Deadline, DeadlineState, ObjectionForecast, ProcessDates
from meritdesk.core.documents import Form
from meritdesk.core.duties import Duty, Party
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.objection import Objection, ObjectionDecision
from meritdesk.core.plan import PerformancePlan, PlanHead, PlanState
from meritdesk.core.validation import Hint

_MISSED = frozenset({DeadlineState.LATE, DeadlineState.DONE_LATE})
_RULE_OF_DUTY = {
    Duty.HAND_OVER: ("V-83", "handed_over_on"),
    Duty.RETURN: ("V-84", "returned_on"),
    Duty.REPORT: ("V-85", "reported_on"),
    Duty.SUPERIOR_REPORTS: ("V-85", "reported_on"),
    Duty.REPORT_DECISION: ("V-85", "reported_on"),
    Duty.SUPERIOR_SIGNS: ("V-86", "signed_on"),
    Duty.SUPERIOR_HANDS_OVER: ("V-86", "handed_over_on"),
    Duty.RETURN_TO_SUPERIOR: ("V-86", "returned_on"),
    Duty.DECISION: ("V-93", "decided_on"),
}


def late_hints(deadlines: Iterable[Deadline]) -> tuple[Hint, ...]:
    """V-83 to V-86 and V-93: a limit has passed, done since then or not; ``days`` is by how many working days."""
    found = []
    for deadline in deadlines:
        rule = _RULE_OF_DUTY.get(deadline.duty)
        if rule is not None and deadline.state in _MISSED:
            code, field = rule
            facts = {
                "days": str(-(deadline.days_left or 0)),
                "duty": f"DUTY:{deadline.duty.name}",
                "limit": deadline.limit.isoformat() if deadline.limit else "",
            }
            found.append(Hint(code, facts, ("process", field)))
    return tuple(found)


def signature_hints(process: ProcessDates, evaluation: Evaluation) -> tuple[Hint, ...]:
    """V-87 the form does not fit whoever evaluated and signed; V-98 the ratee's day lies before the rater's."""
    found = []
    if process.form is not Form.D_1_3:
        is_superiors = process.form is Form.D_1_2
        signed_by_superior = process.signed_on is not None and process.signed_by is Party.SUPERIOR
        signed_by_rater = process.signed_on is not None and process.signed_by is Party.RATER
        fits = is_superiors == evaluation.is_by_superior
        if not fits or (is_superiors and signed_by_rater) or (not is_superiors and signed_by_superior):
            found.append(Hint("V-87", {"form": f"FORM:{process.form.name}"}, ("process", "form")))
    if process.signed_on is not None and process.returned_on is not None and process.returned_on < process.signed_on:
        found.append(Hint("V-98", place=("process", "returned_on")))
    return tuple(found)


def forecast_hints(forecast: ObjectionForecast | None) -> tuple[Hint, ...]:
    """V-99: an objection on its last day would be decided after the report is due (trap G-3)."""
    if forecast is None or forecast.fits:
        return ()
    facts = {
        "hand_over_by": forecast.hand_over_by.isoformat(),
        "end": forecast.expected_end.isoformat(),
        "limit": forecast.report_limit.isoformat(),
    }
    return (Hint("V-99", facts, ("process", "handed_over_on")),)


def document_hints(evaluation: Evaluation) -> tuple[Hint, ...]:
    """V-95 the document has no predicate; V-96 it has neither note nor recommendation (p. 114 no. 3)."""
    found = []
    if evaluation.predicate is None:
        found.append(Hint("V-95", place=("predicate",)))
    if not evaluation.note.strip():
        found.append(Hint("V-96", place=("note",)))
    return tuple(found)


def bundle_hints(plan: PerformancePlan | PlanHead | None, evaluation: Evaluation) -> tuple[Hint, ...]:
    """V-97: the report goes with the SKP and the C sheet; one of them cannot be enclosed (Art. 28(2))."""
    has_plan = plan is not None and plan.state is PlanState.FIXED
    has_sheet = evaluation.is_closed and bool(evaluation.parties)
    return () if has_plan and has_sheet else (Hint("V-97", place=("process", "reported_on")),)


def objection_hints(
    objection: Objection, clocks: Clockwork, process: ProcessDates | None, *, is_final: bool, superior_id: str
) -> tuple[Hint, ...]:
    """V-88 no reasons; V-89 later than 14 working days; V-90 the result is final; V-91 the wrong addressee."""
    found = []
    if not objection.reasons.strip():
        found.append(Hint("V-88", place=("objection", "reasons")))
    reached = process.reached_ratee_on if process is not None else None
    if reached is not None:
        limit = clocks.calendar.add(reached, clocks.rules.working_days(Duty.OBJECTION))
        if objection.received_on > limit:
            found.append(Hint("V-89", {"limit": limit.isoformat()}, ("objection", "received_on")))
    if is_final:
        found.append(Hint("V-90", place=("objection",)))
    if objection.addressee_id != superior_id:
        found.append(Hint("V-91", place=("objection", "addressee_id")))
    return tuple(found)


def decision_hints(objection: Objection, clocks: Clockwork) -> tuple[Hint, ...]:
    """V-92 not both were heard; V-93 later than 7 working days; V-94 a change that is none or says nothing new."""
    found = []
    if not objection.ratee_statement.strip() or not objection.rater_statement.strip():
        found.append(Hint("V-92", place=("objection", "statements")))
    dates = objection.dates
    decision = clocks.in_working_days(Duty.DECISION, dates.received_on, dates.decided_on)
    found += late_hints((decision,))
    if objection.decision is ObjectionDecision.CHANGED:
        found += changed_document_hints(objection)
    return tuple(found)


def changed_document_hints(objection: Objection) -> tuple[Hint, ...]:
    """V-94: a D.1.3 stands only on a decision that changes the result and gives a new recommendation (p. 118 no. 7)."""
    is_changed = objection.decision is ObjectionDecision.CHANGED and objection.after not in (None, objection.before)
    if is_changed and objection.recommendation.strip():
        return ()
    return (Hint("V-94", place=("objection", "recommendation")),)
