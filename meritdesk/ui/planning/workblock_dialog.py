"""The workblocks of a leader's plan (A.1.4): each as the form draws it, several beside each other."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.plan import Indicator
from meritdesk.core.plan_parts import Workblock
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard

_LINES = ("title", "owner", "parties", "finished_by", "beneficiaries", "purpose", "budget")
_LISTS = ("routine_activities", "transforming_activities", "routine_milestones", "transforming_milestones")


class WorkblockDialog(ByKeyboard, QDialog):
    """The list of workblocks and the one that is chosen; a block in which nothing was written is not kept."""

    def __init__(
        self,
        blocks: Sequence[Workblock],
        indicators: Sequence[Indicator],
        is_locked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._blocks, self._is_locked, self._is_filling = list(blocks), is_locked, False
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("WorkblockDialog", "Workblocks (A.1.4)"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("WorkblockDialog", "Workblocks of this plan"))
        self.list.setFixedWidth(look.in_letters(220))
        self.list.currentRowChanged.connect(self._fill)
        self.add_button = QPushButton(translate("WorkblockDialog", "&Add a workblock"), self)
        self.add_button.setEnabled(not is_locked)
        self.add_button.clicked.connect(self.add)
        self.remove_button = QPushButton(translate("WorkblockDialog", "&Remove"), self)
        self.remove_button.clicked.connect(self.remove)
        self.indicator = QComboBox(self)
        self.indicator.setEditable(True)
        self.indicator.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        said = [f"{one.text} ({one.target.text})" if one.target.text else one.text for one in indicators if one.text]
        self.indicator.addItems(["", *said])
        self.indicator.editTextChanged.connect(self._typed)
        self.lines = {name: QLineEdit(self) for name in _LINES}
        self.lists = {name: QPlainTextEdit(self) for name in _LISTS}
        for line in self.lines.values():
            line.setReadOnly(is_locked)
            line.textEdited.connect(self._typed)
        for field in self.lists.values():
            field.setReadOnly(is_locked)
            field.setTabChangesFocus(True)
            field.setMinimumHeight(look.in_letters(64))
            field.textChanged.connect(self._typed)
        self._body = QWidget(self)
        self._lay_out()
        for _ in self._blocks:
            self.list.addItem("")
        self._name_all()
        self.list.setCurrentRow(0)
        self._settle()
        self.resize(940, 620)

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("WorkblockDialog", "Name of the workblock"), self.lines["title"]),
            (translate("WorkblockDialog", "Indicator and target"), self.indicator),
            (translate("WorkblockDialog", "Person in charge"), self.lines["owner"]),
            (translate("WorkblockDialog", "Parties that take part"), self.lines["parties"]),
            (translate("WorkblockDialog", "Finished by"), self.lines["finished_by"]),
            (translate("WorkblockDialog", "Who benefits"), self.lines["beneficiaries"]),
            (translate("WorkblockDialog", "Purpose"), self.lines["purpose"]),
            (translate("WorkblockDialog", "Budget"), self.lines["budget"]),
        )
        for said, widget in rows:
            widget.setAccessibleName(said)
            form.addRow(said, widget)
        grid = QGridLayout()
        heads = (
            translate("WorkblockDialog", "Routine activities, one a line"),
            translate("WorkblockDialog", "Transforming activities, one a line"),
            translate("WorkblockDialog", "Milestones of the routine, one a line"),
            translate("WorkblockDialog", "Milestones of the transformation, one a line"),
        )
        for place, (said, field) in enumerate(zip(heads, self.lists.values(), strict=True)):
            label = QLabel(said, self)
            label.setBuddy(field)
            field.setAccessibleName(said)
            grid.addWidget(label, place // 2 * 2, place % 2)
            grid.addWidget(field, place // 2 * 2 + 1, place % 2)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(form)
        body.addLayout(grid, 1)
        self.empty = QLabel(
            translate(
                "WorkblockDialog",
                "No workblock yet. A workblock breaks one indicator of a leader down into activities and milestones; "
                "it is an aid and nobody must make one.",
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add_button)
        left.addWidget(self.remove_button)
        right = QVBoxLayout()
        right.addWidget(self._body, 1)
        right.addWidget(self.empty, 1)
        both = QHBoxLayout()
        both.addLayout(left)
        both.addLayout(right, 1)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not self._is_locked)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.buttons)

    def add(self) -> None:
        """A new, empty workblock at the end."""
        self._blocks.append(Workblock(str(uuid.uuid4())))
        self.list.addItem("")
        self._name_all()
        self.list.setCurrentRow(len(self._blocks) - 1)
        self._settle()
        self.lines["title"].setFocus()

    def remove(self) -> None:
        """Take the chosen workblock out; Cancel brings everything back."""
        row = self.list.currentRow()
        if 0 <= row < len(self._blocks):
            del self._blocks[row]
            self.list.takeItem(row)
            self._name_all()
            self._fill(self.list.currentRow())
            self._settle()

    def workblocks(self) -> tuple[Workblock, ...]:
        """What was written, without blocks that stayed empty and without empty lines."""
        cleaned = (_cleaned(block) for block in self._blocks)
        return tuple(block for block in cleaned if replace(block, workblock_id="") != Workblock(""))

    def _fill(self, row: int) -> None:
        if not 0 <= row < len(self._blocks):
            return
        self._is_filling = True
        block = self._blocks[row]
        for name, line in self.lines.items():
            line.setText(getattr(block, name))
        for name, field in self.lists.items():
            field.setPlainText("\n".join(getattr(block, name)))
        self.indicator.setCurrentIndex(max(self.indicator.findText(block.indicator_text), 0))
        self.indicator.setEditText(block.indicator_text)
        self._is_filling = False

    def _typed(self) -> None:
        row = self.list.currentRow()
        if self._is_filling or self._is_locked or not 0 <= row < len(self._blocks):
            return
        written: dict[str, Any] = {name: line.text() for name, line in self.lines.items()}
        written |= {name: tuple(field.toPlainText().split("\n")) for name, field in self.lists.items()}
        self._blocks[row] = replace(self._blocks[row], indicator_text=self.indicator.currentText(), **written)
        self._name_all()

    def _name_all(self) -> None:
        unnamed = QCoreApplication.translate("WorkblockDialog", "(no name yet)")
        for row, block in enumerate(self._blocks):
            self.list.item(row).setText(f"{row + 1}. {block.title.strip() or unnamed}")

    def _settle(self) -> None:
        has_blocks = bool(self._blocks)
        self._body.setVisible(has_blocks)
        self.empty.setVisible(not has_blocks)
        self.indicator.setEnabled(not self._is_locked)
        self.remove_button.setEnabled(has_blocks and not self._is_locked)


def _cleaned(block: Workblock) -> Workblock:
    written: dict[str, Any] = {name: getattr(block, name).strip() for name in (*_LINES, "indicator_text")}
    written |= {name: tuple(text.strip() for text in getattr(block, name) if text.strip()) for name in _LISTS}
    return replace(block, **written)
