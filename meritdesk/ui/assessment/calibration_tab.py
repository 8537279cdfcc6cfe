"""Kalibrasi: one rater's people before and after, with reasons, participants, both spreads and the printed minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.calibration import CalibrationEntry, Participant, SessionState
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.journal import Changes
from meritdesk.core.lines import RaterLine
from meritdesk.core.periods import Period
from meritdesk.core.scoring.unit_check import UnitCheck
from meritdesk.services import Desk
from meritdesk.services.assessment.calibration import OpenedSession, SessionCard
from meritdesk.services.changes import Step
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.assessment.calibration_table import RATED, CalibrationTable, CalibrationWriter, EntryColumn
from meritdesk.ui.assessment.distribution import DistributionChart
from meritdesk.ui.assessment.session_table import SessionColumn, SessionLine, SessionTable
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.grids.cells import Deed, Typed
from meritdesk.ui.grids.keeper import GridKeeper
from meritdesk.ui.grids.pane import GridPane
from meritdesk.ui.grids.red_memory import RedMemory
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What the page shows of a period: its sessions, and the units on whose people one can be opened."""

    lines: tuple[SessionLine, ...]
    raters: tuple[RaterLine, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """One session with what stands out among its people."""

    card: SessionCard
    check: UnitCheck


class CalibrationPage(RoomPage):
    """The meeting on one screen; nothing outside it changes until it is finished."""

    room = "assessment"
    nouns = frozenset({"calibrations", "evaluations", "levels", "people", "units", "reporting", "history"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._shown_id = ""
        self._wanted_unit = ""
        self._card: SessionCard | None = None
        self._check: UnitCheck | None = None
        self._ground()
        self._build()
        self._lay_out()
        only = ("present", "notes")
        self.drafts = DraftKeeper(self, self, "assessment.calibration", only=only, save=self.save_words)
        self.retranslate()

    def _ground(self) -> None:
        """The parts in which everything stands, from the outermost in: what moves takes every style anew."""
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.middle = QStackedWidget(self._splitter)
        self._right = QWidget(self.middle)
        self._work = QSplitter(Qt.Orientation.Vertical, self._right)
        self._people = QWidget(self._work)
        self._below = QSplitter(Qt.Orientation.Horizontal, self._work)
        self._charts = QWidget(self._below)
        self._words = QWidget(self._below)

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.unit = QComboBox(self)
        self.unit.currentTextChanged.connect(self.unit.setToolTip)
        self.unit.setMinimumWidth(260)
        self.start = QPushButton(self)
        self.start.clicked.connect(self.open_session)
        self.finish = QPushButton(self)
        self.finish.clicked.connect(self.finish_session)
        self.give_up = QPushButton(self)
        self.give_up.clicked.connect(self.drop_session)
        self.minutes = QPushButton(self)
        self.minutes.clicked.connect(lambda: self.print_minutes())
        self.new_action = page_action(self, "new_session", "Ctrl+N")
        self.new_action.triggered.connect(self.open_session)
        self.finish_action = page_action(self, "finish_session", "Ctrl+Return")
        self.finish_action.triggered.connect(self.finish_session)
        self.print_action = page_action(self, "print_minutes", "Ctrl+P")
        self.print_action.triggered.connect(lambda: self.print_minutes())
        self.save_action = page_action(self, "save_notes", "Ctrl+S")
        self.save_action.triggered.connect(self.save_words)
        self.sessions = SessionTable(self.words, self)
        facet = column_facet(self.sessions, SessionColumn.STATE, lambda: self.sessions.lines)
        self.list = LineList(
            "assessment.calibrations",
            self.sessions,
            self,
            facets=[facet],
            is_main=False,
            is_aside=True,
            is_personal=False,
            chooses_first=True,
            inside=self._splitter,
        )
        self.list.title_words = lambda: translate("CalibrationPage", "Sessions of the period")
        self.list.line_chosen.connect(self._session_chosen)
        self.heading = look.strong(QLabel(self._right))
        self.heading.setWordWrap(True)
        self.table = CalibrationTable(self.words, self._predicate_of, self)
        self.grid = Grid(self.table, parent=self._people)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self.keeper = GridKeeper(self.lane, self.grid, CalibrationWriter(self.desk, self.table), self)
        self.keeper.told.connect(self.message)
        self.keeper.kept.connect(self._kept)
        self.grid.entered.connect(self._ask_reason)
        self.pane = GridPane(self.grid, self.keeper, self._people)
        self.red_memory = RedMemory(self.desk, self.lane, self.keeper, "assessment.calibration", self)
        self.grid.fit_headings(zip(EntryColumn, (146, 100, 82, 116, 138, 96), strict=False))
        self.fault = look.colour(QLabel(self._people), look.blocks())
        self.fault.setWordWrap(True)
        self.before_heading, self.after_heading = (look.strong(QLabel(self._charts)) for _ in range(2))
        self.before, self.after = (DistributionChart(self.words.messages, self._charts) for _ in range(2))
        self.remarks = QLabel(self._people)
        self.remarks.setWordWrap(True)
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.present_label, self.notes_label = (look.strong(QLabel(self._words)) for _ in range(2))
        self.present, self.notes = QPlainTextEdit(self._words), QPlainTextEdit(self._words)
        for field, label in ((self.present, self.present_label), (self.notes, self.notes_label)):
            field.setTabChangesFocus(True)
            label.setBuddy(field)
        self.save = QPushButton(self._words)
        self.save.clicked.connect(self.save_words)
        self.empty = QLabel(self.middle)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for widget in (self.unit, self.start, self.finish, self.give_up, self.minutes):
            top.addWidget(widget)
        chart_row = QHBoxLayout(self._charts)
        chart_row.setContentsMargins(0, 0, 0, 0)
        for heading, chart in ((self.before_heading, self.before), (self.after_heading, self.after)):
            column = QVBoxLayout()
            column.addWidget(heading)
            column.addWidget(chart, 1)
            chart_row.addLayout(column, 1)
        words_column = QVBoxLayout(self._words)
        words_column.setContentsMargins(0, 0, 0, 0)
        words_column.addWidget(self.present_label)
        words_column.addWidget(self.present, 1)
        words_column.addWidget(self.notes_label)
        words_column.addWidget(self.notes, 1)
        words_column.addWidget(self.save)
        self._below.addWidget(self._charts)
        self._below.addWidget(self._words)
        self._below.setSizes([620, 250])
        people_column = QVBoxLayout(self._people)
        people_column.setContentsMargins(0, 0, 0, 0)
        people_column.addWidget(self.pane, 1)
        people_column.addWidget(self.fault)
        people_column.addWidget(self.remarks)
        self._work.addWidget(self._people)
        self._work.addWidget(self._below)
        self._work.setSizes([340, 250])
        self._work.setMinimumWidth(look.in_letters(580))
        right_column = QVBoxLayout(self._right)
        right_column.setContentsMargins(0, 0, 0, 0)
        right_column.addWidget(self.heading)
        right_column.addWidget(self._work, 1)
        self.middle.addWidget(self._right)
        self.middle.addWidget(self.empty)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.middle)
        self._splitter.setSizes([350, 830])
        for splitter in (self._below, self._work, self._splitter):
            splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addLayout(top)
        layout.addWidget(self._splitter, 1)

    def retranslate(self) -> None:
        self.title.setText(translate("CalibrationPage", "Calibration"))
        self.unit.setAccessibleName(translate("CalibrationPage", "Unit of the session"))
        self.start.setText(translate("CalibrationPage", "&Open session"))
        self.finish.setText(translate("CalibrationPage", "&Finish"))
        self.give_up.setText(translate("CalibrationPage", "&Drop"))
        self.minutes.setText(translate("CalibrationPage", "&Print minutes…"))
        self.new_action.setText(translate("CalibrationPage", "Open a calibration session"))
        self.finish_action.setText(translate("CalibrationPage", "Finish the session"))
        self.print_action.setText(translate("CalibrationPage", "Print the minutes"))
        self.save_action.setText(translate("CalibrationPage", "Save participants and proceedings"))
        self.list.say()
        self.grid.setAccessibleName(translate("CalibrationPage", "People before and after"))
        self.pane.retranslate(
            translate(
                "CalibrationPage", "A above · S as expected · B below · F2 reason · Ctrl+S saves · Ctrl+Enter finishes"
            )
        )
        self.before_heading.setText(translate("CalibrationPage", "Before"))
        self.after_heading.setText(translate("CalibrationPage", "After"))
        self.present_label.setText(translate("CalibrationPage", "Present (a line each: name = capacity)"))
        self.notes_label.setText(translate("CalibrationPage", "Proceedings"))
        self.present.setAccessibleName(self.present_label.text())
        self.notes.setAccessibleName(self.notes_label.text())
        self.save.setText(translate("CalibrationPage", "&Save participants and proceedings"))
        self.empty.setText(
            translate(
                "CalibrationPage",
                "No calibration session in this period yet. Choose a unit above and open one: the ratings as they "
                "stand become the column Before, and nothing changes until the session is finished.",
            )
        )
        self.table.retranslate()
        self.grid.fit_headings()
        for chart in (self.before, self.after):
            chart.retranslate(self.words.messages)
        self._tell()

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.grid)

    def primary_focus(self) -> QWidget:
        return self.grid if self._card is not None else self.unit

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``unit`` brings the session or the choice of that unit to the front."""
        self._wanted_unit = str(filters.get("unit", ""))
        if self.period is not None:
            self.refresh()

    def load(self, period: Period) -> None:
        def read(step: Step) -> _Shelf:
            raters = self.desk.assessment.raters(period)
            names = {one.led_unit_id: one.led_unit_name for one in raters}
            sessions = self.desk.assessment.calibration.sessions(period)
            lines = tuple(SessionLine(one, names.get(one.led_unit_id, "-")) for one in reversed(sessions))
            return _Shelf(lines, raters)

        self.lane.ask(read, self._show_shelf, key="calibration.sessions")

    def _show_shelf(self, shelf: _Shelf) -> None:
        wanted = self._wanted_unit or str(self.unit.currentData() or "")
        self.unit.clear()
        for one in sorted(shelf.raters, key=lambda line: line.led_unit_name):
            self.unit.addItem(f"{one.led_unit_name} ({one.people})", one.led_unit_id)
        self.unit.setCurrentIndex(max(self.unit.findData(wanted), 0))
        self.start.setEnabled(self.unit.count() > 0)
        self.middle.setCurrentIndex(0 if shelf.lines else 1)
        if not shelf.lines:
            self._shown_id, self._card, self._check = "", None, None
            self.table.show_session(None)
            self._tell()
        unit_id, session_id = self._wanted_unit, self._shown_id
        self._wanted_unit = ""

        def is_wanted(line: SessionLine) -> bool:
            return line.session.led_unit_id == unit_id if unit_id else line.session.session_id == session_id

        if any(map(is_wanted, shelf.lines)):
            self.list.choose(is_wanted)
        self.list.show_lines(shelf.lines)

    def _session_chosen(self, line: SessionLine | None) -> None:
        if line is None:
            return
        session_id = line.session.session_id

        def read(step: Step) -> _Table:
            card = self.desk.assessment.calibration.show(session_id)
            check = self.desk.assessment.checking.unit(card.session.period, card.session.led_unit_id)
            return _Table(card, check)

        self.lane.ask(read, self._show_table, key="calibration.card")

    def _show_table(self, found: _Table) -> None:
        card = found.card
        is_other = card.session.session_id != self._shown_id
        if is_other:
            self.keeper.forget()
        self._shown_id, self._card, self._check = card.session.session_id, card, found.check
        current = self.grid.currentIndex()
        self.table.show_session(card.session)
        if self.table.lines:
            row = 0 if is_other or not current.isValid() else min(current.row(), len(self.table.lines) - 1)
            column = current.column() if current.isValid() and not is_other else int(EntryColumn.RESULT)
            self.grid.setCurrentIndex(self.table.index(row, column))
        if is_other or not (self.drafts.is_changed or self.present.hasFocus() or self.notes.hasFocus()):
            self.drafts.leave()
            self.present.setPlainText("\n".join(_said(one) for one in card.session.participants))
            self.notes.setPlainText(card.session.notes)
            unit = card.session.led_unit_id
            self.drafts.begin(card.session.session_id, card.unit_name, facts={"unit": unit})
        self.before.show_spread(card.before, card.curve)
        self.after.show_spread(card.after, card.curve)
        self._tell()

    def open_session(self) -> None:
        """Open a session on the unit that is chosen above, today."""
        period, unit_id = self.period, self.unit.currentData()
        if period is None or not unit_id:
            return
        today = QDate.currentDate()
        day = date(today.year(), today.month(), today.day())

        def opened(found: OpenedSession) -> None:
            self._shown_id = found.session.session_id
            self.fault.clear()
            self.message.emit(translate("CalibrationPage", "Session opened. Nothing changes until it is finished."))
            self.refresh()

        self.lane.ask(
            lambda step: self.desk.assessment.calibration.open(period, str(unit_id), day),
            opened,
            self._refused,
            title=self.new_action.text(),
        )

    def save_words(self) -> None:
        """Save who is present and what was said."""
        if self._card is None or self._card.session.state is not SessionState.OPEN:
            return
        session, notes = self._card.session, self.notes.toPlainText()
        people = _participants(self.present.toPlainText(), session.participants)

        def work(step: Step) -> Changes:
            self.desk.assessment.calibration.attend(session.session_id, people)
            return self.desk.assessment.calibration.note(session.session_id, notes)

        self.lane.ask(work, self._saved, self._refused, title=self.save_action.text())

    def _saved(self, _: Changes) -> None:
        self.drafts.saved()
        self.fault.clear()
        self.message.emit(translate("CalibrationPage", "Participants and proceedings saved."))
        self.refresh()

    def finish_session(self) -> None:
        """Save the words, then take the ratings over in one step."""
        card = self._card
        if card is None or card.session.state is not SessionState.OPEN:
            return
        waiting = [row for row, one in enumerate(self.table.lines) if one.is_changed and not one.reason]
        if waiting:
            told = translate("CalibrationPage", "⚠ A reason is missing for: {names}.")
            names = ", ".join(self.table.lines[row].name for row in waiting).removesuffix(".")
            self.fault.setText(told.format(names=names))
            self._write_reason(waiting[0])
            return
        session, notes = card.session, self.notes.toPlainText()
        people = _participants(self.present.toPlainText(), session.participants)

        def work(step: Step) -> Changes:
            calibration = self.desk.assessment.calibration
            calibration.attend(session.session_id, people)
            calibration.note(session.session_id, notes)
            return calibration.finish(session.session_id)

        self.lane.ask(work, self._finished, self._refused, title=self.finish_action.text())

    def _finished(self, changes: Changes) -> None:
        self.drafts.saved()
        self.fault.clear()
        told = translate("CalibrationPage", "Session finished; the ratings were taken over.")
        self.offer_undo.emit(told, changes.change_set_id)
        self.refresh()

    def drop_session(self) -> None:
        """Give the session up; it changed nothing."""
        if self._card is None:
            return
        session_id = self._card.session.session_id
        self.lane.ask(
            lambda step: self.desk.assessment.calibration.drop(session_id),
            self._dropped,
            self._refused,
            title=self.give_up.text().replace("&", ""),
        )

    def _dropped(self, changes: Changes) -> None:
        self.drafts.forget()
        self.offer_undo.emit(translate("CalibrationPage", "Session dropped; no rating changed."), changes.change_set_id)
        self.refresh()

    def print_minutes(self, folder: Path | None = None) -> None:
        """Print the minutes of the session in front; asks where to when no folder is given."""
        if self._card is None:
            return
        target = folder or ask_folder(self, translate("CalibrationPage", "Where to print to"))
        if target is None:
            return
        session_id = self._card.session.session_id
        self.lane.ask(
            lambda step: self.desk.assessment.calibration.print_minutes(session_id, target),
            self._printed,
            self._refused,
            title=self.print_action.text(),
        )

    def _printed(self, outcome: PapersOutcome) -> None:
        told = translate("CalibrationPage", "Minutes {number} printed: {file}")
        self.message.emit(told.format(number=outcome.numbers[0], file=Path(outcome.file.path).name))

    def _kept(self, _: object) -> None:
        self.fault.clear()

    def _ask_reason(self, typed: Sequence[Typed], deed: Deed) -> None:
        """One rating that was changed goes on to its reason, where one is asked for."""
        one = typed[0]
        if deed is Deed.SET and len(typed) == 1 and one.column in RATED and self.table.lacks_reason(one.row):
            self._write_reason(one.row)

    def _write_reason(self, row: int) -> None:
        """The next key goes into the reason of that row, wherever the hand was before."""
        reason = self.table.index(row, EntryColumn.REASON)
        self.grid.setFocus()
        self.grid.setCurrentIndex(reason)
        QAbstractItemView.edit(self.grid, reason)

    def _refused(self, refusal: Exception) -> None:
        code, what, then = self.words.told(refusal)
        self.fault.setText(f"⚠ {what} {then} ({code})")

    def _predicate_of(self, entry: CalibrationEntry, result: Rating, behaviour: Rating) -> Predicate:
        assert self.period is not None
        return self.desk.assessment.preview(self.period, result, behaviour, entry.dropped_out)[0]

    def _tell(self) -> None:
        card = self._card
        is_open = card is not None and card.session.state is SessionState.OPEN
        for widget in (self.finish, self.give_up, self.save):
            widget.setEnabled(is_open)
        for field in (self.present, self.notes):
            field.setReadOnly(not is_open)
        self.minutes.setEnabled(card is not None)
        if card is None:
            self.heading.clear()
            self.remarks.clear()
            return
        level = self.words.messages.label_of(card.level.level) if card.level is not None else "—"
        told = translate("CalibrationPage", "{unit} · rater {rater} · level of the unit: {level} · {state}")
        state = self.words.messages.label_of(card.session.state)
        self.heading.setText(told.format(unit=card.unit_name, rater=card.rater.name, level=level, state=state))
        lines = [f"⚠ {self.words.messages.reason(one)}" for one in card.lines_after]
        if self._check is not None:
            lines += [f"• {one.name}: {self.words.messages.reason(one.line)}" for one in self._check.outliers[:4]]
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(lines))


def _said(participant: Participant) -> str:
    return f"{participant.name} = {participant.role}" if participant.role else participant.name


def _participants(text: str, known: Sequence[Participant]) -> tuple[Participant, ...]:
    """The people named in the field; whoever was known by his person keeps it."""
    by_name = {one.name: one.person_id for one in known}
    found = []
    for line in filter(str.strip, text.splitlines()):
        name, _, role = line.partition("=")
        found.append(Participant(name.strip(), role.strip(), by_name.get(name.strip(), "")))
    return tuple(found)
