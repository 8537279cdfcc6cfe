"""Opening, locking, crashing: a store is whole or it is refused with a code, and nothing is created by accident."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import store_samples as sample
from store_samples import ACTOR

from meritdesk.core.errors import BusyRefusal, FileRefusal, Refusal, UsageRefusal
from meritdesk.core.people import Person
from meritdesk.store import database, sqlite, vault
from meritdesk.store.database import create_store

pytestmark = pytest.mark.file

ROOT = Path(__file__).resolve().parents[2]
MUST_OPEN = """
import store_samples as sample
store = sample.opened(Path(sys.argv[1]))
"""


def script(text: str, *arguments: object, **more: object) -> subprocess.Popen[str]:
    """Another process with the same program."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent)])}
    head = "import os, sys, time\nfrom pathlib import Path\n"
    return subprocess.Popen(
        [sys.executable, "-c", head + text, *map(str, arguments)],
        stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=environment, **more,
    )  # type: ignore[call-overload]  # fmt: skip


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refusal_of(folder: Path) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        sample.opened(folder)
    return refusal.value


def test_a_new_store_knows_its_agency_and_is_unreadable_without_its_key(folder):
    with sample.opened(folder) as store:
        sample.fill(store)
        assert store.agency == sample.AGENCY and store.keys.card == sample.CARD
    content = (folder / "meritdesk.db").read_bytes()
    assert not content.startswith(b"SQLite format 3") and b"Ngurah" not in content and b"person" not in content
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(folder / "meritdesk.db").execute("SELECT * FROM sqlite_master")


def test_the_connection_is_set_up_as_decided(folder, monkeypatch):
    office = tuple(setting for setting in sqlite.SETTINGS if setting != "PRAGMA synchronous = OFF")
    monkeypatch.setattr(sqlite, "SETTINGS", office)
    with sample.opened(folder) as store, store._engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "cache_size", "temp_store")
        }
    assert found == {
        "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "cache_size": -65536,
        "temp_store": 2,
    }  # fmt: skip


def test_a_store_is_never_made_over_another(folder):
    before = digest_of(folder / "meritdesk.db")
    with pytest.raises(FileRefusal) as refusal:
        create_store(folder, sample.AGENCY, sample.PASSPHRASE, {}, sample.NOW)
    assert refusal.value.code == "STO-615" and digest_of(folder / "meritdesk.db") == before


def test_a_making_that_fails_leaves_no_store(tmp_path, monkeypatch):
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(vault, "COST", sample.CHEAP)
    monkeypatch.setattr(database, "write_keyring", fail)
    with pytest.raises(FileRefusal) as refusal:
        create_store(tmp_path / "x", sample.AGENCY, sample.PASSPHRASE, {}, sample.NOW)
    assert refusal.value.code == "STO-609"
    assert [path.name for path in (tmp_path / "x").iterdir() if "lock" not in path.name] == []


def test_a_missing_store_is_not_created(tmp_path, folder):
    assert refusal_of(tmp_path / "nowhere").code == "STO-601"
    assert not (tmp_path / "nowhere").exists()
    (folder / "meritdesk.db").unlink()
    assert refusal_of(folder).code == "STO-601" and not (folder / "meritdesk.db").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "STO-602"),
        (b"SQLite format 3\x00" + bytes(4080), "STO-604"),
        (b"too short", "STO-606"),
        (os.urandom(4096 * 3), "STO-605"),
        (b"<html>login</html>".ljust(4096 * 2), "STO-605"),
    ],
)
def test_what_is_not_our_file_is_refused_unchanged(folder, content, code):
    path = folder / "meritdesk.db"
    path.write_bytes(content)
    refusal = refusal_of(folder)
    assert (refusal.code, refusal.exit_code, path.read_bytes()) == (code, 3, content)


def test_a_folder_in_place_of_the_file_is_refused(folder):
    (folder / "meritdesk.db").unlink()
    (folder / "meritdesk.db").mkdir()
    assert refusal_of(folder).code == "STO-603"


def test_another_programs_database_under_our_key_is_refused(folder):
    path = folder / "meritdesk.db"
    key = vault.unlock_with_passphrase(vault.read_keyring(folder / "keyring.json"), sample.PASSPHRASE).data_key
    path.unlink()
    with sqlite.raw_connection(path, key) as raw:
        raw.execute("CREATE TABLE theirs (x)")
    assert refusal_of(folder).code == "STO-604"


@pytest.mark.parametrize("cut", [1, 100, 4095, 4096, 3 * 4096, 20 * 4096 + 7])
def test_a_cut_off_file_is_refused(folder, cut):
    path = folder / "meritdesk.db"
    content = path.read_bytes()
    path.write_bytes(content[:-cut])
    assert refusal_of(folder).code in ("STO-606", "STO-605")
    assert path.read_bytes() == content[:-cut]


def test_every_flipped_bit_is_found(folder):
    path = folder / "meritdesk.db"
    with sample.opened(folder) as store:
        sample.fill(store)
        assert store.check(lambda done, total: None).is_sound
    content = path.read_bytes()
    for place in range(0, len(content), len(content) // 12 + 3):
        path.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        try:
            with sample.opened(folder) as store:
                report = store.check(lambda done, total: None)
                assert not report.pages_ok and not report.is_sound and report.remarks, place
        except FileRefusal as refusal:
            assert refusal.code == "STO-605", place


def test_a_newer_store_is_refused_and_its_bytes_stay(folder):
    path = folder / "meritdesk.db"
    key = vault.unlock_with_passphrase(vault.read_keyring(folder / "keyring.json"), sample.PASSPHRASE).data_key
    with sqlite.raw_connection(path, key) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = digest_of(path)
    refusal = refusal_of(folder)
    assert (refusal.code, refusal.facts["found"], digest_of(path)) == ("STO-607", 99, before)
    assert not (folder / "backups").exists()


def test_opening_and_reading_changes_no_byte(folder):
    before = digest_of(folder / "meritdesk.db")
    with sample.opened(folder) as store, store.reading() as work:
        assert work.people.all() == ()
    assert digest_of(folder / "meritdesk.db") == before


def test_a_store_open_in_another_process_is_busy_and_says_who(folder):
    holder = script(MUST_OPEN + "print('open', flush=True)\ninput()\nstore.close()", folder)
    assert holder.stdout is not None and holder.stdout.readline().strip() == "open"
    refusal = refusal_of(folder)
    assert isinstance(refusal, BusyRefusal) and (refusal.code, refusal.exit_code) == ("STO-620", 4)
    assert refusal.facts["host"] and refusal.facts["since"] == sample.NOW_HERE and refusal.facts["who"] != "?"
    holder.communicate("\n")
    sample.opened(folder).close()


def test_a_note_left_by_a_crash_keeps_nobody_out(folder):
    holder = script(MUST_OPEN + "print('open', flush=True)\ntime.sleep(60)", folder)
    assert holder.stdout is not None and holder.stdout.readline().strip() == "open"
    holder.kill()
    holder.wait()
    assert (folder / "meritdesk.lock.json").exists()
    sample.opened(folder).close()
    assert not (folder / "meritdesk.lock.json").exists()


def test_a_damaged_note_beside_the_lock_does_no_harm(folder):
    with sample.opened(folder):
        (folder / "meritdesk.lock.json").write_bytes(b"\xff{")
        assert refusal_of(folder).facts["who"] == "?"


def test_a_refused_opening_lets_the_lock_go(folder):
    with pytest.raises(UsageRefusal):
        sample.opened(folder, "salah sekali")
    sample.opened(folder).close()


def test_closing_twice_is_fine(folder):
    store = sample.opened(folder)
    store.close()
    store.close()


def test_two_writers_in_one_program_wait_and_then_say_busy(store, monkeypatch):
    with store.writing(ACTOR, "first") as work:
        work.set_setting("a", "b")
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(BusyRefusal) as refusal, store.writing(ACTOR, "second"):
            pass
        work.commit()
    assert refusal.value.code == "STO-623"
    with store.reading() as work:
        assert work.setting("a") == "b"


def test_a_store_may_be_used_and_closed_from_another_thread(folder):
    from concurrent.futures import ThreadPoolExecutor

    store = sample.opened(folder)
    with ThreadPoolExecutor(1) as lane:
        lane.submit(sample.fill, store).result()
        lane.submit(store.close).result()
    with sample.opened(folder) as again, again.reading() as work:
        assert len(work.people.all()) == 4


WRITER = (
    MUST_OPEN
    + """
for run in range(10_000):
    with store.writing(sample.ACTOR, "run") as work:
        work.people.save([sample.person(n, name=f"Putaran {run}", education="x" * 500) for n in range(10, 99)])
        work.set_setting("run", str(run))
        work.commit()
    print(run, flush=True)
"""
)


@pytest.mark.parametrize("rounds", [5])
def test_a_killed_writer_leaves_the_old_state_or_the_new_one(folder, rounds):
    acknowledged = -1
    for turn in range(rounds):
        writer = script(WRITER, folder)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.02 + 0.013 * turn)
        writer.kill()
        lines = writer.stdout.read().split()
        writer.wait()
        acknowledged = int(lines[-1]) if lines else 0
        with sample.opened(folder) as store, store.reading() as work:
            run = int(work.setting("run"))
            assert {person.name for person in work.people.all()} == {f"Putaran {run}"}
            assert run in (acknowledged, acknowledged + 1) and work.journal.verify()


def test_a_writer_killed_before_its_commit_leaves_nothing(folder):
    with sample.opened(folder) as store:
        sample.fill(store)
    text = MUST_OPEN + (
        "with store.writing(sample.ACTOR, 'x') as work:\n"
        "    work.people.save([sample.person(n, education='x' * 9000) for n in range(9000)])\n"
        "    os._exit(9)\n"
    )
    assert script(text, folder).wait() == 9
    with sample.opened(folder) as store, store.reading() as work:
        assert {person.person_id for person in work.people.all()} == {person.person_id for person in sample.people()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no user nobody to run as")
def test_a_folder_that_may_not_be_written_is_refused(empty_store):
    place = Path(tempfile.mkdtemp(prefix="meritdesk-baca-"))
    try:
        shutil.copytree(empty_store[0], place / "kota")
        place.chmod(0o755)
        for path in (place / "kota", *(place / "kota").iterdir()):
            path.chmod(0o555 if path.is_dir() else 0o444)
        text = (
            "import store_samples as sample\nfrom meritdesk.core.errors import FileRefusal\n"
            "if os.getuid() == 0: os.setuid(65534)\n"
            "try: sample.opened(Path(sys.argv[1]))\n"
            "except FileRefusal as refusal: print(refusal.code)\n"
        )
        found, _ = script(text, place / "kota").communicate()
        assert found.strip() == "STO-608"
    finally:
        for path in (place / "kota", *(place / "kota").iterdir()):
            path.chmod(0o755)
        shutil.rmtree(place)


def crowd(size: int) -> list[Person]:
    return [sample.person(1, person_id=f"x-{n}", education="panjang " * 50) for n in range(size)]


def test_a_full_disk_is_said_and_the_store_stays_whole(empty_store, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if sys.platform == "win32" or os.getuid() != 0:
        pytest.skip("a small disk can only be mounted by root on Linux")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let root mount a small disk")
    try:
        shutil.copytree(empty_store[0], disk / "kota")
        with sample.opened(disk / "kota") as store:
            sample.fill(store)
            for _attempt in range(2):
                with pytest.raises(FileRefusal) as refusal, store.writing(ACTOR, "crowd") as work:
                    work.people.save(crowd(6000))
                    work.commit()
                assert refusal.value.code == "STO-609"
                with store.reading() as work:
                    assert len(work.people.all()) == 4 and work.journal.verify()
            with pytest.raises(FileRefusal) as refusal:
                for _attempt in range(50):
                    store.backup(disk, lambda done, total: None)
            assert refusal.value.code == "STO-609"
            assert not [path for path in disk.iterdir() if path.name.startswith(".cadangan-")]
            for path in disk.glob("*.meritbackup"):
                path.unlink()
            with store.writing(ACTOR, "few") as work:
                work.people.save(crowd(20))
                work.commit()
            assert store.check(lambda done, total: None).is_sound
    finally:
        subprocess.run(["umount", str(disk)], check=False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("database or disk is full", "STO-609"),
        ("attempt to write a readonly database", "STO-608"),
        ("disk I/O error", "STO-622"),
        ("database disk image is malformed", "STO-605"),
        ("database is locked", "STO-621"),
    ],
)
def test_errors_of_the_world_become_refusals_and_our_own_bugs_do_not(store, words, code):
    with pytest.raises(Refusal) as refusal, store.reading():
        raise sqlite.dbapi2.OperationalError(words)
    assert refusal.value.code == code
    with pytest.raises(sqlite.dbapi2.OperationalError), store.reading():
        raise sqlite.dbapi2.OperationalError("no such table: x")


def test_another_pc_begins_a_new_epoch_and_the_same_one_does_not(tmp_path):
    folder = tmp_path / "kota"
    sample.make_store(folder, installation="pc-a")

    def epoch(installation: str) -> str:
        with sample.opened(folder, installation=installation) as store, store.reading() as work:
            return work.ledger.epoch()

    first = epoch("pc-a")
    assert epoch("pc-a") == first and epoch("") == first
    second = epoch("pc-b")
    assert second != first and epoch("pc-b") == second


def test_a_store_made_without_a_pc_takes_the_first_it_meets(folder):
    with sample.opened(folder) as store, store.reading() as work:
        epoch = work.ledger.epoch()
    with sample.opened(folder, installation="pc-a") as store, store.reading() as work:
        assert work.ledger.epoch() == epoch


def test_a_large_write_tells_the_planner_about_the_tables(store, monkeypatch):
    from meritdesk.store.people import StoredPeople

    with store.writing(ACTOR, "crowd") as work:
        work.people.save(crowd(database.MANY_ROWS))
        work.commit()
    with store._engine.connect() as connection:
        known = {row[0] for row in connection.exec_driver_sql("SELECT tbl FROM sqlite_stat1")}
    assert "person" in known

    def full(*_arguments: object) -> None:
        raise sqlite.DBAPIError("ANALYZE", {}, Exception("database or disk is full"))

    monkeypatch.setattr(sqlite.Connection, "exec_driver_sql", full)
    sqlite.refresh_statistics(store._engine)
    monkeypatch.undo()
    with store.reading() as work:
        assert isinstance(work.people, StoredPeople) and len(work.people.all()) == database.MANY_ROWS


def test_a_cancelled_check_raises_and_leaves_the_store_usable(filled):
    def cancel(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        filled.check(cancel)
    seen: list[tuple[int, int]] = []
    report = filled.check(lambda done, total: seen.append((done, total)))
    assert report.is_sound and (report.change_sets, report.evaluations_checked) == (3, 1)
    assert seen[-1][0] == seen[-1][1] and [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert report.remarks == ()


def test_the_check_remarks_on_open_ends(filled):
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(7, unit_id="u-unknown")])
        work.plans.save([sample.plan(2, results=())])
        work.commit()
    report = filled.check(lambda done, total: None)
    assert report.is_sound
    assert set(report.remarks) == {"people without a known unit: 1", "actuals without an indicator: 2"}
