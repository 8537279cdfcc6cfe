"""The raters of a period: whom they rate, how far they are, and the level of the unit they lead."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.lines import RaterLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class RaterColumn(IntEnum):
    """What the list shows of a rater."""

    RATER = 0
    RATED = 1
    CLOSED = 2
    LEVEL = 3
    POSITION = 4
    UNIT = 5
    PEOPLE = 6
    LEFT = 7


class RatersTable(LineTable[RaterLine]):
    """All raters of a period, by name."""

    columns = RaterColumn
    numbers = frozenset({RaterColumn.RATED, RaterColumn.CLOSED, RaterColumn.PEOPLE, RaterColumn.LEFT})
    named_by = frozenset({RaterColumn.RATER})
    hidden = frozenset({RaterColumn.POSITION, RaterColumn.UNIT, RaterColumn.PEOPLE, RaterColumn.LEFT})

    def identity(self, line: RaterLine) -> object:
        return line.rater_id, line.led_unit_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RatersTable", "Rater and unit"),
            translate("RatersTable", "Rated"),
            translate("RatersTable", "Closed"),
            translate("RatersTable", "Level"),
            translate("RatersTable", "Post"),
            translate("RatersTable", "Unit"),
            translate("RatersTable", "People"),
            translate("RatersTable", "Still to rate"),
        )[column]

    def cells(self, line: RaterLine) -> tuple[str, ...]:
        number = self.words.number
        return (
            f"{line.rater_name} · {line.led_unit_name}",
            f"{number(line.rated)}/{number(line.people)}",
            f"{'✓ ' if line.closed == line.people else ''}{number(line.closed)}",
            self._level(line),
            line.position,
            line.led_unit_name,
            number(line.people),
            number(line.people - line.rated),
        )

    def value(self, line: RaterLine, column: int) -> object:
        typed: dict[int, object] = {
            RaterColumn.RATED: line.rated,
            RaterColumn.CLOSED: line.closed,
            RaterColumn.LEVEL: line.level.value if line.level is not None else "",
            RaterColumn.PEOPLE: line.people,
            RaterColumn.LEFT: line.people - line.rated,
        }
        return typed.get(column, self.shown(line, column))

    def hint(self, line: RaterLine, column: int) -> str:
        return f"{line.rater_name}\n{line.position}\n{line.led_unit_name}"

    def colour(self, line: RaterLine, column: int) -> QColor | None:
        return look.asks() if column == RaterColumn.LEVEL and line.level is None else None

    def _level(self, line: RaterLine) -> str:
        if line.level is not None:
            return self.words.messages.label_of(line.level)
        return QCoreApplication.translate("RatersTable", "⚠ not set")
