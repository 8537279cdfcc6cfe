"""The keys of every grid, declared once: shown in the list of keys, found by the palette, and told to the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from meritdesk.ui.actions import page_action
from meritdesk.ui.own_keys import KeySheet, some

COMMANDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "undo": (str(QT_TRANSLATE_NOOP("Grid", "Undo in the grid")), ("Ctrl+Z",)),
    "redo": (str(QT_TRANSLATE_NOOP("Grid", "Do again in the grid")), ("Ctrl+Y", "Ctrl+Shift+Z")),
    "copy": (str(QT_TRANSLATE_NOOP("Grid", "Copy the block")), ("Ctrl+C",)),
    "cut": (str(QT_TRANSLATE_NOOP("Grid", "Cut the block")), ("Ctrl+X",)),
    "paste": (str(QT_TRANSLATE_NOOP("Grid", "Paste a block")), ("Ctrl+V",)),
    "fill_down": (str(QT_TRANSLATE_NOOP("Grid", "Fill down")), ("Ctrl+D",)),
    "fill_right": (str(QT_TRANSLATE_NOOP("Grid", "Fill to the right")), ("Ctrl+R",)),
    "clear": (str(QT_TRANSLATE_NOOP("Grid", "Clear the block")), ("Del",)),
    "find": (str(QT_TRANSLATE_NOOP("Grid", "Find in the grid, next place")), ("F3",)),
    "red": (str(QT_TRANSLATE_NOOP("Grid", "Go to the next red cell")), ("F8",)),
    "column": (str(QT_TRANSLATE_NOOP("Grid", "Select the column")), ("Ctrl+Space",)),
    "row": (str(QT_TRANSLATE_NOOP("Grid", "Select the row")), ("Shift+Space",)),
}
"""The name, English words and keys of what a grid can do beside moving and typing."""

OWN = KeySheet(
    str(QT_TRANSLATE_NOOP("OwnKeys", "In the grid")),
    (
        some("↑ ↓ ← →", "Up Down Left Right", str(QT_TRANSLATE_NOOP("OwnKeys", "To the cell beside"))),
        some(
            "PgUp PgDown", "PgUp PgDown Ctrl+PgUp Ctrl+PgDown", str(QT_TRANSLATE_NOOP("OwnKeys", "A page up or down"))
        ),
        some(
            "Ctrl+↑ ↓ ← →",
            "Ctrl+Up Ctrl+Down Ctrl+Left Ctrl+Right",
            str(QT_TRANSLATE_NOOP("OwnKeys", "To the last filled cell in that direction")),
        ),
        some(
            "Shift+↑ ↓ ← →",
            "Shift+Up Shift+Down Shift+Left Shift+Right Shift+PgUp Shift+PgDown Shift+Home Shift+End",
            str(QT_TRANSLATE_NOOP("OwnKeys", "Select a block on the way")),
        ),
        some("Home End", "Home End", str(QT_TRANSLATE_NOOP("OwnKeys", "To the first or last cell of the row"))),
        some(
            "Ctrl+Home Ctrl+End",
            "Ctrl+Home Ctrl+End",
            str(QT_TRANSLATE_NOOP("OwnKeys", "To the first or last cell of the grid")),
        ),
        some("Enter", "Return Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "Take over and go down; inside a block round"))),
        some("Shift+Enter", "Shift+Return Shift+Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "Take over and go up"))),
        some(
            "Tab Shift+Tab",
            "Tab Shift+Tab",
            str(QT_TRANSLATE_NOOP("OwnKeys", "To the next or previous open cell; past the last one out of the grid")),
        ),
        some("F2", "F2 Shift+F2 Ctrl+F2", str(QT_TRANSLATE_NOOP("OwnKeys", "Go on with what stands in the cell"))),
        some(
            "A-Z 0-9",
            "Space",
            str(QT_TRANSLATE_NOOP("OwnKeys", "Typing replaces the cell; a sign for all fills the block")),
        ),
        some(
            "Alt+Enter",
            "",
            str(QT_TRANSLATE_NOOP("OwnKeys", "A new line while typing, where a cell holds several")),
        ),
        some("Esc", "Esc", str(QT_TRANSLATE_NOOP("OwnKeys", "Leave typing; in a red cell take back what was typed"))),
        some("Backspace", "Backspace", str(QT_TRANSLATE_NOOP("OwnKeys", "Clear the cells"))),
        some("Ctrl+A", "Ctrl+A", str(QT_TRANSLATE_NOOP("OwnKeys", "Select all cells"))),
        some("Ctrl+F", "Ctrl+F", str(QT_TRANSLATE_NOOP("OwnKeys", "Find in the grid"))),
    ),
)
"""What a grid takes without a command."""

_ALSO: Mapping[str, str] = {"Backspace": "clear", "Ctrl+F": "find_begin", "Ctrl+A": "select_all"}
"""Keys that a grid takes while it has the focus and that mean more elsewhere on the page, so they are not declared."""


def _combined(key: str) -> int:
    return int(QKeySequence(key)[0].toCombined())  # type: ignore[index]


_NAMES = {_combined(key): name for name, (_, pressed) in COMMANDS.items() for key in pressed}
_NAMES.update({_combined(key): name for key, name in _ALSO.items()})


def declare(grid: QWidget, deeds: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The commands of a grid as actions; their keys work while the keyboard is in the grid."""
    actions = {}
    for name, (_, pressed) in COMMANDS.items():
        actions[name] = page_action(grid, f"grid_{name}", *pressed)
        actions[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        actions[name].triggered.connect(lambda _=False, deed=deeds[name]: deed())
    return actions


def say(actions: Mapping[str, QAction]) -> None:
    """Put the words of the current language on the commands."""
    for name, action in actions.items():
        action.setText(QCoreApplication.translate("Grid", COMMANDS[name][0]))


def name_of(event: QKeyEvent) -> str:
    """Which command a key means in a grid; ``find_begin`` and ``select_all`` among them, empty for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _NAMES.get(int(modifiers.value) | int(event.key()), "")
