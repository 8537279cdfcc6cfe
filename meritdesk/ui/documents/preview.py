"""The preview of a sheet: pages at the left, the page at the right, drawn as it will be printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from meritdesk.services.changes import Step
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane

SMALLEST, LARGEST, ZOOM_STEP = 0.4, 4.0, 1.2
THUMB_WIDTH = 84


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page as an image, and all pages small where they were asked for."""

    page: QImage
    thumbs: tuple[QImage, ...]
    pages: int
    width_points: float


class Preview(QWidget):
    """Shows PDF bytes; drawing happens in the lane, so that a long document never stops the window."""

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._data = b""
        self._page = 0
        self._pages = 0
        self._width_points = 0.0
        self._zoom = 0.0  # 0 fits the width
        self.thumbs = QListWidget()
        self.thumbs.setIconSize(QSize(THUMB_WIDTH, THUMB_WIDTH * 3 // 2))
        self.thumbs.setFixedWidth(THUMB_WIDTH + 56)
        self.thumbs.currentRowChanged.connect(self.show_page)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.RHYTHM)
        row.addWidget(self.thumbs)
        column = QVBoxLayout()
        column.addWidget(self.hint, 1)
        column.addWidget(self.area, 1)
        row.addLayout(column, 1)
        keys: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("zoom_in", "Ctrl++", lambda: self.zoom_by(ZOOM_STEP)),
            ("zoom_out", "Ctrl+-", lambda: self.zoom_by(1 / ZOOM_STEP)),
            ("zoom_fit", "Ctrl+0", self.fit),
        )
        self._actions = {name: actions.page_action(self, name, key) for name, key, _ in keys}
        for name, _, verb in keys:
            self._actions[name].triggered.connect(lambda _=False, verb=verb: verb())
        self.retranslate()
        self.clear("")

    def clear(self, why: str) -> None:
        """Show nothing, and say why."""
        self._data = b""
        self._pages = 0
        self.thumbs.clear()
        self.hint.setText(why)
        for part, is_shown in ((self.thumbs, False), (self.area, False), (self.hint, True)):
            part.setVisible(is_shown)

    def show_pdf(self, data: bytes) -> None:
        """Show a document from its first page on."""
        self._data = data
        self._page = 0
        self._pages = 0
        self._draw(with_thumbs=True)

    def show_page(self, number: int) -> None:
        """Show another page, counted from 0."""
        if self._data and 0 <= number < self._pages and number != self._page:
            self._page = number
            self._draw(with_thumbs=False)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, within reason."""
        self._zoom = min(LARGEST, max(SMALLEST, self._scale() * factor))
        self._draw(with_thumbs=False)

    def fit(self) -> None:
        """Fit the width of the page to the pane."""
        self._zoom = 0.0
        self._draw(with_thumbs=False)

    def retranslate(self) -> None:
        """The names that a screen reader says, and the words in the list of keys."""
        translate = QCoreApplication.translate
        self.thumbs.setAccessibleName(translate("Preview", "Pages"))
        self.area.setAccessibleName(translate("Preview", "Preview of the sheet"))
        self._actions["zoom_in"].setText(translate("Preview", "Larger"))
        self._actions["zoom_out"].setText(translate("Preview", "Smaller"))
        self._actions["zoom_fit"].setText(translate("Preview", "Fit the width"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits the width follows the pane."""
        super().resizeEvent(event)
        if self._data and not self._zoom:
            self._draw(with_thumbs=False)

    def _scale(self) -> float:
        """Pixels for a point."""
        if self._zoom:
            return self._zoom
        room = self.area.viewport().width() - 4
        return max(SMALLEST, room / self._width_points) if self._width_points else 1.0

    def _draw(self, with_thumbs: bool) -> None:
        if not self._data:
            return
        data, page, scale, ratio = self._data, self._page, self._scale(), self.devicePixelRatioF()
        wanted_width = self.area.viewport().width() - 4 if not self._zoom else 0

        def work(step: Step) -> Drawn:
            return draw(data, page, scale, wanted_width, ratio, with_thumbs)

        self._lane.ask(work, self._show, key=f"preview-{id(self)}" if not with_thumbs else "")

    def _show(self, drawn: Drawn) -> None:
        if not self._data:
            return
        self._width_points = drawn.width_points
        self.sheet.setPixmap(QPixmap.fromImage(drawn.page))
        for part, is_shown in ((self.thumbs, drawn.pages > 1), (self.area, True), (self.hint, False)):
            part.setVisible(is_shown)
        if drawn.thumbs:
            self._pages = drawn.pages
            self.thumbs.clear()
            for number, image in enumerate(drawn.thumbs, start=1):
                words = QCoreApplication.translate("Preview", "Page %1").replace("%1", str(number))
                item = QListWidgetItem(QIcon(QPixmap.fromImage(image)), str(number))
                item.setToolTip(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                self.thumbs.addItem(item)
            self.thumbs.setCurrentRow(self._page)


def draw(data: bytes, page: int, scale: float, fit_width: int, ratio: float, with_thumbs: bool) -> Drawn:
    """Draw one page of a PDF, and small ones of all where wanted."""
    document = pypdfium2.PdfDocument(data)
    try:
        sheet = document[page]
        width = float(sheet.get_width())
        used = fit_width / width if fit_width > 0 else scale
        image = _image(sheet, max(SMALLEST, used) * ratio)
        image.setDevicePixelRatio(ratio)
        thumbs: tuple[QImage, ...] = ()
        if with_thumbs:
            thumbs = tuple(
                _image(document[number], THUMB_WIDTH / document[number].get_width()) for number in range(len(document))
            )
        return Drawn(image, thumbs, len(document), width)
    finally:
        document.close()


def _image(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)
    kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
    return image.copy()  # the bytes above die with this function
