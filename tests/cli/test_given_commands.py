"""Foreign files on the command line: looked at, mapped by name, corrected, refused rows written to be mended."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import create_store
from meritdesk.core.store import AgencyInfo
from meritdesk.store import vault


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))
    info = AgencyInfo("3372", "Pemerintah Kota Uji", False, "PC01", "Surakarta", "REG33")
    create_store(tmp_path / "store", info, "kata sandi uji", lambda: datetime(2026, 1, 12, tzinfo=UTC))
    (tmp_path / "sandi.txt").write_text("kata sandi uji", encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "sandi.txt"))

    def run(*words: object, as_json: bool = True):
        start = ["meritdesk", "--store", str(tmp_path / "store"), *(["--json"] if as_json else [])]
        monkeypatch.setattr(sys, "argv", [*start, *map(str, words)])
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


def test_a_mapping_is_saved_shown_used_and_deleted(call, tmp_path):
    file = tmp_path / "duk.csv"
    file.write_text("Nama Lengkap;Nomor Induk\nSari;198504042010012004\nRusak;1,98E+17\n", encoding="utf-8")
    code, seen = call("upkeep", "look", file, "--layout", "STAFF")
    assert (code, seen["proposed"], seen["mappings"]) == (0, {"nip": "Nomor Induk", "name": "Nama Lengkap"}, [])
    how = tmp_path / "pemetaan.json"
    how.write_text(json.dumps({"layout": "STAFF", "columns": seen["proposed"]}), encoding="utf-8")
    assert call("upkeep", "mapping-save", how, "--name", "DUK")[0] == 0
    assert call("upkeep", "look", file)[1]["mappings"] == ["DUK"]
    assert call("upkeep", "mapping-show", "duk")[1]["mapping"]["columns"] == seen["proposed"]
    assert "DUK" in call("upkeep", "mapping-list", as_json=False)[1]
    code, dry = call("register", "import-staff", file, "--mapping", "DUK", "--dry-run")
    assert (code, dry["counts"]["added"], dry["counts"]["refused"]) == (1, 1, 1)
    right = tmp_path / "perbaikan.csv"
    right.write_text("BARIS;KOLOM;ISI\n3;Nomor Induk;198107252011011009\n", encoding="utf-8")
    code, done = call("register", "import-staff", file, "--mapping", "DUK", "--corrections", right)
    assert (code, done["counts"]["added"], done["dry_run"]) == (0, 2, False)
    assert call("upkeep", "mapping-delete", "DUK")[0] == 0
    code, gone = call("register", "import", file, "--mapping", "DUK")
    assert (code, gone["error"]["code"]) == (2, "IMP-280")


def test_refused_rows_are_written_to_a_workbook(call, tmp_path):
    file = tmp_path / "pegawai.csv"
    file.write_text("NIP;NAMA\n198504042010012004;Sari\n1,98E+17;Rusak\n", encoding="utf-8")
    code, answer = call("register", "import", file, "--errors", tmp_path / "ditolak.xlsx")
    assert (code, answer["counts"]["added"], answer["errors"]["rows"]) == (1, 1, 1)
    code, again = call("register", "import", tmp_path / "ditolak.xlsx", "--dry-run")
    assert (code, [fault["code"] for fault in again["refused"]]) == (1, ["NIP-201"])


def test_what_is_no_mapping_is_refused_with_a_next_step(call, tmp_path):
    broken = tmp_path / "rusak.json"
    broken.write_text("[1]", encoding="utf-8")
    code, answer = call("upkeep", "mapping-save", broken, "--name", "X")
    assert (code, answer["error"]["code"]) == (3, "IMP-287")
    assert call("upkeep", "mapping-save", tmp_path / "tiada.json", "--name", "X")[1]["error"]["code"] == "IMP-217"
