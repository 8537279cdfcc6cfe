"""What the desk keeps of budgets: what units may spend and did spend by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.budget import BudgetMonth


class Budgets(Protocol):
    """The budget months of the agency."""

    def of_year(self, year: int) -> tuple[BudgetMonth, ...]: ...
    def save(self, months: Sequence[BudgetMonth]) -> None: ...
    def remove(self, months: Sequence[BudgetMonth]) -> None: ...
