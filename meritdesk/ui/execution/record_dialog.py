"""One record of guidance as a form to fill in; what is confidential says so and asks who may read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.confidential import ConfidentialKind, ConfidentialRecord
from meritdesk.core.guidance import GuidanceRecord
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.execution.record_fields import Field, field_of
from meritdesk.ui.execution.record_parts import BODIES, PARTS, Kind
from meritdesk.ui.wording import Words


class RecordDialog(ByKeyboard, QDialog):
    """Fills a new record or one to be put right; the page saves it, so that a refusal keeps what was typed."""

    def __init__(
        self,
        words: Words,
        kind: Kind,
        name: str,
        day: date,
        guide: str = "",
        proofs: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.is_confidential = isinstance(kind, ConfidentialKind)
        self.setWindowTitle(f"{words.messages.label_of(kind)} · {name}")
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.day = DayField(day, self)
        self.guide = QLineEdit(guide, self)
        self.place = QLineEdit(self)
        self.readers = QLineEdit(self)
        self.fields: dict[str, Field] = {}
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        translate = QCoreApplication.translate
        form.addRow(translate("RecordDialog", "Day"), self.day)
        if self.is_confidential:
            self.readers.setPlaceholderText(translate("RecordDialog", "names, separated by commas"))
            form.addRow(translate("RecordDialog", "May also be read by"), self.readers)
            self.guide.hide()
            self.place.hide()
        else:
            form.addRow(translate("RecordDialog", "Leader or coach"), self.guide)
            form.addRow(translate("RecordDialog", "Place"), self.place)
            self.readers.hide()
        for part in PARTS[kind]:
            field = field_of(part, words, proofs, inside)
            field.widget.setAccessibleName(part.said())
            self.fields[part.field] = field
            label = QLabel(part.said(), inside)
            label.setWordWrap(True)
            label.setFixedWidth(look.in_letters(190))
            label.setBuddy(field.widget)
            form.addRow(label, field.widget)
        form.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.buttons = QDialogButtonBox(self)
        self.save = self.buttons.addButton(translate("RecordDialog", "&Save"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setShortcut("Ctrl+S")
        self.buttons.addButton(translate("RecordDialog", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.buttons)
        self._say_secret()
        self.resize(900, 640)

    @property
    def held_on(self) -> date:
        """The day of the record."""
        return self.day.day

    def body(self) -> Any:
        """What was filled in, as the body of the record."""
        return BODIES[self.kind](**{name: field.value() for name, field in self.fields.items()})

    def names(self) -> tuple[str, ...]:
        """Who may read it beside the author."""
        return tuple(name.strip() for name in self.readers.text().split(",") if name.strip())

    def show_record(self, record: GuidanceRecord | ConfidentialRecord) -> None:
        """Fill the form with a record that is to be put right."""
        self.day.show_day(record.held_on)
        if isinstance(record, GuidanceRecord):
            self.guide.setText(record.guide_name)
            self.place.setText(record.place)
        else:
            self.readers.setText(", ".join(record.readers))
            self.readers.setEnabled(False)
        for name, field in self.fields.items():
            field.show(getattr(record.body, name))

    def refuse(self, told: str) -> None:
        """Say why it was not saved; everything stays as it was typed."""
        self.told.setText(f"✗ {told}")
        self.told.show()
        look.colour(self.told, look.blocks())

    def _say_secret(self) -> None:
        if self.is_confidential:
            self.told.setText(
                QCoreApplication.translate(
                    "RecordDialog",
                    "Confidential: only you and the people named here can read this record. "
                    "Every opening is written into the journal; it never goes into a package or an export.",
                )
            )
            look.colour(self.told, look.asks())
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setVisible(self.is_confidential)
