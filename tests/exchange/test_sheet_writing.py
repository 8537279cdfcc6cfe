"""Files for people: text stays text, the same rows give the same bytes, a failure leaves nothing behind (F72)."""

from __future__ import annotations

import csv
import errno
import re
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import Layout
from meritdesk.exchange.sheet_writing import LONGEST_XLSX_CELL, SheetStyle, write_table
from meritdesk.exchange.sheets import clean_text
from meritdesk.exchange.table_reading import read_table

PAYLOADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;2)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("x";"y")',
    "{=1+1}",
    "\u200b=1+1",
    "'=1",
    "''x",
    "\t=1+1",
    "'\t=1+1",
    "http://contoh.invalid/",
    "mailto:a@contoh.invalid",
    "1,98107E+17",
    "198107252011011009",
    "0012",
    "TRUE",
    "31-12-2025",
    "=",
    "-",
    "a\nb",
    'kutip "dua"',
    "titik;koma",
]
STYLE = SheetStyle("S", (10, 20))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_no_text_becomes_a_formula_and_every_text_comes_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_table(path, ["NAMA"], [[text] for text in PAYLOADS], STYLE)
    table = read_table(path, (Layout("X", {"name": ("NAMA",)}, ("name",)),), lambda done, total: None)
    assert [cells[0] for _, cells in table.rows] == [clean_text(text) for text in PAYLOADS]
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            assert not [
                row for row in csv.reader(stream, delimiter=";") if row and row[0].startswith(("=", "+", "-", "@"))
            ]
        return
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert {cell.data_type for (cell,) in sheet.iter_rows(min_row=2)} == {"s"}
    with zipfile.ZipFile(path) as package:
        assert not re.search(rb"<f[ >]|<hyperlink", package.read("xl/worksheets/sheet1.xml"))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_same_rows_give_the_same_bytes_at_another_time(tmp_path: Path, suffix: str) -> None:
    rows = [["a", date(2025, 1, 2), 1.5, None]]
    write_table(tmp_path / f"a{suffix}", ["A", "B", "C", "D"], rows, STYLE)
    time.sleep(2.1 if suffix == ".xlsx" else 0)
    write_table(tmp_path / f"b{suffix}", ["A", "B", "C", "D"], rows, STYLE)
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_a_cell_or_sheet_that_a_workbook_cannot_hold_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(FileRefusal) as caught:
        write_table(path, ["A"], [["x" * (LONGEST_XLSX_CELL + 1)]], STYLE)
    assert (caught.value.code, path.read_bytes()) == ("IMP-215", b"old")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_folder_that_is_not_there_is_refused_without_words_of_the_machine(tmp_path: Path) -> None:
    for suffix in (".xlsx", ".csv"):
        with pytest.raises(FileRefusal) as caught:
            write_table(tmp_path / "tidak-ada" / f"a{suffix}", ["A"], [["x"]], STYLE)
        assert (caught.value.code, dict(caught.value.facts)) == ("IMP-240", {"file": f"a{suffix}"})


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "IMP-242"), (errno.EACCES, "IMP-241"), (errno.ENOENT, "IMP-240"), (errno.EIO, "IMP-214")],
)
def test_each_cause_of_a_failed_write_has_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(path: Path, target: Path) -> Path:
        raise OSError(number, "words of the machine")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(FileRefusal) as caught:
        write_table(tmp_path / "a.xlsx", ["A"], [["x"]], STYLE)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


FULL_DISK = """
import random, resource, signal, sys
from pathlib import Path
from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
lines = ([f"{random.random()}{row}"] for row in range(9000))
try:
    write_table(Path(sys.argv[1]), ["A"], lines, SheetStyle("S"))
except FileRefusal as fault:
    print(fault.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is a POSIX one")
@pytest.mark.parametrize("room", [100, 20_000, 100_000])
def test_a_disk_that_fills_up_is_refused_quietly_and_leaves_the_old_file(tmp_path: Path, room: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", FULL_DISK, str(path), str(room)],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("IMP-242", "")
    assert (path.read_bytes(), [entry.name for entry in tmp_path.iterdir()]) == (b"old", ["a.xlsx"])


def test_an_error_while_rows_are_made_leaves_nothing_behind(tmp_path: Path) -> None:
    def rows() -> object:
        yield ["a"]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_table(tmp_path / "a.xlsx", ["A"], rows(), STYLE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Impor: Pegawai (Profil ASN)", "Impor Pegawai (Profil ASN)"),
        ("Realisasi 2025/2026 [TW I] *?\\", "Realisasi 2025 2026 TW I"),
        ("'kutip'", "kutip"),
        ("::", "Daftar"),
        ("Rekapitulasi penilaian kinerja: seluruh instansi", "Rekapitulasi penilaian kinerja"),
    ],
)
def test_a_list_of_any_title_can_be_written_since_its_sheet_bears_a_name_that_is_allowed(
    tmp_path: Path, title: str, name: str
) -> None:
    write_table(tmp_path / "daftar.xlsx", ("A",), [("1",)], SheetStyle(title))
    assert openpyxl.load_workbook(tmp_path / "daftar.xlsx").sheetnames == [name]
