"""The receipt of a hand-over as a sheet: what was handed over, what became of it, and two signatures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import Reason
from meritdesk.core.handover import Receipt, RecordState
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

_DIGEST_GROUP = 8


@dataclass(frozen=True, slots=True)
class ReceiptParties:
    """Who handed over and who received, by name, and the day the receipt was written here or arrived here."""

    sender_name: str
    receiver_name: str
    received_on: date | None


def receipt_paper(
    receipt: Receipt, parties: ReceiptParties, agency: AgencyInfo, code: str = "", groups: tuple[str, ...] = ()
) -> OfficePaper:
    """The sheet of one receipt; every record that was not simply taken in is listed.

    ``code`` is the signed line of the region with its ``groups`` for the keyboard: with it the sheet alone confirms the
    package when the stick is lost.
    """
    counts = [(state, receipt.counts.get(state.value, 0)) for state in RecordState]
    sections: list[PaperTable | PaperText | PaperCode] = [
        PaperTable(
            (PaperColumn("TT:STATE", 5), PaperColumn("TT:COUNT", 2, ColumnAlign.RIGHT)),
            tuple((f"RECORD:{state.name}", str(count)) for state, count in counts),
            "TT:COUNTS",
            total=("TT:TOTAL", str(sum(count for _, count in counts))),
        ),
        PaperTable(
            (
                PaperColumn("TT:NUMBER", 1, ColumnAlign.RIGHT),
                PaperColumn("TT:TABLE", 3),
                PaperColumn("TT:RECORD", 6),
                PaperColumn("TT:STATE", 3),
                PaperColumn("TT:FIELD", 3),
                PaperColumn("TT:CODE", 2),
            ),
            tuple(
                (
                    str(place), one.table, one.record_id, f"RECORD:{one.state.name}", one.column or "-", one.code or "-"
                )
                for place, one in enumerate(receipt.outcomes, 1)
            ),
            "TT:OUTCOMES",
            "TT:ALL-TAKEN",
        ),
    ]  # fmt: skip
    if code:
        sections.insert(0, PaperCode(code, groups, "TT:SQUARE"))
        sections.insert(1, PaperText(("TT:SQUARE-USE",)))
    codes = Counter(one.code for one in receipt.outcomes if one.code)
    if receipt.refusal_code:
        codes[receipt.refusal_code] += 1
    if codes:
        sections.append(PaperText(tuple(Reason(code, "") for code in sorted(codes)), "TT:MEANING", is_list=True))
    if receipt.missing_sequences:
        numbers = ", ".join(map(str, receipt.missing_sequences))
        sections.append(PaperText((numbers,), "TT:MISSING"))
    return OfficePaper(
        kind=PaperKind.HANDOVER_RECEIPT,
        title="TT:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=receipt.number,
        facts=(
            ("TT:FROM", f"{parties.sender_name} ({receipt.sender})"),
            ("TT:TO", parties.receiver_name),
            ("TT:PERIOD", receipt.period),
            ("TT:SEQUENCE", str(receipt.sequence)),
            ("TT:PACKAGE", receipt.package_id),
            ("TT:DIGEST", _grouped(receipt.payload_digest)),
            ("TT:RESULT", f"RECEIPT:{receipt.code.name}"),
            ("AUDIT:HEAD", _head(receipt)),
        ),
        sections=tuple(sections),
        signatures=(PaperSignature("TT:GIVES"), PaperSignature("TT:TAKES")),
        dated=parties.received_on,
        about=f"{parties.sender_name} · {receipt.period}",
    )


def _head(receipt: Receipt) -> str:
    """The head of the sender's journal as the package said it: with it nobody can cut the journal unseen later."""
    head = receipt.audit_head
    return f"{head.count} · {_grouped(head.digest)}" if head.digest else "-"


def _grouped(digest: str) -> str:
    """A digest in groups that can be compared by eye, without the name of its method."""
    digest = digest.rpartition(":")[2]
    return " ".join(digest[place : place + _DIGEST_GROUP] for place in range(0, len(digest), _DIGEST_GROUP)) or "-"
