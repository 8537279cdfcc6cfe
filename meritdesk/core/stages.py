"""The stages of a person's year, from rater to handed over, and the people who have passed one or still wait for it.

The board of the overview counts them, the worklist asks for what can be done now, and every list that is opened from
there keeps exactly the people who were counted: all three ask for the same ``Cohort``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.periods import Period


class Stage(StrEnum):
    """What has to be true of everybody by the end of the year, in the order in which it happens."""

    RATER = "RATER"
    PLAN = "PLAN"
    FIXED = "FIXED"
    ACTUALS = "ACTUALS"
    RATED = "RATED"
    CLOSED = "CLOSED"
    PRINTED = "PRINTED"
    SIGNED = "SIGNED"
    SENT = "SENT"


class Reach(StrEnum):
    """How far people are with a stage: past it, not past it, or ready for it because the one before is done."""

    DONE = "DONE"
    OPEN = "OPEN"
    READY = "READY"


COMES_AFTER = {
    Stage.FIXED: Stage.PLAN,
    Stage.ACTUALS: Stage.PLAN,
    Stage.CLOSED: Stage.RATED,
    Stage.PRINTED: Stage.CLOSED,
    Stage.SIGNED: Stage.PRINTED,
    Stage.SENT: Stage.CLOSED,
}
"""What must be done before a stage can be; a stage that is not named here can be done at any time."""

Signers = tuple[tuple[str, tuple[str, ...]], ...]
"""By the code of a form the roles that sign it: a value, so that a cohort stays one."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """The people who are appraised in a period and stand so at a stage; no units means the whole agency.

    ``signers`` says who signs which form; only the stage of signatures asks for it.
    """

    period: Period
    stage: Stage
    reach: Reach = Reach.OPEN
    unit_ids: tuple[str, ...] = ()
    signers: Signers = ()


@dataclass(frozen=True, slots=True)
class CohortLine:
    """One person of a cohort with all the stages he has passed."""

    person_id: str
    nip: str
    name: str
    position: str
    unit_id: str
    unit_name: str
    rater_id: str
    rater_name: str
    done: frozenset[Stage]
