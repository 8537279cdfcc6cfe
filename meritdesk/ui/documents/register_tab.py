"""The register of printed documents: found by number, name or NIP, filtered by form, period and state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.documents import PaperStanding
from meritdesk.core.periods import Period, parse_period
from meritdesk.services import Desk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.tables import DOCUMENT_FIELDS, DocumentColumn, DocumentTable, form_word
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_FACETS = (DocumentField.FORM, DocumentField.PERIOD, DocumentField.STANDING)


class RegisterTab(RoomPage):
    """Dokumen, register."""

    room = "documents"
    nouns = frozenset({"people", "plans", "evaluations", "documents"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.scan_button = QPushButton()
        self.scan_button.setEnabled(False)
        papers = desk.documents.paper_register
        self.documents = DocumentTable(words, self)
        self.listing = LineList(
            "documents.register",
            self.documents,
            self,
            facets=[self._facet(field) for field in _FACETS],
            reading=Reading(
                lambda how: papers.count(_query(how)),
                lambda how, offset, limit: papers.lines(replace(_query(how), offset=offset, limit=limit)),
            ),
        )
        self.listing.title_words = lambda: QCoreApplication.translate("RegisterTab", "Printed documents")
        self.listing.empty_words = self._told_empty
        self.listing.settled.connect(self._say)
        self.listing.line_chosen.connect(lambda line: self.scan_button.setEnabled(line is not None))
        self.listing.line_opened.connect(lambda _: self.see_scan())
        self.view, self.search = self.listing.view, self.listing.search
        self.scan_action = actions.page_action(self, "see_scan", "Ctrl+Shift+S")
        self.scan_action.triggered.connect(self.see_scan)
        self.scan_button.clicked.connect(self.scan_action.trigger)
        self.listing.put_beside(self.scan_button)
        self.listing.offer(self.scan_action)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.addWidget(self.listing)
        self.retranslate()

    def load(self, period: Period) -> None:
        """The register keeps all periods together."""
        self.listing.ask()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A number, a name or a NIP to find."""
        self.listing.narrow_to(str(filters.get("search", "")))

    def primary_focus(self) -> QWidget:
        """The search."""
        return self.search

    def see_scan(self) -> None:
        """Go to what has come back of the chosen document from the scanner."""
        line = self.listing.current()
        if line is not None:
            self.go_to.emit("documents", {"tab": "scans", "number": line.number})

    def retranslate(self) -> None:
        """Say the panel in the current language."""
        translate = QCoreApplication.translate
        self.scan_action.setText(translate("RegisterTab", "See the scan"))
        self.scan_button.setText(translate("RegisterTab", "See the scan"))
        self.scan_button.setToolTip(f"{self.scan_button.text()} ({actions.keys_of(self.scan_action)})")
        self.listing.say()
        self._say()

    def _facet(self, field: DocumentField) -> Facet:
        def choices() -> Sequence[Choice]:
            query = _query(self.listing.arrangement, without=field)
            tally = self.desk.documents.paper_register.tally(query, field)
            return [Choice(one.value, self._said(field, one.value), one.count) for one in tally]

        return Facet(field.value, lambda: self.words.messages.label_of(field), choices, is_read=True)

    def _said(self, field: DocumentField, value: str) -> str:
        if field is DocumentField.FORM:
            return form_word(value, self.words)
        if field is DocumentField.PERIOD:
            return self.words.period(parse_period(value))
        return self.words.messages.label_of(PaperStanding(value))

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate = QCoreApplication.translate
        if arrangement.is_narrowed:
            return translate("RegisterTab", "No document fits this search. Clear it to see all.")
        return translate("RegisterTab", "Nothing was printed yet. Print a form on the first leaf.")

    def _say(self) -> None:
        said = QCoreApplication.translate("RegisterTab", "%1 documents")
        self.listing.summary.setText(said.replace("%1", self.words.number(self.listing.total)))


def _query(arrangement: Arrangement, without: DocumentField | None = None) -> DocumentQuery:
    kept = [
        (field, tuple(sorted(arrangement.kept[field.value])))
        for field in _FACETS
        if field is not without and arrangement.kept.get(field.value)
    ]
    order = tuple((DOCUMENT_FIELDS[DocumentColumn(column)], falls) for column, falls in arrangement.order)
    return DocumentQuery(arrangement.search, tuple(kept), order)
