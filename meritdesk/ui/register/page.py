"""The register page: unit tree, staff list that answers while typing, details of a person, and taking files over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.lines import SortKey, StaffField, StaffLine, StaffQuery
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.register import PersonCard
from meritdesk.services.register.careers import ChangeOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.register.change_dialog import ChangeDialog, offer_change
from meritdesk.ui.register.clipboard import staff_as_table
from meritdesk.ui.register.import_dialog import ImportDialog
from meritdesk.ui.register.import_verbs import ImportVerb, every_verb, staff_verb, units_verb
from meritdesk.ui.register.person_side import PersonSide
from meritdesk.ui.register.staff_table import BLOCK, StaffColumn, StaffTable
from meritdesk.ui.register.unit_view import UnitView
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_TYPING_MS = 150
_SCROLLING_MS = 25


class RegisterPage(RoomPage):
    """Pegawai: who is here, in which unit, and who rates them."""

    room = "register"
    nouns = frozenset({"units", "people", "reporting", "history"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._query = StaffQuery(limit=BLOCK)
        self._generation = 0
        self._total = 0
        self._problems = 0
        self._wanted_nip = ""
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
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.problems_only = QCheckBox(self)
        self.problems_only.toggled.connect(self._query_changed)
        self.unit_chip = QToolButton(self)
        self.unit_chip.clicked.connect(self._all_units)
        self.unit_chip.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._query_changed)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.tree = UnitView(self.words, self)
        self.units = self.tree.units
        self.tree.selectionModel().currentChanged.connect(self._unit_chosen)
        self.staff = StaffTable(self.words.messages, self)
        self.staff.order_wanted.connect(self._order_changed)
        self._scrolling = QTimer(self)
        self._scrolling.setSingleShot(True)
        self._scrolling.setInterval(_SCROLLING_MS)
        self._scrolling.timeout.connect(self._ask_for_view)
        self.staff.more_wanted.connect(self._scrolling.start)
        self.view = QTableView(self)
        self.view.setModel(self.staff)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(StaffColumn.NAME, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        for column, width in zip(StaffColumn, (162, 160, 118, 106, 96, 72, 100), strict=True):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._person_chosen)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell_totals())
        self.copy_action = page_action(self, "copy", "Ctrl+C")
        self.copy_action.triggered.connect(self.copy_selection)
        self.find_action = page_action(self, "search", "Ctrl+F")
        self.find_action.triggered.connect(self.search.setFocus)
        self.import_action = page_action(self, "import", "Ctrl+I")
        self.import_action.triggered.connect(lambda: self.open_import(1))
        self.change_action = page_action(self, "change", "Ctrl+M")
        self.change_action.triggered.connect(self.open_change)
        self.change = QPushButton(self)
        self.change.clicked.connect(self.open_change)
        self.view.addAction(self.copy_action)
        self.view.addAction(self.change_action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.side = PersonSide(self.desk, self.lane, self.words, self)
        self.pane = self.side.pane
        self.totals = QLabel(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.change)
        top.addWidget(self.import_units)
        top.addWidget(self.import_staff)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.unit_chip)
        filters.addWidget(self.problems_only)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("registerSplitter")
        for widget in (self.tree, self.middle, self.side):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 6)
        self.splitter.setStretchFactor(2, 2)
        self.splitter.setSizes([280, 620, 272])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.totals)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("RegisterPage", "People and units"))
        self.import_units.setText(QCoreApplication.translate("RegisterPage", "Import &units…"))
        self.import_staff.setText(QCoreApplication.translate("RegisterPage", "Import &staff…"))
        self.search.setPlaceholderText(QCoreApplication.translate("RegisterPage", "Search name, NIP or post"))
        self.search.setAccessibleName(QCoreApplication.translate("RegisterPage", "Search name, NIP or post"))
        self.problems_only.setText(QCoreApplication.translate("RegisterPage", "Only without rater"))
        self.change.setText(QCoreApplication.translate("RegisterPage", "&Change in mid-year…"))
        self.change_action.setText(
            QCoreApplication.translate("RegisterPage", "Change in mid-year of the selected person")
        )
        self.copy_action.setText(QCoreApplication.translate("RegisterPage", "Copy as table"))
        self.find_action.setText(QCoreApplication.translate("RegisterPage", "Search people"))
        self.import_action.setText(QCoreApplication.translate("RegisterPage", "Import staff"))
        self.tree.setAccessibleName(QCoreApplication.translate("RegisterPage", "Units"))
        self.view.setAccessibleName(QCoreApplication.translate("RegisterPage", "Staff list"))
        self.side.setAccessibleName(QCoreApplication.translate("RegisterPage", "About the person chosen"))
        self.unit_chip.setToolTip(QCoreApplication.translate("RegisterPage", "Show all units again"))
        self.units.retranslate()
        self.staff.retranslate(self.words.messages)
        self.side.retranslate()
        self._tell_empty()
        self._tell_totals()

    def primary_focus(self) -> QWidget:
        return self.search

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``search``, ``unit`` (key), ``problems`` (only without rater), ``nip`` (select).

        ``file`` is a spreadsheet that was dropped on the window: its headings say which kind it is.
        """
        file = filters.get("file")
        if isinstance(file, Path):
            self._import_dialog(every_verb(self.desk)).open_unknown(file)
            return
        self._wanted_nip = str(filters.get("nip", ""))
        self.search.setText(str(filters.get("search", "") or self._wanted_nip))
        self.problems_only.setChecked(bool(filters.get("problems", False)))
        self._wanted_unit = str(filters.get("unit", ""))
        index = self.units.index_of(self._wanted_unit)
        if index.isValid():
            self._wanted_unit = ""
            self.tree.setCurrentIndex(index)
        self._query_changed()

    def load(self, period: Period) -> None:
        def read(step: Step) -> tuple[tuple[OrgUnit, ...], dict[str, int], int, int]:
            units = self.desk.register.units()
            counts = {line.unit_id: line.staff for line in self.desk.overview.status(period).units}
            everybody = self.desk.register.count(StaffQuery())
            return units, counts, everybody, self.desk.register.count(StaffQuery(only_problems=True))

        self.lane.ask(read, self._show_units, title=self.title.text(), key="register.units")

    def open_import(self, chosen: int = 1) -> ImportDialog:
        """The wizard for units (0) or staff (1)."""
        dialog = self._import_dialog((units_verb(self.desk), staff_verb(self.desk)))
        dialog.kind.setCurrentIndex(chosen)
        return dialog

    def _import_dialog(self, verbs: Sequence[ImportVerb]) -> ImportDialog:
        dialog = ImportDialog(self.lane, self.words, verbs, self.desk.upkeep.undo, self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def copy_selection(self) -> None:
        """The selected people as a table on the clipboard; those not on screen yet are read first."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        lines = [self.staff.line(row) for row in rows]
        if not rows:
            return
        if all(line is not None for line in lines):
            self._copy_lines([line for line in lines if line is not None])
            return
        query = replace(self._query, offset=rows[0], limit=rows[-1] - rows[0] + 1)
        wanted = {row - rows[0] for row in rows}

        def read(step: Step) -> list[StaffLine]:
            return [line for place, line in enumerate(self.desk.register.staff(query)) if place in wanted]

        self.lane.ask(read, self._copy_lines, title=self.copy_action.text())

    def _copy_lines(self, lines: list[StaffLine]) -> None:
        QGuiApplication.clipboard().setMimeData(staff_as_table(lines, self.staff))
        told = QCoreApplication.translate("RegisterPage", "{count} people copied as a table.")
        self.message.emit(told.format(count=self.words.number(len(lines))))

    def open_change(self) -> ChangeDialog | None:
        """What happened to the selected person: asked, shown, and only then carried out."""
        card = self.pane.card
        if card is None:
            self.message.emit(QCoreApplication.translate("RegisterPage", "Select a person first."))
            return None
        day = self.desk.register.today()
        if self.period is not None:
            day = min(max(day, date(self.period.year, 1, 1)), date(self.period.year, 12, 31))
        dialog = ChangeDialog(self.desk, self.lane, self.words, card.person, self.units.all_units(), day, self)
        dialog.done_with.connect(self._changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

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
        self.tree.show_units(units, counts, total, self._wanted_unit)
        self._wanted_unit = ""
        self._query_changed()

    def _unit_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self._query_changed()

    def _all_units(self) -> None:
        self.tree.choose_all()

    def _order_changed(self, field: str, is_descending: bool) -> None:
        self._query = replace(self._query, sort=(SortKey(StaffField(field), is_descending),))
        self._query_changed()

    def _query_changed(self) -> None:
        """Ask anew for the list as the filters say; answers to older questions are dropped."""
        self._typing.stop()
        self._generation += 1
        unit_id = self.tree.chosen
        self.unit_chip.setVisible(bool(unit_id))
        self.unit_chip.setText(f"{self.units.name_of(unit_id)}  ✕")
        base = replace(
            self._query,
            search=self.search.text().strip(),
            only_problems=self.problems_only.isChecked(),
            offset=0,
            unit_ids=(),
        )

        def read(step: Step) -> tuple[StaffQuery, int, tuple[StaffLine, ...]]:
            query = replace(base, unit_ids=self.desk.register.branch(unit_id)) if unit_id else base
            return query, self.desk.register.count(query), self.desk.register.staff(query)

        self.lane.ask(read, partial(self._show_staff, self._generation), key="register.staff")

    def _show_staff(self, generation: int, found: tuple[StaffQuery, int, tuple[StaffLine, ...]]) -> None:
        if generation != self._generation:
            return
        query, total, lines = found
        before = self.staff.line(self.view.currentIndex().row()) if self.view.currentIndex().isValid() else None
        top = self.view.rowAt(0)
        is_same_list = replace(query, sort=()) == replace(self._query, sort=())
        self._query = query
        self._total = total
        self.staff.start(total)
        self.staff.fill(0, lines)
        self.middle.setCurrentWidget(self.view if total else self.empty)
        self._tell_empty()
        self._select_again(before, lines)
        if is_same_list and top > 0:
            self.view.scrollTo(self.staff.index(min(top, total - 1), 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._tell_totals()

    def _select_again(self, before: StaffLine | None, lines: tuple[StaffLine, ...]) -> None:
        """The selection survives a refresh; a person asked for by NIP comes before that."""
        row = next((place for place, line in enumerate(lines) if self._wanted_nip and line.nip == self._wanted_nip), -1)
        self._wanted_nip = ""
        if row < 0 and before is not None:
            row = self.staff.row_of(before.person_id)
        if row >= 0:
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.staff.index(row, 0), chosen)
        else:
            self.side.show_card(None, self.period)

    def _ask_for_view(self) -> None:
        """Blocks in view are read; what was only scrolled past is not."""
        first, last = self.view.rowAt(0), self.view.rowAt(self.view.viewport().height() - 1)
        self.staff.forget_wishes()
        for block in self.staff.missing_blocks(first, last if last >= 0 else self._total - 1)[:3]:
            query = replace(self._query, offset=block * BLOCK, limit=BLOCK)
            self.lane.ask(
                lambda step, wanted=query: self.desk.register.staff(wanted),  # type: ignore[misc]
                partial(self._fill, self._generation, block),
                key=f"register.block.{block}",
            )

    def _fill(self, generation: int, block: int, lines: tuple[StaffLine, ...]) -> None:
        if generation == self._generation:
            self.staff.fill(block, lines)

    def _person_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        line = self.staff.line(current.row()) if current.isValid() else None
        if line is None:
            return
        if not line.nip:
            self.side.show_card(None, self.period)
            return

        def show(card: PersonCard) -> None:
            now = self.staff.line(self.view.currentIndex().row())
            if now is not None and now.person_id == card.person.person_id:
                self.side.show_card(card, self.period)

        self.lane.ask(lambda step: self.desk.register.show(line.nip), show, key="register.person")

    def _tell_empty(self) -> None:
        is_narrowed = bool(self._query.search or self._query.unit_ids or self._query.only_problems)
        if is_narrowed:
            text = QCoreApplication.translate(
                "RegisterPage", "Nobody fits these filters. Clear the search or choose another unit."
            )
        else:
            text = QCoreApplication.translate(
                "RegisterPage",
                "No people yet. Import the unit file first, then the staff file: the two buttons above.",
            )
        self.empty.setText(text)

    def _tell_totals(self) -> None:
        number = self.words.number
        parts = [QCoreApplication.translate("RegisterPage", "{count} people").format(count=number(self._total))]
        if self._problems:
            without = QCoreApplication.translate("RegisterPage", "{count} without a rater in the agency")
            parts.append(without.format(count=number(self._problems)))
        chosen = self.view.selectionModel().selection()
        rows = sum(chosen.at(place).height() for place in range(chosen.count()))
        if rows > 1:
            parts.append(QCoreApplication.translate("RegisterPage", "{count} selected").format(count=number(rows)))
        self.totals.setText(" · ".join(parts))
