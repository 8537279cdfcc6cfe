"""Action plan: the steps of each result, what was documented on them with evidence, and results taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.agency_settings import DocumentationPeriod
from meritdesk.core.documents import Form
from meritdesk.core.errors import Refusal
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.execution import Documentation
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.execution.action_plan import ResultOnItsWay, TakenOver
from meritdesk.services.execution.evidence import Place
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.execution.action_plan_dialogs import DocumentDialog, StepsDialog, TakeOverDialog
from meritdesk.ui.execution.action_plan_table import ActionPlanTable, PlanColumn, PlanLine, lines_of
from meritdesk.ui.execution.evidence_pane import EvidencePane
from meritdesk.ui.likely_day import likely_day
from meritdesk.ui.people_list import NamesAndPosts, PeopleList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

Asking = StepsDialog | DocumentDialog | TakeOverDialog


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[PlanLine, ...]
    rhythm: DocumentationPeriod


class ActionPlanTab(RoomPage):
    """Rencana aksi: B.1.1 and B.1.2 of one person."""

    room = "execution"
    nouns = frozenset({"action_plans", "takeovers", "plans", "people", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._refusal = ""
        self._rhythm = DocumentationPeriod.UNSET
        self.people = PeopleList("execution.people", NamesAndPosts(words, self), self)
        self.people.chosen.connect(self._load_plan)
        self.heading = look.strong(QLabel(self))
        self.heading.setWordWrap(True)
        self.steps_button = QPushButton(self)
        self.document_button = QPushButton(self)
        self.document_button.setObjectName("primary")
        self.take_button = QPushButton(self)
        self.print_button = QPushButton(self)
        self.print_menu = QMenu(self)
        self.print_button.setMenu(self.print_menu)
        self.table = ActionPlanTable(words, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in ((PlanColumn.NUMBER, 40), (PlanColumn.DAY, 150), (PlanColumn.EVIDENCE, 150)):
            self.view.setColumnWidth(column, look.in_letters(width))
        self.view.horizontalHeader().setSectionResizeMode(PlanColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        self.view.setWordWrap(True)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._breaking = QTimer(self)
        self._breaking.setSingleShot(True)
        self._breaking.timeout.connect(self.view.resizeRowsToContents)
        self.view.horizontalHeader().sectionResized.connect(lambda *_: self._breaking.start())
        self.view.selectionModel().currentRowChanged.connect(self._line_chosen)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.told = look.colour(QLabel(self), look.quiet())
        self.told.setWordWrap(True)
        self.evidence = EvidencePane(desk, lane, words, self)
        self.evidence.message.connect(self.message)
        self.evidence.offer_undo.connect(self.offer_undo)
        self.verbs: tuple[tuple[QPushButton, str, str, Callable[[], object]], ...] = (
            (self.steps_button, "plan_steps", "Ctrl+E", self.open_steps),
            (self.document_button, "document", "Ctrl+N", self.open_document),
            (self.take_button, "take_over", "Ctrl+T", self.open_take_over),
        )
        self.plan_actions = {}
        for button, name, keys, verb in self.verbs:
            button.clicked.connect(lambda _=False, verb=verb: verb())
            self.plan_actions[name] = page_action(self, name, keys)
            self.plan_actions[name].triggered.connect(lambda _=False, verb=verb: verb())
        for form, keys in ((Form.B_1_1, "Ctrl+P"), (Form.B_1_2, "Ctrl+Shift+P")):
            action = page_action(self, f"print_{form.value}", keys)
            action.triggered.connect(partial(self.print_form, form))
            self.plan_actions[form.value] = action
            self.print_menu.addAction(action)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.print_button)
        top.addWidget(self.take_button)
        top.addWidget(self.steps_button)
        top.addWidget(self.document_button)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        work = QWidget(self)
        work_layout = QVBoxLayout(work)
        work_layout.setContentsMargins(0, 0, 0, 0)
        work_layout.addLayout(top)
        work_layout.addWidget(self.middle, 1)
        work_layout.addWidget(self.told)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("actionPlanSplitter")
        for widget in (self.people, work, self.evidence):
            self.splitter.addWidget(widget)
        self.splitter.setSizes([250, 640, 260])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.people.say()
        self.table.retranslate()
        self.evidence.retranslate()
        self.steps_button.setText(translate("ActionPlanTab", "&Steps…"))
        self.document_button.setText(translate("ActionPlanTab", "&Document…"))
        self.take_button.setText(translate("ActionPlanTab", "&Take over…"))
        self.print_button.setText(translate("ActionPlanTab", "&Print"))
        self.plan_actions[Form.B_1_1.value].setText(translate("ActionPlanTab", "Print the action plan (B.1.1)…"))
        self.plan_actions[Form.B_1_2.value].setText(translate("ActionPlanTab", "Print the documentation (B.1.2)…"))
        self.plan_actions["plan_steps"].setText(translate("ActionPlanTab", "Steps of the result"))
        self.plan_actions["document"].setText(translate("ActionPlanTab", "Document what was achieved"))
        self.plan_actions["take_over"].setText(translate("ActionPlanTab", "Take the result over"))
        self.view.setAccessibleName(translate("ActionPlanTab", "Action plan and documentation"))
        self._say()

    def primary_focus(self) -> QWidget:
        return self.people.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``nip`` finds the person."""
        self.people.narrow(filters)

    def load(self, period: Period) -> None:
        if self.people.total:
            self._load_plan()
        else:
            self.people.reload()

    def open_steps(self) -> StepsDialog | None:
        """The steps of the chosen result."""
        found = self._result()
        if found is None:
            return None
        dialog = StepsDialog(f"{found.result.number}. {found.result.text}", found.steps, self._day(), self)
        person, year, number = self._place(found)
        verb = self.desk.execution.action_plan.set_steps
        self._ask(dialog, lambda: partial(verb, person, year, number, dialog.steps()))
        return dialog

    def open_document(self) -> DocumentDialog | None:
        """One line of documentation on the chosen result."""
        found = self._result()
        if found is None:
            return None
        dialog = DocumentDialog(f"{found.result.number}. {found.result.text}", found.steps, self._day(), self)
        person, _, number = self._place(found)

        def entered() -> Callable[[], Changes]:
            verb = partial(
                self.desk.execution.action_plan.document,
                person,
                number,
                dialog.day.day,
                dialog.text.toPlainText(),
                int(dialog.step.currentData()),
                dialog.evidence.text(),
            )
            return lambda: verb()[1]

        self._ask(dialog, entered)
        return dialog

    def open_take_over(self) -> TakeOverDialog | None:
        """The leader takes the chosen result over."""
        found, chosen = self._result(), self.people.person
        if found is None or chosen is None:
            return None
        about = f"{found.result.number}. {found.result.text}"
        dialog = TakeOverDialog(about, self.words.messages, chosen.rater_name, self._day(), self)
        person, _, number = self._place(found)

        def entered() -> Callable[[], TakenOver]:
            return partial(
                self.desk.execution.action_plan.take_over,
                person,
                number,
                dialog.day.day,
                dialog.note.toPlainText(),
                taken_by_name=dialog.leader.text(),
                earlier=dialog.tried(),
            )

        self._ask(dialog, entered)
        return dialog

    def find_result(self, result_id: str) -> None:
        """Stand on a result of the person in front."""
        for row, line in enumerate(self.table.lines):
            if line.result.result.result_id == result_id:
                self.view.setCurrentIndex(self.table.index(row, 0))
                return

    def print_form(self, form: Form) -> None:
        """To the documents room, with this form and this person set."""
        person = self.people.person
        if person is not None and person.nip:
            self.go_to.emit("documents", {"tab": "print", "form": form.value, "nip": person.nip})

    def _day(self) -> date:
        today = date.today()  # noqa: DTZ011 - the clerk's own day
        return likely_day(Period(self.period.year, PeriodKind.YEAR), today) if self.period is not None else today

    def _ask(self, dialog: Asking, entered: Callable[[], Callable[[], Changes | TakenOver]]) -> None:
        """Open a question; what was entered is read here: it may be gone when the lane's thread comes to it."""

        def then(answer: Changes | TakenOver) -> None:
            dialog.accept()
            said = [QCoreApplication.translate("ActionPlanTab", "Saved.")]
            if isinstance(answer, TakenOver):
                said += [self._hinted(hint) for hint in answer.hints]
            self.message.emit(" ".join(said))

        def failed(refusal: Exception) -> None:
            code, what, next_step = self.words.told(refusal)
            dialog.refuse(f"{what} {next_step} ({code})".replace("  ", " "))

        def save() -> None:
            verb = entered()
            self.lane.ask(lambda step: verb(), then, failed, title=dialog.windowTitle())

        dialog.save.clicked.connect(save)
        found, person = self._result(), self.people.person
        if found is not None and person is not None:
            place = "|".join((type(dialog).__name__, found.plan.plan_id, found.result.result_id))
            keep_drafts(dialog, self, "execution.steps", place, person.name, facts={"nip": person.nip})
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _load_plan(self) -> None:
        person, period = self.people.person, self.period
        if person is None or period is None:
            self.table.show_lines(())
            self._refusal = ""
            self._say()
            return

        def read(step: Step) -> _Answer:
            found = self.desk.execution.action_plan.show(person.person_id, period.year)
            return _Answer(lines_of(found), self.desk.execution.action_plan.rhythm())

        self.lane.ask(
            read,
            partial(self._show, person.person_id),
            partial(self._no_plan, person.person_id),
            key="execution.action_plan",
        )

    def _show(self, person_id: str, answer: _Answer) -> None:
        if self.people.person is None or self.people.person.person_id != person_id:
            return
        row = max(self.view.currentIndex().row(), 0)
        self._refusal = ""
        self._rhythm = answer.rhythm
        self.table.show_lines(answer.lines)
        if answer.lines:
            self.view.selectRow(min(row, len(answer.lines) - 1))
        self._say()

    def _no_plan(self, person_id: str, refusal: Exception) -> None:
        if self.people.person is None or self.people.person.person_id != person_id:
            return
        _, what, then = self.words.told(refusal)
        self._refusal = f"{what}\n{then}" if isinstance(refusal, Refusal) else what
        self.table.show_lines(())
        self._say()

    def _chosen(self) -> PlanLine | None:
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def _result(self) -> ResultOnItsWay | None:
        line = self._chosen()
        return line.result if line is not None else None

    def _place(self, found: ResultOnItsWay) -> tuple[str, int, int]:
        return found.plan.person_id, found.plan.year, found.result.number

    def _line_chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        line, person = self._chosen(), self.people.person
        if line is not None and person is not None and isinstance(line.below, Documentation):
            place = Place(person.person_id, EvidenceOwner.DOCUMENTATION, line.below.documentation_id)
            self.evidence.show_place(place)
        else:
            self.evidence.show_place(None)

    def _hinted(self, hint: Hint) -> str:
        return f"⚠ {self.words.messages.reason(hint.code, hint.facts)} ({hint.code})"

    def _say(self) -> None:
        person = self.people.person
        has_lines = bool(self.table.lines)
        self.middle.setCurrentIndex(0 if has_lines else 1)
        for button, *_ in self.verbs:
            button.setEnabled(has_lines)
        self.print_button.setEnabled(has_lines)
        for form in (Form.B_1_1, Form.B_1_2):
            self.plan_actions[form.value].setEnabled(has_lines)
        if not has_lines:
            self.evidence.show_place(None)
        if person is None or self.period is None:
            self.heading.setText(QCoreApplication.translate("ActionPlanTab", "Choose a person on the left"))
            self.empty.clear()
        else:
            self.heading.setText(f"{self.words.person(person.name, person.nip)} · {self.period.year}")
            self.empty.setText(self._refusal)
        if self._rhythm is DocumentationPeriod.UNSET:
            self.told.setText(f"⚠ {self.words.messages.reason('V-50', {})} (V-50)")
            look.colour(self.told, look.asks())
        else:
            said = QCoreApplication.translate("ActionPlanTab", "Documentation is due: %1")
            self.told.setText(said.replace("%1", self.words.messages.label_of(self._rhythm)))
            look.colour(self.told, look.quiet())
