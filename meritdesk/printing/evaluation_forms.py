"""The evaluation results C.1.1 (narrative), C.1.2 (figures, JPT), C.1.3 (figures, JA and JF): the rater signs."""

from __future__ import annotations

from functools import lru_cache

from meritdesk.core.documents import ChoiceStyle, Form, Sheet
from meritdesk.core.evaluation import OrgLevel
from meritdesk.printing.choices import organisation_choice, period_line, predicate_choice, rating_choice
from meritdesk.printing.curve import curve_picture
from meritdesk.printing.plan_forms import has_perspectives, study_mark, study_notes
from meritdesk.printing.result_tables import Achieved, TableLook, figure_results, narrative_results, shared_behaviour
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    PersonHead,
    Signature,
    agency_line,
    bar,
    gap,
    notes_block,
    person_head,
    place_and_date,
    signature_block,
    title_block,
    words,
)
from meritdesk.printing.table import Block, cell
from meritdesk.printing.text import Paragraph, placeholder, plain
from meritdesk.printing.typefaces import Face
from meritdesk.printing.wording import prescribed_wording

_LOOKS = {
    Form.C_1_1: TableLook(
        PersonHead((51, 83, 250, 455, 487, 660, 873)), (51, 83, 455, 660, 873), (51, 83, 455, 660, 873)
    ),
    Form.C_1_2: TableLook(
        PersonHead((44, 80, 243, 469, 505, 661, 895), "head.rank.close", "head.agency"),
        (44, 80, 202, 380, 444, 533, 699, 894),
        (44, 80, 441, 696, 895),
    ),
    Form.C_1_3: TableLook(
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
    with_perspective = has_perspectives(sheet.plan)
    notes = wording.lines("notes")
    if form is Form.C_1_1 and with_perspective:
        notes = (*notes, wording.word("notes.perspective"))
    mark = study_mark(sheet.plan, notes)
    if form is Form.C_1_1:
        key = "C.1.1.expected" if with_perspective else "C.1.1.expected.without-perspective"
        blocks += narrative_results(
            paper, look.results, wording.word(key), Achieved.of(sheet, mark), with_perspective=with_perspective
        )
    else:
        blocks += figure_results(paper, form, look.results, Achieved.of(sheet, mark))
    result_rating = evaluation.result_rating if evaluation else None
    blocks.append(_choice_bar(paper, "rating.result", rating_choice(result_rating, choice)))
    given = evaluation.feedback if evaluation else {}
    said = {value: [plain(words(text), BODY)] for value, text in given.items()}
    blocks += shared_behaviour(paper, form, look.behaviour, sheet.plan, said)
    behaviour_rating = evaluation.behaviour_rating if evaluation else None
    predicate = evaluation.predicate if evaluation else None
    last = _choice_bar(paper, "predicate.heading", predicate_choice(predicate, choice))
    last.is_kept_with_next = True
    rater = Signature(wording.word("sign.rater"), sheet.rater, place_and_date(sheet, sheet.signed_on))
    blocks += [
        _choice_bar(paper, "rating.behaviour", rating_choice(behaviour_rating, choice)),
        last,
        gap(paper, 6),
        signature_block(paper, None, rater),
        notes_block(paper, (*notes, *study_notes(mark))),
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
