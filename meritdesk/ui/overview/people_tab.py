"""Orang: exactly the people behind a count of the worklist or a cell of the board, and the way to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort, CohortLine, Reach, Stage
from meritdesk.services import Desk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.overview.people_table import CohortColumn, CohortTable
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
        self.back = QPushButton()
        self.open_all = QPushButton()
        self.open_one = QPushButton()
        self.open_one.setObjectName("primary")
        self.refusal = RefusalStrip(words, self)
        self.table = CohortTable(words, self)
        facets = [column_facet(self.table, one, lambda: self._lines) for one in (CohortColumn.UNIT, CohortColumn.RATER)]
        self.listing = LineList("overview.people", self.table, self, facets=facets, chooses_first=True)
        self.listing.title_words = self._title.text
        self.listing.empty_words = self._told_empty
        self.view, self.search = self.listing.view, self.listing.search
        self._arrange()
        self._actions = {
            name: actions.page_action(self, name, *keys)
            for name, keys in (
                ("cohort_open", ()),
                ("cohort_open_all", ("Ctrl+Return", "Ctrl+Enter")),
                ("cohort_back", ("Ctrl+Backspace",)),
            )
        }
        self._up = actions.page_action(self.view, "cohort_up", "Backspace")
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.back, self.open_all, self.open_one):
            top.addWidget(button)
        filters = QHBoxLayout()
        for box in (self.stage, self.reach, self.unit):
            filters.addWidget(box)
        filters.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        page.setSpacing(look.RHYTHM)
        page.addLayout(top)
        page.addLayout(filters)
        page.addWidget(self.refusal)
        page.addWidget(self.listing, 1)

    def _connect(self) -> None:
        for box in (self.stage, self.reach):
            box.activated.connect(lambda _: self.mark_stale())
        self.unit.chosen.connect(lambda _: self.mark_stale())
        self.listing.settled.connect(self._tell)
        self.listing.line_opened.connect(lambda _: self._open_one())
        self.listing.offer(self._actions["cohort_open"], self._actions["cohort_open_all"])
        self.back.clicked.connect(self._go_back)
        self.open_all.clicked.connect(self._open_all)
        self.open_one.clicked.connect(self._open_one)
        for action, act in (
            (self._actions["cohort_open"], self._open_one),
            (self._actions["cohort_open_all"], self._open_all),
            (self._actions["cohort_back"], self._go_back),
            (self._up, self._go_back),
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
        self.listing.narrow_to(str(filters.get("search", "")))
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
        self.back.setText(translate("PeopleTab", "Back to the board"))
        self.open_all.setText(translate("PeopleTab", "Open all there"))
        self.open_one.setText(translate("PeopleTab", "Open"))
        for name, said in (
            ("cohort_open", translate("PeopleTab", "Go to this person where the stage is done")),
            ("cohort_open_all", translate("PeopleTab", "Open all of them where the stage is done")),
            ("cohort_back", translate("PeopleTab", "Back to the board")),
        ):
            self._actions[name].setText(said)
        self._up.setText(translate("PeopleTab", "Back to the board"))
        self.unit.retranslate()
        self._tell()
        self.listing.say()

    def _show(self, units: object, lines: tuple[CohortLine, ...]) -> None:
        assert isinstance(units, tuple)
        self.refusal.tell(None)
        before = self.unit.branch()
        self.unit.show_units(units)
        if self._wanted_unit:
            self.unit.choose(self._wanted_unit)
            self._wanted_unit = ""
        self._lines = lines
        self.listing.show_lines(lines)
        if self.unit.branch() != before:
            self.mark_stale()  # the units were not known when the people were asked for

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        label = self.words.messages.label_of
        unit = f" · {self.unit.unit_name}" if self.unit.unit_id else ""
        self._title.setText(f"{label(self._stage())}: {label(self._reach())}{unit}")
        said = translate("PeopleTab", "%1 of %2 people")
        self.listing.summary.setText(
            said.replace("%1", self.words.number(self.listing.total)).replace("%2", self.words.number(len(self._lines)))
        )
        for button in (self.open_all, self.open_one):
            button.setEnabled(bool(self.listing.total))

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate("PeopleTab", "Nobody stands so. Choose another stage, or another unit.")

    def _open_one(self) -> None:
        line = self.listing.current()
        if line is not None:
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
