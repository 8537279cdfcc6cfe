"""Letting people go and taking people in: what is asked before a transfer file is written or taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.lines import StaffLine
from meritdesk.core.people import OrgUnit
from meritdesk.core.transfers import TwinAnswer
from meritdesk.services import Desk
from meritdesk.services.handover.transfer_judging import Placing
from meritdesk.services.handover.transfer_packing import TransferOrder
from meritdesk.services.handover.transfer_taking import TransferArrival
from meritdesk.services.handover.transfers import Receiver
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.fields import Field
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.wording import Words

_NIP = Qt.ItemDataRole.UserRole


class ChosenPeople:
    """The people of a transfer as a draft keeps them."""

    def __init__(self, dialog: LettingGoDialog) -> None:
        self.dialog = dialog
        self.widget: QWidget = dialog.people

    def read(self) -> str:
        return json.dumps(self.dialog.chosen_people(), ensure_ascii=False)

    def write(self, value: str) -> None:
        self.dialog.show_people([(str(nip), str(told)) for nip, told in json.loads(value or "[]")])

    def on_change(self, deed: Callable[[], None]) -> None:
        self.dialog.people_changed.connect(deed)


class LettingGoDialog(ByKeyboard, QDialog):
    """Who moves to which agency, from which day, by which letter; without a letter nobody is let go."""

    confirmed = Signal()
    people_changed = Signal()

    def __init__(
        self, desk: Desk, lane: Lane, receivers: Sequence[Receiver], since: DayField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("TransfersTab", "Let people go"))
        told = QLabel(
            translate(
                "TransfersTab",
                "Their record, posts, plans, closed evaluations and papers go in one file. Everything stays here too; "
                "from the first day at the new agency they count there.",
            )
        )
        told.setWordWrap(True)
        self.person = PersonField(desk, lane)
        self.person.setAccessibleName(translate("TransfersTab", "Who moves"))
        self.person.chosen.connect(self._add)
        self.people = QListWidget()
        self.people.setAccessibleName(translate("TransfersTab", "People who move"))
        self.people.setMaximumHeight(look.in_letters(90))
        self.receiver = QComboBox()
        for one in receivers:
            self.receiver.addItem(f"{one.name} ({one.code})", one.code)
        self.receiver.addItem(translate("TransfersTab", "another agency, through the region"), "")
        self.code = QLineEdit()
        self.code.setAccessibleName(translate("TransfersTab", "Code of the new agency"))
        self.code.setPlaceholderText(translate("TransfersTab", "code"))
        self.code.setMaxLength(16)
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("TransfersTab", "Name of the new agency"))
        self.name.setPlaceholderText(translate("TransfersTab", "name"))
        elsewhere = QHBoxLayout()
        elsewhere.addWidget(self.code, 1)
        elsewhere.addWidget(self.name, 3)
        self.with_files = QCheckBox(translate("TransfersTab", "evidence files too"))
        self.with_files.setChecked(True)
        self.since = since
        self.since.setAccessibleName(translate("TransfersTab", "First day there"))
        self.letter = QLineEdit()
        self.letter.setPlaceholderText(translate("TransfersTab", "number of the transfer letter"))
        self.has_day = QCheckBox(translate("TransfersTab", "dated"))
        self.letter_day = DayField(since.day)
        self.letter_day.setEnabled(False)
        self.letter_day.setAccessibleName(translate("TransfersTab", "Day of the letter"))
        self.has_day.toggled.connect(self.letter_day.setEnabled)
        form = QFormLayout()
        form.addRow(translate("TransfersTab", "&Who moves"), self.person)
        form.addRow("", self.people)
        form.addRow(translate("TransfersTab", "New &agency"), self.receiver)
        form.addRow("", elsewhere)
        form.addRow(translate("TransfersTab", "&First day there"), self.since)
        form.addRow(translate("TransfersTab", "&Letter"), self.letter)
        form.addRow(self.has_day, self.letter_day)
        form.addRow("", self.with_files)
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.cancel = self.buttons.addButton(
            translate("TransfersTab", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.confirm = self.buttons.addButton(
            translate("TransfersTab", "Let go and pack..."), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self.confirmed)
        self.buttons.rejected.connect(self.reject)
        self.letter.textChanged.connect(self.settle)
        self.code.textChanged.connect(self.settle)
        self.receiver.currentIndexChanged.connect(self.settle)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(self.missing)
        column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(560))
        self.settle()

    def draft_fields(self) -> dict[str, Field]:
        """Who was chosen to move belongs to what is typed here."""
        return {"people": ChosenPeople(self)}

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Put people into the list, each by his number and what is said of him."""
        self.people.clear()
        for nip, told in people:
            self._put(nip, told)
        self._changed()

    def chosen_people(self) -> list[tuple[str, str]]:
        """Who stands in the list."""
        items = [self.people.item(row) for row in range(self.people.count())]
        return [(str(item.data(_NIP)), item.text()) for item in items]

    def _add(self, line: StaffLine | None) -> None:
        if line is None:
            return
        if line.nip not in {nip for nip, _ in self.chosen_people()}:
            self._put(line.nip, f"{line.name} · {line.nip} · {line.unit_name}")
        self.person.clear()
        self._changed()

    def _put(self, nip: str, told: str) -> None:
        item = QListWidgetItem(told)
        item.setData(_NIP, nip)
        self.people.addItem(item)

    def _changed(self) -> None:
        self.people_changed.emit()
        self.settle()

    @property
    def order(self) -> TransferOrder:
        """What was asked for."""
        nips = tuple(nip for nip, _ in self.chosen_people())
        day = self.letter_day.day if self.has_day.isChecked() else None
        known = str(self.receiver.currentData() or "")
        code = known or self.code.text().strip().upper()
        return TransferOrder(
            nips, code, self.since.day, self.letter.text().strip(), day, "", self.with_files.isChecked(), not known,
            "" if known else self.name.text().strip(),
        )  # fmt: skip

    def settle(self) -> None:
        """Say what is still missing; the button waits for it."""
        translate, order = QCoreApplication.translate, self.order
        for field in (self.code, self.name):
            field.setVisible(order.through_region)
        if not order.receiver:
            told = translate(
                "TransfersTab",
                "The key of the new agency is not known here: enter its code, and the region passes the file on.",
            )
        elif not order.nips:
            told = translate("TransfersTab", "Nobody is chosen yet.")
        elif not order.letter:
            told = translate("TransfersTab", "The number of the letter is missing.")
        else:
            told = ""
        self.missing.setText(told)
        self.missing.setVisible(bool(told))
        self.confirm.setEnabled(not told)


class TakingInDialog(ByKeyboard, QDialog):
    """Who comes from where, with what; the unit in which they begin, and who somebody with a known NIP is."""

    def __init__(
        self, arrival: TransferArrival, units: Sequence[OrgUnit], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.arrival = arrival
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("TransfersTab", "Take people in"))
        label = words.messages.label
        self.heading = look.strong(QLabel(translate("TransfersTab", "From %1").replace("%1", arrival.agency_name)))
        self.heading.setWordWrap(True)
        totals = " · ".join(f"{label(f'COUNT:{name.upper()}')} {number}" for name, number in arrival.totals.items())
        said = translate("TransfersTab", "Compare with what the old agency says: %1. Key of the sender: %2")
        told = said.replace("%1", totals).replace("%2", " ".join(arrival.groups))
        if arrival.passed_by:
            by = translate("TransfersTab", "It came through %1; the signature of the old agency holds.")
            told = f"{told}\n{by.replace('%1', arrival.passed_by)}"
        self.totals = QLabel(told)
        self.totals.setWordWrap(True)
        self.answers: dict[str, QComboBox] = {}
        self.table = self._table(words)
        self.unit = QComboBox()
        self.unit.addItem(translate("TransfersTab", "placed later"), "")
        for unit in units:
            self.unit.addItem(unit.name, unit.unit_id)
        self.post = QLineEdit()
        self.post.setPlaceholderText(translate("TransfersTab", "as in the file"))
        form = QFormLayout()
        form.addRow(translate("TransfersTab", "&Unit here"), self.unit)
        form.addRow(translate("TransfersTab", "&Post here"), self.post)
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.cancel = self.buttons.addButton(
            translate("TransfersTab", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.confirm = self.buttons.addButton(
            translate("TransfersTab", "Take in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        for part in (self.heading, self.totals, self.table):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.missing)
        column.addWidget(self.buttons)
        self.resize(look.in_letters(1000), look.in_letters(430))
        self.settle()

    def _table(self, words: Words) -> QTableWidget:
        translate = QCoreApplication.translate
        heads = [
            translate("TransfersTab", "Employee"),
            translate("TransfersTab", "NIP"),
            translate("TransfersTab", "Who it is here"),
            translate("TransfersTab", "From"),
            translate("TransfersTab", "Closed evaluations"),
        ]
        table = QTableWidget(len(self.arrival.people), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(translate("TransfersTab", "People who come"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, one in enumerate(self.arrival.people):
            fate = words.messages.label_of(one.fate)
            if one.here is not None and one.is_asked:
                fate = f"{one.here.full_name}: {fate}"
            periods = ", ".join(words.period(period) for period in one.closed) or "–"
            cells = (
                words.who(one.person),
                one.person.nip,
                fate,
                words.day(one.move.since),
                periods,
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
            if one.is_asked:
                answer = QComboBox()
                answer.setAccessibleName(f"{one.person.full_name}: {fate}")
                answer.addItem(fate, None)
                for known in TwinAnswer:
                    answer.addItem(words.messages.label_of(known), known)
                answer.currentIndexChanged.connect(self.settle)
                self.answers[one.person.person_id] = answer
                table.setCellWidget(row, 2, answer)
        return table

    @property
    def placings(self) -> Mapping[str, Placing]:
        """What was said of each person."""
        unit, post = str(self.unit.currentData() or ""), self.post.text().strip()
        found = {}
        for one in self.arrival.people:
            answer = self.answers.get(one.person.person_id)
            twin = TwinAnswer(answer.currentData()) if answer is not None and answer.currentData() else None
            found[one.person.person_id] = Placing(unit, post, twin)
        return found

    def settle(self) -> None:
        """The button waits until everybody with a known NIP is settled."""
        open_ones = [one for one in self.arrival.asked if self.placings[one.person.person_id].twin is None]
        translate = QCoreApplication.translate
        told = ""
        if self.arrival.is_known:
            told = translate("TransfersTab", "This file was taken before; the same receipt is written again.")
        elif open_ones:
            names = ", ".join(one.person.full_name for one in open_ones)
            told = translate("TransfersTab", "Say first who this is: %1").replace("%1", names)
        self.missing.setText(told)
        self.missing.setVisible(bool(told))
        self.confirm.setEnabled(not open_ones)
