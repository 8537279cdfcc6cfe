"""Feedback: the log of one person in a period, a form for the next item, and what it means for the suggestion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import Form
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.feedback import FeedbackChannel, FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.feedback import FeedbackDraft, FeedbackLine, FeedbackLog, LoggedFeedback, draft_of
from meritdesk.services.execution.grid import GridQuery
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.execution.evidence_pane import EvidencePane
from meritdesk.ui.execution.feedback_table import FeedbackColumn, FeedbackTable
from meritdesk.ui.likely_day import likely_day
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.people_list import NamesAndPosts, PeopleList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

Results = tuple[tuple[int, str], ...]


class FeedbackTab(RoomPage):
    """Umpan balik: who said what about whom."""

    room = "execution"
    nouns = frozenset({"feedback", "evidence", "people", "plans"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._log: FeedbackLog | None = None
        self._results: Results = ()
        self._wanted = ""
        self._amended: FeedbackLine | None = None
        self._build()
        self._lay_out()
        fields = ("day", "giver", "mark", "rhythm", "channel", "about", "giver_name", "text", "ground", "requested")
        self.drafts = DraftKeeper(self, self, "execution.feedback", only=fields, save=self.add)
        self.retranslate()

    def _build(self) -> None:
        self.people = PeopleList("execution.people", NamesAndPosts(self.words, self), self)
        self.people.chosen.connect(self._load_log)
        self.heading = look.strong(QLabel(self))
        self.heading.setWordWrap(True)
        self.table = FeedbackTable(self.words, self)
        self.listing = LineList(
            "execution.feedback",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, self._logged)
                for column in (FeedbackColumn.MARK, FeedbackColumn.ABOUT, FeedbackColumn.GIVER)
            ],
            led_by=self.people,
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("FeedbackTab", "Feedback log")
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(self._entry_chosen)
        self.view = self.listing.view
        self.view.setWordWrap(True)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.evidence = EvidencePane(self.desk, self.lane, self.words, self)
        self.evidence.message.connect(self.message)
        self.evidence.offer_undo.connect(self.offer_undo)
        self.day = DayField(date.today(), self)  # noqa: DTZ011 - the clerk's own day
        self.giver = QComboBox(self)
        self.giver_name = QLineEdit(self)
        self.about = QComboBox(self)
        self.about.currentTextChanged.connect(self.about.setToolTip)
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.mark = QComboBox(self)
        self.rhythm = QComboBox(self)
        self.channel = QComboBox(self)
        for box, members in (
            (self.giver, FeedbackGiver),
            (self.mark, FeedbackMark),
            (self.rhythm, FeedbackRhythm),
            (self.channel, FeedbackChannel),
        ):
            for member in members:
                box.addItem("", member)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(look.in_letters(58))
        self.ground = QLineEdit(self)
        self.requested = QCheckBox(self)
        self.add_button = QPushButton(self)
        self.add_button.setObjectName("primary")
        self.add_button.clicked.connect(self.add)
        self.withdraw_button = QPushButton(self)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.amend_button = QPushButton(self)
        self.amend_button.clicked.connect(self.begin_amending)
        self.leave_button = QPushButton(self)
        self.leave_button.clicked.connect(self.leave_amending)
        self.print_button = QPushButton(self)
        self.print_button.clicked.connect(self.print_record)
        self.print_action = page_action(self, "print_feedback", "Ctrl+P")
        self.print_action.triggered.connect(self.print_record)
        self.amend_action = page_action(self, "amend_feedback", "Ctrl+E")
        self.amend_action.triggered.connect(self.begin_amending)
        self.leave_action = page_action(self, "leave_amending", "Esc")
        self.leave_action.triggered.connect(self.leave_amending)
        self.new_action = page_action(self, "new_feedback", "Ctrl+N")
        self.new_action.triggered.connect(self.text.setFocus)
        self.add_action = page_action(self, "add_feedback", "Ctrl+Return")
        self.add_action.triggered.connect(self.add)
        self.withdraw_action = page_action(self.view, "withdraw_feedback", "Del")
        self.withdraw_action.triggered.connect(self.withdraw)
        self.giver.currentIndexChanged.connect(lambda _: self._suggest_giver())

    def _lay_out(self) -> None:
        self.labels = [QLabel(self) for _ in range(9)]
        fields = (
            self.day, self.giver, self.giver_name, self.about, self.mark, self.rhythm, self.channel,
            self.text, self.ground,
        )  # fmt: skip
        for label, field in zip(self.labels, fields, strict=True):
            label.setBuddy(field)
        form = QGridLayout()
        form.setVerticalSpacing(4)
        places = ((0, 0), (0, 1), (0, 2), (0, 3), (2, 0), (2, 1), (2, 2))
        for label, field, (row, column) in zip(self.labels, fields, places, strict=False):
            form.addWidget(label, row, column)
            form.addWidget(field, row + 1, column)
        form.addWidget(self.requested, 3, 3)
        form.addWidget(self.labels[7], 4, 0, 1, 4)
        form.addWidget(self.text, 5, 0, 1, 4)
        form.addWidget(self.labels[8], 6, 0, 1, 4)
        form.addWidget(self.ground, 7, 0, 1, 4)
        form.setColumnStretch(2, 1)
        form.setColumnStretch(3, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.withdraw_button)
        buttons.addWidget(self.amend_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.add_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)  # before what stands in it
        log = QWidget(self.splitter)
        log_layout = QVBoxLayout(log)
        log_layout.setContentsMargins(0, 0, 0, 0)
        log_layout.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.print_button)
        log_layout.addLayout(top)
        log_layout.addWidget(self.listing, 1)
        log_layout.addWidget(self.told)
        log_layout.addLayout(form)
        log_layout.addLayout(buttons)
        self.splitter.setObjectName("feedbackSplitter")
        self.splitter.addWidget(self.people)
        self.splitter.addWidget(log)
        self.splitter.addWidget(self.evidence)
        self.splitter.setSizes([226, 720, 214])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.people.say()
        self.listing.say()
        self.evidence.retranslate()
        for label, said in zip(
            self.labels,
            (
                translate("FeedbackTab", "&Day"),
                translate("FeedbackTab", "&Given by"),
                translate("FeedbackTab", "Na&me"),
                translate("FeedbackTab", "&About"),
                translate("FeedbackTab", "Mar&k"),
                translate("FeedbackTab", "&Rhythm"),
                translate("FeedbackTab", "&Way"),
                translate("FeedbackTab", "What was said (Ctrl+N)"),
                translate("FeedbackTab", "What it rests on"),
            ),
            strict=True,
        ):
            label.setText(said)
        for box in (self.giver, self.mark, self.rhythm, self.channel):
            for place in range(box.count()):
                box.setItemText(place, self.words.messages.label_of(_member(box, place)))
        self.requested.setText(translate("FeedbackTab", "on the employee's &request"))
        self.amend_button.setText(translate("FeedbackTab", "&Put the chosen item right"))
        self.leave_button.setText(translate("FeedbackTab", "Leave it as it was (Esc)"))
        self.amend_action.setText(translate("FeedbackTab", "Put the chosen item right"))
        self.leave_action.setText(translate("FeedbackTab", "Leave it as it was"))
        self.withdraw_button.setText(translate("FeedbackTab", "&Withdraw the chosen item"))
        self.print_button.setText(translate("FeedbackTab", "Pr&int the record…"))
        self.print_action.setText(translate("FeedbackTab", "Print the record of feedback (B.1.3 to B.1.5)"))
        self.new_action.setText(translate("FeedbackTab", "Write new feedback"))
        self.add_action.setText(translate("FeedbackTab", "Add to the log, or save the item being put right"))
        self.withdraw_action.setText(translate("FeedbackTab", "Withdraw the chosen item"))
        self._fill_about()
        self._say()

    def primary_focus(self) -> QWidget:
        return self.people.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``nip`` finds the person."""
        self.people.narrow(filters)

    def load(self, period: Period) -> None:
        if self._amended is None:
            self.day.show_day(likely_day(period, date.today()))  # noqa: DTZ011
        if self.people.total:
            self._load_log()
        else:
            self.people.reload()

    def begin_amending(self) -> None:
        """Bring the chosen item into the form; saving writes over it, and the journal keeps what stood there."""
        line = self._chosen()
        if line is None:
            return
        draft = draft_of(line)
        self._amended = line
        self.day.show_day(draft.given_on)
        for box, member in (
            (self.giver, draft.giver),
            (self.mark, draft.mark),
            (self.rhythm, draft.rhythm),
            (self.channel, draft.channel),
        ):
            box.setCurrentIndex(box.findData(member))
        about = f"value:{draft.behaviour.value}" if draft.behaviour is not None else f"result:{draft.result_number}"
        self.about.setCurrentIndex(max(self.about.findData(about), 0))
        self.giver_name.setText(draft.giver_name)
        self.text.setPlainText(draft.text)
        self.ground.setText(draft.evidence)
        self.requested.setChecked(draft.is_requested)
        self._say()
        self.text.setFocus()

    def leave_amending(self) -> None:
        """Empty the form again; the item stays as it was."""
        if self._amended is not None:
            self._clear_form()
            self._say()

    def print_record(self) -> None:
        """To the documents room; which of B.1.3, B.1.4 and B.1.5 it is, the plan of this person decides there."""
        person = self.people.person
        if person is not None and person.nip:
            self.go_to.emit("documents", {"tab": "print", "form": Form.B_1_5.value, "nip": person.nip})

    def _clear_form(self) -> None:
        self._amended = None
        self.text.clear()
        self.ground.clear()
        self.requested.setChecked(False)

    def add(self) -> None:
        """Write what the form says into the log, as a new item or over the one that is being put right."""
        person = self.people.person
        if person is None:
            return
        kind, _, value = str(self.about.currentData() or "").partition(":")
        draft = FeedbackDraft(
            given_on=self.day.day,
            giver=FeedbackGiver(self.giver.currentData()),
            text=self.text.toPlainText(),
            mark=FeedbackMark(self.mark.currentData()),
            giver_name=self.giver_name.text(),
            rhythm=FeedbackRhythm(self.rhythm.currentData()),
            channel=FeedbackChannel(self.channel.currentData()),
            result_number=int(value) if kind == "result" else 0,
            behaviour=BehaviourValue(value) if kind == "value" else None,
            evidence=self.ground.text(),
            is_requested=self.requested.isChecked(),
        )
        amended, log = self._amended, self.desk.execution.feedback

        def write(step: Step) -> LoggedFeedback:
            if amended is None:
                return log.add(person.person_id, draft)
            return log.amend(amended.entry.entry_id, replace(draft, giver_id=self._giver_id(amended, draft)))

        self.lane.ask(write, self._added, self._refused, title=self.add_action.text())

    def _giver_id(self, amended: FeedbackLine, draft: FeedbackDraft) -> str:
        """Who gave it stays known as long as nobody else is named."""
        entry = amended.entry
        is_same = (draft.giver, draft.giver_name.strip()) == (entry.giver, entry.giver_name)
        return entry.giver_id if is_same else ""

    def withdraw(self) -> None:
        """Take the chosen item out of the log; offered for undo."""
        line = self._chosen()
        if line is None:
            return
        said = QCoreApplication.translate("FeedbackTab", "Feedback of %1 was withdrawn.")

        def then(changes: Changes) -> None:
            self.offer_undo.emit(said.replace("%1", self.words.day(line.entry.given_on)), changes.change_set_id)

        self.lane.ask(lambda step: self.desk.execution.feedback.withdraw(line.entry.entry_id), then)

    def _added(self, logged: LoggedFeedback) -> None:
        self._wanted = logged.entry.entry_id
        if self._amended is not None:
            said = QCoreApplication.translate("FeedbackTab", "The item was put right.")
        else:
            said = QCoreApplication.translate("FeedbackTab", "Feedback added to the log.")
        self._clear_form()
        self.drafts.saved()
        warned = " ".join(self._told(hint) for hint in logged.hints)
        self.message.emit(f"{said} {warned}".strip())

    def _refused(self, refusal: Exception) -> None:
        code, what, then = self.words.told(refusal)
        self.message.emit(f"⚠ {what} {then} ({code})")
        self.told.setText(f"✗ {what} {then}")
        self.told.show()
        look.colour(self.told, look.blocks())

    def _load_log(self) -> None:
        person, period = self.people.person, self.period
        if period is None:
            return
        if person is None:
            self._log = None
            self.leave_amending()
            self.listing.show_lines(())
            self.evidence.show_place(None)
            self._say()
            return

        def read(step: Step) -> tuple[FeedbackLog, Results]:
            log = self.desk.execution.feedback.log(person.person_id, period)
            lines = self.desk.execution.grid.lines(GridQuery(period.year, person_ids=(person.person_id,))).lines
            results = {line.result_number: line.result_text for line in lines}
            return log, tuple(results.items())

        self.lane.ask(read, partial(self._show, person.person_id), key="execution.feedback")

    def _show(self, person_id: str, answer: tuple[FeedbackLog, Results]) -> None:
        if self.people.person is None or self.people.person.person_id != person_id:
            return
        before = self._chosen()
        is_other = self.drafts.subject != self._draft_place()
        if is_other:
            self.drafts.leave()
            self._clear_form()
        if self._amended is not None and self._amended.entry.entry_id not in {
            line.entry.entry_id for line in answer[0].lines
        }:
            self._clear_form()
        had_results = bool(self._results)
        self._log, self._results = answer
        self._fill_about()
        if not had_results:
            self.about.setCurrentIndex(0)
        wanted = self._wanted or (before.entry.entry_id if before else "")
        self._wanted = ""
        known = [line.entry.entry_id for line in self._log.lines]
        if known:
            shown = wanted if wanted in known else known[-1]
            self.listing.choose(lambda line: line.entry.entry_id == shown)
        self.listing.show_lines(self._log.lines)
        self._suggest_giver()
        person = self.people.person
        if person is not None and (is_other or not self.drafts.is_changed):
            self.drafts.begin(self._draft_place(), person.name, facts={"nip": person.nip})
        self._say()

    def _draft_place(self) -> str:
        person, period = self.people.person, self.period
        return f"{person.person_id if person else ''}|{period.code if period else ''}"

    def _chosen(self) -> FeedbackLine | None:
        return self.listing.current()

    def _logged(self) -> Sequence[FeedbackLine]:
        return self._log.lines if self._log is not None else ()

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        if self.people.person is None:
            return QCoreApplication.translate("FeedbackTab", "Choose a person on the left")
        return QCoreApplication.translate("FeedbackTab", "No feedback in this period yet. Write the first item below.")

    def _entry_chosen(self, line: FeedbackLine | None) -> None:
        person = self.people.person
        if line is None or person is None:
            self.evidence.show_place(None)
            return
        self.evidence.show_place(Place(person.person_id, EvidenceOwner.FEEDBACK, line.entry.entry_id))

    def _fill_about(self) -> None:
        chosen = self.about.currentData()
        self.about.clear()
        for number, text in self._results:
            said = QCoreApplication.translate("FeedbackTab", "Result %1: %2")
            self.about.addItem(said.replace("%1", str(number)).replace("%2", text), f"result:{number}")
        for value in BehaviourValue:
            self.about.addItem(self.words.messages.label_of(value), f"value:{value.value}")
        self.about.setCurrentIndex(max(self.about.findData(chosen), 0))

    def _suggest_giver(self) -> None:
        """The leader is the rater as long as nobody else is named; an item being put right keeps its giver."""
        if self._amended is not None:
            return
        person = self.people.person
        names = {line.rater_name for line in self.people.table.here()}
        if FeedbackGiver(self.giver.currentData()) is FeedbackGiver.LEADER and person is not None:
            if not self.giver_name.text() or self.giver_name.text() in names:
                self.giver_name.setText(person.rater_name)
                self.giver_name.setCursorPosition(0)
        elif self.giver_name.text() in names:
            self.giver_name.clear()

    def _told(self, hint: Hint) -> str:
        return f"⚠ {self.words.messages.reason(hint.code, hint.facts)} ({hint.code})"

    def _say(self) -> None:
        person = self.people.person
        self.add_button.setEnabled(person is not None)
        self.print_button.setEnabled(person is not None and bool(person.nip))
        is_amending = self._amended is not None
        self.add_button.setText(
            QCoreApplication.translate("FeedbackTab", "Save the change (Ctrl+Enter)")
            if is_amending
            else QCoreApplication.translate("FeedbackTab", "Add to the log (Ctrl+Enter)")
        )
        self.withdraw_button.setEnabled(bool(self.table.lines) and not is_amending)
        self.withdraw_action.setEnabled(not is_amending)
        self.amend_button.setEnabled(bool(self.table.lines) and not is_amending)
        self.leave_button.setVisible(is_amending)
        self.leave_action.setEnabled(is_amending)
        if person is None or self._log is None or self.period is None:
            self.heading.setText(QCoreApplication.translate("FeedbackTab", "Choose a person on the left"))
            self.told.clear()
            self.told.hide()
            return
        self.heading.setText(f"{self.words.person(person.name, person.nip)} · {self.words.period(self.period)}")
        tally = self._log.tally
        told = ""
        if self._log.lines:
            told = QCoreApplication.translate(
                "FeedbackTab", "On results: {positive} of {total} items are positive; the suggested rating reads this."
            ).format(positive=self.words.number(tally.positive), total=self.words.number(tally.total))
        self.told.setText("\n".join(filter(None, [singular(told), *map(self._told, self._log.hints)])))
        self.told.setVisible(bool(self.told.text()))
        look.colour(self.told, look.asks() if self._log.hints else look.quiet())


def _member(box: QComboBox, place: int) -> FeedbackGiver | FeedbackMark | FeedbackRhythm | FeedbackChannel:
    word = str(box.itemData(place))
    for kind in (FeedbackGiver, FeedbackMark, FeedbackRhythm, FeedbackChannel):
        if word in {member.value for member in kind}:
            return kind(word)
    raise KeyError(word)
