"""The follow-up room on the command line: who is to be guided, and credit points as a list and on paper."""

from __future__ import annotations

import json
import sys

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    city = year.found(tmp_path_factory.mktemp("follow-up") / "kota", 30, 2025, 5)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        year.work_through(desk, city)
        desk.assessment.close(city.period)
    return city


@pytest.fixture
def say(monkeypatch, capsys, city):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))

    def spoken(*words, as_json=True):
        manner = ("--json",) if as_json else ()
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(city.agency), *manner, "follow-up", *words])
        code = program.main()
        out = capsys.readouterr().out
        return code, json.loads(out) if as_json else out

    return spoken


def test_who_is_to_be_guided_is_named_with_state_and_day(say):
    code, told = say("guidance", "--period", "2025")
    assert code == 0 and told["closed"] > 0
    assert told["people"] and {one["state"] for one in told["people"]} == {"MISSING"}
    assert {one["predicate"] for one in told["people"]} <= {"NEEDS_IMPROVEMENT", "POOR", "VERY_POOR"}
    assert told["people"][0]["nip"] in say("guidance", "--period", "2025", as_json=False)[1]
    assert say("guidance", "--period", "2025", "--state", "EVALUATED")[1]["people"] == []
    assert "FOL" not in say("guidance", "--period", "2025", "--state", "GUIDED", as_json=False)[1]


def test_years_before_the_law_are_refused(say):
    code, told = say("guidance", "--period", "2021")
    assert (code, told["error"]["code"]) == (2, "ASM-110")


def test_credit_points_are_listed_printed_and_then_known_as_printed(say, tmp_path):
    code, told = say("credit", "list", "--year", "2025", "--state", "TO_PRINT")
    assert code == 0 and told["officials"]
    one = told["officials"][0]
    assert one["points"] and one["reasons"][0]["code"] == "CRD-CONVERSION" and one["number"] == ""
    code, printed = say("credit", "print", "--year", "2025", "--nip", one["nip"], "--out", str(tmp_path))
    assert (code, printed["sheets"], printed["blocked"]) == (0, 1, [])
    (again,) = say("credit", "list", "--year", "2025", "--nip", one["nip"])[1]["officials"]
    assert (again["state"], again["number"]) == ("PRINTED", printed["numbers"][0])
    assert one["nip"] in say("credit", "list", "--year", "2025", as_json=False)[1]


def test_the_old_way_is_gone_and_a_sum_that_begins_after_its_end_is_refused(say, monkeypatch, capsys, tmp_path):
    code, told = say("credit", "list", "--year", "2025", "--since", "2026")
    assert (code, told["error"]["code"]) == (2, "DOC-544")
    monkeypatch.setattr(sys, "argv", ["meritdesk", "documents", "credit", "--year", "2025"])
    assert program.main() == 2
    assert "CLI-110" in "".join(capsys.readouterr())
