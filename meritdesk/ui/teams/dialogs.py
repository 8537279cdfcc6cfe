"""The small questions of the teams room: a problem, a call, an answer, a member, a task, a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.people import OrgUnit
from meritdesk.core.problems import CallAnswer, Problem, ProblemKind
from meritdesk.services import Desk
from meritdesk.services.teams import MemberLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.register.change_form import chooser
from meritdesk.ui.wording import Words

USUAL_DAYS = 14
_TEXT_HEIGHT = 90


class Question(ByKeyboard, QDialog):
    """Fields under each other, Save and Cancel; Save waits until what is needed is there."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self._needs: list[Callable[[], bool]] = []
        self.buttons = QDialogButtonBox(self)
        self.save = QPushButton(QCoreApplication.translate("TeamsDialogs", "&Save"), self)
        self.save.setDefault(True)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(
            QCoreApplication.translate("TeamsDialogs", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(560))

    def add(self, words: str, field: QWidget) -> None:
        """One more field under its words."""
        self.form.addRow(words, field)
        field.setAccessibleName(words.replace("&", ""))

    def needs(self, *conditions: Callable[[], bool]) -> None:
        """Save only when these hold."""
        self._needs.extend(conditions)
        self.settle()

    def settle(self) -> None:
        """Something was typed."""
        self.save.setEnabled(all(holds() for holds in self._needs))

    def line(self, words: str, text: str = "", hint: str = "") -> QLineEdit:
        """A field for one line."""
        field = QLineEdit(text, self)
        field.setPlaceholderText(hint)
        field.textChanged.connect(lambda _: self.settle())
        self.add(words, field)
        return field

    def block(self, words: str, text: str = "") -> QPlainTextEdit:
        """A field for some sentences; Tab leaves it."""
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(look.in_letters(_TEXT_HEIGHT))
        field.textChanged.connect(self.settle)
        self.add(words, field)
        return field

    def units(self, words: str, units: Sequence[OrgUnit], chosen: str = "") -> QComboBox:
        """A list of units in which one types to find."""
        field = chooser(self)
        for unit in units:
            field.addItem(unit.name, unit.unit_id)
        field.setCurrentIndex(field.findData(chosen) if chosen else -1)
        field.currentIndexChanged.connect(lambda _: self.settle())
        self.add(words, field)
        return field


class ProblemDialog(Question):
    """A problem to be opened, or one to be said better."""

    def __init__(
        self, words: Words, units: Sequence[OrgUnit], day: date, parent: QWidget, problem: Problem | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TeamsDialogs", "Open a problem") if problem is None else problem.number,
            parent,
        )
        self.title = self.line(
            translate("TeamsDialogs", "&Problem"),
            problem.title if problem else "",
            translate("TeamsDialogs", "in one sentence: what has to be solved"),
        )
        self.kind = QComboBox(self)
        for kind in ProblemKind:
            self.kind.addItem(words.messages.label_of(kind), kind)
        self.kind.setCurrentIndex(list(ProblemKind).index(problem.kind) if problem else 0)
        self.add(translate("TeamsDialogs", "&Kind"), self.kind)
        unit_words = translate("TeamsDialogs", "&Host unit") if problem else translate("TeamsDialogs", "&Unit")
        chosen = (problem.host_unit_id or problem.unit_id) if problem else ""
        self.unit = self.units(unit_words, units, chosen)
        self.opened = DayField(problem.opened_on if problem else day, self)
        if problem is None:
            self.add(translate("TeamsDialogs", "Opene&d on"), self.opened)
        else:
            self.opened.hide()
        self.due = DayField(problem.due_on if problem else day + timedelta(days=USUAL_DAYS), self)
        self.add(translate("TeamsDialogs", "To be solved &by"), self.due)
        self.text = self.block(translate("TeamsDialogs", "&More about it"), problem.description if problem else "")
        self.needs(lambda: bool(self.title.text().strip()), lambda: self.unit.currentIndex() >= 0)
        self.title.setFocus()

    @property
    def unit_id(self) -> str:
        """The unit chosen."""
        return str(self.unit.currentData() or "")


class CallDialog(Question):
    """Which department is called in, and why."""

    def __init__(self, units: Sequence[OrgUnit], parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamsDialogs", "Call a unit in"), parent)
        self.unit = self.units(translate("TeamsDialogs", "&Unit"), units)
        self.why = self.line(
            translate("TeamsDialogs", "&Why"), "", translate("TeamsDialogs", "what is expected of this unit")
        )
        self.needs(lambda: self.unit.currentIndex() >= 0)


class AnswerDialog(Question):
    """What a department says to the call, and on which day."""

    def __init__(self, words: Words, unit_name: str, called_on: date, today: date, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamsDialogs", "Answer of %1").replace("%1", unit_name), parent)
        self.answer = QComboBox(self)
        for answer in CallAnswer:
            self.answer.addItem(words.messages.label_of(answer), answer)
        self.add(translate("TeamsDialogs", "&Answer"), self.answer)
        self.day = DayField(max(called_on, today), self)
        self.add(translate("TeamsDialogs", "&Day"), self.day)
        self.words = self.line(
            translate("TeamsDialogs", "&In its words"), "", translate("TeamsDialogs", "a refusal needs its reason")
        )
        self.answer.currentIndexChanged.connect(lambda _: self.settle())
        self.needs(
            lambda: self.answer.currentData() == CallAnswer.JOINS or bool(self.words.text().strip()),
        )

    @property
    def said(self) -> CallAnswer:
        """What it said."""
        return CallAnswer(self.answer.currentData())


class MemberDialog(Question):
    """Somebody for the team, what he contributes, and his rater's consent (R-41)."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, today: date, parent: QWidget, member: MemberLine | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamsDialogs", "Member of the team") if member is None else member.name, parent)
        self.person = PersonField(desk, lane, self)
        self._kept = member.member.person_id if member else ""
        if member is None:
            self.add(translate("TeamsDialogs", "&Person"), self.person)
            self.person.chosen.connect(lambda _: self.settle())
        else:
            self.person.hide()
        known = member.member if member else None
        self.duty = self.line(
            translate("TeamsDialogs", "&Contribution"),
            known.duty if known else "",
            translate("TeamsDialogs", "the result expected, not the activity"),
        )
        self.mode = QComboBox(self)
        for mode in AssignmentMode:
            self.mode.addItem(words.messages.label_of(mode), mode)
        self.mode.setCurrentIndex(list(AssignmentMode).index(known.mode) if known else 0)
        self.add(translate("TeamsDialogs", "Came by"), self.mode)
        self.has_consent = QCheckBox(translate("TeamsDialogs", "The &rater agreed on"), self)
        self.consent = DayField(known.consent_on if known and known.consent_on else today, self)
        self.has_consent.setChecked(known is not None and known.consent_on is not None)
        self.consent.setEnabled(self.has_consent.isChecked())
        self.has_consent.toggled.connect(self.consent.setEnabled)
        self.consent.setAccessibleName(translate("TeamsDialogs", "Day of the consent"))
        self.form.addRow(self.has_consent, self.consent)
        self.needs(lambda: bool(self.person_id))

    @property
    def person_id(self) -> str:
        """Who was chosen."""
        return self._kept or (self.person.line.person_id if self.person.line is not None else "")

    @property
    def consent_on(self) -> date | None:
        """When the rater agreed, if he did."""
        return self.consent.day if self.has_consent.isChecked() else None


class LeadDialog(Question):
    """Who leads the team, and by which letter."""

    def __init__(self, members: Sequence[MemberLine], problem: Problem, today: date, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamsDialogs", "Lead of the team"), parent)
        self.person = QComboBox(self)
        for one in members:
            self.person.addItem(one.name, one.member.person_id)
        self.person.setCurrentIndex(max(self.person.findData(problem.lead_id), 0))
        self.add(translate("TeamsDialogs", "&Lead"), self.person)
        self.letter = self.line(
            translate("TeamsDialogs", "Letter &number"),
            problem.letter_number,
            translate("TeamsDialogs", "may follow later"),
        )
        self.day = DayField(problem.letter_on or today, self)
        self.add(translate("TeamsDialogs", "Letter of"), self.day)


class TaskDialog(Question):
    """Something to do, by whom and until when."""

    def __init__(self, members: Sequence[MemberLine], due: date, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamsDialogs", "Task"), parent)
        self.text = self.line(translate("TeamsDialogs", "&Task"))
        self.owner = QComboBox(self)
        for one in members:
            self.owner.addItem(one.name, one.member.person_id)
        self.add(translate("TeamsDialogs", "B&y"), self.owner)
        self.due = DayField(due, self)
        self.add(translate("TeamsDialogs", "&Until"), self.due)
        self.needs(lambda: bool(self.text.text().strip()))


class WordsDialog(Question):
    """A sentence that is needed: the solution, the reason, what came of a task."""

    def __init__(self, title: str, words: str, parent: QWidget, is_needed: bool = True) -> None:
        super().__init__(title, parent)
        self.text = self.block(words)
        if is_needed:
            self.needs(lambda: bool(self.text.toPlainText().strip()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    @property
    def said(self) -> str:
        """What was written."""
        return self.text.toPlainText().strip()
