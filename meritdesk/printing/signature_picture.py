"""What is seen at the place of an electronic signature: whose it is, who vouches for it, and when."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

from meritdesk.printing.page import Page
from meritdesk.printing.pdf_file import PdfFile
from meritdesk.printing.stationery import long_date
from meritdesk.printing.typefaces import Face, legible, measure_once
from meritdesk.printing.wording import prescribed_wording

_SMALL, _LARGE = 6.5, 8.5
_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}
_LEADING = 1.18
_INSET = 3.0


def signature_picture(holder: str, issuer: str, moment: datetime, width: int, height: int) -> bytes:
    """A page of exactly this size in points: whose signature, by whose word, and when by the clock of this PC.

    A line too wide or lines too high are drawn smaller, so that nothing is cut off.
    """
    word = prescribed_wording().word
    lines = (
        (word("esign.by"), Face.REGULAR, _SMALL),
        (holder, Face.BOLD, _LARGE),
        (word("esign.issuer", issuer=issuer), Face.REGULAR, _SMALL),
        (word("esign.moment", day=long_date(moment.date()), time=f"{moment:%H.%M}", zone=_zone(moment)),
         Face.REGULAR, _SMALL),
    )  # fmt: skip
    shown = [(legible(text).replace("\n", " "), face, size) for text, face, size in lines]
    needed = sum(size * _LEADING for _, _, size in shown)
    shrink = min(1.0, (height - 2 * _INSET) / needed)
    page = Page()
    page.box(_INSET / 2, _INSET / 2, width - _INSET, height - _INSET)
    y = height - (height - needed * shrink) / 2
    for text, face, size in shown:
        wide = measure_once(text, face)
        drawn = min(size * shrink, (width - 4 * _INSET) / wide) if wide else size
        y -= size * shrink * _LEADING
        page.word(text, (width - wide * drawn) / 2, y + 0.24 * size * shrink, round(drawn, 2), face)
    stream = io.BytesIO()
    pdf = PdfFile(stream, "MeritDesk")
    pdf.add_page(width, height, page.content(pdf.ink))
    pdf.close()
    return stream.getvalue()


def _zone(moment: datetime) -> str:
    """The Indonesian name of the zone; elsewhere the distance from UTC."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return _ZONES.get(offset, f"UTC{moment:%z}")
