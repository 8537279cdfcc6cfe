"""What only some forms offer: another form of the family with its reason, lying paper, the print of stage six."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.form_choice import STAGE_SIX_FORMS, FormOverride, family_of
from meritdesk.ui import look
from meritdesk.ui.wording import Words

_LYING = frozenset({Form.A_1_4, Form.A_1_5})


@dataclass(frozen=True, slots=True)
class ChosenOptions:
    """What was chosen below the form; which of it counts depends on the form that fits the person."""

    wanted: Form | None
    reason: str
    is_lying: bool
    is_stage_six: bool

    def instead_of(self, form: Form) -> Form | None:
        """The form that is wanted in place of the fitting one; nothing when they are the same."""
        return self.wanted if self.wanted is not form and self.wanted in family_of(form) else None

    def override_of(self, form: Form) -> FormOverride | None:
        """The same with its reason, as the register keeps it."""
        wanted = self.instead_of(form)
        return FormOverride(wanted, self.reason) if wanted is not None else None

    def styled(self, style: PaperStyle, form: Form) -> PaperStyle:
        """The paper with what is ticked for this form."""
        shown = self.instead_of(form) or form
        return replace(
            style,
            is_landscape=self.is_lying and shown in _LYING,
            is_stage_six=self.is_stage_six and shown in STAGE_SIX_FORMS,
        )


class FormOptions(QWidget):
    """The lines below the choice of a form; what a form does not offer is not shown."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._form: Form | None = None
        self.instead = QComboBox()
        self.instead.setMinimumContentsLength(12)
        self.instead.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.instead.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason = QLineEdit()
        self.reason.setClearButtonEnabled(True)
        self.lying = QCheckBox()
        self.stage_six = QCheckBox()
        self._instead_label, self._reason_label = QLabel(), QLabel()
        self._instead_label.setBuddy(self.instead)
        self._reason_label.setBuddy(self.reason)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(look.RHYTHM)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._rows.addRow(self._instead_label, self.instead)
        self._rows.addRow(self._reason_label, self.reason)
        self._rows.addRow(self.lying)
        self._rows.addRow(self.stage_six)
        self.instead.activated.connect(lambda _: self._chosen())
        self.lying.toggled.connect(lambda _: self.changed.emit())
        self.stage_six.toggled.connect(lambda _: self.changed.emit())

    def show_for(self, form: Form) -> None:
        """Offer what this form knows; another family begins anew with the form that fits."""
        family = family_of(form)
        if self._form is None or family_of(self._form) != family:
            self._fill(family)
            self.reason.clear()
        self._form = form
        self._rows.setRowVisible(self.instead, bool(family))
        self._rows.setRowVisible(self.lying, form in _LYING)
        self._rows.setRowVisible(self.stage_six, form in STAGE_SIX_FORMS)
        self._rows.setRowVisible(self.reason, self._wanted() is not None)
        self.setVisible(bool(family) or form in _LYING)

    def reset(self) -> None:
        """Back to the form that fits, standing as the annex draws it."""
        self.instead.setCurrentIndex(0)
        self.reason.clear()
        for box in (self.lying, self.stage_six):
            box.setChecked(False)

    def align(self, others: Iterable[QLabel]) -> None:
        """Give all labels the same width, so that the fields stand below each other."""
        labels = [*others, self._instead_label, self._reason_label]
        for label in labels:
            label.setMinimumWidth(0)
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(widest)

    def chosen(self) -> ChosenOptions:
        """What is chosen now, as a value."""
        return ChosenOptions(
            self._wanted(), self.reason.text().strip(), self.lying.isChecked(), self.stage_six.isChecked()
        )

    def retranslate(self) -> None:
        """Say the lines in the current language."""
        translate = QCoreApplication.translate
        self._instead_label.setText(translate("FormOptions", "Print &as"))
        self._reason_label.setText(translate("FormOptions", "&Reason"))
        self.reason.setPlaceholderText(translate("FormOptions", "Why another form? Kept in the register"))
        self.lying.setText(translate("FormOptions", "&Landscape"))
        self.stage_six.setText(translate("FormOptions", "Stage si&x: results only, as a draft"))
        if self._form is not None:
            wanted = self._wanted()
            self._fill(family_of(self._form))
            self.instead.setCurrentIndex(max(0, self.instead.findData(wanted)) if wanted is not None else 0)

    def _fill(self, family: tuple[Form, ...]) -> None:
        self.instead.clear()
        self.instead.addItem(QCoreApplication.translate("FormOptions", "The form that fits the post"), None)
        for form in family:
            self.instead.addItem(self._words.messages.label_of(form), form)

    def _wanted(self) -> Form | None:
        data = self.instead.currentData()
        return Form(data) if data else None

    def _chosen(self) -> None:
        self._rows.setRowVisible(self.reason, self._wanted() is not None)
        if self._wanted() is not None:
            self.reason.setFocus()
        self.changed.emit()
