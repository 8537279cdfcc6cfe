"""Is this PDF ours, unchanged, and still current? Choose it or drop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import Finding
from meritdesk.services import Desk
from meritdesk.services.documents import VerifyOutcome
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.tables import VerifiedColumn, VerifiedTable, finding_colour
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

SIGNS = {
    Finding.CURRENT: "✓",
    Finding.REPLACED: "↻",
    Finding.CHANGED: "✗",
    Finding.UNKNOWN: "?",
    Finding.FOREIGN: "✗",
}


class VerifyPanel(QWidget):
    """The third leaf of the documents room."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._outcome: VerifyOutcome | None = None
        self._name = ""
        self.choose = QPushButton()
        self.choose.setObjectName("primary")
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.finding = look.title(QLabel())
        self.finding.setWordWrap(True)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.refusal = RefusalStrip(words)
        self.table = VerifiedTable(words, self)
        self.view = QTableView()
        self.view.setModel(self.table)
        look.tidy(self.view)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(VerifiedColumn.FINDING, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(VerifiedColumn.NUMBER, 260)
        self.view.hide()
        top = QHBoxLayout()
        top.addWidget(self.choose)
        top.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * look.RHYTHM, 0, 0)
        column.setSpacing(2 * look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(self.finding)
        column.addWidget(self.facts)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self.choose.clicked.connect(self._choose)
        self.retranslate()

    def verify(self, path: Path) -> None:
        """Look into a file and say what it is."""
        self._name = path.name
        self.refusal.tell(None)
        title = QCoreApplication.translate("VerifyPanel", "Looking into %1").replace("%1", path.name)
        self._lane.ask(lambda step: self._desk.documents.verify(path), self._show, self._refused, title)

    def retranslate(self) -> None:
        """Say the panel in the current language."""
        translate = QCoreApplication.translate
        self.choose.setText(translate("VerifyPanel", "Choose a PDF..."))
        self.hint.setText(translate("VerifyPanel", "or drop a PDF on this window. Nothing is changed by looking."))
        self.view.setAccessibleName(translate("VerifyPanel", "Documents in the file"))
        self.table.retranslate()
        self._say()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, QCoreApplication.translate("VerifyPanel", "Choose a PDF"), "", "PDF (*.pdf)"
        )
        if chosen:
            self.verify(Path(chosen))

    def _show(self, outcome: VerifyOutcome) -> None:
        self._outcome = outcome
        self.table.show_lines(outcome.documents)
        self._say()

    def _refused(self, error: Exception) -> None:
        self._outcome = None
        self.refusal.tell(error)
        self._say()

    def _say(self) -> None:
        outcome = self._outcome
        self.view.setVisible(outcome is not None and bool(outcome.documents))
        if outcome is None:
            self.finding.clear()
            self.facts.clear()
            return
        self.finding.setText(f"{SIGNS[outcome.finding]} {self._words.messages.label_of(outcome.finding)}")
        look.colour(self.finding, finding_colour(outcome.finding))
        said = QCoreApplication.translate("VerifyPanel", "%1 · %2 pages · %3 documents · SHA-256 %4")
        self.facts.setText(
            said.replace("%1", self._name)
            .replace("%2", self._words.number(outcome.pages))
            .replace("%3", self._words.number(len(outcome.documents)))
            .replace("%4", outcome.digest[:16])
        )
