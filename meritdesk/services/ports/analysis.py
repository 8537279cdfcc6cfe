"""What the data set for analysts is made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from meritdesk.core.analysis import AnalysisTable


class Analysis(Protocol):
    """One agency's rows as analysts get them, in blocks, in the order of the table's columns."""

    def agencies(self) -> tuple[str, ...]: ...
    def periods(self, table: AnalysisTable) -> tuple[str, ...]: ...
    def rows(self, table: AnalysisTable, period: str) -> Iterator[list[tuple[Any, ...]]]: ...
