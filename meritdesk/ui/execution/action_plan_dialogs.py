"""The three small forms of the action plan: its steps, a line of documentation, and taking a result over."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.execution import ActionStep, EarlierStep
from meritdesk.messages import Messages
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.fields import Field


class _Form(ByKeyboard, QDialog):
    """A heading, a form, and Save, which the page carries out so that a refusal keeps what was typed."""

    def __init__(self, title: str, about: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = look.strong(QLabel(about, self))
        heading.setWordWrap(True)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.form = QFormLayout()
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(
            QCoreApplication.translate("ActionPlanDialogs", "&Save"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save.setShortcut("Ctrl+S")
        buttons.addButton(
            QCoreApplication.translate("ActionPlanDialogs", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(self.form)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        self.resize(640, 360)

    def refuse(self, told: str) -> None:
        """Say why it was not saved."""
        self.told.setText(f"✗ {told}")
        look.colour(self.told, look.blocks())


class StepRow:
    """One step: what is to be done, whether a day is set for it, and which."""

    def __init__(self, number: int, day: date, parent: QWidget) -> None:
        facts = {"number": str(number)}
        self.text = QLineEdit(parent)
        said = QCoreApplication.translate("ActionPlanDialogs", "Step {number}")
        self.text.setAccessibleName(said.format(**facts))
        self.is_due = QCheckBox(QCoreApplication.translate("ActionPlanDialogs", "until"), parent)
        self.is_due.setAccessibleName(
            QCoreApplication.translate("ActionPlanDialogs", "Step {number} has a last day").format(**facts)
        )
        self.day = DayField(day, parent)
        said = QCoreApplication.translate("ActionPlanDialogs", "Last day of step {number}")
        self.day.setAccessibleName(said.format(**facts))
        self.day.setEnabled(False)
        self.is_due.toggled.connect(self.day.setEnabled)

    def show(self, step: ActionStep) -> None:
        """Fill the row with a step that is there already."""
        self.text.setText(step.text)
        self.is_due.setChecked(step.due_on is not None)
        if step.due_on is not None:
            self.day.show_day(step.due_on)

    def step(self) -> tuple[str, date | None]:
        """What was written."""
        return self.text.text().strip(), self.day.day if self.is_due.isChecked() else None


class StepsDialog(_Form):
    """The steps of a result, each with its last day where one is set; an empty form takes the action plan away."""

    changed = Signal()

    def __init__(self, about: str, steps: Sequence[ActionStep], day: date, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ActionPlanDialogs", "Action plan (B.1.1)"), about, parent)
        self._day = day
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter leads to the next step and never closes the form
        self.rows: list[StepRow] = []
        self._inside = QWidget(self)
        self._grid = QGridLayout(self._inside)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1000, 1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setMinimumHeight(look.in_letters(200))
        self.area.setWidget(self._inside)
        self.form.addRow(self.area)
        for step in steps:
            self._add_row().show(step)
        self._add_row()
        self.rows[0].text.setFocus()

    def steps(self) -> tuple[tuple[str, date | None], ...]:
        """The steps that were written; a row without words is no step."""
        return tuple(step for step in (row.step() for row in self.rows) if step[0])

    def draft_fields(self) -> dict[str, Field]:
        """All steps together are what is typed here; rows come while it is typed."""
        return {"steps": StepsField(self)}

    def show_typed(self, steps: Sequence[tuple[str, str]]) -> None:
        """Put steps with their last days, as ISO texts, into the rows; rows beyond them become empty."""
        while len(self.rows) <= len(steps):
            self._add_row()
        for row, (text, due) in zip(self.rows, [*steps, *[("", "")] * len(self.rows)], strict=False):
            row.text.setText(text)
            row.is_due.setChecked(bool(due))
            if due:
                row.day.show_day(date.fromisoformat(due))

    def _add_row(self) -> StepRow:
        place = len(self.rows)
        row = StepRow(place + 1, self._day, self._inside)
        self.rows.append(row)
        self._grid.addWidget(QLabel(f"{place + 1}.", self._inside), place, 0)
        for column, widget in enumerate((row.text, row.is_due, row.day), start=1):
            self._grid.addWidget(widget, place, column)
        row.text.textEdited.connect(lambda _: self._grow())
        for happened in (row.text.textChanged, row.is_due.toggled, row.day.dateChanged):
            happened.connect(lambda *_: self.changed.emit())
        row.text.returnPressed.connect(lambda: self._go_on(place))
        return row

    def _grow(self) -> None:
        """There is always one empty row at the end."""
        if self.rows[-1].text.text():
            self._add_row()

    def _go_on(self, place: int) -> None:
        """Enter goes to the next step."""
        row = self.rows[min(place + 1, len(self.rows) - 1)]
        row.text.setFocus()
        self.area.ensureWidgetVisible(row.text)


class StepsField:
    """The steps as one field of a draft."""

    def __init__(self, dialog: StepsDialog) -> None:
        self._dialog = dialog
        self.widget: QWidget = dialog.rows[0].text

    def read(self) -> str:
        """The steps in order, each with its last day."""
        typed = [row.step() for row in self._dialog.rows]
        while typed and not typed[-1][0]:
            typed.pop()
        return json.dumps([(text, due.isoformat() if due else "") for text, due in typed], ensure_ascii=False)

    def write(self, value: str) -> None:
        """Put them back."""
        self._dialog.show_typed([(str(text), str(due)) for text, due in json.loads(value or "[]")])

    def on_change(self, deed: Callable[[], None]) -> None:
        """Tell when one was typed in."""
        self._dialog.changed.connect(deed)


class DocumentDialog(_Form):
    """One line of documentation on a result or on one of its steps."""

    def __init__(self, about: str, steps: Sequence[ActionStep], day: date, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ActionPlanDialogs", "Documentation (B.1.2)"), about, parent)
        self.day = DayField(day, self)
        self.step = QComboBox(self)
        self.step.addItem(QCoreApplication.translate("ActionPlanDialogs", "the result as a whole"), 0)
        for step in steps:
            self.step.addItem(f"{step.number}. {step.text}", step.number)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.evidence = QLineEdit(self)
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "Day"), self.day)
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "Step"), self.step)
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "What was achieved"), self.text)
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "Evidence in words"), self.evidence)


class TakeOverDialog(_Form):
    """The leader takes a result over; the note is compulsory."""

    def __init__(self, about: str, messages: Messages, leader: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ActionPlanDialogs", "Take the result over"), about, parent)
        self.day = DayField(day, self)
        self.leader = QLineEdit(leader, self)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.earlier = {step: QCheckBox(messages.label_of(step), self) for step in EarlierStep}
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "Day"), self.day)
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "Taken over by"), self.leader)
        self.form.addRow(
            QCoreApplication.translate("ActionPlanDialogs", "Note (it counts in the evaluation)"), self.note
        )
        tried = QCoreApplication.translate("ActionPlanDialogs", "Tried before")
        for place, box in enumerate(self.earlier.values()):
            self.form.addRow(tried if place == 0 else "", box)

    def tried(self) -> tuple[EarlierStep, ...]:
        """What was tried before."""
        return tuple(step for step, box in self.earlier.items() if box.isChecked())
