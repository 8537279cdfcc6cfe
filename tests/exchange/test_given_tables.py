"""Tables handed over as values: recognised or mapped, corrected in memory, and their refused rows written back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import ColumnMapping, Correction, DoubtAnswer, GivenTable, ToldFault
from meritdesk.exchange.given_books import layouts, open_book, read_corrections, recognised, understood
from meritdesk.exchange.heading_rows import column_names, fingerprint_of
from meritdesk.exchange.refused_book import EXTRA_HEADINGS, write_refused
from meritdesk.exchange.sheet_layouts import STAFF_LAYOUT
from meritdesk.exchange.staff_sheet import read_staff
from meritdesk.exchange.work_sheets import read_actuals

STEP = lambda done, total: None  # noqa: E731
FOREIGN = [
    ["DAFTAR URUT KEPANGKATAN", "", "", ""],
    ["Keadaan Januari 2026", "", "", ""],
    ["", "", "", ""],
    ["No", "Nama Lengkap", "Nomor Induk", "Status"],
    ["1", "Sari Puspita", "198504042010012004", "1"],
    ["2", "Joko Widagdo", "198003032005011003", "2"],
    ["", "JUMLAH", "", ""],
]
MAPPING = ColumnMapping(
    "STAFF",
    {"nip": "nomor  induk", "name": "Nama Lengkap", "contract": "Status"},
    constants={"unit_id": "U2"},
    values={"contract": {"1": "PNS", "2": "PPPK"}},
)


def table(rows=FOREIGN, **more) -> GivenTable:
    return GivenTable("duk.xlsx", rows, **more)


def test_a_foreign_file_is_read_by_its_mapping_with_constants_and_coded_words():
    intake = read_staff(table(mapping=MAPPING), STEP)
    assert [(one.row, one.value.nip, one.value.unit_source_id) for one in intake.rows] == [
        (5, "198504042010012004", "U2"),
        (6, "198003032005011003", "U2"),
    ]
    assert [one.value.employment.value for one in intake.rows] == ["PNS", "PPPK"]
    assert (intake.read, intake.skipped) == (2, 1)


def test_a_mapping_without_headings_names_columns_by_letter():
    mapping = ColumnMapping("STAFF", {"nip": "B", "name": "A"}, has_headings=False)
    intake = read_staff(table([["Sari", "198504042010012004"], ["Joko", "198003032005011003"]], mapping=mapping), STEP)
    assert [(one.row, one.value.name) for one in intake.rows] == [(1, "Sari"), (2, "Joko")]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        (replace(MAPPING, columns={**MAPPING.columns, "grade": "Gol"}), "IMP-273"),
        (replace(MAPPING, columns={"nip": "Nomor Induk"}), "IMP-275"),
        (replace(MAPPING, layout="UNITS"), "IMP-274"),
    ],
)
def test_a_mapping_that_does_not_fit_refuses_the_whole_file(mapping, code):
    with pytest.raises(FileRefusal) as refusal:
        read_staff(table(mapping=mapping), STEP)
    assert refusal.value.code == code


def test_a_correction_stands_in_the_place_of_the_cell_and_by_either_name_of_its_column():
    rows = [["NIP", "NAMA", "GOLONGAN"], ["198504042010012004", "Sari", "3c"], ["198003032005011003", "Joko", "3d"]]
    given_table = GivenTable("pegawai.csv", rows)
    assert [fault.code for fault in read_staff(given_table, STEP).refused] == ["IMP-222", "IMP-222"]
    right = (Correction(2, "golongan", "III/c"), Correction(3, "=grade", "III/d"))
    intake = read_staff(replace(given_table, corrections=right), STEP)
    assert [one.value.grade for one in intake.rows] == ["III/c", "III/d"]
    assert understood(replace(given_table, corrections=right), STEP).cells[2][10] == "III/c"
    assert rows[1][2] == "3c"
    for wrong in (Correction(9, "NAMA", "x"), Correction(2, "SUHU", "x")):
        with pytest.raises(FileRefusal) as refusal:
            read_staff(replace(given_table, corrections=(wrong,)), STEP)
        assert refusal.value.code == "IMP-276"


def test_only_the_asked_rows_are_judged_and_rows_set_aside_never():
    rows = [["NIP", "NAMA"], *[[f"19850404201001{number:04d}", "Sari"] for number in range(2001, 2006)]]
    given_table = GivenTable("pegawai.csv", rows)
    assert [one.row for one in read_staff(replace(given_table, only=frozenset({3, 5})), STEP).rows] == [3, 5]
    aside = replace(given_table, answers={2: DoubtAnswer.LEAVE, 4: DoubtAnswer.ADD})
    assert [one.row for one in read_staff(aside, STEP).rows] == [3, 4, 5, 6]


def test_rows_bound_by_nip_or_name_are_judged_together():
    rows = [["NIP", "NAMA"], ["1", "Sari"], ["2", "Joko"], ["1", "Budi"], ["3", "Joko"]]
    read = understood(GivenTable("pegawai.csv", rows), STEP)
    assert read.bound_rows(2) == {2, 4}
    assert read.bound_rows(3) == {3, 5}


@pytest.mark.parametrize("name", [layout.name for layout in layouts()])
def test_every_kind_is_recognised_by_its_own_headings(name):
    layout = next(one for one in layouts() if one.name == name)
    heads = [accepted[0] for accepted in layout.columns.values()]
    found = recognised(GivenTable("berkas.csv", [["Judul"], heads, ["x"] * len(heads)]))
    assert (found.layout, found.heading_row) == (name, 2)
    assert [column.name for column in found.columns] == heads


def test_a_file_of_no_kind_shows_its_columns_with_examples_and_the_row_of_its_headings():
    found = recognised(table())
    assert (found.layout, found.heading_row) == ("", 4)
    assert [column.name for column in found.columns] == ["No", "Nama Lengkap", "Nomor Induk", "Status"]
    assert found.columns[1].samples == ("Sari Puspita", "Joko Widagdo", "JUMLAH")
    assert dict(found.columns[3].words) == {"1": 1, "2": 1}


@given(st.lists(st.text(max_size=8), min_size=1, max_size=8))
def test_every_column_has_a_name_of_its_own(heads):
    names = column_names(heads)
    assert len(names) == len(heads)
    assert len({" ".join(name.casefold().split()) for name in names}) == len(names)
    assert fingerprint_of(names) == fingerprint_of(reversed(names))


def test_a_workbook_gives_all_its_visible_sheets_and_keeps_what_stands_left(tmp_path):
    path = tmp_path / "buku.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Petunjuk").write(0, 0, "Baca dulu")
    data = book.add_worksheet("Data")
    for place, head in enumerate(("NIP", "NAMA"), start=2):
        data.write_string(3, place, head)
        data.write_string(4, place, "198504042010012004" if head == "NIP" else "Sari")
    book.add_worksheet("Rahasia").hide()
    book.close()
    found = open_book(path, STEP)
    assert [sheet.name for sheet in found.sheets] == ["Petunjuk", "Data"]
    assert found.sheets[1].rows[4][2:] == ["198504042010012004", "Sari"]
    assert read_staff(found.table("Data"), STEP).rows[0].row == 5


@pytest.mark.parametrize(
    "data",
    [
        "NIP|NAMA\n198504042010012004|Sari\n".encode("utf-16"),
        "NIP\tNAMA\n198504042010012004\tSari\n".encode("utf-16"),
        "NIP;NAMA\n198504042010012004;Séri\n".encode("cp1252"),
        "\ufeffNIP^NAMA\n198504042010012004^Sari\n".encode(),
    ],
)
def test_text_is_read_in_every_coding_and_with_any_separator(data, tmp_path):
    path = tmp_path / "pegawai.txt"
    path.write_bytes(data)
    assert read_staff(open_book(path, STEP).table(), STEP).rows[0].value.nip == "198504042010012004"


def test_corrections_come_from_a_table_of_their_own(tmp_path):
    path = tmp_path / "perbaikan.csv"
    path.write_text("BARIS;KOLOM;ISI;JAWABAN\n5;GOL;III/c;\n7;;;LEWATI\n8;NAMA;;SAMA\n", encoding="utf-8")
    corrections, answers = read_corrections(path)
    assert corrections == (Correction(5, "GOL", "III/c"), Correction(8, "NAMA", ""))
    assert answers == {7: DoubtAnswer.LEAVE, 8: DoubtAnswer.SAME}
    path.write_text("BARIS;KOLOM;ISI;JAWABAN\nlima;GOL;III/c;\n", encoding="utf-8")
    with pytest.raises(FileRefusal) as refusal:
        read_corrections(path)
    assert refusal.value.code == "IMP-278"


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn")), max_size=10)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8), st.booleans())
def test_what_was_refused_comes_back_from_the_workbook_cell_by_cell(tmp_path: Path, rows, is_mapped):
    heads = ["Nomor", "Siapa", "Pangkat"] if is_mapped else ["NIP", "NAMA", "GOLONGAN"]
    mapping = ColumnMapping("STAFF", dict(zip(("nip", "name", "grade"), heads, strict=True))) if is_mapped else None
    given_table = GivenTable("asal.csv", [["Daftar"], heads, *map(list, rows)], mapping=mapping)
    read = understood(given_table, STEP)
    faults = [ToldFault(row, "NIP", "IMP-223", "Kosong.", "Isi.") for row in read.cells]
    if not faults:
        return
    target = tmp_path / "ditolak.xlsx"
    assert write_refused(target, given_table, faults, (), STEP) == len(faults)
    back = replace(open_book(target, STEP).table(), mapping=mapping)
    again = understood(back, STEP)
    assert list(again.cells.values()) == [read.cells[row] for row in sorted(read.cells)]
    assert [str(cell) for cell in back.rows[0]][-3:] == list(EXTRA_HEADINGS)
    assert given_table.rows[1] == heads


def test_the_workbook_leaves_out_what_is_not_needed_and_names_each_fault(tmp_path):
    rows = [["NIK", "NIP", "NAMA", "AGAMA"], ["3372", "1,98E+17", "Sari", "Islam"]]
    target = tmp_path / "ditolak.xlsx"
    fault = ToldFault(2, "NIP", "NIP-201", "NIP rusak.", "Ketik ulang.")
    write_refused(target, GivenTable("asal.csv", rows), [fault], (), STEP)
    sheet = open_book(target, STEP).sheets[0].rows
    assert list(sheet[0]) == ["NIP", "NAMA", *EXTRA_HEADINGS]
    assert list(sheet[1]) == ["1,98E+17", "Sari", 2.0, "NIP rusak. (NIP-201)", "Ketik ulang."]


def test_own_sheets_are_read_from_a_given_table_too():
    rows = [
        ["NIP", "PERIODE", "NO HASIL KERJA", "NO INDIKATOR", "REALISASI"],
        ["198504042010012004", "2025-TW1", "1", "1", "80 %"],
    ]
    assert read_actuals(GivenTable("klip", rows), STEP).rows[0].value.text == "80 %"
    assert STAFF_LAYOUT.bound
