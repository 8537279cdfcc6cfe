"""What the tree of indicators is read from, and what units may spend and did spend by month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from meritdesk.core.budget import BudgetMonth
from meritdesk.core.cascade import Node
from meritdesk.core.kpi_tree import LooseResults, PlannedResult


class Budgets(Protocol):
    """The budget months of the agency."""

    def of_year(self, year: int) -> tuple[BudgetMonth, ...]: ...
    def save(self, months: Sequence[BudgetMonth]) -> None: ...
    def remove(self, months: Sequence[BudgetMonth]) -> None: ...


class KpiTreeRows(Protocol):
    """The tree of indicators, read a level at a time."""

    def serving(self, year: int) -> frozenset[str]:
        """The agreement indicators of a year that serve something above them."""
        ...

    def below(self, year: int, nodes: Iterable[Node]) -> Mapping[Node, int]: ...
    def results(self, result_ids: Iterable[str]) -> Mapping[str, PlannedResult]: ...
    def loose(self, year: int, limit: int) -> LooseResults:
        """The results in plans of a year that serve nothing above them; below nought all of them."""
        ...
