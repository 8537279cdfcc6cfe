"""The professionalism index of an agency or a unit on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import PackRef
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperTable
from meritdesk.core.professionalism import IndexCategory, IndexDimension, IndexScore
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.store import AgencyInfo
from meritdesk.core.talent_paper import pack_text


def index_paper(
    agency: AgencyInfo,
    year: int,
    pack: PackRef,
    rows: Sequence[tuple[str, str, str, IndexScore]],
    mean: Decimal,
    means: Mapping[IndexDimension, Decimal],
    counts: Mapping[IndexCategory, int],
    today: date,
) -> OfficePaper:
    """Everybody with the four dimensions (name, NIP, unit, score), the means below, and the categories counted."""
    table = PaperTable(
        (
            PaperColumn("TALENT:NO", 1, ColumnAlign.RIGHT),
            PaperColumn("TALENT:NAME", 6),
            PaperColumn("TALENT:NIP", 4),
            PaperColumn("TALENT:UNIT", 6),
            *(PaperColumn(f"INDEXDIMENSION:{one.name}", 3, ColumnAlign.RIGHT) for one in IndexDimension),
            PaperColumn("IPASN:TOTAL", 2, ColumnAlign.RIGHT),
            PaperColumn("IPASN:CATEGORY", 3),
        ),
        tuple(
            (
                str(place),
                name,
                nip,
                unit,
                *(figure_text(score.points[one]) if score.is_scored else "-" for one in IndexDimension),
                figure_text(score.total) if score.is_scored else "-",
                f"INDEXCATEGORY:{score.category.name}" if score.category else "IPASN:NOT-SCORED",
            )
            for place, (name, nip, unit, score) in enumerate(rows, 1)
        ),
        total=("", "IPASN:MEAN", "", "", *(figure_text(means[one]) for one in IndexDimension), figure_text(mean), ""),
    )
    spread = PaperTable(
        (PaperColumn("IPASN:CATEGORY", 4), PaperColumn("IPASN:COUNT", 2, ColumnAlign.RIGHT)),
        tuple((f"INDEXCATEGORY:{one.name}", str(counts[one])) for one in IndexCategory),
        "IPASN:SPREAD",
    )
    return OfficePaper(
        kind=PaperKind.ASN_INDEX,
        title="IPASN:TITLE",
        agency_name=agency.name,
        place=agency.place,
        facts=(
            ("TALENT:YEAR", str(year)),
            ("TALENT:PEOPLE", str(len(rows))),
            ("IPASN:MEAN", figure_text(mean)),
            ("TALENT:PACKS", pack_text((pack,))),
            ("TALENT:AS-OF", printed_date(today)),
        ),
        sections=(table, spread),
        dated=today,
        is_landscape=True,
        notes=("IPASN:NOTE",),
        about=str(year),
    )
