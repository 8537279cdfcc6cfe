"""Actuals, ratings and the evaluation of one person in one period, with the reasons of every label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.circumstances import Circumstances, FinalBasis, Revision, circumstance_facts
from meritdesk.core.people import PersonBlock, block_facts
from meritdesk.core.periods import Period
from meritdesk.core.plan import BehaviourValue


class Rating(StrEnum):
    """The rater's verdict on results or behaviour (R-63, R-65)."""

    ABOVE = "ABOVE"
    MEETS = "MEETS"
    BELOW = "BELOW"


class SuggestedRating(StrEnum):
    """What the figures suggest for the results; never a verdict, never stored as one (rules section 5)."""

    ABOVE = "ABOVE"
    MEETS = "MEETS"
    BELOW = "BELOW"


class Predicate(StrEnum):
    """The label of a person (R-66), from best to worst."""

    VERY_GOOD = "VERY_GOOD"
    GOOD = "GOOD"
    NEEDS_IMPROVEMENT = "NEEDS_IMPROVEMENT"
    POOR = "POOR"  # Kurang (Misconduct)
    VERY_POOR = "VERY_POOR"


class OrgLevel(StrEnum):
    """The label of an organisation (R-58)."""

    OUTSTANDING = "OUTSTANDING"  # Istimewa
    GOOD = "GOOD"
    NEEDS_IMPROVEMENT = "NEEDS_IMPROVEMENT"
    POOR = "POOR"
    VERY_POOR = "VERY_POOR"


class IndicatorClass(StrEnum):
    """Where an actual lies against its target."""

    ABOVE = "ABOVE"
    MEETS = "MEETS"
    BELOW = "BELOW"


@dataclass(frozen=True, slots=True)
class Actual:
    """What was achieved on one indicator in one period, with its source and the feedback on it.

    ``value`` is the measured number in the unit of the target; ``text`` is what is printed. ``override`` is the class
    the leader set instead of the measured one, and then ``override_reason`` is filled (R-64).
    """

    indicator_id: str
    period: Period
    text: str
    value: Decimal | None = None
    feedback: str = ""
    override: IndicatorClass | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationLevel:
    """The level a unit reached in a period and where that is written."""

    unit_id: str
    period: Period
    level: OrgLevel
    source: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation: a text code with its facts and the article it rests on.

    The words stand in the messages files under ``reasons``; screen, paper and export render the same line.
    """

    code: str
    source: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested result rating with its reasons; ``rating`` is None when there is nothing to judge."""

    rating: SuggestedRating | None
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PackRef:
    """A rule pack that made a result: its id and the digest of its content."""

    pack_id: str
    digest: str


class EvaluationState(StrEnum):
    """OPEN while ratings are entered; CLOSED is final and never recalculated."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class EvaluationHead:
    """What lists over everybody ask of an evaluation, without its texts and reasons."""

    evaluation_id: str
    person_id: str
    state: EvaluationState
    result_rating: Rating | None
    predicate: Predicate | None

    @property
    def is_closed(self) -> bool:
        """Whether the evaluation is final."""
        return self.state is EvaluationState.CLOSED


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The evaluation of one person in one period; closed ones keep the packs that made them.

    ``parties`` are ratee, rater and, where the rater has one, the superior, as they stood at closing: name, rank, post
    and unit that the sheet shows for good. It is empty while the evaluation is open. ``suggested`` stays apart from
    ``result_rating`` and where they differ ``reason`` says why (V-71). A closed evaluation without a predicate was set
    aside by a waiver: its explanation names who and why.
    """

    evaluation_id: str
    person_id: str
    period: Period
    result_rating: Rating | None = None
    behaviour_rating: Rating | None = None
    reason: str = ""
    note: str = ""
    feedback: Mapping[BehaviourValue, str] = field(default_factory=dict)
    state: EvaluationState = EvaluationState.OPEN
    rater_id: str = ""
    superior_id: str = ""
    led_unit_id: str = ""
    org_level: OrgLevel | None = None
    suggested: SuggestedRating | None = None
    predicate: Predicate | None = None
    explanation: tuple[Reason, ...] = ()
    packs: tuple[PackRef, ...] = ()
    closed_on: date | None = None
    version: int = 1
    digest: str = ""
    parties: tuple[PersonBlock, ...] = ()
    circumstances: Circumstances = field(default_factory=Circumstances)

    @property
    def is_closed(self) -> bool:
        """Whether the evaluation is final."""
        return self.state is EvaluationState.CLOSED

    @property
    def is_by_superior(self) -> bool:
        """Whether the superior of the rater evaluates, so that D.1.2 is the document and not D.1.1 (V-87)."""
        special = self.circumstances
        return special.take_over is not None or special.final is FinalBasis.SUPERIOR_OF_RATER

    @property
    def is_final(self) -> bool:
        """Whether the closed result stands without an objection behind it (R-07)."""
        return self.is_closed and self.circumstances.final is not None

    @property
    def evaluator_id(self) -> str:
        """Who evaluates and signs: the rater, or who took over from him (R-08)."""
        take_over = self.circumstances.take_over
        return take_over.evaluator_id if take_over is not None else self.rater_id


@dataclass(frozen=True, slots=True)
class SupersededVersion:
    """A closed evaluation as it stood before a new version took its place; it is kept whole and never changed."""

    evaluation: Evaluation
    revision: Revision


def superseded(closed: Evaluation, revision: Revision) -> tuple[SupersededVersion, Evaluation]:
    """Keep a closed evaluation and open the next version of it, from the same ratings and texts (design 3.19).

    The new version is open and unexplained until it is closed in its turn. What was agreed for the old one (take-over,
    drop-out, reuse) still stands; ``ValueError`` for an evaluation that is not closed.
    """
    if not closed.is_closed:
        raise ValueError("only a closed evaluation has a version to supersede")
    opened = replace(
        closed,
        state=EvaluationState.OPEN,
        version=closed.version + 1,
        predicate=None,
        org_level=None,
        explanation=(),
        packs=(),
        parties=(),
        closed_on=None,
        digest="",
        circumstances=replace(closed.circumstances, revision=revision, final=None),
    )
    return SupersededVersion(closed, revision), opened


def evaluation_facts(evaluation: Evaluation, plan_digest: str, actuals: Mapping[str, Actual]) -> dict[str, object]:
    """What a digest of an evaluation vouches for: verdicts, who gave them to whom, on which plan and actuals.

    Circumstances stand in it only where there are any, so that earlier digests keep their value.
    """
    special = circumstance_facts(evaluation.circumstances)
    return {
        **({"circumstances": special} if special else {}),
        "evaluation_id": evaluation.evaluation_id,
        "person_id": evaluation.person_id,
        "period": evaluation.period.code,
        "version": evaluation.version,
        "result_rating": evaluation.result_rating.value if evaluation.result_rating else "",
        "behaviour_rating": evaluation.behaviour_rating.value if evaluation.behaviour_rating else "",
        "predicate": evaluation.predicate.value if evaluation.predicate else "",
        "org_level": evaluation.org_level.value if evaluation.org_level else "",
        "rater_id": evaluation.rater_id,
        "superior_id": evaluation.superior_id,
        "led_unit_id": evaluation.led_unit_id,
        "parties": block_facts(evaluation.parties),
        "reason": evaluation.reason,
        "note": evaluation.note,
        "feedback": {value.value: text for value, text in evaluation.feedback.items()},
        "closed_on": evaluation.closed_on.isoformat() if evaluation.closed_on else "",
        "packs": [[pack.pack_id, pack.digest] for pack in evaluation.packs],
        "plan": plan_digest,
        "actuals": {
            indicator_id: [
                actual.text,
                str(actual.value) if actual.value is not None else "",
                actual.feedback,
                actual.override.value if actual.override else "",
                actual.override_reason,
            ]
            for indicator_id, actual in sorted(actuals.items())
        },
    }
