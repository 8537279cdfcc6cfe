"""The fields of a record in the editor: each shape of a part as one widget that reads and shows a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from meritdesk.core.guidance import Competency, CompetencyScore
from meritdesk.ui import look
from meritdesk.ui.cell_table import CellTable
from meritdesk.ui.day_field import DayField
from meritdesk.ui.execution.record_parts import Part, Shape
from meritdesk.ui.wording import Words

_EMPTY_ROWS = 3
_MOST_ROWS = 100
_TECHNICAL_ROWS = 4
_HEADING_HEIGHT = 58
_NO_DAY = date(2010, 12, 31)  # stands for none, since nobody kept such a record then


class Field(Protocol):
    """One field of the editor."""

    @property
    def widget(self) -> QWidget: ...
    def value(self) -> object: ...
    def show(self, value: object) -> None: ...


def field_of(part: Part, words: Words, proofs: Sequence[tuple[str, str]], parent: QWidget) -> Field:
    """The field for a part; ``proofs`` are id and words of the feedback that may prove a problem."""
    if part.shape is Shape.ROWS:
        return RowsField(part, words, parent)
    if part.shape is Shape.SCORES:
        return ScoresField(part, words, parent)
    if part.shape is Shape.PROOFS:
        return ProofsField(proofs, parent)
    makers: Mapping[Shape, Callable[[QWidget], Field]] = {
        Shape.TEXT: TextField,
        Shape.LINE: LineField,
        Shape.FLAG: FlagField,
        Shape.CHOICE: ChoiceField,
        Shape.DAY: OptionalDay,
    }
    return makers[part.shape](parent)


class TextField:
    """A long text."""

    def __init__(self, parent: QWidget) -> None:
        self.widget = self._box = QPlainTextEdit(parent)
        self._box.setTabChangesFocus(True)
        self._box.setFixedHeight(look.in_letters(62))

    def value(self) -> str:
        return self._box.toPlainText().strip()

    def show(self, value: object) -> None:
        self._box.setPlainText(str(value))


class LineField:
    """A short text."""

    def __init__(self, parent: QWidget) -> None:
        self.widget = self._box = QLineEdit(parent)

    def value(self) -> str:
        return self._box.text().strip()

    def show(self, value: object) -> None:
        self._box.setText(str(value))


class FlagField:
    """Yes or no."""

    def __init__(self, parent: QWidget) -> None:
        self.widget = self._box = QCheckBox(QCoreApplication.translate("RecordFields", "yes"), parent)

    def value(self) -> bool:
        return self._box.isChecked()

    def show(self, value: object) -> None:
        self._box.setChecked(bool(value))


class ChoiceField:
    """Yes, no, or not answered."""

    def __init__(self, parent: QWidget) -> None:
        self.widget = self._box = QComboBox(parent)
        self._box.addItems(
            [
                QCoreApplication.translate("RecordFields", "not answered"),
                QCoreApplication.translate("RecordFields", "yes"),
                QCoreApplication.translate("RecordFields", "no"),
            ]
        )

    def value(self) -> bool | None:
        return (None, True, False)[self._box.currentIndex()]

    def show(self, value: object) -> None:
        self._box.setCurrentIndex(0 if value is None else 1 if value else 2)


class OptionalDay:
    """A day, or none: the first day that the box can show stands for none."""

    def __init__(self, parent: QWidget) -> None:
        self.widget = self._box = DayField(_NO_DAY, parent)
        self._box.setMinimumDate(QDate(_NO_DAY.year, _NO_DAY.month, _NO_DAY.day))
        self._box.setSpecialValueText(QCoreApplication.translate("RecordFields", "not yet"))

    def value(self) -> date | None:
        return None if self._box.day == _NO_DAY else self._box.day

    def show(self, value: object) -> None:
        self._box.show_day(value if isinstance(value, date) else _NO_DAY)


class RowsField:
    """Lines of a table; an empty line is left out, and there is always one more to write in."""

    def __init__(self, part: Part, words: Words, parent: QWidget) -> None:
        self._part = part
        self.widget = self._box = _table(part, _EMPTY_ROWS, words, parent)
        self._box.grows_to, self._box.add_row = _MOST_ROWS, self._add_row
        self._box.itemChanged.connect(lambda _: self._grow())
        self.show(())

    def value(self) -> tuple[object, ...]:
        rows = []
        assert self._part.row is not None
        for row in range(self._box.rowCount()):
            told: dict[str, object] = {}
            for column, (name, _) in enumerate(self._part.columns):
                item = self._box.item(row, column)
                is_flag = name in self._part.flags
                checked = item is not None and item.checkState() is Qt.CheckState.Checked
                told[name] = checked if is_flag else (item.text().strip() if item is not None else "")
            if any(value for name, value in told.items() if name not in self._part.flags):
                rows.append(self._part.row(**told))
        return tuple(rows)

    def show(self, value: object) -> None:
        rows = value if isinstance(value, tuple) else ()
        self._box.blockSignals(True)
        self._box.setRowCount(max(len(rows) + 1, _EMPTY_ROWS))
        for row in range(self._box.rowCount()):
            for column, (name, _) in enumerate(self._part.columns):
                told = getattr(rows[row], name) if row < len(rows) else ""
                self._box.setItem(row, column, _cell(told, name in self._part.flags))
        self._box.blockSignals(False)

    def _grow(self) -> None:
        last = self._box.rowCount() - 1
        if any(self._box.item(last, column) and self._box.item(last, column).text() for column in range(1)):  # type: ignore[union-attr]
            self._add_row()

    def _add_row(self) -> None:
        row = self._box.rowCount()
        self._box.blockSignals(True)
        self._box.setRowCount(row + 1)
        for column, (name, _) in enumerate(self._part.columns):
            self._box.setItem(row, column, _cell("", name in self._part.flags))
        self._box.blockSignals(False)


class ScoresField:
    """The competencies of B.1.9 with a score each, and lines for technical ones."""

    def __init__(self, part: Part, words: Words, parent: QWidget) -> None:
        self.widget = self._box = _table(part, len(Competency) + _TECHNICAL_ROWS, words, parent)
        self._messages = words.messages
        self._box.setFixedHeight(8 * look.in_letters(look.ROW_HEIGHT))
        self._box.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._box.setColumnWidth(0, look.in_letters(240))
        self._box.setColumnWidth(1, look.in_letters(84))
        self._box.horizontalHeader().setStretchLastSection(True)
        self.show(())

    def value(self) -> tuple[CompetencyScore, ...]:
        scores = []
        fixed = list(Competency)
        for row in range(self._box.rowCount()):
            name, score, reason = (self._box.item(row, column) for column in range(3))
            figure = score.text().strip() if score is not None else ""
            if not figure:
                continue
            number = int(figure) if figure.isdecimal() and len(figure) < 4 else 0
            told = reason.text().strip() if reason is not None else ""
            if row < len(fixed):
                scores.append(CompetencyScore(number, told, fixed[row]))
            else:
                scores.append(CompetencyScore(number, told, None, name.text().strip() if name is not None else ""))
        return tuple(scores)

    def show(self, value: object) -> None:
        given = [one for one in value if isinstance(one, CompetencyScore)] if isinstance(value, tuple) else []
        fixed = {one.competency: one for one in given if one.competency is not None}
        technical = [one for one in given if one.competency is None]
        self._box.setRowCount(len(Competency) + max(_TECHNICAL_ROWS, len(technical) + 1))
        for row, competency in enumerate(Competency):
            name = QTableWidgetItem(self._messages.label_of(competency))
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._box.setItem(row, 0, name)
            one = fixed.get(competency)
            self._box.setItem(row, 1, QTableWidgetItem(str(one.score) if one else ""))
            self._box.setItem(row, 2, QTableWidgetItem(one.reason if one else ""))
        for place in range(self._box.rowCount() - len(Competency)):
            one = technical[place] if place < len(technical) else None
            for column, told in enumerate((one.technical, str(one.score), one.reason) if one else ("", "", "")):
                self._box.setItem(len(Competency) + place, column, QTableWidgetItem(told))


class ProofsField:
    """The feedback entries that prove a behaviour problem, each to be ticked."""

    def __init__(self, proofs: Sequence[tuple[str, str]], parent: QWidget) -> None:
        self.widget = self._box = QListWidget(parent)
        self._box.setFixedHeight(look.in_letters(84))
        for entry_id, said in proofs:
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, entry_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._box.addItem(item)
        if not proofs:
            empty = QListWidgetItem(
                QCoreApplication.translate("RecordFields", "No feedback on this person yet: write it in the log first.")
            )
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self._box.addItem(empty)

    def value(self) -> tuple[str, ...]:
        items = [self._box.item(row) for row in range(self._box.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def show(self, value: object) -> None:
        wanted = value if isinstance(value, tuple) else ()
        for row in range(self._box.count()):
            item = self._box.item(row)
            if item.data(Qt.ItemDataRole.UserRole):
                is_in = item.data(Qt.ItemDataRole.UserRole) in wanted
                item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)


def _table(part: Part, rows: int, words: Words, parent: QWidget) -> CellTable:
    table = CellTable(rows, len(part.columns), words, parent)
    look.tidy(table)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectItems)
    table.setShowGrid(True)
    table.setHorizontalHeaderLabels(list(part.headings()))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    header.setDefaultAlignment(Qt.AlignmentFlag(left | Qt.TextFlag.TextWordWrap))
    header.setFixedHeight(look.in_letters(_HEADING_HEIGHT))
    table.setFixedHeight(look.in_letters(_EMPTY_ROWS * look.ROW_HEIGHT + _HEADING_HEIGHT) + 12)
    return table


def _cell(told: object, is_flag: bool) -> QTableWidgetItem:
    if not is_flag:
        return QTableWidgetItem(str(told))
    item = QTableWidgetItem(QCoreApplication.translate("RecordFields", "yes"))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(Qt.CheckState.Checked if told else Qt.CheckState.Unchecked)
    return item
