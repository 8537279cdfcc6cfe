"""reportlab's platypus as a careful developer writes it: paragraphs, tables, page templates, and segno for the QR."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from meritdesk.core.documents import Form
from peers.common import DOCUMENT_PAPER, FILL, FONTS, LEADING, QR_SIDE, RESULTS_PAPER, SIZE, TIGHT, pictures, qr_bars
from peers.content import PERSON_LABELS, Choice, Document, Results, Signing

WANTS_SHEETS = False
_FILL = Color(*(part / 255 for part in FILL))
_GRID = [
    ("GRID", (0, 0), (-1, -1), 0.48, black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
]


class _Begin(Flowable):
    """Says whose sheet the following pages are."""

    def __init__(self, content: Document | Results) -> None:
        super().__init__()
        self.content = content

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        template = self.canv._doctemplate
        template.content, template.first = self.content, self.canv.getPageNumber()
        template.qr = qr_bars(self.content.foot.qr_text)


class Contender:
    def __init__(self, form: Form, workshop: Path) -> None:
        for name, path in FONTS.items():
            pdfmetrics.registerFont(TTFont(f"Bonum-{name}", str(path)))
        pdfmetrics.registerFontFamily("Bonum-regular", "Bonum-regular", "Bonum-bold", "Bonum-italic", "Bonum-bold")
        style = partial(ParagraphStyle, fontSize=SIZE, leading=LEADING)
        self._body = style("body", fontName="Bonum-regular")
        self._centre = style("centre", fontName="Bonum-regular", alignment=TA_CENTER)
        self._bold = style("bold", fontName="Bonum-bold")
        self._italic = style("italic", fontName="Bonum-italic")
        self._point = style("point", fontName="Bonum-regular", leftIndent=7, firstLineIndent=-7)
        tight = partial(ParagraphStyle, fontSize=TIGHT, leading=1.2 * TIGHT, fontName="Bonum-regular")
        self._tight, self._tight_centre = tight("tight"), tight("tight-centre", alignment=TA_CENTER)
        self._paper = DOCUMENT_PAPER if form is Form.D_1_1 else RESULTS_PAPER
        self._margin = 60 if form is Form.D_1_1 else 42
        self._pictures = pictures(workshop)

    def one_file(self, contents: Sequence[Document | Results], target: Path) -> None:
        story = []
        for content in contents:
            story += self._story(content)
            story.append(PageBreak())
        template = BaseDocTemplate(str(target), pagesize=self._paper, initialFontName="Bonum-regular")
        width, height = self._paper
        frame = Frame(self._margin, 80, width - 2 * self._margin, height - 114, 0, 0, 0, 0)
        template.addPageTemplates(PageTemplate("sheet", [frame], pagesize=self._paper, onPageEnd=self._foot))
        template.build(story)

    def separate(self, contents: Sequence[Document | Results], folder: Path) -> None:
        for number, content in enumerate(contents):
            self.one_file([content], folder / f"{number}.pdf")

    def _foot(self, canvas: object, template: object) -> None:
        width, margin = self._paper[0], self._margin
        foot = template.content.foot
        canvas.setLineWidth(0.48)
        canvas.line(margin, 74, width - margin, 74)
        canvas.setFont("Bonum-regular", 8)
        page = canvas.getPageNumber() - template.first + 1
        canvas.drawRightString(width - margin - QR_SIDE - 6, 63, f"Halaman {page}")
        canvas.setFont("Bonum-regular", 7)
        y = 63
        for line in foot.lines:
            canvas.drawString(margin, y, line)
            y -= 10.1
        canvas.setFont("Bonum-regular", 5)
        canvas.drawString(margin, y, foot.mark)
        count, bars = template.qr
        module = QR_SIDE / (count + 8)
        left, top = width - margin - QR_SIDE + 4 * module, 20 + QR_SIDE - 4 * module
        path = canvas.beginPath()
        for column, row, length in bars:
            path.rect(left + column * module, top - (row + 1) * module, length * module, module)
        canvas.drawPath(path, stroke=0, fill=1)

    def _story(self, content: Document | Results) -> list[Flowable]:
        return self._document(content) if isinstance(content, Document) else self._results(content)

    def _text(self, text: str, style: ParagraphStyle | None = None) -> Paragraph:
        return Paragraph(escape(text), style or self._body)

    def _choice(self, choice: Choice, style: ParagraphStyle, lead: str = "", mark: str = "") -> Paragraph:
        parts = [f"<strike>{escape(text)}</strike>" if struck else escape(text) for text, struck in choice]
        return Paragraph(escape(lead) + "".join(parts) + escape(mark), style)

    def _signing(self, signing: Signing) -> list[Flowable]:
        lines = [self._text(text, self._centre) for text in (signing.place_and_date, signing.role)]
        lines.append(Spacer(1, 43))
        return lines + [self._text(text, self._centre) for text in (signing.name, signing.nip)]

    def _document(self, content: Document) -> list[Flowable]:
        width = self._paper[0] - 2 * self._margin
        text = self._text
        columns = [width * part for part in (0.047, 0.408, 0.03, 0.515)]
        rows, styles = [], [*_GRID]

        def head(number: str, title: str) -> None:
            styles.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), _FILL))
            styles.append(("SPAN", (1, len(rows)), (3, len(rows))))
            rows.append([text(number, self._centre), text(title), "", ""])

        for number, title, values in content.people:
            head(number, title)
            rows.extend(
                ["", text(label), text(":"), text(value)] for label, value in zip(PERSON_LABELS, values, strict=True)
            )
        head("4.", content.verdict_title)
        rows.extend(["", text(label), text(":"), text(value)] for label, value in content.verdict)
        head("5.", content.note_title)
        styles.append(("SPAN", (1, len(rows)), (3, len(rows))))
        rows.append(["", text(content.note), "", ""])
        agency = Table([[text(content.agency), [text(part) for part in content.span]]], [width * 0.455, width * 0.545])
        signatures = Table([[self._signing(content.ratee_signs), self._signing(content.rater_signs)]], [width / 2] * 2)
        return [
            _Begin(content),
            Image(str(self._pictures["emblem"]), 58, 58),
            *(text(line, self._centre) for line in content.title),
            Spacer(1, 6),
            self._choice(content.period, self._centre, content.period_lead, content.period_mark),
            agency,
            Table(rows, columns, style=styles),
            Spacer(1, 8),
            KeepTogether([signatures]),
            *(text(note, self._italic) for note in content.notes),
        ]

    def _bar(self, *flowables: Flowable) -> Table:
        width = self._paper[0] - 2 * self._margin
        return Table([[list(flowables)]], [width], style=[*_GRID, ("BACKGROUND", (0, 0), (-1, -1), _FILL)])

    def _results(self, content: Results) -> list[Flowable]:
        width = self._paper[0] - 2 * self._margin
        text = self._text
        number, ratee, rater = content.heads
        people = [[text(number), text(ratee, self._centre), "", text(number), text(rater, self._centre), ""]]
        people.extend(
            [text(str(place)), text(label), text(left), text(str(place)), text(label), text(right)]
            for place, (label, left, right) in enumerate(
                zip(PERSON_LABELS, content.ratee, content.rater, strict=True), 1
            )
        )
        columns = [width * part for part in (0.038, 0.204, 0.267, 0.041, 0.195, 0.255)]
        spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (4, 0), (5, 0)), ("BACKGROUND", (0, 0), (-1, 0), _FILL)]
        agency = Table([[text(content.agency), text(content.span)]], [width / 2] * 2)
        return [
            _Begin(content),
            *(text(line, self._centre) for line in content.title),
            self._choice(content.period, self._centre, content.period_lead, content.period_mark),
            agency,
            Table(people, columns, style=[*_GRID, *spans]),
            self._bar(text(content.organisation[0], self._bold), self._choice(content.organisation[1], self._body)),
            self._bar(text(content.curve_title, self._bold), Image(str(self._pictures[content.level]), 430, 190)),
            self._bar(text(content.results_title)),
            self._figures(content, width),
            self._bar(text(content.result_rating[0], self._bold), self._choice(content.result_rating[1], self._body)),
            self._behaviours(content, width),
            KeepTogether(
                [
                    self._bar(
                        text(content.behaviour_rating[0], self._bold),
                        self._choice(content.behaviour_rating[1], self._body),
                    ),
                    self._bar(text(content.predicate[0], self._bold), self._choice(content.predicate[1], self._body)),
                    Spacer(1, 6),
                    Table([["", self._signing(content.rater_signs)]], [width / 2] * 2),
                ]
            ),
            *(text(note, self._italic) for note in content.notes),
        ]

    def _figures(self, content: Results, width: float) -> Table:
        columns = [width * part / 887 for part in (37, 124, 132, 64, 124, 102, 104, 200)]
        rows = [[self._text(text, self._tight_centre) for text in line] for line in (content.columns, content.numbers)]
        styles = [
            *_GRID[1:],
            ("BOX", (0, 0), (-1, -1), 0.48, black),
            ("LINEAFTER", (0, 0), (-1, -1), 0.48, black),
            ("LINEABOVE", (3, 0), (-1, -1), 0.48, black),
            ("BACKGROUND", (0, 0), (-1, 1), _FILL),
            ("LINEABOVE", (0, 1), (-1, 1), 0.48, black),
        ]
        for title, results in content.sections:
            place = len(rows)
            styles += [("SPAN", (0, place), (-1, place)), ("BACKGROUND", (0, place), (-1, place), _FILL)]
            styles.append(("LINEABOVE", (0, place), (-1, place), 0.48, black))
            rows.append([self._text(title), *[""] * 7])
            for result in results:
                styles.append(("LINEABOVE", (0, len(rows)), (2, len(rows)), 0.48, black))
                given = f" <font name='Bonum-italic'>{escape(result.given_by)}</font>" if result.given_by else ""
                own = Paragraph(escape(result.text) + given, self._tight)
                first = [self._text(result.number, self._tight_centre), self._text(result.parent, self._tight), own]
                for figures in result.figures:
                    aspect, measure, target, actual, feedback = figures.cells
                    shown = [
                        self._text(aspect, self._tight),
                        self._text(measure, self._tight),
                        self._text(target, self._tight_centre),
                    ]
                    rows.append(
                        [*first, *shown, self._text(actual, self._tight_centre), self._text(feedback, self._tight)]
                    )
                    first = ["", "", ""]
        return Table(rows, columns, style=styles, repeatRows=2)

    def _behaviours(self, content: Results, width: float) -> Table:
        columns = [width * part / 870 for part in (41, 419, 219, 191)]
        heading, feedback = content.behaviour_heads
        rows: list[list[object]] = [[self._text(heading), "", "", self._text(feedback, self._centre)]]
        styles = [*_GRID, ("SPAN", (0, 0), (2, 0)), ("BACKGROUND", (0, 0), (-1, 0), _FILL)]
        for value in content.behaviours:
            styles.append(("SPAN", (1, len(rows)), (3, len(rows))))
            rows.append([self._text(value.number, self._centre), self._text(value.name), "", ""])
            points = [self._text(point, self._point) for point in value.points]
            expected = [self._text(value.expectation_label)]
            expected += [self._text(line, self._point) for line in value.expectations]
            rows.append(["", points, expected, self._text(value.feedback)])
        return Table(rows, columns, style=styles, repeatRows=1)
