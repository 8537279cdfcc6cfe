"""The foot of every page: number, version, copy, digest, person, choices, page count and the QR; and the draft mark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from meritdesk.core.documents import DocumentStamp, PaperStanding
from meritdesk.core.marks import page_mark, practice_mark
from meritdesk.core.people import PersonBlock
from meritdesk.printing.ink import Ink
from meritdesk.printing.page import Page, one_word
from meritdesk.printing.pages import Pages, Stencil, form
from meritdesk.printing.qr import qr_operators
from meritdesk.printing.stationery import FOOT_TOP, Paper, words
from meritdesk.printing.text import TextStyle
from meritdesk.printing.typefaces import Face, legible, measure, measure_once
from meritdesk.printing.wording import prescribed_wording

FOOT = TextStyle(7, 8.6)
MARK = TextStyle(5, 6.0)
QR_SIDE = 50.0
_FOOT_BOTTOM = 20.0
_PAGE_TEXT_ROOM = 90.0


class Foot:
    """What stands at the foot of all pages of one sheet: stamp, whose it is, choices, mark and QR."""

    def __init__(
        self, paper: Paper, stamp: DocumentStamp, about: str, choices: Sequence[str] = (), is_practice: bool = False
    ) -> None:
        wording = prescribed_wording()
        self._paper = paper
        self._mark = practice_mark(stamp.qr_text) if is_practice else stamp.qr_text
        lines = [
            wording.word(
                "footer.stamp",
                number=stamp.number,
                version=stamp.version,
                copy=stamp.copy,
                digest=stamp.digest[:16],
            ),
            about,
            " · ".join(choices),
        ]
        room = paper.right - paper.left - QR_SIDE - 12
        self._lines = [(part, FOOT) for part in _cut(legible(lines[0]), room - _PAGE_TEXT_ROOM, FOOT)]
        self._lines += [(_shortened(_without_mark(line), room, FOOT), FOOT) for line in lines[1:] if line]
        mark = wording.word("footer.mark", text=legible(self._mark))
        self._lines += [(part, MARK) for part in _cut(mark, room, MARK)]
        self._written = [one_word(line, paper.left, style.size) for line, style in self._lines]

    def draw(self, page: Page, number: int, count: int) -> None:
        """Put the foot on page ``number`` of ``count``."""
        paper = self._paper
        if page.under is None:
            draw_foot_rule(page, paper)
        text = prescribed_wording().word("footer.page", page=number, pages=count)
        text_right = paper.right - QR_SIDE - 6
        y = FOOT_TOP - 11
        page.word(text, text_right - measure_once(text, Face.REGULAR) * 8, y, 8)
        for line, (_, style) in zip(self._written, self._lines, strict=True):
            page.text(line, y)
            y -= style.leading + (1.5 if style is FOOT else 0)
        # Paper from the scanner is a picture without text: only the QR can say which page it is.
        qr = qr_operators(page_mark(self._mark, number, count), QR_SIDE)
        page.drawing(f"1 0 0 1 {paper.right - QR_SIDE:.2f} {_FOOT_BOTTOM:.2f} cm {qr}")


def draw_foot_rule(page: Page, paper: Paper) -> None:
    """The line above the foot; a page whose frames lie in the file already has it among them."""
    page.rule(paper.left, paper.right, FOOT_TOP)


def person_line(person: PersonBlock) -> str:
    """Whose sheet it is, for the foot: name and NIP."""
    who = "footer.person" if person.nip.strip() else "footer.person.no-nip"
    return prescribed_wording().word(who, name=words(person.name), nip=person.nip)


def _without_mark(text: str) -> str:
    """A name that looks like a mark must not be read back as one."""
    return legible(text).replace("[", "(").replace("]", ")")


def _shortened(text: str, room: float, style: TextStyle) -> str:
    """The foot repeats what stands in full above: one line, with a sign where it was cut."""
    text = text.replace("\n", " ")
    if measure_once(text, Face.REGULAR) * style.size <= room:
        return text
    while measure_once(text + "…", Face.REGULAR) * style.size > room:
        text = text[: -max(1, len(text) // 16)]
    return text + "…"


def _cut(text: str, room: float, style: TextStyle) -> list[str]:
    """The whole text in pieces that fit the room."""
    pieces = [text]
    while measure_once(pieces[-1], Face.REGULAR) * style.size > room:
        last = pieces.pop()
        end = len(last)
        while end > 1 and measure_once(last[:end], Face.REGULAR) * style.size > room:
            end -= 1
        pieces += [last[:end], last[end:]]
    return pieces


def watermark(
    pages: Pages, paper: Paper, standing: PaperStanding, is_practice: bool = False, is_copy: bool = False
) -> str:
    """``DRAF``, ``DIGANTI`` or ``BATAL`` across the page, under text and lines; nothing on a paper that stands.

    ``SALINAN`` across a copy that the region draws. For practice ``LATIHAN`` across a paper that would stand, and
    a line at the head of every page. Drawn once per file, word and size of paper.
    """
    marks = []
    if standing is not PaperStanding.CURRENT:
        marks.append(_watermark_form(paper, standing.value))
    elif is_copy:
        marks.append(_watermark_form(paper, "COPY"))
    elif is_practice:
        marks.append(_watermark_form(paper, "PRACTICE"))
    if is_practice:
        marks.append(_practice_line(paper))
    for mark in marks:
        pages.repeat(mark)
    return "\n".join(f"/{mark.name} Do" for mark in marks)


@cache
def _watermark_form(paper: Paper, standing: str) -> Stencil:
    ink = Ink()
    text = prescribed_wording().word(f"standing.{standing}")
    # Four letters fill the page well; a longer word is set smaller so that it stays on it.
    size = 0.264 * min(paper.width, paper.height) * min(1.0, 3.1 / measure(text, Face.BOLD))
    width = measure(text, Face.BOLD) * size
    pieces = "".join(f"/{font} {size:.1f} Tf ({string})Tj" for font, string in ink.shown(text, Face.BOLD))
    cos, sin = 0.809, 0.588
    x = paper.width / 2 - cos * width / 2 + sin * size * 0.34
    y = paper.height / 2 - sin * width / 2 - cos * size * 0.34
    operators = f"BT 0.9 g {cos} {sin} {-sin} {cos} {x:.2f} {y:.2f} Tm {pieces} ET"
    return form(f"{standing.title()}{paper.width:.0f}x{paper.height:.0f}", operators, paper.width, paper.height, ink)


@cache
def _practice_line(paper: Paper) -> Stencil:
    """At the very head of the page, where no form has anything, and dark enough for a copier."""
    ink = Ink()
    text = prescribed_wording().word("practice.line")
    pieces = "".join(f"/{font} 9 Tf ({string})Tj" for font, string in ink.shown(text, Face.BOLD))
    x = (paper.width - measure(text, Face.BOLD) * 9) / 2
    operators = f"BT 0.35 g 1 0 0 1 {x:.2f} {paper.height - 16:.2f} Tm {pieces} ET"
    return form(f"PracticeLine{paper.width:.0f}x{paper.height:.0f}", operators, paper.width, paper.height, ink)
