"""The dossier of a self-assessment on paper: index, each sub-aspect with its proof, and what is still to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.documents import PaperKind
from meritdesk.core.merit import (
    FigureValue,
    GivenLevel,
    MeritAspect,
    MeritAssessment,
    MeritFigure,
    MeritFile,
    MeritRules,
    MeritScore,
)
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperSignature, PaperTable, PaperText
from meritdesk.core.rules import RulePack
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.store import AgencyInfo
from meritdesk.core.talent_paper import pack_text

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


def dossier_paper(
    agency: AgencyInfo,
    assessment: MeritAssessment,
    rules: MeritRules,
    pack: RulePack,
    score: MeritScore,
    levels: Mapping[str, GivenLevel],
    files: Mapping[str, Sequence[MeritFile]],
    figures: Sequence[FigureValue],
    today: date,
) -> OfficePaper:
    """The whole dossier; an assessment that is not fixed says so under its title."""
    told = {one.figure: figure_told(one) for one in figures}
    sections: list[PaperTable | PaperText] = [_aspects(score), PaperText(score.reasons, "MERIT:REASONS", is_list=True)]
    sections += [_aspect(one.aspect, rules, levels, files, told) for one in score.aspects]
    sections.append(
        PaperTable(
            (PaperColumn("MERIT:FIGURE", 8), PaperColumn("MERIT:VALUE", 4, ColumnAlign.RIGHT)),
            tuple((f"MERITFIGURE:{one.figure.name}", told[one.figure]) for one in figures),
            "MERIT:FIGURES",
        )
    )
    sections.append(
        PaperTable(
            (
                PaperColumn("MERIT:CODE", 1),
                PaperColumn("MERIT:PART", 6),
                PaperColumn("MERIT:LEVEL", 2, ColumnAlign.CENTRE),
                PaperColumn("MERIT:TARGET", 2, ColumnAlign.CENTRE),
                PaperColumn("MERIT:GAIN", 2, ColumnAlign.RIGHT),
                PaperColumn("MERIT:ACTION", 6),
                PaperColumn("MERIT:ACTION-BY", 3),
            ),
            tuple(
                (
                    gap.part.code,
                    gap.part.title,
                    str(gap.level) if gap.part.code in levels else "-",
                    str(gap.target),
                    figure_text(gap.gain),
                    gap.action or "-",
                    printed_date(gap.action_by) if gap.action_by else "-",
                )
                for gap in score.gaps
            ),
            "MERIT:GAPS",
            empty_text="MERIT:NO-GAPS",
        )
    )
    return OfficePaper(
        kind=PaperKind.MERIT_DOSSIER,
        title="MERIT:TITLE",
        agency_name=agency.name,
        place=agency.place,
        subtitle="" if assessment.is_fixed else "MERIT:NOT-FIXED",
        facts=(
            ("TALENT:YEAR", str(assessment.year)),
            ("MERIT:REGULATION", pack.regulation),
            ("MERIT:INDEX", figure_text(score.index)),
            ("MERIT:CATEGORY", score.category.title),
            ("MERIT:ANSWERED", f"{score.given} / {score.asked}"),
            ("TALENT:PACKS", pack_text((assessment.pack if assessment.is_fixed else pack.ref,))),
            ("TALENT:AS-OF", printed_date(assessment.fixed_on or today)),
        ),
        sections=tuple(sections),
        signatures=(PaperSignature("MERIT:SIGNER"),),
        dated=today,
        is_landscape=True,
        notes=("MERIT:NOTE", pack.doubt),
        about=str(assessment.year),
    )


def figure_told(one: FigureValue) -> str:
    """A figure as it is written: ``12 / 15 (80 %)``, a mean as it is, a dash of nothing."""
    if not one.of:
        return figure_text(one.count) if one.figure is MeritFigure.INDEX_MEAN else "-"
    share = (one.count * _HUNDRED / one.of).quantize(_TENTH, ROUND_HALF_UP)
    return f"{figure_text(one.count)} / {one.of} ({figure_text(share)} %)"


def _aspects(score: MeritScore) -> PaperTable:
    return PaperTable(
        (
            PaperColumn("MERIT:CODE", 1),
            PaperColumn("MERIT:ASPECT", 8),
            PaperColumn("MERIT:WEIGHT", 2, ColumnAlign.RIGHT),
            PaperColumn("MERIT:ANSWERED", 2, ColumnAlign.CENTRE),
            PaperColumn("MERIT:VALUE", 2, ColumnAlign.RIGHT),
            PaperColumn("MERIT:FULL", 2, ColumnAlign.RIGHT),
        ),
        tuple(
            (
                one.aspect.code,
                one.aspect.title,
                f"{figure_text(one.aspect.weight)} %",
                f"{one.given} / {len(one.aspect.parts)}",
                figure_text(one.value),
                figure_text(one.full),
            )
            for one in score.aspects
        ),
        "MERIT:ASPECTS",
        total=("", "MERIT:INDEX", "", f"{score.given} / {score.asked}", figure_text(score.index), ""),
    )


def _aspect(
    aspect: MeritAspect,
    rules: MeritRules,
    levels: Mapping[str, GivenLevel],
    files: Mapping[str, Sequence[MeritFile]],
    told: Mapping[MeritFigure, str],
) -> PaperTable:
    titles = {one.level: one.title for one in rules.levels}
    rows = []
    for part in aspect.parts:
        given = levels.get(part.code)
        proof = [file.title or file.file_name for file in files.get(part.code, ())]
        own = ", ".join(told[one] for one in part.figures if one in told)
        rows.append(
            (
                part.code,
                part.title,
                f"{given.level} {titles[given.level]}" if given else "MERIT:NOT-GIVEN",
                given.reason if given else "-",
                own or "-",
                "; ".join(proof) or "MERIT:NO-FILE",
            )
        )
    return PaperTable(
        (
            PaperColumn("MERIT:CODE", 1),
            PaperColumn("MERIT:PART", 6),
            PaperColumn("MERIT:LEVEL", 3),
            PaperColumn("MERIT:REASON", 6),
            PaperColumn("MERIT:FIGURES", 4),
            PaperColumn("MERIT:FILES", 5),
        ),
        tuple(rows),
        f"{aspect.code}. {aspect.title}",
    )
