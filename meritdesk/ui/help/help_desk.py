"""The help desk of the window: F1 the manual at the place, Shift+F1 *why?*, Ctrl+F1 the glossary, everywhere."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from meritdesk.ui.help.places import place_of
from meritdesk.ui.wording import Words

if TYPE_CHECKING:
    from meritdesk.ui.help.glossary_window import GlossaryWindow
    from meritdesk.ui.help.manual_window import ManualWindow
    from meritdesk.ui.help.why_window import Asked, WhyWindow

MANUAL, WHY, GLOSSARY = "manual", "why", "glossary"
"""The names of the three actions, in the main window as in every dialog."""

Window = TypeVar("Window", bound=QWidget)


class HelpDesk(QObject):
    """Owns the windows of help and hears their keys in every dialog.

    In the main window the keys are commands; a dialog knows nothing of help and is given them when it takes the
    keyboard (an event filter over the whole application would cost every paint). A modal dialog would keep the clerk
    out of other windows: over one, help opens as a window of that dialog.
    """

    # Refusal boxes are made all over the window; they ask for the desk that was opened last, as for the language.
    _at_hand: ClassVar[weakref.ref[HelpDesk] | None] = None

    def __init__(self, words: Words, where: Callable[[], tuple[str, str]] | None = None) -> None:
        super().__init__()
        self.words = words
        # The windows are made when they are first asked for: opening the program must not wait for its manual.
        self.where = where if where is not None else lambda: ("", "")
        self.manual: ManualWindow | None = None
        self.why: WhyWindow | None = None
        self.glossary: GlossaryWindow | None = None
        HelpDesk._at_hand = weakref.ref(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._attend)

    @staticmethod
    def at_hand() -> HelpDesk | None:
        """The desk that answers now, if there is one."""
        return HelpDesk._at_hand() if HelpDesk._at_hand is not None else None

    def _attend(self, _: QWidget | None, now: QWidget | None) -> None:
        """Give a dialog that takes the keyboard the three keys, once."""
        window = now.window() if now is not None else None
        if not isinstance(window, QDialog) or window.findChild(QAction, MANUAL) or HelpDesk.at_hand() is not self:
            return
        for name, keys, verb in (
            (MANUAL, "F1", self.open_manual),
            (WHY, "Shift+F1", self.open_why),
            (GLOSSARY, "Ctrl+F1", self.open_glossary),
        ):
            action = QAction(window)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, verb=verb: verb())
            window.addAction(action)

    def open_manual(self, anchor: str = "") -> ManualWindow:
        """The manual at a place; without one at the place where the clerk is."""
        at = anchor or self.place()
        self.manual = _fitting(self.manual, self._make_manual)
        self.manual.open_at(at)
        _bring(self.manual)
        self.manual.reader.setFocus()
        return self.manual

    def open_why(self, asked: Sequence[Asked] = ()) -> WhyWindow:
        """Why: for these codes; without any for those where the keyboard is."""
        from meritdesk.services.explaining import is_known
        from meritdesk.ui.help.why_here import asked_at

        known = [one for one in (asked or asked_at(_focus())) if is_known(one.code, self.words.messages)]
        self.why = _fitting(self.why, self._make_why)
        self.why.explain(known)
        _bring(self.why)
        return self.why

    def open_glossary(self, key: str = "") -> GlossaryWindow:
        """The glossary, at a term if one is named."""
        self.glossary = _fitting(self.glossary, self._make_glossary)
        _bring(self.glossary)
        self.glossary.open_at(key)
        return self.glossary

    def place(self) -> str:
        """The anchor of what is in front."""
        focus = _focus()
        if focus is not None and focus.window() in (self.manual, self.why, self.glossary):
            return "start-help"
        return place_of(focus, *self.where())

    def close_all(self) -> None:
        """Put every window of help away and answer no more; the main window calls this when it closes."""
        if HelpDesk.at_hand() is self:
            HelpDesk._at_hand = None
        for window in (self.manual, self.why, self.glossary):
            if window is not None and shiboken6.isValid(window):
                window.close()

    def _make_manual(self, parent: QWidget | None) -> ManualWindow:
        from meritdesk.ui.help.manual_window import ManualWindow

        window = ManualWindow(self.words, parent)
        window.glossary_wanted.connect(self.open_glossary)
        return window

    def _make_why(self, parent: QWidget | None) -> WhyWindow:
        from meritdesk.ui.help.why_window import WhyWindow

        window = WhyWindow(self.words, parent)
        window.manual_wanted.connect(self.open_manual)
        return window

    def _make_glossary(self, parent: QWidget | None) -> GlossaryWindow:
        from meritdesk.ui.help.glossary_window import GlossaryWindow

        window = GlossaryWindow(self.words, parent)
        window.manual_wanted.connect(self.open_manual)
        return window


def why_for(code: str, facts: Mapping[str, object] | None = None) -> Callable[[], object] | None:
    """What a *why?* button of a refusal does, or nothing where there is no more to say than the refusal does."""
    from meritdesk.services.explaining import is_known
    from meritdesk.ui.help.why_window import Asked

    desk = HelpDesk.at_hand()
    if desk is None or not is_known(code, desk.words.messages):
        return None
    return lambda: desk.open_why([Asked(code, dict(facts or {}))])


def _fitting(window: Window | None, make: Callable[[QWidget | None], Window]) -> Window:
    """The window that is there, or a new one where a modal dialog would lock it."""
    modal = QApplication.activeModalWidget()
    while modal is not None and not modal.isWindow():
        modal = modal.parentWidget()
    if window is not None and shiboken6.isValid(window) and window.parentWidget() is modal:
        return window
    if window is not None and shiboken6.isValid(window) and window.parentWidget() is None:
        window.close()
    return make(modal)


def _bring(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _focus() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
