"""The large picture of a scanned page: turned, larger, smaller, drawn on the lane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meritdesk import pictures
from meritdesk.core.errors import FileRefusal
from meritdesk.core.scans import ScanMedia
from meritdesk.pictures import Box, Unshown, Why
from meritdesk.services.changes import Step
from meritdesk.services.documents.scan_views import PageLine
from meritdesk.services.documents.scans import ScanDesk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.points import image_of

SMALLEST, LARGEST, ZOOM_STEP = 0.1, 4.0, 1.25
_DOTS = 150 / 72
_WHOLE = Box(3000, 3000)
_UNSHOWN = {Why.DAMAGED: "DOC-621", Why.TOO_LARGE: "DOC-623", Why.GAVE_UP: "DOC-624"}


class PagePicture(QWidget):
    """Shows one page as it lay on the glass; turning is only for the eye."""

    refused = Signal(object)

    def __init__(self, scans: ScanDesk, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._lane = lane
        self._image: QImage | None = None
        self._shown = ""
        self._turn = 0
        self._zoom = 0.0  # 0 fits the pane
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(4)
        keys: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("turn_left", "Ctrl+L", lambda: self.turn_by(-1)),
            ("turn_right", "Ctrl+R", lambda: self.turn_by(1)),
            ("zoom_in", "Ctrl++", lambda: self.zoom_by(ZOOM_STEP)),
            ("zoom_out", "Ctrl+-", lambda: self.zoom_by(1 / ZOOM_STEP)),
            ("zoom_fit", "Ctrl+Alt+0", self.fit),
        )
        self._actions = {name: actions.page_action(self, name, key) for name, key, _ in keys}
        for name, _, verb in keys:
            self._actions[name].triggered.connect(lambda _=False, verb=verb: verb())
            button = QPushButton()
            button.clicked.connect(self._actions[name].trigger)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.area, 1)
        column.addLayout(row)
        self.retranslate()
        self.show_page(None)

    def show_page(self, line: PageLine | None) -> None:
        """Show a page, or nothing."""
        page_id = line.page.page_id if line else ""
        if page_id == self._shown and self._image is not None:
            return
        self._shown = page_id
        self._image = None
        self._zoom = 0.0
        self._turn = line.page.turn if line else 0
        if line is None or not line.page.sha256:
            self._draw()
            return
        self._lane.ask(
            lambda step: (page_id, self._opened(line, step)),
            lambda answer: self._show(*answer),
            self.refused.emit,
            key=f"scan-picture-{id(self)}",
        )

    def turn_by(self, quarters: int) -> None:
        """A quarter turn for the eye."""
        self._turn = (self._turn + quarters) % 4
        self._draw()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, within reason."""
        if self._image is not None:
            self._zoom = min(LARGEST, max(SMALLEST, (self._zoom or self._fitting(self._turned())) * factor))
            self._draw()

    def fit(self) -> None:
        """The whole page in the pane."""
        self._zoom = 0.0
        self._draw()

    def retranslate(self) -> None:
        """The words of the keys."""
        translate = QCoreApplication.translate
        words = {
            "turn_left": translate("PagePicture", "Turn left"),
            "turn_right": translate("PagePicture", "Turn right"),
            "zoom_in": translate("PagePicture", "Larger"),
            "zoom_out": translate("PagePicture", "Smaller"),
            "zoom_fit": translate("PagePicture", "Whole page"),
        }
        for name, text in words.items():
            self._actions[name].setText(text)
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(f"{text} ({actions.keys_of(self._actions[name])})")
        self.area.setAccessibleName(translate("PagePicture", "Picture of the page"))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits the pane follows it."""
        super().resizeEvent(event)
        if not self._zoom:
            self._draw()

    def _opened(self, line: PageLine, step: Step) -> QImage:
        """On the lane, drawn in a process apart: the page about as the scanner saw it, or at 150 dpi.

        ``DOC-621`` when it is damaged, ``DOC-623`` too large, ``DOC-624`` when it takes its reader down.
        """
        media, content = self._scans.picture(line.page.page_id)
        try:
            if media is ScanMedia.PDF:
                return image_of(pictures.page(content, _DOTS))
            return image_of(pictures.small(content, _WHOLE))
        except Unshown as unshown:
            page, file = line.page.file_page, line.page.file_name
            raise FileRefusal(_UNSHOWN[unshown.why], page=page, file=file) from unshown

    def _show(self, page_id: str, image: QImage) -> None:
        if page_id == self._shown:
            self._image = image
            self._draw()

    def _turned(self) -> QImage:
        assert self._image is not None
        return self._image.transformed(QTransform().rotate(90 * self._turn)) if self._turn else self._image

    def _fitting(self, image: QImage) -> float:
        room = self.area.viewport().size()
        return min((room.width() - 4) / max(image.width(), 1), (room.height() - 4) / max(image.height(), 1), 1.0)

    def _draw(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(self._image is not None)
        if self._image is None or self._image.isNull():
            self.sheet.setPixmap(QPixmap())
            self.sheet.setText(
                QCoreApplication.translate("PagePicture", "This page has no picture.")
                if self._shown
                else QCoreApplication.translate("PagePicture", "Choose a page to see it large.")
            )
            look.colour(self.sheet, look.quiet())
            return
        image = self._turned()
        scale = (self._zoom or self._fitting(image)) * self.devicePixelRatioF()
        small = image.scaledToWidth(max(1, int(image.width() * scale)), Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.setPixmap(QPixmap.fromImage(small))
