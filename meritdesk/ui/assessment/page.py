"""The assessment page: raters on the left, the grid of one rater's people, why, and the distribution beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.evaluation import OrgLevel, Predicate, Reason
from meritdesk.core.journal import Changes
from meritdesk.core.lines import RaterLine, RatingLine, RatingQuery
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment import EvaluationCard, UnitDistribution
from meritdesk.services.assessment.checking import PeriodCheck
from meritdesk.services.assessment.windows import WindowLine
from meritdesk.services.changes import CloseOutcome, ImportOutcome, Step
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.approval_note import ApprovalNote
from meritdesk.ui.assessment.acts_dialog import ActsDialog
from meritdesk.ui.assessment.check_dialog import CheckDialog
from meritdesk.ui.assessment.close_dialog import CloseDialog, CloseScope
from meritdesk.ui.assessment.distribution import DistributionChart
from meritdesk.ui.assessment.level_dialog import LevelDialog
from meritdesk.ui.assessment.raters_list import RatersList, place_of
from meritdesk.ui.assessment.rating_bulk import rating_scope
from meritdesk.ui.assessment.rating_table import RatingTable
from meritdesk.ui.assessment.rating_writer import RatingWriter
from meritdesk.ui.assessment.verdicts import GridColumn, asks_reason, is_closed
from meritdesk.ui.assessment.why_pane import WhyPane
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.grids.bulk import BulkEdit
from meritdesk.ui.grids.bulk_scope import BulkScope, Subject
from meritdesk.ui.grids.keeper import GridKeeper
from meritdesk.ui.grids.pane import GridPane
from meritdesk.ui.grids.red_memory import RedMemory
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.room import RoomPage
from meritdesk.ui.sheets.kinds import open_sheets, rating_sheets
from meritdesk.ui.sheets.write_dialog import WriteSheetsDialog
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_BLOCK = 200


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of the people whom one rater rates as head of one unit, and where the next one begins."""

    place: tuple[str, str]
    lines: tuple[RatingLine, ...]
    next_offset: int
    has_more: bool


class AssessmentPage(RoomPage):
    """Penilaian: ratings from the keyboard, the predicate and its reason at once."""

    room = "assessment"
    nouns = frozenset({"evaluations", "levels", "plans", "actuals", "people", "units", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._wanted_nip = ""
        self._was_narrowed = False
        self._next_offset = 0
        self._shown_period: Period | None = None
        self._warnings: tuple[Reason, ...] = ()
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.import_ratings = QPushButton(self)
        self.import_ratings.clicked.connect(self.open_import)
        self.write_sheets = QPushButton(self)
        self.write_sheets.clicked.connect(self.open_sheets)
        self.set_level = QPushButton(self)
        self.set_level.clicked.connect(self.open_level)
        self.special = QPushButton(self)
        self.special.clicked.connect(self.open_acts)
        self.check = QPushButton(self)
        self.check.clicked.connect(self.open_check)
        self.close_period = QPushButton(self)
        self.close_period.clicked.connect(self.open_close)
        self.raters = RatersList(self)
        self.raters.chosen.connect(self._rater_chosen)
        self.cohort_chip = CohortChip(self.words, self._everybody, self)
        self.find_action = page_action(self, "search", "Ctrl+F")
        self.find_action.triggered.connect(self.raters.search.setFocus)
        self.import_action = page_action(self, "import", "Ctrl+I")
        self.import_action.triggered.connect(self.open_import)
        self.sheets_action = page_action(self, "unit_sheets", "Ctrl+Shift+U")
        self.sheets_action.triggered.connect(self.open_sheets)
        self.check_action = page_action(self, "check_period", "Ctrl+Shift+K")
        self.check_action.triggered.connect(self.open_check)
        self.special_action = page_action(self, "special_case", "Ctrl+E")
        self.special_action.triggered.connect(self.open_acts)
        self.heading = look.strong(QLabel(self))
        self.heading.setWordWrap(True)
        self.table = RatingTable(self.words, self._predicate_of, self)
        self.table.more_wanted.connect(self._next_block)
        self.grid = Grid(self.table, parent=self)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self.grid.fit_headings(zip(GridColumn, (136, 128, 128, 128, 114, 80, 70), strict=True))
        writer = RatingWriter(self.desk, self.table, lambda: self.period)
        self.keeper = GridKeeper(self.lane, self.grid, writer, self)
        self.keeper.shown.connect(self._explain_current)
        self.keeper.told.connect(self.message)
        self.pane = GridPane(self.grid, self.keeper, self)
        self.red_memory = RedMemory(self.desk, self.lane, self.keeper, "assessment.ratings", self)
        self.bulk = BulkEdit(self, self.grid, self._bulk_scope, self._bulk_rows, self._bulk_field)
        self.pane.put_beside(self.bulk.button)
        self.grid.selectionModel().currentChanged.connect(self._person_chosen)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.why_heading = look.strong(QLabel(self))
        self.why = WhyPane(self.words, self)
        self.spread_heading = look.strong(QLabel(self))
        self.chart = DistributionChart(self.words.messages, self)
        self.spread_told = QLabel(self)
        self.spread_told.setWordWrap(True)
        self.totals = QLabel(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.cohort_chip)
        top.addStretch(1)
        top.addWidget(self.import_ratings)
        top.addWidget(self.write_sheets)
        top.addWidget(self.set_level)
        top.addWidget(self.special)
        top.addWidget(self.check)
        top.addWidget(self.close_period)
        # From the outside inwards: what is filled first and then moves to another parent is styled anew.
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.middle = QStackedWidget(self.splitter)
        right = QWidget(self.middle)
        work = QSplitter(Qt.Orientation.Vertical, right)
        below = QSplitter(Qt.Orientation.Horizontal, work)
        why = QWidget(below)
        why_layout = QVBoxLayout(why)
        why_layout.setContentsMargins(0, 0, 0, 0)
        why_layout.addWidget(self.why_heading)
        why_layout.addWidget(self.why, 1)
        spread = QWidget(below)
        spread_layout = QVBoxLayout(spread)
        spread_layout.setContentsMargins(0, 0, 0, 0)
        spread_layout.addWidget(self.spread_heading)
        spread_layout.addWidget(self.chart, 1)
        spread_layout.addWidget(self.spread_told)
        below.addWidget(why)
        below.addWidget(spread)
        below.setSizes([390, 440])
        below.setMinimumHeight(look.in_letters(200))
        self.pane.setMinimumHeight(look.in_letters(190))
        below.setChildrenCollapsible(False)
        work.addWidget(self.pane)
        work.addWidget(below)
        work.setSizes([330, 240])
        work.setChildrenCollapsible(False)
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(0, 0, 0, 0)
        right_layout.addWidget(self.heading)
        right_layout.addWidget(work, 1)
        self.middle.addWidget(right)
        self.middle.addWidget(self.empty)
        self.splitter.setObjectName("assessmentSplitter")
        self.splitter.addWidget(self.raters)
        self.splitter.addWidget(self.middle)
        self.splitter.setSizes([372, 803])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addLayout(top)
        self.approval_note = ApprovalNote(self.desk, self.lane, self.words, "assessment", self)
        layout.addWidget(self.approval_note)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.totals)

    def retranslate(self) -> None:
        self.approval_note.say()
        self.title.setText(QCoreApplication.translate("AssessmentPage", "Ratings"))
        self.import_ratings.setText(QCoreApplication.translate("AssessmentPage", "&Import ratings…"))
        self.write_sheets.setText(QCoreApplication.translate("WriteSheetsDialog", "Fill-in &sheets for units…"))
        self.sheets_action.setText(QCoreApplication.translate("WriteSheetsDialog", "Fill-in sheets for units"))
        self.set_level.setText(QCoreApplication.translate("AssessmentPage", "Set unit &level…"))
        self.check.setText(QCoreApplication.translate("AssessmentPage", "C&heck…"))
        self.check_action.setText(QCoreApplication.translate("AssessmentPage", "Check the period"))
        self.special.setText(QCoreApplication.translate("AssessmentPage", "&Special case…"))
        self.special_action.setText(QCoreApplication.translate("AssessmentPage", "Special case of the person"))
        self.close_period.setText(QCoreApplication.translate("AssessmentPage", "&Close the period…"))
        self.find_action.setText(QCoreApplication.translate("AssessmentPage", "Search raters"))
        self.import_action.setText(QCoreApplication.translate("AssessmentPage", "Import ratings"))
        self.grid.setAccessibleName(QCoreApplication.translate("AssessmentPage", "Ratings of the rater's people"))
        self.why_heading.setText(QCoreApplication.translate("AssessmentPage", "Why?"))
        self.spread_heading.setText(QCoreApplication.translate("AssessmentPage", "Distribution of predicates"))
        self.pane.retranslate(
            QCoreApplication.translate(
                "AssessmentPage",
                "A above · S as expected · B below · Delete clears · F2 writes · Ctrl+D fills down · "
                "Ctrl+C/V block · Ctrl+Z undoes · Ctrl+E special case",
            )
        )
        self.raters.say()
        self.bulk.retranslate()
        self.table.retranslate()
        self.grid.fit_headings()
        self.why.retranslate()
        self.chart.retranslate(self.words.messages)
        self._tell_heading()
        self._tell_empty()
        self._tell_totals()
        self._tell_warnings()

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.grid)

    def primary_focus(self) -> QWidget:
        return self.grid if self._rater is not None else self.raters.search

    def want(self, nip: str) -> None:
        """Choose this person when the list comes, without narrowing it."""
        self._wanted_nip = nip

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``search`` (rater or unit), ``nip`` (a person to select in the grid).

        ``missing`` keeps raters with people still to rate; ``unit`` and ``unit_name`` keep a branch of the agency.
        """
        self._wanted_nip = str(filters.get("nip", ""))
        self.cohort_chip.narrow(filters)
        self.raters.narrow(filters)
        if self.cohort_chip.cohort is not None or self._was_narrowed:
            self._load_grid()
        self._was_narrowed = self.cohort_chip.cohort is not None

    def mark_stale(self) -> None:
        """Our own keystrokes are on the screen already: only counts and distribution follow them."""
        if self.keeper.is_own_change:
            self.keeper.is_own_change = False
            self._load_raters()
            self._load_spread()
            self._load_card()
        else:
            super().mark_stale()

    def load(self, period: Period) -> None:
        if period != self._shown_period:
            self._shown_period = period
            self.keeper.forget()
        self._load_raters(is_anew=True)
        self._load_grid()
        self.approval_note.ask(period)

    def open_bulk(self) -> None:
        """The dialog that changes one field of the chosen rows."""
        self.bulk.open()

    def _bulk_scope(self) -> BulkScope | None:
        return rating_scope(self.desk, self.words, self.period) if self.period is not None else None

    def _bulk_rows(self, then: Callable[[Sequence[Subject]], object]) -> None:
        rows = sorted({row for row, _ in self.grid.chosen_cells()})
        then([Subject(self.table.lines[row].person_id) for row in rows])

    def _bulk_field(self) -> str:
        return self.table.column_id(self.grid.currentIndex().column()) if self.grid.currentIndex().isValid() else ""

    def open_import(self) -> IntakeWizard:
        """The import wizard, for ratings, organisation levels, and sheets that come back from raters."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "RATINGS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_sheets(self) -> WriteSheetsDialog | None:
        """The dialog for sheets that raters fill in without MeritDesk."""
        if self.period is None:
            return None
        unit_id = self._rater.led_unit_id if self._rater is not None else ""
        return open_sheets(self, (rating_sheets(self.desk),), self.period, unit_id)

    def open_level(self) -> LevelDialog | None:
        """The dialog for the level of the unit that the chosen rater leads."""
        rater, period = self._rater, self.period
        if rater is None or period is None:
            return None
        dialog = LevelDialog(self.words, rater.led_unit_name, period, rater.level, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def save() -> None:
            level, source, published = dialog.answer()
            self.lane.ask(
                lambda step: self.desk.assessment.set_level(rater.led_unit_id, period, level, source, published),
                partial(self._level_saved, rater, level),
                title=dialog.windowTitle(),
            )

        dialog.accepted.connect(save)
        keep_drafts(dialog, self, "assessment.level", f"{rater.led_unit_id}|{period}", rater.led_unit_name)
        self.lane.ask(lambda step: self.desk.assessment.level_kind(period), dialog.warn, key="assessment.level_kind")
        dialog.open()
        return dialog

    def open_acts(self) -> ActsDialog | None:
        """The dialog for what is special about the person in front: take-over, drop-out, waiver, new version."""
        line, period = self._current_line(), self.period
        if line is None or period is None:
            return None
        dialog = ActsDialog(self.desk, self.lane, self.words, line, period, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._act_recorded, line.name))
        keep_drafts(dialog, self, "assessment.acts", f"{line.person_id}|{period}", line.name, facts={"nip": line.nip})
        dialog.open()
        return dialog

    def open_check(self) -> None:
        """Look at the whole period: what is missing, who stands out, what contradicts the law."""
        period = self.period
        if period is None:
            return

        def read(step: Step) -> tuple[PeriodCheck, WindowLine | None]:
            check = self.desk.assessment.checking.period(period)
            lines = self.desk.assessment.windows.of_year(period.year)
            return check, next((line for line in lines if line.period == period), None)

        self.lane.ask(read, partial(self._show_check, period), title=self.check_action.text())

    def _show_check(self, period: Period, found: tuple[PeriodCheck, WindowLine | None]) -> None:
        self.check_dialog = CheckDialog(self.words, period, *found, self)
        self.check_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.check_dialog.open()

    def _act_recorded(self, name: str) -> None:
        told = QCoreApplication.translate("AssessmentPage", "{name}: recorded.")
        self.message.emit(told.format(name=name))
        self._load_card()

    def open_close(self) -> None:
        """Count what can be closed, then ask."""
        period, rater = self.period, self._rater
        if period is None:
            return
        whole_name = QCoreApplication.translate("AssessmentPage", "The whole agency")
        unit_name = QCoreApplication.translate("AssessmentPage", "{unit} and everything below it")

        def read(step: Step) -> tuple[CloseScope, ...]:
            status = self.desk.overview.status(period)
            raters = self.desk.assessment.raters(period)
            scopes = []
            board = {line.unit_id: line for line in status.units}
            if rater is not None and rater.led_unit_id in board:
                line, branch = board[rater.led_unit_id], frozenset(self.desk.register.branch(rater.led_unit_id))
                missing = sum(1 for one in raters if one.level is None and one.led_unit_id in branch)
                name = unit_name.format(unit=line.name)
                scopes.append(CloseScope(name, line.unit_id, line.due, line.rated, line.closed, missing))
            whole, missing = status.whole, sum(1 for one in raters if one.level is None)
            scopes.append(CloseScope(whole_name, "", whole.due, whole.rated, whole.closed, missing))
            return tuple(scopes)

        self.lane.ask(read, partial(self._ask_close, period), title=self.close_period.text().replace("&", ""))

    def _ask_close(self, period: Period, scopes: tuple[CloseScope, ...]) -> None:
        self.close_dialog = CloseDialog(self.desk, self.lane, self.words, period, scopes, self)
        self.close_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close_dialog.closed.connect(self._closed)
        self.close_dialog.open()

    def _closed(self, outcome: CloseOutcome) -> None:
        self.keeper.forget()
        if outcome.closed:
            told = QCoreApplication.translate("AssessmentPage", "{count} evaluations closed.")
            self.offer_undo.emit(told.format(count=self.words.number(outcome.closed)), outcome.changes.change_set_id)

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("AssessmentPage", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _level_saved(self, rater: RaterLine, level: OrgLevel, changes: Changes) -> None:
        told = QCoreApplication.translate("AssessmentPage", "{unit}: level {level} saved.")
        label = self.words.messages.label_of(level)
        self.message.emit(told.format(unit=rater.led_unit_name, level=label))

    def _load_raters(self, is_anew: bool = False) -> None:
        """The raters with their numbers; the units too unless only a keystroke of ours changed something."""
        period = self.period
        if period is None:
            return

        def read(step: Step) -> tuple[tuple[RaterLine, ...], tuple[OrgUnit, ...] | None]:
            return self.desk.assessment.raters(period), self.desk.register.units() if is_anew else None

        self.lane.ask(read, lambda found: self._show_raters(*found), key=f"assessment.raters.{is_anew}")

    def _show_raters(self, lines: tuple[RaterLine, ...], units: tuple[OrgUnit, ...] | None) -> None:
        self.raters.show_raters(lines, units)
        self.middle.setCurrentIndex(0 if lines else 1)
        self._tell_heading()
        self._tell_empty()
        self._tell_totals()

    def _rater_chosen(self) -> None:
        self.keeper.forget()
        self._tell_heading()
        if self._rater is None:
            self.table.show_lines(())
        self._load_grid()

    @property
    def _rater(self) -> RaterLine | None:
        return self.raters.rater

    def _everybody(self) -> None:
        self._was_narrowed = False
        self.raters.narrow({})
        self._load_grid()

    def _load_grid(self) -> None:
        if self._rater is None or self.period is None:
            return
        self._ask_grid(0, "assessment.grid")
        self._load_spread()

    def _next_block(self) -> None:
        self._ask_grid(self._next_offset, "assessment.more")

    def _ask_grid(self, offset: int, key: str) -> None:
        rater, period = self._rater, self.period
        if rater is None or period is None:
            return
        query = RatingQuery(
            period=period.code,
            year=period.year,
            rater_id=rater.rater_id,
            offset=offset,
            limit=_BLOCK,
            cohort=self.cohort_chip.cohort,
        )

        def read(step: Step) -> _Block:
            lines = self.desk.assessment.grid(query)
            mine = tuple(line for line in lines if line.led_unit_id == rater.led_unit_id)
            return _Block(place_of(rater), mine, offset + len(lines), len(lines) == _BLOCK)

        show = self._show_grid if offset == 0 else self._show_next
        self.lane.ask(read, show, title=self.title.text(), key=key)

    def _show_grid(self, block: _Block) -> None:
        if self._rater is None or block.place != place_of(self._rater):
            return
        current = self.grid.currentIndex()
        before = self.table.lines[current.row()].person_id if current.isValid() else ""
        column = current.column() if current.isValid() else int(GridColumn.RESULT)
        lines = block.lines
        self._next_offset = block.next_offset
        self.table.show_lines(lines, self.period, block.has_more)
        row = next((place for place, line in enumerate(lines) if self._wanted_nip and line.nip == self._wanted_nip), -1)
        self._wanted_nip = ""
        if row < 0:
            row = max(self.table.row_of_person(before), 0)
        if lines:
            self.grid.setCurrentIndex(self.table.index(row, column))
        self._explain_current()

    def _show_next(self, block: _Block) -> None:
        if self._rater is not None and block.place == place_of(self._rater):
            self._next_offset = block.next_offset
            self.table.append(block.lines, block.has_more)

    def _preview(self, line: RatingLine) -> tuple[Predicate, tuple[Reason, ...]] | None:
        """The predicate and its reasons at once; pure and quick, so it runs on the window's thread."""
        if self.period is None or is_closed(line) or not line.result_rating or not line.behaviour_rating:
            return None
        return self.desk.assessment.preview(self.period, line.result_rating, line.behaviour_rating, line.dropped_out)

    def _predicate_of(self, line: RatingLine) -> Predicate | None:
        found = self._preview(line)
        return found[0] if found else None

    def _load_spread(self) -> None:
        rater, period = self._rater, self.period
        if rater is None or period is None:
            return

        def read(step: Step) -> UnitDistribution:
            return self.desk.assessment.distribution(period, rater.led_unit_id)

        self.lane.ask(read, self._show_spread, key="assessment.spread")

    def _show_spread(self, spread: UnitDistribution) -> None:
        self._warnings = spread.warnings
        self.chart.show_spread(spread.counts, spread.curve)
        self._tell_warnings()

    def _person_chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._explain_current()
        if current.row() != previous.row():
            self._load_card()

    def _explain_current(self) -> None:
        line = self._current_line()
        found = self._preview(line) if line is not None else None
        self.why.show_line(line, found[1] if found else ())

    def _load_card(self) -> None:
        line, period = self._current_line(), self.period
        if line is None or period is None or not line.nip:
            return

        def none_yet(refusal: Exception) -> None:
            self.why.show_card(None)

        def show(card: EvaluationCard) -> None:
            self.why.show_card(card)

        self.lane.ask(lambda step: self.desk.assessment.show(line.nip, period), show, none_yet, key="assessment.why")

    def _current_line(self) -> RatingLine | None:
        row = self.grid.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def _tell_heading(self) -> None:
        rater = self._rater
        self.set_level.setEnabled(rater is not None)
        self.special.setEnabled(rater is not None)
        self.close_period.setEnabled(bool(self.raters.everybody))
        if rater is None:
            self.heading.clear()
            return
        if rater.level is None:
            level = QCoreApplication.translate("AssessmentPage", "⚠ level of the unit not set yet")
        else:
            level = QCoreApplication.translate("AssessmentPage", "level of the unit: {level}").format(
                level=self.words.messages.label_of(rater.level)
            )
        self.heading.setText(f"{self.words.person(rater.rater_name, rater.rater_id)} · {rater.led_unit_name} · {level}")

    def _tell_empty(self) -> None:
        self.empty.setText(
            QCoreApplication.translate(
                "AssessmentPage",
                "Nobody has a rater yet. Import units and staff on the register page; "
                "raters follow from the heads of the units.",
            )
        )

    def _tell_totals(self) -> None:
        lines, number = self.raters.everybody, self.words.number
        told = QCoreApplication.translate(
            "AssessmentPage", "{raters} raters · {people} people · {rated} rated · {closed} closed"
        )
        self.totals.setText(
            singular(
                told.format(
                    raters=number(len(lines)),
                    people=number(sum(line.people for line in lines)),
                    rated=number(sum(line.rated for line in lines)),
                    closed=number(sum(line.closed for line in lines)),
                )
            )
        )

    def _tell_warnings(self) -> None:
        unexplained = sum(1 for line in self.table.lines if asks_reason(line) and not is_closed(line))
        told = [f"⚠ {self.words.messages.reason(reason)}" for reason in self._warnings]
        if unexplained:
            asked = QCoreApplication.translate(
                "AssessmentPage", "⚠ {count} ratings differ from the suggestion without a reason."
            )
            told.append(singular(asked.format(count=self.words.number(unexplained))))
        self.spread_told.setText("\n".join(told))
        self.spread_told.setVisible(bool(told))
