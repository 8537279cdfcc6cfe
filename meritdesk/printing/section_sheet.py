"""The sheet between two sections of a stack, and the blank page behind a paper that ends on the front."""

from __future__ import annotations

from meritdesk.core.documents import PaperSize, PaperStanding, PaperStyle
from meritdesk.core.print_work import SectionSheet
from meritdesk.messages import Messages
from meritdesk.printing.foot import watermark
from meritdesk.printing.page import Page
from meritdesk.printing.pdf_file import PdfFile
from meritdesk.printing.stationery import BODY, paper_of, words
from meritdesk.printing.table import Block, Flow, Frame, cell
from meritdesk.printing.text import Align, TextStyle, plain
from meritdesk.printing.typefaces import Face

_LARGE = TextStyle(26, 32)
_TOP_SHARE = 0.62


def draw_section(pdf: PdfFile, section: SectionSheet, style: PaperStyle) -> None:
    """Say in large letters whose papers follow, so that a stack can be taken apart by hand."""
    paper = paper_of(False, style.size)
    lines = [
        plain(words(section.title), _LARGE, Align.CENTRE, Face.BOLD),
        plain(Messages("id").reason("PAPER-SECTION-SHEETS", {"sheets": str(section.sheets)}), BODY, Align.CENTRE),
        plain(words(section.about), BODY, Align.CENTRE),
    ]
    block = Block([(cell(paper.left, paper.right, lines, frame=Frame.NONE),)])
    behind = watermark(pdf, paper, PaperStanding.CURRENT, style.is_practice)
    for page in Flow(paper.height * _TOP_SHARE, paper.bottom).place([block]):
        pdf.add_page(paper.width, paper.height, page.content(pdf.ink, behind))


def add_blank(pdf: PdfFile, size: PaperSize) -> None:
    """A page with nothing on it."""
    paper = paper_of(False, size)
    pdf.add_page(paper.width, paper.height, Page().content(pdf.ink))
