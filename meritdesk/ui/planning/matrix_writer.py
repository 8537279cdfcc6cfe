"""How the cells of the role-result matrix become roles of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meritdesk.core.journal import Changes
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.planning.matrix import CellEntry, MatrixOutcome
from meritdesk.ui.grids.cells import JudgedCell, Written
from meritdesk.ui.grids.keeper import Work
from meritdesk.ui.planning.matrix_table import MatrixGridTable

Place = tuple[str, int]
"""The unit and the year whose matrix is shown."""


class MatrixWriter:
    """Writes through ``planning.matrix.write``; a block is first only looked at, since plans decide what is taken."""

    def __init__(self, desk: Desk, table: MatrixGridTable, place: Callable[[], Place | None]) -> None:
        self._desk = desk
        self._table = table
        self._place = place

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        return self._work(cells, dry_run=False)

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        return self._work(cells, dry_run=True)

    def undo(self, change_set_id: str) -> Changes:
        return self._desk.upkeep.undo(change_set_id)

    def _work(self, cells: Sequence[JudgedCell], dry_run: bool) -> Work | None:
        place = self._place()
        entries = [CellEntry(*cell.key, cell.typed.text) for cell in cells if cell.key is not None and cell.is_open]
        if place is None or not entries:
            return None
        unit_id, year = place

        def work(step: Step) -> Written:
            outcome = self._desk.planning.matrix.write(unit_id, year, entries, dry_run=dry_run)
            return Written(outcome.changes, self._refused(outcome), outcome)

        return work

    def _refused(self, outcome: MatrixOutcome) -> dict[tuple[str, str], str]:
        return {(fate.person_id, fate.column): self._table.said(fate.code, fate.facts) for fate in outcome.refused}
