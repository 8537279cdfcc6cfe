"""Pages on their way to a printer: drawn in the lane, painted on the window's thread one by one, stoppable between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from meritdesk.core.errors import FileRefusal
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.paper_file import DrawnPage, PaperFile
from meritdesk.ui.documents.printers import POINTS_PER_MILLIMETRE, PrinterSetup, page_layout

# Sharp for 11 pt type and QR codes; more only makes the spool larger.
_DOTS_PER_INCH = 300
# Points; office printers leave 4 to 6 mm.
_LEAST_MARGIN = 14.0


class PaperRun(QObject):
    """One job on one printer; ``progressed`` counts pages, ``ended`` says how many were sent, ``failed`` why not."""

    progressed = Signal(int, int)
    ended = Signal(int, bool)  # pages sent, whether it was stopped
    failed = Signal(object)  # Refusal

    def __init__(
        self,
        lane: Lane,
        file: PaperFile,
        printer: QPrinter,
        pages: Sequence[int],
        setup: PrinterSetup,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file = file
        self._printer = printer
        self._pages = tuple(pages)
        self._setup = setup
        self._painter: QPainter | None = None
        self._done = 0
        self._is_stopped = False

    def start(self) -> None:
        """Send the first page; the others follow."""
        self._ask()

    def stop(self) -> None:
        """No further page is sent; those already sent come out of the printer."""
        self._is_stopped = True

    def _ask(self) -> None:
        number = self._pages[self._done] - 1
        is_grey = self._printer.colorMode() is QPrinter.ColorMode.GrayScale
        scale = min(_DOTS_PER_INCH, max(72, self._printer.resolution())) / 72
        self._lane.ask(lambda step: self._file.draw(number, scale, is_grey=is_grey), self._paint)

    def _paint(self, drawn: DrawnPage) -> None:
        if self._is_stopped:
            self._end()
            return
        self._printer.setPageLayout(page_layout(drawn.width, drawn.height))
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                self._painter = None
                self.failed.emit(FileRefusal("DOC-673", printer=self._printer.printerName()))
                return
        elif not self._printer.newPage():
            self._painter.end()
            self._painter = None
            self.failed.emit(FileRefusal("DOC-673", printer=self._printer.printerName()))
            return
        self._painter.drawImage(self._place(drawn), drawn.image)
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._end()
        else:
            self._ask()

    def _place(self, drawn: DrawnPage) -> QRectF:
        """Where the page goes, in dots of the printer: at its true size, or shrunk into what the printer can reach."""
        dots = self._printer.resolution() / 72
        width, height = drawn.width * dots, drawn.height * dots
        if self._setup.is_fitted:
            room = self._printer.paperRect(QPrinter.Unit.DevicePixel)
            margins = self._printer.pageLayout().minimumMargins()
            left, top, right, bottom = (
                max(side, _LEAST_MARGIN) * dots
                for side in (margins.left(), margins.top(), margins.right(), margins.bottom())
            )
            shrunk = min(1.0, (room.width() - left - right) / width, (room.height() - top - bottom) / height)
            x, y = (room.width() - width * shrunk) / 2, (room.height() - height * shrunk) / 2
            width, height = width * shrunk, height * shrunk
        else:
            x = y = 0.0
        shift = POINTS_PER_MILLIMETRE * dots
        return QRectF(x + self._setup.right_mm * shift, y + self._setup.down_mm * shift, width, height)

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self.ended.emit(self._done, self._is_stopped)
