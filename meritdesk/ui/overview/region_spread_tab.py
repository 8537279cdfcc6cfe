"""Predicates of the agencies against their level, and the groups that stand out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from meritdesk.core.figures import SeriesShape
from meritdesk.core.periods import Period
from meritdesk.core.region_board import BoardCount, BoardFigure
from meritdesk.core.region_paper import BoardLine, WholeBoard
from meritdesk.core.region_spread import GroupKind, Outlier
from meritdesk.services import Desk
from meritdesk.services.overview.region import Outliers
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart import Chart, ChartSeries
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.overview.region_list_tab import RegionListTab
from meritdesk.ui.overview.region_tables import (
    BEST_FIRST,
    OutlierColumn,
    OutlierTable,
    SpreadColumn,
    SpreadTable,
)
from meritdesk.ui.wording import Words


class RegionSpreadTab(RegionListTab[BoardLine]):
    """Sebaran: predicates against the level, and the groups that stand out."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: WholeBoard | None = None
        self.found: Outliers | None = None
        self.table = SpreadTable(words, self)

        def lines() -> Sequence[BoardLine]:
            return self.board.lines if self.board is not None else ()

        self.outlier_title = look.strong(QLabel(self))
        self.outlier_table = OutlierTable(words, self)
        self.outliers: LineList[Outlier] = LineList(
            "overview.region.outliers",
            self.outlier_table,
            self,
            facets=[
                column_facet(self.outlier_table, OutlierColumn.NAME, lambda: self.found.lines if self.found else ())
            ],
            is_personal=True,
            is_main=False,
        )
        self.build(
            "overview.region.spread",
            self.table,
            [column_facet(self.table, column, lines) for column in (SpreadColumn.AGAINST, SpreadColumn.LEVEL)],
            {"region_group": ("Ctrl+E", self.group), "region_people": ("Ctrl+Return", self.people)},
            self.chart,
            self.why,
        )
        self.outliers.put_before(self.outlier_title)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        self.splitter.insertWidget(0, both)
        both.addWidget(self.listing)
        both.addWidget(self.outliers)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([880, 320])
        self.outliers.line_opened.connect(lambda _: self.group())
        self.outliers.line_chosen.connect(lambda line: self._tell_why(line))
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Spread of predicates")
        self.listing.empty_words = self.nothing_yet
        self.outliers.title_words = lambda: QCoreApplication.translate("RegionTabs", "Groups that stand out")
        self.outliers.empty_words = lambda arrangement: (
            "" if arrangement.is_narrowed else self.words.messages.label("REGION:NO-OUTLIERS")
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        region = self.desk.overview.region
        self.ask("region.spread", lambda: region.board(period), self._show)
        self.ask("region.outliers", lambda: region.outliers(period), self._show_outliers)

    def people(self) -> None:
        """The people behind the chosen cell of an agency."""
        line = self.listing.current()
        if line is None or self.period is None:
            return
        column = self.listing.view.currentIndex().column()
        is_label = SpreadColumn.VERY_GOOD <= column <= SpreadColumn.VERY_POOR
        predicate = BEST_FIRST[column - SpreadColumn.VERY_GOOD] if is_label else None
        label = (
            self.words.messages.label_of(predicate) if predicate else self.words.messages.label_of(BoardCount.CLOSED)
        )
        figure = BoardFigure(BoardCount.PREDICATE, line.agency, self.period, predicate)
        self.open_people(figure, f"{line.name} · {label}")

    def group(self) -> None:
        """The people of the chosen group."""
        line = self.outliers.current()
        if line is None or self.period is None:
            return
        period = self.period
        told = self.outlier_table.shown(line, OutlierColumn.WHO)

        def then(units: tuple[str, ...]) -> None:
            figure = BoardFigure(BoardCount.GROUP, line.agency, period, None, units, line.rater_id)
            self.open_people(figure, f"{line.agency_name} · {told}")

        if line.kind is GroupKind.RATER:
            then((line.unit_id,))
        else:
            self.ask("region.branch", lambda: self.desk.overview.region.branch(line.agency, line.unit_id), then)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Spread of predicates"))
        self.lead.setText(
            translate(
                "RegionTabs",
                "Each agency beside its organisation level. The curve is never a quota; a mark asks for a talk.",
            )
        )
        self.outlier_title.setText(translate("RegionTabs", "Groups that stand out"))
        self.outliers.say()
        self.say_deeds(
            {
                "region_group": translate("RegionTabs", "People of the group"),
                "region_people": translate("RegionTabs", "People behind it"),
            }
        )

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        if line is None:
            return
        said = [escape(self.words.messages.reason(reason)) for reason in line.spread.reasons]
        self.why.setHtml("<br>".join([f"<b>{escape(line.name)}</b>", *said]))
        counts = [Decimal(line.spread.counts.get(label, 0)) for label in reversed(BEST_FIRST)]
        labels = [self.words.messages.label(f"PREDICATE:{label.name}") for label in reversed(BEST_FIRST)]
        short = [label.partition(" (")[0].partition("/")[0] for label in labels]
        people = QCoreApplication.translate("RegionTabs", "People")
        told = tuple(self.words.number(int(count)) for count in counts)
        chart = Chart(
            QCoreApplication.translate("RegionTabs", "Spread of predicates"), line.name, people, tuple(short),
            tuple(labels), (ChartSeries(people, SeriesShape.BARS, tuple(counts), told),), curve=line.spread.curve,
            curve_name=QCoreApplication.translate("ChartPanel", "Pattern of the level"),
            empty=QCoreApplication.translate("RegionTabs", "Nothing is closed in this period."),
        )  # fmt: skip
        self.chart.show_chart(chart, self.words.language)

    def _tell_why(self, line: object) -> None:
        if isinstance(line, Outlier):
            who = escape(self.outlier_table.shown(line, OutlierColumn.WHO))
            said = [escape(self.words.messages.reason(reason)) for reason in line.reasons]
            self.why.setHtml("<br>".join([f"<b>{who}</b>", *said]))

    def _show(self, board: WholeBoard) -> None:
        self.board = board
        self.listing.show_lines(board.lines)

    def _show_outliers(self, found: Outliers) -> None:
        self.found = found
        self.outliers.show_lines(found.lines)
