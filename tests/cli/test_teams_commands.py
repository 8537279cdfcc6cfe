"""The teams room on the command line, from a problem to its solution."""

from __future__ import annotations

import json
import sys

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.lines import StaffQuery
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    city = year.found(tmp_path_factory.mktemp("teams") / "kota", 24, 2025, 5)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
    return city


@pytest.fixture
def say(monkeypatch, capsys, city):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))

    def spoken(*words, as_json=True):
        manner = ("--json",) if as_json else ()
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(city.agency), *manner, *words])
        code = program.main()
        said = capsys.readouterr()
        return code, json.loads(said.out or said.err) if as_json else said.out or said.err

    return spoken


def test_a_problem_from_opening_to_closing(say, city):
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        units = [unit for unit in desk.register.units() if unit.source_id]
        nip = next(line.nip for line in desk.register.staff(StaffQuery()) if line.nip)
    code, told = say("teams", "open", units[1].source_id, "Jalan berlubang", "--due", "2099-12-31")
    assert code == 0 and told["state"] == "OPEN"
    number = told["problem"]["number"]
    for words in (
        ("amend", number, "--title", "Jalan berlubang di Gajahan", "--kind", "TARGET_AT_RISK"),
        ("call", number, units[2].source_id, "--why", "Alat berat"),
        ("answer", number, units[2].source_id, "JOINS"),
        ("join", number, nip, "--duty", "Perbaikan", "--volunteered"),
        ("lead", number, nip, "--letter", "800/1"),
        ("task", number, "Menambal", "--owner", nip, "--due", "2099-12-31"),
    ):
        code, told = say("teams", *words)
        assert code == 0, told
    task = told["problem"]["tasks"][0]["task_id"]
    assert say("teams", "finish", number, task)[0] == 0
    assert say("teams", "finish", number, task, "--not-done")[0] == 0
    code, told = say("teams", "solve", number, "Sudah ditambal")
    assert (code, told["error"]["code"]) == (2, "TEA-114")
    assert say("teams", "finish", number, task, "--product", "Foto")[0] == 0
    for words in (
        ("solve", number, "Sudah ditambal"),
        ("close", number),
        ("reopen", number),
        ("drop", number, "Ulang"),
    ):
        assert say("teams", *words)[0] == 0
    assert say("teams", "leave", number, nip)[1]["error"]["code"] == "TEA-103"
    period = number.split("-")[1]
    code, told = say("teams", "board", "--period", period, "--search", "gajahan")
    assert [one["problem"]["number"] for one in told["problems"]] == [number]
    assert say("teams", "response", "--period", period)[0] == 0
    code, text = say("teams", "show", number, as_json=False)
    assert code == 0 and "Menambal" in text and "Jalan berlubang di Gajahan" in text
    assert "TEAMSWORD" not in text and "COLUMN" not in say("teams", "board", "--period", period, as_json=False)[1]


def test_what_a_team_means_for_its_members(say, city):
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        units = [unit for unit in desk.register.units() if unit.source_id]
        lead, member = [line.nip for line in desk.register.staff(StaffQuery()) if line.nip][:2]
    number = say("teams", "open", units[1].source_id, "Antrean obat", "--due", "2099-12-31")[1]["problem"]["number"]
    for words in (
        ("join", number, lead, "--duty", "Alur"),
        ("join", number, member, "--duty", "Loket"),
        ("lead", number, lead, "--letter", "800/2"),
        ("aim", number, "Antrean di bawah satu jam"),
        ("invite", number, "198503152010012001", "Sari Dewi", "--agency", "7101", "--agency-name", "Kota Tetangga"),
        ("speak", number, member, "Selalu hadir", "--role", "host", "--mark", "positive"),
    ):
        code, told = say("teams", *words)
        assert code == 0, told
    shown = say("teams", "show", number)[1]["card"]
    assert shown["line"]["problem"]["result"] == "Antrean di bawah satu jam"
    assert say("teams", "spoken", number)[1]["spoken"][0]["text"] == "Selalu hadir"
    assert "Selalu hadir" in say("teams", "spoken", number, as_json=False)[1]
    assert say("teams", "abroad")[1]["teams"] == [] and say("teams", "abroad", as_json=False)[1]
    for code, words in (
        ("TEA-141", ("speak", number, lead, "Saya hebat", "--role", "lead")),
        ("TEA-140", ("aim", number, "x", "--serves", "AGREEMENT:none")),
        ("TEA-133", ("contribute", number, member, "Alur loket", "--indicator", "Jumlah", "--target", "1 dokumen")),
        ("TEA-139", ("contribute", "MSL-2025-9999", member, "Alur loket", "--abroad")),
        ("TEA-139", ("consent", "MSL-2025-9999", member, "--on", "2025-06-02")),
    ):
        exit_code, told = say("teams", *words)
        assert (exit_code, told["error"]["code"]) == (2, code), told
