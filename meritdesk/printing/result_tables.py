"""The table of results with actuals and feedback, and the behaviour block: shared by records (B) and results (C)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from meritdesk.core.documents import Form, Sheet
from meritdesk.core.evaluation import Actual
from meritdesk.core.execution_content import GivenFeedback, says_already
from meritdesk.core.plan import BehaviourValue, Indicator, PerformancePlan, ResultKind, WorkResult
from meritdesk.printing.behaviour import behaviour_blocks
from meritdesk.printing.plan_forms import (
    aspect_word,
    column_heads,
    narrative,
    number_cell,
    ordered_results,
    parent_paragraphs,
    perspective_word,
    result_texts,
    section_bar,
    value_style,
)
from meritdesk.printing.stationery import BODY, Paper, PersonHead, figure, result_paragraph, target_text, words
from meritdesk.printing.table import Block, Cell, cell
from meritdesk.printing.text import Align, Paragraph, Run, TextStyle, bullet, plain
from meritdesk.printing.typefaces import Face, legible
from meritdesk.printing.wording import prescribed_wording

# Forms whose table names the superior's result and the aspect of each measure.
_OF_STAFF = frozenset({Form.B_1_5, Form.C_1_3})


@dataclass(frozen=True, slots=True)
class TableLook:
    """Column lines of a form with results, actuals and feedback, as drawn in the annex."""

    head: PersonHead
    results: tuple[float, ...]
    behaviour: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Achieved:
    """What stands beside the results of a plan: actuals, what proves them, and what was said on each result.

    ``mark`` is what stands behind the number of a result that is expected of a study leave.
    """

    plan: PerformancePlan | None
    actuals: Mapping[str, Actual] = field(default_factory=dict)
    evidence: Mapping[str, Sequence[str]] = field(default_factory=dict)
    on_results: Mapping[str, Sequence[GivenFeedback]] = field(default_factory=dict)
    mark: str = ""

    @classmethod
    def of(cls, sheet: Sheet, mark: str = "") -> Achieved:
        """Plan and actuals of a sheet, with nothing besides."""
        return cls(sheet.plan, sheet.actuals, mark=mark)

    def actual(self, indicator: Indicator | None) -> Actual | None:
        """What was achieved on an indicator."""
        return self.actuals.get(indicator.indicator_id) if indicator is not None else None


def given_paragraph(given: GivenFeedback, style: TextStyle) -> Paragraph:
    """One piece of feedback: who gave it, what was said, and in italics what it rests on (forms 2.10)."""
    wording = prescribed_wording()
    text = given.text
    if given.giver is not None:
        key = f"feedback.giver.{given.giver.value}"
        bare = wording.word(key)
        who = wording.word(f"{key}.named", name=given.giver_name) if given.giver_name.strip() else bare
        if not text.casefold().startswith(who.casefold()):
            if text.casefold().startswith(bare.casefold()):
                text = text[len(bare) :].lstrip()
            text = f"{who} {text}"
    return Paragraph((Run(legible(words(text))), *_resting_on(given.evidence)), style)


def _resting_on(evidence: Sequence[str]) -> tuple[Run, ...]:
    if not evidence:
        return ()
    told = prescribed_wording().word("results.evidence", what="; ".join(evidence))
    return (Run(" " + legible(told), Face.ITALIC),)


def shared_behaviour(
    paper: Paper,
    form: Form,
    source: tuple[float, ...],
    plan: PerformancePlan | None,
    feedback: Mapping[BehaviourValue, Sequence[Paragraph]],
) -> list[Block]:
    """The head ``PERILAKU KERJA`` and the seven values with expectations and feedback."""
    columns = paper.columns(*source)
    head = _behaviour_head(paper, columns)
    expectations = plan.expectations if plan else {}
    return [head, *behaviour_blocks(paper, form, columns, expectations, feedback, (head,))]


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


def narrative_results(
    paper: Paper, source: tuple[float, ...], label: str, achieved: Achieved, *, with_perspective: bool
) -> list[Block]:
    """Results in words (C.1.1, B.1.3): the expected result over its measures, actuals and feedback beside both."""
    x = paper.columns(*source)
    repeat = (_narrative_heads(paper, x, None),)
    blocks: list[Block] = []
    for kind, results in ordered_results(achieved.plan):
        blocks.append(_narrative_heads(paper, x, kind))
        for number, result in results:
            measures = [plain(label, BODY)]
            measures += [narrative(part, BODY, with_perspective=with_perspective) for part in result.indicators]
            rows = [
                (cell(x[1], x[2], [result_paragraph(result.text, result.assigned_by, BODY)]),),
                (cell(x[1], x[2], measures),),
            ]
            merged = (
                number_cell(x[0], x[1], number, result, achieved.mark, BODY),
                cell(x[2], x[3], _narrative_actuals(result, achieved) or [plain(words(""), BODY)]),
                cell(x[3], x[4], _said_on(result, achieved, BODY) or [plain(words(""), BODY)]),
            )
            blocks.append(Block(rows, merged, repeat=repeat))
        if not results:
            row = tuple(cell(x[i], x[i + 1], [plain(words(""), BODY)]) for i in range(len(x) - 1))
            blocks.append(Block([row], repeat=repeat))
    return blocks


def _narrative_actuals(result: WorkResult, achieved: Achieved) -> list[Paragraph]:
    as_point = bullet if len(result.indicators) > 1 else plain
    shown = []
    for part in result.indicators:
        paragraph = as_point(_actual_text(achieved.actual(part), part), BODY)
        runs = (*paragraph.runs, *_resting_on(achieved.evidence.get(part.indicator_id, ())))
        shown.append(Paragraph(runs, BODY, hang=paragraph.hang))
    return shown


def _said_on(result: WorkResult, achieved: Achieved, style: TextStyle) -> list[Paragraph]:
    """What was said on a result: the log, then what stands with the actuals and is not in the log."""
    logged = achieved.on_results.get(result.result_id, ())
    said = [given_paragraph(one, style) for one in logged]
    for part in result.indicators:
        actual = achieved.actual(part)
        if actual is not None and actual.feedback.strip() and not says_already(logged, actual.feedback):
            said.append(plain(actual.feedback, style))
    return said


def _actual_text(actual: Actual | None, indicator: Indicator | None) -> str:
    if actual is None:
        return words("")
    if actual.text.strip() or actual.value is None:
        return words(actual.text)
    unit = indicator.target.unit if indicator else ""
    return f"{figure(actual.value)} {unit}".strip()


def figure_results(paper: Paper, form: Form, source: tuple[float, ...], achieved: Achieved) -> list[Block]:
    """Results in figures (C.1.2, C.1.3, B.1.4, B.1.5): one row a measure; what was said on a result spans its rows."""
    x = paper.columns(*source)
    heads = column_heads(paper, form, source)
    blocks = list(heads)
    own = 2 if form in _OF_STAFF else 1
    style = value_style(_texts(x, achieved, own))
    for kind, results in ordered_results(achieved.plan):
        blocks.append(section_bar(paper, kind, heads))
        for number, result in results:
            merged = [number_cell(x[0], x[1], number, result, achieved.mark, style)]
            if form in _OF_STAFF:
                merged.append(cell(x[1], x[2], parent_paragraphs(result, style)))
            merged.append(cell(x[own], x[own + 1], [result_paragraph(result.text, result.assigned_by, style)]))
            is_logged = result.result_id in achieved.on_results
            if is_logged:
                merged.append(cell(x[-2], x[-1], _said_on(result, achieved, style)))
            rows = _figure_rows(x[own + 1 :], form, result, achieved, style, is_logged=is_logged)
            blocks.append(Block(rows, tuple(merged), repeat=heads))
        if not results:
            row = tuple(cell(x[i], x[i + 1], [plain(words(""), style)]) for i in range(len(x) - 1))
            blocks.append(Block([row], repeat=heads))
    return blocks


def _texts(x: tuple[float, ...], achieved: Achieved, own: int) -> Iterator[tuple[str, float]]:
    for result in achieved.plan.results if achieved.plan else ():
        yield from result_texts(x, result, own)
        for indicator in result.indicators:
            for title in achieved.evidence.get(indicator.indicator_id, ()):
                yield title, x[-2] - x[-3]
            actual = achieved.actual(indicator)
            if actual is not None:
                yield _actual_text(actual, indicator), x[-2] - x[-3]
                yield actual.feedback, x[-1] - x[-2]
        for given in achieved.on_results.get(result.result_id, ()):
            yield " ".join((given.giver_name, given.text, *given.evidence)), x[-1] - x[-2]


def _figure_rows(
    x: tuple[float, ...], form: Form, result: WorkResult, achieved: Achieved, style: TextStyle, *, is_logged: bool
) -> list[tuple[Cell, ...]]:
    rows = []
    for indicator in result.indicators or (None,):
        actual = achieved.actual(indicator)
        measure = plain(words(indicator.text if indicator else ""), style)
        target = plain(_target(indicator), style, Align.CENTRE)
        if form in _OF_STAFF:
            fixed = [plain(aspect_word(indicator), style), measure, target]
        else:
            fixed = [measure, target, plain(perspective_word(indicator), style, Align.CENTRE)]
        shown = plain(_actual_text(actual, indicator), style, Align.CENTRE)
        proof = _resting_on(achieved.evidence.get(indicator.indicator_id, ()) if indicator else ())
        texts = [*fixed, Paragraph((*shown.runs, *proof), style, Align.CENTRE)]
        if not is_logged:
            texts.append(plain(words(actual.feedback if actual else ""), style))
        rows.append(tuple(cell(x[i], x[i + 1], [text]) for i, text in enumerate(texts)))
    return rows


def _target(indicator: Indicator | None) -> str:
    return target_text(indicator.target) if indicator else words("")
