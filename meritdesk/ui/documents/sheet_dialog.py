"""One sheet looked at and printed where one stands: a record of guidance, a receipt, a counselling record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

Draw = Callable[[PaperStyle], bytes]
Issue = Callable[[Path, PaperStyle], Path]
LongDraw = Callable[[PaperStyle, Step], bytes]
LongIssue = Callable[[Path, PaperStyle, Step], Path]


@dataclass(frozen=True, slots=True)
class LongSheet:
    """How a sheet is drawn and printed that takes longer than a moment: both count their steps and can be stopped."""

    draw: LongDraw
    issue: LongIssue


class SheetDialog(ByKeyboard, QDialog):
    """Shows a draft, and prints it into a folder; ``issue`` enters it in the register and answers with the file.

    A sheet that takes longer than a moment is made of ``LongSheet``: it runs beside, says how far it is, and stops when
    the clerk wants it or closes the dialog.
    """

    printed = Signal(Path)

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        title: str,
        draw: Draw | LongSheet,
        issue: Issue | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        self._is_long = isinstance(draw, LongSheet)
        if isinstance(draw, LongSheet):
            self._draw, self._issue = draw.draw, draw.issue
        else:
            assert issue is not None
            self._draw, self._issue = _in_a_moment(draw, issue)
        self._job: Job | None = None
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
        self.line = JobLine(words, self)
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
        column.addWidget(self.line)
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
        self._watch(
            self._lane.ask(
                lambda step: self._draw(style, step),
                self.preview.show_pdf,
                self._refused,
                self.windowTitle() if self._is_long else "",
                shows_progress=self._is_long,
                key="sheet-draft",
            )
        )

    def done(self, result: int) -> None:
        """Whoever closes the dialog does not wait for its sheet any more."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _watch(self, job: Job) -> Job:
        if self._is_long:
            self._job = job
            job.ended.connect(self._over)
            self.line.watch(job)
        return job

    def _over(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def print_into(self, folder: Path | None = None) -> None:
        """Print into a folder; without one, ask for it."""
        target = folder or ask_folder(self, QCoreApplication.translate("SheetDialog", "Into which folder?"))
        if target is None:
            return
        style = self.style_chosen
        self.refusal.tell(None)
        self.print_button.setEnabled(False)
        title = self.windowTitle()
        job = self._watch(
            self._lane.ask(
                lambda step: self._issue(target, style, step),
                self._done,
                self._refused,
                title,
                shows_progress=self._is_long,
            )
        )
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


def _in_a_moment(draw: Draw, issue: Issue) -> tuple[LongDraw, LongIssue]:
    """A sheet that is there at once counts no steps."""
    return lambda style, step: draw(style), lambda folder, style, step: issue(folder, style)
