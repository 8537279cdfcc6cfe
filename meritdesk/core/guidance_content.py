"""What the printed records of guidance show: B.1.6 to B.1.9 and the confidential B.1.10 (Art. 20 to 22, p. 79-87)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from meritdesk.core.confidential import BehaviourProblem
from meritdesk.core.documents import Form, SheetContent
from meritdesk.core.guidance import (
    Coaching,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    GuidanceKind,
    Mentoring,
)
from meritdesk.core.people import PersonBlock, block_facts

FORM_OF_KIND: Mapping[GuidanceKind, Form] = {
    GuidanceKind.COACHING: Form.B_1_6,
    GuidanceKind.MENTORING: Form.B_1_7,
    GuidanceKind.FEEDBACK: Form.B_1_8,
    GuidanceKind.COMPETENCY: Form.B_1_9,
}
"""The open records that the regulation draws; a training has no form."""

KIND_OF_FORM: Mapping[Form, GuidanceKind] = {form: kind for kind, form in FORM_OF_KIND.items()}

PrintedBody: TypeAlias = Coaching | Mentoring | GuidanceFeedback | CompetencyEvaluation


@dataclass(frozen=True, slots=True)
class GuidanceContent(SheetContent):
    """One open record as its form shows it; ``guide`` signs as leader or as the person with the special task."""

    body: PrintedBody
    guide: PersonBlock


@dataclass(frozen=True, slots=True)
class ProblemContent(SheetContent):
    """The answers of a behaviour problem report; nothing else of the confidential record stands on B.1.10."""

    expectation: str
    problem: str
    others_too: bool | None
    done_so_far: str


def problem_content(body: BehaviourProblem) -> ProblemContent:
    """What B.1.10 shows of a report; talks, proofs and readers stay in the record."""
    return ProblemContent(body.expectation, body.problem, body.others_too, body.done_so_far)


def ordered_scores(
    body: CompetencyEvaluation,
) -> tuple[tuple[tuple[Competency, tuple[CompetencyScore, ...]], ...], tuple[CompetencyScore, ...]]:
    """The scores of B.1.9 in its order: each fixed competency, scored or not, then the technical ones as entered."""
    fixed = tuple((one, tuple(score for score in body.scores if score.competency is one)) for one in Competency)
    return fixed, tuple(score for score in body.scores if score.competency is None)


def content_facts(
    content: GuidanceContent | ProblemContent, held_on: date, parties: tuple[PersonBlock, ...]
) -> dict[str, object]:
    """What the sheet says as plain values, for its digest: other words or other people make another digest."""
    facts: dict[str, object] = {"held_on": held_on.isoformat(), "parties": block_facts(parties)}
    if isinstance(content, GuidanceContent):
        return {**facts, "body": _plain(content.body), "guide": block_facts([content.guide])}
    return {**facts, "body": _plain(content)}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value
