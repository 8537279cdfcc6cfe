"""People who move, on the command line: each verb once well and once refused, and what the old agency made is said."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
import small_office
from two_agencies import NURSE, PDF, introduce

from meritdesk import __main__ as program

CONTRACT = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
MOVE = ("--to", "3314", "--since", "2026-01-01", "--letter", "820/17/2025", "--letter-day", "2025-12-20")


@pytest.fixture
def say(two_prepared, tmp_path, monkeypatch, capsys):
    shutil.copytree(two_prepared, tmp_path / "dua")
    secret = tmp_path / "sandi.txt"
    secret.write_text(small_office.PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(secret))

    def spoken(place, *words, room="handover transfers"):
        store = tmp_path / ("wilayah" if place == "wilayah" else f"dua/{place}") / "store"
        monkeypatch.setattr(
            sys, "argv", ["meritdesk", "--json", "--store", str(store), *room.split(), *map(str, words)]
        )
        code = program.main()
        out = capsys.readouterr().out
        told = json.loads(out)
        return code, told.get("error", {}).get("code") or told

    return spoken


def named_in_the_contract(verb, told):
    row = next(line for line in CONTRACT.splitlines() if line.startswith(f"| `handover transfers {verb}`"))
    missing = [name for name in told if name not in ("verb", "header") and f"`{name}" not in row]
    assert "as every print" in row or not missing, (verb, missing)


def test_from_the_letter_to_the_receipt(say, tmp_path):
    stick = tmp_path / "stick"
    assert say("kota", "pack", NURSE, "--to", "9999", *MOVE[2:], "--out", stick) == (2, "PKG-832")
    assert say("kota", "note", NURSE, "--out", stick) == (2, "PKG-857")
    code, packed = say("kota", "pack", NURSE, *MOVE, "--out", stick)
    assert (code, packed["counts"]["files"], packed["region"]) == (0, 1, "")
    code, note = say("kota", "note", NURSE, "--out", tmp_path / "kertas", "--paper", "A4")
    assert (code, note["pages"]) == (0, 1) and note["numbers"][0].startswith("MUT/3372/")
    assert say("sragen", "look", tmp_path / "none.merit") == (3, "PKG-506")
    code, looked = say("sragen", "look", packed["path"])
    assert (code, looked["passed_by"], len(looked["people"])) == (0, "", 1)
    assert say("sragen", "take", packed["path"], "--unit", "NONE") == (2, "PKG-844")
    code, taken = say("sragen", "take", packed["path"], "--unit", "U4")
    assert (code, taken["unwritten"]) == (0, "") and Path(taken["reply"]).is_file()
    assert say("kota", "look", taken["reply"]) == (3, "PKG-846")
    assert say("kota", taken["reply"], room="handover receive")[0] == 0
    code, listed = say("kota", "list")
    assert (code, [one["state"] for one in listed["transfers"]]) == (0, ["ACCEPTED"])
    assert say("kota", "moves")[0] == 1, "only one side has said so"
    for verb, told in (("pack", packed), ("look", looked), ("take", taken), ("note", note), ("list", listed)):
        named_in_the_contract(verb, told)
    code, shown = say("sragen", NURSE, "--period", "2025", room="assessment show")
    assert (code, shown["made_by"]) == (0, "Pemerintah Kota Uji")
    code, plan = say("sragen", NURSE, "--year", "2025", room="planning check")
    assert plan["made_by"] == "Pemerintah Kota Uji" and plan["plan_id"]
    assert say("kota", NURSE, "--period", "2025", room="assessment show")[1]["made_by"] == ""


def test_through_the_region(say, tmp_path):
    stick = tmp_path / "stick"
    with (
        small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region,
        small_office.office(tmp_path / "dua" / "kota") as old,
        small_office.office(tmp_path / "dua" / "sragen", "3314", "Kabupaten Sragen") as new,
    ):
        for office in (old, new):
            introduce(office, region, tmp_path)
    code, packed = say("kota", "pack", NURSE, *MOVE, "--through-region", "--without-files", "--out", stick)
    assert (code, packed["region"], packed["counts"]["files"]) == (0, "Kantor Regional", 0)
    assert say("kota", "pass", packed["path"], "--out", stick) == (2, "PKG-755")
    code, passed = say("wilayah", "pass", packed["path"], "--out", tmp_path / "titipan", "--reply", tmp_path / "balik")
    assert (code, passed["people"], passed["receiver_name"]) == (0, 1, "Kabupaten Sragen")
    named_in_the_contract("pass", passed)
    assert say("wilayah", "moves") == (0, {"verb": "handover transfers moves", "moves": []})
    assert Path(passed["reply"]).parent == tmp_path / "balik"
    assert say("sragen", "look", passed["path"])[1]["passed_by"] == "Kantor Regional"
    assert PDF not in Path(passed["path"]).read_bytes()
