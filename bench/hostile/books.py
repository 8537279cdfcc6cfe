# ruff: noqa: E501 - one case a line, so that the list can be read as a table
"""Hostile workbooks and separated text at every door that takes a table (F53, F54, F62)."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.faults.table import keep
from bench.hostile._lab import ROOT, Case, is_part, results
from meritdesk.exchange.fill_reading import read_fill_head
from meritdesk.exchange.given_books import open_book
from meritdesk.exchange.staff_sheet import read_staff
from meritdesk.exchange.time_sheets import read_attendance

sys.path.insert(0, str(ROOT / "tests" / "exchange"))
from sheet_books import BOOK, CONTENT_TYPES, RELATIONS, inline_row, write_ods, write_raw_xlsx, write_xls

PART = True
COMMAND = "python -m bench.hostile.books"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = ["NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA"]
PERSON = ["198501012010011001", "Siti Aminah", "Dinas Kesehatan", "Perawat"]
WANTED = {"workbook": 60, "text": 40}


def no_step(done: int, total: int) -> None:
    """Nobody watches."""


def staff(path: Path) -> object:
    """The door of the staff list."""
    return read_staff(path, no_step)


def wizard(path: Path) -> object:
    """The door of the import window, which reads every sheet."""
    return open_book(path, no_step)


def fill(path: Path) -> object:
    """The door of a fill-in sheet that comes back."""
    return read_fill_head(path)


def marks(path: Path) -> object:
    """The door of attendance, row by row."""
    return list(read_attendance(path, no_step))


DOORS = {"staff": staff, "wizard": wizard, "fill": fill, "marks": marks}


def packed(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


def members(
    sheet: str, shared: str = "", book: str = BOOK, target: str = "worksheets/sheet1.xml"
) -> dict[str, bytes | str]:
    """The parts of a small workbook."""
    found: dict[str, bytes | str] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(kind="worksheet", target=target),
        f"xl/{target}": f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    if shared:
        found["xl/sharedStrings.xml"] = f'<?xml version="1.0"?><sst xmlns="{MAIN}">{shared}</sst>'
    return found


ROWS = inline_row(1, HEAD) + inline_row(2, PERSON)


def workbooks() -> Iterator[tuple[str, Callable[[Path], Path]]]:
    """Hostile workbooks by name, each made into a folder."""

    def made(data: Callable[[], bytes], name: str = "pegawai.xlsx") -> Callable[[Path], Path]:
        def make(folder: Path) -> Path:
            path = folder / name
            path.write_bytes(data())
            return path

        return make

    def raw(rows: str, extra: dict[str, bytes] | None = None) -> Callable[[Path], Path]:
        return late(lambda: rows, lambda: extra)

    def late(
        rows: Callable[[], str], extra: Callable[[], dict[str, bytes] | None] = lambda: None
    ) -> Callable[[Path], Path]:
        # What is large is only made with its file: the cases wait in one list, and each child starts from what that holds.
        return lambda folder: write_raw_xlsx(folder / "pegawai.xlsx", rows(), extra())

    one = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'
    yield "honest", raw(ROWS)
    for cell, row in (
        ("XFD1048576", 1048576),
        ("A1048576", 1048576),
        ("C1000000", 1000000),
        ("ZZ900000", 900000),
        ("AAA3", 3),
    ):
        yield f"one cell at {cell}", raw(ROWS + f'<row r="{row}">{one.format(cell)}</row>')
    yield "one cell at row 4,294,967,295", raw(ROWS + f'<row r="4294967295">{one.format("A4294967295")}</row>')
    yield "a negative row", raw(ROWS + '<row r="-5"><c r="A-5"><v>1</v></c></row>')
    yield "cells without places far down", raw(ROWS + '<row r="1048576">' + "<c><v>1</v></c>" * 16_000 + "</row>")
    yield (
        "a far cell in another part",
        made(lambda: packed(members(ROWS + '<row r="9"><c r="XFD1048576"><v>1</v></c></row>', target="x/y.png"))),
    )
    yield (
        "a far cell in a part in other letters",
        made(
            lambda: packed(
                members(ROWS + '<row r="9"><c r="XFD1048576"><v>1</v></c></row>', target="WorkSheets/Sheet1.XML")
            )
        ),
    )
    yield (
        "1,048,576 empty rows declared",
        late(lambda: ROWS + "".join(f'<row r="{row}"/>' for row in range(3, 1_048_577))),
    )
    yield (
        "1,048,576 rows of one cell",
        late(lambda: ROWS + "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(3, 1_048_577))),
    )
    yield (
        "2,000,000 numbers",
        late(
            lambda: ROWS + "".join(f'<row r="{row}">' + "<c><v>1</v></c>" * 600 + "</row>" for row in range(3, 3_330))
        ),
    )
    yield "twelve sheets of 1,500,000 cells", made(twelve_sheets)
    yield "a thousand sheets", made(lambda: many_sheets(1_000))
    yield (
        "3,000 parts",
        made(lambda: packed({**members(ROWS), **{f"xl/x{number}.xml": b"<x/>" for number in range(3_000)}})),
    )
    long = "<si><t>" + "y" * 32_000 + "</t></si>"
    uses = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(3, 60_000))
    yield "one long shared text used 60,000 times", made(lambda: packed(members(ROWS + uses, long)))
    yield (
        "a shared text of 90 MB",
        made(
            lambda: packed(
                members(
                    ROWS + '<row r="3"><c r="A3" t="s"><v>0</v></c></row>', "<si><t>" + "y" * (90 << 20) + "</t></si>"
                )
            )
        ),
    )
    yield "1,500,000 shared texts", made(lambda: packed(members(ROWS, "<si><t>y</t></si>" * 1_500_000)))
    yield (
        "a shared text that is not there",
        made(lambda: packed(members(ROWS + '<row r="3"><c r="A3" t="s"><v>99999</v></c></row>', long))),
    )
    yield (
        "a shared text number without end",
        made(lambda: packed(members(ROWS + f'<row r="3"><c r="A3" t="s"><v>{"9" * 4000}</v></c></row>', long))),
    )
    yield (
        "rich text of a million pieces",
        made(lambda: packed(members(ROWS, "<si>" + "<r><t>y</t></r>" * 1_000_000 + "</si>"))),
    )
    for name, dtd in {
        "a billion laughs": "<!DOCTYPE x [<!ENTITY a '"
        + "ha" * 50
        + "'>"
        + "".join(f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9))
        + "]>",
        "quadratic entities": "<!DOCTYPE x [<!ENTITY a '" + "h" * 100_000 + "'>]>",
        "an outside entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        "an outside DTD": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "a parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
    }.items():
        for part in (
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
        ):
            yield f"{name} in {part.rpartition('/')[2]}", made(lambda part=part, dtd=dtd: with_dtd(part, dtd))
    yield (
        "a billion laughs behind a long comment",
        made(lambda: with_dtd("xl/workbook.xml", "<!--" + " " * 9_000 + "--><!DOCTYPE x [<!ENTITY a 'b'>]>")),
    )
    yield "markup nested 200,000 deep", made(lambda: packed(members("<a>" * 200_000 + "</a>" * 200_000)))
    yield "an attribute of 50 MB", made(lambda: packed(members(ROWS + f'<row r="3" x="{"y" * (50 << 20)}"/>')))
    yield (
        "300,000 attributes",
        made(lambda: packed(members(ROWS + "<row r='3' " + " ".join(f'a{n}="1"' for n in range(300_000)) + "/>"))),
    )
    yield (
        "UTF-16 parts",
        made(
            lambda: packed(
                {
                    **members(ROWS),
                    "xl/worksheets/sheet1.xml": str(members(ROWS)["xl/worksheets/sheet1.xml"]).encode("utf-16"),
                }
            )
        ),
    )
    yield (
        "cells that never close, in a comment",
        made(lambda: packed(members(ROWS + "<!--" + "<c >" * 2_000_000 + "-->"))),
    )
    yield "macros", raw(ROWS, {"xl/vbaProject.bin": b"x"})
    yield "macros elsewhere", raw(ROWS, {"xl/x/VBAPROJECT.BIN": b"x"})
    yield (
        "links to other books",
        raw(
            ROWS + '<row r="3"><c r="A3"><f>[1]S!A1</f><v>1</v></c></row>',
            {
                "xl/externalLinks/externalLink1.xml": b"<x/>",
                "xl/externalLinks/_rels/externalLink1.xml.rels": RELATIONS.format(
                    kind="externalLinkPath", target="file://server/x.xlsx"
                ).encode(),
            },
        ),
    )
    yield (
        "a call by DDE and WEBSERVICE",
        raw(
            inline_row(1, HEAD)
            + '<row r="2"><c r="A2" t="str"><f>cmd|\'/c calc\'!A1</f><v>1</v></c><c r="B2" t="str"><f>WEBSERVICE("http://127.0.0.1:9")</f><v>Siti</v></c></row>'
        ),
    )
    yield (
        "hidden rows and columns",
        raw(inline_row(1, HEAD) + inline_row(2, PERSON).replace('<row r="2"', '<row r="2" hidden="1"')),
    )
    yield (
        "a million merged ranges",
        made(
            lambda: with_tail(
                "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_000_000)) + "</mergeCells>"
            )
        ),
    )
    yield (
        "one merged range over everything",
        made(lambda: with_tail('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    )
    yield "the same part twice", made(twice)
    yield (
        "a part that leads out",
        made(lambda: packed({**members(ROWS), "../../../x.xml": b"<x/>", "C:\\x.xml": b"<x/>"})),
    )
    yield "a target that leads out", made(lambda: packed(members(ROWS, target="../../../../etc/passwd")))
    yield (
        "a target on the net",
        made(
            lambda: packed(
                {
                    **members(ROWS),
                    "xl/_rels/workbook.xml.rels": RELATIONS.format(kind="worksheet", target="http://127.0.0.1:9/x"),
                }
            )
        ),
    )
    yield "95 MB of blanks packed to 100 kB", late(lambda: ROWS, lambda: {"xl/media/a.xml": b" " * (95 << 20)})
    yield "1 GB of zeros packed to 1 MB", late(lambda: ROWS, lambda: {"xl/media/a.bin": bytes(1 << 30)})
    yield (
        "a zip in a zip in a zip",
        made(lambda: packed({**members(ROWS), "xl/a.zip": packed({"b.zip": packed({"c": bytes(50 << 20)})})})),
    )
    yield "overlapping members", made(overlapping)
    yield "sizes that lie", made(lying)
    yield "200,000 members", made(lambda: packed({f"{n}": b"" for n in range(200_000)}, zipfile.ZIP_STORED))
    yield "packed by a method nobody has", made(strange_method)
    yield "a cell at IV65536 of an old .xls", lambda folder: far_xls(folder)
    yield (
        "an old .xls of noise",
        made(
            lambda: (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                + bytes(504)
                + "Workbook".encode("utf-16-le")
                + bytes(range(256)) * 64
            ),
            "pegawai.xls",
        ),
    )
    yield (
        "an .ods of repeated text",
        lambda folder: write_ods(
            folder / "a.ods",
            [HEAD, PERSON],
            '<table:table-row table:number-rows-repeated="4000"><table:table-cell office:value-type="string" table:number-columns-repeated="500"><text:p>'
            + "x" * 10_000
            + "</text:p></table:table-cell></table:table-row>",
        ),
    )
    yield (
        "an .ods with two thousand million blanks",
        lambda folder: write_ods(
            folder / "a.ods",
            [HEAD, PERSON],
            '<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>',
        ),
    )
    yield (
        "an .ods of repeated rows",
        lambda folder: write_ods(
            folder / "a.ods",
            [HEAD, PERSON],
            '<table:table-row table:number-rows-repeated="1048000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="20"/></table:table-row>',
        ),
    )


def twelve_sheets() -> bytes:
    """Each sheet small enough by itself."""
    far = '<row r="75000"><c r="T75000"><v>1</v></c></row>'
    return many_sheets(12, far)


def many_sheets(count: int, rows: str = "") -> bytes:
    """A workbook of many sheets."""
    found = members(ROWS)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, count + 1))
    found["xl/workbook.xml"] = BOOK.replace('<sheet name="S" sheetId="1" r:id="rId1"/>', listed)
    link = '<Relationship Id="rId{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{0}.xml"/>'
    found["xl/_rels/workbook.xml.rels"] = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(link.format(n) for n in range(1, count + 1))
        + "</Relationships>"
    )
    sheet = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{ROWS}{rows}</sheetData></worksheet>'
    return packed({**found, **{f"xl/worksheets/sheet{n}.xml": sheet for n in range(1, count + 1)}})


def with_dtd(part: str, dtd: str) -> bytes:
    """A workbook one part of which declares entities and uses one."""
    found = members(ROWS, "<si><t>&a;</t></si>")
    text = str(found[part]).replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{dtd}')
    return packed({**found, part: text})


def with_tail(tail: str) -> bytes:
    """A sheet with something behind its rows."""
    found = members(ROWS)
    name = "xl/worksheets/sheet1.xml"
    return packed({**found, name: str(found[name]).replace("</sheetData>", f"</sheetData>{tail}")})


def twice() -> bytes:
    """A part under one name twice, with other people in it."""
    stream = io.BytesIO()
    found = members(ROWS)
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in found.items():
            package.writestr(name, data)
        name = "xl/worksheets/sheet1.xml"
        package.writestr(name, str(found[name]).replace("Siti Aminah", "Orang Lain"))
    return stream.getvalue()


def overlapping() -> bytes:
    """Many names in the directory for one stream of zeros (CVE-2024-0450)."""
    inner = packed({"a": bytes(20 << 20)})
    start = inner.rfind(b"PK\x01\x02")
    entry, end = inner[start : inner.rfind(b"PK\x05\x06")], inner[inner.rfind(b"PK\x05\x06") :]
    count = 400
    directory = entry * count
    fields = struct.unpack("<4sHHHHIIH", end)
    tail = struct.pack("<4sHHHHIIH", fields[0], 0, 0, count, count, len(directory), start, 0)
    return inner[:start] + directory + tail


def lying() -> bytes:
    """A member that says it holds ten bytes and holds thirty million."""
    data = bytearray(packed({**members(ROWS), "xl/media/x.xml": bytes(30 << 20)}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def strange_method() -> bytes:
    """A member packed by a method that does not exist."""
    data = bytearray(packed(members(ROWS)))
    for mark, gap in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.find(mark)
        data[place + gap : place + gap + 2] = struct.pack("<H", 97)
    return bytes(data)


def far_xls(folder: Path) -> Path:
    """An old workbook with one value in its last corner."""
    return write_xls(folder / "a.xls", [HEAD, PERSON], {(65_535, 255): 1.0})


def texts() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Hostile separated text by name."""
    head = ";".join(HEAD)
    row = ";".join(PERSON)
    honest = f"{head}\r\n{row}\r\n".encode()
    yield "honest", lambda: honest
    yield "with a mark of order", lambda: b"\xef\xbb\xbf" + honest
    yield "with two marks of order", lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + honest
    yield "UTF-16", lambda: honest.decode().encode("utf-16")
    yield "UTF-16 cut in a letter", lambda: honest.decode().encode("utf-16")[:-1]
    yield (
        "UTF-16 with lone halves",
        lambda: "\ufeff".encode("utf-16-le") + f"{head}\n{row}\n".encode("utf-16-le") + b"\x00\xd8\n\x00",
    )
    yield "UTF-32", lambda: honest.decode().encode("utf-32")
    yield "code page 1252", lambda: f"{head}\n{row.replace('Siti', 'Ña')}\n".encode("cp1252")
    yield "bytes that stand for nothing", lambda: honest + b"\x81\x8d\x8f\x90\x9d\n"
    yield "UTF-8 of surrogates", lambda: honest + b"\xed\xa0\x80\n"
    yield "overlong UTF-8", lambda: honest + b"\xc0\xaf\n"
    yield "NUL inside", lambda: honest + b"a\0b;c\n"
    yield "only NUL", lambda: bytes(100_000)
    yield "only line breaks", lambda: b"\n" * 3_000_000
    yield "only delimiters", lambda: b";" * 3_000_000
    yield "only quotes", lambda: b'"' * 3_000_000
    yield "a quote that never closes", lambda: honest + b'"' + b"x;" * 1_000_000
    yield "quotes in the middle", lambda: honest + b'a"b;c"d"";"e\n'
    yield "a field of 1 MB", lambda: honest + b"x" * (1 << 20) + b";y\n"
    yield "a field of 200 MB", lambda: honest + b"x" * (200 << 20)
    yield "a row of 1,000,000 columns", lambda: honest + b"x;" * 1_000_000 + b"\n"
    yield "a heading of 1,000,000 columns", lambda: b"x;" * 1_000_000 + b"\n" + honest
    yield "1,900,000 rows of four", lambda: honest + b"1;2;3;4\n" * 1_900_000
    yield "1,900,000 rows of one", lambda: honest + b"1\n" * 1_900_000
    yield "120 rows of 16,000", lambda: honest + (b"abc;" * 16_000 + b"\n") * 120
    yield "three million rows", lambda: honest + b"1;2;3;4\n" * 3_000_000
    yield "more bytes than allowed", lambda: honest + b"1;2;3;4\n" * (33 << 20)
    yield "missing columns", lambda: b"NIP BARU\n198501012010011001\n"
    yield "more columns than headings", lambda: honest + row.encode() + b";a;b;c;d\n"
    yield (
        "columns in another order",
        lambda: ";".join(reversed(HEAD)).encode() + b"\n" + ";".join(reversed(PERSON)).encode(),
    )
    yield "the same heading twice", lambda: f"{head};NAMA\n{row};Budi\n".encode()
    yield "a spreadsheet's figure for a NIP", lambda: f"{head}\n1.98501E+17;Siti;Dinas;Perawat\n".encode()
    yield "a NIP with letter O", lambda: f"{head}\n19850101201001100O;Siti;Dinas;Perawat\n".encode()
    yield (
        "a NIP in wide digits",
        lambda: f"{head}\n{PERSON[0].translate({48 + n: 0xFF10 + n for n in range(10)})};Siti;D;P\n".encode(),
    )
    yield "formulas", lambda: f"{head}\n{PERSON[0]};=cmd|'/c calc'!A1;+1+1;@SUM(A1)\n".encode()
    yield "lone carriage returns", lambda: honest.replace(b"\r\n", b"\r")
    yield "vertical tabs and form feeds", lambda: honest + b"\x0b\x0c\x1c\x1d\x1e\x85\n"
    yield "line separators of Unicode", lambda: honest + "a\u2028b;c\u2029d\n".encode()
    yield "right to left", lambda: honest + "\u202e;\u2066;\u200f\n".encode()
    yield "a letter with 100,000 accents", lambda: honest + ("a" + "\u0301" * 100_000 + ";x;y;z\n").encode()
    yield "one letter that becomes eighteen", lambda: honest + ("\ufdfa" * 200_000 + ";x;y;z\n").encode()
    yield "a web page", lambda: b"<html><body><table><tr><td>NIP BARU</td></tr></table>"
    for piece in ("<", "<a ", "<td>", '<td a="', "<!--", "<?", "<td colspan=200 rowspan=200>", "&#99999999999"):
        yield f"a web page of {piece} without end", lambda piece=piece: b"<table><td>" + piece.encode() * (4 << 20)
    yield "delimiters of every kind", lambda: b"NIP BARU;NAMA,X\tY|Z^A~B\n" * 200_000
    yield "digits without end", lambda: f"{head}\n{'9' * 500_000};Siti;D;P\n".encode()
    yield "a delimiter beyond the first 64 kB", lambda: b"x" * 70_000 + b";y\n" + honest


def cases() -> Iterator[Case]:
    """Every file at the doors that may be given it."""
    for name, make in workbooks():
        for door in ("staff", "wizard", "fill"):
            yield Case("workbook", "F49 F51 F54", f"{name} ({door})", make, DOORS[door])
    for name, data in texts():
        made = text_maker(data)
        for door in ("staff", "wizard", "marks"):
            yield Case("text", "F53 F62", f"{name} ({door})", made, DOORS[door])


def text_maker(data: Callable[[], bytes]) -> Callable[[Path], Path]:
    """Writes the text under the name of a table."""

    def make(folder: Path) -> Path:
        path = folder / "pegawai.csv"
        path.write_bytes(data())
        return path

    return make


def main() -> int:
    """All hostile tables; words on the command line choose among them, ``text/`` a whole group."""
    only = sys.argv[1:]
    return keep("hostile-tables", results(cases(), COMMAND, WANTED, only), shortened=is_part(only))


if __name__ == "__main__":
    sys.exit(main())
