"""Greys what whoever sits here may not do, and keeps it grey: buttons, commands, menu entries, fields and grids.

A list whose lines would open such a deed is read as ever; a double click or Enter on a line says who may. Every page
calls ``grey_deeds`` when it is first shown, every dialog too (``ByKeyboard``); none asks for roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from meritdesk.core.access import Action, Actor
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.guard.deeds import is_permitted, needs_of, why_not
from meritdesk.ui.wording import Words

WHY_NOT = "why_not"
"""The property of a greyed control that says why; the palette and whoever else asks reads it there."""

_OURS = "meritdesk.ui."
_ELSEWHERE = ("meritdesk.ui.background", "meritdesk.ui.wording")
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def grey_deeds(owner: QWidget) -> None:
    """Grey what may not be done on a page or in a dialog, once; whose desk it is is found above it."""
    if owner.property("deeds_are_greyed"):
        return
    home = _home_of(owner)
    if home is None:
        return
    owner.setProperty("deeds_are_greyed", True)
    actor: Actor = home.desk.upkeep.accounts.actor  # type: ignore[attr-defined]
    words: Words = home.words  # type: ignore[attr-defined]
    for control, needs in bound(owner):
        if control.property(WHY_NOT) is None and not is_permitted(actor, needs):
            _Greyed(control, actor, needs, words)


def grey_one(control: QWidget, needs: frozenset[Action], actor: Actor, words: Words) -> None:
    """Grey one control whose deed is only known when it is made: the button of a seldom question."""
    if not is_permitted(actor, needs):
        _Greyed(control, actor, needs, words)


def do_or_say(deed: QAction, home: QWidget) -> None:
    """What a line leads to: done, or said why not and who may when it is grey for whoever sits here."""
    why = deed.property(WHY_NOT)
    if why:
        say_why(home, str(why))
    else:
        deed.trigger()


def say_why(home: QWidget, why: str) -> None:
    """Say why something cannot be done: on the line of messages of the page above, else beside the place."""
    above: QWidget | None = home
    while above is not None and not (hasattr(above, "go_to") and hasattr(above, "message")):
        above = above.parentWidget()
    if above is not None:
        above.message.emit(why)
    else:
        QToolTip.showText(home.mapToGlobal(QPoint(0, 0)), why, home)


def is_greyed(control: QObject) -> bool:
    """Whether a control is grey for whoever sits here, whatever is chosen."""
    return bool(control.property(WHY_NOT))


def _home_of(owner: QWidget) -> QWidget | None:
    """The page or window that knows the desk: itself, or the nearest above."""
    home: QWidget | None = owner
    while home is not None and not (hasattr(home, "desk") and hasattr(home, "words")):
        home = home.parentWidget()
    return home


def bound(owner: object) -> Iterator[tuple[QObject, frozenset[Action]]]:
    """The controls of a page and of the panes it is made of, each with what it needs; other pages ask themselves."""
    waiting: list[tuple[object, Mapping[str, frozenset[Action]]]] = [(owner, {})]
    seen = {id(owner)}
    while waiting:
        holder, given = waiting.pop()
        needs = {**needs_of(type(holder)), **given}
        for name, part in _parts(holder):
            if isinstance(part, QObject) and name in needs:
                yield part, needs[name]
            kind = type(part).__module__
            if id(part) in seen or not kind.startswith(_OURS) or kind in _ELSEWHERE or not hasattr(part, "__dict__"):
                continue
            seen.add(id(part))
            if not (isinstance(part, QDialog | QMainWindow) or hasattr(part, "go_to")):
                inside = {key.partition(".")[2]: one for key, one in needs.items() if key.startswith(f"{name}.")}
                waiting.append((part, inside))


def _parts(holder: object) -> Iterator[tuple[str, object]]:
    for name, value in list(vars(holder).items()):
        if isinstance(value, dict):
            yield from ((key, one) for key, one in list(value.items()) if isinstance(key, str))
        else:
            yield name.removeprefix("_"), value
    if isinstance(holder, QWidget):
        yield from ((action.objectName(), action) for action in holder.actions())


def _lines_of(control: QObject) -> QAbstractItemView | None:
    """The view of a list, whose lines can be opened; nothing for a grid, in which one types."""
    view = getattr(control, "view", control)
    return view if isinstance(view, QAbstractItemView) and not isinstance(view, Grid) else None


class _Greyed(QObject):
    """Keeps one control grey, with its reason: a page that offers it again for what is chosen does not get through."""

    def __init__(self, control: QObject, actor: Actor, needs: frozenset[Action], words: Words) -> None:
        super().__init__(control)
        self._control, self._actor, self._needs, self._words = control, actor, needs, words
        self._lines = _lines_of(control)
        if self._lines is not None:
            self._lines.installEventFilter(self)
            self._lines.viewport().installEventFilter(self)
        elif isinstance(control, QAction):
            control.changed.connect(self._hold)
            for place in control.associatedObjects():
                if isinstance(place, QMenu):
                    place.setToolTipsVisible(True)
        else:
            control.installEventFilter(self)
        words.language_changed.connect(self._say)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listens; opening a line whose deed is not this person's is answered here."""
        if self._lines is not None:
            if self._opens(watched, event):
                say_why(self._lines, self._why)
                return True
        elif event.type() in (QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange, QEvent.Type.ReadOnlyChange):
            self._hold()
        return False

    def _opens(self, watched: QObject, event: QEvent) -> bool:
        view = self._lines
        if event.type() == QEvent.Type.MouseButtonDblClick and watched is not view:
            return True
        if not (event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is view):
            return False
        return event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier

    def _say(self) -> None:
        self._why = why_not(self._actor, self._needs, self._words)
        self._control.setProperty(WHY_NOT, self._why)
        self._hold()

    def _hold(self) -> None:
        control = self._control
        if self._lines is not None:
            return
        if isinstance(control, Grid):
            control.table.shut(self._why)
            return
        if isinstance(control, _FIELDS):
            if not control.isReadOnly():
                control.setReadOnly(True)
        elif isinstance(control, QAction | QWidget) and control.isEnabled():
            control.setEnabled(False)
        if isinstance(control, QAction | QWidget) and control.toolTip() != self._why:
            control.setToolTip(self._why)
