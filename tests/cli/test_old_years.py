"""Old years on the command line: entered, shown, recalculated and printed as docs/command-line.md says."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import create_store, open_desk
from meritdesk.core.store import AgencyInfo

HERE = Path(__file__).resolve()
PASSPHRASE = "kata sandi untuk uji"
NIPS = ("198003032005011003", "198504042010012004", "198605052011011005")
STAFF = [
    ["NIP BARU", "NAMA", "JENIS KELAMIN", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM NAMA", "GOL AKHIR NAMA",
     "JENIS JABATAN ID", "JABATAN NAMA", "UNOR ID"],
    [NIPS[0], "Joko Widagdo", "M", "PNS", "Aktif", "III/c", "2", "PERAWAT", "U1"],
    [NIPS[1], "Sari Puspita", "F", "PNS", "Aktif", "III/a", "4", "PENGELOLA DATA", "U1"],
    [NIPS[2], "Agus Raharjo", "M", "PNS", "Aktif", "III/b", "2", "APOTEKER", "U1"],
]  # fmt: skip
UNITS = [["ID", "NAMA UNOR", "DIATASAN ID", "ESELON ID"], ["U1", "Dinas Kesehatan", "", "II.b"]]
PAPERS = [
    ["NIP", "TAHUN", "BAGIAN TAHUN", "NILAI SKP", "NILAI PERILAKU", "REKAN DITANYA", "NILAI REKAN", "IDE BARU",
     "NILAI AKHIR"],
    [NIPS[0], "2021", "JANUARI-JUNI", "85,37", "80,13", "", "", "", ""],
    [NIPS[0], "2021", "JULI-DESEMBER", "112,45", "111,33", "YA", "109,99", "Antrean daring", ""],
    [NIPS[1], "2021", "JANUARI-JUNI", "90,5", "90,5", "", "", "", "90,50"],
    [NIPS[1], "2021", "JULI-DESEMBER", "", "93", "", "", "", ""],
]  # fmt: skip
LINES = [
    ["NIP", "TAHUN", "BAGIAN TAHUN", "NO", "BUTIR SKP", "BATAS BAWAH", "BATAS ATAS", "NILAI REALISASI", "ARAH"],
    [NIPS[1], "2021", "JULI-DESEMBER", "1", "Laporan", "80", "90", "92", ""],
    [NIPS[1], "2021", "JULI-DESEMBER", "2", "Layanan", "7", "8", "6,5", "TURUN"],
    [NIPS[1], "2021", "JULI-DESEMBER", "3", "Arsip", "95", "95", "93", ""],
]


def written(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lama")
    for name, rows in (("unit", UNITS), ("pegawai", STAFF), ("lama", PAPERS), ("butir", LINES)):
        written(folder / f"{name}.csv", rows)
    (folder / "kata-sandi.txt").write_text(PASSPHRASE, encoding="utf-8")
    return folder


def new_pc(files: Path, name: str) -> Path:
    store = files / name
    create_store(store, AgencyInfo("3372", "Kota Contoh", False, name.upper(), "Surakarta"), PASSPHRASE)
    with open_desk(store, PASSPHRASE) as desk:
        desk.register.import_units(files / "unit.csv")
        desk.register.import_staff(files / "pegawai.csv")
        for sheet in ("lama.csv", "butir.csv"):
            outcome = desk.assessment.old_years.import_papers(files / sheet)
            assert not outcome.has_refusals
    return store


@pytest.fixture(scope="module")
def store(files: Path) -> Path:
    return new_pc(files, "pc1")


@pytest.fixture
def call(store, files, monkeypatch, capsys):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(files / "kata-sandi.txt"))

    def run(*words: str, as_json: bool = True):
        argv = ["meritdesk", "--store", str(store), *(["--json"] if as_json else []), "assessment", "old-year", *words]
        monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


def test_the_year_is_shown_with_its_reasons(call) -> None:
    code, answer = call("show", NIPS[0], "--year", "2021")
    assert code == 0
    assert [paper["rule"] for paper in answer["papers"]] == ["PP46", "PAN8"]
    assert answer["papers"][1]["score"] == "111.79"
    assert answer["score"] == "105.83"  # the mean of 83,27 (99,87 on the new scale) and 111,79
    assert [pack["pack_id"] for pack in answer["packs"]] == ["numeric-2021", "numeric-pp30-2019", "numeric-pp46-2011"]
    code, text = call("show", NIPS[1], "--year", "2021", as_json=False)
    assert code == 0 and "PermenPANRB 8/2021" in text and "{" not in text


def test_a_paper_is_entered_corrected_and_removed(call) -> None:
    code, answer = call("enter", NIPS[2], "--year", "2019", "--skp", "88,25", "--aspect", "SERVICE=80")
    assert code == 1  # aspects are missing, which is asked about
    assert (answer["rule"], answer["skp"], answer["version"]) == ("PP46", "88.25", 1)
    assert [one["code"] for one in answer["remarks"]] == ["ASM-423"]
    code, answer = call("enter", NIPS[2], "--year", "2019", "--behaviour", "81")
    assert (code, answer["skp"], answer["behaviour"], answer["version"]) == (0, "88.25", "81.00", 2)
    code, listed = call("list", "--year", "2019")
    assert (code, listed["total"], listed["papers"][0]["score"]) == (0, 1, "85.35")
    code, answer = call("remove", NIPS[2], "--year", "2019")
    assert code == 0 and answer["change_set"]
    assert call("list", "--year", "2019")[1]["total"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("enter", NIPS[2], "--year", "2022", "--skp", "90", "--behaviour", "90"), "ASM-401"),
        (("enter", NIPS[2], "--year", "2021", "--skp", "90", "--behaviour", "90"), "ASM-403"),
        (("enter", NIPS[2], "--year", "2020", "--skp", "abc"), "ASM-435"),
        (("enter", NIPS[2], "--year", "2020", "--aspect", "JUJUR=90"), "ASM-436"),
        (("show", NIPS[2], "--year", "2018"), "ASM-430"),
        (("print", "--year", "2018", "--all", "--out", "x"), "ASM-433"),
    ],
)
def test_what_cannot_be_is_refused(call, words, code) -> None:
    exit_code, answer = call(*words)
    assert exit_code == 2
    assert answer["error"]["code"] == code and answer["error"]["next"]


@pytest.mark.rule("V-100", "fires")
def test_the_second_half_of_2021_by_pp_46_is_refused(call) -> None:
    words = ("enter", NIPS[2], "--year", "2021", "--part", "SECOND_HALF", "--rule", "PP46", "--skp", "90")
    code, answer = call(*words)
    assert (code, answer["error"]["code"]) == (2, "V-100")


def test_a_year_is_printed_as_own_sheets(call, tmp_path: Path) -> None:
    code, answer = call("print", "--year", "2021", "--all", "--out", str(tmp_path))
    assert code == 0 and answer["sheets"] == 2
    assert Path(answer["file"]).read_bytes().startswith(b"%PDF")
    code, answer = call("print", "--year", "2021", "--nip", NIPS[0], "--out", str(tmp_path))
    assert (code, answer["sheets"]) == (0, 1)


def test_recalculating_on_screen_says_how_many(call) -> None:
    code, text = call("recalculate", "--year", "2021", as_json=False)
    assert code == 0 and "4 kertas dihitung ulang: 4 sama" in text


def test_every_answer_has_the_keys_that_the_contract_names(call, tmp_path: Path) -> None:
    contract = (HERE.parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
    for task, words in (
        ("show", (NIPS[0], "--year", "2021")),
        ("list", ()),
        ("recalculate", ("--year", "2021")),
        ("print", ("--year", "2021", "--all", "--out", str(tmp_path))),
        ("enter", (NIPS[2], "--year", "2018", "--skp", "90", "--behaviour", "88")),
        ("remove", (NIPS[2], "--year", "2018")),
    ):
        line = next(line for line in contract.splitlines() if line.startswith(f"| `assessment old-year {task}` |"))
        named = set(re.findall(r"`(\w+)`", line.split("|")[2].split(";")[0]))
        assert set(call(task, *words)[1]) == named, task
