"""How the command line behaves towards a person: misuse, broken pipes, lost passphrases, numbers and words."""

from __future__ import annotations

import argparse
import errno
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk import bootstrap
from meritdesk.cli import arguments, passphrases, rooms
from meritdesk.cli.about import ABOUT
from meritdesk.cli.answers import figure, imported, table
from meritdesk.core.errors import FileRefusal, RowFault
from meritdesk.core.store import AgencyInfo
from meritdesk.messages import Messages
from meritdesk.sample_city import year
from meritdesk.services.changes import Counts, ImportOutcome

PASSPHRASE = "sandi yang cukup panjang"


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def spoken(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["meritdesk", *words])
        code = program.main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return spoken


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sandi.txt").write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "sandi.txt"))
    folder = tmp_path / "dinas"
    key = bootstrap.create_store(folder, AgencyInfo("7101", "Kota Contoh", False, "PC01"), PASSPHRASE)
    (tmp_path / "kunci.txt").write_text(f"{key}\n", encoding="utf-8")
    return folder


INIT = ("--store", "x", "init", "--agency", "A", "--code")
PRINT = ("documents", "print", "--form", "D.1.1", "--period", "2025", "--out", ".")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("bogus",), "CLI-110"),
        (("register", "bogus"), "CLI-110"),
        (("overview", "status", "--warna", "merah"), "CLI-110"),
        (("overview", "status", "--per", "2025"), "CLI-110"),
        (("register",), "CLI-111"),
        (("register", "show"), "CLI-111"),
        (("planning", "show", "1", "--year"), "CLI-111"),
        (PRINT, "CLI-111"),
        (("planning", "show", "1", "--year", "abc"), "CLI-112"),
        (("register", "list", "--limit", "-3"), "CLI-112"),
        ((*PRINT, "--all", "--paper", "B5"), "CLI-112"),
        (("--lang", "fr", "overview", "status"), "CLI-112"),
        (("init", "--agency", "", "--code", "7101"), "CLI-112"),
        ((*INIT, "71/01"), "CLI-112"),
        ((*INIT, "7101", "--device", "PC 1"), "CLI-112"),
        ((*PRINT, "--all", "--nip", "1"), "CLI-113"),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_misuse_is_a_refusal_with_code_words_and_next_step(say, words, code, language) -> None:
    done, out, err = say("--lang", language, "--json", *words)
    error = json.loads(out)["error"]
    assert (done, error["code"], err) == (2, code, "")
    assert "meritdesk" in error["next"] and "--help" in error["next"]
    assert "{" not in error["what"] + error["next"] and "ALLOWED:" not in error["next"]
    assert "invalid" not in error["what"] and "argument" not in error["what"]
    done, out, err = say("--lang", language, *words)
    assert (done, out) == (2, "") and err.startswith(code)


def test_misuse_names_the_word_the_room_and_what_is_allowed(say) -> None:
    assert "meritdesk register --help" in say("register", "bogus")[2]
    assert "bogus" in say("register", "bogus")[2]
    said = say("planning", "show", "1", "--year", "abc", "--lang", "en")[2]
    assert '"abc"' in said and "--year" in said and "whole number" in said
    assert "FOLIO, A4" in say(*PRINT, "--all", "--paper", "B5")[2]


def test_common_options_stand_before_or_after_the_verb_and_neither_is_lost() -> None:
    chosen = arguments.parse(["--store", "a", "--actor", "Ani", "overview", "--lang", "en", "status", "--json"])
    assert (chosen.store, chosen.actor, chosen.lang, chosen.json) == (Path("a"), "Ani", "en", True)
    late = arguments.parse(["register", "list", "--store", "b", "--actor", "Budi"])
    assert (late.store, late.actor, late.lang, late.json) == (Path("b"), "Budi", "id", False)


def raising(error: Exception):
    def broken(*_: object) -> None:
        raise error

    return broken


def test_our_bug_is_valid_json_too(say, store, monkeypatch) -> None:
    monkeypatch.setitem(rooms.ROOMS["overview"].verbs, "status", raising(ZeroDivisionError("19800303")))
    code, out, _ = say("--store", str(store), "overview", "status", "--json")
    answer = json.loads(out)
    assert (code, answer["verb"], answer["error"]["code"]) == (70, "overview status", "CLI-170")
    assert answer["error"]["next"] and "19800303" not in out


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOENT, "CLI-121"), (errno.EACCES, "CLI-122"), (errno.ENOSPC, "CLI-123"), (errno.EIO, "CLI-124")],
)
def test_what_the_disk_refuses_is_not_our_bug(say, store, monkeypatch, number, expected) -> None:
    fault = OSError(number, "No such English words", "/media/usb/kartu.txt")
    monkeypatch.setitem(rooms.ROOMS["overview"].verbs, "status", raising(fault))
    code, out, _ = say("--json", "--store", str(store), "overview", "status")
    error = json.loads(out)["error"]
    assert (code, error["code"]) == (3, expected)
    assert "kartu.txt" in error["what"] and error["next"] and "English" not in out


def test_a_refusal_never_quotes_the_system(say, store, tmp_path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    code, out, _ = say("--json", "--store", str(store), "upkeep", "backup", "--out", str(tmp_path / "berkas"))
    assert code == 3
    assert "exists" not in out and "directory" not in out and "DISK:" not in out


def test_a_reader_that_leaves_early_ends_it_quietly(store) -> None:
    for words in (["--help"], ["--store", str(store), "overview", "status"]):
        script = (
            "import sys, runpy; sys.stdin.read(); sys.argv = ['meritdesk', *sys.argv[1:]];"
            "runpy.run_module('meritdesk', run_name='__main__')"
        )
        run = subprocess.Popen(
            [sys.executable, "-c", script, *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert run.stdin and run.stdout and run.stderr
        run.stdout.close()
        run.stdin.close()
        said = run.stderr.read().decode()
        run.stderr.close()
        assert run.wait(60) == 0
        assert said == ""


@pytest.mark.parametrize("by_variable", [False, True])
def test_a_lost_passphrase_is_replaced_with_the_recovery_key(
    say, store, tmp_path, monkeypatch, by_variable: bool
) -> None:
    monkeypatch.delenv("MERITDESK_PASSPHRASE_FILE")
    (tmp_path / "baru.txt").write_text("sandi baru yang panjang\n", encoding="utf-8")
    monkeypatch.setenv("MERITDESK_NEW_PASSPHRASE_FILE", str(tmp_path / "baru.txt"))
    option = () if by_variable else ("--recovery-key-file", str(tmp_path / "kunci.txt"))
    if by_variable:
        monkeypatch.setenv("MERITDESK_RECOVERY_KEY_FILE", str(tmp_path / "kunci.txt"))
    code, out, _ = say("--json", "--store", str(store), "upkeep", "change-passphrase", *option)
    assert code == 0 and json.loads(out)["change_set"]
    monkeypatch.delenv("MERITDESK_RECOVERY_KEY_FILE", raising=False)
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(tmp_path / "baru.txt"))
    code, out, _ = say("--json", "--store", str(store), "upkeep", "journal")
    assert code == 0 and json.loads(out)["change_sets"][0]["verb"] == "upkeep.change_passphrase"
    assert "sandi baru" not in out
    code, out, _ = say("--json", "--store", str(store), "upkeep", "backup", "--out", str(tmp_path / "cadangan"))
    backup = json.loads(out)["file"]
    monkeypatch.delenv("MERITDESK_PASSPHRASE_FILE")
    key = ("--recovery-key-file", str(tmp_path / "kunci.txt"))
    code, _, err = say("--store", str(tmp_path / "pulih"), "upkeep", "restore", backup, *key)
    assert (code, err) == (0, "")


def test_a_short_new_passphrase_changes_nothing_and_leaves_no_note(say, store, tmp_path, monkeypatch) -> None:
    (tmp_path / "baru.txt").write_text("pendek", encoding="utf-8")
    monkeypatch.setenv("MERITDESK_NEW_PASSPHRASE_FILE", str(tmp_path / "baru.txt"))
    code, out, _ = say("--json", "--store", str(store), "upkeep", "change-passphrase")
    assert (code, json.loads(out)["error"]["code"]) == (2, "STO-616")
    code, out, _ = say("--json", "--store", str(store), "upkeep", "journal")
    assert code == 0 and all(one["verb"] != "upkeep.change_passphrase" for one in json.loads(out)["change_sets"])


def test_two_different_new_passphrases_are_refused(say, store, monkeypatch) -> None:
    typed = iter(["satu kata sandi", "lain kata sandi"])
    monkeypatch.setattr(passphrases.sys, "stdin", type("Console", (), {"isatty": lambda self: True})())
    monkeypatch.setattr(passphrases.getpass, "getpass", lambda prompt: next(typed))
    code, out, _ = say("--json", "--store", str(store), "upkeep", "change-passphrase")
    assert (code, json.loads(out)["error"]["code"]) == (2, "CLI-108")


def test_a_note_of_upkeep_is_not_undone(say, store, tmp_path) -> None:
    assert say("--store", str(store), "upkeep", "backup", "--out", str(tmp_path / "c"))[0] == 0
    _, out, _ = say("--json", "--store", str(store), "upkeep", "journal")
    note = json.loads(out)["change_sets"][0]
    code, out, _ = say("--json", "--store", str(store), "upkeep", "undo", note["change_set_id"])
    assert (code, json.loads(out)["error"]["code"]) == (2, "USE-112")


@pytest.mark.parametrize(("language", "whole", "part"), [("id", "1.968", "4,0"), ("en", "1,968", "4.0")])
def test_numbers_are_written_as_the_reader_writes_them(language: str, whole: str, part: str) -> None:
    words = Messages(language)
    assert (figure(1968, words), figure(Decimal("4.0"), words)) == (whole, part)
    assert table(["n"], [(1968,)], words)[-1] == whole


def test_an_import_says_what_was_skipped_and_remarked() -> None:
    remarks = tuple(RowFault(row, "", "REG-348", {"nip": "1", "unit": "Dinas"}) for row in range(1, 26))
    outcome = ImportOutcome(Counts(read=1968, added=1968), remarks=remarks, skipped=7)
    lines = imported("register import", outcome, Messages("id"), False).lines
    assert "1.968" in lines[0] and "dilewati 7" in lines[0]
    assert sum("REG-348" in line for line in lines) == 20
    assert lines[-1].strip() == "… +5 (--json)"


def test_closing_a_period_that_is_not_over_says_so(say, store) -> None:
    code, out, _ = say("--store", str(store), "assessment", "close", "--period", "2099")
    assert code == 0 and "CLI-131" in out and "2099-12-31" in out
    code, out, _ = say("--json", "--store", str(store), "assessment", "close", "--period", "2099")
    assert [one["code"] for one in json.loads(out)["warnings"]] == ["CLI-131"]
    assert "CLI-131" not in say("--store", str(store), "assessment", "close", "--period", "2020")[1]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manners") / "kota"
    year.live(folder, 30, 2024, 3, lambda done, total: None)
    return folder


def test_a_city_that_lived_a_year_tells_it_to_both_sides(say, lived, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(lived / "passphrase.txt"))
    agency, region = ("--store", str(lived / "agency")), ("--store", str(lived / "region"))
    _, out, _ = say("--json", *region, "overview", "status", "--period", "2024")
    (sent,) = json.loads(out)["agencies"]
    assert sent["staff"] > 0 and sent["closed"] > 0 and sent["files"] == 1
    _, out, _ = say(*region, "overview", "status", "--period", "2024")
    assert f"{sent['staff']} pegawai, {sent['closed']} penilaian ditutup" in out
    _, out, _ = say(*region, "handover", "receipts")
    assert "Arah" in out and "terima" in out and sent["name"] in out
    _, out, _ = say(*agency, "handover", "receipts")
    assert "kirim" in out and "terima" in out

    pdf = next(path for path in sorted((lived / "paper").rglob("*.pdf")) if path.stat().st_size)
    changed = tmp_path / "ubah.pdf"
    changed.write_bytes(pdf.read_bytes().replace(b"/Lang(id-ID)", b"/Lang(en-GB)"))
    code, out, _ = say(*agency, "documents", "verify", str(changed))
    assert code == 1 and "v0" not in out and len(out.splitlines()) == 2
    assert out.count("/D.") <= 5


def test_without_a_period_the_year_that_has_plans_is_meant(say, lived, monkeypatch) -> None:
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(lived / "passphrase.txt"))
    from datetime import UTC, datetime

    from meritdesk.bootstrap import open_desk

    secret = (lived / "passphrase.txt").read_text(encoding="utf-8").strip()
    with open_desk(lived / "agency", secret, clock=lambda: datetime(2025, 6, 1, tzinfo=UTC)) as desk:
        assert desk.overview.status().period.code == "2024"
    with open_desk(lived / "agency", secret, clock=lambda: datetime(2030, 6, 1, tzinfo=UTC)) as desk:
        assert desk.overview.status().period.code == "2030"
        for task in desk.overview.status().tasks:
            sentence = Messages("en").reason(task.code, {"count": task.count})
            assert sentence.count(str(task.count)) <= 1
    _, out, _ = say("--store", str(lived / "agency"), "overview", "status", "--period", "2030", "--lang", "en")
    assert all(sum(word.isdigit() for word in line.split()) <= 1 for line in out.splitlines()[1:])


def test_an_answer_that_is_not_on_the_stick_yet_is_told_and_the_exit_code_says_so(say, store, monkeypatch) -> None:
    from types import SimpleNamespace

    from meritdesk.core.errors import FileRefusal
    from meritdesk.core.handover import PackageKind, Receipt, ReceiptCode
    from meritdesk.services.handover import Handover

    receipt = Receipt("R1", ReceiptCode.ACCEPTED, "p", "7101/PC01", "2025", "e", 4, "d", {})
    full = FileRefusal("PKG-561", name="x.merit", folder="E:")
    header = SimpleNamespace(kind=PackageKind.EXPORT)
    outcome = SimpleNamespace(header=header, code=receipt.code, receipt=receipt, reply=None, unwritten=full)
    monkeypatch.setattr(Handover, "receive", lambda *_: outcome)
    code, out, _ = say("--store", str(store), "handover", "receive", "x.merit")
    assert code == 1 and "jawabannya belum ada di flashdisk" in out
    code, out, _ = say("--store", str(store), "--json", "handover", "receive", "x.merit")
    assert code == 1 and '"unwritten": "PKG-561"' in out


def test_missing_files_of_a_sender_are_named(say, store, monkeypatch) -> None:
    from types import SimpleNamespace

    from meritdesk.core.handover import PackageKind, Receipt, ReceiptCode
    from meritdesk.services.handover import Handover

    receipt = Receipt("R1", ReceiptCode.ACCEPTED, "p", "7101/PC01", "2025", "e", 4, "d", {}, missing_sequences=(2, 3))
    header = SimpleNamespace(kind=PackageKind.EXPORT)
    outcome = SimpleNamespace(header=header, code=receipt.code, receipt=receipt, reply=None, unwritten=None)
    monkeypatch.setattr(Handover, "receive", lambda *_: outcome)
    code, out, _ = say("--store", str(store), "handover", "receive", "x.merit")
    assert code == 0 and "2, 3" in out and "7101/PC01" in out


def test_a_file_refusal_without_a_cause_keeps_its_own_words(say, store, monkeypatch) -> None:
    monkeypatch.setitem(
        rooms.ROOMS["overview"].verbs, "status", raising(FileRefusal("USE-111", folder="f", detail="penuh"))
    )
    assert "penuh" in say("--store", str(store), "overview", "status")[2]


def test_every_verb_and_option_of_the_grammar_stands_in_the_contract() -> None:
    contract = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")

    def walk(parser: argparse.ArgumentParser) -> Iterator[str]:
        for action in parser._actions:
            yield from action.option_strings
            if isinstance(action, argparse._SubParsersAction):
                for name, inner in action.choices.items():
                    yield name
                    yield from walk(inner)

    found = set(walk(arguments.build())) - {"-h"}
    assert {word for word in found if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", contract)} == set()


def test_the_help_of_every_room_lists_every_verb_with_a_line_in_both_languages() -> None:
    def walk(parser: argparse.ArgumentParser, path: str) -> Iterator[tuple[str, str]]:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                told = {known.dest: known.help or "" for known in action._choices_actions}
                for name, inner in action.choices.items():
                    yield f"{path}{name}", told.get(name, "")
                    yield from walk(inner, f"{path}{name} ")

    told = dict(walk(arguments.build(), ""))
    assert len(told) > 100
    assert [verb for verb, about in told.items() if about.count(" / ") != 1] == []
    assert [verb for verb in ABOUT if verb not in told] == []
