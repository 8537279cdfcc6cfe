"""Own sheets about keys: the form that is stamped, and the record of each act with who was there (exchange 8)."""

from __future__ import annotations

from datetime import date

from meritdesk.core.documents import PaperKind
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperCode,
    PaperColumn,
    PaperSignature,
    PaperSpread,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import PersonBlock
from meritdesk.core.store import AgencyInfo
from meritdesk.core.trust import Enrolment, KeyAct, KeyActKind

_SIGNERS: dict[KeyActKind, tuple[str, ...]] = {
    KeyActKind.ADMITTED: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.TURNED_AWAY: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.RETIRED: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.PROMOTED: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.REVOKED: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.ANNOUNCED: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.TAKEN_UP: ("KEYROLE:CHECKED", "KEYROLE:HEAD-REGION"),
    KeyActKind.BLOCKED: ("KEYROLE:OPERATOR", "KEYROLE:HEAD"),
    KeyActKind.LIST_TRUSTED: ("KEYROLE:OPERATOR", "KEYROLE:HEAD"),
    KeyActKind.ENROLLED: ("KEYROLE:OPERATOR", "KEYROLE:HEAD"),
    KeyActKind.DEVICE_CHANGED: ("KEYROLE:OPERATOR", "KEYROLE:HEAD"),
}


def form_paper(
    enrolment: Enrolment, fingerprint: tuple[str, ...], code: str, agency: AgencyInfo, day: date
) -> OfficePaper:
    """*Formulir Pendaftaran Kunci*: six groups to read, a code to scan, a place for stamp and signature of the head."""
    card = enrolment.card
    facts = [
        ("KEYFORM:AGENCY", f"{card.agency_name} ({card.agency_code})"),
        ("KEYFORM:DEVICE", card.device),
        ("KEYFORM:ROLE", f"DEVICEROLE:{enrolment.wanted.name}"),
    ]
    if enrolment.replaces:
        facts.append(("KEYFORM:REPLACES", "KEYFORM:REPLACES-TEXT"))
        facts.append(("KEYFORM:LAST", str(enrolment.last_sequence)))
    return OfficePaper(
        kind=PaperKind.KEY_FORM,
        title="KEYFORM:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=tuple(facts),
        sections=(
            PaperCode(code, fingerprint, "KEYFORM:FINGERPRINT"),
            PaperText(
                ("KEYFORM:STEP-STAMP", "KEYFORM:STEP-TRAVEL", "KEYFORM:STEP-NEVER"), "KEYFORM:STEPS", is_list=True
            ),
            PaperTable(
                (PaperColumn("KEYFORM:REGION-READ", 3), PaperColumn("KEYFORM:REGION-FILLS", 5)),
                (
                    ("KEYFORM:REGION-GROUPS", ""),
                    ("KEYFORM:REGION-DAY", ""),
                    ("KEYFORM:REGION-OFFICER", ""),
                ),
                "KEYFORM:FOR-REGION",
            ),
        ),
        signatures=(PaperSignature("KEYROLE:OPERATOR"), PaperSignature("KEYROLE:HEAD-STAMP")),
        dated=day,
        about=f"{card.agency_code}/{card.device}",
    )


def act_paper(act: KeyAct, agency: AgencyInfo) -> OfficePaper:
    """The record of one act: what was done, fingerprints, packages to confirm, and everybody who signs for it."""
    is_ceremony = act.kind in (KeyActKind.CEREMONY, KeyActKind.ROOT_CHANGED)
    sections: list[PaperTable | PaperText | PaperSpread | PaperCode] = []
    if is_ceremony:
        sections.append(PaperText(_steps(act.kind), "KEYACT:STEPS", is_list=True))
    if act.fingerprints:
        sections.append(
            PaperTable(
                (PaperColumn("KEYACT:KEY", 3), PaperColumn("KEYACT:FINGERPRINT", 6)),
                tuple(act.fingerprints),
                "KEYACT:FINGERPRINTS",
            )
        )
    if act.kind is KeyActKind.REVOKED:
        sections.append(
            PaperTable(
                (
                    PaperColumn("KEYACT:SEQUENCE", 1, ColumnAlign.RIGHT),
                    PaperColumn("KEYACT:PERIOD", 2),
                    PaperColumn("KEYACT:RECEIPT", 4),
                    PaperColumn("KEYACT:DIGEST", 3),
                    PaperColumn("KEYACT:CONFIRMED", 3),
                ),
                tuple((*one, "") for one in act.packages),
                "KEYACT:DOUBTFUL",
                "KEYACT:NONE-DOUBTFUL",
            )
        )
        sections.append(PaperText(("KEYACT:CONFIRM-TEXT",)))
    if act.people:
        sections.append(
            PaperTable(
                (PaperColumn("KEYACT:CAPACITY", 3), PaperColumn("KEYACT:NAME", 5)),
                tuple(act.people),
                "KEYACT:PRESENT",
            )
        )
    signatures = (
        tuple(PaperSignature(capacity, PersonBlock(name)) for capacity, name in act.people)
        if act.people
        else tuple(PaperSignature(capacity) for capacity in _SIGNERS.get(act.kind, ("KEYROLE:OPERATOR",)))
    )
    return OfficePaper(
        kind=PaperKind.KEY_CEREMONY if is_ceremony else PaperKind.KEY_RECORD,
        title=f"KEYTITLE:{act.kind.name}",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        subtitle=f"{act.number}",
        facts=(*act.facts, ("KEYFACT:DONE-BY", act.done_by)),
        sections=tuple(sections),
        signatures=signatures,
        dated=act.done_at.date(),
        about=f"KEYACTKIND:{act.kind.name}",
    )


def _steps(kind: KeyActKind) -> tuple[str, ...]:
    names: tuple[str, ...] = ("PRESENT", "MADE", "STICKS", "READ", "WROTE", "SIGNED", "LOCKED")
    if kind is KeyActKind.ROOT_CHANGED:
        names = ("PRESENT", "OPENED", "MADE-NEXT", "STICKS", "READ", "WROTE", "SIGNED-BOTH", "LOCKED")
    return tuple(f"KEYSTEP:{name}" for name in names)
