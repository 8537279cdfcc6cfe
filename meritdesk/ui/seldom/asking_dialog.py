"""The dialog of a seldom deed: its fields, one button, and the answer below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.frame import parts_of
from meritdesk.ui.guard.deeds import needs_of_question
from meritdesk.ui.guard.greying import grey_one
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.seldom.question import Asked, Field, Kind, Offers, Question, Told
from meritdesk.ui.wording import Words


class AskingDialog(ByKeyboard, QDialog):
    """Asks one question of the desk; it stays open, since one often asks again."""

    def __init__(
        self,
        question: Question,
        desk: Desk,
        lane: Lane,
        words: Words,
        period: Period,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._desk = desk
        self._lane = lane
        self._words = words
        self._period = period
        self.fields: dict[str, QWidget] = {}
        self.setWindowTitle(question.title())
        why = QLabel(question.why(), self)
        why.setWordWrap(True)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refusal = RefusalStrip(words, self)
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        for field in question.fields:
            self._add(form, field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(QCoreApplication.translate("AskingDialog", "Close"))
        close.setAutoDefault(False)
        self.do_button = self.buttons.addButton(question.button(), QDialogButtonBox.ButtonRole.ActionRole)
        self.do_button.setObjectName("primary")
        # Where something goes away, Enter in a field asks nothing and takes nothing.
        (self.do_button if question.warns is None else close).setDefault(True)
        self.do_button.clicked.connect(self.carry_out)
        grey_one(self.do_button, needs_of_question(question.key), desk.upkeep.accounts.actor, words)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(why)
        column.addLayout(form)
        column.addWidget(self.refusal)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(600))
        self._ask_offers()
        next(iter(self.fields.values()), self.do_button).setFocus()

    def carry_out(self) -> None:
        """Do it, after a yes where something goes away, and say what came of it."""
        self.refusal.tell(None)
        warns = self._question.warns
        if warns is not None and not asks(self, warns(), self._shown(), self._question.button()):
            return
        values = self._values()

        def work(step: Step) -> Told:
            return self._question.work(Asked(self._desk, values, self._period, self._words, step))

        self.do_button.setEnabled(False)
        job = self._lane.ask(work, self._tell, self.refusal.tell, self._question.title(), shows_progress=True)
        job.ended.connect(self._ended)

    def _tell(self, told: Told) -> None:
        for keeper in self.findChildren(DraftKeeper):
            keeper.saved()
        said = list(told.lines) or [QCoreApplication.translate("AskingDialog", "Nothing was found.")]
        self.told.setText("\n".join(said))
        if isinstance(told.changes, Changes):
            self._lane.changed.emit(told.changes)
        self._ask_offers()

    def _ended(self) -> None:
        self.do_button.setEnabled(True)

    def _add(self, form: QFormLayout, field: Field) -> None:
        text = field.said()
        label = QLabel(text, self)
        widget = self._widget(field)
        widget.setAccessibleName(text.replace("&", ""))
        label.setBuddy(widget)
        self.fields[field.name] = widget
        if field.kind is Kind.FILE:
            browse = QPushButton(QCoreApplication.translate("AskingDialog", "Choose..."), self)
            browse.setAutoDefault(False)
            browse.clicked.connect(lambda: self._choose_file(widget))
            row = QHBoxLayout()
            row.addWidget(widget, 1)
            row.addWidget(browse)
            form.addRow(label, row)
        else:
            form.addRow(label, widget)

    def _widget(self, field: Field) -> QWidget:
        if field.kind is Kind.PERIOD:
            box = QComboBox(self)
            box.currentTextChanged.connect(box.setToolTip)
            for period in parts_of(self._period.year):
                box.addItem(self._words.period(period), period)
                if period == self._period:
                    box.setCurrentIndex(box.count() - 1)
            return box
        if field.kind is Kind.YEAR:
            year = QSpinBox(self)
            year.setRange(2000, self._period.year + 1)
            year.setValue(self._period.year)
            year.setMinimumHeight(look.in_letters(28))
            return year
        if field.kind is Kind.DAY:
            return DayField(self._desk.register.today(), self)
        if field.kind is Kind.CHOICE:
            choice = QComboBox(self)
            choice.currentTextChanged.connect(choice.setToolTip)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(40)
            return choice
        line = QLineEdit(self)
        if field.kind is Kind.SECRET:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _values(self) -> Mapping[str, object]:
        values: dict[str, object] = {}
        for name, widget in self.fields.items():
            if isinstance(widget, DayField):
                values[name] = widget.day
            elif isinstance(widget, QComboBox):
                values[name] = widget.currentData()
            elif isinstance(widget, QSpinBox):
                values[name] = widget.value()
            elif isinstance(widget, QLineEdit):
                values[name] = widget.text()
        return values

    def _shown(self) -> str:
        """What was filled in, for the question before something goes away."""
        shown = [widget.currentText() for widget in self.fields.values() if isinstance(widget, QComboBox)]
        shown += [widget.text() for widget in self.fields.values() if isinstance(widget, QLineEdit)]
        return " · ".join(part for part in shown if part)

    def _ask_offers(self) -> None:
        """Read what may be chosen; after a deed again, since it may have changed."""
        for field in self._question.fields:
            if field.offers is not None:
                self._lane.ask(self._reading(field.offers), partial(self._offer, field.name), self.refusal.tell)

    def _reading(self, offers: Offers) -> Callable[[Step], Sequence[tuple[object, str]]]:
        desk, words, period = self._desk, self._words, self._period
        return lambda step: offers(desk, words, period)

    def _offer(self, name: str, found: Sequence[tuple[object, str]]) -> None:
        box = self.fields[name]
        assert isinstance(box, QComboBox)
        before = box.currentData()
        box.clear()
        for value, text in found:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(before)))

    def _choose_file(self, line: QWidget) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._question.title(), str(Path.home()))
        if chosen and isinstance(line, QLineEdit):
            line.setText(chosen)
