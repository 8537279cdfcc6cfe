"""The lock: at once by key, or when nobody has touched the PC for some minutes, whatever the clock says meanwhile."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from meritdesk.core.accounts import Protection
from meritdesk.core.journal import Changes
from meritdesk.services.upkeep.accounts import WhoWorks
from meritdesk.ui.guard.covers import Covers
from meritdesk.ui.guard.lock_dialog import LockDialog

if TYPE_CHECKING:
    from meritdesk.ui.main_window import MainWindow

LOOK_MILLISECONDS = 5_000
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
                      QEvent.Type.TouchBegin, QEvent.Type.TabletPress})  # fmt: skip


class IdleLock(QObject):
    """Watches for touches of the windows, and covers them all when there are none.

    Only windows that have the keyboard are listened to, not every widget. A PC that slept counts as left alone: of two
    clocks, one of which stands still then, the one that went further counts.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._covers = Covers()
        self.who: WhoWorks | None = None
        self.protection = Protection()
        self.dialog: LockDialog | None = None
        self._touched = (time.monotonic(), time.time())
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MILLISECONDS)
        self._watch.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
        window.lane.changed.connect(self._hear)

    @property
    def is_locked(self) -> bool:
        """Whether the windows are covered."""
        return self.dialog is not None

    def start(self) -> None:
        """Ask who works here and how long may be idled."""
        accounts = self._window.desk.upkeep.accounts
        self._watch.start()
        self._window.lane.ask(
            lambda step: (accounts.who(), accounts.protection()), self._know, lambda _: None, key="idle"
        )

    def look(self) -> None:
        """Lock when nobody has touched anything for the minutes that the agency allows."""
        now, minutes = (time.monotonic(), time.time()), self.protection.idle_minutes
        idle = max(now[0] - self._touched[0], now[1] - self._touched[1])
        if minutes and idle >= 60 * minutes:
            self.lock()

    def lock(self) -> None:
        """Cover everything now; what was typed is kept as drafts, and the lane works on."""
        if self.is_locked or self.who is None:
            return
        window = self._window
        window.session.keep_everything()
        self.dialog = LockDialog(window.desk, window.lane, window.words, self.who.has_accounts)
        self.dialog.unlocked.connect(self.unlock)
        self.dialog.taken_over.connect(self._take_over)
        self._covers.cover_all(self.dialog)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.dialog.show()  # open() would block its parent only, and it has none: keys would reach what is covered
        self.dialog.move(window.frameGeometry().center() - self.dialog.rect().center())

    def unlock(self) -> None:
        """Show everything again."""
        dialog, self.dialog = self.dialog, None
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()
        self._covers.lift()
        self._touch()
        self._window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Touches of a window that is open; while it is locked, windows that open."""
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind in _TOUCHES:
                self._touch()
            return False
        is_new = kind is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_new and self.dialog is not None and watched is not self.dialog:
            QTimer.singleShot(0, self, self._cover_new)
        return False

    def _cover_new(self) -> None:
        """A window that opened behind the lock is covered too, and the lock comes to the front of it."""
        if self.dialog is None:
            return
        self._covers.cover_all(self.dialog)
        self.dialog.hide()
        self.dialog.show()

    def _take_over(self, name: str, password: str) -> None:
        window = self._window
        if any(job.shows_progress for job in window.lane.jobs()):
            if self.dialog is not None:
                self.dialog.tell_busy()
            return
        self.unlock()
        window.session.leave_to(name, password)

    def _touch(self) -> None:
        self._touched = (time.monotonic(), time.time())

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # twice is once for Qt
            self._touch()

    def _know(self, found: tuple[WhoWorks, Protection]) -> None:
        self.who, self.protection = found
        self._window.status_line.note_who(self.who)

    def _hear(self, changes: Changes) -> None:
        if changes.nouns & {"accounts", "settings"}:
            self.start()
