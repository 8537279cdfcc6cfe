"""Attendance and daily activity on the command line: files in, letters, recap, validation, and what is refused."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import working_time, year

LETTER = ("execution", "attendance")
LOG = ("execution", "activity")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    city = year.found(tmp_path_factory.mktemp("time") / "city", 40, 2025, 7)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        working_time.come_to_work(desk, city.folder, [parse_period("2025-12")], 7)
    return city


@pytest.fixture
def ask(city: year.City, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def asked(*words: str) -> tuple[int, dict]:
        (city.folder / "sandi.txt").write_text(city.passphrase, encoding="utf-8")
        monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "sandi.txt"))
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(city.agency), "--json", *words])
        code = program.main()
        return code, json.loads(capsys.readouterr().out)

    return asked


def test_a_month_is_read_recapped_and_written_down(ask, tmp_path: Path) -> None:
    code, told = ask(*LETTER, "recap", "--period", "2025-12")
    assert code == 0 and told["people"]
    nip = told["people"][0]["nip"]
    marks = tmp_path / "mesin.csv"
    marks.write_text(f"NIP/ID;TANGGAL;JAM MASUK;JAM PULANG\n{nip};01-12-2025;09:30;16:30\n77;01-12-2025;07:30;16:30\n")
    code, told = ask(*LETTER, "import", str(marks), "--dry-run")
    assert code == 1 and told["refused"][0]["code"] == "TIM-103"
    assert ask(*LETTER, "recap", "--period", "2025-12", "--nip", nip)[1]["days"]
    assert ask(*LETTER, "recap", "--period", "2025-12", "--out", str(tmp_path / "rekap.xlsx"))[1]["rows"] > 1
    assert ask(*LETTER, "recap-print", "--period", "2025-12", "--out", str(tmp_path))[1]["sheets"] == 1
    assert "people" in ask(*LETTER, "year", "--year", "2025")[1]
    assert ask(*LETTER, "recap", "--period", "2025")[1]["error"]["code"] == "TIM-101"


def test_a_letter_and_a_shift_are_noted_and_taken_out(ask) -> None:
    nip = ask(*LETTER, "recap", "--period", "2025-12")[1]["people"][0]["nip"]
    add = (*LETTER, "absence-add", nip, "--code", "C", "--from", "2025-11-03")
    assert ask(*add)[1]["error"]["code"] == "TIM-116"
    assert ask(*add, "--letter", "851/1")[0] == 0
    found = next(
        one for one in ask(*LETTER, "absence", "--period", "2025-11")[1]["absences"] if one["letter"] == "851/1"
    )
    assert ask(*LETTER, "absence-remove", found["absence_id"], "--reason", "keliru")[0] == 0
    assert ask(*LETTER, "shift-set", "PAGI", "--name", "Pagi", "--hours", "0700-1400")[0] == 0
    assert ask(*LETTER, "shift-set", "PAGI", "--name", "Pagi", "--hours", "pagi")[1]["error"]["code"] == "TIM-131"
    assert ask(*LETTER, "shift-assign", "PAGI", "--nip", nip, "--since", "2025-01-01")[0] == 0
    assert len(ask(*LETTER, "shifts")[1]["assignments"]) == 1


def test_activities_are_entered_validated_refused_and_the_month_is_closed(ask) -> None:
    nip = ask(*LETTER, "recap", "--period", "2025-12")[1]["people"][0]["nip"]
    row = (*LOG, "add", nip, "--date", "2025-11-04", "--start", "08.00", "--end", "09.00", "--text", "Rapat")
    assert ask(*row, "--evidence", "notula")[0] == 0
    again = (*LOG, "add", nip, "--date", "2025-11-04", "--start", "08.30", "--end", "09.30", "--text", "Lain")
    assert ask(*again)[1]["error"]["code"] == "TIM-140"
    month = ("--period", "2025-11")
    assert ask(*LOG, "list", *month, "--nip", nip)[1]["entries"][0]["minutes"] == 60
    assert ask(*LOG, "validate", *month, "--nip", nip)[1]["validated"] == 1
    assert ask(*LOG, "undecide", "1", *month, "--nip", nip)[0] == 0
    assert ask(*LOG, "refuse", "1", *month, "--nip", nip, "--why", "TOO_LONG")[1]["refused"] == 1
    assert ask(*LOG, "reminders", *month)[1]["silent"]
    assert ask(*LOG, "recap", *month)[1]["people"]
    assert ask(*LOG, "close", *month)[0] == 0
    assert ask(*LOG, "remove", "1", *month, "--nip", nip, "--reason", "keliru")[1]["error"]["code"] == "TIM-102"
    assert ask(*LOG, "reopen", *month, "--reason", "susulan")[0] == 0
