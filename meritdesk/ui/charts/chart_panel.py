"""A chart with everything one does with it: its table on a key, printing, saving, copying, its numbers taken along."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import Refusal
from meritdesk.core.figures import Figure, FigureKind
from meritdesk.services import Desk
from meritdesk.services.upkeep.lists import ListOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.charts.chart import Chart, chart_of
from meritdesk.ui.charts.chart_table import ChartTable
from meritdesk.ui.charts.chart_view import ChartView
from meritdesk.ui.charts.output import ENDINGS, clipboard_data, list_sheet, save_picture, write_pdf
from meritdesk.ui.clipboard import put
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.wording import Words

FORM = "FIGURE"
LEAST_OF_TITLE = 160
"""Under this name the printer of charts is remembered."""


class ChartPanel(QWidget):
    """One chart; ``said`` carries what came of saving, ``failed`` what went wrong."""

    said = Signal(str)
    failed = Signal(object)  # Refusal

    def __init__(self, desk: Desk, lane: Lane, words: Words, kind: FigureKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        self.kind = kind
        self.figure: Figure | None = None
        self.chart: Chart | None = None
        self.title = look.strong(QLabel())
        self.subtitle = QLabel()
        self.subtitle.setWordWrap(True)
        self.subtitle.setMinimumWidth(40)
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setText("…")
        self.more.setAutoRaise(True)
        self.view = ChartView()
        self.table = ChartTable(self)
        self.table_view = QTableView()
        self.table_view.setModel(self.table)
        look.tidy(self.table_view)
        self.table_view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.table_view)
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self._actions: dict[str, QAction] = {}
        menu = QMenu(self)
        for name, keys, act in (
            ("chart_table", ("Ctrl+T",), self.switch),
            ("chart_copy", ("Ctrl+C",), self.copy),
            ("chart_save", (), self.ask_save),
            ("chart_print", ("Ctrl+P",), self.print_on_paper),
            ("chart_export", (), self.ask_export),
        ):
            action = actions.page_action(self, name, *keys)
            action.triggered.connect(act)
            menu.addAction(action)
            self._actions[name] = action
        self.more.setMenu(menu)
        top = QHBoxLayout()
        top.setSpacing(look.RHYTHM)
        top.addWidget(self.title, 3)
        top.addWidget(self.subtitle, 1)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notes)
        self.retranslate()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure in the words of now."""
        self.figure = figure
        curve = QCoreApplication.translate("ChartPanel", "Pattern of the level")
        self.chart = chart_of(figure, self._words, curve)
        self.title.setText(self.chart.title)
        look.let_wrap(self.title, LEAST_OF_TITLE)
        self.subtitle.setText("" if self.is_small else self.chart.subtitle)
        self.subtitle.setToolTip(self.chart.subtitle)
        look.colour(self.subtitle, look.quiet())
        self.view.show_chart(self.chart, self._words.language)
        self.table.show_chart(self.chart)
        self.notes.setText("\n".join(self.chart.notes))
        self.notes.setVisible(bool(self.chart.notes) and not self.is_small)
        look.colour(self.notes, look.quiet())
        if self.is_small:
            self.view.setToolTip("\n".join(self.chart.notes))
        for action in self._actions.values():
            action.setEnabled(not self.chart.is_empty)

    is_small = False
    """Whether the notes give way to the picture: on the first page."""

    def switch(self) -> None:
        """Picture or table."""
        shown = self.table_view if self.stack.currentWidget() is self.view else self.view
        self.stack.setCurrentWidget(shown)
        shown.setFocus()

    def copy(self) -> None:
        """Picture and numbers onto the clipboard."""
        if self.chart is not None and not self.chart.is_empty:
            put(clipboard_data(self.chart, self._words.language))
            self.said.emit(QCoreApplication.translate("ChartPanel", "The chart and its numbers are on the clipboard."))

    def ask_save(self) -> None:
        """Ask where the picture goes."""
        kinds = ";;".join(f"{ending[1:].upper()} (*{ending})" for ending in ENDINGS)
        title = QCoreApplication.translate("ChartPanel", "Save the chart")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "", kinds)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the picture by the ending of the name."""
        if self.chart is None:
            return
        try:
            save_picture(self.chart, path, self._words.language)
        except Refusal as refusal:
            self.failed.emit(refusal)
            return
        self.said.emit(QCoreApplication.translate("ChartPanel", "Saved as %1.").replace("%1", path.name))

    def ask_export(self) -> None:
        """Ask where the numbers go."""
        title = QCoreApplication.translate("ChartPanel", "Take the numbers along")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "", "Excel (*.xlsx);;CSV (*.csv)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the numbers as a spreadsheet."""
        if self.chart is None:
            return
        sheet = list_sheet(self.chart)

        def then(outcome: ListOutcome) -> None:
            told = QCoreApplication.translate("ChartPanel", "Saved as %1.").replace("%1", outcome.path.name)
            self.said.emit(self._words.without(told, outcome.left_out))

        self._lane.ask(lambda step: self._desk.upkeep.lists.export(sheet, path), then, self.failed.emit)

    def print_on_paper(self) -> PaperDialog | None:
        """Put the chart with its table on a page and open the dialog of the printer."""
        if self.chart is None or self.chart.is_empty:
            return None
        return print_charts(self, self._desk, self._lane, self._words, [self.chart])

    def retranslate(self) -> None:
        """Say the panel in the current language."""
        translate = QCoreApplication.translate
        for name, said in (
            ("chart_table", translate("ChartPanel", "Picture or table")),
            ("chart_copy", translate("ChartPanel", "Copy picture and numbers")),
            ("chart_save", translate("ChartPanel", "Save the picture…")),
            ("chart_print", translate("ChartPanel", "Print…")),
            ("chart_export", translate("ChartPanel", "Take the numbers along…")),
        ):
            self._actions[name].setText(said)
        self.more.setAccessibleName(translate("ChartPanel", "What to do with the chart"))
        self.more.setToolTip(self.more.accessibleName())
        self.table_view.setAccessibleName(translate("ChartPanel", "The numbers of the chart"))
        self.title.setText(self._words.messages.label_of(self.kind))
        if self.figure is not None:
            self.show_figure(self.figure)


def print_charts(parent: QWidget, desk: Desk, lane: Lane, words: Words, charts: list[Chart]) -> PaperDialog:
    """Charts on pages of their own, in the dialog that prints every other sheet too."""
    folder = tempfile.TemporaryDirectory(prefix="meritdesk-")
    path = Path(folder.name) / "grafik.pdf"
    write_pdf(charts, path, words.language, desk.agency.name)
    dialog = PaperDialog(desk, lane, words, path, FORM, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _: folder.cleanup())
    dialog.open()
    return dialog
