"""How the cells of the grid of actuals become entries of the desk."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.journal import Changes
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.execution.actuals_table import ActualsTable
from meritdesk.ui.grids.cells import JudgedCell, Written
from meritdesk.ui.grids.keeper import Work


class ActualsWriter:
    """Writes through ``execution.grid.set``: one change set a deed, refused cells with their reason."""

    def __init__(self, desk: Desk, table: ActualsTable) -> None:
        self._desk = desk
        self._table = table

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        entries = [entry for entry in map(self._table.entry, cells) if entry is not None]
        if not entries:
            return None

        def work(step: Step) -> Written:
            outcome = self._desk.execution.grid.set(entries)
            refused = {
                (one.entry.indicator_id, one.entry.period.code): self._table.said(one.code, one.facts)
                for one in outcome.refused
            }
            return Written(outcome.changes, refused, outcome)

        return work

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        """The grid knows itself what is closed and what can be read."""
        return None

    def undo(self, change_set_id: str) -> Changes:
        return self._desk.upkeep.undo(change_set_id)
