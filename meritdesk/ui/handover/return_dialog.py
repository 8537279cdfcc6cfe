"""What the dialogs of returns are made of: a sentence, fields, a refusal where one is due, and the deed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

CORRECTIONS = frozenset({"corrections"})
APPROVALS = frozenset({"approvals"})
_TEXT_HEIGHT = 84


class ReturnDialog(ByKeyboard, QDialog):
    """One deed about a return: a sentence on top, fields, a refusal where one is due, and the deed."""

    did = Signal(object)

    def __init__(self, desk: Desk, lane: Lane, words: Words, title: str, told: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words = desk, lane, words
        self.setWindowTitle(title)
        self.told = QLabel(told, self)
        self.told.setWordWrap(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(look.RHYTHM)
        self.refusal = RefusalStrip(words, self)
        self.buttons = QDialogButtonBox(self)
        self.do_button = QPushButton(title.rstrip("…"), self)
        self.do_button.setObjectName("primary")
        self.do_button.setDefault(True)
        cancel = QPushButton(QCoreApplication.translate("ReturnDialogs", "Cancel"), self)
        cancel.setAutoDefault(False)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self.do_button.clicked.connect(self.carry_out)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(2 * look.RHYTHM)
        self.column.addWidget(self.told)
        self.column.addLayout(self.form)
        self.column.addStretch(1)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(look.in_letters(620))

    def add(self, name: str, field: QWidget) -> None:
        """One more field under its words."""
        self.form.addRow(name, field)
        field.setAccessibleName(name.replace("&", ""))

    def text(self, name: str) -> QPlainTextEdit:
        """A field for a few sentences."""
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(_TEXT_HEIGHT)
        field.textChanged.connect(self.settle)
        self.add(name, field)
        return field

    def box(self, name: str, is_searched: bool = False) -> QComboBox:
        """A field to choose from a list; a long one is searched by typing."""
        field = QComboBox(self)
        if is_searched:
            field.setEditable(True)
            field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = field.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.currentTextChanged.connect(field.setToolTip)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(28)
        self.add(name, field)
        return field

    def is_ready(self) -> bool:
        """Whether everything that must be filled is."""
        return True

    def settle(self) -> None:
        """Offer the deed once it can be done."""
        self.do_button.setEnabled(self.is_ready())

    def deed(self) -> Callable[[], object]:
        """What is done on the lane, with what stands in the fields now."""
        raise NotImplementedError

    def carry_out(self) -> None:
        """Do it; a refusal stays here beside what was typed."""
        if not self.is_ready():
            return
        work = self.deed()
        self.refusal.tell(None)
        self.do_button.setEnabled(False)

        def done(outcome: object) -> None:
            self.did.emit(outcome)
            self.accept()

        def refused(error: Exception) -> None:
            self.settle()
            self.refusal.tell(error)

        touches = CORRECTIONS | APPROVALS
        self.lane.ask(lambda step: work(), done, refused, self.windowTitle(), touches=touches)


class SentenceDialog(ReturnDialog):
    """A deed that needs a sentence: an answer, a reason."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        title: str,
        told: str,
        name: str,
        say: Callable[[str], object],
        parent: QWidget | None = None,
        must_be_said: bool = True,
    ) -> None:
        super().__init__(desk, lane, words, title, told, parent)
        self._say, self._must_be_said = say, must_be_said
        self.words_field = self.text(name)
        self.settle()

    def is_ready(self) -> bool:
        return not self._must_be_said or bool(self.words_field.toPlainText().strip())

    def deed(self) -> Callable[[], object]:
        return partial(self._say, self.words_field.toPlainText().strip())
