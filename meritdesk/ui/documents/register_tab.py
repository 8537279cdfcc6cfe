"""The register of printed documents: found by number, name or NIP."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.lines import DocumentLine
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.tables import DocumentColumn, DocumentTable
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

BLOCK = 200
TYPING_MILLISECONDS = 200
WIDTHS = {
    DocumentColumn.NUMBER: 190,
    DocumentColumn.FORM: 84,
    DocumentColumn.PERIOD: 110,
    DocumentColumn.VERSION: 72,
    DocumentColumn.COPY: 76,
    DocumentColumn.PRINTED: 140,
    DocumentColumn.STATE: 90,
    DocumentColumn.REASON: 156,
    DocumentColumn.FILE: 120,
}


class RegisterTab(RoomPage):
    """Dokumen, register."""

    room = "documents"
    nouns = frozenset({"people", "plans", "evaluations", "documents"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._total = 0
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.count = QLabel()
        self.documents = DocumentTable(words, self)
        self.view = QTableView()
        self.view.setModel(self.documents)
        look.tidy(self.view)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(DocumentColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for number, width in WIDTHS.items():
            header.resizeSection(number, width)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * look.RHYTHM)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.scan_button = QPushButton()
        self.scan_button.setEnabled(False)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.scan_button)
        top.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.documents.more_wanted.connect(self._ask_more)
        self._search_action = actions.page_action(self, "search_documents", "Ctrl+F")
        self._search_action.triggered.connect(self.search.setFocus)
        self.scan_action = actions.page_action(self, "see_scan", "Ctrl+Shift+S")
        self.scan_action.triggered.connect(self.see_scan)
        self.scan_button.clicked.connect(self.scan_action.trigger)
        self.view.selectionModel().currentRowChanged.connect(
            lambda now, _: self.scan_button.setEnabled(isinstance(now.data(VALUE), DocumentLine))
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        """The register keeps all periods together."""
        self._ask()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A number, a name or a NIP to find."""
        self.search.setText(str(filters.get("search", "")))

    def primary_focus(self) -> QWidget:
        """The search."""
        return self.search

    def see_scan(self) -> None:
        """Go to what has come back of the chosen document from the scanner."""
        line = self.view.currentIndex().data(VALUE)
        if isinstance(line, DocumentLine):
            self.go_to.emit("documents", {"tab": "scans", "number": line.number})

    def _ask(self) -> None:
        """Read the first block of what the search finds."""
        words = self.search.text().strip()

        def work(step: Step) -> tuple[tuple[DocumentLine, ...], int]:
            return self.desk.documents.lines(words, 0, BLOCK), self.desk.documents.count(words)

        self.lane.ask(work, lambda answer: self._show(*answer), key="documents")

    def retranslate(self) -> None:
        """Say the panel in the current language."""
        translate = QCoreApplication.translate
        self.search.setPlaceholderText(translate("RegisterTab", "Document number, name or NIP"))
        self.search.setAccessibleName(translate("RegisterTab", "Search the register of documents"))
        self.view.setAccessibleName(translate("RegisterTab", "Printed documents"))
        self._search_action.setText(translate("RegisterTab", "Search the register of documents"))
        self.scan_action.setText(translate("RegisterTab", "See the scan"))
        self.scan_button.setText(translate("RegisterTab", "See the scan"))
        self.scan_button.setToolTip(f"{self.scan_button.text()} ({actions.keys_of(self.scan_action)})")
        self.documents.retranslate()
        self._say()

    def _ask_more(self, here: int) -> None:
        words = self.search.text().strip()
        self.lane.ask(
            lambda step: self.desk.documents.lines(words, here, BLOCK), self.documents.append, key="documents"
        )

    def _show(self, lines: tuple[DocumentLine, ...], total: int) -> None:
        self._total = total
        self.documents.show_lines(lines, total)
        self._stack.setCurrentWidget(self.view if lines else self.empty)
        self._say()

    def _say(self) -> None:
        translate = QCoreApplication.translate
        said = translate("RegisterTab", "%1 documents")
        self.count.setText(said.replace("%1", self.words.number(self._total)))
        self.empty.setText(
            translate("RegisterTab", "No document fits this search. Clear it to see all.")
            if self.search.text()
            else translate("RegisterTab", "Nothing was printed yet. Print a form on the first leaf.")
        )
