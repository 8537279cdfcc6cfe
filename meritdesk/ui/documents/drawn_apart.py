"""A page from the scanner drawn for the eye, by a process apart that knows nothing of the window."""

from __future__ import annotations

import math
from contextlib import closing

from meritdesk.quarantine import guarded

_MOST_PIXELS = 8_000_000


def picture_of(content: bytes, name: str, scale: float) -> bytes:
    """The first page of a PDF as a picture in colour (PPM); ``DOC-674`` to ``DOC-676`` when it takes its reader down.

    What is no PDF gives no bytes.
    """
    with guarded(name) as ward:
        return ward.do(drawn, content, scale)


def drawn(content: bytes, scale: float) -> bytes:
    """What the process apart does."""
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(content)) as document, closing(document[0]) as page:
            width, height = page.get_size()
            # A scanner that wrote its pixels as points makes a page of two metres.
            fitting = min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
            bitmap = page.render(scale=fitting, rev_byteorder=True, prefer_bgrx=False)
            with closing(bitmap):
                picture = bitmap.to_pil().convert("RGB")
    except pypdfium2.PdfiumError:
        return b""
    return b"P6 %d %d 255\n" % picture.size + bytes(picture.tobytes())
