"""One field of many records from the command line: looked at, carried out, undone; exit code 1 while one is refused."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.core.lines import StaffQuery
from meritdesk.sample_city import year

CONTRACT = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    found = year.found(tmp_path_factory.mktemp("bulk") / "city", 20, 2025, 3)
    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
    return found


@pytest.fixture
def nips(city: year.City) -> list[str]:
    with open_desk(city.agency, city.passphrase) as desk:
        return [line.nip for line in desk.register.staff(StaffQuery(limit=30)) if line.nip and line.rater_name]


@pytest.fixture
def call(
    city: year.City, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, dict]]:
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))

    def run(*words: str) -> tuple[int, dict]:
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(city.agency), "--json", *words])
        code = program.main()
        return code, json.loads(capsys.readouterr().out)

    return run


def table(folder: Path, *rows: tuple[str, str, str]) -> str:
    path = folder / "ubah.csv"
    path.write_text("\n".join(";".join(row) for row in (("NIP", "KOLOM", "ISI"), *rows)), encoding="utf-8")
    return str(path)


def test_staff_are_changed_from_a_table_after_a_look(call, nips, tmp_path):
    file = table(tmp_path, (nips[0], "EDUCATION", "S2"), (nips[1], "GRADE", "IV/e"), ("0", "GRADE", "IV/e"))
    code, looked = call("register", "bulk", file, "--since", "2025-07-01", "--reason", "SK 7", "--dry-run")
    assert (code, looked["counts"]) == (1, {"read": 3, "changed": 2, "same": 0, "refused": 1})
    assert (looked["rows"][2]["code"], looked["change_set"]) == ("USE-102", "")
    code, done = call("register", "bulk", file, "--since", "2025-07-01", "--reason", "SK 7")
    assert (code, done["rows"][0]["after"], bool(done["change_set"])) == (1, "S2", True)
    assert call("register", "show", nips[1])[1]["person"]["grade"] == "IV/e"
    assert call("upkeep", "undo", done["change_set"])[0] == 0
    assert call("register", "show", nips[1])[1]["person"]["grade"] != "IV/e"


def test_ratings_plans_and_actuals_take_the_same_table(call, nips, tmp_path):
    ratings = table(tmp_path, (nips[0], "RESULT", "sesuai"), (nips[0], "BEHAVIOUR", "di atas"))
    code, done = call("assessment", "bulk", ratings, "--period", "2025")
    assert (code, done["counts"]["changed"]) == (0, 2)
    assert done["rows"][1]["after"] == "Di atas ekspektasi"
    plans = table(tmp_path, (nips[0], "FIXED_ON", "02-01-2025"))
    code, answer = call("planning", "bulk", plans, "--year", "2025")
    assert (code, answer["rows"][0]["code"]) == (1, "PLN-101")
    actuals = table(tmp_path, (nips[0], "1.1", "90"))
    code, answer = call("execution", "bulk", actuals, "--period", "2025-TW1")
    assert (code, answer["rows"][0]["code"]) == (1, "UI-336")


def test_the_contract_names_every_bulk_verb():
    for room in ("register", "planning", "execution", "assessment"):
        assert f"{room} bulk FILE" in CONTRACT
