"""Keys on the command line: a whole life from the ceremony to a revoked key, each verb once well and once refused."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.core.store import AgencyInfo
from meritdesk.exchange import root_keys

PASSPHRASE = "sandi yang cukup panjang"
CONTRACT = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


class Witness(io.StringIO):
    """Types what was read aloud: the last line of digits on standard error."""

    def __init__(self, heard) -> None:
        super().__init__()
        self._heard = heard

    def readline(self, size: int = -1) -> str:
        return self._heard()

    def isatty(self) -> bool:
        return False


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(root_keys, "COST", root_keys.GuessCost(64, 1, 1))
    (tmp_path / "sandi.txt").write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "sandi.txt"))
    for code, name, is_region in (("REG33", "Kantor Regional", True), ("3372", "Kota Uji", False)):
        info = AgencyInfo(code, name, is_region, "PC01", "Surakarta", "REG33")
        bootstrap.create_store(tmp_path / code, info, PASSPHRASE)
    told: list[str] = []

    def heard() -> str:
        said = capsys.readouterr().err
        told.append(said)
        return " ".join(word for word in said.split() if word.isdigit() and len(word) == 5) + "\n"

    monkeypatch.setattr(sys, "stdin", Witness(heard))

    def say(code: str, *words: str) -> tuple[int, dict, str]:
        store = str(tmp_path / code)
        monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "--store", store, "handover", "keys", *words])
        exit_code = program.main()
        said = capsys.readouterr()
        return exit_code, json.loads(said.out) if said.out.startswith("{") else {}, said.out + said.err

    return say


def ceremony(folder: Path, *more: str) -> list[str]:
    words = ["ceremony", "--leader", "Sri", "--witness", "Ani", "--witness", "Budi"]
    for name in ("satu", "dua", "tiga"):
        secret = folder / f"{name}.txt"
        secret.write_text(f"kata sandi {name} panjang", encoding="utf-8")
        words += ["--holder", name, str(folder / name), "--passphrase-file", str(secret)]
    return [*words, *more]


def test_a_region_and_an_agency_live_with_keys_from_the_ceremony_on(office, tmp_path) -> None:
    stick = str(tmp_path / "stick")
    code, _, said = office("REG33", "export-list", "--out", stick)
    assert code == 2 and "KEY-551" in said
    code, held, _ = office("REG33", *ceremony(tmp_path))
    assert code == 0 and len(held["files"]) == 3 and held["version"] == 1
    code, _, said = office("REG33", *ceremony(tmp_path))
    assert code == 2 and "KEY-550" in said
    code, shown, _ = office("REG33", "root-key", held["files"][1])
    assert code == 0 and (shown["holder"], shown["number"]) == ("dua", 2)

    code, _, said = office("REG33", "enrol", "--out", stick)
    assert code == 2 and "KEY-565" in said
    code, written, _ = office("3372", "enrol", "--out", stick)
    assert code == 0 and Path(written["form"]).read_bytes().startswith(b"%PDF")
    code, request, said = office("REG33", "take", written["file"])
    assert code == 0 and not any(group in said for group in written["fingerprint"])
    code, _, said = office("REG33", "admit", request["request"], "--groups", "00000 00000")
    assert code == 2 and "KEY-545" in said
    code, waiting, _ = office("REG33", "requests")
    places = waiting["requests"][0]["places"]
    assert code == 0 and waiting["requests"][0]["wrong_tries"] == 1
    groups = " ".join(written["fingerprint"][place - 1] for place in places)
    code, admitted, _ = office("REG33", "admit", request["request"][:12], "--groups", groups)
    assert code == 0 and admitted["version"] == 2
    code, _, said = office("REG33", "turn-away", request["request"], "--reason", "terlambat")
    assert code == 2 and "KEY-547" in said

    code, exported, _ = office("REG33", "export-list", "--out", stick)
    code, seen, _ = office("3372", "look-at-list", exported["file"])
    assert code == 0 and seen["needs_groups"] and seen["devices"] == 2
    code, _, said = office("3372", "import-list", exported["file"])
    assert code == 2 and "KEY-538" in said
    code, taken, _ = office("3372", "import-list", exported["file"], "--groups", " ".join(held["fingerprint"]))
    assert code == 0 and taken["taken"] == "newer"
    code, own, _ = office("3372", "show")
    assert code == 0 and own["status"] == "active" and not own["waits_for_admission"]

    code, changed, _ = office("3372", "rotate", "--out", stick, "--reason", "Ganti berkala")
    assert code == 0 and changed["fingerprint"] != written["fingerprint"]
    code, _, said = office("3372", "block", "--groups", "1 2 3", "--reason", "Telepon")
    assert code == 2 and "KEY-562" in said
    code, devices, _ = office("3372", "devices")
    region = next(one for one in devices["devices"] if one["device"]["role"] == "region")
    code, act, _ = office("3372", "block", "--groups", " ".join(region["fingerprint"]), "--reason", "Telepon")
    assert code == 0 and act["kind"] == "blocked"
    code, printed, _ = office("3372", "record", str(act["number"]), "--out", stick)
    assert code == 0 and printed["numbers"][0].startswith("CPK/3372/")
    code, found, _ = office("3372", "incidents")
    assert code == 0 and found["incidents"] == [] and found["blocks"][0]["reason"] == "Telepon"

    for verb, version in (("announce", 3), ("take-up", 4)):
        code, stood, _ = office("REG33", verb)
        assert code == 0 and stood["version"] == version
    code, _, said = office("REG33", "take-up")
    assert code == 2 and "KEY-567" in said
    code, looked, _ = office("REG33", "revoke", "3372/PC01", "--first", "1", "--look")
    assert code == 0 and looked["doubtful"] == []
    code, _, said = office("REG33", "revoke", "3372/PC01", "--first", "1")
    assert code == 2 and "KEY-561" in said
    code, stood, _ = office("REG33", "revoke", "3372/PC01", "--first", "1", "--reason", "Dicuri")
    assert code == 0 and stood["version"] == 5
    code, _, said = office("REG33", "retire", "3372/PC01", "--last", "1", "--reason", "x")
    assert code == 2 and "KEY-560" in said

    present = [word for name in held["files"][:2] for word in ("--present", name)]
    secrets = [word for name in ("satu", "dua") for word in ("--present-passphrase", str(tmp_path / f"{name}.txt"))]
    witnesses = ["--witness", "Ani", "--witness", "Budi", "--reason", "PC dicuri"]
    code, _, said = office("REG33", "change-root", *present[:2], *secrets[:2], "--new-list-key", *witnesses)
    assert code == 2 and "KEY-556" in said
    code, rooted, _ = office("REG33", "change-root", *present, *secrets, "--new-list-key", *witnesses)
    assert code == 0 and rooted["fingerprint"] != held["fingerprint"] and rooted["version"] == 1
    code, acts, _ = office("REG33", "acts")
    assert [one["kind"] for one in acts["acts"]] == [
        "root-changed",
        "revoked",
        "taken-up",
        "announced",
        "admitted",
        "ceremony",
    ]


def test_what_the_witness_wrote_wrongly_lets_nothing_stand(office, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", Witness(lambda: "00000 " * 6))
    code, _, said = office("REG33", *ceremony(tmp_path))
    assert code == 2 and "KEY-558" in said
    assert not (tmp_path / "satu").exists()
    code, own, _ = office("REG33", "show")
    assert code == 0 and own["list_place"] is None


def test_the_contract_names_every_verb_of_keys() -> None:
    from meritdesk.cli.rooms.handover_keys import _DEEDS

    page = CONTRACT.replace("|", " ").replace("`", " ").split()
    assert [verb for verb in _DEEDS if verb not in page] == []
