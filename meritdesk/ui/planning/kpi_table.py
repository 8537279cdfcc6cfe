"""The figures of a unit as a Qt table: indicators down, periods across, and below them derived and given levels."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont

from meritdesk.core.agreement import AgreementIndicator, UnitActual, is_measured_in
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import Period
from meritdesk.messages.reading import folded, ways_to_say
from meritdesk.services.planning.kpi import KpiCard, KpiEntry, read_figure
from meritdesk.ui import look
from meritdesk.ui.grids.table import (
    ALIGNMENT,
    BACKGROUND,
    DISPLAY,
    EDIT,
    FONT,
    FOREGROUND,
    SORT,
    TOOLTIP,
    GridTable,
    Index,
    Unread,
)
from meritdesk.ui.wording import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class KpiColumn(IntEnum):
    """The columns before the periods."""

    NUMBER = 0
    INDICATOR = 1
    TARGET = 2


class Foot(IntEnum):
    """The lines below the indicators."""

    DERIVED = 0
    GIVEN = 1


FIRST_PERIOD = len(KpiColumn)
LEVEL = "LEVEL"
"""What the row of the level that was set is about, behind the unit: ``LEVEL@unit``."""


class KpiTable(GridTable):
    """Figures are typed into the cells of periods; the two lines below say what they suggest and what was set."""

    is_read_anew = True

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self.card: KpiCard | None = None

    def show_card(self, card: KpiCard | None) -> None:
        """Show another unit, or none."""
        self.beginResetModel()
        self.card = card
        self.start_lines()
        self.endResetModel()

    def indicator_at(self, row: int) -> AgreementIndicator | None:
        """The indicator of a row; nothing for the lines below."""
        has_row = self.card is not None and 0 <= row < len(self.card.indicators)
        return self.card.indicators[row] if has_row and self.card is not None else None

    def period_at(self, column: int) -> Period | None:
        """The period of a column."""
        place = column - FIRST_PERIOD
        has_period = self.card is not None and 0 <= place < len(self.card.periods)
        return self.card.periods[place] if has_period and self.card is not None else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self.card is None else len(self.card.indicators) + len(Foot)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.card is None else FIRST_PERIOD + len(self.card.periods)

    def row_id(self, row: int) -> str:
        indicator = self.indicator_at(row)
        if indicator is not None:
            return indicator.indicator_id
        is_level = self.card is not None and row == len(self.card.indicators) + Foot.GIVEN
        return f"{LEVEL}@{self.card.unit.unit_id}" if is_level and self.card is not None else ""

    def column_id(self, column: int) -> str:
        period = self.period_at(column)
        return period.code if period is not None else ""

    def row_name(self, row: int) -> str:
        indicator = self.indicator_at(row)
        if indicator is not None:
            return f"{indicator.number}. {indicator.text}"
        place = row - len(self.card.indicators) if self.card is not None else -1
        return str(self._foot(Foot(place), KpiColumn.INDICATOR, None, DISPLAY)) if place in list(Foot) else "—"

    def heading(self, column: int) -> str:
        return str(self.headerData(column, Qt.Orientation.Horizontal) or "—")

    def why_never(self, row: int, column: int) -> str:
        return QCoreApplication.translate(
            "KpiTab",
            "Figures are typed under a period. The indicator itself, and items of its action plan, with Ctrl+E.",
        )

    def why_closed(self, row: int, column: int) -> str:
        indicator, period = self.indicator_at(row), self.period_at(column)
        is_closed = indicator is not None and period is not None and self._is_by_actions(indicator, period)
        return (
            QCoreApplication.translate("KpiTable", "Judged by its action plan: open the indicator") if is_closed else ""
        )

    def read(self, row: int, column: int, text: str) -> str | Unread:
        indicator, period = self.indicator_at(row), self.period_at(column)
        if indicator is None or period is None:
            level = level_of(text)
            return self.words.messages.label_of(level) if level is not None else Unread("UI-335", {"text": text[:60]})
        found = read_figure(
            KpiEntry(indicator.indicator_id, period, text), indicator, UnitActual(indicator.indicator_id, period)
        )
        return _written(found) if found is not None else Unread("PLN-420", {"text": " ".join(text.split())[:60]})

    def choices(self, row: int, column: int) -> Sequence[str]:
        is_level = self.indicator_at(row) is None and self.key_of(row, column) is not None
        return [self.words.messages.label_of(level) for level in OrgLevel] if is_level else ()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or role not in (DISPLAY, ALIGNMENT):
            return None
        if role == ALIGNMENT:
            return _RIGHT if section >= FIRST_PERIOD else None
        period = self.period_at(section)
        if period is not None:
            return self.words.period(period)
        return (
            (
                QCoreApplication.translate("KpiTable", "No."),
                QCoreApplication.translate("KpiTable", "Indicator"),
                QCoreApplication.translate("KpiTable", "Target"),
            )[section]
            if section < FIRST_PERIOD
            else None
        )

    def cell(self, row: int, column: int, role: int) -> object:
        if self.card is None:
            return None
        indicator, period = self.indicator_at(row), self.period_at(column)
        if role == ALIGNMENT:
            return _RIGHT if period is not None or column == KpiColumn.NUMBER else None
        if indicator is None:
            return self._foot(Foot(row - len(self.card.indicators)), column, period, role)
        if period is None:
            return self._head(indicator, column, role)
        return self._figure(indicator, period, role)

    def _head(self, indicator: AgreementIndicator, column: int, role: int) -> object:
        target = indicator.target
        aim = target.text or (printed_decimal(target.low) if target.low is not None else "-")
        texts = (str(indicator.number), indicator.text, aim)
        if role in (DISPLAY, EDIT):
            return texts[column]
        if role == SORT:
            return indicator.number if column == KpiColumn.NUMBER else texts[column]
        if role == TOOLTIP:
            group = self.words.messages.label_of(indicator.group)
            return f"{indicator.goal}\n{indicator.text}\n{group}"
        return None

    def _figure(self, indicator: AgreementIndicator, period: Period, role: int) -> object:
        card = self.card
        assert card is not None
        actual = card.actuals.get((indicator.indicator_id, period.code))
        percent = card.derived[period.code].percents.get(indicator.indicator_id)
        written = _written(actual)
        if role == EDIT:
            return written
        if role == SORT:
            return percent
        if role == DISPLAY:
            if not written:
                return f"[{self._noted(percent)} %]" if percent is not None else ""
            said = self.words.noted(written)
            return f"{said}   {self._noted(percent)} %" if percent is not None and "%" not in written else said
        if role == TOOLTIP:
            return self._told(indicator, period, actual)
        if role == FOREGROUND:
            return look.asks() if percent is not None and percent < 100 else None
        if role == BACKGROUND and not written and percent is None:
            return look.tint(look.asks())
        return None

    def _told(self, indicator: AgreementIndicator, period: Period, actual: UnitActual | None) -> str:
        """What is expected in this cell, and where the figure comes from."""
        lines = []
        expected = indicator.expected_in(period)
        items = indicator.actions_in(period)
        if period.is_annual:
            said = QCoreApplication.translate("KpiTable", "Target of the year: {target}")
            lines.append(said.format(target=indicator.target.text or "-"))
        elif expected is not None:
            said = QCoreApplication.translate("KpiTable", "Trajectory: {target}")
            lines.append(said.format(target=self._noted(expected)))
        elif items:
            lines.append(QCoreApplication.translate("KpiTable", "Judged by its action plan: open the indicator"))
        if not is_measured_in(indicator, period) and not items:
            lines.append(QCoreApplication.translate("KpiTable", "Nothing to measure by: enter a percentage"))
        if actual is not None and actual.evidence:
            lines.append(actual.evidence)
        return "\n".join(lines)

    def _noted(self, value: Decimal) -> str:
        return self.words.noted(printed_decimal(value))

    def _foot(self, line: Foot, column: int, period: Period | None, role: int) -> object:
        card = self.card
        assert card is not None
        if role == FONT:
            font = QFont()
            font.setBold(True)
            return font
        if role == BACKGROUND:
            return look.tint(look.accent())
        if period is None:
            if column != KpiColumn.INDICATOR or role not in (DISPLAY, EDIT, SORT):
                return None
            return (
                QCoreApplication.translate("KpiTable", "Suggested level (derived)"),
                QCoreApplication.translate("KpiTable", "Level that was set"),
            )[line]
        if line is Foot.DERIVED:
            derived = card.derived[period.code]
            if role in (DISPLAY, EDIT, SORT):
                if derived.level is None or derived.percent is None:
                    return "-"
                mark = "" if derived.is_whole else " *"
                return f"{self.words.messages.label_of(derived.level)}{mark}  {self._noted(derived.percent)} %"
            if role == TOOLTIP and not derived.is_whole:
                return QCoreApplication.translate("KpiTable", "* not all indicators could be counted")
            return None
        return self._given(period, role)

    def _given(self, period: Period, role: int) -> object:
        card = self.card
        assert card is not None
        level, basis = card.levels.get(period.code), card.bases.get(period.code)
        if role in (DISPLAY, EDIT, SORT):
            none = "" if role == EDIT else "-"
            return self.words.messages.label_of(level.level) if level is not None else none
        if role == TOOLTIP and level is not None:
            return "\n".join(part for part in (level.source, basis.reason if basis is not None else "") if part)
        if role == FOREGROUND:
            return self._given_colour(period)
        return None

    def _given_colour(self, period: Period) -> QColor | None:
        """Amber where the level that was set is another than the derived one; the reason stands beside it."""
        card = self.card
        level = card.levels.get(period.code) if card is not None else None
        derived = card.derived[period.code].level if card is not None else None
        if level is None or derived is None:
            return None
        return look.asks() if level.level.name != derived.name else None

    def _is_by_actions(self, indicator: AgreementIndicator, period: Period) -> bool:
        return not is_measured_in(indicator, period) and bool(indicator.actions_in(period))


def level_of(text: str) -> OrgLevel | None:
    """A level from its word or initials in either language (``Baik``, ``BP``, ``Very poor``); nothing for others."""
    return ways_to_say(OrgLevel).get(folded(text))


def _written(actual: UnitActual | None) -> str:
    """A figure as it is typed."""
    if actual is None:
        return ""
    if actual.value is not None:
        return printed_decimal(actual.value)
    return f"{printed_decimal(actual.percent)} %" if actual.percent is not None else ""
