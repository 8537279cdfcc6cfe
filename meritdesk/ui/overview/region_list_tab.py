"""What the tabs of the regional board are made of: a list, a text or picture beside it, and commands that lead on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Generic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from meritdesk.core.figures import SeriesShape
from meritdesk.core.region_board import BoardFigure, Provenance
from meritdesk.services import Desk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart import Chart, ChartSeries
from meritdesk.ui.charts.chart_view import ChartView
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.guard.greying import do_or_say
from meritdesk.ui.line_table import Line, LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


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
        self.listing.line_opened.connect(lambda _: do_or_say(self.deeds[last], self))
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
    told = "".join(f"<p><b>{escape(name)}</b><br>{escape(value)}</p>" for name, value in rows)
    if found.was_changed_here:
        changed = translate("RegionTabs", "The region itself changed this record since.")
        told += f"<p>{changed}</p>"
    return told
