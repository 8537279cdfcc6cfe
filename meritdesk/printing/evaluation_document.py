"""D.1.1 to D.1.3, the evaluation documents that are signed and reported (Art. 28).

D.1.2 is signed by the superior of a rater who did not act (p. 116); D.1.3 tells an objection that changed the result
and bears three signatures (p. 118).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from meritdesk.core.documents import ChoiceStyle, Form, Sheet
from meritdesk.core.people import PersonBlock
from meritdesk.printing.choices import period_line
from meritdesk.printing.emblem import emblem_picture
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
from meritdesk.printing.table import Block, Cell, Frame, cell
from meritdesk.printing.text import Align, placeholder, plain
from meritdesk.printing.wording import prescribed_wording

_COLUMNS = (79.0, 101.0, 292.0, 306.0, 547.0)
_COLUMNS_OF_EXCEPTIONS = (79.0, 104.0, 292.0, 306.0, 547.0)
# A label of two lines must not push the signatures of D.1.2 to a second page.
_SIGNING_LINES = {Form.D_1_1: 3.3, Form.D_1_2: 2.5, Form.D_1_3: 3.3}
_PERSON_KEYS = ("head.name", "head.nip", "head.rank.close", "head.position", "head.unit")


def document_story(paper: Paper, sheet: Sheet, choice: ChoiceStyle, show_form_code: bool) -> list[Block]:
    """All blocks of the document in the order of the page (p. 115, 116, 118)."""
    wording = prescribed_wording()
    form = sheet.form
    x = _lines(paper, form)
    evaluation = sheet.evaluation
    level = evaluation.org_level if evaluation else None
    predicate = evaluation.predicate if evaluation else None
    emblem = Cell(paper.left, paper.right, (), frame=Frame.NONE, picture=emblem_picture())
    blocks = [
        Block([(emblem,)], is_whole=True, is_kept_with_next=True),
        title_block(paper, sheet.form, show_form_code),
        gap(paper, 6),
        period_line(paper, sheet, choice, "document"),
        agency_line(paper, sheet, x[2], is_ruled=True),
    ]
    people = (
        ("1.", "D.1.1.ratee", sheet.ratee),
        ("2.", "D.1.1.rater", sheet.rater),
        ("3.", "D.1.1.superior", sheet.superior),
    )
    for number, title, person in people:
        blocks.append(_section(paper, form, number, title, _person_rows(paper, form, person)))
    results = []
    for key, shown in (
        (_own(form, "organisation"), wording.word(f"organisation.{level.value}") if level else ""),
        ("D.1.1.predicate", wording.word(f"predicate.{predicate.value}") if predicate else ""),
    ):
        value = plain(shown, BODY) if shown else placeholder(wording.word("D.1.1.missing"), BODY)
        results.append((*_labels(paper, form, key), cell(x[3], x[4], [value])))
    blocks.append(_section(paper, form, "4.", "D.1.1.evaluation", results))
    texts = [("5.", _own(form, "note"), evaluation.note if evaluation else "")]
    if form is Form.D_1_3:
        texts += _objection_texts(sheet)
    for place, (number, title, text) in enumerate(texts, 1):
        whole = cell(x[1], x[4], [plain(words(text), BODY)], least=2 * BODY.leading)
        blocks.append(_section(paper, form, number, title, [(whole,)], is_last=place == len(texts)))
    blocks.append(gap(paper, 3 if form is Form.D_1_2 else 8))
    blocks += _signatures(paper, sheet)
    blocks.append(notes_block(paper, wording.lines("D.1.1.notes")))
    return blocks


def _objection_texts(sheet: Sheet) -> list[tuple[str, str, str]]:
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
    return [
        ("6.", "D.1.3.objection", part.objection if part else ""),
        ("7.", "D.1.3.explanation", part.explanation if part else ""),
        ("8.", "D.1.3.decision", decision),
    ]


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


def _person_rows(paper: Paper, form: Form, person: PersonBlock | None) -> list[tuple[Cell, ...]]:
    x = _lines(paper, form)
    return [
        (*_labels(paper, form, key), cell(x[3], x[4], [plain(value, BODY)]))
        for key, value in zip(_PERSON_KEYS, person_values(person), strict=True)
    ]
