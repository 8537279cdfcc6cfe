"""The records of guidance: coaching B.1.6, mentoring B.1.7, feedback B.1.8, competencies B.1.9, problem report B.1.10.

An empty record prints the empty format, with dashes or with dotted lines for the hand; nothing that was written is
ever left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from meritdesk.core.documents import Form, PaperStyle, Sheet
from meritdesk.core.guidance import (
    Coaching,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    Mentoring,
)
from meritdesk.core.guidance_content import GuidanceContent, ProblemContent, ordered_scores
from meritdesk.core.people import PersonBlock
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    PersonHead,
    Signature,
    agency_line,
    bar,
    choice_runs,
    fitting_style,
    gap,
    notes_block,
    person_head,
    place_and_date,
    signature_block,
    words,
)
from meritdesk.printing.table import PAD_SIDE, Block, Frame, Row, cell
from meritdesk.printing.text import Align, Paragraph, Run, TextStyle, break_lines, placeholder, plain
from meritdesk.printing.typefaces import Face, legible, measure
from meritdesk.printing.wording import prescribed_wording

T = TypeVar("T", Coaching, Mentoring, GuidanceFeedback, CompetencyEvaluation)

# Column lines of the annex (p. 80 to 86).
_HEADS = {
    Form.B_1_6: PersonHead((65, 94, 178, 292, 320, 419, 554)),
    # The value of the ratee begins a little further left than drawn, so that a NIP fits into one line.
    Form.B_1_7: PersonHead((51, 86, 178, 299, 328, 426, 561)),
    Form.B_1_8: PersonHead((51, 79, 164, 310, 338, 426, 554)),
    Form.B_1_9: PersonHead((51, 79, 164, 310, 338, 426, 554)),
    Form.B_1_10: PersonHead((51, 79, 178, 310, 338, 426, 561)),
}
_COACHING = (69.0, 197.0, 310.0, 431.0, 558.0)
_COACHING_STEPS = (69.0, 218.0, 381.0, 558.0)
_MENTORING_GOALS = (55.0, 240.0, 346.0, 466.0, 566.0)
_MENTORING_JOURNAL = (55.0, 147.0, 346.0, 468.0, 566.0)
_FEEDBACK = (51.0, 200.0, 448.0, 554.0)
_COMPETENCIES = (55.0, 91.0, 304.0, 353.0, 559.0)
_SCALE = (55.0, 91.0, 179.0, 558.0)
_DATED = frozenset({Form.B_1_6, Form.B_1_7})
_SOCIAL = frozenset({Competency.UNITY})
# The free cells of the annex leave room for the hand.
_FREE_CELL = 2.2 * BODY.leading


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table under a blue bar: its heads are repeated wherever its lines go on overleaf; one column may be centred."""

    bar_key: str
    by_key: str
    heads_key: str
    source: tuple[float, ...]
    centred: int = -1


_GOALS = _Grid("B.1.6.goals", "guidance.by-employee", "B.1.6.goals.heads", _COACHING)
_FACTS = _Grid("B.1.6.facts", "guidance.by-employee", "B.1.6.facts.heads", _COACHING)
_STEPS = _Grid("B.1.6.steps", "B.1.6.steps.by", "B.1.6.steps.heads", _COACHING_STEPS, centred=2)
_AIMS = _Grid("B.1.7.goals", "guidance.by-employee", "B.1.7.goals.heads", _MENTORING_GOALS)
_JOURNAL = _Grid("B.1.7.journal", "", "B.1.7.journal.heads", _MENTORING_JOURNAL)


def guidance_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of a record of guidance in the order of the paper."""
    form = sheet.form
    head = _HEADS[form]
    blocks = [_title(paper, form, style.show_form_code), gap(paper, 8)]
    if form in _DATED:
        blocks.append(agency_line(paper, sheet, paper.columns(*head.columns)[3], is_ruled=False))
    blocks += person_head(paper, head, sheet)
    blocks += _BODIES[form](paper, sheet, style)
    blocks[-1].is_kept_with_next = True
    return [*blocks, gap(paper, 6), _signatures(paper, sheet)]


def _signatures(paper: Paper, sheet: Sheet) -> Block:
    """Who signs each record (forms 2.5): SIG-2C, SIG-RATEE, SIG-COACH, SIG-RATER."""
    word = prescribed_wording().word
    where = place_and_date(sheet, sheet.signed_on)
    guide = sheet.content.guide if isinstance(sheet.content, GuidanceContent) else PersonBlock("")
    if sheet.form in _DATED:
        ratee = Signature(word("sign.ratee"), sheet.ratee)
        return signature_block(paper, ratee, Signature(word("sign.guide"), guide, where))
    only = {
        Form.B_1_8: Signature(word("sign.ratee"), sheet.ratee, where),
        Form.B_1_9: Signature(word("sign.coach"), guide, where),
        Form.B_1_10: Signature(word("sign.rater"), sheet.rater, where),
    }
    return signature_block(paper, None, only[sheet.form])


@cache
def _title(paper: Paper, form: Form, show_form_code: bool) -> Block:
    lines = prescribed_wording().lines(f"{form}.title")
    shown = [_with_foreign(line, BODY, Align.CENTRE) for line in (lines if show_form_code else lines[1:])]
    whole = cell(paper.left, paper.right, shown, frame=Frame.NONE)
    return Block([(whole,)], is_whole=True, is_kept_with_next=True)


def _with_foreign(text: str, style: TextStyle, align: Align = Align.LEFT) -> Paragraph:
    """A label in which the foreign words stand in italics, as in the annex."""
    for foreign in prescribed_wording().lines("guidance.foreign"):
        before, found, after = text.partition(foreign)
        if found:
            runs = (Run(before), Run(found, Face.ITALIC), Run(after))
            return Paragraph(tuple(run for run in runs if run.text), style, align)
    return Paragraph((Run(text),), style, align)


def _bar(paper: Paper, key: str, by_key: str = "") -> Block:
    """A blue bar with what is asked, and in grey who answers."""
    word = prescribed_wording().word
    lines = [_with_foreign(word(key), BODY, Align.CENTRE)]
    if by_key:
        lines.append(placeholder(word(by_key), BODY, Align.CENTRE))
    return bar(paper, lines)


# Tables


@cache
def _grid_heads(paper: Paper, grid: _Grid) -> tuple[Block, Block]:
    x = paper.columns(*grid.source)
    heads = prescribed_wording().lines(grid.heads_key)
    style = fitting_style([(text, x[place + 1] - x[place]) for place, text in enumerate(heads)])
    row = tuple(
        cell(x[place], x[place + 1], [_with_foreign(text, style, Align.CENTRE)]) for place, text in enumerate(heads)
    )
    return _bar(paper, grid.bar_key, grid.by_key), Block([row], is_whole=True, is_kept_with_next=True)


def _table(paper: Paper, grid: _Grid, rows: Iterable[Sequence[str]], empty_rows: int = 1) -> list[Block]:
    """The heads and every line; without any, as many lines of dashes as the format draws."""
    x = paper.columns(*grid.source)
    heads = _grid_heads(paper, grid)
    shown = [tuple(words(text) for text in row) for row in rows] or [(words(""),) * (len(x) - 1)] * empty_rows
    style = fitting_style([(text, x[place + 1] - x[place]) for row in shown for place, text in enumerate(row)])
    blocks: list[Block] = [*heads]
    for row in shown:
        cells = tuple(
            cell(x[place], x[place + 1], [plain(text, style, Align.CENTRE if place == grid.centred else Align.LEFT)])
            for place, text in enumerate(row)
        )
        blocks.append(Block([cells], repeat=heads))
    return blocks


def _free_cell(paper: Paper, text: str, repeat: tuple[Block, ...]) -> Block:
    whole = cell(paper.left, paper.right, [plain(words(text), BODY)], least=_FREE_CELL)
    return Block([(whole,)], repeat=repeat)


# B.1.6 and B.1.7


def _coaching(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    wording = prescribed_wording()
    body = _body(sheet, Coaching)
    opportunity = _bar(paper, "B.1.6.opportunity", "guidance.by-employee")
    steps = (
        (one.indicator, one.strategy, wording.word("guidance.yes" if one.adjusts_plan else "guidance.no"))
        for one in body.steps
    )
    return [
        *_table(paper, _GOALS, ((one.indicator, one.baseline, one.target, one.strategy) for one in body.goals)),
        *_table(paper, _FACTS, ((one.target, one.progress, one.obstacle, one.cause) for one in body.facts)),
        opportunity,
        _free_cell(paper, body.opportunity, (opportunity,)),
        *_kept(_table(paper, _STEPS, steps)),
        notes_block(paper, wording.lines("B.1.6.notes")),
    ]


def _kept(blocks: list[Block]) -> list[Block]:
    """A note stands directly under the table, on the page of its last line."""
    blocks[-1].is_kept_with_next = True
    return blocks


def _mentoring(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    body = _body(sheet, Mentoring)
    journal = ((one.when_and_where, one.material, one.action, one.due) for one in body.journal)
    return [
        *_table(paper, _AIMS, ((one.skill, one.duration, one.change, one.measure) for one in body.goals), 2),
        *_table(paper, _JOURNAL, journal, 2),
    ]


# B.1.8


def _feedback(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    body = _body(sheet, GuidanceFeedback)
    x = paper.columns(*_FEEDBACK)
    head = _feedback_head(paper)
    answers = {"employee": body.about_employee, "leader": body.about_leader, "both": body.about_both}
    type_size = fitting_style([(text, x[3] - x[2]) for text in answers.values()])
    blocks = [head]
    number = 1
    for subject, answer in answers.items():
        criteria = prescribed_wording().lines(f"B.1.8.{subject}.criteria")
        row = (
            cell(x[0], x[1], [plain(prescribed_wording().word(f"B.1.8.{subject}"), BODY, Align.CENTRE)]),
            cell(x[1], x[2], [_numbered(number + place, text, BODY) for place, text in enumerate(criteria)]),
            cell(x[2], x[3], [plain(words(answer), type_size)]),
        )
        blocks.append(Block([row], repeat=(head,)))
        number += len(criteria)
    return blocks


@cache
def _feedback_head(paper: Paper) -> Block:
    x = paper.columns(*_FEEDBACK)
    heads = prescribed_wording().lines("B.1.8.heads")
    row = tuple(
        cell(x[place], x[place + 1], [plain(text, BODY, Align.CENTRE)], is_filled=True)
        for place, text in enumerate(heads)
    )
    return Block([row], is_whole=True, is_kept_with_next=True)


def _numbered(number: int, text: str, style: TextStyle) -> Paragraph:
    """A numbered point, following lines indented behind its number."""
    lead = f"{number}. "
    return Paragraph((Run(lead + legible(text)),), style, hang=measure(lead, Face.REGULAR) * style.size)


# B.1.9


def _competencies(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    body = _body(sheet, CompetencyEvaluation)
    wording = prescribed_wording()
    fixed, technical = ordered_scores(body)
    x = paper.columns(*_COMPETENCIES)
    head = _competency_head(paper)
    type_size = fitting_style(
        [(one.reason, x[4] - x[3]) for one in body.scores] + [(one.technical, x[2] - x[1]) for one in body.scores]
    )
    named = [(one, wording.word(f"B.1.9.{one.value}"), scores) for one, scores in fixed]
    groups: Mapping[str, Sequence[tuple[str, Sequence[CompetencyScore]]]] = {
        "managerial": [(name, scores) for one, name, scores in named if one not in _SOCIAL],
        "social": [(name, scores) for one, name, scores in named if one in _SOCIAL],
        "technical": [(one.technical, (one,)) for one in technical] or [("", ())],
    }
    blocks: list[Block] = [head]
    for number, (group, lines) in enumerate(groups.items(), 1):
        rows: list[Row] = [(cell(x[1], x[4], [plain(wording.word(f"B.1.9.{group}"), BODY)]),)]
        for place, (name, scores) in enumerate(lines, 1):
            rows.append(_competency_row(x, place, name, scores, type_size))
        merged = (cell(x[0], x[1], [plain(str(number), BODY, Align.CENTRE)]),)
        blocks.append(Block(rows, merged, repeat=(head,)))
    recommendation = bar(paper, [plain(wording.word("B.1.9.recommendation"), BODY)])
    blocks += [recommendation, _free_cell(paper, body.recommendation, (recommendation,)), gap(paper, 8)]
    return [*blocks, *_scale(paper)]


def _competency_row(
    x: Sequence[float], place: int, name: str, scores: Sequence[CompetencyScore], style: TextStyle
) -> Row:
    """One competency; scored twice, it shows both scores, since neither may be chosen here."""
    return (
        cell(x[1], x[2], [_numbered(place, words(name), style)]),
        cell(x[2], x[3], [plain("\n".join(str(one.score) for one in scores), style, Align.CENTRE)]),
        cell(x[3], x[4], [plain("\n".join(one.reason for one in scores), style)]),
    )


@cache
def _competency_head(paper: Paper) -> Block:
    x = paper.columns(*_COMPETENCIES)
    heads = prescribed_wording().lines("B.1.9.heads")
    style = fitting_style([(text, x[place + 1] - x[place]) for place, text in enumerate(heads)])
    row = tuple(
        cell(x[place], x[place + 1], [plain(text, style, Align.CENTRE)], is_filled=True, is_centred=True)
        for place, text in enumerate(heads)
    )
    return Block([row], is_whole=True, is_kept_with_next=True)


def _scale(paper: Paper) -> list[Block]:
    """What the five scores mean; the head is repeated where the table is broken (p. 85)."""
    wording = prescribed_wording()
    x = paper.columns(*_SCALE)
    head = _bar(paper, "B.1.9.scale")
    blocks = [head]
    pairs = zip(wording.lines("B.1.9.scale.labels"), wording.lines("B.1.9.scale.texts"), strict=True)
    for number, (label, text) in enumerate(pairs, 1):
        row = (
            cell(x[0], x[1], [plain(str(number), BODY, Align.CENTRE)]),
            cell(x[1], x[2], [plain(label, BODY)]),
            cell(x[2], x[3], [plain(text, BODY)]),
        )
        blocks.append(Block([row], is_whole=True, repeat=(head,)))
    return blocks


# B.1.10


def _problem(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    content = sheet.content if isinstance(sheet.content, ProblemContent) else ProblemContent("", "", None, "")
    word = prescribed_wording().word
    chosen = None if content.others_too is None else int(not content.others_too)
    yes_or_no = choice_runs(
        (word("guidance.yes"), word("guidance.no")),
        chosen,
        style.choice,
        separator=word("guidance.yes-or-no.separator"),
    )
    width = paper.right - paper.left - 2 * PAD_SIDE
    asked = _bar(paper, "B.1.10.problem", "guidance.by-rater")
    questions = [
        plain(word("B.1.10.expectation"), BODY, Align.CENTRE),
        *_answer(content.expectation, width),
        plain("", BODY),
        plain(word("B.1.10.detail"), BODY, Align.CENTRE),
        *_answer(content.problem, width),
        plain("", BODY),
        plain(word("B.1.10.others"), BODY, Align.CENTRE),
        Paragraph(yes_or_no, BODY, Align.CENTRE),
        plain("", BODY),
    ]
    looked_back = _bar(paper, "B.1.10.retrospective", "guidance.by-rater")
    done = [plain(word("B.1.10.done"), BODY, Align.CENTRE), *_answer(content.done_so_far, width)]
    return [
        asked,
        Block([(cell(paper.left, paper.right, questions),)], repeat=(asked,)),
        looked_back,
        Block([(cell(paper.left, paper.right, done),)], repeat=(looked_back,)),
    ]


def _answer(text: str, width: float) -> list[Paragraph]:
    """An answer under its question: a dotted line for the hand, one line in the middle, or a text from the left."""
    if not text.strip():
        return [plain(prescribed_wording().word("B.1.10.dotted"), BODY, Align.CENTRE)]
    told = plain(text, BODY, Align.CENTRE)
    return [told if len(break_lines(told, width)) == 1 else plain(text, BODY)]


def _body(sheet: Sheet, kind: type[T]) -> T:
    """What the sheet shows; a sheet without a record is the empty format."""
    content = sheet.content
    return content.body if isinstance(content, GuidanceContent) and isinstance(content.body, kind) else kind()


_BODIES: Mapping[Form, Callable[[Paper, Sheet, PaperStyle], list[Block]]] = {
    Form.B_1_6: _coaching,
    Form.B_1_7: _mentoring,
    Form.B_1_8: _feedback,
    Form.B_1_9: _competencies,
    Form.B_1_10: _problem,
}
