"""A grid with what belongs below it: the strip that finds, and a line that says why a cell is red or closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.grids.find_bar import FindBar
from meritdesk.ui.grids.keeper import GridKeeper
from meritdesk.ui.grids.sums import GridSums
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.singular import singular


class GridPane(QWidget):
    """What a page puts on itself; ``hint`` is what the line below says while nothing is the matter."""

    def __init__(self, grid: Grid, keeper: GridKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self._keeper = keeper
        self._hint = ""
        self.find_bar = FindBar(grid, self)
        self.foot = look.colour(QLabel(self), look.quiet())
        self.foot.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(grid, 1)
        layout.addWidget(self.find_bar)
        below = QHBoxLayout()
        below.addWidget(self.foot, 1)
        self.sums = GridSums(grid, self)
        below.addWidget(self.sums)
        self._below = below
        layout.addLayout(below)
        grid.selectionModel().currentChanged.connect(lambda *_: self.tell())
        grid.table.modelReset.connect(self.tell)
        keeper.shown.connect(self.tell)
        self.setFocusProxy(grid)

    def put_beside(self, widget: QWidget) -> None:
        """A button of the page in the line below the grid."""
        self._below.addWidget(widget)

    def retranslate(self, hint: str) -> None:
        """Say everything in the language of now; the page says which keys matter most in its grid."""
        self._hint = hint
        self.find_bar.retranslate()
        self._keeper.retranslate()
        self.sums.add_up()
        self.tell()

    def tell(self) -> None:
        """What is the matter with the current cell; else how many are red; else the keys."""
        current, table = self.grid.currentIndex(), self.grid.table
        why = table.why(current.row(), current.column()) if current.isValid() else ""
        is_red = current.isValid() and table.red_at(current.row(), current.column()) is not None
        if is_red:
            said = f"✗ {why}"
        elif table.reds:
            said = f"{self._count_of_reds()} · {why or self._hint}"
        else:
            said = why or self._hint
        self.foot.setText(said)
        look.colour(self.foot, look.blocks() if is_red or table.reds else look.quiet())

    def _count_of_reds(self) -> str:
        """How many cells wait to be mended, here and on lists that are not in front."""
        table = self.grid.table
        here = len(table.red_places())
        number = table.words.number
        said = singular(
            QCoreApplication.translate("Grid", "✗ {count} cells are red and not saved (F8)").format(count=number(here))
        )
        if len(table.reds) > here:
            elsewhere = QCoreApplication.translate("Grid", "{count} more on another list")
            said = f"{said}, {elsewhere.format(count=number(len(table.reds) - here))}"
        return said
