"""The follow-up room on the command line: who is to be guided, and credit points as a list and on paper."""

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


def test_the_pay_of_a_month_goes_from_amounts_to_the_treasury(say, city, tmp_path):
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        line = desk.register.staff(StaffQuery(limit=5))[2]
    amounts = tmp_path / "besaran.csv"
    amounts.write_text(f"TMT BESARAN;NIP;BEBAN KERJA\n01-01-2025;{line.nip};4.000.000\n", encoding="utf-8")
    inputs = tmp_path / "pendukung.csv"
    inputs.write_text(
        f"PERIODE;JENIS DATA TPP;NIP;NILAI DATA TPP\n2025-03;KEGIATAN NEGATIF;{line.nip};1\n", encoding="utf-8"
    )
    march = ("--period", "2025-03")
    code, told = say("pay", "recap", *march)
    assert (code, told["error"]["code"]) == (2, "FOL-343")
    assert say("pay", "amounts", str(amounts))[0] == 0 and say("pay", "inputs", str(inputs))[0] == 0
    entered = ("--kind", "INNOVATION", "--subject", line.nip, "--value", "1", "--words", "Antrean daring")
    assert say("pay", "enter", *march, *entered)[0] == 0
    code, told = say("pay", "recap", *march, "--compute")
    assert (code, told["people"], told["net"], told["locked"]) == (0, 1, "3920000", False)
    assert "Rp3.920.000" in say("pay", "recap", *march, "--state", "PAID", as_json=False)[1]
    code, told = say("pay", "why", line.nip, *march)
    assert {one["code"] for one in told["lines"]} >= {"PAY-COMPONENT", "PAY-NEGATIVE", "PAY-INNOVATION"}
    assert "Kegiatan negatif" in say("pay", "why", line.nip, *march, as_json=False)[1]
    code, told = say("pay", "simulate", *march, "--set", "negative=5", "--out", str(tmp_path / "aturan.json"))
    assert (told["difference"], told["losing"], told["adopted"]) == ("-80000", 1, False)
    assert say("pay", "simulate", *march, "--rule", str(tmp_path / "aturan.json"))[1]["after"] == told["after"]
    assert say("pay", "simulate", *march)[1]["error"]["code"] == "FOL-360"
    assert say("pay", "simulate", *march, "--set", "negative")[1]["error"]["code"] == "FOL-353"
    assert say("pay", "export", str(tmp_path / "a.csv"), *march)[1]["error"]["code"] == "FOL-368"
    assert say("pay", "lock", *march)[1]["locked"] is True
    assert say("pay", "export", str(tmp_path / "a.csv"), *march)[1]["people"] == 1
    assert line.nip in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert say("pay", "print", *march, "--nip", line.nip, "--out", str(tmp_path))[1]["pages"] >= 1
    assert say("pay", "settle", *march, "--into", "2025-04")[1]["people"] == 0


def test_a_sanction_is_read_by_those_named_and_by_nobody_else(say, city, tmp_path):
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        nip = desk.register.staff(StaffQuery(limit=5))[1].nip
    given = ("--letter", "862/1/2025", "--decided", "2025-02-03", "--by", "Wali Kota", "--reason", "Pasal 4")
    code, told = say("discipline", "add", nip, "--kind", "PAY_CUT_6", *given, "--reader", "Sekretaris")
    record = told["sanction"]["sanction_id"]
    assert (code, told["effect"]["cut_percent"]) == (0, "25")
    assert say("discipline", "open", record, "--actor", "Sekretaris")[1]["openings"][0]["by"] == "Sekretaris"
    assert say("discipline", "open", record, "--actor", "Orang Lain")[1]["error"]["code"] == "FOL-309"
    assert say("discipline", "list", "--actor", "Orang Lain")[1]["sanctions"] == []
    appealed = say("discipline", "appeal", record, "--on", "2025-03-01", "--outcome", "UPHELD")[1]
    assert appealed["sanction"]["appeal"] == "UPHELD"
    assert say("discipline", "export", str(tmp_path / "hukdis.csv"))[1]["sanctions"] == 1
    back = say("discipline", "import", str(tmp_path / "hukdis.csv"))[1]
    assert back["counts"]["same"] == 1
    assert say("discipline", "print", "--out", str(tmp_path))[1]["pages"] == 1
    revoked = ("--on", "2025-04-01", "--letter", "862/2", "--reason", "Bukti baru")
    assert say("discipline", "revoke", record, *revoked)[0] == 0
    assert say("discipline", "allow", record)[0] == 0
    assert "862/1/2025" in say("discipline", "open", record, as_json=False)[1]


def test_a_month_is_ranked_and_nobody_is_chosen_without_figures(say, tmp_path):
    march = ("--period", "2025-03")
    code, told = say("recognition", "list", *march)
    assert code == 0 and {one["state"] for one in told["people"]} == {"INCOMPLETE"}
    assert told["people"][0]["reasons"] and told["suggested"] == told["chosen"] == ""
    assert told["people"][0]["nip"] in say("recognition", "list", *march, as_json=False)[1]
    assert say("recognition", "choose", told["people"][0]["nip"], *march)[1]["error"]["code"] == "REC-102"
    assert say("recognition", "withdraw", *march, "--reason", "x")[1]["error"]["code"] == "REC-106"
    assert say("recognition", "given")[1]["awards"] == []
    assert say("recognition", "improved", "--period", "2025")[1]["before"] == "2024"
    assert say("recognition", "print", *march, "--what", "list", "--out", str(tmp_path))[1]["numbers"]


def test_habits_and_earlier_points_are_entered_listed_and_written(say, city, tmp_path):
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        nip = desk.follow_up.credit_history.lines(2025)[0].person.nip
    code, told = say("habits", "enter", nip, "--kind", "smoking", "--on", "2025-05-06", "--words", "Di lorong")
    entry = told["habit"]["habit_id"]
    assert code == 0 and say("habits", "open", entry)[1]["openings"]
    assert "Di lorong" in say("habits", "open", entry, as_json=False)[1]
    assert say("habits", "talk", entry, "--on", "2025-05-07", "--by", "Kepala", "--words", "Sepakat")[0] == 0
    assert say("habits", "allow", entry, "--reader", "Sekretaris")[0] == 0
    closing = ("close", entry, "--on", "2025-06-10", "--outcome", "IMPROVED")
    assert say("habits", *closing)[0] == 0 and say("habits", *closing)[1]["error"]["code"] == "HAB-105"
    assert say("habits", "find", "--period", "2025-03", "--dry-run")[1]["added"] == []
    assert say("habits", "export", str(tmp_path / "kebiasaan.csv"))[1]["habits"] == 1
    assert say("habits", "import", str(tmp_path / "kebiasaan.csv"), "--dry-run")[0] == 0
    assert [one["state"] for one in say("habits", "list")[1]["habits"]] == ["CLOSED"]
    assert say("habits", "print", "--out", str(tmp_path))[1]["numbers"]
    letter = ("--kind", "BASE", "--starts", "2022-12-31", "--points", "12,5", "--letter", "PAK/1")
    assert say("credit", "enter", nip, *letter)[0] == 0
    assert say("credit", "history", nip)[1]["items"][0]["points"] == "12.5"
    assert say("credit", "export", str(tmp_path / "pak.csv"))[1]["items"] == 1
    assert say("credit", "import", str(tmp_path / "pak.csv"))[1]["counts"]["same"] == 1
    found = say("credit", "need", "--year", "2025", "--nip", nip, "--export", str(tmp_path / "kurang.csv"))[1]
    assert found["officials"][0]["next_tier"]["missing"] or found["officials"][0]["rank"]
    assert say("credit", "determine", "--year", "2025", "--nip", nip, "--out", str(tmp_path))[1]["numbers"]
    assert say("credit", "print-need", "--year", "2025", "--out", str(tmp_path))[1]["numbers"]
    assert say("credit", "drop", nip, "--kind", "BASE", "--starts", "2022-12-31")[0] == 0
    assert say("credit", "drop", nip, "--kind", "BASE", "--starts", "2022-12-31")[1]["error"]["code"] == "CRH-104"
