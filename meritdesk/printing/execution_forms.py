"""The records of a year: action plan B.1.1, documentation B.1.2, and continuous feedback B.1.3, B.1.4 and B.1.5.

The ratee alone signs the first two; the records of feedback, one a period, are signed by ratee and rater.
"""

from __future__ import annotations

from meritdesk.core.documents import Form, PaperStyle, Sheet
from meritdesk.core.execution import ActionStep
from meritdesk.core.execution_content import ActionPlanContent, DocumentedLine, FeedbackContent
from meritdesk.core.plan import WorkResult
from meritdesk.printing.choices import period_line
from meritdesk.printing.plan_forms import ordered_results
from meritdesk.printing.result_tables import (
    Achieved,
    TableLook,
    figure_results,
    given_paragraph,
    narrative_results,
    shared_behaviour,
)
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    PersonHead,
    Signature,
    agency_line,
    bar,
    gap,
    long_date,
    notes_block,
    person_head,
    place_and_date,
    signature_block,
    title_block,
    words,
)
from meritdesk.printing.table import Block, cell
from meritdesk.printing.text import Align, Paragraph, Run, plain, point
from meritdesk.printing.typefaces import Face, legible
from meritdesk.printing.wording import prescribed_wording

# Both halves are alike, wide enough for a NIP in one line; as drawn, the left one would break it.
_PLAN_HEAD = PersonHead((65, 92.5, 176, 311, 338.5, 422, 557), "head.rank.two-lines")
_PLAN_COLUMNS = {Form.B_1_1: (63.0, 98.0, 304.0, 545.0), Form.B_1_2: (63.0, 95.0, 254.0, 403.0, 552.0)}

# Number columns are a little wider than drawn, so that two digits fit.
_FEEDBACK_LOOKS = {
    Form.B_1_3: TableLook(
        PersonHead((80, 112, 274, 483, 515, 678, 880)), (80, 112, 483, 668, 880), (80, 112, 483, 668, 880)
    ),
    Form.B_1_4: TableLook(
        PersonHead((44, 80, 243, 469, 505, 661, 895), "head.rank.close", "head.agency"),
        (44, 80, 202, 380, 444, 533, 699, 894),
        (44, 80, 526, 696, 894),
    ),
    Form.B_1_5: TableLook(
        PersonHead((30, 63, 241, 474, 510, 680, 902), "head.rank.close"),
        # The proportions of C.1.3, which shows the same columns: the empty format leaves too little for column 3.
        (39, 76, 200, 332, 396, 520, 622, 726, 926),
        (35, 76, 486, 700, 901),
    ),
}


def action_plan_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of a B.1.1 or B.1.2 in the order of the paper."""
    form, wording = sheet.form, prescribed_wording()
    blocks = [
        title_block(paper, form, style.show_form_code),
        gap(paper, 8),
        agency_line(paper, sheet, paper.columns(*_PLAN_HEAD.columns)[3], is_ruled=False),
        *person_head(paper, _PLAN_HEAD, sheet),
        bar(paper, [plain(wording.word("results.heading"), BODY)]),
    ]
    content = sheet.content if isinstance(sheet.content, ActionPlanContent) else ActionPlanContent()
    x = paper.columns(*_PLAN_COLUMNS[form])
    for _, results in ordered_results(sheet.plan):
        for number, result in results:
            blocks.append(_result_block(x, number, result, content))
    if not (sheet.plan and sheet.plan.results):
        blocks.append(Block([tuple(cell(x[i], x[i + 1], [plain(words(""), BODY)]) for i in range(len(x) - 1))]))
    blocks[-1].is_kept_with_next = True
    ratee = Signature(wording.word("sign.ratee"), sheet.ratee, place_and_date(sheet, sheet.signed_on))
    return [*blocks, gap(paper, 6), signature_block(paper, None, ratee)]


def _result_block(x: tuple[float, ...], number: int, result: WorkResult, content: ActionPlanContent) -> Block:
    """One result with its steps and, where the form has a column for it, what was documented."""
    wording = prescribed_wording()
    steps = [plain(wording.word("action.steps"), BODY)]
    steps += [_step(step) for step in content.steps.get(result.result_id, ())] or [plain(words(""), BODY)]
    row = [
        cell(x[0], x[1], [plain(str(number), BODY, Align.CENTRE)]),
        cell(x[1], x[2], [plain(words(result.text), BODY)]),
        cell(x[2], x[3], steps),
    ]
    if len(x) > 4:
        told = [plain(wording.word("action.documented"), BODY)]
        told += _documented(content.documentation.get(result.result_id, ())) or [plain(words(""), BODY)]
        row.append(cell(x[3], x[4], told))
    return Block([tuple(row)])


def _step(step: ActionStep) -> Paragraph:
    wording = prescribed_wording()
    runs = [Run(legible(words(step.text)))]
    if step.due_on is not None:
        runs.append(Run(" " + wording.word("action.due", day=long_date(step.due_on)), Face.ITALIC))
    return point(wording.word("action.step", number=step.number), tuple(runs), BODY)


def _documented(lines: tuple[DocumentedLine, ...]) -> list[Paragraph]:
    """Each line under the number of its step; lines on the result as a whole get a dash."""
    wording = prescribed_wording()
    shown: list[Paragraph] = []
    for line in lines:
        told = wording.word("action.documented.line", day=long_date(line.documented_on), text=words(line.text))
        runs = [Run(legible(told))]
        if line.evidence:
            what = wording.word("results.evidence", what="; ".join(line.evidence))
            runs.append(Run(" " + legible(what), Face.ITALIC))
        lead = wording.word("action.step", number=line.step) if line.step else "- "
        shown.append(point(lead, tuple(runs), BODY))
    return shown


def feedback_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of a record of continuous feedback in the order of the paper."""
    form, look, wording = sheet.form, _FEEDBACK_LOOKS[sheet.form], prescribed_wording()
    content = sheet.content if isinstance(sheet.content, FeedbackContent) else FeedbackContent()
    achieved = Achieved(sheet.plan, sheet.actuals, content.evidence, content.on_results)
    blocks = [
        title_block(paper, form, style.show_form_code),
        gap(paper, 4),
        period_line(paper, sheet, style.choice, "feedback"),
        agency_line(paper, sheet, paper.columns(*look.head.columns)[3], is_ruled=True),
        *person_head(paper, look.head, sheet),
    ]
    if form is Form.B_1_3:
        label = wording.word("B.1.3.expected")
        blocks += narrative_results(paper, look.results, label, achieved, with_perspective=False)
    else:
        blocks += figure_results(paper, form, look.results, achieved)
    said = {value: [given_paragraph(one, BODY) for one in given] for value, given in content.on_behaviour.items()}
    blocks += shared_behaviour(paper, form, look.behaviour, sheet.plan, said)
    blocks[-1].is_kept_with_next = True
    signatures = signature_block(
        paper,
        Signature(wording.word("sign.ratee"), sheet.ratee),
        Signature(wording.word("sign.rater"), sheet.rater, place_and_date(sheet, sheet.signed_on)),
    )
    return [*blocks, gap(paper, 6), signatures, notes_block(paper, wording.lines(f"{form}.notes"))]
