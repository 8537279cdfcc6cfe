"""What a reader would see: the paper with its signatures must look like the paper without, save at the places to sign.

This asks another program (pdfium) than the one that checked the structure, so that a file that two readers understand
differently is found out by what one of them shows.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from meritdesk.core.documents import SignaturePlace
from meritdesk.core.signatures import Addition

# A sheet has a few pages; a longer one is compared so far.
_MOST_PAGES = 40
_SCALE = 1.0
# Rounding of a line's edge in drawing is no difference; a letter is.
_SLACK = 24
_MOST_STRAY_DOTS = 6
_ROOM = 2.0
# No form prints letters as tall as this, in points; a word across the sheet does.
_TALLEST_LETTER = 30.0


@dataclass(frozen=True, slots=True)
class Widget:
    """A signature field as it stands on a page, in points from the lower left corner."""

    field: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    is_filled: bool

    @property
    def is_visible(self) -> bool:
        """Whether it covers any ground."""
        return self.right - self.left > 0.5 and self.top - self.bottom > 0.5

    def is_within(self, place: SignaturePlace) -> bool:
        """Whether it lies inside a place to sign."""
        return (
            self.page == place.page
            and self.left >= place.x - _ROOM
            and self.bottom >= place.y - _ROOM
            and self.right <= place.x + place.width + _ROOM
            and self.top <= place.y + place.height + _ROOM
        )


def additions_seen(
    data: bytes, paper_length: int, places: Sequence[SignaturePlace], widgets: Sequence[Widget]
) -> Iterator[Addition]:
    """What is seen in the file that was not on the paper: pages, pictures of signatures elsewhere, other words."""
    with _open(data[:paper_length]) as paper, _open(data) as now:
        shown = [widget for widget in widgets if widget.is_visible]
        if any(not any(widget.is_within(place) for place in places) for widget in shown):
            yield Addition.OUTSIDE_PLACE
        if any(_covers_text(paper, widget) for widget in shown):
            yield Addition.COVERS_TEXT
        if len(paper) != len(now):
            yield Addition.PAGE_COUNT
        elif any(
            _looks_different(paper, now, number, [place for place in places if place.page == number + 1])
            for number in range(min(len(paper), _MOST_PAGES))
        ):
            yield Addition.LOOKS_DIFFERENT


@contextlib.contextmanager
def _open(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with contextlib.closing(pypdfium2.PdfDocument(data)) as document:
        document.init_forms()
        yield document


def _covers_text(paper: pypdfium2.PdfDocument, widget: Widget) -> bool:
    if not 1 <= widget.page <= len(paper):
        return True
    with contextlib.closing(paper[widget.page - 1]) as page, contextlib.closing(page.get_textpage()) as text:
        bounds = (widget.left + _ROOM, widget.bottom + _ROOM, widget.right - _ROOM, widget.top - _ROOM)
        under = text.get_text_bounded(*bounds)
        return bool(under.strip()) and any(_stands_in(text, place, bounds) for place in range(text.count_chars()))


def _stands_in(text: pypdfium2.PdfTextPage, place: int, bounds: tuple[float, float, float, float]) -> bool:
    """Whether a letter of the sheet stands inside; those of a watermark, such as LATIHAN, lie under everything."""
    left, bottom, right, top = text.get_charbox(place)
    is_watermark = top - bottom > _TALLEST_LETTER
    is_apart = right <= bounds[0] or left >= bounds[2] or top <= bounds[1] or bottom >= bounds[3]
    return right > left and not is_watermark and not is_apart


def _looks_different(
    paper: pypdfium2.PdfDocument, now: pypdfium2.PdfDocument, number: int, places: Sequence[SignaturePlace]
) -> bool:
    before, width, height = _picture(paper, number, places)
    after, *size = _picture(now, number, places)
    if [width, height] != size:
        return True
    if before == after:
        return False
    stray = sum(1 for one, other in zip(before, after, strict=True) if abs(one - other) > _SLACK)
    return stray > _MOST_STRAY_DOTS


def _picture(document: pypdfium2.PdfDocument, number: int, places: Sequence[SignaturePlace]) -> tuple[bytes, int, int]:
    """A page in grey, one dot a point, with the places to sign left blank."""
    with contextlib.closing(document[number]) as page:
        _, top = page.get_size()
        bitmap = page.render(scale=_SCALE, grayscale=True, may_draw_forms=True)
        with contextlib.closing(bitmap):
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            dots = bytearray(bytes(bitmap.buffer))
    for place in places:
        first = max(0, int(top - place.y - place.height) - 1)
        last = min(height, int(top - place.y) + 2)
        left, right = max(0, place.x - 1), min(width, place.x + place.width + 2)
        for row in range(first, last):
            dots[row * stride + left : row * stride + right] = bytes(right - left)
    return bytes(dots), width, height
