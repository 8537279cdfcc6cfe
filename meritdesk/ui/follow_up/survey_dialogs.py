"""Beginning a round of 360 views or a pulse, and keying in the sheets that came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.survey import SheetState, SurveyKind, SurveyRules, SurveySheet, read_code
from meritdesk.services import Desk
from meritdesk.services.follow_up.surveys import EntryOutcome, SurveyBoard
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class NewRoundDialog(ByKeyboard, QDialog):
    """Asks for kind, name and numbers of a round; the numbers of the rules stand there."""

    def __init__(self, words: Words, rules: SurveyRules, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._words = words
        self._is_named = False
        self.setWindowTitle(translate("SurveyDialogs", "New round"))
        self.kind = QComboBox(self)
        for one in SurveyKind:
            self.kind.addItem(words.messages.label_of(one), one)
        self.kind.currentIndexChanged.connect(lambda _: self._settle())
        self.name = QLineEdit(self)
        self.name.setMaxLength(80)
        self.name.textEdited.connect(lambda _: self._named())
        self.year = QSpinBox(self)
        self.year.setRange(2021, 2100)
        self.year.setGroupSeparatorShown(False)
        self.year.setValue(year)
        self.year.setMinimumHeight(look.in_letters(28))
        self.year.valueChanged.connect(lambda _: self._settle())
        self.peers, self.subordinates, self.minimum = (self._number(at) for at in (0, 0, 2))
        self.peers.setValue(rules.peers)
        self.subordinates.setValue(rules.subordinates)
        self.minimum.setValue(rules.minimum)
        self.is_double = QCheckBox(translate("SurveyDialogs", "Key every sheet in &twice, by two people"), self)
        lead = QLabel(
            translate(
                "SurveyDialogs",
                "Below the least number of answers nothing is shown, so that nobody can be guessed. "
                "The superior is one person and known, so for him it does not hold.",
            ),
            self,
        )
        lead.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("SurveyDialogs", "Begin the round"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.form = QFormLayout()
        self.form.addRow(translate("SurveyDialogs", "&What"), self.kind)
        self.form.addRow(translate("SurveyDialogs", "&Year"), self.year)
        self.form.addRow(translate("SurveyDialogs", "&Name"), self.name)
        self.form.addRow(translate("SurveyDialogs", "&Peers asked"), self.peers)
        self.form.addRow(translate("SurveyDialogs", "&Subordinates asked"), self.subordinates)
        self.form.addRow(translate("SurveyDialogs", "&Least number of answers"), self.minimum)
        self.form.addRow(self.is_double)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(lead)
        column.addLayout(self.form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.resize(520, 380)
        self._settle()

    @property
    def chosen_kind(self) -> SurveyKind:
        """What the round is."""
        return SurveyKind(self.kind.currentData())

    def _number(self, least: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(least, 20)
        box.setMinimumHeight(look.in_letters(28))
        return box

    def _named(self) -> None:
        self._is_named = bool(self.name.text().strip())
        self._settle()

    def _settle(self) -> None:
        is_review = self.chosen_kind is SurveyKind.REVIEW
        for box in (self.peers, self.subordinates):
            self.form.setRowVisible(box, is_review)
        if not self._is_named:
            self.name.setText(f"{self._words.messages.label_of(self.chosen_kind)} {self.year.value()}")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name.text().strip()))


class KeyInDialog(ByKeyboard, QDialog):
    """Keys in one sheet after the other: the code, a figure a question, a remark; Ctrl+Enter keeps it.

    A figure typed goes on to the next question by itself. Each sheet is stored at once, and the dialog stays open.
    """

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        board: SurveyBoard,
        kept: Callable[[EntryOutcome], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words, self._board, self._kept = desk, lane, words, board, kept
        self._count = 0
        translate = QCoreApplication.translate
        self.setWindowTitle(" · ".join((translate("SurveyDialogs", "Key in sheets"), board.round.name)))
        self.code = QLineEdit(self)
        self.code.setMaxLength(12)
        self.code.setPlaceholderText("K7QP-2MXA")
        self.code.textEdited.connect(lambda _: self._typed())
        self.second = QCheckBox(translate("SurveyDialogs", "&Second entry"), self)
        self.second.setVisible(board.round.is_double)
        self.about = look.strong(QLabel(self))
        self.about.setWordWrap(True)
        self.answers: dict[str, QLineEdit] = {}
        self.remark = QLineEdit(self)
        self.refusal = RefusalStrip(words, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.keep_button = QPushButton(translate("SurveyDialogs", "&Keep, and the next sheet"), self)
        self.keep_button.setObjectName("primary")
        self.keep_button.setShortcut("Ctrl+Return")
        self.keep_button.clicked.connect(self.keep)
        self.close_button = QPushButton(translate("SurveyDialogs", "Close"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.resize(720, 560)
        self.code.setFocus()

    def answered(self) -> Mapping[str, int]:
        """The figures typed so far, by question."""
        return {item: int(field.text()) for item, field in self.answers.items() if field.text()}

    def keep(self) -> None:
        """Store the sheet; a refusal stays here with all that was typed."""
        code, answers, remark = self.code.text(), self.answered(), self.remark.text()
        is_second = self.second.isVisible() and self.second.isChecked()
        desk, round_id = self._desk.follow_up.surveys, self._board.round.round_id
        self.refusal.tell(None)
        self.keep_button.setEnabled(False)
        self._lane.ask(lambda step: desk.enter(round_id, code, answers, remark, is_second), self._done, self._refused)

    def _typed(self) -> None:
        self.about.setText("")
        try:
            code = read_code(self.code.text())
        except UsageRefusal as refusal:
            if len(self.code.text().replace("-", "").strip()) >= 8:
                self.refusal.tell(refusal)
            return
        self.refusal.tell(None)
        desk, round_id = self._desk.follow_up.surveys, self._board.round.round_id
        self._lane.ask(lambda step: desk.sheet(round_id, code), self._found, self.refusal.tell, key="survey-sheet")

    def _found(self, sheet: SurveySheet) -> None:
        names = {line.subject_id: line.name for line in self._board.lines}
        state = sheet.state(self._board.round.is_double)
        label = self._words.messages.label_of
        self.about.setText(f"{names.get(sheet.subject_id, '')} · {label(sheet.voice)} · {label(state)}")
        self.second.setChecked(state in {SheetState.ONCE, SheetState.DIFFERS})
        if state is SheetState.COUNTS:
            # Keyed in before: shown, so that it is put right and not guessed at.
            for item, field in self.answers.items():
                field.setText(str(sheet.first.get(item, "")))
            self.remark.setText(sheet.remark)
        next(iter(self.answers.values())).setFocus()

    def _done(self, outcome: EntryOutcome) -> None:
        self._count += 1
        self.keep_button.setEnabled(True)
        translate = QCoreApplication.translate
        said = translate("SurveyDialogs", "%1 kept; %2 in this sitting.")
        said = said.replace("%1", outcome.sheet.code).replace("%2", self._words.number(self._count))
        if outcome.state is SheetState.DIFFERS:
            differs = translate("SurveyDialogs", "The two entries differ at %1: look at the sheet and key it in again.")
            said = f"⚠ {said} {differs.replace('%1', ', '.join(outcome.differing))}"
        self.told.setText(said)
        for field in (*self.answers.values(), self.remark, self.code):
            field.clear()
        self.about.setText("")
        self.code.setFocus()
        self._kept(outcome)

    @staticmethod
    def _go_on(after: QLineEdit, length: int, typed: str) -> None:
        if len(typed) == length:
            after.setFocus()

    def _refused(self, error: Exception) -> None:
        self.keep_button.setEnabled(True)
        self.refusal.tell(error)

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        label = QLabel(translate("SurveyDialogs", "&Code of the sheet"), self)
        label.setBuddy(self.code)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.code)
        top.addWidget(self.second)
        top.addStretch(1)
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        highest = len(self._board.scale)
        is_english = self._words.language == "en"
        for row, item in enumerate(self._board.items):
            field = QLineEdit(inside)
            field.setValidator(QIntValidator(1, highest, field))
            field.setMaxLength(len(str(highest)))
            field.setFixedWidth(look.in_letters(48))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setAccessibleName(item.english if is_english else item.text)
            question = QLabel(item.english if is_english else item.text, inside)
            question.setWordWrap(True)
            question.setBuddy(field)
            grid.addWidget(QLabel(item.item_id, inside), row, 0)
            grid.addWidget(question, row, 1)
            grid.addWidget(field, row, 2)
            self.answers[item.item_id] = field
        fields = [*self.answers.values(), self.remark]
        for field, after in pairwise(fields):
            field.textEdited.connect(partial(self._go_on, after, len(str(highest))))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        steps = map(self._words.messages.of_pack, self._board.scale)
        scale = QLabel(" · ".join(f"{number} = {step}" for number, step in enumerate(steps, 1)), self)
        scale.setWordWrap(True)
        remark = QLabel(translate("SurveyDialogs", "&Remark on the sheet"), self)
        remark.setBuddy(self.remark)
        below = QHBoxLayout()
        below.addWidget(remark)
        below.addWidget(self.remark, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.about)
        column.addWidget(self.refusal)
        column.addWidget(scale)
        column.addWidget(scroll, 1)
        column.addLayout(below)
        column.addLayout(buttons)
