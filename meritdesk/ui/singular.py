"""Lines and buttons that say how many there are: one thing stands in the singular, in English."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from meritdesk.messages.counting import singular

__all__ = ["CountButton", "CountLabel", "singular"]


class CountLabel(QLabel):
    """A line that says how many there are."""

    def setText(self, text: str) -> None:
        super().setText(singular(text))


class CountButton(QPushButton):
    """A button that says with how many it will do it."""

    def setText(self, text: str) -> None:
        super().setText(singular(text))
