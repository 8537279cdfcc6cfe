"""The register of disciplinary sanctions on paper: confidential, for those who may read what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meritdesk.core.discipline import Sanction
from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import UNSTAMPED, OfficePaper, PaperColumn, PaperSignature, PaperTable
from meritdesk.core.people import Person
from meritdesk.core.store import AgencyInfo


def register_paper(
    entries: Sequence[tuple[Sanction, Person, str]], agency: AgencyInfo, reader: str, on: date
) -> OfficePaper:
    """Every entry that one reader may see, with the unit of the person; the sheet says for whom it was printed."""
    columns = (
        PaperColumn("DISCIPLINE:WHO", 5),
        PaperColumn("DISCIPLINE:KIND", 5),
        PaperColumn("DISCIPLINE:LETTER", 5),
        PaperColumn("DISCIPLINE:SPAN", 4),
        PaperColumn("DISCIPLINE:REASON", 6),
        PaperColumn("DISCIPLINE:STANDING", 4),
    )
    rows = tuple(
        (
            f"{person.full_name}\n{person.nip}\n{unit}",
            f"SANCTIONKIND:{one.kind.name}",
            f"{one.letter_number}\n{printed_date(one.decided_on)}\n{one.decided_by}",
            f"{printed_date(one.starts)}" + (f" - {printed_date(one.ends)}" if one.ends else ""),
            one.reason + (f" ({one.article})" if one.article else ""),
            f"{printed_date(one.revoked_on)}: {one.revoking_letter}" if one.revoked_on else f"APPEAL:{one.appeal.name}",
        )
        for one, person, unit in entries
    )
    return OfficePaper(
        kind=PaperKind.DISCIPLINE_REGISTER,
        title="DISCIPLINE:TITLE",
        subtitle="DISCIPLINE:SECRET",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("DISCIPLINE:READER", reader), ("DISCIPLINE:ON", printed_date(on))),
        sections=(PaperTable(columns, rows, empty_text="DISCIPLINE:EMPTY"),),
        signatures=(PaperSignature("DISCIPLINE:SIGN"),),
        is_landscape=True,
        about="DISCIPLINE:SECRET",
    )
