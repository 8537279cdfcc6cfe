"""The band across the head of a window that only looks: who works with the data, since when, and the way to open fully.

Nobody shall type for an hour and learn at the end that nothing of it can be saved (faults F07, F16).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from meritdesk.core.store import Viewing
from meritdesk.ui import look
from meritdesk.ui.wording import Words
from meritdesk.wall_clock import noted_moment

# Letters on their ground, light and dark.
_LIGHT, _DARK = ("#0b2b52", "#bcd7f7"), ("#d7e7fb", "#1d446f")


class ViewBand(QFrame):
    """Says in words and colour that nothing can be changed here; hidden where the data are open in full."""

    full_wanted = Signal()

    def __init__(self, viewing: Viewing | None, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewing")
        self._viewing = viewing
        self._words = words
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.open_fully = QToolButton(self)
        self.open_fully.clicked.connect(self.full_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * look.RHYTHM, 2, 2 * look.RHYTHM, 2)
        row.setSpacing(2 * look.RHYTHM)
        row.addWidget(self._said, 1)
        row.addWidget(self.open_fully)
        self.setVisible(viewing is not None)
        self.retranslate()

    @property
    def said(self) -> str:
        """The sentence of the band."""
        return self._said.text()

    def note(self, viewing: Viewing) -> None:
        """Somebody else works with the data now."""
        self._viewing = viewing
        self.retranslate()

    def retranslate(self) -> None:
        """The words, and the colours of the present look."""
        if self._viewing is None:
            return
        translate = QCoreApplication.translate
        self._said.setText(f"{view_word()}: {why_words(self._viewing, self._words)}")
        self.open_fully.setText(translate("ViewBand", "Try to open in full"))
        letters, ground = _DARK if look.is_dark() else _LIGHT
        self.setStyleSheet(
            f"QFrame#viewing {{ background: {ground}; }} QFrame#viewing QLabel,"
            f" QFrame#viewing QToolButton {{ color: {letters}; }}"
        )
        self.setAccessibleName(self._said.text())


def view_word() -> str:
    """The words that stand in band and title."""
    return QCoreApplication.translate("ViewBand", "Only looking")


def why_words(viewing: Viewing, words: Words) -> str:
    """Why the data are only looked at, and what is read again by itself."""
    translate = QCoreApplication.translate
    if viewing.who:
        said = translate(
            "ViewBand", "%1 works with these data on %2 since %3. What is saved there is shown here too (F5)."
        )
        for place, text in enumerate((viewing.who, viewing.host, since_words(viewing.since, words)), 1):
            said = said.replace(f"%{place}", text)
        return said
    if viewing.is_sealed:
        return translate("ViewBand", "this place cannot be written. Nothing can be changed here.")
    return translate("ViewBand", "the data were opened to be looked at. Nothing can be changed here.")


def since_words(since: str, words: Words) -> str:
    """A moment on the wall clock of this office; what cannot be read is said as it is."""
    try:
        return words.moment(noted_moment(since))
    except ValueError:
        return since
