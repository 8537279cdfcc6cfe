"""Somebody who has only the page of the format reads what we write, and refuses what was tampered with."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from meritdesk.core.evaluation_record import evaluation_record
from meritdesk.core.handover import (
    DeviceKeys,
    PackageHeader,
    PackageKind,
    Receipt,
    SealedPackage,
    Snapshot,
)
from meritdesk.core.travel import Records, TravelRecord, record_of
from meritdesk.core.travel_layouts import TRAVELLING, TRAVELLING_BY_NAME
from meritdesk.exchange.format_page import page_with_tables
from meritdesk.exchange.keys import keys_from_bytes
from meritdesk.exchange.outbox import pack
from meritdesk.exchange.package import read_bag, write_bag
from meritdesk.exchange.seal import decrypt, open_envelope, seal

ROOT = Path(__file__).parents[2]
READER = ROOT / "tests" / "reader" / "read_package.mjs"
PAGE = ROOT / "docs" / "exchange-format.md"
GOLDEN = Path(__file__).with_name("golden")

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="the reader in another language asks for node")


def read(paths: list[Path], reader: DeviceKeys, signer: DeviceKeys) -> list[dict[str, Any]]:
    """What the other program says of these files."""
    command = ["node", str(READER), *map(str, paths), "--identity", reader.age_identity]
    command += ["--signer", signer.card.minisign_key, "--page", str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == "", done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_page_shows_the_tables_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page_with_tables(page) == page, "run: python -m meritdesk.exchange.format_page docs/exchange-format.md"
    with pytest.raises(ValueError, match="marks"):
        page_with_tables("nothing")


@needs_node
def test_every_kind_is_read_whole(
    tmp_path: Path,
    header: PackageHeader,
    answer_header: PackageHeader,
    snapshot: Snapshot,
    full_records: Records,
    receipt: Receipt,
    agency: DeviceKeys,
    region: DeviceKeys,
) -> None:
    whole = replace(snapshot, records=full_records)
    practice = replace(header, is_practice=True, sequence=18)
    across = replace(header, kind=PackageKind.HANDOVER, recipient="7101")
    paths = []
    for number, one in enumerate((header, practice, across)):
        path = tmp_path / f"{number}.merit"
        path.write_bytes(pack(one, whole, agency, [region.card]).data)
        paths.append(path)
    export, practised, handed = read(paths, region, agency)
    counts = {layout.name: 1 for layout in TRAVELLING if not layout.version and not layout.inside}
    assert counts.items() <= export["counts"].items() and "pustaka" not in export["counts"]
    assert handed["counts"].items() >= {**counts, "pustaka": 1, "hari_libur": 1}.items()
    assert (export["label"]["type"], handed["label"]["type"]) == ("export", "handover")
    assert practised["label"]["practice"] == " practice=1"
    assert export["record"]["name"] == "SITI 'Aisyah' Ñandú"
    answer = tmp_path / "answer.merit"
    answer.write_bytes(pack(answer_header, receipt, region, [agency.card]).data)
    (said,) = read([answer], agency, region)
    assert (said["counts"], said["record"]["number"]) == ({"hasil": 2}, receipt.number)


@needs_node
def test_packages_of_schema_1_and_superseded_versions_are_read(
    tmp_path: Path, header: PackageHeader, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys
) -> None:
    old_agency = keys_from_bytes((GOLDEN / "agency.keys.json").read_bytes())
    old_region = keys_from_bytes((GOLDEN / "region.keys.json").read_bytes())
    (old,) = read([GOLDEN / "schema-1-export.merit"], old_region, old_agency)
    assert old["counts"]["penilaian"] == 2 and "dokumen" not in old["counts"]
    path = tmp_path / "old.merit"
    path.write_bytes(pack(header, replace(snapshot, records=_superseded(snapshot)), agency, [region.card]).data)
    (found,) = read([path], region, agency)
    assert (found["counts"]["penilaian_lama"], found["counts"]["riwayat_versi"]) == (1, 3)


def _superseded(snapshot: Snapshot) -> dict[str, tuple[TravelRecord, ...]]:
    older = replace(snapshot.evaluations[0], version=1)
    fields = {
        "evaluation_id": "e-1",
        "version": "1",
        "content": rfc8785.dumps(evaluation_record(older)).decode("utf-8"),  # type: ignore[arg-type]
        "digest": older.digest,
        "revision": "{}",
    }
    return {"penilaian_lama": (record_of(TRAVELLING_BY_NAME["penilaian_lama"].table, fields),)}


@needs_node
def test_a_byte_changed_anywhere_outside_is_refused(
    tmp_path: Path, sealed: SealedPackage, agency: DeviceKeys, region: DeviceKeys, other_agency: DeviceKeys
) -> None:
    paths = []
    for place in range(7, len(sealed.data), max(1, len(sealed.data) // 60)):
        spoilt = bytearray(sealed.data)
        spoilt[place] ^= 0x20
        paths.append(tmp_path / f"{place}.merit")
        paths[-1].write_bytes(spoilt)
    for name, data in (("cut", sealed.data[:-9]), ("longer", sealed.data + b"x"), ("empty", b"")):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    assert all("refused" in said for said in read(paths, region, agency))
    whole = tmp_path / sealed.name
    whole.write_bytes(sealed.data)
    assert "signature" in read([whole], region, other_agency)[0]["refused"]
    assert "age" in read([whole], other_agency, agency)[0]["refused"]


@needs_node
def test_what_is_wrong_behind_a_good_signature_is_found(
    tmp_path: Path, forge: Callable[..., bytes], header: PackageHeader, agency: DeviceKeys, region: DeviceKeys
) -> None:
    def cell(path: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], Mapping[str, bytes]]:
        return lambda files: {**files, path: files[path].replace(old, new, 1)}

    table, control = "data/{}.csv".format, "data/control.json"
    forged = {
        "table": [
            cell(table("pegawai"), b'"1970-01-01"', b'"1970-02-30"'),
            cell(table("pegawai"), b'"PNS"', b'"RAJA"'),
            cell(table("pegawai"), b'"p-2"', b'"p-1"'),
            cell(table("pegawai"), b'"nip"', b'"nik"'),
            cell(table("realisasi"), b'"97.25"', b'"97,25"'),
            cell(table("capaian"), b"\n", b"\r\n"),
        ],
        "totals": [
            cell(table("realisasi"), b'"97.25"', b'"97.26"'),
            cell(control, b'"rows": 2', b'"rows": 3'),
        ],
        "reference": [cell(table("pegawai"), b'"u-2"', b'"u-9"')],
        "version": [cell(table("penilaian"), b'"ABOVE"', b'"BELOW"'), cell(table("pihak"), b'"Budi"', b'"Bude"')],
        "control": [cell(control, b'"7101"', b'"7102"'), cell(control, b'"schema": 2', b'"schema": 1')],
    }
    paths, layers = [], []
    for layer, changes in forged.items():
        for change in changes:
            layers.append(layer)
            paths.append(tmp_path / f"{len(paths)}.merit")
            paths[-1].write_bytes(forge(change))
    paths.append(tmp_path / "other-label.merit")
    paths[-1].write_bytes(forge(inside=replace(header, sequence=99)))
    said = read(paths, region, agency)
    assert [one["refused"].partition(":")[0] for one in said] == [*layers, "bag"]


@needs_node
def test_people_who_move_are_read_directly_and_through_the_region(
    tmp_path: Path,
    relayed: Callable[..., SealedPackage],
    header: PackageHeader,
    moving: Snapshot,
    agency: DeviceKeys,
    other_agency: DeviceKeys,
    region: DeviceKeys,
) -> None:
    over = replace(header, kind=PackageKind.TRANSFER, recipient="7102")
    direct = pack(over, moving, agency, [other_agency.card, region.card])
    passed = relayed(direct, agency, region, [other_agency.card])
    elsewhere = pack(replace(over, recipient="7103"), moving, agency, [other_agency.card])
    paths = [tmp_path / name for name in ("direct.merit", "passed.merit", "elsewhere.merit")]
    for path, package in zip(paths, (direct, passed, elsewhere), strict=True):
        path.write_bytes(package.data)
    (said,) = read([paths[0]], other_agency, agency)
    (through,) = read([paths[1]], other_agency, region)
    assert "refused" not in said, said
    assert said == through, "whichever way it came it is the same transfer"
    assert (said["payload"], said["maker"]) == (direct.payload_digest, agency.card.minisign_key)
    assert (said["evidence"], said["counts"]["mutasi"], said["counts"]["penilaian"]) == (1, 1, 1)
    assert "merit" not in said["counts"] and "riwayat_jabatan" in said["counts"]
    (refused,) = read([paths[2]], other_agency, agency)
    assert refused["refused"] == "transfer: moves elsewhere"


@needs_node
def test_what_the_region_changed_or_evidence_that_is_another_is_found(
    tmp_path: Path,
    relayed: Callable[..., SealedPackage],
    header: PackageHeader,
    moving: Snapshot,
    agency: DeviceKeys,
    other_agency: DeviceKeys,
    region: DeviceKeys,
) -> None:
    over = replace(header, kind=PackageKind.TRANSFER, recipient="7102")
    direct = pack(over, moving, agency, [other_agency.card, region.card])
    passed = relayed(direct, agency, region, [other_agency.card])
    envelope = open_envelope(passed.data, "")
    files = read_bag(passed.header, decrypt(envelope, passed.header, other_agency))
    spoilt = (
        {**files, "data/asal.zip": files["data/asal.zip"][:-1] + b"x"},
        {**files, "data/asal.minisig": files["data/asal.minisig"].replace(b"seq=17", b"seq=18")},
    )
    paths = []
    for parts in spoilt:
        paths.append(tmp_path / f"{len(paths)}.merit")
        outer = replace(passed.header, inner="")
        paths[-1].write_bytes(seal(outer, write_bag(outer, parts), region, [other_agency.card]).data)
    assert [one["refused"] for one in read(paths, other_agency, region)] == [
        "relay: another bag than signed",
        "signature: label changed",
    ]
    false = replace(moving, attachments={digest: content[:-1] + b"!" for digest, content in moving.attachments.items()})
    path = tmp_path / "evidence.merit"
    path.write_bytes(pack(over, false, agency, [other_agency.card]).data)
    assert read([path], other_agency, agency)[0]["refused"].startswith("evidence: ")
