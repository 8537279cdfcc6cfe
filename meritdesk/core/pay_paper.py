"""The recap of performance pay on paper, a sheet a unit with a place to sign for each, and the slip of a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import MONTHS
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.pay import PayRecap, PayRow, PaySlip, PayState
from meritdesk.core.periods import Period
from meritdesk.core.scoring.allowance import rupiah
from meritdesk.core.store import AgencyInfo


def recap_paper(unit_name: str, rows: Sequence[PayRow], recap: PayRecap, agency: AgencyInfo) -> OfficePaper:
    """``DAFTAR PEMBAYARAN TUNJANGAN`` of one unit: a line a person with room to sign, the sum, two signatures."""
    columns = (
        PaperColumn("PAYPAPER:NUMBER", 1, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:WHO", 6),
        PaperColumn("PAYPAPER:POST", 5),
        PaperColumn("PAYPAPER:GRADE", 2, ColumnAlign.CENTRE),
        PaperColumn("PAYPAPER:GROSS", 4, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:PRODUCTIVITY", 3, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:DISCIPLINE", 3, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:OTHER", 3, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:NET", 4, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:SIGNED", 3),
    )
    lines = tuple(
        (
            str(number),
            f"{row.name}\n{row.nip}",
            row.post,
            row.grade or "-",
            *(
                (rupiah(row.gross), rupiah(row.productivity), rupiah(row.discipline), rupiah(row.other))
                if row.state is PayState.PAID
                else (f"PAYSTATE:{row.state.name}", "-", "-", "-")
            ),
            rupiah(row.net),
            f"{number}.",
        )
        for number, row in enumerate(rows, start=1)
    )
    total = ("", "PAYPAPER:TOTAL", "", "", *(rupiah(sum_of(rows, name)) for name in _FIGURES), "")
    return OfficePaper(
        kind=PaperKind.PAY_RECAP,
        title="PAYPAPER:RECAP-TITLE",
        subtitle=month_words(recap.period),
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("PAYPAPER:UNIT", unit_name), *_facts(recap), ("PAYPAPER:PEOPLE", str(len(rows)))),
        sections=(PaperTable(columns, lines, total=total),),
        signatures=(PaperSignature("PAYPAPER:TREASURER"), PaperSignature("PAYPAPER:HEAD")),
        notes=("PAYPAPER:NOTE",),
        is_landscape=True,
        about=f"{unit_name} · {recap.period.code}",
    )


def slip_paper(slip: PaySlip, recap: PayRecap, agency: AgencyInfo) -> OfficePaper:
    """The slip of one person: every line with its sum, in the order in which it was reckoned."""
    row = slip.row
    columns = (
        PaperColumn("PAYPAPER:NUMBER", 1, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:FROM", 5),
        PaperColumn("PAYPAPER:SUM", 3, ColumnAlign.RIGHT),
        PaperColumn("PAYPAPER:RUNNING", 3, ColumnAlign.RIGHT),
    )
    sums, running = [], Decimal(0)
    for number, line in enumerate(slip.lines, start=1):
        running += line.amount
        sums.append((str(number), f"PAYSOURCE:{line.source.name}", rupiah(line.amount), rupiah(running)))
    return OfficePaper(
        kind=PaperKind.PAY_SLIP,
        title="PAYPAPER:SLIP-TITLE",
        subtitle=month_words(recap.period),
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(
            ("PAYPAPER:NAME", row.name),
            ("NIP", row.nip),
            ("PAYPAPER:POST", row.post),
            ("PAYPAPER:UNIT", row.unit_name),
            *_facts(recap),
            ("PAYPAPER:GROSS", rupiah(row.gross)),
            ("PAYPAPER:NET", rupiah(row.net) if row.state is PayState.PAID else f"PAYSTATE:{row.state.name}"),
        ),
        sections=(
            PaperText(tuple(line.reason for line in slip.lines), "PAYPAPER:HOW", is_list=True),
            PaperTable(columns, tuple(sums), "PAYPAPER:SUMS", total=("", "PAYPAPER:TOTAL", rupiah(row.net), "")),
        ),
        signatures=(PaperSignature("PAYPAPER:TREASURER"),),
        notes=("PAYPAPER:NOTE",),
        about=f"{row.name} · {recap.period.code}",
    )


_FIGURES = ("gross", "productivity", "discipline", "other", "net")


def sum_of(rows: Iterable[PayRow], figure: str) -> Decimal:
    """One figure of these people in sum."""
    return sum((getattr(row, figure) for row in rows), Decimal(0))


def month_words(period: Period) -> str:
    """A month as it stands on paper: ``Maret 2025``."""
    return f"{MONTHS[period.index - 1]} {period.year}"


def _facts(recap: PayRecap) -> tuple[tuple[str, str], ...]:
    standing = "PAYPAPER:LOCKED" if recap.is_locked else "PAYPAPER:DRAFT"
    rule = f"{recap.pack_id} ({recap.pack_digest[:8]})"
    return (("PAYPAPER:VERSION", str(recap.version)), ("PAYPAPER:STANDING", standing), ("PAYPAPER:RULE", rule))
