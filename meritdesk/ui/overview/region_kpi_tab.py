"""The indicators of the governments side by side."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.region_board import KpiBoard
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_list_tab import RegionListTab, came_with_html, lying
from meritdesk.ui.overview.region_tables import (
    KpiCell,
    KpiColumn,
    KpiTable,
    decimal_told,
    kpi_cells,
    short_name,
)
from meritdesk.ui.wording import Words


class RegionKpiTab(RegionListTab[KpiCell]):
    """KPI: the indicators of the governments side by side."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: KpiBoard | None = None
        self.cells: list[KpiCell] = []
        self.table = KpiTable(words, self)
        self.build(
            "overview.region.kpi",
            self.table,
            [column_facet(self.table, column, lambda: self.cells) for column in (KpiColumn.INDICATOR, KpiColumn.NAME)],
            {"region_origin": ("Ctrl+Return", self.origin)},
            self.chart,
            self.why,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Indicators side by side")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.ask("region.kpi", lambda: self.desk.overview.region.kpi(period.year), self._show)

    def origin(self) -> None:
        """Which package brought the figure."""
        cell = self.listing.current()
        if cell is None or not cell.has_it or self.board is None:
            return
        found = cell.line.cells[cell.agency]
        period = Period(self.board.year, Period(self.board.year, self.period.kind).kind) if self.period else None
        if period is None:
            return
        table, key = ("realisasi_unit", f"{found.indicator_id}@{self.board.year}")
        if found.value is None and found.percent is None:
            table, key = "perjanjian", found.indicator_id
        self.ask(
            "region.origin",
            lambda: self.desk.overview.region.origin(cell.agency, table, key, period),
            lambda came: self.why.setHtml(came_with_html(came, self.words)),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Indicators side by side"))
        self.lead.setText(
            translate(
                "RegionTabs",
                "The same indicator of all governments, each held against its own target. Who has no such indicator "
                "says so.",
            )
        )
        self.say_deeds({"region_origin": translate("RegionTabs", "Where it came from")})

    def settle(self) -> None:
        super().settle()
        cell = self.listing.current()
        if cell is None or self.board is None:
            return
        for one in (self.buttons["region_origin"], self.deeds["region_origin"]):
            one.setEnabled(cell.has_it)
        having = [(name, cell.line.cells[code]) for code, name in self._names().items() if code in cell.line.cells]
        values = [found.percent for _, found in having]
        told = ["–" if value is None else f"{decimal_told(value, self.words)} %" for value in values]
        name = QCoreApplication.translate("RegionTabs", "Achieved, per cent")
        self.chart.show_chart(
            lying(cell.line.text, str(self.board.year), "%", [short_name(one) for one, _ in having], name, values,
                  told),
            self.words.language,
        )  # fmt: skip
        self.why.setHtml("<br>".join(self._governments()))

    def _governments(self) -> list[str]:
        assert self.board is not None
        label = self.words.messages.label_of
        lines = []
        for one in self.board.governments:
            mean = f"{decimal_told(one.mean, self.words)} %" if one.mean is not None else "–"
            lines.append(f"{escape(one.name)}: {mean} · {label(one.level) if one.level else '–'}")
        return lines

    def _names(self) -> dict[str, str]:
        return {one.agency: one.name for one in self.board.governments} if self.board is not None else {}

    def _show(self, board: KpiBoard) -> None:
        self.board = board
        self.cells = kpi_cells(board.lines, self._names())
        self.listing.show_lines(self.cells)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "RegionTabs",
            "No government has sent an agreement of this year. It comes with the package of the whole year.",
        )
