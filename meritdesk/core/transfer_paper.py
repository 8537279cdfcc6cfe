"""The covering note of a transfer: who moves where, what the file holds, and how both sides know the file again.

It travels with the stick. Whoever receives compares the six groups and the totals with his screen before he takes
anybody in; both sign that the file changed hands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.documents import PaperKind
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.moves import Transfer
from meritdesk.core.notation import printed_date
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
class CoveringNote:
    """What a covering note tells: the file, its people, the key that signed it, and the region it goes through."""

    line: OutgoingLine
    people: Sequence[Transfer]
    fingerprint: tuple[str, ...]
    totals: Mapping[str, int]
    region: str = ""


def transfer_note(note: CoveringNote, agency: AgencyInfo) -> OfficePaper:
    """The sheet that goes with one transfer file."""
    first, line = note.people[0], note.line
    digest = line.payload_digest.rpartition(":")[2]
    grouped = " ".join(digest[place : place + _DIGEST_GROUP] for place in range(0, len(digest), _DIGEST_GROUP))
    people = tuple(
        (str(place), f"{one.name}\n{one.nip}", one.post or "-", printed_date(one.since), one.letter)
        for place, one in enumerate(note.people, 1)
    )
    counts = tuple((f"COUNT:{name.upper()}", str(number)) for name, number in note.totals.items())
    square = f"MDT1:{agency.code}/{agency.device}:{first.other_code}:{line.package_id}:{digest[:32]}".upper()
    facts = [
        ("MUT:FROM", f"{agency.name} ({agency.code})"),
        ("MUT:TO", f"{first.other_name or first.other_code} ({first.other_code})"),
        *([("MUT:THROUGH", note.region)] if note.region else []),
        ("MUT:FILE", line.file_name),
        ("MUT:DIGEST", grouped),
    ]
    return OfficePaper(
        kind=PaperKind.TRANSFER_NOTE,
        title="MUT:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=tuple(facts),
        sections=(
            PaperCode(square, note.fingerprint, "MUT:FINGERPRINT"),
            PaperTable(
                (
                    PaperColumn("MUT:NUMBER", 1, ColumnAlign.RIGHT),
                    PaperColumn("MUT:PERSON", 5),
                    PaperColumn("MUT:POST", 6),
                    PaperColumn("MUT:SINCE", 3),
                    PaperColumn("MUT:LETTER", 4),
                ),
                people,
                "MUT:PEOPLE",
            ),
            PaperTable(
                (PaperColumn("MUT:WHAT", 5), PaperColumn("MUT:COUNT", 2, ColumnAlign.RIGHT)), counts, "MUT:CONTENT"
            ),
            PaperText(("MUT:COMPARE",)),
        ),
        signatures=(PaperSignature("MUT:GIVES"), PaperSignature("MUT:TAKES")),
        dated=line.packed_at.date(),
        about=f"{first.other_code} · {line.file_name}",
    )
