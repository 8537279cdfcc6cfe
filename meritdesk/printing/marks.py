"""The marks in the foot of the pages of a PDF, read without trust."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pypdfium2

from meritdesk.core.errors import FileRefusal
from meritdesk.printing.stationery import FOOT_TOP

_MARK = re.compile(r"QR\[([^\[\]]*)\]")


def marks_in(path: Path) -> tuple[tuple[str, ...], int]:
    """The marks, each once and in page order, and how many pages there are; what is no PDF is refused (``DOC-411``)."""
    try:
        with contextlib.closing(pypdfium2.PdfDocument(path)) as document:
            marks: dict[str, None] = {}
            count = len(document)
            for number in range(count):
                with contextlib.closing(document[number]) as page:
                    marks |= dict.fromkeys(_marks_of(page))
    except pypdfium2.PdfiumError as error:
        raise FileRefusal("DOC-411", path=str(path)) from error
    return tuple(marks), count


def _marks_of(page: pypdfium2.PdfPage) -> list[str]:
    """Marks between their brackets in the foot, where nothing that a clerk types is printed but names."""
    with contextlib.closing(page.get_textpage()) as text:
        foot = text.get_text_bounded(bottom=0, top=FOOT_TOP)
    return [mark.strip() for mark in _MARK.findall(re.sub(r"[\r\n]+", "", foot))]
