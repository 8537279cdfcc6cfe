"""Assessment on the command line: from ratings to minutes, with the keys of the contract and its exit codes."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.store import vault

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")

_SPEC = importlib.util.spec_from_file_location("small_office", ROOT / "tests" / "services" / "small_office.py")
assert _SPEC and _SPEC.loader
small_office = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("small_office", small_office)
_SPEC.loader.exec_module(small_office)
NIPS = small_office.NIPS


def documented_keys(verb: str) -> set[str]:
    line = next(line for line in CONTRACT.splitlines() if line.startswith(f"| `{verb}`"))
    outside = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)", "", line.split("|")[2].partition(";")[0])
    return set(re.findall(r"`(\w+)`", outside))


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    # Each command opens the store anew; what is tested here is not how slowly a passphrase is stretched.
    monkeypatch.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))
    with small_office.office(tmp_path / "kota") as office:
        office.settle()
        office.plan_everybody()
        units = {unit.source_id: unit.unit_id for unit in office.desk.register.units()}
    (tmp_path / "kunci.txt").write_text(small_office.PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "kunci.txt"))

    def carry(*words: str) -> tuple[int, dict]:
        argv = ["meritdesk", "--store", str(tmp_path / "kota" / "store"), "--json", "assessment", *words]
        monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        return code, json.loads(capsys.readouterr().out)

    carry.units = units
    return carry


def test_a_paper_is_entered_checked_and_its_evaluation_closed_and_superseded(call):
    nurse = NIPS["nurse"]
    code, answer = call("rate", nurse, "--period", "2025", "--result", "S", "--behaviour", "B", "--predicate", "good")
    assert (code, answer["error"]["code"]) == (2, "V-66")
    code, answer = call("rate", nurse, "--period", "2025", "--result", "A", "--behaviour", "A")
    assert code == 1 and documented_keys("assessment rate") <= answer.keys()
    assert "V-71" in {hint["code"] for hint in answer["hints"]}
    assert answer["suggested_rating"] == "MEETS" != answer["result_rating"]
    code, answer = call("check", "--period", "2025")
    assert code == 1 and documented_keys("assessment check") <= answer.keys()
    assert any(unit["outliers"] for unit in answer["units"])
    code, answer = call("close", "--period", "2025")
    assert answer["due"] == answer["closed"] + len(answer["blocked"]) and answer["waived"] == 0
    blocked = answer["blocked"][0]
    assert (blocked["nip"], blocked["can_be_waived"]) == (NIPS["orphaned"], True) and "V-64" in blocked["also"]
    code, answer = call("reopen", nurse, "--period", "2025", "--reason", "entry_error", "--why", "Rating tertukar")
    assert (code, answer["verb"]) == (0, "assessment reopen")
    code, answer = call("versions", nurse, "--period", "2025")
    assert [(one["version"], one["predicate"]) for one in answer["versions"]] == [(1, "VERY_GOOD")]


def test_acts_are_recorded_and_refused_by_code(call):
    clerk, orphaned = NIPS["clerk"], NIPS["orphaned"]
    code, answer = call("waive", orphaned, "--period", "2025", "--by", "Sekretaris", "--reason", "Cuti besar")
    assert code == 0 and documented_keys("assessment drop-out") <= answer.keys()
    assert call("close", "--period", "2025", "--unit", call.units["U4"])[1]["waived"] == 1
    for expected, words in (
        ("ASM-130", ("drop-out", clerk, "--period", "2025", "--on", "2025-08-01", "--reference", "Surat")),
        ("ASM-136", ("reuse", clerk, "--period", "2025", "--agreed", "2026-01-05", "--agreement", "Berita acara")),
        ("ASM-137", ("withdraw", clerk, "--period", "2025", "--act", "take-over")),
        ("ASM-121", ("reopen", clerk, "--period", "2025", "--reason", "INSPECTION", "--why", "Perintah")),
    ):
        code, answer = call(*words)
        assert (code, answer["error"]["code"]) == (2, expected)
    code, _ = call("take-over", clerk, "--period", "2025", "--basis", "absent", "--reason", "Penilai meninggal dunia")
    assert code == 0
    assert "BY_SUPERIOR" in call("show", clerk, "--period", "2025")[1]["flags"]


def test_windows_follow_the_cycle_that_is_set(call):
    assert [one["period"] for one in call("windows", "--year", "2025")[1]["windows"]] == ["2025"]
    code, answer = call("cycle", "quarterly", "--opens-before", "5")
    assert code == 0 and documented_keys("assessment cycle") <= answer.keys()
    answer = call("windows", "--year", "2025")[1]
    assert documented_keys("assessment windows") <= answer.keys()
    assert [one["period"] for one in answer["windows"]][:2] == ["2025-TW1", "2025-TW2"]
    assert answer["windows"][0]["opens"] == "2025-03-26"
    code, answer = call("level", call.units["U2"], "--period", "2025-TW1", "--level", "good", "--source", "LKj")
    assert code == 0 and documented_keys("assessment level") <= answer.keys()


def test_a_level_for_a_period_the_agency_does_not_evaluate_says_so(call):
    code, answer = call("level", call.units["U2"], "--period", "2025-TW1", "--level", "good", "--source", "LKj")
    assert (code, [hint["code"] for hint in answer["hints"]]) == (1, ["V-61"])
    code, answer = call("level", call.units["U2"], "--period", "2025", "--level", "good", "--source", "LKj")
    assert (code, answer["hints"]) == (0, [])


def test_a_session_runs_from_opening_to_minutes(call, tmp_path):
    unit = call.units["U2"]
    code, answer = call("calibrate", "open", unit, "--period", "2025", "--on", "2026-01-12", "--place", "Aula")
    assert code == 0 and documented_keys("assessment calibrate") <= answer.keys()
    session = answer["session"]
    assert call("calibrate", "open", unit, "--period", "2025", "--on", "2026-01-12")[1]["error"]["code"] == "ASM-148"
    call("calibrate", "attend", session, "--person", "Wahyu=Kepegawaian")
    call("calibrate", "note", session, "--text", "Dibandingkan menurut kontribusi")
    words = ("calibrate", "move", session, NIPS["nurse"], "--result", "A", "--behaviour", "A")
    assert call(*words)[1]["error"]["code"] == "ASM-142"
    answer = call(*words, "--reason", "Menangani wabah")[1]
    assert (answer["before"], answer["after"]) == ({"GOOD": 2}, {"GOOD": 1, "VERY_GOOD": 1})
    assert call("calibrate", "finish", session)[1]["state"] == "HELD"
    assert call("calibrate", "list", "--period", "2025")[1]["sessions"][0]["changed"] == 1
    code, answer = call("minutes", session, "--out", str(tmp_path / "cetak"))
    assert code == 0 and documented_keys("assessment minutes") <= answer.keys()
    assert Path(answer["file"]).is_file() and answer["number"].startswith("BAK/")
