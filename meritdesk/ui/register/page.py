"""The register page: unit tree, staff list that answers while typing, details of a person, and taking files over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.register import PersonCard
from meritdesk.services.register.careers import ChangeOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.grids.bulk import BulkEdit
from meritdesk.ui.grids.bulk_scope import BulkScope, Subject
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.register.change_dialog import ChangeDialog, offer_change
from meritdesk.ui.register.person_side import PersonSide
from meritdesk.ui.register.staff_bulk import staff_scope
from meritdesk.ui.register.staff_list import ANY_PROBLEM, UNIT, StaffReading
from meritdesk.ui.register.staff_table import StaffTable
from meritdesk.ui.register.unit_view import UnitView
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


class RegisterPage(RoomPage):
    """Pegawai: who is here, in which unit, and who rates them."""

    room = "register"
    nouns = frozenset({"units", "people", "reporting", "history"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._problems = 0
        self._wanted_unit = ""
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.import_units = QPushButton(self)
        self.import_units.clicked.connect(lambda: self.open_import(0))
        self.import_staff = QPushButton(self)
        self.import_staff.clicked.connect(lambda: self.open_import(1))
        self.tree = UnitView(self.words, self)
        self.units = self.tree.units
        self.tree.selectionModel().currentChanged.connect(self._unit_chosen)
        self.staff = StaffTable(self.words, self)
        ways = StaffReading(self.desk, self.words, lambda: self.period)
        self.listing = LineList(
            "register.staff", self.staff, self, facets=ways.facets(self.units.all_units), reading=ways.reading()
        )
        ways.arrangement = lambda: self.listing.arrangement
        self.cohort_chip = CohortChip(self.words, self.listing.ask, self)
        ways.cohort = lambda: self.cohort_chip.cohort
        self.listing.title_words = lambda: QCoreApplication.translate("RegisterPage", "Staff list")
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(self._person_chosen)
        self.listing.narrowed.connect(self._narrowed)
        self.listing.settled.connect(self._tell_totals)
        self.view, self.search = self.listing.view, self.listing.search
        self.import_action = page_action(self, "import", "Ctrl+I")
        self.import_action.triggered.connect(lambda: self.open_import(1))
        self.change_action = page_action(self, "change", "Ctrl+M")
        self.change_action.triggered.connect(self.open_change)
        self.bulk = BulkEdit(self, self, self._bulk_scope, self._bulk_rows)
        self.listing.offer(self.change_action, self.bulk.action)
        self.change = QPushButton(self)
        self.change.clicked.connect(self.open_change)
        self.side = PersonSide(self.desk, self.lane, self.words, self)
        self.pane = self.side.pane

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.cohort_chip)
        top.addStretch(1)
        top.addWidget(self.bulk.button)
        top.addWidget(self.change)
        top.addWidget(self.import_units)
        top.addWidget(self.import_staff)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("registerSplitter")
        for widget in (self.tree, self.listing, self.side):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 6)
        self.splitter.setStretchFactor(2, 2)
        self.splitter.setSizes([232, 696, 252])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("RegisterPage", "People and units"))
        self.import_units.setText(QCoreApplication.translate("RegisterPage", "Import &units…"))
        self.import_staff.setText(QCoreApplication.translate("RegisterPage", "Import &staff…"))
        self.change.setText(QCoreApplication.translate("RegisterPage", "&Change in mid-year…"))
        self.change_action.setText(
            QCoreApplication.translate("RegisterPage", "Change in mid-year of the selected person")
        )
        self.import_action.setText(QCoreApplication.translate("RegisterPage", "Import staff"))
        self.tree.setAccessibleName(QCoreApplication.translate("RegisterPage", "Units"))
        self.bulk.retranslate()
        self.units.retranslate()
        self.listing.say()
        self.side.setAccessibleName(QCoreApplication.translate("RegisterPage", "About the person chosen"))
        self.side.retranslate()
        self._tell_totals()

    def primary_focus(self) -> QWidget:
        return self.listing.search

    def want(self, nip: str) -> None:
        """Choose this person when the list comes, without narrowing it."""
        self.listing.choose(lambda line: line.nip == nip)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``search``, ``unit`` (key), ``problems`` (without rater), ``nip``, ``cohort``.

        ``file`` is a spreadsheet that was dropped on the window: its headings say which kind it is.
        """
        file = filters.get("file")
        if isinstance(file, Path):
            self.open_import().open_file(file)
            return
        if filters.get("task") == "import":
            self.open_import(0)
            return
        self.cohort_chip.narrow(filters)
        nip, unit_id = str(filters.get("nip", "")), str(filters.get("unit", ""))
        if nip:
            self.listing.choose(lambda line: line.nip == nip)
        self._wanted_unit = "" if self.units.index_of(unit_id).isValid() else unit_id
        problem = ANY_PROBLEM if filters.get("problems", False) else ""
        self.listing.narrow_to(str(filters.get("search", "") or nip), unit=unit_id, problem=problem)

    def load(self, period: Period) -> None:
        def read(step: Step) -> tuple[tuple[OrgUnit, ...], dict[str, int], int, int]:
            units = self.desk.register.units()
            counts = {line.unit_id: line.staff for line in self.desk.overview.status(period).units}
            everybody = self.desk.register.count(StaffQuery())
            return units, counts, everybody, self.desk.register.count(StaffQuery(only_problems=True))

        self.lane.ask(read, self._show_units, title=self.title.text(), key="register.units")

    def open_import(self, chosen: int = 1) -> IntakeWizard:
        """The import wizard, for units (0), staff (1), or whatever the file turns out to be."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "STAFF" if chosen else "UNITS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_change(self) -> ChangeDialog | None:
        """What happened to the selected person: asked, shown, and only then carried out."""
        card = self.pane.card
        if card is None:
            self.message.emit(QCoreApplication.translate("RegisterPage", "Select a person first."))
            return None
        day = self._day_of_change()
        dialog = ChangeDialog(self.desk, self.lane, self.words, card.person, self.units.all_units(), day, self)
        dialog.done_with.connect(self._changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        person = card.person
        keep_drafts(dialog, self, "register.change", person.person_id, person.full_name, facts={"nip": person.nip})
        dialog.open()
        return dialog

    def _day_of_change(self) -> date:
        """Today, or the day of the year on the screen that comes nearest."""
        day = self.desk.register.today()
        if self.period is None:
            return day
        return min(max(day, date(self.period.year, 1, 1)), date(self.period.year, 12, 31))

    def open_bulk(self) -> None:
        """The dialog that changes one field of the chosen rows."""
        self.bulk.open()

    def _bulk_scope(self) -> BulkScope:
        return staff_scope(self.desk, self.words, self._day_of_change())

    def _bulk_rows(self, then: Callable[[Sequence[Subject]], object]) -> None:
        def hand_over(lines: list[StaffLine]) -> None:
            then([Subject(line.person_id) for line in lines])

        self.listing.with_selected(hand_over)

    def _changed(self, outcome: ChangeOutcome) -> None:
        told = QCoreApplication.translate("RegisterPage", "{change} recorded for {name}.")
        self.offer_undo.emit(offer_change(told, outcome, self.words), outcome.changes.change_set_id)

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("RegisterPage", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _show_units(self, found: tuple[tuple[OrgUnit, ...], dict[str, int], int, int]) -> None:
        units, counts, total, self._problems = found
        wanted = self._wanted_unit or self.listing.arrangement.only(UNIT)
        self._wanted_unit = ""
        self.tree.show_units(units, counts, total, wanted)
        self.listing.chips.learn(UNIT, {unit.unit_id: unit.name for unit in units})
        self.listing.chips.show_values(self.listing.arrangement.kept)
        self.listing.ask()

    def _unit_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and self.tree.chosen != self.listing.arrangement.only(UNIT):
            self.listing.keep(UNIT, [self.tree.chosen], {self.tree.chosen: self.units.name_of(self.tree.chosen)})

    def _narrowed(self) -> None:
        """The tree stands where the chip of the unit says."""
        unit_id = self.listing.arrangement.only(UNIT)
        if unit_id == self.tree.chosen:
            return
        if not unit_id:
            self.tree.choose_all()
        elif (index := self.units.index_of(unit_id)).isValid():
            self.tree.setCurrentIndex(index)

    def _person_chosen(self, line: StaffLine | None) -> None:
        if line is None or not line.nip:
            self.side.show_card(None, self.period)
            return

        def show(card: PersonCard) -> None:
            now = self.listing.current()
            if now is not None and now.person_id == card.person.person_id:
                self.side.show_card(card, self.period)

        self.lane.ask(lambda step: self.desk.register.show(line.nip), show, key="register.person")

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return QCoreApplication.translate(
                "RegisterPage", "Nobody fits these filters. Clear the search or choose another unit."
            )
        if self.desk.agency.is_region:
            return QCoreApplication.translate(
                "RegisterPage",
                "A regional office keeps no staff here. Choose a number on the Regional board in the room Overview to "
                "see the people of its agencies.",
            )
        return QCoreApplication.translate(
            "RegisterPage",
            "No people yet. Import the unit file first, then the staff file: the two buttons above.",
        )

    def _tell_totals(self) -> None:
        number = self.words.number
        told = QCoreApplication.translate("RegisterPage", "{count} people")
        parts = [told.format(count=number(self.listing.total))]
        if self._problems:
            without = QCoreApplication.translate("RegisterPage", "{count} without a rater in the agency")
            parts.append(without.format(count=number(self._problems)))
        self.listing.summary.setText(" · ".join(parts))
