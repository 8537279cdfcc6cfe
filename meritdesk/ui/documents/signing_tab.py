"""Sign sheets electronically: choose the printed files, the certificate and the role; one signer after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import SignerRole
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents.electronic import SigningOutcome
from meritdesk.services.documents.sheets_to_sign import SheetsFound, SheetToSign, SigningWish
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.documents.authorities_dialog import AuthoritiesDialog
from meritdesk.ui.documents.signing_outcome import SigningOutcomeDialog, summary
from meritdesk.ui.documents.signing_tables import SheetColumn, SheetTable
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class SigningTab(RoomPage):
    """Dokumen, tanda tangan elektronik."""

    room = "documents"
    nouns = frozenset({"signatures", "documents"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._paths: tuple[Path, ...] = ()
        self._found = SheetsFound(())
        self._p12: Path | None = None
        self._job: Job | None = None
        self.setAcceptDrops(True)
        self.files, self.folder = QPushButton(), QPushButton()
        self.files.setObjectName("primary")
        self.authorities = QPushButton()
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.missing = look.colour(QLabel(), look.asks())
        self.missing.setWordWrap(True)
        self.missing.setVisible(not desk.documents.electronic.is_ready)
        self.refusal = RefusalStrip(words)
        self.table = SheetTable(words, self)
        self.listing = LineList(
            "documents.signing",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._found.sheets)
                for column in (SheetColumn.NEXT, SheetColumn.SIGNED, SheetColumn.FILE)
            ],
        )
        self.listing.title_words = lambda: QCoreApplication.translate("SigningTab", "Sheets to sign")
        self.listing.empty_words = lambda how: "" if how.is_narrowed else self.counts.text()
        self.view = self.listing.view
        self.counts = QLabel()
        self.certificate = QLineEdit()
        self.certificate.setReadOnly(True)
        self.choose_certificate = QPushButton()
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.role = QComboBox()
        self.reason = QLineEdit()
        self.sign, self.stop = QPushButton(), QPushButton()
        self.sign.setObjectName("primary")
        self.stop.hide()
        self._labels = [QLabel() for _ in range(4)]
        self._lay_out()
        self.files.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
        self.authorities.clicked.connect(self.show_authorities)
        self.choose_certificate.clicked.connect(self._choose_certificate)
        self.passphrase.textChanged.connect(self._mark)
        self.passphrase.returnPressed.connect(self.start)
        self.sign.clicked.connect(self.start)
        self.stop.clicked.connect(self._stop)
        self.listing.selection_moved.connect(self._mark)
        self.listing.settled.connect(self._mark)
        self.retranslate()
        self.listing.show_lines(())
        kept = str(QSettings().value("signing/certificate", ""))
        if kept and Path(kept).is_file():
            self.use_certificate(Path(kept))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.files)
        top.addWidget(self.folder)
        top.addWidget(self.hint, 1)
        top.addWidget(self.authorities)
        key = QWidget()
        beside = QHBoxLayout(key)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.certificate, 1)
        beside.addWidget(self.choose_certificate)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(look.RHYTHM)
        shown: tuple[QWidget, ...] = (key, self.passphrase, self.role, self.reason)
        buddies: tuple[QWidget, ...] = (self.choose_certificate, *shown[1:])
        for label, field, buddy in zip(self._labels, shown, buddies, strict=True):
            form.addRow(label, field)
            label.setBuddy(buddy)
        bottom = QHBoxLayout()
        bottom.addWidget(self.counts, 1)
        bottom.addWidget(self.stop)
        bottom.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, 2 * look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.missing)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)
        column.addLayout(form)
        column.addLayout(bottom)

    def load(self, period: Period) -> None:
        """Look at the chosen files again: somebody may have signed meanwhile."""
        self.missing.setVisible(not self.desk.documents.electronic.is_ready)
        if self._paths:
            self.look_at(self._paths)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A file that was sent here."""
        file = filters.get("file")
        if isinstance(file, Path):
            self.look_at([file])

    def primary_focus(self) -> QWidget:
        """The button that chooses files, then the list."""
        return self.view if self._found.sheets else self.files

    def look_at(self, paths: Sequence[Path]) -> None:
        """List the sheets in these files and folders."""
        self._paths = tuple(paths)
        chosen = self._paths
        title = QCoreApplication.translate("SigningTab", "Looking for sheets")
        self.lane.ask(
            lambda step: self.desk.documents.electronic.find(chosen, step),
            self._show,
            self.refusal.tell,
            title,
            key="sheets-to-sign",
        )

    def use_certificate(self, path: Path) -> None:
        """Sign with this key file; only its place is remembered."""
        self._p12 = path
        self.certificate.setText(str(path))
        self.certificate.setCursorPosition(0)
        QSettings().setValue("signing/certificate", str(path))
        self._mark()

    def start(self) -> None:
        """Sign the selected sheets, or all that can be signed."""
        if not self.sign.isEnabled() or self._p12 is None:
            return
        sheets = self._chosen()
        out = sheets[0].path.parent
        wish = SigningWish(
            self._p12, self.passphrase.text(), SignerRole(self.role.currentData()), out, self.reason.text()
        )
        paths = tuple(dict.fromkeys(one.path for one in sheets))
        numbers = tuple(one.document.number for one in sheets)
        self.passphrase.clear()
        self.refusal.tell(None)

        def work(step: Step) -> SigningOutcome:
            return self.desk.documents.electronic.sign(paths, wish, step, numbers)

        title = QCoreApplication.translate("SigningTab", "Signing")
        self._job = self.lane.ask(
            work, lambda outcome: self._signed(outcome, out), self.refusal.tell, title, shows_progress=True
        )
        self._job.ended.connect(self._ended)
        self._mark()

    def show_authorities(self) -> AuthoritiesDialog:
        """Open the list of trusted authorities."""
        dialog = AuthoritiesDialog(self.desk, self.lane, self.words, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Say the tab in the current language."""
        translate = QCoreApplication.translate
        self.files.setText(translate("SigningTab", "Choose PDF files..."))
        self.folder.setText(translate("SigningTab", "Choose a folder..."))
        self.authorities.setText(translate("SigningTab", "Trusted authorities..."))
        self.hint.setText(translate("SigningTab", "Printed sheets as PDF; you can drop them here."))
        names = (
            translate("SigningTab", "Certificate file (.p12)"),
            translate("SigningTab", "Passphrase of the certificate"),
            translate("SigningTab", "Sign as"),
            translate("SigningTab", "Reason"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self.certificate.setAccessibleName(self._labels[0].text())
        self.certificate.setPlaceholderText(translate("SigningTab", "No certificate chosen yet"))
        self.choose_certificate.setText(translate("SigningTab", "Choose..."))
        self.passphrase.setPlaceholderText(translate("SigningTab", "Used once and never kept"))
        self.reason.setPlaceholderText(
            translate("SigningTab", "Only when somebody else signs, or out of turn; it is kept in the register")
        )
        self.sign.setText(translate("SigningTab", "Sign"))
        self.stop.setText(translate("SigningTab", "Stop"))
        chosen = self.role.currentData()
        self.role.clear()
        for role in SignerRole:
            self.role.addItem(self.words.messages.label_of(role), role.value)
        self.role.setCurrentIndex(max(0, self.role.findData(chosen or SignerRole.RATER.value)))
        what, then = self.words.messages.refusal("DOC-640", {})
        self.missing.setText(f"! {what} {then}")
        # An empty list says what stands above it, in the language of now.
        self._mark()
        self.listing.say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.look_at(paths)

    def _chosen(self) -> list[SheetToSign]:
        """The selected sheets that can be signed; without a selection all of them."""
        lines = self.listing.selected() or self.table.lines
        return [one for one in lines if not one.code and one.role is not None]

    def _choose_files(self) -> None:
        title = QCoreApplication.translate("SigningTab", "Choose PDF files")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, self._place(), "PDF (*.pdf)")
        if chosen:
            QSettings().setValue("signing/folder", str(Path(chosen[0]).parent))
            self.look_at([Path(one) for one in chosen])

    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("SigningTab", "Folder with printed sheets")
        chosen = QFileDialog.getExistingDirectory(self, title, self._place())
        if chosen:
            QSettings().setValue("signing/folder", chosen)
            self.look_at([Path(chosen)])

    def _choose_certificate(self) -> None:
        title = QCoreApplication.translate("SigningTab", "Certificate file")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", "PKCS#12 (*.p12 *.pfx)")
        if chosen:
            self.use_certificate(Path(chosen))
            self.passphrase.setFocus()

    def _place(self) -> str:
        settings = QSettings()
        return str(settings.value("signing/folder", settings.value("print-folder", "")))

    def _show(self, found: SheetsFound) -> None:
        self._found = found
        self.listing.show_lines(found.sheets)
        turns = [one.role for one in found.sheets if one.role is not None and not one.code]
        if turns:
            # Whoever's turn it is most often is probably the one who sits here.
            self.role.setCurrentIndex(self.role.findData(max(set(turns), key=turns.count).value))
        self._mark()

    def _signed(self, outcome: SigningOutcome, folder: Path) -> None:
        self.message.emit(summary(outcome, self.words))
        SigningOutcomeDialog(outcome, folder, self.words, self).open()
        self._paths = tuple(dict.fromkeys((*self._paths, *(one.path for one in outcome.signed))))
        self.look_at(self._paths)

    def _ended(self) -> None:
        self._job = None
        self._mark()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _mark(self) -> None:
        """What can be done now, and how many sheets there are."""
        ready = self._chosen()
        is_busy = self._job is not None
        is_ready = self.desk.documents.electronic.is_ready
        self.sign.setEnabled(bool(ready) and self._p12 is not None and not is_busy and is_ready)
        self.stop.setVisible(is_busy)
        translate = QCoreApplication.translate
        if not self._found.sheets:
            said = translate("SigningTab", "No sheet yet: choose the PDF files as they were printed.")
            if self._paths:
                said = singular(
                    translate("SigningTab", "None of the %1 files is a sheet that was printed here.").replace(
                        "%1", self.words.number(len(self._found.others))
                    )
                )
        else:
            done = sum(one.is_complete for one in self._found.sheets)
            said = translate("SigningTab", "%1 sheets · %2 can be signed now · %3 complete · %4 files are none of ours")
            said = said.replace("%1", self.words.number(len(self._found.sheets)))
            said = said.replace("%2", self.words.number(len(ready))).replace("%3", self.words.number(done))
            said = said.replace("%4", self.words.number(len(self._found.others)))
        self.counts.setText(said)
