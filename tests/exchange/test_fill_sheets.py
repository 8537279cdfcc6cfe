"""Fill-in sheets as files: what is written is read back the same, whatever it is, also through another program."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.core.fill_sheet import (
    FILL_COLUMNS,
    CellKind,
    FillCorrection,
    FillHead,
    FillKind,
    FillNote,
    FillRow,
    FillSheet,
    StrayRow,
    judge_cells,
    number_text,
    same_value,
)
from meritdesk.core.periods import parse_period
from meritdesk.exchange.fill_layouts import LOOKS
from meritdesk.exchange.fill_reading import read_fill, read_fill_head
from meritdesk.exchange.fill_writing import write_fill
from meritdesk.exchange.sheets import clean_text

SECRET = bytes(range(32))
HEAD = FillHead(
    FillKind.ACTUALS, "3372", "Kota Uji", "U1", "Dinas Kesehatan", parse_period("2025-TW4"), "ab" * 8, date(2026, 1, 12)
)
NIP = "198107252011010000"
NUMBERS = count()
FILES = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(folder, rows, kind=FillKind.ACTUALS, corrections=(), strays=()):
    path = folder / f"{next(NUMBERS)}.xlsx"
    write_fill(path, FillSheet(replace(HEAD, kind=kind), tuple(rows)), SECRET, corrections, strays)
    return path


def read(path, secret=SECRET):
    return read_fill(path, secret, lambda head: None, lambda done, total: None)


# Whatever a store may hold, and more: control characters, formulas, halves of letters, blanks at the edges.
TEXT = st.one_of(
    st.text(st.characters(), max_size=60),
    st.sampled_from(["=1+1", "+62", "-5", "@x", "'=a", "_x0041_", " tepi ", "a\r\nb", "#N/A", "0012", "1e5", "TRUE"]),
)
NUMBER = st.one_of(
    st.just(""),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12).map(
        number_text
    ),
    st.integers(-(10**25), 10**25).map(lambda number: number_text(Decimal(number))),
)
DAY = st.one_of(st.just(""), st.dates(date(1901, 1, 1), date(2099, 12, 31)).map(date.isoformat))


def cells_of(column):
    if column.kind is CellKind.CHOICE:
        return st.sampled_from(["", *column.choices])
    return {CellKind.NUMBER: NUMBER, CellKind.DATE: DAY}.get(column.kind, TEXT)


def rows_of(kind):
    return st.fixed_dictionaries({column.name: cells_of(column) for column in FILL_COLUMNS[kind]})


@st.composite
def filled(draw):
    kind = draw(st.sampled_from(FillKind))
    before = draw(st.lists(rows_of(kind), min_size=1, max_size=3))
    after = [draw(rows_of(kind)) for _ in before]
    return kind, before, after


@FILES
@given(sheet=filled())
def test_a_sheet_that_nobody_touched_has_no_touched_cell_whatever_it_holds(sheet, tmp_path):
    kind, before, _ = sheet
    returned = read(write(tmp_path, [FillRow(str(place), cells) for place, cells in enumerate(before)], kind))
    assert returned.head == replace(HEAD, kind=kind)
    assert [dict(row.sent.cells) for row in returned.rows] == before
    assert all(not row.touched and not row.faults for row in returned.rows)


@FILES
@given(sheet=filled())
def test_any_values_that_are_filled_in_come_out_the_same(sheet, tmp_path):
    kind, before, after = sheet
    columns = {column.name: column for column in FILL_COLUMNS[kind]}
    opened = [name for name, column in columns.items() if column.is_open]
    rows = [FillRow(str(place), cells, is_spare=True) for place, cells in enumerate(before)]
    typed = [FillCorrection(place, {name: cells[name] for name in opened}) for place, cells in enumerate(after)]
    returned = {row.sent.ref: row for row in read(write(tmp_path, rows, kind, typed)).rows}
    for place, cells in enumerate(after):
        row = returned.get(str(place))
        for name in opened:
            told, old = cells[name], before[place][name]
            if columns[name].kind is CellKind.TEXT:
                told, old = (clean_text(text.encode("utf-8", "replace").decode()) for text in (told, old))
            if told.upper() in ("#N/A",) and not same_value(told, old):
                assert any(note.column == name and note.code == "IMP-258" for note in row.faults)
                continue
            now = row.touched.get(name, old) if row else old
            assert same_value(now, told), (name, told, now)


@FILES
@given(
    before=st.dictionaries(st.sampled_from("abc"), st.sampled_from("123")),
    touched=st.dictionaries(st.sampled_from("abc"), st.sampled_from("123")),
    now=st.dictionaries(st.sampled_from("abc"), st.sampled_from("123")),
)
def test_three_ways_never_overwrite_what_the_desk_changed_and_never_act_twice(before, touched, now):
    fates = judge_cells(before, touched, now)
    for name, value in fates.taken.items():
        assert now.get(name, "") == before.get(name, "") != value == touched[name]
    for conflict in fates.conflicts:
        assert conflict.ours != before.get(conflict.column, "") and conflict.ours != conflict.theirs
    after = {**now, **fates.taken}
    again = judge_cells(before, touched, after)
    assert not again.taken
    assert again.conflicts == fates.conflicts


def some_rows():
    common = {"nip": NIP, "text": "=1+1", "value": "85.5", "documented_on": "2025-12-31", "class": "MEETS"}
    return [
        FillRow(f"i{place}", {**common, "name": f"Pegawai {place}", "indicator_number": str(place)})
        for place in range(1, 4)
    ]


def test_the_workbook_locks_identity_opens_the_cells_and_hides_the_rest(tmp_path):
    book = openpyxl.load_workbook(write(tmp_path, some_rows()))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Petunjuk", "visible"), ("Realisasi", "visible"), ("_meritdesk", "veryHidden"),
    ]  # fmt: skip
    page = book["Realisasi"]
    assert page.protection.sheet and book["_meritdesk"].protection.sheet and book["Petunjuk"].protection.sheet
    assert page.freeze_panes == "D4"
    assert page.column_dimensions["A"].hidden
    heads = {page.cell(3, column).value: column for column in range(1, page.max_column + 1)}
    assert list(heads) == ["KUNCI", *(look.heading for look in LOOKS[FillKind.ACTUALS].values())]
    for column in FILL_COLUMNS[FillKind.ACTUALS]:
        cell = page.cell(4, heads[LOOKS[FillKind.ACTUALS][column.name].heading])
        assert cell.protection.locked is not column.is_open, column.name
        expected = {CellKind.NUMBER: "General", CellKind.DATE: "dd-mm-yyyy"}.get(column.kind, "@")
        assert cell.number_format == expected
    nip, text, value = (page.cell(4, heads[name]) for name in ("NIP", "REALISASI", "NILAI REALISASI"))
    assert (nip.value, nip.data_type) == (NIP, "s")
    assert (text.value, text.data_type) == ("=1+1", "s")
    assert (value.value, value.data_type) == (85.5, "n")
    assert page.cell(4, heads["TANGGAL"]).is_date
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert len(rules) >= 6
    choice = next(rule for rule in rules.values() if rule.type == "list")
    assert "DIATAS EKSPEKTASI" in choice.formula1 and choice.showErrorMessage is not False


def test_nothing_in_the_file_can_act_as_a_formula_or_a_link(tmp_path):
    rows = [FillRow("i1", {"nip": '=HYPERLINK("http://x")', "name": "http://contoh", "text": "=cmd|' /C calc'!A0"})]
    with zipfile.ZipFile(write(tmp_path, rows)) as package:
        for member in package.namelist():
            data = package.read(member)
            assert b"<f>" not in data and b"<f " not in data, member
            assert b"<hyperlink" not in data, member


def test_the_same_sheet_gives_the_same_bytes(tmp_path):
    assert write(tmp_path, some_rows()).read_bytes() == write(tmp_path, some_rows()).read_bytes()


def test_a_text_longer_than_a_cell_is_shown_but_not_open_and_never_lost(tmp_path):
    long = "kata " * 20_000
    returned = read(write(tmp_path, [FillRow("i1", {"nip": NIP, "text": long})]))
    assert returned.rows[0].sent.cells["text"] == long
    assert not returned.rows[0].touched and not returned.rows[0].faults
    book = openpyxl.load_workbook(tmp_path / f"{next(NUMBERS) - 1}.xlsx")
    cell = book["Realisasi"]["I4"]
    assert len(cell.value) < 32_767 and cell.protection.locked


def test_another_secret_does_not_open_a_sheet(tmp_path):
    path = write(tmp_path, some_rows())
    with pytest.raises(FileRefusal) as refusal:
        read(path, b"x" * 32)
    assert refusal.value.code == "IMP-252"


def test_the_head_can_be_read_alone_and_a_newer_sheet_is_refused(tmp_path):
    path = write(tmp_path, some_rows())
    assert read_fill_head(path) == HEAD
    newer = tmp_path / "baru.xlsx"
    write_fill(newer, FillSheet(replace(HEAD, version=99), ()), SECRET)
    with pytest.raises(FileRefusal) as refusal:
        read_fill_head(newer)
    assert refusal.value.code == "IMP-254"


@pytest.mark.parametrize(
    ("content", "code"), [(b"a;b\n1;2\n", "IMP-251"), (b"", "IMP-202"), (b"PK\x03\x04x", "IMP-203")]
)
def test_other_files_are_refused(content, code, tmp_path):
    path = tmp_path / "berkas.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileRefusal) as refusal:
        read(path)
    assert refusal.value.code == code


def test_flipped_bytes_never_crash_and_never_pass_as_other_rows(tmp_path):
    path = write(tmp_path, some_rows())
    data = path.read_bytes()
    for place in range(0, len(data), 211):
        harmed = bytearray(data)
        harmed[place] ^= 0x41
        path.write_bytes(bytes(harmed))
        try:
            returned = read(path)
        except FileRefusal:
            continue
        assert [row.sent for row in returned.rows if row.sent] == some_rows()[: len(returned.rows)]


def test_comments_stand_beside_the_wrong_cells_and_strays_are_listed(tmp_path):
    notes = (FillNote("value", "IMP-221", {"value": "delapan"}), FillNote("", "IMP-265", {"name": "Pegawai 2"}))
    correction = FillCorrection(1, {"text": "isian"}, {"value": "delapan"}, notes)
    stray = StrayRow(9, {"nip": "1", "name": "Orang baru"}, FillNote("", "IMP-261"))
    book = openpyxl.load_workbook(write(tmp_path, some_rows(), corrections=[correction], strays=[stray]))
    page = book["Realisasi"]
    commented = {cell.coordinate: cell.comment.text for row in page.iter_rows() for cell in row if cell.comment}
    assert commented.keys() == {"B5", "J5"}
    assert (page["I5"].value, page["J5"].value) == ("isian", "delapan")
    assert [row[0].value for row in book["Perbaikan"].iter_rows(min_row=2)] == ["5", "5", "tambahan"]
    assert "kembali untuk diperbaiki" in str(book["Petunjuk"]["B8"].value)


def test_a_sheet_of_a_thousand_rows_is_written_and_read_in_seconds(tmp_path):
    rows = [FillRow(f"i{place}", {"nip": NIP, "name": "Nama", "text": "85 %", "value": "85"}) for place in range(1000)]
    assert len(read(write(tmp_path, rows)).rows) == 1000


def test_a_place_that_cannot_be_written_is_refused_and_nothing_stays(tmp_path):
    with pytest.raises(FileRefusal) as refusal:
        write_fill(tmp_path / "tidak-ada" / "a.xlsx", FillSheet(HEAD, ()), SECRET)
    assert refusal.value.code == "IMP-240"
    with pytest.raises(FileRefusal) as refusal:
        write_fill(tmp_path / "b.xlsx", FillSheet(HEAD, (FillRow("", {}),) * 50_001), SECRET)
    assert refusal.value.code == "IMP-215"
    assert list(tmp_path.iterdir()) == []


def awkward_rows():
    return [
        FillRow("i1", {"nip": NIP, "name": "Nama", "text": " tepi\r\nbaris 😀 =1+1", "value": "0.1",
                       "documented_on": "2025-02-01", "class": "ABOVE", "feedback": "'=x", "indicator_number": "1"}),
        FillRow("i2", {"nip": "198503122010012003", "name": "Śrī", "text": "007", "value": "12345678901234567890.5"}),
        FillRow("i3", {"nip": NIP, "name": "", "text": "", "value": "1000000000000"}),
    ]  # fmt: skip


def same_after(path):
    returned = read(path)
    assert [row.sent for row in returned.rows] == awkward_rows()
    assert all(not row.touched and not row.faults for row in returned.rows)


def test_awkward_rows_are_the_same_when_read_at_once(tmp_path):
    same_after(write(tmp_path, awkward_rows()))


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Opens a sheet in LibreOffice and saves it; where that is missing, ``test_awkward_rows`` still runs."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    home = tmp_path_factory.mktemp("libreoffice")

    def run(path, to):
        out = path.parent / "keluar"
        words = [f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", to, "--outdir", str(out)]
        subprocess.run(["soffice", *words, str(path)], check=True, capture_output=True, timeout=180)
        return out

    return run


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_libreoffice_opens_the_sheet_and_saves_it_without_changing_a_cell(suffix, convert, tmp_path):
    path = write(tmp_path, awkward_rows())
    same_after(convert(path, suffix) / f"{path.stem}.{suffix}")


def test_libreoffice_shows_nips_letter_by_letter(convert, tmp_path):
    path = write(tmp_path, awkward_rows())
    out = convert(path, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1")
    text = (out / f"{path.stem}-Realisasi.csv").read_text(encoding="utf-8")
    assert re.findall(r"\b\d{18}\b", text) == [NIP, "198503122010012003", NIP]


def test_days_and_figures_in_other_clothes_are_understood(tmp_path):
    path = write(tmp_path, some_rows())
    book = openpyxl.load_workbook(path)
    page = book["Realisasi"]
    page["J4"].value, page["J5"].value, page["J6"].value = "87,5", "1.234", 12
    page["L4"].value, page["L5"].value = "5 Januari 2026", date(2026, 1, 6)
    page["L6"].value, page["L6"].number_format = 46000, "General"
    page["N4"].value, page["N5"].value = "di atas", "s"
    book.save(path)
    touched = [dict(row.touched) for row in read(path).rows]
    assert touched == [
        {"value": "87.5", "documented_on": "2026-01-05", "class": "ABOVE"},
        {"value": "1234", "documented_on": "2026-01-06"},
        {"value": "12", "documented_on": (date(1899, 12, 30) + timedelta(days=46000)).isoformat()},
    ]
