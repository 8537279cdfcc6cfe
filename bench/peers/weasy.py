"""WeasyPrint: the sheet as HTML and CSS."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from meritdesk.core.documents import Form
from peers.common import DOCUMENT_PAPER, FILL, FONTS, LEADING, QR_SIDE, RESULTS_PAPER, SIZE, TIGHT, pictures, qr_svg
from peers.content import PERSON_LABELS, Choice, Document, Results, Signing

WANTS_SHEETS = False
_STYLE = """
@font-face {{ font-family: Bonum; src: url({regular}) }}
@font-face {{ font-family: Bonum; font-style: italic; src: url({italic}) }}
@font-face {{ font-family: Bonum; font-weight: bold; src: url({bold}) }}
@page {{ size: {width}pt {height}pt; margin: 34pt {margin}pt 80pt {margin}pt;
  @bottom-left {{ content: element(foot); width: 100%; vertical-align: top }} }}
body {{ font: {size}pt/{leading}pt Bonum; margin: 0 }}
section {{ break-after: page }}
.foot {{ position: running(foot); border-top: .48pt solid; font-size: 7pt; line-height: 10pt; height: 60pt }}
.foot svg {{ float: right; width: {qr}pt; height: {qr}pt }}
.foot small {{ font-size: 5pt }}
.foot b {{ float: right; font: 8pt Bonum; margin-right: 6pt }}
.foot b::after {{ content: "Halaman " counter(page) }}
p {{ margin: 0 }}
.c {{ text-align: center }}
.i {{ font-style: italic }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}
td, th {{ border: .48pt solid; padding: 1pt 5pt 3pt; vertical-align: top; font-weight: normal; text-align: left }}
.plain td {{ border: 0 }}
.h, .bar {{ background: rgb{fill} }}
.bar {{ border: .48pt solid; padding: 1pt 5pt 3pt }}
.tight {{ font-size: {tight}pt; line-height: {tight_leading}pt }}
.none {{ border-top: 0; border-bottom: 0 }}
.sign {{ break-inside: avoid; text-align: center }}
.sign p.room {{ height: 43pt }}
ul {{ margin: 0; padding: 0; list-style: none }}
"""


class Contender:
    def __init__(self, form: Form, workshop: Path) -> None:
        width, height = DOCUMENT_PAPER if form is Form.D_1_1 else RESULTS_PAPER
        self._pictures = {name: path.as_uri() for name, path in pictures(workshop).items()}
        self._fonts = FontConfiguration()
        faces = {name: path.as_uri() for name, path in FONTS.items()}
        style = _STYLE.format(
            **faces,
            width=width,
            height=height,
            margin=60 if form is Form.D_1_1 else 42,
            size=SIZE,
            leading=LEADING,
            tight=TIGHT,
            tight_leading=1.2 * TIGHT,
            qr=QR_SIDE,
            fill=FILL,
        )
        self._style = CSS(string=style, font_config=self._fonts)

    def one_file(self, contents: Sequence[Document | Results], target: Path) -> None:
        body = "".join(self._section(content) for content in contents)
        page = HTML(string=f"<!DOCTYPE html><html lang=id><body>{body}</body></html>", base_url="file:///")
        page.write_pdf(target, stylesheets=[self._style], font_config=self._fonts)

    def separate(self, contents: Sequence[Document | Results], folder: Path) -> None:
        for number, content in enumerate(contents):
            self.one_file([content], folder / f"{number}.pdf")

    def _section(self, content: Document | Results) -> str:
        foot = content.foot
        lines = "".join(f"<p>{escape(line)}</p>" for line in foot.lines)
        mark = f"<p><small>{escape(foot.mark)}</small></p>"
        below = f"<div class=foot>{qr_svg(foot.qr_text)}<b></b>{lines}{mark}</div>"
        body = self._document(content) if isinstance(content, Document) else self._results(content)
        return f"<section>{below}{body}</section>"

    def _lines(self, lines: Iterable[str], kind: str) -> str:
        return "".join(f"<p class={kind}>{escape(line)}</p>" for line in lines)

    def _choice(self, choice: Choice) -> str:
        return "".join(f"<s>{escape(text)}</s>" if struck else escape(text) for text, struck in choice)

    def _signing(self, signing: Signing) -> str:
        above = self._lines((signing.place_and_date, signing.role), "c")
        return above + "<p class=room></p>" + self._lines((signing.name, signing.nip), "c")

    def _document(self, content: Document) -> str:
        parts = [
            f"<p class=c><img src='{self._pictures['emblem']}' style='width:58pt'></p>",
            self._lines(content.title, "c"),
        ]
        period = f"{content.period_lead}{self._choice(content.period)}{content.period_mark}"
        span = "<br>".join(content.span)
        parts.append(f"<p class=c>{period}</p><table class=plain><tr><td>{escape(content.agency)}<td>{span}</table>")
        rows = []
        for number, title, values in content.people:
            rows.append(f"<tr class=h><td>{number}<td colspan=3>{escape(title)}")
            rows += [self._row("", label, ":", value) for label, value in zip(PERSON_LABELS, values, strict=True)]
        rows.append(f"<tr class=h><td>4.<td colspan=3>{escape(content.verdict_title)}")
        rows += [self._row("", label, ":", value) for label, value in content.verdict]
        rows.append(f"<tr class=h><td>5.<td colspan=3>{escape(content.note_title)}")
        rows.append(f"<tr><td><td colspan=3>{escape(content.note)}")
        widths = "".join(f"<col style='width:{width}%'>" for width in (4.7, 40.8, 3, 51.5))
        signed = f"<td>{self._signing(content.ratee_signs)}<td>{self._signing(content.rater_signs)}"
        parts.append(f"<table>{widths}{''.join(rows)}</table>")
        parts.append(f"<table class='plain sign'><tr>{signed}</table>{self._lines(content.notes, 'i')}")
        return "".join(parts)

    def _row(self, *cells: str) -> str:
        return "<tr>" + "".join(f"<td>{escape(text)}" for text in cells)

    def _bar(self, title: str, more: str = "") -> str:
        return f"<div class=bar><b>{escape(title)}</b><br>{more}</div>"

    def _results(self, content: Results) -> str:
        number, ratee, rater = (escape(text) for text in content.heads)
        period = f"{content.period_lead}{self._choice(content.period)}{content.period_mark}"
        parts = [self._lines(content.title, "c"), f"<p class=c>{period}</p>"]
        parts.append(f"<table class=plain><tr><td>{escape(content.agency)}<td>{escape(content.span)}</table>")
        rows = [f"<tr class=h><td>{number}<td colspan=2>{ratee}<td>{number}<td colspan=2>{rater}"]
        rows += [
            self._row(str(place), label, left, str(place), label, right)
            for place, (label, left, right) in enumerate(
                zip(PERSON_LABELS, content.ratee, content.rater, strict=True), 1
            )
        ]
        widths = "".join(f"<col style='width:{width}%'>" for width in (3.8, 20.4, 26.7, 4.1, 19.5, 25.5))
        parts.append(f"<table>{widths}{''.join(rows)}</table>")
        parts.append(self._bar(content.organisation[0], self._choice(content.organisation[1])))
        curve = f"<p class=c><img src='{self._pictures[content.level]}' style='width:430pt'></p>"
        parts.append(self._bar(content.curve_title, curve))
        parts.append(f"<div class=bar>{escape(content.results_title)}</div>{self._figures(content)}")
        parts.append(self._bar(content.result_rating[0], self._choice(content.result_rating[1])))
        parts.append(self._behaviours(content))
        parts.append(self._bar(content.behaviour_rating[0], self._choice(content.behaviour_rating[1])))
        parts.append(self._bar(content.predicate[0], self._choice(content.predicate[1])))
        signed = self._signing(content.rater_signs)
        parts.append(f"<table class='plain sign'><tr><td><td>{signed}</table>{self._lines(content.notes, 'i')}")
        return "".join(parts)

    def _figures(self, content: Results) -> str:
        widths = "".join(f"<col style='width:{part / 8.87:.2f}%'>" for part in (37, 124, 132, 64, 124, 102, 104, 200))
        heads = "".join(
            "<tr class=h>" + "".join(f"<th class=c>{escape(text)}" for text in line)
            for line in (content.columns, content.numbers)
        )
        rows = []
        for title, results in content.sections:
            rows.append(f"<tr class=h><td colspan=8>{escape(title)}")
            for result in results:
                span = len(result.figures)
                given = f" <i>{escape(result.given_by)}</i>" if result.given_by else ""
                first = f"<td rowspan={span}>{result.number}<td rowspan={span}>{escape(result.parent)}"
                first += f"<td rowspan={span}>{escape(result.text)}{given}"
                for figures in result.figures:
                    rows.append(f"<tr>{first}" + "".join(f"<td>{escape(text)}" for text in figures.cells))
                    first = ""
        return f"<table class=tight>{widths}<thead>{heads}</thead><tbody>{''.join(rows)}</tbody></table>"

    def _behaviours(self, content: Results) -> str:
        widths = "".join(f"<col style='width:{part / 8.7:.2f}%'>" for part in (41, 419, 219, 191))
        heading, feedback = (escape(text) for text in content.behaviour_heads)
        rows = []
        for value in content.behaviours:
            rows.append(f"<tr><td>{value.number}<td colspan=3>{escape(value.name)}")
            points = "".join(f"<li>{escape(point)}" for point in value.points)
            expected = "".join(f"<li>{escape(line)}" for line in (value.expectation_label, *value.expectations))
            rows.append(f"<tr><td><td><ul>{points}</ul><td><ul>{expected}</ul><td>{escape(value.feedback)}")
        head = f"<tr class=h><th colspan=3>{heading}<th class=c>{feedback}"
        return f"<table>{widths}<thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"
