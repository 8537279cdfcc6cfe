"""The same old year opened on two PCs gives the same numbers: another process, language, hash seed, time zone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import small_office
from small_office import NIPS, PASSPHRASE, write_csv

HERE = Path(__file__).resolve()
HEADS = ["NIP", "TAHUN", "BAGIAN TAHUN", "NILAI SKP", "NILAI PERILAKU", "REKAN DITANYA", "NILAI REKAN", "IDE BARU"]
PAPERS = [
    [NIPS["nurse"], "2021", "JANUARI-JUNI", "85,37", "80,13", "", "", ""],
    [NIPS["nurse"], "2021", "JULI-DESEMBER", "112,45", "111,33", "YA", "109,99", "Antrean daring"],
    [NIPS["clerk"], "2021", "JANUARI-JUNI", "90,5", "90,5", "", "", ""],
    [NIPS["clerk"], "2021", "JULI-DESEMBER", "", "93", "", "", ""],
]
LINE_HEADS = ["NIP", "TAHUN", "BAGIAN TAHUN", "NO", "BUTIR SKP", "BATAS BAWAH", "BATAS ATAS", "NILAI REALISASI", "ARAH"]
LINES = [
    [NIPS["clerk"], "2021", "JULI-DESEMBER", "1", "Laporan", "80", "90", "92", ""],
    [NIPS["clerk"], "2021", "JULI-DESEMBER", "2", "Layanan", "7", "8", "6,5", "TURUN"],
    [NIPS["clerk"], "2021", "JULI-DESEMBER", "3", "Arsip", "95", "95", "93", ""],
]


def new_pc(folder: Path, name: str) -> Path:
    """A store of its own, with keys of its own, that was given the same two files."""
    (folder / "kata-sandi.txt").write_text(PASSPHRASE, encoding="utf-8")
    with small_office.office(folder / name) as office:
        office.settle()
        for sheet, heads, rows in (("lama", HEADS, PAPERS), ("butir", LINE_HEADS, LINES)):
            path = write_csv(folder / f"{sheet}.csv", heads, rows)
            assert not office.desk.assessment.old_years.import_papers(path).has_refusals
        return folder / name / "store"


def recalculated_elsewhere(store: Path, folder: Path, seed: str, language: str, zone: str) -> dict[str, object]:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "LC_ALL": language,
        "LANG": language,
        "TZ": zone,
        "MERITDESK_PASSPHRASE_FILE": str(folder / "kata-sandi.txt"),
        "PYTHONPATH": str(HERE.parents[2]),
    }
    words = ["--store", str(store), "--json", "assessment", "old-year", "recalculate", "--year", "2021"]
    done = subprocess.run(
        [sys.executable, "-m", "meritdesk", *words], capture_output=True, env=environment, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout.decode("utf-8"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dua-pc")


def test_a_copy_and_a_second_pc_with_the_same_files_give_the_same_numbers(folder: Path) -> None:
    store, other = new_pc(folder, "pc1"), new_pc(folder, "pc2")
    copy = folder / "salinan"
    shutil.copytree(store, copy)
    here = recalculated_elsewhere(store, folder, "1", "C", "Asia/Jakarta")
    copied = recalculated_elsewhere(copy, folder, "4711", "id_ID.UTF-8", "America/New_York")
    there = recalculated_elsewhere(other, folder, "8", "tr_TR.UTF-8", "Pacific/Auckland")
    assert here == copied
    assert here["papers"] == here["same"] == 4
    assert (here["digest"], here["lines"]) == (there["digest"], there["lines"])
    assert {line["after"] for line in here["lines"]} == {
        "83.27",
        "111.79",
        "90.50",
        "102.57",
    }  # the last: SB 120, SB 120, C 80
