"""The window's front door: application, language, look, the store, and the last net for our own mistakes."""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QWidget

from meritdesk.bootstrap import open_desk
from meritdesk.core.access import Role
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.services import Desk
from meritdesk.ui.application import whole_application
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.first_run.door import Door, first_wish
from meritdesk.ui.first_run.wishes import Wish
from meritdesk.ui.guard.keeper_dialog import keep_accounts
from meritdesk.ui.help.help_desk import HelpDesk
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.notices import BugCatcher
from meritdesk.ui.opening import show_first
from meritdesk.ui.second_start import FirstStart, come_to_the_front
from meritdesk.ui.turns import watch_if_asked
from meritdesk.ui.warming import AFTER_MS, warm_first_room, warm_up
from meritdesk.ui.wording import Words

PASSPHRASE_FILE = "MERITDESK_PASSPHRASE_FILE"


def run(
    store: Path | None,
    language: str,
    opening: QWidget | None = None,
    arriving: Path | None = None,
    as_viewer: bool = False,
    first: FirstStart | None = None,
) -> int:
    """Open the window; asks at the front door for what is not given. The answer is the exit code.

    A window that is left for the door (restore, practice, another store) comes back through it. ``opening`` is the
    frame that stood there meanwhile; it goes when the window stands. ``arriving`` is a package to look into first.
    ``first`` hears of later starts of the program, which show this window instead (F15).
    """
    application = whole_application()
    words = Words(str(QSettings().value("language", language)) if language == "id" else language)
    catcher = BugCatcher(words)
    sys.excepthook = catcher.hook
    # What goes wrong beside the window's own course names nobody either, and is shown like everything else.
    threading.excepthook = sys.unraisablehook = catcher.beside
    wish: Wish | None = replace(first_wish(store), as_viewer=as_viewer)
    first = first or FirstStart()
    first.shown.connect(come_to_the_front)
    warm_first_room()
    code = 0
    while wish is not None:
        helping = HelpDesk(words)  # F1 at the door; the window brings its own
        lane = Lane()
        lane.broke.connect(catcher.show_bug)
        try:
            door = Door(lane, words, _opener, lambda lane=lane: rest(lane))  # type: ignore[misc]
            desk = door.enter(_with_passphrase(wish))
            helping.close_all()
            if desk is None:
                return code
            if desk.upkeep.accounts.role is Role.KEEPER:
                if opening is not None:
                    opening.close()
                keep_accounts(desk, lane, words)
                wish = replace(door.wish, fault=UsageRefusal("ACC-104")) if door.wish is not None else None
                continue
            lane.broke.disconnect(catcher.show_bug)
            window = MainWindow(desk, lane, words)
            catcher.parent_window = window
            if door.wish is not None:
                window.begin_with(door.wish)
                first.keep(door.wish.folder)
            asking = first.file_wanted.connect(window.ask_file)
            window.arriving, arriving = arriving, None
            show_first(window)
            if opening is not None:
                opening.close()
            window.start()
            window.leaving.begin()
            watch_if_asked(window)
            QTimer.singleShot(AFTER_MS, window, warm_up)
            code = application.exec()
            wish, catcher.parent_window = window.left_for, None
            first.file_wanted.disconnect(asking)
            window.deleteLater()
        finally:
            lane.stop()
    return code


def first_paint(store: Path, passphrase: str, started: float, opening: QWidget) -> dict[str, float]:
    """For the benchmark: seconds from ``started`` until the window stands, and until the staff list shows people."""
    application = whole_application()
    words = Words("id")
    warm_first_room()
    lane = Lane()
    opened: list[Desk] = []
    lane.open(lambda: open_desk(store, passphrase), opened.append)
    rest(lane)
    window = MainWindow(opened[0], lane, words)
    window.show()
    opening.close()
    application.processEvents()
    moments = {"window": round(time.perf_counter() - started, 3)}
    window.start()
    rest(lane)
    moments["overview"] = round(time.perf_counter() - started, 3)
    window.go("register")
    rest(lane)
    application.processEvents()
    moments["staff_list"] = round(time.perf_counter() - started, 3)
    window.close()
    return moments


def _with_passphrase(wish: Wish) -> Wish:
    """A named store opens at once where a passphrase file is named; one that cannot be read leads to the dialog."""
    named = os.environ.get(PASSPHRASE_FILE, "")
    if wish.folder is None or not named or wish.passphrase or wish.recovery_key or wish.fault is not None:
        return wish
    try:
        return replace(wish, passphrase=_first_line(Path(named)))
    except FileRefusal as refusal:
        return replace(wish, fault=refusal)


def _opener(
    folder: Path, passphrase: str, recovery_key: str, account: str = "", as_viewer: bool = False
) -> AbstractContextManager[Desk]:
    return open_desk(folder, passphrase, recovery_key=recovery_key, account=account, as_viewer=as_viewer)


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise FileRefusal("UI-904", file=path.name) from error
