"""Talent, registers, index, merit and rotation on the command line, from an empty year to a decision."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.discipline import Sanction, SanctionKind, SanctionLevel
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.survey import SurveyKind, Voice
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    city = year.found(tmp_path_factory.mktemp("talenta") / "kota", 30, 2025, 5)
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


Y = ("--year", "2025")


def test_from_the_assessment_centre_to_a_certified_list(say, tmp_path):
    told = say("index", "list", *Y)[1]
    nips = [one["nip"] for one in told["people"] if one["total"]]
    file = tmp_path / "asesmen.csv"
    rows = "".join(f"{nip};2025-06-01;{min(98, 55 + 3 * place)};70;PPK\n" for place, nip in enumerate(nips))
    file.write_text("NIP;TANGGAL ASESMEN;NILAI POTENSI;NILAI KOMPETENSI;LEMBAGA PENILAI\n" + rows, encoding="utf-8")
    assert say("potential", "import", str(file))[1]["counts"]["added"] == len(nips)
    assert say("potential", "enter", nips[0], "--kind", "COMPETENCE", "--on", "2025-07-01", "--points", "80,5",
               "--source", "PPK")[0] == 0  # fmt: skip
    assert len(say("potential", "list", "--nip", nips[0])[1]["scores"]) == 3
    assert say("potential", "remove", nips[0], "--kind", "COMPETENCE", "--on", "2025-07-01")[0] == 0
    assert (
        say("potential", "remove", nips[0], "--kind", "COMPETENCE", "--on", "2025-07-01")[1]["error"]["code"]
        == "TAL-124"
    )
    code, placed = say("talent", "map", *Y, "--export", str(tmp_path / "peta.xlsx"))
    assert code == 0 and Path(placed["file"]).exists() and placed["rows"] == len(placed["people"])
    assert nips[0] in say("talent", "map", *Y, as_json=False)[1]
    assert say("talent", "fix", *Y)[1]["fixed"] == len(placed["people"]) - placed["counts"]["0"]
    code, found = say("talent", "search", *Y, "--box", "8", "--box", "9", "--box", "5", "--keep", "Uji")
    assert code == 0 and found["people"] and found["packs"][0] == "ninebox-2020"
    assert say("talent", "retrace", found["number"])[0:1] == (0,)
    assert say("talent", "lists")[1]["lists"][0]["number"] == found["number"]
    assert say("talent", "print", *Y, "--list", found["number"], "--out", str(tmp_path))[1]["sheets"] == 1
    assert say("talent", "print", *Y, "--out", str(tmp_path))[1]["sheets"] == 1
    assert say("talent", "succession", *Y)[0] == 0
    assert "Uji" in say("talent", "lists", as_json=False)[1]
    assert say("talent", "search", *Y, "--text", "tidak ada yang begini")[1]["people"] == []


def test_trainings_raise_an_index_that_is_fixed_and_printed(say, tmp_path):
    nip = next(one["nip"] for one in say("index", "list", *Y)[1]["people"] if one["total"])
    before = say("index", "show", nip, *Y)[1]["total"]
    assert say("training", "add", nip, "Arsip", "--kind", "TECHNICAL", "--on", "2025-02-03", "--hours", "30")[0] == 0
    (entry,) = say("training", "list", "--nip", nip)[1]["trainings"]
    assert float(say("index", "show", nip, *Y)[1]["total"]) > float(before)
    assert "Arsip" in say("index", "show", nip, *Y, as_json=False)[1]
    assert say("training", "list", "--export", str(tmp_path / "latih.xlsx"))[1]["rows"] == 1
    assert say("index", "fix", *Y)[1]["fixed"] > 0
    assert say("index", "print", *Y, "--out", str(tmp_path))[1]["sheets"] == 1
    assert say("training", "remove", entry["id"])[0] == 0
    assert say("training", "remove", entry["id"])[1]["error"]["code"] == "TAL-115"
    file = tmp_path / "latih.csv"
    file.write_text(f"NIP;JENIS PELATIHAN;NAMA PELATIHAN;TANGGAL PELATIHAN;JP\n{nip};TEKNIS;Arsip;2025-03-03;20\n")
    assert say("training", "import", str(file))[1]["counts"]["added"] == 1


def test_the_merit_system_is_assessed_and_printed(say, tmp_path):
    shown = say("merit", "show", *Y)[1]
    assert (shown["scheme"], shown["given"], len(shown["aspects"])) == ("OF_2025", 0, 8)
    proof = tmp_path / "peta.txt"
    proof.write_text("peta jabatan", encoding="utf-8")
    added = say("merit", "attach", "1.1", str(proof), *Y)[1]["id"]
    assert say("merit", "write-file", added, *Y, "--out", str(tmp_path / "lihat"))[0] == 0
    assert say("merit", "detach", added, *Y)[0] == 0
    rows = "".join(f"2025;{part['code']};4;Ada\n" for part in shown["parts"])
    file = tmp_path / "merit.csv"
    file.write_text("TAHUN;KODE SUB ASPEK;TINGKAT;ALASAN\n" + rows, encoding="utf-8")
    assert say("merit", "import", str(file))[1]["counts"]["added"] == len(shown["parts"])
    assert say("merit", "take-back", "1.1", *Y)[0] == 0
    assert say("merit", "fix", *Y)[1]["error"]["code"] == "MRT-112"
    assert say("merit", "give", "1.1", "3", *Y, "--reason", "Ada", "--by", "2026-06-30")[0] == 0
    assert say("merit", "survey", *Y, "--value", "0,8", "--source", "Survei 2025")[0] == 0
    assert say("merit", "fix", *Y)[1]["category"] == "TINGGI"
    assert say("merit", "print", *Y, "--out", str(tmp_path))[1]["sheets"] == 1
    assert say("merit", "reopen", *Y, "--reason", "Bukti baru")[0] == 0
    assert say("merit", "show", *Y, "--scheme", "2018")[1]["pack"] == "merit-2018"


def test_a_post_is_filled_from_a_list_with_a_reason(say, tmp_path):
    assert say("rotation", "vacancies", *Y)[0] == 0
    post = say("talent", "succession", *Y)[1]["posts"][-1]
    case = say("rotation", "open", post["unit"])[1]["number"]
    code, told = say("rotation", "candidates", case, *Y, "--wide")
    assert code == 0 or told["error"]["code"] == "TAL-102"
    lawful = [one for one in told.get("list", {}).get("people", ()) if one["is_fit"]]
    if lawful:
        assert say("rotation", "print", case, "--out", str(tmp_path))[1]["sheets"] == 1
        assert (
            say("rotation", "decide", case, lawful[0]["nip"], "--reason", "Cakap", "--by", "Wali Kota")[1]["state"]
            == "DECIDED"
        )
    else:
        assert say("rotation", "drop", case, "--reason", "Belum ada calon")[1]["state"] == "DROPPED"
    assert say("rotation", "list")[1]["cases"][0]["number"] == case
    assert case in say("rotation", "list", as_json=False)[1]


def test_the_region_compares_what_the_government_fixed_and_handed_over(say, city, tmp_path, monkeypatch, capsys):
    parts = say("merit", "show", *Y)[1]["parts"]
    file = tmp_path / "merit.csv"
    rows = "".join(f"2025;{part['code']};4;Ada\n" for part in parts)
    file.write_text("TAHUN;KODE SUB ASPEK;TINGKAT;ALASAN\n" + rows, encoding="utf-8")
    assert say("merit", "import", str(file))[0] == 0
    assert say("merit", "survey", *Y, "--value", "0,8", "--source", "Survei 2025")[0] == 0
    assert say("merit", "fix", *Y)[0] == 0
    assert say("index", "fix", *Y)[0] == 0
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        person = next(one for one in desk.register.staff(StaffQuery()) if one.unit_id)
        day = date(2025, 3, 10)
        letter = Sanction(
            "", person.person_id, SanctionKind.PAY_CUT_6, "862/1", day, day, "Wali Kota", "Sangat rahasia", ""
        )
        desk.follow_up.discipline.add(letter)
        pulse, _ = desk.follow_up.surveys.open(SurveyKind.PULSE, "Denyut", 2025, minimum=2)
        desk.follow_up.surveys.plan(pulse.round_id)
        desk.follow_up.surveys.give(pulse.round_id, tmp_path / "isian.csv", {voice: voice.value for voice in Voice})
        for row in (tmp_path / "isian.csv").read_text(encoding="utf-8-sig").splitlines()[1:]:
            desk.follow_up.surveys.enter(pulse.round_id, row.split(";")[0].strip('"'), {"V1": 4})
        desk.follow_up.surveys.close(pulse.round_id)
        packed = desk.handover.pack(city.period, tmp_path)
        with pytest.raises(UsageRefusal) as caught:
            desk.overview.region_merit.lines(2025)
        assert caught.value.code == "REG-101"
        mine = desk.follow_up.talent.map(2025)
        index = desk.follow_up.merit.board(2025).assessment.index
    with bootstrap.open_desk(city.region, city.passphrase) as region:
        region.handover.receive(packed.path)
        (line,) = region.overview.region_merit.lines(2025)
        assert region.overview.region_merit.lines(2019)[0].pack_id == ""
    assert (line.pack_id, line.index, line.placed) == ("merit-2025", index, mine.fixed)
    assert line.mean_index is not None and len(line.aspects) == 8
    assert (dict(line.sanctions), line.pulse) == ({SanctionLevel.MODERATE: 1}, 4)
    assert b"Sangat rahasia" not in packed.path.read_bytes()
    words = ["meritdesk", "--store", str(city.region), "--json", "overview", "region", "merit", "--period", "2025"]
    monkeypatch.setattr(sys, "argv", words)
    assert program.main() == 0
    assert json.loads(capsys.readouterr().out)["lines"][0]["category"] == line.category
