"""One sheet looked at and printed where one stands: a record of guidance, a receipt, a counselling record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

Draw = Callable[[PaperStyle], bytes]
Issue = Callable[[Path, PaperStyle], Path]


class SheetDialog(ByKeyboard, QDialog):
    """Shows a draft, and prints it into a folder; ``issue`` enters it in the register and answers with the file."""

    printed = Signal(Path)

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, title: str, draw: Draw, issue: Issue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        self._draw, self._issue = draw, issue
        self._file: Path | None = None
        translate = QCoreApplication.translate
        self.setWindowTitle(title)
        self.size_box = QComboBox(self)
        for size in PaperSize:
            self.size_box.addItem(words.messages.label_of(size), size)
        remembered = str(QSettings().value("paper", PaperSize.FOLIO.value))
        self.size_box.setCurrentIndex(max(0, self.size_box.findData(remembered)))
        self.size_box.activated.connect(lambda _: self.show_draft())
        self.print_button = QPushButton(translate("SheetDialog", "&Print into a folder…"), self)
        self.print_button.setObjectName("primary")
        self.print_button.clicked.connect(lambda: self.print_into())
        self.paper_button = QPushButton(translate("SheetDialog", "On &paper…"), self)
        self.paper_button.setEnabled(False)
        self.paper_button.clicked.connect(self._to_paper)
        self.close_button = QPushButton(translate("SheetDialog", "Close"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.refusal = RefusalStrip(words)
        self.preview = Preview(lane)
        label = QLabel(translate("SheetDialog", "P&aper"), self)
        label.setBuddy(self.size_box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.size_box)
        row.addStretch(1)
        for button in (self.print_button, self.paper_button, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.refusal)
        column.addWidget(self.preview, 1)
        column.addWidget(self.told)
        column.addLayout(row)
        self.resize(900, 680)
        self.show_draft()

    @property
    def style_chosen(self) -> PaperStyle:
        """The paper chosen here."""
        return PaperStyle(PaperSize(self.size_box.currentData()))

    def show_draft(self) -> None:
        """Draw the sheet as it would be printed, marked as a draft."""
        style = self.style_chosen
        QSettings().setValue("paper", style.size.value)
        self._lane.ask(lambda step: self._draw(style), self.preview.show_pdf, self._refused, key="sheet-draft")

    def print_into(self, folder: Path | None = None) -> None:
        """Print into a folder; without one, ask for it."""
        target = folder or ask_folder(self, QCoreApplication.translate("SheetDialog", "Into which folder?"))
        if target is None:
            return
        style = self.style_chosen
        self.refusal.tell(None)
        self.print_button.setEnabled(False)
        title = self.windowTitle()
        job = self._lane.ask(lambda step: self._issue(target, style), self._done, self._refused, title)
        job.ended.connect(lambda: self.print_button.setEnabled(True))

    def _done(self, file: Path) -> None:
        self._file = file
        self.paper_button.setEnabled(True)
        said = QCoreApplication.translate("SheetDialog", "Printed and in the register of documents: %1")
        self.told.setText(said.replace("%1", file.name))
        self.told.setToolTip(str(file))
        self.printed.emit(file)

    def _refused(self, error: Exception) -> None:
        self.refusal.tell(error)

    def _to_paper(self) -> None:
        if self._file is not None:
            PaperDialog(self._desk, self._lane, self._words, self._file, self.windowTitle(), self).open()
