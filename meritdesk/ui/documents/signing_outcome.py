"""What became of a signing: whose certificate, how many signatures, what is missing, and what was left unsigned."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from meritdesk.services.documents.electronic import SigningOutcome
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.signing_tables import RefusedColumn, RefusedTable
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class SigningOutcomeDialog(ByKeyboard, QDialog):
    """Nothing succeeds in silence."""

    def __init__(self, outcome: SigningOutcome, folder: Path, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("SigningOutcomeDialog", "Signed"))
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        self.summary = QLabel(summary(outcome, words))
        self.summary.setWordWrap(True)
        column.addWidget(look.strong(self.summary))
        place = QLabel(translate("SigningOutcomeDialog", "Folder: %1").replace("%1", str(folder)))
        place.setWordWrap(True)
        column.addWidget(place)
        for code, facts in outcome.remarks:
            what, then = words.messages.refusal(code, facts)
            remark = QLabel(f"! {what} {then} ({code})")
            remark.setWordWrap(True)
            column.addWidget(look.colour(remark, look.asks()))
        self.refused = RefusedTable(words, self)
        if outcome.refused:
            said = translate("SigningOutcomeDialog", "Not signed: %1").replace("%1", words.number(len(outcome.refused)))
            column.addWidget(look.strong(QLabel(said)))
            self.refused.show_lines(outcome.refused)
            view = QTableView()
            view.setModel(self.refused)
            look.tidy(view)
            view.setAccessibleName(said)
            view.setWordWrap(True)
            header = view.horizontalHeader()
            header.resizeSection(RefusedColumn.SHEET, look.in_letters(200))
            header.resizeSection(RefusedColumn.OWNER, look.in_letters(180))
            header.setSectionResizeMode(RefusedColumn.WHY, QHeaderView.ResizeMode.Stretch)
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            column.addWidget(view, 1)
        buttons = QDialogButtonBox()
        opened = buttons.addButton(
            translate("SigningOutcomeDialog", "Open the folder"), QDialogButtonBox.ButtonRole.ActionRole
        )
        opened.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        close = buttons.addButton(translate("SigningOutcomeDialog", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column.addWidget(buttons)
        self.resize(820, 460 if outcome.refused else 240)
        close.setFocus()


def summary(outcome: SigningOutcome, words: Words) -> str:
    """One sentence: how many sheets, with whose certificate."""
    said = QCoreApplication.translate("SigningOutcomeDialog", "%1 sheets signed with the certificate of %2")
    return singular(said.replace("%1", words.number(len(outcome.signed))).replace("%2", outcome.certificate.holder))
