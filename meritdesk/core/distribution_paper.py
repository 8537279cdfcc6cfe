"""The spread of predicates of a unit as a sheet: the guide curve of its level beside what was really given (R-62)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import Predicate
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import UNSTAMPED, OfficePaper, PaperSpread, PaperText, SpreadRow
from meritdesk.core.periods import Period
from meritdesk.core.scoring.unit_check import UnitCheck
from meritdesk.core.store import AgencyInfo

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class UnitSpread:
    """One rater's unit in a period: whose people are counted, and what the check says of them."""

    led_unit_id: str
    unit_name: str
    rater_name: str
    check: UnitCheck


def distribution_paper(spread: UnitSpread, agency: AgencyInfo, period: Period, today: date) -> OfficePaper:
    """The sheet of one unit; what the check remarks is a hint and binds nobody."""
    level = spread.check.level
    total = sum(spread.check.counts.values())
    lines = spread.check.lines or ("POLA:NO-REMARKS",)
    return OfficePaper(
        kind=PaperKind.DISTRIBUTION,
        title="POLA:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=spread.unit_name,
        facts=(
            ("POLA:RATER", spread.rater_name),
            ("POLA:PERIOD", period.code),
            ("POLA:LEVEL", f"LEVEL:{level.name}" if level else "POLA:NO-LEVEL"),
            ("POLA:AS-OF", printed_date(today)),
        ),
        sections=(
            PaperSpread(
                level,
                spread_rows(spread.check.counts),
                ("POLA:PREDICATE", "POLA:COUNT", "POLA:SHARE", "POLA:BAR"),
                ("POLA:TOTAL", str(total), share_text(total, total)),
            ),
            PaperText(lines, "POLA:REMARKS", is_list=True),
        ),
        dated=today,
        notes=("POLA:NOTE",),
        about=spread.unit_name,
    )


def spread_rows(counts: Mapping[Predicate, int]) -> tuple[SpreadRow, ...]:
    """Every label from the best to the worst, whether somebody has it or not; the longest bar is the largest group."""
    total, most = sum(counts.values()), max(counts.values(), default=0)
    return tuple(
        SpreadRow(
            f"PREDICATE:{label.name}",
            str(counts.get(label, 0)),
            share_text(counts.get(label, 0), total),
            Decimal(counts.get(label, 0)) / most if most else Decimal(0),
        )
        for label in Predicate
    )


def share_text(count: int, total: int) -> str:
    """``37,5 %`` of a total; a dash of nothing."""
    if not total:
        return "-"
    share = (Decimal(100 * count) / total).quantize(_TENTH, ROUND_HALF_UP)
    return f"{share}".replace(".", ",") + " %"
