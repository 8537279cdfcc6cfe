"""The envelope: nothing passes that is not, byte for byte, what a trusted device sealed for this desk."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import minisign
import pyrage
import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, PackageHeader, PackageKind, SealedPackage, Snapshot
from meritdesk.core.travel import Records
from meritdesk.exchange.label import NO_PREVIOUS, comment_of, file_name, folder_name, header_of
from meritdesk.exchange.outbox import pack
from meritdesk.exchange.seal import (
    PAYLOAD_NAME,
    README,
    README_NAME,
    SIGNATURE_NAME,
    decrypt,
    open_envelope,
    seal,
    sha256_of,
    stated_header,
    verify,
)
from meritdesk.exchange.strict_zip import write_zip

Receive = Callable[[bytes], object]


def _code_of(receive: Receive, data: bytes) -> str:
    with pytest.raises(FileRefusal) as caught:
        receive(data)
    return caught.value.code


def _outer(payload: bytes, signature: bytes) -> bytes:
    members = [(README_NAME, README), (PAYLOAD_NAME, payload), (SIGNATURE_NAME, signature)]
    return write_zip(members, deflate=False)


def _parts(sealed: SealedPackage) -> tuple[bytes, bytes]:
    envelope = open_envelope(sealed.data, sealed.name)
    return envelope.payload, bytes(envelope.signature) + b"\n"


def _signed(keys: DeviceKeys, payload: bytes, comment: str, **options: object) -> bytes:
    secret = minisign.SecretKey.from_bytes(keys.minisign_secret)
    values = {"prehash": True, "untrusted_comment": "MeritDesk package signature", **options}
    return bytes(secret.sign(payload, trusted_comment=comment, **values)) + b"\n"


def test_a_single_changed_byte_anywhere_is_refused(receive: Receive, sealed: SealedPackage) -> None:
    chance = random.Random(20251)
    whole = range(len(sealed.data))
    # Every byte of both ends, where the layers begin and end, and one of every seven between.
    for place in sorted({*whole[:700], *whole[-300:], *whole[::7]}):
        changed = bytearray(sealed.data)
        changed[place] ^= chance.randint(1, 255)
        assert _code_of(receive, bytes(changed)).startswith("PKG-5"), place


def test_random_bit_flips_are_refused(receive: Receive, sealed: SealedPackage) -> None:
    chance = random.Random(20252)
    for _ in range(1500):
        changed = bytearray(sealed.data)
        for place in chance.sample(range(len(changed)), chance.randint(1, 6)):
            changed[place] ^= 1 << chance.randrange(8)
        assert _code_of(receive, bytes(changed)).startswith("PKG-5")


def test_every_truncation_is_called_truncated(receive: Receive, sealed: SealedPackage) -> None:
    lengths = {*range(0, len(sealed.data), 64), *range(40), *range(len(sealed.data) - 40, len(sealed.data))}
    for length in lengths:
        assert _code_of(receive, sealed.data[:length]) == "PKG-502", length


def test_anything_behind_the_end_is_refused(receive: Receive, sealed: SealedPackage) -> None:
    for addition in (b"\0", b"\r\n", sealed.data, write_zip([("x", b"y")], deflate=False)):
        assert _code_of(receive, sealed.data + addition) == "PKG-503"


def test_what_mail_programs_do_to_a_file_is_refused(receive: Receive, sealed: SealedPackage) -> None:
    assert _code_of(receive, sealed.data.replace(b"\n", b"\r\n")) == "PKG-504"
    assert _code_of(receive, b"\xef\xbb\xbf" + sealed.data) == "PKG-504"
    assert _code_of(receive, write_zip([(sealed.name, sealed.data)], deflate=True)) == "PKG-501"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"nip,nama\n1,2\n",
        b"<!DOCTYPE html><html><body>Login</body></html>",
        b"SQLite format 3\0" + bytes(100),
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(16) + b"[Content_Types].xml",
        b"PK\x05\x06" + bytes(18),
        b"\x00" * 4096,
        b"untrusted comment: minisign\n",
    ],
)
def test_other_files_are_told_apart(receive: Receive, data: bytes) -> None:
    assert _code_of(receive, data) == "PKG-501"


def test_a_spreadsheet_and_a_plain_zip_are_told_apart(receive: Receive, tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(tmp_path / "pegawai.xlsx")
    book.add_worksheet().write(0, 0, "NIP")
    book.close()
    assert _code_of(receive, (tmp_path / "pegawai.xlsx").read_bytes()) == "PKG-501"
    archive = shutil.make_archive(str(tmp_path / "isi"), "zip", tmp_path, "pegawai.xlsx")
    assert _code_of(receive, Path(archive).read_bytes()) == "PKG-501"


def test_members_that_are_missing_swapped_or_added_are_refused(receive: Receive, sealed: SealedPackage) -> None:
    payload, signature = _parts(sealed)
    readme, body, seal_member = (README_NAME, README), (PAYLOAD_NAME, payload), (SIGNATURE_NAME, signature)
    for members in (
        [readme, body],
        [readme, seal_member, body],
        [readme, body, seal_member, ("x", b"")],
        [readme, body, body],
    ):
        assert _code_of(receive, write_zip(members, deflate=False)) == "PKG-504"
    assert _code_of(receive, write_zip([body, seal_member], deflate=False)) == "PKG-501"
    assert _code_of(receive, write_zip([readme, body, seal_member], deflate=True)) in ("PKG-501", "PKG-504")


def test_the_signature_of_another_package_is_refused(
    receive: Receive, sealed: SealedPackage, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys
) -> None:
    other = pack(replace(sealed.header, inner="", sequence=18), snapshot, agency, [region.card])
    assert _code_of(receive, _outer(_parts(sealed)[0], _parts(other)[1])) == "PKG-512"
    assert _code_of(receive, _outer(_parts(other)[0], _parts(sealed)[1])) == "PKG-512"


def test_a_signature_text_of_another_spelling_is_refused(
    receive: Receive, sealed: SealedPackage, agency: DeviceKeys
) -> None:
    payload, signature = _parts(sealed)
    lines = signature.split(b"\n")
    # The last base64 letter before "=" carries two bits that decoders ignore.
    loose = lines[1][:-2] + bytes([lines[1][-2] + 1]) + b"="
    comment = comment_of(sealed.header)
    spellings = [
        b"",
        b"\n".join(lines[:-1]),
        signature + b"\n",
        signature.replace(b"\n", b"\r\n"),
        signature.replace(b"MeritDesk", b"Meritdesk"),
        b"\n".join([lines[0], loose, *lines[2:]]),
        signature[:-20],
        signature.replace(b"trusted comment: ", b"trusted comment:", 2),
        _signed(agency, payload, comment, prehash=False),
        b"\xff" + signature,
    ]
    for spelling in spellings:
        assert _code_of(receive, _outer(payload, spelling)) == "PKG-510"


def test_an_altered_comment_is_refused_field_by_field(receive: Receive, sealed: SealedPackage) -> None:
    payload, signature = _parts(sealed)
    changes = [
        (b"type=export", b"type=return"),
        (b"from=7101/PC02", b"from=7102/PC02"),
        (b"to=REG07", b"to=REG08"),
        (b"period=2025", b"period=2024"),
        (b"epoch=e3", b"epoch=e4"),
        (b"seq=17", b"seq=18"),
        (b"prev=sha256:0", b"prev=sha256:1"),
        (b"id=0", b"id=1"),
        (b"schema=2", b"schema=1"),
        (b"keydir=0", b"keydir=1"),
        (b"inner=sha256:", b"inner=sha256:0"),
    ]
    for old, new in changes:
        assert signature.count(old) == 1
        assert _code_of(receive, _outer(payload, signature.replace(old, new))) == "PKG-512"


def test_an_unknown_key_is_refused_and_named(
    receive: Receive, header: PackageHeader, snapshot: Snapshot, region: DeviceKeys, other_agency: DeviceKeys
) -> None:
    foreign = pack(replace(header, sender="7102/PC01"), snapshot, other_agency, [region.card])
    with pytest.raises(FileRefusal) as caught:
        receive(foreign.data)
    assert caught.value.code == "PKG-511"
    assert re.fullmatch("[0-9A-F]{16}", str(caught.value.facts["key_id"]))


def test_a_key_that_borrows_a_trusted_key_id_does_not_pass(
    receive: Receive, sealed: SealedPackage, agency: DeviceKeys, other_agency: DeviceKeys
) -> None:
    payload, _ = _parts(sealed)
    forged = minisign.SecretKey.from_bytes(other_agency.minisign_secret)
    forged._keynum_sk.key_id[:] = minisign.SecretKey.from_bytes(agency.minisign_secret)._keynum_sk.key_id
    options = {"untrusted_comment": "MeritDesk package signature", "trusted_comment": comment_of(sealed.header)}
    signature = bytes(forged.sign(payload, prehash=True, **options)) + b"\n"
    assert _code_of(receive, _outer(payload, signature)) == "PKG-512"


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("meritdesk/2 anything=goes", "PKG-514"),
        ("meritdesk/1 type=export", "PKG-513"),
        ("timestamp:1700000000\tfile:x", "PKG-513"),
        ("", "PKG-513"),
        ("{comment} extra=1", "PKG-513"),
        (" {comment}", "PKG-513"),
    ],
)
def test_a_signed_label_of_another_form_is_refused(
    receive: Receive, sealed: SealedPackage, agency: DeviceKeys, comment: str, code: str
) -> None:
    payload, _ = _parts(sealed)
    text = comment.format(comment=comment_of(sealed.header))
    assert _code_of(receive, _outer(payload, _signed(agency, payload, text))) == code


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("type=export", "type=surat", "PKG-519"),
        ("type=export", "type=EXPORT", "PKG-513"),
        ("seq=17", "seq=0", "PKG-513"),
        ("seq=17", "seq=017", "PKG-513"),
        ("seq=17", "seq=1000000", "PKG-513"),
        ("seq=17", "seq=\u0661", "PKG-513"),
        ("period=2025", "period=2025-TW5", "PKG-513"),
        ("period=2025", "period=2025-13", "PKG-513"),
        ("to=REG07", "to=../x", "PKG-513"),
        ("schema=2", "schema=02", "PKG-513"),
        ("epoch=e3", "epoch=E3", "PKG-513"),
    ],
)
def test_label_values_outside_their_range_are_refused(sealed: SealedPackage, old: str, new: str, code: str) -> None:
    with pytest.raises(FileRefusal, match=code):
        header_of(comment_of(sealed.header).replace(old, new))


def test_a_label_survives_its_line(sealed: SealedPackage, answer_header: PackageHeader) -> None:
    complete = replace(answer_header, inner=NO_PREVIOUS, period="2025-TW4", key_directory=12, schema=3)
    for header in (sealed.header, complete):
        assert header_of(comment_of(header)) == header
        assert comment_of(header).isascii()


def test_a_label_that_no_reader_would_take_is_never_written(
    header: PackageHeader, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys
) -> None:
    for wrong in (replace(header, sequence=0), replace(header, epoch="x"), replace(header, period="2025 ")):
        with pytest.raises((ValueError, FileRefusal)):
            pack(wrong, snapshot, agency, [region.card])


def test_file_names_carry_codes_only_and_fit_every_file_system(header: PackageHeader) -> None:
    assert file_name(header) == "MD1-7101-PC02-2025-e3f9-000017.merit"
    longest = replace(header, sender=f"{'A' * 16}/{'B' * 12}", period="2025-TW4", sequence=999_999)
    assert len(file_name(longest)) == 60
    assert re.fullmatch(r"[A-Za-z0-9.-]+", file_name(longest))
    assert f"{folder_name(longest)}.merit" == file_name(longest)


def test_only_the_addressee_and_the_sender_can_decrypt(
    sealed: SealedPackage, agency: DeviceKeys, region: DeviceKeys, other_region: DeviceKeys
) -> None:
    envelope = open_envelope(sealed.data, sealed.name)
    verify(envelope, [agency.card])
    header = stated_header(envelope)
    assert sha256_of(decrypt(envelope, header, region)) == header.inner
    assert decrypt(envelope, header, agency) == decrypt(envelope, header, region)
    with pytest.raises(FileRefusal, match="PKG-525"):
        decrypt(envelope, header, other_region)


def test_a_payload_locked_with_a_passphrase_is_refused(
    receive: Receive, sealed: SealedPackage, agency: DeviceKeys
) -> None:
    for payload in (pyrage.passphrase.encrypt(b"bag", "rahasia"), b"not age at all", b"age-encryption.org/v1\n-> "):
        assert _code_of(receive, _outer(payload, _signed(agency, payload, comment_of(sealed.header)))) == "PKG-526"


def test_another_bag_than_the_signed_one_is_refused(
    receive: Receive, sealed: SealedPackage, agency: DeviceKeys, region: DeviceKeys
) -> None:
    payload = pyrage.encrypt(b"another bag", [pyrage.x25519.Recipient.from_str(region.card.age_recipient)])
    assert _code_of(receive, _outer(payload, _signed(agency, payload, comment_of(sealed.header)))) == "PKG-527"


def test_a_damaged_age_payload_under_a_good_signature_is_refused(
    receive: Receive, sealed: SealedPackage, agency: DeviceKeys
) -> None:
    payload, _ = _parts(sealed)
    for changed in (payload[:-1], payload[:200], payload[:-40] + bytes(40)):
        assert _code_of(receive, _outer(changed, _signed(agency, changed, comment_of(sealed.header)))) in (
            "PKG-525",
            "PKG-526",
        )


def test_each_device_is_written_to_once(header: PackageHeader, agency: DeviceKeys, region: DeviceKeys) -> None:
    once = seal(header, b"bag", agency, [region.card])
    twice = seal(header, b"bag", agency, [region.card, region.card, agency.card])
    for sealed in (once, twice):
        assert open_envelope(sealed.data, "x").payload.count(b"\n-> X25519 ") == 2


def test_nothing_readable_without_the_key_names_a_person(sealed: SealedPackage, snapshot: Snapshot) -> None:
    for person in snapshot.people:
        for text in (person.nip, person.name, person.person_id):
            assert text.encode("utf-8") not in sealed.data
    assert snapshot.agency_name.encode("utf-8") not in sealed.data


TOOLS = ["unzip", "minisign", "age"]


@pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason="the stock tools unzip, minisign and age are not here"
)
@pytest.mark.parametrize("kind", [PackageKind.EXPORT, PackageKind.HANDOVER, PackageKind.RETURN])
def test_the_stock_tools_accept_every_layer(
    tmp_path: Path,
    kind: PackageKind,
    header: PackageHeader,
    answer_header: PackageHeader,
    snapshot: Snapshot,
    full_records: Records,
    receipt: object,
    agency: DeviceKeys,
    region: DeviceKeys,
) -> None:
    content = replace(snapshot, records=full_records)
    package, sender, reader = pack(header, content, agency, [region.card]), agency, region
    if kind is PackageKind.HANDOVER:
        package = pack(replace(header, kind=kind), content, agency, [region.card])
    if kind is PackageKind.RETURN:
        package, sender, reader = pack(answer_header, receipt, region, [agency.card]), region, agency  # type: ignore[arg-type]
    (tmp_path / package.name).write_bytes(package.data)
    (tmp_path / "identity.txt").write_text(reader.age_identity + "\n", encoding="utf-8")

    def run(*command: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    assert "No errors detected" in run("unzip", "-t", package.name)
    run("unzip", "-q", package.name)
    checked = run("minisign", "-V", "-m", PAYLOAD_NAME, "-P", sender.card.minisign_key)
    assert comment_of(package.header) in checked
    run("age", "-d", "-i", "identity.txt", "-o", "bag.zip", PAYLOAD_NAME)
    assert sha256_of((tmp_path / "bag.zip").read_bytes()) == package.header.inner
    run("unzip", "-q", "bag.zip")
    bag = folder_name(package.header)
    run(sys.executable, "-m", "bagit", "--validate", bag)
    verdict = run(sys.executable, "-m", "frictionless", "validate", f"{bag}/data/datapackage.json", "--json")
    assert '"valid": true' in verdict
    assert '"errors": 0' in verdict
