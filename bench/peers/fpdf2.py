"""fpdf2 with its own tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from meritdesk.core.documents import Form
from peers.common import DOCUMENT_PAPER, FILL, FONTS, LEADING, QR_SIDE, RESULTS_PAPER, SIZE, TIGHT, pictures, qr_bars
from peers.content import PERSON_LABELS, Choice, Document, Results, Signing

WANTS_SHEETS = False


class _Paper(FPDF):
    content: Document | Results | None = None
    first = 1
    qr: tuple[int, list[tuple[int, int, int]]] = (0, [])

    def footer(self) -> None:
        width, height = self.w, self.h
        foot = self.content.foot
        self.set_line_width(0.48)
        self.line(self.l_margin, height - 74, width - self.r_margin, height - 74)
        self.set_font("Bonum", size=8)
        self.text(width - self.r_margin - QR_SIDE - 60, height - 63, f"Halaman {self.page - self.first + 1}")
        self.set_font("Bonum", size=7)
        y = height - 63
        for line in foot.lines:
            self.text(self.l_margin, y, line)
            y += 10.1
        self.set_font("Bonum", size=5)
        self.text(self.l_margin, y, foot.mark)
        count, bars = self.qr
        module = QR_SIDE / (count + 8)
        self.set_fill_color(0)
        left, top = width - self.r_margin - QR_SIDE + 4 * module, height - 20 - QR_SIDE + 4 * module
        for column, row, length in bars:
            self.rect(left + column * module, top + row * module, length * module, module, style="F")


class Contender:
    def __init__(self, form: Form, workshop: Path) -> None:
        self._paper = DOCUMENT_PAPER if form is Form.D_1_1 else RESULTS_PAPER
        self._margin = 60 if form is Form.D_1_1 else 42
        self._pictures = pictures(workshop)

    def one_file(self, contents: Sequence[Document | Results], target: Path) -> None:
        pdf = _Paper(unit="pt", format=self._paper)
        pdf.set_margins(self._margin, 34, self._margin)
        pdf.set_auto_page_break(True, 80)
        pdf.add_font("Bonum", "", FONTS["regular"])
        pdf.add_font("Bonum", "I", FONTS["italic"])
        pdf.add_font("Bonum", "B", FONTS["bold"])
        for content in contents:
            self._begin(pdf, content)
            if isinstance(content, Document):
                self._document(pdf, content)
            else:
                self._results(pdf, content)
        pdf.output(str(target))

    def separate(self, contents: Sequence[Document | Results], folder: Path) -> None:
        for number, content in enumerate(contents):
            self.one_file([content], folder / f"{number}.pdf")

    def _begin(self, pdf: _Paper, content: Document | Results) -> None:
        if pdf.content is None:
            pdf.content, pdf.qr = content, qr_bars(content.foot.qr_text)
        pdf.add_page()  # which draws the foot of the page before
        pdf.content, pdf.first, pdf.qr = content, pdf.page, qr_bars(content.foot.qr_text)

    def _line(self, pdf: FPDF, text: str, style: str = "", align: str = "L") -> None:
        pdf.set_font("Bonum", style, SIZE)
        pdf.multi_cell(0, LEADING, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def _choice(self, pdf: FPDF, choice: Choice, lead: str = "", mark: str = "") -> None:
        pdf.set_font("Bonum", "", SIZE)
        pdf.write(LEADING, lead)
        for text, struck in choice:
            pdf.set_font("Bonum", "S" if struck else "", SIZE)
            pdf.write(LEADING, text)
        pdf.set_font("Bonum", "", SIZE)
        pdf.write(LEADING, mark)
        pdf.ln(LEADING)

    def _signings(self, pdf: FPDF, left: Signing | None, right: Signing) -> None:
        if pdf.get_y() > pdf.h - 80 - 110:
            pdf.add_page()
        top = pdf.get_y()
        half = (pdf.w - 2 * self._margin) / 2
        for x, signing in ((self._margin, left), (self._margin + half, right)):
            if signing is None:
                continue
            pdf.set_xy(x, top)
            pdf.set_font("Bonum", "", SIZE)
            for text in (signing.place_and_date, signing.role, "\n\n", signing.name, signing.nip):
                pdf.set_x(x)
                pdf.multi_cell(half, LEADING, text, align="C", new_x="LMARGIN", new_y="NEXT")

    def _document(self, pdf: _Paper, content: Document) -> None:
        pdf.image(str(self._pictures["emblem"]), x=(pdf.w - 58) / 2, w=58, h=58)
        pdf.ln(58 if pdf.get_y() < 60 else 0)
        for line in content.title:
            self._line(pdf, line, align="C")
        self._choice(pdf, content.period, content.period_lead, content.period_mark)
        self._line(pdf, content.agency)
        for line in content.span:
            self._line(pdf, line, align="R")
        pdf.set_font("Bonum", "", SIZE)
        blue = FontFace(fill_color=FILL)
        with pdf.table(
            col_widths=(5, 41, 3, 51), line_height=LEADING, first_row_as_headings=False, padding=(1, 5, 2, 5)
        ) as table:

            def head(number: str, title: str) -> None:
                row = table.row(style=blue)
                row.cell(number)
                row.cell(title, colspan=3)

            for number, title, values in content.people:
                head(number, title)
                for label, value in zip(PERSON_LABELS, values, strict=True):
                    table.row(("", label, ":", value))
            head("4.", content.verdict_title)
            for label, value in content.verdict:
                table.row(("", label, ":", value))
            head("5.", content.note_title)
            row = table.row()
            row.cell("")
            row.cell(content.note, colspan=3)
        pdf.ln(8)
        self._signings(pdf, content.ratee_signs, content.rater_signs)
        for note in content.notes:
            self._line(pdf, note, "I")

    def _bar(self, pdf: FPDF, title: str, style: str = "B") -> None:
        pdf.set_font("Bonum", style, SIZE)
        pdf.set_fill_color(*FILL)
        pdf.multi_cell(0, LEADING, title, border=1, fill=True, new_x="LMARGIN", new_y="NEXT")

    def _results(self, pdf: _Paper, content: Results) -> None:
        for line in content.title:
            self._line(pdf, line, align="C")
        self._choice(pdf, content.period, content.period_lead, content.period_mark)
        self._line(pdf, content.agency)
        self._line(pdf, content.span, align="R")
        pdf.set_font("Bonum", "", SIZE)
        blue = FontFace(fill_color=FILL)
        number, ratee, rater = content.heads
        kinds = {"line_height": LEADING, "first_row_as_headings": False, "padding": (1, 5, 2, 5)}
        with pdf.table(col_widths=(4, 20, 27, 4, 20, 25), **kinds) as table:
            row = table.row(style=blue)
            for text, span in ((number, 1), (ratee, 2), (number, 1), (rater, 2)):
                row.cell(text, colspan=span)
            for place, (label, left, right) in enumerate(
                zip(PERSON_LABELS, content.ratee, content.rater, strict=True), 1
            ):
                table.row((str(place), label, left, str(place), label, right))
        self._bar(pdf, content.organisation[0])
        self._choice(pdf, content.organisation[1])
        self._bar(pdf, content.curve_title)
        pdf.image(str(self._pictures[content.level]), x=(pdf.w - 430) / 2, w=430, h=190)
        self._bar(pdf, content.results_title, "")
        pdf.set_font("Bonum", "", TIGHT)
        widths = (37, 124, 132, 64, 124, 102, 104, 200)
        plain = FontFace(emphasis="")
        with pdf.table(
            col_widths=widths,
            line_height=1.2 * TIGHT,
            padding=(1, 5, 2, 5),
            num_heading_rows=2,
            headings_style=FontFace(emphasis="", fill_color=FILL),
            borders_layout=TableBordersLayout.ALL,
        ) as table:
            for line in (content.columns, content.numbers):
                table.row(line)
            for title, results in content.sections:
                table.row(style=blue).cell(title, colspan=8)
                for result in results:
                    first = (result.number, result.parent, f"{result.text} {result.given_by}".strip())
                    for figures in result.figures:
                        table.row((*first, *figures.cells), style=plain)
                        first = ("", "", "")
        self._bar(pdf, content.result_rating[0])
        self._choice(pdf, content.result_rating[1])
        pdf.set_font("Bonum", "", SIZE)
        heading, feedback = content.behaviour_heads
        with pdf.table(
            col_widths=(41, 419, 219, 191),
            line_height=LEADING,
            padding=(1, 5, 2, 5),
            headings_style=FontFace(emphasis="", fill_color=FILL),
        ) as table:
            row = table.row()
            row.cell(heading, colspan=3)
            row.cell(feedback)
            for value in content.behaviours:
                row = table.row()
                row.cell(value.number)
                row.cell(value.name, colspan=3)
                expected = "\n".join((value.expectation_label, *value.expectations))
                table.row(("", "\n".join(value.points), expected, value.feedback))
        self._bar(pdf, content.behaviour_rating[0])
        self._choice(pdf, content.behaviour_rating[1])
        self._bar(pdf, content.predicate[0])
        self._choice(pdf, content.predicate[1])
        self._signings(pdf, None, content.rater_signs)
        for note in content.notes:
            self._line(pdf, note, "I")
