"""The list that lies on top of a stack: what is in the file, and a column to sign for what comes back."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.documents import PaperKind
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperTable
from meritdesk.core.periods import Period
from meritdesk.core.print_order import OrderItem

_COLUMNS = (
    PaperColumn("COVER:NO", 4, ColumnAlign.RIGHT),
    PaperColumn("COVER:NUMBER", 22),
    PaperColumn("COVER:NAME", 30),
    PaperColumn("COVER:FORM", 7),
    PaperColumn("COVER:PAGES", 7, ColumnAlign.RIGHT),
    PaperColumn("COVER:RETURNED", 18),
)


def cover_list(
    items: Sequence[OrderItem], title: str, order_id: str, file_name: str, period: Period, agency: str, place: str
) -> OfficePaper:
    """Every sheet of one file in order, under its section, with number, name, pages and a place to sign."""
    rows = []
    section = ""
    for number, item in enumerate(items, 1):
        if item.section != section:
            section = item.section
            rows.append(("", "", section, "", "", ""))
        name = f"{item.name}\n{item.nip}" if item.nip else item.name
        rows.append((str(number), item.number, name, item.form.value, str(item.pages), ""))
    pages = sum(item.pages for item in items)
    facts = [
        ("COVER:FILE", file_name),
        ("COVER:ORDER", order_id),
        ("COVER:PERIOD", period.code),
        ("COVER:SHEETS", f"{len(items)}"),
        ("COVER:ALL-PAGES", f"{pages}"),
    ]
    return OfficePaper(
        kind=PaperKind.COVER_LIST,
        title="COVER:TITLE",
        agency_name=agency,
        place=place,
        subtitle=title,
        facts=tuple(facts),
        sections=(PaperTable(_COLUMNS, tuple(rows)),),
        about=f"{title or file_name} · {period.code}",
    )
