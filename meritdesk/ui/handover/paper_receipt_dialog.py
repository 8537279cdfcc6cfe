"""A receipt on paper, typed or scanned: it confirms a package when the stick did not come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QLabel,
    QWidget,
)

from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.return_dialog import ReturnDialog
from meritdesk.ui.wording import Words


class PaperReceiptDialog(ReturnDialog):
    """Type or scan the line of a printed receipt; what it says is shown before it is noted."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Receipt on paper"),
            translate(
                "ReturnDialogs",
                "When the stick did not come back, the paper is enough: scan the square code into this field, or type "
                "the groups under it. Blanks and small letters do not matter.",
            ),
            parent,
        )
        self.line = self.text(translate("ReturnDialogs", "&Line of the receipt (MDR1:…)"))
        self.seen = QLabel(self)
        self.seen.setWordWrap(True)
        self.form.addRow(self.seen)
        self._is_seen = False
        self.line.textChanged.connect(self._look)
        self.settle()

    def is_ready(self) -> bool:
        return self._is_seen

    def deed(self) -> Callable[[], object]:
        return partial(self.desk.handover.paper_receipts.confirm, self.line.toPlainText())

    def _look(self) -> None:
        self._is_seen = False
        self.seen.clear()
        self.settle()
        typed = self.line.toPlainText()
        if len("".join(typed.split())) < 150:
            return

        def show(found: tuple[Any, Any]) -> None:
            paper, line = found
            said = QCoreApplication.translate("ReturnDialogs", "✓ Genuine: receipt %1 of %2 for %3: %4")
            self.seen.setText(
                said.replace("%1", paper.number)
                .replace("%2", paper.signer.agency_name)
                .replace("%3", line.file_name)
                .replace("%4", self.words.messages.label(f"RECEIPT:{paper.code.name}"))
            )
            look.colour(self.seen, look.arrived())
            self.refusal.tell(None)
            self._is_seen = True
            self.settle()

        self.lane.ask(lambda step: self.desk.handover.paper_receipts.look(typed), show, self.refusal.tell)
