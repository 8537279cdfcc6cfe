"""The first page of the morning: what must be done today, where everything is stuck, did the work arrive."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period
from meritdesk.core.working_days import WEEKENDS_ONLY
from meritdesk.services import Desk
from meritdesk.services.overview import Status, Task
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.overview.board_tree import (
    ROOM_OF_STAGE,
    STAGES,
    VALUE,
    BarDelegate,
    BoardColumn,
    BoardTree,
    done_of,
    stage_name,
)
from meritdesk.ui.overview.tasks_table import VALUE as TASK
from meritdesk.ui.overview.tasks_table import TaskColumn, TasksTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

FILTERS: dict[str, dict[str, object]] = {
    "OVW-NO-RATER": {"problems": True},
    "OVW-NO-PLAN": {"missing": True},
    "OVW-NO-ACTUALS": {"missing_actuals": True},
    "OVW-NOT-RATED": {"missing": True},
    "OVW-NOT-CLOSED": {"missing": False},
    "OVW-NOT-PRINTED": {"form": "D.1.1"},
    "OVW-NOT-SENT": {"task": "pack"},
    "OVW-UNCONFIRMED": {"task": "outgoing"},
    "OVW-NO-BACKUP": {"task": "backup"},
}
"""How the room is narrowed when a line of the worklist is opened."""

STAGE_WIDTH = 76


class OverviewPage(RoomPage):
    """Beranda."""

    room = "overview"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._status: Status | None = None
        self._title = look.title(QLabel())
        self._sum = QLabel()
        self._tasks_title = look.strong(QLabel())
        self._board_title = look.strong(QLabel())
        self._hint = QLabel()
        self._quiet = QLabel()
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setWordWrap(True)
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.tasks = TasksTable(words, self)
        self.task_view = QTableView()
        self.task_view.setModel(self.tasks)
        self.board = BoardTree(words, self)
        self.board_view = QTreeView()
        self.board_view.setModel(self.board)
        self._build_views()
        self._left = QStackedWidget()
        self._left.addWidget(self.task_view)
        self._left.addWidget(self._quiet)
        self._right = QStackedWidget()
        self._right.addWidget(self.board_view)
        self._right.addWidget(self._empty)
        self._arrange()
        self._open_task = actions.page_action(self.task_view, "open_task", "Return", "Enter")
        self._open_unit = actions.page_action(self.board_view, "open_unit", "Return", "Enter")
        self._open_task.triggered.connect(lambda: self._go_task(self.task_view.currentIndex()))
        self._open_unit.triggered.connect(lambda: self._go_unit(self.board_view.currentIndex()))
        self.task_view.doubleClicked.connect(self._go_task)
        self.board_view.doubleClicked.connect(self._go_unit)
        self.retranslate()

    def _build_views(self) -> None:
        look.tidy(self.task_view)
        look.tidy(self.board_view)
        self.task_view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.task_view.setWordWrap(True)
        self.task_view.verticalHeader().setMinimumSectionSize(look.ROW_HEIGHT + look.RHYTHM)
        self.task_view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.task_view.horizontalHeader()
        header.setSectionResizeMode(TaskColumn.WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TaskColumn.DUE, QHeaderView.ResizeMode.ResizeToContents)
        self.board_view.setItemDelegate(BarDelegate(self.board_view))
        self.board_view.setExpandsOnDoubleClick(False)
        bars = self.board_view.header()
        bars.setStretchLastSection(False)
        bars.setSectionResizeMode(BoardColumn.UNIT, QHeaderView.ResizeMode.Stretch)
        for column in (BoardColumn.DUE, *STAGES):
            bars.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            bars.resizeSection(column, STAGE_WIDTH)

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        for side, title, stack in (
            (left, self._tasks_title, self._left),
            (right, self._board_title, self._right),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.RHYTHM)
            column.addWidget(title)
            column.addWidget(stack, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(2 * look.RHYTHM)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([360, 780])
        parts.setStretchFactor(1, 1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.NoFrame)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._sum)
        page = QVBoxLayout(self)
        page.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        page.setSpacing(look.RHYTHM)
        page.addLayout(top)
        page.addWidget(parts, 1)
        page.addWidget(self._hint)

    def load(self, period: Period) -> None:
        """Ask how things stand."""
        self.lane.ask(lambda step: self.desk.overview.status(period), self._show, key="overview")

    def primary_focus(self) -> QWidget:
        """The worklist; on a quiet day the board."""
        return self.task_view if self.tasks.rowCount() else self.board_view

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._tasks_title.setText(translate("OverviewPage", "What has to be done"))
        self._board_title.setText(translate("OverviewPage", "Where things stand, by unit"))
        self._hint.setText(
            translate("OverviewPage", "Enter opens the line. In the board, the column decides which room opens.")
        )
        look.colour(self._hint, look.quiet())
        self.task_view.setAccessibleName(self._tasks_title.text())
        self.board_view.setAccessibleName(self._board_title.text())
        self._open_task.setText(translate("OverviewPage", "Go to where this is done"))
        self._open_unit.setText(translate("OverviewPage", "Go to this unit in the room of the column"))
        self._empty.setText(
            translate("OverviewPage", "No units yet. Import the unit file in the room Staff, then the staff file.")
        )
        self._quiet.setText(self.words.messages.reason("OVW-QUIET"))
        if self._status is not None:
            self._show(self._status)
        else:
            self._title.setText(actions.room_name(self.room))

    def _show(self, status: Status) -> None:
        chosen = self.board_view.currentIndex().data(VALUE)
        opened = self._opened_units()
        first_time = self._status is None
        self._status = status
        self._title.setText(self.words.period(status.period))
        whole = status.whole
        self._sum.setText(
            " · ".join(
                f"{stage_name(stage)} {self.words.number(done_of(whole, stage))}"
                for stage in (BoardColumn.DUE, BoardColumn.CLOSED, BoardColumn.SENT)
            )
        )
        self._tell_tasks(status)
        self.board.show_units(status.units)
        self._right.setCurrentWidget(self.board_view if status.units else self._empty)
        if first_time:
            self.board_view.expandToDepth(0)
        for unit_id in opened:
            self.board_view.setExpanded(self.board.index_of(unit_id), True)
        if isinstance(chosen, UnitProgress):
            self.board_view.setCurrentIndex(self.board.index_of(chosen.unit_id))
        elif status.units:
            self.board_view.setCurrentIndex(self.board.index(0, 0))

    def _tell_tasks(self, status: Status) -> None:
        tasks = status.tasks
        row = self.task_view.currentIndex().row()
        self.tasks.show_tasks(tasks, datetime.now(UTC).astimezone().date(), WEEKENDS_ONLY)
        self._left.setCurrentWidget(self.task_view if tasks else self._quiet)
        if tasks:
            self.task_view.setCurrentIndex(self.tasks.index(min(max(row, 0), len(tasks) - 1), 0))

    def _opened_units(self) -> list[str]:
        """What is unfolded, so that a refresh does not fold it."""
        opened, waiting = [], [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            for row in range(self.board.rowCount(parent)):
                index = self.board.index(row, 0, parent)
                if self.board_view.isExpanded(index):
                    opened.append(index.data(VALUE).unit_id)
                    waiting.append(index)
        return opened

    def _go_task(self, index: QModelIndex) -> None:
        task = index.data(TASK)
        if isinstance(task, Task):
            self.go_to.emit(task.room, {**FILTERS.get(task.code, {}), **task.filters})

    def _go_unit(self, index: QModelIndex) -> None:
        line = index.data(VALUE)
        if isinstance(line, UnitProgress):
            room = ROOM_OF_STAGE[BoardColumn(index.column())]
            self.go_to.emit(room, {"unit": line.unit_id, "unit_name": line.name})
