"""MeritDesk's own sheets: what is written is read back, and what people type is understood or refused."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import IndicatorClass, OrgLevel, Rating
from meritdesk.core.intake import ActualRow, LevelRow, PlanRow, RatingRow
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, Perspective, ResultKind
from meritdesk.core.target_text import read_target
from meritdesk.exchange import work_sheets
from meritdesk.exchange.sheets import clean_text

NIP = "198107252011011009"
YEAR = parse_period("2025")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), max_size=40).map(clean_text)
FIGURES = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False, allow_infinity=False)


def no_step(done: int, total: int) -> None:
    return None


def plan_csv(folder: Path, **cells: str) -> Path:
    row = {
        "NIP": NIP,
        "TAHUN": "2025",
        "PENDEKATAN": "Kuantitatif",
        "BAGIAN": "Hasil Kerja",
        "NO": "1",
        "JENIS": "Utama",
        "URAIAN": "Layanan cepat",
        "INDIKATOR": "Waktu layanan",
        "ASPEK": "Waktu",
        "PERSPEKTIF": "",
        "TARGET": "2-3 hari",
        "BATAS BAWAH": "",
        "BATAS ATAS": "",
        "SATUAN": "",
        "ARAH": "",
        "NILAI BERAKHLAK": "",
        **{name.replace("_", " "): cell for name, cell in cells.items()},
    }
    path = folder / "skp.csv"
    path.write_text(";".join(row) + "\n" + ";".join(row.values()), encoding="utf-8")
    return path


def plan_fault(folder: Path, **cells: str) -> tuple[str, str]:
    intake = work_sheets.read_plans(plan_csv(folder, **cells), no_step)
    assert (intake.rows, intake.read) == ((), 1)
    return intake.refused[0].code, intake.refused[0].column


@given(
    text=TEXTS.filter(bool),
    parent=TEXTS,
    target=TEXTS,
    low=FIGURES,
    more=FIGURES,
    unit=TEXTS,
    aspect=st.sampled_from([None, *Aspect]),
    perspective=st.sampled_from([None, *Perspective]),
    direction=st.sampled_from(Direction),
    kind=st.sampled_from(ResultKind),
    approach=st.sampled_from(Approach),
    suffix=st.sampled_from([".xlsx", ".csv"]),
)
@settings(max_examples=60)
def test_any_plan_row_is_read_back_as_it_was_written(
    text: str,
    parent: str,
    target: str,
    low: Decimal,
    more: Decimal,
    unit: str,
    aspect: Aspect | None,
    perspective: Perspective | None,
    direction: Direction,
    kind: ResultKind,
    approach: Approach,
    suffix: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rows = [
        PlanRow(
            NIP,
            2025,
            "RESULT",
            approach,
            3,
            kind,
            text,
            parent,
            parent,
            text,
            aspect,
            perspective,
            target,
            low,
            low + more,
            unit,
            direction,
        ),
        PlanRow(NIP, 2025, "EXPECTATION", approach, text=text, value=BehaviourValue.LOYAL),
        PlanRow(NIP, 2025, "CONSEQUENCES", approach, text=text),
    ]
    path = tmp_path_factory.mktemp("plans") / f"skp{suffix}"
    assert work_sheets.write_plans(path, rows) == 3
    intake = work_sheets.read_plans(path, no_step)
    assert intake.refused == ()
    assert [placed.value for placed in intake.rows] == rows


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_actuals_ratings_and_levels_are_read_back_as_they_were_written(tmp_path: Path, suffix: str) -> None:
    actuals = [
        ActualRow(NIP, YEAR, 1, 2, "87,5%", Decimal("87.5"), "Baik", None, None),
        ActualRow(NIP, parse_period("2025-TW4"), 1, 1, "=1+1", None, None, IndicatorClass.ABOVE, "Melebihi\nharapan"),
    ]
    ratings = [
        RatingRow(NIP, YEAR, Rating.ABOVE, Rating.BELOW, "Sebab", "-catatan", ((BehaviourValue.LOYAL, "+baik"),)),
        RatingRow(NIP, parse_period("2025-01")),
    ]
    levels = [
        LevelRow("U1", YEAR, OrgLevel.OUTSTANDING, "LKjIP", date(2026, 1, 15)),
        LevelRow("U2", YEAR, OrgLevel.POOR),
    ]
    work_sheets.write_actuals(tmp_path / f"a{suffix}", actuals)
    work_sheets.write_ratings(tmp_path / f"r{suffix}", ratings)
    work_sheets.write_levels(tmp_path / f"l{suffix}", levels)
    assert [one.value for one in work_sheets.read_actuals(tmp_path / f"a{suffix}", no_step).rows] == actuals
    assert [one.value for one in work_sheets.read_assessment(tmp_path / f"r{suffix}", no_step).rows] == ratings
    assert [one.value for one in work_sheets.read_assessment(tmp_path / f"l{suffix}", no_step).rows] == levels


@pytest.mark.parametrize(
    ("text", "aspect", "low", "high", "unit", "direction"),
    [
        ("80-90 %", None, "80", "90", "%", Direction.MORE),
        ("80 – 90%", None, "80", "90", "%", Direction.MORE),
        ("80%-90% peserta puas", Aspect.QUALITY, "80", "90", "%", Direction.MORE),
        ("3,5", None, "3.5", "3.5", "", Direction.MORE),
        ("3,5 dari skala 5", None, "3.5", "3.5", "skala 5", Direction.MORE),
        ("7-8 bulan", Aspect.TIME, "7", "8", "bulan", Direction.LESS),
        ("1 – 2 hari setelah tindak lanjut", Aspect.TIME, "1", "2", "hari", Direction.LESS),
        ("≤ 3 hari", None, "3", "3", "hari", Direction.LESS),
        ("maksimal 3 temuan", None, "3", "3", "temuan", Direction.LESS),
        ("> 3,5", None, "3.5", "3.5", "", Direction.MORE),
        ("61,95%", None, "61.95", "61.95", "%", Direction.MORE),
        ("Rp. 1.500.000", Aspect.COST, "1500000", "1500000", "", Direction.MORE),
        ("3 unit", Aspect.QUANTITY, "3", "3", "unit", Direction.MORE),
    ],
)
def test_bounds_are_derived_from_the_text_of_a_target(
    text: str, aspect: Aspect | None, low: str, high: str, unit: str, direction: Direction
) -> None:
    target = read_target(text, aspect)
    assert (target.low, target.high, target.unit, target.direction) == (Decimal(low), Decimal(high), unit, direction)
    assert target.text == text


@pytest.mark.parametrize("text", ["", "sangat baik", "A", "90-80%", "1.2.3.4", "predikat 3"])
def test_a_target_without_clear_figures_stays_qualitative(text: str) -> None:
    assert (read_target(text, None).low, read_target(text, None).high) == (None, None)


def test_bounds_in_their_own_columns_win_over_the_text(tmp_path: Path) -> None:
    path = plan_csv(tmp_path, BATAS_BAWAH="4", BATAS_ATAS="5,5", SATUAN="jam", ARAH="Naik")
    row = work_sheets.read_plans(path, no_step).rows[0].value
    assert (row.target_low, row.target_high) == (Decimal(4), Decimal("5.5"))
    assert (row.target_unit, row.direction, row.target_text) == ("jam", Direction.MORE, "2-3 hari")
    derived = work_sheets.read_plans(plan_csv(tmp_path), no_step).rows[0].value
    assert (derived.target_low, derived.target_high, derived.target_unit) == (Decimal(2), Decimal(3), "hari")
    assert derived.direction is Direction.LESS


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"NIP": "1,98107E+17"}, ("NIP-201", "NIP")),
        ({"TAHUN": "25"}, ("USE-101", "TAHUN")),
        ({"TAHUN": ""}, ("IMP-223", "TAHUN")),
        ({"PENDEKATAN": "campuran"}, ("IMP-222", "PENDEKATAN")),
        ({"BAGIAN": "Lain"}, ("IMP-222", "BAGIAN")),
        ({"URAIAN": ""}, ("IMP-223", "URAIAN")),
        ({"NO": "0"}, ("IMP-224", "NO")),
        ({"NO": "1,5"}, ("IMP-224", "NO")),
        ({"NO": "satu"}, ("IMP-221", "NO")),
        ({"ASPEK": "rasa"}, ("IMP-222", "ASPEK")),
        ({"BATAS_BAWAH": "9", "BATAS_ATAS": "3"}, ("IMP-224", "BATAS ATAS")),
        ({"BATAS_BAWAH": "banyak"}, ("IMP-221", "BATAS BAWAH")),
        ({"BAGIAN": "Ekspektasi"}, ("IMP-223", "NILAI BERAKHLAK")),
    ],
)
def test_what_cannot_be_read_refuses_the_row_with_its_column(
    tmp_path: Path, cells: dict[str, str], expected: tuple[str, str]
) -> None:
    assert plan_fault(tmp_path, **cells) == expected


@pytest.mark.parametrize(
    ("cell", "rating"),
    [
        ("DI ATAS EKSPEKTASI", Rating.ABOVE),
        ("diatas ekspektasi", Rating.ABOVE),
        ("DI ATAS", Rating.ABOVE),
        ("A", Rating.ABOVE),
        ("1", Rating.ABOVE),
        ("2", Rating.MEETS),
        ("Sesuai", Rating.MEETS),
        ("3", Rating.BELOW),
        ("DIBAWAH EKSPEKTASI", Rating.BELOW),
        ("", None),
    ],
)
def test_ratings_are_understood_as_people_and_the_national_system_write_them(
    tmp_path: Path, cell: str, rating: Rating | None
) -> None:
    path = tmp_path / "r.csv"
    path.write_text(f"NIP;PERIODE;RATING HASIL KERJA;RATING PERILAKU KERJA\n{NIP};2025;{cell};2\n", encoding="utf-8")
    row = work_sheets.read_assessment(path, no_step).rows[0].value
    assert row == RatingRow(NIP, YEAR, rating, Rating.MEETS)


def test_a_period_that_a_spreadsheet_turned_into_a_date_is_a_month(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["NIP", "PERIODE", "RATING HASIL KERJA", "RATING PERILAKU KERJA"])
        sheet.write_row(1, 0, [NIP])
        sheet.write_datetime(1, 1, datetime(2025, 1, 1), book.add_format({"num_format": "mmm yyyy"}))
        sheet.write_row(2, 0, [NIP, 2025, 1, 3])
    first, second = work_sheets.read_assessment(path, no_step).rows
    assert first.value == RatingRow(NIP, parse_period("2025-01"))
    assert second.value == RatingRow(NIP, YEAR, Rating.ABOVE, Rating.BELOW)


def test_a_period_that_does_not_exist_refuses_its_row(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text(
        "UNOR ID;PERIODE;CAPAIAN;TANGGAL\nU1;2025-TW5;Baik;\nU1;2025;hebat;\nU1;2025;Baik;31-02-2026\n",
        encoding="utf-8",
    )
    intake = work_sheets.read_assessment(path, no_step)
    found = [(one.row, one.code, one.column) for one in intake.refused]
    assert found == [(2, "USE-101", "PERIODE"), (3, "IMP-222", "CAPAIAN"), (4, "IMP-220", "TANGGAL")]
    assert intake.read == 3


def test_a_class_set_by_the_leader_needs_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "NIP;PERIODE;NO HASIL KERJA;NO INDIKATOR;REALISASI;NILAI REALISASI;PENILAIAN PIMPINAN;ALASAN\n"
        f"{NIP};2025;1;1;x;;di atas;\n{NIP};2025;1;1;;;;\n{NIP};2025;1;1;;1.234,5;;\n",
        encoding="utf-8",
    )
    intake = work_sheets.read_actuals(path, no_step)
    assert [(one.row, one.code, one.column) for one in intake.refused] == [
        (2, "IMP-223", "ALASAN"),
        (3, "IMP-223", "REALISASI"),
    ]
    assert intake.rows[0].value.text == "1.234,5"


def test_the_headings_say_whether_a_file_holds_ratings_or_levels(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("NIP;PERIODE\n", encoding="utf-8")
    with pytest.raises(FileRefusal) as caught:
        work_sheets.read_assessment(path, no_step)
    assert caught.value.facts["headings"] == "RATING HASIL KERJA, RATING PERILAKU KERJA"
