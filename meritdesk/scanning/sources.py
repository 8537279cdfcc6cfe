"""A file from the scanner, opened: how many pages it has, what each looks like in grey, and how each is kept.

A page is never opened before its size was looked at, and only one page is in memory at a time.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Protocol

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps

from meritdesk.core.scans import ScanMedia
from meritdesk.scanning.kinds import ENDINGS, NORMAL_DPI, kind_of

MOST_PIXELS = 72_000_000
"""An A3 sheet at 600 dpi; what is larger is no scan of a form but a picture made to fill the memory."""

MOST_BYTES = 110_000_000
"""The same picture unpacked: an A4 sheet in colour at 600 dpi, an A3 sheet in grey."""

LONGEST_SIDE = 32_000

_MOST_HELD = 210_000_000
_HELD = {"1": 2, "L": 1, "I;16": 3, "I": 5, "F": 5, "RGB": 5, "P": 6, "CMYK": 9, "RGBA": 10}
"""Bytes a pixel, of what is held at once while a picture of this kind becomes grey on white paper; others take 13."""

KEPT_BYTES = 400 * 1024
"""A page is kept as the scanner wrote it up to this size; a larger one is kept as a picture of 150 dpi."""

_RENDERED_PIXELS = 24_000_000
_NORMAL_SIDE = 2_000
_QUALITY = 72
_PICTURES = ("PNG", "JPEG", "TIFF")
_NESTED = 4


class Unfit(Exception):
    """A file or page that cannot be read; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Source(Protocol):
    """An opened file from the scanner; pages count from 0."""

    def __len__(self) -> int: ...
    def grey(self, index: int, is_fine: bool) -> Image.Image:
        """The page in grey at about 150 dpi, or twice as fine."""
        ...

    def kept(self, index: int) -> tuple[ScanMedia, bytes]:
        """The page as it is kept in the store."""
        ...

    def close(self) -> None: ...


def open_source(path: Path) -> Source:
    """Open a file; raises ``Unfit`` with ``DOC-620`` to ``DOC-623`` or ``DOC-626``."""
    try:
        with path.open("rb") as file:
            kind = kind_of(file.read(1024))
    except OSError as error:
        raise Unfit("DOC-620") from error
    if kind == "PDF":
        return PdfSource(path)
    if kind == "PICTURE":
        return PictureSource(path)
    raise Unfit("DOC-621" if path.suffix.casefold() in ENDINGS else "DOC-626")


class PdfSource:
    """A PDF from the scanner, each page of which is one picture."""

    def __init__(self, path: Path) -> None:
        try:
            self._document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            is_locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
            raise Unfit("DOC-622" if is_locked else "DOC-621") from error

    def __len__(self) -> int:
        return len(self._document)

    def grey(self, index: int, is_fine: bool) -> Image.Image:
        """The picture of the scanner where the page is nothing else, since unpacking is quicker than drawing."""
        with self._page(index) as page:
            if not is_fine and (scanned := _lone_jpeg(page)) is not None:
                return scanned
            return _rendered(page, NORMAL_DPI * (1 + is_fine), is_grey=True)

    def kept(self, index: int) -> tuple[ScanMedia, bytes]:
        """The page alone as a PDF, with the very picture that the scanner made, unless that is too large."""
        with self._page(index) as page:
            with closing(pypdfium2.PdfDocument.new()) as alone:
                alone.import_pages(self._document, [index])
                content = io.BytesIO()
                alone.save(content)
            if content.tell() <= KEPT_BYTES:
                return ScanMedia.PDF, content.getvalue()
            return ScanMedia.JPEG, _jpeg(_rendered(page, NORMAL_DPI, is_grey=False))

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    @contextmanager
    def _page(self, index: int) -> Iterator[pypdfium2.PdfPage]:
        try:
            page = self._document[index]
        except pypdfium2.PdfiumError as error:
            raise Unfit("DOC-621") from error
        try:
            for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED):
                pixels = math.prod(picture.get_px_size())
                if pixels > MOST_PIXELS or pixels * picture.get_metadata().bits_per_pixel // 8 > MOST_BYTES:
                    raise Unfit("DOC-623")
            yield page
        except pypdfium2.PdfiumError as error:
            raise Unfit("DOC-621") from error
        finally:
            page.close()


def _require_room(picture: Image.Image) -> None:
    """Refuse a picture that unpacks to more than any scan of a form (``DOC-623``), before a line of it is unpacked."""
    pixels = math.prod(picture.size)
    held = 13 if "transparency" in picture.info else _HELD.get(picture.mode, 13)
    is_long = max(picture.size) > LONGEST_SIDE or pixels > MOST_PIXELS
    if is_long or pixels * len(picture.getbands()) > MOST_BYTES or pixels * held > _MOST_HELD:
        raise Unfit("DOC-623")


class PictureSource:
    """A picture from the scanner; a TIFF may hold many pages."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                self._picture = Image.open(path, formats=_PICTURES)
            _require_room(self._picture)
            self._count = int(getattr(self._picture, "n_frames", 1)) if self._picture.format == "TIFF" else 1
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise Unfit("DOC-623") from error
        except (OSError, ValueError, SyntaxError) as error:
            raise Unfit("DOC-621") from error

    def __len__(self) -> int:
        return self._count

    def grey(self, index: int, is_fine: bool) -> Image.Image:
        """In grey, made smaller by whole steps, or larger where the codes are too fine for the reader."""
        whole = _grey(self._frame(index))
        wanted = _NORMAL_SIDE * (1 + is_fine)
        longest = max(whole.size)
        if longest >= 2 * wanted:
            return whole.reduce(longest // wanted)
        if is_fine and longest >= wanted + wanted // 2:
            return whole.reduce(2)
        if is_fine and longest <= wanted // 2 + wanted // 8:
            return whole.resize((whole.width * 2, whole.height * 2), Image.Resampling.BICUBIC)
        return whole

    def kept(self, index: int) -> tuple[ScanMedia, bytes]:
        """The bytes of the scanner where they are one page and not too large, else the picture anew."""
        picture = self._frame(index)
        if self._picture.format in ("PNG", "JPEG") and not _is_turned(self._picture):
            media = ScanMedia.PNG if self._picture.format == "PNG" else ScanMedia.JPEG
            content = self._path.read_bytes()
            if len(content) <= KEPT_BYTES:
                return media, content
        if picture.mode == "1":
            return ScanMedia.PNG, _png(picture)
        return ScanMedia.JPEG, _jpeg(picture)

    def close(self) -> None:
        """Let go of the file."""
        self._picture.close()

    def _frame(self, index: int) -> Image.Image:
        """One page, upright as its camera or scanner noted it, on white paper."""
        try:
            self._picture.seek(index)
            _require_room(self._picture)
            # Nothing large is copied that may stay where it is.
            picture = ImageOps.exif_transpose(self._picture) if _is_turned(self._picture) else self._picture
            if picture.mode in ("LA", "PA", "RGBA") or "transparency" in picture.info:
                clear = picture if picture.mode == "RGBA" else picture.convert("RGBA")
                paper = Image.new("RGB", clear.size, "white")
                paper.paste(clear, mask=clear.getchannel("A"))
                return paper
            if picture.mode in ("1", "L", "RGB"):
                picture.load()
                return picture
            return picture.convert("L" if picture.mode.startswith(("I", "F")) else "RGB")
        except Image.DecompressionBombError as error:
            raise Unfit("DOC-623") from error
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise Unfit("DOC-621") from error


def _lone_jpeg(page: pypdfium2.PdfPage) -> Image.Image | None:
    """The one JPEG that fills a page, in grey; nothing when the page is anything else or the picture is damaged."""
    things = list(islice(page.get_objects(max_depth=_NESTED), 2))
    if len(things) != 1 or things[0].type != pdfium.FPDF_PAGEOBJ_IMAGE or page.get_rotation():
        return None
    across, tilt, lean, down, left, bottom = things[0].get_matrix().get()
    width, height = page.get_size()
    fills = max(abs(left), abs(bottom), abs(across - width), abs(down - height)) <= max(width, height) / 50
    if tilt or lean or not fills or list(things[0].get_filters()) != ["DCTDecode"]:
        return None
    try:
        with Image.open(io.BytesIO(bytes(things[0].get_data())), formats=("JPEG",)) as picture:
            _require_room(picture)
            longest = max(picture.size)
            if longest < _NORMAL_SIDE * 3 // 4 or picture.mode not in ("L", "RGB"):
                return None
            if longest >= 2 * _NORMAL_SIDE:
                picture.draft("L", (picture.width // 2, picture.height // 2))
            grey = picture.convert("L")
            return grey.reduce(max(grey.size) // _NORMAL_SIDE) if max(grey.size) >= 2 * _NORMAL_SIDE else grey
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _rendered(page: pypdfium2.PdfPage, dpi: int, is_grey: bool) -> Image.Image:
    width, height = page.get_size()
    if not (width > 0 and height > 0 and math.isfinite(width * height)):
        raise Unfit("DOC-621")
    # A scanner that wrote its pixels as points makes a page of two metres: as many pixels as there is sense in.
    scale = min(dpi / 72, math.sqrt(_RENDERED_PIXELS / (width * height)))
    bitmap = page.render(scale=scale, grayscale=is_grey, rev_byteorder=not is_grey)
    try:
        mode, raw = ("L", "L") if bitmap.n_channels == 1 else ("RGB", "RGB" if bitmap.n_channels == 3 else "RGBX")
        size = (bitmap.width, bitmap.height)
        return Image.frombytes(mode, size, bytes(bitmap.buffer), "raw", raw, bitmap.stride, 1)
    finally:
        bitmap.close()


def _grey(picture: Image.Image) -> Image.Image:
    """In grey; a picture that is grey already is not copied."""
    picture.load()
    return picture if picture.mode == "L" else picture.convert("L")


def _is_turned(picture: Image.Image) -> bool:
    return bool(picture.getexif().get(0x0112, 1) != 1)


def _jpeg(picture: Image.Image) -> bytes:
    if max(picture.size) >= 2 * _NORMAL_SIDE:
        picture = picture.convert("L") if picture.mode == "1" else picture
        picture = picture.reduce(max(picture.size) // _NORMAL_SIDE)
    content = io.BytesIO()
    picture.convert("L" if picture.mode in ("1", "L") else "RGB").save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()


def _png(picture: Image.Image) -> bytes:
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
