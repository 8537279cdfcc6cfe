"""The three small forms of the action plan: its steps, a line of documentation, and taking a result over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.execution import ActionStep, EarlierStep
from meritdesk.messages import Messages
from meritdesk.ui import look
from meritdesk.ui.execution.days import day_box


class _Form(QDialog):
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


class StepsDialog(_Form):
    """The steps of a result, one a line; an empty form takes the action plan away."""

    def __init__(self, about: str, steps: Sequence[ActionStep], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ActionPlanDialogs", "Action plan (B.1.1)"), about, parent)
        self._due = {step.text: step.due_on for step in steps}
        self.box = QPlainTextEdit("\n".join(step.text for step in steps), self)
        self.form.addRow(QCoreApplication.translate("ActionPlanDialogs", "One step a line"), self.box)

    def steps(self) -> tuple[tuple[str, date | None], ...]:
        """The steps that were written; a step that stayed the same keeps its day."""
        lines = (line.strip() for line in self.box.toPlainText().splitlines())
        return tuple((line, self._due.get(line)) for line in lines if line)


class DocumentDialog(_Form):
    """One line of documentation on a result or on one of its steps."""

    def __init__(self, about: str, steps: Sequence[ActionStep], day: date, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ActionPlanDialogs", "Documentation (B.1.2)"), about, parent)
        self.day = day_box(day, self)
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
        self.day = day_box(day, self)
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
