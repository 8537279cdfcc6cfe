"""How the cells of the assessment grid become verdicts of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.assessment.rating_table import RatingTable
from meritdesk.ui.grids.cells import JudgedCell, Written
from meritdesk.ui.grids.keeper import Work


class RatingWriter:
    """Writes through ``assessment.ratings.set``: one change set a deed, refused cells with their reason."""

    def __init__(self, desk: Desk, table: RatingTable, period: Callable[[], Period | None]) -> None:
        self._desk = desk
        self._table = table
        self._period = period

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        period = self._period()
        if period is None:
            return None
        entries = [self._table.entry(cell) for cell in cells]
        keys = [cell.key for cell in cells]

        def work(step: Step) -> Written:
            outcome = self._desk.assessment.ratings.set(period, entries)
            refused = {
                key: self._table.said(row.code, row.facts)
                for key, row in zip(keys, outcome.rows, strict=True)
                if row.code and key is not None
            }
            return Written(outcome.changes, refused, outcome)

        return work

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        """The grid knows itself who is closed and what is a rating."""
        return None

    def undo(self, change_set_id: str) -> Changes:
        return self._desk.upkeep.undo(change_set_id)
