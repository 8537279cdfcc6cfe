"""The call sheet of a unit: who must sign, return, report or decide what, until when, to be rung through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meritdesk.core.deadlines import Deadline, DeadlineState
from meritdesk.core.documents import PaperKind
from meritdesk.core.duties import Party
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import UNSTAMPED, ColumnAlign, OfficePaper, PaperColumn, PaperTable, PaperText
from meritdesk.core.periods import Period
from meritdesk.core.store import AgencyInfo
from meritdesk.services.clocks import URGENCY, ClockLine

_CALLED = frozenset({DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING})


def call_sheet(lines: Sequence[ClockLine], agency: AgencyInfo, period: Period, today: date) -> OfficePaper:
    """The sheet of one unit with everything of its people that is late, due this week or running."""
    rows = sorted(
        ((line, deadline) for line in lines for deadline in line.deadlines if deadline.state in _CALLED),
        key=lambda pair: (URGENCY.index(pair[1].state), pair[1].limit or date.max, pair[0].person.name),
    )
    counts = {state: sum(deadline.state is state for _, deadline in rows) for state in _CALLED}
    trapped = [line for line in lines if line.forecast is not None and not line.forecast.is_handed_over]
    sections: list[PaperTable | PaperText] = [
        PaperTable(
            columns=(
                PaperColumn("CALL:NUMBER", 1, ColumnAlign.RIGHT),
                PaperColumn("CALL:PERSON", 6),
                PaperColumn("CALL:DUTY", 6),
                PaperColumn("CALL:WHO", 5),
                PaperColumn("CALL:LIMIT", 4),
                PaperColumn("CALL:DAYS", 2, ColumnAlign.RIGHT),
                PaperColumn("CALL:STATE", 4),
            ),
            rows=tuple(_row(place, line, deadline) for place, (line, deadline) in enumerate(rows, 1)),
        )
    ]
    if trapped:
        sections.append(
            PaperText(
                heading="CALL:TRAP",
                lines=tuple(
                    f"{line.person.full_name}: {printed_date(line.forecast.hand_over_by)}"
                    for line in trapped
                    if line.forecast is not None
                ),
                is_list=True,
            )
        )
    if any(deadline.doubts or deadline.lacks_holidays for _, deadline in rows):
        sections.append(PaperText(lines=("CALL:DOUBT",)))
    return OfficePaper(
        kind=PaperKind.CALL_SHEET,
        title="CALL:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=lines[0].unit_name,
        facts=(
            ("CALL:PERIOD", period.code),
            ("CALL:AS-OF", printed_date(today)),
            ("DEADLINESTATE:LATE", str(counts[DeadlineState.LATE])),
            ("DEADLINESTATE:DUE", str(counts[DeadlineState.DUE])),
        ),
        sections=tuple(sections),
        dated=today,
        is_landscape=True,
    )


def _row(place: int, line: ClockLine, deadline: Deadline) -> tuple[str, ...]:
    who = {
        Party.RATEE: line.person.full_name,
        Party.RATER: line.rater.full_name if line.rater else "PARTY:RATER",
        Party.SUPERIOR: "PARTY:SUPERIOR",
        Party.ORGANISATION: "PARTY:ORGANISATION",
    }[deadline.who]
    return (
        str(place),
        f"{line.person.full_name}\n{line.person.nip}",
        f"DUTY:{deadline.duty.name}",
        who,
        printed_date(deadline.limit) if deadline.limit else "-",
        str(deadline.days_left) if deadline.days_left is not None else "-",
        f"DEADLINESTATE:{deadline.state.name}",
    )
