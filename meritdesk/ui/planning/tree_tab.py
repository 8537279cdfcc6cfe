"""The tab of the tree of indicators: lights, forecasts and what is added from below, from the city to one person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.cascade import RollUp
from meritdesk.core.documents import PaperStyle
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.scoring.kpi import Light
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome
from meritdesk.services.planning.budgets import BudgetLine
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.services.planning.kpi_tree import KpiGaps, KpiWhy, counted
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.planning.budget_dialog import BudgetDialog
from meritdesk.ui.planning.hint_list import HintView
from meritdesk.ui.planning.kpi_tree_model import SIGNS, KpiTree, KpiTreeColumn
from meritdesk.ui.planning.kpi_tree_words import why_html
from meritdesk.ui.planning.opened_tree import OpenedTreeView
from meritdesk.ui.planning.unit_tab import UnitTab
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_MOST_GAPS = 200
_LEVELS = 3


class KpiTreeTab(UnitTab):
    """Pohon indikator: opened step by step; below it why the chosen place stands so, and the gaps."""

    room = "planning"
    nouns = frozenset({"agreements", "cascade", "plans", "actuals", "budget", "units", "people"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._top: tuple[KpiLine, ...] = ()
        self._gaps: KpiGaps | None = None
        self._why: KpiWhy | None = None
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.tree = KpiTree(self.words, self)
        self.view = OpenedTreeView(self.tree, self._ask_below, self)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._place_chosen())
        self.import_files = QPushButton(self)
        self.import_files.clicked.connect(self.open_import)
        self.budget = QPushButton(self)
        self.budget.clicked.connect(self.open_budget)
        self.export = QPushButton(self)
        self.export.clicked.connect(lambda: self.export_into())
        self.print_button = QPushButton(self)
        self.print_button.setObjectName("primary")
        self.print_button.clicked.connect(self.open_sheet)
        self.adds = QPushButton(self)
        self.rules = QMenu(self.adds)
        self.adds.setMenu(self.rules)
        self.why = QTextBrowser(self)
        self.why.setOpenLinks(False)
        self.hints = HintView(self.words, self)
        self.hints.wanted.connect(self._go_to_gap)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.unit_action = self._action("tree_unit", "Ctrl+F", self.unit.setFocus)
        self.import_action = self._action("tree_import", "Ctrl+I", self.open_import)
        self.budget_action = self._action("tree_budget", "Ctrl+B", self.open_budget)
        self.adds_action = self._action("tree_adds", "Ctrl+M", self.adds.showMenu)
        self.export_action = self._action("tree_export", "Ctrl+Shift+E", self.export_into)
        self.print_action = self._action("tree_print", "Ctrl+P", self.open_sheet)

    def _action(self, name: str, key: str, carry: Callable[[], object]) -> QAction:
        action = page_action(self, name, key)
        action.triggered.connect(lambda: carry())
        return action

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.import_files)
        top.addWidget(self.export)
        top.addWidget(self.print_button)
        filters = QHBoxLayout()
        filters.addWidget(self.unit, 1)
        filters.addWidget(self.adds)
        filters.addWidget(self.budget)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        self.beneath = QSplitter(Qt.Orientation.Horizontal, self)
        self.beneath.setObjectName("kpiTreeLower")
        self.beneath.addWidget(self.why)
        self.beneath.addWidget(self.hints)
        self.beneath.setSizes([620, 540])
        self.beneath.setChildrenCollapsible(False)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("kpiTreeSplitter")
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(self.beneath)
        self.splitter.setSizes([350, 230])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.told)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(KpiTreeColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        widths = (
            (KpiTreeColumn.OWNER, 190), (KpiTreeColumn.TARGET, 80), (KpiTreeColumn.ACTUAL, 90),
            (KpiTreeColumn.LIGHT, 165), (KpiTreeColumn.FORECAST, 75), (KpiTreeColumn.ADDED, 100),
            (KpiTreeColumn.BUDGET, 70),
        )  # fmt: skip
        for column, width in widths:
            self.view.setColumnWidth(column, look.in_letters(width))

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("KpiTreeTab", "Tree of indicators"))
        self.unit.retranslate()
        self.import_files.setText(translate("KpiTreeTab", "&Import…"))
        self.export.setText(translate("KpiTreeTab", "&Spreadsheet…"))
        self.print_button.setText(translate("KpiTreeTab", "&Print…"))
        self.adds.setText(translate("KpiTreeTab", "&Adds up…"))
        self.budget.setText(translate("KpiTreeTab", "&Budget of the unit…"))
        for action, said in (
            (self.unit_action, translate("KpiTreeTab", "Choose the unit")),
            (self.import_action, translate("KpiTreeTab", "Import indicators or budgets")),
            (self.budget_action, translate("KpiTreeTab", "Budget of the unit in a month")),
            (self.adds_action, translate("KpiTreeTab", "Choose how figures below add up")),
            (self.export_action, translate("KpiTreeTab", "Write the tree as a spreadsheet")),
            (self.print_action, translate("KpiTreeTab", "Print the tree")),
        ):
            action.setText(said)
        self.view.setAccessibleName(translate("KpiTreeTab", "Indicators with light, forecast and what they add"))
        self.why.setAccessibleName(translate("KpiTreeTab", "Why this place stands so"))
        self.rules.clear()
        for rule in RollUp:
            chosen = self.rules.addAction(self.words.messages.label_of(rule))
            chosen.triggered.connect(lambda _=False, wanted=rule: self._add_up(wanted))
        follow = self.rules.addAction(translate("KpiTreeTab", "As it is handed down"))
        follow.triggered.connect(lambda: self._add_up(None))
        self.tree.retranslate()
        self.hints.retranslate()
        if self._why is not None:
            self.why.setHtml(why_html(self._why, self.words))
        self._tell()

    def primary_focus(self) -> QWidget:
        return self.view if self.middle.currentWidget() is self.view else self.unit

    def load(self, period: Period) -> None:
        def gathered(gaps: KpiGaps) -> None:
            self._gaps = gaps
            self.hints.show_hints(_hints(gaps), None)
            self._tell()

        self.ask_for_units(period, "planning.tree.units")
        self.lane.ask(lambda step: self.desk.planning.tree.gaps(period, _MOST_GAPS), gathered, key="planning.tree.gaps")

    def open_import(self) -> IntakeWizard:
        """The import wizard for indicators over the year; budgets and agreements are recognised as well."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "KPI", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_budget(self) -> None:
        """The dialog for the budget of the chosen unit in a month."""
        unit_id, name, period = self.unit.unit_id, self.unit.unit_name, self.period
        if not unit_id or period is None:
            return

        def then(lines: tuple[BudgetLine, ...]) -> None:
            months = next((line.months for line in lines if line.unit.unit_id == unit_id), ())
            dialog = BudgetDialog(self.words, name, period.year, months, self)

            def write() -> None:
                month, ceiling, realised, note = dialog.answer()
                self._write(lambda: self.desk.planning.budgets.enter(unit_id, month, ceiling, realised, note))

            dialog.accepted.connect(write)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            keep_drafts(dialog, self, "planning.budget", unit_id, name)
            dialog.open()

        self.lane.ask(lambda step: self.desk.planning.budgets.lines(period), then, key="planning.tree.budgets")

    def open_sheet(self) -> SheetDialog | None:
        """Show the tree as it prints, three levels deep; it is printed from there."""
        if self.period is None or not self._top:
            return None
        period, unit_id, papers = self.period, self._from_unit(), self.desk.planning.papers

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(papers.print_tree(period, folder, unit_id, _LEVELS, style).file.path)

        dialog = SheetDialog(
            self.desk, self.lane, self.words, self.title.text(),
            lambda style: papers.preview(period, unit_id, _LEVELS, style), issue, self,
        )  # fmt: skip
        dialog.open()
        return dialog

    def export_into(self, path: Path | None = None) -> None:
        """Write the tree as a spreadsheet; without a file, ask for it."""
        if self.period is None or not self._top:
            return
        period, unit_id, target = self.period, self._from_unit(), path
        if target is None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            asked = QCoreApplication.translate("KpiTreeTab", "Write the tree where?")
            name = str(Path(home) / f"kpi-{period.code}.xlsx")
            chosen, _ = QFileDialog.getSaveFileName(self, asked, name, "*.xlsx *.csv")
            if not chosen:
                return
            target = Path(chosen)
        title = QCoreApplication.translate("KpiTreeTab", "Writing the tree")
        said = QCoreApplication.translate("KpiTreeTab", "{count} rows written to {name}.")
        self.lane.ask(
            lambda step: self.desk.planning.papers.export(period, target, unit_id, _LEVELS),
            lambda count: self.message.emit(said.format(count=self.words.number(count), name=target.name)),
            title=title,
        )

    def _from_unit(self) -> str:
        """Where the tree begins: the root stands for the whole city."""
        chosen = next((one for one in self._units if one.unit_id == self.unit.unit_id), None)
        return chosen.unit_id if chosen is not None and chosen.parent_id else ""

    def _line(self) -> KpiLine | None:
        return self.tree.line(self.view.currentIndex())

    def _show_unit(self) -> None:
        period = self.period
        if period is None:
            return
        unit_id = self._from_unit()

        def then(lines: tuple[KpiLine, ...]) -> None:
            self._top = lines
            self.view.show_top(lines)
            self.middle.setCurrentWidget(self.view if lines else self.empty)
            if not lines:
                self._why = None
                self.why.clear()
            self._tell()

        self.lane.ask(lambda step: self.desk.planning.tree.top(period, unit_id), then, key="planning.tree.top")

    def _ask_below(self, line: KpiLine, then: Callable[[Sequence[KpiLine]], None]) -> None:
        if self.period is None:
            return
        period = self.period
        self.lane.ask(lambda step: self.desk.planning.tree.below(line.node, period), then)

    def _place_chosen(self) -> None:
        line, period = self._line(), self.period
        self._tell()
        if line is None or period is None:
            return

        def then(why: KpiWhy) -> None:
            self._why = why
            self.why.setHtml(why_html(why, self.words))

        self.lane.ask(lambda step: self.desk.planning.tree.why(line.node, period), then, key="planning.tree.why")

    def _add_up(self, rule: RollUp | None) -> None:
        line = self._line()
        if line is None or self.period is None:
            return
        year = self.period.year
        self._write(lambda: self.desk.planning.tree.add_up(line.node, year, rule))

    def _write(self, verb: Callable[[], Changes]) -> None:
        self.lane.ask(lambda step: verb(), lambda _: self._show_unit())

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("PlanningPage", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _go_to_gap(self, hint: Hint) -> None:
        """Lead to the unit of a goal with nobody beneath, or to the plan of somebody whose result hangs loose."""
        kind, key = hint.place[0], hint.place[1]
        if kind == "unit":
            self.unit.choose(key)
        else:
            self.go_to.emit("planning", {"tab": "editor", "nip": key})

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        line = self._line() if self._top else None
        self.adds.setEnabled(line is not None and line.method is not None)
        for widget in (self.export, self.print_button):
            widget.setEnabled(bool(self._top))
        self.budget.setEnabled(bool(self.unit.unit_id))
        self.empty.setText(
            translate(
                "KpiTreeTab",
                "No indicator stands here for this year. Import performance agreements or a sheet of indicators with "
                "Ctrl+I, or enter the first one on the tab of agreements.",
            )
        )
        if not self._top:
            self.told.clear()
            return
        lights = counted(self._top)
        shown = " · ".join(
            f"{SIGNS[light]} {self.words.messages.label_of(light)} {self.words.number(lights[light])}"
            for light in Light
            if lights[light]
        )
        gaps = self.words.number(self._gaps.count) if self._gaps is not None else "…"
        self.told.setText(
            singular(
                translate("KpiTreeTab", "{all} indicators: {lights} · {gaps} gaps").format(
                    all=self.words.number(len(self._top)), lights=shown, gaps=gaps
                )
            )
        )


def _hints(gaps: KpiGaps) -> list[Hint]:
    found = [Hint("PLN-437", {"text": line.text, "unit": line.owner}, ("unit", line.unit_id)) for line in gaps.goals]
    for one in gaps.loose.results:
        found.append(Hint("PLN-424", {"text": one.text, "name": one.name}, ("person", one.nip)))
    return found
