"""The cascade on the command line: keys, counts and exit codes, on a small city that has lived its year."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.core.intake import UnitActualRow
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.exchange import agreement_sheets
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    found = year.found(tmp_path_factory.mktemp("cascade") / "city", 40, 2025, 3)
    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
        year.work_through(desk, found)
        year.hand_down(desk, found)
    return found


class Facts:
    """What the tests need to name: units and people of the city."""

    def __init__(self, city: year.City) -> None:
        with open_desk(city.agency, city.passphrase) as desk:
            lines = desk.planning.agreement.list(2025)
            self.root = next(line.unit_id for line in lines if not line.parent_id)
            self.department = next(line.unit_id for line in lines if line.parent_id == self.root and line.indicators)
            card = desk.planning.matrix.show(self.department, 2025)
            self.column = card.matrix.unit.columns[0].node.code
            people = {line.person_id: line.nip for line in desk.register.staff(StaffQuery())}
            self.nip = people[card.matrix.unit.rows[0].person_id]
            self.source_id = card.unit.source_id


@pytest.fixture(scope="module")
def facts(city: year.City) -> Facts:
    return Facts(city)


@pytest.fixture
def call(city: year.City, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))

    def run(*words: str, text: bool = False) -> tuple[int, Any]:
        head = ["meritdesk", "--store", str(city.agency)]
        monkeypatch.setattr(sys, "argv", [*head, *([] if text else ["--json"]), "planning", *words])
        code = program.main()
        said = capsys.readouterr().out
        return code, said if text else json.loads(said)

    return run


def test_the_tree_goes_down_as_deep_as_asked(call, facts) -> None:
    code, answer = call("cascade", facts.root, "--year", "2025", "--depth", "2")
    assert code == 0
    assert answer["tree"][0]["children"][0]["owner"]
    code, said = call("cascade", facts.root, "--year", "2025", text=True)
    assert answer["tree"][0]["text"] in said


def test_links_are_made_changed_refused_and_taken_out(call, facts) -> None:
    _, answer = call("cascade", facts.root, "--year", "2025", "--depth", "1")
    top, other = answer["tree"][0], answer["tree"][1]
    child = top["children"][0]
    code, made = call(
        "cascade-link", child["node"], other["node"], "--year", "2025", "--method", "share", "--share", "1,5"
    )
    assert (code, bool(made["change_set"])) == (0, True)
    code, refused = call("cascade-link", other["node"], child["node"], "--year", "2025")
    assert (code, refused["error"]["code"]) == (2, "PLN-403")
    code, refused = call("cascade-link", child["node"], other["node"], "--year", "2025", "--share", "banyak")
    assert (code, refused["error"]["code"]) == (2, "PLN-420")
    _, answer = call("cascade", facts.root, "--year", "2025", "--depth", "1")
    link = next(one for one in answer["tree"][1]["children"] if one["node"] == child["node"])
    assert link["share"] == "1.5"
    code, _ = call("cascade-unlink", link["link_id"], "--year", "2025")
    assert code == 0
    code, refused = call("cascade-unlink", link["link_id"], "--year", "2025")
    assert (code, refused["error"]["code"]) == (2, "PLN-405")


def test_what_is_open_is_counted_by_rule(call, facts) -> None:
    code, answer = call("cascade-check", "--year", "2025")
    assert code == 1
    assert sum(answer["counts"].values()) == len(answer["hints"])
    assert "V-43" in answer["counts"]
    code, answer = call("cascade-check", "--year", "2025", "--unit", facts.department)
    assert set(answer["hints"][0]) == {"code", "message", "place"}


def test_placeholders_wait_and_gathering_twice_changes_nothing(call, facts) -> None:
    code, _ = call("cascade-placeholder", facts.department, "--year", "2025", "--text", "Ditunggu")
    assert code == 0
    code, answer = call("cascade-relink", "--year", "2025")
    assert (code, answer["moved"], len(answer["waiting"])) == (1, 0, 1)
    _, answer = call("cascade-gather", "--year", "2025")
    assert (answer["linked"], answer["change_set"]) == (0, "")


def test_the_matrix_is_shown_and_a_cell_is_set(call, facts) -> None:
    _, answer = call("matrix", facts.department, "--year", "2025")
    row = answer["tables"][0]["rows"][0]
    assert len(row["cells"]) == len(answer["tables"][0]["columns"])
    words = ["matrix-set", facts.department, facts.nip, "--year", "2025", "--column", facts.column]
    code, answer = call(*words, "--role", "Peran tambahan", "--dry-run")
    assert answer["change_set"] == ""
    code, answer = call(*words, "--role", "Peran tambahan")
    assert code == 1
    assert {fate["code"] for fate in [*answer["waiting"], *answer["refused"]]} <= {"PLN-421", "PLN-406"}
    code, said = call("matrix", facts.department, "--year", "2025", text=True)
    assert "TIDAK ADA PERAN" in said
    code, answer = call("matrix-adopt", facts.department, "--year", "2025")
    assert answer["added"] == 0
    code, refused = call("matrix", "U-tidak-ada", "--year", "2025")
    assert (code, refused["error"]["code"]) == (2, "PLN-401")


def test_teams_and_assignments_are_made(call, facts) -> None:
    code, _ = call("team", facts.department, "--year", "2025", "--name", "Tim Uji", "--lead", facts.nip)
    assert code == 0
    code, _ = call("assign", facts.department, facts.nip, "--year", "2025", "--start", "01-03-2025", "--volunteered")
    assert code == 0
    _, answer = call("matrix", facts.department, "--year", "2025")
    assert [table["team"] for table in answer["tables"]] == ["", "Tim Uji"]
    code, refused = call("assign", facts.department, facts.nip, "--year", "2025", "--start", "kapan-kapan")
    assert (code, refused["error"]["code"]) == (2, "IMP-220")


def test_agreements_are_shown_imported_and_adopted(call, facts, city) -> None:
    code, answer = call("agreement-show", facts.department, "--year", "2025")
    assert (code, answer["hints"]) == (0, [])
    assert answer["parents"]
    code, answer = call("agreement-adopt", facts.department, "--year", "2025")
    assert (code, answer["added"], answer["missing"]) == (0, 0, [])
    code, answer = call("agreement-import", str(city.folder / "files" / "perjanjian-kinerja.xlsx"))
    assert (answer["counts"]["same"], answer["change_set"]) == (answer["counts"]["read"], "")


def test_figures_give_a_level_that_needs_a_reason_when_overridden(call, facts, tmp_path: Path) -> None:
    code, answer = call("kpi", facts.department, "--year", "2025")
    assert answer["periods"]["2025-TW1"]["derived"]
    code, answer = call("kpi-set", facts.department, "1", "77,5", "--period", "2025-TW1", "--evidence", "Survei")
    assert (code, answer["written"]) == (0, 1)
    code, answer = call("kpi-set", facts.department, "1", "banyak", "--period", "2025-TW1")
    assert (code, answer["refused"][0]["code"]) == (1, "PLN-420")
    code, answer = call("kpi-set", facts.department, "99", "1", "--period", "2025-TW1")
    assert (code, answer["error"]["code"]) == (2, "PLN-402")
    path = tmp_path / "realisasi.xlsx"
    agreement_sheets.write_unit_actuals(path, [UnitActualRow(facts.source_id, parse_period("2025-TW2"), 1, 80)])
    code, answer = call("kpi-import", str(path))
    assert (code, answer["counts"]["refused"]) == (0, 0)
    code, answer = call("level", facts.department, "--period", "2025-TW1", "--level", "very_poor")
    assert (code, answer["error"]["code"]) == (2, "PLN-411")
    code, answer = call(
        "level", facts.department, "--period", "2025-TW1", "--level", "very_poor", "--reason", "Temuan berat"
    )
    assert (code, answer["level"]) == (0, "VERY_POOR")
    assert answer["derived"] != "VERY_POOR"


def test_the_tree_of_indicators_is_shown_explained_and_written(call, facts, tmp_path: Path) -> None:
    code, answer = call("kpi-tree", "--period", "2025-TW3", "--levels", "2")
    assert {place["depth"] for place in answer["places"]} == {1, 2}
    top = answer["places"][0]
    code, why = call("kpi-why", top["node"], "--period", "2025-TW3")
    assert code == 0 and why["explanation"] and why["below"] and why["doubt"]
    code, answer = call("kpi-why", "AGREEMENT:none", "--period", "2025")
    assert (code, answer["error"]["code"]) == (2, "PLN-404")
    code, answer = call("kpi-gaps", "--period", "2025", "--limit", "5")
    assert answer["count"] >= len(answer["loose"]) + len(answer["goals"]) - 5
    code, answer = call("kpi-export", str(tmp_path / "kpi.xlsx"), "--period", "2025-TW3")
    assert (code, (tmp_path / "kpi.xlsx").exists()) == (0, True)
    code, answer = call("kpi-print", str(tmp_path), "--period", "2025-TW3", "--unit", facts.department)
    assert code == 0 and Path(answer["path"]).exists()
    code, answer = call("kpi-add-up", top["node"], "--year", "2025", "--rule", "mean")
    assert code == 0 and answer["change_set"]
    code, answer = call("kpi-add-up", "AGREEMENT:none", "--year", "2025", "--rule", "mean")
    assert code == 2 and answer["error"]["code"].startswith("PLN-4")


def test_budgets_are_entered_and_shown(call, facts, tmp_path: Path) -> None:
    unit = facts.source_id
    before = call("budget", "--period", "2025")[1]["units"]
    code, answer = call("budget-set", unit, "--period", "2025-03", "--ceiling", "1.000.000", "--realised", "400000")
    assert code == 0 and answer["change_set"]
    code, answer = call("budget", "--period", "2025")
    assert answer["units"] != before
    code, answer = call("budget-set", unit, "--period", "2025-TW1", "--ceiling", "1")
    assert (code, answer["error"]["code"]) == (2, "PLN-434")
    path = tmp_path / "serapan.csv"
    path.write_text(f"UNOR ID;PERIODE;PAGU;REALISASI ANGGARAN\n{unit};2025-04;10;5\n", encoding="utf-8")
    code, answer = call("budget-import", str(path))
    assert (code, answer["counts"]["changed"]) == (0, 1)  # the city has a budget for every month already
    sheet = tmp_path / "kpi.csv"
    sheet.write_text(f"UNOR ID;TAHUN;NO;REALISASI TW2\n{unit};2025;1;80\n{unit};2025;77;80\n", encoding="utf-8")
    code, answer = call("kpi-year-import", str(sheet))
    assert answer["counts"]["refused"] == 1
    code, answer = call("budget-set", unit, "--period", "2025-03", "--remove")
    assert code == 0
