"""The pages of the wizard: each asks for little and says in one sentence why. Nothing is made before the last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
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

from meritdesk.bootstrap import check_place
from meritdesk.core.agency_settings import (
    AgencySettings,
    DocumentationPeriod,
    PeriodicCycle,
    allowed_values,
    setting_text,
)
from meritdesk.core.errors import Refusal, UsageRefusal
from meritdesk.core.store import AGENCY_CODE_SIGNS, DEVICE_CODE_SIGNS, AgencyInfo
from meritdesk.ui import look
from meritdesk.ui.first_run.passphrase_part import PassphrasePart
from meritdesk.ui.first_run.recovery_part import RecoveryPart
from meritdesk.ui.first_run.wishes import default_place
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

FIRST_YEAR = 2022
OPEN_SETTINGS = ("working_week", "superior_of_department_head", "most_frequent", "uses_circular")
"""Of what the law leaves open, the few that change results or due days from the first year on."""


class WizardPage(QWidget):
    """One page: a title for the list of steps, a sentence why, fields, and whether one may go on."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.refusal = RefusalStrip(words, self)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(look.RHYTHM)
        self.form.setHorizontalSpacing(2 * look.RHYTHM)
        self.labels: dict[str, QLabel] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.RHYTHM)
        self.column.addLayout(self.form)
        self.column.addWidget(self.refusal)

    fills = False  # whether the page uses all the room below by itself

    def title(self) -> str:
        """The name of the step."""
        raise NotImplementedError

    def why(self) -> str:
        """One sentence: what this is asked for."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where the keyboard goes when the page comes up."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether one may go on; what is wrong is said on the page."""
        return True

    def retranslate(self) -> None:
        """The words of the page."""

    def add(self, name: str, field: QWidget) -> None:
        """A field with its label."""
        label = QLabel(self)
        label.setBuddy(field)
        self.labels[name] = label
        self.form.addRow(label, field)

    def say(self, words: Mapping[str, str]) -> None:
        """Name labels and fields."""
        for name, text in words.items():
            label = self.labels[name]
            label.setText(text)
            field = label.buddy()
            if field is not None:
                field.setAccessibleName(text.replace("&", ""))


class AgencyPage(WizardPage):
    """Whose store it will be."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.name, self.code, self.place = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.region, self.device = QLineEdit(self), QLineEdit("PC01", self)
        self.kind = QComboBox(self)
        self.kind.addItem("", False)
        self.kind.addItem("", True)
        self.name.setMaxLength(200)
        for field in (self.code, self.region, self.device):
            field.setMaxLength(16)
            field.setMaximumWidth(look.in_letters(300))
            field.textEdited.connect(lambda text, field=field: field.setText(text.upper()))
        for name, widget in (
            ("name", self.name), ("kind", self.kind), ("code", self.code), ("region", self.region),
            ("place", self.place), ("device", self.device),
        ):  # fmt: skip
            self.add(name, widget)
        self.kind.currentIndexChanged.connect(lambda _: self.region.setEnabled(not self.kind.currentData()))

    def title(self) -> str:
        return QCoreApplication.translate("AgencyPage", "Agency")

    def why(self) -> str:
        return QCoreApplication.translate(
            "AgencyPage", "Name and city stand on every paper; the codes tell files apart when they are handed over."
        )

    def first_field(self) -> QWidget:
        return self.name

    def check(self) -> bool:
        fault: tuple[QWidget, Refusal] | None = None
        if not self.name.text().strip():
            fault = self.name, UsageRefusal("UI-351")
        elif not re.fullmatch(AGENCY_CODE_SIGNS, self.code.text().strip()):
            fault = self.code, UsageRefusal("UI-352", typed=self.code.text().strip() or "-")
        elif not re.fullmatch(f"(?:{AGENCY_CODE_SIGNS})?", self.region.text().strip()):
            fault = self.region, UsageRefusal("UI-352", typed=self.region.text().strip())
        elif not re.fullmatch(DEVICE_CODE_SIGNS, self.device.text().strip()):
            fault = self.device, UsageRefusal("UI-353", typed=self.device.text().strip() or "-")
        self.refusal.tell(fault[1] if fault else None)
        if fault:
            fault[0].setFocus()
        return fault is None

    def agency(self) -> AgencyInfo:
        """What was typed, as the store will know it."""
        code = self.code.text().strip()
        is_region = bool(self.kind.currentData())
        return AgencyInfo(
            code=code,
            name=self.name.text().strip(),
            is_region=is_region,
            device=self.device.text().strip(),
            place=self.place.text().strip(),
            region_code=code if is_region else self.region.text().strip(),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.say(
            {
                "name": translate("AgencyPage", "Name of the &agency"),
                "kind": translate("AgencyPage", "&Kind"),
                "code": translate("AgencyPage", "&Code of the agency"),
                "region": translate("AgencyPage", "Code of the &regional office"),
                "place": translate("AgencyPage", "Cit&y where papers are signed"),
                "device": translate("AgencyPage", "Name of this &PC"),
            }
        )
        self.kind.setItemText(0, translate("AgencyPage", "Agency: appraises its own staff"))
        self.kind.setItemText(1, translate("AgencyPage", "Regional office: receives from agencies"))
        self.name.setPlaceholderText(translate("AgencyPage", "as on the letterhead"))
        self.code.setPlaceholderText("7101")
        self.region.setPlaceholderText(translate("AgencyPage", "may stay empty"))


class YearPage(WizardPage):
    """Which year begins, and in which rhythm the agency evaluates."""

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.year = QSpinBox(self)
        self.year.setRange(FIRST_YEAR, today.year + 1)
        self.year.setValue(today.year)
        self.year.setMaximumWidth(look.in_letters(120))
        self.year.setMinimumHeight(look.in_letters(28))
        self.cycle, self.documentation = QComboBox(self), QComboBox(self)
        for box, kind in ((self.cycle, PeriodicCycle), (self.documentation, DocumentationPeriod)):
            for member in kind:
                box.addItem("", member.value)
            box.setMaximumWidth(look.in_letters(320))
        for name, widget in (("year", self.year), ("cycle", self.cycle), ("documentation", self.documentation)):
            self.add(name, widget)
        self._helps = tuple(QLabel(self) for _ in range(2))
        for label in self._helps:
            label.setWordWrap(True)
            look.colour(label, look.quiet())
            self.column.addWidget(label)

    def title(self) -> str:
        return QCoreApplication.translate("YearPage", "Year and periods")

    def why(self) -> str:
        return QCoreApplication.translate(
            "YearPage", "The regulation lets the agency choose how often it evaluates; it can be changed later."
        )

    def first_field(self) -> QWidget:
        return self.year

    def choices(self) -> dict[str, str]:
        """The settings that differ from their default."""
        chosen = {
            "periodic_cycle": self.cycle.currentData(),
            "documentation_period": self.documentation.currentData(),
        }
        return {name: str(value) for name, value in chosen.items() if value != "UNSET"}

    def retranslate(self) -> None:
        translate, messages = QCoreApplication.translate, self.words.messages
        self.say(
            {
                "year": translate("YearPage", "Appraisal &year"),
                "cycle": translate("YearPage", "&Evaluation besides the year"),
                "documentation": translate("YearPage", "&Documentation of performance"),
            }
        )
        for box, kind in ((self.cycle, PeriodicCycle), (self.documentation, DocumentationPeriod)):
            for place, member in enumerate(kind):
                box.setItemText(place, messages.label_of(member))
        for label, name in zip(self._helps, ("PERIODIC_CYCLE", "DOCUMENTATION_PERIOD"), strict=True):
            label.setText(messages.label(f"SETTING-HELP:{name}"))


class LockPage(WizardPage):
    """Where the data lie and what opens them."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.folder = QLineEdit(self)
        self._browse = QPushButton(self)
        self._browse.setAutoDefault(False)
        self._is_own = False
        self.secret = PassphrasePart(words, self)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        label = QLabel(self)
        label.setBuddy(self.folder)
        self.labels["folder"] = label
        self.form.addRow(label, row)
        self.column.addWidget(self.secret)
        self.folder.textEdited.connect(self._mark_own)
        self.folder.editingFinished.connect(self.check_folder)
        self._browse.clicked.connect(self._choose)

    def title(self) -> str:
        return QCoreApplication.translate("LockPage", "Folder and passphrase")

    def why(self) -> str:
        return QCoreApplication.translate(
            "LockPage",
            "The data are encrypted; without the passphrase nobody reads them, not even with the PC in hand.",
        )

    def first_field(self) -> QWidget:
        return self.secret.first

    def propose(self, agency: AgencyInfo) -> None:
        """A folder named after the code, as long as the clerk has not chosen one."""
        if not self._is_own:
            self.folder.setText(str(default_place(agency.code)))
        self.secret.known = (agency.name, agency.code, *agency.name.split())

    def check_folder(self) -> bool:
        """Say at once where a store must not lie."""
        self.refusal.tell(None)
        try:
            if not self.folder.text().strip():
                raise UsageRefusal("UI-354")
            check_place(Path(self.folder.text().strip()))
        except Refusal as error:
            self.refusal.tell(error)
            return False
        return True

    def check(self) -> bool:
        if not self.check_folder():
            self.folder.setFocus()
            return False
        return self.secret.check()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.say({"folder": translate("LockPage", "&Folder of the data")})
        self._browse.setText(translate("LockPage", "Choose..."))
        self.secret.retranslate()
        self.labels["folder"].setMinimumWidth(self.secret.label_width)

    def _mark_own(self, _: str) -> None:
        self._is_own = True
        self.refusal.tell(None)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("LockPage", "A new or empty folder"), str(Path.home())
        )
        if chosen:
            self._is_own = True
            self.folder.setText(chosen)
            self.check_folder()


class SheetPage(WizardPage):
    """The recovery sheet, kept and proved."""

    def __init__(self, words: Words, part: RecoveryPart, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.part = part
        self.column.addWidget(part)

    def title(self) -> str:
        return QCoreApplication.translate("SheetPage", "Recovery sheet")

    def why(self) -> str:
        return QCoreApplication.translate(
            "SheetPage", "When the passphrase is forgotten, only this sheet opens the data and their backups."
        )

    def first_field(self) -> QWidget:
        return self.part.save_button

    def check(self) -> bool:
        return self.part.check()

    def retranslate(self) -> None:
        self.part.retranslate()


class OpenPage(WizardPage):
    """What the law leaves open: the few choices that count, each with its source, its doubt and its default."""

    fills = True

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        usual = AgencySettings()
        self.fields: dict[str, QComboBox] = {}
        self._helps: dict[str, QLabel] = {}
        inside = QWidget(self)
        rows = QFormLayout(inside)
        rows.setVerticalSpacing(look.RHYTHM)
        for name in OPEN_SETTINGS:
            box = QComboBox(inside)
            for value in allowed_values(name):
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(setting_text(usual, name)))
            box.setMaximumWidth(look.in_letters(340))
            label, help_label = QLabel(inside), QLabel(inside)
            label.setWordWrap(True)
            label.setFixedWidth(look.in_letters(200))
            label.setBuddy(box)
            help_label.setWordWrap(True)
            look.colour(help_label, look.quiet())
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addWidget(box)
            both.addWidget(help_label)
            rows.addRow(label, both)
            self.labels[name], self.fields[name], self._helps[name] = label, box, help_label
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.column.addWidget(scroll, 1)

    def title(self) -> str:
        return QCoreApplication.translate("OpenPage", "What the law leaves open")

    def why(self) -> str:
        return QCoreApplication.translate(
            "OpenPage", "Where the regulation is silent the agency decides; without a choice the default below counts."
        )

    def first_field(self) -> QWidget:
        return self.fields[OPEN_SETTINGS[0]]

    def choices(self) -> dict[str, str]:
        """The settings that differ from their default."""
        usual = AgencySettings()
        chosen = {name: str(box.currentData()) for name, box in self.fields.items()}
        return {name: value for name, value in chosen.items() if value != setting_text(usual, name)}

    def retranslate(self) -> None:
        messages = self.words.messages
        usual = AgencySettings()
        self.say({name: messages.label(f"SETTING:{name.upper()}") for name in OPEN_SETTINGS})
        for name, box in self.fields.items():
            for place in range(box.count()):
                box.setItemText(place, self._choice(name, str(box.itemData(place))))
            default = QCoreApplication.translate("OpenPage", "Without a choice: %1.")
            said = default.replace("%1", self._choice(name, setting_text(usual, name)))
            self._helps[name].setText(f"{messages.label(f'SETTING-HELP:{name.upper()}')} {said}")

    def _choice(self, name: str, value: str) -> str:
        translate = QCoreApplication.translate
        if value in ("yes", "no"):
            return translate("OpenPage", "yes") if value == "yes" else translate("OpenPage", "no")
        return self.words.messages.label(f"{name.replace('_', '').upper()}:{value}")


class ReadyPage(WizardPage):
    """What will be made, and what comes first afterwards."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.first = QLabel(self)
        self.first.setWordWrap(True)
        self.imports = QCheckBox(self)
        self.imports.setChecked(True)
        self.shared = QCheckBox(self)
        self.column.insertWidget(0, self.summary)
        self.column.addWidget(self.first)
        self.column.addWidget(self.imports)
        self.column.addWidget(self.shared)
        self._told = ("", "", 0)

    def title(self) -> str:
        return QCoreApplication.translate("ReadyPage", "Ready")

    def why(self) -> str:
        return QCoreApplication.translate(
            "ReadyPage", "Nothing is on the disk yet; the last button makes it all at once."
        )

    def first_field(self) -> QWidget:
        return self.imports

    def tell(self, agency: str, folder: str, year: int) -> None:
        """What was decided on the pages before."""
        self._told = agency, folder, year
        self.retranslate()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        agency, folder, year = self._told
        self.summary.setText(
            translate("ReadyPage", "%1\nYear %2\nFolder: %3")
            .replace("%1", agency)
            .replace("%2", str(year))
            .replace("%3", folder)
        )
        self.first.setText(
            translate(
                "ReadyPage",
                "What to do first:\n"
                "1. Import units and staff (files from SIASN, or your own spreadsheet).\n"
                "2. Look at the holidays of the year.\n"
                "3. Enrol this PC at the regional office: Send and receive, tab Keys.\n"
                "4. Make a backup on another disk.",
            )
        )
        self.imports.setText(translate("ReadyPage", "Begin with the &import of units and staff"))
        self.shared.setText(
            translate("ReadyPage", "&Several people share this PC: make the account of the head of office before that")
        )
