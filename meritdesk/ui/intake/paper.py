"""The open rows of an import on paper: row, whose, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from meritdesk.ui.intake.fate_table import headings
from meritdesk.ui.intake.fates import FateLine
from meritdesk.ui.intake.telling import list_headings


def document_of(lines: Sequence[FateLine], title: str) -> QTextDocument:
    """The list as a document that breaks over pages and repeats its headings."""
    row, _, key, label, field, code, _ = headings()
    heads = "".join(
        f"<th align='left'>{escape(head)}</th>" for head in (row, key, label, field, *list_headings()[1:], code)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td>{escape(cell)}</td>"
            for cell in (str(one.row), one.key, one.label, ", ".join(one.fields), one.told, one.then, one.code)
        )
        + "</tr>"
        for one in lines
    )
    document = QTextDocument()
    document.setDefaultStyleSheet("body { font-size: 9pt; } th { font-weight: 600; } td { vertical-align: top; }")
    document.setHtml(
        f"<h3>{escape(title)}</h3><table width='100%' cellspacing='0' cellpadding='3' border='1'>"
        f"<thead><tr>{heads}</tr></thead>{body}</table>"
    )
    return document


def print_lines(lines: Sequence[FateLine], title: str, parent: QWidget) -> bool:
    """Ask for a printer and print the list; false when the clerk thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("IntakeWizard", "Print the list of refused rows"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document_of(lines, title).print_(printer)
    return True
