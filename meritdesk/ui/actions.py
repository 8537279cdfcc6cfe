"""The commands of the window, each declared once with its key; pages declare their own beside their buttons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

ROOMS: tuple[tuple[str, str], ...] = (
    ("overview", str(QT_TRANSLATE_NOOP("Rooms", "Overview"))),
    ("register", str(QT_TRANSLATE_NOOP("Rooms", "Staff"))),
    ("planning", str(QT_TRANSLATE_NOOP("Rooms", "Planning"))),
    ("execution", str(QT_TRANSLATE_NOOP("Rooms", "Execution"))),
    ("teams", str(QT_TRANSLATE_NOOP("Rooms", "Teams"))),
    ("assessment", str(QT_TRANSLATE_NOOP("Rooms", "Assessment"))),
    ("documents", str(QT_TRANSLATE_NOOP("Rooms", "Documents"))),
    ("follow_up", str(QT_TRANSLATE_NOOP("Rooms", "Follow-up"))),
    ("handover", str(QT_TRANSLATE_NOOP("Rooms", "Send and receive"))),
    ("upkeep", str(QT_TRANSLATE_NOOP("Rooms", "Upkeep"))),
)
"""The rooms, in the order of the rail; the place decides the key: Ctrl+1, Ctrl+2 and so on, Ctrl+0 for the tenth."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the window: its name, English words and keys."""

    name: str
    words: str
    keys: tuple[str, ...]


COMMANDS: tuple[Command, ...] = (
    Command("find", str(QT_TRANSLATE_NOOP("Commands", "Find people, rooms and commands")), ("Ctrl+K",)),
    Command("open_file", str(QT_TRANSLATE_NOOP("Commands", "Open a file in the right place...")), ("Ctrl+O",)),
    Command("refresh", str(QT_TRANSLATE_NOOP("Commands", "Show everything anew")), ("F5",)),
    Command("back", str(QT_TRANSLATE_NOOP("Commands", "Back to the previous place")), ("Alt+Left",)),
    Command("forward", str(QT_TRANSLATE_NOOP("Commands", "Forward again")), ("Alt+Right",)),
    Command("period_before", str(QT_TRANSLATE_NOOP("Commands", "Previous year")), ("Ctrl+Alt+Left",)),
    Command("period_after", str(QT_TRANSLATE_NOOP("Commands", "Next year")), ("Ctrl+Alt+Right",)),
    Command("language", str(QT_TRANSLATE_NOOP("Commands", "Switch the language")), ("Ctrl+Shift+L",)),
    Command("look", str(QT_TRANSLATE_NOOP("Commands", "Light or dark look")), ("Ctrl+Shift+D",)),
    Command("undo", str(QT_TRANSLATE_NOOP("Commands", "Take back my last change")), ("Ctrl+Alt+Z",)),
    Command("redo", str(QT_TRANSLATE_NOOP("Commands", "Do again what was taken back")), ("Ctrl+Alt+Y",)),
    Command("drafts", str(QT_TRANSLATE_NOOP("Commands", "Drafts that are not saved")), ("Ctrl+Alt+D",)),
    Command("queue", str(QT_TRANSLATE_NOOP("Commands", "What runs and waits")), ("Ctrl+J",)),
    Command("work_history", str(QT_TRANSLATE_NOOP("Commands", "History of work")), ("Ctrl+Shift+J",)),
    Command("stop_job", str(QT_TRANSLATE_NOOP("Commands", "Stop the running job")), ("Ctrl+.",)),
    Command("keys", str(QT_TRANSLATE_NOOP("Commands", "Show all keys of this page")), ("?",)),
    Command("manual", str(QT_TRANSLATE_NOOP("Commands", "Open the manual at this place")), ("F1",)),
    Command("why", str(QT_TRANSLATE_NOOP("Commands", "Why? What stands behind the marked message")), ("Shift+F1",)),
    Command("glossary", str(QT_TRANSLATE_NOOP("Commands", "Glossary of the law and the office")), ("Ctrl+F1",)),
    Command("lock", str(QT_TRANSLATE_NOOP("Commands", "Lock the window")), ("Ctrl+Alt+L",)),
    Command("quit", str(QT_TRANSLATE_NOOP("Commands", "Close MeritDesk")), ("Ctrl+Q",)),
)


def room_name(room: str) -> str:
    """The words of the rail for a room."""
    return QCoreApplication.translate("Rooms", dict(ROOMS)[room])


def declare(window: QWidget) -> dict[str, QAction]:
    """Make every command of the window as an action, with its keys; words follow with ``say``."""
    actions: dict[str, QAction] = {}
    for place, (room, _) in enumerate(ROOMS, start=1):
        actions[f"room:{room}"] = _action(window, f"room:{room}", (f"Ctrl+{place % 10}",))
    for command in COMMANDS:
        actions[command.name] = _action(window, command.name, command.keys)
    say(actions)
    return actions


def say(actions: dict[str, QAction]) -> None:
    """Put the words of the current language on the actions."""
    for room, _ in ROOMS:
        actions[f"room:{room}"].setText(room_name(room).replace("&", "&&"))
    for command in COMMANDS:
        actions[command.name].setText(QCoreApplication.translate("Commands", command.words))


def page_action(page: QWidget, name: str, *keys: str) -> QAction:
    """An action of one page; its keys work while the keyboard is on that page."""
    action = _action(page, name, keys)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action


def with_keys(places: Iterable[QWidget]) -> tuple[QAction, ...]:
    """All actions of the window and a page that have a key, for the list of keys and the test of uniqueness."""
    return tuple(
        action
        for place in places
        for action in place.actions()
        if not action.shortcut().isEmpty() and (action.text() or action.toolTip())
    )


def words_of(action: QAction) -> str:
    """The words of an action without the marks of its mnemonic: ``Kirim && terima`` is said ``Kirim & terima``."""
    return (action.text() or action.toolTip()).replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_of(action: QAction) -> str:
    """The keys of an action as they stand on the keyboard."""
    return "  ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


def _action(owner: QWidget, name: str, keys: tuple[str, ...]) -> QAction:
    action = QAction(owner)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    owner.addAction(action)
    return action
