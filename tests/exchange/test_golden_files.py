"""One file of schema 2 of every kind, kept as it was made: whatever the program becomes, it reads them.

As long as schema 2 is not released they are made anew when its tables change:
``MERITDESK_MAKE_GOLDEN=1 python -m pytest tests/exchange/test_golden_files.py``. After the release they never change.
A backup is no package; its fossil stands in ``tests/store/fossils``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from meritdesk.core.approvals import Approval, ApprovalState
from meritdesk.core.corrections import Correction
from meritdesk.core.handover import (
    AuditHead,
    DeviceKeys,
    LedgerDecision,
    LedgerVerdict,
    PackageHeader,
    PackageKind,
    Receipt,
    SealedPackage,
    Snapshot,
)
from meritdesk.core.merging import tables_of
from meritdesk.core.reference import LocalPack, ReferenceData, UnitNaming
from meritdesk.core.returned import ReturnContent
from meritdesk.core.travel import Records
from meritdesk.core.travel_layouts import EXPORTED, TRANSFERRED
from meritdesk.core.trust import DeviceRole, Enrolment
from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.exchange.enrolment import read_enrolment, write_enrolment
from meritdesk.exchange.inbox import open_package
from meritdesk.exchange.keys import keys_from_bytes, keys_to_bytes, new_device_keys
from meritdesk.exchange.outbox import pack
from meritdesk.exchange.returns import pack_digest

GOLDEN = Path(__file__).with_name("golden")
TOLD = GOLDEN / "schema-2.json"
PACK = '{"kind": "holidays", "pack_id": "libur-2031"}'
CORRECTION = Correction(
    "c-1", "2025", "pegawai", "p-1", "Joko", 0, "name", "Joko", "Joko W.", "Menurut SK", "Rini", date(2026, 1, 12)
)
APPROVAL = Approval("2025", 3, ApprovalState.LOCKED, "Rini", date(2026, 1, 12), "", AuditHead(17, "a" * 64), 17)
REFERENCE = ReferenceData(
    (UnitNaming("u-1", "Seksi Farmasi", "KEPALA SEKSI", "Perda"),),
    (Holiday(date(2026, 2, 17), "Hari Jadi", HolidayKind.LOCAL, True, "SE", False),),
    (LocalPack("libur-2031", "holidays", pack_digest(PACK), PACK),),
    {"periodic_cycle": "QUARTERLY"},
)
KINDS = ("export", "handover", "return", "transfer", "relay")


def keys_of(name: str) -> DeviceKeys:
    return keys_from_bytes((GOLDEN / f"{name}.keys.json").read_bytes())


def file_of(kind: str) -> Path:
    return GOLDEN / f"schema-2-{kind}.merit"


def opened(kind: str) -> Any:
    """A golden file as the desk to which it was written opens it."""
    desks = {
        "export": "region",
        "handover": "colleague",
        "return": "agency",
        "transfer": "neighbour",
        "relay": "neighbour",
    }
    known = [keys_of(name).card for name in ("agency", "region")]
    trusted = [card for card in known if card.agency_code != "7101" or kind != "relay"]
    reader = keys_of(desks.get(kind, "neighbour"))
    return open_package(file_of(kind), reader, trusted, lambda header, digest: LedgerDecision(LedgerVerdict.NEXT))


def told_of(kind: str) -> dict[str, Any]:
    """What a file says, as far as it must say the same for ever."""
    found = opened(kind)
    told: dict[str, Any] = {"id": found.header.package_id, "payload": found.payload_digest, "faults": len(found.faults)}
    if found.snapshot is not None:
        told["tables"] = {name: len(records) for name, records in tables_of(found.snapshot).items() if records}
        told["files"] = sorted(found.snapshot.attachments)
    if found.returned is not None:
        content = found.returned
        assert content.receipt is not None and content.reference is not None
        told["parts"] = [content.receipt.number, len(content.corrections), len(content.approvals)]
        told["packs"] = [one.pack_id for one in content.reference.packs]
    return told


@pytest.mark.skipif("MERITDESK_MAKE_GOLDEN" not in os.environ, reason="only when schema 2 changes before its release")
def test_the_golden_files_are_made(
    header: PackageHeader,
    answer_header: PackageHeader,
    snapshot: Snapshot,
    full_records: Records,
    moving: Snapshot,
    receipt: Receipt,
    relayed: Callable[..., SealedPackage],
) -> None:
    for name, device in (("colleague", "PC03"), ("neighbour", "PC01")):
        path = GOLDEN / f"{name}.keys.json"
        code = "7101" if name == "colleague" else "7102"
        if not path.exists():
            path.write_bytes(keys_to_bytes(new_device_keys(code, f"Kota {code}", device, is_region=False)))
    agency, region, colleague, neighbour = map(keys_of, ("agency", "region", "colleague", "neighbour"))
    whole = replace(snapshot, records=full_records)
    moved = replace(moving, records={**_of(full_records, TRANSFERRED), **moving.records})
    over = replace(header, kind=PackageKind.TRANSFER, recipient="7102")
    direct = pack(over, moved, agency, [neighbour.card, region.card])
    content = ReturnContent(receipt, (CORRECTION,), (APPROVAL,), REFERENCE)
    made = {
        "export": pack(header, replace(whole, records=_of(full_records, EXPORTED)), agency, [region.card]),
        "handover": pack(replace(header, kind=PackageKind.HANDOVER, recipient="7101"), whole, agency, [colleague.card]),
        "return": pack(answer_header, content, region, [agency.card]),
        "transfer": direct,
        "relay": relayed(direct, agency, region, [neighbour.card]),
    }
    for kind, package in made.items():
        file_of(kind).write_bytes(package.data)
    asked = Enrolment(agency.card, DeviceRole.PRIMARY, "ab" * 16, 0)
    file_of("enrol").write_bytes(write_enrolment(asked, agency))
    TOLD.write_text(json.dumps({kind: told_of(kind) for kind in KINDS}, indent=1) + "\n", encoding="utf-8")


def _of(records: Records, layouts: tuple[Any, ...]) -> dict[str, Any]:
    return {one.name: records[one.name] for one in layouts if one.name in records}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_schema_2_says_for_ever_what_it_said(kind: str, snapshot: Snapshot) -> None:
    expected = json.loads(TOLD.read_text(encoding="utf-8"))[kind]
    assert told_of(kind) == expected
    found = opened(kind)
    if kind in ("export", "handover"):
        assert (found.snapshot.plans, found.snapshot.evaluations) == (snapshot.plans, snapshot.evaluations)
        assert (found.snapshot.people, found.snapshot.actuals) == (snapshot.people, snapshot.actuals)


def test_a_relay_is_the_transfer_that_it_carries() -> None:
    direct, passed = opened("transfer"), opened("relay")
    assert (direct.header, direct.payload_digest, direct.snapshot) == (
        passed.header, passed.payload_digest, passed.snapshot,
    )  # fmt: skip
    assert (direct.passed_by, passed.passed_by.agency_code) == (None, "REG07")
    assert direct.snapshot.attachments and direct.snapshot.evaluations


def test_an_enrolment_of_this_schema_is_read() -> None:
    asked = read_enrolment(file_of("enrol").read_bytes())
    assert (asked.card, asked.wanted) == (keys_of("agency").card, DeviceRole.PRIMARY)
