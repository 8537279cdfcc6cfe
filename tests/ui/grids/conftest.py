"""A small sheet of texts that is written through like any grid of the window, with a journal of its own in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from meritdesk.core.journal import Changes
from meritdesk.services.changes import no_step
from meritdesk.ui.grids.cells import CellKey, JudgedCell, Written
from meritdesk.ui.grids.keeper import GridKeeper, Work
from meritdesk.ui.grids.pane import GridPane
from meritdesk.ui.grids.table import DISPLAY, EDIT, GridTable, Index, Unread
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.wording import Words

HEADINGS = ("Nama", "Satu", "Dua", "Tiga", "Jumlah")


class SheetTable(GridTable):
    """Names in front, three columns that are typed into, a worked-out column behind; ``tutup`` rows are closed.

    A text with ``buruk`` in it cannot be read.
    """

    def __init__(self, words: Words, rows: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(words)
        self.rows: list[list[str]] = [list(row) for row in rows]
        self.closed: set[int] = set()
        self.order = list(range(len(rows)))

    def sort_backwards(self) -> None:
        self.beginResetModel()
        self.order.reverse()
        self.start_lines()
        self.endResetModel()

    def row_id(self, row: int) -> str:
        return f"r{self.order[row]}"

    def column_id(self, column: int) -> str:
        return f"c{column}" if 1 <= column <= 3 else ""

    def row_name(self, row: int) -> str:
        return f"Orang {self.order[row] + 1}"

    def heading(self, column: int) -> str:
        return HEADINGS[column]

    def why_closed(self, row: int, column: int) -> str:
        return "sudah ditutup" if self.order[row] in self.closed else ""

    def read(self, row: int, column: int, text: str) -> str | Unread:
        return Unread("UI-721", {"text": text}) if "buruk" in text else text

    def lay(self, row: int, column: int, text: str) -> None:
        self.rows[self.order[row]][column - 1] = text

    def at_once(self, column: int, sign: str) -> str:
        return "Atas" if column == 3 and sign.upper() == "A" else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        return HEADINGS[section] if orientation is Qt.Orientation.Horizontal and role == DISPLAY else None

    def cell(self, row: int, column: int, role: int) -> object:
        if role not in (DISPLAY, EDIT):
            return None
        if column == 0:
            return self.row_name(row)
        values = self.rows[self.order[row]]
        return values[column - 1] if column <= 3 else str(sum(map(bool, values)))


@dataclass
class SheetWriter:
    """A journal in memory: each write a change set, each undo another, as in the store."""

    table: SheetTable
    stored: dict[CellKey, str] = field(default_factory=dict)
    journal: dict[str, dict[CellKey, tuple[str, str]]] = field(default_factory=dict)
    refuses: set[str] = field(default_factory=set)

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        wanted = {cell.key: cell.after for cell in cells if cell.key is not None}

        def work(step: object) -> Written:
            refused = {key: "ditolak meja" for key, text in wanted.items() if text in self.refuses}
            good = {key: text for key, text in wanted.items() if key not in refused}
            return Written(self._commit({key: (self.stored.get(key, ""), text) for key, text in good.items()}), refused)

        return work

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        return None

    def undo(self, change_set_id: str) -> Changes:
        return self._commit({key: (new, old) for key, (old, new) in self.journal[change_set_id].items()})

    def _commit(self, fields: dict[CellKey, tuple[str, str]]) -> Changes:
        for key, (old, new) in fields.items():
            assert self.stored.get(key, "") == old
            self.stored[key] = new
        name = f"cs{len(self.journal)}"
        self.journal[name] = fields
        return Changes(frozenset({"sheet"}), name) if fields else Changes()


class AtOnce:
    """A lane that runs what is asked for before it returns."""

    def ask(self, work, then=None, failed=None, title="", **_):  # type: ignore[no-untyped-def]
        from meritdesk.ui.background import Job

        job = Job(work, then, failed, title, False, "", frozenset())
        answer = work(no_step)
        if then is not None:
            then(answer)
        job.ended.emit()
        return job


@dataclass
class Sheet:
    """The sheet as a clerk has it before him."""

    table: SheetTable
    grid: Grid
    keeper: GridKeeper
    writer: SheetWriter
    pane: GridPane
    heard: list[str]

    def at(self, row: int, column: int) -> None:
        self.grid.setCurrentIndex(self.table.index(row, column))

    def block(self, top: int, left: int, bottom: int, right: int) -> None:
        self.at(top, left)
        selection = self.grid.selectionModel()
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                selection.select(self.table.index(row, column), selection.SelectionFlag.Select)

    @property
    def place(self) -> tuple[int, int]:
        return self.grid.currentIndex().row(), self.grid.currentIndex().column()

    @property
    def values(self) -> list[list[str]]:
        return [list(self.table.rows[one]) for one in self.table.order]


def make_sheet(words: Words, rows: Sequence[tuple[str, str, str]]) -> Sheet:
    table = SheetTable(words, rows)
    writer = SheetWriter(table)
    for row, values in enumerate(rows):
        for column, text in enumerate(values, start=1):
            writer.stored[f"r{row}", f"c{column}"] = text
    grid = Grid(table)
    grid.setAccessibleName("Lembar")
    keeper = GridKeeper(AtOnce(), grid, writer)  # type: ignore[arg-type]
    heard: list[str] = []
    keeper.told.connect(heard.append)
    return Sheet(table, grid, keeper, writer, GridPane(grid, keeper), heard)


@pytest.fixture
def sheet_of(words: Words, qtbot: QtBot) -> Callable[..., Sheet]:
    def make(*rows: tuple[str, str, str]) -> Sheet:
        sheet = make_sheet(words, rows)
        qtbot.addWidget(sheet.pane)
        sheet.pane.retranslate("petunjuk")
        sheet.pane.resize(700, 300)
        sheet.pane.show()
        sheet.pane.activateWindow()
        sheet.grid.setFocus()
        qtbot.waitUntil(sheet.grid.hasFocus)
        sheet.at(0, 1)
        return sheet

    return make


@pytest.fixture
def sheet(sheet_of: Callable[..., Sheet]) -> Sheet:
    return sheet_of(("a", "b", ""), ("c", "", ""), ("", "f", ""), ("g", "h", "i"))
