"""Taking a file over: a dry run with the fate of every row first, then the import, then the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.journal import Changes
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.fill_sheets import CorrectionOutcome
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.register.fate_table import LINE, FateColumn, FateTable, fate_word, headings
from meritdesk.ui.register.fates import Fate, FateLine, count_of, fate_lines, write_refused_list
from meritdesk.ui.register.import_verbs import ImportVerb
from meritdesk.ui.wording import Words

# The file is of another kind.
_OTHER_KIND = frozenset({"IMP-204", "IMP-251", "IMP-253"})
_SUFFIXES = "*.xlsx *.xls *.ods *.csv *.txt"


class _Progress(QObject):
    """Carries progress from the lane's thread to the window's."""

    made = Signal(int, int)


class ImportDialog(QDialog):
    """One dialog for every file of every room; the verbs say what it can read."""

    imported = Signal(object)  # ImportOutcome

    def __init__(
        self,
        lane: Lane,
        words: Words,
        verbs: Sequence[ImportVerb],
        undo: Callable[[str], Changes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._undo_verb = undo
        self._lane = lane
        self._words = words
        self._verbs = tuple(verbs)
        self._path: Path | None = None
        self._outcome: ImportOutcome | None = None
        self._job: Job | None = None
        self._is_done = False
        self._is_guessing = False
        self._progress = _Progress(self)
        self._progress.made.connect(self._show_progress)
        self.setAcceptDrops(True)
        self.resize(1060, 620)
        self._build()
        self.retranslate()
        self._settle()

    @property
    def verb(self) -> ImportVerb:
        """The kind of file that is being taken over."""
        return self._verbs[max(self.kind.currentIndex(), 0)]

    def _build(self) -> None:
        self.kind = QComboBox(self)
        self.kind.addItems([""] * len(self._verbs))
        self.kind.setVisible(len(self._verbs) > 1)
        self.kind.currentIndexChanged.connect(self._verb_changed)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.option = QCheckBox(self)
        self.option.toggled.connect(self._again)
        self.file = QLabel(self)
        self.file.setFrameShape(QFrame.Shape.StyledPanel)
        self.file.setMinimumHeight(44)
        self.file.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = QPushButton(self)
        self.choose.clicked.connect(self._choose_file)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chips = QWidget(self)
        self._fate_buttons: dict[Fate | None, QToolButton] = {}
        group = QButtonGroup(self)
        chips = QHBoxLayout(self.chips)
        chips.setContentsMargins(0, 0, 0, 0)
        for fate in (None, *Fate):
            button = QToolButton(self.chips)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, kept=fate: self._keep_only(kept))
            group.addButton(button)
            chips.addWidget(button)
            self._fate_buttons[fate] = button
        chips.addStretch(1)
        self.table = FateTable(self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.sortByColumn(FateColumn.FATE, Qt.SortOrder.AscendingOrder)
        for column, width in zip(FateColumn, (60, 100, 165, 190, 120, 75), strict=False):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._tell_row())
        self.detail = QLabel(self)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar(self)
        self.stop = QPushButton(self)
        self.stop.clicked.connect(self._stop)
        self.save_list = QPushButton(self)
        self.save_list.clicked.connect(self._choose_list)
        self.save_corrections = QPushButton(self)
        self.save_corrections.clicked.connect(self._choose_corrections)
        self.undo = QPushButton(self)
        self.undo.clicked.connect(self._undo)
        self.start = QPushButton(self)
        self.start.setObjectName("primary")
        self.start.clicked.connect(self._import)
        self.finish = QPushButton(self)
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.close)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self.choose)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
        foot = QHBoxLayout()
        foot.addWidget(self.save_list)
        foot.addWidget(self.save_corrections)
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.start)
        foot.addWidget(self.finish)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.hint)
        layout.addLayout(top)
        layout.addWidget(self.option)
        layout.addWidget(self.told)
        layout.addWidget(self.chips)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.detail)
        layout.addStretch()
        layout.addLayout(running)
        layout.addLayout(foot)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for place, verb in enumerate(self._verbs):
            self.kind.setItemText(place, verb.name())
        self.setWindowTitle(QCoreApplication.translate("ImportDialog", "Import: {what}").format(what=self.verb.name()))
        self.hint.setText(self.verb.hint())
        self.option.setText(self.verb.option() if self.verb.option else "")
        self.choose.setText(QCoreApplication.translate("ImportDialog", "&Choose a file…"))
        self.stop.setText(QCoreApplication.translate("ImportDialog", "Cancel"))
        self.save_list.setText(QCoreApplication.translate("ImportDialog", "&Save the list of refused rows…"))
        self.save_corrections.setText(QCoreApplication.translate("ImportDialog", "Save the sheet for &correction…"))
        self.undo.setText(QCoreApplication.translate("ImportDialog", "&Undo this import"))
        self.kind.setAccessibleName(QCoreApplication.translate("ImportDialog", "Kind of file"))
        self.view.setAccessibleName(QCoreApplication.translate("ImportDialog", "Fate of every row"))
        self.bar.setAccessibleName(QCoreApplication.translate("ImportDialog", "Progress"))
        if self._path is None:
            self.file.setText(QCoreApplication.translate("ImportDialog", "Drop a file here, or choose one."))

    def open_unknown(self, path: Path) -> None:
        """Read a file whose kind is not known: the first kind whose headings it has is the one."""
        self._is_guessing = True
        self.kind.setCurrentIndex(0)
        self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file as a dry run and show what would come of each row; nothing is written."""
        self._path = path
        self._outcome = None
        self._is_done = False
        self.file.setText(path.name)
        self.file.setToolTip(str(path))
        self.told.setText(QCoreApplication.translate("ImportDialog", "Reading the file. Nothing is written yet."))
        self.table.show_lines(())
        self._run(path, is_dry=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._job is None and _dropped_file(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def reject(self) -> None:
        """Closing, by whatever key, while a file is read means cancelling; what was imported stays."""
        self._stop()
        super().reject()

    def _keep_only(self, fate: Fate | None) -> None:
        self.table.keep_only(fate)

    def _tell_row(self) -> None:
        """The whole message of the row at the cursor; the table has room for its beginning only."""
        line = self.view.currentIndex().data(LINE)
        told = f"{line.told} {line.then} ({line.code})" if isinstance(line, FateLine) and line.code else ""
        self.detail.setText(told)
        self.detail.setVisible(bool(told))

    def _choose_file(self) -> None:
        kinds = QCoreApplication.translate("ImportDialog", "Spreadsheets ({suffixes})").format(suffixes=_SUFFIXES)
        every = QCoreApplication.translate("ImportDialog", "All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.choose.text().replace("&", ""), "", f"{kinds};;{every}")
        if name:
            self.open_file(Path(name))

    def _verb_changed(self) -> None:
        self.option.blockSignals(True)
        self.option.setChecked(False)
        self.option.blockSignals(False)
        self.retranslate()
        self._again()

    def _again(self) -> None:
        if self._path is not None and not self._is_done:
            self.open_file(self._path)
        else:
            self._settle()

    def _import(self) -> None:
        if self._path is not None and self._job is None:
            self._run(self._path, is_dry=False)

    def _run(self, path: Path, is_dry: bool) -> None:
        self._stop()
        verb, option, made = self.verb, self.option.isChecked(), self._progress.made

        def work(step: Step) -> ImportOutcome:
            def both(done: int, total: int) -> None:
                step(done, total)
                made.emit(done, total)

            return verb.run(path, both, is_dry, option)

        def then(outcome: ImportOutcome) -> None:
            if self._job is job:
                self._answered(outcome, is_dry)

        job = self._lane.ask(work, then, self._failed, title=self.windowTitle(), shows_progress=True)
        self._begin(job)

    def _begin(self, job: Job) -> None:
        self._job = job
        self.bar.setRange(0, 0)
        job.ended.connect(lambda: self._ended(job))
        self._settle()

    def _ended(self, job: Job) -> None:
        """Whatever became of a job: the buttons come back, and a cancelled one says that nothing changed."""
        if self._job is job:
            if job.is_cancelled:
                self.told.setText(QCoreApplication.translate("ImportDialog", "Cancelled. Nothing was changed."))
            self._job = None
            self._settle()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _answered(self, outcome: ImportOutcome, is_dry: bool) -> None:
        self._job = None
        self._is_guessing = False
        self._outcome = outcome
        self._is_done = not is_dry
        self.table.show_lines(fate_lines(outcome, self._words.messages))
        self.told.setText(told_counts(outcome, is_dry, self._words))
        self._settle()
        if self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(0, 0))
        if not is_dry:
            self.imported.emit(outcome)

    def _failed(self, error: Exception) -> None:
        self._job = None
        following = self.kind.currentIndex() + 1
        if self._is_guessing and isinstance(error, Refusal) and error.code in _OTHER_KIND:
            if following < len(self._verbs):
                self.kind.setCurrentIndex(following)
                return
            self._is_guessing = False
        self._settle()
        code, what, then = self._words.told(error)
        self.told.setText(f"⚠ {what} {then} ({code})")

    def _undo(self) -> None:
        if self._outcome is None or not self._outcome.changes.change_set_id or self._job is not None:
            return
        change_set_id = self._outcome.changes.change_set_id

        def then(_: Changes) -> None:
            self._outcome = None
            self._is_done = False
            self.told.setText(QCoreApplication.translate("ImportDialog", "The import was undone."))
            self.table.show_lines(())

        title = QCoreApplication.translate("ImportDialog", "Undo the import")
        self._begin(self._lane.ask(lambda step: self._undo_verb(change_set_id), then, self._failed, title=title))

    def _choose_list(self) -> None:
        stem = self._path.stem if self._path else "import"
        name = QCoreApplication.translate("ImportDialog", "{file} - refused rows.csv").format(file=stem)
        folder = self._path.parent if self._path else Path()
        title = self.save_list.text().replace("&", "")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(folder / name), "CSV (*.csv)")
        if chosen:
            self.save_refused(Path(chosen))

    def save_refused(self, path: Path) -> None:
        """Write the refused and doubtful rows as a list that a spreadsheet opens."""
        lines = self.table.lines
        heads = (*headings()[:1], *headings()[2:6], *_list_headings())

        def write(step: Step) -> Path:
            try:
                return write_refused_list(lines, heads, path)
            except OSError as error:
                raise FileRefusal("UI-711", file=path.name, cause=error.strerror or type(error).__name__) from error

        def then(written: Path) -> None:
            saved = QCoreApplication.translate("ImportDialog", "The list was saved as {file}.")
            self.told.setText(saved.format(file=written.name))

        title = QCoreApplication.translate("ImportDialog", "Save the list of refused rows")
        self._lane.ask(write, then, self._failed, title=title)

    def _choose_corrections(self) -> None:
        if self._path is None:
            return
        name = QCoreApplication.translate("ImportDialog", "{file} - for correction.xlsx").format(file=self._path.stem)
        title = self.save_corrections.text().replace("&", "")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(self._path.parent / name), "Excel (*.xlsx)")
        if chosen:
            self.write_corrections(Path(chosen))

    def write_corrections(self, path: Path) -> None:
        """Write the sheet again as the unit filled it in, with a comment at each refused cell, to send it back."""
        write, source = self.verb.corrections, self._path
        if write is None or source is None or self._job is not None:
            return
        target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")

        def then(outcome: CorrectionOutcome) -> None:
            told = QCoreApplication.translate(
                "ImportDialog", "{count} rows with comments were written to {file}. Send it back to the unit."
            )
            count = self._words.number(outcome.corrected + outcome.strays)
            self.told.setText(told.format(count=count, file=outcome.path.name))

        title = self.save_corrections.text().replace("&", "")
        self._begin(self._lane.ask(lambda step: write(source, target, step), then, self._failed, title=title))

    def _settle(self) -> None:
        """Show the buttons that make sense now, and only those."""
        is_busy = self._job is not None
        counts = self._outcome.counts if self._outcome else None
        to_write = counts.added + counts.changed if counts else 0
        lines = self.table.lines
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.choose.setEnabled(not is_busy)
        self.kind.setEnabled(not is_busy)
        self.option.setEnabled(not is_busy and not self._is_done)
        self.option.setVisible(self.verb.option is not None)
        self.chips.setVisible(counts is not None)
        self.view.setVisible(bool(lines))
        self._tell_row()
        self.save_list.setVisible(any(line.code for line in lines))
        has_refusals = self._outcome is not None and self._outcome.has_refusals
        self.save_corrections.setVisible(self.verb.corrections is not None and has_refusals)
        self.save_corrections.setEnabled(not is_busy)
        self.start.setVisible(counts is not None and not self._is_done and to_write > 0)
        self.start.setEnabled(not is_busy)
        self.start.setText(
            QCoreApplication.translate("ImportDialog", "&Import {count} rows").format(
                count=self._words.number(to_write)
            )
        )
        can_undo = self._is_done and self._outcome is not None and bool(self._outcome.changes.change_set_id)
        self.undo.setVisible(can_undo)
        self.undo.setEnabled(not is_busy)
        self.finish.setText(QCoreApplication.translate("ImportDialog", "Close"))
        if self._outcome is not None:
            for fate, button in self._fate_buttons.items():
                number = len(lines) if fate is None else count_of(self._outcome.counts, fate, lines)
                word = fate_word(fate) if fate else QCoreApplication.translate("ImportDialog", "All")
                button.setText(f"{word} {self._words.number(number)}")
                button.setEnabled(number > 0)
                button.setChecked(fate is None)


def told_counts(outcome: ImportOutcome, is_dry: bool, words: Words) -> str:
    """The outcome in one sentence whose numbers add up."""
    counts = outcome.counts
    if is_dry:
        template = QCoreApplication.translate(
            "ImportDialog",
            "Preview, nothing written yet. {read} rows read = {added} new + {changed} changed + {same} same + "
            "{refused} refused + {conflict} conflicts.",
        )
    else:
        template = QCoreApplication.translate(
            "ImportDialog",
            "Done. {read} rows read = {added} new + {changed} changed + {same} same + {refused} refused + "
            "{conflict} conflicts.",
        )
    names = ("read", "added", "changed", "same", "refused", "conflict")
    told = template.format(**{name: words.number(getattr(counts, name)) for name in names})
    if outcome.skipped:
        skipped = QCoreApplication.translate("ImportDialog", "{count} blank or summary rows were passed over.")
        told += " " + skipped.format(count=words.number(outcome.skipped))
    if is_dry and not counts.added + counts.changed:
        told += " " + QCoreApplication.translate("ImportDialog", "There is nothing new to import.")
    return told


def _list_headings() -> tuple[str, str]:
    return (
        QCoreApplication.translate("ImportDialog", "What it means"),
        QCoreApplication.translate("ImportDialog", "What to do"),
    )


def _dropped_file(urls: Sequence[QUrl]) -> Path | None:
    """The only local file that was dropped; several at once would be a guess."""
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None
