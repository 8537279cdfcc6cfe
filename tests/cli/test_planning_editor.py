"""The SKP editor on the command line, from an empty plan to a signed one, with files, copies and the library."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    found = year.found(tmp_path_factory.mktemp("cli") / "city", 40, 2025, 3)
    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
    return found


@pytest.fixture
def nips(city: year.City) -> list[str]:
    with open_desk(city.agency, city.passphrase) as desk:
        return [duty.nip for duty in desk.planning.due(2025) if duty.job_class == "JA_JF"]


@pytest.fixture
def call(city: year.City, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))

    def run(*words: str) -> tuple[int, dict]:
        argv = ["meritdesk", "--store", str(city.agency), "--json", "planning", *words, "--lang", "id"]
        monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        return code, json.loads(capsys.readouterr().out)

    return run


def completed(page: dict) -> dict:
    """The exported file with everything a plan needs typed into it."""
    plan = page["plan"]
    plan["resources"] = ["Dua petugas"]
    plan["accountability"] = ["Dilaporkan setiap bulan dengan laporan"]
    plan["consequences"] = ["Memenuhi ekspektasi: penghargaan"]
    result = plan["results"][0]
    result |= {"text": "Surat warga selesai dengan cepat dan akurat", "parent_text": "Layanan meningkat"}
    result["indicators"][0] |= {"text": "Persentase surat yang selesai sesuai standar", "aspect": "QUANTITY"}
    result["indicators"][0]["target"] |= {"text": "80-90 %", "low": "80", "high": "90", "unit": "%"}
    return page


def test_a_plan_goes_from_empty_to_signed_without_a_window(call, nips, tmp_path: Path):
    nip, colleague = nips[:2]
    of_plan = (nip, "--year", "2025")
    code, answer = call("new", *of_plan)
    assert (code, answer["stage"]) == (1, "DRAFT")
    assert {"V-11", "V-19", "V-28"} <= {hint["code"] for hint in answer["hints"]}
    assert call("fix", *of_plan)[1]["error"]["code"] == "PLN-215"
    file = tmp_path / "skp.json"
    assert call("export", *of_plan, str(file))[0] == 0
    file.write_text(json.dumps(completed(json.loads(file.read_text()))), encoding="utf-8")
    assert call("edit", str(file), "--dry-run")[1]["errors"] == 0
    code, answer = call("edit", str(file))
    assert (code, answer["errors"], bool(answer["change_set_id"])) == (0, 0, True)
    assert call("edit", str(file))[1]["error"]["code"] == "PLN-216"
    assert call("sign", *of_plan, "--by", "ratee")[1]["error"]["code"] == "PLN-212"
    assert call("fix", *of_plan, "--date", "15-01-2025")[1]["stage"] == "FIXED"
    assert call("show", *of_plan, "--on", "01-03-2025")[1]["plan"]["year"] == 2025
    assert call("show", *of_plan, "--on", "01-03-2024")[1]["error"]["code"] == "PLN-101"
    assert call("sign", *of_plan, "--by", "ratee", "--date", "15-01-2025")[1]["stage"] == "HALF_SIGNED"
    assert call("sign", *of_plan, "--by", "rater", "--date", "16-01-2025")[1]["stage"] == "SIGNED"
    code, answer = call("copy", colleague, nip, "--year", "2025", "--from", nip, "--dry-run")
    assert (code, answer["counts"]["added"], answer["counts"]["refused"]) == (1, 1, 1)
    assert call("copy", colleague, "--year", "2025", "--from", nip)[1]["counts"]["added"] == 1
    code, answer = call("revise", *of_plan, "--reason", "beban kerja berubah")
    assert (answer["stage"], answer["version"]) == ("REVISING", 2)
    call("export", *of_plan, str(file))
    page = json.loads(file.read_text())
    page["plan"]["resources"] = ["Tiga petugas"]
    file.write_text(json.dumps(page), encoding="utf-8")
    assert call("edit", str(file))[0] == 0
    code, answer = call("compare", *of_plan)
    assert [(line["field"], line["change"], line["new"]) for line in answer["lines"]] == [
        ("RESOURCES", "CHANGED", "Tiga petugas")
    ]
    assert call("remove", *of_plan)[1]["error"]["code"] == "PLN-220"
    assert call("remove", colleague, "--year", "2025")[0] == 0


def test_everybody_is_checked_and_who_has_no_plan_is_listed(call, nips):
    code, answer = call("check", "--year", "2025")
    assert code == 1 and answer["counts"]["without_plan"] > 0
    assert answer["counts"]["plans"] + answer["counts"]["without_plan"] == len(answer["people"])
    code, answer = call("check", nips[3], "--year", "2025")
    assert (code, answer["counts"]["without_plan"]) == (1, 1)


def test_the_library_is_searched_filled_and_emptied(call):
    code, answer = call("library", "pengaduan", "--kind", "result", "--group", "staff")
    assert code == 0 and answer["count"] >= 2
    assert call("library", "--add", "Mobil dinas", "--kind", "resources")[1]["change_set_id"]
    (entry,) = call("library", "mobil dinas")[1]["entries"]
    assert call("library", "--remove", entry["entry_id"])[1]["change_set_id"]
    assert call("library", "--remove", entry["entry_id"])[1]["error"]["code"] == "PLN-225"


def test_a_file_that_is_no_plan_is_refused_and_so_is_a_rule_that_cannot_be_waived(call, nips, tmp_path: Path):
    broken = tmp_path / "x.json"
    broken.write_text("{}", encoding="utf-8")
    code, answer = call("edit", str(broken))
    assert (code, answer["error"]["code"]) == (3, "PLN-229")
    assert call("edit", str(tmp_path / "none.json"))[0] == 3
    assert call("fix", nips[4], "--year", "2025")[1]["error"]["code"] == "PLN-101"
    call("new", nips[4], "--year", "2025")
    refused = call("waive", nips[4], "--year", "2025", "--rule", "V-19", "--by", "Sri", "--reason", "x")
    assert refused[1]["error"]["code"] == "VAL-101"
