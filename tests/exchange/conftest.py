"""A small agency, its region, and packages between them, honest and forged."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    IndicatorClass,
    OrganisationLevel,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
    SuggestedRating,
)
from meritdesk.core.handover import (
    AuditHead,
    DeviceKeys,
    KeyCard,
    LedgerDecision,
    LedgerVerdict,
    OpenedPackage,
    PackageHeader,
    PackageKind,
    Receipt,
    ReceiptCode,
    RecordOutcome,
    RecordState,
    SealedPackage,
    Snapshot,
    StagedPackage,
    Tombstone,
)
from meritdesk.core.moves import Transfer, TransferWay
from meritdesk.core.package_tables import Column, Kind
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PersonBlock, ReportingLine, Sex
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.transfers import transfer_record
from meritdesk.core.travel import Records, record_of
from meritdesk.core.travel_layouts import TRAVELLING, TRAVELLING_BY_NAME
from meritdesk.exchange.inbox import open_package
from meritdesk.exchange.keys import new_device_keys
from meritdesk.exchange.label import NO_PREVIOUS
from meritdesk.exchange.outbox import pack
from meritdesk.exchange.package import write_bag
from meritdesk.exchange.records import write_snapshot
from meritdesk.exchange.relay import pass_on
from meritdesk.exchange.seal import seal


@pytest.fixture(scope="session")
def agency() -> DeviceKeys:
    return new_device_keys("7101", "Kota Contoh", "PC02", is_region=False)


@pytest.fixture(scope="session")
def other_agency() -> DeviceKeys:
    return new_device_keys("7102", "Kota Sebelah", "PC01", is_region=False)


@pytest.fixture(scope="session")
def region() -> DeviceKeys:
    return new_device_keys("REG07", "Kantor Regional", "PC01", is_region=True)


@pytest.fixture(scope="session")
def other_region() -> DeviceKeys:
    return new_device_keys("REG08", "Kantor Regional Lain", "PC01", is_region=True)


@pytest.fixture(scope="session")
def header() -> PackageHeader:
    return PackageHeader(
        kind=PackageKind.EXPORT,
        sender="7101/PC02",
        recipient="REG07",
        period="2025",
        epoch="e3f9" + "0" * 28,
        sequence=17,
        previous=NO_PREVIOUS,
        package_id=str(uuid.UUID(int=77)),
    )


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    year = parse_period("2025")
    measure = Indicator(
        "i-1", "Persentase berkas selesai", Target("90-100 %", Decimal("90.50"), Decimal("1E+2"), "%"), Aspect.QUALITY
    )
    plan = PerformancePlan(
        "s-1",
        "p-1",
        2025,
        Approach.QUANTITATIVE,
        JobClass.JA_JF,
        date(2025, 1, 1),
        date(2025, 12, 31),
        results=(
            WorkResult("r-1", 1, ResultKind.MAIN, "Terlayaninya warga", "Meningkatnya mutu", "", (measure,)),
            WorkResult(
                "r-2", 2, ResultKind.ADDITIONAL, 'Panitia "HUT" kota, lengkap;\nbaris kedua', assigned_by="Sekda"
            ),
        ),
        expectations={BehaviourValue.SERVICE: ("Ramah", "Tepat waktu"), BehaviourValue.LOYAL: ("Taat",)},
        resources=("Laptop",),
        accountability=("Laporan bulanan", "Rapat"),
        consequences=("Penghargaan",),
        fixed_on=date(2025, 1, 31),
    )
    closed = Evaluation(
        "e-1",
        "p-1",
        year,
        Rating.ABOVE,
        Rating.MEETS,
        reason="Lebih baik dari angka",
        feedback={BehaviourValue.SERVICE: "Baik sekali", BehaviourValue.LOYAL: ""},
        state=EvaluationState.CLOSED,
        rater_id="p-2",
        led_unit_id="u-1",
        org_level=OrgLevel.GOOD,
        suggested=SuggestedRating.MEETS,
        predicate=Predicate.GOOD,
        explanation=(Reason("R-66", "Pasal 33", {"result": "ABOVE"}), Reason("R-61", "Pasal 31")),
        packs=(PackRef("predicate/2022", "ab" * 32),),
        closed_on=date(2026, 1, 9),
        version=2,
        digest="cd" * 32,
        parties=(
            PersonBlock("SITI 'Aisyah' Ñandú", "198507232010011009", "Penata / III/c", "Analis", "Bidang Dua"),
            PersonBlock("Budi", "197001011995031001", "", "Kepala Dinas", "Dinas Contoh"),
        ),
    )
    return Snapshot(
        "7101",
        "Kota Contoh",
        "2025",
        units=(OrgUnit("u-1", "Dinas Contoh", is_autonomous=True), OrgUnit("u-2", "Bidang Satu", parent_id="u-1")),
        people=(
            Person("p-1", "198507232010011009", "SITI 'Aisyah' Ñandú", sex=Sex.FEMALE, unit_id="u-2"),
            Person("p-2", "197001011995031001", "Budi", birth_date=date(1970, 1, 1), unit_id="u-1"),
        ),
        lines=(ReportingLine("p-1", "p-2", "", "u-1"), ReportingLine("p-2", problem="REG-310")),
        plans=(plan,),
        actuals=(
            Actual("i-1", year, "97,25 %", Decimal("97.25"), "Baik"),
            Actual("i-1", parse_period("2025-TW4"), "-", None, "", IndicatorClass.MEETS, "Banjir"),
        ),
        levels=(OrganisationLevel("u-1", year, OrgLevel.GOOD, "SK 12/2026", date(2026, 1, 2)),),
        evaluations=(closed, Evaluation("e-2", "p-2", year)),
        audit_head=AuditHead(41, "ef" * 32),
        tombstones=(Tombstone("rencana", "s-9", "Dicatat dua kali", date(2025, 3, 1)),),
    )


@pytest.fixture(scope="session")
def sealed(header: PackageHeader, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys) -> SealedPackage:
    return pack(header, snapshot, agency, [region.card])


@pytest.fixture(scope="session")
def receipt(sealed: SealedPackage) -> Receipt:
    return Receipt(
        number="REG07-2026-000012",
        code=ReceiptCode.ERRORS,
        package_id=sealed.header.package_id,
        sender=sealed.header.sender,
        period="2025",
        epoch=sealed.header.epoch,
        sequence=17,
        payload_digest=sealed.payload_digest,
        counts={"added": 10, "changed": 2, "same": 0, "refused": 1, "conflict": 1},
        outcomes=(
            RecordOutcome("pegawai", "p-9", RecordState.REFUSED, "unit_id", "PKG-552"),
            RecordOutcome("penilaian", "e-1", RecordState.CONFLICT, "version", "PKG-570"),
        ),
        missing_sequences=(3, 4),
        highest_sequence=17,
        audit_head=AuditHead(41, "ef" * 32),
    )


@pytest.fixture(scope="session")
def answer_header() -> PackageHeader:
    return PackageHeader(
        PackageKind.RETURN,
        "REG07/PC01",
        "7101",
        "2025",
        "aa" * 16,
        1,
        NO_PREVIOUS,
        str(uuid.UUID(int=78)),
    )


@pytest.fixture(scope="session")
def accept() -> Callable[[PackageHeader, str], LedgerDecision]:
    return lambda header, digest: LedgerDecision(LedgerVerdict.NEXT)


Receive = Callable[[bytes], OpenedPackage]


@pytest.fixture
def receive(tmp_path: Path, region: DeviceKeys, agency: DeviceKeys, accept: Callable[..., LedgerDecision]) -> Receive:
    """The region receives these bytes, trusting the agency only."""

    def received(data: bytes) -> OpenedPackage:
        path = tmp_path / "arriving.merit"
        path.write_bytes(data)
        return open_package(path, region, [agency.card], accept)

    return received


Forge = Callable[..., bytes]


@pytest.fixture
def forge(header: PackageHeader, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys) -> Forge:
    """A package of a trusted sender whose inside is not what our own program would have written."""

    def forged(
        change: Callable[[dict[str, bytes]], Mapping[str, bytes] | None] | None = None,
        bag: Callable[[bytes], bytes] | None = None,
        inside: PackageHeader | None = None,
        outside: PackageHeader | None = None,
    ) -> bytes:
        files = write_snapshot(snapshot)
        changed = change(files) if change is not None else None
        inner = write_bag(inside or header, changed if changed is not None else files)
        return seal(outside or header, bag(inner) if bag is not None else inner, agency, [region.card]).data

    return forged


_SAMPLE_CELLS = {
    Kind.KEY: "x-1",
    Kind.INTEGER: "-3",
    Kind.DECIMAL: "12.50",
    Kind.DATE: "2025-02-28",
    Kind.MOMENT: "2025-02-01T07:00:00.000000+00:00",
    Kind.BOOLEAN: "true",
    Kind.PERIOD: "2025-TW2",
    Kind.FACTS: '{"a": "\\u00e9"}',
    Kind.JSON: '[1, {"b": "c"}]',
}
_OWNERS = {"person_id": "p-1", "unit_id": "u-1", "result_id": "r-1", "evaluation_id": "e-1"}


def _sample_cell(column: Column) -> str:
    if column.choices is not None:
        return next(iter(column.choices)).value
    return _SAMPLE_CELLS.get(column.kind, 'Kata "berkutip", dan\nbaris kedua')


@pytest.fixture(scope="session")
def full_records() -> Records:
    """One record in every table, each hanging on one that is there; superseded versions have tests of their own."""
    records = {}
    for layout in TRAVELLING:
        if layout.version:
            continue
        fields = {column.name: _sample_cell(column) for column in layout.table.columns}
        fields |= {
            one.column: _OWNERS[one.column]
            for one in layout.table.references
            if one.table in ("pegawai", "unit", "butir", "penilaian")
        }
        records[layout.name] = (record_of(layout.table, fields),)
    return records


EVIDENCE = b"%PDF-1.7 laporan"


@pytest.fixture(scope="session")
def moving(snapshot: Snapshot) -> Snapshot:
    """One person who moves to 7102, with a file of evidence."""
    digest = hashlib.sha256(EVIDENCE).hexdigest()
    move = Transfer(
        "m-1", TransferWay.OUT, "p-1", "198507232010011009", "SITI", "7102", "Kota Sebelah", date(2025, 7, 1), "820/1",
        None, LegalStatus.ACTIVE, "Analis", "", "", "x", datetime(2025, 7, 1, tzinfo=UTC),
    )  # fmt: skip
    fields = {
        "evidence_id": "b-1", "person_id": "p-1", "owner": "ACTUAL", "owner_id": "i-1", "period": "2025-TW4",
        "sha256": digest, "file_name": "laporan.pdf", "size": str(len(EVIDENCE)), "media": "PDF", "kind": "RESULT",
        "title": "", "added_at": "", "added_by": "",
    }  # fmt: skip
    described = record_of(TRAVELLING_BY_NAME["bukti"].table, fields)
    return replace(
        snapshot,
        people=tuple(replace(one, unit_id="") for one in snapshot.people if one.person_id == "p-1"),
        units=(),
        lines=(),
        levels=(),
        tombstones=(),
        evaluations=snapshot.evaluations[:1],
        records={"mutasi": (transfer_record(move),), "bukti": (described,)},
        attachments={digest: EVIDENCE},
    )


@pytest.fixture(scope="session")
def relayed() -> Callable[..., SealedPackage]:
    """A transfer as the region passes it on."""

    def passed(
        package: SealedPackage, maker: DeviceKeys, region: DeviceKeys, readers: Sequence[KeyCard]
    ) -> SealedPackage:
        outer = replace(package.header, kind=PackageKind.RELAY, sender="REG07/PC01", inner="", sequence=3)
        return pass_on(outer, StagedPackage(package.name, package.data, ""), maker.card, region, readers)

    return passed
