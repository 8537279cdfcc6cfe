"""The unit file of the national system (layouts 2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from meritdesk.core.intake import Intake, UnitRow
from meritdesk.exchange.unit_sheet import read_units

HEADINGS = (
    "ID", "NAMA UNOR", "DIATASAN ID", "ESELON ID", "NAMA JABATAN", "NAMA PEJABAT", "PEMIMPIN PNS ID",
    "PEMIMPIN NON PNS ID", "PLT PNS ID", "ORDER", "UNIT KERJA MANDIRI",
)  # fmt: skip


def read(folder: Path, *rows: str, headings: tuple[str, ...] = HEADINGS) -> Intake[UnitRow]:
    path = folder / "unor.csv"
    path.write_text("\n".join((";".join(headings), *rows)), encoding="utf-8")
    intake = read_units(path, lambda done, total: None)
    assert intake.read == len(intake.rows) + len(intake.refused)
    return intake


def test_a_unit_is_read_with_its_place_and_its_head(tmp_path: Path) -> None:
    intake = read(
        tmp_path,
        "R;Kota;;99;Wali Kota;H. Contoh;;N1;;1;",
        "D;- Dinas X;R;22;Kepala Dinas X;Budi;P1;;;2;TIDAK",
        "B;-- Bidang Y;D;32;Kepala Bidang Y;;-;;P1;3;YA",
    )
    root, department, field = (placed.value for placed in intake.rows)
    assert root == UnitRow("R", "Kota", 0, None, None, "Wali Kota", "H. Contoh", None, "N1", None, None, 1)
    assert department == UnitRow("D", "Dinas X", 1, "R", "II.b", "Kepala Dinas X", "Budi", "P1", None, None, False, 2)
    assert (field.depth, field.acting_source_id, field.head_source_id, field.is_autonomous) == (2, "P1", None, True)
    assert intake.remarks == ()


def test_the_tree_is_read_from_dashes_where_the_parent_is_silent(tmp_path: Path) -> None:
    rows = ("R;Kota", "A;- Dinas A", "A1;- - Bidang A1", "B;\u2013 Dinas B", "B1;--- Seksi B1")
    intake = read(tmp_path, *rows, headings=("ID", "NAMA UNOR"))
    parents = {placed.value.source_id: placed.value.parent_source_id for placed in intake.rows}
    assert parents == {"R": None, "A": "R", "A1": "A", "B": "R", "B1": "B"}
    assert intake.remarks == ()
    noted = read(tmp_path, "R;Kota;", "A;- Dinas A;", headings=("ID", "NAMA UNOR", "DIATASAN ID"))
    assert [(one.row, one.code) for one in noted.remarks] == [(3, "REG-357")]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (";Tanpa ID;R;;;;;;;;", "IMP-223", "ID"),
        ("X;;R;;;;;;;;", "IMP-223", "NAMA UNOR"),
        ("X;--;R;;;;;;;;", "IMP-223", "NAMA UNOR"),
        ("X;- X;X;;;;;;;;", "REG-356", "DIATASAN ID"),
        ("X;- X;R;tinggi;;;;;;;", "IMP-222", "ESELON ID"),
        ("X;- X;R;;;;;;;abc;", "IMP-221", "ORDER"),
        ("X;- X;R;;;;;;;;mungkin", "IMP-222", "UNIT KERJA MANDIRI"),
    ],
)
def test_what_cannot_be_read_refuses_the_row_with_its_column(tmp_path: Path, row: str, code: str, column: str) -> None:
    intake = read(tmp_path, "R;Kota;;;;;;;;;", row)
    assert [(one.row, one.code, one.column) for one in intake.refused] == [(3, code, column)]
    assert len(intake.rows) == 1


def test_an_orphan_is_handed_on_for_the_register_to_judge(tmp_path: Path) -> None:
    intake = read(tmp_path, "R;Kota;;;;;;;;;", "X;- X;HILANG;;;;;;;;")
    assert intake.rows[1].value.parent_source_id == "HILANG"


def test_doubled_ids_are_judged_by_their_content(tmp_path: Path) -> None:
    twin, other = "X;- X;R;;;;;;;;", "X;- Lain;R;;;;;;;;"
    assert [(one.row, one.code) for one in read(tmp_path, twin, twin).refused] == [(3, "REG-351")]
    both = read(tmp_path, twin, other)
    assert [(one.row, one.code) for one in both.refused] == [(2, "REG-355"), (3, "REG-355")]
    assert both.rows == ()


def test_summary_rows_are_skipped(tmp_path: Path) -> None:
    intake = read(tmp_path, "R;Kota;;;;;;;;;", ";;;;;;;;;;", "JUMLAH;;;;;;;;;;", ";Total 1 unit;;;;;;;;;")
    assert (intake.read, intake.skipped) == (1, 3)
