"""The papers of the years before 2022 as a list: year, person, rule, scores, label, and where the paper differs."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.notation import printed_decimal
from meritdesk.core.old_years import OldCategory, OldScheme, OldYearField, OldYearLine, OldYearState
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


class OldYearColumn(IntEnum):
    """One old paper."""

    YEAR = 0
    PART = 1
    NAME = 2
    NIP = 3
    RULE = 4
    SCORE = 5
    LABEL = 6
    STATE = 7


OLD_YEAR_FIELDS = {
    OldYearColumn.YEAR: OldYearField.YEAR,
    OldYearColumn.PART: OldYearField.PART,
    OldYearColumn.NAME: OldYearField.NAME,
    OldYearColumn.NIP: OldYearField.NIP,
    OldYearColumn.RULE: OldYearField.SCHEME,
    OldYearColumn.SCORE: OldYearField.SCORE,
    OldYearColumn.LABEL: OldYearField.CATEGORY,
    OldYearColumn.STATE: OldYearField.STATE,
}
"""By which field of the store each column is put in order."""


def label_words(words: Words, category: OldCategory | None, scheme: OldScheme) -> str:
    """A label as that year's rule says it: PP 46/2011 calls the lowest one ``Buruk``."""
    if category is None:
        return ""
    if category is OldCategory.VERY_POOR and scheme is OldScheme.PP46:
        return words.messages.label("OLDCATEGORY:PP46-VERY_POOR")
    return words.messages.label_of(category)


class OldYearTable(LineTable[OldYearLine]):
    """Old papers, given in blocks."""

    columns = OldYearColumn
    named_by = frozenset({OldYearColumn.NAME, OldYearColumn.NIP})
    numbers = frozenset({OldYearColumn.YEAR, OldYearColumn.SCORE})

    def heading(self, column: int) -> str:
        """The headings of the list."""
        translate = QCoreApplication.translate
        return (
            translate("OldYears", "Year"),
            translate("OldYears", "Part"),
            translate("OldYears", "Name"),
            translate("OldYears", "NIP"),
            translate("OldYears", "Rule"),
            translate("OldYears", "Score"),
            translate("OldYears", "Label"),
            translate("OldYears", "State"),
        )[column]

    def cells(self, line: OldYearLine) -> tuple[str, ...]:
        """One line of the list."""
        say = self.words.messages.label_of
        return (
            str(line.year),
            say(line.part),
            line.name,
            line.nip,
            say(line.scheme),
            "" if line.score is None else self.words.noted(printed_decimal(line.score)),
            label_words(self.words, line.category, line.scheme),
            self.state_words(line.state),
        )

    def identity(self, line: OldYearLine) -> object:
        """The paper, in whichever version."""
        return line.evaluation_id

    def value(self, line: OldYearLine, column: int) -> object:
        """Years and scores sort as numbers; a paper without a score stands below all others."""
        typed: dict[int, object] = {
            OldYearColumn.YEAR: line.year,
            OldYearColumn.SCORE: -1 if line.score is None else line.score,
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: OldYearLine, column: int) -> QColor | None:
        """What asks for a look is amber; the words say the same."""
        if column == OldYearColumn.STATE and (line.state is not OldYearState.AGREES):
            return look.asks()
        return None

    def state_words(self, state: OldYearState) -> str:
        """Why a paper asks for a look; nothing when it does not."""
        return "" if state is OldYearState.AGREES else f"⚠ {self.words.messages.label_of(state)}"
