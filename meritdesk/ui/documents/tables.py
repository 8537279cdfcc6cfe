"""The lists of the documents room: the register of paper, who could not be printed, what a PDF is."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.document_query import DocumentField
from meritdesk.core.documents import Finding, PaperKind, PaperStanding, register_form
from meritdesk.core.lines import DocumentLine
from meritdesk.core.periods import parse_period
from meritdesk.services.changes import Blocked
from meritdesk.services.documents import VerifiedDocument
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


class DocumentColumn(IntEnum):
    """One printed document."""

    NUMBER = 0
    NAME = 1
    FORM = 2
    PERIOD = 3
    VERSION = 4
    COPY = 5
    PRINTED = 6
    STATE = 7
    REASON = 8
    FILE = 9
    NIP = 10


DOCUMENT_FIELDS = {
    DocumentColumn.NUMBER: DocumentField.NUMBER,
    DocumentColumn.NAME: DocumentField.NAME,
    DocumentColumn.FORM: DocumentField.FORM,
    DocumentColumn.PERIOD: DocumentField.PERIOD,
    DocumentColumn.VERSION: DocumentField.VERSION,
    DocumentColumn.COPY: DocumentField.COPY,
    DocumentColumn.PRINTED: DocumentField.PRINTED,
    DocumentColumn.STATE: DocumentField.STANDING,
    DocumentColumn.REASON: DocumentField.REASON,
    DocumentColumn.FILE: DocumentField.FILE,
    DocumentColumn.NIP: DocumentField.NIP,
}


def form_word(code: str, words: Words) -> str:
    """A form of the regulation by its number, an own sheet of the office by its name."""
    form = register_form(code)
    return words.messages.label_of(form) if isinstance(form, PaperKind) else form.value


class DocumentTable(LineTable[DocumentLine]):
    """The register of documents, newest first."""

    columns = DocumentColumn
    numbers = frozenset({DocumentColumn.VERSION, DocumentColumn.COPY})
    named_by = frozenset({DocumentColumn.NUMBER, DocumentColumn.NAME})
    hidden = frozenset({DocumentColumn.NIP, DocumentColumn.FILE})

    def identity(self, line: DocumentLine) -> object:
        return line.document_id

    def heading(self, column: int) -> str:
        """The headings of the register."""
        translate = QCoreApplication.translate
        return (
            translate("DocumentTable", "Number"),
            translate("DocumentTable", "Name"),
            translate("DocumentTable", "Form"),
            translate("DocumentTable", "Period"),
            translate("DocumentTable", "Version"),
            translate("DocumentTable", "Copy"),
            translate("DocumentTable", "Printed"),
            translate("DocumentTable", "State"),
            translate("DocumentTable", "Why another form"),
            translate("DocumentTable", "File"),
            translate("DocumentTable", "NIP"),
        )[column]

    def cells(self, line: DocumentLine) -> tuple[str, ...]:
        """One line of the register."""
        return (
            line.number,
            line.name,
            form_word(line.form, self.words),
            self.words.period(parse_period(line.period)),
            self.words.number(line.version),
            self.words.number(line.copy),
            self.words.short_moment(line.printed_at),
            self.words.messages.label_of(line.standing),
            line.override_reason,
            line.file_name,
            line.nip,
        )

    def value(self, line: DocumentLine, column: int) -> object:
        """Numbers and moments sort as such."""
        typed: dict[int, object] = {
            DocumentColumn.VERSION: line.version,
            DocumentColumn.COPY: line.copy,
            DocumentColumn.PRINTED: line.printed_at,
            DocumentColumn.PERIOD: line.period,
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: DocumentLine, column: int) -> QColor | None:
        """What does not stand asks for attention."""
        return standing_colour(line.standing) if column == DocumentColumn.STATE else None


def standing_colour(standing: PaperStanding) -> QColor | None:
    """Replaced and draft papers ask, cancelled ones block; what stands needs no colour."""
    if standing is PaperStanding.CURRENT:
        return None
    return look.blocks() if standing is PaperStanding.CANCELLED else look.asks()


class BlockedColumn(IntEnum):
    """Who could not be printed."""

    NAME = 0
    NIP = 1
    WHY = 2


class BlockedTable(LineTable[Blocked]):
    """Who could not be printed, and why."""

    columns = BlockedColumn

    def heading(self, column: int) -> str:
        """Name, NIP, reason."""
        translate = QCoreApplication.translate
        return (
            translate("BlockedTable", "Name"),
            translate("BlockedTable", "NIP"),
            translate("BlockedTable", "Why not, and what to do"),
        )[column]

    def shown(self, line: Blocked, column: int) -> str:
        """One person that was left out."""
        if column == BlockedColumn.WHY:
            return f"{self.words.messages.sentence(line.code, line.facts)} ({line.code})"
        return line.name if column == BlockedColumn.NAME else line.nip


class VerifiedColumn(IntEnum):
    """One document found in a file."""

    NUMBER = 0
    VERSION = 1
    COPY = 2
    FINDING = 3


class VerifiedTable(LineTable[VerifiedDocument]):
    """What can be said of each document in a PDF."""

    columns = VerifiedColumn
    numbers = frozenset({VerifiedColumn.VERSION, VerifiedColumn.COPY})

    def heading(self, column: int) -> str:
        """Number, version, copy, finding."""
        translate = QCoreApplication.translate
        return (
            translate("VerifiedTable", "Number"),
            translate("VerifiedTable", "Version"),
            translate("VerifiedTable", "Copy"),
            translate("VerifiedTable", "Finding"),
        )[column]

    def shown(self, line: VerifiedDocument, column: int) -> str:
        """One document; version and copy are only known of our own, unchanged files."""
        if column == VerifiedColumn.NUMBER:
            return line.number
        if column == VerifiedColumn.FINDING:
            return self.words.messages.label_of(line.finding)
        number = line.version if column == VerifiedColumn.VERSION else line.copy
        return self.words.number(number) if number else "-"

    def value(self, line: VerifiedDocument, column: int) -> object:
        """Numbers sort as numbers."""
        typed: dict[int, object] = {VerifiedColumn.VERSION: line.version, VerifiedColumn.COPY: line.copy}
        return typed.get(column, self.shown(line, column))

    def colour(self, line: VerifiedDocument, column: int) -> QColor | None:
        """The finding in its meaning colour."""
        return finding_colour(line.finding) if column == VerifiedColumn.FINDING else None


def finding_colour(finding: Finding) -> QColor:
    """Current is good, replaced asks, the rest blocks."""
    if finding is Finding.CURRENT:
        return look.arrived()
    return look.asks() if finding in (Finding.REPLACED, Finding.DRAFT) else look.blocks()
