"""The lines on which one of several options is chosen: period, organisation level, ratings, predicate (forms 2.6)."""

from __future__ import annotations

from functools import cache

from meritdesk.core.documents import DOCUMENT_FORMS, FEEDBACK_FORMS, ChoiceStyle, Sheet
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.guidance_content import ProblemContent
from meritdesk.core.periods import PeriodKind
from meritdesk.printing.stationery import BODY, Paper, choice_runs
from meritdesk.printing.table import Block, Frame, known_cell
from meritdesk.printing.text import Align, Paragraph, Run
from meritdesk.printing.wording import prescribed_wording


def period_line(paper: Paper, sheet: Sheet, choice: ChoiceStyle, family: str) -> Block:
    """The line ``PERIODE``; a monthly agency gets the month by name, or the end of the year (forms 2.6)."""
    wording = prescribed_wording()
    if sheet.period.kind is PeriodKind.MONTH:
        month = wording.lines("months")[sheet.period.index - 1]
        runs: tuple[Run, ...] = (Run(wording.word(f"{family}.period.month", month=month)),)
    elif _is_end_of_months(sheet):
        runs = (Run(wording.word(f"{family}.period.end")),)
    else:
        runs = choice_runs(
            wording.lines("period.choices"),
            _quarter(sheet) - 1,
            choice,
            lead=wording.word(f"{family}.period"),
            mark=wording.word(f"{family}.period.mark"),
            separator="/",
        )
    whole = known_cell(paper.left, paper.right, (Paragraph(runs, BODY, Align.CENTRE),), frame=Frame.NONE)
    return Block([(whole,)], is_kept_with_next=True)


def _quarter(sheet: Sheet) -> int:
    """The annual evaluation and the fourth quarter share one label (forms 7)."""
    return 4 if sheet.period.is_annual else sheet.period.index


def _is_end_of_months(sheet: Sheet) -> bool:
    return sheet.is_monthly and sheet.period.is_annual


@cache
def organisation_choice(level: OrgLevel | None, choice: ChoiceStyle) -> Paragraph:
    """``ISTIMEWA/ BAIK/ ...``."""
    wording = prescribed_wording()
    options = [wording.word(f"organisation.{option.value}") for option in OrgLevel]
    return Paragraph(choice_runs(options, _place(level, list(OrgLevel)), choice), BODY)


@cache
def rating_choice(rating: Rating | None, choice: ChoiceStyle) -> Paragraph:
    """``DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI**``."""
    wording = prescribed_wording()
    options = [wording.word(f"rating.{option.value}") for option in Rating]
    place = _place(rating, list(Rating))
    return Paragraph(choice_runs(options, place, choice, mark=wording.word("rating.mark")), BODY)


@cache
def predicate_choice(predicate: Predicate | None, choice: ChoiceStyle) -> Paragraph:
    """``SANGAT BAIK/ BAIK/ ...`` with the foreign word in italics."""
    wording = prescribed_wording()
    options = [wording.word(f"predicate.{option.value}") for option in Predicate]
    place = _place(predicate, list(Predicate))
    return Paragraph(choice_runs(options, place, choice, italic=wording.word("predicate.italic")), BODY)


def _place(value: object, options: list[OrgLevel] | list[Rating] | list[Predicate]) -> int | None:
    return None if value is None else list(options).index(value)  # type: ignore[arg-type]


def chosen_values(sheet: Sheet) -> list[str]:
    """What was chosen, in words for the foot: a struck line cannot be seen in extracted text (forms 9.4)."""
    wording = prescribed_wording()
    if isinstance(sheet.content, ProblemContent):
        return _of_problem(sheet.content)
    is_record = sheet.form in FEEDBACK_FORMS
    evaluation = None if is_record else sheet.evaluation
    if evaluation is None and not is_record:
        return []
    if sheet.period.kind is PeriodKind.MONTH:
        period = wording.lines("months")[sheet.period.index - 1]
    elif _is_end_of_months(sheet):
        period = wording.word("period.end")
    else:
        period = wording.lines("period.choices")[_quarter(sheet) - 1]
    values = [wording.word("footer.chosen.period", period=period)]
    if evaluation is None:
        return values
    if evaluation.org_level is not None:
        level = wording.word(f"organisation.{evaluation.org_level.value}")
        values.append(wording.word("footer.chosen.organisation", level=level))
    is_document = sheet.form in DOCUMENT_FORMS
    if evaluation.result_rating is not None and not is_document:
        rating = wording.word(f"rating.{evaluation.result_rating.value}")
        values.append(wording.word("footer.chosen.result", rating=rating))
    if evaluation.behaviour_rating is not None and not is_document:
        rating = wording.word(f"rating.{evaluation.behaviour_rating.value}")
        values.append(wording.word("footer.chosen.behaviour", rating=rating))
    if evaluation.predicate is not None:
        predicate = wording.word(f"predicate.{evaluation.predicate.value}")
        values.append(wording.word("footer.chosen.predicate", predicate=predicate))
    return values


def _of_problem(content: ProblemContent) -> list[str]:
    """A behaviour problem report is nobody else's business, which every page of it says (p. 85 b)."""
    wording = prescribed_wording()
    values = [wording.word("guidance.confidential")]
    if content.others_too is not None:
        answer = wording.word("guidance.yes" if content.others_too else "guidance.no")
        values.append(wording.word("B.1.10.chosen", answer=answer))
    return values
