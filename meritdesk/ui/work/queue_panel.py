"""The queue that one can see: what runs, what waits and in which order, what ended in this session."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.work_record import WorkRecord
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.wording import Words
from meritdesk.ui.work.book import WorkBook
from meritdesk.ui.work.tables import QueueColumn, QueueLine, QueueTable

LOOK_MILLISECONDS = 250


class QueuePanel(ByKeyboard, QDialog):
    """Opened from the status line; it never blocks the window. Waiting work is moved and cancelled here."""

    outcome_wanted = Signal(str)  # work id
    history_wanted = Signal()

    def __init__(self, lane: Lane, book: WorkBook, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._book = book
        self._words = words
        self.setModal(False)
        self.table = QueueTable(words, self)
        self.view = QTableView(self)
        self.view.setObjectName("queue")
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QueueColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((QueueColumn.STATE, 170), (QueueColumn.COUNTS, 190), (QueueColumn.TIME, 110)):
            self.view.setColumnWidth(column, look.in_letters(width))
        self.view.activated.connect(lambda _: self.show_outcome())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._settle())
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self.earlier = self._button(lambda: self._move(-1), "Alt+Up")
        self.later = self._button(lambda: self._move(1), "Alt+Down")
        self.stop = self._button(self.stop_chosen, "Del")
        self.outcome = self._button(self.show_outcome, "")
        self.history = self._button(self.history_wanted.emit, "")
        self.close_button = self._button(self.close, "")
        row = QHBoxLayout()
        for button in (self.earlier, self.later, self.stop, self.outcome):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.history)
        row.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.addWidget(self.stack, 1)
        whole.addLayout(row)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MILLISECONDS)
        self._watch.timeout.connect(self._tick)
        lane.queue_changed.connect(self.reload)
        book.noted.connect(self.reload)
        words.language_changed.connect(self.retranslate)
        self.resize(760, 300)
        self.retranslate()
        self.reload()

    def reload(self, _: object = None) -> None:
        """Show the queue as it is now; the chosen line stays chosen."""
        chosen = self._chosen()
        jobs = [job for job in self._lane.jobs() if job.title or job.shows_progress]
        running = [job for job in jobs if job.is_running]
        waiting = [job for job in jobs if not job.is_running]
        lines: list[QueueLine] = [*running, *waiting, *self._book.records]
        self.table.show_lines(lines)
        self.stack.setCurrentWidget(self.view if lines else self.empty)
        row = next((place for place, line in enumerate(lines) if line is chosen), 0)
        if lines:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), flags)
        if jobs and not self._watch.isActive():
            self._watch.start()
        elif not jobs:
            self._watch.stop()
        self._settle()

    def stop_chosen(self) -> None:
        """Stop what runs or cancel what waits; everything it did is taken back."""
        job = self._chosen()
        if isinstance(job, Job):
            job.cancel()
            self.reload()

    def show_outcome(self) -> None:
        """The outcome list of what ended."""
        record = self._chosen()
        if isinstance(record, WorkRecord):
            self.outcome_wanted.emit(record.work_id)

    def retranslate(self, _: str = "") -> None:
        """Say everything in the current language."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Work", "Work queue"))
        self.view.setAccessibleName(self.windowTitle())
        self.empty.setText(
            translate(
                "Work",
                "Nothing runs and nothing waits. Importing, closing, printing, packing and backups stand here while "
                "they run, and afterwards with what became of them.",
            )
        )
        for button, said in (
            (self.earlier, translate("Work", "&Earlier")),
            (self.later, translate("Work", "&Later")),
            (self.stop, translate("Work", "&Stop")),
            (self.outcome, translate("Work", "&Outcome list…")),
            (self.history, translate("Work", "&History of work…")),
            (self.close_button, translate("Work", "Close")),
        ):
            button.setText(said)
        self.table.retranslate()

    def stand_above(self, line: QWidget) -> None:
        """Place the panel above the status line, inside the screen."""
        corner = line.mapToGlobal(line.rect().topRight())
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(corner.x() - self.width(), room.left()), room.right() - self.width())
        self.move(left, max(room.top(), corner.y() - self.height() - look.RHYTHM))

    def _tick(self) -> None:
        rows = len([line for line in self.table.lines if isinstance(line, Job)])
        if rows:
            self.table.dataChanged.emit(self.table.index(0, 0), self.table.index(rows - 1, QueueColumn.TIME))

    def _move(self, by: int) -> None:
        job = self._chosen()
        if isinstance(job, Job) and self._lane.move(job, by):
            self.reload()

    def _chosen(self) -> QueueLine | None:
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def _settle(self) -> None:
        chosen = self._chosen()
        is_waiting = isinstance(chosen, Job) and not chosen.is_running
        self.earlier.setEnabled(is_waiting)
        self.later.setEnabled(is_waiting)
        self.stop.setEnabled(isinstance(chosen, Job))
        self.outcome.setEnabled(isinstance(chosen, WorkRecord))

    def _button(self, deed: object, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())  # type: ignore[operator]
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(button.click)
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        return button
