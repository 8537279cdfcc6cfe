"""What the sheets of execution show besides the plan: action plan, documentation and feedback (B.1.1 to B.1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.documents import SheetContent
from meritdesk.core.evaluation import Actual
from meritdesk.core.evidence import Evidence, EvidenceOwner
from meritdesk.core.execution import ActionStep, Documentation
from meritdesk.core.feedback import FeedbackEntry, FeedbackGiver
from meritdesk.core.people import PersonBlock, block_facts
from meritdesk.core.plan import BehaviourValue, PerformancePlan


@dataclass(frozen=True, slots=True)
class DocumentedLine:
    """One line of B.1.2: what was reached when, on which step (0 for the result), and what shows it."""

    documented_on: date
    text: str
    step: int = 0
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionPlanContent(SheetContent):
    """The action plan and, for B.1.2, the documentation of each result, by the id of the result."""

    steps: Mapping[str, tuple[ActionStep, ...]] = field(default_factory=dict)
    documentation: Mapping[str, tuple[DocumentedLine, ...]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a step nor a line."""
        return not self.steps and not self.documentation


@dataclass(frozen=True, slots=True)
class GivenFeedback:
    """One piece of feedback in a cell; ``giver`` is None where the text was taken over as it stands."""

    text: str
    giver: FeedbackGiver | None = None
    giver_name: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackContent(SheetContent):
    """What was said in a period on results and behaviour, and what the actuals rest on, by indicator."""

    on_results: Mapping[str, tuple[GivenFeedback, ...]] = field(default_factory=dict)
    on_behaviour: Mapping[BehaviourValue, tuple[GivenFeedback, ...]] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def evidence_titles(evidence: Iterable[Evidence], owner: EvidenceOwner) -> dict[str, tuple[str, ...]]:
    """What stands on paper for attached files, by what they belong to: the title, else the name of the file."""
    titles: dict[str, tuple[str, ...]] = {}
    for one in evidence:
        if one.owner is owner:
            titles[one.owner_id] = (*titles.get(one.owner_id, ()), one.title or one.file_name)
    return titles


def action_plan_content(
    plan: PerformancePlan,
    steps: Iterable[ActionStep],
    documentation: Iterable[Documentation] = (),
    titles: Mapping[str, Sequence[str]] | None = None,
) -> ActionPlanContent:
    """The steps and lines on the results of a plan, lines in the order of their steps and days.

    ``titles`` are those of the files under each line of documentation.
    """
    own = {result.result_id for result in plan.results}
    by_result: dict[str, list[ActionStep]] = {}
    for step in steps:
        if step.result_id in own:
            by_result.setdefault(step.result_id, []).append(step)
    told: dict[str, list[DocumentedLine]] = {}
    for line in sorted(documentation, key=_place_of):
        if line.result_id in own:
            shown = _distinct(line.evidence, (titles or {}).get(line.documentation_id, ()))
            told.setdefault(line.result_id, []).append(DocumentedLine(line.documented_on, line.text, line.step, shown))
    return ActionPlanContent(
        {key: tuple(sorted(listed, key=lambda step: step.number)) for key, listed in by_result.items()},
        {key: tuple(lines) for key, lines in told.items()},
    )


def feedback_content(
    plan: PerformancePlan,
    entries: Iterable[FeedbackEntry],
    evidence: Iterable[Evidence] = (),
    said: Mapping[BehaviourValue, str] | None = None,
) -> FeedbackContent:
    """What the log of one period says on a plan, in the order given.

    ``said`` is feedback on behaviour that came with the evaluation; what the log says already is not said twice.
    ``evidence`` is that of this person for this period.
    """
    pieces = tuple(evidence)
    titles = evidence_titles(pieces, EvidenceOwner.FEEDBACK)
    own = {result.result_id for result in plan.results}
    on_results: dict[str, tuple[GivenFeedback, ...]] = {}
    on_behaviour: dict[BehaviourValue, tuple[GivenFeedback, ...]] = {}
    for entry in entries:
        shown = _distinct(entry.evidence, titles.get(entry.entry_id, ()))
        given = GivenFeedback(entry.text, entry.giver, entry.named_giver, shown)
        if entry.behaviour is not None:
            on_behaviour[entry.behaviour] = (*on_behaviour.get(entry.behaviour, ()), given)
        elif entry.result_id in own:
            on_results[entry.result_id] = (*on_results.get(entry.result_id, ()), given)
    for value, text in (said or {}).items():
        if text.strip() and not says_already(on_behaviour.get(value, ()), text):
            on_behaviour[value] = (*on_behaviour.get(value, ()), GivenFeedback(text))
    return FeedbackContent(on_results, on_behaviour, evidence_titles(pieces, EvidenceOwner.ACTUAL))


def says_already(given: Iterable[GivenFeedback], text: str) -> bool:
    """Whether a text is one of these pieces, with or without its giver in front of it."""
    wanted = _plain(text)
    for one in given:
        known = _plain(one.text)
        if known and wanted.endswith(known):
            before = wanted.removesuffix(known).rstrip()
            if not before or before.endswith(":"):
                return True
    return False


def action_plan_facts(
    plan: PerformancePlan, content: ActionPlanContent, parties: Sequence[PersonBlock]
) -> dict[str, object]:
    """What a digest of a B.1.1 or B.1.2 vouches for: the results with steps and lines, whose, and for which days."""
    return {
        "plan_id": plan.plan_id,
        "version": plan.version,
        "days": [plan.starts.isoformat(), plan.ends.isoformat()],
        "results": [
            [
                result.number,
                result.kind.value,
                result.text,
                [
                    [step.number, step.text, step.due_on.isoformat() if step.due_on else ""]
                    for step in content.steps.get(result.result_id, ())
                ],
                [
                    [line.step, line.documented_on.isoformat(), line.text, list(line.evidence)]
                    for line in content.documentation.get(result.result_id, ())
                ],
            ]
            for result in plan.results
        ],
        "parties": block_facts(parties),
    }


def feedback_facts(
    plan_digest: str,
    plan: PerformancePlan,
    actuals: Mapping[str, Actual],
    content: FeedbackContent,
    parties: Sequence[PersonBlock],
) -> dict[str, object]:
    """What a digest of a feedback record vouches for: plan, actuals with what proves them, and every word said."""
    return {
        "plan": plan_digest,
        "actuals": [
            [place, *_actual_facts(actuals.get(one.indicator_id)), list(content.evidence.get(one.indicator_id, ()))]
            for place, one in enumerate(plan.indicators)
            if one.indicator_id in actuals or one.indicator_id in content.evidence
        ],
        "results": [
            [result.number, _given_facts(content.on_results[result.result_id])]
            for result in plan.results
            if result.result_id in content.on_results
        ],
        "behaviour": [
            [value.value, _given_facts(content.on_behaviour[value])]
            for value in BehaviourValue
            if value in content.on_behaviour
        ],
        "parties": block_facts(parties),
    }


def _actual_facts(actual: Actual | None) -> list[str]:
    if actual is None:
        return ["", "", ""]
    return [actual.text, str(actual.value) if actual.value is not None else "", actual.feedback]


def _given_facts(given: Sequence[GivenFeedback]) -> list[list[object]]:
    return [[one.giver.value if one.giver else "", one.giver_name, one.text, list(one.evidence)] for one in given]


def _place_of(line: Documentation) -> tuple[bool, int, date, str]:
    """Lines on a step in the order of the steps, then those on the result as a whole."""
    return not line.step, line.step, line.documented_on, line.documentation_id


def _distinct(told: str, titles: Sequence[str]) -> tuple[str, ...]:
    """What something rests on: as it was told, then the titles of the files, each once."""
    return tuple(dict.fromkeys(part for part in (told.strip(), *titles) if part))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
