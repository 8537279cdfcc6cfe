"""The record of a counselling talk as a sheet: named on p. 87-88, drawn nowhere (G-12). It carries no form code."""

from __future__ import annotations

from meritdesk.core.confidential import ConfidentialRecord, Counselling
from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import UNSTAMPED, OfficePaper, PaperSignature, PaperText
from meritdesk.core.people import PersonBlock
from meritdesk.core.store import AgencyInfo


def counselling_paper(record: ConfidentialRecord, ratee: PersonBlock, agency: AgencyInfo) -> OfficePaper:
    """What was spoken of and agreed; the counsellor fills it in and signs it (p. 87 c), the employee beside him."""
    body = record.body
    assert isinstance(body, Counselling)
    parts = (
        ("KON:SUBJECT", body.subject),
        ("KON:COURSE", body.course),
        ("KON:AGREEMENT", body.agreement),
        ("KON:FOLLOW-UP", body.follow_up),
    )
    return OfficePaper(
        kind=PaperKind.COUNSELLING_RECORD,
        title="KON:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle="KON:CONFIDENTIAL",
        facts=(
            ("KON:PERSON", ratee.name),
            ("KON:NIP", ratee.nip),
            ("KON:POSITION", ratee.position),
            ("KON:UNIT", ratee.unit),
            ("KON:DAY", printed_date(record.held_on)),
            ("KON:PLACE", body.place),
            ("KON:COUNSELLOR", body.counsellor),
            ("KON:CAPACITY", "KON:RATER" if body.is_rater else "KON:INDEPENDENT"),
        ),
        sections=tuple(PaperText((text,), heading) for heading, text in parts),
        signatures=(
            PaperSignature("KON:EMPLOYEE", ratee),
            PaperSignature("KON:COUNSELLOR", PersonBlock(body.counsellor), record.held_on),
        ),
        dated=record.held_on,
        notes=("KON:NOTE",),
        about="KON:CONFIDENTIAL",
    )
