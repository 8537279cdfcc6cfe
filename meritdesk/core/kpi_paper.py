"""The tree of indicators on paper: a row a place, numbered by its level, with light, forecast and what it adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import PackRef
from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperTable
from meritdesk.core.periods import Period
from meritdesk.core.scoring.kpi import Light
from meritdesk.core.store import AgencyInfo


@dataclass(frozen=True, slots=True)
class KpiPaperRow:
    """One place as it prints; figures as texts, empty where nothing is known."""

    depth: int
    text: str
    owner: str
    target: str
    expected: str
    actual: str
    percent: str
    light: Light
    forecast: str
    forecast_light: Light
    added: str
    absorbed: str


def kpi_paper(
    agency: AgencyInfo,
    period: Period,
    unit_name: str,
    rows: Sequence[KpiPaperRow],
    gaps: int,
    pack: PackRef,
    today: date,
) -> OfficePaper:
    """The tree at the end of a period, with how many show each light and how many gaps there are."""
    columns = (
        PaperColumn("KPIPAPER:PLACE", 11),
        PaperColumn("KPIPAPER:OWNER", 6),
        PaperColumn("KPIPAPER:TARGET", 4),
        PaperColumn("KPIPAPER:EXPECTED", 3, ColumnAlign.RIGHT),
        PaperColumn("KPIPAPER:ACTUAL", 3, ColumnAlign.RIGHT),
        PaperColumn("KPIPAPER:PERCENT", 3, ColumnAlign.RIGHT),
        PaperColumn("KPIPAPER:LIGHT", 4),
        PaperColumn("KPIPAPER:FORECAST", 3, ColumnAlign.RIGHT),
        PaperColumn("KPIPAPER:FORECAST-LIGHT", 4),
        PaperColumn("KPIPAPER:ADDED", 3, ColumnAlign.RIGHT),
        PaperColumn("KPIPAPER:ABSORBED", 3, ColumnAlign.RIGHT),
    )
    table = PaperTable(
        columns,
        tuple(
            (
                f"{number} {row.text}",
                row.owner,
                row.target,
                row.expected,
                row.actual,
                row.percent,
                f"LIGHT:{row.light.name}",
                row.forecast,
                f"LIGHT:{row.forecast_light.name}" if row.forecast else "",
                row.added,
                row.absorbed,
            )
            for number, row in zip(numbers(row.depth for row in rows), rows, strict=True)
        ),
    )
    return OfficePaper(
        kind=PaperKind.KPI_TREE,
        title="KPIPAPER:TITLE",
        agency_name=agency.name,
        place=agency.place,
        facts=(
            ("KPIPAPER:PERIOD", period.code),
            ("KPIPAPER:UNIT", unit_name or agency.name),
            *((f"LIGHT:{light.name}", str(sum(row.light is light for row in rows))) for light in Light),
            ("KPIPAPER:GAPS", str(gaps)),
            ("KPIPAPER:PACK", f"{pack.pack_id} ({pack.digest[:12]})"),
            ("KPIPAPER:AS-OF", printed_date(today)),
        ),
        sections=(table,),
        dated=today,
        is_landscape=True,
        notes=("KPIPAPER:NOTE",),
        about=period.code,
    )


def numbers(depths: Iterable[int]) -> tuple[str, ...]:
    """The numbers of places by their depth: ``1``, ``1.1``, ``1.2``, ``1.2.1``, ``2``."""
    counts: list[int] = []
    found = []
    for depth in depths:
        counts = [*counts[:depth], *[0] * (depth - len(counts))]
        counts[depth - 1] += 1
        found.append(".".join(map(str, counts)))
    return tuple(found)


def figure_text(value: Decimal | None) -> str:
    """A figure as it prints, empty where there is none."""
    return printed_decimal(value) if value is not None else ""
