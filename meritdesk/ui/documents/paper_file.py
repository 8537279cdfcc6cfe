"""A PDF that is being looked at or printed: opened once, drawn page by page, searched; used on the lane only."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage

from meritdesk.core.errors import FileRefusal
from meritdesk.services.changes import Step

SMALLEST = 0.1
MOST_FINDINGS = 2_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a searched word stands: the page counted from 0, and boxes in points from the upper left corner."""

    page: int
    boxes: tuple[QRectF, ...]


_THUMB_OVERSIZE = 3


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page as an image, with the size of the paper in points."""

    number: int
    image: QImage
    width: float
    height: float


class PaperFile:
    """An opened PDF. It reads what it needs from the file, so that twelve thousand sheets are not held in memory."""

    def __init__(self, source: bytes | Path) -> None:
        try:
            self._document = pypdfium2.PdfDocument(source)
            self.count = len(self._document)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise FileRefusal("DOC-672", file=source.name if isinstance(source, Path) else "PDF") from error

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def size_of(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def draw(self, number: int, scale: float, ratio: float = 1.0, *, is_grey: bool = False) -> DrawnPage:
        """One page at so many pixels for a point."""
        with closing(self._document[number]) as page:
            image = _image(page, max(SMALLEST, scale) * ratio, is_grey)
            width, height = float(page.get_width()), float(page.get_height())
        image.setDevicePixelRatio(ratio)
        return DrawnPage(number, image, width, height)

    def thumbs(self, numbers: Sequence[int], width: int, ratio: float) -> list[DrawnPage]:
        """Some pages small; drawn large and made small, for lines as thin as they are would fill a small page."""
        return [self._small(number, width, ratio) for number in numbers]

    def _small(self, number: int, width: int, ratio: float) -> DrawnPage:
        wide, high = self.size_of(number)
        scale = min(width / wide, width * 3 / 2 / high)
        large = self.draw(number, scale * _THUMB_OVERSIZE, ratio)
        wanted = QSize(round(wide * scale * ratio), round(high * scale * ratio))
        image = large.image.scaled(
            wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        image.setDevicePixelRatio(ratio)
        return replace(large, image=image)

    def find(self, text: str, step: Step) -> tuple[Finding, ...]:
        """Every place where the text stands, in page order; whether letters are large or small does not count."""
        found: list[Finding] = []
        for number in range(self.count):
            step(number, self.count)
            with closing(self._document[number]) as page, closing(page.get_textpage()) as words:
                height = page.get_height()
                with closing(words.search(text)) as search:
                    while (hit := search.get_next()) is not None and len(found) < MOST_FINDINGS:
                        found.append(Finding(number, _boxes(words, hit, height)))
            if len(found) >= MOST_FINDINGS:
                break
        return tuple(found)


def _boxes(words: pypdfium2.PdfTextPage, hit: tuple[int, int], height: float) -> tuple[QRectF, ...]:
    boxes = []
    for place in range(words.count_rects(*hit)):
        left, bottom, right, top = words.get_rect(place)
        boxes.append(QRectF(left, height - top, right - left, top - bottom))
    return tuple(boxes)


def _image(page: pypdfium2.PdfPage, scale: float, is_grey: bool) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True, grayscale=is_grey)
    kind = {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBA8888,
    }[bitmap.n_channels]
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
    return image.copy()  # the bytes above die with this function
