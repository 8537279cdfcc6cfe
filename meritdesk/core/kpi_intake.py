"""Rows of the spreadsheets of indicators and budgets, as a clerk gives them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.agreement import Accumulation, TrajectoryPoint
from meritdesk.core.periods import Period
from meritdesk.core.plan import Target


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One indicator of a unit over the year: what was planned by period, and what was reached.

    What the row leaves blank stays as it is. A row whose number is not in the agreement yet must bring ``text`` and
    ``target``.
    """

    unit_source_id: str
    year: int
    number: int
    goal: str = ""
    text: str = ""
    target: Target | None = None
    accumulation: Accumulation | None = None
    planned: tuple[TrajectoryPoint, ...] = ()
    reached: tuple[TrajectoryPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One month of one unit: what it might spend and what it spent, in rupiah."""

    unit_source_id: str
    period: Period
    ceiling: Decimal
    realised: Decimal
    note: str | None = None
