"""How the cells of a unit's figures become reports and levels of the desk."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.planning.kpi import KpiEntry
from meritdesk.ui.grids.cells import CellKey, JudgedCell, Written
from meritdesk.ui.grids.keeper import Work
from meritdesk.ui.planning.kpi_table import KpiTable, level_of


class KpiWriter:
    """Writes figures through ``planning.kpi.write`` and levels through ``planning.kpi.settle``.

    A level other than the derived one needs a reason, which a cell cannot hold: it stays in red and says where to go.
    """

    def __init__(self, desk: Desk, table: KpiTable) -> None:
        self._desk = desk
        self._table = table

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        card = self._table.card
        if card is None:
            return None
        figures: list[KpiEntry] = []
        levels: list[tuple[CellKey, Period, str]] = []
        for one in cells:
            indicator, period = self._table.indicator_at(one.typed.row), self._table.period_at(one.typed.column)
            if period is None or one.key is None:
                continue
            if indicator is not None:
                figures.append(KpiEntry(indicator.indicator_id, period, one.typed.text))
            else:
                levels.append((one.key, period, one.after))
        unit_id, year = card.unit.unit_id, card.year

        def work(step: Step) -> Written:
            outcome = self._desk.planning.kpi.write(figures, year)
            refused = {
                (fate.indicator_id, fate.period): self._table.said(fate.code, fate.facts) for fate in outcome.refused
            }
            sets = [outcome.changes.change_set_id] if outcome.changes.change_set_id else []
            nouns = outcome.changes.nouns
            for key, period, text in levels:
                try:
                    changes = self._desk.planning.kpi.settle(unit_id, period, level_of(text))
                except UsageRefusal as refusal:
                    refused[key] = self._table.said(refusal.code, refusal.facts)
                    continue
                nouns |= changes.nouns
                sets += [changes.change_set_id] if changes.change_set_id else []
            return Written(Changes(nouns, sets[-1] if sets else ""), refused, outcome, tuple(sets))

        return work

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        """The grid knows itself what is a number."""
        return None

    def undo(self, change_set_id: str) -> Changes:
        return self._desk.upkeep.undo(change_set_id)
