"""Is this PDF ours, unchanged, and still current? Choose it or drop it."""

from __future__ import annotations

from collections.abc import Mapping
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
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.documents import VerifyOutcome
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.tables import VerifiedColumn, VerifiedTable, finding_colour
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

SIGNS = {
    Finding.CURRENT: "✓",
    Finding.DRAFT: "✎",
    Finding.REPLACED: "↻",
    Finding.CANCELLED: "✗",
    Finding.ADDED: "✗",
    Finding.CHANGED: "✗",
    Finding.UNKNOWN: "?",
    Finding.FOREIGN: "✗",
}


class VerifyTab(RoomPage):
    """Dokumen, periksa."""

    room = "documents"
    nouns = frozenset({"nothing that is written"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
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

    def load(self, period: Period) -> None:
        """Nothing to read: a file is looked into when it is brought."""

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A file that was dropped on the window."""
        file = filters.get("file")
        if isinstance(file, Path):
            self.verify(file)

    def primary_focus(self) -> QWidget:
        """The button that chooses a file."""
        return self.choose

    def verify(self, path: Path) -> None:
        """Look into a file and say what it is."""
        self._name = path.name
        self.refusal.tell(None)
        title = QCoreApplication.translate("VerifyTab", "Looking into %1").replace("%1", path.name)
        self.lane.ask(lambda step: self.desk.documents.verify(path), self._show, self._refused, title)

    def retranslate(self) -> None:
        """Say the panel in the current language."""
        translate = QCoreApplication.translate
        self.choose.setText(translate("VerifyTab", "Choose a PDF..."))
        self.hint.setText(translate("VerifyTab", "or drop a PDF on this window. Nothing is changed by looking."))
        self.view.setAccessibleName(translate("VerifyTab", "Documents in the file"))
        self.table.retranslate()
        self._say()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, QCoreApplication.translate("VerifyTab", "Choose a PDF"), "", "PDF (*.pdf)"
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
        self.finding.setText(f"{SIGNS[outcome.finding]} {self.words.messages.label_of(outcome.finding)}")
        look.colour(self.finding, finding_colour(outcome.finding))
        said = QCoreApplication.translate("VerifyTab", "%1 · %2 pages · %3 documents · SHA-256 %4")
        self.facts.setText(
            said.replace("%1", self._name)
            .replace("%2", self.words.number(outcome.pages))
            .replace("%3", self.words.number(len(outcome.documents)))
            .replace("%4", outcome.digest[:16])
        )
