"""The lists of working time: the recap of a month, the log of activities, letters, machine ids, shifts, the year."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.activity import EntryState, RefusedWhy
from meritdesk.core.attendance import clock
from meritdesk.services.timekeeping.absence_year import AbsenceLine
from meritdesk.services.timekeeping.activity import EntryLine
from meritdesk.services.timekeeping.attendance import MachineLine
from meritdesk.services.timekeeping.calendars import AssignmentLine
from meritdesk.services.timekeeping.letters import LetterLine
from meritdesk.services.timekeeping.places import MonthLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.singular import singular

STATE_SIGNS = {EntryState.OPEN: "○", EntryState.VALIDATED: "✓", EntryState.REFUSED: "✗"}
_WHY = frozenset(why.value for why in RefusedWhy)


class RecapColumn(IntEnum):
    """What stands in a line of the attendance recap."""

    NAME = 0
    UNIT = 1
    DUE = 2
    PRESENT = 3
    LATE = 4
    EXCUSED = 5
    ABSENT = 6
    REMARK = 7
    MINUTES = 8
    NIP = 9


class RecapTable(LineTable[MonthLine]):
    """The attendance of a month, a line a person."""

    columns = RecapColumn
    numbers = frozenset({RecapColumn.DUE, RecapColumn.PRESENT, RecapColumn.MINUTES, RecapColumn.ABSENT})
    named_by = frozenset({RecapColumn.NAME})
    hidden = frozenset({RecapColumn.NIP, RecapColumn.MINUTES})

    def identity(self, line: MonthLine) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "Employee"),
            translate("TimeTables", "Unit"),
            translate("TimeTables", "Days due"),
            translate("TimeTables", "Present"),
            translate("TimeTables", "Late or early"),
            translate("TimeTables", "With a reason"),
            translate("TimeTables", "Without"),
            translate("TimeTables", "Remark"),
            translate("TimeTables", "Minutes"),
            translate("TimeTables", "NIP"),
        )[column]

    def cells(self, line: MonthLine) -> tuple[str, ...]:
        month, number = line.month, self.words.number
        days = (
            number(month.present),
            counted({**month.late, **month.early}),
            counted(month.excused),
            number(month.absent),
        )
        return (
            line.person.full_name,
            line.unit_name,
            number(month.due),
            *(days if month.has_attendance else ("–",) * len(days)),
            self.remark(line),
            number(month.late_minutes + month.early_minutes),
            line.person.nip,
        )

    def value(self, line: MonthLine, column: int) -> object:
        month = line.month
        figures = {
            RecapColumn.DUE: month.due,
            RecapColumn.PRESENT: month.present,
            RecapColumn.LATE: sum(month.late.values()) + sum(month.early.values()),
            RecapColumn.MINUTES: month.late_minutes + month.early_minutes,
            RecapColumn.EXCUSED: month.excused_days,
            RecapColumn.ABSENT: month.absent,
        }
        return figures[RecapColumn(column)] if column in figures else self.shown(line, column)

    def remark(self, line: MonthLine) -> str:
        """What somebody must look at in this line."""
        translate, month = QCoreApplication.translate, line.month
        if month.is_never_marked:
            return "⚠ " + translate("TimeTables", "no mark all month: ask")
        if not month.has_attendance:
            return translate("TimeTables", "no data yet")
        if month.without_letter:
            return "⚠ " + singular(
                translate("TimeTables", "%1 days without a letter").replace(
                    "%1", self.words.number(month.without_letter)
                )
            )
        return ""

    def colour(self, line: MonthLine, column: int) -> QColor | None:
        if column == RecapColumn.REMARK and (line.month.is_never_marked or line.month.without_letter):
            return look.asks()
        return look.blocks() if column == RecapColumn.ABSENT and line.month.absent else None


def counted(by_code: object) -> str:
    """Counts by code in one cell: ``TL1 2 · TL4 1``."""
    assert isinstance(by_code, dict)
    return " · ".join(f"{code} {number}" for code, number in sorted(by_code.items()))


class MinutesColumn(IntEnum):
    """What stands in a line of the recap of minutes."""

    NAME = 0
    UNIT = 1
    RATER = 2
    ENTRIES = 3
    VALIDATED = 4
    REFUSED = 5
    OPEN = 6
    TAKEN_OFF = 7
    COUNTED = 8
    NORM = 9
    MISSING = 10
    NIP = 11


class MinutesTable(LineTable[MonthLine]):
    """The minutes of a month against the norm, a line a person."""

    columns = MinutesColumn
    numbers = frozenset(MinutesColumn) - {
        MinutesColumn.NAME,
        MinutesColumn.UNIT,
        MinutesColumn.RATER,
        MinutesColumn.NIP,
    }
    named_by = frozenset({MinutesColumn.NAME})
    hidden = frozenset({MinutesColumn.NIP, MinutesColumn.RATER})

    def identity(self, line: MonthLine) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "Employee"),
            translate("TimeTables", "Unit"),
            translate("TimeTables", "Superior"),
            translate("TimeTables", "Entries"),
            translate("TimeTables", "Validated"),
            translate("TimeTables", "Refused"),
            translate("TimeTables", "Open"),
            translate("TimeTables", "Taken off"),
            translate("TimeTables", "Counted"),
            translate("TimeTables", "Norm"),
            translate("TimeTables", "Short"),
            translate("TimeTables", "NIP"),
        )[column]

    def cells(self, line: MonthLine) -> tuple[str, ...]:
        number = self.words.number
        return tuple(number(one) if isinstance(one, int) else one for one in self._values(line))

    def value(self, line: MonthLine, column: int) -> object:
        return self._values(line)[column]

    def _values(self, line: MonthLine) -> tuple[int | str, ...]:
        month = line.month
        return (
            line.person.full_name,
            line.unit_name,
            line.rater_name or "–",
            month.entries,
            month.validated_minutes,
            month.refused_minutes,
            month.open_minutes,
            month.absence_minutes,
            month.counted_minutes,
            month.norm_minutes,
            month.missing_minutes,
            line.person.nip,
        )

    def colour(self, line: MonthLine, column: int) -> QColor | None:
        return look.asks() if column == MinutesColumn.MISSING and line.month.missing_minutes else None


class EntryColumn(IntEnum):
    """What stands in a line of the log."""

    STATE = 0
    NAME = 1
    DAY = 2
    HOURS = 3
    MINUTES = 4
    PRODUCT = 5
    EVIDENCE = 6
    RATER = 7
    UNIT = 8
    WHY = 9
    NIP = 10


class EntryTable(LineTable[EntryLine]):
    """The log of a month, a line an entry."""

    columns = EntryColumn
    numbers = frozenset({EntryColumn.MINUTES})
    named_by = frozenset({EntryColumn.PRODUCT})
    hidden = frozenset({EntryColumn.NIP, EntryColumn.UNIT, EntryColumn.WHY, EntryColumn.RATER})

    def identity(self, line: EntryLine) -> object:
        return line.key

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "State"),
            translate("TimeTables", "Employee"),
            translate("TimeTables", "Day"),
            translate("TimeTables", "Hours"),
            translate("TimeTables", "Minutes"),
            translate("TimeTables", "Activity"),
            translate("TimeTables", "Evidence"),
            translate("TimeTables", "Superior"),
            translate("TimeTables", "Unit"),
            translate("TimeTables", "Refused because"),
            translate("TimeTables", "NIP"),
        )[column]

    def shown(self, line: EntryLine, column: int) -> str:
        entry, label = line.entry, self.words.messages.label_of
        return (
            f"{STATE_SIGNS[entry.state]} {label(entry.state)}",
            line.person.full_name,
            f"{entry.on:%d-%m}",
            f"{clock(entry.start)}–{clock(entry.end)}",
            self.words.number(entry.minutes),
            entry.product,
            entry.evidence or "–",
            line.rater.full_name if line.rater else "–",
            line.unit_name,
            label(RefusedWhy(entry.why)) if entry.why in _WHY else entry.why,
            line.person.nip,
        )[column]

    def value(self, line: EntryLine, column: int) -> object:
        if column == EntryColumn.DAY:
            return line.entry.on
        if column == EntryColumn.HOURS:
            return line.entry.start
        return line.entry.minutes if column == EntryColumn.MINUTES else self.shown(line, column)

    def colour(self, line: EntryLine, column: int) -> QColor | None:
        if column == EntryColumn.EVIDENCE and not line.entry.is_proven:
            return look.asks()
        return look.quiet() if line.entry.state is not EntryState.OPEN and column != EntryColumn.STATE else None


class LetterColumn(IntEnum):
    """What stands in a line of the letters."""

    NAME = 0
    KIND = 1
    FIRST = 2
    LAST = 3
    LETTER = 4
    UNIT = 5
    NOTE = 6
    NIP = 7


class LetterTable(LineTable[LetterLine]):
    """Approved absences, a line a letter."""

    columns = LetterColumn
    named_by = frozenset({LetterColumn.NAME})
    hidden = frozenset({LetterColumn.NIP, LetterColumn.NOTE})

    def identity(self, line: LetterLine) -> object:
        return line.absence.absence_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "Employee"),
            translate("TimeTables", "Reason"),
            translate("TimeTables", "From"),
            translate("TimeTables", "To"),
            translate("TimeTables", "Letter"),
            translate("TimeTables", "Unit"),
            translate("TimeTables", "Note"),
            translate("TimeTables", "NIP"),
        )[column]

    def shown(self, line: LetterLine, column: int) -> str:
        one = line.absence
        name = one.code
        if line.kind is not None:
            said = line.kind.name if self.words.messages.language == "id" else line.kind.english
            name = f"{one.code} · {said}"
        return (
            line.person.full_name,
            name,
            self.words.day(one.first_day),
            self.words.day(one.last_day),
            one.letter or "–",
            line.unit_name,
            one.note,
            line.person.nip,
        )[column]

    def value(self, line: LetterLine, column: int) -> object:
        if column == LetterColumn.FIRST:
            return line.absence.first_day
        return line.absence.last_day if column == LetterColumn.LAST else self.shown(line, column)


class MachineColumn(IntEnum):
    """What stands in a line of the machine ids."""

    NUMBER = 0
    NAME = 1
    NIP = 2
    SEEN = 3


class MachineTable(LineTable[MachineLine]):
    """Numbers of the machines and whose they are."""

    columns = MachineColumn
    named_by = frozenset({MachineColumn.NAME})

    def identity(self, line: MachineLine) -> object:
        return line.machine.number

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "Machine number"),
            translate("TimeTables", "Employee"),
            translate("TimeTables", "NIP"),
            translate("TimeTables", "Met in"),
        )[column]

    def shown(self, line: MachineLine, column: int) -> str:
        unknown = QCoreApplication.translate("TimeTables", "? nobody has said")
        return (
            line.machine.number,
            line.person.full_name if line.person else unknown,
            line.person.nip if line.person else "",
            line.machine.seen_in.removeprefix("file:") or "–",
        )[column]

    def colour(self, line: MachineLine, column: int) -> QColor | None:
        return look.asks() if line.person is None and column == MachineColumn.NAME else None


class AbsenceColumn(IntEnum):
    """What stands in a line of the year of absence."""

    NAME = 0
    UNIT = 1
    DAYS = 2
    RUN = 3
    STEP = 4
    NEXT = 5
    LEFT = 6
    NIP = 7


class AbsenceTable(LineTable[AbsenceLine]):
    """Unexcused days of a year, a line a person, the most days first."""

    columns = AbsenceColumn
    numbers = frozenset({AbsenceColumn.DAYS, AbsenceColumn.RUN, AbsenceColumn.LEFT})
    named_by = frozenset({AbsenceColumn.NAME})
    hidden = frozenset({AbsenceColumn.NIP})

    def identity(self, line: AbsenceLine) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "Employee"),
            translate("TimeTables", "Unit"),
            translate("TimeTables", "Days"),
            translate("TimeTables", "In a row"),
            translate("TimeTables", "Step reached"),
            translate("TimeTables", "Next step"),
            translate("TimeTables", "Days left"),
            translate("TimeTables", "NIP"),
        )[column]

    def shown(self, line: AbsenceLine, column: int) -> str:
        standing, label = line.standing, self.words.messages.label_of
        return (
            line.person.full_name,
            line.unit_name,
            self.words.number(standing.days),
            self.words.number(standing.longest_run),
            label(standing.step.kind) if standing.step else "–",
            label(standing.next_step.kind) if standing.next_step else "–",
            self.words.number(standing.left) if standing.left is not None else "–",
            line.person.nip,
        )[column]

    def value(self, line: AbsenceLine, column: int) -> object:
        figures = {
            AbsenceColumn.DAYS: line.standing.days,
            AbsenceColumn.RUN: line.standing.longest_run,
            AbsenceColumn.LEFT: line.standing.left if line.standing.left is not None else 999,
        }
        return figures[AbsenceColumn(column)] if column in figures else self.shown(line, column)

    def colour(self, line: AbsenceLine, column: int) -> QColor | None:
        return look.blocks() if column == AbsenceColumn.STEP and line.standing.step else None


class ShiftColumn(IntEnum):
    """What stands in a line of the shifts: which holds for whom from when to when."""

    SHIFT = 0
    HOURS = 1
    SUBJECT = 2
    FIRST = 3
    LAST = 4


class ShiftTable(LineTable[AssignmentLine]):
    """Shifts and for whom they hold; a shift that nobody works has a line of its own."""

    columns = ShiftColumn
    named_by = frozenset({ShiftColumn.SUBJECT})
    names: dict[str, str]
    hours: dict[str, str]

    def identity(self, line: AssignmentLine) -> object:
        return line.assignment.assignment_id or line.assignment.shift

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TimeTables", "Shift"),
            translate("TimeTables", "Hours Monday to Sunday"),
            translate("TimeTables", "Holds for"),
            translate("TimeTables", "From"),
            translate("TimeTables", "To"),
        )[column]

    def shown(self, line: AssignmentLine, column: int) -> str:
        one, translate = line.assignment, QCoreApplication.translate
        subject = line.subject or self.words.messages.label_of(one.scope)
        if not one.assignment_id:
            subject = translate("TimeTables", "nobody yet")
        return (
            f"{one.shift} · {self.names.get(one.shift, '')}",
            self.hours.get(one.shift, ""),
            subject,
            self.words.day(one.first_day) if one.assignment_id else "",
            self.words.day(one.last_day) if one.last_day else "",
        )[column]
