"""The deadline board as a list: one line a clock, in words and meaning colours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.deadlines import Deadline, DeadlineState
from meritdesk.core.duties import Party
from meritdesk.services.assessment.process import DeadlineBoard
from meritdesk.services.clocks import URGENCY, ClockLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

SIGNS = {
    DeadlineState.LATE: "⚠",
    DeadlineState.DUE: "●",
    DeadlineState.RUNNING: "○",
    DeadlineState.WAITING: "…",
    DeadlineState.TIME_BARRED: "✗",
    DeadlineState.DONE: "✓",
    DeadlineState.DONE_LATE: "✓",
}
"""A sign beside the words of a state, since colour never stands alone."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One clock of one person."""

    line: ClockLine
    deadline: Deadline
    unit: str = ""


_ALL_DAYS = date.max.toordinal() + 1


def board_rows(board: DeadlineBoard) -> list[BoardRow]:
    """Every clock of the board, the most urgent first."""
    units = {one.unit_id: one.name for one in board.units}
    rows = [
        BoardRow(line, deadline, units.get(line.person.unit_id, ""))
        for line in board.lines
        for deadline in line.deadlines
    ]
    # One figure for both: pairs are compared in one go, with the window waiting, and take five times as long.
    rank = {state: place * _ALL_DAYS for place, state in enumerate(URGENCY)}
    rows.sort(key=lambda row: rank[row.deadline.state] + (row.deadline.limit or date.max).toordinal())
    return rows


class DeadlineColumn(IntEnum):
    """What stands in a line of the board."""

    STATE = 0
    NAME = 1
    DUTY = 2
    WHO = 3
    LIMIT = 4
    DAYS = 5
    HAND_OVER = 6
    NIP = 7
    UNIT = 8


class DeadlineTable(LineTable[BoardRow]):
    """The clocks that a filter keeps, the most urgent first."""

    columns = DeadlineColumn
    named_by = frozenset({DeadlineColumn.NAME})
    hidden = frozenset({DeadlineColumn.NIP, DeadlineColumn.UNIT})

    def identity(self, line: BoardRow) -> object:
        return line.line.person.person_id, line.deadline.duty

    def searched(self, line: BoardRow) -> str:
        person, rater = line.line.person, line.line.rater
        return f"{person.full_name} {person.nip} {rater.full_name if rater is not None else ''}"

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("DeadlineTable", "State"),
            translate("DeadlineTable", "Employee"),
            translate("DeadlineTable", "To do"),
            translate("DeadlineTable", "By"),
            translate("DeadlineTable", "Until"),
            translate("DeadlineTable", "Time left"),
            translate("DeadlineTable", "Hand over by"),
            translate("DeadlineTable", "NIP"),
            translate("DeadlineTable", "Unit"),
        )[column]

    def cells(self, line: BoardRow) -> tuple[str, ...]:
        deadline, person = line.deadline, line.line.person
        label, day = self.words.messages.label_of, hand_over_by(line.line)
        doubt = " ?" if deadline.doubts or deadline.lacks_holidays else ""
        waits = deadline.state is DeadlineState.WAITING or deadline.days_left is None or deadline.done_on
        return (
            f"{SIGNS[deadline.state]} {label(deadline.state)}",
            person.full_name,
            label(deadline.duty),
            who_must(line.line, deadline) or label(deadline.who),
            f"{self.words.short_day(deadline.limit)}{doubt}" if deadline.limit else "",
            "" if waits or deadline.days_left is None else self.words.days_left(deadline.days_left),
            self.words.short_day(day) if day else "",
            person.nip,
            line.unit,
        )

    def value(self, line: BoardRow, column: int) -> object:
        if column == DeadlineColumn.STATE:
            return URGENCY.index(line.deadline.state)
        if column == DeadlineColumn.LIMIT:
            return line.deadline.limit
        if column == DeadlineColumn.DAYS:
            return line.deadline.days_left
        if column == DeadlineColumn.HAND_OVER:
            return hand_over_by(line.line)
        return self.shown(line, column)

    def colour(self, line: BoardRow, column: int) -> QColor | None:
        if column == DeadlineColumn.HAND_OVER:
            forecast = line.line.forecast
            return look.asks() if forecast is not None and not forecast.fits else None
        if column in (DeadlineColumn.STATE, DeadlineColumn.DAYS):
            return state_colour(line.deadline.state)
        return None


def state_colour(state: DeadlineState) -> QColor | None:
    """Red for what is late, amber for what is due, quiet for what is over."""
    if state is DeadlineState.LATE:
        return look.blocks()
    if state is DeadlineState.DUE:
        return look.asks()
    return look.quiet() if state.is_settled or state is DeadlineState.WAITING else None


def who_must(line: ClockLine, deadline: Deadline) -> str:
    """Who must act, by name where that is known."""
    if deadline.who is Party.RATEE:
        return line.person.full_name
    if deadline.who is Party.RATER and line.rater is not None:
        return line.rater.full_name
    return ""


def hand_over_by(line: ClockLine) -> date | None:
    """The last day for handing a D.1.1 over so that an objection still fits, while it is not handed over (G-3)."""
    forecast = line.forecast
    return forecast.hand_over_by if forecast is not None and not forecast.is_handed_over else None
