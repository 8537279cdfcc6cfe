"""The certification authorities this office believes: shown by fingerprint, added from a file, taken off the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.signatures import TrustAnchor
from meritdesk.services import Desk
from meritdesk.services.documents.authorities import TrustOutcome
from meritdesk.ui import look, notices
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.signing_tables import AnchorColumn, AnchorTable
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class AuthoritiesDialog(ByKeyboard, QDialog):
    """The list of trusted authorities."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("AuthoritiesDialog", "Trusted authorities"))
        hint = QLabel(
            translate(
                "AuthoritiesDialog",
                "Signatures are called trusted when one of these authorities stands behind the certificate. "
                "Compare the fingerprint with the one the authority publishes before you add it.",
            )
        )
        hint.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.table = AnchorTable(words, self)
        self.view = QTableView()
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setWordWrap(True)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.view.horizontalHeader()
        header.resizeSection(AnchorColumn.HOLDER, look.in_letters(260))
        header.resizeSection(AnchorColumn.VALID, look.in_letters(140))
        header.setSectionResizeMode(AnchorColumn.FINGERPRINT, QHeaderView.ResizeMode.Stretch)
        self.nobody = QLabel(
            translate("AuthoritiesDialog", "Nobody yet. Add the certificate of your own authority or of BSrE.")
        )
        buttons = QDialogButtonBox()
        self.add = QPushButton(translate("AuthoritiesDialog", "Add from a file..."))
        self.add.setObjectName("primary")
        self.remove = QPushButton(translate("AuthoritiesDialog", "Remove"))
        close = QPushButton(translate("AuthoritiesDialog", "Close"))
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        for widget in (hint, self.refusal, self.nobody):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        close.clicked.connect(self.accept)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.resize(900, 420)
        self.nobody.hide()
        self._mark()
        self.load()

    def load(self) -> None:
        """Read the list."""
        self._lane.ask(
            lambda step: self._desk.documents.authorities.all(), self._show, self.refusal.tell, key="authorities"
        )

    def take(self, path: Path) -> None:
        """Believe the authorities in a file."""
        self.refusal.tell(None)
        self._lane.ask(lambda step: self._desk.documents.authorities.add(path), self._added, self.refusal.tell)

    def _choose(self) -> None:
        title = QCoreApplication.translate("AuthoritiesDialog", "Certificate of an authority")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", "*.crt *.cer *.pem *.p7b *.der")
        if chosen:
            self.take(Path(chosen))

    def _added(self, outcome: TrustOutcome) -> None:
        self.load()

    def _chosen(self) -> TrustAnchor | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.lines[rows[0].row()] if rows else None

    def _remove(self) -> None:
        anchor = self._chosen()
        if anchor is None:
            return
        translate = QCoreApplication.translate
        question = translate("AuthoritiesDialog", "Trust %1 no longer?").replace("%1", anchor.certificate.holder)
        then = translate("AuthoritiesDialog", "Its signatures will be called whole but not trusted from now on.")
        if notices.asks(self, question, then, translate("AuthoritiesDialog", "Remove")):
            fingerprint = anchor.certificate.fingerprint
            self._lane.ask(
                lambda step: self._desk.documents.authorities.remove(fingerprint),
                lambda _: self.load(),
                self.refusal.tell,
            )

    def _show(self, found: tuple[TrustAnchor, ...]) -> None:
        self.table.show_lines(found)
        self.nobody.setVisible(not found)
        self._mark()

    def _mark(self) -> None:
        self.remove.setEnabled(self._chosen() is not None)
