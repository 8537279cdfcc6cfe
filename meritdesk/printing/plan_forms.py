"""The SKP forms: A.1.1 and A.1.6 in narrative, A.1.2 and A.1.7 with figures, and their annex A.1.8."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from meritdesk.core.documents import Form, PaperStyle, Sheet
from meritdesk.core.plan import Indicator, JobClass, PerformancePlan, ResultKind, WorkResult
from meritdesk.core.plan_parts import AssignmentBasis
from meritdesk.printing.behaviour import behaviour_blocks
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    PersonHead,
    Signature,
    agency_line,
    bar,
    fitting_style,
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
from meritdesk.printing.table import PAD_SIDE, Block, Cell, Row, cell
from meritdesk.printing.text import Align, Paragraph, Run, TextStyle, plain, widest_word
from meritdesk.printing.typefaces import Face, legible, measure
from meritdesk.printing.wording import prescribed_wording


@dataclass(frozen=True, slots=True)
class _Look:
    """Column lines of one SKP form as drawn in the annex."""

    head: PersonHead
    results: tuple[float, ...]
    behaviour: tuple[float, ...]


_LOOKS = {
    Form.A_1_1: _Look(PersonHead((72, 103, 268, 502, 533, 698, 885)), (72, 103, 885), (72, 103, 505, 885)),
    Form.A_1_2: _Look(
        PersonHead((72, 103, 268, 502, 533, 698, 885)), (72, 103, 356, 547, 731, 880), (72, 103, 491, 880)
    ),
    Form.A_1_6: _Look(PersonHead((72, 103, 268, 502, 533, 698, 885)), (72, 103, 885), (72, 103, 498, 885)),
    Form.A_1_7: _Look(
        PersonHead((63, 99, 265, 490, 526, 692, 886)), (64, 100, 252, 524, 630, 780, 885), (64, 100, 482, 885)
    ),
}
_ANNEX_COLUMNS = (70.0, 95.0, 550.0)
_STAGE_SIX = {Form.A_1_6: (69.0, 114.0, 911.0), Form.A_1_7: (69.0, 114.0, 483.0, 911.0)}
_STARS = TextStyle(7, 8.4)
_NARRATIVE = frozenset({Form.A_1_1, Form.A_1_6})


def plan_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of an SKP form in the order of the paper."""
    if sheet.form is Form.A_1_8:
        return _annex(paper, sheet, style.show_form_code)
    form, look = sheet.form, _LOOKS[sheet.form]
    wording = prescribed_wording()
    plan = sheet.plan
    blocks = [
        title_block(paper, form, style.show_form_code),
        gap(paper, 8),
        agency_line(paper, sheet, paper.columns(*look.head.columns)[3], is_ruled=False),
        *person_head(paper, look.head, sheet),
    ]
    notes = wording.lines(f"{form}.notes")
    mark = study_mark(plan, notes)
    if style.is_stage_six:
        return [*blocks, *stage_six_results(paper, form, plan, mark)]
    if form in _NARRATIVE:
        blocks += _narrative_results(paper, form, look, plan, mark)
    else:
        blocks += _figure_results(paper, form, look, plan, mark)
    head = bar(paper, [plain(wording.word(f"{form}.behaviour"), BODY)])
    blocks.append(head)
    expectations = plan.expectations if plan else {}
    values = behaviour_blocks(paper, form, paper.columns(*look.behaviour), expectations, None, (head,))
    values[-1].is_kept_with_next = True
    blocks += values
    blocks += _closing(paper, sheet, (*notes, *study_notes(mark)))
    return blocks


def _closing(paper: Paper, sheet: Sheet, notes: tuple[str, ...]) -> list[Block]:
    wording = prescribed_wording()
    signatures = signature_block(
        paper,
        Signature(wording.word("sign.ratee"), sheet.ratee),
        Signature(wording.word("sign.rater"), sheet.rater, place_and_date(sheet, sheet.signed_on)),
    )
    return [gap(paper, 6), signatures, *([notes_block(paper, notes)] if notes else [])]


def ordered_results(plan: PerformancePlan | None) -> list[tuple[ResultKind, list[tuple[int, WorkResult]]]]:
    """Main and additional results, numbered through (forms 2.10)."""
    results = plan.results if plan else ()
    number = 0
    ordered = []
    for kind in ResultKind:
        numbered = []
        for result in results:
            if result.kind is kind:
                number += 1
                numbered.append((number, result))
        ordered.append((kind, numbered))
    return ordered


def section_bar(paper: Paper, kind: ResultKind, repeat: tuple[Block, ...] = ()) -> Block:
    """``A. UTAMA`` or ``B. TAMBAHAN``."""
    key = "results.main" if kind is ResultKind.MAIN else "results.additional"
    block = bar(paper, [plain(prescribed_wording().word(key), BODY)])
    block.repeat = repeat
    return block


def nothing_yet(kind: ResultKind, x: Sequence[float], own: int, style: TextStyle) -> Row:
    """What an SKP prints for an empty section: dashes, and that results may still be added (p. 149, 153, 156)."""
    blank = plain(words(""), style, Align.CENTRE)
    later = plain(prescribed_wording().word("results.additional.later"), style, face=Face.ITALIC)
    return tuple(
        cell(x[i], x[i + 1], [later if i == own and kind is ResultKind.ADDITIONAL else blank])
        for i in range(len(x) - 1)
    )


def narrative(indicator: Indicator, style: TextStyle, *, with_perspective: bool) -> Paragraph:
    """Measure and target as one point of a list, the perspective in italics behind it."""
    wording = prescribed_wording()
    text = indicator.text
    target = target_text(indicator.target)
    if target.strip() not in ("", words("")) and target not in text:
        text = wording.word("results.narrative-with-target", indicator=words(text), target=target)
    runs = [Run("- " + legible(words(text)))]
    if with_perspective and indicator.perspective is not None:
        name = wording.word(f"perspective.{indicator.perspective.value}")
        runs.append(Run(" " + wording.word("results.perspective", name=name), Face.ITALIC))
    return Paragraph(tuple(runs), style, hang=measure("- ", Face.REGULAR) * style.size)


def _narrative_results(paper: Paper, form: Form, look: _Look, plan: PerformancePlan | None, mark: str) -> list[Block]:
    wording = prescribed_wording()
    x = paper.columns(*look.results)
    label = plain(wording.word(f"{form}.measures"), BODY)
    with_perspective = form is Form.A_1_1
    blocks = [bar(paper, [plain(wording.word("results.heading"), BODY)])]
    for kind, results in ordered_results(plan):
        blocks.append(section_bar(paper, kind))
        for number, result in results:
            measures = [label]
            measures += [narrative(part, BODY, with_perspective=with_perspective) for part in result.indicators]
            rows = [
                (cell(x[1], x[2], [result_paragraph(result.text, result.assigned_by, BODY)]),),
                (cell(x[1], x[2], measures),),
            ]
            blocks.append(Block(rows, (number_cell(x[0], x[1], number, result, mark, BODY),)))
        if not results:
            blocks.append(Block([nothing_yet(kind, x, 1, BODY)]))
    return blocks


@cache
def column_heads(paper: Paper, form: Form, source: tuple[float, ...], stage: str = "") -> tuple[Block, ...]:
    """The three head rows of a table of results, repeated on every page; the narrowest head decides the size."""
    wording = prescribed_wording()
    x = paper.columns(*source)
    heads = wording.lines(f"{form}{stage}.heads")
    style = fitting_style([(text, x[i + 1] - x[i]) for i, text in enumerate(heads)])

    def row(texts: Sequence[str], row_style: TextStyle) -> tuple[Cell, ...]:
        return tuple(
            cell(x[i], x[i + 1], [plain(text, row_style, Align.CENTRE)], is_filled=True, is_centred=True)
            for i, text in enumerate(texts)
        )

    return (
        bar(paper, [plain(wording.word("results.heading"), BODY)]),
        Block([row(heads, style)], is_whole=True, is_kept_with_next=True),
        Block([row(wording.lines(f"{form}{stage}.numbers"), style)], is_whole=True, is_kept_with_next=True),
    )


def _figure_results(paper: Paper, form: Form, look: _Look, plan: PerformancePlan | None, mark: str) -> list[Block]:
    x = paper.columns(*look.results)
    heads = column_heads(paper, form, look.results)
    blocks = list(heads)
    has_parent = form is Form.A_1_7
    own = 2 if has_parent else 1
    results_of_plan = plan.results if plan else ()
    style = value_style(text for result in results_of_plan for text in result_texts(x, result, own))
    for kind, results in ordered_results(plan):
        blocks.append(section_bar(paper, kind, heads))
        for number, result in results:
            merged = [number_cell(x[0], x[1], number, result, mark, style)]
            if has_parent:
                merged.append(cell(x[1], x[2], parent_paragraphs(result, style)))
            merged.append(cell(x[own], x[own + 1], [result_paragraph(result.text, result.assigned_by, style)]))
            rows = [_figure_row(x[own + 1 :], form, indicator, style) for indicator in result.indicators or (None,)]
            blocks.append(Block(rows, tuple(merged), repeat=heads))
        if not results:
            blocks.append(Block([nothing_yet(kind, x, own, style)], repeat=heads))
    return blocks


def parent_paragraphs(result: WorkResult, style: TextStyle) -> list[Paragraph]:
    """The superior's result, and below it his indicator where he is a leader (note * of A.1.7; forms 2.10)."""
    paragraphs = [plain(words(result.parent_text), style)]
    if result.parent_indicator.strip():
        quoted = prescribed_wording().word("results.parent-indicator", indicator=words(result.parent_indicator))
        paragraphs.append(plain(quoted, style))
    return paragraphs


def study_mark(plan: PerformancePlan | None, notes: Sequence[str]) -> str:
    """The mark of what is expected of a study leave: one star more than the notes of the form, as on p. 233 (``**``).

    Empty where the plan expects nothing of a study leave.
    """
    is_studying = plan is not None and any(result.basis is AssignmentBasis.STUDY_LEAVE for result in plan.results)
    return "*" * (len(notes) + 1) if is_studying else ""


def study_notes(mark: str) -> tuple[str, ...]:
    """The note behind the mark of a study leave."""
    return (prescribed_wording().word("results.study-leave", mark=mark),) if mark else ()


def number_cell(left: float, right: float, number: int, result: WorkResult, mark: str, style: TextStyle) -> Cell:
    """The number of a result; what is expected of a study leave carries the mark of its note (forms 2.10).

    In a column too narrow for both the mark stands below the number, in small type, and is not broken.
    """
    shown = f"{number}{mark}" if result.basis is AssignmentBasis.STUDY_LEAVE else str(number)
    if widest_word(shown, style) <= right - left - 2 * PAD_SIDE or shown == str(number):
        return cell(left, right, [plain(shown, style, Align.CENTRE)])
    return cell(left, right, [plain(str(number), style, Align.CENTRE), plain(mark, _STARS, Align.CENTRE)])


def stage_six_results(paper: Paper, form: Form, plan: PerformancePlan | None, mark: str) -> list[Block]:
    """The results alone, as stage six leaves them: columns (1) to (3) of A.1.7, two of A.1.6 (p. 148, 183)."""
    own = 2 if form is Form.A_1_7 else 1
    columns = _STAGE_SIX[form]
    x = paper.columns(*columns)
    heads = column_heads(paper, form, columns, ".stage-six")
    style = value_style(
        found for result in (plan.results if plan else ()) for found in _stage_six_texts(x, result, own)
    )
    blocks = list(heads)
    for kind, results in ordered_results(plan):
        blocks.append(section_bar(paper, kind, heads))
        for number, result in results:
            row = [number_cell(x[0], x[1], number, result, mark, style)]
            if own == 2:
                row.append(cell(x[1], x[2], parent_paragraphs(result, style)))
            row.append(cell(x[own], x[own + 1], [result_paragraph(result.text, result.assigned_by, style)]))
            blocks.append(Block([tuple(row)], repeat=heads))
        if not results:
            blocks.append(Block([nothing_yet(kind, x, own, style)], repeat=heads))
    return [*blocks, notes_block(paper, study_notes(mark))] if mark else blocks


def _stage_six_texts(x: tuple[float, ...], result: WorkResult, own: int) -> list[tuple[str, float]]:
    texts = [(result.text, x[own + 1] - x[own])]
    return [*texts, (result.parent_text, x[2] - x[1])] if own == 2 else texts


def value_style(texts: Iterable[tuple[str, float]]) -> TextStyle:
    """The size of type in a table of results: smaller only where a word would have to be broken in its column."""
    return fitting_style([(text, width) for text, width in texts if text])


def result_texts(x: tuple[float, ...], result: WorkResult, own: int) -> list[tuple[str, float]]:
    """The texts of a work result with the widths of their columns; column ``own`` holds the result itself."""
    texts = [(result.text, x[own + 1] - x[own])]
    if own == 2:
        texts.append((result.parent_text, x[2] - x[1]))
        texts.append((result.parent_indicator, x[2] - x[1]))
    for indicator in result.indicators:
        if own == 2:
            texts.append((aspect_word(indicator), x[4] - x[3]))
            texts.append((indicator.text, x[5] - x[4]))
            texts.append((target_text(indicator.target), x[6] - x[5]))
        else:
            texts.append((indicator.text, x[3] - x[2]))
            texts.append((target_text(indicator.target), x[4] - x[3]))
            texts.append((perspective_word(indicator), x[5] - x[4]))
    return texts


def _figure_row(x: tuple[float, ...], form: Form, indicator: Indicator | None, style: TextStyle) -> tuple[Cell, ...]:
    blank = words("")
    text = words(indicator.text) if indicator else blank
    target = target_text(indicator.target) if indicator else blank
    if form is Form.A_1_7:
        return (
            cell(x[0], x[1], [plain(aspect_word(indicator), style)]),
            cell(x[1], x[2], [plain(text, style)]),
            cell(x[2], x[3], [plain(target, style, Align.CENTRE)]),
        )
    return (
        cell(x[0], x[1], [plain(text, style)]),
        cell(x[1], x[2], [plain(target, style, Align.CENTRE)]),
        cell(x[2], x[3], [plain(perspective_word(indicator), style, Align.CENTRE)]),
    )


def aspect_word(indicator: Indicator | None) -> str:
    """The aspect of a measure in the words of the form."""
    if indicator is None or indicator.aspect is None:
        return words("")
    return prescribed_wording().word(f"aspect.{indicator.aspect.value}")


def perspective_word(indicator: Indicator | None) -> str:
    """The perspective of a measure in the words of the form."""
    if indicator is None or indicator.perspective is None:
        return words("")
    return prescribed_wording().word(f"perspective.{indicator.perspective.value}")


def _annex(paper: Paper, sheet: Sheet, show_form_code: bool) -> list[Block]:
    """A.1.8: means, accountability and consequences, numbered anew in each part."""
    wording = prescribed_wording()
    x = paper.columns(*_ANNEX_COLUMNS)
    plan = sheet.plan
    blocks = [
        title_block(paper, sheet.form, show_form_code),
        gap(paper, 8),
        agency_line(paper, sheet, paper.columns(70, 322, 550)[1], is_ruled=False),
    ]
    parts = (
        ("A.1.8.resources", plan.resources if plan else ()),
        ("A.1.8.accountability", plan.accountability if plan else ()),
        ("A.1.8.consequences", plan.consequences if plan else ()),
    )
    for key, texts in parts:
        blocks.append(bar(paper, [plain(wording.word(key), BODY)]))
        for number, text in enumerate(texts or ("",), 1):
            row = (
                cell(x[0], x[1], [plain(f"{number}.", BODY, Align.CENTRE)], is_centred=True),
                cell(x[1], x[2], [plain(words(text), BODY)], is_centred=True, least=21),
            )
            blocks.append(Block([row]))
    blocks[-1].is_kept_with_next = True
    return [*blocks, *_closing(paper, sheet, ())]


def has_perspectives(plan: PerformancePlan | None) -> bool:
    """Whether the forms of this plan speak of perspectives: only for JPT and heads of autonomous units."""
    return plan is not None and plan.job_class is JobClass.JPT_OR_AUTONOMOUS
