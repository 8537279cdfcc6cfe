"""The line in which the clerk types which document a page belongs to, completed from the register."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from meritdesk.services.documents.scan_views import Candidate
from meritdesk.services.documents.scans import ScanDesk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words

TYPING_MILLISECONDS = 200
_CANDIDATE = Qt.ItemDataRole.UserRole + 1


class TypingLine(QWidget):
    """A number, part of a number, a name or a NIP; and which page it is, where that is in doubt."""

    entered = Signal()

    def __init__(self, scans: ScanDesk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._lane = lane
        self._words = words
        self._chosen: Candidate | None = None
        self.number = QLineEdit()
        self.number.setClearButtonEnabled(True)
        self.page = QSpinBox()
        self.page.setRange(0, 9999)
        self.page_words = QLabel()
        self.page_words.setBuddy(self.page)
        self.found = QStandardItemModel(self)
        self.completer = QCompleter(self.found, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(10)
        self.completer.setWidget(self.number)
        self.completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number, 1)
        row.addWidget(self.page_words)
        row.addWidget(self.page)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self.number.textEdited.connect(self._typed)
        self.number.returnPressed.connect(self.entered)
        self.page.lineEdit().returnPressed.connect(self.entered)
        self.retranslate()

    @property
    def typed(self) -> tuple[str, int, int, int]:
        """Number, version and copy where a print was chosen from the list, and the page (0: as it follows)."""
        if self._chosen is not None:
            record = self._chosen.record
            return record.number, record.record_version, record.copy, self.page.value()
        return self.number.text().strip(), 0, 0, self.page.value()

    def say(self, number: str, page: int = 0) -> None:
        """Put a number on the line, as it was read or filed."""
        self._chosen = None
        self.number.setText(number)
        self.page.setValue(page)

    def retranslate(self) -> None:
        """Say the line in the current language."""
        translate = QCoreApplication.translate
        self.number.setPlaceholderText(translate("TypingLine", "Document number, its end, a name or NIP"))
        self.number.setAccessibleName(translate("TypingLine", "Which document is this page of?"))
        self.page_words.setText(translate("TypingLine", "Page"))
        self.page.setSpecialValueText(translate("TypingLine", "as it follows"))
        words = self.page.fontMetrics().horizontalAdvance(self.page.specialValueText())
        self.page.setMinimumWidth(max(self.page.sizeHint().width(), words + look.in_letters(40)))
        self.page.setAccessibleName(translate("TypingLine", "Page of the document"))

    def _typed(self, _: str) -> None:
        self._chosen = None
        self._typing.start()

    def _ask(self) -> None:
        typed = self.number.text().strip()
        if not typed:
            self._close_list()
            return
        self._lane.ask(lambda step: self._scans.candidates(typed, 12), self._offer, key=f"scan-typing-{id(self)}")

    def _offer(self, found: tuple[Candidate, ...]) -> None:
        self.found.clear()
        for candidate in found:
            item = QStandardItem(self._told(candidate))
            item.setData(candidate, _CANDIDATE)
            self.found.appendRow(item)
        if found and self.number.hasFocus():
            self.completer.complete()
        else:
            self._close_list()

    def _close_list(self) -> None:
        popup = self.completer.popup()
        if popup is not None:
            popup.hide()

    def _told(self, candidate: Candidate) -> str:
        translate = QCoreApplication.translate
        record = candidate.record
        said = translate("TypingLine", "version %1, copy %2")
        print_words = said.replace("%1", self._words.number(record.record_version)).replace(
            "%2", self._words.number(record.copy)
        )
        parts = [record.number, candidate.name]
        if not candidate.missing:
            parts.append(translate("TypingLine", "whole"))
        elif record.pages > 1:
            missing = ", ".join(map(str, candidate.missing))
            parts.append(translate("TypingLine", "p. %1 missing").replace("%1", missing))
        parts.append(print_words)
        return " · ".join(part for part in parts if part)

    def _choose(self, index: QModelIndex) -> None:
        candidate = index.data(_CANDIDATE)
        if isinstance(candidate, Candidate):
            # The completer writes its own words after this returns.
            QTimer.singleShot(0, self, lambda: self._take(candidate))

    def _take(self, candidate: Candidate) -> None:
        self._chosen = candidate
        self.number.setText(candidate.record.number)
        missing = candidate.missing
        self.page.setValue(missing[0] if len(missing) >= 1 and candidate.record.pages > 1 else 0)
