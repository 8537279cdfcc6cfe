"""D.1.1 to D.1.3, the evaluation documents that are signed and reported (Art. 28).

D.1.2 is signed by the superior of a rater who did not act (p. 116); D.1.3 tells an objection that changed the result
and bears three signatures (p. 118).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache
from typing import NamedTuple

from meritdesk.core.documents import ChoiceStyle, Form, PaperStyle, Sheet
from meritdesk.core.people import PersonBlock
from meritdesk.printing.choices import period_line
from meritdesk.printing.emblem import emblem_picture
from meritdesk.printing.foot import draw_foot_rule
from meritdesk.printing.layout import Layout
from meritdesk.printing.page import Page
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    Signature,
    agency_line,
    gap,
    middle_signature_block,
    notes_block,
    person_values,
    place_and_date,
    signature_block,
    title_block,
    words,
)
from meritdesk.printing.table import Block, Cell, Flow, Frame, cell, known_cell, value_cell
from meritdesk.printing.text import Align, placeholder, plain
from meritdesk.printing.wording import prescribed_wording

_COLUMNS = (79.0, 101.0, 292.0, 306.0, 547.0)
_COLUMNS_OF_EXCEPTIONS = (79.0, 104.0, 292.0, 306.0, 547.0)
# A label of two lines must not push the signatures of D.1.2 to a second page.
_SIGNING_LINES = {Form.D_1_1: 3.3, Form.D_1_2: 2.5, Form.D_1_3: 3.3}
# D.1.3 tells an objection at length; the others nearly always take one page.
_ON_ONE_PAGE = frozenset({Form.D_1_1, Form.D_1_2})
_REMEMBERED = 500
_OBJECTION = (("6.", "D.1.3.objection"), ("7.", "D.1.3.explanation"), ("8.", "D.1.3.decision"))
_PERSON_KEYS = ("head.name", "head.nip", "head.rank.close", "head.position", "head.unit")


class _Values(NamedTuple):
    """What differs from sheet to sheet, set in its cells: the story knows nothing else of a sheet but its form."""

    period: Block
    agency: Block
    people: tuple[Sequence[Cell], ...]
    results: tuple[Cell, Cell]
    note: Cell
    objection: tuple[Cell, ...]
    """Blocks 6 to 8, which D.1.3 alone has."""
    signatures: tuple[Block, ...]

    def cells(self) -> list[Cell]:
        """All cells with words of this sheet alone."""
        cells = [*self.period.rows[0], *self.agency.rows[0]]
        cells += [one for person in self.people for one in person]
        cells += [*self.results, self.note, *self.objection]
        for block in self.signatures:
            above, _, under = block.rows
            cells += [*above, *under]
        return cells

    def signers(self) -> list[PersonBlock]:
        """Who signs, in the order of the rooms for the hand."""
        return [room.signer for block in self.signatures for room in block.rows[1] if room.signer is not None]


def document_story(paper: Paper, sheet: Sheet, choice: ChoiceStyle, show_form_code: bool) -> list[Block]:
    """All blocks of the document in the order of the page (p. 115, 116, 118)."""
    return _story(paper, sheet.form, show_form_code, _values(paper, sheet, choice))


@cache
def document_layouts() -> dict[Hashable, Layout | None]:
    """The layouts met so far; nothing for one that takes more than a page."""
    return {}


def document_page(paper: Paper, sheet: Sheet, style: PaperStyle) -> Page | None:
    """The page of a document on whose layout another sheet stood before, or stands from now on.

    Nothing for other forms and for documents that need more than one page: their story is to be placed as any other.
    """
    if sheet.form not in _ON_ONE_PAGE:
        return None
    values = _values(paper, sheet, style.choice)
    cells = values.cells()
    shape = [(len(one.lines), one.left, one.right) for one in cells]
    key = (sheet.form, paper, style.show_form_code, *shape)
    layouts = document_layouts()
    if key not in layouts:
        if len(layouts) >= _REMEMBERED:
            layouts.clear()
        blocks = _story(paper, sheet.form, style.show_form_code, values)
        pages = Flow(paper.top, paper.bottom).place(blocks)
        draw_foot_rule(pages[0], paper)
        layouts[key] = Layout(pages[0], cells) if len(pages) == 1 else None
    layout = layouts[key]
    return layout.page(cells, values.signers()) if layout is not None else None


def _values(paper: Paper, sheet: Sheet, choice: ChoiceStyle) -> _Values:
    wording = prescribed_wording()
    evaluation = sheet.evaluation
    level = evaluation.org_level if evaluation else None
    predicate = evaluation.predicate if evaluation else None
    x = _lines(paper, sheet.form)

    def verdict(shown: str) -> Cell:
        value = plain(shown, BODY) if shown else placeholder(wording.word("D.1.1.missing"), BODY)
        return known_cell(x[3], x[4], (value,))

    is_objection = sheet.form is Form.D_1_3
    return _Values(
        period_line(paper, sheet, choice, "document"),
        agency_line(paper, sheet, x[2], is_ruled=True),
        tuple(
            [value_cell(x[3], x[4], value, BODY) for value in person_values(person)]
            for person in (sheet.ratee, sheet.rater, sheet.superior)
        ),
        (
            verdict(wording.word(f"organisation.{level.value}") if level else ""),
            verdict(wording.word(f"predicate.{predicate.value}") if predicate else ""),
        ),
        _text_cell(x, evaluation.note if evaluation else ""),
        tuple(_text_cell(x, text) for text in _objection_texts(sheet)) if is_objection else (),
        tuple(_signatures(paper, sheet)),
    )


def _text_cell(x: Sequence[float], text: str) -> Cell:
    return cell(x[1], x[4], [plain(words(text), BODY)], least=2 * BODY.leading)


def _story(paper: Paper, form: Form, show_form_code: bool, values: _Values) -> list[Block]:
    emblem = Cell(paper.left, paper.right, (), frame=Frame.NONE, picture=emblem_picture())
    blocks = [
        Block([(emblem,)], is_whole=True, is_kept_with_next=True),
        title_block(paper, form, show_form_code),
        gap(paper, 6),
        values.period,
        values.agency,
    ]
    titles = (("1.", "D.1.1.ratee"), ("2.", "D.1.1.rater"), ("3.", "D.1.1.superior"))
    for (number, title), person in zip(titles, values.people, strict=True):
        rows = [(*_labels(paper, form, key), value) for key, value in zip(_PERSON_KEYS, person, strict=True)]
        blocks.append(_section(paper, form, number, title, rows))
    results = [
        (*_labels(paper, form, key), value)
        for key, value in zip((_own(form, "organisation"), "D.1.1.predicate"), values.results, strict=True)
    ]
    blocks.append(_section(paper, form, "4.", "D.1.1.evaluation", results))
    texts = [("5.", _own(form, "note"), values.note)]
    texts += [(number, title, whole) for (number, title), whole in zip(_OBJECTION, values.objection, strict=False)]
    for place, (number, title, whole) in enumerate(texts, 1):
        blocks.append(_section(paper, form, number, title, [(whole,)], is_last=place == len(texts)))
    blocks.append(gap(paper, 3 if form is Form.D_1_2 else 8))
    blocks += values.signatures
    blocks.append(notes_block(paper, prescribed_wording().lines("D.1.1.notes")))
    return blocks


def _objection_texts(sheet: Sheet) -> tuple[str, str, str]:
    """Blocks 6 to 8 of D.1.3; the decision begins with the old and the new predicate (forms 6, D.1.3)."""
    wording = prescribed_wording()
    part = sheet.objection
    after = sheet.evaluation.predicate if sheet.evaluation else None
    decision = part.decision if part else ""
    if part and part.before and after:
        change = wording.word(
            "D.1.3.change",
            before=wording.word(f"predicate.{part.before.value}"),
            after=wording.word(f"predicate.{after.value}"),
        )
        decision = f"{change} {decision}".strip()
    return part.objection if part else "", part.explanation if part else "", decision


def _signatures(paper: Paper, sheet: Sheet) -> list[Block]:
    """Ratee left, whoever evaluated right, each with an own day; on D.1.3 the superior below in the middle."""
    word = prescribed_wording().word
    form = sheet.form
    nobody = PersonBlock("")
    room = _SIGNING_LINES[form] * BODY.leading
    signer = (sheet.superior or nobody) if form is Form.D_1_2 else sheet.rater
    blocks = [
        signature_block(
            paper,
            Signature(word(_own(form, "sign.ratee")), sheet.ratee, place_and_date(sheet, sheet.ratee_signed_on)),
            Signature(word(_own(form, "sign.rater")), signer, place_and_date(sheet, sheet.signed_on)),
            room=room,
        )
    ]
    if form is Form.D_1_3:
        superior = Signature(
            word("D.1.3.sign.superior"), sheet.superior or nobody, place_and_date(sheet, sheet.superior_signed_on)
        )
        blocks.append(middle_signature_block(paper, superior, room=room))
    return blocks


@cache
def _own(form: Form, key: str) -> str:
    """The key of a label that a form prints differently from D.1.1, else the one of D.1.1."""
    own = f"{form}.{key}"
    return own if own in prescribed_wording() else f"D.1.1.{key}"


def _lines(paper: Paper, form: Form) -> tuple[float, ...]:
    return paper.columns(*(_COLUMNS if form is Form.D_1_1 else _COLUMNS_OF_EXCEPTIONS))


def _section(
    paper: Paper, form: Form, number: str, title: str, rows: Sequence[tuple[Cell, ...]], *, is_last: bool = False
) -> Block:
    number_cell, title_cell = _section_head(paper, form, number, title)
    return Block([(title_cell,), *rows], (number_cell,), is_kept_with_next=is_last)


@cache
def _section_head(paper: Paper, form: Form, number: str, title: str) -> tuple[Cell, Cell]:
    x = _lines(paper, form)
    return (
        cell(x[0], x[1], [plain(number, BODY, Align.CENTRE)], is_filled=True),
        cell(x[1], x[4], [plain(prescribed_wording().word(title), BODY)], is_filled=True),
    )


@cache
def _labels(paper: Paper, form: Form, key: str) -> tuple[Cell, Cell]:
    wording = prescribed_wording()
    x = _lines(paper, form)
    return (
        cell(x[1], x[2], [plain(wording.word(key), BODY)]),
        cell(x[2], x[3], [plain(wording.word("D.1.1.colon"), BODY)]),
    )
