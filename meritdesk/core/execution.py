"""Carrying out the plan: action plan, documentation of performance, and the take-over of a result (Art. 15-16, 20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
