"""The office's own sheet of an old year: every figure, how it came about, and what the signed paper of then says.

It is not the prescribed form of that year: that one was signed long ago and stays valid (PermenPANRB 6/2022 Art. 39).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from meritdesk.core.evaluation import PackRef, Reason
from meritdesk.core.notation import printed_decimal
from meritdesk.core.office_paper import (
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperKind,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.old_rules import NumericFinal
from meritdesk.core.old_years import GroupScore, LineScore, OldEvaluation, OldLine, Signatory
from meritdesk.core.people import PersonBlock

if TYPE_CHECKING:
    from meritdesk.services.assessment.old_years import OldPaper, OldYearCard

_RIGHT = ColumnAlign.RIGHT


def old_year_paper(card: OldYearCard, finals: Sequence[NumericFinal], agency_name: str, place: str) -> OfficePaper:
    """One person's old year on paper; ``finals`` are the labels and aspects of each of its papers."""
    first = card.papers[0].record.paper
    sections: list[PaperTable | PaperText] = []
    for paper, final in zip(card.papers, finals, strict=True):
        sections += _part(paper, final, is_only=len(card.papers) == 1)
    if card.outcome.score is not None and card.outcome.category is not None and len(card.papers) > 1:
        label = card.rules.pp30.final.labels[card.outcome.category] if card.rules.pp30 else ""
        rows = (("OLDPAPER:SCORE", _figure(card.outcome.score)), ("OLDPAPER:CATEGORY", label))
        sections.append(PaperTable(_pair(), rows, "OLDPAPER:WHOLE-YEAR"))
    if len(card.papers) > 1 or card.outcome.score is None:
        sections.append(PaperText(card.outcome.explanation, "OLDPAPER:WHY-YEAR", is_list=True))
    packs = {pack for one in card.papers if one.result for pack in one.result.packs} | set(card.outcome.packs)
    if packs:
        sections.append(PaperText((Reason("OLD-PACKS", "", {"packs": _packs(packs)}),)))
    return OfficePaper(
        kind=PaperKind.OLD_YEAR,
        title="OLDPAPER:TITLE",
        subtitle=str(card.year),
        agency_name=agency_name,
        place=place,
        facts=(
            *_people("RATEE", first.ratee, card.person.full_name, card.person.nip),
            *_people("RATER", first.rater),
            *_people("SUPERIOR", first.superior),
        ),
        sections=tuple(sections),
        signatures=(PaperSignature("OLDPAPER:MADE-BY"), PaperSignature("OLDPAPER:RATEE-SIGN", _signer(first, card))),
        notes=("OLDPAPER:NOTE",),
        about=f"{card.person.full_name} · {card.year}",
    )


def _part(paper: OldPaper, final: NumericFinal, is_only: bool) -> Iterable[PaperTable | PaperText]:
    stated, result = paper.record.paper, paper.result
    scheme = f"OLDSCHEME:{stated.scheme.name}"
    heading = scheme if is_only else f"OLDPART:{stated.part.name}, {scheme}"
    if result is None:
        yield PaperText(("OLDPAPER:INCOMPLETE",), heading)
        return
    if result.lines:
        yield _filled(_line_columns(), [_line_row(one, final) for one in result.lines], heading)
        yield _filled(_group_columns(), [_group_row(one, final) for one in result.groups], "OLDPAPER:RESULTS")
    if stated.aspects:
        rows = tuple(
            (name, _figure(stated.aspects[aspect]))
            for aspect, name in final.aspects.items()
            if aspect in stated.aspects
        )
        yield PaperTable(_pair("OLDPAPER:ASPECT", "OLDPAPER:SCORE"), rows, "OLDPAPER:BEHAVIOUR")
    rows = (
        ("OLDPAPER:SKP", _figure(result.skp)),
        ("OLDPAPER:BEHAVIOUR", _figure(result.behaviour)),
        *((("OLDPAPER:IDEA", stated.new_idea),) if stated.new_idea.strip() else ()),
        ("OLDPAPER:SCORE", _figure(result.score)),
        ("OLDPAPER:CATEGORY", final.labels[result.category]),
        *_stated(stated, final),
    )
    yield PaperTable(_pair(), rows, "OLDPAPER:OUTCOME" if result.lines or stated.aspects else heading)
    yield PaperText(result.explanation, "OLDPAPER:WHY", is_list=True)


def _stated(stated: OldEvaluation, final: NumericFinal) -> Iterable[tuple[str, str]]:
    """What the signed paper says, beside what was calculated."""
    if stated.stated_score is not None:
        yield "OLDPAPER:STATED-SCORE", _figure(stated.stated_score)
    if stated.stated_category is not None:
        yield "OLDPAPER:STATED-CATEGORY", final.labels[stated.stated_category]


def _line_columns() -> tuple[PaperColumn, ...]:
    return (
        PaperColumn("OLDPAPER:NUMBER", 3, ColumnAlign.CENTRE),
        PaperColumn("OLDPAPER:LINE", 16),
        PaperColumn("OLDPAPER:KIND", 7),
        PaperColumn("OLDPAPER:TARGET", 7, _RIGHT),
        PaperColumn("OLDPAPER:ACTUAL", 7, _RIGHT),
        PaperColumn("OLDPAPER:ACHIEVEMENT", 7, _RIGHT),
        PaperColumn("OLDPAPER:LABEL", 7),
        PaperColumn("OLDPAPER:SCORE", 6, _RIGHT),
    )


def _line_row(one: LineScore, final: NumericFinal) -> tuple[str, ...]:
    line = one.line
    kind = f"ASPECT:{line.aspect.name}" if line.aspect else f"LINEKIND:{line.kind.name}"
    return (
        str(line.number),
        line.text,
        kind,
        _target(line),
        _figure(line.actual),
        f"{_figure(one.achievement)} %" if one.achievement is not None else "",
        final.labels[one.category] if one.category is not None else "",
        _figure(one.score),
    )


def _group_columns() -> tuple[PaperColumn, ...]:
    return (
        PaperColumn("OLDPAPER:NUMBER", 3, ColumnAlign.CENTRE),
        PaperColumn("OLDPAPER:RESULT", 20),
        PaperColumn("OLDPAPER:LABEL", 7),
        PaperColumn("OLDPAPER:SCORE", 7, _RIGHT),
        PaperColumn("OLDPAPER:WEIGHT", 7, _RIGHT),
        PaperColumn("OLDPAPER:VALUE", 7, _RIGHT),
    )


def _group_row(one: GroupScore, final: NumericFinal) -> tuple[str, ...]:
    return (
        str(one.number),
        one.text or f"LINEKIND:{one.kind.name}",
        final.labels[one.category] if one.category is not None else "",
        _figure(one.score),
        f"{_figure(Decimal(f'{one.factor * 100:.2f}'))} %",
        _figure(one.value),
    )


def _filled(columns: Sequence[PaperColumn], rows: Sequence[tuple[str, ...]], heading: str) -> PaperTable:
    """A table without the columns in which this rule has nothing to say."""
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    return PaperTable(
        tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows), heading
    )


def _pair(left: str = "OLDPAPER:WHAT", right: str = "OLDPAPER:SCORE") -> tuple[PaperColumn, ...]:
    return PaperColumn(left, 3), PaperColumn(right, 1, _RIGHT)


def _people(role: str, who: Signatory, name: str = "", nip: str = "") -> Iterable[tuple[str, str]]:
    """A person as the old paper names him; only what is known, and at least the name of the one appraised."""
    shown_name, shown_nip = who.name or name, who.nip or nip
    if shown_name:
        yield f"OLDPAPER:{role}", f"{shown_name} · {shown_nip}" if shown_nip else shown_name
    post = " · ".join(text for text in (who.rank, who.post, who.unit) if text)
    if post:
        yield f"OLDPAPER:{role}-POST", post


def _signer(first: OldEvaluation, card: OldYearCard) -> PersonBlock:
    return PersonBlock(first.ratee.name or card.person.full_name, first.ratee.nip or card.person.nip)


def _target(line: OldLine) -> str:
    if line.low is None or line.high is None:
        return ""
    return _figure(line.low) if line.low == line.high else f"{_figure(line.low)}-{_figure(line.high)}"


def _figure(value: Decimal | None) -> str:
    return "" if value is None else printed_decimal(value)


def _packs(packs: Iterable[PackRef]) -> str:
    return ", ".join(f"{pack.pack_id} ({pack.digest[:12]})" for pack in sorted(packs, key=lambda one: one.pack_id))
