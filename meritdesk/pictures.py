"""Pictures from outside, drawn by a process apart: photos of evidence, and pages that a scanner wrote.

Readers of pictures are as old as readers of PDF and no safer, so the window never unpacks one. It asks for a size, and
what comes back are plain points of that size or fewer. A picture that is damaged, far too large or endless is named as
that; whoever asked says it in the words of the place.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, ParamSpec

from meritdesk.quarantine import Fate, Lost, lent

if TYPE_CHECKING:
    from PIL import Image

Given = ParamSpec("Given")

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_MOST_BYTES = 180_000_000
"""What one picture may take unpacked: 45 million points in colour. A JPEG is unpacked small and may have more."""

_LONGEST_SIDE = 65_535
"""A JPEG has no longer one. Every row is held by a pointer, so a picture of one column takes nine times its points."""

_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2}
"""Bytes a point while it is unpacked; others take four."""

_BAND = 256
_TURN, _ACROSS = 0x0112, (5, 6, 7, 8)
_QUALITY = 82
_POINTS_OF_A_PAGE = 8_000_000


class Why(StrEnum):
    """Why a picture cannot be shown."""

    DAMAGED = "DAMAGED"
    TOO_LARGE = "TOO_LARGE"
    GAVE_UP = "GAVE_UP"


class Unshown(Exception):
    """A picture that cannot be shown."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Raster(NamedTuple):
    """Plain points, three bytes each from the upper left corner."""

    width: int
    height: int
    points: bytes


class Box(NamedTuple):
    """What a picture may take at most; it is made smaller to fit and never larger."""

    width: int
    height: int


_FATES = {Fate.SWOLLEN: Why.TOO_LARGE, Fate.SLOW: Why.GAVE_UP, Fate.DIED: Why.GAVE_UP}


def small(source: bytes | Path, box: Box) -> Raster:
    """A picture on white, upright, small enough for the box; raises ``Unshown``."""
    return _sound(_apart(drawn, source, box), box)


def several(sources: Sequence[bytes], box: Box) -> list[Raster | None]:
    """Some pictures at once; nothing for one that cannot be shown. One that ends the process is asked for alone."""
    try:
        found = _apart(drawn_each, tuple(sources), box)
        assert isinstance(found, list) and len(found) == len(sources)
        return [None if one is None else _sound(one, box) for one in found]
    except Unshown:
        if len(sources) < 2:
            return [None] * len(sources)
        half = len(sources) // 2
        return [*several(sources[:half], box), *several(sources[half:], box)]


def page(content: bytes, scale: float) -> Raster:
    """The first page of a PDF at so many points for one of its own, within reason; raises ``Unshown``."""
    side = _POINTS_OF_A_PAGE
    found = _sound(_apart(drawn_page, content, scale), Box(side, side))
    if found.width * found.height > 2 * _POINTS_OF_A_PAGE:
        raise Unshown(Why.GAVE_UP)
    return found


def smaller_file(source: Path, box: Box) -> bytes:
    """The same picture as a JPEG that fits the box; raises ``Unshown``."""
    found = _apart(written, source, box)
    if not isinstance(found, bytes) or len(found) > 3 * box.width * box.height:
        raise Unshown(Why.GAVE_UP)
    return found


def _apart(work: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> object:
    with lent("paper") as ward:
        try:
            return ward.do(work, *given, **named)
        except Lost as lost:
            raise Unshown(_FATES[lost.fate]) from lost


def _sound(found: object, box: Box) -> Raster:
    """What came back, believed only where it is as many points as it says, and fits."""
    if isinstance(found, Raster):
        fits = 0 < found.width <= box.width and 0 < found.height <= box.height
        if fits and isinstance(found.points, bytes) and len(found.points) == found.width * found.height * 3:
            return found
    raise Unshown(Why.GAVE_UP)


# --- what the process apart does -------------------------------------------------------------------------------------


def drawn(source: bytes | Path, box: Box) -> Raster:
    """One picture, unpacked and made small."""
    return _raster(_fitted(source, box))


def drawn_each(sources: Sequence[bytes], box: Box) -> list[Raster | None]:
    """Several pictures, one after the other."""
    found: list[Raster | None] = []
    for one in sources:
        try:
            found.append(drawn(one, box))
        except Unshown:
            found.append(None)
    return found


def written(source: Path, box: Box) -> bytes:
    """One picture, unpacked, made small and packed again."""
    content = io.BytesIO()
    _fitted(source, box).save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()


def drawn_page(content: bytes, scale: float) -> Raster:
    """The first page of a PDF."""
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(content)) as document, closing(document[0]) as sheet:
            width, height = sheet.get_size()
            # A scanner that wrote its pixels as points makes a page of two metres.
            fitting = min(scale, math.sqrt(_POINTS_OF_A_PAGE / max(width * height, 1.0)))
            bitmap = sheet.render(scale=fitting, rev_byteorder=True, prefer_bgrx=False)
            with closing(bitmap):
                return _raster(bitmap.to_pil().convert("RGB"))
    except pypdfium2.PdfiumError as error:
        raise Unshown(Why.DAMAGED) from error


def _fitted(source: bytes | Path, box: Box) -> Image.Image:
    import warnings

    from PIL import Image  # only here: the program opens without it

    # Nothing is printed of what Pillow thinks of a file; the bounds are ours.
    warnings.simplefilter("ignore")
    try:
        with Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=_FORMATS) as picture:
            if picture.format == "JPEG":
                picture.draft(None, _times(picture, _scale(picture, box)))
            # Before anything else is asked of it: a PNG is unpacked to say how it is turned.
            if max(picture.size) > _LONGEST_SIDE or math.prod(picture.size) * _BYTES.get(picture.mode, 4) > _MOST_BYTES:
                raise Unshown(Why.TOO_LARGE)
            return _upright(picture, box)
    except (Unshown, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise Unshown(Why.TOO_LARGE) from error
    except Exception as error:
        # Readers of pictures raise whatever they stumble over.
        raise Unshown(Why.DAMAGED) from error


def _scale(picture: Image.Image, box: Box) -> float:
    """How much smaller it becomes, the way its camera held it."""
    wide, high = reversed(box) if picture.getexif().get(_TURN, 1) in _ACROSS else box
    return min(1.0, wide / picture.width, high / picture.height)


def _times(picture: Image.Image, scale: float) -> tuple[int, int]:
    return max(1, int(picture.width * scale)), max(1, int(picture.height * scale))


def _upright(picture: Image.Image, box: Box) -> Image.Image:
    """The picture as its camera held it, made small by bands so that nothing large is held twice."""
    from PIL import Image, ImageOps

    picture.load()
    scale = _scale(picture, box)
    steps = max(1, round(1 / scale))
    across, down = min(steps, picture.width), min(steps, picture.height)
    less = Image.new("RGB", (-(-picture.width // across), -(-picture.height // down)))
    rows = down * max(1, _BAND // down)
    for top in range(0, picture.height, rows):
        band = picture.crop((0, top, picture.width, min(picture.height, top + rows)))
        less.paste(_on_white(band).reduce((across, down)), (0, top // down))
    width, height = _times(picture, scale)
    less = less.resize((min(width, less.width), min(height, less.height)), Image.Resampling.BILINEAR)
    less.info["exif"] = picture.info.get("exif", b"")
    return ImageOps.exif_transpose(less)


def _on_white(band: Image.Image) -> Image.Image:
    from PIL import Image

    if band.mode in ("LA", "PA", "La", "RGBA", "RGBa") or "transparency" in band.info:
        clear = band.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    if band.mode.startswith("I;16"):
        return band.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    return band.convert("RGB")


def _raster(picture: Image.Image) -> Raster:
    return Raster(picture.width, picture.height, picture.tobytes())
