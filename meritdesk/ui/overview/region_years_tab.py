"""The annual results of the agencies over the years, each scale for itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.figures import SeriesShape
from meritdesk.core.periods import Period
from meritdesk.core.region_board import NEW_SCALE, BoardCount, BoardFigure, TrendLine
from meritdesk.services import Desk
from meritdesk.services.overview.region import FEWEST_YEARS, Trends
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart import Chart, ChartSeries
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_list_tab import RegionListTab
from meritdesk.ui.overview.region_tables import (
    BEST_FIRST,
    TrendColumn,
    TrendTable,
)
from meritdesk.ui.wording import Words


class RegionTrendTab(RegionListTab[TrendLine]):
    """Tren: the annual results of years, each scale for itself."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.trends: Trends | None = None
        self.table = TrendTable(words, self)

        def lines() -> Sequence[TrendLine]:
            return self.trends.lines if self.trends is not None else ()

        self.build(
            "overview.region.trends",
            self.table,
            [column_facet(self.table, column, lines) for column in (TrendColumn.NAME, TrendColumn.YEAR,
                                                                    TrendColumn.SCALE)],
            {"region_people": ("Ctrl+Return", self.people)},
            self.chart,
        )  # fmt: skip
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Trends over the years")
        self.listing.empty_words = self.nothing_yet
        self.retranslate()

    def load(self, period: Period) -> None:
        years = range(period.year - FEWEST_YEARS + 1, period.year + 1)
        self.ask("region.trends", lambda: self.desk.overview.region.trends(years), self._show)

    def people(self) -> None:
        """The people behind a year of today's scale; old papers stand in the room of their agency."""
        line = self.listing.current()
        if line is None or line.scale != NEW_SCALE or self.period is None:
            return
        column = self.listing.view.currentIndex().column()
        predicate = BEST_FIRST[column - TrendColumn.BEST] if column >= TrendColumn.BEST else None
        period = Period(line.year, type(self.period.kind).YEAR)
        self.open_people(
            BoardFigure(BoardCount.PREDICATE, line.agency, period, predicate), f"{line.name} · {line.year}"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Trends over the years"))
        self.lead.setText(
            translate(
                "RegionTabs",
                "The annual results of five years. Years before 2022 stand on their own scale and are never added to "
                "those of today.",
            )
        )
        self.say_deeds({"region_people": translate("RegionTabs", "People behind it")})

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        if line is None or self.trends is None:
            return
        if line.scale != NEW_SCALE:
            for one in (self.buttons["region_people"], self.deeds["region_people"]):
                one.setEnabled(False)
        same = [
            one
            for one in self.trends.lines
            if (one.agency, one.scale, one.part) == (line.agency, line.scale, line.part)
        ]
        name = self.words.messages.label("PREDICATE:GOOD" if line.scale == NEW_SCALE else "OLDCATEGORY:GOOD")
        said = QCoreApplication.translate("RegionTabs", "%1 or better, per cent").replace("%1", name)
        shares = [
            Decimal(one.per_cent(one.counts.get("VERY_GOOD", 0) + one.counts.get("GOOD", 0))) if one.total else None
            for one in same
        ]
        told = tuple("–" if share is None else f"{share} %" for share in shares)
        years = tuple(str(one.year) for one in same)
        series = (ChartSeries(said, SeriesShape.BARS, tuple(shares), told),)
        self.chart.show_chart(Chart(said, line.name, "%", years, years, series), self.words.language)

    def _show(self, found: Trends) -> None:
        self.trends = found
        self.listing.show_lines(found.lines)
