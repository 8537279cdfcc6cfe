"""A clerk without a mouse: keys go to whatever has the keyboard, one after the other, also while a dialog runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from meritdesk.ui.background import Lane
from meritdesk.ui.slices import is_any_at_work

TICK_MILLISECONDS = 10
PATIENCE_SECONDS = 40.0
MOST_TABS = 200
MOST_RETURNS = 4


@dataclass(frozen=True)
class Text:
    """Letters typed one by one."""

    letters: str


Step = str | Text | Callable[[], object]
Script = Iterator[Step]


class Stuck(AssertionError):
    """What was waited for did not come."""


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    found = found or QApplication.activeModalWidget() or QApplication.activeWindow()
    assert found is not None, "nothing has the keyboard"
    return found


def give_back() -> None:
    """What a real screen does when a dialog goes: the window below becomes the active one."""
    modal = QApplication.activeModalWidget()
    if modal is not None and not modal.isActiveWindow():
        modal.activateWindow()
    elif QApplication.activeWindow() is None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow() and window.windowType() == Qt.WindowType.Window:
                window.activateWindow()


def name_of(widget: QWidget | None) -> str:
    """What a screen reader calls it."""
    said = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    return (said.text(QAccessible.Text.Name) if said is not None else "").replace("&", "")


def dialog_named(kind: str) -> Callable[[], bool]:
    """Whether a dialog of this class is in front."""
    return lambda: type(QApplication.activeModalWidget() or QApplication.activeWindow()).__name__ == kind


def to(name: str) -> Script:
    """Go on with Tab until what has the keyboard is called so."""
    met = []
    for _ in range(MOST_TABS):
        here = name_of(QApplication.focusWidget())
        if here.startswith(name):
            return
        met.append(here)
        yield "Tab"
    raise Stuck(f"Tab does not lead to {name!r}, only to {met}")


def play(lane: Lane, script: Script) -> None:
    """Let the steps happen. A text in quotes is a key, a function is waited for until it says yes.

    No key is struck before the page is whole: a clerk, too, types into what she sees.
    """
    loop = QEventLoop()
    wanted: list[Callable[[], object]] = []
    since = time.monotonic()
    raised: list[BaseException] = []
    resting = 0

    def strike(step: str | Text) -> None:
        try:
            target = focused()
            if isinstance(step, Text):
                QTest.keyClicks(target, step.letters)
            else:
                QTest.keySequence(target, QKeySequence(step))
        except BaseException as error:  # noqa: BLE001 - carried out of the event loop
            raised.append(error)

    def tick() -> None:
        nonlocal since, resting
        if raised:
            modal = QApplication.activeModalWidget()
            if modal is None:
                loop.quit()
            else:
                modal.close()  # one that runs a loop of its own would keep ours from ever ending
            return
        if time.monotonic() - since > PATIENCE_SECONDS:
            raised.append(Stuck(f"waited in vain; {type(focused()).__name__} {name_of(focused())!r} has the keyboard"))
            return
        if wanted:
            if not wanted[0]():
                return
            wanted.clear()
        is_resting = lane.is_idle and not is_any_at_work()
        if not is_resting or resting < 2:
            resting = resting + 1 if is_resting else 0
            return
        resting, since = 0, time.monotonic()
        give_back()
        try:
            step = next(script)
        except StopIteration:
            loop.quit()
            return
        except BaseException as error:  # noqa: BLE001 - as above
            raised.append(error)
            return
        if callable(step):
            wanted.append(step)
        else:
            QTimer.singleShot(0, lambda: strike(step))

    timer = QTimer()
    timer.setInterval(TICK_MILLISECONDS)
    timer.timeout.connect(tick)
    timer.start()
    loop.exec()
    timer.stop()
    if raised:
        raise raised[0]


def path_given(path: Path) -> Script:
    """Type a path into the file dialog that is open and take it.

    What Qt offers while one types takes a Return when its list comes up late, and may lead into a folder on the way:
    whoever sees that types the path once more.
    """
    is_open = dialog_named("QFileDialog")
    yield is_open
    for _ in range(MOST_TABS):
        if isinstance(QApplication.focusWidget(), QLineEdit):
            break
        yield "Tab"  # with many files at hand the list has the keyboard first
    for _ in range(MOST_RETURNS):
        if QApplication.activePopupWidget() is not None:
            yield "Escape"
        yield "Ctrl+A"
        yield Text(str(path))
        if QApplication.activePopupWidget() is not None:
            yield "Escape"
        yield "Return"
        pressed = time.monotonic()
        yield lambda pressed=pressed: not is_open() or time.monotonic() - pressed > 1
        if not is_open():
            return
    yield lambda: not is_open()


def no_dialog() -> bool:
    """Whether the window itself is in front again."""
    return QApplication.activeModalWidget() is None and not isinstance(QApplication.activeWindow(), QDialog)
