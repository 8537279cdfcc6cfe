"""The places of the tree of indicators as they are read: results of people with measures, and what hangs loose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meritdesk.core.plan import Aspect, Indicator, ResultKind


@dataclass(frozen=True, slots=True)
class PlannedResult:
    """A work result in somebody's plan with its measures, without the rest of the plan."""

    result_id: str
    person_id: str
    kind: ResultKind
    text: str
    indicators: tuple[Indicator, ...] = ()

    def leading(self, unit: str = "") -> Indicator | None:
        """The measure that speaks for the result: one in the unit of what it serves, quantity first, else the first."""
        wanted = " ".join(unit.casefold().split())
        measured = [one for one in self.indicators if one.target.low is not None or one.target.high is not None]
        fitting = [one for one in measured if wanted and " ".join(one.target.unit.casefold().split()) == wanted]
        for group in (fitting, measured, self.indicators):
            if group:
                return min(group, key=_quantity_first)
        return None


def _quantity_first(indicator: Indicator) -> bool:
    return indicator.aspect is not Aspect.QUANTITY


@dataclass(frozen=True, slots=True)
class LooseResult:
    """A result in somebody's plan that serves nothing above it."""

    result_id: str
    person_id: str
    nip: str
    name: str
    unit_id: str
    kind: ResultKind
    text: str


@dataclass(frozen=True, slots=True)
class LooseResults:
    """The first of the loose results in the order of names, and how many there are."""

    count: int
    results: Sequence[LooseResult] = ()
