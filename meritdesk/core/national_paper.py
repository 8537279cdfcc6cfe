"""The re-key sheet: what a person types into the national application by hand, in the order of its fields, with ticks.

Used where rows cannot be uploaded as a file: one line a person, one sheet a unit, so that several can type at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.documents import PaperKind
from meritdesk.core.national import Facts, NationalFact, NationalRules, Shape
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperSignature,
    PaperTable,
)
from meritdesk.core.periods import Period
from meritdesk.core.store import AgencyInfo

_SHARES = {
    NationalFact.NIP: 33,
    NationalFact.NAME: 14,
    NationalFact.RATER_NIP: 33,
    NationalFact.RATER_NAME: 11,
    NationalFact.RATER_POSITION: 15,
    NationalFact.RATER_UNIT: 15,
    NationalFact.RATER_GRADE: 5,
    NationalFact.RATER_STATUS: 5,
}
_CODES = frozenset({NationalFact.RESULT, NationalFact.BEHAVIOUR, NationalFact.QUADRANT, NationalFact.RATER_GRADE})
_CODE_SHARE = 8
TICK = "☐"


def rekey_paper(
    unit: str, rows: Sequence[Facts], rules: NationalRules, period: Period, batch: str, agency: AgencyInfo
) -> OfficePaper:
    """The sheet of one unit; the tick is made when the line stands in the national application."""
    fields = rules.shapes[Shape.REKEY]
    columns = (
        PaperColumn("KETIK:NUMBER", 2, ColumnAlign.RIGHT),
        *(
            PaperColumn(
                name,
                _SHARES.get(fact, _CODE_SHARE),
                ColumnAlign.CENTRE if fact in _CODES else ColumnAlign.LEFT,
            )
            for name, fact in fields
        ),
        PaperColumn("KETIK:TICK", 8, ColumnAlign.CENTRE),
    )
    lines = tuple(
        (str(place), *(_cell(row.get(fact, "")) for _, fact in fields), TICK) for place, row in enumerate(rows, 1)
    )
    codes = " · ".join(
        f"{code} = {rules.words[NationalFact.PREDICATE][one.value]}" for one, code in rules.quadrants.items()
    )
    return OfficePaper(
        kind=PaperKind.NATIONAL_REKEY,
        title="KETIK:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=batch,
        facts=(("KETIK:UNIT", unit or "-"), ("KETIK:PERIOD", period.code), ("KETIK:COUNT", str(len(rows)))),
        sections=(PaperTable(columns, lines),),
        signatures=(PaperSignature("KETIK:TYPED-BY"), PaperSignature("KETIK:CHECKED-BY")),
        is_landscape=True,
        notes=("KETIK:RATINGS", codes, "KETIK:NOTE"),
        about=f"{unit} · {batch}",
    )


def _cell(text: str) -> str:
    return text or "-"
