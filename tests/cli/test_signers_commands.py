"""The register of signers on the command line: listed, asked, added to, ended, refused."""

from __future__ import annotations

import json
import sys

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.lines import StaffQuery
from meritdesk.sample_city import year


@pytest.fixture(scope="module")
def settled_city(tmp_path_factory):
    city = year.found(tmp_path_factory.mktemp("signers") / "kota", 30, 2025, 5)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
    return city


@pytest.fixture
def say(monkeypatch, capsys, settled_city):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(settled_city.folder / "passphrase.txt"))

    def spoken(*words):
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(settled_city.agency), "--json", *words])
        code = program.main()
        said = capsys.readouterr()
        return code, json.loads(said.out or said.err)

    return spoken


def test_a_mandate_is_added_asked_for_ended_and_removed(say, settled_city):
    with bootstrap.open_desk(settled_city.agency, settled_city.passphrase) as desk:
        staff = desk.register.staff(StaffQuery(limit=100))
    lines = say("register", "signers", "list")[1]["signers"]
    unit = next(one for one in lines if one["capacity"] == "DEFINITIVE" and one["nip"])
    other = next(one.nip for one in staff if one.nip and one.nip != unit["nip"])
    given = ("add", unit["unit_id"], other, "--capacity", "AN", "--post", "SEKRETARIS", "--since", "2025-01-01")
    assert say("register", "signers", *given)[0] == 0
    code, told = say("register", "signers", "who", unit["unit_id"], "--on", "2025-06-01")
    assert (code, told["nip"], told["capacity"], told["post"]) == (0, other, "AN", "SEKRETARIS")
    mandate = next(one["mandate"] for one in say("register", "signers", "list")[1]["signers"] if one["mandate"])
    assert say("register", "signers", *given)[1]["error"]["code"] == "DOC-594"
    assert say("register", "signers", "end", mandate, "--until", "2025-05-31")[0] == 0
    assert say("register", "signers", "who", unit["unit_id"], "--on", "2025-06-01")[1]["nip"] == unit["nip"]
    assert say("register", "signers", "remove", mandate)[0] == 0
    assert say("register", "signers", "remove", mandate)[1]["error"]["code"] == "DOC-609"
    assert say("register", "signers", "who", "nowhere")[1]["error"]["code"] == "USE-103"


def test_the_staff_list_is_taken_along_as_a_file_and_the_journal_knows(say, settled_city, tmp_path):
    code, told = say("register", "export", str(tmp_path / "pegawai.csv"))
    assert code == 0
    (written,) = tmp_path.glob("*.csv")
    assert told["file"] == str(written) and written.name == "pegawai-LATIHAN.csv", "the sample city is made up"
    rows = written.read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == told["rows"] + 1 > 20
    with bootstrap.open_desk(settled_city.agency, settled_city.passphrase) as desk:
        assert told["rows"] == desk.register.count(StaffQuery())
        assert desk.upkeep.journal(0, 1)[0].verb == "upkeep.lists.export"
    code, told = say("register", "export", str(tmp_path / "pegawai.docx"))
    assert code != 0 and "UI-323" in json.dumps(told)
