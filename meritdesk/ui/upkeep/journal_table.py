"""The journal as a table: every write, newest first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.lines import ChangeLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class JournalColumn(IntEnum):
    """One change set."""

    NUMBER = 0
    WHEN = 1
    WHAT = 2
    ORIGIN = 3
    ROWS = 4
    WHO = 5
    STATE = 6


def verb_words(verb: str) -> str:
    """What was done, in the words of the office; a verb of a later version shows as it is."""
    translate = QCoreApplication.translate
    said = {
        "assessment.close": translate("Journal", "Evaluations closed"),
        "assessment.import_ratings": translate("Journal", "Ratings or organisation levels taken over"),
        "assessment.objections.decide": translate("Journal", "Objection decided"),
        "assessment.objections.open": translate("Journal", "Objection entered"),
        "assessment.objections.state": translate("Journal", "Statement on an objection saved"),
        "assessment.process.enter": translate("Journal", "Days of papers entered"),
        "assessment.old_years.enter": translate("Journal", "Paper of an old year entered"),
        "assessment.old_years.import_papers": translate("Journal", "Papers of old years taken over"),
        "assessment.old_years.recalculate": translate("Journal", "Old year recalculated"),
        "assessment.old_years.remove": translate("Journal", "Paper of an old year removed"),
        "assessment.rate": translate("Journal", "Rating entered"),
        "assessment.set_level": translate("Journal", "Organisation level entered"),
        "documents.print": translate("Journal", "Documents printed"),
        "documents.reserve": translate("Journal", "Document numbers reserved"),
        "execution.import_actuals": translate("Journal", "Actuals taken over"),
        "handover.pack": translate("Journal", "Package made"),
        "handover.receipt": translate("Journal", "Receipt taken in"),
        "handover.receive": translate("Journal", "Package received"),
        "handover.trust": translate("Journal", "Key card taken over"),
        "planning.import_plans": translate("Journal", "Plans taken over"),
        "register.import_staff": translate("Journal", "Staff file taken over"),
        "register.import_units": translate("Journal", "Unit file taken over"),
        "upkeep.backup": translate("Journal", "Backup made"),
        "upkeep.change_passphrase": translate("Journal", "Passphrase changed"),
        "upkeep.holidays.import": translate("Journal", "Holidays taken over"),
        "upkeep.holidays.restore": translate("Journal", "Holiday put back as published"),
        "upkeep.holidays.set": translate("Journal", "Holiday table changed"),
        "upkeep.settings.change": translate("Journal", "Settings changed"),
        "upkeep.undo": translate("Journal", "Change taken back"),
    }
    return said.get(verb, verb)


class JournalTable(LineTable[ChangeLine]):
    """The change sets, given in blocks."""

    columns = JournalColumn
    numbers = frozenset({JournalColumn.NUMBER, JournalColumn.ROWS})

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

    def shown(self, line: ChangeLine, column: int) -> str:
        """One cell of the journal."""
        what = verb_words(line.verb)
        return (
            self.words.number(line.number),
            self.words.short_moment(line.at),
            f"{what} ({line.reason})" if line.reason else what,
            line.origin.removeprefix("file:") or "-",
            self.words.number(line.rows),
            line.actor,
            QCoreApplication.translate("Journal", "taken back") if line.undone else "",
        )[column]

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
