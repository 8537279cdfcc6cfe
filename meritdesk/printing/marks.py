"""The marks in the foot of the pages of a PDF, read without trust and in a process apart."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from meritdesk.core.errors import FileRefusal
from meritdesk.printing.stationery import FOOT_TOP
from meritdesk.quarantine import guarded

# A file of ours is known by its bytes before this is asked; of what was changed, so much can be read in a few seconds.
_MOST_PAGES = 2_000
_MARK = re.compile(r"QR\[([^\[\]]*)\]")


def marks_in(path: Path) -> tuple[tuple[str, ...], int]:
    """The marks, each once and in page order, and how many pages there are.

    What is no PDF is refused (``DOC-411``, ``DOC-663`` too many pages, ``DOC-664`` locked), and so is what takes down
    the process in which it is opened (``DOC-674`` to ``DOC-676``).
    """
    with guarded(path.name) as ward:
        return ward.do(read_marks, path)


def read_marks(path: Path) -> tuple[tuple[str, ...], int]:
    """The same, in this very process."""
    try:
        with contextlib.closing(pypdfium2.PdfDocument(path)) as document:
            marks: dict[str, None] = {}
            count = len(document)
            if count > _MOST_PAGES:
                raise FileRefusal("DOC-663", name=path.name)
            for number in range(count):
                with contextlib.closing(document[number]) as page:
                    marks |= dict.fromkeys(_marks_of(page))
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise FileRefusal("DOC-664", name=path.name) from error
        raise FileRefusal("DOC-411", path=str(path)) from error
    return tuple(marks), count


def pages_of(data: bytes, first_page: int, pages: int) -> bytes:
    """Some pages of a file as a PDF of their own; pages count from 1."""
    try:
        with (
            contextlib.closing(pypdfium2.PdfDocument(data)) as whole,
            contextlib.closing(pypdfium2.PdfDocument.new()) as part,
        ):
            part.import_pages(whole, list(range(first_page - 1, first_page - 1 + pages)))
            stream = io.BytesIO()
            part.save(stream)
    except pypdfium2.PdfiumError as error:
        raise FileRefusal("DOC-411", path="-") from error
    return stream.getvalue()


def _marks_of(page: pypdfium2.PdfPage) -> list[str]:
    """Marks between their brackets in the foot, where nothing that a clerk types is printed but names."""
    with contextlib.closing(page.get_textpage()) as text:
        foot = text.get_text_bounded(bottom=0, top=FOOT_TOP)
    return [mark.strip() for mark in _MARK.findall(re.sub(r"[\r\n]+", "", foot))]
