"""The regional board in the window: agencies, spreads, years, indicators, and the people and sheets behind a number."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Generic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from meritdesk.core.documents import PaperKind
from meritdesk.core.figures import SeriesShape
from meritdesk.core.periods import Period
from meritdesk.core.region_board import NEW_SCALE, BoardCount, BoardFigure, BoardPerson, KpiBoard, Provenance, TrendLine
from meritdesk.core.region_paper import BoardLine, WholeBoard
from meritdesk.core.region_spread import GroupKind, Outlier
from meritdesk.services import Desk
from meritdesk.services.documents.copies import EVALUATIONS, SheetCopy
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.overview.region import FEWEST_YEARS, Outliers, Trends
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart import Chart, ChartSeries
from meritdesk.ui.charts.chart_view import ChartView
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.line_table import Line, LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Facet, column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.overview.region_tables import (
    BEST_FIRST,
    BehindColumn,
    BehindTable,
    KpiCell,
    KpiColumn,
    KpiTable,
    OutlierColumn,
    OutlierTable,
    RegionColumn,
    RegionTable,
    SpreadColumn,
    SpreadTable,
    TrendColumn,
    TrendTable,
    decimal_told,
    kpi_cells,
    short_name,
)
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_COUNTS = {
    RegionColumn.MISSING: BoardCount.MISSING,
    RegionColumn.LATE: BoardCount.LATE,
    RegionColumn.SIGNED: BoardCount.SIGNED,
    RegionColumn.DUE: BoardCount.DUE,
    RegionColumn.PLANNED: BoardCount.PLANNED,
    RegionColumn.RATED: BoardCount.RATED,
}
"""Which people stand behind a cell of the board; behind all others stand those whose evaluation is closed."""


class RegionListTab(RoomPage, Generic[Line]):
    """A list of the board with a text or a picture beside it, and the commands that lead on."""

    room = "overview"
    nouns = frozenset(
        {"evaluations", "people", "units", "plans", "levels", "agreements", "old_years", "ledger", "conflicts",
         "approvals", "documents", "processes"}
    )  # fmt: skip

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.title = look.title(QLabel(self))
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.buttons: dict[str, QPushButton] = {}
        self.deeds: dict[str, QAction] = {}
        self.chart = ChartView(self)
        self.why = QTextBrowser(self)
        self.why.setOpenLinks(False)

    def build(
        self,
        key: str,
        table: LineTable[Line],
        facets: Sequence[Facet],
        deeds: Mapping[str, tuple[str, Callable[[], object]]],
        *beside: QWidget,
        is_personal: bool = False,
    ) -> None:
        """Put the parts together; the last deed is the first thing to do and is done by Enter on a line."""
        self.listing: LineList[Line] = LineList(
            key, table, self, facets=facets, is_personal=is_personal, chooses_first=True
        )
        self.listing.line_chosen.connect(lambda _: self.settle())
        self.listing.settled.connect(self.settle)
        for name, (keys, deed) in deeds.items():
            button = QPushButton(self)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self.buttons[name] = button
            action = actions.page_action(self, name, *((keys,) if keys else ()))
            action.triggered.connect(lambda _=False, deed=deed: deed())
            self.deeds[name] = action
        last = list(deeds)[-1]
        self.buttons[last].setObjectName("primary")
        self.listing.line_opened.connect(lambda _: self.deeds[last].trigger())
        self.listing.offer(*self.deeds.values())
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for button in self.buttons.values():
            top.addWidget(button)
        side = QSplitter(Qt.Orientation.Vertical, self)
        side.setChildrenCollapsible(False)
        for widget in beside or (self.why,):
            side.addWidget(widget)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(side)
        self.splitter.setSizes([880, 320])
        self.splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.lead)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)
        if self.chart not in beside:
            self.chart.hide()
        if beside and self.why not in beside:
            self.why.hide()

    def primary_focus(self) -> QWidget:
        return self.listing.view

    def ask(self, key: str, work: Callable[[], object], show: Callable[..., None]) -> None:
        """Read on the lane; a refusal is shown above the list."""
        self.refusal.tell(None)
        self.lane.ask(lambda step: work(), show, self.refusal.tell, key=key)

    def say_deeds(self, said: Mapping[str, str]) -> None:
        """The words of the buttons, which are also those of the actions."""
        for name, text in said.items():
            self.buttons[name].setText(text)
            self.deeds[name].setText(text)
        self.why.setAccessibleName(QCoreApplication.translate("RegionTabs", "Why, and where it came from"))
        self.listing.say()
        self.settle()

    def settle(self) -> None:
        """What stands beside the chosen line, and what can be done with it."""
        has_one = self.listing.current() is not None
        for name in list(self.deeds)[-1:]:
            self.buttons[name].setEnabled(has_one)
            self.deeds[name].setEnabled(has_one)

    def open_people(self, figure: BoardFigure, told: str) -> None:
        """Go to the people behind a number."""
        self.go_to.emit(self.room, {"tab": "region_people", "figure": figure, "told": told})

    def nothing_yet(self, arrangement: Arrangement) -> str:
        """Why a list is empty and what is to be done."""
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "RegionTabs",
            "No agency has sent anything yet. Take in a key card or a package in the room Send and receive.",
        )


class RegionBoardTab(RegionListTab[BoardLine]):
    """Papan wilayah: who has sent what, how complete and how timely."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: WholeBoard | None = None
        self.table = RegionTable(words, self)

        def lines() -> Sequence[BoardLine]:
            return self.board.lines if self.board is not None else ()

        self.build(
            "overview.region",
            self.table,
            [column_facet(self.table, column, lines) for column in (RegionColumn.STATE, RegionColumn.APPROVAL)],
            {"region_print": ("Ctrl+Shift+B", self.print_board), "region_people": ("Ctrl+Return", self.people)},
            self.chart,
            self.why,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Regional board")
        self.listing.empty_words = self.nothing_yet
        self.retranslate()

    def load(self, period: Period) -> None:
        self.ask("region.board", lambda: self.desk.overview.region.board(period), self._show)

    def people(self) -> None:
        """The people behind the chosen cell."""
        line = self.listing.current()
        if line is None or self.period is None:
            return
        column = self.listing.view.currentIndex().column()
        count = _COUNTS.get(RegionColumn(max(column, 0)), BoardCount.CLOSED)
        told = f"{line.name} · {self.words.messages.label_of(count)}"
        self.open_people(BoardFigure(count, line.agency, self.period), told)

    def print_board(self) -> None:
        """Put the board on paper, enter it in the register, and open the printer."""
        if self.period is None:
            return
        period = self.period
        folder = tempfile.TemporaryDirectory(prefix="meritdesk-")

        def then(outcome: PapersOutcome) -> None:
            show_paper(self, Path(outcome.file.path), PaperKind.REGION_BOARD.value, folder)

        self.lane.ask(
            lambda step: self.desk.overview.region.print(period, Path(folder.name), step=step),
            then,
            self.refusal.tell,
            title=QCoreApplication.translate("RegionTabs", "Printing the regional board"),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Regional board"))
        self.lead.setText(
            translate("RegionTabs", "Who has sent what, how complete and how timely. Enter opens the people of a cell.")
        )
        self.say_deeds(
            {
                "region_print": translate("RegionTabs", "Print the board…"),
                "region_people": translate("RegionTabs", "People behind it"),
            }
        )
        self._tell()

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        self.why.setHtml(self._told(line) if line is not None else "")

    def _show(self, board: WholeBoard) -> None:
        self.board = board
        self.listing.show_lines(board.lines)
        self._tell()

    def _tell(self) -> None:
        board = self.board
        if board is None:
            self.listing.summary.setText("")
            return
        counts, number = board.counts, self.words.number
        said = QCoreApplication.translate(
            "RegionTabs", "%1 agencies · %2 packages · %3 of %4 closed · %5 held twice, %6 undecided · journal %7"
        )
        parts = (len(board.lines), board.packages, counts.closed, counts.due, board.held_twice, board.undecided)
        for place, value in enumerate(parts, 1):
            said = said.replace(f"%{place}", number(value))
        self.listing.summary.setText(said.replace("%7", f"{board.journal.count} · {board.journal.digest[:8]}"))
        name = QCoreApplication.translate("RegionTabs", "Closed, per cent")
        values = [Decimal(line.complete.per_cent) for line in board.lines]
        self.chart.show_chart(
            lying(name, self.words.period(board.period), "%", [short_name(line.name) for line in board.lines], name,
                  values, [f"{value} %" for value in values]),
            self.words.language,
        )  # fmt: skip

    def _told(self, line: BoardLine) -> str:
        sent, messages, translate = line.sending, self.words.messages, QCoreApplication.translate
        parts = [f"<b>{line.name}</b> ({line.agency})", messages.label_of(sent.state)]
        if sent.days_late:
            late = translate("RegionTabs", "%1 working days late").replace("%1", self.words.number(sent.days_late))
            parts.append(late)
        if sent.missing:
            gaps = translate("RegionTabs", "Packages that never came: %1. Ask the agency to send them again.")
            parts.append(gaps.replace("%1", ", ".join(map(str, sent.missing))))
        for count, said in (
            (sent.refused, translate("RegionTabs", "%1 records of the newest package were refused")),
            (sent.conflicts, translate("RegionTabs", "%1 conflicts wait for a decision")),
            (sent.forks, translate("RegionTabs", "%1 packages claim a number that is taken")),
            (sent.turned_away, translate("RegionTabs", "%1 files were turned away because of a key")),
        ):
            if count:
                parts.append(said.replace("%1", self.words.number(count)))
        parts += [messages.reason(reason) for reason in line.spread.reasons]
        return "<br>".join(parts)


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
        self.why.setHtml("<br>".join([f"<b>{line.name}</b>", *map(self.words.messages.reason, line.spread.reasons)]))
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
            self.why.setHtml(
                "<br>".join([f"<b>{self.outlier_table.shown(line, OutlierColumn.WHO)}</b>",
                             *map(self.words.messages.reason, line.reasons)])
            )  # fmt: skip

    def _show(self, board: WholeBoard) -> None:
        self.board = board
        self.listing.show_lines(board.lines)

    def _show_outliers(self, found: Outliers) -> None:
        self.found = found
        self.outliers.show_lines(found.lines)


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
            Decimal((one.counts.get("VERY_GOOD", 0) + one.counts.get("GOOD", 0)) * 100 // one.total)
            if one.total
            else None
            for one in same
        ]
        told = tuple("–" if share is None else f"{share} %" for share in shares)
        years = tuple(str(one.year) for one in same)
        series = (ChartSeries(said, SeriesShape.BARS, tuple(shares), told),)
        self.chart.show_chart(Chart(said, line.name, "%", years, years, series), self.words.language)

    def _show(self, found: Trends) -> None:
        self.trends = found
        self.listing.show_lines(found.lines)


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
            lines.append(f"{one.name}: {mean} · {label(one.level) if one.level else '–'}")
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


class RegionPeopleTab(RegionListTab[BoardPerson]):
    """Di balik angka: the people behind a number, and the sheet of one of them with the package that brought it."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.figure: BoardFigure | None = None
        self.told = ""
        self.people: Sequence[BoardPerson] = ()
        self.table = BehindTable(words, self)
        self.build(
            "overview.region.people",
            self.table,
            [column_facet(self.table, column, lambda: self.people) for column in (
                BehindColumn.PREDICATE, BehindColumn.UNIT, BehindColumn.RATER)],
            {"region_back": ("Backspace", self.back), "region_sheet": ("Ctrl+Return", self.sheet)},
            self.why,
            is_personal=True,
        )  # fmt: skip
        self.listing.title_words = lambda: self.title.text()
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        if self.figure is None:
            self.listing.show_lines(())
            return
        figure = self.figure
        self.ask("region.people", lambda: self.desk.overview.region.people(figure), self._show)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``figure`` is the number that is opened, ``told`` what it is called."""
        figure = filters.get("figure")
        if isinstance(figure, BoardFigure):
            self.figure, self.told = figure, str(filters.get("told", ""))
            self.retranslate()
            self.mark_stale()

    def back(self) -> None:
        """Back to the board."""
        self.go_to.emit(self.room, {"tab": "region"})

    def sheet(self) -> None:
        """The sheet of the chosen person, drawn from what arrived and marked as a copy."""
        person = self.listing.current()
        if person is None or self.figure is None or not person.evaluation_id:
            return
        period = self.figure.period

        def then(copy: SheetCopy) -> None:
            self.why.setHtml(came_with_html(copy.came_with, self.words))
            folder = tempfile.TemporaryDirectory(prefix="meritdesk-")
            path = Path(folder.name) / f"{copy.form.value}-{person.agency}-{period.code}-salinan.pdf"
            path.write_bytes(copy.data)
            show_paper(self, path, copy.form.value, folder)

        self.ask("region.sheet", lambda: self.desk.documents.copies.draw(person.agency, person.person_id, period), then)

    def settle(self) -> None:
        super().settle()
        person = self.listing.current()
        has_sheet = person is not None and bool(person.evaluation_id) and person.predicate is not None
        for one in (self.buttons["region_sheet"], self.deeds["region_sheet"]):
            one.setEnabled(has_sheet)
        self.why.setHtml("")
        if person is None or not person.evaluation_id or self.figure is None:
            return
        period = self.figure.period
        self.lane.ask(
            lambda step: self.desk.overview.region.origin(person.agency, EVALUATIONS, person.evaluation_id, period),
            lambda came: self.why.setHtml(came_with_html(came, self.words)),
            self.refusal.tell,
            key="region.origin",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(self.told or translate("RegionTabs", "Behind a number"))
        self.lead.setText(
            translate("RegionTabs", "Enter draws the sheet from what arrived, marked as a copy. Backspace goes back.")
        )
        self.say_deeds(
            {
                "region_back": translate("RegionTabs", "Back to the board"),
                "region_sheet": translate("RegionTabs", "Show the sheet"),
            }
        )

    def _show(self, people: tuple[BoardPerson, ...]) -> None:
        self.people = people
        self.listing.show_lines(people)
        said = QCoreApplication.translate("RegionTabs", "%1 people")
        self.listing.summary.setText(said.replace("%1", self.words.number(len(people))))

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        if self.figure is None:
            return QCoreApplication.translate(
                "RegionTabs", "Choose a number on the regional board or in a spread, then press Enter."
            )
        return QCoreApplication.translate("RegionTabs", "Nobody stands behind this number.")


def lying(
    title: str,
    subtitle: str,
    unit: str,
    names: Sequence[str],
    series: str,
    values: Sequence[Decimal | None],
    told: Sequence[str],
) -> Chart:
    """Lying bars, one a name."""
    one = ChartSeries(series, SeriesShape.LYING, tuple(values), tuple(told))
    empty = QCoreApplication.translate("RegionTabs", "Nothing to draw yet.")
    return Chart(title, subtitle, unit, tuple(names), tuple(names), (one,), empty=empty)


def show_paper(page: RoomPage, path: Path, form: str, folder: tempfile.TemporaryDirectory[str]) -> None:
    """Open the printer's dialog on a paper that goes when the dialog does."""
    dialog = PaperDialog(page.desk, page.lane, page.words, path, form, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _: folder.cleanup())
    dialog.open()


def came_with_html(found: Provenance | None, words: Words) -> str:
    """Which package brought a record, and where it stands in it."""
    translate = QCoreApplication.translate
    if found is None:
        return translate("RegionTabs", "No package brought this record.")
    line = words.number(found.line) if found.line is not None else translate("RegionTabs", "not known any more")
    day = words.day(found.received_on) if found.received_on else "–"
    rows = (
        (translate("RegionTabs", "Package"), found.package_id),
        (translate("RegionTabs", "Sender"), found.sender),
        (translate("RegionTabs", "Number"), words.number(found.sequence)),
        (translate("RegionTabs", "Period"), found.period),
        (translate("RegionTabs", "Received"), day),
        (translate("RegionTabs", "Receipt"), found.receipt_number),
        (translate("RegionTabs", "File"), found.file_name),
        (translate("RegionTabs", "Row"), line),
        (translate("RegionTabs", "Key"), found.key),
    )
    told = "".join(f"<p><b>{name}</b><br>{value}</p>" for name, value in rows)
    if found.was_changed_here:
        changed = translate("RegionTabs", "The region itself changed this record since.")
        told += f"<p>{changed}</p>"
    return told
