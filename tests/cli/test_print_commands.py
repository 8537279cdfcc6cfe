"""Printing the aids of planning and another form than the job class picks, from the command line."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.core.plan_parts import IndicatorManual, Workblock
from meritdesk.store import vault

TESTS = Path(__file__).parent.parent


def module(name: str, path: Path):
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(name, found)
    spec.loader.exec_module(found)
    return found


small_office = module("small_office_of_prints", TESTS / "services" / "small_office.py")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans for everybody; the head's first indicator has a manual, and his plan one workblock."""
    folder = tmp_path_factory.mktemp("cli-cetak")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))
        with small_office.office(folder / "kota") as office:
            office.settle()
            office.plan_everybody()
            editor = office.desk.planning.editor
            opened = editor.open(small_office.NIPS["head"], 2025)
            first, *rest = opened.plan.results
            one, *others = first.indicators
            first = replace(first, indicators=(replace(one, manual=IndicatorManual(purpose="Mengukur")), *others))
            blocks = (Workblock("", title="Antrean"),)
            editor.save(replace(opened.plan, results=(first, *rest), workblocks=blocks), opened.stamp)
    (folder / "sandi.txt").write_text(small_office.PASSPHRASE, encoding="utf-8")
    return folder


@pytest.fixture
def call(city, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city / "sandi.txt"))

    def run(*words: str, verb: str = "print", as_json: bool = True):
        argv = ["meritdesk", "--store", str(city / "kota" / "store"), *(["--json"] if as_json else [])]
        where = ["--period", "2025", "--out", str(tmp_path)] if verb == "print" else []
        monkeypatch.setattr(sys, "argv", [*argv, "documents", verb, *words, *where])
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


def nip(name: str) -> str:
    return small_office.NIPS[name]


def test_the_aids_are_printed(call):
    code, told = call("--form", "A.1.3", "--nip", nip("head"))
    assert (code, told["sheets"], [one["code"] for one in told["blocked"]]) == (1, 1, ["DOC-500"] * 3)
    code, told = call("--form", "a.1.4", "--nip", nip("head"), "--landscape")
    assert (code, told["sheets"], told["pages"]) == (0, 1, 1)
    code, told = call("--form", "A.1.5", "--nip", nip("nurse"))
    assert (code, told["sheets"]) == (0, 1)
    assert call("verify", verb="verify")[0] != 0
    assert call(told["file"], verb="verify")[1]["finding"] == "CURRENT"


def test_another_form_needs_its_reason_and_is_listed_with_it(call):
    asked = ("--form", "A.1.7", "--nip", nip("nurse"), "--override-form", "A.1.6")
    code, told = call(*asked)
    assert code == 2 and "DOC-510" in json.dumps(told)
    code, told = call(*asked, "--reason", "Disepakati kualitatif")
    assert (code, told["form"], told["override_reason"]) == (0, "A.1.6", "Disepakati kualitatif")
    assert call(verb="list")[1]["documents"][0]["override_reason"] == "Disepakati kualitatif"
    assert "Disepakati kualitatif" in call(verb="list", as_json=False)[1]
    code, told = call("--form", "A.1.7", "--nip", nip("nurse"), "--override-form", "X", "--reason", "x")
    assert code == 2 and "DOC-421" in json.dumps(told)


def test_stage_six_is_a_draft(call):
    code, told = call("--form", "A.1.7", "--nip", nip("nurse"), "--stage-six")
    assert (code, told["sheets"]) == (0, 1)
    assert call(told["file"], verb="verify")[1]["finding"] == "DRAFT"
    code, told = call("--form", "A.1.8", "--nip", nip("nurse"), "--stage-six")
    assert code == 2 and "DOC-513" in json.dumps(told)
