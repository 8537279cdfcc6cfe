"""The lists of electronic signatures: sheets and whose turn it is, what was refused, and what stands in a file."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.signatures import FoundSignature, SignatureState, TrustAnchor
from meritdesk.services.documents.sheets_to_sign import SheetRefused, SheetToSign
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

_GOOD = frozenset({SignatureState.TRUSTED})
_DOUBTFUL = frozenset({SignatureState.UNTRUSTED, SignatureState.UNCHECKED, SignatureState.EXPIRED_SINCE})
SIGNS = {
    **dict.fromkeys(_GOOD, "✓"),
    **dict.fromkeys(_DOUBTFUL, "!"),
    **dict.fromkeys(set(SignatureState) - _GOOD - _DOUBTFUL, "✗"),
}


def state_colour(state: SignatureState) -> QColor:
    """Trusted is good, doubtful asks, the rest blocks."""
    if state in _GOOD:
        return look.arrived()
    return look.asks() if state in _DOUBTFUL else look.blocks()


class SheetColumn(IntEnum):
    """One sheet that can be signed."""

    NUMBER = 0
    OWNER = 1
    SIGNED = 2
    NEXT = 3
    FILE = 4


class SheetTable(LineTable[SheetToSign]):
    """Sheets with how far they are signed and whose turn it is."""

    columns = SheetColumn
    named_by = frozenset({SheetColumn.NUMBER, SheetColumn.OWNER})

    def identity(self, line: SheetToSign) -> object:
        return line.document.number, line.path

    def heading(self, column: int) -> str:
        """Number, employee, signed, whose turn, file."""
        translate = QCoreApplication.translate
        return (
            translate("SheetTable", "Number"),
            translate("SheetTable", "Employee"),
            translate("SheetTable", "Signed"),
            translate("SheetTable", "Whose turn, or why not"),
            translate("SheetTable", "File"),
        )[column]

    def shown(self, line: SheetToSign, column: int) -> str:
        """One sheet."""
        if column == SheetColumn.NUMBER:
            return line.document.number
        if column == SheetColumn.OWNER:
            return line.owner
        if column == SheetColumn.SIGNED:
            return f"{len(line.signed)}/{line.places}"
        if column == SheetColumn.FILE:
            return line.path.name
        if line.code:
            return self.words.messages.sentence(line.code, dict(line.facts))
        if line.role is None:
            return "✓ " + QCoreApplication.translate("SheetTable", "Everybody has signed")
        return f"{self.words.messages.label_of(line.role)}: {line.signer or '-'}"

    def value(self, line: SheetToSign, column: int) -> object:
        """Signatures sort as numbers."""
        return len(line.signed) if column == SheetColumn.SIGNED else self.shown(line, column)

    def colour(self, line: SheetToSign, column: int) -> QColor | None:
        """What cannot be signed asks, what is complete is good."""
        if column != SheetColumn.NEXT:
            return None
        if line.code:
            return look.asks()
        return look.arrived() if line.is_complete else None


class RefusedColumn(IntEnum):
    """One sheet that was not signed."""

    SHEET = 0
    OWNER = 1
    WHY = 2


class RefusedTable(LineTable[SheetRefused]):
    """What was not signed, and why."""

    columns = RefusedColumn

    def heading(self, column: int) -> str:
        """Sheet, employee, reason."""
        translate = QCoreApplication.translate
        return (
            translate("RefusedTable", "Sheet"),
            translate("RefusedTable", "Employee"),
            translate("RefusedTable", "Why not, and what to do"),
        )[column]

    def shown(self, line: SheetRefused, column: int) -> str:
        """One sheet or file."""
        if column == RefusedColumn.SHEET:
            return line.number or line.name
        if column == RefusedColumn.OWNER:
            return line.owner
        what, then = self.words.messages.refusal(line.code, line.facts)
        return f"{what} {then} ({line.code})"


class SignatureColumn(IntEnum):
    """One signature in a file."""

    STATE = 0
    HOLDER = 1
    ROLE = 2
    ISSUER = 3
    WHEN = 4
    COVERS = 5


class SignatureTable(LineTable[FoundSignature]):
    """The signatures in a file, each with what can be said of it."""

    columns = SignatureColumn

    def heading(self, column: int) -> str:
        """State, holder, role, issuer, time, coverage."""
        translate = QCoreApplication.translate
        return (
            translate("SignatureTable", "Signature"),
            translate("SignatureTable", "Certificate of"),
            translate("SignatureTable", "Signs as"),
            translate("SignatureTable", "Authority"),
            translate("SignatureTable", "Time"),
            translate("SignatureTable", "Covers"),
        )[column]

    def shown(self, line: FoundSignature, column: int) -> str:
        """One signature."""
        label_of = self.words.messages.label_of
        if column == SignatureColumn.STATE:
            return f"{SIGNS[line.state]} {label_of(line.state)}"
        if column == SignatureColumn.HOLDER:
            if line.is_named:
                return line.holder
            said = QCoreApplication.translate("SignatureTable", "%1 (printed: %2)")
            return said.replace("%1", line.holder).replace("%2", line.printed_name)
        if column == SignatureColumn.ROLE:
            return label_of(line.role) if line.role else "-"
        if column == SignatureColumn.ISSUER:
            return line.issuer
        if column == SignatureColumn.WHEN:
            if line.signed_at is None:
                return "-"
            return f"{self.words.moment(line.signed_at)} ({label_of(line.time_source)})"
        return label_of(line.coverage)

    def colour(self, line: FoundSignature, column: int) -> QColor | None:
        """The state in its meaning colour; another name than printed asks."""
        if column == SignatureColumn.STATE:
            return state_colour(line.state)
        return look.asks() if column == SignatureColumn.HOLDER and not line.is_named else None


class AnchorColumn(IntEnum):
    """One authority."""

    HOLDER = 0
    VALID = 1
    FINGERPRINT = 2


class AnchorTable(LineTable[TrustAnchor]):
    """The authorities this office believes."""

    columns = AnchorColumn

    def heading(self, column: int) -> str:
        """Name, until when, fingerprint."""
        translate = QCoreApplication.translate
        return (
            translate("AnchorTable", "Authority"),
            translate("AnchorTable", "Valid until"),
            translate("AnchorTable", "Fingerprint (SHA-256)"),
        )[column]

    def shown(self, line: TrustAnchor, column: int) -> str:
        """One authority."""
        if column == AnchorColumn.HOLDER:
            return line.certificate.holder
        if column == AnchorColumn.VALID:
            return self.words.day(line.certificate.valid_to.date())
        text = line.certificate.fingerprint.upper()
        return " ".join(text[start : start + 4] for start in range(0, len(text), 4))

    def value(self, line: TrustAnchor, column: int) -> object:
        """Days sort as days."""
        return line.certificate.valid_to if column == AnchorColumn.VALID else self.shown(line, column)
