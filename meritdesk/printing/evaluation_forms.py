"""The evaluation results C.1.1 (narrative), C.1.2 (figures, JPT), C.1.3 (figures, JA and JF): the rater signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from meritdesk.core.documents import ChoiceStyle, Form, Sheet
from meritdesk.core.evaluation import Actual, OrgLevel
from meritdesk.core.plan import Indicator, ResultKind, WorkResult
from meritdesk.printing.behaviour import behaviour_blocks
from meritdesk.printing.choices import organisation_choice, period_line, predicate_choice, rating_choice
from meritdesk.printing.curve import curve_picture
from meritdesk.printing.plan_forms import (
    aspect_word,
    column_heads,
    has_perspectives,
    narrative,
    ordered_results,
    parent_paragraphs,
    perspective_word,
    result_texts,
    section_bar,
    value_style,
)
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    PersonHead,
    Signature,
    agency_line,
    bar,
    figure,
    gap,
    notes_block,
    person_head,
    place_and_date,
    result_paragraph,
    signature_block,
    target_text,
    title_block,
    words,
)
from meritdesk.printing.table import Block, Cell, cell
from meritdesk.printing.text import Align, Paragraph, TextStyle, bullet, placeholder, plain
from meritdesk.printing.typefaces import Face
from meritdesk.printing.wording import prescribed_wording


@dataclass(frozen=True, slots=True)
class _Look:
    """Column lines of one evaluation form as drawn in the annex."""

    head: PersonHead
    results: tuple[float, ...]
    behaviour: tuple[float, ...]


_LOOKS = {
    Form.C_1_1: _Look(PersonHead((51, 83, 250, 455, 487, 660, 873)), (51, 83, 455, 660, 873), (51, 83, 455, 660, 873)),
    Form.C_1_2: _Look(
        PersonHead((44, 80, 243, 469, 505, 661, 895), "head.rank.close", "head.agency"),
        (44, 80, 202, 380, 444, 533, 699, 894),
        (44, 80, 441, 696, 895),
    ),
    Form.C_1_3: _Look(
        PersonHead((36, 69, 247, 480, 516, 686, 908), "head.rank.close"),
        # The proportions of the filled example on p. 203: the empty format leaves too little for column 3.
        (39, 76, 200, 332, 396, 520, 622, 726, 926),
        (31, 72, 491, 710, 901),
    ),
}


def evaluation_story(paper: Paper, sheet: Sheet, choice: ChoiceStyle, show_form_code: bool) -> list[Block]:
    """All blocks of an evaluation form in the order of the paper."""
    form, look = sheet.form, _LOOKS[sheet.form]
    wording = prescribed_wording()
    evaluation = sheet.evaluation
    level = evaluation.org_level if evaluation else None
    blocks = [
        title_block(paper, form, show_form_code),
        gap(paper, 4),
        period_line(paper, sheet, choice, "evaluation"),
        agency_line(paper, sheet, paper.columns(*look.head.columns)[3], is_ruled=True),
        *person_head(paper, look.head, sheet),
        _choice_bar(paper, "organisation.heading", organisation_choice(level, choice)),
        _curve_bar(paper, form, level),
    ]
    if form is Form.C_1_1:
        blocks += _narrative_results(paper, look, sheet)
    else:
        blocks += _figure_results(paper, form, look, sheet)
    result_rating = evaluation.result_rating if evaluation else None
    blocks.append(_choice_bar(paper, "rating.result", rating_choice(result_rating, choice)))
    columns = paper.columns(*look.behaviour)
    head = _behaviour_head(paper, columns)
    blocks.append(head)
    expectations = sheet.plan.expectations if sheet.plan else {}
    feedback = evaluation.feedback if evaluation else {}
    blocks += behaviour_blocks(paper, form, columns, expectations, feedback, (head,))
    behaviour_rating = evaluation.behaviour_rating if evaluation else None
    predicate = evaluation.predicate if evaluation else None
    last = _choice_bar(paper, "predicate.heading", predicate_choice(predicate, choice))
    last.is_kept_with_next = True
    rater = Signature(wording.word("sign.rater"), sheet.rater, place_and_date(sheet, sheet.signed_on))
    notes = wording.lines("notes")
    if form is Form.C_1_1 and has_perspectives(sheet.plan):
        notes = (*notes, wording.word("notes.perspective"))
    blocks += [
        _choice_bar(paper, "rating.behaviour", rating_choice(behaviour_rating, choice)),
        last,
        gap(paper, 6),
        signature_block(paper, None, rater),
        notes_block(paper, notes),
    ]
    return blocks


def _choice_bar(paper: Paper, heading: str, choice: Paragraph) -> Block:
    title = plain(prescribed_wording().word(heading), BODY, face=Face.BOLD)
    return bar(paper, [title, choice], is_kept_with_next=False)


@lru_cache(maxsize=64)
def _curve_bar(paper: Paper, form: Form, level: OrgLevel | None) -> Block:
    wording = prescribed_wording()
    title = plain(wording.word(f"{form}.curve.heading"), BODY, face=Face.BOLD)
    if level is None:
        return bar(paper, [title, placeholder(wording.word("curve.placeholder"), BODY)], is_kept_with_next=False)
    whole = cell(paper.left, paper.right, [title], is_filled=True, picture=curve_picture(level))
    return Block([(whole,)], is_whole=True)


@cache
def _behaviour_head(paper: Paper, x: tuple[float, ...]) -> Block:
    wording = prescribed_wording()
    row = (
        cell(x[0], x[3], [plain(wording.word("behaviour.heading"), BODY)], is_filled=True),
        cell(x[3], x[4], [plain(wording.word("behaviour.feedback"), BODY, Align.CENTRE)], is_filled=True),
    )
    return Block([row], is_whole=True, is_kept_with_next=True)


@cache
def _narrative_heads(paper: Paper, x: tuple[float, ...], kind: ResultKind | None) -> Block:
    """The head over results, actuals and feedback; ``None`` gives the form that is repeated on following pages."""
    wording = prescribed_wording()
    section = "results.additional" if kind is ResultKind.ADDITIONAL else "results.main"
    keys = {None: ["results.heading"], ResultKind.MAIN: ["results.heading", section]}.get(kind, [section])
    rows = [(cell(x[0], x[2], [plain(wording.word(key), BODY)], is_filled=True),) for key in keys]
    merged = tuple(
        cell(left, right, [plain(wording.word(key), BODY, Align.CENTRE)], is_filled=True, is_centred=True)
        for left, right, key in ((x[2], x[3], "results.realisation"), (x[3], x[4], "behaviour.feedback"))
    )
    return Block(rows, merged, is_whole=True, is_kept_with_next=True)


def _actual_text(actual: Actual | None, indicator: Indicator | None) -> str:
    if actual is None:
        return words("")
    if actual.text.strip() or actual.value is None:
        return words(actual.text)
    unit = indicator.target.unit if indicator else ""
    return f"{figure(actual.value)} {unit}".strip()


def _narrative_results(paper: Paper, look: _Look, sheet: Sheet) -> list[Block]:
    wording = prescribed_wording()
    x = paper.columns(*look.results)
    repeat = (_narrative_heads(paper, x, None),)
    with_perspective = has_perspectives(sheet.plan)
    key = "C.1.1.expected" if with_perspective else "C.1.1.expected.without-perspective"
    label = plain(wording.word(key), BODY)
    blocks: list[Block] = []
    for kind, results in ordered_results(sheet.plan):
        blocks.append(_narrative_heads(paper, x, kind))
        for number, result in results:
            measures = [label]
            measures += [narrative(part, BODY, with_perspective=with_perspective) for part in result.indicators]
            rows = [
                (cell(x[1], x[2], [result_paragraph(result.text, result.assigned_by, BODY)]),),
                (cell(x[1], x[2], measures),),
            ]
            actuals = [(sheet.actuals.get(part.indicator_id), part) for part in result.indicators]
            as_point = bullet if len(actuals) > 1 else plain
            shown = [as_point(_actual_text(actual, part), BODY) for actual, part in actuals]
            given = [plain(actual.feedback, BODY) for actual, _ in actuals if actual and actual.feedback.strip()]
            merged = (
                cell(x[0], x[1], [plain(str(number), BODY, Align.CENTRE)]),
                cell(x[2], x[3], shown or [plain(words(""), BODY)]),
                cell(x[3], x[4], given or [plain(words(""), BODY)]),
            )
            blocks.append(Block(rows, merged, repeat=repeat))
        if not results:
            row = tuple(cell(x[i], x[i + 1], [plain(words(""), BODY)]) for i in range(len(x) - 1))
            blocks.append(Block([row], repeat=repeat))
    return blocks


def _figure_results(paper: Paper, form: Form, look: _Look, sheet: Sheet) -> list[Block]:
    x = paper.columns(*look.results)
    heads = column_heads(paper, form, look.results)
    blocks = list(heads)
    own = 2 if form is Form.C_1_3 else 1
    style = value_style(_texts(x, sheet, own))
    for kind, results in ordered_results(sheet.plan):
        blocks.append(section_bar(paper, kind, heads))
        for number, result in results:
            merged = [cell(x[0], x[1], [plain(str(number), style, Align.CENTRE)])]
            if form is Form.C_1_3:
                merged.append(cell(x[1], x[2], parent_paragraphs(result, style)))
            merged.append(cell(x[own], x[own + 1], [result_paragraph(result.text, result.assigned_by, style)]))
            rows = _figure_rows(x[own + 1 :], form, result, sheet, style)
            blocks.append(Block(rows, tuple(merged), repeat=heads))
        if not results:
            row = tuple(cell(x[i], x[i + 1], [plain(words(""), style)]) for i in range(len(x) - 1))
            blocks.append(Block([row], repeat=heads))
    return blocks


def _texts(x: tuple[float, ...], sheet: Sheet, own: int) -> Iterator[tuple[str, float]]:
    for result in sheet.plan.results if sheet.plan else ():
        yield from result_texts(x, result, own)
        for indicator in result.indicators:
            actual = sheet.actuals.get(indicator.indicator_id)
            if actual is not None:
                yield _actual_text(actual, indicator), x[-2] - x[-3]
                yield actual.feedback, x[-1] - x[-2]


def _figure_rows(
    x: tuple[float, ...], form: Form, result: WorkResult, sheet: Sheet, style: TextStyle
) -> list[tuple[Cell, ...]]:
    rows = []
    for indicator in result.indicators or (None,):
        actual = sheet.actuals.get(indicator.indicator_id) if indicator else None
        measure = plain(words(indicator.text if indicator else ""), style)
        target = plain(target_text(indicator.target) if indicator else words(""), style, Align.CENTRE)
        if form is Form.C_1_3:
            fixed = [plain(aspect_word(indicator), style), measure, target]
        else:
            fixed = [measure, target, plain(perspective_word(indicator), style, Align.CENTRE)]
        shown = plain(_actual_text(actual, indicator), style, Align.CENTRE)
        given = plain(words(actual.feedback if actual else ""), style)
        rows.append(tuple(cell(x[i], x[i + 1], [text]) for i, text in enumerate((*fixed, shown, given))))
    return rows
