"""A block of cells from the clipboard, as Excel and LibreOffice put it there: tabs between cells, lines between rows.

A cell that holds a line break or a tab stands in quotation marks with its own marks doubled; every other cell stands as
it is, also one that begins with a mark (``"Sekretariat"``). So a mark opens a quoted cell only where the text that it
closes needs it.
"""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import GivenBook, GivenSheet

MOST_PASTED_CELLS = 4_000_000


def pasted_rows(text: str) -> list[list[str]]:
    """The cells of a pasted block; a line break at its end adds no row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\x00")
    rows: list[list[str]] = []
    row: list[str] = []
    place, end = 0, len(text)
    while place < end:
        cell, place = _cell(text, place, end)
        row.append(cell)
        if place >= end:
            break
        if text[place] == "\n":
            rows.append(row)
            row = []
        elif place + 1 >= end:
            row.append("")
        place += 1
    if row:
        rows.append(row)
    return rows


def _cell(text: str, place: int, end: int) -> tuple[str, int]:
    """One cell and the place of the tab or line break behind it."""
    if text[place] == '"':
        closing = _closing(text, place + 1, end)
        if closing > 0:
            inner = text[place + 1 : closing]
            if "\n" in inner or "\t" in inner:
                return inner.replace('""', '"'), closing + 1
    stop = min((found for found in (text.find("\t", place), text.find("\n", place)) if found >= 0), default=end)
    return text[place:stop], stop


def _closing(text: str, place: int, end: int) -> int:
    """Where the mark that closes a quoted cell stands; 0 when none does."""
    while True:
        mark = text.find('"', place)
        if mark < 0:
            return 0
        if mark + 1 < end and text[mark + 1] == '"':
            place = mark + 2
            continue
        return mark if mark + 1 >= end or text[mark + 1] in "\t\n" else 0


def given_block(rows: Sequence[Sequence[object]], name: str, digest: str) -> GivenBook:
    """A block as a book of one sheet; ``IMP-277`` when nothing stands in it."""
    if not any(str(cell).strip() for row in rows for cell in row):
        raise FileRefusal("IMP-277", file=name)
    if sum(map(len, rows)) > MOST_PASTED_CELLS:
        raise FileRefusal("IMP-208", file=name, limit=f"{MOST_PASTED_CELLS:,}".replace(",", "."))
    return GivenBook(name, (GivenSheet("", rows),), digest=digest)
