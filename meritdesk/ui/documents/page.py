"""The documents page: print, find again, and tell whether a PDF is ours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.documents import PrintOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.outcome_dialog import PrintOutcomeDialog, summary
from meritdesk.ui.documents.print_panel import PrintPanel
from meritdesk.ui.documents.register_panel import RegisterPanel
from meritdesk.ui.documents.verify_panel import VerifyPanel
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


class DocumentsPage(RoomPage):
    """Dokumen."""

    room = "documents"
    nouns = frozenset({"people", "units", "plans", "actuals", "evaluations", "documents", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._title = look.title(QLabel())
        self._said_period = QLabel()
        self.printing = PrintPanel(desk, lane, words)
        self.register = RegisterPanel(desk, lane, words)
        self.verifying = VerifyPanel(desk, lane, words)
        self.leaves = QTabWidget()
        self.leaves.setDocumentMode(True)
        for leaf in (self.printing, self.register, self.verifying):
            self.leaves.addTab(leaf, "")
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._said_period)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.leaves, 1)
        self.printing.printed.connect(self._printed)
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read what all leaves show."""
        self._said_period.setText(self.words.period(period))
        self.printing.load(period)
        self.register.load()

    def primary_focus(self) -> QWidget:
        """Where the leaf in front expects the keyboard."""
        focus: dict[QWidget, QWidget] = {
            self.printing: self.printing.people_view,
            self.register: self.register.search,
            self.verifying: self.verifying.choose,
        }
        return focus[self.leaves.currentWidget()]

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A file to verify, a number to find, or what to print."""
        file = filters.get("file")
        if isinstance(file, Path):
            self.leaves.setCurrentWidget(self.verifying)
            self.verifying.verify(file)
        elif filters.get("search"):
            self.leaves.setCurrentWidget(self.register)
            self.register.search.setText(str(filters["search"]))
        else:
            self.leaves.setCurrentWidget(self.printing)
            self.printing.narrow(filters)

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(actions.room_name(self.room))
        if self.period is not None:
            self._said_period.setText(self.words.period(self.period))
        self.leaves.setTabText(0, translate("DocumentsPage", "Print"))
        self.leaves.setTabText(1, translate("DocumentsPage", "Register of documents"))
        self.leaves.setTabText(2, translate("DocumentsPage", "Is it ours?"))
        for leaf in (self.printing, self.register, self.verifying):
            leaf.retranslate()

    def _printed(self, outcome: PrintOutcome) -> None:
        self.message.emit(summary(outcome, self.words))
        PrintOutcomeDialog(outcome, self.words, self).open()
