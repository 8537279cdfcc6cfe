"""The first page of the morning: what must be done today, where everything is stuck, did the work arrive."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QSettings, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import PaperKind
from meritdesk.core.figures import Figure, FigureKind
from meritdesk.core.journal import Changes
from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort, Reach
from meritdesk.core.worklist import WorkItem, Worklist
from meritdesk.services import Desk
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.overview import Status
from meritdesk.services.upkeep.lists import ListOutcome, ListSheet
from meritdesk.ui import actions, look
from meritdesk.ui.approval_note import ApprovalNote
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart_panel import ChartPanel
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.overview.analysts import AnalystsDeed
from meritdesk.ui.overview.board_tree import STAGE_OF, VALUE, BoardColumn, BoardTree, done_of, stage_name
from meritdesk.ui.overview.board_view import BoardView
from meritdesk.ui.overview.unit_box import UnitBox
from meritdesk.ui.overview.work_tree import VALUE as ROW
from meritdesk.ui.overview.work_tree import WorkRow, WorkTree
from meritdesk.ui.overview.work_view import WorkView
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

REST_MILLISECONDS = 1_200
"""So long nothing must be written before the page counts again: a row of keystrokes is counted once."""
CHARTS_AT_ONCE = 2
LEAST_OF_HEADING = 200
_QUIET_NOUNS = frozenset({"library", "waivers", "trust", "scan_pictures"})
"""What no row and no cell of this page depends on."""


class OverviewPage(RoomPage):
    """Beranda."""

    room = "overview"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._status: Status | None = None
        self._work: Worklist | None = None
        self._wanted_unit = ""
        self._title = look.title(QLabel())
        self._sum = QLabel()
        self._work_title = look.strong(QLabel())
        self._board_title = look.strong(QLabel())
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._legend = QLabel()
        self._quiet = look.strong(QLabel())
        self._quiet.setWordWrap(True)
        self._quiet.setMargin(look.RHYTHM)
        self._quiet.hide()
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.unit = UnitBox()
        self.call_button = QPushButton()
        self.work = WorkTree(words, self)
        self.work_view = WorkView(self.work)
        self.board = BoardTree(words, self)
        self.board_view = BoardView(self.board)
        self.panels = {kind: ChartPanel(desk, lane, words, kind) for kind in desk.overview.figures.kinds}
        self.board_more = QToolButton()
        self.board_more.setText("…")
        self.board_more.setAutoRaise(True)
        self.board_more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.board_more.setMenu(QMenu(self))
        self.which_charts = QToolButton()
        self.which_charts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.which_charts.setMenu(QMenu(self))
        self._right = QStackedWidget()
        self._right.addWidget(self.board_view)
        self._right.addWidget(self._empty)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self.mark_stale)
        self._arrange()
        self._actions = {
            "open_work": actions.page_action(self.work_view, "open_work"),
            "show_people": actions.page_action(self.work_view, "show_people"),
            "choose_unit": actions.page_action(self, "choose_unit", "Ctrl+F"),
            "to_board": actions.page_action(self, "to_board", "Ctrl+B"),
            "call_sheets": actions.page_action(self, "call_sheets", "Ctrl+L"),
            "print_board": actions.page_action(self, "print_board", "Ctrl+Shift+B"),
            "export_board": actions.page_action(self, "export_board", "Ctrl+S"),
            "analysts": actions.page_action(self, "analysts"),
        }
        self.analysts = AnalystsDeed(self)
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look.RHYTHM)
        top.addWidget(self._title)
        top.addSpacing(look.RHYTHM)
        top.addWidget(self._sum, 1)
        top.addWidget(self.unit)
        self._parts = QSplitter(self)  # before what stands in it: what moves to another parent is styled anew
        left, right = QWidget(self._parts), QWidget(self._parts)
        heading = QHBoxLayout()
        heading.addWidget(self._work_title, 1)
        heading.addWidget(self.call_button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(heading)
        column.addWidget(self._quiet)
        column.addWidget(self.work_view, 1)
        column.addWidget(self._hint)
        above = QHBoxLayout()
        above.addWidget(self._board_title, 1)
        above.addStretch(0)
        above.addWidget(self._legend, 1)
        above.addWidget(self.which_charts)
        above.addWidget(self.board_more)
        # Charts that are not drawn yet ask for more than the smallest screen has; the splitter decides.
        right.setMinimumWidth(look.in_letters(480))
        left.setMinimumWidth(look.in_letters(340))
        self._right.setMinimumHeight(look.in_letters(140))
        self._side = QVBoxLayout(right)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(look.RHYTHM)
        self._side.addLayout(above)
        self._side.addWidget(self._right, 3)
        self._charts = QHBoxLayout()
        self._charts.setSpacing(2 * look.RHYTHM)
        for panel in self.panels.values():
            panel.is_small = True
            self._charts.addWidget(panel, 1)
        self._side.addLayout(self._charts, 2)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(2 * look.RHYTHM)
        self._parts.addWidget(left)
        self._parts.addWidget(right)
        self._parts.setSizes([500, 670])
        self._parts.setStretchFactor(0, 2)
        self._parts.setStretchFactor(1, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        page.setSpacing(look.RHYTHM)
        page.addLayout(top)
        self.approval_note = ApprovalNote(self.desk, self.lane, self.words, "overview", self)
        page.addWidget(self.approval_note)
        page.addWidget(self._parts, 1)

    def _connect(self) -> None:
        self.work_view.opened.connect(self._go)
        self.work_view.people_wanted.connect(self._go_people)
        self.board_view.drilled.connect(self._drill)
        self.unit.chosen.connect(lambda _: self._unit_chosen())
        self.call_button.clicked.connect(self._call_sheets)
        self._actions["open_work"].triggered.connect(lambda: self.work_view.open_index(self.work_view.currentIndex()))
        self._actions["show_people"].triggered.connect(lambda: self._people_of(self.work_view.currentIndex()))
        self._actions["choose_unit"].triggered.connect(self._to_unit)
        self._actions["to_board"].triggered.connect(self._to_board)
        self._actions["call_sheets"].triggered.connect(self._call_sheets)
        for panel in self.panels.values():
            panel.said.connect(self.message)
            panel.failed.connect(self.lane.refused)
        self._offer_charts()
        for name, act in (
            ("print_board", self.print_board),
            ("export_board", self.ask_export),
            ("analysts", lambda: self.analysts.ask()),
        ):
            self._actions[name].triggered.connect(act)
            self.board_more.menu().addAction(self._actions[name])

    def load(self, period: Period) -> None:
        """Ask how things stand and what has to be done."""
        self.lane.ask(lambda step: self.desk.overview.morning(period), self._show, key="overview")
        self.approval_note.ask(period)
        self._ask_charts()

    def hear(self, changes: Changes) -> None:
        """Count again when the writing rests; a page that is not in front counts when it is next entered."""
        if changes.nouns and changes.nouns <= _QUIET_NOUNS:
            return
        self.is_stale = True
        if self.isVisible():
            self._rest.start()

    def primary_focus(self) -> QWidget:
        """The worklist; on a quiet day the board."""
        return self.board_view if self._work is not None and not self._work.items else self.work_view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``unit`` narrows worklist and board to a branch of the agency."""
        self._wanted_unit = str(filters.get("unit", ""))
        self.unit.choose(self._wanted_unit)
        self._unit_chosen()

    def retranslate(self) -> None:
        """Say the page in the current language."""
        self.approval_note.say()
        translate = QCoreApplication.translate
        self._work_title.setText(translate("OverviewPage", "What has to be done"))
        self._board_title.setText(translate("OverviewPage", "Where things stand, by unit"))
        self._hint.setText(
            translate(
                "OverviewPage", "Enter or the key of a row goes there. Right shows its units, Ctrl+Enter its people."
            )
        )
        self._legend.setText(translate("OverviewPage", "✓ all · ◐ some · ○ nobody yet"))
        for quiet in (self._hint, self._legend):
            look.colour(quiet, look.quiet())
        look.let_wrap(self._board_title, LEAST_OF_HEADING)
        look.let_wrap(self._legend, LEAST_OF_HEADING)
        self.call_button.setText(translate("OverviewPage", "Call sheets…"))
        self.call_button.setToolTip(
            translate("OverviewPage", "To the deadlines, where a call sheet is printed for each unit")
        )
        self.work_view.setAccessibleName(self._work_title.text())
        self.board_view.setAccessibleName(self._board_title.text())
        self._actions["open_work"].setText(translate("OverviewPage", "Go to where this is done"))
        self._actions["show_people"].setText(translate("OverviewPage", "Show the people of this row"))
        self._actions["choose_unit"].setText(translate("OverviewPage", "Choose a unit"))
        self._actions["to_board"].setText(translate("OverviewPage", "To the board of units"))
        self._actions["call_sheets"].setText(translate("OverviewPage", "To the call sheets"))
        self._actions["print_board"].setText(translate("OverviewPage", "Print the board…"))
        self._actions["export_board"].setText(translate("OverviewPage", "Take the board along…"))
        self._actions["analysts"].setText(translate("OverviewPage", "Data set for analysts…"))
        self.board_more.setAccessibleName(translate("OverviewPage", "What to do with the board"))
        self.board_more.setToolTip(self.board_more.accessibleName())
        self._empty.setText(
            translate("OverviewPage", "No package has arrived yet. Who has sent what stands on the Regional board.")
            if self.desk.agency.is_region
            else translate("OverviewPage", "No units yet. Import the unit file in the room Staff, then the staff file.")
        )
        self._quiet.setText(self.words.messages.reason("OVW-QUIET-WORK"))
        self.unit.retranslate()
        self.board_view.fit()
        self.which_charts.setText(translate("OverviewPage", "Charts"))
        self.which_charts.setToolTip(translate("OverviewPage", "Which charts stand below, two at most"))
        for kind, panel in self.panels.items():
            panel.retranslate()
            self._of_chart[kind].setText(self.words.messages.label_of(kind))
        if self._status is not None and self._work is not None:
            self._show((self._status, self._work))
        else:
            self._title.setText(actions.room_name(self.room))

    def _show(self, morning: tuple[Status, Worklist]) -> None:
        self._status, self._work = morning
        self._rest.stop()
        self.unit.show_units(self._status.units)
        if self._wanted_unit:
            self.unit.choose(self._wanted_unit)
        self._title.setText(self.words.period(self._status.period))
        self._narrowed()

    def _narrowed(self) -> None:
        """Rows and board of the unit that is meant; what was chosen and unfolded stays."""
        if self._status is None or self._work is None:
            return
        self._wanted_unit = self.unit.unit_id
        branch = self.unit.branch()
        self._tell_sum(self._line_of(self.unit.unit_id))
        self._tell_work(self._work.within(self.unit.unit_id, branch) if branch else self._work)
        self._tell_board(tuple(line for line in self._status.units if not branch or line.unit_id in branch))

    def print_board(self) -> None:
        """Put the board of the unit that is meant on paper, enter it in the register, and open the printer."""
        if self.period is None:
            return
        period, unit_id = self.period, self.unit.unit_id
        folder = tempfile.TemporaryDirectory(prefix="meritdesk-")

        def then(outcome: PapersOutcome) -> None:
            path = Path(outcome.file.path)
            dialog = PaperDialog(self.desk, self.lane, self.words, path, PaperKind.UNIT_BOARD.value, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(lambda _: folder.cleanup())
            dialog.open()

        self.lane.ask(
            lambda step: self.desk.overview.board.print(period, Path(folder.name), unit_id, step=step),
            then,
            title=QCoreApplication.translate("OverviewPage", "Printing the board"),
        )

    def ask_export(self) -> None:
        """Ask where the board goes."""
        title = QCoreApplication.translate("OverviewPage", "Take the board along")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "", "Excel (*.xlsx);;CSV (*.csv)")
        if chosen:
            self.export_board(Path(chosen))

    def export_board(self, path: Path) -> None:
        """Write the board of the unit that is meant as a spreadsheet: numbers only, nobody is named."""
        if self._status is None:
            return
        branch = self.unit.branch()
        columns = tuple(BoardColumn)[1:]
        sheet = ListSheet(
            list_key="overview.board",
            title=f"{self._board_title.text()} {self._status.period.code}",
            headings=[stage_name(column) for column in BoardColumn],
            rows=[
                [line.name, *(done_of(line, column) for column in columns)]
                for line in self._status.units
                if not branch or line.unit_id in branch
            ],
            widths=[50, *(12 for _ in columns)],
            is_personal=False,
        )

        def then(outcome: ListOutcome) -> None:
            said = QCoreApplication.translate("OverviewPage", "%1 rows written to %2.")
            self.message.emit(said.replace("%1", self.words.number(outcome.rows)).replace("%2", outcome.path.name))

        self.lane.ask(lambda step: self.desk.upkeep.lists.export(sheet, path), then)

    def _unit_chosen(self) -> None:
        self._narrowed()
        self._ask_charts()

    def _offer_charts(self) -> None:
        """What may stand below the board, and what the clerk chose last time."""
        known = remembered("charts", f"{FigureKind.DISTRIBUTION},{FigureKind.SIGNATURES}").split(",")
        self._chosen_charts = [kind for kind in self.panels if kind.value in known][:CHARTS_AT_ONCE]
        self._of_chart: dict[FigureKind, QAction] = {}
        for kind, panel in self.panels.items():
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(kind in self._chosen_charts)
            action.toggled.connect(partial(self._chart_toggled, kind))
            self.which_charts.menu().addAction(action)
            self._of_chart[kind] = action
            panel.setVisible(kind in self._chosen_charts)

    def _chart_toggled(self, kind: FigureKind, is_wanted: bool) -> None:
        """Another chart takes the place of the one that was chosen first."""
        if is_wanted:
            self._chosen_charts = [*(one for one in self._chosen_charts if one is not kind), kind]
        else:
            self._chosen_charts = [one for one in self._chosen_charts if one is not kind]
        self._chosen_charts = self._chosen_charts[-CHARTS_AT_ONCE:]
        for one, action in self._of_chart.items():
            action.blockSignals(True)
            action.setChecked(one in self._chosen_charts)
            action.blockSignals(False)
            self.panels[one].setVisible(one in self._chosen_charts)
        QSettings().setValue("overview/charts", ",".join(one.value for one in self._chosen_charts) or "-")
        self._ask_charts()

    def _ask_charts(self) -> None:
        if self.period is None:
            return
        period, unit_id = self.period, self._wanted_unit or self.unit.unit_id
        for kind in self._chosen_charts:
            panel = self.panels[kind]
            self.lane.ask(
                partial(self._read_chart, kind, period, unit_id), panel.show_figure, key=f"overview.chart.{kind}"
            )

    def _read_chart(self, kind: FigureKind, period: Period, unit_id: str, step: object) -> Figure:
        return self.desk.overview.figures.of(kind, period, unit_id)

    def _line_of(self, unit_id: str) -> UnitProgress:
        assert self._status is not None
        return next((line for line in self._status.units if line.unit_id == unit_id), self._status.whole)

    def _tell_sum(self, line: UnitProgress) -> None:
        stages = (BoardColumn.DUE, BoardColumn.CLOSED, BoardColumn.SIGNED, BoardColumn.SENT)
        self._sum.setText(
            " · ".join(f"{stage_name(stage)} {self.words.number(done_of(line, stage))}" for stage in stages)
        )

    def _tell_work(self, worklist: Worklist) -> None:
        assert self._status is not None
        chosen = self.work_view.currentIndex().data(ROW)
        opened = self._opened(self.work_view, ROW)
        self.work.show_work(worklist, {line.unit_id: line.name for line in self._status.units})
        for place in range(self.work.rowCount()):
            self.work_view.setFirstColumnSpanned(place, QModelIndex(), True)
        self.work_view.scheduleDelayedItemsLayout()  # laid out once, not again for each group that is unfolded
        for place in range(self.work.rowCount()):
            self.work_view.setExpanded(self.work.index(place, 0), True)
        for row in opened:
            if isinstance(row, WorkRow) and not row.is_group:
                self.work_view.setExpanded(self.work.like(row), True)
        found = self.work.like(chosen) if isinstance(chosen, WorkRow) else QModelIndex()
        self.work_view.setCurrentIndex(found if found.isValid() else self.work.first_item())
        self._quiet.setVisible(worklist.is_quiet)
        self.work_view.setVisible(bool(worklist.items))

    def _tell_board(self, lines: tuple[UnitProgress, ...]) -> None:
        chosen = self.board_view.currentIndex()
        kept, column = chosen.data(VALUE), max(chosen.column(), 0)
        is_first = not self.board.rowCount()
        opened = [one.unit_id for one in self._opened(self.board_view, VALUE) if isinstance(one, UnitProgress)]
        self.board.show_units(lines)
        self.board_view.scheduleDelayedItemsLayout()
        self.board_view.fit(self.words.number(max((line.due for line in lines), default=0)))
        self._right.setCurrentWidget(self.board_view if lines else self._empty)
        if is_first or self.unit.unit_id:
            self.board_view.expandToDepth(0)
        for unit_id in opened:
            self.board_view.setExpanded(self.board.index_of(unit_id), True)
        found = self.board.index_of(kept.unit_id) if isinstance(kept, UnitProgress) else QModelIndex()
        if not found.isValid():
            found = self.board.index(0, 0)
        self.board_view.setCurrentIndex(found.siblingAtColumn(column))

    def _opened(self, view: WorkView | BoardView, role: int) -> list[object]:
        """What is unfolded, so that a refresh does not fold it."""
        model = view.model()
        opened: list[object] = []
        waiting = [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                if view.isExpanded(index):
                    opened.append(index.data(role))
                    waiting.append(index)
        return opened

    def _go(self, row: WorkRow) -> None:
        item = self._item_of(row)
        if item is not None:
            self.go_to.emit(item.room, self._named(item.filters))

    def _go_people(self, row: WorkRow) -> None:
        item = self._item_of(row)
        if item is not None and item.cohort is not None:
            self.go_to.emit(self.room, self._named({"tab": "people", "cohort": item.cohort, **_unit_of(item)}))
        elif item is not None:
            self._go(row)

    def _people_of(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, WorkRow) and not row.is_group:
            self._go_people(row)

    def _item_of(self, row: WorkRow) -> WorkItem | None:
        """The item of a row; of a unit's row the item for this unit alone."""
        if row.item is None or not row.unit_id:
            return row.item
        return row.item.within(row.unit_id, frozenset({row.unit_id}))

    def _named(self, filters: Mapping[str, object]) -> dict[str, object]:
        """Filters with the name of their unit, for the chips of other pages."""
        unit_id = str(filters.get("unit", ""))
        if not unit_id or self._status is None:
            return dict(filters)
        return {**filters, "unit_name": self._line_of(unit_id).name}

    def _drill(self, line: UnitProgress, column: BoardColumn) -> None:
        """To the people of a unit who have not passed a stage; to all when nobody is missing."""
        if self.period is None:
            return
        filters: dict[str, object] = {"unit": line.unit_id, "unit_name": line.name}
        if column not in STAGE_OF:
            self.go_to.emit("register", filters)
            return
        reach = Reach.OPEN if done_of(line, column) < line.due else Reach.DONE
        branch = tuple(sorted(self._branch_of(line.unit_id)))
        cohort = Cohort(self.period, STAGE_OF[column], reach, branch)
        self.go_to.emit(self.room, {"tab": "people", "cohort": cohort, **filters})

    def _branch_of(self, unit_id: str) -> set[str]:
        assert self._status is not None
        below: dict[str, list[str]] = {}
        for line in self._status.units:
            below.setdefault(line.parent_id, []).append(line.unit_id)
        found, waiting = {unit_id}, [unit_id]
        while waiting:
            fresh = [one for one in below.get(waiting.pop(), ()) if one not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return found

    def _call_sheets(self) -> None:
        filters: dict[str, object] = {"tab": "deadlines", "state": "pressing"}
        if self.unit.unit_id:
            filters["unit"] = self.unit.unit_id
        self.go_to.emit("assessment", self._named(filters))

    def _to_unit(self) -> None:
        self.unit.setFocus()
        line = self.unit.lineEdit()
        if line is not None:
            line.selectAll()

    def _to_board(self) -> None:
        self.board_view.setFocus()


def remembered(name: str, default: str) -> str:
    """What the clerk chose on this page last time; never anything personal."""
    return str(QSettings().value(f"overview/{name}", default))


def _unit_of(item: WorkItem) -> dict[str, object]:
    return {"unit": item.filters["unit"]} if "unit" in item.filters else {}
