"""Grafik: all charts of a period on one page, of a unit or of the whole agency."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meritdesk.core.figures import Figure, FigureKind
from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart_panel import ChartPanel, print_charts
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.overview.unit_box import UnitBox
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_LEAST_HEIGHT = 250


class FiguresTab(RoomPage):
    """Every chart there is."""

    room = "overview"
    nouns = frozenset(
        {
            "evaluations",
            "agreements",
            "levels",
            "documents",
            "circulation",
            "processes",
            "people",
            "units",
            "plans",
            "surveys",
        }
    )

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._wanted_unit = ""
        self._title = look.title(QLabel())
        self.unit = UnitBox()
        self.print_all = QPushButton()
        self.print_all.setObjectName("primary")
        self.refusal = RefusalStrip(words, self)
        self.panels = {kind: ChartPanel(desk, lane, words, kind) for kind in desk.overview.figures.kinds}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, look.RHYTHM, 0)
        grid.setSpacing(2 * look.RHYTHM)
        for place, panel in enumerate(self.panels.values()):
            panel.setMinimumHeight(look.in_letters(_LEAST_HEIGHT))
            grid.addWidget(panel, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inside = QWidget()
        inside.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.unit)
        top.addWidget(self.print_all)
        page = QVBoxLayout(self)
        page.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        page.setSpacing(look.RHYTHM)
        page.addLayout(top)
        page.addWidget(self.refusal)
        page.addWidget(scroll, 1)
        self._print_action = actions.page_action(self, "charts_print", "Ctrl+Shift+B")
        self._print_action.triggered.connect(self.print_everything)
        self._unit_action = actions.page_action(self, "charts_unit", "Ctrl+F")
        self._unit_action.triggered.connect(self.unit.setFocus)
        self.print_all.clicked.connect(self.print_everything)
        self.unit.chosen.connect(lambda _: self.mark_stale())
        for panel in self.panels.values():
            panel.said.connect(self.message)
            panel.failed.connect(self.refusal.tell)
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read the units and every chart, each by itself so that the first is seen at once."""
        unit_id = self._wanted_unit or self.unit.unit_id
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.overview.status(period).units, self._show_units, key="figures.units")
        for kind, panel in self.panels.items():
            self.lane.ask(
                partial(self._read, kind, period, unit_id), panel.show_figure, self.refusal.tell, key=f"figures.{kind}"
            )

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``unit`` narrows every chart to a branch; ``figure`` puts the keyboard on one."""
        self._wanted_unit = str(filters.get("unit", ""))
        self.unit.choose(self._wanted_unit)
        self.mark_stale()
        wanted = str(filters.get("figure", ""))
        if wanted and FigureKind(wanted) in self.panels:
            self.panels[FigureKind(wanted)].view.setFocus()

    def primary_focus(self) -> QWidget:
        return next(iter(self.panels.values())).view

    def places(self) -> tuple[QWidget, ...]:
        """The keys of every chart are at work where the keyboard is."""
        return (self, next(iter(self.panels.values())))

    def print_everything(self) -> PaperDialog | None:
        """All charts that show something, a page each."""
        charts = [panel.chart for panel in self.panels.values() if panel.chart is not None and not panel.chart.is_empty]
        return print_charts(self, self.desk, self.lane, self.words, charts) if charts else None

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(translate("FiguresTab", "Charts"))
        self.print_all.setText(translate("FiguresTab", "Print all…"))
        self._print_action.setText(translate("FiguresTab", "Print all charts"))
        self._unit_action.setText(translate("FiguresTab", "Choose a unit"))
        self.unit.retranslate()
        for panel in self.panels.values():
            panel.retranslate()

    def _read(self, kind: FigureKind, period: Period, unit_id: str, step: object) -> Figure:
        return self.desk.overview.figures.of(kind, period, unit_id)

    def _show_units(self, units: tuple[UnitProgress, ...]) -> None:
        self.unit.show_units(units)
        if self._wanted_unit:
            self.unit.choose(self._wanted_unit)
            self._wanted_unit = ""
