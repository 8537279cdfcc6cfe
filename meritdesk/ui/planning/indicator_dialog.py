"""One indicator of a unit's agreement: wording, target, trajectory by period and action plan, entered in one place."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.agreement import (
    Accumulation,
    ActionItem,
    AgreementIndicator,
    MeasureGroup,
    TrajectoryPoint,
    trajectory_faults,
)
from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.periods import Period
from meritdesk.core.plan import Direction, Perspective, Target
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.cell_table import CellTable
from meritdesk.ui.wording import Words

_ITEM_ID = Qt.ItemDataRole.UserRole
_MOST_ITEMS = 100


class IndicatorDialog(ByKeyboard, QDialog):
    """Asks for an indicator; ``Save`` works once it has words and every figure can be read."""

    def __init__(
        self,
        words: Words,
        indicator: AgreementIndicator,
        periods: tuple[Period, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.before = indicator
        self.periods = tuple(period for period in periods if not period.is_annual)
        self.setWindowTitle(QCoreApplication.translate("IndicatorDialog", "Indicator of the performance agreement"))
        self.resize(880, 640)
        self._build()
        self._lay_out()
        self._show(indicator)
        self._settle()

    def _build(self) -> None:
        self.number = QSpinBox(self)
        self.number.setRange(1, 999)
        self.number.setMinimumHeight(look.in_letters(look.ROW_HEIGHT))
        self.number.setAccessibleName(QCoreApplication.translate("IndicatorDialog", "Number of the indicator"))
        self.goal = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look.in_letters(52))
        self.text.textChanged.connect(self._settle)
        self.group = QComboBox(self)
        for group in MeasureGroup:
            self.group.addItem(self.words.messages.label_of(group), group)
        self.low, self.high, self.unit, self.said = (QLineEdit(self) for _ in range(4))
        self.low.setAccessibleName(QCoreApplication.translate("IndicatorDialog", "Target from"))
        self.high.setAccessibleName(QCoreApplication.translate("IndicatorDialog", "Target to"))
        self.unit.setAccessibleName(QCoreApplication.translate("IndicatorDialog", "Unit of the target"))
        for edit in (self.low, self.high):
            edit.setMaximumWidth(look.in_letters(110))
            edit.textChanged.connect(self._settle)
        self.said.setPlaceholderText(QCoreApplication.translate("IndicatorDialog", "as it is printed; may stay empty"))
        self.direction = QComboBox(self)
        for direction in Direction:
            self.direction.addItem(self.words.messages.label_of(direction), direction)
        self.perspective = QComboBox(self)
        self.perspective.addItem("-", None)
        for perspective in Perspective:
            self.perspective.addItem(self.words.messages.label_of(perspective), perspective)
        self.accumulation = QComboBox(self)
        for way in Accumulation:
            self.accumulation.addItem(self.words.messages.label_of(way), way)
        self.accumulation.currentIndexChanged.connect(self._settle)
        self.is_draft = QCheckBox(
            QCoreApplication.translate("IndicatorDialog", "the agreement is still a draft (second week of January)"),
            self,
        )
        self.points = CellTable(1, len(self.periods), self.words, self)
        self.points.setHorizontalHeaderLabels([self.words.period(period) for period in self.periods])
        self.points.verticalHeader().hide()
        self.points.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.points.setFixedHeight(look.in_letters(66))
        self.points.itemChanged.connect(lambda _: self._settle())
        self.points.setAccessibleName(QCoreApplication.translate("IndicatorDialog", "Trajectory by period"))
        self.actions_table = CellTable(0, 5, self.words, self)
        self.actions_table.grows_to, self.actions_table.add_row = _MOST_ITEMS, partial(self._add_item, None)
        self.actions_table.verticalHeader().hide()
        self.actions_table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.actions_table.itemChanged.connect(lambda _: self._settle())
        self.actions_table.setAccessibleName(QCoreApplication.translate("IndicatorDialog", "Items of the action plan"))
        self.actions_table.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("IndicatorDialog", "Period"),
                QCoreApplication.translate("IndicatorDialog", "Item of the action plan"),
                QCoreApplication.translate("IndicatorDialog", "Target"),
                QCoreApplication.translate("IndicatorDialog", "Achieved"),
                QCoreApplication.translate("IndicatorDialog", "Unit"),
            ]
        )
        self.add = QPushButton(QCoreApplication.translate("IndicatorDialog", "&Add an item"), self)
        self.add.clicked.connect(lambda: self._add_item(None))
        self.drop = QPushButton(QCoreApplication.translate("IndicatorDialog", "Take the &item out"), self)
        self.drop.clicked.connect(self._drop_item)
        self.told = look.colour(QLabel(self), look.asks())
        self.told.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        first = QHBoxLayout()
        first.addWidget(self.number)
        first.addWidget(self.group, 1)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "No. and kind"), first)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "&Goal"), self.goal)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "&Indicator"), self.text)
        target = QHBoxLayout()
        target.addWidget(self.low)
        target.addWidget(QLabel("–", self))
        target.addWidget(self.high)
        target.addWidget(self.unit)
        target.addWidget(self.direction)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "Target from, to, unit"), target)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "Target in &words"), self.said)
        kind = QHBoxLayout()
        kind.addWidget(self.perspective)
        kind.addWidget(self.is_draft, 1)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "Perspective"), kind)
        form.addRow(QCoreApplication.translate("IndicatorDialog", "T&rajectory is a"), self.accumulation)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.drop)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.points)
        layout.addWidget(self.actions_table, 1)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)

    def _show(self, indicator: AgreementIndicator) -> None:
        target = indicator.target
        self.number.setValue(indicator.number)
        self.goal.setText(indicator.goal)
        self.text.setPlainText(indicator.text)
        self.group.setCurrentIndex(list(MeasureGroup).index(indicator.group))
        self.low.setText(printed_decimal(target.low) if target.low is not None else "")
        self.high.setText(printed_decimal(target.high) if target.high is not None else "")
        self.unit.setText(target.unit)
        self.said.setText(target.text)
        self.direction.setCurrentIndex(list(Direction).index(target.direction))
        self.perspective.setCurrentIndex(self.perspective.findData(indicator.perspective))
        self.accumulation.setCurrentIndex(list(Accumulation).index(indicator.accumulation))
        self.is_draft.setChecked(indicator.is_draft)
        for place, period in enumerate(self.periods):
            value = indicator.expected_in(period)
            self.points.setItem(0, place, QTableWidgetItem(printed_decimal(value) if value is not None else ""))
        for item in indicator.actions:
            self._add_item(item)

    def answer(self) -> AgreementIndicator:
        """The indicator as it stands in the dialog."""
        low, high = read_decimal(self.low.text()), read_decimal(self.high.text())
        target = Target(
            text=self.said.text().strip(),
            low=low if low is not None else high,
            high=high if high is not None else low,
            unit=self.unit.text().strip(),
            direction=Direction(self.direction.currentData()),
        )
        if not target.text and target.low is not None and target.high is not None:
            figures = printed_decimal(target.low)
            figures = figures if target.low == target.high else f"{figures}-{printed_decimal(target.high)}"
            target = replace(target, text=f"{figures} {target.unit}".strip())
        perspective = self.perspective.currentData()
        # A point of a kind of period that the agency does not use now stays as it was.
        kept = tuple(point for point in self.before.trajectory if point.period not in self.periods)
        points = tuple(
            TrajectoryPoint(period, value)
            for place, period in enumerate(self.periods)
            if (value := read_decimal(self._cell(self.points, 0, place))) is not None
        )
        return replace(
            self.before,
            number=self.number.value(),
            goal=self.goal.text().strip(),
            text=" ".join(self.text.toPlainText().split()),
            target=target,
            group=MeasureGroup(self.group.currentData()),
            perspective=Perspective(perspective) if perspective is not None else None,
            accumulation=Accumulation(self.accumulation.currentData()),
            trajectory=(*kept, *points),
            actions=tuple(self._items()),
            is_draft=self.is_draft.isChecked(),
        )

    def _add_item(self, item: ActionItem | None) -> None:
        row = self.actions_table.rowCount()
        self.actions_table.insertRow(row)
        choice = QComboBox(self.actions_table)
        for period in self.periods:
            choice.addItem(self.words.period(period), period.code)
        if item is not None:
            choice.setCurrentIndex(max(choice.findData(item.period.code), 0))
        self.actions_table.setCellWidget(row, 0, choice)
        text = QTableWidgetItem(item.text if item is not None else "")
        text.setData(_ITEM_ID, item.item_id if item is not None else str(uuid.uuid4()))
        achieved = printed_decimal(item.achieved) if item is not None and item.achieved is not None else ""
        self.actions_table.setItem(row, 1, text)
        self.actions_table.setItem(row, 2, QTableWidgetItem(printed_decimal(item.target) if item is not None else ""))
        self.actions_table.setItem(row, 3, QTableWidgetItem(achieved))
        self.actions_table.setItem(row, 4, QTableWidgetItem(item.unit if item is not None else ""))

    def _drop_item(self) -> None:
        if self.actions_table.currentRow() >= 0:
            self.actions_table.removeRow(self.actions_table.currentRow())
            self._settle()

    def _items(self) -> list[ActionItem]:
        items = []
        for row in range(self.actions_table.rowCount()):
            choice = self.actions_table.cellWidget(row, 0)
            target = read_decimal(self._cell(self.actions_table, row, 2))
            text = self._cell(self.actions_table, row, 1)
            if not isinstance(choice, QComboBox) or target is None or not text:
                continue
            period = next(period for period in self.periods if period.code == choice.currentData())
            achieved = read_decimal(self._cell(self.actions_table, row, 3))
            unit = self._cell(self.actions_table, row, 4)
            named = self.actions_table.item(row, 1)
            item_id = str(named.data(_ITEM_ID)) if named is not None else str(uuid.uuid4())
            items.append(ActionItem(item_id, period, text, target, achieved, unit))
        return items

    def _cell(self, table: QTableWidget, row: int, column: int) -> str:
        item = table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _faults(self) -> list[str]:
        """Why the indicator cannot be saved yet."""
        faults = []
        if not self.text.toPlainText().strip():
            faults.append(QCoreApplication.translate("IndicatorDialog", "The indicator has no words yet."))
        figures = [self.low.text().strip(), self.high.text().strip()]
        figures += [self._cell(self.points, 0, place) for place in range(len(self.periods))]
        for row in range(self.actions_table.rowCount()):
            figures += [self._cell(self.actions_table, row, column) for column in (2, 3)]
            if not self._cell(self.actions_table, row, 1) or not self._cell(self.actions_table, row, 2):
                faults.append(
                    QCoreApplication.translate("IndicatorDialog", "Each item of the plan needs words and a target.")
                )
        unread = [text for text in figures if text and read_decimal(text) is None]
        if unread:
            said = QCoreApplication.translate("IndicatorDialog", "These are no numbers: {texts}")
            faults.append(said.format(texts=", ".join(unread)))
        low, high = read_decimal(figures[0]), read_decimal(figures[1])
        if low is not None and high is not None and low > high:
            faults.append(QCoreApplication.translate("IndicatorDialog", "The target ends below its beginning."))
        return list(dict.fromkeys(faults))

    def _settle(self) -> None:
        faults = self._faults()
        told = list(faults)
        if not faults:
            for fault in trajectory_faults([self.answer()]):
                facts = {
                    "indicator": fault.indicator.text,
                    "reached": printed_decimal(fault.reached),
                    "target": printed_decimal(fault.target),
                }
                told.append(self.words.messages.sentence("PLN-426", facts))
        self.told.setText("\n".join(told))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not faults)
