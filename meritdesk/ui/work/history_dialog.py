"""The history of work: every long work that ended, and of the chosen one each item with its fate and reason."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.work_record import TROUBLE, ItemFate, WorkItem, WorkRecord
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.upkeep.lists import ListOutcome, ListSheet
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.folders import Purpose, last_folder
from meritdesk.ui.line_table import SORT
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words
from meritdesk.ui.work.outcome_list import as_html, as_text, write_pdf
from meritdesk.ui.work.tables import HistoryColumn, HistoryTable, ItemColumn, ItemTable, told

ALL, IN_TROUBLE = "", "!"
_KINDS = {"Excel (*.xlsx)": ".xlsx", "PDF (*.pdf)": ".pdf", "CSV (*.csv)": ".csv"}
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\s]+')


def with_ending(path: Path, kind: str) -> Path:
    """The file as the clerk named it, with the ending of the kind that he chose; a known ending he typed counts."""
    wanted = _KINDS.get(kind, ".xlsx")
    known = path.suffix.lower() in _KINDS.values()
    if known and (path.suffix.lower() == wanted or wanted == ".xlsx"):
        return path
    return path.with_suffix(wanted) if known else path.with_name(path.name + wanted)


class HistoryDialog(ByKeyboard, QDialog):
    """Stays available after the work ended, also in the next session; what failed stands here like what was done."""

    undo_wanted = Signal(str)  # change set id

    def __init__(self, desk: Desk, lane: Lane, words: Words, work_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._wanted = work_id
        self._items: tuple[WorkItem, ...] = ()
        self.setWindowTitle(QCoreApplication.translate("Work", "History of work"))
        self.table = HistoryTable(words, self)
        self.view = self._view(self.table, "work")
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(HistoryColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (HistoryColumn.BEGAN, 150),
            (HistoryColumn.FATE, 170),
            (HistoryColumn.COUNTS, 220),
            (HistoryColumn.LASTED, 80),
        ):
            self.view.setColumnWidth(column, look.in_letters(width))
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._ask_items())
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.filter = QComboBox(self)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.items = ItemTable(words, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.items)
        self.proxy.setSortRole(SORT)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.item_view = self._view(self.proxy, "items")
        self.item_view.setSortingEnabled(True)
        self.item_view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        item_header = self.item_view.horizontalHeader()
        item_header.setSectionResizeMode(ItemColumn.WHY, QHeaderView.ResizeMode.Stretch)
        for place, width in ((ItemColumn.PLACE, 120), (ItemColumn.NAME, 220), (ItemColumn.FATE, 110)):
            self.item_view.setColumnWidth(place, look.in_letters(width))
        self.filter.activated.connect(lambda _: self._show_items())
        self.search.textChanged.connect(self.proxy.setFilterFixedString)
        self.refusal = RefusalStrip(words, self)
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self.news.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        translate = QCoreApplication.translate
        self.copy_button = self._button(translate("Work", "&Copy"), self.copy)
        self.save_button = self._button(translate("Work", "&Save as…"), self.ask_save)
        self.print_button = self._button(translate("Work", "&Print…"), self.ask_print)
        self.undo_button = self._button(translate("Work", "&Undo this work…"), self._undo)
        self.close_button = self._button(translate("Work", "Close"), self.accept)
        self.filter.setAccessibleName(translate("Work", "Which items"))
        self.search.setPlaceholderText(translate("Work", "Search in the list"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.view.setAccessibleName(self.windowTitle())
        self.item_view.setAccessibleName(translate("Work", "Outcome list"))
        self._lay_out()
        self._settle()
        lane.ask(lambda step: desk.upkeep.memory.work(), self._show, self.refusal.tell, key=f"work.history.{id(self)}")

    def rows(self) -> tuple[tuple[str, ...], list[list[str]]]:
        """Headings and rows as they are shown: filtered and in their order."""
        columns = range(len(ItemColumn))
        headings = tuple(self.items.heading(column) for column in columns)
        shown = [
            [str(self.proxy.index(row, column).data() or "") for column in columns]
            for row in range(self.proxy.rowCount())
        ]
        return headings, shown

    def copy(self) -> None:
        """The list as shown, to the clipboard."""
        QGuiApplication.clipboard().setText(as_text(*self.rows()))

    def ask_save(self) -> None:
        """Ask where the list shall be saved, as a table file or as PDF."""
        record = self._record()
        if record is None:
            return
        outcome = QCoreApplication.translate("Work", "Outcome")
        name = f"{outcome} {record.title} {record.began:%Y-%m-%d}"
        proposed = Path(last_folder(Purpose.PRINTS)) / (_NOT_IN_NAMES.sub(" ", name).strip() + ".xlsx")
        path, kind = QFileDialog.getSaveFileName(self, self.save_title(), str(proposed), ";;".join(_KINDS))
        if path:
            self.save(with_ending(Path(path), kind))

    def save(self, path: Path) -> None:
        """Save the list as shown; the ending of the name says how. A list of people leaves a note in the journal."""
        record = self._record()
        if record is None:
            return
        self.refusal.tell(None)
        self.news.clear()
        headings, rows = self.rows()
        title = record.title
        if path.suffix.lower() == ".pdf":
            path, title = self._desk.upkeep.lists.marked(path, title)
            page = as_html(title, told(record, self.table), headings, rows)
            self._lane.ask(lambda step: write_pdf(path, page), self._saved, self.refusal.tell, title=self.save_title())
            return
        sheet = ListSheet("work", title, headings, rows, (18, 40, 16, 80))

        def write(step: Step) -> ListOutcome:
            return self._desk.upkeep.lists.export(sheet, path)

        self._lane.ask(write, lambda done: self._saved(done.path), self.refusal.tell, title=self.save_title())

    def save_title(self) -> str:
        """What the queue calls the saving of a list."""
        return QCoreApplication.translate("Work", "Save the outcome list")

    def ask_print(self) -> None:
        """Ask for a printer and print the list as shown."""
        record = self._record()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if record is None or QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        document = QTextDocument(self)
        document.setHtml(as_html(record.title, told(record, self.table), *self.rows()))
        document.print_(printer)
        self.news.setText(QCoreApplication.translate("Work", "The list was sent to the printer."))

    def _saved(self, path: Path) -> None:
        self.news.setText(QCoreApplication.translate("Work", "The list was saved as %1.").replace("%1", str(path)))

    def _lay_out(self) -> None:
        below = QWidget(self)
        part = QVBoxLayout(below)
        part.setContentsMargins(0, look.RHYTHM, 0, 0)
        part.addWidget(self.said)
        filters = QHBoxLayout()
        filters.addWidget(self.filter)
        filters.addWidget(self.search, 1)
        part.addLayout(filters)
        part.addWidget(self.item_view, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("workHistory")
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(below)
        self.splitter.setSizes([220, 340])
        self.splitter.setChildrenCollapsible(False)
        row = QHBoxLayout()
        for button in (self.copy_button, self.save_button, self.print_button, self.undo_button):
            row.addWidget(button)
        row.addWidget(self.news, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)
        column.addLayout(row)
        self.resize(980, 640)

    def _view(self, model: object, name: str) -> QTableView:
        view = QTableView(self)
        view.setObjectName(name)
        view.setModel(model)  # type: ignore[arg-type]
        look.tidy(view)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        return view

    def _button(self, words: str, deed: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())  # type: ignore[operator]
        return button

    def _show(self, records: tuple[WorkRecord, ...]) -> None:
        self.table.show_lines(records)
        if not records:
            self.said.setText(
                QCoreApplication.translate(
                    "Work", "No long work has ended yet. Each import, closing, printing or backup will stand here."
                )
            )
            return
        row = next((place for place, one in enumerate(records) if one.work_id == self._wanted), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), flags)
        self.view.setFocus()

    def _ask_items(self) -> None:
        record = self._record()
        if record is None:
            return
        work_id, memory = record.work_id, self._desk.upkeep.memory
        self._lane.ask(lambda step: memory.items(work_id), self._keep, self.refusal.tell, key=f"work.items.{id(self)}")

    def _keep(self, items: tuple[WorkItem, ...]) -> None:
        record = self._record()
        self._items = items
        self.news.clear()
        self.said.setText(told(record, self.table) if record is not None else "")
        self.filter.clear()
        number, label = self._words.number, self._words.messages.label_of
        everything = QCoreApplication.translate("Work", "All (%1)").replace("%1", number(len(items)))
        self.filter.addItem(everything, ALL)
        trouble = sum(item.fate in TROUBLE for item in items)
        if trouble:
            said = QCoreApplication.translate("Work", "To be looked at (%1)").replace("%1", number(trouble))
            self.filter.addItem(said, IN_TROUBLE)
        for fate in ItemFate:
            count = sum(item.fate is fate for item in items)
            if count:
                self.filter.addItem(f"{label(fate)} ({number(count)})", fate.value)
        self.filter.setCurrentIndex(1 if trouble and trouble < len(items) else 0)
        self._show_items()

    def _show_items(self) -> None:
        wanted = self.filter.currentData()
        self.items.show_lines(
            [
                item
                for item in self._items
                if not wanted or (item.fate in TROUBLE if wanted == IN_TROUBLE else item.fate.value == wanted)
            ]
        )
        self._settle()

    def _settle(self) -> None:
        record = self._record()
        for button in (self.copy_button, self.save_button, self.print_button):
            button.setEnabled(record is not None and bool(self.items.lines))
        self.undo_button.setVisible(record is not None and bool(record.change_set_id))

    def _undo(self) -> None:
        record = self._record()
        if record is not None and record.change_set_id:
            self.accept()
            self.undo_wanted.emit(record.change_set_id)

    def _record(self) -> WorkRecord | None:
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None
