"""The journal on paper: its head as a sheet that is signed and filed, and a list of change sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from meritdesk.core.audit import JournalFilter, head_groups, head_mark
from meritdesk.core.documents import PaperKind
from meritdesk.core.handover import AuditHead
from meritdesk.core.lines import ChangeLine
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperCode,
    PaperColumn,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.store import AgencyInfo


def head_code(agency: str, head: AuditHead) -> PaperCode:
    """The head as it stands on every sheet that vouches for the journal: to scan, and to type."""
    return PaperCode(head_mark(agency, head), head_groups(head.digest), "AUDIT:HEAD")


def head_paper(head: AuditHead, agency: AgencyInfo, epoch: str, last_backup: str, day: date) -> OfficePaper:
    """*Kepala jurnal*: filed outside the PC, it shows later whether the journal was cut or written anew."""
    return OfficePaper(
        kind=PaperKind.JOURNAL_HEAD,
        title="AUDIT:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(
            ("AUDIT:AGENCY", f"{agency.name} ({agency.code})"),
            ("AUDIT:COUNT", str(head.count)),
            ("AUDIT:EPOCH", epoch[:8]),
            ("AUDIT:BACKUP", last_backup),
        ),
        sections=(
            head_code(agency.code, head),
            PaperText(("AUDIT:STEP-FILE", "AUDIT:STEP-COMPARE", "AUDIT:STEP-BROKEN"), "AUDIT:USE", is_list=True),
        ),
        signatures=(PaperSignature("KEYROLE:OPERATOR"), PaperSignature("KEYROLE:HEAD")),
        dated=day,
        about=f"{agency.code} · {head.count}",
    )


def journal_paper(
    lines: Sequence[ChangeLine],
    wanted: JournalFilter,
    head: AuditHead,
    agency: AgencyInfo,
    day: date,
    named: Callable[[str], str],
    moment: Callable[[ChangeLine], str],
) -> OfficePaper:
    """A list of change sets with the head of the whole journal; ``named`` says a verb in words."""
    return OfficePaper(
        kind=PaperKind.JOURNAL_LIST,
        title="AUDIT:LIST-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(
            ("AUDIT:PERIOD", f"{wanted.since or '-'} – {wanted.until or '-'}"),
            ("AUDIT:WHO", wanted.actor or "-"),
            ("AUDIT:WHAT", named(wanted.verb) if wanted.verb else "-"),
            ("AUDIT:LISTED", str(len(lines))),
            ("AUDIT:HEAD", f"{head.count} · {' '.join(head_groups(head.digest))}"),
        ),
        sections=(
            PaperTable(
                (
                    PaperColumn("AUDIT:NUMBER", 2, ColumnAlign.RIGHT),
                    PaperColumn("AUDIT:WHEN", 4),
                    PaperColumn("AUDIT:WHO", 4),
                    PaperColumn("AUDIT:WHAT", 8),
                    PaperColumn("AUDIT:ORIGIN", 6),
                    PaperColumn("AUDIT:ROWS", 2, ColumnAlign.RIGHT),
                ),
                tuple(
                    (
                        str(one.number),
                        moment(one),
                        one.who,
                        f"{named(one.verb)} ({one.reason})" if one.reason else named(one.verb),
                        one.origin or "-",
                        str(one.rows),
                    )
                    for one in lines
                ),
                empty_text="AUDIT:NONE",
            ),
        ),
        signatures=(PaperSignature("KEYROLE:OPERATOR"), PaperSignature("KEYROLE:HEAD")),
        dated=day,
        is_landscape=True,
        about=f"{agency.code} · {head.count}",
    )
