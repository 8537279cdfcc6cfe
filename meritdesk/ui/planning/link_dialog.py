"""Linking a result or a lower unit's indicator to what it serves: found by unit, with its part and share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.cascade import CascadeMethod
from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.services import Desk
from meritdesk.services.planning.agreement import AgreementLine
from meritdesk.services.planning.cascade import TreeLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.planning.unit_choice import UnitChoice
from meritdesk.ui.wording import Words

_NODE = Qt.ItemDataRole.UserRole


class PartDialog(ByKeyboard, QDialog):
    """What part of the place above one link takes: aspect, area, service or output, and its share of the target."""

    def __init__(
        self, words: Words, parent_line: TreeLine | None, line: TreeLine | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("PartDialog", "Part of the result above"))
        self.resize(520, 220)
        self.part = QLineEdit(line.part if line is not None else "", self)
        method = parent_line.method if parent_line is not None else None
        self.part.setPlaceholderText(words.messages.label_of(method) if method is not None else "")
        share = printed_decimal(line.share) if line is not None and line.share is not None else ""
        self.share = QLineEdit(share, self)
        self.share.setEnabled(method is None or method is CascadeMethod.SHARE)
        self.share.textChanged.connect(self._settle)
        self.note = QLineEdit(line.note if line is not None else "", self)
        self.told = look.colour(QLabel(self), look.asks())
        form = QFormLayout()
        if parent_line is not None:
            above = QLabel(
                f"{parent_line.text} ({parent_line.target})" if parent_line.target else parent_line.text, self
            )
            above.setWordWrap(True)
            form.addRow(QCoreApplication.translate("PartDialog", "Above"), above)
        form.addRow(QCoreApplication.translate("PartDialog", "&Aspect, area, service or output"), self.part)
        form.addRow(QCoreApplication.translate("PartDialog", "&Share of the target"), self.share)
        form.addRow(QCoreApplication.translate("PartDialog", "&Note"), self.note)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)

    def answer(self) -> tuple[str, Decimal | None, str]:
        """Part, share and note."""
        return self.part.text().strip(), read_decimal(self.share.text()), self.note.text().strip()

    def _settle(self) -> None:
        text = self.share.text().strip()
        is_read = not text or read_decimal(text) is not None
        self.told.setText("" if is_read else QCoreApplication.translate("PartDialog", "The share is no number."))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(is_read)


class LinkDialog(ByKeyboard, QDialog):
    """Chooses what a place shall serve: a unit, one of its indicators, and the part it takes."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        units: Sequence[AgreementLine],
        child: TreeLine,
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words, self.year = desk, lane, words, year
        self.child = child
        self._is_read = False
        self.setWindowTitle(QCoreApplication.translate("LinkDialog", "Link to a result above"))
        self.resize(680, 520)
        what = look.strong(QLabel(child.text, self))
        what.setWordWrap(True)
        self.unit = UnitChoice(words, self)
        self.unit.retranslate()
        self.unit.show_units(units)
        self.unit.chosen.connect(lambda _: self._read())
        self.tops = QListWidget(self)
        self.tops.setWordWrap(True)
        self.tops.setAccessibleName(QCoreApplication.translate("LinkDialog", "Indicators of that unit"))
        self.tops.currentRowChanged.connect(lambda _: self._settle())
        self.method = QComboBox(self)
        self.method.addItem(QCoreApplication.translate("LinkDialog", "as chosen before"), None)
        for method in CascadeMethod:
            self.method.addItem(words.messages.label_of(method), method)
        self.part = QLineEdit(self)
        self.share = QLineEdit(self)
        self.share.textChanged.connect(self._settle)
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("LinkDialog", "&Unit"), self.unit)
        form.addRow(QCoreApplication.translate("LinkDialog", "&Indicator above"), self.tops)
        form.addRow(QCoreApplication.translate("LinkDialog", "&Handed down"), self.method)
        form.addRow(QCoreApplication.translate("LinkDialog", "&Aspect, area, service or output"), self.part)
        form.addRow(QCoreApplication.translate("LinkDialog", "&Share of the target"), self.share)
        self.told = look.colour(QLabel(self), look.asks())
        self.told.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(QCoreApplication.translate("LinkDialog", "Link"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(what)
        layout.addLayout(form, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)
        self._settle()
        self._read()

    def answer(self) -> tuple[str, CascadeMethod | None, str, Decimal | None]:
        """The node above, the method when it was chosen here, part and share."""
        item = self.tops.currentItem()
        method = self.method.currentData()
        return (
            str(item.data(_NODE)) if item is not None else "",
            CascadeMethod(method) if method is not None else None,
            self.part.text().strip(),
            read_decimal(self.share.text()),
        )

    def _read(self) -> None:
        unit_id = self.unit.unit_id
        if not unit_id:
            return
        read: Callable[..., tuple[TreeLine, ...]] = lambda step: self.desk.planning.cascade.top(unit_id, self.year)  # noqa: E731
        self.lane.ask(read, self._show, key="link.tops")

    def _show(self, lines: tuple[TreeLine, ...]) -> None:
        self._is_read = True
        self.tops.clear()
        for line in lines:
            if line.node == self.child.node:
                continue
            item = QListWidgetItem(f"{line.text} ({line.target})" if line.target else line.text)
            item.setData(_NODE, line.node)
            self.tops.addItem(item)
        if self.tops.count():
            self.tops.setCurrentRow(0)
        self._settle()

    def _settle(self) -> None:
        text = self.share.text().strip()
        is_read = not text or read_decimal(text) is not None
        has_top = self.tops.currentItem() is not None
        told = ""
        if not has_top and self._is_read:
            told = QCoreApplication.translate("LinkDialog", "That unit has no indicators yet. Choose another unit.")
        elif not is_read:
            told = QCoreApplication.translate("LinkDialog", "The share is no number.")
        self.told.setText(told)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(has_top and is_read)
