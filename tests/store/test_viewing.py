"""Looking at a store that another program works with, or that cannot be written here (faults F07, F16)."""

from __future__ import annotations

import getpass
import hashlib
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import store_samples as sample

from meritdesk.core.access import Role
from meritdesk.core.errors import BusyRefusal, FileRefusal, Refusal, UsageRefusal
from meritdesk.store import sqlite, vault, viewing
from meritdesk.store.viewing import ViewedStore, open_view

pytestmark = pytest.mark.file

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = "import os, sys, time\nfrom pathlib import Path\nimport store_samples as sample\n"
COMMITS = 100
NOBODY = 65534


def script(text: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process with the same program."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent)])}
    return subprocess.Popen(
        [sys.executable, "-c", IMPORTS + text, *map(str, arguments)],
        stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def viewed(folder: Path, passphrase: str = sample.PASSPHRASE, **more: bool) -> ViewedStore:
    return open_view(folder, decode_keys=sample.decode_keys, clock=sample.clock, passphrase=passphrase, **more)


def refusal_of(folder: Path) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        viewed(folder)
    return refusal.value


def content_of(folder: Path) -> dict[str, str]:
    """Every file of the store but the tally of tries at its door."""
    files = (one for one in folder.rglob("*") if one.is_file() and one.name != "tries.json")
    return {str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


def test_a_writer_commits_a_hundred_times_while_another_program_looks_on(folder: Path) -> None:
    writer = script(
        f"""
with sample.opened(Path(sys.argv[1])) as store:
    print("open", flush=True)
    sys.stdin.readline()
    for number in range({COMMITS}):
        with store.writing(sample.ACTOR, "register.import") as work:
            work.people.save([sample.person(number)])
            work.commit()
    print("written", flush=True)
    sys.stdin.readline()
""",
        folder,
    )
    assert writer.stdin is not None and line_of(writer) == "open"
    with viewed(folder) as store:
        assert (store.role, store.viewing.host, store.viewing.since[:16]) == (
            Role.VIEWER, socket.gethostname(), "2026-01-12T08:00",
        )  # fmt: skip
        assert store.news() is None
        writer.stdin.write("\n")
        writer.stdin.flush()
        counts, nouns = [0], set()
        while counts[-1] < COMMITS:
            assert writer.poll() is None, "the writer was never kept from writing"
            with store.reading() as work:
                counts.append(len(work.people.all()))
            news = store.news()
            nouns |= news.nouns if news is not None else set()
        assert line_of(writer) == "written" and counts == sorted(counts) and len(set(counts)) > 5
        assert "people" in nouns and store.news() is None
        before = content_of(folder)
        with pytest.raises(BusyRefusal) as refused, store.writing(sample.ACTOR, "register.import"):
            pass
        assert refused.value.code == "STO-624" and refused.value.facts["since"] == sample.NOW_HERE
        for deed in (store.settle_restored, lambda: store.change_passphrase("lain sekali"), lambda: store.shred(None)):
            with pytest.raises(BusyRefusal):
                deed()
    assert content_of(folder) == before, "a viewer leaves everything as it was, the writer's note and lock too"
    writer.communicate("\n", timeout=20)
    assert writer.returncode == 0
    sample.opened(folder).close()


def test_whoever_may_not_write_looks_and_changes_no_byte(folder: Path) -> None:
    """As the user nobody while root works with the store, where tests run as root; else with the rights taken away."""
    with sample.opened(folder) as store:
        sample.fill(store)
    is_root = os.getuid() == 0
    place = Path("/dev/shm" if is_root and Path("/dev/shm").is_dir() else folder.parent) / f"baca-{os.getpid()}"
    shutil.copytree(folder, place)
    working = sample.opened(place) if is_root else None
    before = content_of(place)
    try:
        for one in [place, *place.rglob("*")]:
            one.chmod(0o555 if one.is_dir() else 0o444)
        looker = script(
            """
from meritdesk.core.errors import Refusal
from meritdesk.store.viewing import open_view
folder = Path(sys.argv[1])
if sys.argv[2] == "1":
    os.setgid(65534); os.setuid(65534)
try:
    sample.opened(folder)
except Refusal as refusal:
    print(refusal.code, flush=True)
with open_view(folder, decode_keys=sample.decode_keys, clock=sample.clock, passphrase=sample.PASSPHRASE) as store:
    with store.reading() as work:
        print(len(work.people.all()), store.viewing.is_sealed, store.viewing.who, flush=True)
    try:
        with store.writing(sample.ACTOR, "register.import"):
            pass
    except Refusal as refusal:
        print(refusal.code, flush=True)
""",
            place,
            int(is_root),
        )
        told, _ = looker.communicate(timeout=30)
        who, code = (getpass.getuser(), "STO-624") if is_root else ("", "STO-625")
        assert told.splitlines() == ["STO-608", f"{len(sample.people())} True {who}", code]
        assert content_of(place) == before
    finally:
        if working is not None:
            working.close()
        for one in [place, *place.rglob("*")]:
            one.chmod(0o755)
        shutil.rmtree(place)


def test_what_must_be_settled_first_is_left_to_whoever_opens_it_in_full(folder: Path) -> None:
    key = vault.unlock_with_passphrase(vault.read_keyring(folder / "keyring.json"), sample.PASSPHRASE).data_key
    killed = script(
        """
from meritdesk.store import sqlite
with sqlite.raw_connection(Path(sys.argv[1]) / "meritdesk.db", bytes.fromhex(sys.argv[2])) as raw:
    raw.execute("PRAGMA cache_size = 5")
    raw.execute("PRAGMA cache_spill = ON")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE store_fact SET value = value || ' '")
    raw.execute("CREATE TABLE half AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
                " SELECT i, randomblob(900) FROM n")
    print("written", flush=True)
    time.sleep(60)
""",
        folder,
        key.hex(),
    )
    assert line_of(killed) == "written"
    killed.kill()
    killed.wait()
    before = content_of(folder)
    assert (folder / "meritdesk.db-journal").stat().st_size > 0
    assert isinstance(refusal_of(folder), FileRefusal) and refusal_of(folder).code == "STO-626"
    assert content_of(folder) == before
    sample.opened(folder).close()
    with viewed(folder, was_refused=True) as store:
        with pytest.raises(FileRefusal) as sealed, store.writing(sample.ACTOR, "x"):
            pass
        assert sealed.value.code == "STO-625"
    with viewed(folder) as store, store.reading() as work:
        assert work.people.all() == () and store.viewing.who == ""
        with pytest.raises(UsageRefusal) as refused, store.writing(sample.ACTOR, "x"):
            pass
        assert refused.value.code == "STO-629"
    for number, code in ((99, "STO-607"), (1, "STO-627")):
        with sqlite.raw_connection(folder / "meritdesk.db", key) as raw:
            raw.execute(f"PRAGMA user_version = {number}")
        assert refusal_of(folder).code == code


def test_a_reading_that_would_keep_the_writer_waiting_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewing, "LONGEST_SECONDS", 0.05)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with viewed(folder) as store:
        with pytest.raises(BusyRefusal) as refused, store.reading() as work:
            work._rows.connection.exec_driver_sql(endless)
        assert refused.value.code == "STO-628"
        with store.reading() as work:
            assert work.people.all() == ()


def test_a_restored_file_is_read_in_the_place_of_the_one_before(folder: Path) -> None:
    twin = folder.with_name("kembar")
    shutil.copytree(folder, twin)
    with sample.opened(twin) as store:
        sample.fill(store)
    with viewed(folder) as store:
        with store.reading() as work:
            assert work.people.all() == ()
        (twin / "meritdesk.db").replace(folder / "meritdesk.db")
        assert store.news() is not None
        with store.reading() as work:
            assert len(work.people.all()) == len(sample.people())


def test_only_the_right_passphrase_looks_and_wrong_ones_are_counted(folder: Path) -> None:
    with pytest.raises(UsageRefusal) as refused:
        viewed(folder, "salah sekali")
    assert refused.value.code == "STO-610" and (folder / "tries.json").exists()
