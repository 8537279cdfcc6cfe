"""Print orders from the command line: given, held, resumed, given up, and asked about."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from meritdesk import __main__ as program

_PLACE = Path(__file__).resolve().parents[1] / "services" / "small_office.py"
_SPEC = importlib.util.spec_from_file_location("small_office", _PLACE)
assert _SPEC and _SPEC.loader
small_office = sys.modules.get("small_office") or importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("small_office", small_office)
_SPEC.loader.exec_module(small_office)

ORDER = ("order", "--form", "D.1.1", "--period", "2025", "--all", "--files", "person")


@pytest.fixture(scope="module")
def closed_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    with small_office.office(folder) as office:
        office.settle()
        office.plan_everybody()
        office.desk.assessment.close(small_office.YEAR)
    (folder / "sandi.txt").write_text(small_office.PASSPHRASE, encoding="utf-8")
    return folder


@pytest.fixture
def say(
    closed_year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, dict[str, object]]]:
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(closed_year / "sandi.txt"))

    def spoken(*words: str) -> tuple[int, dict[str, object]]:
        monkeypatch.setattr(
            sys, "argv", ["meritdesk", "--store", str(closed_year / "store"), "--json", "documents", *words]
        )
        code = program.main()
        return code, json.loads(capsys.readouterr().out)

    return spoken


def test_an_order_is_given_held_carried_out_and_asked_about(say, tmp_path):
    code, held = say(*ORDER, "--out", str(tmp_path), "--afresh", "--hold")
    assert (code, held["state"], held["counts"]["waiting"]) == (1, "WAITING", 5)
    number = str(held["order"])
    assert say("orders", "cancel", number)[1]["state"] == "STOPPED"
    code, done = say("orders", "resume", number)
    assert (code, done["state"], done["counts"]["printed"], len(done["files"])) == (1, "DONE", 5, 5)
    assert len(list(tmp_path.glob("*.pdf"))) == 5
    assert say("orders", "show", number)[1]["files"] == done["files"]
    assert number in [one["order"] for one in say("orders", "list")[1]["orders"]]
    next(tmp_path.glob("*.pdf")).unlink()
    assert say("orders", "check", number)[1]["redone"] == 1


def test_who_stops_an_order_is_told_that_it_waits_and_how_it_goes_on(say, tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("meritdesk.services.documents.orders.Orders.run", stopped)
        code, told = say(*ORDER, "--out", str(tmp_path), "--afresh")
    number = str(say("orders", "list")[1]["orders"][0]["order"])
    assert (code, told["error"]["code"]) == (130, "DOC-567") and number in told["error"]["what"]
    assert f"documents orders resume {number}" in told["error"]["next"]
    assert say("orders", "resume", number)[1]["counts"]["printed"] == 5


def test_the_errors_of_an_order_are_told_and_saved(say, tmp_path):
    _, done = say(*ORDER, "--out", str(tmp_path / "kertas"))
    code, errors = say("orders", "errors", str(done["order"]), "--out", str(tmp_path / "gagal.xlsx"))
    assert code == 0 and [one["code"] for one in errors["errors"]] == ["DOC-422"]
    assert (tmp_path / "gagal.xlsx").stat().st_size > 1000


def test_the_set_of_one_person_and_what_makes_no_sense(say, tmp_path):
    nip = small_office.NIPS["nurse"]
    code, done = say("order", "--set", "--period", "2025", "--nip", nip, "--out", str(tmp_path), "--duplex", "--cover")
    assert code == 0 and done["counts"]["printed"] == 4
    for words, refused in (
        (("orders", "resume", str(done["order"])), "DOC-564"),
        (("orders", "show", "2026-9999"), "DOC-555"),
        (("orders", "errors", str(done["order"]), "--out", str(tmp_path / "x.txt")), "DOC-565"),
        ((*ORDER, "--out", str(tmp_path), "--sections", "--order", "nip"), "DOC-556"),
        (("order", "--form", "Z.9", "--period", "2025", "--all", "--out", str(tmp_path)), "DOC-421"),
    ):
        code, answer = say(*words)
        assert (code, answer["error"]["code"]) == (2, refused)


def test_the_list_of_orders_is_told_in_both_languages(closed_year, monkeypatch, capsys, say, tmp_path):
    say(*ORDER, "--out", str(tmp_path), "--hold")
    for language, word in (("id", "menunggu"), ("en", "waiting")):
        words = ["--store", str(closed_year / "store"), "--lang", language, "documents", "orders", "list"]
        monkeypatch.setattr(sys, "argv", ["meritdesk", *words])
        assert program.main() == 0
        assert word in capsys.readouterr().out
