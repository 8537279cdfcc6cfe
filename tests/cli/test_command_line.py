"""The command line is a contract: keys, counts and exit codes are as docs/command-line.md says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.sample_city import year

CONTRACT = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


class Office:
    """A sample city with its year's work as files; each call is one command in this process."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *words: str, store: str = "agency", as_json: bool = True) -> tuple[int, dict]:
        argv = ["meritdesk", "--store", str(self.folder / store), *(["--json"] if as_json else []), *words]
        self._monkeypatch.setattr(sys, "argv", argv)
        code = program.main()
        text = self._capsys.readouterr().out
        return code, json.loads(text) if as_json else {"text": text}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    """Founded and settled once; every test of this file works on, in the order of the file."""
    found = year.found(tmp_path_factory.mktemp("cli") / "city", 40, 2025, 3)
    from meritdesk.bootstrap import open_desk

    with open_desk(found.agency, found.passphrase) as desk:
        year.settle(desk, found)
        year.write_work(found, desk.planning.due(2025))
    return found


@pytest.fixture
def call(city: year.City, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city.folder / "passphrase.txt"))
    return Office(city.folder, monkeypatch, capsys)


def documented_keys(verb: str) -> set[str]:
    line = next(
        line for line in CONTRACT.splitlines() if line.startswith(f"| `{verb}`") or line.startswith(f"| {verb}")
    )
    answer = line.split("|")[2]
    outside = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)", "", answer)
    return set(re.findall(r"`(\w+)`", outside))


def test_the_main_job_runs_through_the_command_line(call: Office, city: year.City, tmp_path: Path) -> None:
    code, again = call("register", "import", str(city.files.staff))
    counts = again["counts"]
    assert counts["read"] == sum(counts[name] for name in ("added", "changed", "same", "refused", "conflict"))
    assert counts["added"] == counts["changed"] == 0 and again["change_set"] == ""
    assert code == (1 if counts["refused"] or counts["conflict"] else 0)
    assert documented_keys("every import") <= again.keys()
    for verb, name in (
        ("planning", "skp"),
        ("execution", "realisasi"),
        ("assessment", "capaian-organisasi"),
        ("assessment", "rating"),
    ):
        code, answer = call(verb, "import", str(city.folder / "files" / f"{name}.xlsx"))
        assert code == 0, answer["refused"][:3]
        assert answer["counts"]["added"] == answer["counts"]["read"] > 0
    code, answer = call("assessment", "close", "--period", "2025")
    assert documented_keys("assessment close") <= answer.keys()
    assert answer["due"] == answer["closed"] + len(answer["blocked"])
    assert code == (1 if answer["blocked"] else 0)
    code, people = call("register", "list", "--limit", "1000")
    assert code == 0 and people["total"] == len(people["people"])
    blocked = {one["nip"] for one in answer["blocked"]}
    nip = next(one["nip"] for one in people["people"] if one["nip"] not in blocked and one["legal_status"] == "ACTIVE")
    for words, verb in (
        (("register", "show", nip), "register show"),
        (("planning", "show", nip, "--year", "2025"), "planning show"),
        (("assessment", "show", nip, "--period", "2025"), "assessment show"),
    ):
        code, answer = call(*words)
        assert code == 0
        assert documented_keys(verb) <= answer.keys(), verb
    code, printed = call("documents", "print", "--form", "D.1.1", "--period", "2025", "--all", "--out", str(tmp_path))
    assert printed["sheets"] > 0 and Path(printed["file"]).exists()
    code, verified = call("documents", "verify", printed["file"])
    assert (code, verified["finding"]) == (0, "CURRENT")
    code, packed = call("handover", "pack", "--period", "2025", "--out", str(tmp_path / "stick"))
    assert code == 0 and documented_keys("handover pack") <= packed.keys()
    code, seen = call("handover", "inspect", packed["file"], store="region")
    assert (code, seen["is_verified"], seen["header"]["sequence"]) == (0, True, 1)
    code, received = call("handover", "receive", packed["file"], store="region")
    assert (code, received["code"]) == (0, "A")
    assert documented_keys("handover receive") <= received.keys()
    code, confirmed = call("handover", "receive", received["reply"])
    assert (code, confirmed["receipt"]["number"]) == (0, received["receipt"]["number"])
    code, receipts = call("handover", "receipts")
    assert receipts["outgoing"][0]["state"] == "A"
    code, status = call("overview", "status", "--period", "2025")
    assert code == 0 and status["totals"]["closed"] > 0
    code, backup = call("upkeep", "backup", "--out", str(tmp_path / "cadangan"))
    assert code == 0
    code, check = call("upkeep", "check")
    assert (code, check["is_sound"]) == (0, True)
    code, _restored = call("upkeep", "restore", backup["file"], store="restored")
    assert code == 0
    code, after = call("overview", "status", "--period", "2025", store="restored")
    assert after["totals"] == status["totals"]


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("register", "show", "123"), "USE-102", 2),
        (("register", "list", "--unit", "TIDAK-ADA"), "USE-103", 2),
        (("assessment", "close", "--period", "2025-TW5"), "USE-101", 2),
        (("planning", "show", "123", "--year", "2025"), "USE-102", 2),
        (("documents", "print", "--form", "X.9", "--period", "2025", "--all", "--out", "."), "DOC-421", 2),
        (("register", "import", "tidak-ada.xlsx"), None, 3),
        (("handover", "receive", "tidak-ada.merit"), None, 3),
        (("documents", "verify", "tidak-ada.pdf"), None, 3),
    ],
)
def test_a_refusal_has_code_next_step_and_exit_code(
    call: Office, words: tuple[str, ...], code: str | None, exit_code: int
) -> None:
    done, answer = call(*words)
    assert done == exit_code
    assert answer["error"]["what"] and answer["error"]["next"]
    assert "{" not in answer["error"]["what"] + answer["error"]["next"]
    if code is not None:
        assert answer["error"]["code"] == code


def test_a_wrong_passphrase_is_called_wrong_and_not_damaged(
    call: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "salah.txt").write_text("bukan ini kata sandinya", encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "salah.txt"))
    code, answer = call("overview", "status")
    assert code == 2
    assert "kata sandi" in answer["error"]["what"].casefold()


@pytest.mark.parametrize("content", [None, b"", b"bukan basis data sama sekali" * 100])
def test_a_store_that_is_missing_empty_or_foreign_is_refused_and_not_made_anew(
    call: Office, city: year.City, content: bytes | None
) -> None:
    import shutil

    copy = city.folder / "rusak"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(city.agency, copy)
    database = next(path for path in copy.iterdir() if path.suffix == ".db")
    if content is None:
        database.unlink()
    else:
        database.write_bytes(content)
    before = sorted((path.name, path.stat().st_size) for path in copy.iterdir() if path.suffix == ".db")
    code, answer = call("overview", "status", store="rusak")
    assert code == 3 and answer["error"]["next"]
    assert sorted((path.name, path.stat().st_size) for path in copy.iterdir() if path.suffix == ".db") == before


def test_a_store_that_is_open_elsewhere_is_busy(call: Office, city: year.City) -> None:
    script = (
        "import sys; from pathlib import Path; from meritdesk.bootstrap import open_desk\n"
        "with open_desk(Path(sys.argv[1]), sys.argv[2]):\n    print('open', flush=True); sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(city.agency), city.passphrase],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline().strip() == "open"
        code, answer = call("overview", "status")
        assert code == 4
        assert answer["error"]["next"]
    finally:
        holder.communicate("")


def test_people_read_sentences_and_english_on_request(call: Office) -> None:
    code, answer = call("overview", "status", "--period", "2025", as_json=False)
    assert code == 0 and "2025" in answer["text"]
    assert "{" not in answer["text"]


def test_without_a_passphrase_or_a_store_the_next_step_is_said(
    call: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MERITDESK_PASSPHRASE_FILE")
    monkeypatch.setattr(sys, "stdin", open(os.devnull, encoding="utf-8"))  # noqa: SIM115, PTH123
    code, answer = call("overview", "status")
    assert (code, answer["error"]["code"]) == (2, "CLI-102")
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "overview", "status"])
    assert program.main() == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "CLI-101"


def test_a_bug_of_ours_ends_with_70_and_names_the_place_but_no_value(
    call: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from meritdesk.cli import rooms

    def broken(*_: object) -> None:
        raise ZeroDivisionError("198003032005011003")

    monkeypatch.setitem(rooms.ROOMS["overview"].verbs, "status", broken)
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(call.folder / "agency"), "overview", "status"])
    assert program.main() == 70
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said and "broken" in said
    assert "198003032005011003" not in said


def test_help_starts_without_qt_store_and_press() -> None:
    script = """
import sys
sys.argv = ["meritdesk", "--help"]
try:
    from meritdesk.__main__ import main
    main()
except SystemExit:
    pass
print([name for name in sys.modules if name.startswith(("PySide6", "reportlab", "sqlalchemy"))])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_the_program_tests_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "upkeep", "self-test"])
    assert program.main() == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    city = ("import", "score", "print", "pack", "receive", "restore", "workers")
    assert findings == dict.fromkeys((*city, "scan", "paper", "picture", "key", "bounds"), True)


def test_the_packaged_program_keeps_its_own_library_in_its_path() -> None:
    script = """
import sys
sys.frozen = True
sys.path.insert(0, "/program/base_library.zip")
import meritdesk.__main__
print(sys.path[0])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "/program/base_library.zip"


def test_the_demo_prints_what_it_made_and_refuses_a_folder_of_somebody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kota"
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "demo", str(folder), "--staff", "30"])
    assert program.main() == 0
    report = json.loads(capsys.readouterr().out)
    assert documented_keys("demo") <= report.keys()
    assert report["receipt_code"] == "A" and report["sheets"] > 0
    monkeypatch.setattr(sys, "argv", ["meritdesk", "demo", str(folder), "--staff", "30"])
    assert program.main() == 2, "not even an older sample city is overwritten"
    assert report["passphrase"] == (folder / "passphrase.txt").read_text(encoding="utf-8").strip()
    capsys.readouterr()
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "demo", str(tmp_path / "lama"), "--year", "2015"])
    assert program.main() == 2
    assert not (tmp_path / "lama").exists()
    capsys.readouterr()
    (tmp_path / "milik-orang").mkdir()
    (tmp_path / "milik-orang" / "surat.txt").write_text("penting", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "demo", str(tmp_path / "milik-orang")])
    assert program.main() == 2
    assert (tmp_path / "milik-orang" / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_a_region_to_look_at_is_made_in_one_command_and_no_folder_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "wilayah"
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "demo", str(folder), "--region", "2"])
    assert program.main() == 0
    made = json.loads(capsys.readouterr().out)
    assert documented_keys("demo --region") <= made.keys() and made["governments"] == 2
    assert program.main() == 2
    capsys.readouterr()
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", made["passphrase_file"])
    region = ["meritdesk", "--store", made["store"], "--json", "overview", "region"]
    for deed in (["awards", "--xlsx", str(tmp_path / "a.xlsx")], ["credit", "--print", str(tmp_path)]):
        monkeypatch.setattr(sys, "argv", [*region, *deed])
        assert program.main() == 0, capsys.readouterr().err
        told = json.loads(capsys.readouterr().out)
        assert told["lines"] and (told.get("sheet") or told["numbers"])
    whom = [told["lines"][0][name] for name in ("agency", "person_id")]
    monkeypatch.setattr(sys, "argv", [*region, "determination", *whom, "--out", str(tmp_path / "p.pdf")])
    assert program.main() == 0 and (tmp_path / "p.pdf").exists(), capsys.readouterr().err
    capsys.readouterr()
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", made["store"], "--json", "overview", "region", "board"])
    assert program.main() == 0, capsys.readouterr().err
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--json", "demo", str(tmp_path / "lain"), "--region", "13"])
    assert program.main() == 2 and not (tmp_path / "lain").exists()
