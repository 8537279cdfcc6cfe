"""One problem beside the board: what it is about, who works on it, what is to be done, and the next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.people import OrgUnit
from meritdesk.core.problems import OVER, ProblemKind, ProblemState, Task
from meritdesk.services import Desk
from meritdesk.services.teams import MemberLine, ProblemCard, ProblemOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts, page_of
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.teams import team_deeds
from meritdesk.ui.teams.dialogs import (
    AnswerDialog,
    CallDialog,
    LeadDialog,
    MemberDialog,
    ProblemDialog,
    TaskDialog,
    WordsDialog,
)
from meritdesk.ui.teams.tables import (
    CallTable,
    MemberTable,
    TaskTable,
)
from meritdesk.ui.wording import Words

Write = Callable[[Callable[[], ProblemOutcome], str], None]
T = TypeVar("T")
D = TypeVar("D", bound=QDialog)

DEEDS: tuple[tuple[str, str], ...] = (
    ("call", "Ctrl+L"),
    ("answer", "Ctrl+Shift+A"),
    ("member", "Ctrl+M"),
    ("lead", "Ctrl+Shift+M"),
    ("task", "Ctrl+T"),
    ("task_done", "Ctrl+D"),
    ("leave", ""),
    ("amend", "Ctrl+E"),
    ("solve", "Ctrl+Return"),
    ("close", "Ctrl+Shift+Return"),
    ("reopen", ""),
    ("drop", ""),
    ("aim", ""),
    ("guest", ""),
    ("contribute", "Ctrl+Shift+K"),
    ("speak", "Ctrl+Shift+U"),
)


_DEEDS: dict[type[QDialog], str] = {
    ProblemDialog: "amend",
    CallDialog: "call",
    AnswerDialog: "answer",
    MemberDialog: "member",
    LeadDialog: "lead",
    TaskDialog: "task",
}
"""What a question is called in the place of its draft, in no language; a draft leads back to it by that name."""


class ProblemPane(QWidget):
    """The chosen problem; ``write`` carries out a verb of the desk and says what was done."""

    empty_wanted = Signal()

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, write: Write, page: RoomPage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent or page)
        self.desk, self.lane, self.words = desk, lane, words
        self._write = write
        self._units: tuple[OrgUnit, ...] = ()
        self.card: ProblemCard | None = None
        self.title = look.strong(QLabel(self))
        self.title.setWordWrap(True)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.next = QPushButton(self)
        self.next.setObjectName("primary")
        self.next.clicked.connect(self._do_next)
        self.more = QPushButton(self)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.tabs = QTabWidget(self)
        self.members, self.tasks, self.calls = MemberTable(words, self), TaskTable(words, self), CallTable(words, self)
        self.members.units, self.calls.units = {}, {}
        self.member_list = self._list("members", self.members, page)
        self.task_list = self._list("tasks", self.tasks, page)
        self.call_list = self._list("calls", self.calls, page)
        self.member_view, self.task_view = self.member_list.view, self.task_list.view
        self.call_view = self.call_list.view
        self.spoken = QTextBrowser(self)
        self.spoken.setOpenLinks(False)
        for listing in (self.member_list, self.task_list, self.call_list, self.spoken):
            self.tabs.addTab(listing, "")
        self.actions_of: dict[str, QAction] = {}
        does: dict[str, Callable[[], object]] = {
            "call": self.open_call,
            "answer": self.open_answer,
            "member": self.open_member,
            "lead": self.open_lead,
            "task": self.open_task,
            "task_done": self.toggle_task,
            "leave": self.take_out,
            "amend": self.open_amend,
            "solve": self.open_solve,
            "close": self.close_problem,
            "reopen": self.reopen_problem,
            "drop": self.open_drop,
            "aim": self.open_aim,
            "guest": self.open_guest,
            "contribute": self.open_contribution,
            "speak": self.open_speak,
        }
        for name, key in DEEDS:
            action = page_action(self, f"problem_{name}", *((key,) if key else ()))
            action.triggered.connect(lambda _=False, do=does[name]: do())
            self.menu.addAction(action)
            self.actions_of[name] = action
        self.member_list.line_opened.connect(self.open_member)
        self.task_list.line_opened.connect(lambda _: self.toggle_task())
        self.call_list.line_opened.connect(lambda _: self.open_answer())
        self.member_list.title_words = lambda: QCoreApplication.translate("ProblemPane", "Members of the team")
        self.task_list.title_words = lambda: QCoreApplication.translate("ProblemPane", "Tasks")
        self.call_list.title_words = lambda: QCoreApplication.translate("ProblemPane", "Units called in")
        for listing, missing in (
            (self.member_list, str(QT_TRANSLATE_NOOP("ProblemPane", "Nobody is in the team yet: Ctrl+M."))),
            (self.task_list, str(QT_TRANSLATE_NOOP("ProblemPane", "No task is given yet: Ctrl+T."))),
            (self.call_list, str(QT_TRANSLATE_NOOP("ProblemPane", "No unit is called in yet: Ctrl+L."))),
        ):
            listing.empty_words = partial(self._told_empty, missing)
        self._lay_out()
        self.retranslate()
        self.show_card(None, ())

    def _list(self, name: str, table: LineTable[T], page: RoomPage) -> LineList[T]:
        listing: LineList[T] = LineList(f"teams.{name}", table, page, is_main=False)
        # Ctrl+F belongs to the board; a list is so short that its own filter is reached by Tab.
        listing.commands.actions["list_search"].setShortcuts([])
        listing.search.setMinimumWidth(look.in_letters(170))
        return listing

    def _told_empty(self, missing: str, arrangement: Arrangement) -> str:
        return "" if arrangement.is_narrowed else QCoreApplication.translate("ProblemPane", missing)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.next)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addLayout(buttons)
        column.addWidget(self.tabs, 1)
        column.addStretch()  # where no problem is chosen its words stay together at the top
        self.setMinimumHeight(look.in_letters(420))

    def show_card(self, card: ProblemCard | None, units: Sequence[OrgUnit]) -> None:
        """Show a problem, or none."""
        self.card, self._units = card, tuple(units)
        if card is not None:
            self.members.units = self.calls.units = dict(card.units)
            self.tasks.card = card
            self.member_list.show_lines(card.members)
            self.task_list.show_lines(card.problem.tasks)
            self.call_list.show_lines(card.problem.calls)
        team_deeds.show_spoken(self)
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        translate = QCoreApplication.translate
        names = {
            "call": translate("ProblemPane", "Call a unit in…"),
            "answer": translate("ProblemPane", "Note a unit's answer…"),
            "member": translate("ProblemPane", "Put somebody into the team…"),
            "lead": translate("ProblemPane", "Name the lead…"),
            "task": translate("ProblemPane", "Give a task…"),
            "task_done": translate("ProblemPane", "Task done, or not after all"),
            "leave": translate("ProblemPane", "Take the member out of the team"),
            "amend": translate("ProblemPane", "Change problem and due day…"),
            "solve": translate("ProblemPane", "The problem is solved…"),
            "close": translate("ProblemPane", "Close: the unit agrees"),
            "reopen": translate("ProblemPane", "Open again"),
            "drop": translate("ProblemPane", "Drop the problem…"),
            "aim": translate("TeamWork", "Result of the team…"),
            "guest": translate("TeamWork", "Member from another agency…"),
            "contribute": translate("TeamWork", "Put the contribution into the SKP…"),
            "speak": translate("TeamWork", "Feedback of lead or host…"),
        }
        self.spoken.setAccessibleName(translate("TeamWork", "What lead and host said of the members"))
        for name, words in names.items():
            self.actions_of[name].setText(words)
        self.more.setText(translate("ProblemPane", "&More"))
        self.tabs.setAccessibleName(translate("ProblemPane", "Team, tasks and calls of the problem"))
        for listing in (self.member_list, self.task_list, self.call_list):
            listing.say()
        self._tell()

    def open_amend(self) -> ProblemDialog | None:
        """Better words, another day, the unit where the team works."""
        if (card := self.card) is None:
            return None
        dialog = ProblemDialog(self.words, self._units, card.today, self, card.problem)
        number = card.problem.number
        return self.ask(
            dialog,
            lambda: partial(
                self.desk.teams.amend,
                number,
                dialog.title.text(),
                dialog.text.toPlainText(),
                dialog.due.day,
                ProblemKind(dialog.kind.currentData()),
                dialog.unit_id,
            ),
        )

    def open_call(self) -> CallDialog | None:
        """Call a department in."""
        if (card := self.card) is None:
            return None
        others = [unit for unit in self._units if unit.unit_id != card.problem.unit_id]
        dialog = CallDialog(others, self)
        number = card.problem.number
        return self.ask(
            dialog, lambda: partial(self.desk.teams.call, number, str(dialog.unit.currentData()), dialog.why.text())
        )

    def open_answer(self, unit_id: str = "") -> AnswerDialog | None:
        """Note what a department says: the one named or chosen, else the first that has not answered."""
        if (card := self.card) is None:
            return None
        chosen = self.call_list.current() if self.tabs.currentWidget() is self.call_list else None
        if unit_id:
            chosen = next((call for call in card.problem.calls if call.unit_id == unit_id), None)
        open_calls = [call for call in card.problem.calls if call.answer is None]
        call = chosen or next(iter(open_calls or card.problem.calls), None)
        if call is None:
            return None
        name = card.units.get(call.unit_id, call.unit_id)
        dialog = AnswerDialog(self.words, name, call.called_on, card.today, self)
        number, asked = card.problem.number, call.unit_id
        return self.ask(
            dialog,
            lambda: partial(self.desk.teams.answer, number, asked, dialog.said, dialog.words.text(), dialog.day.day),
            of=asked,
        )

    def open_member(self, member: MemberLine | None = None) -> MemberDialog | None:
        """Put somebody into the team, or change how he is in it."""
        if (card := self.card) is None:
            return None
        if member is not None and member.member.is_guest:
            self.open_guest(member)
            return None
        dialog = MemberDialog(self.desk, self.lane, self.words, card.today, self, member)
        number = card.problem.number
        return self.ask(
            dialog,
            lambda: partial(
                self.desk.teams.join,
                number,
                dialog.person_id,
                dialog.duty.text(),
                AssignmentMode(dialog.mode.currentData()),
                dialog.consent_on,
            ),
            of=member.member.person_id if member is not None else "",
        )

    def open_lead(self) -> LeadDialog | None:
        """Say who leads."""
        if (card := self.card) is None or not card.members:
            return None
        dialog = LeadDialog(card.members, card.problem, card.today, self)
        number = card.problem.number
        return self.ask(
            dialog,
            lambda: partial(
                self.desk.teams.lead,
                number,
                str(dialog.person.currentData()),
                dialog.letter.text(),
                dialog.day.day if dialog.letter.text().strip() else None,
            ),
        )

    def open_task(self) -> TaskDialog | None:
        """Give a member something to do."""
        if (card := self.card) is None or not card.members:
            return None
        dialog = TaskDialog(card.members, max(card.problem.due_on, card.today), self)
        number = card.problem.number
        return self.ask(
            dialog,
            lambda: partial(
                self.desk.teams.task, number, dialog.text.text(), str(dialog.owner.currentData()), dialog.due.day
            ),
        )

    def toggle_task(self) -> None:
        """The chosen task is done, or it is not after all."""
        task = self.task_list.current()
        if self.card is None or task is None:
            return
        number = self.card.problem.number
        if task.done_on is not None:
            self._write(lambda: self.desk.teams.resume_task(number, task.task_id), "")
        else:
            self.open_done(task)

    def open_done(self, task: Task) -> WordsDialog | None:
        """Ask what came of a task that is done."""
        if self.card is None:
            return None
        number = self.card.problem.number
        title = QCoreApplication.translate("ProblemPane", "Task done")
        words = QCoreApplication.translate("ProblemPane", "What came of &it")
        dialog = WordsDialog(title, words, self, is_needed=False)
        verb = self.desk.teams.finish_task
        return self.ask(dialog, lambda: partial(verb, number, task.task_id, dialog.said), "task_done", task.task_id)

    def open_kept(self, facts: Mapping[str, str]) -> QDialog | None:
        """The question again in which something was typed and not saved; nothing when its subject is gone."""
        card, deed, of = self.card, facts.get("deed", ""), facts.get("of", "")
        if card is None or card.problem.number != facts.get("problem"):
            return None
        if deed == "answer":
            return self.open_answer(of)
        if deed == "member":
            return self.open_member(next((one for one in card.members if one.member.person_id == of), None))
        if deed == "task_done":
            task = next((one for one in card.problem.tasks if one.task_id == of and one.done_on is None), None)
            return self.open_done(task) if task is not None else None
        opens: Mapping[str, Callable[[], QDialog | None]] = {
            "amend": self.open_amend,
            "call": self.open_call,
            "lead": self.open_lead,
            "task": self.open_task,
            "solve": self.open_solve,
            "drop": self.open_drop,
            "aim": self.open_aim,
            "guest": self.open_guest,
            "contribution": self.open_contribution,
            "speak": self.open_speak,
        }
        return opens[deed]() if deed in opens else None

    def take_out(self) -> None:
        """Take the chosen member out of the team."""
        member = self.member_list.current()
        if self.card is not None and member is not None:
            number, person_id = self.card.problem.number, member.member.person_id
            self._write(lambda: self.desk.teams.leave(number, person_id), "")

    def open_solve(self) -> WordsDialog | None:
        """The team says that it is solved, and how."""
        title = QCoreApplication.translate("ProblemPane", "The problem is solved")
        words = QCoreApplication.translate("ProblemPane", "&How")
        return self._say(title, words, self.desk.teams.solve)

    def open_drop(self) -> WordsDialog | None:
        """Nobody works on it any more."""
        title = QCoreApplication.translate("ProblemPane", "Drop the problem")
        words = QCoreApplication.translate("ProblemPane", "&Why")
        return self._say(title, words, self.desk.teams.drop)

    def open_aim(self) -> None:
        """Say what the team is to reach and which indicator that serves."""
        team_deeds.open_aim(self)

    def open_guest(self, member: MemberLine | None = None) -> None:
        """Put somebody of another agency into the team, or change how he is in it."""
        team_deeds.open_guest(self, member)

    def open_contribution(self) -> QDialog | None:
        """Put the chosen member's part into his draft SKP."""
        return team_deeds.open_contribution(self)

    def open_speak(self) -> QDialog | None:
        """Note what lead or host say of the chosen member."""
        return team_deeds.open_speak(self)

    def close_problem(self) -> None:
        """The unit that opened it agrees."""
        if self.card is not None:
            number = self.card.problem.number
            self._write(lambda: self.desk.teams.close(number), "")

    def reopen_problem(self) -> None:
        """It goes on after all; asks first, since the days of the solution go."""
        translate = QCoreApplication.translate
        if self.card is None or not asks(
            self,
            translate("ProblemPane", "Open %1 again?").replace("%1", self.card.problem.number),
            translate("ProblemPane", "The day of its solution is taken out; what was done stays."),
            translate("ProblemPane", "Open again"),
        ):
            return
        number = self.card.problem.number
        self._write(lambda: self.desk.teams.reopen(number), "")

    def _say(self, title: str, words: str, verb: Callable[[str, str], ProblemOutcome]) -> WordsDialog | None:
        if self.card is None:
            return None
        number = self.card.problem.number
        dialog = WordsDialog(title, words, self)
        return self.ask(dialog, lambda: partial(verb, number, dialog.said), verb.__name__)

    def ask(self, dialog: D, entered: Callable[[], Callable[[], ProblemOutcome]], deed: str = "", of: str = "") -> D:
        """Open a question; what was entered is read here and only the verb goes to the lane's thread."""
        dialog.accepted.connect(lambda: self._write(entered(), dialog.windowTitle()))
        page, card = page_of(self), self.card
        if page is not None and card is not None:
            number = card.problem.number
            deed = deed or _DEEDS.get(type(dialog), type(dialog).__name__)
            facts = {"problem": number, "deed": deed, "of": of}
            place = "|".join(part for part in (number, deed, of) if part)
            keep_drafts(dialog, page, "teams.problem", place, number, facts=facts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _do_next(self) -> None:
        name = self._next_step()
        if name:
            self.actions_of[name].trigger()

    def _next_step(self) -> str:
        """What a clerk would do next."""
        if self.card is None:
            return ""
        problem = self.card.problem
        if problem.state is ProblemState.SOLVED:
            return "close"
        if problem.state in OVER:
            return "reopen"
        if any(call.answer is None for call in problem.calls):
            return "answer"
        if not problem.members:
            return "member" if problem.calls else "call"
        if not problem.lead_id:
            return "lead"
        if not problem.tasks:
            return "task"
        return "solve" if not problem.open_tasks() else "task_done"

    def _tell(self) -> None:
        card = self.card
        translate = QCoreApplication.translate
        for part in (self.next, self.more, self.tabs):
            part.setVisible(card is not None)
        for action in self.actions_of.values():
            action.setEnabled(card is not None)
        if card is None:
            self.title.setText(translate("ProblemPane", "No problem chosen"))
            self.facts.setText(
                translate(
                    "ProblemPane",
                    "A problem is a complaint, a target at risk or a project that needs people of several units. "
                    "Open one with Ctrl+N, call other units in, and see who owes what.",
                )
            )
            return
        problem = card.problem
        is_over = problem.state in OVER
        for name in ("call", "answer", "member", "lead", "task", "task_done", "leave", "amend", "solve", "drop"):
            self.actions_of[name].setEnabled(not is_over)
        self.actions_of["close"].setEnabled(problem.state is ProblemState.SOLVED)
        self.actions_of["reopen"].setEnabled(is_over)
        for name in ("lead", "task"):
            self.actions_of[name].setEnabled(not is_over and bool(card.members))
        self.actions_of["guest"].setEnabled(not is_over)
        for name in ("contribute", "speak"):
            self.actions_of[name].setEnabled(bool(card.members))
        self.actions_of["answer"].setEnabled(not is_over and bool(problem.calls))
        self.title.setText(f"{problem.number} · {problem.title}")
        self.facts.setText("\n".join(self._facts(card)))
        step = self._next_step()
        self.next.setText(self.actions_of[step].text())
        self.tabs.setTabText(3, translate("TeamWork", "Feedback"))
        for place, (words, count) in enumerate(
            (
                (translate("ProblemPane", "Team"), len(card.members)),
                (translate("ProblemPane", "Tasks"), len(problem.tasks)),
                (translate("ProblemPane", "Calls"), len(problem.calls)),
            )
        ):
            self.tabs.setTabText(place, f"{words} {self.words.number(count)}")

    def _facts(self, card: ProblemCard) -> list[str]:
        translate = QCoreApplication.translate
        problem, label = card.problem, self.words.messages.label_of
        facts = [
            f"{label(problem.kind)} · {card.line.unit_name} · {label(problem.state)} · {label(problem.scope)}",
            translate("ProblemPane", "Opened %1, to be solved by %2 (%3)")
            .replace("%1", self.words.day(problem.opened_on))
            .replace("%2", self.words.day(problem.due_on))
            .replace("%3", self.words.days_left(card.line.days_left)),
        ]
        if problem.solved_on is not None:
            said = translate("ProblemPane", "Solved %1: %2").replace("%1", self.words.day(problem.solved_on))
            facts[1] = said.replace("%2", problem.solution)
        if problem.host_unit_id and problem.host_unit_id != problem.unit_id:
            name = card.units.get(problem.host_unit_id, problem.host_unit_id)
            facts.append(translate("ProblemPane", "The team works at %1").replace("%1", name))
        if problem.letter_number:
            facts.append(translate("ProblemPane", "Letter %1").replace("%1", problem.letter_number))
        if problem.why_dropped:
            facts.append(translate("ProblemPane", "Dropped: %1").replace("%1", problem.why_dropped))
        if problem.description:
            facts.append(problem.description)
        return facts
