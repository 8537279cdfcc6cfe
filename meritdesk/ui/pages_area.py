"""Where the pages stand: one that needs more room than the screen has, in large letters, scrolls in the frame."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class Pages(QStackedWidget):
    """The pages behind each other. Only the one in front counts for the room that is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs at least."""
        front = self.currentWidget()
        return super().minimumSizeHint() if front is None else front.minimumSizeHint()


class PagesArea(QScrollArea):
    """Scrolls only when the page in front cannot become as small as the window is."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(pages)
