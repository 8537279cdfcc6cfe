"""Backups are proved before they get a name, and a restored store begins a new stream of packages."""

from __future__ import annotations

import os
import shutil
import zipfile

import pytest
import store_samples as sample
from store_samples import ACTOR

from meritdesk.core.errors import BusyRefusal, Cancelled, FileRefusal, UsageRefusal
from meritdesk.store import backup as backup_module
from meritdesk.store import sqlite, swapping
from meritdesk.store.restoring import restore_store

pytestmark = pytest.mark.file


def no_step(done: int, total: int) -> None:
    pass


def restore(backup, folder, **more):
    return restore_store(backup, folder, clock=sample.clock, step=no_step, **{"passphrase": sample.PASSPHRASE, **more})


def names(folder) -> list[str]:
    with sample.opened(folder) as store, store.reading() as work:
        return sorted(person.name for person in work.people.all())


def content_of(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and "lock" not in path.name}


@pytest.fixture
def saved(filled, tmp_path):
    """A filled store with a backup of it; the store is closed and has moved on since."""
    target = tmp_path / "stick"
    target.mkdir()
    path = filled.backup(target, no_step)
    with filled.writing(ACTOR, "later") as work:
        work.people.save([sample.person(8, name="Sesudah")])
        work.ledger.add_outgoing(sample.package(work.ledger.epoch()), b"x")
        work.commit()
        epoch = work.ledger.epoch()
    filled.close()
    return path, filled.folder, epoch


def test_a_backup_has_a_name_from_codes_and_time_and_shows_no_names(filled, tmp_path):
    first = filled.backup(tmp_path, no_step)
    second = filled.backup(tmp_path, no_step)
    assert first.name == "cadangan-3372-20260112-080000.meritbackup"
    assert second.name == "cadangan-3372-20260112-080000-2.meritbackup"
    assert b"Ngurah" not in first.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
    assert sorted(path.name for path in tmp_path.glob("*cadangan*")) == sorted([first.name, second.name])


def test_a_backup_comes_back_in_an_empty_place_under_a_new_epoch(saved, tmp_path):
    path, _, epoch = saved
    outcome = restore(path, tmp_path / "baru")
    assert outcome.kept is None
    with sample.opened(tmp_path / "baru") as store, store.reading() as work:
        assert len(work.people.all()) == 4
        assert work.ledger.epoch() != epoch and work.ledger.next_sequence() == 1
        assert work.evaluations.of_period(sample.YEAR) == (sample.closed_evaluation(2), sample.evaluation(3))
    with sample.opened(tmp_path / "baru") as store:
        assert store.check(no_step).is_sound


def test_restoring_keeps_the_present_store_as_a_backup_first(saved):
    path, folder, _ = saved
    kept = restore(path, folder).kept
    assert kept is not None and kept.parent == folder / "backups" and kept.suffix == ".meritbackup"
    assert "Sesudah" not in names(folder)
    restore(kept, folder)
    assert "Sesudah" in names(folder)


def test_a_backup_opens_with_the_recovery_key(saved, tmp_path, recovery_key):
    restore(saved[0], tmp_path / "baru", passphrase=None, recovery_key=recovery_key)
    assert len(names(tmp_path / "baru")) == 4


def test_a_present_store_that_does_not_open_is_kept_file_by_file(saved):
    path, folder, _ = saved
    (folder / "meritdesk.db").write_bytes(os.urandom(8192))
    (folder / "meritdesk.db-journal").write_bytes(b"journal of another file")
    before = content_of(folder)
    before.pop("tries.json")  # wrong tries are counted on, whatever store lies here
    kept = restore(path, folder).kept
    assert kept is not None and kept.is_dir() and content_of(kept) == before
    assert not (folder / "meritdesk.db-journal").exists() and len(names(folder)) == 4


def test_a_wrong_passphrase_restores_nothing(saved):
    path, folder, _ = saved
    before = content_of(folder)
    with pytest.raises(UsageRefusal) as refusal:
        restore(path, folder, passphrase="salah sekali")
    assert refusal.value.code == "STO-610" and content_of(folder) == before
    assert not (folder / "backups").exists()


def test_a_store_that_is_open_is_not_replaced(saved):
    path, folder, _ = saved
    with sample.opened(folder), pytest.raises(BusyRefusal):
        restore(path, folder)


def test_every_damage_to_a_backup_is_found_and_nothing_is_replaced(saved):
    path, folder, _ = saved
    content, before = path.read_bytes(), content_of(folder)
    changed = [content[:place] + bytes([content[place] ^ 8]) + content[place + 1 :]
               for place in range(60, len(content), len(content) // 10)]  # fmt: skip
    for damaged in (*changed, content[:-100], content[: len(content) // 2], content + b"x" * 70_000):
        path.write_bytes(damaged)
        with pytest.raises(FileRefusal) as refusal:
            restore(path, folder)
        assert refusal.value.code in ("STO-640", "STO-641", "STO-612")
        assert content_of(folder) == before
    assert [item.name for item in folder.iterdir() if item.name.startswith(".pulih")] == []


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all" * 100])
def test_what_is_no_backup_is_refused(tmp_path, content):
    path = tmp_path / "x.meritbackup"
    path.write_bytes(content)
    with pytest.raises(FileRefusal) as refusal:
        restore(path, tmp_path / "baru")
    assert refusal.value.code == "STO-640"
    with pytest.raises(FileRefusal) as refusal:
        restore(tmp_path / "missing", tmp_path / "baru")
    assert refusal.value.code == "STO-645"


def test_a_backup_that_was_cut_short_is_called_damaged(tmp_path, saved):
    path = tmp_path / "x.meritbackup"
    path.write_bytes(saved[0].read_bytes()[:5000])
    with pytest.raises(FileRefusal) as refusal:
        restore(path, tmp_path / "baru")
    assert refusal.value.code == "STO-641"


def test_a_zip_with_other_members_is_refused(tmp_path, saved):
    path = tmp_path / "x.meritbackup"
    with zipfile.ZipFile(saved[0]) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name))
        bad.writestr("../outside", b"x")
    with pytest.raises(FileRefusal) as refusal:
        restore(path, tmp_path / "baru")
    assert refusal.value.code == "STO-640" and not (tmp_path / "outside").exists()


def test_a_cancelled_backup_leaves_no_file(filled, tmp_path):
    target = tmp_path / "stick"
    target.mkdir()

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        filled.backup(target, cancel)
    assert list(target.iterdir()) == []


def test_a_backup_that_cannot_be_read_back_gets_no_name(filled, tmp_path, monkeypatch):
    target = tmp_path / "stick"
    target.mkdir()
    good = filled.backup(target, no_step)
    pack = backup_module._pack

    def lying_stick(folder, aside, now, beat):
        pack(folder, aside, now, beat)
        content = bytearray(aside.read_bytes())
        content[len(content) // 2] ^= 1
        aside.write_bytes(content)

    monkeypatch.setattr(backup_module, "_pack", lying_stick)
    with pytest.raises(FileRefusal):
        filled.backup(target, no_step)
    assert list(target.iterdir()) == [good]


def test_a_backup_of_damaged_pages_is_refused(filled, tmp_path, monkeypatch):
    target = tmp_path / "stick"
    target.mkdir()
    monkeypatch.setattr(backup_module.sqlite, "page_faults", lambda path, key, **how: ["HMAC verification failed"])
    with pytest.raises(FileRefusal) as refusal:
        filled.backup(target, no_step)
    assert refusal.value.code == "STO-642" and list(target.iterdir()) == []


def test_a_restore_that_breaks_off_leaves_a_complete_copy(saved, monkeypatch):
    path, folder, _ = saved

    def power_cut(aside, target):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(swapping, "put_in_place", power_cut)
    with pytest.raises(FileRefusal) as refusal:
        restore(path, folder)
    assert refusal.value.code == "STO-622"
    monkeypatch.undo()
    kept = next((folder / "backups").glob("*.meritbackup"))
    restore(kept, folder)
    assert "Sesudah" in names(folder)


def test_a_copy_of_the_idle_folder_is_complete(folder, tmp_path):
    with sample.opened(folder) as store:
        sample.fill(store)
        shutil.copytree(folder, tmp_path / "salinan", ignore=shutil.ignore_patterns("*.lock*"))
    assert len(names(tmp_path / "salinan")) == 4


def test_a_long_statement_is_stopped_by_whoever_waits_and_the_connection_goes_on(filled):
    beats: list[int] = []

    def stop() -> None:
        beats.append(1)
        raise Cancelled

    statement = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT max(i) FROM n"
    with sqlite.raw_connection(filled.path, filled._vault.data_key) as raw:
        with pytest.raises(Cancelled), sqlite.watched(raw, stop):
            raw.execute(statement).fetchall()
        with sqlite.watched(raw, lambda: beats.append(2)):
            assert raw.execute("SELECT 1").fetchall() == [(1,)]
    assert beats[0] == 1 and 1 not in beats[1:]


def test_a_backup_can_be_stopped_after_the_copy_too_and_leaves_nothing(filled, tmp_path):
    calls: list[int] = []

    def step(done: int, total: int) -> None:
        calls.append(done)
        if calls.count(total) > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        filled.backup(tmp_path, step)
    assert not list(tmp_path.glob("*.meritbackup"))
