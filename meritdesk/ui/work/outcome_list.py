"""An outcome list on paper and in files: as a table file, as PDF, on the clipboard, to a printer."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

Rows = Sequence[Sequence[str]]


def as_html(title: str, said: str, headings: Sequence[str], rows: Rows) -> str:
    """The list as one table whose head repeats on every page."""
    head = "".join(f"<th align='left'>{html.escape(text)}</th>" for text in headings)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    told = "<br>".join(html.escape(line) for line in said.split("\n"))
    return (
        f"<h3>{html.escape(title)}</h3><p>{told}</p>"
        f"<table border='1' cellspacing='0' cellpadding='3' width='100%'><thead><tr>{head}</tr></thead>{body}</table>"
    )


def as_text(headings: Sequence[str], rows: Rows) -> str:
    """The list as a spreadsheet takes it from the clipboard."""
    lines = [headings, *rows]
    return "\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines)


def write_pdf(path: Path, page: str) -> Path:
    """Draw the list as PDF, aside first, so that no half list bears the name; runs in the lane."""
    aside = path.with_name(f"{path.name}.part")
    try:
        with aside.open("wb"):
            pass  # a folder that cannot be written is refused here, where it has a reason
        writer = QPdfWriter(str(aside))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
        document = QTextDocument()
        document.setHtml(page)
        document.print_(writer)
        del writer, document
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return path
