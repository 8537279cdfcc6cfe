"""What is special about one evaluation: who evaluated instead of the rater, a drop-out, a reused result, a new version.

Each of these is a recorded fact with a date and the paper or the person it rests on; nothing here is guessed. They
travel and are stored as one flat mapping of texts, so that an evaluation without anything special stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TakeOverBasis(StrEnum):
    """Why the superior of the rater evaluates (6/2022 p. 89 no. 2-3, p. 90 no. 11)."""

    NOT_RATED = "NOT_RATED"  # the evaluation window is over and the rater did not rate
    ABSENT = "ABSENT"  # the rater is permanently prevented (berhalangan tetap)


class FinalBasis(StrEnum):
    """Why no objection stands behind a result (R-07)."""

    HEAD_OF_REGION = "HEAD_OF_REGION"
    SUPERIOR_OF_RATER = "SUPERIOR_OF_RATER"


class RevisionReason(StrEnum):
    """Why a closed evaluation is superseded by a new version."""

    ENTRY_ERROR = "ENTRY_ERROR"  # what was typed is not what the rater decided
    NEW_EVIDENCE = "NEW_EVIDENCE"
    LEVEL_CORRECTED = "LEVEL_CORRECTED"  # the organisation level was published anew
    WRONG_RATER = "WRONG_RATER"
    OBJECTION = "OBJECTION"  # decision of the rater's superior (D.1.3)
    INSPECTION = "INSPECTION"  # ordered by supervision


@dataclass(frozen=True, slots=True)
class TakeOver:
    """The superior of an inactive rater evaluates, himself or through a Plt or Plh he delegated (R-08)."""

    evaluator_id: str
    basis: TakeOverBasis
    reason: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class DropOut:
    """Study leave that ended without a degree: the quadrant does not count (R-48, V-67)."""

    ended_on: date
    reference: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """The last periodic result counts again by agreement after a move (R-69, V-81)."""

    source_period: str
    source_evaluation_id: str
    source_version: int
    agreed_on: date
    agreement: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Why this version supersedes a closed one: the reason by its code and in words, who and when."""

    reason: RevisionReason
    why: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything special about one evaluation; nothing is the usual case."""

    take_over: TakeOver | None = None
    drop_out: DropOut | None = None
    reuse: Reuse | None = None
    revision: Revision | None = None
    final: FinalBasis | None = None

    @property
    def is_usual(self) -> bool:
        """Whether nothing special is recorded."""
        return self == Circumstances()


def circumstance_facts(circumstances: Circumstances) -> dict[str, str]:
    """The circumstances as flat texts, for storing, sending and vouching; empty when there is nothing special."""
    facts: dict[str, str] = {}
    if (take_over := circumstances.take_over) is not None:
        facts["take_over.evaluator_id"] = take_over.evaluator_id
        facts["take_over.basis"] = take_over.basis.value
        facts["take_over.reason"] = take_over.reason
        facts["take_over.decided_on"] = take_over.decided_on.isoformat()
    if (drop_out := circumstances.drop_out) is not None:
        facts["drop_out.ended_on"] = drop_out.ended_on.isoformat()
        facts["drop_out.reference"] = drop_out.reference
    if (reuse := circumstances.reuse) is not None:
        facts["reuse.source_period"] = reuse.source_period
        facts["reuse.source_evaluation_id"] = reuse.source_evaluation_id
        facts["reuse.source_version"] = str(reuse.source_version)
        facts["reuse.agreed_on"] = reuse.agreed_on.isoformat()
        facts["reuse.agreement"] = reuse.agreement
    if (revision := circumstances.revision) is not None:
        facts["revision.reason"] = revision.reason.value
        facts["revision.why"] = revision.why
        facts["revision.by"] = revision.by
        facts["revision.on"] = revision.on.isoformat()
    if circumstances.final is not None:
        facts["final"] = circumstances.final.value
    return facts


def circumstances_of(facts: Mapping[str, str]) -> Circumstances:
    """The circumstances that flat texts say; ``ValueError`` when a part of one is missing or unreadable."""
    try:
        return Circumstances(
            take_over=TakeOver(
                facts["take_over.evaluator_id"],
                TakeOverBasis(facts["take_over.basis"]),
                facts["take_over.reason"],
                date.fromisoformat(facts["take_over.decided_on"]),
            )
            if "take_over.basis" in facts
            else None,
            drop_out=DropOut(date.fromisoformat(facts["drop_out.ended_on"]), facts["drop_out.reference"])
            if "drop_out.ended_on" in facts
            else None,
            reuse=Reuse(
                facts["reuse.source_period"],
                facts["reuse.source_evaluation_id"],
                int(facts["reuse.source_version"]),
                date.fromisoformat(facts["reuse.agreed_on"]),
                facts["reuse.agreement"],
            )
            if "reuse.source_period" in facts
            else None,
            revision=Revision(
                RevisionReason(facts["revision.reason"]),
                facts["revision.why"],
                facts["revision.by"],
                date.fromisoformat(facts["revision.on"]),
            )
            if "revision.reason" in facts
            else None,
            final=FinalBasis(facts["final"]) if "final" in facts else None,
        )
    except KeyError as missing:
        raise ValueError(f"circumstance without {missing}") from missing
