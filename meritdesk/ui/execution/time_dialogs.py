"""What the tabs of working time ask: a day put right, a letter, whose a number is, a shift and its people, entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.activity import ActivityRow, RefusedWhy
from meritdesk.core.attendance import Absence, DayMarks, Shift, ShiftAssignment, ShiftScope, clock
from meritdesk.core.attendance_rules import AwayKind, Hours
from meritdesk.core.lines import StaffLine
from meritdesk.core.notation import read_date
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.cell_table import CellTable
from meritdesk.ui.day_field import DayField
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")


def minute_of(text: str) -> int | None:
    """``07.30``, ``7:30`` or ``0730`` as minutes from midnight; nothing for what is no time."""
    match = _CLOCK.fullmatch(text.strip())
    return int(match[1]) * 60 + int(match[2]) if match else None


class TimeDialog(ByKeyboard, QDialog):
    """A form with Save and Cancel; Save works once everything needed is there."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(look.RHYTHM)
        self.column.addLayout(self.form)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(520))

    def is_complete(self) -> bool:
        """Whether everything needed is there."""
        return True

    def settle(self) -> None:
        """Let Save follow what stands in the form."""
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(self.is_complete())


class CorrectDayDialog(TimeDialog):
    """Asks for the marks of one day and why they are put right; empty marks and no code take the day out."""

    def __init__(
        self,
        desk: Desk,
        words: Words,
        name: str,
        month: Period,
        day: date,
        marks: DayMarks,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(" · ".join((translate("TimeDialogs", "Put a day right"), name)), parent)
        self.day = DayField(day, self)
        self.day.setMinimumDate(QDate(month.year, month.index, 1))
        self.day.setMaximumDate(QDate(month.year, month.index, month.last_day.day))
        self.came = QLineEdit("" if marks.came is None else clock(marks.came), self)
        self.left = QLineEdit("" if marks.left is None else clock(marks.left), self)
        self.came.setPlaceholderText("07.30")
        self.left.setPlaceholderText("16.00")
        self.code = _kinds_box(desk, words, self, translate("TimeDialogs", "none"))
        self.code.setCurrentIndex(max(0, self.code.findData(marks.code)))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(translate("TimeDialogs", "one sentence; it stands in the journal"))
        self.form.addRow(translate("TimeDialogs", "&Day"), self.day)
        self.form.addRow(translate("TimeDialogs", "&Came"), self.came)
        self.form.addRow(translate("TimeDialogs", "&Left"), self.left)
        self.form.addRow(translate("TimeDialogs", "C&ode"), self.code)
        self.form.addRow(translate("TimeDialogs", "&Reason"), self.reason)
        for field in (self.came, self.left, self.reason):
            field.textChanged.connect(self.settle)
        self.came.setFocus()
        self.settle()

    def answer(self) -> DayMarks:
        """The day as it stands in the form."""
        came, left = minute_of(self.came.text()), minute_of(self.left.text())
        if came is not None and left is not None and left < came:
            left += 1440
        return DayMarks(self.day.day.day, came, left, str(self.code.currentData() or ""))

    def reason_text(self) -> str:
        """Why."""
        return self.reason.text().strip()

    def is_complete(self) -> bool:
        sound = all(not one.text().strip() or minute_of(one.text()) is not None for one in (self.came, self.left))
        return sound and bool(self.reason.text().strip())


def _kinds_box(desk: Desk, words: Words, parent: QWidget, nothing: str = "") -> QComboBox:
    box = QComboBox(parent)
    if nothing:
        box.addItem(nothing, "")
    for kind in desk.timekeeping.letters.kinds():
        box.addItem(f"{kind.code} · {kind_name(kind, words)}", kind.code)
    return box


def kind_name(kind: AwayKind, words: Words) -> str:
    """A reason to be away in the language of the window."""
    return kind.name if words.language == "id" else kind.english


class LetterDialog(TimeDialog):
    """Asks for one approved absence."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        known: Absence | None,
        person: StaffLine | None,
        nip: str,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TimeDialogs", "Letter of absence"), parent)
        self._known, self._nip = known, nip
        self.person = PersonField(desk, lane, self)
        if person is not None:
            self.person.show_line(person)
        self.person.setEnabled(known is None)
        self.kind = _kinds_box(desk, words, self)
        self.first = DayField(known.first_day if known else day, self)
        self.last = DayField(known.last_day if known else day, self)
        self.letter = QLineEdit(known.letter if known else "", self)
        self.letter.setPlaceholderText("851/12/2025")
        self.note = QLineEdit(known.note if known else "", self)
        if known is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findData(known.code)))
            self.person.setText(nip)
        self.form.addRow(translate("TimeDialogs", "&Employee"), self.person)
        self.form.addRow(translate("TimeDialogs", "&Reason"), self.kind)
        self.form.addRow(translate("TimeDialogs", "&From"), self.first)
        self.form.addRow(translate("TimeDialogs", "&To"), self.last)
        self.form.addRow(translate("TimeDialogs", "&Letter number"), self.letter)
        self.form.addRow(translate("TimeDialogs", "&Note"), self.note)
        self.first.dateChanged.connect(lambda one: self.last.setMinimumDate(one))
        self.last.setMinimumDate(self.first.date())
        self.person.chosen.connect(lambda _: self.settle())
        self.settle()

    def nip(self) -> str:
        """Whose it is."""
        return self.person.line.nip if self.person.line is not None else self._nip

    def answer(self) -> Absence:
        """The absence as it stands in the form."""
        known = self._known
        return Absence(
            known.absence_id if known else "",
            known.person_id if known else "",
            str(self.kind.currentData()),
            self.first.day,
            self.last.day,
            self.letter.text().strip(),
            known.letter_day if known else None,
            self.note.text().strip(),
        )

    def is_complete(self) -> bool:
        return self._known is not None or self.person.line is not None


class MachineDialog(TimeDialog):
    """Asks whose a machine number is."""

    def __init__(self, desk: Desk, lane: Lane, number: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TimeDialogs", "Whose is this machine number?"), parent)
        self.number = QLineEdit(number, self)
        self.person = PersonField(desk, lane, self)
        self.form.addRow(translate("TimeDialogs", "&Machine number"), self.number)
        self.form.addRow(translate("TimeDialogs", "&Employee"), self.person)
        self.number.textChanged.connect(self.settle)
        self.person.chosen.connect(lambda _: self.settle())
        (self.person if number else self.number).setFocus()
        self.settle()

    def answer(self) -> dict[str, str]:
        """The number and the NIP."""
        assert self.person.line is not None
        return {self.number.text().strip(): self.person.line.nip}

    def is_complete(self) -> bool:
        return bool(self.number.text().strip()) and self.person.line is not None and bool(self.person.line.nip)


class ShiftDialog(TimeDialog):
    """Asks for the hours of a shift, a field a weekday: ``07.30-16.00``, empty for a day off."""

    def __init__(self, words: Words, known: Shift | None, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TimeDialogs", "Shift"), parent)
        self.code = QLineEdit(known.code if known else "", self)
        self.code.setEnabled(known is None)
        self.name = QLineEdit(known.name if known else "", self)
        self.form.addRow(translate("TimeDialogs", "&Code"), self.code)
        self.form.addRow(translate("TimeDialogs", "&Name"), self.name)
        monday = date(2024, 1, 1)
        self.days: list[QLineEdit] = []
        for place in range(7):
            hours = known.week[place] if known else None
            field = QLineEdit("" if hours is None else f"{clock(hours.start)}-{clock(hours.end).rstrip('+')}", self)
            field.setPlaceholderText(translate("TimeDialogs", "day off, or 07.30-16.00"))
            field.textChanged.connect(self.settle)
            self.days.append(field)
            self.form.addRow(words.weekday(monday + timedelta(days=place)), field)
        self.on_holidays = QCheckBox(translate("TimeDialogs", "Works on holidays too"), self)
        self.on_holidays.setChecked(bool(known and known.works_on_holidays))
        self.form.addRow("", self.on_holidays)
        for line in (self.code, self.name):
            line.textChanged.connect(self.settle)
        self.settle()

    def answer(self) -> Shift:
        """The shift as it stands in the form."""
        week = tuple(_hours(field.text()) or None for field in self.days)
        return Shift(self.code.text().strip().upper(), self.name.text().strip(), week, self.on_holidays.isChecked())

    def is_complete(self) -> bool:
        sound = all(not one.text().strip() or _hours(one.text()) is not None for one in self.days)
        return sound and bool(self.code.text().strip() and self.name.text().strip()) and any(self.answer().week)


def _hours(text: str) -> Hours | None:
    """``07.30-16.00``; an end before the start lies on the next day."""
    first, _, last = text.replace(" ", "").replace("–", "-").partition("-")
    start, end = minute_of(first), minute_of(last)
    if start is None or end is None or start == end:
        return None
    return Hours(start, end if end > start else end + 1440)


class AssignDialog(TimeDialog):
    """Asks for whom a shift holds, and from when to when."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, shifts: Sequence[Shift], day: date, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TimeDialogs", "For whom does a shift hold?"), parent)
        self.shift = QComboBox(self)
        for one in shifts:
            self.shift.addItem(f"{one.code} · {one.name}", one.code)
        self.scope = QComboBox(self)
        for scope in ShiftScope:
            self.scope.addItem(words.messages.label_of(scope), scope)
        self.person = PersonField(desk, lane, self)
        self.unit = QComboBox(self)
        for unit in desk.register.units():
            self.unit.addItem(unit.name, unit.unit_id)
        self.first = DayField(day, self)
        self.ends = QCheckBox(translate("TimeDialogs", "Ends on"), self)
        self.last = DayField(day + timedelta(days=30), self)
        self.last.setEnabled(False)
        self.ends.toggled.connect(self.last.setEnabled)
        self.form.addRow(translate("TimeDialogs", "&Shift"), self.shift)
        self.form.addRow(translate("TimeDialogs", "&Holds for"), self.scope)
        self.form.addRow(translate("TimeDialogs", "&Employee"), self.person)
        self.form.addRow(translate("TimeDialogs", "&Unit"), self.unit)
        self.form.addRow(translate("TimeDialogs", "&From"), self.first)
        self.form.addRow(self.ends, self.last)
        self.last.setAccessibleName(self.ends.text())
        self.scope.activated.connect(lambda _: self.settle())
        self.person.chosen.connect(lambda _: self.settle())
        self.settle()

    def answer(self) -> ShiftAssignment:
        """The assignment as it stands in the form."""
        scope = ShiftScope(self.scope.currentData())
        subject = ""
        if scope is ShiftScope.PERSON and self.person.line is not None:
            subject = self.person.line.nip
        if scope is ShiftScope.UNIT:
            subject = str(self.unit.currentData())
        last = self.last.day if self.ends.isChecked() else None
        return ShiftAssignment("", scope, subject, str(self.shift.currentData()), self.first.day, last)

    def settle(self) -> None:
        scope = ShiftScope(self.scope.currentData())
        self.person.setEnabled(scope is ShiftScope.PERSON)
        self.unit.setEnabled(scope is ShiftScope.UNIT)
        super().settle()

    def is_complete(self) -> bool:
        return self.shift.count() > 0 and (
            ShiftScope(self.scope.currentData()) is not ShiftScope.PERSON or self.person.line is not None
        )


class RefuseDialog(TimeDialog):
    """Asks why entries are refused: a reason of the list, or another one written out."""

    def __init__(self, words: Words, count: int, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            singular(translate("TimeDialogs", "Refuse %1 activities").replace("%1", words.number(count))), parent
        )
        self.why = QComboBox(self)
        for why in RefusedWhy:
            self.why.addItem(words.messages.label_of(why), why)
        self.words_field = QLineEdit(self)
        self.words_field.setPlaceholderText(translate("TimeDialogs", "only for another reason"))
        self.form.addRow(translate("TimeDialogs", "&Reason"), self.why)
        self.form.addRow(translate("TimeDialogs", "&In words"), self.words_field)
        self.why.activated.connect(lambda _: self.settle())
        self.words_field.textChanged.connect(self.settle)
        self.settle()

    def answer(self) -> tuple[RefusedWhy, str]:
        """The reason, and its words where it is another one."""
        return RefusedWhy(self.why.currentData()), self.words_field.text().strip()

    def settle(self) -> None:
        self.words_field.setEnabled(RefusedWhy(self.why.currentData()) is RefusedWhy.OTHER)
        super().settle()

    def is_complete(self) -> bool:
        return not self.words_field.isEnabled() or bool(self.words_field.text().strip())


class EnterDialog(TimeDialog):
    """Asks for a day's or a month's entries of one person, keyed in row by row."""

    ROWS, MOST_ROWS = 8, 200

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, person: StaffLine | None, day: date, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TimeDialogs", "Enter activities"), parent)
        self._day = day
        self.person = PersonField(desk, lane, self)
        if person is not None:
            self.person.show_line(person)
        self.form.addRow(translate("TimeDialogs", "&Employee"), self.person)
        self.grid = CellTable(self.ROWS, 5, words, self)
        self.grid.grows_to = self.MOST_ROWS
        self.grid.setHorizontalHeaderLabels(
            [
                translate("TimeDialogs", "Day"),
                translate("TimeDialogs", "From"),
                translate("TimeDialogs", "To"),
                translate("TimeDialogs", "Activity"),
                translate("TimeDialogs", "Evidence"),
            ]
        )
        self.grid.setAccessibleName(translate("TimeDialogs", "Activities"))
        self.grid.horizontalHeader().setStretchLastSection(True)
        for place, width in enumerate((95, 60, 60, 300)):
            self.grid.setColumnWidth(place, look.in_letters(width))
        self.grid.verticalHeader().setVisible(False)
        self.grid.setItem(0, 0, QTableWidgetItem(f"{day:%d-%m-%Y}"))
        self.grid.itemChanged.connect(lambda _: self.settle())
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.column.insertWidget(1, self.grid, 1)
        self.column.insertWidget(2, self.told)
        self.person.chosen.connect(lambda _: self.settle())
        self.resize(look.in_letters(780), look.in_letters(420))
        self.settle()

    def answer(self) -> tuple[ActivityRow, ...]:
        """The rows that are filled; a blank day is that of the row above."""
        rows, day = [], self._day
        for number in range(self.grid.rowCount()):
            said, first, last, product, evidence = (self._text(number, place) for place in range(5))
            if not (first or last or product):
                continue
            day = (read_date(said) if said else day) or day
            start, end = minute_of(first), minute_of(last)
            nip = self.person.line.nip if self.person.line is not None else ""
            rows.append(ActivityRow(nip, day, start or 0, end or 0, product, evidence))
        return tuple(rows)

    def is_complete(self) -> bool:
        wrong = [number + 1 for number in range(self.grid.rowCount()) if not self._is_sound(number)]
        said = QCoreApplication.translate("TimeDialogs", "Rows that cannot be read yet: %1")
        self.told.setText(said.replace("%1", ", ".join(map(str, wrong))) if wrong else "")
        return self.person.line is not None and not wrong and bool(self.answer())

    def _is_sound(self, number: int) -> bool:
        said, first, last, product, _ = (self._text(number, place) for place in range(5))
        if not (first or last or product):
            return True
        start, end = minute_of(first), minute_of(last)
        is_day = not said or read_date(said) is not None
        return is_day and start is not None and end is not None and start < end and bool(product)

    def _text(self, row: int, column: int) -> str:
        item = self.grid.item(row, column)
        return item.text().strip() if item is not None else ""
