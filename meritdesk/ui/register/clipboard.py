"""The staff list as a table for the clipboard: text for every program, and for spreadsheets NIPs that survive."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from meritdesk.core.lines import StaffLine
from meritdesk.ui.register.staff_table import StaffColumn, StaffTable, heading


def staff_as_table(lines: Sequence[StaffLine], table: StaffTable) -> QMimeData:
    """The lines with their headings; a spreadsheet takes the NIP as text, because 18 digits are no number to it."""
    heads = [heading(column) for column in StaffColumn]
    rows = [[table.shown(line, column) for column in StaffColumn] for line in lines]
    text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (heads, *rows))
    style = " style='mso-number-format:\"\\@\"'"
    body = "".join("<tr>" + "".join(f"<td{style}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in heads)
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<table><tr>{head}</tr>{body}</table>")
    return data
