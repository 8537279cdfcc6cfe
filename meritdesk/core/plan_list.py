"""The people of a year with the state of their plan, as light lines: what part is wanted, and one line of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.stages import Cohort


class PlanField(StrEnum):
    """A field of the list of plans by which it can be put in order; named as in ``PlanListLine``."""

    NAME = "name"
    NIP = "nip"
    POSITION = "position"
    UNIT = "unit_name"
    RATER = "rater_name"
    STATE = "state"
    INDICATORS = "indicators"
    ACTUALS = "actuals"


@dataclass(frozen=True, slots=True)
class PlanQuery:
    """Who is wanted: whoever must have a plan in the period, or was evaluated in it.

    ``states`` keeps plans in these states, where ``""`` is no plan at all; ``has_actuals`` those with, or without, any
    actual in the period. ``order`` goes from the weightiest key to the lightest, each with whether it falls; names
    settle what it leaves open.
    """

    period: Period
    search: str = ""
    unit_ids: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    has_actuals: bool | None = None
    cohort: Cohort | None = None
    order: tuple[tuple[PlanField, bool], ...] = ()
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class PlanListLine:
    """One person with the plan that is in force at the end of the period, and how many indicators carry actuals."""

    person_id: str
    nip: str
    name: str
    position: str
    unit_name: str
    rater_name: str
    state: PlanState | None
    indicators: int
    actuals: int
