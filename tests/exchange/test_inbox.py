"""The inbox: each step refuses for its own reason, and what passes is exactly what was packed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import (
    DeviceKeys,
    LedgerDecision,
    LedgerVerdict,
    PackageHeader,
    PackageKind,
    Receipt,
    ReceiptCode,
    RecordOutcome,
    RecordState,
    SealedPackage,
    Snapshot,
)
from meritdesk.exchange import seal as seal_module
from meritdesk.exchange.inbox import inspect, open_package, stage
from meritdesk.exchange.outbox import pack
from meritdesk.exchange.package import INNER_LIMITS
from meritdesk.exchange.seal import seal
from meritdesk.exchange.strict_zip import read_zip, write_zip

Decide = Callable[[PackageHeader, str], LedgerDecision]


def _written(folder: Path, data: bytes, name: str = "kiriman.merit") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _code_of(call: Callable[[], object]) -> str:
    with pytest.raises(FileRefusal) as caught:
        call()
    return caught.value.code


def test_a_snapshot_arrives_as_it_was_packed(
    tmp_path: Path,
    sealed: SealedPackage,
    snapshot: Snapshot,
    region: DeviceKeys,
    agency: DeviceKeys,
    other_agency: DeviceKeys,
    accept: Decide,
) -> None:
    path = _written(tmp_path, sealed.data, "foto liburan.zip")
    opened = open_package(path, region, [other_agency.card, agency.card], accept)
    assert opened.snapshot == snapshot
    assert opened.header == sealed.header
    assert opened.payload_digest == sealed.payload_digest
    assert opened.signer == agency.card
    assert (opened.receipt, opened.faults) == (None, ())


def test_a_receipt_arrives_as_it_was_packed(
    tmp_path: Path,
    answer_header: PackageHeader,
    receipt: Receipt,
    region: DeviceKeys,
    agency: DeviceKeys,
    accept: Decide,
) -> None:
    answer = pack(answer_header, receipt, region, [agency.card])
    opened = open_package(_written(tmp_path, answer.data), agency, [region.card], accept)
    assert opened.receipt == receipt
    assert opened.snapshot is None
    for code in ReceiptCode:
        plain = replace(receipt, code=code, outcomes=(), missing_sequences=(), refusal_code="PKG-536")
        again = pack(answer_header, plain, region, [agency.card])
        assert open_package(_written(tmp_path, again.data), agency, [region.card], accept).receipt == plain


def test_a_receipt_for_another_agency_is_refused(
    tmp_path: Path,
    answer_header: PackageHeader,
    receipt: Receipt,
    region: DeviceKeys,
    agency: DeviceKeys,
    accept: Decide,
) -> None:
    answer = pack(answer_header, replace(receipt, sender="7102/PC01"), region, [agency.card])
    path = _written(tmp_path, answer.data)
    assert _code_of(lambda: open_package(path, agency, [region.card], accept)) == "PKG-539"


def test_only_a_settled_package_stays_closed(
    tmp_path: Path, sealed: SealedPackage, region: DeviceKeys, agency: DeviceKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _written(tmp_path, sealed.data)
    asked: list[tuple[PackageHeader, str]] = []

    def deciding(verdict: LedgerVerdict) -> Decide:
        def decide(header: PackageHeader, digest: str) -> LedgerDecision:
            asked.append((header, digest))
            return LedgerDecision(verdict)

        return decide

    for verdict in LedgerVerdict:
        opened = open_package(path, region, [agency.card], deciding(verdict))
        settled = verdict in (LedgerVerdict.DUPLICATE, LedgerVerdict.SUPERSEDED, LedgerVerdict.FORK)
        assert (opened.snapshot is None) is settled, verdict
        assert opened.decision.verdict is verdict
    assert set(map(str, asked)) == {str((sealed.header, sealed.payload_digest))}


def test_the_ledger_is_not_asked_about_a_package_nobody_proved(
    tmp_path: Path, sealed: SealedPackage, region: DeviceKeys, other_agency: DeviceKeys
) -> None:
    def never(header: PackageHeader, digest: str) -> LedgerDecision:
        raise AssertionError("asked before the sender was proved")

    path = _written(tmp_path, sealed.data)
    assert _code_of(lambda: open_package(path, region, [other_agency.card], never)) == "PKG-511"


def test_sender_role_and_recipient_must_fit(
    tmp_path: Path,
    header: PackageHeader,
    answer_header: PackageHeader,
    snapshot: Snapshot,
    receipt: Receipt,
    agency: DeviceKeys,
    other_agency: DeviceKeys,
    region: DeviceKeys,
    other_region: DeviceKeys,
    accept: Decide,
) -> None:
    everyone = [keys.card for keys in (agency, other_agency, region, other_region)]

    def arriving(package_header: PackageHeader, signer: DeviceKeys, me: DeviceKeys) -> str:
        # Sealed without the checks of our own outbox, as a stolen key would do it.
        data = seal(package_header, b"never looked at", signer, [me.card]).data
        return _code_of(lambda: open_package(_written(tmp_path, data), me, everyone, accept))

    assert arriving(header, other_agency, region) == "PKG-516"
    assert arriving(header, region, region) == "PKG-516"
    assert arriving(replace(answer_header, sender="7101/PC02"), agency, agency) == "PKG-517"
    assert arriving(replace(header, sender="REG08/PC01"), other_region, region) == "PKG-517"
    assert arriving(header, agency, other_region) == "PKG-518"
    assert arriving(answer_header, region, other_agency) == "PKG-518"
    assert arriving(replace(header, recipient="7102"), agency, other_agency) == "PKG-518"
    assert arriving(replace(answer_header, recipient="REG08"), region, other_region) == "PKG-517"


def test_the_outbox_does_not_sign_for_others_or_mix_kinds(
    header: PackageHeader, answer_header: PackageHeader, snapshot: Snapshot, receipt: Receipt, region: DeviceKeys
) -> None:
    with pytest.raises(ValueError, match="not the device"):
        pack(header, snapshot, region, [])
    with pytest.raises(ValueError, match="cannot carry"):
        pack(replace(header, kind=PackageKind.RETURN), snapshot, region, [])
    with pytest.raises(ValueError, match="cannot carry"):
        pack(replace(answer_header, kind=PackageKind.EXPORT), receipt, region, [])


def test_data_of_a_newer_program_are_refused_before_they_are_unpacked(
    tmp_path: Path, header: PackageHeader, agency: DeviceKeys, region: DeviceKeys, accept: Decide
) -> None:
    path = _written(tmp_path, seal(replace(header, schema=3), b"unknown", agency, [region.card]).data)
    with pytest.raises(FileRefusal) as caught:
        open_package(path, region, [agency.card], accept)
    assert caught.value.code == "PKG-515"
    assert caught.value.facts == {"schema": 3, "known": 2}


def test_what_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _code_of(lambda: stage(tmp_path / "none.merit")) == "PKG-506"
    assert _code_of(lambda: stage(tmp_path)) == "PKG-507"
    monkeypatch.setattr("meritdesk.exchange.inbox.MAX_FILE_SIZE", 1000)
    assert _code_of(lambda: stage(_written(tmp_path, bytes(1001)))) == "PKG-505"
    assert stage(_written(tmp_path, bytes(1000))).data == bytes(1000)


def test_an_envelope_beyond_the_limit_is_refused(sealed: SealedPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal_module, "MAX_FILE_SIZE", 1000)
    assert _code_of(lambda: seal_module.open_envelope(sealed.data, "x")) == "PKG-505"


def test_only_the_private_copy_is_judged(
    tmp_path: Path, sealed: SealedPackage, snapshot: Snapshot, region: DeviceKeys, agency: DeviceKeys, accept: Decide
) -> None:
    path = _written(tmp_path, sealed.data)
    staged = stage(path)
    path.write_bytes(b"swapped on the stick")
    assert open_package(staged, region, [agency.card], accept).snapshot == snapshot


def test_the_outside_can_be_looked_at_without_any_key(
    tmp_path: Path, sealed: SealedPackage, agency: DeviceKeys, other_agency: DeviceKeys
) -> None:
    path = _written(tmp_path, sealed.data)
    known = inspect(path, [other_agency.card, agency.card])
    assert (known.header, known.is_verified, known.signer) == (sealed.header, True, agency.card)
    assert (known.payload_digest, known.size) == (sealed.payload_digest, len(sealed.data))
    unknown = inspect(path)
    assert (unknown.header, unknown.is_verified, unknown.signer) == (sealed.header, False, None)
    place = sealed.data.index(b"age-encryption") + 300
    damaged = sealed.data[:place] + bytes([sealed.data[place] ^ 1]) + sealed.data[place + 1 :]
    assert _code_of(lambda: inspect(_written(tmp_path, damaged), [agency.card])) == "PKG-504"


Forge = Callable[..., bytes]
Receive = Callable[[bytes], object]


def _fault(receive: Receive, data: bytes) -> FileRefusal:
    with pytest.raises(FileRefusal) as caught:
        receive(data)
    return caught.value


def test_the_label_inside_must_be_the_label_outside(receive: Receive, forge: Forge, header: PackageHeader) -> None:
    for inside in (
        replace(header, previous="sha256:" + "1" * 64),
        replace(header, package_id="1" + header.package_id[1:]),
        replace(header, recipient="REG08"),
        replace(header, key_directory=3),
        replace(header, epoch=header.epoch[:-1] + "1"),
    ):
        assert _fault(receive, forge(inside=inside)).code == "PKG-533"
    # These also change the name of the bag folder.
    for inside in (replace(header, sequence=18), replace(header, period="2024")):
        assert _fault(receive, forge(inside=inside)).code == "PKG-530"


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.csv",
        "/etc/passwd",
        "C:\\evil.csv",
        "data/../../evil.csv",
        "data/CON",
        "data/Pegawai.csv",
        "fetch.txt",
        "data/sheets/x.pdf",
    ],
)
def test_names_outside_the_closed_list_are_refused(receive: Receive, forge: Forge, tmp_path: Path, name: str) -> None:
    data = forge(change=lambda files: {**files, name: b"x"})
    assert _fault(receive, data).code == "PKG-530"
    assert [path.name for path in tmp_path.iterdir()] == ["arriving.merit"]


@pytest.mark.parametrize("name", ["../evil.csv", "/etc/passwd", "C:\\evil.csv", "\\\\server\\x", "readme.txt", ""])
def test_members_beside_the_bag_folder_are_refused(receive: Receive, forge: Forge, name: str) -> None:
    def bag(inner: bytes) -> bytes:
        return write_zip([*read_zip(inner, INNER_LIMITS, deflate=True), (name, b"x")], deflate=True)

    assert _fault(receive, forge(bag=bag)).code == "PKG-530"


def test_a_missing_table_is_refused(receive: Receive, forge: Forge) -> None:
    for missing in ("data/pegawai.csv", "data/control.json", "data/datapackage.json"):
        data = forge(change=lambda files, gone=missing: {path: files[path] for path in files if path != gone})
        assert _fault(receive, data).code == "PKG-530"


def test_bombs_behind_a_good_signature_are_refused(receive: Receive, forge: Forge) -> None:
    assert _fault(receive, forge(bag=lambda _: write_zip([("zeros", bytes(8 << 20))], deflate=True))).code == "PKG-531"
    many = [(f"m{number}", b"") for number in range(200)]
    assert _fault(receive, forge(bag=lambda _: write_zip(many, deflate=True))).code == "PKG-531"
    assert _fault(receive, forge(bag=lambda inner: inner + b"x")).code == "PKG-530"
    assert _fault(receive, forge(bag=lambda inner: inner[:-1])).code == "PKG-530"
    assert _fault(receive, forge(bag=lambda _: b"")).code == "PKG-530"


def test_checksums_inside_must_fit(receive: Receive, header: PackageHeader, forge: Forge) -> None:
    def swapped(name: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
        def bag(inner: bytes) -> bytes:
            members = read_zip(inner, INNER_LIMITS, deflate=True)
            return write_zip([(m, change(d) if m.endswith(name) else d) for m, d in members], deflate=True)

        return bag

    assert _fault(receive, forge(bag=swapped("/bagit.txt", lambda d: d.replace(b"1.0", b"0.97")))).code == "PKG-532"
    assert _fault(receive, forge(bag=swapped("/manifest-sha512.txt", lambda d: d[1:]))).code == "PKG-532"
    assert _fault(receive, forge(bag=swapped("/tagmanifest-sha512.txt", lambda d: d + b"\n"))).code == "PKG-532"
    assert _fault(receive, forge(bag=swapped("/bag-info.txt", lambda d: d.lower()))).code == "PKG-533"
    changed = forge(bag=swapped("/data/unit.csv", lambda d: d.replace(b"Dinas", b"Dines")))
    assert _fault(receive, changed).code == "PKG-532"


def test_a_bad_record_is_refused_alone(receive: Receive, forge: Forge, snapshot: Snapshot) -> None:
    def change(files: dict[str, bytes]) -> None:
        files["data/pegawai.csv"] = files["data/pegawai.csv"].replace(b'"ACTIVE"', b'"ON_THE_MOON"', 1)

    opened = receive(forge(change=change))
    assert opened.faults == (  # type: ignore[attr-defined]
        RecordOutcome("pegawai", "p-1", RecordState.REFUSED, "legal_status", "PKG-551"),
        RecordOutcome("atasan", "p-1", RecordState.REFUSED, "person_id", "PKG-552"),
        RecordOutcome("rencana", "s-1", RecordState.REFUSED, "person_id", "PKG-552"),
        RecordOutcome("realisasi", "i-1@2025", RecordState.REFUSED, "indicator_id", "PKG-552"),
        RecordOutcome("realisasi", "i-1@2025-TW4", RecordState.REFUSED, "indicator_id", "PKG-552"),
        RecordOutcome("penilaian", "e-1", RecordState.REFUSED, "person_id", "PKG-552"),
    )
    arrived = opened.snapshot  # type: ignore[attr-defined]
    assert arrived.people == snapshot.people[1:]
    assert arrived.evaluations == snapshot.evaluations[1:]
    assert arrived.units == snapshot.units
