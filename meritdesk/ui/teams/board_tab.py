"""Tim, papan masalah: every problem by its state, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.core.problems import OVER, ProblemKind, ProblemState
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.teams import ProblemCard, ProblemLine, ProblemOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.likely_day import likely_day
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.teams.board import ProblemBoard
from meritdesk.ui.teams.dialogs import ProblemDialog
from meritdesk.ui.teams.problem_pane import ProblemPane
from meritdesk.ui.wording import Words

TYPING_MILLISECONDS = 150


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[ProblemLine, ...]
    units: tuple[OrgUnit, ...]


class BoardTab(RoomPage):
    """The board of problems with the pane of the chosen one."""

    room = "teams"
    nouns = frozenset({"problems", "people", "units", "reporting", "feedback"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._units: tuple[OrgUnit, ...] = ()
        self._unit_id = ""
        self._wanted = ""
        self._lines: tuple[ProblemLine, ...] = ()
        self.title = look.title(QLabel(self))
        self.new = QPushButton(self)
        self.new.setObjectName("primary")
        self.new.clicked.connect(self.open_new)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.over = QCheckBox(self)
        self.board = ProblemBoard(words, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.pane = ProblemPane(desk, lane, words, self.write, self, self.splitter)
        self.told = QLabel(self)
        self.splitter.setObjectName("teamsSplitter")
        self.splitter.addWidget(self.board)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([700, 460])
        self.splitter.setChildrenCollapsible(False)
        self.new_action = page_action(self, "new_problem", "Ctrl+N")
        self.new_action.triggered.connect(self.open_new)
        self.find_action = page_action(self, "search", "Ctrl+F")
        self.find_action.triggered.connect(self.search.setFocus)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.over.setChecked(str(QSettings().value("teams/over", "false")).casefold() == "true")
        self.over.toggled.connect(self._show_over)
        self.board.show_over(self.over.isChecked())
        self.board.chosen.connect(self._choose)
        self.board.opened.connect(lambda _: self.pane.next.setFocus())
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.new)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.over)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.told)

    def load(self, period: Period) -> None:
        self._ask()

    def primary_focus(self) -> QWidget:
        return self.board.focus_view()

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.pane)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``unit`` keeps a branch, ``problem`` chooses one by number, ``search`` has words."""
        self._unit_id = str(filters.get("unit", ""))
        self._wanted = str(filters.get("problem", ""))
        self.search.setText(str(filters.get("search", "")))
        self.mark_stale()

    def open_new(self) -> ProblemDialog:
        """Open a problem."""
        today = self.desk.teams.today()
        day = likely_day(self.period, today) if self.period is not None else today
        dialog = ProblemDialog(self.words, self._units, day, self)

        def entered() -> None:
            verb = partial(
                self.desk.teams.open,
                dialog.unit_id,
                ProblemKind(dialog.kind.currentData()),
                dialog.title.text(),
                dialog.due.day,
                dialog.text.toPlainText(),
                dialog.opened.day,
            )
            self.write(verb, "")

        dialog.accepted.connect(entered)
        keep_drafts(dialog, self, "teams.problem.new", "new", "")
        dialog.open()
        return dialog

    def write(self, verb: Callable[[], ProblemOutcome], said: str) -> None:
        """Carry out a verb on the lane and offer to take it back."""

        def done(outcome: ProblemOutcome) -> None:
            problem = outcome.problem
            self._wanted = problem.number
            words = f"{problem.number}: {self.words.messages.label_of(problem.state)}"
            if outcome.changes.change_set_id:
                self.offer_undo.emit(words, outcome.changes.change_set_id)
            else:
                self.message.emit(QCoreApplication.translate("TeamsPage", "Nothing was different."))

        self.lane.ask(lambda step: verb(), done)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TeamsPage", "Problems and teams"))
        self.new.setText(translate("TeamsPage", "&Open a problem…"))
        self.new_action.setText(translate("TeamsPage", "Open a problem"))
        self.find_action.setText(translate("TeamsPage", "Search problems"))
        self.search.setPlaceholderText(translate("TeamsPage", "Search number, title, unit or lead"))
        self.search.setAccessibleName(translate("TeamsPage", "Search problems"))
        self.over.setText(translate("TeamsPage", "Also what is o&ver"))
        self.board.retranslate()
        self.pane.retranslate()
        self._tell()

    def _ask(self) -> None:
        period = self.period
        if period is None:
            return
        unit_id, search = self._unit_id, self.search.text()

        def read(step: Step) -> _Answer:
            return _Answer(self.desk.teams.board(period, unit_id, search), self.desk.register.units())

        self.lane.ask(read, self._show, key="teams.board")

    def _show(self, answer: _Answer) -> None:
        self._lines, self._units = answer.lines, answer.units
        self.board.show_lines(answer.lines)
        if self._wanted and self.board.choose(self._wanted):
            self._wanted = ""
        self._choose(self.board.number)
        self._tell()

    def _choose(self, number: str) -> None:
        if not number:
            self.pane.show_card(None, self._units)
            return

        def show(card: ProblemCard) -> None:
            self.pane.show_card(card, self._units)

        self.lane.ask(lambda step: self.desk.teams.show(number), show, key="teams.card")

    def _show_over(self, is_shown: bool) -> None:
        QSettings().setValue("teams/over", is_shown)
        self.board.show_over(is_shown)

    def _tell(self) -> None:
        running = [line for line in self._lines if line.state not in OVER]
        late = sum(line.days_left < 0 for line in running)
        waiting = sum(len(line.waiting_units) for line in running)
        solved = sum(line.state is ProblemState.SOLVED for line in self._lines)
        said = QCoreApplication.translate(
            "TeamsPage", "%1 running, %2 of them late · %3 answers owed · %4 solved, to be closed"
        )
        for place, count in enumerate((len(running), late, waiting, solved), start=1):
            said = singular(said.replace(f"%{place}", self.words.number(count)))
        self.told.setText(said)
