"""Honours and points by letters of all governments as sheets of the regional board: lying, a line a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meritdesk.core.audit import head_groups
from meritdesk.core.documents import PaperKind
from meritdesk.core.handover import AuditHead
from meritdesk.core.notation import MONTHS, printed_date
from meritdesk.core.office_paper import UNSTAMPED, ColumnAlign, OfficePaper, PaperColumn, PaperTable
from meritdesk.core.region_honours import CreditAccount, Honour
from meritdesk.core.scoring.credit import points_text
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.store import AgencyInfo

_RIGHT, _CENTRE = ColumnAlign.RIGHT, ColumnAlign.CENTRE


def honours_paper(lines: Sequence[Honour], year: int, agency: AgencyInfo, head: AuditHead, today: date) -> OfficePaper:
    """Who was chosen in the months of a year, and who improved most, of every government."""
    columns = (
        PaperColumn("PAK:NUMBER", 2, _CENTRE),
        PaperColumn("REGION:GOVERNMENT", 8),
        PaperColumn("HONOUR:FOR", 6),
        PaperColumn("REGION:PERIOD", 4),
        PaperColumn("REC:NAME", 10),
        PaperColumn("REC:UNIT", 9),
        PaperColumn("REC:TOTAL", 3, _RIGHT),
        PaperColumn("HONOUR:STATE", 5),
    )
    rows = tuple(
        (
            str(number),
            f"{one.agency} {one.agency_name}",
            f"HONOURKIND:{one.kind.name}",
            f"{MONTHS[one.period.index - 1]} {one.period.year}" if one.period.index else str(one.period.year),
            f"{one.name}\n{one.nip}",
            one.unit_name or "HONOUR:WHOLE",
            figure_text(one.points),
            f"AWARDSTATE:{one.state.name}" if one.state is not None else "-",
        )
        for number, one in enumerate(lines, 1)
    )
    return _sheet(
        PaperKind.REGION_HONOURS, "HONOUR:TITLE", PaperTable(columns, rows, "", "HONOUR:NOBODY"), str(year), agency,
        head, today, "HONOUR:NOTE",
    )  # fmt: skip


def accounts_paper(
    lines: Sequence[CreditAccount], year: int, agency: AgencyInfo, head: AuditHead, today: date
) -> OfficePaper:
    """The officials of every government with the letters that determined points for them."""
    columns = (
        PaperColumn("PAK:NUMBER", 2, _CENTRE),
        PaperColumn("REGION:GOVERNMENT", 7),
        PaperColumn("AK:NAME", 9),
        PaperColumn("REC:UNIT", 8),
        PaperColumn("HONOUR:POST", 8),
        PaperColumn("HONOUR:LETTERS", 3, _RIGHT),
        PaperColumn("HONOUR:SUM", 3, _RIGHT),
        PaperColumn("HONOUR:SPAN", 5),
        PaperColumn("HONOUR:NEWEST", 7),
    )
    rows = tuple(
        (
            str(number),
            f"{one.agency} {one.agency_name}",
            f"{one.name}\n{one.nip}",
            one.unit_name or "-",
            "\n".join(part for part in (one.position, one.grade) if part) or "-",
            str(one.letters),
            points_text(one.points),
            f"{printed_date(one.first)} - {printed_date(one.last)}",
            "\n".join(part for part in (one.document, one.tier) if part),
        )
        for number, one in enumerate(lines, 1)
    )
    return _sheet(
        PaperKind.REGION_CREDIT, "HONOUR:CREDIT-TITLE", PaperTable(columns, rows, "", "HONOUR:NO-LETTERS"), str(year),
        agency, head, today, "HONOUR:CREDIT-NOTE",
    )  # fmt: skip


def _sheet(
    kind: PaperKind,
    title: str,
    table: PaperTable,
    about: str,
    agency: AgencyInfo,
    head: AuditHead,
    today: date,
    note: str,
) -> OfficePaper:
    return OfficePaper(
        kind=kind,
        title=title,
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(
            ("REGION:PERIOD", about),
            ("REGION:AS-OF", printed_date(today)),
            ("REGION:JOURNAL", f"{head.count} · {' '.join(head_groups(head.digest))}"),
        ),
        sections=(table,),
        dated=today,
        is_landscape=True,
        notes=(note,),
        about=about,
    )
