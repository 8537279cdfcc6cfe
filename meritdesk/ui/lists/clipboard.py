"""Lines as a table for the clipboard: text for every program, and for spreadsheets NIPs that survive."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from meritdesk.ui.line_table import Line, LineTable

_FORMULA_SIGNS = ("=", "+", "-", "@")
_TEXT = " style='mso-number-format:\"\\@\"'"


def as_table(lines: Sequence[Line], table: LineTable[Line], columns: Sequence[int]) -> QMimeData:
    """The lines with their headings, in the columns shown.

    A spreadsheet takes words as text, because the 18 digits of a NIP are no number to it and words that begin like a
    formula are none; figures stay figures.
    """
    heads = [table.heading(column) for column in columns]
    rows = [[(table.taken(line, column), column in table.numbers) for column in columns] for line in lines]
    return as_cells(heads, rows)


def as_cells(heads: Sequence[str], rows: Sequence[Sequence[tuple[str, bool]]]) -> QMimeData:
    """The same of cells that are words already, each with whether it is a figure."""
    text = "\n".join(
        "\t".join(cells)
        for cells in ([_flat(head) for head in heads], *([_plain(*cell) for cell in row] for row in rows))
    )
    body = "".join(
        "<tr>" + "".join(f"<td{'' if is_figure else _TEXT}>{escape(cell)}</td>" for cell, is_figure in row) + "</tr>"
        for row in rows
    )
    head = "".join(f"<th>{escape(cell)}</th>" for cell in heads)
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<table><tr>{head}</tr>{body}</table>")
    return data


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _plain(cell: str, is_figure: bool) -> str:
    flat = _flat(cell)
    return f"'{flat}" if not is_figure and flat.startswith(_FORMULA_SIGNS) and len(flat) > 1 else flat
