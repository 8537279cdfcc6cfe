"""What every page of the window has in common: it is given a period, loads, goes stale, and speaks by signals."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.guard.greying import grey_deeds
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.wording import Words

FIRST_BLOCK = 200
"""Lines that every list has at once."""


class RoomPage(QWidget):
    """A page of one room. Pages never command pages: they ask to ``go_to`` a room and leave a ``message``.

    ``nouns`` names what the page shows (as in ``Changes.nouns``); empty means everything. ``offer_undo`` carries a
    sentence and the change set that can be taken back.
    """

    room: str = ""
    nouns: frozenset[str] = frozenset()

    message = Signal(str)
    go_to = Signal(str, object)  # room, filters
    offer_undo = Signal(str, str)  # sentence, change set id

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.lane = lane
        self.words = words
        self.period: Period | None = None
        self.is_stale = True
        self._is_unsaid = False
        words.language_changed.connect(lambda _: self._language_changed())

    def load(self, period: Period) -> None:
        """Ask the lane for what the page shows of a period."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything again in the current language."""
        raise NotImplementedError

    def primary_focus(self) -> QWidget:
        """Where the keyboard belongs when the page is entered."""
        raise NotImplementedError

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Set the filters that another page asked for; a page without filters has nothing to do.

        ``nip`` and ``search`` find people, ``unit`` (with ``unit_name``) a branch, ``problems`` and ``missing`` keep
        what still has to be done, ``file`` is a file that was dropped on the window.
        """

    def enter(self, period: Period) -> None:
        """Called by the window: load if the period is another one or something changed meanwhile."""
        if period != self.period:
            self.period = period
            self.is_stale = True
        if self.is_stale and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Load the current period anew."""
        if self.period is not None:
            self.is_stale = False
            self.load(self.period)

    def mark_stale(self) -> None:
        """What is shown may be old: load again now when visible, else when next shown."""
        self.is_stale = True
        if self.isVisible():
            self.refresh()

    def hear(self, changes: Changes) -> None:
        """Something was written: what the page shows may be old when it shows any of these nouns."""
        if not self.nouns or self.nouns & changes.nouns:
            self.mark_stale()

    def tab(self, key: str = "") -> RoomPage:
        """The page of a tab; a page without tabs is its only one."""
        return self

    def front(self) -> RoomPage:
        """The page that is seen; a page without tabs is that itself."""
        return self

    def where_left(self) -> dict[str, str]:
        """The filters that lead back here: what was searched for and who is chosen; kept in the encrypted store.

        Only what ``narrow`` understands is named. A page with other filters adds them.
        """
        found: dict[str, str] = {}
        search = self._part("search")
        if isinstance(search, QLineEdit) and search.text().strip():
            found["search"] = search.text()
        for name in ("people_view", "view"):
            view = self._part(name)
            if isinstance(view, QAbstractItemView):
                line = view.currentIndex().data(VALUE)
                chosen = getattr(line, "nip", "") or getattr(getattr(line, "person", None), "nip", "")
                if chosen:
                    return {**found, "nip": str(chosen), "row": str(view.currentIndex().row())}
        return found

    def go_back_to(self, left: Mapping[str, str]) -> None:
        """Go back to where somebody left off; called before the lists of the page have come.

        Whoever stood far down in a whole list is found by his number, since only its first block comes at once.
        """
        nip, searched = left.get("nip", ""), left.get("search", "")
        search = self._part("search")
        is_far = int(left.get("row", "0") or 0) >= FIRST_BLOCK
        if nip and is_far and not searched:
            self.narrow({"nip": nip})
            return
        if isinstance(search, QLineEdit) and search.text() != searched:
            search.setText(searched)
        if nip:
            want = self._part("want")
            if callable(want):
                want(nip)

    def _part(self, name: str) -> object:
        """A part of the page, or of the list of people that it has at its side."""
        for holder in (getattr(self, "people", None), getattr(self, "listing", None), self):
            found = getattr(holder, name, None)
            if found is not None:
                return found
        return None

    def say_if_unsaid(self) -> bool:
        """Catch up with the language; whether there was anything to say."""
        was_unsaid, self._is_unsaid = self._is_unsaid, False
        if was_unsaid:
            self.retranslate()
        return was_unsaid

    def _language_changed(self) -> None:
        """The page in front speaks the new language at once; one behind it when it is its turn, or is shown."""
        self._is_unsaid = True
        if self.isVisible() or not self.window().isVisible():
            self.say_if_unsaid()

    def places(self) -> tuple[QWidget, ...]:
        """The widgets whose keys are at work while the page is in front."""
        return (self,)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in front."""
        super().showEvent(event)
        grey_deeds(self)
        self.say_if_unsaid()
        if self.is_stale:
            self.refresh()
