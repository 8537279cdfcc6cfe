"""Orang: exactly the people behind a count of the worklist or a cell of the board, and the way to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort, CohortLine, Reach, Stage
from meritdesk.services import Desk
from meritdesk.services.upkeep.lists import ListOutcome, ListSheet
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.overview.people_table import STAGES, CohortColumn, CohortTable
from meritdesk.ui.overview.unit_box import UnitBox
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_PLACES: Mapping[Stage, tuple[str, str, Mapping[str, object]]] = {
    Stage.RATER: ("register", "nip", {"tab": "staff"}),
    Stage.PLAN: ("planning", "nip", {"tab": "editor"}),
    Stage.FIXED: ("planning", "nip", {"tab": "plans"}),
    Stage.ACTUALS: ("execution", "nip", {"tab": "actuals"}),
    Stage.RATED: ("assessment", "nip", {"tab": "ratings"}),
    Stage.CLOSED: ("assessment", "nip", {"tab": "ratings"}),
    Stage.PRINTED: ("documents", "nip", {"tab": "print", "form": "D.1.1"}),
    Stage.SIGNED: ("documents", "search", {"tab": "out", "where": "all"}),
    Stage.SENT: ("handover", "nip", {"task": "pack"}),
}
"""Where the stage of one person is done, and by which filter he is found there."""
_WIDTHS = {CohortColumn.NIP: 160, CohortColumn.UNIT: 180, CohortColumn.RATER: 170}


class PeopleTab(RoomPage):
    """Who stands so at a stage of the period."""

    room = "overview"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._wanted_unit = ""
        self._lines: tuple[CohortLine, ...] = ()
        self._title = look.title(QLabel())
        self.stage = QComboBox()
        for stage in Stage:
            self.stage.addItem("", stage)
        self.stage.setCurrentIndex(self.stage.findData(Stage.CLOSED))
        self.reach = QComboBox()
        for reach in (Reach.OPEN, Reach.READY, Reach.DONE):
            self.reach.addItem("", reach)
        self.unit = UnitBox()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.back = QPushButton()
        self.export = QPushButton()
        self.open_all = QPushButton()
        self.open_one = QPushButton()
        self.open_one.setObjectName("primary")
        self.refusal = RefusalStrip(words, self)
        self.table = CohortTable(words, self)
        self.view = QTableView()
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(CohortColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, look.in_letters(width))
        for column in STAGES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.count = QLabel()
        self._arrange()
        self._actions = {
            name: actions.page_action(self, name, *keys)
            for name, keys in (
                ("cohort_open", ()),
                ("cohort_open_all", ("Ctrl+Return", "Ctrl+Enter")),
                ("cohort_back", ("Ctrl+Backspace",)),
                ("cohort_search", ("Ctrl+F",)),
                ("cohort_export", ("Ctrl+S",)),
            )
        }
        self._copy = actions.page_action(self.view, "cohort_copy", "Ctrl+C")
        self._enter = actions.page_action(self.view, "cohort_enter", "Return", "Enter")
        self._up = actions.page_action(self.view, "cohort_up", "Backspace")
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.back, self.export, self.open_all, self.open_one):
            top.addWidget(button)
        filters = QHBoxLayout()
        for box in (self.stage, self.reach, self.unit):
            filters.addWidget(box)
        filters.addWidget(self.search, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        page.setSpacing(look.RHYTHM)
        page.addLayout(top)
        page.addLayout(filters)
        page.addWidget(self.refusal)
        page.addWidget(self._stack, 1)
        page.addWidget(self.count)

    def _connect(self) -> None:
        for box in (self.stage, self.reach):
            box.activated.connect(lambda _: self.mark_stale())
        self.unit.chosen.connect(lambda _: self.mark_stale())
        self.search.textChanged.connect(lambda _: self._keep())
        self.back.clicked.connect(self._go_back)
        self.export.clicked.connect(self.ask_export)
        self.open_all.clicked.connect(self._open_all)
        self.open_one.clicked.connect(self._open_one)
        self.view.doubleClicked.connect(lambda _: self._open_one())
        for action, act in (
            (self._actions["cohort_open"], self._open_one),
            (self._actions["cohort_open_all"], self._open_all),
            (self._actions["cohort_back"], self._go_back),
            (self._actions["cohort_search"], self.search.setFocus),
            (self._actions["cohort_export"], self.ask_export),
            (self._enter, self._open_one),
            (self._up, self._go_back),
            (self._copy, self.copy),
        ):
            action.triggered.connect(act)

    def load(self, period: Period) -> None:
        """Read the units and the people who stand so."""
        cohort = self.cohort()
        self.lane.ask(
            lambda step: (self.desk.overview.status(period).units, self.desk.overview.people(cohort)),
            lambda found: self._show(*found),
            self.refusal.tell,
            key="overview.people",
        )

    def cohort(self) -> Cohort:
        """Whom the boxes mean."""
        assert self.period is not None
        branch = tuple(sorted(self.unit.branch()))
        return Cohort(self.period, self._stage(), self._reach(), branch)

    def _stage(self) -> Stage:
        return Stage(self.stage.currentData())

    def _reach(self) -> Reach:
        return Reach(self.reach.currentData())

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``cohort`` is whom another page counted, ``unit`` the branch it counted in; ``search`` finds people."""
        cohort = filters.get("cohort")
        if isinstance(cohort, Cohort):
            self.stage.setCurrentIndex(self.stage.findData(cohort.stage))
            self.reach.setCurrentIndex(self.reach.findData(cohort.reach))
        self._wanted_unit = str(filters.get("unit", ""))
        self.unit.choose(self._wanted_unit)
        self.search.setText(str(filters.get("search", "")))
        self.mark_stale()

    def primary_focus(self) -> QWidget:
        return self.view if self.table.lines else self.stage

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        label = self.words.messages.label_of
        for place in range(self.stage.count()):
            self.stage.setItemText(place, label(Stage(self.stage.itemData(place))))
        for place in range(self.reach.count()):
            self.reach.setItemText(place, label(Reach(self.reach.itemData(place))))
        self.stage.setAccessibleName(translate("PeopleTab", "Stage"))
        self.reach.setAccessibleName(translate("PeopleTab", "How far"))
        look.ask_in(self.search, translate("PeopleTab", "Search name, NIP, unit or rater"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.back.setText(translate("PeopleTab", "Back to the board"))
        self.export.setText(translate("PeopleTab", "Take along…"))
        self.open_all.setText(translate("PeopleTab", "Open all there"))
        self.open_one.setText(translate("PeopleTab", "Open"))
        self.view.setAccessibleName(translate("PeopleTab", "People who stand so"))
        for name, said in (
            ("cohort_open", translate("PeopleTab", "Go to this person where the stage is done")),
            ("cohort_open_all", translate("PeopleTab", "Open all of them where the stage is done")),
            ("cohort_back", translate("PeopleTab", "Back to the board")),
            ("cohort_search", translate("PeopleTab", "Search these people")),
            ("cohort_export", translate("PeopleTab", "Take the list along as a spreadsheet")),
        ):
            self._actions[name].setText(said)
        self._copy.setText(translate("PeopleTab", "Copy the selected rows"))
        self._enter.setText(self._actions["cohort_open"].text())
        self._up.setText(translate("PeopleTab", "Back to the board"))
        self.unit.retranslate()
        self.table.retranslate()
        self._tell()

    def copy(self) -> None:
        """The selected rows, tab by tab, as a spreadsheet takes them."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        headings = [self.table.heading(column) for column in CohortColumn]
        lines = [headings, *([self.table.shown(self.table.lines[row], one) for one in CohortColumn] for row in rows)]
        QApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))

    def ask_export(self) -> None:
        """Ask where the list goes."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, QCoreApplication.translate("PeopleTab", "Take the list along"), "", "Excel (*.xlsx);;CSV (*.csv)"
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the people shown as a spreadsheet; that they were taken along stands in the journal."""
        sheet = ListSheet(
            list_key="overview.people",
            title=self._title.text(),
            headings=[self.table.heading(column) for column in CohortColumn],
            rows=[[self.table.shown(line, column) for column in CohortColumn] for line in self.table.lines],
        )
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.upkeep.lists.export(sheet, path), self._exported, self.refusal.tell)

    def _exported(self, outcome: ListOutcome) -> None:
        said = QCoreApplication.translate("PeopleTab", "%1 rows written to %2.")
        self.message.emit(said.replace("%1", self.words.number(outcome.rows)).replace("%2", outcome.path.name))

    def _show(self, units: object, lines: tuple[CohortLine, ...]) -> None:
        assert isinstance(units, tuple)
        self.refusal.tell(None)
        before = self.unit.branch()
        self.unit.show_units(units)
        if self._wanted_unit:
            self.unit.choose(self._wanted_unit)
            self._wanted_unit = ""
        self._lines = lines
        self._keep()
        if self.unit.branch() != before:
            self.mark_stale()  # the units were not known when the people were asked for

    def _keep(self) -> None:
        wanted = self.search.text().casefold().split()
        chosen = self.view.currentIndex().data(VALUE)
        shown = [line for line in self._lines if all(word in _text_of(line) for word in wanted)]
        self.table.show_lines(shown)
        kept = chosen.person_id if isinstance(chosen, CohortLine) else ""
        row = next((place for place, line in enumerate(shown) if line.person_id == kept), 0)
        if shown:
            way = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), way)
        self._stack.setCurrentWidget(self.view if shown else self.empty)
        self._tell()

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        label = self.words.messages.label_of
        unit = f" · {self.unit.unit_name}" if self.unit.unit_id else ""
        self._title.setText(f"{label(self._stage())}: {label(self._reach())}{unit}")
        said = translate("PeopleTab", "%1 of %2 people")
        self.count.setText(
            said.replace("%1", self.words.number(len(self.table.lines))).replace(
                "%2", self.words.number(len(self._lines))
            )
        )
        self.empty.setText(
            translate("PeopleTab", "Nobody fits the search. Clear it to see everybody.")
            if self._lines
            else translate("PeopleTab", "Nobody stands so. Choose another stage, or another unit.")
        )
        for button in (self.export, self.open_all, self.open_one):
            button.setEnabled(bool(self.table.lines))

    def _open_one(self) -> None:
        line = self.view.currentIndex().data(VALUE)
        if isinstance(line, CohortLine):
            room, name, filters = _PLACES[self._stage()]
            self.go_to.emit(room, {**filters, name: line.nip})

    def _open_all(self) -> None:
        if self.period is None or not self.table.lines:
            return
        room, _, filters = _PLACES[self._stage()]
        target = {**filters, "cohort": replace(self.cohort(), signers=())}
        if self._stage() is Stage.PLAN:
            target["tab"] = "plans"
        if self.unit.unit_id:
            target |= {"unit": self.unit.unit_id, "unit_name": self.unit.unit_name}
        self.go_to.emit(room, target)

    def _go_back(self) -> None:
        self.go_to.emit(self.room, {"tab": "work"})


def _text_of(line: CohortLine) -> str:
    return f"{line.name} {line.nip} {line.unit_name} {line.rater_name}".casefold()
