"""A dialog opens as large as its words need, whatever the letters, and never larger than the screen: then it scrolls.

Sizes that stand in the program were drawn for letters of 10 points. With larger ones Qt would squash fields and cut
sentences, since a wrapped sentence does not count when it works out how small a window may be.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from meritdesk.ui import look

_TITLE_BAR = 32


class FitsScreen:
    """Stands before the class of Qt; only dialogs are fitted, windows are sized by whoever works in them."""

    def setVisible(self, visible: bool) -> None:
        """Take the right size before anything is seen."""
        if visible and isinstance(self, QDialog) and self.layout() is not None and not self.isVisible():
            fit = self.findChild(_Fit) or _Fit(self)
            fit.take_size()
        super().setVisible(visible)  # type: ignore[misc]


class _Fit(QObject):
    """Watches one dialog: what is told in it later, such as a refusal, makes it grow as long as the screen has room."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._needed = QSize(0, 0)
        self._is_scaled = False
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only listens."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._dialog and self._dialog.isVisible():
            self.take_size()
        return False

    def take_size(self) -> None:
        """At least what is needed, at most what there is; a size that the clerk drew is left unless more is needed."""
        dialog, room = self._dialog, room_of(self._dialog)
        dialog.setMinimumSize(dialog.minimumSize().boundedTo(room))
        size = dialog.size()
        if not self._is_scaled:
            self._is_scaled = True
            size = QSize(look.in_letters(size.width()), look.in_letters(size.height()))
        layout = dialog.layout()
        assert layout is not None
        width = min(max(size.width(), layout.totalSizeHint().width()), room.width())
        if _least_height(layout, width) > room.height() or layout.totalMinimumSize().width() > room.width():
            layout = _let_scroll(dialog)
            size.setHeight(room.height())
        needed = QSize(width, min(_height(layout, width), room.height()))
        if needed.width() > self._needed.width() or needed.height() > self._needed.height():
            self._needed = needed
            size = size.expandedTo(needed)
        size = size.boundedTo(room)
        if size != dialog.size():
            dialog.resize(size)
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """A dialog that grew downwards comes up again."""
        dialog = self._dialog
        if dialog.isVisible():
            screen = dialog.screen().availableGeometry()
            over = dialog.frameGeometry().bottom() - screen.bottom()
            if over > 0:
                dialog.move(dialog.x(), max(dialog.y() - over, screen.top()))


def room_of(dialog: QDialog) -> QSize:
    """How large a dialog may be: as the screen, or as the window it belongs to where that reaches over two screens."""
    screen = dialog.screen() or QGuiApplication.primaryScreen()
    room = screen.availableSize() - QSize(0, _TITLE_BAR)
    owner = dialog.parentWidget()
    return room if owner is None else room.expandedTo(owner.window().size())


def _height(layout: QLayout, width: int) -> int:
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


def _least_height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return layout.totalMinimumSize().height()


def _let_scroll(dialog: QDialog) -> QLayout:
    """Put everything but the buttons into an area that scrolls; what has the keyboard keeps it."""
    kept = dialog.focusWidget()
    inner = dialog.layout()
    assert inner is not None
    before = dialog.findChild(QScrollArea, "fits")
    if before is not None:
        return inner
    last = inner.itemAt(inner.count() - 1)
    below = last.widget() if last is not None else None
    buttons = below if isinstance(below, QDialogButtonBox) else None
    if buttons is not None:
        inner.removeWidget(buttons)
    body = QWidget()
    body.setLayout(inner)
    area = QScrollArea()
    area.setObjectName("fits")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(body)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, look.RHYTHM if buttons is not None else 0)
    outer.addWidget(area, 1)
    if buttons is not None:
        foot = QVBoxLayout()
        foot.setContentsMargins(look.RHYTHM, 0, look.RHYTHM, 0)
        foot.addWidget(buttons)
        outer.addLayout(foot)
    if kept is not None:
        kept.setFocus()
        area.ensureWidgetVisible(kept)
    return outer
