"""The call-back sheet of one holder: which papers he still has that no longer stand, to be fetched and signed for."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperSignature, PaperTable, PaperText
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period
from meritdesk.services.office_papers import Matter
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.signing import office_signature

if TYPE_CHECKING:
    from meritdesk.services.documents.circulation import PaperLine

_HOLDERS = uuid.UUID("5b0f6f43-5b6e-4a0e-9a51-3d9f7c3b6a10")


def call_back_sheets(
    around: Surroundings, work: Work, lines: Sequence[PaperLine], period: Period, today: date
) -> tuple[tuple[OfficePaper, Matter], ...]:
    """One sheet a holder, in the order in which they first come; the office signs where it has named its unit."""
    by_holder: dict[tuple[str, str], list[PaperLine]] = {}
    for line in lines:
        by_holder.setdefault((line.view.state.holder_id, line.view.state.holder), []).append(line)
    office = office_signature(around, work, today)
    sheets = []
    for (holder_id, name), held in by_holder.items():
        key = holder_id or str(uuid.uuid5(_HOLDERS, name))
        sheets.append((_sheet(around, name, held, office, period, today), Matter(period, key, holder_id)))
    return tuple(sheets)


def _sheet(
    around: Surroundings,
    holder: str,
    lines: Sequence[PaperLine],
    office: PaperSignature | None,
    period: Period,
    today: date,
) -> OfficePaper:
    agency = around.store.agency
    returns = PaperSignature("CALLBACK:RETURNS", PersonBlock(holder) if holder else None)
    return OfficePaper(
        kind=PaperKind.CALL_BACK,
        title="CALLBACK:TITLE",
        agency_name=agency.name,
        place=agency.place,
        subtitle=holder,
        facts=(
            ("CALLBACK:YEAR", str(period.year)),
            ("CALLBACK:AS-OF", printed_date(today)),
            ("CALLBACK:COUNT", str(len(lines))),
        ),
        sections=(
            PaperText(("CALLBACK:ASK",)),
            PaperTable(
                columns=(
                    PaperColumn("CALLBACK:NO", 1, ColumnAlign.RIGHT),
                    PaperColumn("CALLBACK:NUMBER", 5),
                    PaperColumn("CALLBACK:ABOUT", 6),
                    PaperColumn("CALLBACK:SINCE", 3),
                    PaperColumn("CALLBACK:DAYS", 2, ColumnAlign.RIGHT),
                    PaperColumn("CALLBACK:WHY", 3),
                    PaperColumn("CALLBACK:BACK-ON", 3),
                ),
                rows=tuple(_row(place, line) for place, line in enumerate(lines, 1)),
            ),
        ),
        signatures=(returns, office) if office is not None else (returns,),
        dated=today,
        is_landscape=True,
        about=holder,
    )


def _row(place: int, line: PaperLine) -> tuple[str, ...]:
    paper, state = line.view.paper, line.view.state
    return (
        str(place),
        f"{paper.number}\nv{paper.version} #{paper.copy}",
        f"{paper.name}\n{paper.nip}",
        printed_date(state.since) if state.since else "-",
        str(line.days) if line.days is not None else "-",
        f"PAPERSTANDING:{line.view.standing.name}",
        " ",
    )
