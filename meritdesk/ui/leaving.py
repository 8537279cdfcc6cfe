"""Before the window goes, and after each hand-over: a backup of what changed, without anybody thinking of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer

from meritdesk.core.journal import Changes
from meritdesk.services.changes import Step
from meritdesk.services.upkeep.keeping import Condition, Kept
from meritdesk.ui.background import Job
from meritdesk.ui.notices import refusal_box

if TYPE_CHECKING:
    from meritdesk.ui.main_window import MainWindow

SECOND_PLACE = "backup-folder-second"
HANDED_OVER = "ledger"
"""What a write touches when a file went out or came in."""

SOON_MILLISECONDS = 5_000
NOTED = frozenset({"settings"})


class Leaving(QObject):
    """Sees to the backups that nobody asked for. It sleeps until ``begin``: a window for a picture makes none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_awake = False
        self._is_done = False
        self._refused: Exception | None = None
        # Sixty files of a whole province are received one after the other: one backup follows the last.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(lambda: self._ask("handed-over"))

    def begin(self) -> None:
        """From now on the data are kept; what whoever opens them should hear is asked for first."""
        self._is_awake = True
        self._window.lane.ask(lambda step: self._window.desk.upkeep.keeping.condition(), self._tell)

    def hear(self, changes: Changes) -> None:
        """After a hand-over the state that was handed over is kept."""
        if self._is_awake and HANDED_OVER in changes.nouns:
            self._soon.start()

    def may_go(self) -> bool:
        """True when everything is kept; otherwise the backup is begun, and the window closes when it has ended."""
        if not self._is_awake or self._is_done:
            return True
        desk = self._window.desk

        def ask(is_due: bool) -> None:
            if is_due:
                said = QCoreApplication.translate("Leaving", "A backup is made, then the window closes.")
                self._window.notice.say(said)
                self._ask("leaving").ended.connect(self._go)
            else:
                self._go()

        self._window.lane.ask(lambda step: desk.upkeep.keeping.is_due(), ask, lambda _: self._go(), key="leaving-asks")
        return False

    def _ask(self, key: str) -> Job:
        desk = self._window.desk
        chosen = str(QSettings().value(SECOND_PLACE, "") or "")

        def work(step: Step) -> Kept | None:
            keeping = desk.upkeep.keeping
            return keeping.keep(step, Path(chosen) if chosen else None) if keeping.is_due() else None

        title = QCoreApplication.translate("Leaving", "Keeping a backup")
        return self._window.lane.ask(work, None, self._note, title, shows_progress=True, key=key, touches=NOTED)

    def _note(self, error: Exception) -> None:
        box = refusal_box(self._window, self._window.words, error)
        box.open()
        self._refused = error
        box.finished.connect(lambda _: self._understood())

    def _understood(self) -> None:
        self._refused = None
        if self._is_done:
            self._window.close()

    def _go(self) -> None:
        self._is_done = True
        # What could not be kept is read first; the window goes when that was understood.
        if self._refused is None:
            self._window.close()

    def _tell(self, condition: Condition) -> None:
        translate = QCoreApplication.translate
        if condition.is_short_of_room:
            self._window.notice.say(
                translate("Leaving", "The disk is nearly full: make room soon, or the next save may be refused.")
            )
        elif condition.was_cut_off:
            self._window.notice.say(
                translate("Leaving", "Recovered after a power cut or a crash: all that was saved is here.")
            )
