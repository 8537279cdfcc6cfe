"""The band across the head of a practice store: a clerk must never take practice for work, nor work for practice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from meritdesk.core.store import AgencyInfo, Practice
from meritdesk.ui import look

# Letters on their ground, light and dark: a colour that nothing else in the window has.
_LIGHT, _DARK = ("#3b1f00", "#ffb74d"), ("#ffe3bf", "#7a3e00")


class PracticeBand(QFrame):
    """Says in words and colour that nothing of this store counts; hidden over a real store."""

    reset_wanted = Signal()

    def __init__(self, agency: AgencyInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice")
        self._agency = agency
        self._word = QLabel(self)
        font = QFont(self._word.font())
        font.setBold(True)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2)
        self._word.setFont(font)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.reset = QToolButton(self)
        self.reset.setAutoRaise(True)
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset.clicked.connect(self.reset_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * look.RHYTHM, 2, 2 * look.RHYTHM, 2)
        row.setSpacing(2 * look.RHYTHM)
        row.addWidget(self._word)
        row.addWidget(self._said, 1)
        row.addWidget(self.reset)
        self.setVisible(agency.is_practice)
        self.retranslate()

    def retranslate(self) -> None:
        """The words, and the colours of the present look."""
        if not self._agency.is_practice:
            return
        translate = QCoreApplication.translate
        self._word.setText(practice_word())
        self._said.setText(
            translate("PracticeBand", "A copy of your own data. Nothing done here changes the real data.")
            if self._agency.practice is Practice.COPY
            else translate(
                "PracticeBand", "A made-up agency. Try everything; no real office takes what comes out of it."
            )
        )
        self.reset.setText(translate("PracticeBand", "Begin anew..."))
        letters, ground = _DARK if look.is_dark() else _LIGHT
        self.setStyleSheet(
            f"QFrame#practice {{ background: {ground}; }} QFrame#practice QLabel,"
            f" QFrame#practice QToolButton {{ color: {letters}; }}"
        )
        self.setAccessibleName(f"{self._word.text()}. {self._said.text()}")


def practice_word() -> str:
    """The one word that stands in band, title and status line."""
    return QCoreApplication.translate("PracticeBand", "PRACTICE")
