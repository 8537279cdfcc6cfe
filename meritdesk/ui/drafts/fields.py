"""The fields of an editor, found by their names, so that an editor need not say what can be typed in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

import shiboken6
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QWidget,
)

from meritdesk.ui.cell_table import CellTable
from meritdesk.ui.person_field import PersonField

DEEPEST = 5
_BARE = (str, int, float, type(None))
FACT = "@"
"""Names of what is no field but goes with a draft, to find the way back to its editor."""


class Field(Protocol):
    """One field: what stands in it as text, and how that is put back."""

    @property
    def widget(self) -> QWidget: ...
    def read(self) -> str: ...
    def write(self, value: str) -> None: ...
    def on_change(self, deed: Callable[[], None]) -> None: ...


def fields_in(editor: QWidget, leave_out: Collection[str] = (), only: Collection[str] = ()) -> dict[str, Field]:
    """Everything that can be typed or chosen in an editor, by the names its parts have there.

    Passwords are never among them, nor what is only shown. ``only`` names the parts of a large page in which it is
    sought. An editor whose parts come and go while it is typed in names them itself, by ``draft_fields``.
    """
    wanted = _Wanted(frozenset(leave_out), tuple(only))
    found: dict[str, Field] = {}
    seen: set[int] = set()
    for name, part in _parts(editor, editor, "", 0, seen, wanted):
        field = _field(part) if wanted.is_meant(name) else None
        if field is not None:
            found[name] = field
    own = getattr(editor, "draft_fields", None)
    if callable(own):
        found.update((name, field) for name, field in own().items() if wanted.is_meant(name))
    return found


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which names of an editor are looked at."""

    leave_out: frozenset[str]
    only: tuple[str, ...]

    def is_meant(self, name: str) -> bool:
        """Whether a part is one of the named, or within it."""
        return not self.only or any(name == one or name.startswith(f"{one}.") for one in self.only)

    def leads_there(self, name: str) -> bool:
        """Whether a part is meant, or something in it is."""
        if name in self.leave_out:
            return False
        return self.is_meant(name) or any(one.startswith(f"{name}.") for one in self.only)


def words_for(editor: QWidget, name: str, field: Field) -> str:
    """What a field is called on the screen: its label, else its accessible name."""
    for label in editor.findChildren(QLabel):
        if label.buddy() is field.widget and label.text():
            return label.text().replace("&", "").rstrip(": ")
    return field.widget.accessibleName() or field.widget.toolTip() or name


def _parts(
    owner: QWidget, holder: object, path: str, depth: int, seen: set[int], wanted: _Wanted
) -> Iterator[tuple[str, QWidget]]:
    if depth > DEEPEST:
        return
    for name, part in _members(holder):
        whole = f"{path}{name}"
        if isinstance(part, _BARE) or id(part) in seen or not wanted.leads_there(whole):
            continue
        if isinstance(part, QWidget):
            if not shiboken6.isValid(part) or part is owner or not owner.isAncestorOf(part):
                continue
            seen.add(id(part))
            yield whole, part
            if vars(part) if hasattr(part, "__dict__") else False:
                yield from _parts(owner, part, f"{whole}.", depth + 1, seen, wanted)
        elif isinstance(part, (dict, list, tuple)) or isinstance(getattr(part, "widget", None), QWidget):
            seen.add(id(part))
            yield from _parts(owner, part, f"{whole}.", depth + 1, seen, wanted)


def _members(holder: object) -> Iterator[tuple[str, object]]:
    if isinstance(holder, dict):
        for key, part in holder.items():
            yield "/".join(map(str, key)) if isinstance(key, tuple) else str(key), part
    elif isinstance(holder, list | tuple):
        for place, part in enumerate(holder):
            if isinstance(part, QWidget) or not isinstance(part, str | int | float | bool | None):
                yield str(place), part
    else:
        yield from list(vars(holder).items()) if hasattr(holder, "__dict__") else ()


def _field(part: QWidget) -> Field | None:
    if isinstance(part, PersonField):
        return SomebodyField(part)
    if isinstance(part, QLineEdit):
        return LineField(part) if part.echoMode() is QLineEdit.EchoMode.Normal and not part.isReadOnly() else None
    if isinstance(part, QPlainTextEdit | QTextEdit):
        return None if part.isReadOnly() else TextField(part)
    if isinstance(part, QComboBox):
        return ChoiceField(part)
    if isinstance(part, QCheckBox | QRadioButton):
        return TickField(part)
    if isinstance(part, QDateEdit):
        return DayField(part)
    if isinstance(part, QSpinBox):
        return NumberField(part)
    if isinstance(part, QDoubleSpinBox):
        return FigureField(part)
    if isinstance(part, QTableWidget):
        return TableField(part)
    if isinstance(part, QListWidget):
        return TicksField(part)
    return None


class LineField:
    """A short text."""

    def __init__(self, widget: QLineEdit) -> None:
        self.widget = widget

    def read(self) -> str:
        return self.widget.text()

    def write(self, value: str) -> None:
        self.widget.setText(value)

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.textChanged.connect(lambda _: deed())


class SomebodyField:
    """Somebody of the register, kept with what finds him again."""

    def __init__(self, widget: PersonField) -> None:
        self.widget = widget

    def read(self) -> str:
        return self.widget.told()

    def write(self, value: str) -> None:
        self.widget.find_again(value)

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.textChanged.connect(lambda _: deed())


class TextField:
    """A long text."""

    def __init__(self, widget: QPlainTextEdit | QTextEdit) -> None:
        self.widget = widget

    def read(self) -> str:
        return self.widget.toPlainText()

    def write(self, value: str) -> None:
        self.widget.setPlainText(value)
        cursor = self.widget.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.widget.setTextCursor(cursor)

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.textChanged.connect(deed)


class ChoiceField:
    """A choice: by what it stands for where that is a text, else by its words."""

    def __init__(self, widget: QComboBox) -> None:
        self.widget = widget

    def read(self) -> str:
        if self.widget.isEditable():
            return self.widget.currentText()
        return self._said(self.widget.currentIndex())

    def write(self, value: str) -> None:
        if self.widget.isEditable():
            self.widget.setCurrentText(value)
            return
        for index in range(self.widget.count()):
            if self._said(index) == value:
                self.widget.setCurrentIndex(index)
                return

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.currentTextChanged.connect(lambda _: deed())

    def _said(self, index: int) -> str:
        data = self.widget.itemData(index)
        return data if isinstance(data, str) and data else f"#{index}" if data is None else str(data)


class TickField:
    """Yes or no."""

    def __init__(self, widget: QAbstractButton) -> None:
        self.widget = widget

    def read(self) -> str:
        return "1" if self.widget.isChecked() else "0"

    def write(self, value: str) -> None:
        self.widget.setChecked(value == "1")

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.toggled.connect(lambda _: deed())


class DayField:
    """A day."""

    def __init__(self, widget: QDateEdit) -> None:
        self.widget = widget

    def read(self) -> str:
        return str(self.widget.date().toString(Qt.DateFormat.ISODate))

    def write(self, value: str) -> None:
        self.widget.setDate(QDate.fromString(value, Qt.DateFormat.ISODate))

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.dateChanged.connect(lambda _: deed())


class NumberField:
    """A whole number."""

    def __init__(self, widget: QSpinBox) -> None:
        self.widget = widget

    def read(self) -> str:
        return str(self.widget.value())

    def write(self, value: str) -> None:
        if value.lstrip("-").isdecimal():
            self.widget.setValue(int(value))

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.valueChanged.connect(lambda _: deed())


class FigureField:
    """A figure with decimals, kept as the desk writes it and not as one language does."""

    def __init__(self, widget: QDoubleSpinBox) -> None:
        self.widget = widget

    def read(self) -> str:
        return f"{self.widget.value():.{self.widget.decimals()}f}"

    def write(self, value: str) -> None:
        if value.lstrip("-").replace(".", "", 1).isdecimal():
            self.widget.setValue(float(value))

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.valueChanged.connect(lambda _: deed())


class TableField:
    """Rows that are written into a small table."""

    def __init__(self, widget: QTableWidget) -> None:
        self.widget = widget

    def read(self) -> str:
        rows = [[self._cell(row, column) for column in range(self.widget.columnCount())] for row in self._rows()]
        while rows and not any(text or tick for text, tick in rows[-1]):
            rows.pop()
        return json.dumps(rows, ensure_ascii=False)

    def write(self, value: str) -> None:
        rows = json.loads(value or "[]")
        if isinstance(self.widget, CellTable):
            self.widget.make_rows(len(rows))
        else:
            self.widget.setRowCount(max(self.widget.rowCount(), len(rows) + 1))
        for row in self._rows():
            for column in range(self.widget.columnCount()):
                told = rows[row][column] if row < len(rows) and column < len(rows[row]) else ["", ""]
                self._put(row, column, str(told[0]), str(told[1]))

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.itemChanged.connect(lambda _: deed())

    def _rows(self) -> range:
        return range(self.widget.rowCount())

    def _cell(self, row: int, column: int) -> tuple[str, str]:
        within, item = self.widget.cellWidget(row, column), self.widget.item(row, column)
        if isinstance(within, QComboBox):
            return within.currentText(), ""
        if item is None:
            return "", ""
        if _is_ticked(item):
            return "", "1" if item.checkState() is Qt.CheckState.Checked else ""
        return (item.text() if item.flags() & Qt.ItemFlag.ItemIsEditable else ""), ""

    def _put(self, row: int, column: int, text: str, tick: str) -> None:
        within, item = self.widget.cellWidget(row, column), self.widget.item(row, column)
        if isinstance(within, QComboBox):
            within.setCurrentIndex(max(within.findText(text), 0))
        elif item is None:
            if text:
                self.widget.setItem(row, column, QTableWidgetItem(text))
        elif _is_ticked(item):
            item.setCheckState(Qt.CheckState.Checked if tick else Qt.CheckState.Unchecked)
        elif item.flags() & Qt.ItemFlag.ItemIsEditable and item.text() != text:
            item.setText(text)


def _is_ticked(item: QTableWidgetItem) -> bool:
    """Whether a cell is only ticked; Qt lets every cell that is typed into be ticked too."""
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable) and not item.flags() & Qt.ItemFlag.ItemIsEditable


class TicksField:
    """What is ticked in a list."""

    def __init__(self, widget: QListWidget) -> None:
        self.widget = widget

    def read(self) -> str:
        items = [self.widget.item(row) for row in range(self.widget.count())]
        return json.dumps([_name(item) for item in items if item.checkState() is Qt.CheckState.Checked])

    def write(self, value: str) -> None:
        wanted = set(json.loads(value or "[]"))
        for row in range(self.widget.count()):
            item = self.widget.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(Qt.CheckState.Checked if _name(item) in wanted else Qt.CheckState.Unchecked)

    def on_change(self, deed: Callable[[], None]) -> None:
        self.widget.itemChanged.connect(lambda _: deed())


def _name(item: object) -> str:
    data = item.data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined]
    return str(data) if data is not None else str(item.text())  # type: ignore[attr-defined]
