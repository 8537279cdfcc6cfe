"""A room with more tabs than a line holds: what they are about stands above, below it the tabs of one such group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget


@dataclass(frozen=True, slots=True)
class TabGroup:
    """Tabs that belong together: a key for settings, and what says its title."""

    key: str
    title: Callable[[], str]


class GroupBar(QTabBar):
    """The groups of a room. Who chooses one comes to the tab of it where he was last; a tab brings its group along."""

    def __init__(self, groups: Sequence[TabGroup], tabs: QTabWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groups")
        self.setExpanding(False)
        self.setDrawBase(False)
        self._groups = tuple(dict.fromkeys(groups))
        self._group_of = tuple(self._groups.index(group) for group in groups)
        self._tabs = tabs
        self._last = [self._group_of.index(number) for number in range(len(self._groups))]
        for _ in self._groups:
            self.addTab("")
        self.currentChanged.connect(self._chosen)
        tabs.currentChanged.connect(self.follow)

    def follow(self, place: int) -> None:
        """Show the group of a tab; of the tabs only those that belong to it."""
        here = self._group_of[place]
        self._last[here] = place
        below = self._tabs.tabBar()
        # The tab in front first: Qt puts another one in front of a line without any.
        for tab in sorted(range(len(self._group_of)), key=lambda tab: (tab != place, self._group_of[tab] != here)):
            below.setTabVisible(tab, self._group_of[tab] == here)
        self.blockSignals(True)
        self.setCurrentIndex(here)
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Say the groups in the current language."""
        for number, group in enumerate(self._groups):
            self.setTabText(number, group.title().replace("&", "&&"))
        self.setAccessibleName(QCoreApplication.translate("TabbedRoom", "Groups of parts"))

    def _chosen(self, group: int) -> None:
        self._tabs.setCurrentIndex(self._last[group])
