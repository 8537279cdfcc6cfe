"""Printed sheets as an office scanner gives them back: 150 dpi, grey, turned, askew, with specks, a little cropped."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

DPI = 150


def picture_of(
    page: pypdfium2.PdfPage, chance: random.Random, turn: int = 0, askew: float = 0.0, specks: float = 0.004
) -> Image.Image:
    """One page as the glass sees it; ``turn`` in quarters to the right, ``askew`` in degrees."""
    width, height = page.get_size()
    scale = DPI / 72
    angle = math.radians(90 * turn + askew)
    across, down = (height, width) if turn % 2 else (width, height)
    # The feed of a scanner takes a few millimetres off at the edges.
    size = (round((across - chance.uniform(0, 9)) * scale), round((down - chance.uniform(0, 9)) * scale))
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    x, y = width / 2, height / 2
    bitmap = pypdfium2.PdfBitmap.new_native(*size, pdfium.FPDFBitmap_Gray)
    bitmap.fill_rect((250, 250, 250, 255), 0, 0, *size)
    pdfium.FPDF_RenderPageBitmapWithMatrix(
        bitmap,
        page,
        pdfium.FS_MATRIX(cos, sin, -sin, cos, size[0] / 2 - (cos * x - sin * y), size[1] / 2 - (sin * x + cos * y)),
        pdfium.FS_RECTF(0, 0, *size),
        0,
    )
    grey = bytearray(bitmap.buffer)
    for _ in range(int(len(grey) * specks)):
        grey[int(chance.random() * len(grey))] = int(chance.random() * 256)
    return Image.frombytes("L", size, bytes(grey), "raw", "L", bitmap.stride, 1)


def pictures_of(path: Path, chance: random.Random, most_askew: float = 2.5) -> Iterator[Image.Image]:
    """Every page of a printed file, turned and laid askew as the hand that fed the scanner was."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page:
                yield picture_of(page, chance, chance.randrange(4), chance.uniform(-most_askew, most_askew))


def blank_page(chance: random.Random, specks: float = 0.002) -> Image.Image:
    """The empty back of a sheet, with dust and the shadow of its edge."""
    picture = Image.new("L", (1275, 1950), 248)
    picture.paste(150, (0, 0, 14, 1950))
    grey = bytearray(picture.tobytes())
    for _ in range(int(len(grey) * specks)):
        grey[int(chance.random() * len(grey))] = int(chance.random() * 256)
    return Image.frombytes("L", picture.size, bytes(grey))


def as_pdf(pictures: Sequence[Image.Image], path: Path, quality: int = 60) -> Path:
    """Pictures as the PDF of a scanner: a JPEG a page."""
    with closing(pypdfium2.PdfDocument.new()) as document:
        for picture in pictures:
            content = io.BytesIO()
            picture.save(content, "JPEG", quality=quality)
            width, height = (side * 72 / DPI for side in picture.size)
            page = document.new_page(width, height)
            image = pypdfium2.PdfImage.new(document)
            content.seek(0)
            image.load_jpeg(content, inline=True)
            image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
            page.insert_obj(image)
            page.gen_content()
            page.close()
        document.save(path)
    return path
