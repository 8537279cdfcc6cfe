"""What every window and dialog does for a clerk without a mouse: Tab as one reads, and Enter presses what is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from meritdesk.ui.fits_screen import FitsScreen
from meritdesk.ui.guard.greying import grey_deeds
from meritdesk.ui.reading_order import beside, give_keyboard

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ByKeyboard(FitsScreen):
    """Put before the class of Qt by every window and dialog of ours (a test looks)."""

    def setVisible(self, visible: bool) -> None:
        """What may not be done here is grey before it is seen."""
        assert isinstance(self, QWidget)
        if visible:
            grey_deeds(self)
        super().setVisible(visible)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Called by whatever has the keyboard and does not keep Tab for itself."""
        assert isinstance(self, QWidget)
        following = beside(self, QApplication.focusWidget(), 1 if forward else -1)
        if following is None:
            return False
        give_keyboard(following, forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses that one; Qt would press the default one instead, even from ``Cancel``."""
        assert isinstance(self, QWidget)
        marked = QApplication.focusWidget()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and is_plain and isinstance(marked, QPushButton | QToolButton):
            if marked.window() is self and not event.isAutoRepeat():
                marked.click()
            event.accept()
            return
        super().keyPressEvent(event)  # type: ignore[misc]
