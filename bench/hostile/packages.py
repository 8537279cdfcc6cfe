"""Packages with bits turned, cut, lengthened, mangled by mail, exchanged for other files (F33 to F37).

Every kind of file that passes between desks is taken as the released program wrote it (the golden files, and a trust
list made here), changed, and given to the same check that receives it. Refused means: with a code that has its sentence
and its next step in both languages. Accepted with other content, or any other exception, is a fault.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import multiprocessing
import random
import sys
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bench.faults import budget
from bench.faults.budget import Budget
from bench.faults.table import Result, keep
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import LedgerDecision, LedgerVerdict, StagedPackage
from meritdesk.core.trust import DeviceRole, ListPlace, TrustList, device_of
from meritdesk.exchange import trust_list
from meritdesk.exchange.enrolment import read_enrolment
from meritdesk.exchange.inbox import open_package
from meritdesk.exchange.keys import keys_from_bytes, new_device_keys
from meritdesk.exchange.root_keys import new_signing_key
from meritdesk.exchange.strict_zip import ZipLimits, read_zip, write_zip

PART = True
COMMAND = "python -m bench.hostile.packages"
ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "exchange" / "golden"
FLIPS = 100_000
SEEDS = 12
CUT_STEP = 64
READERS = {
    "schema-1-export": "region",
    "schema-1-return": "agency",
    "schema-2-export": "region",
    "schema-2-handover": "colleague",
    "schema-2-return": "agency",
    "schema-2-transfer": "neighbour",
    "schema-2-relay": "neighbour",
}


@dataclass(frozen=True)
class Kind:
    """One kind of file with the check that receives it; ``open`` answers with everything it says."""

    name: str
    data: bytes
    open: Callable[[bytes], str]


@cache
def codes() -> frozenset[str]:
    """Codes whose sentence and next step stand in both languages."""
    said: dict[str, set[str]] = {}
    for language in ("id", "en"):
        said[language] = set()
        for path in (ROOT / "resources" / "messages").glob(f"*.{language}.json"):
            for code, words in json.loads(path.read_text(encoding="utf-8")).items():
                if isinstance(words, dict) and words.get("what") and words.get("next"):
                    said[language].add(code)
    return frozenset(said["id"] & said["en"])


def kinds() -> list[Kind]:
    """Every kind of file that passes between desks."""
    found = [Kind(name, (GOLDEN / f"{name}.merit").read_bytes(), reader(name, desk)) for name, desk in READERS.items()]
    enrol = (GOLDEN / "schema-2-enrol.merit").read_bytes()
    return [*found, Kind("enrol", enrol, lambda data: repr(read_enrolment(data))), a_trust_list()]


def reader(name: str, desk: str) -> Callable[[bytes], str]:
    """The receiving check of one desk."""
    keys = {one: keys_from_bytes((GOLDEN / f"{one}.keys.json").read_bytes()) for one in ("agency", "region", desk)}
    cards = [keys["agency"].card, keys["region"].card]
    trusted = [card for card in cards if card.agency_code != "7101" or not name.endswith("relay")]

    def read(data: bytes) -> str:
        staged = StagedPackage("berkas.merit", data, "")
        opened = open_package(staged, keys[desk], trusted, lambda header, digest: LedgerDecision(LedgerVerdict.NEXT))
        return repr((opened.header, opened.snapshot, opened.returned, opened.faults, opened.signer))

    return read


def a_trust_list() -> Kind:
    """A list of keys as the region signs it."""
    holders, desk, day = [new_signing_key() for _ in range(3)], new_signing_key(), date(2026, 1, 12)
    cards = [
        new_device_keys("REG07", "Wilayah", "PC01", True).card,
        new_device_keys("7101", "Kota", "PC02", False).card,
    ]
    root = trust_list.first_root("REG07", False, [one.public for one in holders], desk.public, holders[:2], day)
    devices = (device_of(cards[0], DeviceRole.REGION, 1), device_of(cards[1], DeviceRole.PRIMARY, 1))
    data = trust_list.sign_list([root], TrustList("REG07", "Wilayah", ListPlace(1, 1, 1), devices, day), desk)
    return Kind("trust list", data, lambda given: repr(trust_list.verify_list(given).content))


def fate(kind: Kind, data: bytes) -> str:
    """What becomes of a changed file: its code, ``ACCEPTED``, or what broke."""
    try:
        kind.open(data)
    except FileRefusal as refusal:
        return refusal.code if refusal.code in codes() else f"WORDLESS {refusal.code}"
    except BaseException as error:  # noqa: BLE001 - a traceback is what is looked for
        return f"TRACEBACK {type(error).__name__}"
    return "ACCEPTED"


def flips(kind: Kind, count: int, seed: int, left: Budget, *, is_clever: bool) -> Counter[str]:
    """Random single bits of one file, each turned alone; the clever one makes the archive's own checksums fit again."""
    chance, told = random.Random(seed), Counter[str]()
    members = read_zip(kind.data, ZipLimits(100, 1 << 26, 1), deflate=False) if is_clever else []
    sizes = [len(content) for _, content in members]
    for tried in range(count):
        if tried and tried % 50 == 0 and left.is_spent:
            break
        if not is_clever:
            told[fate(kind, turned(kind.data, chance))] += 1
            continue
        number = chance.choices(range(len(members)), [size + 64 for size in sizes])[0]
        changed = [
            (name, turned(content, chance) if place == number and content else content)
            for place, (name, content) in enumerate(members)
        ]
        told[fate(kind, write_zip(changed, deflate=False))] += 1
    return told


def turned(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one bit turned."""
    place = chance.randrange(len(data) * 8)
    changed = bytearray(data)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def cuts(kind: Kind) -> Counter[str]:
    """The file cut at every 64th byte, and just before its end."""
    lengths = [*range(0, len(kind.data), CUT_STEP), len(kind.data) - 1]
    return Counter(fate(kind, kind.data[:length]) for length in lengths)


def mangled(kind: Kind, all_kinds: Sequence[Kind]) -> Iterator[tuple[str, bytes]]:
    """What mail programs, unpackers and sticks make of a file."""
    data = kind.data
    for name, tail in (
        ("blank", b" "),
        ("zeros", bytes(4096)),
        ("line", b"\r\n"),
        ("junk", random.Random(1).randbytes(999)),
    ):
        yield f"extended by {name}", data + tail
        yield f"with {name} before", tail + data
    for other in all_kinds:
        yield f"joined to {other.name}", data + other.data
    yield "CRLF", data.replace(b"\n", b"\r\n")
    yield "LF", data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    yield "base64", base64.encodebytes(data)
    yield (
        "mail",
        b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(data),
    )
    yield "UTF-8 of latin", data.decode("latin-1").encode("utf-8")
    yield "without high bits", bytes(byte & 127 for byte in data)
    yield "gzip", gzip.compress(data)
    yield "bzip2", bz2.compress(data)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as archive:
            archive.writestr("berkas.merit", data)
        yield f"zipped again {method}", packed.getvalue()
        again = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(again, "w", method) as archive:
            for entry in old.infolist():
                archive.writestr(entry.filename, old.read(entry.filename))
        yield f"unpacked and packed {method}", again.getvalue()
    rolled = io.BytesIO()
    with tarfile.open(fileobj=rolled, mode="w") as archive:
        entry = tarfile.TarInfo("berkas.merit")
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    yield "tar", rolled.getvalue()
    yield "last byte twice", data + data[-1:]
    yield "sector of zeros", data[:512] + bytes(512) + data[1024:]
    yield "second half lost", data[: len(data) // 2] + bytes(len(data) - len(data) // 2)


def other_files() -> Iterator[tuple[str, bytes]]:
    """Thirty-odd kinds of file that people take for a package."""
    from PIL import Image

    for form in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM", "ICO"):
        stream = io.BytesIO()
        Image.new("RGB", (64, 64), "white").save(stream, form)
        yield form, stream.getvalue()
    for name, members in {
        "xlsx": {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"},
        "docx": {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"},
        "ods": {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"},
        "apk": {"AndroidManifest.xml": b"\3\0\10\0", "classes.dex": b"dex\n035"},
        "jar": {"META-INF/MANIFEST.MF": b"Manifest-Version: 1.0"},
        "epub": {"mimetype": b"application/epub+zip"},
        "empty zip": {},
        "zip with the names of a package": {"BACA-SAYA.txt": b"x", "payload.age": b"x", "payload.age.minisig": b"x"},
    }.items():
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        yield name, stream.getvalue()
    yield "pdf", b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
    yield "html login page", b"<!DOCTYPE html><html><title>Login Wi-Fi</title><form></form></html>"
    yield "csv", b"NIP;NAMA\n198501012010011001;Siti\n"
    yield "tsv", b"NIP\tNAMA\n"
    yield "json", b'{"format": "meritdesk-key/1"}'
    yield "xml", b"<?xml version='1.0'?><a/>"
    yield "rtf", rb"{\rtf1\ansi halo}"
    yield "sqlite", b"SQLite format 3\0" + bytes(4080)
    yield "old office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2040)
    yield "windows program", b"MZ" + bytes(510)
    yield "linux program", b"\x7fELF" + bytes(508)
    yield "shortcut", b"L\0\0\0\1\x14\2\0" + bytes(100)
    yield "rar", b"Rar!\x1a\7\1\0" + bytes(100)
    yield "7z", b"7z\xbc\xaf\x27\x1c" + bytes(100)
    yield "mp4", b"\0\0\0\x18ftypmp42" + bytes(100)
    yield "mp3", b"ID3\4" + bytes(100)
    yield "age alone", b"age-encryption.org/v1\n-> X25519 abc\n"
    yield "minisign alone", b"untrusted comment: x\nRUQ=\ntrusted comment: y\nAAAA\n"
    yield "pgp", b"-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----\n"
    yield "utf-16 text", "catatan".encode("utf-16")
    yield "nothing", b""
    yield "zeros", bytes(65_536)
    yield "noise", random.Random(3).randbytes(65_536)


def line(what: str, fault: str, rows: str, told: Counter[str], wanted: int, began: float) -> Result:
    """A line of the table: accepted is lost, anything but a refusal in words is broken."""
    odd = {said: count for said, count in told.items() if said.startswith(("TRACEBACK", "WORDLESS"))}
    fates = ", ".join(f"{said} {count:,}" for said, count in told.most_common(6))
    return Result(
        what=what,
        fault=fault,
        rows=rows,
        tried=told.total(),
        wanted=wanted,
        lost=told["ACCEPTED"],
        broken=sum(odd.values()),
        seconds=time.monotonic() - began,
        command=COMMAND,
        control=control(),
        note=fates,
    )


@cache
def control() -> str:
    """The files unchanged: all of them must be taken, or refusing the changed ones would prove nothing."""
    taken = [fate(kind, kind.data) for kind in kinds()]
    assert taken == ["ACCEPTED"] * len(taken), taken
    return f"{len(taken)} unchanged files of every kind all accepted"


def main() -> int:
    """All parts of this module; a number on the command line shortens the flips."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FLIPS
    all_kinds = _KINDS
    results = []
    share = -(-count // len(all_kinds) // SEEDS)
    orders = [(number, share, seed) for seed in range(SEEDS) for number in range(len(all_kinds))]
    left = budget.of_part()
    for is_clever in (False, True):
        began, ours = time.monotonic(), left.share(3 - is_clever)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            told: Counter[str] = sum(
                pool.imap_unordered(_flips_of, [(*order, ours, is_clever) for order in orders]), Counter()
            )
        fault = "one bit turned, checksums of the archive made to fit" if is_clever else "one bit turned"
        results.append(line("packages of every kind", fault, "F33", told, count, began))
    began = time.monotonic()
    told = sum((cuts(kind) for kind in all_kinds), Counter())
    wanted = sum(len(kind.data) // CUT_STEP for kind in all_kinds)
    results.append(line("packages of every kind", "cut at every 64th byte", "F34", told, wanted, began))
    began = time.monotonic()
    told = Counter(fate(kind, data) for kind in all_kinds for _, data in mangled(kind, all_kinds) if data != kind.data)
    results.append(
        line("packages of every kind", "extended, joined, wrapped, mangled by mail", "F34 F36", told, 200, began)
    )
    began = time.monotonic()
    told = Counter(fate(kind, data) for kind in all_kinds for _, data in other_files())
    results.append(line("other kinds of file", "given as a package", "F35", told, 270, began))
    return keep("hostile-packages", results, shortened=count < FLIPS)


def _flips_of(order: tuple[int, int, int, Budget, bool]) -> Counter[str]:
    number, count, seed, left, is_clever = order
    return flips(_KINDS[number], count, seed, left, is_clever=is_clever)


_KINDS = kinds() if __name__ == "__main__" else []

if __name__ == "__main__":
    sys.exit(main())
