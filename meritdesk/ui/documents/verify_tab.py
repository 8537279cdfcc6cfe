"""Are these PDF files ours, unchanged, current, and signed by whom? Choose them or drop them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import Finding
from meritdesk.core.errors import FileRefusal
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.documents.verifying import FileVerdict, VerifyOutcome
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.signing_tables import SignatureColumn, SignatureTable
from meritdesk.ui.documents.tables import VerifiedColumn, VerifiedTable, finding_colour
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

SIGNS = {
    Finding.CURRENT: "✓",
    Finding.DRAFT: "✎",
    Finding.REPLACED: "↻",
    Finding.CANCELLED: "✗",
    Finding.ADDED: "✗",
    Finding.CHANGED: "✗",
    Finding.UNKNOWN: "?",
    Finding.FOREIGN: "✗",
}


def verdict_key(outcome: VerifyOutcome) -> str:
    """Which plain sentence fits: the finding, and for a current paper what its signatures are worth."""
    if outcome.finding is not Finding.CURRENT:
        return outcome.finding.name
    if not outcome.electronic.signatures:
        return "CURRENT"
    return "SIGNED" if outcome.is_good else "SIGNED-DOUBT"


class FileColumn(IntEnum):
    """One file that was brought."""

    NAME = 0
    VERDICT = 1


class FileTable(LineTable[FileVerdict]):
    """The files that were brought, each with its verdict."""

    columns = FileColumn

    def heading(self, column: int) -> str:
        """File, verdict."""
        translate = QCoreApplication.translate
        return (translate("FileTable", "File"), translate("FileTable", "Verdict"))[column]

    def shown(self, line: FileVerdict, column: int) -> str:
        """One file."""
        if column == FileColumn.NAME:
            return line.path.name
        if line.outcome is None:
            return "✗ " + self.words.messages.sentence(line.code, line.facts)
        sign = "!" if verdict_key(line.outcome) == "SIGNED-DOUBT" else SIGNS[line.outcome.finding]
        return f"{sign} {self.words.messages.label('VERDICT:' + verdict_key(line.outcome))}"

    def colour(self, line: FileVerdict, column: int) -> QColor | None:
        """The verdict in its meaning colour."""
        if column != FileColumn.VERDICT:
            return None
        return verdict_colour(line.outcome) if line.outcome else look.blocks()


def verdict_colour(outcome: VerifyOutcome) -> QColor:
    """Good is green only when nothing asks for a second look."""
    if outcome.finding is Finding.CURRENT and not outcome.is_good:
        return look.asks()
    return finding_colour(outcome.finding)


class VerifyTab(RoomPage):
    """Dokumen, periksa."""

    room = "documents"
    nouns = frozenset({"trust"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._paths: tuple[Path, ...] = ()
        self._shown: FileVerdict | None = None
        self.setAcceptDrops(True)
        self.choose, self.choose_folder = QPushButton(), QPushButton()
        self.choose.setObjectName("primary")
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.refusal = RefusalStrip(words)
        self.finding = look.title(QLabel())
        self.finding.setWordWrap(True)
        self.next = QLabel()
        self.next.setWordWrap(True)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.file_table = FileTable(words, self)
        self.table = VerifiedTable(words, self)
        self.signature_table = SignatureTable(words, self)
        self.files = self._view(self.file_table)
        self.view = self._view(self.table)
        self.signatures = self._view(self.signature_table)
        header = self.files.horizontalHeader()
        header.resizeSection(FileColumn.NAME, look.in_letters(420))
        header.setSectionResizeMode(FileColumn.VERDICT, QHeaderView.ResizeMode.Stretch)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(VerifiedColumn.FINDING, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(VerifiedColumn.NUMBER, look.in_letters(260))
        header = self.signatures.horizontalHeader()
        header.setSectionResizeMode(SignatureColumn.STATE, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (SignatureColumn.HOLDER, 210),
            (SignatureColumn.ROLE, 180),
            (SignatureColumn.ISSUER, 180),
            (SignatureColumn.WHEN, 200),
            (SignatureColumn.COVERS, 150),
        ):
            header.resizeSection(column, look.in_letters(width))
        for view in (self.signatures, self.files):
            view.setWordWrap(True)
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.documents_title, self.signatures_title = look.strong(QLabel()), look.strong(QLabel())
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.files.selectionModel().selectionChanged.connect(lambda *_: self._pick())
        self.retranslate()

    def _view(self, table: LineTable[FileVerdict] | VerifiedTable | SignatureTable) -> QTableView:
        view = QTableView()
        view.setModel(table)
        look.tidy(view)
        view.hide()
        return view

    def _lay_out(self) -> None:
        area = QFrame()
        area.setObjectName("drop")
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setStyleSheet(f"QFrame#drop {{ border: 2px dashed {look.accent().name()}; border-radius: 6px; }}")
        inside = QHBoxLayout(area)
        inside.setContentsMargins(2 * look.RHYTHM, 2 * look.RHYTHM, 2 * look.RHYTHM, 2 * look.RHYTHM)
        inside.addWidget(self.choose)
        inside.addWidget(self.choose_folder)
        inside.addWidget(self.hint, 1)
        below = QWidget()
        details = QVBoxLayout(below)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(look.RHYTHM)
        for widget in (self.finding, self.next, self.facts, self.signatures_title):
            details.addWidget(widget)
        details.addWidget(self.signatures, 3)
        details.addWidget(self.documents_title)
        details.addWidget(self.view, 2)
        details.addStretch(0)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.files)
        self.splitter.addWidget(below)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, 2 * look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(2 * look.RHYTHM)
        column.addWidget(area)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)

    def load(self, period: Period) -> None:
        """Look again at what was brought: an authority may have come in since."""
        if self._paths:
            self.verify(*self._paths)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A file that was dropped on the window."""
        file = filters.get("file")
        if isinstance(file, Path):
            self.verify(file)

    def primary_focus(self) -> QWidget:
        """The button that chooses files."""
        return self.choose

    def verify(self, *paths: Path) -> None:
        """Look into files and folders and say what they are."""
        self._paths = paths
        self.refusal.tell(None)
        title = QCoreApplication.translate("VerifyTab", "Looking into %1").replace("%1", paths[0].name)
        verify = self.desk.documents.verify_many
        is_long = len(paths) > 1 or paths[0].is_dir()
        self.lane.ask(lambda step: verify(paths, step), self._show, self._refused, title, is_long, key="verify")

    def retranslate(self) -> None:
        """Say the panel in the current language."""
        translate = QCoreApplication.translate
        self.choose.setText(translate("VerifyTab", "Choose PDF files..."))
        self.choose_folder.setText(translate("VerifyTab", "Choose a folder..."))
        self.hint.setText(
            translate("VerifyTab", "or drop PDF files or a folder here. Nothing is changed or sent by looking.")
        )
        self.files.setAccessibleName(translate("VerifyTab", "Files"))
        self.view.setAccessibleName(translate("VerifyTab", "Documents in the file"))
        self.signatures.setAccessibleName(translate("VerifyTab", "Electronic signatures in the file"))
        self.documents_title.setText(translate("VerifyTab", "Documents in the file"))
        self.signatures_title.setText(translate("VerifyTab", "Electronic signatures in the file"))
        for table in (self.file_table, self.table, self.signature_table):
            table.retranslate()
        self._say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.verify(*paths)

    def _choose(self) -> None:
        title = QCoreApplication.translate("VerifyTab", "Choose PDF files")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", "PDF (*.pdf)")
        if chosen:
            self.verify(*(Path(one) for one in chosen))

    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("VerifyTab", "Choose a folder")
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.verify(Path(chosen))

    def _show(self, verdicts: Sequence[FileVerdict]) -> None:
        self.file_table.show_lines(verdicts)
        self.files.setVisible(len(verdicts) > 1)
        if not verdicts:
            self._refused(FileRefusal("DOC-665"))
            return
        if len(verdicts) > 1:
            self.files.selectRow(0)
        self._look_at(verdicts[0])

    def _pick(self) -> None:
        rows = self.files.selectionModel().selectedRows()
        if rows:
            self._look_at(self.file_table.lines[rows[0].row()])

    def _look_at(self, verdict: FileVerdict) -> None:
        self._shown = verdict
        refused = FileRefusal(verdict.code, **verdict.facts) if verdict.outcome is None else None
        self.refusal.tell(refused)
        outcome = verdict.outcome
        self.table.show_lines(outcome.documents if outcome else ())
        self.signature_table.show_lines(outcome.electronic.signatures if outcome else ())
        self._say()

    def _refused(self, error: Exception) -> None:
        self._shown = None
        self.refusal.tell(error)
        self._say()

    def _say(self) -> None:
        outcome = self._shown.outcome if self._shown else None
        has_documents = outcome is not None and bool(outcome.documents)
        has_signatures = outcome is not None and bool(outcome.electronic.signatures)
        for widget in (self.view, self.documents_title):
            widget.setVisible(has_documents)
        for widget in (self.signatures, self.signatures_title):
            widget.setVisible(has_signatures)
        if outcome is None or self._shown is None:
            for said_by in (self.finding, self.next, self.facts):
                said_by.clear()
            return
        label_of, label = self.words.messages.label_of, self.words.messages.label
        key = verdict_key(outcome)
        sign = "!" if key == "SIGNED-DOUBT" else SIGNS[outcome.finding]
        title = label_of(outcome.finding)
        if has_signatures and outcome.finding is Finding.CURRENT:
            title = label(f"VERDICT:{key}")
        self.finding.setText(f"{sign} {title}")
        look.colour(self.finding, verdict_colour(outcome))
        lines = [label(f"VERDICT-NEXT:{key}")]
        if outcome.electronic.additions:
            found = "; ".join(label_of(kind) for kind in outcome.electronic.additions)
            said = QCoreApplication.translate("VerifyTab", "Found: %1.")
            lines.insert(0, singular(said.replace("%1", found)))
        if outcome.signed_further:
            said = QCoreApplication.translate("VerifyTab", "There is a file with more signatures: %1.")
            lines.append(singular(said.replace("%1", outcome.signed_further)))
        self.next.setText("\n".join(lines))
        said = QCoreApplication.translate("VerifyTab", "%1 · %2 pages · %3 documents · SHA-256 %4")
        self.facts.setText(
            singular(
                said.replace("%1", self._shown.path.name)
                .replace("%2", self.words.number(outcome.pages))
                .replace("%3", self.words.number(len(outcome.documents)))
                .replace("%4", outcome.digest[:16])
            )
        )
