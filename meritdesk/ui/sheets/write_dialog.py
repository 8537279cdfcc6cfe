"""Writing fill-in sheets for units: which kind, for which units, into which folder; each unit shows its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QObject,
    QSettings,
    QSortFilterProxyModel,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import Refusal
from meritdesk.core.periods import Period
from meritdesk.services.changes import Step
from meritdesk.services.fill_sheets import FillSheets, UnitChoice
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.sheets.unit_table import UnitSheetColumn, UnitSheetTable
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_FOLDER_SETTING = "sheets/folder"


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of sheet that a page offers: its name in the language of now, and the counter that writes it."""

    name: Callable[[], str]
    sheets: FillSheets


@dataclass(frozen=True, slots=True)
class _Written:
    """What came of one run: the file of each unit, or why it has none."""

    files: dict[str, Path]
    refusals: dict[str, Refusal]


class _Progress(QObject):
    """Carries progress from the lane's thread to the window's."""

    made = Signal(int, int)


class WriteSheetsDialog(ByKeyboard, QDialog):
    """Asks for units and folder and writes one workbook a unit; writing never replaces a file."""

    def __init__(
        self,
        lane: Lane,
        words: Words,
        kinds: Sequence[SheetKind],
        period: Period,
        unit_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wanted = unit_id
        self._lane, self._words, self._kinds, self._period = lane, words, tuple(kinds), period
        self._job: Job | None = None
        self._folder = Path(str(QSettings().value(_FOLDER_SETTING, "") or Path.home()))
        self._files: dict[str, Path] = {}
        self._progress = _Progress(self)
        self._progress.made.connect(self._show_progress)
        self.resize(820, 560)
        self._build()
        self._lay_out()
        self.retranslate()
        self._load()

    @property
    def sheets(self) -> FillSheets:
        """The counter of the chosen kind."""
        return self._kinds[max(self.kind.currentIndex(), 0)].sheets

    def _build(self) -> None:
        self.kind = QComboBox(self)
        self.kind.addItems([""] * len(self._kinds))
        self.kind.setVisible(len(self._kinds) > 1)
        self.kind.currentIndexChanged.connect(self._load)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.table = UnitSheetTable(self._words, self)
        self.filter = QSortFilterProxyModel(self)
        self.filter.setSourceModel(self.table)
        self.filter.setFilterKeyColumn(UnitSheetColumn.NAME)
        self.filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self.filter.setFilterFixedString)
        self.view = QTableView(self)
        self.view.setModel(self.filter)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(UnitSheetColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(UnitSheetColumn.PEOPLE, look.in_letters(80))
        self.view.setColumnWidth(UnitSheetColumn.SHEET, look.in_letters(330))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        self.folder = QLabel(self)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = QPushButton(self)
        self.choose.clicked.connect(self._choose_folder)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar(self)
        self.stop = QPushButton(self)
        self.stop.clicked.connect(self._stop)
        self.open_folder = QPushButton(self)
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.start = QPushButton(self)
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self.write)
        self.finish = QPushButton(self)
        self.finish.clicked.connect(self.close)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(self.search, 1)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
        foot = QHBoxLayout()
        foot.addWidget(self.open_folder)
        foot.addStretch(1)
        foot.addWidget(self.start)
        foot.addWidget(self.finish)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.about)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(place)
        layout.addWidget(self.told)
        layout.addLayout(running)
        layout.addLayout(foot)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("WriteSheetsDialog", "Fill-in sheets for units"))
        for place, kind in enumerate(self._kinds):
            self.kind.setItemText(place, kind.name())
        self.kind.setAccessibleName(translate("WriteSheetsDialog", "Kind of sheet"))
        self.about.setText(
            translate(
                "WriteSheetsDialog",
                "{period}. One workbook a unit, filled in without MeritDesk: it covers the unit and everything below "
                "it. Choose one or more units; Ctrl and Shift choose several.",
            ).format(period=self._words.period(self._period))
        )
        self.search.setPlaceholderText(translate("WriteSheetsDialog", "Search units"))
        self.search.setAccessibleName(translate("WriteSheetsDialog", "Search units"))
        self.view.setAccessibleName(translate("WriteSheetsDialog", "Units and their sheets"))
        self.choose.setText(translate("WriteSheetsDialog", "&Folder…"))
        self.stop.setText(translate("WriteSheetsDialog", "Cancel"))
        self.open_folder.setText(translate("WriteSheetsDialog", "&Open the folder"))
        self.finish.setText(translate("WriteSheetsDialog", "Close"))
        self.bar.setAccessibleName(translate("WriteSheetsDialog", "Progress"))
        self._settle()

    def select(self, unit_id: str) -> None:
        """Choose a unit; the page chooses the one that is shown there."""
        for row, line in enumerate(self.table.lines):
            if line.unit_id == unit_id:
                index = self.filter.mapFromSource(self.table.index(row, 0))
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.view.selectionModel().setCurrentIndex(index, flags)
                self.view.scrollTo(index)

    def chosen(self) -> tuple[UnitChoice, ...]:
        """The chosen units in the order of the list."""
        rows = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(index.data(VALUE) for index in rows)

    def use_folder(self, folder: Path) -> None:
        """Write into this folder from now on."""
        self._folder = folder
        QSettings().setValue(_FOLDER_SETTING, str(folder))
        self._settle()

    def write(self) -> None:
        """Write one sheet for each chosen unit; a unit without rows does not stop the others."""
        units, sheets, folder, period = self.chosen(), self.sheets, self._folder, self._period
        if not units or self._job is not None:
            return
        made = self._progress.made

        def work(step: Step) -> _Written:
            outcome = _Written({}, {})
            for done, unit in enumerate(units):
                step(done, len(units))
                made.emit(done, len(units))
                try:
                    outcome.files[unit.unit_id] = sheets.write(unit.unit_id, period, folder).path
                except Refusal as refusal:
                    if refusal.code != "IMP-268":
                        raise
                    outcome.refusals[unit.unit_id] = refusal
            return outcome

        job = self._lane.ask(work, self._written, self._failed, title=self.windowTitle(), shows_progress=True)
        self._begin(job)

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _load(self) -> None:
        sheets = self.sheets
        kept = [unit.unit_id for unit in self.chosen()] or [self._wanted]

        def then(units: tuple[UnitChoice, ...]) -> None:
            self.table.show_lines(units)
            self.table.show_fates({}, {})
            peopled = [unit.unit_id for unit in units if unit.people]
            self.select(kept[0] if kept[0] in peopled else next(iter(peopled), ""))
            if not units:
                self.told.setText(
                    QCoreApplication.translate("WriteSheetsDialog", "There are no units yet. Import the units first.")
                )
            self._settle()

        self._lane.ask(lambda step: sheets.units(), then, self._failed, key="sheets.units")

    def _begin(self, job: Job) -> None:
        self._job = job
        self.bar.setRange(0, 0)
        job.ended.connect(lambda: self._ended(job))
        self._settle()

    def _ended(self, job: Job) -> None:
        if self._job is job:
            if job.is_cancelled:
                self.told.setText(
                    QCoreApplication.translate("WriteSheetsDialog", "Cancelled. Sheets written so far stay.")
                )
            self._job = None
            self._settle()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _written(self, outcome: _Written) -> None:
        self._job = None
        self._files.update(outcome.files)
        refused = {key: self._words.told(refusal)[1] for key, refusal in outcome.refusals.items()}
        self.table.show_fates({key: path.name for key, path in self._files.items()}, refused)
        told = QCoreApplication.translate(
            "WriteSheetsDialog", "{count} sheets written to {folder}. Units without rows: {empty}."
        )
        number = self._words.number
        self.told.setText(
            singular(
                told.format(count=number(len(outcome.files)), folder=str(self._folder), empty=number(len(refused)))
            )
        )
        self._settle()

    def _failed(self, error: Exception) -> None:
        self._job = None
        code, what, then = self._words.told(error)
        self.told.setText(f"⚠ {what} {then} ({code})")
        self._settle()

    def _choose_folder(self) -> None:
        title = self.choose.text().replace("&", "")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self.use_folder(Path(chosen))

    def _settle(self) -> None:
        """Show the buttons that make sense now, and only those."""
        is_busy, count = self._job is not None, len(self.chosen())
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.kind.setEnabled(not is_busy)
        self.choose.setEnabled(not is_busy)
        self.open_folder.setVisible(bool(self._files))
        self.start.setEnabled(count > 0 and not is_busy)
        self.start.setText(
            singular(
                QCoreApplication.translate("WriteSheetsDialog", "&Write {count} sheets").format(
                    count=self._words.number(count)
                )
            )
        )
        self.folder.setText(
            QCoreApplication.translate("WriteSheetsDialog", "Into the folder {folder}").format(folder=self._folder)
        )
