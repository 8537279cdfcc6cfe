"""The national hand-over on the command line: the same verbs, said in sentences and answered as JSON."""

from __future__ import annotations

import json
import sys

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.store import AgencyInfo


@pytest.fixture
def say(monkeypatch, capsys, tmp_path):
    secret = tmp_path / "sandi.txt"
    secret.write_text("sandi yang cukup panjang", encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(secret))
    bootstrap.create_store(tmp_path / "dinas", AgencyInfo("7101", "Kota Contoh", False, "PC01"), secret.read_text())

    def spoken(*words):
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(tmp_path / "dinas"), *words])
        code = program.main()
        said = capsys.readouterr()
        return code, said.out + said.err

    return spoken


def test_an_empty_office_has_nothing_to_hand_over_and_says_so(say, tmp_path):
    code, said = say("handover", "national", "preview", "--period", "2025")
    assert code == 0 and "0 baru, 0 berubah" in said
    code, said = say("--json", "handover", "national", "batches", "--period", "2025")
    assert (code, json.loads(said)["batches"]) == (0, [])
    code, said = say("handover", "national", "write", "--period", "2025", "--out", str(tmp_path / "keluar"))
    assert code != 0 and "SIA-104" in said
    code, said = say("handover", "national", "mark", "2025-0001")
    assert code != 0 and "SIA-101" in said
