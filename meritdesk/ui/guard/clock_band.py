"""The band that says that the clock of this PC seems wrong, and what to do; nothing is refused for it (F70)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from meritdesk.core.clock_doubt import ClockDoubt, ClockFault
from meritdesk.ui import look
from meritdesk.ui.wording import Words

# Letters on their ground, light and dark.
_LIGHT, _DARK = ("#4a1500", "#ffd3c2"), ("#ffd9cc", "#6b2a12")


class ClockBand(QFrame):
    """Hidden while the clock agrees with the journal; after the clock was set, one press looks again."""

    look_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clock")
        self._words = words
        self._doubt: ClockDoubt | None = None
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.again = QToolButton(self)
        self.again.clicked.connect(self.look_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * look.RHYTHM, 2, 2 * look.RHYTHM, 2)
        row.setSpacing(2 * look.RHYTHM)
        row.addWidget(self._said, 1)
        row.addWidget(self.again)
        self.hide()

    @property
    def said(self) -> str:
        """The sentence of the band."""
        return self._said.text()

    def note(self, doubt: ClockDoubt | None) -> None:
        """What is odd about the clock now."""
        self._doubt = doubt
        self.retranslate()
        self.setVisible(doubt is not None)

    def retranslate(self) -> None:
        """The words, and the colours of the present look."""
        if self._doubt is None:
            return
        self._said.setText(f"⚠ {clock_words(self._doubt, self._words)}")
        self.again.setText(QCoreApplication.translate("ClockBand", "Look again"))
        letters, ground = _DARK if look.is_dark() else _LIGHT
        self.setStyleSheet(
            f"QFrame#clock {{ background: {ground}; }} QFrame#clock QLabel,"
            f" QFrame#clock QToolButton {{ color: {letters}; }}"
        )
        self.setAccessibleName(self._said.text())


def clock_words(doubt: ClockDoubt, words: Words) -> str:
    """What is odd, what it touches, and what to do."""
    translate = QCoreApplication.translate
    now = words.moment(doubt.now)
    if doubt.newest is None:
        said = translate("ClockBand", "The clock of this PC says %1, which cannot be.").replace("%1", now)
    elif doubt.fault is ClockFault.BEHIND:
        said = translate("ClockBand", "The clock of this PC says %1, but the last change was saved %2.")
    else:
        said = translate("ClockBand", "The clock of this PC says %1, years after the last change, saved %2.")
    if doubt.newest is not None:
        said = said.replace("%1", now).replace("%2", words.moment(doubt.newest))
    then = translate(
        "ClockBand",
        "Set the date and time of this PC right, then look again. Nothing is lost and the journal keeps its order;"
        " but dates on papers and deadlines come from the clock.",
    )
    return f"{said} {then}"
