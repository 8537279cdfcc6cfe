"""The lists of the regional board: agencies, groups that stand out, years, indicators, the people behind a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.figures import WORST_TO_BEST
from meritdesk.core.region_board import NEW_SCALE, BoardPerson, KpiLine, TrendLine
from meritdesk.core.region_paper import BoardLine
from meritdesk.core.region_sendings import SendingState
from meritdesk.core.region_spread import Against, Outlier
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

BEST_FIRST = tuple(reversed(WORST_TO_BEST))
_SIGNS = {SendingState.IN_TIME: "✓", SendingState.LATE: "⚠", SendingState.WAITING: "○", SendingState.OVERDUE: "✗"}
_AGAINST = {Against.ABOVE: "▲", Against.SAME: "✓", Against.BELOW: "▼", Against.UNKNOWN: "–"}


class RegionColumn(IntEnum):
    """What stands in a line of the regional board."""

    STATE = 0
    NAME = 1
    CLOSED = 2
    MISSING = 3
    LAST = 4
    VERSION = 5
    GAPS = 6
    WAITING = 7
    APPROVAL = 8
    LATE = 9
    LEAD = 10
    SIGNED = 11
    DUE = 12
    PLANNED = 13
    DAYS_LATE = 14
    FORKS = 15
    TURNED_AWAY = 16
    CODE = 17
    SEQUENCE = 18
    RATED = 19


class RegionTable(LineTable[BoardLine]):
    """One line an agency: what it sent and how complete it is."""

    columns = RegionColumn
    named_by = frozenset({RegionColumn.NAME, RegionColumn.STATE})
    numbers = frozenset(set(RegionColumn) - {RegionColumn.STATE, RegionColumn.NAME, RegionColumn.LAST,
                                             RegionColumn.APPROVAL, RegionColumn.CODE})  # fmt: skip
    hidden = frozenset(
        {RegionColumn.PLANNED, RegionColumn.DAYS_LATE, RegionColumn.FORKS, RegionColumn.TURNED_AWAY,
         RegionColumn.CODE, RegionColumn.SEQUENCE, RegionColumn.RATED, RegionColumn.DUE, RegionColumn.LEAD,
         RegionColumn.VERSION, RegionColumn.SIGNED}
    )  # fmt: skip

    def identity(self, line: BoardLine) -> object:
        return line.agency

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Sending"),
            translate("RegionTables", "Agency"),
            translate("RegionTables", "Closed"),
            translate("RegionTables", "Missing"),
            translate("RegionTables", "Received"),
            translate("RegionTables", "Version"),
            translate("RegionTables", "Gaps"),
            translate("RegionTables", "To settle"),
            translate("RegionTables", "Approval"),
            translate("RegionTables", "Closed late"),
            translate("RegionTables", "Days to spare"),
            translate("RegionTables", "Signed"),
            translate("RegionTables", "Due"),
            translate("RegionTables", "Plans"),
            translate("RegionTables", "Days late"),
            translate("RegionTables", "Forks"),
            translate("RegionTables", "Turned away"),
            translate("RegionTables", "Code"),
            translate("RegionTables", "Number"),
            translate("RegionTables", "Rated"),
        )[column]

    def value(self, line: BoardLine, column: int) -> object:
        sent, complete = line.sending, line.complete
        counts = complete.counts
        return (
            list(SendingState).index(sent.state),
            sent.name,
            complete.per_cent,
            complete.missing,
            sent.last_at.date() if sent.last_at else date.min,
            sent.version,
            len(sent.missing),
            sent.conflicts + sent.refused,
            self.shown(line, column) if column == RegionColumn.APPROVAL else "",
            complete.late,
            complete.median_lead if complete.median_lead is not None else Decimal(0),
            counts.signed,
            counts.due,
            counts.planned,
            sent.days_late,
            sent.forks,
            sent.turned_away,
            sent.agency,
            sent.sequence,
            counts.rated,
        )[column]

    def shown(self, line: BoardLine, column: int) -> str:
        sent, complete, number = line.sending, line.complete, self.words.number
        match RegionColumn(column):
            case RegionColumn.STATE:
                return f"{_SIGNS[sent.state]} {self.words.messages.label_of(sent.state)}"
            case RegionColumn.CLOSED:
                counts = complete.counts
                return f"{number(counts.closed)}/{number(counts.due)} · {complete.per_cent} %" if counts.due else "–"
            case RegionColumn.LAST:
                return self.words.short_day(sent.last_at.date()) if sent.last_at else "–"
            case RegionColumn.APPROVAL:
                return self.words.messages.label_of(sent.approval) if sent.approval is not None else "–"
            case RegionColumn.LEAD:
                lead = complete.median_lead
                return (
                    "–"
                    if lead is None
                    else f"{lead:f}"
                    if self.words.language == "en"
                    else f"{lead:f}".replace(".", ",")
                )
            case RegionColumn.NAME:
                return short_name(sent.name)
            case RegionColumn.CODE:
                return sent.agency
        found = self.value(line, column)
        return number(found) if isinstance(found, int) else str(found)

    def colour(self, line: BoardLine, column: int) -> QColor | None:
        if column == RegionColumn.STATE:
            return {SendingState.OVERDUE: look.blocks(), SendingState.LATE: look.asks(),
                    SendingState.IN_TIME: look.arrived()}.get(line.sending.state)  # fmt: skip
        asks = (RegionColumn.GAPS, RegionColumn.WAITING, RegionColumn.FORKS, RegionColumn.TURNED_AWAY)
        return look.asks() if column in asks and self.value(line, column) else None


class SpreadColumn(IntEnum):
    """What stands in a line of the spreads."""

    AGAINST = 0
    NAME = 1
    LEVEL = 2
    VERY_GOOD = 3
    GOOD = 4
    NEEDS_IMPROVEMENT = 5
    POOR = 6
    VERY_POOR = 7
    TOTAL = 8
    OFF = 9


class SpreadTable(LineTable[BoardLine]):
    """One line an agency: its predicates beside its organisation level."""

    columns = SpreadColumn
    named_by = frozenset({SpreadColumn.NAME})
    numbers = frozenset(column for column in SpreadColumn if column > SpreadColumn.LEVEL)

    def identity(self, line: BoardLine) -> object:
        return line.agency

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        if SpreadColumn.VERY_GOOD <= column <= SpreadColumn.VERY_POOR:
            label = BEST_FIRST[column - SpreadColumn.VERY_GOOD]
            return self.words.messages.label(f"REGIONSHORT:{label.name}")
        return {
            SpreadColumn.AGAINST: translate("RegionTables", "Against the level"),
            SpreadColumn.NAME: translate("RegionTables", "Agency"),
            SpreadColumn.LEVEL: translate("RegionTables", "Level"),
            SpreadColumn.TOTAL: translate("RegionTables", "People"),
            SpreadColumn.OFF: translate("RegionTables", "Beyond the circular"),
        }[SpreadColumn(column)]

    def value(self, line: BoardLine, column: int) -> object:
        spread = line.spread
        if SpreadColumn.VERY_GOOD <= column <= SpreadColumn.VERY_POOR:
            return spread.counts.get(BEST_FIRST[column - SpreadColumn.VERY_GOOD], 0)
        return {
            SpreadColumn.AGAINST: list(Against).index(spread.against),
            SpreadColumn.NAME: short_name(line.name),
            SpreadColumn.LEVEL: self.shown(line, column) if column == SpreadColumn.LEVEL else "",
            SpreadColumn.TOTAL: spread.total,
            SpreadColumn.OFF: spread.people_off,
        }[SpreadColumn(column)]

    def shown(self, line: BoardLine, column: int) -> str:
        spread, label = line.spread, self.words.messages.label_of
        if column == SpreadColumn.AGAINST:
            return f"{_AGAINST[spread.against]} {label(spread.against)}"
        if column == SpreadColumn.LEVEL:
            if spread.level is None or spread.level_of is None:
                return "–"
            return f"{label(spread.level)} ({spread.level_of.code})"
        found = self.value(line, column)
        return self.words.number(found) if isinstance(found, int) else str(found)

    def hint(self, line: BoardLine, column: int) -> str:
        if SpreadColumn.VERY_GOOD <= column <= SpreadColumn.VERY_POOR:
            return self.words.messages.label_of(BEST_FIRST[column - SpreadColumn.VERY_GOOD])
        return "\n".join(self.words.messages.reason(one) for one in line.spread.reasons) or self.shown(line, column)

    def colour(self, line: BoardLine, column: int) -> QColor | None:
        marked = line.spread.against in (Against.ABOVE, Against.BELOW)
        return look.asks() if column == SpreadColumn.AGAINST and marked else None


class OutlierColumn(IntEnum):
    """What stands in a line of the groups that stand out."""

    NAME = 0
    KIND = 1
    WHO = 2
    PREDICATE = 3
    SIZE = 4
    DISTANCE = 5


class OutlierTable(LineTable[Outlier]):
    """One line a group, the farthest first."""

    columns = OutlierColumn
    named_by = frozenset({OutlierColumn.WHO})
    numbers = frozenset({OutlierColumn.SIZE, OutlierColumn.DISTANCE})

    def identity(self, line: Outlier) -> object:
        return line.agency, line.kind, line.unit_id, line.rater_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Agency"),
            translate("RegionTables", "Group"),
            translate("RegionTables", "Whose"),
            translate("RegionTables", "What stands out"),
            translate("RegionTables", "People"),
            translate("RegionTables", "Distance"),
        )[column]

    def value(self, line: Outlier, column: int) -> object:
        if column == OutlierColumn.SIZE:
            return line.size
        return line.distance if column == OutlierColumn.DISTANCE else self.shown(line, column)

    def cells(self, line: Outlier) -> tuple[str, ...]:
        label = self.words.messages.label_of
        told = f"{line.distance * 100:.0f} %"
        return (
            line.agency_name,
            label(line.kind),
            f"{line.rater_name} · {line.unit_name}" if line.rater_name else line.unit_name,
            f"{label(line.predicate)} {self.words.number(line.counts.get(line.predicate, 0))}",
            self.words.number(line.size),
            told,
        )

    def hint(self, line: Outlier, column: int) -> str:
        return "\n".join(self.words.messages.reason(one) for one in line.reasons)


class TrendColumn(IntEnum):
    """What stands in a line of the years."""

    NAME = 0
    YEAR = 1
    SCALE = 2
    TOTAL = 3
    BEST = 4
    SECOND = 5
    THIRD = 6
    FOURTH = 7
    FIFTH = 8


_NEW = ("VERY_GOOD", "GOOD", "NEEDS_IMPROVEMENT", "POOR", "VERY_POOR")
_OLD = ("VERY_GOOD", "GOOD", "FAIR", "POOR", "VERY_POOR")


class TrendTable(LineTable[TrendLine]):
    """One line an agency, year and scale; the five labels of a scale stand from the best to the worst."""

    columns = TrendColumn
    named_by = frozenset({TrendColumn.NAME})
    numbers = frozenset(column for column in TrendColumn if column >= TrendColumn.TOTAL)

    def identity(self, line: TrendLine) -> object:
        return line.agency, line.year, line.scale, line.part

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Agency"),
            translate("RegionTables", "Year"),
            translate("RegionTables", "Scale"),
            translate("RegionTables", "People"),
            translate("RegionTables", "Best label"),
            translate("RegionTables", "Second"),
            translate("RegionTables", "Third"),
            translate("RegionTables", "Fourth"),
            translate("RegionTables", "Worst label"),
        )[column]

    def value(self, line: TrendLine, column: int) -> object:
        if column >= TrendColumn.BEST:
            return line.counts.get(self._label(line, column), 0)
        return (line.name, line.year, self.shown(line, TrendColumn.SCALE), line.total)[column]

    def shown(self, line: TrendLine, column: int) -> str:
        messages = self.words.messages
        if column >= TrendColumn.BEST:
            count = line.counts.get(self._label(line, column), 0)
            share = f" · {line.per_cent(count)} %" if line.total else ""
            return f"{self.words.number(count)}{share}"
        if column == TrendColumn.SCALE:
            if line.scale == NEW_SCALE:
                return messages.label("REGION:SCALE-2022")
            return f"{messages.label(f'OLDSCHEME:{line.scale}')} · {messages.label(f'OLDPART:{line.part}')}"
        return (short_name(line.name), str(line.year), "", self.words.number(line.total))[column]

    def hint(self, line: TrendLine, column: int) -> str:
        if column < TrendColumn.BEST:
            return self.shown(line, column)
        kind = "PREDICATE" if line.scale == NEW_SCALE else "OLDCATEGORY"
        return f"{self.words.messages.label(f'{kind}:{self._label(line, column)}')}: {self.shown(line, column)}"

    def _label(self, line: TrendLine, column: int) -> str:
        return (_NEW if line.scale == NEW_SCALE else _OLD)[column - TrendColumn.BEST]


@dataclass(frozen=True, slots=True)
class KpiCell:
    """One indicator of one government, or that it has none."""

    line: KpiLine
    agency: str
    name: str

    @property
    def has_it(self) -> bool:
        """Whether the government has such an indicator."""
        return self.agency in self.line.cells


class KpiColumn(IntEnum):
    """What stands in a line of the indicators."""

    INDICATOR = 0
    NAME = 1
    TARGET = 2
    VALUE = 3
    PERCENT = 4


class KpiTable(LineTable[KpiCell]):
    """Indicator by indicator the governments below each other; who has none says so."""

    columns = KpiColumn
    named_by = frozenset({KpiColumn.INDICATOR, KpiColumn.NAME})
    numbers = frozenset({KpiColumn.TARGET, KpiColumn.VALUE, KpiColumn.PERCENT})

    def identity(self, line: KpiCell) -> object:
        return line.line.key, line.agency

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Indicator"),
            translate("RegionTables", "Agency"),
            translate("RegionTables", "Target"),
            translate("RegionTables", "Actual"),
            translate("RegionTables", "Achieved"),
        )[column]

    def value(self, line: KpiCell, column: int) -> object:
        cell = line.line.cells.get(line.agency)
        if column == KpiColumn.PERCENT:
            return cell.percent if cell is not None and cell.percent is not None else Decimal(-1)
        return self.shown(line, column)

    def shown(self, line: KpiCell, column: int) -> str:
        cell = line.line.cells.get(line.agency)
        if column == KpiColumn.INDICATOR:
            return line.line.text
        if column == KpiColumn.NAME:
            return short_name(line.name)
        if cell is None:
            none = QCoreApplication.translate("RegionTables", "no such indicator")
            return none if column == KpiColumn.PERCENT else "–"
        if column == KpiColumn.TARGET:
            return cell.target or "–"
        number = cell.value if column == KpiColumn.VALUE else cell.percent
        if number is None:
            return "–"
        told = decimal_told(number, self.words)
        return f"{told} %" if column == KpiColumn.PERCENT else told

    def colour(self, line: KpiCell, column: int) -> QColor | None:
        return look.quiet() if not line.has_it else None


class BehindColumn(IntEnum):
    """What stands of a person behind a number."""

    NAME = 0
    NIP = 1
    UNIT = 2
    RATER = 3
    PREDICATE = 4
    CLOSED = 5
    VERSION = 6


class BehindTable(LineTable[BoardPerson]):
    """The people behind a number."""

    columns = BehindColumn
    named_by = frozenset({BehindColumn.NAME})
    hidden = frozenset({BehindColumn.VERSION})
    numbers = frozenset({BehindColumn.VERSION})

    def identity(self, line: BoardPerson) -> object:
        return line.agency, line.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("RegionTables", "Name"),
            translate("RegionTables", "NIP"),
            translate("RegionTables", "Unit"),
            translate("RegionTables", "Rater"),
            translate("RegionTables", "Predicate"),
            translate("RegionTables", "Closed on"),
            translate("RegionTables", "Version"),
        )[column]

    def value(self, line: BoardPerson, column: int) -> object:
        if column == BehindColumn.CLOSED:
            return line.closed_on or date.min
        return line.version if column == BehindColumn.VERSION else self.shown(line, column)

    def cells(self, line: BoardPerson) -> tuple[str, ...]:
        return (
            line.name,
            line.nip,
            line.unit_name,
            line.rater_name or "–",
            self.words.messages.label_of(line.predicate) if line.predicate else "–",
            self.words.short_day(line.closed_on) if line.closed_on else "–",
            str(line.version or "–"),
        )


def decimal_told(value: Decimal, words: Words) -> str:
    """A number as the reader writes it, with all its decimals."""
    text = f"{value:,f}"
    return text if words.language == "en" else text.translate(str.maketrans(",.", ".,"))


def kpi_cells(lines: Sequence[KpiLine], names: dict[str, str]) -> list[KpiCell]:
    """Every indicator with every government."""
    return [KpiCell(line, code, name) for line in lines for code, name in names.items()]


def short_name(name: str) -> str:
    """The name of a government as a list has room for it."""
    return name.replace("Pemerintah ", "").replace("Kabupaten ", "Kab. ").replace(" (contoh)", "")
