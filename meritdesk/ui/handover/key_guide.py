"""What every guided page of keys is made of: who must be there, what to say aloud, groups of digits, a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.trust import DeviceRole
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

KEYS = frozenset({"keys", "ledger"})
GROUPS = 6
_GROUP_DIGITS = 5


class GroupsField(QWidget):
    """Groups of five digits, each in a field of its own; a full field hands the keyboard on."""

    changed = Signal()

    def __init__(self, places: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[QLineEdit] = []
        self._labels: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.RHYTHM)
        for _ in places:
            label, field = QLabel(self), QLineEdit(self)
            field.setMaxLength(_GROUP_DIGITS)
            field.setFixedWidth(field.fontMetrics().horizontalAdvance("0" * (_GROUP_DIGITS + 3)))
            field.textChanged.connect(self._typed)
            self._labels.append(label)
            self.fields.append(field)
            self._row.addWidget(label)
            self._row.addWidget(field)
        self._row.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the letter of the label before it works for nothing else
        self.ask(places)

    def ask(self, places: Sequence[int]) -> None:
        """Ask for the groups of these places, with empty fields."""
        for place, label, field in zip(places, self._labels, self.fields, strict=True):
            label.setText(f"{place})")
            said = QCoreApplication.translate("KeyDialogs", "Group %1").replace("%1", str(place))
            field.setAccessibleName(said)
            field.clear()
        self.setFocusProxy(self.fields[0])

    def groups(self) -> tuple[str, ...]:
        """What was typed."""
        return tuple(field.text().strip() for field in self.fields)

    def is_full(self) -> bool:
        """Whether every field has five digits."""
        return all(len(group) == _GROUP_DIGITS and group.isdigit() for group in self.groups())

    def _typed(self, text: str) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit) and field.hasFocus() and len(text) == _GROUP_DIGITS:
            place = self.fields.index(field)
            if place + 1 < len(self.fields):
                self.fields[place + 1].setFocus()
        self.changed.emit()


class FolderField(QWidget):
    """A folder, usually on a stick, with a button to choose it; remembered for the next time."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, remembers: bool = True) -> None:
        super().__init__(parent)
        self._remembers = remembers
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.text = QLineEdit(str(QSettings().value("stick", home)) if remembers else "", self)
        self.text.setAccessibleName(name)
        self.button = QPushButton(QCoreApplication.translate("KeyDialogs", "Choose…"), self)
        self.button.setAccessibleName(QCoreApplication.translate("KeyDialogs", "Choose: %1").replace("%1", name))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.text)

    def folder(self) -> Path:
        """The folder chosen, remembered from now on."""
        if self._remembers:
            QSettings().setValue("stick", self.text.text().strip())
        return Path(self.text.text().strip())

    def _choose(self) -> None:
        words = QCoreApplication.translate("KeyDialogs", "Where is the memory stick?")
        if chosen := QFileDialog.getExistingDirectory(self, words, self.text.text()):
            self.text.setText(chosen)


class GuideDialog(ByKeyboard, QDialog):
    """One step with keys: a paragraph of guidance on top, fields below, a refusal where one is due, one deed."""

    did = Signal(object)
    takes_away = False
    """Whether a key is believed no more afterwards: then Enter in a field must not be enough."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words = desk, lane, words
        self.setWindowTitle(title)
        translate = QCoreApplication.translate
        self._needs: list[Callable[[], bool]] = []
        self._guide = QFormLayout()
        self._guide.setVerticalSpacing(look.RHYTHM // 2)
        panel = QFrame(self)
        panel.setObjectName("notice")
        panel.setLayout(self._guide)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(look.RHYTHM)
        self.refusal = RefusalStrip(words, self)
        self.buttons = QDialogButtonBox(self)
        self.do_button = QPushButton(self)
        self.do_button.setObjectName("primary")
        self.cancel_button = QPushButton(translate("KeyDialogs", "Cancel"), self)
        for button in (self.do_button, self.cancel_button):
            button.setAutoDefault(False)
        (self.cancel_button if self.takes_away else self.do_button).setDefault(True)
        self.buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self.do_button.clicked.connect(self.carry_out)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(2 * look.RHYTHM)
        self.column.addWidget(panel)
        self.column.addLayout(self.form)
        self.column.addStretch(1)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(680)

    def guide(self, present: str, aloud: str = "", paper: str = "") -> None:
        """Who must be there, what is said aloud, and which paper is left at the end."""
        translate = QCoreApplication.translate
        for name, text in (
            (translate("KeyDialogs", "Present"), present),
            (translate("KeyDialogs", "Say aloud"), aloud),
            (translate("KeyDialogs", "Paper"), paper),
        ):
            if text:
                label = QLabel(text, self)
                label.setWordWrap(True)
                self._guide.addRow(look.strong(QLabel(f"{name}:", self)), label)

    def add(self, name: str, field: QWidget) -> None:
        """One more field under its words."""
        self.form.addRow(name, field)
        if not field.accessibleName():
            field.setAccessibleName(name.replace("&", ""))

    def say(self, text: str) -> QLabel:
        """A sentence between the fields."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        self.form.addRow(label)
        return label

    def line(self, name: str, hint: str = "") -> QLineEdit:
        """A field for one line, which must be filled."""
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.textChanged.connect(lambda _: self.settle())
        self.add(name, field)
        return field

    def reason(self) -> QLineEdit:
        """The field for the reason, which will be printed."""
        translate = QCoreApplication.translate
        field = self.line(translate("KeyDialogs", "&Reason"), translate("KeyDialogs", "is printed and travels along"))
        self.needs(lambda: bool(field.text().strip()))
        return field

    def role(self, wanted: DeviceRole = DeviceRole.PRIMARY) -> QComboBox:
        """Primary or secondary PC of the agency."""
        box = QComboBox(self)
        for one in (DeviceRole.PRIMARY, DeviceRole.SECONDARY):
            box.addItem(self.words.messages.label_of(one), one.value)
        box.setCurrentIndex(box.findData(wanted.value))
        self.add(QCoreApplication.translate("KeyDialogs", "R&ole"), box)
        return box

    def needs(self, *conditions: Callable[[], bool]) -> None:
        """The deed waits until these hold."""
        self._needs.extend(conditions)
        self.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped sentences know their height only once the width is settled."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its sentences need, never smaller than it is."""
        fitting = self.column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), fitting))

    def settle(self) -> None:
        """Something was typed."""
        self.do_button.setEnabled(all(holds() for holds in self._needs))

    def carry_out(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def run(self, work: Callable[[Step], Any], then: Callable[[Any], None] | None = None) -> None:
        """Do the deed on the lane; nothing can be pressed twice meanwhile."""
        self.refusal.tell(None)
        self.do_button.setEnabled(False)

        def done(answer: Any) -> None:
            if then is not None:
                then(answer)
                return
            self.did.emit(answer)
            self.accept()

        job = self.lane.ask(work, done, self.refused, touches=KEYS)
        job.ended.connect(self.settle)

    def refused(self, error: Exception) -> None:
        """The deed was refused: say why, the fields stay."""
        self.refusal.tell(error)
        self._fit()


def stretched(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its first size, never larger than the smallest screen."""
    dialog.resize(min(width, 1280), min(height, 700))
    dialog.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
