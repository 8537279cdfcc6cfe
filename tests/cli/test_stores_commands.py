"""Stores on the command line: made with a sheet, looked into, rehearsed, copied to practise on, sent from again."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk

Call = Callable[..., tuple[int, dict]]
MAKE = ("init", "--agency", "Kota Contoh", "--code", "7101", "--region-code", "REG07", "--place", "Kotamobagu")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    secret = tmp_path / "sandi.txt"
    secret.write_text("kuda laut biru di kolam\n", encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(secret))

    def run(*words: object, store: str = "data") -> tuple[int, dict]:
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(tmp_path / store), "--json", *map(str, words)])
        code = program.main()
        printed = capsys.readouterr()
        return code, json.loads(printed.out or printed.err)

    return run


def test_a_store_is_made_with_its_sheet_and_comes_back_by_the_key_on_it(call: Call, tmp_path: Path) -> None:
    sheet = tmp_path / "lembar.pdf"
    code, made = call(*MAKE, "--recovery-sheet", sheet)
    assert code == 0 and sheet.read_bytes().startswith(b"%PDF") and made["agency"]["region_code"] == "REG07"
    assert call(*MAKE)[0] == 3, "there is a store already"
    (tmp_path / "OneDrive").mkdir()
    assert call(*MAKE, store="OneDrive/data")[0] == 3 and not any((tmp_path / "OneDrive").iterdir())
    code, backup = call("upkeep", "backup", "--out", tmp_path / "satu", "--also", tmp_path / "dua")
    assert code == 0 and len(list((tmp_path / "dua").iterdir())) == 1
    for verb in ("contents", "rehearse"):
        code, told = call("upkeep", verb, backup["file"])
        assert (code, told["agency"]["code"], told["people"]) == (0, "7101", 0)
    assert call("upkeep", "rehearse", sheet)[0] == 3
    key = tmp_path / "kunci.txt"
    key.write_text(made["recovery_key"], encoding="utf-8")
    assert call("upkeep", "restore", backup["file"], "--recovery-key-file", key, store="kembali")[0] == 0
    code, refused = call("handover", "pack", "--period", "2025", "--out", tmp_path / "stick", store="kembali")
    assert (code, refused["error"]["code"]) == (2, "STO-694")
    assert call("handover", "resume-sending", store="kembali")[0] == 0
    code, refused = call("handover", "pack", "--period", "2025", "--out", tmp_path / "stick", store="kembali")
    assert refused["error"]["code"] == "PKG-590"
    assert call("upkeep", "recovery-sheet", "--out", tmp_path / "baru.pdf")[0] == 0
    code, refused = call("upkeep", "check", "--recovery-key-file", key)
    assert refused["error"]["code"] == "STO-611", "the old sheet is void"
    assert call("upkeep", "practice-copy", backup["file"], store="latihan")[0] == 0
    assert call("upkeep", "practice-copy", backup["file"], store="data")[1]["error"]["code"] == "STO-697"


def test_a_store_in_use_is_looked_at_by_wish_alone_and_nothing_is_done_there(call: Call, tmp_path: Path) -> None:
    assert call(*MAKE)[0] == 0
    with open_desk(tmp_path / "data", "kuda laut biru di kolam"):
        code, refused = call("overview", "status")
        assert (code, refused["error"]["code"]) == (4, "STO-620")
        assert call("--view", "overview", "status")[0] == 0 == call("overview", "status", "--view")[0]
        code, refused = call("--view", "upkeep", "backup", "--out", tmp_path / "satu")
        assert (code, refused["error"]["code"]) == (2, "ACC-190") and not (tmp_path / "satu").exists()
