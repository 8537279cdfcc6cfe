"""Lines as a table for the clipboard: text for every program, and for spreadsheets NIPs that survive."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from meritdesk.core.blocks import write_block
from meritdesk.core.notation import read_decimal
from meritdesk.ui.line_table import Line, LineTable

_FORMULA_SIGNS = ("=", "+", "-", "@")
_LONGEST_FIGURE = 15
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


def as_block(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Cells of a grid as they stand there, without headings: they come back the same, and a spreadsheet runs nothing.

    The text is the cells themselves, for a grid that takes them back; a spreadsheet takes the table, in which only
    figures are no text: neither what begins like a formula nor a number longer than it can hold.
    """
    body = "".join("<tr>" + "".join(f"<td{_kind(cell)}>{_lined(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    data = QMimeData()
    data.setText(write_block(rows))
    data.setHtml(f"<table>{body}</table>")
    return data


def _kind(cell: str) -> str:
    is_figure = read_decimal(cell) is not None and sum(map(str.isdigit, cell)) <= _LONGEST_FIGURE
    return "" if is_figure or not cell else _TEXT


def _lined(cell: str) -> str:
    return escape(cell).replace("\n", "<br style='mso-data-placement:same-cell'>")


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _plain(cell: str, is_figure: bool) -> str:
    flat = _flat(cell)
    return f"'{flat}" if not is_figure and flat.startswith(_FORMULA_SIGNS) and len(flat) > 1 else flat
