"""Covering windows: nothing of what they hold is seen, heard by a screen reader or named in the taskbar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

_KINDS = (Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen, Qt.WindowType.Desktop)


class Cover:
    """One covered window: which parts were hidden, what its title was and who had the keyboard."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._title = window.windowTitle()
        self._focus = window.focusWidget()
        children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._hidden = [one for one in children if not one.isWindow() and not one.isHidden()]
        size = window.size()
        for part in self._hidden:
            part.hide()
        window.setWindowTitle("MeritDesk")
        window.resize(size)
        window.destroyed.connect(self._forget)

    def lift(self) -> None:
        """Show everything again as it was."""
        if self._window is None:
            return
        self._window.setWindowTitle(self._title)
        for part in self._hidden:
            part.show()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()

    def _forget(self) -> None:
        self._window, self._hidden, self._focus = None, [], None  # type: ignore[assignment]


class Covers:
    """All covered windows of the program."""

    def __init__(self) -> None:
        self._covers: dict[int, Cover] = {}

    def cover_all(self, but: QWidget) -> None:
        """Cover every window that is open, and close what only floats: menus, completions, tooltips."""
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            if not popup.close() or popup is QApplication.activePopupWidget():
                popup.hide()
                break
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not but:
                self.cover(window)

    def cover(self, window: QWidget) -> None:
        """Cover one window, if it is none that floats and goes by itself."""
        if id(window) in self._covers or window.windowType() in _KINDS:
            return
        if window.windowType() is Qt.WindowType.Popup:
            window.close()
            return
        self._covers[id(window)] = Cover(window)

    def lift(self) -> None:
        """Show all of them again."""
        covers, self._covers = self._covers, {}
        for cover in covers.values():
            cover.lift()
