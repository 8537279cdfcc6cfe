"""Reference data: said once at the region, looked at and taken at the agency."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from meritdesk.core.merging import UNITS
from meritdesk.services import Desk
from meritdesk.services.handover.reference import OfferView
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.return_dialog import ReturnDialog
from meritdesk.ui.handover.return_tables import ReferenceTable
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class RegionWordDialog(ReturnDialog):
    """At the region: name a unit, wish a setting, or add a rule pack; all of it leaves with the next returns."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, agencies: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            desk,
            lane,
            words,
            translate("ReturnDialogs", "Say reference data"),
            translate(
                "ReturnDialogs",
                "What is said here leaves with every return; the agency looks at it and takes it. Holidays are those "
                "of the region's own table.",
            ),
            parent,
        )
        self.what = self.box(translate("ReturnDialogs", "&What"))
        for name, said in (
            ("unit", translate("ReturnDialogs", "Name of a unit and its post")),
            ("setting", translate("ReturnDialogs", "A setting for all agencies")),
            ("pack", translate("ReturnDialogs", "A rule pack for all agencies")),
        ):
            self.what.addItem(said, name)
        self.agency = self.box(translate("ReturnDialogs", "&Agency"))
        for code, name in agencies.items():
            self.agency.addItem(name, code)
        self.unit = self.box(translate("ReturnDialogs", "&Unit"), is_searched=True)
        self.name = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Name of the unit"), self.name)
        self.post = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Post of its head"), self.post)
        self.reason = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Rests on"), self.reason)
        self.setting = self.box(translate("ReturnDialogs", "&Setting"))
        for line in desk.upkeep.settings.lines():
            self.setting.addItem(words.messages.label(f"SETTING:{line.name.upper()}"), line.name)
        self.value = QLineEdit(self)
        self.add(translate("ReturnDialogs", "&Value"), self.value)
        self.file = QPushButton(translate("ReturnDialogs", "Choose the file…"), self)
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self._choose)
        self.form.addRow(translate("ReturnDialogs", "Rule pack"), self.file)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        look.colour(self.said, look.quiet())
        self.form.addRow(self.said)
        self._pack: Path | None = None
        self.what.currentIndexChanged.connect(lambda _: self._shown())
        self.agency.currentIndexChanged.connect(lambda _: self._ask_units())
        for field in (self.name, self.post, self.value):
            field.textChanged.connect(lambda _: self.settle())
        self._shown()
        self._ask_units()

    def is_ready(self) -> bool:
        match self.what.currentData():
            case "unit":
                is_said = bool(self.name.text().strip() or self.post.text().strip())
                return is_said and self.unit.currentData() is not None
            case "setting":
                return bool(self.value.text().strip())
            case _:
                return self._pack is not None

    def deed(self) -> Callable[[], object]:
        reference = self.desk.handover.reference
        match self.what.currentData():
            case "unit":
                return partial(
                    reference.name_unit,
                    self.agency.currentData(),
                    self.unit.currentData(),
                    self.name.text(),
                    self.post.text(),
                    self.reason.text(),
                )
            case "setting":
                return partial(reference.wish_setting, self.setting.currentData(), self.value.text().strip())
            case _:
                assert self._pack is not None
                return partial(reference.add_pack, self._pack)

    def _shown(self) -> None:
        what = self.what.currentData()
        of_unit = (self.agency, self.unit, self.name, self.post, self.reason)
        for field, kind in [
            *((field, "unit") for field in of_unit),
            (self.setting, "setting"),
            (self.value, "setting"),
        ]:
            self.form.setRowVisible(field, what == kind)
        self.form.setRowVisible(self.file, what == "pack")
        self.settle()

    def _ask_units(self) -> None:
        agency = self.agency.currentData()
        if agency is None:
            return
        desk = self.desk

        def read() -> tuple[Sequence[tuple[str, str]], int, int, int]:
            period = next(one.line.approval.period for one in desk.handover.approvals.lines(agency))
            given = desk.handover.reference.given().reference
            units = desk.handover.corrections.records_of(agency, period, UNITS)
            named = len(desk.handover.reference.namings(agency))
            return units, named, len(given.settings), len(desk.handover.reference.packs())

        def show(found: tuple[Sequence[tuple[str, str]], int, int, int]) -> None:
            units, named, settings, packs = found
            self.unit.clear()
            for unit_id, label in units:
                self.unit.addItem(label, unit_id)
            said = QCoreApplication.translate(
                "ReturnDialogs", "Said so far: %1 units of this agency, %2 settings, %3 rule packs."
            )
            for place, count in enumerate((named, settings, packs), 1):
                said = singular(said.replace(f"%{place}", self.words.number(count)))
            self.said.setText(said)
            self.settle()

        self.lane.ask(lambda step: read(), show, self.refusal.tell)

    def _choose(self) -> None:
        words = QCoreApplication.translate("ReturnDialogs", "Which rule pack?")
        chosen, _ = QFileDialog.getOpenFileName(self, words, "", "JSON (*.json)")
        if chosen:
            self._pack = Path(chosen)
            self.file.setText(self._pack.name)
            self.settle()


class ReferenceDialog(ReturnDialog):
    """At the agency: what the region's reference data would do, and taking all of it."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, view: OfferView | None, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        told = translate("ReturnDialogs", "No reference data waits. It comes with the next return of the region.")
        if view is not None:
            told = translate(
                "ReturnDialogs",
                "From %1, arrived on %2. All of it is taken as one change, which can be taken back as one.",
            )
            told = told.replace("%1", view.offer.sender).replace("%2", words.day(view.offer.arrived_on))
        super().__init__(desk, lane, words, translate("ReturnDialogs", "Take the reference data"), told, parent)
        self._view = view
        self.model = ReferenceTable(words, self)
        self.list = QTableView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(translate("ReturnDialogs", "Reference data"))
        self.list.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.list.setWordWrap(False)
        self.list.setTabKeyNavigation(False)
        self.list.verticalHeader().hide()
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.setMinimumHeight(260)
        self.setMinimumWidth(look.in_letters(900))
        self.column.insertWidget(1, self.list, 1)
        self.model.show_lines(view.lines if view is not None else ())
        self.list.resizeColumnsToContents()
        self.list.setVisible(view is not None)
        self.settle()

    def is_ready(self) -> bool:
        return self._view is not None

    def deed(self) -> Callable[[], object]:
        return self.desk.handover.reference.take
