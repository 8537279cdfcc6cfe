"""What became of a print job: the file, how many sheets, and who was left out and why."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from meritdesk.services.documents import PrintOutcome
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.tables import BlockedColumn, BlockedTable
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class PrintOutcomeDialog(ByKeyboard, QDialog):
    """Nothing succeeds in silence: counts, place, and the list of who is missing."""

    paper_wanted = Signal(Path)  # the file that shall go to a printer

    def __init__(self, outcome: PrintOutcome, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PrintOutcomeDialog", "Printed"))
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        self.summary = QLabel(summary(outcome, words))
        self.summary.setWordWrap(True)
        column.addWidget(look.strong(self.summary))
        buttons = QDialogButtonBox()
        if outcome.file is not None:
            path = Path(outcome.file.path)
            place = QLabel(translate("PrintOutcomeDialog", "File: %1").replace("%1", str(path)))
            place.setWordWrap(True)
            column.addWidget(place)
            on_paper = buttons.addButton(
                translate("PrintOutcomeDialog", "Print on paper..."), QDialogButtonBox.ButtonRole.ActionRole
            )
            on_paper.setObjectName("primary")
            on_paper.clicked.connect(lambda: self._to_paper(path))
            look_at = buttons.addButton(
                translate("PrintOutcomeDialog", "Open the file"), QDialogButtonBox.ButtonRole.ActionRole
            )
            folder = buttons.addButton(
                translate("PrintOutcomeDialog", "Open the folder"), QDialogButtonBox.ButtonRole.ActionRole
            )
            look_at.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
            folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        if outcome.other_form:
            said = translate(
                "PrintOutcomeDialog",
                "%1 people have no sheet of this form: another of its kind is theirs, or none was made.",
            )
            column.addWidget(QLabel(singular(said.replace("%1", words.number(outcome.other_form)))))
        self.blocked = BlockedTable(words, self)
        if outcome.blocked:
            said = translate("PrintOutcomeDialog", "Left out: %1").replace("%1", words.number(len(outcome.blocked)))
            column.addWidget(look.strong(QLabel(said)))
            self.blocked.show_lines(outcome.blocked)
            view = QTableView()
            view.setModel(self.blocked)
            look.tidy(view)
            view.setAccessibleName(said)
            view.horizontalHeader().setSectionResizeMode(BlockedColumn.WHY, QHeaderView.ResizeMode.Stretch)
            view.resizeColumnsToContents()
            view.setWordWrap(True)
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            column.addWidget(view, 1)
        close = buttons.addButton(translate("PrintOutcomeDialog", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column.addWidget(buttons)
        self.resize(760, 420 if outcome.blocked else 180)
        close.setFocus()

    def _to_paper(self, path: Path) -> None:
        self.accept()
        self.paper_wanted.emit(path)


def summary(outcome: PrintOutcome, words: Words) -> str:
    """One sentence: form, sheets and pages, or that there was nothing to print."""
    translate = QCoreApplication.translate
    if outcome.file is None:
        said = translate("PrintOutcomeDialog", "No sheet of form %1 could be printed.")
        return singular(said.replace("%1", outcome.form.value))
    said = translate("PrintOutcomeDialog", "%1: %2 sheets, %3 pages printed.")
    return singular(
        said.replace("%1", outcome.form.value)
        .replace("%2", words.number(outcome.sheets))
        .replace("%3", words.number(outcome.file.pages))
    )
