"""The board of units as a sheet: how far each unit with everything below it has come in a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meritdesk.core.documents import PaperKind
from meritdesk.core.lines import UnitProgress
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import UNSTAMPED, ColumnAlign, OfficePaper, PaperColumn, PaperTable
from meritdesk.core.periods import Period
from meritdesk.core.store import AgencyInfo

_STAGES = ("PLAN", "ACTUALS", "CLOSED", "PRINTED", "SIGNED", "SENT")


def board_paper(
    lines: Sequence[UnitProgress], whole: UnitProgress, agency: AgencyInfo, period: Period, today: date
) -> OfficePaper:
    """The sheet: a unit a row, indented as it hangs, each stage as a number with its share of those who are due."""
    parents = {line.unit_id: line.parent_id for line in lines}
    return OfficePaper(
        kind=PaperKind.UNIT_BOARD,
        title="BOARD:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("BOARD:PERIOD", period.code), ("BOARD:AS-OF", printed_date(today))),
        sections=(
            PaperTable(
                columns=(
                    PaperColumn("BOARD:UNIT", 8),
                    PaperColumn("BOARD:DUE", 2, ColumnAlign.RIGHT),
                    *(PaperColumn(f"MILESTONE:{name}", 3, ColumnAlign.RIGHT) for name in _STAGES),
                ),
                rows=tuple(_row(line, _depth(line, parents)) for line in lines),
                total=("BOARD:TOTAL", *_row(whole, 0)[1:]),
            ),
        ),
        dated=today,
        is_landscape=True,
        notes=("BOARD:NOTE",),
    )


def _row(line: UnitProgress, depth: int) -> tuple[str, ...]:
    numbers = (line.plans, line.with_actuals, line.closed, line.printed, line.signed, line.sent)
    return ("· " * depth + line.name, str(line.due), *(_told(number, line.due) for number in numbers))


def _told(number: int, due: int) -> str:
    """A number with its whole per cent: nobody reads more on a board; all only when it is all."""
    return f"{number} ({number * 100 // due} %)" if due else "-"


def _depth(line: UnitProgress, parents: dict[str, str]) -> int:
    depth, above, seen = 0, line.parent_id, {line.unit_id}
    while above in parents and above not in seen:
        seen.add(above)
        depth, above = depth + 1, parents[above]
    return depth
