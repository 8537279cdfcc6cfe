"""Every kind of file that holds a table, and what is refused at the door (F53, F54)."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import Cancelled, FileRefusal
from meritdesk.core.given import Layout
from meritdesk.exchange import sheet_guard
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import clean_text, normal_heading
from meritdesk.exchange.table_reading import read_table

sys.path.insert(0, str(Path(__file__).parent))
from sheet_books import inline_row, write_ods, write_raw_xlsx, write_xls

LAYOUT = Layout("STAFF", {"nip": ("NIP BARU", "NIP"), "name": ("NAMA",), "note": ("CATATAN",)}, ("nip", "name"))
ROWS = [["NIP BARU", "NAMA", "AGAMA"], ["1", "Siti Ñ", "x"], ["2", "Bayu", "y"]]
EXPECTED = [(2, ["1", "Siti Ñ", None]), (3, ["2", "Bayu", None])]


def no_step(done: int, total: int) -> None:
    assert 0 <= done <= total


def read(path: Path) -> list[tuple[int, list[object]]]:
    return [(number, list(cells)) for number, cells in read_table(path, (LAYOUT,), no_step).rows]


def refusal(path: Path) -> FileRefusal:
    with pytest.raises(FileRefusal) as caught:
        read_table(path, (LAYOUT,), no_step)
    assert caught.value.facts["file"] == path.name
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_separated_text_is_read_whatever_its_delimiter_and_encoding(
    tmp_path: Path, delimiter: str, encoding: str, ending: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ending.join(delimiter.join(row) for row in ROWS).encode(encoding))
    assert read(path) == EXPECTED


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv", "a"])
def test_a_workbook_is_known_by_its_content_not_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "real.xlsx"
    write_table(path, ROWS[0], ROWS[1:], SheetStyle("S"))
    assert read(path.rename(tmp_path / name)) == EXPECTED


def test_an_ods_is_read(tmp_path: Path) -> None:
    assert read(write_ods(tmp_path / "a.ods", ROWS)) == EXPECTED


def test_an_old_xls_is_read(tmp_path: Path) -> None:
    assert read(write_xls(tmp_path / "a.xls", [*ROWS, [3, "Tri", None]])) == [*EXPECTED, (4, [Decimal(3), "Tri", None])]


def test_the_headings_are_found_below_a_title_and_in_any_case_and_order(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "DAFTAR PEGAWAI\n\nper 31 Desember;;\n no ; Nama ;nip_baru\n1;Siti;77\n\n2;Bayu;78\n", encoding="utf-8"
    )
    table = read_table(path, (LAYOUT,), no_step)
    assert [(number, cells) for number, cells in table.rows] == [(5, ["77", "Siti", None]), (7, ["78", "Bayu", None])]
    assert (table.heading("nip"), table.heading("note"), table.blank_rows) == ("nip_baru", "CATATAN", 1)


def test_numbers_dates_and_formulas_arrive_as_values(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["NIP", "NAMA", "CATATAN"])
        sheet.write_number(1, 0, 5)
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_datetime(1, 2, datetime(2025, 12, 31), book.add_format({"num_format": "dd-mm-yyyy"}))
        sheet.write_number(2, 0, 1.98107252011011e17)
        sheet.write_number(2, 1, 3.5)
        sheet.write_boolean(2, 2, True)
    first, second = read(path)
    assert first[1][:2] == [Decimal(5), Decimal(2)]
    assert first[1][2] in (date(2025, 12, 31), datetime(2025, 12, 31))
    assert second[1] == [Decimal(int(1.98107252011011e17)), Decimal("3.5"), "TRUE"]


def test_the_visible_sheet_that_fits_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Petunjuk").write(0, 0, "Isi lembar berikut")
        hidden = book.add_worksheet("Lama")
        hidden.write_row(0, 0, ["NIP", "NAMA"])
        hidden.write_row(1, 0, ["9", "Lama"])
        hidden.hide()
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["NIP", "NAMA"])
        sheet.write_row(1, 0, ["1", "Baru"])
    assert read(path) == [(2, ["1", "Baru", None])]


def test_columns_that_are_not_wanted_never_enter_the_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP,NAMA,AGAMA,NIK\n1,Siti,Islam,3372010101010001\n", encoding="utf-8")
    assert "Islam" not in repr(read_table(path, (LAYOUT,), no_step))


def torn_stream() -> bytes:
    """A workbook one part of which is packed by bzip2, and packed wrongly."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue().replace(b"BZh9", b"BZh!")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.xlsx", b"", "IMP-202"),
        ("laman.xls", b"<html><table></table><p>Tidak ada data</html>", "IMP-205"),
        ("~$pegawai.xlsx", b"\x05Budi" + b" " * 160, "IMP-225"),
        ("pegawai.xlsx.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(68), "IMP-226"),
        ("laman.xls", b"\xef\xbb\xbf \n<!DOCTYPE html><p>x", "IMP-205"),
        ("xml2003.xls", b"<?xml version='1.0'?><Workbook/>", "IMP-205"),
        ("surat.pdf", b"%PDF-1.7 x", "IMP-201"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n", "IMP-201"),
        ("biner.csv", b"NIP,NAMA\n1,a\0b\n", "IMP-201"),
        ("bukan.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "IMP-201"),
        ("sandi.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "IMP-206"),
        ("makro.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "IMP-207"),
        ("kutip.csv", b'NIP,NAMA\n1,"Siti\n2,Bayu\n', "IMP-212"),
        ("kutip.csv", b'NIP,NAMA\n1,"Siti" x\n', "IMP-212"),
        ("panjang.csv", b"NIP,NAMA\n1," + b"x" * 140_000, "IMP-212"),
        ("rusak.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(700) + "Workbook".encode("utf-16-le"), "IMP-203"),
        ("rusak.xlsx", torn_stream(), "IMP-203"),
        ("rusak.csv", b"\xff\xfeN", "IMP-203"),
        ("rusak.csv", b"NIP,NAMA\n1,\x81\x8d\n", "IMP-203"),
    ],
)
def test_what_is_no_table_is_refused_by_name(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path).code == code


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"word/document.xml": b"<x/>"}, "IMP-201"),
        ({"xl/workbook.bin": b"x"}, "IMP-213"),
        ({"xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b"x"}, "IMP-207"),
        ({"xl/workbook.xml": b"not xml at all"}, "IMP-203"),
        ({"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}, "IMP-203"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}, "IMP-201"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x>"}, "IMP-203"),
        (
            {
                "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": b"<manifest:encryption-data/>",
                "content.xml": b"\x01",
            },
            "IMP-206",
        ),
    ],
)
def test_a_package_that_is_no_plain_workbook_is_refused(tmp_path: Path, members: dict[str, bytes], code: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    assert refusal(path).code == code


def test_missing_headings_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP BARU;ALAMAT\n1;x\n", encoding="utf-8")
    fault = refusal(path)
    assert (fault.code, fault.facts["headings"], fault.facts["layout"]) == ("IMP-216", "NAMA", "LAYOUT:STAFF")


def test_a_heading_that_stands_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP;NAMA;Nama\n1;x;y\n", encoding="utf-8")
    fault = refusal(path)
    assert (fault.code, fault.facts["headings"]) == ("IMP-210", "NAMA")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak-ada.xlsx").code == "IMP-217"
    assert refusal(tmp_path).code == "IMP-209"


def test_a_workbook_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    write_table(whole, ROWS[0], ROWS[1:], SheetStyle("S"))
    data = whole.read_bytes()
    for length in range(1, len(data) - 1, max(1, len(data) // 40)):
        path = tmp_path / "cut.xlsx"
        path.write_bytes(data[:length])
        assert refusal(path).code in ("IMP-203", "IMP-216"), length


@given(place=st.integers(0, 5_000), value=st.integers(0, 255))
def test_a_workbook_with_one_changed_byte_is_read_or_refused_but_never_crashes(
    place: int, value: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("changed")
    path = folder / "a.xlsx"
    write_table(path, ROWS[0], ROWS[1:], SheetStyle("S"))
    data = bytearray(path.read_bytes())
    data[place % len(data)] = value
    path.write_bytes(data)
    try:
        read_table(path, (LAYOUT,), no_step)
    except FileRefusal as fault:
        assert fault.code.startswith("IMP-2")


def test_a_sheet_that_declares_every_row_but_fills_few_is_read(tmp_path: Path) -> None:
    rows = inline_row(1, ["NIP", "NAMA"]) + inline_row(2, ["1", "Siti"])
    far_but_empty = '<row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    assert read(write_raw_xlsx(tmp_path / "a.xlsx", rows + far_but_empty)) == [(2, ["1", "Siti", None])]


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ900000", "AAA2", "A9999999"])
def test_one_value_in_the_last_corner_is_refused_before_memory_is_taken(tmp_path: Path, cell: str) -> None:
    rows = inline_row(1, ["NIP", "NAMA"])
    far = f'<row r="2"><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>'
    assert refusal(write_raw_xlsx(tmp_path / "a.xlsx", rows + far)).code == "IMP-208"


def test_repeated_filled_cells_of_an_ods_are_counted_before_they_are_written_out(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"{more}><text:p>x</text:p></table:table-cell>'
    wide = cell.format(more=' table:number-columns-repeated="16384"')
    tall = f'<table:table-row table:number-rows-repeated="1048576">{cell.format(more="") * 40}</table:table-row>'
    for tail in (f"<table:table-row>{wide}</table:table-row>", tall):
        assert refusal(write_ods(tmp_path / "a.ods", ROWS, tail)).code == "IMP-208"
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    blank = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    assert read(write_ods(tmp_path / "b.ods", ROWS, blank)) == EXPECTED


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_guard, "MAX_UNPACKED_BYTES", 5 << 20)
    path = write_raw_xlsx(
        tmp_path / "a.xlsx", inline_row(1, ["NIP", "NAMA"]), {"xl/sharedStrings.xml": b" " * (6 << 20)}
    )
    assert path.stat().st_size < 100_000
    assert refusal(path).code == "IMP-208"


@pytest.mark.parametrize("tail", ["x" * (5 << 20), "x;" * 20_000])
def test_a_line_longer_or_wider_than_any_table_is_refused(tmp_path: Path, tail: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"NIP;NAMA\n1;Siti\n{tail}\n", encoding="utf-8")
    assert refusal(path).code == "IMP-208"


def test_cancelling_while_reading_reaches_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP;NAMA\n" + "1;x\n" * 5_000, encoding="utf-8")

    def step(done: int, total: int) -> None:
        if done >= 2_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_table(path, (LAYOUT,), step)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Siti\u00a0Aminah ", "Siti Aminah"),
        ("\u200bBayu\ufeff", "Bayu"),
        ("Ａｎｉ １２", "Ani 12"),
        ("Andre\u0301", "André"),
        ("a\u202eb", "ab"),
        ("x\x07y", "xy"),
        ("satu\r\ndua", "satu\ndua"),
        ("\tkolom\t", "kolom"),
    ],
)
def test_invisible_and_odd_signs_are_cleaned(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


def test_headings_are_compared_without_case_signs_and_extra_blanks() -> None:
    assert normal_heading("  Nip_Baru ") == normal_heading("NIP  BARU") == "NIP BARU"
