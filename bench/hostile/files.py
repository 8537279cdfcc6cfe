# ruff: noqa: E501 - one case a line, so that the list can be read as a table
"""Hostile archives, JSON, PDF, pictures and names at the doors that take them (F49 to F52, F35, F74, F28)."""

from __future__ import annotations

import io
import json
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.faults.table import keep
from bench.hostile._lab import Case, is_part, results
from bench.hostile.packages import GOLDEN
from meritdesk import pictures
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import LedgerDecision, LedgerVerdict
from meritdesk.exchange.enrolment import read_enrolment, read_enrolment_file
from meritdesk.exchange.inbox import open_package
from meritdesk.exchange.keys import keys_from_bytes, read_card
from meritdesk.exchange.package import write_bag
from meritdesk.exchange.plain_json import JsonFault, read_json
from meritdesk.exchange.seal import open_envelope, seal, sha256_of, stated_header
from meritdesk.exchange.strict_zip import write_zip
from meritdesk.pictures import Box, Unshown, Why
from meritdesk.printing.emblem import read_emblem
from meritdesk.printing.press import Press
from meritdesk.rulebook import Rulebook
from meritdesk.scanning.scanner import Scanner
from meritdesk.signing import Signatures
from meritdesk.store.backup import manifest_of, unpack

PART = True
COMMAND = "python -m bench.hostile.files"
WANTED = {
    "signed archive": 25,
    "archive": 20,
    "backup": 10,
    "JSON": 300,
    "picture": 20,
    "photo": 20,
    "PDF": 60,
    "key file": 10,
    "name": 20,
}
NEXT = LedgerDecision(LedgerVerdict.NEXT)
_PAGE = {Why.DAMAGED: "DOC-621", Why.TOO_LARGE: "DOC-623", Why.GAVE_UP: "DOC-624"}
_PHOTO = {Why.DAMAGED: "EXE-237", Why.TOO_LARGE: "EXE-238", Why.GAVE_UP: "EXE-239"}


# --- the doors -------------------------------------------------------------------------------------------------------


def package_door(path: Path) -> object:
    """A package at the region."""
    region, agency = (keys_from_bytes((GOLDEN / f"{one}.keys.json").read_bytes()) for one in ("region", "agency"))
    return open_package(path, region, [agency.card, region.card], lambda header, digest: NEXT)


def backup_door(path: Path) -> object:
    """A backup that is looked at and unpacked into a private folder, which goes again."""
    import tempfile

    manifest_of(path)
    with tempfile.TemporaryDirectory() as folder:
        return unpack(path, Path(folder) / "in")


def strict_json(path: Path) -> object:
    """JSON as packages and key cards use it."""
    try:
        return read_json(path.read_bytes())
    except JsonFault as fault:
        raise FileRefusal("KEY-501") from fault


def pack_door(path: Path) -> object:
    """A rule pack from a file."""
    try:
        return Rulebook().read_local(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise FileRefusal("PKG-769", name=path.name) from fault


def enrolment_door(path: Path) -> object:
    """A form of enrolment by stick."""
    return read_enrolment(read_enrolment_file(path))


def scan_door(path: Path) -> object:
    """A file from the scanner, at most three pages."""
    scanner = Scanner()
    (file,) = scanner.look([path], lambda done, total: None)
    if file.fault:
        raise FileRefusal(file.fault, name=path.name)
    for sight in scanner.read([replace(file, pages=min(file.pages, 3))], ()):
        if sight.fault:
            raise FileRefusal(sight.fault, name=path.name)
    return file


def paper_door(path: Path) -> object:
    """A PDF that comes back: its marks, and what was added to it."""
    marks = Press().read_marks(path)
    return marks, Signatures().examine(path, None, (), datetime(2026, 1, 12, tzinfo=UTC))


def shown_door(path: Path) -> object:
    """A page that was kept and is looked at in the window."""
    try:
        return pictures.page(path.read_bytes(), 150 / 72)
    except Unshown as unshown:
        raise FileRefusal(_PAGE[unshown.why], file=path.name) from unshown


def evidence_door(path: Path) -> object:
    """A photo that is attached as evidence, drawn small beside what it proves, and made smaller on request."""
    try:
        pictures.small(path.read_bytes(), Box(168, 120))
        return pictures.smaller_file(path, Box(1600, 1600))
    except Unshown as unshown:
        raise FileRefusal(_PHOTO[unshown.why], file=path.name) from unshown


def emblem_door(path: Path) -> object:
    """The drawing of an emblem that an office puts in the place of ours."""
    return read_emblem(path)


# --- archives --------------------------------------------------------------------------------------------------------


def sealed_with(make: Callable[[str], bytes]) -> bytes:
    """A package that a trusted agency signed and encrypted as it should, around a hostile bag."""
    region, agency = (keys_from_bytes((GOLDEN / f"{one}.keys.json").read_bytes()) for one in ("region", "agency"))
    header = stated_header(open_envelope((GOLDEN / "schema-2-export.merit").read_bytes(), ""))
    empty = write_bag(header, {})
    folder = empty[30 : 30 + struct.unpack("<H", empty[26:28])[0]].decode().partition("/")[0]
    bag = make(folder)
    return seal(replace(header, inner=sha256_of(bag)), bag, agency, [region.card]).data


def entry(name: bytes, data: bytes, claimed: int | None = None, packed: int | None = None) -> bytes:
    """A local header of the narrow kind, which may lie about its sizes, and its deflated bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(data) + packer.flush()
    sizes = (zlib.crc32(data), len(body) if packed is None else packed, len(data) if claimed is None else claimed)
    return struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0x21, *sizes, len(name), 0) + name + body


def signed_archives() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Bags behind a good signature: what a broken or bought agency could send."""

    def bag(*members: tuple[str, bytes]) -> Callable[[str], bytes]:
        return lambda folder: write_zip([(f"{folder}/{name}", data) for name, data in members], deflate=True)

    # What is large is only made with its file: the cases wait in one list, and each child starts from what that holds.
    makers: dict[str, Callable[[str], bytes]] = {
        "280 MB of zeros": lambda folder: bag(("data/pegawai.csv", bytes(280 << 20)))(folder),
        "one more MB than the ratio allows": bag(("data/pegawai.csv", bytes(2 << 20))),
        "100 members of just under 1 MiB of zeros": lambda folder: bag(
            *((f"data/{n}.csv", bytes((1 << 20) - 1)) for n in range(100))
        )(folder),
        "a member that says 4 GB": lambda folder: entry(
            f"{folder}/bagit.txt".encode(), b"x" * 99, claimed=(1 << 32) - 1
        ),
        "a member that says one byte": lambda folder: entry(f"{folder}/bagit.txt".encode(), bytes(50 << 20), claimed=1),
        "a member that says zero packed bytes": lambda folder: entry(f"{folder}/bagit.txt".encode(), b"x", packed=0),
        "129 members": bag(*((f"data/{n}", b"") for n in range(129))),
        "1,000,000 members": lambda folder: entry(f"{folder}/x".encode(), b"") * 1_000_000,
        "nothing": bag(),
        "a zip in a zip": bag(("data/pegawai.csv", write_zip([("a", bytes(1 << 20))], deflate=True))),
        "one stream of 20 members that overlap": overlap,
        "no zip at all": lambda folder: b"NIP;NAMA\n",
        "a gzip bomb": lambda folder: __import__("gzip").compress(bytes(100 << 20)),
        "a rest behind the end": lambda folder: bag(("bagit.txt", b"x"))(folder) + b"PK\5\6" + bytes(18),
    }
    for name in (
        "../keluar.csv", "/etc/keluar.csv", "C:/keluar.csv", "..\\keluar.csv", "\\\\server\\x.csv", "\\\\?\\C:\\x.csv",
        "CON", "nul.csv", "data/pegawai.csv:aliran", "data/./pegawai.csv", "data//pegawai.csv", "data/PEGAWAI.CSV",
        "data/pegawai.csv ", "data/pegawai.csv.", "a" * 60_000, "", "\x00", "data/pegawai.csv\n",
    ):  # fmt: skip
        makers[f"a member named {name[:30]!r}"] = bag((name, b"x"))
    makers["the same member twice"] = bag(("bagit.txt", b"x"), ("bagit.txt", b"y"))
    for name, make in makers.items():
        yield name, lambda make=make: sealed_with(make)  # type: ignore[misc]


def overlap(folder: str) -> bytes:
    """Headers laid into one another, as overlapping bombs do."""
    inner = entry(f"{folder}/z".encode(), bytes(1 << 20))
    for number in range(20):
        name = f"{folder}/{number}".encode()
        inner = entry(name, b"x", packed=len(inner))[: 30 + len(name)] + inner
    return inner


def archives() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Archives that nobody signed, given as packages and as backups."""

    def made(members: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> Callable[[], bytes]:
        def make() -> bytes:
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w", method) as archive:
                for name, data in members:
                    archive.writestr(name, data)
            return stream.getvalue()

        return make

    names = ["BACA-SAYA.txt", "payload.age", "payload.age.minisig"]
    backup = ["manifest.json", "keyring.json", "meritdesk.db"]
    manifest = {
        "format": "meritdesk-backup/1",
        "made_at": "2026-01-01",
        "sizes": dict.fromkeys(backup, 1 << 35),
        "sha256": {},
    }
    told = json.dumps(manifest).encode()
    for kind, three in (("package", names), ("backup", backup)):
        yield (
            f"{kind} of 1 GB of zeros",
            lambda three=three: made([(three[0], told), (three[1], b"{}"), (three[2], bytes(1 << 30))])(),  # type: ignore[misc]
        )
        yield (
            f"{kind} of 1,000,000 members",
            lambda: made([(f"{n}", b"") for n in range(300_000)], zipfile.ZIP_STORED)(),
        )
        yield f"{kind} with every name twice", made([(name, b"x") for name in three * 2], zipfile.ZIP_STORED)
        yield f"{kind} of empty members", made([(name, b"") for name in three], zipfile.ZIP_STORED)
        yield f"{kind} that leads out", made([("../../x", b"x"), *((name, told) for name in three)], zipfile.ZIP_STORED)
        yield f"{kind} with bzip2", made([(name, told) for name in three], zipfile.ZIP_BZIP2)
        yield f"{kind} with lzma", made([(name, told) for name in three], zipfile.ZIP_LZMA)
    yield "damaged deflate", damaged_deflate
    yield "encrypted members", lambda: flagged(made([(name, told) for name in backup], zipfile.ZIP_STORED)())
    yield "two directories", lambda: made([("a", b"x")])() + made([(name, told) for name in backup])()
    yield "an end without a directory", lambda: b"PK\5\6" + bytes(18)
    yield "an end that points far away", lambda: struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 9, 9, 1 << 31, 1 << 31, 0)
    yield (
        "zip64 of 2^63 bytes",
        lambda: b"PK\6\6" + struct.pack("<Q", 44) + b"\xff" * 44 + b"PK\6\7" + bytes(16) + b"PK\5\6" + b"\xff" * 18,
    )
    yield "10,000 comments", lambda: made([("a", b"")])()[:-2] + struct.pack("<H", 60_000) + b"PK\5\6" * 15_000


def damaged_deflate() -> bytes:
    """A backup whose members are packed, and packed wrongly."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("manifest.json", "keyring.json", "meritdesk.db"):
            archive.writestr(name, b"x" * 500)
    return stream.getvalue().replace(b"\x4b\xab", b"\xff\xff")


def flagged(data: bytes) -> bytes:
    """The same archive saying that its members are encrypted."""
    changed = bytearray(data)
    place = -1
    while (place := data.find(b"PK\1\2", place + 1)) >= 0:
        changed[place + 8] |= 1
    return bytes(changed)


# --- JSON ------------------------------------------------------------------------------------------------------------


def texts() -> Iterator[tuple[str, bytes]]:
    """Texts that are no JSON, or JSON of a kind that no careful program writes (after JSONTestSuite's ``n_`` list)."""
    plain = (
        '[1 true]|[a\x00b]|["": 1]|[""],|[,1]|[1,,2]|["x",,]|["x"]]|["",]|["x"|[x|[3[4]]|[1:2]|[,]|[-]|[ , ""]|'
        '["a",\n4\n,1,|[1,]|[1,\n1\n,1|[*]|[""|[1,|[1,,]|[{}|[fals]|[nul]|[tru]|123\x00|[++1234]|[+1]|[+Inf]|[-01]|[-1.0.]|'
        "[-2.]|[-NaN]|[.-1]|[.2e-3]|[0.1.2]|[0.3e+]|[0.3e]|[0.e1]|[0E+]|[0E]|[0e+]|[0e]|[1.0e+]|[1.0e-]|[1.0e]|[1 000.0]|[1eE2]|"
        "[2.e+3]|[2.e-3]|[2.e3]|[9.e+]|[1+2]|[0x1]|[0x42]|[Infinity]|[0e+-1]|[-123.123foo]|[-Infinity]|[-foo]|[- 1]|[-012]|"
        '[-.123]|[-1x]|[1ea]|[1.]|[.123]|[1.2a-3]|[1.8011670033376514H-308]|[012]|[NaN]|["x", truth]|{[: "x"}|{"x", null}|'
        '{"x"::"b"}|{🇨🇭}|{"a":"a" 123}|{key: \'value\'}|{"a" b}|{:"b"}|{"a" "b"}|{"a":|{"a"|{1:1}|'
        '{9999E9999:1}|{null:null,null:null}|{"id":0,,,,,}|{\'a\':0}|{"id":0,}|{"a":"b"}/**/|{"a":"b"}/**//|'
        '{"a":"b"}//|{"a":"b"}/|{"a":"b",,"c":"d"}|{a: "b"}|{"a":"a|{ "foo" : "bar", "a" }|'
        '{"a":"b"}#| |["\\uD800\\"]|["\\uD800\\u"]|["\\uD800\\u1"]|["\\uD800\\u1x"]|[é]|["\\\x00"]|["\\x00"]|'
        '["\\\\\\"]|["\\\t"]|["\\🌀"]|["\\"]|["\\u00A"]|["\\uD834\\uDd"]|["\\uD800\\uD800\\x"]|["\\a"]|["\\uqqqq"]|'
        '[\\n]|"|[\'single quote\']|abc|["\\|["a\x00a"]|["new\nline"]|["\t"]|"\\UA66D"|""x|<.>|[<null>]|aå|[True]|1]|'
        '{"x": true,|[][]|]|\ufeff{}|å|[⁠]|2@|{}}|{"":|{"a":/*comment*/"b"}|{"a": true} "x"|[\'|["a|[|{|{"a|'
        '{]|{,|{[|{\'|*|{"a":"b"}#{}|[\\u000A""]|[1|[ false, nul|[ true, fals|[ false, tru|{"asd":"asd"|[\x0c]|[\u2060]'
    )
    for number, text in enumerate(plain.split("|")):
        yield f"n_{number:03d}", text.encode("utf-8", "surrogatepass")
    yield "two texts", b"{}{}"
    yield "a name twice", b'{"a":1,"a":2}'
    yield "a name twice in another spelling", b'{"a":1,"\\u0061":2}'
    for depth in (100, 10_000, 100_000, 1_000_000):
        yield f"arrays {depth} deep", b"[" * depth
        yield f"closed arrays {depth} deep", b"[" * depth + b"]" * depth
        yield f"objects {depth} deep", b'{"":' * depth
    yield "a number of 100,000 digits", b"[" + b"1" * 100_000 + b"]"
    yield "an exponent without end", b"[1e" + b"9" * 1_000 + b"]"
    yield "a fraction", b"[1.5]"
    yield "a lone half of a letter", b'["\\ud800"]'
    yield "a lone half as a name", b'{"\\udc00":1}'
    yield "UTF-16", "[]".encode("utf-16")
    yield "UTF-16 without mark", "[]".encode("utf-16-le")
    yield "UTF-32", "[]".encode("utf-32")
    yield "overlong UTF-8", b'["\xc0\x80"]'
    yield "a surrogate in UTF-8", b'["\xed\xa0\x80"]'
    yield "a cut letter", b'["\xe2\x82"]'
    yield "NUL behind the end", b"{}\0"
    yield "nothing", b""
    yield "2 MB of text", b'"' + b"x" * (2 << 20) + b'"'
    yield "200,000 names", ("{" + ",".join(f'"k{n}":1' for n in range(200_000)) + "}").encode()


# --- pictures and PDF --------------------------------------------------------------------------------------------------


def png(width: int, height: int, rows: int = 0, colour: int = 0, extra: bytes = b"") -> bytes:
    """A PNG that says this size and brings so many rows of white."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    line = -(-width // 8) if colour == 0 else width * 4
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(line + 1)) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1 if colour == 0 else 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def hostile_pictures() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Pictures as they may come from a scanner, or from somebody who means ill."""
    from PIL import Image

    def image(form: str, size: tuple[int, int] = (800, 1100)) -> bytes:
        stream = io.BytesIO()
        Image.new("L", size, 255).save(stream, form)
        return stream.getvalue()

    def jpeg(width: int, height: int) -> bytes:
        data = bytearray(image("JPEG"))
        place = data.find(b"\xff\xc0")
        data[place + 5 : place + 9] = struct.pack(">HH", height, width)
        return bytes(data)

    def text_bomb() -> bytes:
        packed = zlib.compress(b"x" * (60 << 20), 9)
        body = b"k\0\0" + packed
        piece = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
        return png(8, 8, 8, extra=piece)

    def tiff(frames: int) -> bytes:
        stream = io.BytesIO()
        pages = [Image.new("1", (8, 8), 1) for _ in range(frames)]
        pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
        return stream.getvalue()

    def endless_tiff() -> bytes:
        return b"II*\0\x08\0\0\0" + struct.pack("<H", 1) + struct.pack("<HHII", 256, 4, 1, 8) + struct.pack("<I", 8)

    yield "honest.png", "honest", lambda: image("PNG")
    yield "a.png", "30,000 x 30,000 with every row", lambda: png(30_000, 30_000, 30_000)
    yield "a.png", "30,000 x 30,000 in colour, one row", lambda: png(30_000, 30_000, 1, colour=6)
    yield "a.png", "8,900 x 8,900 of one bit", lambda: png(8_900, 8_900, 8_900)
    yield "a.png", "8,900 x 8,900 in colour", lambda: png(8_900, 8_900, 8_900, colour=6)
    yield "a.png", "2,147,483,647 x 1", lambda: png((1 << 31) - 1, 1)
    yield "a.png", "1 x 70,000,000", lambda: png(1, 70_000_000, 1)
    yield "a.png", "size zero", lambda: png(0, 0)
    yield "a.png", "60 MB of packed text", text_bomb
    yield "a.png", "cut in the middle", lambda: image("PNG")[:900]
    yield "a.jpg", "65,500 x 65,500 said", lambda: jpeg(65_500, 65_500)
    yield "a.jpg", "cut in the middle", lambda: image("JPEG")[:900]
    yield "a.tif", "2,000 pages", lambda: tiff(2_000)
    yield "a.tif", "a page that follows itself", endless_tiff
    yield "a.tif", "65,535 entries", lambda: b"II*\0\x08\0\0\0\xff\xff" + bytes(800_000)
    yield "a.png", "a GIF under another name", lambda: image("GIF")
    yield "a.png", "PostScript", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n"
    yield "a.png", "noise behind a good head", lambda: image("PNG")[:33] + bytes(range(256)) * 400
    yield "a.jpg", "an SVG", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    yield "a.png", "empty", lambda: b""
    yield "a.bmp", "a BMP", lambda: image("BMP")


def pdf(*objects: bytes, root: bytes = b"<</Type/Catalog/Pages 2 0 R>>") -> bytes:
    """A small PDF of these objects behind its catalogue, numbered from 2."""
    found, places = b"%PDF-1.7\n", []
    for number, body in enumerate((root, *objects), start=1):
        places.append(len(found))
        found += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table
    return found + tail + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(found))


def papers() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """PDF files that were made to hurt whoever reads them."""
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"

    def stream(data: bytes, more: bytes = b"") -> bytes:
        return b"<</Length %d%s>>stream\n" % (len(data), more) + data + b"\nendstream"

    def with_picture(width: int, height: int) -> bytes:
        packed = zlib.compress(bytes(1 << 20), 9)
        head = (
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
        )
        own = page.replace(b"<<>>", b"<</XObject<</I 5 0 R>>>>")
        return pdf(pages, own, stream(b"q 500 0 0 700 40 40 cm /I Do Q"), stream(packed, head % (width, height)))

    def with_stream_of(head: bytes) -> bytes:
        packed = zlib.compressobj(9)
        body = b"".join(packed.compress(bytes(1 << 20)) for _ in range(1 << 10)) + packed.flush()
        held = stream(body, head + b"/Filter/FlateDecode")
        return pdf(pages, page, stream(b""), held, root=b"<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>")

    def with_cross_references(size: int) -> bytes:
        packed = zlib.compressobj(9)
        body = b"".join(packed.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packed.flush()
        head = b"/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Filter/FlateDecode"
        start = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        return start + b"9 0 obj\n" + stream(body, head) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(start)

    bomb = zlib.compress(zlib.compress(bytes(300 << 20), 9), 9)
    yield "honest", lambda: pdf(pages, page, stream(b"BT ET"))
    yield "an object stream of 1 GB", lambda: with_stream_of(b"/Type/ObjStm/N 1/First 4")
    yield "a cross-reference stream of 1 GB", lambda: with_cross_references(1 << 30)
    yield (
        "a content of 300 MB packed twice",
        lambda: pdf(pages, page, stream(bomb, b"/Filter[/FlateDecode/FlateDecode]")),
    )
    yield (
        "a content of 100 MB of drawing",
        lambda: pdf(pages, page, stream(zlib.compress(b"0 0 9 9 re f\n" * (8 << 20), 9), b"/Filter/FlateDecode")),
    )
    yield "a picture of 30,000 x 30,000", lambda: with_picture(30_000, 30_000)
    yield "a page of 14,400 metres", lambda: pdf(pages, page.replace(b"595 842", b"40000000 40000000"), stream(b""))
    yield "a page of nothing", lambda: pdf(pages, page.replace(b"595 842", b"0 0"), stream(b""))
    yield "a page that is its own parent", lambda: pdf(b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield "2,000,000 pages said", lambda: pdf(b"<</Type/Pages/Kids[3 0 R]/Count 2000000>>", page, stream(b""))
    yield "arrays 100,000 deep", lambda: pdf(pages, b"[" * 100_000 + b"]" * 100_000)
    yield (
        "a form that draws itself",
        lambda: pdf(
            pages,
            page.replace(b"<<>>", b"<</XObject<</F 5 0 R>>>>"),
            stream(b"/F Do"),
            stream(b"/F Do " * 50, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"),
        ),
    )
    yield (
        "cross references in a circle",
        lambda: b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF",
    )
    yield (
        "a script that runs when opened",
        lambda: pdf(
            pages,
            page,
            stream(b""),
            root=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL('http://127.0.0.1:9'))>>>>",
        ),
    )
    yield (
        "a program that starts when opened",
        lambda: pdf(pages, page, stream(b""), root=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>>>"),
    )
    yield (
        "a form of XFA with an outside entity",
        lambda: pdf(
            pages,
            page,
            stream(b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"),
            root=b"<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 4 0 R/Fields[]>>>>",
        ),
    )
    yield (
        "locked with a password",
        lambda: pdf(pages, page, stream(b"")).replace(
            b"/Size",
            b"/Encrypt<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>/ID[(x)(x)]/Size",
        ),
    )
    yield (
        "an attached program",
        lambda: pdf(
            pages,
            page,
            stream(b"MZ", b"/Type/EmbeddedFile"),
            root=b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>>>",
        ),
    )
    yield "cut in the middle", lambda: pdf(pages, page, stream(b"BT ET"))[:200]
    yield "only its head", lambda: b"%PDF-1.7\n"
    yield "noise behind its head", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 2_000
    yield "a number of 10,000 digits", lambda: pdf(pages, page.replace(b"842", b"8" * 10_000), stream(b""))
    yield (
        "a font of noise",
        lambda: pdf(
            pages,
            page.replace(b"<<>>", b"<</Font<</F 5 0 R>>>>"),
            stream(b"BT /F 9 Tf (x) Tj ET"),
            b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R>>",
            b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 7 0 R>>",
            stream(bytes(range(256)) * 99),
        ),
    )


KEY_PASSPHRASE = "kata sandi kunci"


def key_door(path: Path) -> object:
    """The file of a signer."""
    return Signatures().open_key(path, KEY_PASSPHRASE)


def keys() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Files of signers that want to be computed for ever, or are none."""
    from asn1crypto import pkcs12 as asn1
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

    def key(rounds: int = 2_048) -> bytes:
        own = ec.generate_private_key(ec.SECP256R1())
        lock = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(rounds).build(KEY_PASSPHRASE.encode())
        return pkcs12.serialize_key_and_certificates(b"kunci", own, None, None, lock)

    def sealed(rounds: int) -> bytes:
        found = asn1.Pfx.load(key())
        found["mac_data"]["iterations"] = rounds
        return bytes(found.dump(force=True))

    def bagged(rounds: int) -> bytes:
        data = key(65_537)
        return data.replace(b"\x02\x03\x01\x00\x01", b"\x02\x03" + rounds.to_bytes(3, "big"))

    yield "honest, but without a certificate", key
    yield "a seal of 2,147,483,647 rounds", lambda: sealed((1 << 31) - 1)
    yield "a seal of 10,000,001 rounds", lambda: sealed(10_000_001)
    yield "a negative number of rounds", lambda: sealed(-5)
    yield "a bag of 8,388,607 rounds behind a wrong seal", lambda: bagged((1 << 23) - 1)
    yield "cut in the middle", lambda: key()[:300]
    yield "more behind its end", lambda: key() + b"\0" * 1_000
    yield "a head and noise", lambda: key()[:20] + bytes(range(256)) * 3_000
    yield "a head and a million open lengths", lambda: key()[:8] + b"\x30\x80" * 500_000
    yield "a head and 900,000 bytes of zero", lambda: key()[:8] + bytes(900_000)


# --- names -------------------------------------------------------------------------------------------------------------

NAMES = (
    "CON.merit", "nul", "a:b.merit", "titik..merit.", "spasi .merit ", "{nama}.merit", "%s%n%x.merit", "$(touch keluar).merit",
    "`touch keluar`.merit", ";rm -rf x.merit", "-rf.merit", "--help.merit", "<b>tebal<_b>.merit", "'; DROP TABLE x.merit",
    "\u202egnp.merit", "\u200b\ufeff.merit", "baris\nbaru.merit", "tab\t.merit", "\x1b[31mmerah.merit", "e\u0301.merit",
    "\ud800.merit", "n" * 250 + ".mer", "\U0001f4a9.merit", "\\..\\keluar.merit",
)  # fmt: skip


def named(name: str) -> Callable[[Path], Path]:
    """Something that is no package under a name that breaks programs."""

    def make(folder: Path) -> Path:
        path = Path(str(folder) + "/" + name.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape"))
        path.write_bytes(b"NIP;NAMA\n")
        return path

    return make


def said_door(path: Path) -> object:
    """A refusal about a file of this name, put into words and into JSON in both languages."""
    from meritdesk.messages import Messages

    try:
        return package_door(path)
    except FileRefusal as refusal:
        for language in ("id", "en"):
            said = Messages(language).refusal(refusal.code, refusal.facts)
            json.dumps([str(part) for part in (said if isinstance(said, tuple) else (said,))]).encode()
        raise


def cases() -> Iterator[Case]:
    """Every hostile file at its doors."""

    def made(make: Callable[[], bytes], name: str) -> Callable[[Path], Path]:
        def write(folder: Path) -> Path:
            path = folder / name
            path.write_bytes(make())
            return path

        return write

    for name, make in signed_archives():
        yield Case("signed archive", "F49 F50 F51", name, made(make, "a.merit"), package_door, may_be_read=False)
    for name, make in archives():
        file = made(make, "a.zip")
        yield Case("archive", "F49 F51", f"{name} (package)", file, package_door, may_be_read=False)
        yield Case("backup", "F49 F51", f"{name} (backup)", file, backup_door, may_be_read=False)
    for name, data in texts():
        file = made(lambda data=data: data, "a.json")  # type: ignore[misc]
        yield Case("JSON", "F52", f"{name} (strict)", file, strict_json, may_be_read=False)
        yield Case("JSON", "F52", f"{name} (rule pack)", file, pack_door, may_be_read=False)
        yield Case("JSON", "F52", f"{name} (key card)", file, read_card, may_be_read=False)
    for file_name, name, make in hostile_pictures():
        file = made(make, file_name)
        yield Case("picture", "F54 F74", name, file, scan_door)
        yield Case("photo", "F54 F74", name, file, evidence_door)
    for name, make in papers():
        file = made(make, "a.pdf")
        yield Case("PDF", "F74", f"{name} (paper)", file, paper_door)
        yield Case("PDF", "F74", f"{name} (scan)", file, scan_door)
        yield Case("PDF", "F74", f"{name} (page shown)", file, shown_door)
    for name, make in keys():
        yield Case("key file", "F74", name, made(make, "a.p12"), key_door, may_be_read=False)
    svg = (
        b'<!DOCTYPE x [<!ENTITY a "'
        + b"h" * 100_000
        + b'">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>'
        + b"&a;" * 20_000
        + b"</title></svg>"
    )
    yield Case("picture", "F54", "an emblem of 2 GB of entities", made(lambda: svg, "a.svg"), emblem_door)
    for name in NAMES:
        yield Case("name", "F28 F50", repr(name[:30]), named(name), said_door, may_be_read=False)


def main() -> int:
    """All hostile files; words on the command line choose among them, ``text/`` a whole group."""
    only = sys.argv[1:]
    return keep("hostile-files", results(cases(), COMMAND, WANTED, only), shortened=is_part(only))


if __name__ == "__main__":
    sys.exit(main())
