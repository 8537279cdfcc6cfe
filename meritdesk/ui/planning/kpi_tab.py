"""The tab of figures: what a unit agreed to reach, what it reached by period, and the level that follows from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Target
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.planning.agreement import AdoptOutcome, AgreementCard
from meritdesk.services.planning.kpi import KpiCard
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.grids.keeper import GridKeeper
from meritdesk.ui.grids.pane import GridPane
from meritdesk.ui.grids.red_memory import RedMemory
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.planning.indicator_dialog import IndicatorDialog
from meritdesk.ui.planning.kpi_table import FIRST_PERIOD, KpiColumn, KpiTable
from meritdesk.ui.planning.kpi_writer import KpiWriter
from meritdesk.ui.planning.settle_dialog import SettleDialog
from meritdesk.ui.planning.unit_tab import UnitTab
from meritdesk.ui.wording import Words


class KpiTab(UnitTab):
    """Perjanjian kinerja dan capaian organisasi: figures in a grid, the level derived and set below it."""

    room = "planning"
    nouns = frozenset({"agreements", "levels", "cascade", "units", "plans"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._card: KpiCard | None = None
        self._agreement: AgreementCard | None = None
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.new = QPushButton(self)
        self.new.clicked.connect(self.open_new)
        self.edit = QPushButton(self)
        self.edit.clicked.connect(self.open_edit)
        self.remove = QPushButton(self)
        self.remove.clicked.connect(self._remove)
        self.adopt = QPushButton(self)
        self.adopt.clicked.connect(self._adopt)
        self.import_files = QPushButton(self)
        self.import_files.clicked.connect(self.open_import)
        self.settle = QPushButton(self)
        self.settle.setObjectName("primary")
        self.settle.clicked.connect(self.open_settle)
        self.table = KpiTable(self.words, self)
        self.grid = Grid(self.table, parent=self)
        self.grid.horizontalHeader().setMinimumHeight(look.in_letters(34))
        self.keeper = GridKeeper(self.lane, self.grid, KpiWriter(self.desk, self.table), self)
        self.keeper.told.connect(self.message)
        self.keeper.kept.connect(lambda _: self._show_unit())
        self.pane = GridPane(self.grid, self.keeper, self)
        self.red_memory = RedMemory(self.desk, self.lane, self.keeper, "planning.kpi", self)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._explain())
        self.why = QTextBrowser(self)
        self.why.setOpenLinks(False)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.unit_action = page_action(self, "kpi_unit", "Ctrl+F")
        self.unit_action.triggered.connect(self.unit.setFocus)
        self.new_action = page_action(self, "kpi_new", "Ctrl+N")
        self.new_action.triggered.connect(self.open_new)
        self.edit_action = page_action(self, "kpi_edit", "Ctrl+E")
        self.edit_action.triggered.connect(self.open_edit)
        self.settle_action = page_action(self, "kpi_settle", "Ctrl+Return")
        self.settle_action.triggered.connect(self.open_settle)
        self.import_action = page_action(self, "kpi_import", "Ctrl+I")
        self.import_action.triggered.connect(self.open_import)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.import_files)
        top.addWidget(self.settle)
        filters = QHBoxLayout()
        filters.addWidget(self.unit, 1)
        filters.addWidget(self.new)
        filters.addWidget(self.edit)
        filters.addWidget(self.remove)
        filters.addWidget(self.adopt)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.pane)
        self.middle.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("kpiSplitter")
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(self.why)
        self.splitter.setSizes([360, 190])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("KpiTab", "Agreement and figures of the unit"))
        self.unit.retranslate()
        self.new.setText(QCoreApplication.translate("KpiTab", "&New indicator…"))
        self.edit.setText(QCoreApplication.translate("KpiTab", "&Edit…"))
        self.remove.setText(QCoreApplication.translate("KpiTab", "&Remove"))
        self.adopt.setText(QCoreApplication.translate("KpiTab", "Take over into the leader's &plan"))
        self.import_files.setText(QCoreApplication.translate("KpiTab", "&Import…"))
        self.settle.setText(QCoreApplication.translate("KpiTab", "Set the &level…"))
        self.unit_action.setText(QCoreApplication.translate("KpiTab", "Choose the unit"))
        self.new_action.setText(QCoreApplication.translate("KpiTab", "New indicator"))
        self.edit_action.setText(QCoreApplication.translate("KpiTab", "Edit the indicator"))
        self.settle_action.setText(QCoreApplication.translate("KpiTab", "Set the level of the organisation"))
        self.import_action.setText(QCoreApplication.translate("KpiTab", "Import agreements or figures"))
        self.grid.setAccessibleName(QCoreApplication.translate("KpiTab", "Indicators and figures by period"))
        self.why.setAccessibleName(QCoreApplication.translate("KpiTab", "Why this level"))
        self.pane.retranslate(
            QCoreApplication.translate(
                "KpiTab",
                "Type or F2 writes a figure · a level by its word or initials (G, NI, P) · Ctrl+D fills down · "
                "Ctrl+C/V block · Ctrl+Z undoes",
            )
        )
        self.table.retranslate()
        self.grid.fit_headings()
        self._tell()
        self._explain()

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.grid)

    def primary_focus(self) -> QWidget:
        return self.grid if self.middle.currentWidget() is self.pane else self.unit

    def load(self, period: Period) -> None:
        self.ask_for_units(period, "planning.kpi.units")

    def open_new(self) -> IndicatorDialog | None:
        """The dialog for a new indicator of this unit."""
        if self._card is None:
            return None
        numbers = [one.number for one in self._card.indicators]
        number = max(numbers, default=0) + 1
        return self._open(AgreementIndicator("", self._card.unit.unit_id, self._card.year, number, "", "", Target("")))

    def open_edit(self) -> IndicatorDialog | None:
        """The dialog for the indicator of the current row."""
        indicator = self.table.indicator_at(self.grid.currentIndex().row())
        return self._open(indicator) if indicator is not None else None

    def open_indicator(self, indicator_id: str) -> IndicatorDialog | None:
        """The dialog for one indicator of the unit in front."""
        known = self._card.indicators if self._card is not None else ()
        indicator = next((one for one in known if one.indicator_id == indicator_id), None)
        return self._open(indicator) if indicator is not None else None

    def open_import(self) -> IntakeWizard:
        """The import wizard, for agreements and figures of units."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "AGREEMENTS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_settle(self) -> SettleDialog | None:
        """The dialog for the level of the current period; the year when none is chosen."""
        card = self._card
        if card is None:
            return None
        period = self._chosen_period(card)
        dialog = SettleDialog(self.words, card, period, self)

        def write() -> None:
            level, reason, source, published = dialog.answer()
            unit_id = card.unit.unit_id
            self.lane.ask(
                lambda step: self.desk.planning.kpi.settle(unit_id, period, level, reason, source, published),
                lambda _: self._show_unit(),
            )

        dialog.accepted.connect(write)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        unit = card.unit
        keep_drafts(
            dialog, self, "planning.settle", f"{unit.unit_id}|{period}", unit.name, facts={"unit": unit.unit_id}
        )
        dialog.open()
        return dialog

    def _chosen_period(self, card: KpiCard) -> Period:
        chosen = self.table.period_at(self.grid.currentIndex().column()) if self.grid.currentIndex().isValid() else None
        return chosen or Period(card.year, PeriodKind.YEAR)

    def _open(self, indicator: AgreementIndicator) -> IndicatorDialog:
        assert self._card is not None
        dialog = IndicatorDialog(self.words, indicator, self._card.periods, self)

        def write() -> None:
            answer = dialog.answer()
            self.lane.ask(lambda step: self.desk.planning.agreement.save(answer), lambda _: self._show_unit())

        dialog.accepted.connect(write)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        unit, known = self._card.unit, {one.indicator_id for one in self._card.indicators}
        is_new = indicator.indicator_id not in known
        name = "planning.indicator.new" if is_new else "planning.indicator"
        subject = f"{unit.unit_id}|{self._card.year}" if is_new else indicator.indicator_id
        keep_drafts(dialog, self, name, subject, indicator.text or unit.name, facts={"unit": unit.unit_id})
        dialog.open()
        return dialog

    def _remove(self) -> None:
        indicator = self.table.indicator_at(self.grid.currentIndex().row())
        if indicator is None or self._card is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        said = QCoreApplication.translate("KpiTab", "Remove indicator {number} with all its figures?\n{text}")
        box.setText(said.format(number=indicator.number, text=indicator.text))
        yes = box.addButton(QCoreApplication.translate("KpiTab", "Remove"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(QCoreApplication.translate("KpiTab", "Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        if box.clickedButton() is yes:
            year = self._card.year
            self.lane.ask(
                lambda step: self.desk.planning.agreement.remove(indicator.indicator_id, year),
                lambda _: self._show_unit(),
            )

    def _adopt(self) -> None:
        if self._card is None:
            return
        unit_id, year = self._card.unit.unit_id, self._card.year

        def then(outcome: AdoptOutcome) -> None:
            said = QCoreApplication.translate("KpiTab", "{count} indicators entered the plan of the leader.")
            told = said.format(count=self.words.number(outcome.added))
            if outcome.missing:
                left = QCoreApplication.translate("KpiTab", "{count} are missing there: revise the plan first.")
                told = f"{told} {left.format(count=self.words.number(len(outcome.missing)))}"
            if outcome.changes.change_set_id:
                self.offer_undo.emit(told, outcome.changes.change_set_id)
            else:
                self.message.emit(told)
            self._show_unit()

        self.lane.ask(lambda step: self.desk.planning.agreement.adopt(unit_id, year), then, touches=self.nouns)

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("KpiTab", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _show_unit(self) -> None:
        unit_id, period = self.unit.unit_id, self.period
        if not unit_id or period is None:
            self._card = None
            self._show_card()
            return
        year = period.year

        def read(step: Step) -> tuple[KpiCard, AgreementCard]:
            return self.desk.planning.kpi.show(unit_id, year), self.desk.planning.agreement.show(unit_id, year)

        def then(cards: tuple[KpiCard, AgreementCard]) -> None:
            if self._card is None or self._card.unit.unit_id != cards[0].unit.unit_id:
                self.keeper.forget()
            self._card, self._agreement = cards
            self._show_card()

        self.lane.ask(read, then, key="planning.kpi")

    def _show_card(self) -> None:
        card = self._card
        before = self.grid.currentIndex()
        first = FIRST_PERIOD
        if card is not None and self.period in card.periods:
            first += card.periods.index(self.period)
        place = (before.row(), before.column()) if before.isValid() else (0, first)
        has_rows = card is not None and bool(card.indicators)
        self.table.show_card(card if has_rows else None)
        self.middle.setCurrentWidget(self.pane if has_rows else self.empty)
        if has_rows:
            header = self.grid.horizontalHeader()
            header.setSectionResizeMode(KpiColumn.INDICATOR, QHeaderView.ResizeMode.Stretch)
            widths = ((column, 136) for column in range(FIRST_PERIOD, self.table.columnCount()))
            self.grid.fit_headings(((KpiColumn.NUMBER, 40), (KpiColumn.TARGET, 100), *widths))
            row = min(place[0], self.table.rowCount() - 1)
            self.grid.setCurrentIndex(self.table.index(row, min(place[1], self.table.columnCount() - 1)))
        self._tell()
        self._explain()

    def _tell(self) -> None:
        card = self._card
        has_unit = card is not None
        has_rows = card is not None and bool(card.indicators)
        for button in (self.new, self.settle):
            button.setEnabled(has_unit)
        for button in (self.edit, self.remove, self.adopt):
            button.setEnabled(has_rows)
        if card is None:
            self.empty.setText(QCoreApplication.translate("KpiTab", "Choose a unit. Units come with the unit file."))
        else:
            said = QCoreApplication.translate(
                "KpiTab",
                "{unit} has no performance agreement for {year} yet. Enter its indicators with Ctrl+N, or import the "
                "agreements of all units at once with Ctrl+I.",
            )
            self.empty.setText(said.format(unit=card.unit.name, year=card.year))

    def _explain(self) -> None:
        """Why the current period suggests its level, line by line, and what else is open."""
        card, agreement = self._card, self._agreement
        if card is None or not card.indicators:
            self.why.clear()
            return
        period = self._chosen_period(card)
        derived = card.derived[period.code]
        words = self.words.messages
        lines = [f"<b>{_safe(self.words.period(period))}</b>"]
        lines += [_safe(words.reason(reason)) for reason in derived.reasons]
        lines += [f"⚠ {_safe(words.reason(reason))}" for reason in derived.warnings]
        basis, level = card.bases.get(period.code), card.levels.get(period.code)
        if level is not None:
            said = QCoreApplication.translate("KpiTab", "Level that was set: {level} ({source})")
            lines.append(f"<b>{_safe(said.format(level=words.label_of(level.level), source=level.source or '-'))}</b>")
        if basis is not None and basis.reason:
            said = QCoreApplication.translate("KpiTab", "Reason: {reason}")
            lines.append(_safe(said.format(reason=basis.reason)))
        if agreement is not None and agreement.unit.unit_id == card.unit.unit_id:
            hints = (*agreement.hints, *agreement.remarks)
            lines += [f"⚠ {hint.code}: {_safe(words.sentence(hint.code, hint.facts))}" for hint in hints]
        self.why.setHtml("<br>".join(lines))


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
