"""A shared server from the command line: prepared once, clerks let in, an agency carried there and home."""

from __future__ import annotations

import json
import sys

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.store import AgencyInfo

PASSPHRASE = "sandi yang cukup panjang"


@pytest.fixture
def say(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    for variable, words in (("MERITDESK_PASSPHRASE_FILE", PASSPHRASE), ("MERITDESK_LOGIN_PASSWORD_FILE", "sandi sari")):
        (tmp_path / variable).write_text(words)
        monkeypatch.setenv(variable, str(tmp_path / variable))

    def spoken(*words: str, server_password: str = "") -> dict:
        (tmp_path / "server-password").write_text(server_password)
        monkeypatch.setenv("MERITDESK_SERVER_PASSWORD_FILE", str(tmp_path / "server-password"))
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", *words])
        code = program.main()
        said = capsys.readouterr()
        assert server_password not in said.out + said.err or not server_password
        return {"exit": code, **json.loads(said.out or said.err)}

    return spoken


def test_an_agency_goes_to_a_server_and_home_by_one_verb_each(say, tmp_path, prepared_database):
    database = prepared_database
    database.sweep()
    admin, secret = database.server.place(database.name).address, database.server.password
    made = say("upkeep", "server", "prepare", "--server", admin, server_password=secret)
    assert (made["exit"], made["partitions"]) == (0, 2) and made["version"]
    login = f"{database.name}_sari"
    admitted = ("upkeep", "server", "admit", login, "--server", admin, "--role", "operator", "--agency", "7101")
    assert say(*admitted, server_password=secret)["agencies"] == ["7101"]

    folder = tmp_path / "dinas"
    bootstrap.create_store(folder, AgencyInfo("7101", "Kota Contoh", False, "PC01"), PASSPHRASE)
    at_home = ("--store", str(folder))
    say(*at_home, "upkeep", "set", "working_week", "SIX")
    address = database.place(login).address
    moved = say(*at_home, "upkeep", "server", "move-to", "--server", address, server_password="sandi sari")
    assert (moved["exit"], moved["agency"], moved["change_sets"]) == (0, "7101", 1), moved
    state = say(*at_home, "upkeep", "server", "state")
    assert (state["is_server"], state["user"], state["role"]) == (True, login, "operator")
    assert say(*at_home, "upkeep", "server", "move-to", "--server", address)["error"]["code"] == "SRV-122"

    # Another PC of the same agency joins by the address alone.
    unknown = say("--store", address, "overview", "status", "--period", "2025")
    assert (unknown["exit"], unknown["error"]["code"]) == (2, "SRV-132")
    join = ("--store", address, "init", "--agency", "Kota Contoh", "--code", "7101", "--device", "PC02")
    joined = say(*join, server_password="sandi sari")
    assert joined["exit"] == 0 and joined["recovery_key"]
    assert say("--store", address, "upkeep", "set", "working_week", "FIVE")["value"] == "FIVE"
    assert say(*at_home, "upkeep", "check")["change_sets"] == 2

    home = say(*at_home, "upkeep", "server", "bring-back")
    assert (home["exit"], home["change_sets"]) == (0, 2)
    assert say(*at_home, "upkeep", "server", "state")["is_server"] is False
    assert say(*at_home, "upkeep", "server", "bring-back")["error"]["code"] == "SRV-123"
    assert say("--store", address, "upkeep", "check")["error"]["code"] == "SRV-118"
    gone = say("upkeep", "server", "dismiss", login, "--server", admin, server_password=secret)
    assert gone["exit"] == 0
    assert say("--store", address, "upkeep", "check")["error"]["code"] == "SRV-103"


def test_what_cannot_be_an_address_is_refused_before_anything_is_asked(say):
    told = say("upkeep", "server", "prepare", "--server", "postgresql+psycopg://x:rahasia@server/merit")
    assert told["error"]["code"] == "SRV-126" and "rahasia" not in json.dumps(told)
    assert say("--store", "postgresql://server", "upkeep", "check")["error"]["code"] == "SRV-125"
    assert say("upkeep", "server", "move-to", "--server", "postgresql://a@b/c")["error"]["code"] == "CLI-101"
