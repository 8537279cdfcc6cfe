"""The calibration sessions of a period as a list: which unit, when, how far, and how many ratings they changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from meritdesk.core.calibration import CalibrationSession
from meritdesk.ui.line_table import LineTable

translate = QCoreApplication.translate


class SessionColumn(IntEnum):
    """What the list says of a session."""

    UNIT = 0
    DAY = 1
    STATE = 2
    CHANGED = 3


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session in the list with the name of its unit."""

    session: CalibrationSession
    unit_name: str


class SessionTable(LineTable[SessionLine]):
    """The sessions of a period."""

    columns = SessionColumn
    numbers = frozenset({SessionColumn.CHANGED})
    named_by = frozenset({SessionColumn.DAY})

    def identity(self, line: SessionLine) -> object:
        """The session, whatever was agreed in it since."""
        return line.session.session_id

    def heading(self, column: int) -> str:
        """The words above a column."""
        return {
            SessionColumn.UNIT: translate("CalibrationPage", "Unit"),
            SessionColumn.DAY: translate("CalibrationPage", "Day"),
            SessionColumn.STATE: translate("CalibrationPage", "State"),
            SessionColumn.CHANGED: translate("CalibrationPage", "Changed"),
        }[SessionColumn(column)]

    def shown(self, line: SessionLine, column: int) -> str:
        """The words of a cell."""
        if column == SessionColumn.UNIT:
            return line.unit_name
        if column == SessionColumn.DAY:
            return f"{line.session.held_on:%d-%m-%Y}"
        if column == SessionColumn.STATE:
            return self.words.messages.label_of(line.session.state)
        return f"{len(line.session.changed)}/{len(line.session.entries)}"

    def value(self, line: SessionLine, column: int) -> object:
        """Days and counts sort as such."""
        if column == SessionColumn.DAY:
            return line.session.held_on
        return len(line.session.changed) if column == SessionColumn.CHANGED else self.shown(line, column)
