"""A new print order: what, for whom, how it lies, how it is divided, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import CONFIDENTIAL_FORMS, ChoiceStyle, Form, PaperSize, PaperStyle
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.core.print_order import LONGEST_SPLIT, FilePer, PrintWish, SheetOrder
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

_LIST_HEIGHT = 132
_FIELD_HEIGHT = 28


class Unchanged(IntEnum):
    """What becomes of sheets that lie unchanged in an earlier file."""

    TAKEN_OVER = 0
    LEFT_OUT = 1
    AFRESH = 2


class OrderDialog(ByKeyboard, QDialog):
    """Asks for everything an order needs; what was chosen is offered again the next time."""

    def __init__(
        self,
        forms: Sequence[Form],
        units: Sequence[OrgUnit],
        period: Period,
        folder: Path,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._period = period
        self._forms = [form for form in forms if form not in CONFIDENTIAL_FORMS]
        self.refusal = RefusalStrip(words, self)
        self._build(units, folder)
        self._lay_out()
        self._say()
        self._remember()
        self._settle()
        self.resize(640, 0)

    def _build(self, units: Sequence[OrgUnit], folder: Path) -> None:
        self.what = QComboBox(self)
        self.what.addItems(["", ""])
        self.forms = QListWidget(self)
        self.forms.setFixedHeight(look.in_letters(_LIST_HEIGHT))
        self.forms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for form in self._forms:
            entry = QListWidgetItem(self._words.messages.label_of(form), self.forms)
            entry.setData(Qt.ItemDataRole.UserRole, form.value)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if form is Form.D_1_1 else Qt.CheckState.Unchecked)
        self.unit = QComboBox(self)
        self.unit.addItem("", "")
        for unit in units:
            self.unit.addItem(unit.name, unit.unit_id)
        self.unit.setMaxVisibleItems(20)
        self.nip = QLineEdit(self)
        self.nip.setClearButtonEnabled(True)
        self.order = self._choices(SheetOrder)
        self.files = self._choices(FilePer)
        self.split = QSpinBox(self)
        self.split.setRange(0, LONGEST_SPLIT)
        self.split.setMinimumHeight(look.in_letters(_FIELD_HEIGHT))
        self.unchanged = QComboBox(self)
        self.unchanged.addItems([""] * len(Unchanged))
        self.size_box = self._choices(PaperSize)
        self.choice = self._choices(ChoiceStyle)
        self.duplex, self.cover, self.sections = QCheckBox(self), QCheckBox(self), QCheckBox(self)
        self.folder = QLineEdit(str(folder), self)
        self.browse = QPushButton(self)
        self.browse.clicked.connect(self._ask_folder)
        self.buttons = QDialogButtonBox(self)
        self.start = self.buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        self.cancel = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        self.what.currentIndexChanged.connect(lambda _: self._what_chosen())
        self.order.currentIndexChanged.connect(lambda _: self._settle())
        self.nip.textChanged.connect(lambda _: self._settle())
        self.folder.textChanged.connect(lambda _: self._settle())
        self.forms.itemChanged.connect(lambda _: self._settle())

    def _choices(self, kinds: type[SheetOrder] | type[FilePer] | type[PaperSize] | type[ChoiceStyle]) -> QComboBox:
        box = QComboBox(self)
        for kind in kinds:
            box.addItem(self._words.messages.label_of(kind), kind.value)
        return box

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        extras = QVBoxLayout()
        for box in (self.duplex, self.cover, self.sections):
            extras.addWidget(box)
        self._labels = [QLabel(self) for _ in range(10)]
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._fields: list[QWidget] = [
            self.what, self.unit, self.nip, self.order, self.files, self.split, self.unchanged, self.size_box,
            self.choice, self.folder,
        ]  # fmt: skip
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, place if field is self.folder else field)
            if field is self.what:
                form.addRow("", self.forms)
            if field is self.split:
                form.addRow("", extras)
        whole = QVBoxLayout(self)
        whole.setSpacing(look.RHYTHM)
        whole.addLayout(form)
        whole.addWidget(self.refusal)
        whole.addWidget(self.buttons)

    def _say(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(
            translate("OrderDialog", "New print order · %1").replace("%1", self._words.period(self._period))
        )
        said = (
            translate("OrderDialog", "&What"),
            translate("OrderDialog", "&Unit"),
            translate("OrderDialog", "Or one &NIP"),
            translate("OrderDialog", "&Order of the sheets"),
            translate("OrderDialog", "&Files"),
            translate("OrderDialog", "&Most sheets a file"),
            translate("OrderDialog", "What did not &change"),
            translate("OrderDialog", "&Paper"),
            translate("OrderDialog", "Choice &lines"),
            translate("OrderDialog", "Fol&der"),
        )
        for label, field, text in zip(self._labels, self._fields, said, strict=True):
            label.setText(text)
            field.setAccessibleName(text.replace("&", ""))
        self.forms.setAccessibleName(translate("OrderDialog", "Forms to print"))
        self.what.setItemText(
            0, translate("OrderDialog", "The report set for the PyB: D, SKP, A.1.8, C of each person")
        )
        self.what.setItemText(1, translate("OrderDialog", "The forms ticked here"))
        self.unit.setItemText(0, translate("OrderDialog", "The whole agency"))
        self.split.setSpecialValueText(translate("OrderDialog", "as many as come"))
        for place, text in (
            (Unchanged.TAKEN_OVER, translate("OrderDialog", "take over files that still stand")),
            (Unchanged.LEFT_OUT, translate("OrderDialog", "leave out: print only what changed")),
            (Unchanged.AFRESH, translate("OrderDialog", "print again as a further copy")),
        ):
            self.unchanged.setItemText(place, text)
        self.duplex.setText(translate("OrderDialog", "For both sides: every paper begins on a front page"))
        self.cover.setText(translate("OrderDialog", "A cover list on top of each file, to sign for what comes back"))
        self.sections.setText(translate("OrderDialog", "A section sheet before each unit or rater"))
        self.browse.setText(translate("OrderDialog", "Choose…"))
        self.start.setText(translate("OrderDialog", "Print"))
        self.cancel.setText(translate("OrderDialog", "Cancel"))

    def unit_id(self) -> str:
        """The unit whose branch is wanted; none when one person is."""
        return "" if self.nip.text().strip() else str(self.unit.currentData() or "")

    def entered(self) -> tuple[PrintWish, Path] | None:
        """The wish as it was filled in, and the folder; the units of a branch are added by the page."""
        if not self.start.isEnabled():
            return None
        self._keep()
        handling = Unchanged(self.unchanged.currentIndex())
        return (
            PrintWish(
                period=self._period,
                forms=self._ticked() if self.what.currentIndex() else (),
                nip=self.nip.text().strip(),
                order=SheetOrder(self.order.currentData()),
                files=FilePer(self.files.currentData()),
                split=self.split.value(),
                duplex=self.duplex.isChecked(),
                cover=self.cover.isChecked(),
                sections=self.sections.isChecked() and self.sections.isEnabled(),
                only_changed=handling is Unchanged.LEFT_OUT,
                afresh=handling is Unchanged.AFRESH,
                style=PaperStyle(PaperSize(self.size_box.currentData()), ChoiceStyle(self.choice.currentData())),
            ),
            Path(self.folder.text().strip()),
        )

    def set_busy(self, is_busy: bool) -> None:
        """While the sheets are counted nothing can be changed."""
        self.start.setEnabled(not is_busy)

    def _ticked(self) -> tuple[Form, ...]:
        rows = filter(self._is_ticked, range(self.forms.count()))
        return tuple(Form(self.forms.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows)

    def _is_ticked(self, row: int) -> bool:
        return self.forms.item(row).checkState() is Qt.CheckState.Checked

    def _what_chosen(self) -> None:
        self._settle()
        ticked = next(filter(self._is_ticked, range(self.forms.count())), 0)
        self.forms.scrollToItem(self.forms.item(ticked))

    def _settle(self) -> None:
        self.forms.setVisible(self.what.currentIndex() == 1)
        self.unit.setEnabled(not self.nip.text().strip())
        self.sections.setEnabled(self.order.currentData() in (SheetOrder.UNIT.value, SheetOrder.RATER.value))
        has_forms = self.what.currentIndex() == 0 or bool(self._ticked())
        self.start.setEnabled(has_forms and bool(self.folder.text().strip()))

    def _ask_folder(self) -> None:
        title = QCoreApplication.translate("OrderDialog", "Into which folder?")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _boxes(self) -> dict[str, QComboBox]:
        return {
            "what": self.what,
            "order": self.order,
            "files": self.files,
            "paper": self.size_box,
            "choice": self.choice,
        }

    def _remember(self) -> None:
        settings = QSettings()
        for name, box in self._boxes().items():
            kept = settings.value(f"print-order/{name}")
            if kept is not None and str(kept).isdecimal() and int(str(kept)) < box.count():
                box.setCurrentIndex(int(str(kept)))
        for name, tick in (("duplex", self.duplex), ("cover", self.cover), ("sections", self.sections)):
            tick.setChecked(settings.value(f"print-order/{name}") in (True, "true"))

    def _keep(self) -> None:
        settings = QSettings()
        for name, box in self._boxes().items():
            settings.setValue(f"print-order/{name}", box.currentIndex())
        for name, tick in (("duplex", self.duplex), ("cover", self.cover), ("sections", self.sections)):
            settings.setValue(f"print-order/{name}", tick.isChecked())
