"""Plans by fill-in sheet: drafts grow row by row, nothing is fixed by a sheet, what is fixed stays as it was signed."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest
from small_office import NIPS, YEAR

from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Aspect, BehaviourValue, Direction, JobClass, PlanState, ResultKind

HEADINGS = 3


def opened(path):
    book = openpyxl.load_workbook(path)
    page = book["SKP"]
    return book, page, {page.cell(HEADINGS, column).value: column for column in range(1, page.max_column + 1)}


def rows_of(path, nip):
    _, page, places = opened(path)
    return [row for row in range(HEADINGS + 1, page.max_row + 1) if page.cell(row, places["NIP"]).value == nip]


def fill(path, rows):
    """Type into the rows of a person: row number -> {heading: content}."""
    book, page, places = opened(path)
    for row, cells in rows.items():
        for heading, content in cells.items():
            page.cell(row, places[heading]).value = content
    book.save(path)
    return path


def counts(outcome):
    one = outcome.counts
    return one.read, one.added, one.changed, one.same, one.refused, one.conflict


def plan(office, nip):
    return office.desk.planning.show(nip, 2025).plan


FILLED = (
    {
        "URAIAN": "Pasien terlayani sesuai standar",
        "INDIKATOR": "Persentase pasien",
        "ASPEK": "KUANTITAS",
        "TARGET": "80-90 %",
    },
    {
        "NO": 1,
        "INDIKATOR": "Waktu tunggu",
        "ASPEK": "WAKTU",
        "TARGET": "2-3 hari",
        "BATAS BAWAH": 2,
        "BATAS ATAS": 3,
        "SATUAN": "hari",
        "ARAH": "TURUN",
    },
)


@pytest.fixture
def sent(settled):
    """A sheet for people who have no plan yet; the nurse has two results typed in, and her annexes."""
    path = settled.desk.planning.sheets.write("U2", parse_period("2025-TW1"), settled.folder).path
    rows = rows_of(path, NIPS["nurse"])
    assert path.name.endswith("2025.xlsx")
    return fill(
        path,
        {
            rows[0]: FILLED[0],
            rows[1]: FILLED[1],
            rows[7]: {"NILAI BERAKHLAK": "HARMONIS", "URAIAN": "Menyapa setiap pasien"},
            rows[8]: {"URAIAN": "Dua petugas"},
            rows[9]: {"URAIAN": "Dilaporkan tiap bulan"},
            rows[10]: {"URAIAN": "Penghargaan"},
        },
    )


def test_a_plan_is_made_from_spare_rows_as_a_draft_and_the_same_sheet_again_changes_nothing(settled, sent):
    outcome = settled.desk.planning.sheets.take(sent)
    assert counts(outcome) == (6, 6, 0, 0, 0, 0)
    made = plan(settled, NIPS["nurse"])
    assert (made.state, made.job_class, made.year) == (PlanState.DRAFT, JobClass.JA_JF, 2025)
    (result,) = made.results
    assert (result.number, result.kind, result.text) == (1, ResultKind.MAIN, "Pasien terlayani sesuai standar")
    first, second = result.indicators
    assert (first.target.low, first.target.high, first.target.unit) == (Decimal(80), Decimal(90), "%")
    assert (second.aspect, second.target.direction) == (Aspect.TIME, Direction.LESS)
    assert made.expectations == {BehaviourValue.HARMONIOUS: ("Menyapa setiap pasien",)}
    assert (made.resources, made.accountability, made.consequences) == (
        ("Dua petugas",), ("Dilaporkan tiap bulan",), ("Penghargaan",),
    )  # fmt: skip
    again = settled.desk.planning.sheets.take(sent)
    assert counts(again) == (6, 0, 0, 6, 0, 0)
    assert not again.changes.change_set_id


def test_a_draft_is_changed_reworded_and_shortened_by_the_next_sheet(settled, sent):
    settled.desk.planning.sheets.take(sent)
    path = settled.desk.planning.sheets.write("U2", YEAR, settled.folder / "lagi").path
    rows = rows_of(path, NIPS["nurse"])
    before = plan(settled, NIPS["nurse"])
    fill(
        path,
        {
            rows[0]: {"URAIAN": "Pasien terlayani tepat waktu", "BATAS BAWAH": 85, "BATAS ATAS": 95},
            rows[2]: {"URAIAN": "Menyapa setiap tamu"},
            rows[3]: {"URAIAN": None},
            rows[6]: {"NO": 2, "JENIS": "TAMBAHAN", "URAIAN": "Rapat tim terlaksana", "INDIKATOR": "Jumlah"},
        },
    )
    assert counts(settled.desk.planning.sheets.take(path)) == (7, 1, 3, 3, 0, 0)
    after = plan(settled, NIPS["nurse"])
    assert [one.text for one in after.results] == ["Pasien terlayani tepat waktu", "Rapat tim terlaksana"]
    assert after.results[0].result_id == before.results[0].result_id
    assert after.results[0].indicators[0].target.high == Decimal(95)
    assert after.expectations == {BehaviourValue.HARMONIOUS: ("Menyapa setiap tamu",)}
    assert after.resources == ()
    again = settled.desk.planning.sheets.take(path)
    assert counts(again) == (7, 0, 0, 7, 0, 0)
    old = settled.desk.planning.sheets.take(sent)
    assert {fault.code for fault in old.refused} == {"IMP-266", "IMP-272"}, "old words do not come back"
    assert plan(settled, NIPS["nurse"]).results == after.results
    assert plan(settled, NIPS["nurse"]).expectations == after.expectations


def test_what_is_missing_or_does_not_belong_is_refused_at_its_cell(settled):
    path = settled.desk.planning.sheets.write("U2", YEAR, settled.folder).path
    rows = rows_of(path, NIPS["nurse"])
    fill(
        path,
        {
            rows[0]: {"INDIKATOR": "tanpa hasil kerja"},
            rows[1]: {"NO": "dua", "URAIAN": "x"},
            rows[5]: {"URAIAN": "tanpa nomor"},
            rows[7]: {"URAIAN": "tanpa nilai"},
            rows[8]: {"URAIAN": "Dua petugas", "INDIKATOR": "bukan di sini"},
            rows[9]: {"URAIAN": "pendekatan lain", "PENDEKATAN": "KUALITATIF"},
            rows[2]: {"URAIAN": "Hasil kerja", "BATAS BAWAH": 9, "BATAS ATAS": 3},
            rows[3]: {"URAIAN": "Hasil yang baik"},
            rows[4]: {"NO": 4, "URAIAN": "Hasil yang lain"},
        },
    )
    outcome = settled.desk.planning.sheets.take(path)
    told = {(fault.row - rows[0], fault.column, fault.code) for fault in outcome.refused}
    assert told == {
        (0, "URAIAN", "IMP-223"),
        (1, "NO", "IMP-221"),
        (2, "BATAS ATAS", "IMP-224"),
        (4, "URAIAN", "IMP-271"),
        (5, "NO", "IMP-223"),
        (7, "NILAI BERAKHLAK", "IMP-223"),
        (8, "INDIKATOR", "IMP-270"),
        (9, "PENDEKATAN", "PLN-104"),
    }
    assert counts(outcome) == (9, 1, 0, 0, 8, 0)
    corrections = settled.desk.planning.sheets.write_corrections(path, settled.folder / "perbaikan.xlsx")
    assert corrections.corrected == 8
    fixed = {rows[0]: {"URAIAN": "Hasil satu"}, rows[5]: {"NO": 5}}
    assert counts(settled.desk.planning.sheets.take(fill(corrections.path, fixed)))[1] == 2


def test_two_rows_of_one_result_may_not_say_two_things_of_it(settled, sent):
    settled.desk.planning.sheets.take(sent)
    path = settled.desk.planning.sheets.write("U2", YEAR, settled.folder / "lagi").path
    rows = rows_of(path, NIPS["nurse"])
    fill(path, {rows[0]: {"URAIAN": "satu"}, rows[1]: {"URAIAN": "dua"}})
    outcome = settled.desk.planning.sheets.take(path)
    assert [(fault.row, fault.code) for fault in outcome.refused] == [(rows[1], "IMP-271")]
    assert plan(settled, NIPS["nurse"]).results[0].text == "satu"


def test_a_fixed_plan_is_shown_but_locked(planned):
    path = planned.desk.planning.sheets.write("U2", YEAR, planned.folder).path
    _, page, places = opened(path)
    rows = rows_of(path, NIPS["nurse"])
    assert len(rows) == 8, "no spare rows below a plan that is fixed"
    assert page.cell(rows[0], places["URAIAN"]).protection.locked
    before = plan(planned, NIPS["nurse"])
    outcome = planned.desk.planning.sheets.take(fill(path, {rows[0]: {"URAIAN": "diubah paksa"}}))
    assert [fault.code for fault in outcome.refused] == ["IMP-264"]
    assert plan(planned, NIPS["nurse"]) == before


def test_a_plan_fixed_or_changed_meanwhile_is_not_overwritten(settled, sent):
    settled.desk.planning.sheets.take(sent)
    path = settled.desk.planning.sheets.write("U2", YEAR, settled.folder / "lagi").path
    rows = rows_of(path, NIPS["nurse"])
    fill(sent, {rows_of(sent, NIPS["nurse"])[0]: {"INDIKATOR": "Persentase lain"}})
    fill(path, {rows[0]: {"INDIKATOR": "Persentase baru"}})
    assert counts(settled.desk.planning.sheets.take(path))[2] == 1
    outcome = settled.desk.planning.sheets.take(sent)
    assert [(fault.code, fault.column) for fault in outcome.refused] == [("IMP-266", "INDIKATOR")]
    assert outcome.counts.conflict == 1
    assert plan(settled, NIPS["nurse"]).results[0].indicators[0].text == "Persentase baru"
