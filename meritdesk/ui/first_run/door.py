"""Through the front door to an open desk, whichever way the clerk takes, and back to the door when one is given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from meritdesk.bootstrap import practice_beginning
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.agency_wizard import AgencyWizard
from meritdesk.ui.first_run.front_door import FrontDoor
from meritdesk.ui.first_run.reset_dialog import ResetDialog
from meritdesk.ui.first_run.restore_dialog import RestoreDialog
from meritdesk.ui.first_run.sample_dialog import SampleDialog, city_of, city_wish
from meritdesk.ui.first_run.server_dialog import ServerDialog
from meritdesk.ui.first_run.wishes import Way, Wish, recent_stores, remember_store
from meritdesk.ui.start_dialog import Key, Opener, StartDialog
from meritdesk.ui.wording import Words

Show = Callable[[QDialog], object]


class Door:
    """Shows one dialog after the other until a desk is open or the clerk leaves; ``wish`` is the one that led in."""

    def __init__(self, lane: Lane, words: Words, opener: Opener, rest: Callable[[], None], show: Show | None = None):
        self._lane = lane
        self._words = words
        self._opener = opener
        self._rest = rest
        self._show = show or (lambda dialog: dialog.exec())
        self.wish: Wish | None = None

    def enter(self, wish: Wish) -> Desk | None:
        """The desk behind a wish; nothing when the clerk leaves."""
        following: Wish | None = wish
        while following is not None:
            if following.way is Way.OPEN:
                desk, following = self._open(following)
                if desk is not None:
                    return desk
            else:
                following = self._go(following)
        return None

    def _go(self, wish: Wish) -> Wish | None:
        """One dialog that leads to the next wish; giving it up leads back to the door, and from there out."""
        if wish.way is Way.DOOR:
            door = FrontDoor(self._words)
            self._show(door)
            door.deleteLater()
            return door.wish
        dialog: AgencyWizard | SampleDialog | RestoreDialog | ResetDialog | ServerDialog
        if wish.way is Way.NEW:
            dialog = AgencyWizard(self._lane, self._words, date.today())  # noqa: DTZ011 - the day on the wall
        elif wish.way is Way.RESTORE:
            dialog = RestoreDialog(self._lane, self._words, wish.folder)
        elif wish.way is Way.SERVER:
            dialog = ServerDialog(self._lane, self._words)
        elif wish.way is Way.RESET and wish.folder is not None and practice_beginning(wish.folder):
            dialog = ResetDialog(self._lane, self._words, wish.folder)
        else:
            city = city_of(wish.folder) if wish.folder is not None else None
            dialog = SampleDialog(self._lane, self._words, city, is_reset=wish.way is Way.RESET)
        self._show(dialog)
        following = dialog.wish
        dialog.deleteLater()
        if following is None and wish.folder is not None and wish.way in (Way.RESTORE, Way.RESET):
            return _known(Wish(Way.OPEN, wish.folder))
        return following or Wish(Way.DOOR)

    def _open(self, wish: Wish) -> tuple[Desk | None, Wish | None]:
        """Open a store: at once with what opens it, else after asking for it."""
        known = _known(wish)
        dialog = StartDialog(self._lane, self._words, self._opener, known.folder, has_others=True)
        dialog.as_viewer = wish.as_viewer
        if known.passphrase or known.recovery_key:
            dialog.ask_for(Key.RECOVERY if known.recovery_key else Key.ACCOUNT if known.account else Key.PASSPHRASE)
            dialog.name.setText(known.account)
            dialog.secret.setText(known.recovery_key or known.passphrase)
            dialog.open()
            self._rest()
        if dialog.desk is None:
            if known.fault is not None:
                dialog.refusal.tell(known.fault)
            self._show(dialog)
        desk, others = dialog.desk, dialog.wants_others
        if desk is not None:
            folder = Path(dialog.folder.text().strip())
            remember_store(folder)
            self.wish = Wish(Way.OPEN, folder, year=known.year, room=known.room, task=known.task, tab=known.tab)
        dialog.deleteLater()
        return desk, Wish(Way.DOOR) if others else None


def first_wish(store: Path | None) -> Wish:
    """What a start of the program wants: the named store, the one opened last, or the front door."""
    if store is not None:
        return Wish(Way.OPEN, store)
    known = recent_stores()
    return Wish(Way.OPEN, known[0]) if known else Wish(Way.DOOR)


def _known(wish: Wish) -> Wish:
    """A sample city opens by itself: its passphrase is nobody's secret."""
    if wish.folder is None or wish.passphrase or wish.recovery_key:
        return wish
    city = city_of(wish.folder)
    return city_wish(city, wish.folder) if city is not None else wish
