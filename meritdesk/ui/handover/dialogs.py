"""What stands on the outside of an arriving file, and what became of files sent and received."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import SNAPSHOT_KINDS, PackageView, ReceiptCode, RecordState
from meritdesk.core.periods import parse_period
from meritdesk.services.handover import Introduction, PackOutcome, ReceiveOutcome
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.handover.tables import RecordColumn, RecordTable
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class FactsDialog(ByKeyboard, QDialog):
    """A heading, some facts one below the other, and buttons; the last button made has the keyboard."""

    def __init__(self, title: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.heading = look.strong(QLabel(heading))
        self.heading.setWordWrap(True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.facts = QFormLayout()
        self.facts.setVerticalSpacing(look.RHYTHM)
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(look.RHYTHM)
        self.body.addWidget(self.heading)
        self.body.addLayout(self.facts)
        self.body.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(560))

    def fact(self, name: str, value: str) -> None:
        """One line of the facts."""
        label = QLabel(value)
        label.setWordWrap(True)
        self.facts.addRow(f"{name}:", label)

    def button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        """One more button; Enter means the last one."""
        made = self.buttons.addButton(words, role)
        made.setDefault(True)
        made.setFocus()
        return made

    def insert(self, part: QWidget) -> None:
        """Something wide between facts and buttons."""
        self.body.insertWidget(self.body.count() - 1, part, 1)


def arriving(view: PackageView, path: Path, agency_code: str, words: Words, parent: QWidget) -> FactsDialog:
    """What the outside says; only a signed one can be received, another is refused with its next step and its code."""
    translate = QCoreApplication.translate
    dialog = FactsDialog(
        translate("ArrivalDialog", "A file has arrived"), words.messages.label_of(view.header.kind), parent
    )
    dialog.fact(translate("ArrivalDialog", "File"), path.name)
    sender = f"{view.signer.agency_name} ({view.header.sender})" if view.signer else view.header.sender
    dialog.fact(translate("ArrivalDialog", "From"), sender)
    dialog.fact(translate("ArrivalDialog", "Period"), words.period(parse_period(view.header.period)))
    dialog.fact(translate("ArrivalDialog", "Number in its series"), words.number(view.header.sequence))
    dialog.fact(
        translate("ArrivalDialog", "Signature"),
        "✓ " + translate("ArrivalDialog", "signed by a key that is trusted here")
        if view.is_verified
        else "✗ " + translate("ArrivalDialog", "no trusted key has signed this; its words prove nothing"),
    )
    if view.is_verified:
        dialog.button(translate("ArrivalDialog", "Leave it"), QDialogButtonBox.ButtonRole.RejectRole)
        dialog.button(translate("ArrivalDialog", "Receive"), QDialogButtonBox.ButtonRole.AcceptRole)
    else:
        dialog.fact(translate("ArrivalDialog", "Key"), view.key_id)
        # Nobody needs to enrol a sender that wrote to another office.
        recipient = view.header.recipient
        is_elsewhere = recipient != agency_code
        strip = RefusalStrip(words, dialog)
        strip.tell(
            FileRefusal("PKG-518", recipient=recipient, me=agency_code)
            if is_elsewhere
            else FileRefusal("PKG-511", key_id=view.key_id)
        )
        dialog.insert(strip)
        dialog.button(translate("ArrivalDialog", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
    return dialog


def packed(outcome: PackOutcome, words: Words, parent: QWidget) -> FactsDialog:
    """The package that was made and what is in it."""
    translate = QCoreApplication.translate
    heading = (
        translate("PackedDialog", "Nothing had changed: the same package was written again.")
        if outcome.reissued
        else translate("PackedDialog", "The package is ready for the region.")
    )
    dialog = FactsDialog(translate("PackedDialog", "Packed"), heading, parent)
    dialog.fact(translate("PackedDialog", "File"), str(outcome.path))
    dialog.fact(
        translate("PackedDialog", "Content"),
        singular(
            translate("PackedDialog", "%1 evaluations, %2 plans, %3 people, %4 units")
            .replace("%1", words.number(outcome.counts.get("evaluations", 0)))
            .replace("%2", words.number(outcome.counts.get("plans", 0)))
            .replace("%3", words.number(outcome.counts.get("people", 0)))
            .replace("%4", words.number(outcome.counts.get("units", 0)))
        ),
    )
    dialog.fact(translate("PackedDialog", "Left at home"), drafts(outcome.drafts, words))
    dialog.fact(
        translate("PackedDialog", "Size"),
        translate("PackedDialog", "%1 KB").replace("%1", words.number(max(1, outcome.size // 1024))),
    )
    folder = dialog.button(translate("PackedDialog", "Open the folder"), QDialogButtonBox.ButtonRole.ActionRole)
    folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(outcome.path.parent))))
    dialog.button(translate("PackedDialog", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
    return dialog


def drafts(count: int, words: Words) -> str:
    """How many evaluations are still open and do not travel."""
    said = QCoreApplication.translate("PackedDialog", "%1 evaluations that are not closed yet")
    return singular(said.replace("%1", words.number(count)))


def received(
    outcome: ReceiveOutcome,
    words: Words,
    parent: QWidget,
    take_back: Callable[[], None] | None = None,
    came_back: Iterable[tuple[str, str]] = (),
) -> FactsDialog:
    """What became of an arriving file, with every record that needs a hand; of a return, what each part brought."""
    translate = QCoreApplication.translate
    dialog = FactsDialog(
        translate("ReceivedDialog", "Received"),
        f"{'✓' if outcome.code in (ReceiptCode.ACCEPTED, ReceiptCode.DUPLICATE) else '⚠'} "
        f"{words.messages.label_of(outcome.code)}",
        parent,
    )
    parts = tuple(came_back)
    if not parts:
        dialog.fact(translate("ReceivedDialog", "Receipt"), outcome.receipt.number)
    for name, value in parts:
        dialog.fact(name, value)
    dialog.fact(translate("ReceivedDialog", "Period"), words.period(parse_period(outcome.receipt.period)))
    counts = outcome.receipt.counts
    if counts:
        dialog.fact(
            translate("ReceivedDialog", "Records"),
            " · ".join(
                f"{words.messages.label_of(state)} {words.number(counts.get(state.value, 0))}" for state in RecordState
            ),
        )
    if outcome.receipt.missing_sequences:
        missing = ", ".join(words.number(number) for number in outcome.receipt.missing_sequences)
        dialog.fact(translate("ReceivedDialog", "Packages that never came"), missing)
    if outcome.unwritten is not None:
        _, what, then = words.told(outcome.unwritten)
        owed = translate("ReceivedDialog", "⚠ It was taken, but the answer is not on the stick yet. %1 %2")
        dialog.fact(translate("ReceivedDialog", "Answer to give back"), owed.replace("%1", what).replace("%2", then))
    if outcome.reply is not None:
        dialog.fact(translate("ReceivedDialog", "Answer to give back"), str(outcome.reply))
    if outcome.receipt.outcomes:
        table = RecordTable(words, dialog)
        table.show_lines(outcome.receipt.outcomes)
        view = QTableView()
        view.setModel(table)
        look.tidy(view)
        view.setAccessibleName(translate("ReceivedDialog", "Records that need a hand"))
        view.horizontalHeader().setSectionResizeMode(RecordColumn.WHY, QHeaderView.ResizeMode.Stretch)
        view.setWordWrap(True)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        dialog.insert(view)
        dialog.resize(820, 480)
    if take_back is not None and outcome.changes.change_set_id and outcome.header.kind in SNAPSHOT_KINDS:
        back = dialog.button(translate("ReceivedDialog", "Take it back..."), QDialogButtonBox.ButtonRole.ActionRole)
        back.clicked.connect(dialog.accept)
        back.clicked.connect(take_back)
    dialog.button(translate("ReceivedDialog", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
    return dialog


def trusted(shown: Introduction, words: Words, parent: QWidget) -> FactsDialog:
    """Whose key card was taken over, with the numbers to compare by telephone."""
    translate = QCoreApplication.translate
    card = shown.card
    dialog = FactsDialog(
        translate("TrustedDialog", "Key card"),
        "✓ " + translate("TrustedDialog", "The key card was taken over."),
        parent,
    )
    kind = translate("TrustedDialog", "regional office") if card.is_region else translate("TrustedDialog", "agency")
    dialog.fact(translate("TrustedDialog", "Owner"), f"{card.agency_name} ({card.agency_code}, {kind})")
    dialog.fact(translate("TrustedDialog", "PC"), card.device)
    dialog.fact(translate("TrustedDialog", "Fingerprint"), " ".join(shown.fingerprint))
    hint = QLabel(translate("TrustedDialog", "Call the owner and compare the fingerprint before you send anything."))
    hint.setWordWrap(True)
    dialog.insert(hint)
    dialog.button(translate("TrustedDialog", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
    return dialog
