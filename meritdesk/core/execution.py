"""Carrying out the plan: action plan, documentation of performance, and the take-over of a result (Art. 15-16, 20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.evaluation import Reason
from meritdesk.core.notation import printed_date
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan


@dataclass(frozen=True, slots=True)
class ActionStep:
    """One step of the action plan of a work result (B.1.1); made where it is needed, numbered from 1 (R-49)."""

    result_id: str
    number: int
    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Documentation:
    """One line of the documentation of performance (B.1.2): what was achieved on a result, and the evidence in words.

    ``step`` is the number of the action step it belongs to, 0 for the result as a whole. How often lines are due is the
    agency's setting (R-50).
    """

    documentation_id: str
    result_id: str
    documented_on: date
    text: str
    step: int = 0
    evidence: str = ""


class EarlierStep(StrEnum):
    """What a leader does when there is no progress, before he takes a result over (Art. 20(4)-(6))."""

    EXPECTATION = "EXPECTATION"
    RESOURCES = "RESOURCES"
    GUIDANCE = "GUIDANCE"


@dataclass(frozen=True, slots=True)
class TakeOver:
    """The leader took a result over, with a note that counts in the evaluation (R-53, Art. 20(7))."""

    takeover_id: str
    person_id: str
    result_id: str
    taken_on: date
    note: str
    taken_by_id: str = ""
    taken_by_name: str = ""
    earlier: tuple[EarlierStep, ...] = ()


def takeovers_in(takeovers: Iterable[TakeOver], period: Period) -> Mapping[str, tuple[TakeOver, ...]]:
    """The take-overs that fall into a period, by person."""
    theirs: dict[str, tuple[TakeOver, ...]] = {}
    for one in takeovers:
        if period.first_day <= one.taken_on <= period.last_day:
            theirs[one.person_id] = (*theirs.get(one.person_id, ()), one)
    return theirs


def takeover_reasons(plan: PerformancePlan, takeovers: Sequence[TakeOver]) -> tuple[Reason, ...]:
    """The lines of an explanation that tell of results that were taken over: the note counts in the evaluation."""
    numbers = {result.result_id: result.number for result in plan.results}
    return tuple(
        Reason(
            "EXE-TAKEN-OVER",
            "Art. 20(7)",
            {
                "number": str(numbers[one.result_id]),
                "name": one.taken_by_name or "-",
                "day": printed_date(one.taken_on),
                "note": one.note,
            },
        )
        for one in takeovers
        if one.result_id in numbers
    )
