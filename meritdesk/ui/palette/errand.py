"""An action of a page that was chosen in the palette: carried out when the page has what it needs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction

from meritdesk.ui.actions import words_of
from meritdesk.ui.background import Lane
from meritdesk.ui.guard.greying import WHY_NOT
from meritdesk.ui.keys_dialog import actions_of
from meritdesk.ui.room import RoomPage

LOOK_MILLISECONDS = 30
LONGEST_MILLISECONDS = 5_000


class Errand(QObject):
    """Waits until the page has loaded, then triggers the action; what cannot be done yet is said, not swallowed."""

    told = Signal(str)

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._page: RoomPage | None = None
        self._name = ""
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)

    def take(self, page: RoomPage, name: str) -> None:
        """Do this action of this page as soon as it has loaded; a newer errand replaces the one before."""
        self._page, self._name, self._waited = page, name, 0
        self._timer.start()

    def _look(self) -> None:
        self._waited += LOOK_MILLISECONDS
        if not self._lane.is_idle and self._waited < LONGEST_MILLISECONDS:
            return
        self._timer.stop()
        page, self._page = self._page, None
        if page is None or not page.isVisible():
            return
        action = next((one for one in actions_of(page) if one.objectName() == self._name), None)
        if action is not None and action.isEnabled():
            action.trigger()
        elif action is not None:
            self.told.emit(_not_yet(action))


def _not_yet(action: QAction) -> str:
    why = action.property(WHY_NOT)
    if why:
        return f"{words_of(action).rstrip('.')}: {why}"
    told = QCoreApplication.translate("Palette", "{action}: choose first what it is about, then press {keys}.")
    return told.format(action=words_of(action).rstrip("."), keys=action.shortcut().toString())
