"""The talent map and certified lists on paper: what was asked, what was read, by which packs, and who stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import PackRef, Rating, Reason
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperSignature, PaperTable, PaperText
from meritdesk.core.store import AgencyInfo
from meritdesk.core.talent import ListedPerson, ListKind, PotentialLevel, TalentList
from meritdesk.core.talent_rules import NineBoxRules

MapRow = tuple[int, str, str, str, str, str, int]
"""Box, name, NIP, post, unit, points, box of the year before."""

_SHORT = 12


def map_paper(
    agency: AgencyInfo, year: int, rules: NineBoxRules, pack: PackRef, rows: Sequence[MapRow], today: date
) -> OfficePaper:
    """The map of a year: the nine boxes with how many stand in each, then who, box by box, with what is recommended."""
    counts = Counter(row[0] for row in rows)
    grid = PaperTable(
        (
            PaperColumn("TALENT:PERFORMANCE", 3),
            *(PaperColumn(f"POTENTIALLEVEL:{one.name}", 3, ColumnAlign.CENTRE) for one in PotentialLevel),
        ),
        tuple(
            (
                f"RATING:{rating.name}",
                *(_cell(rules.cells[potential, rating], counts) for potential in PotentialLevel),
            )
            for rating in (Rating.ABOVE, Rating.MEETS, Rating.BELOW)
        ),
        "TALENT:MAP",
    )
    sections: list[PaperTable | PaperText] = [grid]
    for box in (9, 8, 7, 6, 5, 4, 3, 2, 1):
        standing = [row for row in rows if row[0] == box]
        if not standing:
            continue
        sections.append(
            PaperTable(
                _people_columns(),
                tuple(
                    (str(place), name, nip, post, unit, points, str(before) if before else "-")
                    for place, (_, name, nip, post, unit, points, before) in enumerate(standing, 1)
                ),
                f"TALENT:BOX-{box}",
            )
        )
        sections.append(PaperText((", ".join(rules.recommendations[box]),)))
    return OfficePaper(
        kind=PaperKind.TALENT_MAP,
        title="TALENT:TITLE",
        agency_name=agency.name,
        place=agency.place,
        facts=(
            ("TALENT:YEAR", str(year)),
            ("TALENT:PEOPLE", str(len(rows))),
            ("TALENT:NOT-PLACED", str(counts[0])),
            ("TALENT:PACKS", pack_text((pack,))),
            ("TALENT:AS-OF", printed_date(today)),
        ),
        sections=tuple(sections),
        dated=today,
        is_landscape=True,
        notes=("TALENT:NOTE",),
        about=str(year),
    )


def list_paper(kept: TalentList, agency: AgencyInfo) -> OfficePaper:
    """A kept list with the certificate of how it was made, so that anybody can make it again."""
    fit = [one for one in kept.lines if one.is_fit]
    others = [one for one in kept.lines if not one.is_fit]
    sections: list[PaperTable | PaperText] = [
        _list_table(fit, "TALENT:FIT" if kept.kind is ListKind.ROTATION else "TALENT:FOUND")
    ]
    sections += [_reasons(one) for one in fit]
    if others:
        sections.append(_list_table(others, "TALENT:NOT-FIT"))
        sections += [_reasons(one) for one in others]
    sections.append(
        PaperText(
            (
                Reason(
                    "TAL-CERTIFICATE",
                    "",
                    {
                        "number": kept.number,
                        "moment": f"{printed_date(kept.made_at.date())} {kept.made_at:%H.%M}",
                        "name": kept.made_by,
                        "looked": str(kept.looked_at),
                        "found": str(len(fit)),
                    },
                ),
                Reason("TAL-CERTIFICATE-FACTS", "", {"digest": kept.facts_digest}),
                Reason("TAL-CERTIFICATE-LINES", "", {"digest": kept.digest}),
                Reason("TAL-CERTIFICATE-PACKS", "", {"packs": pack_text(kept.packs)}),
                Reason("TAL-CERTIFICATE-AGAIN", "", {"number": kept.number}),
            ),
            "TALENT:CERTIFICATE",
        )
    )
    told = tuple(
        (f"TALENT:BY-{name.upper().replace('_', '-')}", text) for name, text in kept.criteria.items() if name != "unit"
    )
    return OfficePaper(
        kind=PaperKind.TALENT_LIST,
        title=f"LISTKIND:{kept.kind.name}",
        agency_name=agency.name,
        place=agency.place,
        subtitle=kept.title,
        facts=(("TALENT:NUMBER", kept.number), ("TALENT:YEAR", str(kept.year)), *told),
        sections=tuple(sections),
        signatures=(PaperSignature("TALENT:SIGNER"),),
        dated=kept.made_at.date(),
        is_landscape=True,
        notes=("TALENT:LIST-NOTE",),
        about=kept.title,
    )


def pack_text(packs: Sequence[PackRef]) -> str:
    """Packs as a certificate names them."""
    return ", ".join(f"{pack.pack_id} ({pack.digest[:_SHORT]})" for pack in packs)


def _cell(box: int, counts: Counter[int]) -> str:
    return f"{box}  ({counts[box]})"


def _people_columns() -> tuple[PaperColumn, ...]:
    return (
        PaperColumn("TALENT:NO", 1, ColumnAlign.RIGHT),
        PaperColumn("TALENT:NAME", 6),
        PaperColumn("TALENT:NIP", 4),
        PaperColumn("TALENT:POST", 6),
        PaperColumn("TALENT:UNIT", 6),
        PaperColumn("TALENT:POINTS", 2, ColumnAlign.RIGHT),
        PaperColumn("TALENT:BEFORE", 2, ColumnAlign.CENTRE),
    )


def _list_table(lines: Sequence[ListedPerson], heading: str) -> PaperTable:
    return PaperTable(
        (
            PaperColumn("TALENT:NO", 1, ColumnAlign.RIGHT),
            PaperColumn("TALENT:NAME", 6),
            PaperColumn("TALENT:NIP", 4),
            PaperColumn("TALENT:GRADE", 2),
            PaperColumn("TALENT:POST", 6),
            PaperColumn("TALENT:UNIT", 6),
            PaperColumn("TALENT:BOX", 2, ColumnAlign.CENTRE),
        ),
        tuple(
            (str(place), one.name, one.nip, one.grade or "-", one.post, one.unit, str(one.box) if one.box else "-")
            for place, one in enumerate(lines, 1)
        ),
        heading,
        empty_text="TALENT:NOBODY",
    )


def _reasons(line: ListedPerson) -> PaperText:
    return PaperText((*line.pros, *line.cons), line.name, is_list=True)
