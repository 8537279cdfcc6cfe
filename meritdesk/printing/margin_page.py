"""The test page of a printer: rulers from every edge of the paper, and a line of 10 cm to measure with a real ruler.

A printer cannot print up to the edge, and many shrink or shift a page. The clerk reads off the smallest number visible
at each edge; the window remembers it for this printer.
"""

from __future__ import annotations

from meritdesk.core.documents import PaperSize
from meritdesk.messages import Messages
from meritdesk.printing.page import Page
from meritdesk.printing.pages import Pages
from meritdesk.printing.stationery import BODY, Paper, paper_of
from meritdesk.printing.text import break_lines, plain
from meritdesk.printing.typefaces import Face, measure_once

MILLIMETRE = 72 / 25.4
RULED_MM = 25
_LONG, _SHORT = 14.0, 7.0
_LABEL = 7.0
_RULER_MM = 100


def draw_margin_page(pages: Pages, size: PaperSize, is_landscape: bool) -> None:
    """Draw the test page of one size of paper, upright or lying."""
    paper = paper_of(is_landscape, size)
    page = Page()
    _edges(page, paper)
    _ruler(page, paper)
    _words(page, paper, size)
    pages.add_page(paper.width, paper.height, page.content(pages.ink))


def _edges(page: Page, paper: Paper) -> None:
    """A mark each millimetre from the edge, every fifth long and numbered, at the middle of each side."""
    middle_x, middle_y = paper.width / 2, paper.height / 2
    for millimetre in range(RULED_MM + 1):
        inward = millimetre * MILLIMETRE
        half = _LONG if millimetre % 5 == 0 else _SHORT
        for y in (inward, paper.height - inward):
            page.rule(middle_x - half, middle_x + half, y)
        for x in (inward, paper.width - inward):
            page.upright(x, middle_y - half, middle_y + half)
        if millimetre % 5 == 0:
            label = str(millimetre)
            wide = measure_once(label, Face.REGULAR) * _LABEL
            for y in (inward, paper.height - inward):
                page.word(label, middle_x + _LONG + 3, y - _LABEL / 3, _LABEL)
            for x in (inward, paper.width - inward):
                page.word(label, x - wide / 2, middle_y + _LONG + 3, _LABEL)


def _ruler(page: Page, paper: Paper) -> None:
    left, y = paper.middle - _RULER_MM * MILLIMETRE / 2, paper.height * 0.36
    page.rule(left, left + _RULER_MM * MILLIMETRE, y)
    for millimetre in range(_RULER_MM + 1):
        height = 12.0 if millimetre % 10 == 0 else 7.0 if millimetre % 5 == 0 else 4.0
        page.upright(left + millimetre * MILLIMETRE, y, y + height)
        if millimetre % 10 == 0:
            page.word(str(millimetre), left + millimetre * MILLIMETRE - 3, y + 14, _LABEL)


def _words(page: Page, paper: Paper, size: PaperSize) -> None:
    """What to do with the page, in Indonesian as all paper."""
    messages = Messages("id")
    name = messages.label_of(size)
    room = min(paper.width - 2 * 110, 430)
    left = paper.middle - room / 2
    y = paper.height * 0.72
    for key, face in (("title", Face.BOLD), ("edges", Face.REGULAR), ("ruler", Face.REGULAR), ("type", Face.REGULAR)):
        text = messages.reason(f"MARGIN-PAGE-{key.upper()}", {"paper": name})
        for line in break_lines(plain(text, BODY, face=face), room):
            page.line(line, left, y)
            y -= BODY.leading
        y -= 6
