"""Objection (keberatan): a ratee asks the rater's superior to look again, both are heard, and the superior decides.

The result stands, or it is changed; only then a D.1.3 is made (PermenPANRB 6/2022 Art. 29, p. 117-119). A result given
by the head of region or by the superior of an inactive rater is final and knows no objection (R-07).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.circumstances import Revision, RevisionReason
from meritdesk.core.deadlines import ObjectionDates
from meritdesk.core.evaluation import (
    Evaluation,
    EvaluationState,
    PackRef,
    Predicate,
    Rating,
    Reason,
    SupersededVersion,
    superseded,
)
from meritdesk.core.people import EmploymentType, Person
from meritdesk.core.periods import Period


class ObjectionDecision(StrEnum):
    """What the rater's superior decided: the result stands as it is, or it is changed."""

    CONFIRMED = "CONFIRMED"
    CHANGED = "CHANGED"


class ObjectionState(StrEnum):
    """How far an objection is: both must be heard before it can be decided (p. 117 B.4)."""

    OPEN = "OPEN"
    HEARD = "HEARD"
    DECIDED = "DECIDED"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The two ratings of an evaluation with the predicate that follows from them."""

    result_rating: Rating
    behaviour_rating: Rating
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection with all that is said and decided about it; a text or day not known yet is empty.

    ``evaluation_version`` is the version objected to and ``before`` its verdict; ``after`` is filled by a decision
    that changes it. ``received_on`` is the day on which the superior received it: from then his seven working days run.
    """

    objection_id: str
    register_number: str
    evaluation_id: str
    evaluation_version: int
    person_id: str
    period: Period
    received_on: date
    addressee_id: str
    reasons: str
    before: Verdict
    ratee_statement: str = ""
    rater_statement: str = ""
    decision: ObjectionDecision | None = None
    decided_on: date | None = None
    grounds: str = ""
    recommendation: str = ""
    after: Verdict | None = None

    @property
    def state(self) -> ObjectionState:
        """How far it is."""
        if self.decision is not None:
            return ObjectionState.DECIDED
        is_heard = bool(self.ratee_statement.strip() and self.rater_statement.strip())
        return ObjectionState.HEARD if is_heard else ObjectionState.OPEN

    @property
    def dates(self) -> ObjectionDates:
        """What its clocks run on."""
        return ObjectionDates(self.received_on, self.decided_on)


def register_number(agency: str, year: int, serial: int) -> str:
    """The number of an objection in the register: one series a year, apart from the numbers of printed papers."""
    return f"RK/{agency}/{year}/{serial:06d}"


def verdict_of(evaluation: Evaluation) -> Verdict | None:
    """The verdict of a closed evaluation; nothing while it has none."""
    if evaluation.result_rating is None or evaluation.behaviour_rating is None or evaluation.predicate is None:
        return None
    return Verdict(evaluation.result_rating, evaluation.behaviour_rating, evaluation.predicate)


def is_final(evaluation: Evaluation, rater: Person | None) -> bool:
    """Whether no objection is possible: rated by the head of region, or by the superior of an inactive rater (R-07)."""
    by_head_of_region = rater is not None and rater.employment is EmploymentType.OFFICIAL
    return evaluation.is_final or evaluation.is_by_superior or by_head_of_region


def decided(
    objection: Objection, decision: ObjectionDecision, decided_on: date, grounds: str, recommendation: str = ""
) -> Objection:
    """The objection with the superior's decision; a confirmed result carries no new recommendation."""
    return replace(
        objection,
        decision=decision,
        decided_on=decided_on,
        grounds=grounds.strip(),
        recommendation=recommendation.strip() if decision is ObjectionDecision.CHANGED else "",
    )


def after_objection(
    closed: Evaluation, objection: Objection, quadrant: tuple[Reason, ...], packs: tuple[PackRef, ...], decided_by: str
) -> tuple[SupersededVersion, Evaluation]:
    """What an objection that changed the result leaves: the old version kept whole, and the next one closed.

    People, unit and organisation level stay those of the closing: an objection is about the verdict. The reasons of
    the old label give way to those of the new one, with the decision on top. The digest is the caller's to make.
    """
    after = objection.after
    if after is None or objection.decided_on is None:
        raise ValueError("only a decided objection that changed the result makes a new version")
    revision = Revision(RevisionReason.OBJECTION, objection.grounds, decided_by, objection.decided_on)
    kept, opened = superseded(closed, revision)
    facts = {
        "number": objection.register_number,
        "before": f"PREDICATE:{objection.before.predicate.name}",
        "after": f"PREDICATE:{after.predicate.name}",
        "grounds": objection.grounds,
    }
    new = replace(
        opened,
        state=EvaluationState.CLOSED,
        result_rating=after.result_rating,
        behaviour_rating=after.behaviour_rating,
        predicate=after.predicate,
        org_level=closed.org_level,
        parties=closed.parties,
        note=objection.recommendation,
        reason=objection.grounds,
        explanation=(Reason("ASM-OBJECTION-CHANGED", "Art. 29", facts), *quadrant),
        packs=packs,
        closed_on=objection.decided_on,
    )
    return kept, new
