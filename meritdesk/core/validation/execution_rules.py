"""What is missing while a plan is carried out: evidence, feedback, guidance, notes (V-50 to V-58, V-72, V-73)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from meritdesk.core.agency_settings import AgencySettings, DocumentationPeriod
from meritdesk.core.confidential import BehaviourProblem, ConfidentialRecord, Counselling
from meritdesk.core.evaluation import Actual, IndicatorClass
from meritdesk.core.evidence import Evidence, EvidenceKind, EvidenceOwner
from meritdesk.core.execution import TakeOver
from meritdesk.core.feedback import FeedbackEntry, FeedbackGiver, FeedbackRhythm, entries_in
from meritdesk.core.guidance import Coaching, GuidanceRecord
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, Planned
from meritdesk.core.scoring.suggestion import measured_class
from meritdesk.core.validation import Hint


def settings_hints(settings: AgencySettings) -> tuple[Hint, ...]:
    """V-50: the agency has not said how often performance is documented (Art. 16(4))."""
    if settings.documentation_period is DocumentationPeriod.UNSET:
        return (Hint("V-50", place=("settings", "documentation_period")),)
    return ()


def evidence_hints(evidence: Iterable[Evidence]) -> tuple[Hint, ...]:
    """V-51: something rests on evidence of activity alone (p. 68 no. 7); one file that shows a result is enough."""
    theirs: dict[tuple[EvidenceOwner, str, str], list[Evidence]] = {}
    for one in evidence:
        theirs.setdefault((one.owner, one.owner_id, one.period), []).append(one)
    return tuple(
        Hint("V-51", {"file": files[0].file_name}, (owner.value, owner_id, period))
        for (owner, owner_id, period), files in theirs.items()
        if all(one.kind is EvidenceKind.ACTIVITY for one in files)
    )


def feedback_hints(entries: Sequence[FeedbackEntry], period: Period) -> tuple[Hint, ...]:
    """V-52: no scheduled feedback by a leader in the period, although it is a duty (Art. 19(2))."""
    scheduled = (
        entry.giver is FeedbackGiver.LEADER and entry.rhythm is FeedbackRhythm.SCHEDULED
        for entry in entries_in(entries, period)
    )
    return () if any(scheduled) else (Hint("V-52", {"period": period.code}, ("feedback", period.code)),)


def entry_hints(entry: FeedbackEntry, has_files: bool = False) -> tuple[Hint, ...]:
    """V-53: an entry does not say who gave it or on what it rests (p. 194 note ***)."""
    named = entry.giver_id or entry.giver_name.strip()
    grounded = has_files or entry.evidence.strip()
    if named and grounded:
        return ()
    return (Hint("V-53", place=("feedback", entry.entry_id, "giver" if not named else "evidence")),)


def coaching_hints(records: Iterable[GuidanceRecord], plans: Iterable[Planned]) -> tuple[Hint, ...]:
    """V-54: coaching agreed on another measure or target, and the plan was not changed since (p. 80)."""
    changed = {
        person_id: max(plan.fixed_on for plan in plans_of if plan.fixed_on is not None)
        for person_id, plans_of in _by_person(plans).items()
        if any(plan.fixed_on is not None for plan in plans_of)
    }
    hints = []
    for record in records:
        if not isinstance(record.body, Coaching) or not record.body.adjusts_plan:
            continue
        since = changed.get(record.person_id)
        if since is None or since < record.held_on:
            hints.append(Hint("V-54", {"day": record.held_on.isoformat()}, ("guidance", record.record_id)))
    return tuple(hints)


def takeover_hints(takeover: TakeOver) -> tuple[Hint, ...]:
    """V-55: a take-over without a note; V-56: nothing was tried before it (Art. 20(6)-(7))."""
    hints = []
    if not takeover.note.strip():
        hints.append(Hint("V-55", place=("takeover", takeover.takeover_id, "note")))
    if not takeover.earlier:
        hints.append(Hint("V-56", place=("takeover", takeover.takeover_id, "earlier")))
    return tuple(hints)


def confidential_hints(record: ConfidentialRecord, known_feedback: Collection[str] | None = None) -> tuple[Hint, ...]:
    """V-57: a behaviour report without an earlier talk or without feedback as evidence; V-58: an untrained counsellor.

    ``known_feedback`` are the ids of the log; an entry that is no longer there proves nothing.
    """
    body = record.body
    place = ("confidential", record.record_id)
    if isinstance(body, BehaviourProblem):
        proofs = [one for one in body.feedback_ids if known_feedback is None or one in known_feedback]
        return () if body.told_on is not None and proofs else (Hint("V-57", place=place),)
    if isinstance(body, Counselling) and body.is_rater and not body.is_trained:
        return (Hint("V-58", place=place),)
    return ()


def actual_hints(plan: PerformancePlan, actuals: Mapping[str, Actual], evidenced: Collection[str]) -> tuple[Hint, ...]:
    """V-72: below the target, classed as meeting it, and no reason; V-73: no realisation or nothing to prove it.

    ``evidenced`` are the indicators with evidence attached. V-73 is one hint that counts (p. 97 a, p. 194 note ****).
    """
    hints = []
    lacking = 0
    for result in plan.results:
        for place, indicator in enumerate(result.indicators, start=1):
            actual = actuals.get(indicator.indicator_id)
            if actual is None or not (actual.text.strip() or actual.value is not None):
                lacking += 1
                continue
            lacking += indicator.indicator_id not in evidenced
            measured = measured_class(indicator.target, actual.value)
            is_lifted = measured is IndicatorClass.BELOW and actual.override is IndicatorClass.MEETS
            if is_lifted and not (actual.override_reason.strip() or actual.feedback.strip()):
                facts = {"number": f"{result.number}.{place}", "rating": "RATING:MEETS"}
                hints.append(Hint("V-72", facts, ("actual", indicator.indicator_id, "override_reason")))
    if lacking:
        facts = {"missing": str(lacking), "indicators": str(len(plan.indicators))}
        hints.append(Hint("V-73", facts, ("actual",)))
    return tuple(hints)


def _by_person(plans: Iterable[Planned]) -> dict[str, list[Planned]]:
    theirs: dict[str, list[Planned]] = {}
    for plan in plans:
        theirs.setdefault(plan.person_id, []).append(plan)
    return theirs
