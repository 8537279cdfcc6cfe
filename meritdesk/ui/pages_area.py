"""Where the pages stand: one that needs more room than the screen has, in large letters, scrolls in the frame."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabWidget, QWidget


class Pages(QStackedWidget):
    """The pages behind each other. Only the one in front counts for the room that is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def event(self, event: QEvent) -> bool:
        """Another language is told to the page in front alone: Qt would tell every part of every page in one turn."""
        if event.type() is QEvent.Type.LanguageChange:
            return _tell(self.currentWidget(), event)
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs at least."""
        front = self.currentWidget()
        return super().minimumSizeHint() if front is None else front.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """How high the page in front is at a width; Qt would ask every page that was ever opened, each time."""
        front = self.currentWidget()
        return super().heightForWidth(width) if front is None else front.heightForWidth(width)


class Tabs(QTabWidget):
    """The parts of a room behind each other; of these too only the one in front counts for the height."""

    def event(self, event: QEvent) -> bool:
        """A part that lays itself out anew says so; Qt would paint the whole page again each time, list and all.

        Where the parts stand follows from the tabs above them alone. Of another language only the part in front hears.
        """
        kind = event.type()
        if kind is QEvent.Type.LayoutRequest and self._fits():
            self.updateGeometry()
            return True
        if kind is QEvent.Type.LanguageChange:
            return _tell(self.currentWidget(), event)
        return super().event(event)

    def _fits(self) -> bool:
        """Whether the tabs are as high as they want to be, so that nothing has to move."""
        bar = self.tabBar()
        return bar.isVisible() and bar.height() == bar.sizeHint().height()

    def heightForWidth(self, width: int) -> int:
        """How high the part in front is at a width, with the tabs above it."""
        front = self.currentWidget()
        if front is None or not front.hasHeightForWidth():
            return super().heightForWidth(width)
        return front.heightForWidth(width) + self.tabBar().sizeHint().height()


class PagesArea(QScrollArea):
    """Scrolls only when the page in front cannot become as small as the window is."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(pages)


def _tell(front: QWidget | None, event: QEvent) -> bool:
    if front is not None:
        QCoreApplication.sendEvent(front, event)
    return True
