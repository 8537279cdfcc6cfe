"""Keberatan: the register of objections, and beside it the form of the selected one up to the decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.duties import Party
from meritdesk.core.evaluation import Rating
from meritdesk.core.objection import ObjectionDecision
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment.objections import ObjectionCard, ObjectionLine, ObjectionOutcome
from meritdesk.services.changes import Step
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.assessment.objection_dialog import ObjectionDialog
from meritdesk.ui.assessment.objection_table import ObjectionColumn, ObjectionTable
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import DraftKeeper, keep_drafts
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_TEXT_HEIGHT = 76


def _today() -> date:
    return datetime.now().astimezone().date()


class ObjectionsTab(RoomPage):
    """The objections of the period."""

    room = "assessment"
    nouns = frozenset({"objections", "evaluations", "processes", "holidays", "settings", "waivers"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._card: ObjectionCard | None = None
        self._wanted = ""
        self._lines: tuple[ObjectionLine, ...] = ()
        self._title = look.title(QLabel(self))
        self.new = QPushButton(self)
        self.new.setObjectName("primary")
        self.new.clicked.connect(lambda: self.open_new())
        self.print_button = QPushButton(self)
        self.print_button.clicked.connect(self.ask_print)
        self.refusal = RefusalStrip(words, self)
        self.table = ObjectionTable(words, self)
        self.listing = LineList(
            "assessment.objections",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._lines)
                for column in (ObjectionColumn.STATE, ObjectionColumn.DECISION, ObjectionColumn.CLOCK)
            ],
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("ObjectionsTab", "Register of objections")
        self.listing.empty_words = lambda how: "" if how.is_narrowed else self._told_empty()
        self.listing.line_chosen.connect(self._row_chosen)
        self.view = self.listing.view
        self._build_form()
        self._actions = {}
        for name, key, act in (
            ("new_objection", "Ctrl+N", lambda: self.open_new()),
            ("save_statements", "Ctrl+S", self.save_statements),
            ("decide_objection", "Ctrl+Return", self.decide),
            ("print_decision", "Ctrl+P", self.ask_print),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        self._lay_out()
        fields = ("ratee", "rater", "decision", "result", "behaviour", "grounds", "recommendation", "decided_on")
        self.drafts = DraftKeeper(self, self, "assessment.objection", only=fields, save=self.save_statements)
        self.retranslate()
        self._show_card()

    def _build_form(self) -> None:
        self.heading = look.strong(QLabel(self))
        self.heading.setWordWrap(True)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.hints = QLabel(self)
        self.hints.setWordWrap(True)
        look.colour(self.hints, look.asks())
        self.reasons = self._text()
        self.reasons.setReadOnly(True)
        self.ratee = self._text()
        self.rater = self._text()
        self.grounds = self._text()
        self.recommendation = self._text()
        self.save = QPushButton(self)
        self.save.clicked.connect(self.save_statements)
        self.decision = QComboBox(self)
        for decision in ObjectionDecision:
            self.decision.addItem("", decision)
        self.decision.currentIndexChanged.connect(lambda _: self._settle())
        self.result = QComboBox(self)
        self.behaviour = QComboBox(self)
        for box in (self.result, self.behaviour):
            for rating in Rating:
                box.addItem("", rating)
        self.decided_on = DayField(_today(), self)
        self.decide_button = QPushButton(self)
        self.decide_button.clicked.connect(self.decide)
        for text in (self.ratee, self.rater, self.grounds, self.recommendation):
            text.textChanged.connect(self._settle)

    def _text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setTabChangesFocus(True)
        text.setFixedHeight(look.in_letters(_TEXT_HEIGHT))
        return text

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.print_button)
        top.addWidget(self.new)
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._labels: list[QLabel] = []
        for said in (self.reasons, self.ratee, self.rater):
            self._row(said)
        self._rows.addRow(self.save)
        self._row(self.decision)
        both = QVBoxLayout()  # side by side they are wider than a narrow pane
        both.addWidget(self.result)
        both.addWidget(self.behaviour)
        label = QLabel(self)
        label.setBuddy(self.result)
        self._labels.append(label)
        self._rows.addRow(label, both)
        for field in (self.grounds, self.recommendation, self.decided_on):
            self._row(field)
        self._rows.addRow(self.decide_button)
        inside = QWidget(self)
        form = QVBoxLayout(inside)
        form.addWidget(self.heading)
        form.addWidget(self.facts)
        form.addWidget(self.hints)
        form.addLayout(self._rows)
        form.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.listing)
        splitter.addWidget(self._scroll)
        splitter.setSizes([800, 390])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(splitter, 1)

    def _row(self, field: QWidget) -> None:
        label = QLabel(self)
        label.setWordWrap(field is self.recommendation)  # in English this one is wider than the pane
        label.setBuddy(field)
        self._labels.append(label)
        self._rows.addRow(label, field)

    def load(self, period: Period) -> None:
        def work(step: Step) -> tuple[ObjectionLine, ...]:
            return self.desk.assessment.objections.lines(period)

        self.lane.ask(work, self._show, self.refusal.tell, key="objections")

    def primary_focus(self) -> QWidget:
        return self.view if self._lines else self.new

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``number`` chooses an objection; ``new`` opens the dialog for the person with that NIP."""
        self._wanted = str(filters.get("number", ""))
        if filters.get("new"):
            self.open_new(str(filters["new"]))
        elif self._wanted:
            self.mark_stale()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("ObjectionsTab", "Objections"))
        self.new.setText(translate("ObjectionsTab", "New objection…"))
        self.print_button.setText(translate("ObjectionsTab", "Print the decision…"))
        self.save.setText(translate("ObjectionsTab", "Save the statements"))
        self.decide_button.setText(translate("ObjectionsTab", "Enter the decision"))
        said = (
            translate("ObjectionsTab", "Reasons of the objection"),
            translate("ObjectionsTab", "Statement of the employee"),
            translate("ObjectionsTab", "Statement of the rater"),
            translate("ObjectionsTab", "Decision of the superior"),
            translate("ObjectionsTab", "New ratings: results, behaviour"),
            translate("ObjectionsTab", "Grounds and decision in words"),
            translate("ObjectionsTab", "New recommendation (only when the result is changed)"),
            translate("ObjectionsTab", "Decided on"),
        )
        fields = (
            self.reasons, self.ratee, self.rater, self.decision, self.result, self.grounds, self.recommendation,
            self.decided_on,
        )  # fmt: skip
        for label, field, text in zip(self._labels, fields, said, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.behaviour.setAccessibleName(said[4])
        messages = self.words.messages
        for place, decision in enumerate(ObjectionDecision):
            self.decision.setItemText(place, messages.label_of(decision))
        for box in (self.result, self.behaviour):
            for place, rating in enumerate(Rating):
                box.setItemText(place, messages.label_of(rating))
        for name, text in (
            ("new_objection", translate("ObjectionsTab", "Enter a new objection")),
            ("save_statements", translate("ObjectionsTab", "Save the statements of both sides")),
            ("decide_objection", translate("ObjectionsTab", "Enter the superior's decision")),
            ("print_decision", translate("ObjectionsTab", "Print the record of the decision")),
        ):
            self._actions[name].setText(text)
        self.listing.say()
        self._tell_card()

    def open_new(self, nip: str = "") -> ObjectionDialog | None:
        """Ask for a new objection; the dialog stays open while the desk refuses it."""
        if self.period is None:
            return None
        period = self.period
        dialog = ObjectionDialog(self.words, nip, _today(), self)

        def enter() -> None:
            entered = dialog.entered()
            dialog.refusal.tell(None)
            self.lane.ask(
                lambda step: self.desk.assessment.objections.open(
                    entered.nip, period, entered.reasons, entered.received_on, entered.addressee_nip, entered.late
                ),
                then,
                dialog.refusal.tell,
            )

        def then(outcome: ObjectionOutcome) -> None:
            dialog.accept()
            self._wanted = outcome.objection.register_number
            said = QCoreApplication.translate("ObjectionsTab", "Objection %1 entered.").replace("%1", self._wanted)
            self.offer_undo.emit(said, outcome.changes.change_set_id)

        dialog.buttons.accepted.connect(enter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_drafts(dialog, self, "assessment.objection.new", f"{period}|{nip}", nip, facts={"nip": nip})
        dialog.open()
        return dialog

    def save_statements(self) -> None:
        """Save what the two sides said; both are needed before a decision."""
        if self._card is None or not self.save.isEnabled():
            return
        objection = self._card.line.objection
        wanted = [
            (party, text.toPlainText())
            for party, text, known in (
                (Party.RATEE, self.ratee, objection.ratee_statement),
                (Party.RATER, self.rater, objection.rater_statement),
            )
            if text.toPlainText().strip() != known
        ]
        self.refusal.tell(None)
        number = objection.register_number

        def work(step: Step) -> ObjectionOutcome:
            outcomes = [self.desk.assessment.objections.state(number, party, text) for party, text in wanted]
            return outcomes[-1]

        self.lane.ask(work, self._saved, self.refusal.tell)

    def decide(self) -> None:
        """Enter the superior's decision; a changed result is asked about, since a new version is made."""
        if self._card is None or not self.decide_button.isEnabled():
            return
        objection = self._card.line.objection
        decision = ObjectionDecision(self.decision.currentData())
        if decision is ObjectionDecision.CHANGED and not asks(
            self,
            QCoreApplication.translate("ObjectionsTab", "Change the result of %1?").replace(
                "%1", self._card.line.person.full_name
            ),
            QCoreApplication.translate(
                "ObjectionsTab",
                "A new version of the evaluation is made; the old one is kept. D.1.3 then replaces the document.",
            ),
            QCoreApplication.translate("ObjectionsTab", "Change the result"),
        ):
            return
        on = self.decided_on.day
        grounds, recommendation = self.grounds.toPlainText(), self.recommendation.toPlainText()
        result, behaviour = Rating(self.result.currentData()), Rating(self.behaviour.currentData())
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.assessment.objections.decide(
                objection.register_number, decision, on, grounds, result, behaviour, recommendation
            ),
            self._decided,
            self.refusal.tell,
        )

    def ask_print(self) -> None:
        """Ask for a folder and print the record of the decision."""
        if self._card is None or not self.print_button.isEnabled():
            return
        folder = ask_folder(self, QCoreApplication.translate("ObjectionsTab", "Folder for the decision"))
        if folder is not None:
            self.print_decision(folder)

    def print_decision(self, folder: Path) -> None:
        """Print the record of the selected decision into a folder."""
        if self._card is None:
            return
        number = self._card.line.objection.register_number
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.assessment.objections.print_sheet(number, folder), self._printed, self.refusal.tell
        )

    def _printed(self, outcome: PapersOutcome) -> None:
        facts = {"number": outcome.numbers[0], "file": Path(outcome.file.path).name}
        self.message.emit(self.words.messages.reason("CLI-DECISION-SHEET", facts))

    def _saved(self, outcome: ObjectionOutcome) -> None:
        self._wanted = outcome.objection.register_number
        self.drafts.saved()
        self.message.emit(QCoreApplication.translate("ObjectionsTab", "Statements saved."))

    def _decided(self, outcome: ObjectionOutcome) -> None:
        self._wanted = outcome.objection.register_number
        self.drafts.saved()
        said = QCoreApplication.translate("ObjectionsTab", "Decision on %1 entered.").replace("%1", self._wanted)
        self.offer_undo.emit(said, outcome.changes.change_set_id)

    def _show(self, lines: tuple[ObjectionLine, ...]) -> None:
        wanted = self._wanted or (self._card.line.objection.register_number if self._card else "")
        self._wanted = ""
        self._lines = lines
        self._card = None
        if any(one.objection.register_number == wanted for one in lines):
            self.listing.choose(lambda line: line.objection.register_number == wanted)
        self.listing.show_lines(lines)
        self._show_card()

    def _told_empty(self) -> str:
        return QCoreApplication.translate(
            "ObjectionsTab",
            "There is no objection in this period. When a letter comes, enter it with New objection…; it gets the "
            "next number, and the superior's 7 working days begin.",
        )

    def _row_chosen(self, line: ObjectionLine | None) -> None:
        if line is None:
            return
        number = line.objection.register_number

        def then(card: ObjectionCard) -> None:
            self._card = card
            self._show_card()

        self.lane.ask(lambda step: self.desk.assessment.objections.show(number), then, key="objection")

    def _show_card(self) -> None:
        card = self._card
        self._scroll.setVisible(card is not None)
        number = card.line.objection.register_number if card is not None else ""
        # What is being typed about the same objection is not overwritten by a fresh look at the store.
        if card is not None and not (self.drafts.is_changed and self.drafts.subject == number):
            self.drafts.leave()
            objection = card.line.objection
            after = objection.after or objection.before
            for text, told in (
                (self.reasons, objection.reasons),
                (self.ratee, objection.ratee_statement),
                (self.rater, objection.rater_statement),
                (self.grounds, objection.grounds),
                (self.recommendation, objection.recommendation),
            ):
                text.setPlainText(told)
            self.decision.setCurrentIndex(
                list(ObjectionDecision).index(objection.decision or ObjectionDecision.CONFIRMED)
            )
            self.result.setCurrentIndex(list(Rating).index(after.result_rating))
            self.behaviour.setCurrentIndex(list(Rating).index(after.behaviour_rating))
            day = objection.decided_on or _today()
            self.decided_on.setDate(QDate(day.year, day.month, day.day))
            self.drafts.begin(number, f"{number} · {card.line.person.full_name}", facts={"number": number})
        self._tell_card()
        self._settle()

    def _tell_card(self) -> None:
        card = self._card
        if card is None:
            return
        translate = QCoreApplication.translate
        objection, clock = card.line.objection, card.line.clock
        label = self.words.messages.label_of
        person = card.line.person
        self.heading.setText(f"{objection.register_number} · {self.words.who(person)}")
        addressee = card.line.addressee.full_name if card.line.addressee else "-"
        told = [
            translate("ObjectionsTab", "Received %1 by %2")
            .replace("%1", self.words.day(objection.received_on))
            .replace("%2", addressee),
            translate("ObjectionsTab", "Rater: %1").replace("%1", card.rater.full_name if card.rater else "-"),
            translate("ObjectionsTab", "Predicate objected to: %1").replace("%1", label(objection.before.predicate)),
        ]
        if objection.after is not None:
            told.append(translate("ObjectionsTab", "New predicate: %1").replace("%1", label(objection.after.predicate)))
        if clock.limit is not None:
            said = translate("ObjectionsTab", "Decide by %1 (%2)").replace("%1", self.words.day(clock.limit))
            told.append(said.replace("%2", label(clock.state)))
        if card.is_late_waived:
            told.append(translate("ObjectionsTab", "Let in late by a named person; see the journal."))
        self.facts.setText("\n".join(told))
        self.hints.setText(
            "\n".join(f"⚠ {self.words.messages.sentence(hint.code, hint.facts)} ({hint.code})" for hint in card.hints)
        )
        self.hints.setVisible(bool(card.hints))

    def _settle(self) -> None:
        card = self._card
        objection = card.line.objection if card is not None else None
        is_open = objection is not None and objection.decision is None
        for field in (self.ratee, self.rater, self.grounds, self.recommendation):
            field.setReadOnly(not is_open)
        is_change = self.decision.currentData() is ObjectionDecision.CHANGED
        for widget in (self.decision, self.decided_on):
            widget.setEnabled(is_open)
        for only_changed in (self.result, self.behaviour, self.recommendation):
            only_changed.setEnabled(is_open and is_change)
        differs = objection is not None and (
            self.ratee.toPlainText().strip() != objection.ratee_statement
            or self.rater.toPlainText().strip() != objection.rater_statement
        )
        self.save.setEnabled(is_open and differs)
        is_heard = bool(objection and objection.ratee_statement and objection.rater_statement)
        self.decide_button.setEnabled(is_open and is_heard and not differs and bool(self.grounds.toPlainText().strip()))
        self.print_button.setEnabled(objection is not None and objection.decision is not None)
