"""Walking through the window without hands: to a tab, into a dialog, and out again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from meritdesk.core.periods import parse_period
from meritdesk.ui.background import rest
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import tabs_of
from meritdesk.ui.slices import Slices
from meritdesk.ui.tour.stops import AGAIN, Stop

LOOK_MILLISECONDS = 5
LONGEST_WAIT_MILLISECONDS = 20_000
CALM_TURNS = 12
"""A layout in a layout hears of a new height one turn of the loop later than what stands in it."""


class NothingOpened(Exception):
    """A stop did not lead to its dialog: the tour is wrong, or the way there is broken."""


class Walk:
    """A walk through one window that has been started."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def stand(self, room: str, tab: str, filters: dict[str, object] | None = None) -> RoomPage:
        """Go to a tab and wait until it shows what it has."""
        wanted = dict(filters or {})
        has_tabs = len(tabs_of(room, self.window.desk.agency.is_region)) > 1
        if has_tabs:
            wanted["tab"] = tab
        self.window.go(room, wanted or None)
        rest(self.window.lane)
        settle(self.window)
        return self.window.page(room).tab(tab if has_tabs else "")

    def visit(self, stop: Stop, see: Callable[[QDialog], object]) -> None:
        """Open the dialog of a stop, let somebody see it, and leave it by its safe way out."""
        before = self.window.period
        if stop.period:
            self.window.set_period(parse_period(stop.period))
        page = self.stand(stop.room, stop.tab, dict(stop.filters))
        for deed in stop.deeds[:-1]:
            again = True
            while again:
                again = deed(page) is AGAIN
                rest(self.window.lane)
        already = set(_open_dialogs())
        loop = QEventLoop()
        found: list[QDialog] = []
        raised: list[Exception] = []

        def look() -> None:
            fresh = [dialog for dialog in _open_dialogs() if dialog not in already]
            if not fresh or not self.window.lane.is_idle or found:
                return
            found.append(fresh[-1])
            settle(fresh[-1])
            try:
                see(fresh[-1])
            except Exception as error:  # noqa: BLE001 - carried out of the event loop and raised below
                raised.append(error)
            for dialog in reversed([dialog for dialog in _open_dialogs() if dialog not in already]):
                dialog.reject()
                dialog.close()
            loop.quit()

        looking = QTimer()
        looking.setInterval(LOOK_MILLISECONDS)
        looking.timeout.connect(look)
        looking.start()
        QTimer.singleShot(0, lambda: self._do(stop, page, raised, loop))
        QTimer.singleShot(LONGEST_WAIT_MILLISECONDS, loop, loop.quit)
        loop.exec()
        looking.stop()
        rest(self.window.lane)
        if before is not None and before != self.window.period:
            self.window.set_period(before)
        if raised:
            raise raised[0]
        if not found:
            raise NothingOpened(stop.name)
        if type(found[0]).__name__ != stop.opens:
            raise NothingOpened(f"{stop.name}: {type(found[0]).__name__} opened, not {stop.opens}")

    def _do(self, stop: Stop, page: RoomPage, raised: list[Exception], loop: QEventLoop) -> None:
        try:
            stop.deeds[-1](page)
        except Exception as error:  # noqa: BLE001 - as above
            raised.append(error)
            loop.quit()


def settle(place: QWidget) -> None:
    """Until what is made in slices is whole, and every field in a scroll area has the height that its words need."""
    calm = 0
    while calm < CALM_TURNS:
        QCoreApplication.processEvents()
        calm = 0 if any(one.is_working for one in place.findChildren(Slices)) else calm + 1


def _open_dialogs() -> list[QDialog]:
    parts: list[QWidget] = QApplication.topLevelWidgets()
    return [part for part in parts if isinstance(part, QDialog) and part.isVisible()]
