"""Papers in circulation on the command line: one small city, every verb carried out and refused."""

from __future__ import annotations

import json
import sys
from datetime import date

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.documents import Form
from meritdesk.sample_city import year
from meritdesk.services.documents import Selection

STAFF, YEAR, SEED = 30, 2025, 5


@pytest.fixture(scope="module")
def closed_city(tmp_path_factory):
    city = year.found(tmp_path_factory.mktemp("papers") / "kota", STAFF, YEAR, SEED)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        year.work_through(desk, city)
        desk.assessment.close(city.period)
        desk.documents.print(Form.D_1_1, city.period, Selection(), city.folder / "kertas")
    return city


@pytest.fixture
def say(monkeypatch, capsys, closed_city):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(closed_city.folder / "passphrase.txt"))

    def spoken(*words):
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(closed_city.agency), "--json", *words])
        code = program.main()
        said = capsys.readouterr()
        return code, json.loads(said.out or said.err)

    return spoken


def test_papers_go_out_are_signed_come_back_and_are_scanned(say, closed_city, tmp_path):
    code, told = say("documents", "circulation", "list", "--year", str(YEAR), "--all")
    numbers = [one["number"] for one in told["papers"]]
    assert len(numbers) == told["stages"]["PRINTED"] > 5
    first, second = numbers[:2]
    code, told = say("documents", "circulation", "give", "--to", "rater", first, second)
    assert code == 0 and told["counts"] == {"asked": 2, "changed": 2, "same": 0, "refused": 0}
    code, told = say("documents", "circulation", "list", "--year", str(YEAR))
    assert [one["stage"] for one in told["papers"]] == ["AT_RATER", "AT_RATER"] and told["holders"]
    code, told = say("documents", "circulation", "sign", "--role", "RATER", first)
    assert code == 0 and told["counts"]["changed"] == 1
    code, told = say("documents", "circulation", "give", "--to", "employee", first, second)
    assert code == 1 and [one["code"] for one in told["refused"]] == ["DOC-584"]
    code, told = say("documents", "circulation", "back", first)
    assert code == 0
    code, told = say("documents", "circulation", "scanned", first)
    code, told = say("documents", "circulation", "show", first)
    assert (told["stage"], told["next_step"], told["signed"]) == ("SCANNED", "NOTHING", ["RATER", "RATEE"])
    assert {one["entered_by"] for one in told["history"]} == {"operator"}
    code, told = say("documents", "circulation", "call-back", "--year", str(YEAR), "--out", str(tmp_path))
    assert code == 2 and told["error"]["code"] == "DOC-607"
    code, told = say("documents", "cancel", second, "--reason", "Tercetak ganda")
    assert code == 0 and len(told["holders"]) == 1
    code, told = say("documents", "circulation", "call-back", "--year", str(YEAR), "--out", str(tmp_path))
    assert code == 0 and told["numbers"][0].startswith("TRK/")
    code, told = say("documents", "circulation", "list", "--year", str(YEAR), "--recalled")
    assert code == 1 and [one["standing"] for one in told["papers"]] == ["CANCELLED"]


def test_unknown_papers_days_to_come_and_wrong_signers_are_refused(say):
    number = say("documents", "circulation", "list", "--year", str(YEAR), "--all")[1]["papers"][-1]["number"]
    for words, code in (
        (("show", "D.1.1/3372/2025/999999"), "DOC-600"),
        (("give", "--to", "rater", number, "--on", f"{date.today().year + 2}-01-01"), "DOC-582"),
        (("give", "--to", "lost", number), "DOC-586"),
        (("sign", "--role", "SUPERIOR", number), "DOC-587"),
        (("sign", "--role", "RATER", number, "--signer", "000000000000000000"), "USE-102"),
        (("back", number, "--on", f"{date.today().year + 2}-01-01"), "DOC-582"),
    ):
        answer, told = say("documents", "circulation", *words)
        assert (answer, told["error"]["code"]) == (2, code)
