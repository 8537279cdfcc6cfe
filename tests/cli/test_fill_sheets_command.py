"""Fill-in sheets through the command line: counts that add up, exit codes, the sheet for correction."""

from __future__ import annotations

import json
import sys

import openpyxl
import pytest

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    found = year.found(tmp_path_factory.mktemp("isian") / "city", 40, 2025, 3)
    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
        year.write_work(found, desk.planning.due(2025))
        desk.planning.import_plans(found.folder / "files" / "skp.xlsx")
    return found


@pytest.fixture
def call(city, monkeypatch, capsys):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))

    def run(*words, as_json=True):
        argv = ["meritdesk", "--store", str(city.agency), *(["--json"] if as_json else []), *map(str, words)]
        monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


@pytest.fixture
def unit(city):
    with open_desk(city.agency, city.passphrase) as desk, desk.register.around.store.reading() as work:
        peopled = {person.unit_id for person in work.people.all() if person.is_appraised}
        rated = {line.led_unit_id for line in work.reporting.all()}
        return next(one.source_id for one in work.units.all() if one.unit_id in peopled & rated)


@pytest.mark.parametrize(("room", "name"), [("execution", "Realisasi"), ("assessment", "Rating")])
def test_a_sheet_goes_out_and_comes_back(room, name, call, unit, tmp_path):
    code, answer = call(room, "sheet", "--unit", unit, "--period", "2025-TW4", "--out", tmp_path)
    assert code == 0
    assert answer["verb"] == f"{room} sheet"
    (sheet,) = answer["files"]
    assert sheet["rows"] > 0 and sheet["people"] > 0
    code, answer = call(room, "sheet-import", sheet["file"], "--dry-run", "--period", "2025-TW4", "--unit", unit)
    assert (code, answer["verb"], answer["dry_run"]) == (0, f"{room} sheet-import", True)
    assert answer["counts"]["read"] == answer["counts"]["same"] == sheet["rows"]
    book = openpyxl.load_workbook(sheet["file"])
    page = book[name]
    places = {page.cell(3, column).value: column for column in range(1, page.max_column + 1)}
    page.cell(4, places["ALASAN"]).value = "Alasan unit"
    wrong = "NILAI REALISASI" if room == "execution" else "RATING HASIL KERJA"
    page.cell(5, places["NIP"]).value = "bukan NIP"
    page.cell(4, places[wrong]).value = "tidak dikenal"
    book.save(sheet["file"])
    errors = tmp_path / "perbaikan.xlsx"
    code, answer = call(room, "sheet-import", sheet["file"], "--errors", errors)
    counts = answer["counts"]
    assert code == 1
    assert counts["read"] == sum(counts[key] for key in ("added", "changed", "same", "refused", "conflict"))
    assert counts["refused"] >= 1
    assert answer["corrections"]["file"] == str(errors)
    assert answer["corrections"]["corrected"] == counts["refused"]
    assert any(cell.comment for row in openpyxl.load_workbook(errors)[name].iter_rows() for cell in row)


def test_plans_go_out_for_the_year_whatever_period_is_asked_for(call, unit, tmp_path):
    code, answer = call("planning", "sheet", "--unit", unit, "--period", "2026-TW1", "--out", tmp_path)
    (sheet,) = answer["files"]
    assert (code, sheet["rows"]) == (0, 0) and sheet["people"] > 0
    assert sheet["file"].endswith("2026-LATIHAN.xlsx")
    code, answer = call("planning", "sheet-import", sheet["file"])
    assert (code, answer["counts"]["read"]) == (0, 0)
    assert answer["skipped"] > 0


def test_what_is_refused_whole_says_why(call, unit, tmp_path):
    _, answer = call("execution", "sheet", "--unit", unit, "--period", "2025", "--out", tmp_path / "isian.xlsx")
    path = answer["files"][0]["file"]
    code, answer = call("assessment", "sheet-import", path)
    assert (code, answer["error"]["code"]) == (3, "IMP-253")
    assert "execution sheet-import" in answer["error"]["next"]
    code, answer = call("execution", "sheet-import", path, "--period", "2024")
    assert (code, answer["error"]["code"]) == (3, "IMP-259")
    code, answer = call("execution", "sheet", "--unit", "tidak ada", "--period", "2025", "--out", tmp_path)
    assert (code, answer["error"]["code"]) == (2, "USE-103")


def test_people_read_lines(call, unit, tmp_path):
    code, text = call("execution", "sheet", "--unit", unit, "--period", "2025", "--out", tmp_path, as_json=False)
    assert code == 0 and "baris untuk" in text and ".xlsx" in text
