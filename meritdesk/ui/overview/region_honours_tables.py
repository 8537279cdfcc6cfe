"""The lists of honours and of points by letters of all governments."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.recognition import AwardState
from meritdesk.core.region_honours import CreditAccount, Honour, HonourKind
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class HonourColumn(IntEnum):
    """What stands in a line of the honours."""

    AGENCY = 0
    KIND = 1
    PERIOD = 2
    NAME = 3
    UNIT = 4
    POINTS = 5
    STATE = 6
    NIP = 7
    CHOSEN_ON = 8
    CODE = 9


class HonourTable(LineTable[Honour]):
    """One line an honour: which government names whom for what."""

    columns = HonourColumn
    numbers = frozenset({HonourColumn.POINTS})
    named_by = frozenset({HonourColumn.NAME, HonourColumn.KIND, HonourColumn.PERIOD})
    hidden = frozenset({HonourColumn.NIP, HonourColumn.CHOSEN_ON, HonourColumn.CODE})

    def identity(self, line: Honour) -> object:
        return line.agency, line.kind, line.award_id, line.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Agency"),
            translate("RegionTables", "Honour"),
            translate("RegionTables", "Period"),
            translate("RegionTables", "Name"),
            translate("RegionTables", "Unit"),
            translate("RegionTables", "Points"),
            translate("RegionTables", "State"),
            translate("RegionTables", "NIP"),
            translate("RegionTables", "Chosen on"),
            translate("RegionTables", "Code"),
        )[column]

    def value(self, line: Honour, column: int) -> object:
        known: dict[int, object] = {
            HonourColumn.PERIOD: line.period.code,
            HonourColumn.POINTS: line.points,
            HonourColumn.CHOSEN_ON: line.chosen_on or date.min,
        }
        return known.get(column, self.shown(line, column))

    def shown(self, line: Honour, column: int) -> str:
        messages = self.words.messages
        is_gain = line.kind is HonourKind.MOST_IMPROVED
        return (
            line.agency_name,
            messages.label_of(line.kind),
            self.words.period(line.period),
            line.name,
            line.unit_name or messages.label("HONOUR:WHOLE"),
            f"{'+' if is_gain else ''}{self.words.decimal(line.points)}",
            messages.label_of(line.state) if line.state is not None else "–",
            line.nip or "–",
            self.words.short_day(line.chosen_on) if line.chosen_on else "–",
            line.agency,
        )[column]

    def colour(self, line: Honour, column: int) -> QColor | None:
        is_taken_back = column == HonourColumn.STATE and line.state is AwardState.WITHDRAWN
        return look.asks() if is_taken_back else None


class AccountColumn(IntEnum):
    """What stands in a line of points by letters."""

    AGENCY = 0
    NAME = 1
    POSITION = 2
    UNIT = 3
    LETTERS = 4
    POINTS = 5
    LAST = 6
    DOCUMENT = 7
    TIER = 8
    NIP = 9
    GRADE = 10
    FIRST = 11
    DATED = 12
    CODE = 13


class AccountTable(LineTable[CreditAccount]):
    """One line an official with letters."""

    columns = AccountColumn
    numbers = frozenset({AccountColumn.LETTERS, AccountColumn.POINTS})
    named_by = frozenset({AccountColumn.NAME, AccountColumn.AGENCY})
    hidden = frozenset(
        {
            AccountColumn.NIP,
            AccountColumn.GRADE,
            AccountColumn.FIRST,
            AccountColumn.DATED,
            AccountColumn.CODE,
            AccountColumn.UNIT,
        }
    )

    def identity(self, line: CreditAccount) -> object:
        return line.agency, line.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Agency"),
            translate("RegionTables", "Name"),
            translate("RegionTables", "Post"),
            translate("RegionTables", "Unit"),
            translate("RegionTables", "Letters"),
            translate("RegionTables", "Points"),
            translate("RegionTables", "Until"),
            translate("RegionTables", "Newest letter"),
            translate("RegionTables", "Tier"),
            translate("RegionTables", "NIP"),
            translate("RegionTables", "Grade"),
            translate("RegionTables", "From"),
            translate("RegionTables", "Dated"),
            translate("RegionTables", "Code"),
        )[column]

    def value(self, line: CreditAccount, column: int) -> object:
        known: dict[int, object] = {
            AccountColumn.LETTERS: line.letters,
            AccountColumn.POINTS: line.points,
            AccountColumn.LAST: line.last,
            AccountColumn.FIRST: line.first,
            AccountColumn.DATED: line.dated or date.min,
        }
        return known.get(column, self.shown(line, column))

    def shown(self, line: CreditAccount, column: int) -> str:
        words = self.words
        return (
            line.agency_name,
            line.name,
            line.position or "–",
            line.unit_name or "–",
            words.number(line.letters),
            words.decimal(line.points),
            words.short_day(line.last),
            line.document or "–",
            line.tier or "–",
            line.nip or "–",
            line.grade or "–",
            words.short_day(line.first),
            words.short_day(line.dated) if line.dated else "–",
            line.agency,
        )[column]
