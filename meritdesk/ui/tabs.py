"""A room with several tables to sit at: one page with tabs, each tab a page of its own, made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.pages_area import Tabs
from meritdesk.ui.room import RoomPage
from meritdesk.ui.tab_groups import GroupBar, TabGroup
from meritdesk.ui.wording import Words

Maker = Callable[[Desk, Lane, Words, QWidget | None], RoomPage]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key in filters and settings, how its page is made, what says its title, and its group if any."""

    key: str
    make: Maker
    title: Callable[[], str]
    group: TabGroup | None = None


class TabbedRoom(RoomPage):
    """A room whose work lies on several tabs. The tabs load, go stale and take the focus like pages.

    A tab is made when it is first looked at: who is sent to the third one does not wait for the first. A filter
    ``tab`` chooses the tab; the other filters go to it.
    """

    def __init__(
        self, room: str, tabs: Sequence[Tab], desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, lane, words, parent)
        self.room = room
        self._tabs = tuple(tabs)
        self._pages: dict[str, RoomPage] = {}
        self.bar = Tabs(self)
        self.bar.setDocumentMode(True)
        for tab in self._tabs:
            holder = QWidget(self.bar)
            holder.setObjectName(tab.key)
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            self.bar.addTab(holder, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        groups = [tab.group for tab in self._tabs if tab.group is not None]
        self.groups = GroupBar(groups, self.bar, self) if len(groups) == len(self._tabs) else None
        if self.groups is not None:
            layout.setSpacing(0)
            layout.addWidget(self.groups)
        layout.addWidget(self.bar)
        self.next_action = page_action(self, "tab_next", "Ctrl+PgDown")
        self.next_action.triggered.connect(lambda: self._move(1))
        self.before_action = page_action(self, "tab_before", "Ctrl+PgUp")
        self.before_action.triggered.connect(lambda: self._move(-1))
        self.retranslate()
        remembered = str(QSettings().value(f"tab/{room}", ""))
        self.bar.setCurrentIndex(self.keys.index(remembered) if remembered in self.keys else 0)
        if self.groups is not None:
            self.groups.follow(self.bar.currentIndex())
        self.bar.currentChanged.connect(self._shown)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the tabs in their order."""
        return tuple(tab.key for tab in self._tabs)

    @property
    def current(self) -> RoomPage:
        """The page of the tab in front."""
        return self.tab(self.keys[self.bar.currentIndex()])

    def tab(self, key: str = "") -> RoomPage:
        """The page of a tab, made when first asked for; without a key the first."""
        key = key or self.keys[0]
        if key not in self._pages:
            place = self.keys.index(key)
            holder = self.bar.widget(place)
            inside = holder.layout() if holder is not None else None
            assert inside is not None
            page = self._tabs[place].make(self.desk, self.lane, self.words, holder)
            page.message.connect(self.message)
            page.offer_undo.connect(self.offer_undo)
            page.go_to.connect(self.go_to)
            self._pages[key] = page
            inside.addWidget(page)
        return self._pages[key]

    def choose(self, key: str) -> None:
        """Bring a tab to the front; its page exists from then on."""
        self.tab(key)
        self.bar.setCurrentIndex(self.keys.index(key))

    def front(self) -> RoomPage:
        return self.current

    def places(self) -> tuple[QWidget, ...]:
        return (self, *self.current.places())

    def load(self, period: Period) -> None:
        self.current.enter(period)
        self._lend_keys()

    def enter(self, period: Period) -> None:
        self.period = period
        self.is_stale = False
        self.current.enter(period)
        self._lend_keys()

    def refresh(self) -> None:
        if self.period is not None:
            self.is_stale = False
            if self.current.period is None:
                self.current.enter(self.period)
            else:
                self.current.refresh()

    def mark_stale(self) -> None:
        for page in self._pages.values():
            page.mark_stale()

    def hear(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.hear(changes)

    def retranslate(self) -> None:
        for place, tab in enumerate(self._tabs):
            self.bar.setTabText(place, tab.title().replace("&", "&&"))
        self.bar.setAccessibleName(QCoreApplication.translate("TabbedRoom", "Parts of this page"))
        if self.groups is not None:
            self.groups.retranslate()
        self.next_action.setText(QCoreApplication.translate("TabbedRoom", "Next part of the page"))
        self.before_action.setText(QCoreApplication.translate("TabbedRoom", "Previous part of the page"))

    def primary_focus(self) -> QWidget:
        """Where the keyboard belongs on the tab in front; one that was made just now is shown for it.

        The layout would show it a turn later, when the keyboard has gone to the tabs instead.
        """
        page = self.current
        if page.isHidden():
            page.show()
        return page.primary_focus()

    def narrow(self, filters: Mapping[str, object]) -> None:
        key = str(filters.get("tab", ""))
        self.choose(key if key in self.keys else self.keys[0])
        rest = {name: value for name, value in filters.items() if name != "tab"}
        if rest:
            self.current.narrow(rest)

    def _move(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % len(self._tabs))
        self.primary_focus().setFocus()

    def _shown(self, place: int) -> None:
        QSettings().setValue(f"tab/{self.room}", self.keys[place])
        page = self.tab(self.keys[place])
        if self.period is not None:
            page.enter(self.period)
        self._lend_keys()
        is_on_tabs = self.bar.tabBar().hasFocus() or (self.groups is not None and self.groups.hasFocus())
        if self.isVisible() and not is_on_tabs:
            # Clicked: Qt leaves the keyboard on the empty ground behind the page, where none of its keys work.
            page.primary_focus().setFocus()

    def _lend_keys(self) -> None:
        """Who stands on the tabs, or whose page has nothing yet to stand on, has the keys of the page in front too."""
        lent = [
            action for place in self.current.places() for action in place.actions() if not action.shortcut().isEmpty()
        ]
        for tabs in (self.bar.tabBar(), *([self.groups] if self.groups is not None else [])):
            for action in tabs.actions():
                tabs.removeAction(action)
            tabs.addActions(lent)
