"""Sheets of 360 views and culture pulses: the questions to fill in, who is handed how many, and what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import Person
from meritdesk.core.scoring.survey import SurveyResult
from meritdesk.core.store import AgencyInfo
from meritdesk.core.survey import ItemGroup, SurveyAsk, SurveyKind, SurveyRound, SurveyRules, SurveySheet, Voice

_BOX = "\u25a1"
_DOTS = "\u2026" * 48


def question_paper(
    one: SurveyRound, sheet: SurveySheet, about: str, rules: SurveyRules, agency: AgencyInfo
) -> OfficePaper:
    """One sheet to fill in by hand: about whom, from where, the scale, the questions with a box for each step.

    No name of who fills it in, and no line to sign: only the code by which it is keyed in.
    """
    steps = tuple(PaperColumn(str(number), 1, ColumnAlign.CENTRE) for number in range(1, len(rules.scale) + 1))
    columns = (PaperColumn("360:NUMBER", 2, ColumnAlign.CENTRE), PaperColumn("360:QUESTION", 13), *steps)
    rows = tuple((item.item_id, item.text, *(_BOX for _ in steps)) for item in rules.items[one.kind])
    scale = " · ".join(f"{number} = {words}" for number, words in enumerate(rules.scale, 1))
    is_pulse = one.kind is SurveyKind.PULSE
    return OfficePaper(
        kind=PaperKind.SURVEY_SHEET,
        title="360:PULSE-TITLE" if is_pulse else "360:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=one.name,
        facts=(
            ("360:UNIT" if is_pulse else "360:ABOUT", about),
            ("360:VOICE", f"VOICE:{sheet.voice.value}"),
            ("360:CODE", sheet.code),
        ),
        sections=(
            PaperText(("360:NOTE", scale), "360:SCALE"),
            PaperTable(columns, rows),
            PaperText(("360:REMARK-LINE", _DOTS, _DOTS, _DOTS), "360:REMARK"),
        ),
        about=sheet.code,
    )


def distribution_paper(
    one: SurveyRound,
    asks: Sequence[SurveyAsk],
    people: Mapping[str, Person],
    units: Mapping[str, str],
    agency: AgencyInfo,
) -> OfficePaper:
    """Who is handed a sheet about whom, by the unit of who fills it in; which sheet he gets is nowhere written."""
    rows = []
    for ask in asks:
        rater, subject = people.get(ask.rater_id), people.get(ask.subject_id)
        if rater is None or subject is None:
            continue
        rows.append((units.get(rater.unit_id, ""), rater.full_name, subject.full_name, f"VOICE:{ask.voice.value}", ""))
    rows.sort()
    counted = Counter(ask.voice for ask in asks)
    return OfficePaper(
        kind=PaperKind.SURVEY_LIST,
        title="360:LIST-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=one.name,
        facts=(
            ("360:OPENED", printed_date(one.opened_on)),
            *((f"VOICE:{voice.value}", str(counted[voice])) for voice in Voice if counted[voice]),
        ),
        sections=(
            PaperTable(
                (
                    PaperColumn("360:UNIT", 5),
                    PaperColumn("360:RATER", 6),
                    PaperColumn("360:ABOUT", 6),
                    PaperColumn("360:VOICE", 3),
                    PaperColumn("360:HANDED", 2),
                ),
                tuple(rows),
            ),
        ),
        notes=("360:LIST-NOTE",),
        about=one.name,
    )


def result_paper(
    one: SurveyRound,
    name: str,
    nip: str,
    unit_name: str,
    result: SurveyResult,
    before: SurveyResult | None,
    agency: AgencyInfo,
) -> OfficePaper:
    """What was said about one person or unit: means by question and voice, the change since the round before."""
    voices = [voice for voice in Voice if voice in result.sheets]
    former = {score.item.item_id: score.mean for score in before.items} if before is not None else {}
    columns = (
        PaperColumn("360:NUMBER", 2, ColumnAlign.CENTRE),
        PaperColumn("360:QUESTION", 12),
        *(PaperColumn(f"VOICE:{voice.value}", 3, ColumnAlign.CENTRE) for voice in voices),
        PaperColumn("360:MEAN", 3, ColumnAlign.CENTRE),
        PaperColumn("360:BEFORE", 3, ColumnAlign.CENTRE),
    )
    rows = tuple(
        (
            score.item.item_id,
            score.item.text,
            *(_shown(score.voices[voice].mean if voice in score.voices else None) for voice in voices),
            _shown(score.mean),
            _shown(former.get(score.item.item_id)),
        )
        for score in result.items
    )
    groups = [group for group in ItemGroup if any(score.item.group is group for score in result.items)]
    hidden = tuple(f"VOICE:{voice.value}" for voice in result.hidden)
    sections: list[PaperTable | PaperText] = [PaperTable(columns, rows)]
    if hidden:
        sections.append(PaperText(hidden, "360:HIDDEN", is_list=True))
    if result.remarks:
        sections.append(PaperText(result.remarks, "360:REMARKS", is_list=True))
    about = (("360:PERSON", name), ("360:NIP", nip), ("360:UNIT", unit_name)) if nip else (("360:UNIT", name),)
    return OfficePaper(
        kind=PaperKind.SURVEY_RESULT,
        title="360:PULSE-RESULT-TITLE" if one.kind is SurveyKind.PULSE else "360:RESULT-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=one.name,
        facts=(
            *about,
            *((f"VOICE:{voice.value}", str(result.sheets[voice])) for voice in voices),
            *((f"ITEMGROUP:{group.value}", _shown(result.mean_of(group))) for group in groups),
        ),
        sections=tuple(sections),
        notes=("360:RESULT-NOTE",),
        about=f"{name} · {one.name}",
    )


def _shown(mean: Decimal | None) -> str:
    return "–" if mean is None else f"{mean}".replace(".", ",")
