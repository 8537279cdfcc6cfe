"""The lists of performance pay: people of a recap, whom another rule would touch, inputs of a month, sanctions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.discipline import SanctionLevel, SanctionState
from meritdesk.core.pay import PayDifference, PayRow, PayState
from meritdesk.core.scoring.allowance import rupiah
from meritdesk.services.follow_up.discipline import SanctionLine
from meritdesk.services.follow_up.pay_inputs import AmountLine, InputLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

_PAY_SIGNS = {PayState.PAID: "●", PayState.NO_AMOUNT: "○", PayState.NOT_ENTITLED: "–"}
_SANCTION_SIGNS = {
    SanctionState.AHEAD: "○",
    SanctionState.IN_FORCE: "●",
    SanctionState.SUSPENDED: "◐",
    SanctionState.OVER: "✓",
    SanctionState.REVOKED: "–",
}


class PayColumn(IntEnum):
    """What stands in a line of a recap."""

    STATE = 0
    NAME = 1
    GROSS = 2
    PRODUCTIVITY = 3
    DISCIPLINE = 4
    OTHER = 5
    NET = 6
    UNIT = 7
    POST = 8
    GRADE = 9
    NIP = 10


class PayTable(LineTable[PayRow]):
    """Everybody of a month with what is paid and what was taken off, part by part."""

    columns = PayColumn
    numbers = frozenset({PayColumn.GROSS, PayColumn.PRODUCTIVITY, PayColumn.DISCIPLINE, PayColumn.OTHER, PayColumn.NET})
    named_by = frozenset({PayColumn.NAME})
    hidden = frozenset({PayColumn.POST, PayColumn.GRADE, PayColumn.NIP})

    def identity(self, line: PayRow) -> object:
        return line.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("PayTables", "State"),
            translate("PayTables", "Employee"),
            translate("PayTables", "Amount"),
            translate("PayTables", "Productivity"),
            translate("PayTables", "Discipline"),
            translate("PayTables", "Other"),
            translate("PayTables", "Paid"),
            translate("PayTables", "Unit"),
            translate("PayTables", "Post"),
            translate("PayTables", "Grade"),
            translate("PayTables", "NIP"),
        )[column]

    def shown(self, line: PayRow, column: int) -> str:
        if column in self.numbers:
            return self.words.noted(rupiah(self._figure(line, column))) if line.state is PayState.PAID else "–"
        return {
            PayColumn.STATE: f"{_PAY_SIGNS[line.state]} {self.words.messages.label_of(line.state)}",
            PayColumn.NAME: line.name,
            PayColumn.UNIT: line.unit_name,
            PayColumn.POST: line.post,
            PayColumn.GRADE: line.grade,
            PayColumn.NIP: line.nip,
        }[PayColumn(column)]

    def value(self, line: PayRow, column: int) -> object:
        if column == PayColumn.STATE:
            return list(PayState).index(line.state)
        return self._figure(line, column) if column in self.numbers else self.shown(line, column)

    def colour(self, line: PayRow, column: int) -> QColor | None:
        return look.asks() if column == PayColumn.STATE and line.state is PayState.NO_AMOUNT else None

    def _figure(self, line: PayRow, column: int) -> Decimal:
        return (line.gross, line.productivity, line.discipline, line.other, line.net)[column - PayColumn.GROSS]


class DifferenceColumn(IntEnum):
    """What stands in a line of a simulation."""

    NAME = 0
    BEFORE = 1
    AFTER = 2
    DIFFERENCE = 3
    UNIT = 4
    NIP = 5


class DifferenceTable(LineTable[PayDifference]):
    """Whom another reckoning pays otherwise, and by how much."""

    columns = DifferenceColumn
    numbers = frozenset({DifferenceColumn.BEFORE, DifferenceColumn.AFTER, DifferenceColumn.DIFFERENCE})
    named_by = frozenset({DifferenceColumn.NAME})

    def identity(self, line: PayDifference) -> object:
        return line.row.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("PayTables", "Employee"),
            translate("PayTables", "Before"),
            translate("PayTables", "After"),
            translate("PayTables", "Difference"),
            translate("PayTables", "Unit"),
            translate("PayTables", "NIP"),
        )[column]

    def shown(self, line: PayDifference, column: int) -> str:
        if column == DifferenceColumn.DIFFERENCE:
            return f"{'▲' if line.difference > 0 else '▼'} {self.words.noted(rupiah(line.difference))}"
        value = self.value(line, column)
        return self.words.noted(rupiah(value)) if isinstance(value, Decimal) else str(value)

    def value(self, line: PayDifference, column: int) -> object:
        return (line.row.name, line.before, line.after, line.difference, line.row.unit_name, line.row.nip)[column]


class InputColumn(IntEnum):
    """What stands in a line of the inputs of a month."""

    KIND = 0
    NAME = 1
    VALUE = 2
    WORDS = 3
    NIP = 4


class InputTable(LineTable[InputLine]):
    """What is entered for a month beside attendance, activity and evaluations."""

    columns = InputColumn
    numbers = frozenset({InputColumn.VALUE})
    named_by = frozenset({InputColumn.NAME})

    def identity(self, line: InputLine) -> object:
        return line.entry.kind, line.entry.subject

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("PayTables", "Kind"),
            translate("PayTables", "Employee or unit"),
            translate("PayTables", "Value"),
            translate("PayTables", "Note"),
            translate("PayTables", "NIP"),
        )[column]

    def shown(self, line: InputLine, column: int) -> str:
        one = line.entry
        return (
            self.words.messages.label_of(one.kind),
            line.name,
            self.words.noted(f"{one.value.normalize():f}".replace(".", ",")),
            one.words or "–",
            line.nip or "–",
        )[column]

    def value(self, line: InputLine, column: int) -> object:
        return line.entry.value if column == InputColumn.VALUE else self.shown(line, column)


class AmountColumn(IntEnum):
    """What stands in a line of basic amounts."""

    KIND = 0
    HOLDER = 1
    CLASS = 2
    TOTAL = 3
    SINCE = 4
    PEOPLE = 5
    NIP = 6


class AmountTable(LineTable[AmountLine]):
    """Basic amounts of people, posts and post classes."""

    columns = AmountColumn
    numbers = frozenset({AmountColumn.TOTAL, AmountColumn.PEOPLE})
    named_by = frozenset({AmountColumn.HOLDER})

    def identity(self, line: AmountLine) -> object:
        return line.amount.holder_kind, line.amount.holder, line.amount.valid_from

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("PayTables", "Of"),
            translate("PayTables", "Employee, post or class"),
            translate("PayTables", "Class"),
            translate("PayTables", "Amount"),
            translate("PayTables", "Counts from"),
            translate("PayTables", "People"),
            translate("PayTables", "NIP"),
        )[column]

    def shown(self, line: AmountLine, column: int) -> str:
        one = line.amount
        return (
            self.words.messages.label_of(one.holder_kind),
            line.holder_name,
            one.post_class or "–",
            self.words.noted(rupiah(one.total)) if one.amounts else "–",
            self.words.short_day(one.valid_from),
            self.words.number(line.people),
            line.nip or "–",
        )[column]

    def value(self, line: AmountLine, column: int) -> object:
        one = line.amount
        found = {
            AmountColumn.TOTAL: one.total,
            AmountColumn.SINCE: one.valid_from,
            AmountColumn.PEOPLE: line.people,
        }
        return found.get(AmountColumn(column), self.shown(line, column))


class SanctionColumn(IntEnum):
    """What stands in a line of the discipline register."""

    STATE = 0
    NAME = 1
    LEVEL = 2
    KIND = 3
    STARTS = 4
    ENDS = 5
    APPEAL = 6
    UNIT = 7
    NIP = 8
    AUTHOR = 9


class SanctionTable(LineTable[SanctionLine]):
    """The entries that who acts may read; reason and letter are seen by opening one."""

    columns = SanctionColumn
    named_by = frozenset({SanctionColumn.NAME})
    hidden = frozenset({SanctionColumn.NIP, SanctionColumn.AUTHOR})

    def identity(self, line: SanctionLine) -> object:
        return line.sanction_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("PayTables", "State"),
            translate("PayTables", "Employee"),
            translate("PayTables", "Level"),
            translate("PayTables", "Sanction"),
            translate("PayTables", "From"),
            translate("PayTables", "Until"),
            translate("PayTables", "Appeal"),
            translate("PayTables", "Unit"),
            translate("PayTables", "NIP"),
            translate("PayTables", "Entered by"),
        )[column]

    def shown(self, line: SanctionLine, column: int) -> str:
        label = self.words.messages.label_of
        return (
            f"{_SANCTION_SIGNS[line.state]} {label(line.state)}",
            line.person.full_name,
            label(line.level),
            label(line.kind),
            self.words.short_day(line.starts),
            self.words.short_day(line.ends) if line.ends else "–",
            label(line.appeal),
            line.unit_name,
            line.person.nip,
            line.author,
        )[column]

    def value(self, line: SanctionLine, column: int) -> object:
        if column == SanctionColumn.STATE:
            return list(SanctionState).index(line.state)
        if column == SanctionColumn.LEVEL:
            return list(SanctionLevel).index(line.level)
        if column == SanctionColumn.STARTS:
            return line.starts
        return line.ends or date.max if column == SanctionColumn.ENDS else self.shown(line, column)

    def colour(self, line: SanctionLine, column: int) -> QColor | None:
        return look.asks() if column == SanctionColumn.STATE and line.state is SanctionState.IN_FORCE else None
