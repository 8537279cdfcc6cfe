"""What is seen on one scanned page: the codes on it, whether it is blank, and a small picture of it.

Reading begins with the quickest way, which is enough for nearly every page; only a page on which nothing was found is
looked at again, cleaned of specks and twice as fine.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

import zxingcpp
from PIL import Image, ImageFilter

from meritdesk.core.marks import mark_read, parse_mark
from meritdesk.core.scans import PageSight
from meritdesk.scanning.sources import Source

THUMBNAIL = (170, 260)

_CELL = 8
_MARGIN = 0.06
_INK = 28
_SPECKS = 6
_QUALITY = 60


def see_page(source: Source, index: int, file_name: str, file_digest: str) -> PageSight:
    """Look at one page; raises ``Unfit`` when it cannot be opened."""
    grey = source.grey(index, is_fine=False)
    blank = is_blank(grey)
    marks, turn = _codes(source, index, grey, blank)
    media, content = source.kept(index)
    return PageSight(
        file_name=file_name,
        file_digest=file_digest,
        file_page=index + 1,
        marks=marks,
        is_blank=blank and not marks,
        turn=turn,
        picture=hashlib.sha256(f"{grey.size}".encode() + grey.tobytes()).hexdigest(),
        media=media,
        content=content,
        thumbnail=_thumbnail(grey, turn),
    )


def is_blank(grey: Image.Image) -> bool:
    """Whether nothing but paper, dust and the shadow of an edge is seen."""
    small = grey.reduce(_CELL)
    across, down = int(small.width * _MARGIN), int(small.height * _MARGIN)
    inner = small.crop((across, down, max(small.width - across, across + 1), max(small.height - down, down + 1)))
    histogram = inner.histogram()
    paper, seen, cells = 255, 0, sum(histogram)
    while paper > 0 and (seen := seen + histogram[paper]) * 2 < cells:
        paper -= 1
    return paper > 96 and sum(histogram[: max(paper - _INK, 0)]) <= _SPECKS


def _codes(source: Source, index: int, grey: Image.Image, blank: bool) -> tuple[tuple[str, ...], int]:
    """The codes of a page, each once, and the quarter turns to the right that make it upright."""
    strange: dict[str, None] = {}
    for found in _attempts(source, index, grey, blank):
        ours = {code.text: code for code in found if parse_mark(mark_read(code.text, True)) is not None}
        strange |= dict.fromkeys(code.text for code in found if code.text not in ours)
        if ours:
            turn = -round(next(iter(ours.values())).orientation / 90) % 4
            return tuple(sorted(ours)), turn
    return tuple(sorted(strange)), 0


def _attempts(source: Source, index: int, grey: Image.Image, blank: bool) -> Iterator[list[zxingcpp.Barcode]]:
    yield _read(grey, zxingcpp.Binarizer.LocalAverage)
    yield _read(grey, zxingcpp.Binarizer.GlobalHistogram)
    if blank:
        return
    yield _read(grey, zxingcpp.Binarizer.FixedThreshold)
    yield _read(grey.filter(ImageFilter.MedianFilter(3)), zxingcpp.Binarizer.LocalAverage)
    fine = source.grey(index, is_fine=True)
    yield _read(fine, zxingcpp.Binarizer.LocalAverage)
    yield _read(fine.filter(ImageFilter.GaussianBlur(1.2)), zxingcpp.Binarizer.LocalAverage)


def _read(picture: Image.Image, binarizer: zxingcpp.Binarizer) -> list[zxingcpp.Barcode]:
    rows = memoryview(picture.tobytes()).cast("B", (picture.height, picture.width))
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.read_barcodes(rows, formats=wanted, try_invert=False, binarizer=binarizer)


def _thumbnail(grey: Image.Image, turn: int) -> bytes:
    small = grey.reduce(max(1, min(grey.width, grey.height) // (2 * THUMBNAIL[0])))
    if turn:
        small = small.rotate(-90 * turn, expand=True)
    small.thumbnail(THUMBNAIL)
    content = io.BytesIO()
    small.save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()
