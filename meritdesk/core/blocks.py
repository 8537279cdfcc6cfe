"""Blocks of cells as Excel and LibreOffice put them on the clipboard, read and written as a grid of texts.

A block is lines of tab separated cells. A cell that holds a tab, a line break or a quote is wrapped in quotes and its
own quotes are doubled; a quote inside a bare cell (``5" pipa``) is an ordinary sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_CELLS = 100_000
"""A clipboard with more cells than this is a whole workbook, not a block that somebody selected."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """One cell of a block with the row and column of the grid where it comes to lie."""

    row: int
    column: int
    text: str


def read_block(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a clipboard text, line by line; the line break that ends the last line starts no new one."""
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    place, size = 0, len(text)
    while place < size:
        cell, place = _read_cell(text, place)
        cells.append(cell)
        if place < size and text[place] == "\t":
            place += 1
            if place == size:
                cells.append("")
            continue
        place = _past_line_end(text, place)
        rows.append(tuple(cells))
        cells = []
    if cells:
        rows.append(tuple(cells))
    return tuple(rows)


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """Cells as clipboard text that Excel takes over cell by cell."""
    return "".join("\t".join(map(_written, row)) + "\r\n" for row in rows)


def lay_block(
    block: Sequence[Sequence[str]], corner: tuple[int, int], selected: Sequence[tuple[int, int]] = ()
) -> tuple[PlacedCell, ...]:
    """Where each cell of a block comes to lie, from its upper left corner; one single cell fills the whole selection.

    A selection that is a whole multiple of the block is filled with copies of it, as in Excel.
    """
    height = len(block)
    width = max((len(row) for row in block), default=0)
    if not height or not width:
        return ()
    rows = {row for row, _ in selected}
    columns = {column for _, column in selected}
    is_whole = len(selected) == len(rows) * len(columns) > 1
    down, across = (len(rows) // height, len(columns) // width) if is_whole else (1, 1)
    fits = is_whole and len(rows) == down * height and len(columns) == across * width
    if not fits:
        down = across = 1
    return tuple(
        PlacedCell(corner[0] + copy_row * height + row, corner[1] + copy_column * width + column, text)
        for copy_row in range(down)
        for row, cells in enumerate(block)
        for copy_column in range(across)
        for column, text in enumerate(cells)
    )


def _read_cell(text: str, start: int) -> tuple[str, int]:
    """One cell and the place behind it: a tab, a line end or the end of the text."""
    if text[start] == '"':
        quoted = _read_quoted(text, start)
        if quoted is not None:
            return quoted
    place = start
    while place < len(text) and text[place] not in "\t\r\n":
        place += 1
    return text[start:place], place


def _read_quoted(text: str, start: int) -> tuple[str, int] | None:
    """A cell in quotes; nothing when the quotes do not end just before a tab or a line end: then they are plain signs.

    Excel leaves the quotes away where the cell needs none, so a lone quote at the front is the clerk's own.
    """
    parts: list[str] = []
    place = start + 1
    while True:
        end = text.find('"', place)
        if end < 0:
            return None
        parts.append(text[place:end])
        if text[end + 1 : end + 2] == '"':
            parts.append('"')
            place = end + 2
            continue
        if end + 1 < len(text) and text[end + 1] not in "\t\r\n":
            return None
        return "".join(parts).replace("\r\n", "\n").replace("\r", "\n"), end + 1


def _past_line_end(text: str, place: int) -> int:
    return place + 2 if text[place : place + 2] == "\r\n" else place + 1


def _written(cell: str) -> str:
    plain = cell.replace("\r\n", "\n").replace("\r", "\n")
    if any(sign in plain for sign in '\t\n"'):
        return '"' + plain.replace('"', '""') + '"'
    return plain
