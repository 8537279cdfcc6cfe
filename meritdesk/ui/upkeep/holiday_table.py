"""The holiday table of the office as a list: the day, its name, why it is free, and what the office says of it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.services.upkeep.holidays import HolidayLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class HolidayColumn(IntEnum):
    """What stands in a line of the table."""

    DAY = 0
    WEEKDAY = 1
    NAME = 2
    KIND = 3
    REMARK = 4
    SOURCE = 5


class HolidayTable(LineTable[HolidayLine]):
    """The days of one year in their order."""

    columns = HolidayColumn
    named_by = frozenset({HolidayColumn.NAME})

    def identity(self, line: HolidayLine) -> object:
        return line.holiday.day

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("HolidayTable", "Day"),
            translate("HolidayTable", "Weekday"),
            translate("HolidayTable", "Holiday"),
            translate("HolidayTable", "Kind"),
            translate("HolidayTable", "Remark"),
            translate("HolidayTable", "Source"),
        )[column]

    def cells(self, line: HolidayLine) -> tuple[str, ...]:
        holiday = line.holiday
        return (
            self.words.day(holiday.day),
            self.words.weekday(holiday.day),
            self.words.messages.of_pack(holiday.name),
            self.words.messages.label_of(holiday.kind),
            ", ".join(self.remarks(line)),
            self.words.messages.cited(holiday.source),
        )

    def value(self, line: HolidayLine, column: int) -> object:
        if column == HolidayColumn.DAY:
            return line.holiday.day
        if column == HolidayColumn.WEEKDAY:
            return line.holiday.day.weekday()
        return self.shown(line, column)

    def colour(self, line: HolidayLine, column: int) -> QColor | None:
        if not line.holiday.is_kept:
            return look.quiet()
        return look.asks() if column == HolidayColumn.REMARK and line.holiday.is_doubtful else None

    def remarks(self, line: HolidayLine) -> list[str]:
        """What the office or the publication says of a day."""
        label = self.words.messages.label
        return [
            label(f"HOLIDAY:{name}")
            for name, is_so in (
                ("DOUBTFUL", line.holiday.is_doubtful and line.holiday.is_kept),
                ("WORKED", not line.holiday.is_kept),
                ("OWN", line.is_own),
            )
            if is_so
        ]
