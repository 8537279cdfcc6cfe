"""D.1.1, the evaluation document that is signed and reported (Art. 28): one upright page when the note is short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from meritdesk.core.documents import ChoiceStyle, Sheet
from meritdesk.core.people import PersonBlock
from meritdesk.printing.choices import period_line
from meritdesk.printing.emblem import emblem_picture
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    Signature,
    agency_line,
    gap,
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
_PERSON_KEYS = ("head.name", "head.nip", "head.rank.close", "head.position", "head.unit")


def document_story(paper: Paper, sheet: Sheet, choice: ChoiceStyle, show_form_code: bool) -> list[Block]:
    """All blocks of the document in the order of the page (p. 115)."""
    wording = prescribed_wording()
    x = paper.columns(*_COLUMNS)
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
        blocks.append(_section(paper, number, title, _person_rows(paper, person)))
    results = []
    for key, shown in (
        ("D.1.1.organisation", wording.word(f"organisation.{level.value}") if level else ""),
        ("D.1.1.predicate", wording.word(f"predicate.{predicate.value}") if predicate else ""),
    ):
        value = plain(shown, BODY) if shown else placeholder(wording.word("D.1.1.missing"), BODY)
        results.append((*_labels(paper, key), cell(x[3], x[4], [value])))
    blocks.append(_section(paper, "4.", "D.1.1.evaluation", results))
    note = cell(x[1], x[4], [plain(words(evaluation.note if evaluation else ""), BODY)], least=2 * BODY.leading)
    blocks.append(_section(paper, "5.", "D.1.1.note", [(note,)], is_last=True))
    blocks += [
        gap(paper, 8),
        signature_block(
            paper,
            Signature(wording.word("D.1.1.sign.ratee"), sheet.ratee, place_and_date(sheet, sheet.ratee_signed_on)),
            Signature(wording.word("D.1.1.sign.rater"), sheet.rater, place_and_date(sheet, sheet.signed_on)),
        ),
        notes_block(paper, wording.lines("D.1.1.notes")),
    ]
    return blocks


def _section(
    paper: Paper, number: str, title: str, rows: Sequence[tuple[Cell, ...]], *, is_last: bool = False
) -> Block:
    number_cell, title_cell = _section_head(paper, number, title)
    return Block([(title_cell,), *rows], (number_cell,), is_kept_with_next=is_last)


@cache
def _section_head(paper: Paper, number: str, title: str) -> tuple[Cell, Cell]:
    x = paper.columns(*_COLUMNS)
    return (
        cell(x[0], x[1], [plain(number, BODY, Align.CENTRE)], is_filled=True),
        cell(x[1], x[4], [plain(prescribed_wording().word(title), BODY)], is_filled=True),
    )


@cache
def _labels(paper: Paper, key: str) -> tuple[Cell, Cell]:
    wording = prescribed_wording()
    x = paper.columns(*_COLUMNS)
    return (
        cell(x[1], x[2], [plain(wording.word(key), BODY)]),
        cell(x[2], x[3], [plain(wording.word("D.1.1.colon"), BODY)]),
    )


def _person_rows(paper: Paper, person: PersonBlock | None) -> list[tuple[Cell, ...]]:
    x = paper.columns(*_COLUMNS)
    return [
        (*_labels(paper, key), cell(x[3], x[4], [plain(value, BODY)]))
        for key, value in zip(_PERSON_KEYS, person_values(person), strict=True)
    ]
