"""The recovery sheet: the key that opens the store when the passphrase is forgotten, on one page to lock away."""

from __future__ import annotations

from meritdesk.core.documents import PaperSize, PaperStanding
from meritdesk.core.store import RecoverySheet
from meritdesk.messages import Messages
from meritdesk.printing.foot import watermark
from meritdesk.printing.page import Page
from meritdesk.printing.pages import Pages
from meritdesk.printing.qr import qr_operators
from meritdesk.printing.stationery import BODY, TIGHT, long_date, paper_of
from meritdesk.printing.text import TextStyle, break_lines, plain
from meritdesk.printing.typefaces import Face

_TITLE = TextStyle(18, 23)
_GROUP = 24.0
_GROUP_LEADING = 40.0
_GROUPS_A_LINE = 3
_QR_SIDE = 140.0
_POINTS = ("FOR", "KEEP", "NEVER", "LOST")


def draw_recovery_sheet(pages: Pages, sheet: RecoverySheet) -> None:
    """Draw the sheet on A4: the key in groups, the same as a code to scan, whose it is, and where it belongs."""
    paper = paper_of(False, PaperSize.A4)
    messages = Messages("id")
    page = Page()
    agency = sheet.agency
    room = paper.right - paper.left
    y = paper.top - 40

    def say(text: str, style: TextStyle = BODY, face: Face = Face.REGULAR, after: float = 6.0) -> None:
        nonlocal y
        for line in break_lines(plain(text, style, face=face), room):
            page.line(line, paper.left, y)
            y -= style.leading
        y -= after

    say(messages.reason("RECOVERY-SHEET-TITLE", {}), _TITLE, Face.BOLD, 4)
    say(agency.name, BODY, Face.BOLD, 2)
    facts = {"code": agency.code, "device": agency.device, "day": long_date(sheet.made_on)}
    say(messages.reason("RECOVERY-SHEET-FACTS", facts), BODY, after=14)
    y -= _GROUP_LEADING / 2
    groups = sheet.key.split("-")
    step = (room - _QR_SIDE - 24) / _GROUPS_A_LINE
    top = y + _GROUP
    for place, group in enumerate(groups):
        row, column = divmod(place, _GROUPS_A_LINE)
        x, line = paper.left + column * step, y - row * _GROUP_LEADING
        page.word(str(place + 1), x, line + 20, 7)
        page.word(group, x, line, _GROUP, Face.BOLD)
    page.drawing(
        f"1 0 0 1 {paper.right - _QR_SIDE:.2f} {top - _QR_SIDE + 12:.2f} cm {qr_operators(sheet.key, _QR_SIDE)}"
    )
    y = min(y - -(-len(groups) // _GROUPS_A_LINE) * _GROUP_LEADING, top - _QR_SIDE) - 10
    page.rule(paper.left, paper.right, y + 8)
    y -= 14
    for point in _POINTS:
        say(messages.reason(f"RECOVERY-SHEET-{point}", {}))
    y -= 30
    for name in ("KEPT-BY", "KEPT-WHERE", "KEPT-SINCE"):
        page.word(messages.reason(f"RECOVERY-SHEET-{name}", {}), paper.left, y, BODY.size)
        page.rule(paper.left + 150, paper.right, y - 3)
        y -= 28
    say(messages.reason("RECOVERY-SHEET-REGISTER", {}), TIGHT)
    behind = watermark(pages, paper, PaperStanding.CURRENT, agency.is_practice)
    pages.add_page(paper.width, paper.height, page.content(pages.ink, behind))
