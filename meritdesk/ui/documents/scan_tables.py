"""The lists of the scan desk: stacks that were read, and pages with their small pictures."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap

from meritdesk.core.scans import ScanPlace
from meritdesk.pictures import Raster
from meritdesk.services.documents.scan_views import BatchLine, PageLine
from meritdesk.ui import look
from meritdesk.ui.line_table import DISPLAY, Index, LineTable
from meritdesk.ui.points import icon_of
from meritdesk.ui.wording import Words

THUMBNAIL = QSize(64, 92)
ROW = QSize(200, 98)
_SHEET = QColor("#d9d9d9")


class StackColumn(IntEnum):
    """One stack that was read."""

    NAME = 0
    READ = 1
    FILED = 2
    DESK = 3


class StackTable(LineTable[BatchLine]):
    """The stacks, newest first."""

    columns = StackColumn
    named_by = frozenset({StackColumn.NAME})
    numbers = frozenset({StackColumn.FILED, StackColumn.DESK})

    def identity(self, line: BatchLine) -> object:
        """The stack, however far it was read."""
        return line.batch.batch_id

    def heading(self, column: int) -> str:
        """The headings of the stacks."""
        translate = QCoreApplication.translate
        return (
            translate("StackTable", "Stack"),
            translate("StackTable", "Read"),
            translate("StackTable", "Filed"),
            translate("StackTable", "To look at"),
        )[column]

    def shown(self, line: BatchLine, column: int) -> str:
        """One cell; a stack that was interrupted says so."""
        if column == StackColumn.NAME:
            said = QCoreApplication.translate("StackTable", "%1 (interrupted)")
            return said.replace("%1", line.batch.name) if line.is_open else line.batch.name
        if column == StackColumn.READ:
            return self.words.short_moment(line.batch.started_at)
        place = ScanPlace.FILED if column == StackColumn.FILED else ScanPlace.DESK
        return self.words.number(line.places.get(place, 0))

    def value(self, line: BatchLine, column: int) -> object:
        """Moments and counts sort as such."""
        if column == StackColumn.READ:
            return line.batch.started_at
        if column == StackColumn.NAME:
            return line.batch.name
        return line.places.get(ScanPlace.FILED if column == StackColumn.FILED else ScanPlace.DESK, 0)

    def colour(self, line: BatchLine, column: int) -> QColor | None:
        """What waits and what was interrupted asks for attention."""
        waits = column == StackColumn.DESK and line.places.get(ScanPlace.DESK, 0)
        return look.asks() if waits or (column == StackColumn.NAME and line.is_open) else None


class PageColumn(IntEnum):
    """A page is one cell with its picture."""

    PAGE = 0


class PageList(LineTable[PageLine]):
    """Scanned pages; small pictures come later and are kept by page."""

    columns = PageColumn

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._pictures: dict[str, QIcon] = {}

    def heading(self, column: int) -> str:
        """The heading of the pages."""
        return QCoreApplication.translate("PageList", "Page")

    def shown(self, line: PageLine, column: int) -> str:
        """Document and page where they are known, else the file and why the page waits."""
        translate = QCoreApplication.translate
        page = line.page
        if page.file_page:
            said = translate("PageList", "%1, page %2")
            where = said.replace("%1", page.file_name).replace("%2", self.words.number(page.file_page))
        else:
            where = page.file_name
        if page.place in (ScanPlace.FILED, ScanPlace.SPARE) and line.number:
            said = translate("PageList", "page %1 of %2 · version %3 · copy %4")
            told = (
                said.replace("%1", self.words.number(page.page))
                .replace("%2", self.words.number(line.pages))
                .replace("%3", self.words.number(line.version))
                .replace("%4", self.words.number(line.copy))
            )
            return "\n".join(part for part in (line.number, line.name, told, where) if part)
        why = self.words.messages.label(f"SCANWHY:{page.reason}")
        return "\n".join(part for part in (where, why, line.number) if part)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """The small picture of a page beside its words."""
        if role == Qt.ItemDataRole.DecorationRole and index.isValid():
            return self._pictures.get(self.lines[index.row()].page.page_id) or _empty_sheet()
        if role == Qt.ItemDataRole.SizeHintRole:
            return ROW
        return super().data(index, role)

    def without_picture(self) -> list[str]:
        """The pages that have a small picture which is not here yet."""
        return [
            line.page.page_id for line in self.lines if line.page.thumbnail and line.page.page_id not in self._pictures
        ]

    def add_pictures(self, pictures: Mapping[str, Raster | None]) -> None:
        """Small pictures have arrived; one that cannot be shown stays an empty sheet."""
        for page_id, drawn in pictures.items():
            self._pictures[page_id] = icon_of(drawn) if drawn else _empty_sheet()
        if self.lines:
            end = self.index(len(self.lines) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), end, [Qt.ItemDataRole.DecorationRole])

    def row_of(self, page_id: str) -> int:
        """Where a page stands, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.page.page_id == page_id), -1)


def _empty_sheet() -> QIcon:
    blank = QPixmap(THUMBNAIL)
    blank.fill(_SHEET)
    return QIcon(blank)
