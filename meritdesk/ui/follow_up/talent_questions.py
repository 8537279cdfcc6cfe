"""The small questions of talent, training, merit and rotation: fields under each other, Save and Cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.education import EducationLevel
from meritdesk.core.merit import GivenLevel, MeritRules
from meritdesk.core.people import PositionKind
from meritdesk.core.rotation import SearchCriteria
from meritdesk.core.talent import DisciplineRecord, ListedPerson, PotentialScore, ScoreKind, Training, TrainingKind
from meritdesk.services import Desk
from meritdesk.services.follow_up.rotation import VacantPost
from meritdesk.services.follow_up.talent import SuccessionPost
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.follow_up.talent_tables import PartLine
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.register.change_form import chooser
from meritdesk.ui.wording import Words

_TEXT_HEIGHT = 80


class Question(ByKeyboard, QDialog):
    """Fields under each other, Save and Cancel; Save waits until what is needed is there."""

    def __init__(self, title: str, parent: QWidget, save: str = "", leave: str = "") -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self._needs: list[Callable[[], bool]] = []
        self.buttons = QDialogButtonBox(self)
        self.save = QPushButton(save or translate("Talent", "&Save"), self)
        self.save.setDefault(True)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(leave or translate("Talent", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(560))

    def line(self, label: str, text: str = "", is_needed: bool = False) -> QLineEdit:
        """A line of text."""
        field = QLineEdit(text, self)
        self.form.addRow(label, field)
        if is_needed:
            self.need(lambda: bool(field.text().strip()))
            field.textChanged.connect(lambda _: self.look_again())
        return field

    def prose(self, label: str, text: str = "", is_needed: bool = False) -> QPlainTextEdit:
        """Several lines of text; Tab goes on."""
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        field.setMaximumHeight(look.in_letters(_TEXT_HEIGHT))
        self.form.addRow(label, field)
        if is_needed:
            self.need(lambda: bool(field.toPlainText().strip()))
            field.textChanged.connect(self.look_again)
        return field

    def choice(self, label: str, members: Sequence[StrEnum], words: Words, none: str = "") -> QComboBox:
        """One of a closed list, with ``none`` in front where nothing may be chosen."""
        field = QComboBox(self)
        if none:
            field.addItem(none, "")
        for member in members:
            field.addItem(words.messages.label_of(member), member.value)
        self.form.addRow(label, field)
        return field

    def need(self, is_there: Callable[[], bool]) -> None:
        """Say what must be there before anything can be saved."""
        self._needs.append(is_there)
        self.look_again()

    def look_again(self) -> None:
        """Offer Save once everything that is needed is there."""
        self.save.setEnabled(all(is_there() for is_there in self._needs))


class TrainingDialog(Question):
    """One training with its certificate, of somebody who is looked for or of the one it is about."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, today: date, known: Training | None, who: str, parent: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Talent", "Training"), parent)
        self._known = known
        self.person = PersonField(desk, lane, self)
        if known is None:
            self.form.addRow(translate("Talent", "&Employee"), self.person)
            self.person.chosen.connect(lambda _: self.look_again())
            self.need(lambda: self.person.line is not None)
        else:
            self.person.hide()
            self.form.addRow(translate("Talent", "Employee"), QLabel(who, self))
        self.kind = self.choice(translate("Talent", "&Kind"), list(TrainingKind), words)
        self.title = self.line(translate("Talent", "&Name of the training"), known.title if known else "", True)
        self.day = DayField(known.held_on if known else today, self)
        self.form.addRow(translate("Talent", "&Day"), self.day)
        self.hours = QSpinBox(self)
        self.hours.setRange(0, 5000)
        self.hours.setValue(known.hours if known else 0)
        self.form.addRow(translate("Talent", "&Hours (JP)"), self.hours)
        self.certificate = self.line(
            translate("Talent", "Number of the &certificate"), known.certificate if known else ""
        )
        self.organiser = self.line(translate("Talent", "&Organiser"), known.organiser if known else "")
        if known is not None:
            self.kind.setCurrentIndex(self.kind.findData(known.kind.value))

    @property
    def nip(self) -> str:
        """Whose training it is."""
        return self.person.line.nip if self.person.line is not None else ""

    def answer(self) -> Training:
        """The training as it was written."""
        base = self._known or Training("", "", TrainingKind.TECHNICAL, "", self.day.day)
        return replace(
            base,
            kind=TrainingKind(str(self.kind.currentData())),
            title=self.title.text(),
            held_on=self.day.day,
            hours=self.hours.value(),
            certificate=self.certificate.text(),
            organiser=self.organiser.text(),
        )


class ScoreDialog(Question):
    """One result of the assessment centre; the same person, kind and day is corrected."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        today: date,
        known: PotentialScore | None,
        who: tuple[str, str],
        parent: QWidget,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Talent", "Result of the assessment centre"), parent)
        self._nip = who[0]
        self.person = PersonField(desk, lane, self)
        if known is None:
            self.form.addRow(translate("Talent", "&Employee"), self.person)
            self.person.chosen.connect(lambda _: self.look_again())
            self.need(lambda: self.person.line is not None)
        else:
            self.person.hide()
            self.form.addRow(translate("Talent", "Employee"), QLabel(who[1], self))
        self.kind = self.choice(translate("Talent", "&Measured"), list(ScoreKind), words)
        self.points = QDoubleSpinBox(self)
        self.points.setRange(0, 100)
        self.points.setDecimals(2)
        self.form.addRow(translate("Talent", "&Result (0 to 100)"), self.points)
        self.day = DayField(known.measured_on if known else today, self)
        self.form.addRow(translate("Talent", "&Day"), self.day)
        self.source = self.line(translate("Talent", "&Assessment centre"), known.source if known else "", True)
        if known is not None:
            self.kind.setCurrentIndex(self.kind.findData(known.kind.value))
            self.kind.setEnabled(False)
            self.day.setEnabled(False)
            self.points.setValue(float(known.points))

    @property
    def nip(self) -> str:
        """Whose result it is."""
        return self.person.line.nip if self.person.line is not None else self._nip

    def answer(self) -> PotentialScore:
        """The result as it was written."""
        # The field holds two decimals; its text is exact where its value is a binary float.
        points = Decimal(self.points.cleanText().replace(",", "."))
        kind = ScoreKind(str(self.kind.currentData()))
        return PotentialScore("", kind, self.day.day, points, self.source.text())


class SearchDialog(Question):
    """What somebody must have to be found; the list is kept under its title with how it was made."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Talent", "Look for candidates"), parent, translate("Talent", "&Search and keep"))
        any_one = translate("Talent", "any")
        self.title = self.line(translate("Talent", "&What is the list for?"), "", True)
        self.text = self.line(translate("Talent", "&Words in post or unit"))
        self.grade = self.line(translate("Talent", "Lowest &grade (III/c)"))
        self.education = self.choice(translate("Talent", "Lowest &education"), list(EducationLevel), words, any_one)
        self.record = self.choice(translate("Talent", "Gravest &sanction"), list(DisciplineRecord), words, any_one)
        self.kind = self.choice(
            translate("Talent", "&Kind of post"), [one for one in PositionKind if one is not PositionKind.OFFICIAL],
            words, any_one,
        )  # fmt: skip
        row = QHBoxLayout()
        self.boxes: dict[int, QCheckBox] = {}
        for box in range(9, 0, -1):
            self.boxes[box] = QCheckBox(str(box), self)
            self.boxes[box].setAccessibleName(words.messages.label(f"TALENT:BOX-{box}"))
            row.addWidget(self.boxes[box])
        row.addStretch(1)
        self.form.addRow(translate("Talent", "Boxes (none ticked: all)"), row)

    def answer(self) -> SearchCriteria:
        """What is looked for."""
        education, record, kind = (str(one.currentData() or "") for one in (self.education, self.record, self.kind))
        return SearchCriteria(
            text=self.text.text(),
            least_grade=self.grade.text().strip(),
            least_education=EducationLevel(education) if education else None,
            boxes=frozenset(box for box, tick in self.boxes.items() if tick.isChecked()),
            worst_record=DisciplineRecord(record) if record else None,
            kinds=frozenset({PositionKind(kind)}) if kind else frozenset(),
        )


class SuccessionDialog(Question):
    """For which post who stands ready; the group is kept as a list with how it was made."""

    def __init__(self, posts: Sequence[SuccessionPost], words: Words, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("Talent", "Succession group of a post"), parent, translate("Talent", "&Keep the list")
        )
        self._posts = list(posts)
        self.post = chooser(self)
        for post in self._posts:
            self.post.addItem(f"{post.post} · {words.number(len(post.candidates))}")
        self.form.addRow(translate("Talent", "&Post (people ready)"), self.post)
        self.holder = QLabel(self)
        self.form.addRow(translate("Talent", "Held by"), self.holder)
        self.people = QListWidget(self)
        self.people.setWordWrap(True)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setAccessibleName(translate("Talent", "People who stand ready"))
        self.form.addRow(self.people)
        self.post.currentIndexChanged.connect(lambda _: self._show())
        self.need(lambda: bool(self.chosen and self.chosen.candidates))
        with_people = next((place for place, post in enumerate(self._posts) if post.candidates), 0)
        self.post.setCurrentIndex(with_people if self._posts else -1)
        self._show()

    @property
    def chosen(self) -> SuccessionPost | None:
        """The post that is looked at."""
        place = self.post.currentIndex()
        return self._posts[place] if 0 <= place < len(self._posts) else None

    def _show(self) -> None:
        post = self.chosen
        vacant = QCoreApplication.translate("Talent", "vacant")
        self.holder.setText((post.holder or vacant) if post else "–")
        self.people.clear()
        for one in post.candidates if post else ():
            self.people.addItem(f"{one.box} · {one.name} · {one.grade} · {one.post}")
        self.look_again()


class MeritLevelDialog(Question):
    """The level of a sub-aspect, why, and what is to be done next."""

    def __init__(self, line: PartLine, rules: MeritRules, today: date, words: Words, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        of_pack = words.messages.of_pack
        super().__init__(f"{line.part.code} {of_pack(line.part.title)}"[:80], parent)
        self._code = line.part.code
        proof = QLabel(of_pack(line.part.proof), self)
        proof.setWordWrap(True)
        self.form.addRow(translate("Talent", "What proves it"), proof)
        self.level = QComboBox(self)
        for one in rules.levels:
            self.level.addItem(f"{one.level} {of_pack(one.title)}", one.level)
        self.form.addRow(translate("Talent", "&Level"), self.level)
        given = line.given
        self.reason = self.prose(translate("Talent", "&Reason"), given.reason if given else "", True)
        self.action = self.prose(translate("Talent", "&Next step"), given.action if given else "")
        self.has_day = QCheckBox(translate("Talent", "&Due"), self)
        self.day = DayField((given.action_by if given else None) or today, self)
        self.day.setAccessibleName(translate("Talent", "Due"))
        self.has_day.setChecked(bool(given and given.action_by))
        self.day.setEnabled(self.has_day.isChecked())
        self.has_day.toggled.connect(self.day.setEnabled)
        self.form.addRow(self.has_day, self.day)
        if given is not None:
            self.level.setCurrentIndex(self.level.findData(given.level))
        self.away = QPushButton(translate("Talent", "&Take back"), self)
        self.away.setAutoDefault(False)
        self.away.setEnabled(given is not None)
        self.buttons.addButton(self.away, QDialogButtonBox.ButtonRole.ActionRole)
        self.away.clicked.connect(lambda: self.done(2))

    def answer(self) -> GivenLevel:
        """The level as it was given."""
        return GivenLevel(
            self._code,
            int(self.level.currentData()),
            self.reason.toPlainText(),
            self.action.toPlainText(),
            self.day.day if self.has_day.isChecked() else None,
        )


class SurveyDialog(Question):
    """What the survey of staff came to, whose it was, and how many violations were found."""

    def __init__(self, survey: Decimal | None, source: str, violations: int, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Talent", "Survey of staff and violations"), parent)
        self.has_survey = QCheckBox(translate("Talent", "&There is a survey"), self)
        self.has_survey.setChecked(survey is not None)
        self.form.addRow(self.has_survey)
        self.value = QDoubleSpinBox(self)
        self.value.setRange(0, 1)
        self.value.setDecimals(4)
        self.value.setSingleStep(0.01)
        self.value.setValue(float(survey or 0))
        self.form.addRow(translate("Talent", "&Result (0 to 1)"), self.value)
        self.source = self.line(translate("Talent", "Which survey, &when"), source)
        self.violations = QSpinBox(self)
        self.violations.setRange(0, 1000)
        self.violations.setValue(violations)
        self.form.addRow(translate("Talent", "&Violations found"), self.violations)
        self.source.textChanged.connect(lambda _: self.look_again())
        self.has_survey.toggled.connect(lambda _: self.look_again())
        self.need(lambda: not self.has_survey.isChecked() or bool(self.source.text().strip()))

    def answer(self) -> tuple[Decimal | None, str, int]:
        """Result, source and violations."""
        value = Decimal(self.value.cleanText().replace(",", ".")) if self.has_survey.isChecked() else None
        return value, self.source.text(), self.violations.value()


class WhyDialog(Question):
    """Why something is given up or opened again; nothing is done without."""

    def __init__(self, title: str, save: str, parent: QWidget) -> None:
        super().__init__(title, parent, save)
        self.reason = self.prose(QCoreApplication.translate("Talent", "&Reason"), "", True)


class FilesDialog(Question):
    """The files under a sub-aspect: look at one, or take it away."""

    def __init__(self, line: PartLine, words: Words, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("Talent", "Files of %1").replace("%1", line.part.code),
            parent,
            translate("Talent", "&Look at it"),
            translate("Talent", "Close"),
        )
        self._files = line.files
        self.files = QListWidget(self)
        self.files.setAccessibleName(translate("Talent", "Files"))
        for file in line.files:
            self.files.addItem(f"{file.title or file.file_name} · {words.short_day(file.added_on)} · {file.added_by}")
        self.files.setCurrentRow(0)
        self.form.addRow(self.files)
        self.away = QPushButton(translate("Talent", "&Take away"), self)
        self.away.setAutoDefault(False)
        self.buttons.addButton(self.away, QDialogButtonBox.ButtonRole.ActionRole)
        self.away.clicked.connect(lambda: self.done(2))
        self.need(lambda: bool(self._files))
        self.away.setEnabled(bool(self._files))

    @property
    def file_id(self) -> str:
        """The file that is chosen."""
        return self._files[max(self.files.currentRow(), 0)].file_id


class CaseDialog(Question):
    """Which post is to be filled: one of those that nobody holds."""

    def __init__(self, posts: Sequence[VacantPost], parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Talent", "A post to be filled"), parent, translate("Talent", "&Open"))
        self._posts = list(posts)
        self.post = chooser(self)
        for post in self._posts:
            self.post.addItem(f"{post.post} · {post.echelon}")
        self.form.addRow(translate("Talent", "&Vacant post"), self.post)
        self.note = self.prose(translate("Talent", "&Note"))
        if not posts:
            told = QLabel(translate("Talent", "Every post that the rules know is held by somebody."), self)
            told.setWordWrap(True)
            self.form.addRow(told)
        self.need(lambda: bool(self._posts))

    @property
    def chosen(self) -> VacantPost:
        """The post that is to be filled."""
        return self._posts[max(self.post.currentIndex(), 0)]


class DecideDialog(Question):
    """Who was chosen of the lawful candidates, by whom, when, and why; the reason is kept for good."""

    def __init__(self, people: Sequence[ListedPerson], today: date, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Talent", "The decision"), parent, translate("Talent", "&Keep the decision"))
        self._people = list(people)
        self.person = chooser(self)
        for one in self._people:
            self.person.addItem(f"{one.name} · {one.post}")
        self.form.addRow(translate("Talent", "&Chosen"), self.person)
        self.by = self.line(translate("Talent", "&Decided by"), "", True)
        self.letter = self.line(translate("Talent", "&Number of the letter"))
        self.day = DayField(today, self)
        self.form.addRow(translate("Talent", "D&ay"), self.day)
        self.reason = self.prose(translate("Talent", "&Reason"), "", True)
        self.need(lambda: bool(self._people))

    @property
    def nip(self) -> str:
        """Who was chosen."""
        return self._people[max(self.person.currentIndex(), 0)].nip
