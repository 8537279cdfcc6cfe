"""The journal as a table: every write, newest first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.lines import ChangeLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.upkeep.journal_words import origin_words, verb_words


class JournalColumn(IntEnum):
    """One change set."""

    NUMBER = 0
    WHEN = 1
    WHAT = 2
    ORIGIN = 3
    ROWS = 4
    WHO = 5
    STATE = 6


class JournalTable(LineTable[ChangeLine]):
    """The change sets, the newest first."""

    columns = JournalColumn
    numbers = frozenset({JournalColumn.NUMBER, JournalColumn.ROWS})
    named_by = frozenset({JournalColumn.WHAT})

    def identity(self, line: ChangeLine) -> object:
        return line.change_set_id

    def heading(self, column: int) -> str:
        """The headings of the journal."""
        translate = QCoreApplication.translate
        return (
            translate("Journal", "No."),
            translate("Journal", "When"),
            translate("Journal", "What"),
            translate("Journal", "From"),
            translate("Journal", "Rows"),
            translate("Journal", "Who"),
            translate("Journal", "State"),
        )[column]

    def cells(self, line: ChangeLine) -> tuple[str, ...]:
        """One line of the journal."""
        what = verb_words(line.verb)
        return (
            self.words.number(line.number),
            f"{self.words.short_moment(line.at)} ⚠" if line.went_back else self.words.short_moment(line.at),
            f"{what} ({line.reason})" if line.reason else what,
            origin_words(line.origin, line.about),
            self.words.number(line.rows),
            line.who,
            QCoreApplication.translate("Journal", "taken back") if line.undone else "",
        )

    def value(self, line: ChangeLine, column: int) -> object:
        """Numbers and moments sort as such."""
        typed: dict[int, object] = {
            JournalColumn.NUMBER: line.number,
            JournalColumn.WHEN: line.at,
            JournalColumn.ROWS: line.rows,
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: ChangeLine, column: int) -> QColor | None:
        """What was taken back is quiet."""
        return look.quiet() if line.undone else None
