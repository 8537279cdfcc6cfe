"""The staff file of the national system, with the dirt that real files have (layouts 1, F62)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from meritdesk.core.intake import Intake, StaffRow
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, Sex
from meritdesk.exchange.sheet_layouts import STAFF_LAYOUT
from meritdesk.exchange.staff_sheet import read_staff

GOOD = {
    "PNS ID": "AA01",
    "NIP BARU": "198107252011011009",
    "NAMA": "Budi Santoso",
    "GELAR DEPAN": "-",
    "GELAR BELAKANG": "S.E.",
    "TANGGAL LAHIR": "25-07-1981",
    "JENIS KELAMIN": "L",
    "JENIS PEGAWAI NAMA": "PNS Daerah",
    "KEDUDUKAN HUKUM NAMA": "Aktif",
    "STATUS CPNS PNS": "P",
    "GOL AKHIR NAMA": "III/c",
    "TMT GOLONGAN": "2021-04-01",
    "JENIS JABATAN ID": "4",
    "JABATAN NAMA": "Pengolah Data",
    "TMT JABATAN": "01/02/2022",
    "PENDIDIKAN NAMA": "S-1",
    "UNOR ID": "U1",
    "UNOR NAMA": "BIDANG X - DINAS Y",
    "ESELON NAMA": "-",
    "AGAMA NAMA": "Islam",
    "NIK": "3372012507810001",
    "ALAMAT": "Jl. Melati 5",
    "NOMOR HP": "0812000111",
    "NPWP NOMOR": "09.111.222",
    "BPJS": "000111222",
    "JENIS KAWIN NAMA": "Menikah",
}
OTHER = {
    **GOOD,
    "PNS ID": "AA02",
    "NIP BARU": "199002022015022002",
    "NAMA": "Siti",
    "TANGGAL LAHIR": "1990-02-02",
    "JENIS KELAMIN": "P",
}


def no_step(done: int, total: int) -> None:
    return None


def read(folder: Path, *rows: dict[str, str]) -> Intake[StaffRow]:
    path = folder / "staf.csv"
    headings = list(GOOD)
    lines = [headings, *([row.get(heading, "") for heading in headings] for row in rows)]
    path.write_text("\n".join("|".join(line) for line in lines), encoding="utf-8")
    intake = read_staff(path, no_step)
    assert intake.read == len(intake.rows) + len(intake.refused)
    return intake


def only(folder: Path, **cells: str) -> StaffRow:
    intake = read(folder, {**GOOD, **{name.replace("_", " "): cell for name, cell in cells.items()}})
    assert intake.refused == ()
    return intake.rows[0].value


def fault(folder: Path, **cells: str) -> tuple[str, str]:
    intake = read(folder, {**GOOD, **{name.replace("_", " "): cell for name, cell in cells.items()}})
    assert intake.rows == () and intake.refused[0].row == 2
    return intake.refused[0].code, intake.refused[0].column


def test_a_good_row_is_read_with_everything_that_appraisal_needs(tmp_path: Path) -> None:
    assert only(tmp_path) == StaffRow(
        nip="198107252011011009",
        source_id="AA01",
        name="Budi Santoso",
        front_title=None,
        back_title="S.E.",
        sex=Sex.MALE,
        birth_date=date(1981, 7, 25),
        employment=EmploymentType.PNS,
        legal_status=LegalStatus.ACTIVE,
        grade="III/c",
        grade_since=date(2021, 4, 1),
        position_kind=PositionKind.STAFF,
        position_title="Pengolah Data",
        position_since=date(2022, 2, 1),
        echelon=None,
        education="S-1",
        unit_source_id="U1",
        unit_name="BIDANG X - DINAS Y",
    )


def test_nothing_sensitive_is_read(tmp_path: Path) -> None:
    told = repr(read(tmp_path, GOOD))
    for heading in ("AGAMA NAMA", "NIK", "ALAMAT", "NOMOR HP", "NPWP NOMOR", "BPJS", "JENIS KAWIN NAMA"):
        assert GOOD[heading] not in told
    assert len(STAFF_LAYOUT.columns) == 22


@pytest.mark.parametrize("marker", ["", "-", "0", "NULL", "null", " "])
def test_an_empty_marker_says_nothing_and_so_overwrites_nothing(tmp_path: Path, marker: str) -> None:
    names = (
        "TANGGAL_LAHIR",
        "JENIS_KELAMIN",
        "GOL_AKHIR_NAMA",
        "TMT_JABATAN",
        "UNOR_ID",
        "KEDUDUKAN_HUKUM_NAMA",
        "PNS_ID",
    )
    row = only(tmp_path, **dict.fromkeys(names, marker))
    assert (row.birth_date, row.sex, row.grade, row.position_since, row.unit_source_id) == (None,) * 5
    assert (row.legal_status, row.source_id) == (None, None)


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("M", Sex.MALE),
        ("L", Sex.MALE),
        ("1", Sex.MALE),
        ("Pria", Sex.MALE),
        ("laki-laki", Sex.MALE),
        ("Laki Laki", Sex.MALE),
        ("F", Sex.FEMALE),
        ("P", Sex.FEMALE),
        ("2", Sex.FEMALE),
        ("WANITA", Sex.FEMALE),
        ("Perempuan", Sex.FEMALE),
    ],
)
def test_every_spelling_of_sex_is_known_and_checked_against_the_number(tmp_path: Path, cell: str, sex: Sex) -> None:
    intake = read(tmp_path, {**GOOD, "JENIS KELAMIN": cell})
    assert intake.rows[0].value.sex is sex
    assert [remark.code for remark in intake.remarks] == ([] if sex is Sex.MALE else ["IMP-231"])


def test_an_unknown_word_for_sex_leaves_it_to_the_number(tmp_path: Path) -> None:
    intake = read(tmp_path, {**GOOD, "JENIS KELAMIN": "X"})
    assert intake.rows[0].value.sex is Sex.MALE
    assert intake.remarks[0].code == "IMP-233"


@pytest.mark.parametrize(
    ("cells", "kind", "echelon"),
    [
        ({"JENIS_JABATAN_ID": "1", "ESELON_NAMA": "II.b"}, PositionKind.JPT, "II.b"),
        ({"JENIS_JABATAN_ID": "1", "ESELON_NAMA": "I/a"}, PositionKind.JPT, "I.a"),
        ({"JENIS_JABATAN_ID": "1", "ESELON_NAMA": "III.A"}, PositionKind.ADMINISTRATOR, "III.a"),
        ({"JENIS_JABATAN_ID": "1", "ESELON_NAMA": "41"}, PositionKind.SUPERVISOR, "IV.a"),
        ({"JENIS_JABATAN_ID": "1", "ESELON_NAMA": "V.a"}, PositionKind.STAFF, "V.a"),
        ({"JENIS_JABATAN_ID": "2", "ESELON_NAMA": "99"}, PositionKind.JF, None),
        ({"JENIS_JABATAN_ID": "4"}, PositionKind.STAFF, None),
        ({"JENIS_JABATAN_ID": "", "ESELON_NAMA": "II.b"}, PositionKind.JPT, "II.b"),
        ({"JENIS_JABATAN_ID": "-", "ESELON_NAMA": "II"}, PositionKind.JPT, "II"),
        ({"JENIS_JABATAN_ID": "", "ESELON_NAMA": "Eselon III"}, PositionKind.ADMINISTRATOR, "III"),
        ({"JENIS_JABATAN_ID": "", "ESELON_NAMA": "IV"}, PositionKind.SUPERVISOR, "IV"),
        ({"JENIS_JABATAN_ID": "1.0"}, None, None),
    ],
)
def test_the_kind_of_post_follows_from_kind_and_echelon(
    tmp_path: Path, cells: dict[str, str], kind: PositionKind | None, echelon: str | None
) -> None:
    if cells["JENIS_JABATAN_ID"] == "1.0":
        assert fault(tmp_path, **cells) == ("IMP-222", "JENIS JABATAN NAMA")
        return
    row = only(tmp_path, **cells)
    assert (row.position_kind, row.echelon) == (kind, echelon)


def test_a_structural_post_without_echelon_is_left_open_with_a_remark(tmp_path: Path) -> None:
    intake = read(tmp_path, {**GOOD, "JENIS JABATAN ID": "1"})
    assert intake.rows[0].value.position_kind is None
    assert intake.remarks[0].code == "IMP-236"


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("III/c", "III/c"),
        ("iv/A".upper(), "IV/a"),
        ("Penata - III/c", "III/c"),
        ("(II/d)", "II/d"),
        ("III-b", "III/b"),
        ("IX", "IX"),
        ("Golongan IX", "IX"),
        ("Gol. XVII", "XVII"),
        ("gol V", "V"),
    ],
)
def test_grades_of_civil_servants_and_contracts_are_read(tmp_path: Path, cell: str, grade: str) -> None:
    assert only(tmp_path, GOL_AKHIR_NAMA=cell).grade == grade


@pytest.mark.parametrize(
    ("flag", "kind", "grade", "employment"),
    [
        ("P", "", "", EmploymentType.PNS),
        ("C", "", "", EmploymentType.CPNS),
        ("CPNS", "PNS", "", EmploymentType.CPNS),
        ("-", "PPPK Guru", "IX", EmploymentType.PPPK),
        ("", "", "IX", EmploymentType.PPPK),
        ("", "", "III/a", EmploymentType.PNS),
        ("", "Pegawai Pemerintah dengan Perjanjian Kerja", "", EmploymentType.PPPK),
        ("", "", "", None),
    ],
)
def test_the_kind_of_employment_is_found(
    tmp_path: Path, flag: str, kind: str, grade: str, employment: EmploymentType | None
) -> None:
    row = only(tmp_path, STATUS_CPNS_PNS=flag, JENIS_PEGAWAI_NAMA=kind, GOL_AKHIR_NAMA=grade)
    assert row.employment is employment


def test_a_contract_number_without_a_month_is_good_for_pppk_only(tmp_path: Path) -> None:
    pppk = {
        "NIP_BARU": "198107252025211003",
        "JENIS_PEGAWAI_NAMA": "PPPK",
        "STATUS_CPNS_PNS": "",
        "GOL_AKHIR_NAMA": "IX",
    }
    assert only(tmp_path, **pppk).nip == "198107252025211003"
    assert fault(tmp_path, NIP_BARU="198107252025211003") == ("NIP-204", "NIP BARU")


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Aktif", LegalStatus.ACTIVE),
        ("CLTN", LegalStatus.UNPAID_LEAVE),
        ("Tugas Belajar", LegalStatus.STUDY_LEAVE),
        ("Pemberhentian sementara", LegalStatus.SUSPENDED),
        ("Masa Persiapan Pensiun", LegalStatus.PRE_PENSION),
        ("PPPK Aktif", LegalStatus.ACTIVE),
        ("Diperbantukan", LegalStatus.SECONDED),
        ("PNS yang dinyatakan hilang", LegalStatus.LEFT),
    ],
)
def test_legal_status_decides_who_must_be_appraised(tmp_path: Path, cell: str, status: LegalStatus) -> None:
    assert only(tmp_path, KEDUDUKAN_HUKUM_NAMA=cell).legal_status is status


def test_an_unknown_legal_status_is_a_remark_and_the_person_stays(tmp_path: Path) -> None:
    intake = read(tmp_path, {**GOOD, "KEDUDUKAN HUKUM NAMA": "Status Baru"})
    assert intake.rows[0].value.legal_status is None
    assert (intake.remarks[0].code, intake.remarks[0].column) == ("IMP-234", "KEDUDUKAN HUKUM NAMA")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"NIP_BARU": "1,98107E+17"}, ("NIP-201", "NIP BARU")),
        ({"NIP_BARU": "198107252011010000"}, ("NIP-201", "NIP BARU")),
        ({"NIP_BARU": "19810725"}, ("NIP-202", "NIP BARU")),
        ({"NIP_BARU": ""}, ("NIP-206", "NIP BARU")),
        ({"TANGGAL_LAHIR": "31-02-1981"}, ("IMP-220", "TANGGAL LAHIR")),
        ({"TMT_JABATAN": "2022"}, ("IMP-220", "TMT JABATAN")),
        ({"TMT_GOLONGAN": "01-01-1022"}, ("IMP-220", "TMT GOLONGAN")),
        ({"GOL_AKHIR_NAMA": "III/e"}, ("IMP-222", "GOL AKHIR NAMA")),
        ({"ESELON_NAMA": "tinggi"}, ("IMP-222", "ESELON NAMA")),
    ],
)
def test_what_cannot_be_read_refuses_the_row_with_its_column(
    tmp_path: Path, cells: dict[str, str], expected: tuple[str, str]
) -> None:
    assert fault(tmp_path, **cells) == expected


def test_a_number_that_a_spreadsheet_holds_as_a_figure_is_destroyed_whatever_it_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["NIP BARU", "NAMA", "TANGGAL LAHIR"])
        sheet.write_number(1, 0, 198107252011011009)
        sheet.write_string(1, 1, "Budi")
        sheet.write_string(2, 0, "199002022015022002")
        sheet.write_string(2, 1, "Siti")
        sheet.write_datetime(2, 2, datetime(1990, 2, 2), book.add_format({"num_format": "d mmm yyyy"}))
    intake = read_staff(path, no_step)
    assert [(one.row, one.code) for one in intake.refused] == [(2, "NIP-201")]
    assert intake.rows[0].value.birth_date == date(1990, 2, 2)


def test_a_birth_date_other_than_the_number_says_is_a_remark(tmp_path: Path) -> None:
    intake = read(tmp_path, {**GOOD, "TANGGAL LAHIR": "26-07-1981"})
    assert intake.rows[0].value.birth_date == date(1981, 7, 26)
    assert intake.remarks[0].code == "IMP-232"


def test_blank_and_summary_rows_are_skipped_and_not_counted_as_read(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        GOOD,
        {},
        {"PNS ID": "JUMLAH", "NIP BARU": ""},
        {"NIP BARU": "Jumlah", "NAMA": "1 orang"},
        {"NIP BARU": "Keterangan: x"},
    )
    assert (intake.read, len(intake.rows), intake.skipped) == (1, 1, 4)


def test_a_row_that_names_somebody_without_a_number_is_refused_not_skipped(tmp_path: Path) -> None:
    intake = read(tmp_path, {"PNS ID": "AA09"}, {"NAMA": "Tanpa Nomor"})
    assert [(one.row, one.code) for one in intake.refused] == [(2, "NIP-206"), (3, "NIP-206")]


def test_a_twin_row_is_refused_and_the_first_stands(tmp_path: Path) -> None:
    intake = read(tmp_path, GOOD, OTHER, GOOD)
    assert [placed.row for placed in intake.rows] == [2, 3]
    assert [(one.row, one.code, one.facts["other"]) for one in intake.refused] == [(4, "REG-351", 2)]


def test_one_person_twice_with_other_content_keeps_the_first_readable_row(tmp_path: Path) -> None:
    changed = {**GOOD, "JABATAN NAMA": "Arsiparis"}
    assert [one.code for one in read(tmp_path, GOOD, changed).refused] == ["REG-353"]
    broken = {**GOOD, "TANGGAL LAHIR": "x"}
    intake = read(tmp_path, broken, changed)
    assert [placed.row for placed in intake.rows] == [3]
    assert [(one.row, one.code) for one in intake.refused] == [(2, "IMP-220")]


def test_two_people_with_one_number_are_both_refused(tmp_path: Path) -> None:
    thief = {**OTHER, "NIP BARU": GOOD["NIP BARU"]}
    intake = read(tmp_path, GOOD, thief)
    assert intake.rows == ()
    assert [(one.row, one.code, one.facts["others"]) for one in intake.refused] == [
        (2, "REG-352", "3"),
        (3, "REG-352", "2"),
    ]


def test_one_person_with_two_numbers_is_refused_both_times(tmp_path: Path) -> None:
    intake = read(tmp_path, GOOD, {**OTHER, "PNS ID": GOOD["PNS ID"]})
    assert [(one.row, one.code) for one in intake.refused] == [(2, "REG-354"), (3, "REG-354")]


def test_a_remark_is_told_only_of_a_row_that_was_taken(tmp_path: Path) -> None:
    other_day = {**GOOD, "TANGGAL LAHIR": "26-07-1981"}
    assert read(tmp_path, {**other_day, "ESELON NAMA": "tinggi"}, OTHER).remarks == ()
    twins = read(tmp_path, other_day, other_day)
    assert [(one.row, one.code) for one in twins.remarks] == [(2, "IMP-232")]
