"""The keys of every grid, declared once: shown in the list of keys, found by the palette, and told to the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from meritdesk.ui.actions import page_action

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

_ALSO: Mapping[str, str] = {"Backspace": "clear", "Ctrl+F": "find_begin", "Ctrl+A": "select_all"}
"""Keys that a grid takes while it has the focus and that mean more elsewhere on the page, so they are not declared."""


def _combined(key: str) -> int:
    return int(QKeySequence(key)[0].toCombined())  # type: ignore[index]


_NAMES = {_combined(key): name for name, (_, some) in COMMANDS.items() for key in some}
_NAMES.update({_combined(key): name for key, name in _ALSO.items()})


def declare(grid: QWidget, deeds: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The commands of a grid as actions; their keys work while the keyboard is in the grid."""
    actions = {}
    for name, (_, some) in COMMANDS.items():
        actions[name] = page_action(grid, f"grid_{name}", *some)
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
