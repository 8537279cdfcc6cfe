"""The commands of execution: actuals, evidence, feedback, guidance, confidential records, action plans."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.sample_city import year
from meritdesk.services.execution.grid import GridQuery
from meritdesk.store import vault


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> tuple[year.City, str]:
    """A small sample city with plans, and one NIP who has a plan with a measured first indicator."""
    with pytest.MonkeyPatch.context() as patched:
        # Each command opens the store anew; what is tested here is not how slowly a passphrase is stretched.
        patched.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))
        found = year.found(tmp_path_factory.mktemp("cli") / "city", 30, 2025, 5)
    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
        files = year.write_work(found, desk.planning.due(2025))
        for one in files:
            desk.planning.import_plans(one.plans)
        block = desk.execution.grid.lines(GridQuery(2025, limit=100))
        nip = next(
            line.nip
            for line in block.lines
            if (line.result_number, line.indicator_number) == (1, 1) and line.indicator.target.low is not None
        )
    return found, nip


@pytest.fixture
def call(city, monkeypatch, capsys):
    found, _ = city
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(found.folder / "passphrase.txt"))

    def run(*words: str, as_json: bool = True):
        argv = ["meritdesk", "--store", str(found.agency), *(["--json"] if as_json else []), "execution", *words]
        monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


@pytest.fixture
def nip(city) -> str:
    return city[1]


def code_of(answer) -> str:
    return answer[1]["error"]["code"]


def test_one_cell_is_set_explained_seen_and_cleared(call, nip):
    code, answer = call("set", nip, "--period", "2025-TW4", "--indicator", "1.1", "--value", "1")
    assert (code, answer["written"]) == (0, 1)
    assert answer["cell"]["text"].startswith("1")
    code, answer = call(
        "set", nip, "--period", "2025-TW4", "--indicator", "1.1", "--override", "MEETS", "--reason", "Pandemi",
        "--feedback", "Cukup",
    )  # fmt: skip
    assert (answer["cell"]["override"], answer["cell"]["override_reason"]) == ("MEETS", "Pandemi")
    code, answer = call("set", nip, "--period", "2025-TW4", "--indicator", "1.1", "--override", "NONE")
    assert (answer["cell"]["override"], answer["cell"]["feedback"]) == (None, "Cukup")
    code, answer = call("grid", "--year", "2025", "--nip", nip)
    assert code == 0
    assert answer["lines"][0]["cells"]["2025-TW4"]["text"].startswith("1")
    assert "2025-TW4" in call("grid", "--year", "2025", "--nip", nip, as_json=False)[1]
    code, answer = call("set", nip, "--period", "2025-TW4", "--indicator", "1.1", "--value", "", "--feedback", "")
    assert answer["cell"]["text"] == ""


def test_cells_that_do_not_fit_are_refused(call, nip):
    place = ("--period", "2025-TW4", "--indicator", "1.1", "--value")
    assert code_of(call("set", nip, *place, "banyak")) == "EXE-211"
    assert code_of(call("set", nip, "--period", "2025-TW4", "--indicator", "99.1", "--value", "1")) == "EXE-233"
    assert code_of(call("set", nip, "--period", "2025-TW4", "--indicator", "1.99", "--value", "1")) == "EXE-236"
    assert code_of(call("set", nip, "--period", "2025-TW4", "--indicator", "satu", "--value", "1")) == "EXE-236"
    assert code_of(call("set", nip, "--period", "2023", "--indicator", "1.1", "--value", "1")) == "PLN-101"
    assert code_of(call("set", "000", *place, "1")) == "USE-102"


def test_evidence_goes_in_and_out_and_is_checked(call, nip, tmp_path):
    report = tmp_path / "laporan.pdf"
    report.write_bytes(b"%PDF-1.7 isi")
    place = ("--indicator", "1.1", "--period", "2025-TW4")
    code, answer = call("evidence", "add", nip, str(report), *place)
    assert (code, answer["evidence"]["kind"], answer["hints"]) == (0, "RESULT", [])
    first = answer["evidence"]["evidence_id"]
    assert call("evidence", "add", nip, str(report), *place)[1]["change_set"] == ""
    present = tmp_path / "daftar hadir.pdf"
    present.write_bytes(b"%PDF-1.7 hadir")
    code, answer = call("evidence", "add", nip, str(present), "--indicator", "1.2", "--period", "2025-TW4")
    if code == 2:  # a plan whose first result has one indicator only
        code, answer = call("evidence", "add", nip, str(present), "--indicator", "2.1", "--period", "2025-TW4")
    assert (code, [hint["code"] for hint in answer["hints"]]) == (1, ["V-51"])
    second = answer["evidence"]["evidence_id"]
    assert call("evidence", "mark", second, "--kind", "RESULT")[0] == 0
    assert len(call("evidence", "list", "--nip", nip, "--period", "2025-TW4")[1]["evidence"]) == 2
    code, answer = call("evidence", "export", "--nip", nip, "--out", str(tmp_path / "keluar"))
    assert {Path(path).read_bytes() for path in answer["files"]} == {b"%PDF-1.7 isi", b"%PDF-1.7 hadir"}
    assert call("evidence", "remove", second)[0] == 0
    code, answer = call("evidence", "check")
    assert (code, answer["looked_at"], answer["sound"], answer["unused"]) == (0, 1, 1, 1)
    assert "laporan.pdf" in call("evidence", "list", as_json=False)[1]
    assert code_of(call("evidence", "remove", "x")) == "EXE-226"
    assert call("evidence", "add", nip, str(tmp_path / "tidak.pdf"), *place)[0] == 3
    assert first in call("evidence", "list")[1]["evidence"][0]["evidence_id"]


def test_feedback_is_logged_listed_and_withdrawn(call, nip):
    said = ("--date", "03-11-2025", "--giver", "LEADER", "--name", "Endang", "--text", "Bagus")
    code, answer = call("feedback", "add", nip, *said, "--mark", "POSITIVE", "--result", "1", "--evidence", "Laporan")
    assert (code, answer["hints"]) == (0, [])
    code, answer = call("feedback", "add", nip, *said, "--mark", "NEGATIVE", "--behaviour", "LOYAL")
    assert (code, [hint["code"] for hint in answer["hints"]]) == (1, ["V-53"])
    code, listed = call("feedback", "list", nip, "--period", "2025-TW4")
    assert (code, listed["positive"], listed["total"], len(listed["entries"])) == (0, 1, 1, 2)
    assert [hint["code"] for hint in listed["hints"]] == ["V-52", "V-53"]
    assert "Endang" in call("feedback", "list", nip, "--period", "2025-TW4", as_json=False)[1]
    assert call("feedback", "withdraw", answer["entry"]["entry_id"], "--reason", "salah orang")[0] == 0
    assert code_of(call("feedback", "withdraw", "x", "--reason", "y")) == "EXE-234"
    assert code_of(call("feedback", "add", nip, *said, "--mark", "POSITIVE", "--result", "99")) == "EXE-233"
    assert code_of(
        call("feedback", "add", nip, "--date", "kemarin", *said[2:], "--mark", "NEUTRAL", "--result", "1")
    ) == ("CLI-112")


def test_every_form_of_guidance_is_taken_from_its_own_template(call, nip, tmp_path):
    for kind in ("COACHING", "MENTORING", "TRAINING", "FEEDBACK", "COMPETENCY"):
        text = call("guidance", "template", "--kind", kind, as_json=False)[1]
        form = tmp_path / f"{kind}.json"
        form.write_text(text, encoding="utf-8")
        arguments = ("--kind", kind, "--date", "2025-11-03", "--form", str(form), "--guide", "Endang")
        code, answer = call("guidance", "add", nip, *arguments)
        assert (code, answer["hints"]) == (0, [])
        shown = call("guidance", "show", answer["record"]["record_id"])[1]
        assert shown["record"] == answer["record"]
        assert shown["kind"] == kind
    assert len(call("guidance", "list", nip, "--year", "2025")[1]["records"]) == 5
    assert "Coaching" in call("guidance", "list", nip, as_json=False)[1]
    (tmp_path / "rusak.json").write_text("{", encoding="utf-8")
    broken = ("--kind", "COACHING", "--date", "2025-11-03", "--form", str(tmp_path / "rusak.json"))
    assert code_of(call("guidance", "add", nip, *broken)) == "EXE-245"
    assert code_of(call("guidance", "show", "x")) == "EXE-242"


def test_a_confidential_record_is_opened_by_its_readers_only(call, nip, tmp_path):
    for kind in ("COUNSELLING", "BEHAVIOUR_PROBLEM"):
        form = tmp_path / f"{kind}.json"
        form.write_text(call("confidential", "template", "--kind", kind, as_json=False)[1], encoding="utf-8")
        arguments = ("--kind", kind, "--date", "2025-11-03", "--form", str(form), "--reader", "Bu Konselor")
        code, answer = call("confidential", "add", nip, *arguments)
        assert (code, [hint["code"] for hint in answer["hints"]]) == (
            (0, []) if kind == "COUNSELLING" else (1, ["V-57"])
        )
    record = answer["record_id"]
    code, opened = call("confidential", "open", record, "--actor", "bu konselor")
    assert [one["opened_by"] for one in opened["openings"]] == ["bu konselor"]
    assert code_of(call("confidential", "open", record, "--actor", "Orang Lain")) == "EXE-241"
    assert call("confidential", "list", "--nip", nip, "--actor", "Orang Lain")[1]["records"] == []
    assert len(call("confidential", "list", "--nip", nip)[1]["records"]) == 2
    assert call("confidential", "allow", record)[0] == 0
    assert code_of(call("confidential", "open", record, "--actor", "bu konselor")) == "EXE-241"
    assert "bu konselor" in call("confidential", "open", record, as_json=False)[1]


def test_action_plan_documentation_and_take_over(call, nip):
    plan = ("--year", "2025", "--result", "1")
    assert (
        call("action-plan", "set", nip, *plan, "--step", "Menyusun jadwal", "--step", "Melaksanakan")[1]["steps"] == 2
    )
    said = ("--result", "1", "--date", "2025-11-03", "--text", "Jadwal terbit")
    assert call("action-plan", "document", nip, *said, "--step", "2", "--evidence", "SK")[0] == 0
    assert code_of(call("action-plan", "document", nip, *said, "--step", "9")) == "EXE-252"
    code, answer = call("takeover", nip, "--result", "1", "--date", "2025-11-03", "--note", "Tidak ada kemajuan")
    assert (code, [hint["code"] for hint in answer["hints"]]) == (1, ["V-56"])
    again = ("--result", "1", "--date", "2025-11-03", "--note")
    assert call("takeover", nip, *again, "Sakit", "--earlier", "GUIDANCE", "--earlier", "RESOURCES")[0] == 0
    assert code_of(call("takeover", nip, *again, " ")) == "V-55"
    found = call("action-plan", "show", nip, "--year", "2025")[1]["results"][0]
    assert (len(found["steps"]), len(found["documentation"]), len(found["takeovers"])) == (2, 1, 2)
    text = call("action-plan", "show", nip, "--year", "2025", as_json=False)[1]
    assert "2) Melaksanakan" in text
    assert "Tidak ada kemajuan" in text
    code, answer = call("check", nip, "--period", "2025-TW4")
    assert code == 1
    assert {"V-50", "V-73"} <= {hint["code"] for hint in answer["hints"]}
