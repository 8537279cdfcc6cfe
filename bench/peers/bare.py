"""The ceiling: a writer made by hand for these two forms and this data alone.

It knows every column, breaks lines by a table of word widths, repeats what is constant from ready strings and writes
the objects of the file itself. It has no other forms, no long cells, no names beyond plain Latin letters, no checks and
no promise about a file that was interrupted. Fonts and QR come ready from the press, so that only drawing counts.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

from meritdesk.core.documents import Form
from meritdesk.core.evaluation import OrgLevel
from meritdesk.printing.curve import _curve_form
from meritdesk.printing.embedded_font import embedded_font
from meritdesk.printing.emblem import _emblem_form
from meritdesk.printing.ink import COMMON
from meritdesk.printing.qr import qr_operators
from meritdesk.printing.typefaces import Face, character_widths
from peers.common import DOCUMENT_PAPER, LEADING, QR_SIDE, RESULTS_PAPER, SIZE, TIGHT
from peers.content import PERSON_LABELS, Choice, Document, Results, Signing

WANTS_SHEETS = False
_CODES = {ord(sign): chr(128 + place) for place, sign in enumerate(COMMON)}
_CODES |= {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}
_PAD = 5


class _Widths(dict[str, float]):
    """Widths of words, measured when first met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._table = character_widths(face)

    def __missing__(self, word: str) -> float:
        table = self._table
        width = self[word] = sum([table[sign] for sign in word])
        return width


_REGULAR, _ITALIC, _BOLD = (_Widths(face) for face in (Face.REGULAR, Face.ITALIC, Face.BOLD))


def _lines(text: str, width: float, size: float, widths: _Widths = _REGULAR) -> list[tuple[str, float]]:
    """A text in lines with their widths, in points."""
    room = width / size
    space = widths[" "]
    lines = []
    line, used = "", 0.0
    for word in text.split():
        wide = widths[word]
        if line and used + space + wide > room:
            lines.append((line, used * size))
            line, used = word, wide
        elif line:
            line = f"{line} {word}"
            used += space + wide
        else:
            line, used = word, wide
    lines.append((line, used * size))
    return lines


class _File:
    """Objects of a PDF, one after the other."""

    def __init__(self, target: Path, forms: Sequence[object]) -> None:
        self._stream = target.open("wb")
        self._offsets = [0, 0, 0]
        self._pages: list[int] = []
        self._at = 0
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._forms = "".join(
            f"/{form.name} {self.stream(form.entries + '/Resources 2 0 R', form.content)} 0 R" for form in forms
        )

    def _put(self, data: bytes) -> None:
        self._stream.write(data)
        self._at += len(data)

    def object(self, body: bytes, number: int = 0) -> int:
        if not number:
            number = len(self._offsets)
            self._offsets.append(0)
        self._offsets[number] = self._at
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        return number

    def stream(self, entries: str, content: bytes) -> int:
        head = f"<<{entries}/Filter/FlateDecode/Length {len(content)}>>\nstream\n".encode()
        return self.object(head + content + b"\nendstream")

    def page(self, size: tuple[float, float], content: str) -> None:
        body = self.stream("", zlib.compress(content.encode("latin-1"), 4))
        kind = f"<</Type/Page/Parent 1 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Resources 2 0 R/Contents {body} 0 R>>"
        self._pages.append(self.object(kind.encode()))

    def close(self) -> None:
        fonts = ""
        for face in (Face.REGULAR, Face.ITALIC, Face.BOLD):
            font = embedded_font((face, 0), frozenset())
            program = self.stream(f"/Length1 {font.program_length}", font.program)
            cmap = self.stream("", font.to_unicode)
            descriptor = self.object(f"<<{font.descriptor}/FontFile2 {program} 0 R>>".encode())
            own = self.object(f"<<{font.head}/FontDescriptor {descriptor} 0 R/ToUnicode {cmap} 0 R>>".encode())
            fonts += f"/F{int(face)}.0 {own} 0 R"
        self.object(f"<</Font<<{fonts}>>/XObject<<{self._forms}>>>>".encode(), 2)
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self.object(f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode(), 1)
        catalog = self.object(b"<</Type/Catalog/Pages 1 0 R>>")
        start = self._at
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._offsets))
        self._put(b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets[1:]))
        self._put(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(self._offsets), catalog, start))
        self._stream.close()


class _Page:
    """Boxes and text of one page."""

    def __init__(self, top: float) -> None:
        self.y = top
        self.fills: list[str] = []
        self.boxes: list[str] = []
        self.texts: list[str] = []
        self.strikes: list[str] = []

    def box(self, left: float, right: float, height: float, filled: bool = False) -> None:
        rectangle = f"{left:.2f} {self.y - height:.2f} {right - left:.2f} {height:.2f} re"
        self.boxes.append(rectangle)
        if filled:
            self.fills.append(rectangle)

    def lines(
        self,
        lines: Sequence[tuple[str, float]],
        left: float,
        y: float,
        leading: float = LEADING,
        centre: float | None = None,
    ) -> None:
        for text, width in lines:
            x = left if centre is None else centre - width / 2
            self.texts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({text.translate(_CODES)})Tj")
            y -= leading

    def content(self, foot: str) -> str:
        return "\n".join(
            (
                "0.871 0.922 0.969 rg",
                *self.fills,
                "f 0 g 0.48 w",
                *self.boxes,
                "S BT /F0.0 11 Tf",
                *self.texts,
                "ET 0.8 w",
                *self.strikes,
                "S",
                foot,
            )
        )


class Contender:
    def __init__(self, form: Form, workshop: Path) -> None:
        self._size = DOCUMENT_PAPER if form is Form.D_1_1 else RESULTS_PAPER
        margin = 60 if form is Form.D_1_1 else 42
        self._left, self._right = margin, self._size[0] - margin
        self._middle = self._size[0] / 2
        self._forms = [_emblem_form()] if form is Form.D_1_1 else [_curve_form(level) for level in OrgLevel]

    def one_file(self, contents: Sequence[Document | Results], target: Path) -> None:
        file = _File(target, self._forms)
        for content in contents:
            pages = self._document(content) if isinstance(content, Document) else self._results(content)
            mark, right = content.foot.qr_text, self._right
            foot = self._foot(content)
            for number, page in enumerate(pages, 1):
                qr = qr_operators(f"{mark}:P{number}/{len(pages)}", QR_SIDE)
                below = f"{foot % (number, len(pages))} q 1 0 0 1 {right - QR_SIDE} 20 cm {qr} Q"
                file.page(self._size, page.content(below))
        file.close()

    def separate(self, contents: Sequence[Document | Results], folder: Path) -> None:
        for number, content in enumerate(contents):
            self.one_file([content], folder / f"{number}.pdf")

    def _foot(self, content: Document | Results) -> str:
        left, right, foot = self._left, self._right, content.foot
        first, second, third = (line.translate(_CODES).replace("%", "%%") for line in foot.lines)
        return (
            f"0.48 w {left} 74 m {right} 74 l S BT /F0.0 8 Tf 1 0 0 1 {right - 110} 63 Tm "
            f"(Halaman %d dari %d)Tj /F0.0 7 Tf 1 0 0 1 {left} 63 Tm ({first})Tj 0 -10.1 Td ({second})Tj "
            f"0 -10.1 Td ({third})Tj /F0.0 5 Tf 0 -10.1 Td ({foot.mark})Tj ET"
        )

    def _centred(self, page: _Page, text: str, widths: _Widths = _REGULAR) -> None:
        page.lines([(text, widths[text] * SIZE)], 0, page.y - 10, centre=self._middle)
        page.y -= LEADING

    def _choice(self, page: _Page, x: float, choice: Choice) -> None:
        y = page.y - 10
        for text, struck in choice:
            width = sum([_REGULAR[word] for word in text.split()]) * SIZE + text.count(" ") * _REGULAR[" "] * SIZE
            page.lines([(text, 0)], x, y)
            if struck:
                page.strikes.append(f"{x:.2f} {y + 2.6:.2f} m {x + width:.2f} {y + 2.6:.2f} l")
            x += width

    def _period(self, page: _Page, content: Document | Results) -> None:
        whole = content.period_lead + "".join(text for text, _ in content.period) + content.period_mark
        x = self._middle - _REGULAR[whole] * SIZE / 2
        choice = ((content.period_lead, False), *content.period, (content.period_mark, False))
        self._choice(page, x, choice)
        page.y -= LEADING

    def _signing(self, page: _Page, signing: Signing, centre: float) -> None:
        y = page.y - 10
        for text, room in (
            (signing.place_and_date, LEADING),
            (signing.role, 57),
            (signing.name, LEADING),
            (signing.nip, 0),
        ):
            page.lines([(text, _REGULAR[text] * SIZE)], 0, y, centre=centre)
            y -= room

    def _notes(self, page: _Page, notes: Sequence[str]) -> None:
        page.texts.append("/F1.0 11 Tf")
        for note in notes:
            lines = _lines(note, self._right - self._left - 2 * _PAD, SIZE, _ITALIC)
            page.lines(lines, self._left + _PAD, page.y - 10)
            page.y -= len(lines) * LEADING
        page.texts.append("/F0.0 11 Tf")

    def _document(self, content: Document) -> list[_Page]:
        left, right = self._left, self._right
        scale = (right - left) / 468
        x1, x2, x3 = left + 22 * scale, left + 213 * scale, left + 227 * scale
        page = _Page(self._size[1] - 30)
        page.boxes.append(f"q 1 0 0 1 {self._middle - 29} {page.y - 60} cm /Emblem Do Q")
        page.y -= 62
        for line in content.title:
            self._centred(page, line)
        page.y -= 6
        self._period(page, content)
        page.lines([(content.agency, 0)], left + _PAD, page.y - 16)
        page.lines([(line, 0) for line in content.span], x2 + _PAD, page.y - 10)
        page.y -= 2 * LEADING + 4

        def section(number: str, title: str, rows: Sequence[tuple[str, str]]) -> None:
            top = page.y
            page.box(x1, right, LEADING + 3, True)
            page.lines([(title, 0)], x1 + _PAD, page.y - 11)
            page.y -= LEADING + 3
            for label, value in rows:
                lines = _lines(value, right - x3 - 2 * _PAD, SIZE)
                height = len(lines) * LEADING + 3
                page.box(x1, x2, height)
                page.box(x2, x3, height)
                page.box(x3, right, height)
                y = page.y - 11
                page.texts.append(
                    f"1 0 0 1 {x1 + _PAD:.2f} {y:.2f} Tm ({label})Tj 1 0 0 1 {x2 + _PAD:.2f} {y:.2f} Tm (:)Tj"
                )
                page.lines(lines, x3 + _PAD, y)
                page.y -= height
            bottom, page.y = page.y, top
            page.box(left, x1, top - bottom, True)
            page.lines([(number, 0)], left + 7, top - 11)
            page.y = bottom

        for number, title, values in content.people:
            section(number, title, list(zip(PERSON_LABELS, values, strict=True)))
        section("4.", content.verdict_title, content.verdict)
        section("5.", content.note_title, ())
        lines = _lines(content.note, right - x1 - 2 * _PAD, SIZE)
        height = max(2, len(lines)) * LEADING + 3
        page.box(left, x1, height, True)
        page.box(x1, right, height)
        page.lines(lines, x1 + _PAD, page.y - 11)
        page.y -= height + 8
        quarter = (right - left) / 4
        self._signing(page, content.ratee_signs, left + quarter)
        self._signing(page, content.rater_signs, right - quarter)
        page.y -= 100
        self._notes(page, content.notes)
        return [page]

    def _results(self, content: Results) -> list[_Page]:
        left, right = self._left, self._right
        pages = [_Page(self._size[1] - 36)]
        page = pages[0]

        def room(height: float) -> bool:
            nonlocal page
            if page.y - height >= 80:
                return False
            page = _Page(self._size[1] - 36)
            pages.append(page)
            return True

        def bar(title: str, choice: Choice = (), more: float = 0.0, face: str = "/F2.0") -> None:
            height = (2 if choice else 1) * LEADING + 3 + more
            room(height)
            page.box(left, right, height, True)
            page.texts.append(f"{face} 11 Tf")
            page.lines([(title, 0)], left + _PAD, page.y - 11)
            page.texts.append("/F0.0 11 Tf")
            if choice:
                page.y -= LEADING
                self._choice(page, left + _PAD, choice)
                page.y += LEADING
            page.y -= height

        def row(
            x: Sequence[float], texts: Sequence[str], size: float, centred: Sequence[int] = (), filled: bool = False
        ) -> None:
            leading = 1.2 * size
            cells = [_lines(text, x[place + 1] - x[place] - 2 * _PAD, size) for place, text in enumerate(texts)]
            height = max([len(lines) for lines in cells]) * leading + 3
            for place, lines in enumerate(cells):
                page.box(x[place], x[place + 1], height, filled)
                centre = (x[place] + x[place + 1]) / 2 if place in centred else None
                page.lines(lines, x[place] + _PAD, page.y - size, leading, centre)
            page.y -= height

        for line in content.title:
            self._centred(page, line)
        self._period(page, content)
        page.lines([(content.agency, 0)], left + _PAD, page.y - 10)
        page.lines([(content.span, 0)], self._middle, page.y - 10)
        page.y -= LEADING + 3
        width = right - left
        x = [left + width * part for part in (0, 0.038, 0.242, 0.509, 0.55, 0.745, 1)]
        number, ratee, rater = content.heads
        row((x[0], x[1], x[3], x[4], x[6]), (number, ratee, number, rater), SIZE, (1, 3), True)
        for place, (label, one, two) in enumerate(zip(PERSON_LABELS, content.ratee, content.rater, strict=True), 1):
            row(x, (str(place), label, one, str(place), label, two), SIZE)
        bar(*content.organisation)
        bar(content.curve_title, more=190)
        page.boxes.append(f"q 1 0 0 1 {self._middle - 215} {page.y + 2:.2f} cm /Curve{content.level.value} Do Q")
        bar(content.results_title, face="/F0.0")
        x = [left + width * part / 887 for part in (0, 37, 161, 293, 357, 481, 583, 687, 887)]

        def heads() -> None:
            row(x, content.columns, TIGHT, range(8), True)
            row(x, content.numbers, TIGHT, range(8), True)

        page.texts.append(f"/F0.0 {TIGHT} Tf")
        heads()
        for title, results in content.sections:
            row((left, right), (title,), TIGHT, (), True)
            for result in results:
                merged = [
                    _lines(text, x[place + 1] - x[place] - 2 * _PAD, TIGHT)
                    for place, text in enumerate((result.number, result.parent, f"{result.text} {result.given_by}"))
                ]
                tallest = max([len(lines) for lines in merged]) * 1.2 * TIGHT + 3
                rows, heights = [], []
                for figures in result.figures:
                    cells = [
                        _lines(text, x[place + 4] - x[place + 3] - 2 * _PAD, TIGHT)
                        for place, text in enumerate(figures.cells)
                    ]
                    rows.append(cells)
                    heights.append(max([len(lines) for lines in cells]) * 1.2 * TIGHT + 3)
                height = max(tallest, sum(heights))
                heights[-1] += height - sum(heights)
                if room(height):
                    page.texts.append(f"/F0.0 {TIGHT} Tf")
                    heads()
                for place, lines in enumerate(merged):
                    page.box(x[place], x[place + 1], height)
                    page.lines(lines, x[place] + _PAD, page.y - TIGHT, 1.2 * TIGHT)
                for cells, high in zip(rows, heights, strict=True):
                    for place, lines in enumerate(cells, 3):
                        page.box(x[place], x[place + 1], high)
                        centre = (x[place] + x[place + 1]) / 2 if place in (5, 6) else None
                        page.lines(lines, x[place] + _PAD, page.y - TIGHT, 1.2 * TIGHT, centre)
                    page.y -= high
        page.texts.append("/F0.0 11 Tf")
        bar(*content.result_rating)
        self._behaviours(content, pages, [left + width * part / 870 for part in (0, 41, 460, 679, 870)])
        page = pages[-1]
        bar(*content.behaviour_rating)
        bar(*content.predicate)
        room(110)
        page.y -= 6
        self._signing(page, content.rater_signs, right - width / 4)
        page.y -= 100
        room(4 * LEADING)
        self._notes(page, content.notes)
        return pages

    def _behaviours(self, content: Results, pages: list[_Page], x: Sequence[float]) -> None:
        page = pages[-1]
        heading, feedback = content.behaviour_heads

        def heads() -> None:
            lines = _lines(feedback, x[4] - x[3] - 2 * _PAD, SIZE)
            height = len(lines) * LEADING + 3
            page.box(x[0], x[3], height, True)
            page.box(x[3], x[4], height, True)
            page.lines([(heading, 0)], x[0] + _PAD, page.y - 11)
            page.lines(lines, 0, page.y - 11, LEADING, (x[3] + x[4]) / 2)
            page.y -= height

        heads()
        for value in content.behaviours:
            points = [line for point in value.points for line in _lines(point, x[2] - x[1] - 2 * _PAD, SIZE)]
            expected = [(value.expectation_label, 0.0)]
            for text in value.expectations:
                expected += _lines(text, x[3] - x[2] - 2 * _PAD, SIZE)
            given = _lines(value.feedback, x[4] - x[3] - 2 * _PAD, SIZE)
            height = max(len(points), len(expected), len(given)) * LEADING + 3
            if page.y - height - LEADING - 3 < 80:
                page = _Page(self._size[1] - 36)
                pages.append(page)
                heads()
            page.box(x[0], x[1], height + LEADING + 3)
            page.box(x[1], x[4], LEADING + 3)
            page.lines([(value.number, 0)], x[0] + 12, page.y - 11)
            page.lines([(value.name, 0)], x[1] + _PAD, page.y - 11)
            page.y -= LEADING + 3
            for place, lines in enumerate((points, expected, given), 1):
                page.box(x[place], x[place + 1], height)
                page.lines(lines, x[place] + _PAD, page.y - 11)
            page.y -= height
