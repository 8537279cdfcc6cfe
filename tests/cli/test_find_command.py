"""``overview find`` and ``upkeep rebuild-index`` on the command line."""

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


def test_settings_are_found_and_nothing_is_said_plainly(call):
    code, answer = call("overview", "find", "working_week")
    assert (code, [one["kind"] for one in answer["matches"]]) == (0, ["SETTING"])
    assert "Pengaturan" in call("overview", "find", "hari", "kerja", as_json=False)[1]
    code, answer = call("overview", "find", "tidak", "ada", "sama", "sekali")
    assert (code, answer["matches"], answer["more"]) == (0, [], [])


def test_the_index_of_an_empty_store_has_no_entries(call):
    assert call("upkeep", "rebuild-index")[1]["entries"] == 0
