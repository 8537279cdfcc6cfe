"""The manual on paper: one chapter, or the whole book for the shelf."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMarginsF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox, QWidget

from meritdesk.messages.manual import Chapter
from meritdesk.ui.help.book import chapter_pages
from meritdesk.ui.wording import Words

PAPER_POINT_SIZE = 10


def print_chapters(parent: QWidget, words: Words, this: Chapter, all_of_them: Sequence[Chapter]) -> None:
    """Ask how much, then which printer; leaving either question prints nothing."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setWindowTitle(translate("ManualWindow", "Print the manual"))
    box.setText(translate("ManualWindow", "Print the chapter “%1” or the whole manual?").replace("%1", this.title))
    one = box.addButton(translate("ManualWindow", "This &chapter"), QMessageBox.ButtonRole.AcceptRole)
    whole = box.addButton(translate("ManualWindow", "The &whole manual"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("ManualWindow", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(one)
    box.setEscapeButton(leave)
    box.exec()
    if box.clickedButton() not in (one, whole):
        return
    chosen = all_of_them if box.clickedButton() is whole else [one_of(all_of_them, this)]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(translate("ManualWindow", "MeritDesk manual"))
    if QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted:
        print_to(printer, chosen, words)


def print_to(printer: QPrinter, chapters: Sequence[Chapter], words: Words) -> None:
    """Lay the chapters out for the paper of the printer and print them."""
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),  # Qt itself leaves two centimetres around a document
    )
    printer.setPageLayout(layout)
    font = QFont()
    font.setPointSizeF(PAPER_POINT_SIZE)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        document = chapter_pages(chapters, words.language, font, for_paper=True)
        document.print_(printer)
    finally:
        QGuiApplication.restoreOverrideCursor()


def one_of(chapters: Sequence[Chapter], wanted: Chapter) -> Chapter:
    """The same chapter as it is shown, with what the program adds to it."""
    return next(chapter for chapter in chapters if chapter.key == wanted.key)
