"""The register with time as commands: the keys of the answers, the exit codes, and a change seen before it is done."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.core.lines import StaffQuery
from meritdesk.core.people import PositionKind
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    found = year.found(tmp_path_factory.mktemp("cli-history") / "city", 60, 2025, 3)
    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
    return found


@pytest.fixture(scope="module")
def clerk(city):
    """A staff member whose rater is known, and the heads of two units."""
    with open_desk(city.agency, city.passphrase) as desk:
        lines = desk.register.staff(StaffQuery(limit=200))
        person = next(one for one in lines if one.position_kind is PositionKind.STAFF and one.rater_name)
        other = next(one for one in lines if one.rater_name and one.unit_id != person.unit_id
                     and one.position_kind is PositionKind.STAFF)  # fmt: skip
    return person, other


@pytest.fixture
def call(city, monkeypatch, capsys):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(Path(city.folder) / "passphrase.txt"))

    def carry(*words, as_json=True):
        argv = ["meritdesk", "--store", str(city.agency), *(["--json"] if as_json else []), *words]
        monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return carry


def test_a_change_is_shown_then_done_then_on_the_timeline_and_taken_back(call, clerk):
    person, other = clerk
    words = ("register", "change", "move", person.nip, "--from", "01-05-2025", "--unit", other.unit_id,
             "--title", "Analis Data", "--note", "SK 800/1")  # fmt: skip
    code, shown = call(*words, "--dry-run")
    assert (code, shown["dry_run"], shown["change_set"]) == (0, True, "")
    assert {"entries", "lines", "plans", "evaluations", "rules", "warnings"} <= set(shown)
    assert [one["what"] for one in shown["entries"]] == ["ends", "begins"]
    assert "tidak ada yang ditulis" in call(*words, "--dry-run", as_json=False)[1]
    assert [(one["code"], one["source"]) for one in shown["plans"]] == [("REG-FX-PLAN-BEGUN", "R-33")]
    assert "Analis Data" in shown["plans"][0]["text"]
    code, done = call(*words)
    assert code == 0 and done["change_set"]
    assert [line["after"] for line in done["lines"]] == [line["after"] for line in shown["lines"]]
    code, line = call("register", "timeline", person.nip, "--year", "2025")
    assert [one["unit"] for one in line["stretches"]][-1] == other.unit_name
    assert code == 1 and [hint["code"] for hint in line["hints"]] == ["V-44"]
    _, who = call("register", "evaluator", person.nip, "--period", "2025-TW2")
    assert "REG-EVAL-EMPLOYEE-MOVED" in [reason["code"] for reason in who["reasons"]]
    assert call("upkeep", "undo", done["change_set"])[0] == 0
    assert call("register", "timeline", person.nip, "--year", "2025")[1]["hints"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("register", "timeline", "1", "--year", "2025"), "USE-102"),
        (("register", "change", "fly", "1", "--from", "01-05-2025"), "CLI-112"),
        (("register", "change", "move", "1", "--from", "yesterday"), "CLI-112"),
        (("register", "correct-day", "none", "--from", "01-05-2025"), "REG-385"),
        (("register", "merge", "1", "2", "--reason", "x"), "USE-102"),
    ],
)
def test_misuse_is_refused_by_code(call, words, code):
    exit_code, answer = call(*words)
    assert (exit_code, answer["error"]["code"]) == (2, code)


def test_the_list_of_blockers_adds_up_and_its_exit_code_says_that_work_is_left(call):
    code, found = call("register", "blockers")
    assert set(found["counts"]) == {"appraised", "waiting"}
    blocked = {nip for one in found["blockers"] if one["is_blocking"] for nip in one["people"]}
    assert len(blocked) == found["counts"]["waiting"]
    assert code == (1 if blocked or found["follow_ups"] or found["estimated"] else 0)
    assert all(one["next"] for one in found["blockers"])


def test_delegating_clarifying_and_settling_answer_with_their_change_set(call, clerk):
    person, other = clerk
    code, done = call("register", "delegate", other.nip, "--unit", person.unit_id, "--from", "01-05-2025")
    assert code == 0 and done["change_set"]
    call("upkeep", "undo", done["change_set"])
    code, done = call("register", "clarified", person.nip, "--on", "05-05-2025")
    assert code == 0 and done["change_set"]
    assert call("register", "settle")[1]["change_set"] == ""


def test_twins_are_listed_and_settled(call, clerk):
    code, found = call("register", "duplicates")
    assert code == (1 if found["total"] else 0)
    person, other = clerk
    _, shown = call("register", "merge", person.nip, other.nip, "--reason", "uji", "--dry-run")
    assert (shown["dry_run"], shown["change_set"]) == (True, "")
    code, done = call("register", "keep-apart", person.nip, other.nip, "--reason", "bukan orang yang sama")
    assert code == 0 and done["change_set"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_people_read_it_in_their_language_without_a_code_left_over(call, clerk, language):
    person, other = clerk
    for words in (
        ("register", "timeline", person.nip, "--year", "2025"),
        ("register", "blockers"),
        ("register", "duplicates"),
        ("register", "change", "move", person.nip, "--from", "01-06-2025", "--unit", other.unit_id, "--title", "Analis",
         "--dry-run"),
    ):  # fmt: skip
        _, text = call("--lang", language, *words, as_json=False)
        assert text.strip()
        assert "REG-FX" not in text and "REG-EVAL" not in text and "ENTRYKIND" not in text and "WIZARD" not in text
