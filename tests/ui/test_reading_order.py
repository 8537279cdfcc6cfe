"""Tab follows the eye, whatever was made first and whoever hands the keyboard on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from meritdesk.ui.by_keyboard import ByKeyboard


class Room(ByKeyboard, QDialog):
    """A window whose parts are put into it by each test."""


def named(kind: type[QWidget], name: str, parent: QWidget) -> QWidget:
    part = kind(parent)
    part.setObjectName(name)
    return part


def landings(room: Room, qtbot: QtBot, start: QWidget, steps: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    qtbot.addWidget(room)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    start.setFocus()
    met = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget(), key)
        met.append(QApplication.focusWidget().objectName())
    return met


def test_a_frame_that_hands_the_keyboard_on_leads_nobody_back(qtbot: QtBot) -> None:
    """Made after everything else, such a frame led from the end of Qt's own chain back to its grid, for ever."""
    room = Room()
    search, why, many = (
        named(QLineEdit, "search", room),
        named(QLineEdit, "why", room),
        named(QPushButton, "many", room),
    )
    grid = named(QTextEdit, "grid", room)
    assert isinstance(grid, QTextEdit)
    grid.setTabChangesFocus(True)
    frame = named(QWidget, "frame", room)
    inside = QVBoxLayout(frame)
    inside.addWidget(grid)
    inside.addWidget(many)
    frame.setFocusProxy(grid)
    row = QHBoxLayout(room)
    for part in (search, frame, why):
        row.addWidget(part)
    assert landings(room, qtbot, search, 5) == ["grid", "many", "why", "search", "grid"]
    assert landings(room, qtbot, search, 4, Qt.Key.Key_Backtab) == ["why", "many", "grid", "search"]


def test_one_pane_comes_after_the_other_and_what_is_hidden_is_passed_over(qtbot: QtBot) -> None:
    room = Room()
    panes, leaves = QSplitter(room), QStackedWidget()
    left, form = QWidget(), QWidget()
    low, high = named(QLineEdit, "low", left), named(QLineEdit, "high", left)
    column = QVBoxLayout(left)
    column.addWidget(high)
    column.addWidget(low)
    second, first = named(QLineEdit, "second", form), named(QLineEdit, "first", form)
    rows = QFormLayout(form)
    rows.addRow("Kedua", second)
    rows.insertRow(0, "Pertama", first)
    unseen = named(QLineEdit, "unseen", leaves)
    leaves.addWidget(unseen)
    leaves.addWidget(form)
    leaves.setCurrentWidget(form)
    panes.addWidget(left)
    panes.addWidget(leaves)
    QVBoxLayout(room).addWidget(panes)
    assert landings(room, qtbot, high, 4) == ["low", "first", "second", "high"]


def test_a_scroll_area_stops_tab_only_when_nothing_in_it_does_and_shows_what_has_the_keyboard(qtbot: QtBot) -> None:
    room = Room()
    filled, told = named(QScrollArea, "filled", room), named(QScrollArea, "told", room)
    assert isinstance(filled, QScrollArea) and isinstance(told, QScrollArea)
    long = QWidget()
    column = QVBoxLayout(long)
    fields = [named(QLineEdit, str(number), long) for number in range(30)]
    for field in fields:
        column.addWidget(field)
    filled.setWidget(long)
    told.setWidget(QLabel("Sudah lengkap."))
    whole = QVBoxLayout(room)
    whole.addWidget(filled)
    whole.addWidget(told)
    room.resize(300, 300)
    assert landings(room, qtbot, fields[28], 3) == ["29", "told", "0"]
    assert fields[0].visibleRegion().boundingRect().height() == fields[0].height()


def test_a_text_that_took_the_place_of_an_empty_list_lets_tab_go_on_from_there(qtbot: QtBot) -> None:
    room = Room()
    above, empty, below = named(QLineEdit, "above", room), named(QLabel, "empty", room), named(QLineEdit, "below", room)
    column = QVBoxLayout(room)
    for part in (above, empty, below):
        column.addWidget(part)
    assert landings(room, qtbot, empty, 1) == ["below"]
    assert landings(room, qtbot, empty, 1, Qt.Key.Key_Backtab) == ["above"]


def test_enter_presses_the_button_that_is_marked_and_never_another_one(qtbot: QtBot) -> None:
    """Qt passes Enter on from a button without ``autoDefault`` to the default one: ``Cancel`` would have deleted."""
    room = Room()
    pressed: list[str] = []
    column = QVBoxLayout(room)
    field = named(QLineEdit, "field", room)
    column.addWidget(field)
    for kind, name in ((QPushButton, "delete"), (QPushButton, "cancel"), (QToolButton, "more")):
        button = named(kind, name, room)
        column.addWidget(button)
        button.clicked.connect(lambda _=False, name=name: pressed.append(name))
        if isinstance(button, QPushButton):
            button.setAutoDefault(name == "delete")
            button.setDefault(name == "delete")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for _ in landings(room, qtbot, field, 3)[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert pressed == ["more", "cancel"]
    assert room.isVisible()
