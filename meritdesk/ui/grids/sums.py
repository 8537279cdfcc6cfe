"""What the line below a grid says of the selected block: how many cells, and sum and mean of their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from meritdesk.core.notation import read_decimal
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.singular import singular

_WAIT_MS = 80
_FROM = 2
_MOST_CELLS = 20_000
"""More cells than this are only counted: reading them all would make the window wait."""
_FIGURE = re.compile(r"\s*([+-]?[\d.,]*\d)\s*(.*?)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BlockSum:
    """The figures of a block, all of one unit; ``unit`` is empty where they stand alone."""

    count: int
    sum: Decimal
    unit: str

    @property
    def mean(self) -> Decimal:
        """To two places, as below lists."""
        return (self.sum / self.count).quantize(Decimal("0.01"))


def sum_of(texts: Iterable[str]) -> BlockSum | None:
    """Add up the cells that begin with a figure; nothing where there is none, or where they are of several units."""
    units: set[str] = set()
    count, total = 0, Decimal(0)
    for text in texts:
        found = _FIGURE.fullmatch(text)
        figure = read_decimal(found[1]) if found is not None else None
        if found is None or figure is None:
            continue
        units.add(" ".join(found[2].casefold().split()))
        if len(units) > 1:
            return None
        count, total = count + 1, total + figure
    return BlockSum(count, total, units.pop()) if count else None


class GridSums(QLabel):
    """Follows the selection of a grid, as the status bar of a spreadsheet does; one cell alone says nothing."""

    def __init__(self, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(True)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_MS)
        self._waiting.timeout.connect(self.add_up)
        grid.selectionModel().selectionChanged.connect(lambda *_: self._waiting.start())
        grid.table.dataChanged.connect(lambda *_: self._waiting.start())
        grid.table.modelReset.connect(self._waiting.start)
        self.hide()

    def add_up(self) -> None:
        """Count the selected cells that are seen, and add up their figures."""
        self._waiting.stop()
        chosen = self._grid.selectionModel().selection()
        count = sum(chosen.at(place).width() * chosen.at(place).height() for place in range(chosen.count()))
        found = None
        if _FROM <= count <= _MOST_CELLS:
            cells = [cell for cell in self._grid.chosen_cells() if not self._grid.isColumnHidden(cell[1])]
            count, found = len(cells), sum_of(self._grid.table.text(*cell) for cell in cells)
        self.setVisible(count >= _FROM)
        if count < _FROM:
            self.clear()
            return
        words = self._grid.table.words
        said = singular(QCoreApplication.translate("Grid", "{count} cells selected").format(count=words.number(count)))
        if found is not None and found.count >= _FROM:
            told = QCoreApplication.translate("Grid", "sum {sum} · mean {mean}")
            total, mean = (f"{words.decimal(one)} {found.unit}".strip() for one in (found.sum, found.mean))
            said = f"{said} · {told.format(sum=total, mean=mean)}"
        self.setText(said)
