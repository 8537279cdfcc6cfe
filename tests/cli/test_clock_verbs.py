"""Clocks, objections, settings and holidays on the command line: answers, exit codes, counts that add up."""

from __future__ import annotations

import json
import sys
from datetime import date

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.cli import arguments
from meritdesk.core.store import AgencyInfo
from meritdesk.sample_city import year

PASSPHRASE = "kata sandi untuk uji perintah"


@pytest.fixture
def say(monkeypatch, capsys):
    def spoken(*words):
        monkeypatch.setattr(sys, "argv", ["meritdesk", *words])
        code = program.main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return spoken


@pytest.fixture
def store(tmp_path, monkeypatch):
    (tmp_path / "sandi.txt").write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "sandi.txt"))
    bootstrap.create_store(tmp_path / "dinas", AgencyInfo("7101", "Kota Contoh", False, "PC01"), PASSPHRASE)
    return tmp_path / "dinas"


@pytest.fixture
def lived(tmp_path, monkeypatch):
    folder = tmp_path / "kota"
    year.live(folder, 30, 2024, 3, lambda done, total: None)
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(folder / "passphrase.txt"))
    return folder / "agency"


def test_a_day_is_read_as_the_office_writes_it_and_a_dash_clears_it():
    chosen = arguments.parse(
        ["assessment", "dates", "--period", "2025", "--nip", "1", "--signed-on", "30-01-2026", "--received-on", "-"]
    )
    assert (chosen.signed_on, chosen.received_on) == (date(2026, 1, 30), None)
    assert not hasattr(chosen, "returned_on")


def test_settings_are_told_with_their_help_and_changed_with_a_change_set(say, store):
    code, told, _ = say("--store", str(store), "--json", "upkeep", "settings")
    settings = {one["name"]: one for one in json.loads(told)["settings"]}
    assert code == 0 and settings["working_week"]["value"] == "FIVE"
    assert all(len(one["help"]) > 30 for one in settings.values())
    code, told, _ = say("--store", str(store), "--json", "upkeep", "set", "working_week", "SIX")
    assert code == 0 and json.loads(told)["value"] == "SIX" and json.loads(told)["change_set"]
    assert "* working_week = SIX" in say("--store", str(store), "upkeep", "settings")[1]
    assert say("--store", str(store), "upkeep", "set", "working_week", "EIGHT")[0] == 2


def test_the_holiday_table_is_listed_changed_imported_and_restored(say, store, tmp_path):
    where = ("--store", str(store))
    code, told, _ = say(*where, "--json", "upkeep", "holidays", "list", "--year", "2026")
    assert code == 0 and len(json.loads(told)["holidays"]) == 25
    assert say(*where, "upkeep", "holidays", "set", "16-02-2026", "--works", "--kind", "COLLECTIVE_LEAVE")[0] == 0
    assert "tetap masuk kerja" in say(*where, "upkeep", "holidays", "list", "--year", "2026")[1]
    assert say(*where, "upkeep", "holidays", "restore", "16-02-2026")[0] == 0
    assert say(*where, "upkeep", "holidays", "restore", "16-02-2026")[0] == 2
    file = tmp_path / "libur.csv"
    file.write_text("TANGGAL;NAMA HARI LIBUR\n01-01-2027;Tahun Baru\nx;Salah\n", encoding="utf-8")
    code, told, _ = say(*where, "--json", "upkeep", "holidays", "import", str(file))
    counts = json.loads(told)["counts"]
    assert code == 1 and (counts["read"], counts["added"], counts["refused"]) == (2, 1, 1)
    assert "Nothing" in say(*where, "--lang", "en", "upkeep", "holidays", "list", "--year", "2030")[1]


def test_papers_are_dated_deadlines_told_and_an_objection_is_decided(say, lived, tmp_path):
    where = ("--store", str(lived))
    code, told, _ = say(*where, "--json", "assessment", "deadlines", "--period", "2024", "--state", "WAITING")
    board = json.loads(told)
    assert code in (0, 1)
    one = next(person for person in board["people"] if not person["is_final"] and person["hand_over_by"] is None)
    days = ("--signed-on", "06-01-2025", "--handed-over-on", "07-01-2025")
    code, told, _ = say(*where, "--json", "assessment", "dates", "--period", "2024", "--nip", one["nip"], *days)
    counts = json.loads(told)["counts"]
    assert counts["asked"] == counts["changed"] + counts["same"] + counts["refused"] == 1
    code, told, _ = say(*where, "--json", "assessment", "deadlines", "--period", "2024", "--nip", one["nip"])
    person = json.loads(told)
    assert person["papers"][0]["handed_over_on"] == "2025-01-07"
    assert any(clock["duty"] == "D-13" and clock["is_assumed"] for clock in person["deadlines"])
    assert say(*where, "assessment", "deadlines", "--period", "2024", "--nip", one["nip"])[1]
    code, told, _ = say(
        *where, "--json", "assessment", "objection", "open", one["nip"], "--period", "2024",
        "--received-on", "13-01-2025", "--reasons", "Belum seluruh bukti dibaca.",
    )  # fmt: skip
    number = json.loads(told)["number"]
    assert code == 0 and number.startswith("RK/")
    for by in ("RATEE", "RATER"):
        assert say(*where, "assessment", "objection", "statement", number, "--by", by, "--text", "Penjelasan.")[0] == 0
    code, told, _ = say(
        *where, "--json", "assessment", "objection", "decide", number, "--decision", "CONFIRMED",
        "--decided-on", "16-01-2025", "--grounds", "Hasil tetap.",
    )  # fmt: skip
    assert code == 0 and json.loads(told)["decision"] == "CONFIRMED"
    assert number in say(*where, "assessment", "objection", "list", "--period", "2024")[1]
    code, told, _ = say(*where, "--json", "assessment", "objection", "show", number)
    assert json.loads(told)["grounds"] == "Hasil tetap."
    assert number in say(*where, "assessment", "objection", "show", number)[1]
    out = tmp_path / "kertas"
    code, told, _ = say(*where, "--json", "assessment", "objection", "sheet", number, "--out", str(out))
    assert code == 0 and json.loads(told)["pages"] == 1
    code, told, _ = say(*where, "--json", "assessment", "call-sheet", "--period", "2024", "--out", str(out))
    assert code == 0 and json.loads(told)["numbers"]
    assert say(*where, "assessment", "objection", "show", "KEB/0")[0] == 2
