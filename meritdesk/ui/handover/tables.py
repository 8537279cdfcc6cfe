"""The two ledgers: what went out with its answer, what came in; and the records a receipt names."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.handover import PackageKind, ReceiptCode, RecordOutcome
from meritdesk.core.lines import IncomingLine, OutgoingLine
from meritdesk.core.periods import parse_period
from meritdesk.core.sending import OPEN_STATES, SendingState
from meritdesk.ui import look
from meritdesk.ui.handover.merging_words import field_words, table_words
from meritdesk.ui.line_table import LineTable


def arrival(line: OutgoingLine) -> str:
    """What is known of the arrival of a package, in plain words."""
    translate = QCoreApplication.translate
    if line.kind == PackageKind.RETURN.value:
        return translate("Ledger", "answer, handed over")
    if line.kind == PackageKind.HANDOVER.value:
        is_written = line.state != SendingState.PACKED
        return translate("Ledger", "for a colleague") if is_written else translate("Ledger", "packed, not written yet")
    said = {
        SendingState.PACKED.value: translate("Ledger", "packed, not written yet"),
        SendingState.ON_STICK.value: translate("Ledger", "on the stick, not yet confirmed"),
        SendingState.UNCONFIRMED.value: translate("Ledger", "not yet confirmed"),
        ReceiptCode.ACCEPTED.value: translate("Ledger", "received by the region"),
        ReceiptCode.DUPLICATE.value: translate("Ledger", "received by the region"),
        ReceiptCode.ERRORS.value: translate("Ledger", "received, some need correction"),
        ReceiptCode.REJECTED.value: translate("Ledger", "refused, needs correction"),
        ReceiptCode.FORK.value: translate("Ledger", "needs correction: another copy also sends"),
        ReceiptCode.SUPERSEDED.value: translate("Ledger", "replaced by a newer package"),
    }
    return said.get(line.state, line.state)


def arrival_colour(line: OutgoingLine) -> QColor | None:
    """Green only for what has arrived, amber for what waits, red for what needs correction."""
    if line.kind == PackageKind.HANDOVER.value and line.state != SendingState.PACKED:
        return None
    if line.kind == PackageKind.RETURN.value or line.state == ReceiptCode.SUPERSEDED.value:
        return None
    if line.state in (ReceiptCode.ACCEPTED.value, ReceiptCode.DUPLICATE.value):
        return look.arrived()
    return look.asks() if line.state in OPEN_STATES else look.blocks()


class OutgoingColumn(IntEnum):
    """One package made here."""

    PACKED = 0
    PERIOD = 1
    STATE = 2
    RECEIPT = 3
    SEQUENCE = 4
    CONTENT = 5
    FILE = 6


class OutgoingTable(LineTable[OutgoingLine]):
    """The outbox as a ledger, newest first."""

    columns = OutgoingColumn
    numbers = frozenset({OutgoingColumn.SEQUENCE, OutgoingColumn.CONTENT})
    named_by = frozenset({OutgoingColumn.STATE, OutgoingColumn.RECEIPT})

    def identity(self, line: OutgoingLine) -> object:
        return line.package_id

    def heading(self, column: int) -> str:
        """The headings of the outbox."""
        translate = QCoreApplication.translate
        return (
            translate("OutgoingTable", "Packed"),
            translate("OutgoingTable", "Period"),
            translate("OutgoingTable", "Arrival"),
            translate("OutgoingTable", "Receipt"),
            translate("OutgoingTable", "No."),
            translate("OutgoingTable", "Evaluations"),
            translate("OutgoingTable", "File"),
        )[column]

    def cells(self, line: OutgoingLine) -> tuple[str, ...]:
        """One line of the outbox."""
        evaluations = line.counts.get("evaluations")
        return (
            self.words.short_moment(line.packed_at),
            self.words.period(parse_period(line.period)),
            arrival(line),
            line.receipt_number or "-",
            self.words.number(line.sequence),
            self.words.number(evaluations) if evaluations is not None else "-",
            line.file_name,
        )

    def value(self, line: OutgoingLine, column: int) -> object:
        """Moments and numbers sort as such."""
        typed: dict[int, object] = {
            OutgoingColumn.PACKED: line.packed_at,
            OutgoingColumn.SEQUENCE: line.sequence,
            OutgoingColumn.CONTENT: line.counts.get("evaluations"),
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: OutgoingLine, column: int) -> QColor | None:
        """The arrival in its meaning colour."""
        return arrival_colour(line) if column == OutgoingColumn.STATE else None


class IncomingColumn(IntEnum):
    """One package received here."""

    RECEIVED = 0
    SENDER = 1
    KIND = 2
    PERIOD = 3
    RESULT = 4
    RECEIPT = 5
    SEQUENCE = 6


class IncomingTable(LineTable[IncomingLine]):
    """The inbox as a ledger, newest first."""

    columns = IncomingColumn
    numbers = frozenset({IncomingColumn.SEQUENCE})
    named_by = frozenset({IncomingColumn.SENDER, IncomingColumn.RESULT})

    def identity(self, line: IncomingLine) -> object:
        return line.sender, line.sequence, line.receipt_number, line.received_at

    def heading(self, column: int) -> str:
        """The headings of the inbox."""
        translate = QCoreApplication.translate
        return (
            translate("IncomingTable", "Received"),
            translate("IncomingTable", "From"),
            translate("IncomingTable", "What"),
            translate("IncomingTable", "Period"),
            translate("IncomingTable", "Result"),
            translate("IncomingTable", "Receipt"),
            translate("IncomingTable", "No."),
        )[column]

    def cells(self, line: IncomingLine) -> tuple[str, ...]:
        """One line of the inbox."""
        return (
            self.words.short_moment(line.received_at),
            f"{line.sender_name} ({line.sender})",
            self.words.messages.label_of(PackageKind(line.kind)),
            self.words.period(parse_period(line.period)),
            self.words.messages.label_of(ReceiptCode(line.code)),
            line.receipt_number or "-",
            self.words.number(line.sequence),
        )

    def value(self, line: IncomingLine, column: int) -> object:
        """Moments and numbers sort as such."""
        typed: dict[int, object] = {
            IncomingColumn.RECEIVED: line.received_at,
            IncomingColumn.SEQUENCE: line.sequence,
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: IncomingLine, column: int) -> QColor | None:
        """What was taken in is green, what was not is red."""
        if column != IncomingColumn.RESULT:
            return None
        return look.arrived() if line.code in ("A", "D") else look.blocks()


class RecordColumn(IntEnum):
    """One record that a receipt names."""

    RECORD = 0
    STATE = 1
    FIELD = 2
    WHY = 3


class RecordTable(LineTable[RecordOutcome]):
    """The records that were refused or stand against each other."""

    columns = RecordColumn

    def heading(self, column: int) -> str:
        """Record, state, field, reason."""
        translate = QCoreApplication.translate
        return (
            translate("RecordTable", "Record"),
            translate("RecordTable", "State"),
            translate("RecordTable", "Field"),
            translate("RecordTable", "Why, and what to do"),
        )[column]

    def cells(self, line: RecordOutcome) -> tuple[str, ...]:
        """One record of the receipt."""
        return (
            f"{table_words(line.table, self.words)} {line.record_id[:8]}",
            self.words.messages.label_of(line.state),
            field_words(line.column, line.table) if line.column else "-",
            f"{self.words.messages.sentence(line.code)} ({line.code})" if line.code else "-",
        )
