"""A field in which somebody of the register is found by name or NIP."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.services import Desk
from meritdesk.ui.background import Lane

TYPING_MILLISECONDS = 150
FOUND = 12
_LINE = Qt.ItemDataRole.UserRole + 1


class PersonField(QLineEdit):
    """Typing asks the register; only somebody who was chosen from the list counts."""

    chosen = Signal(object)  # StaffLine | None

    def __init__(self, desk: Desk, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self.line: StaffLine | None = None
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(QCoreApplication.translate("PersonField", "Name or NIP"))
        self.found = QStandardItemModel(self)
        self._completer = QCompleter(self.found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(FOUND)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._take_only)

    def show_line(self, line: StaffLine | None) -> None:
        """Put somebody into the field."""
        self.line = line
        self.setText(f"{line.name} · {line.unit_name}" if line is not None else "")
        self.chosen.emit(line)

    def told(self) -> str:
        """Who stands there, with the number that finds him again; else what was typed."""
        line = self.line
        return f"{line.name} · {line.nip}" if line is not None and line.nip else self.text()

    def find_again(self, told: str) -> None:
        """Put somebody back by what ``told`` said of him; until the register has answered the words stand there."""
        nip = told.rpartition(" · ")[2]
        self.line = None
        self.setText(told)
        self.chosen.emit(None)
        if not nip.isdecimal():
            return

        def show(lines: tuple[StaffLine, ...]) -> None:
            found = next((line for line in lines if line.nip == nip), None)
            if found is not None and self.line is None and self.text() == told:
                self.show_line(found)

        query = StaffQuery(search=nip, limit=FOUND)
        self._lane.ask(lambda step: self._desk.register.staff(query), show, key=f"person-{id(self)}")

    def _typed(self) -> None:
        self.line = None
        self.chosen.emit(None)
        self._typing.start()

    def _ask(self) -> None:
        words = self.text().strip()
        if len(words) < 2:
            self._hide()
            return
        query = StaffQuery(search=words, limit=FOUND)
        self._lane.ask(lambda step: self._desk.register.staff(query), self._show, key=f"person-{id(self)}")

    def _show(self, lines: tuple[StaffLine, ...]) -> None:
        self.found.clear()
        for line in lines:
            item = QStandardItem(f"{line.name}   {line.nip}   {line.unit_name}")
            item.setData(line, _LINE)
            self.found.appendRow(item)
        if lines and self.hasFocus():
            self._completer.complete()
        else:
            self._hide()

    def _take(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, StaffLine):
            self.show_line(line)

    def _take_only(self) -> None:
        """Enter takes the first one found, so that a NIP pasted or typed in full needs no list."""
        if self.line is None and self.found.rowCount():
            self._take(self.found.index(0, 0))
            self._hide()

    def _hide(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
