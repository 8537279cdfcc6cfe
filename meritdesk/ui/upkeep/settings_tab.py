"""Pengaturan: what the law leaves to the agency, each choice with the words of the law's silence beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.upkeep.settings import SettingLine
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.guard.greying import is_greyed
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_NUMBER = "0 … 366"
_LONGEST_TEXT = 2000


class SettingsTab(RoomPage):
    """All settings of the agency in one form; nothing is changed before Save."""

    room = "upkeep"
    nouns = frozenset({"settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._lines: tuple[SettingLine, ...] = ()
        self.fields: dict[str, QWidget] = {}
        self._wanted = ""
        self._names: dict[str, QLabel] = {}
        self._helps: dict[str, QLabel] = {}
        self._title = look.title(QLabel(self))
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        self.save = QPushButton(self)
        self.save.setObjectName("primary")
        self.save.clicked.connect(self.store)
        self.revert = QPushButton(self)
        self.revert.clicked.connect(self.show_again)
        self.refusal = RefusalStrip(words, self)
        self._save_action = actions.page_action(self, "save_settings", "Ctrl+S")
        self._save_action.triggered.connect(self.store)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setHorizontalSpacing(2 * look.RHYTHM)
        self._form.setVerticalSpacing(look.RHYTHM)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._inside = QWidget(scroll.viewport())
        self._inside.setLayout(self._form)
        scroll.setWidget(self._inside)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.revert)
        top.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self._intro)
        column.addWidget(self.refusal)
        column.addWidget(scroll, 1)
        self.drafts = DraftKeeper(self, self, "upkeep.settings", only=("fields",), save=self.store)
        self.retranslate()

    def load(self, period: Period) -> None:
        self.lane.ask(lambda step: self.desk.upkeep.settings.lines(), self._show, key="settings")

    def primary_focus(self) -> QWidget:
        return self.fields.get(self._wanted) or next(iter(self.fields.values()), self.save)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``setting`` is the name of the one that is wanted: the keyboard goes there."""
        self._wanted = str(filters.get("setting", ""))

    def store(self) -> None:
        """Save what differs, in one change set that can be undone."""
        choices = self.changed()
        if not choices:
            return
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.upkeep.settings.change(choices), self._saved, self.refusal.tell)

    def changed(self) -> Mapping[str, str]:
        """The settings whose field says something else than the store."""
        return {line.name: said for line in self._lines if (said := self._said(line.name)) != line.value}

    def show_again(self) -> None:
        """Put every field back to what is stored."""
        self.refusal.tell(None)
        self.drafts.forget()
        for line in self._lines:
            self._put(line)
        self._settle()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("SettingsTab", "Settings of the agency"))
        self._intro.setText(
            translate(
                "SettingsTab",
                "The regulation leaves these choices to the agency or says nothing about them. Every change stands in "
                "the journal and can be undone there.",
            )
        )
        self.save.setText(translate("SettingsTab", "Save"))
        self.revert.setText(translate("SettingsTab", "Discard"))
        self._save_action.setText(translate("SettingsTab", "Save the settings"))
        messages = self.words.messages
        for line in self._lines:
            name = messages.label(f"SETTING:{line.name.upper()}")
            self._names[line.name].setText(name)
            self.fields[line.name].setAccessibleName(name)
            self._tell_help(line)
            field = self.fields[line.name]
            if isinstance(field, QComboBox):
                for place in range(field.count()):
                    field.setItemText(place, self._choice(line.name, str(field.itemData(place))))

    def _show(self, lines: tuple[SettingLine, ...]) -> None:
        self._lines = lines
        is_new = not self.fields
        if is_new:
            for line in lines:
                self._add(line)
        if not self.drafts.is_changed:
            self.drafts.leave()
            for line in lines:
                self._put(line)
        self.retranslate()
        self._settle()
        if not self.drafts.is_changed:
            self.drafts.begin("settings", self.desk.agency.name)
        if is_new and self.isVisible():
            self.primary_focus().setFocus()

    def _add(self, line: SettingLine) -> None:
        name = look.strong(QLabel(self._inside))
        name.setWordWrap(True)
        name.setFixedWidth(look.in_letters(260))
        help_label = QLabel(self._inside)
        help_label.setWordWrap(True)
        look.colour(help_label, look.quiet())
        field: QWidget
        if line.allowed == (_NUMBER,):
            number = QSpinBox(self._inside)
            number.setRange(0, 366)
            number.setMaximumWidth(look.in_letters(120))
            number.setMinimumHeight(look.in_letters(28))
            number.valueChanged.connect(lambda _: self._settle())
            field = number
        elif len(line.allowed) > 1:
            choice = QComboBox(self._inside)
            values = line.allowed if line.default in line.allowed else (line.default, *line.allowed)
            for value in values:
                choice.addItem(value, value)
            choice.setMaximumWidth(look.in_letters(320))
            choice.currentIndexChanged.connect(lambda _: self._settle())
            field = choice
        else:
            text = QLineEdit(self._inside)
            text.setMaxLength(_LONGEST_TEXT)
            text.textChanged.connect(lambda _: self._settle())
            field = text
        field.setEnabled(not is_greyed(self.save))
        name.setBuddy(field)
        self.fields[line.name], self._names[line.name], self._helps[line.name] = field, name, help_label
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(field)
        both.addWidget(help_label)
        self._form.addRow(name, both)

    def _put(self, line: SettingLine) -> None:
        field = self.fields[line.name]
        if isinstance(field, QSpinBox):
            field.setValue(int(line.value))
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(line.value))
        elif isinstance(field, QLineEdit):
            field.setText(line.value)

    def _said(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QSpinBox):
            return str(field.value())
        if isinstance(field, QComboBox):
            return str(field.currentData())
        assert isinstance(field, QLineEdit)
        return field.text().strip()

    def _choice(self, name: str, value: str) -> str:
        """One value of a setting in the words of the office."""
        if value in ("yes", "no"):
            said = (
                QCoreApplication.translate("SettingsTab", "yes"),
                QCoreApplication.translate("SettingsTab", "no"),
            )
            return said[value == "no"]
        kinds = {
            "periodic_cycle": "PERIODICCYCLE",
            "documentation_period": "DOCUMENTATIONPERIOD",
            "working_week": "WORKINGWEEK",
            "superior_of_department_head": "SUPERIOROFDEPARTMENTHEAD",
            "most_frequent": "MOSTFREQUENT",
        }
        return self.words.messages.label(f"{kinds[name]}:{value}") if name in kinds else value

    def _tell_help(self, line: SettingLine) -> None:
        told = self.words.messages.label(f"SETTING-HELP:{line.name.upper()}")
        if line.is_chosen:
            usual = QCoreApplication.translate("SettingsTab", "Without a choice: %1.")
            told = f"{told} {usual.replace('%1', self._choice(line.name, line.default))}"
        self._helps[line.name].setText(told)

    def _settle(self) -> None:
        differs = bool(self.changed()) if self._lines else False
        self.save.setEnabled(differs)
        self.revert.setEnabled(differs)

    def _saved(self, changes: Changes) -> None:
        self.drafts.saved()
        said = QCoreApplication.translate("SettingsTab", "Settings saved.")
        if changes.change_set_id:
            self.offer_undo.emit(said, changes.change_set_id)
        else:
            self.message.emit(said)
