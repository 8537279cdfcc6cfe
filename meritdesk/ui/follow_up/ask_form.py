"""A small form in a dialog: some fields with their names, a sentence above, and one verb that saves them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.errors import Refusal
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class AskForm(ByKeyboard, QDialog):
    """Asks for some facts and saves them by one verb; what the desk refuses is said in the dialog, which stays open."""

    def __init__(
        self,
        lane: Lane,
        words: Words,
        title: str,
        lead: str,
        fields: Sequence[tuple[str, QWidget]],
        save_words: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lane = lane
        self.setWindowTitle(title)
        self.setMinimumWidth(look.in_letters(520))
        self.answers = [field for _, field in fields]
        self.lead = QLabel(lead, self)
        self.lead.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in fields:
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            self.form.addRow(label, field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = QPushButton(save_words, self)
        self.save.setObjectName("primary")
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.lead)
        column.addLayout(self.form)
        column.addWidget(self.refusal)
        column.addWidget(self.buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.answers:
            self.answers[0].setFocus()

    def saves_by(self, work: Callable[[], object], then: Callable[[object], None], title: str) -> None:
        """What the button does with the fields, and what happens when it went well."""

        def went_well(answer: object) -> None:
            then(answer)
            self.accept()

        def start() -> None:
            self.refusal.tell(None)
            try:
                verb = work()
            except Refusal as error:
                self.refusal.tell(error)
                return
            assert callable(verb)
            self.lane.ask(lambda step: verb(), went_well, self.refusal.tell, title)

        self.save.clicked.connect(start)
