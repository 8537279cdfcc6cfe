"""What the store does when the disk is full, fails, or the power goes in the middle (F01, F04, F06, F13, F21)."""

from __future__ import annotations

import os
import shutil

import pytest
import store_samples as sample
from sqlalchemy.exc import OperationalError

from meritdesk.core.errors import FileRefusal
from meritdesk.store import restoring, room, sqlite, swapping
from meritdesk.store.database import BACKUP_FOLDER, DATABASE_FILE
from meritdesk.store.lock import HOLDER_FILE

RESERVE = 1 << 16


def names(folder) -> list[str]:
    with sample.opened(folder) as store, store.reading() as work:
        return sorted(person.name for person in work.people.all())


def restore(backup, folder):
    restoring.restore_store(backup, folder, clock=sample.clock, passphrase=sample.PASSPHRASE)


@pytest.fixture
def moved_on(folder, tmp_path):
    """A store with a backup of it; it has one person more since."""
    with sample.opened(folder) as store:
        sample.fill(store)
        backup = store.backup(tmp_path, lambda done, total: None)
        with store.writing(sample.ACTOR, "register.edit") as work:
            work.people.save([sample.person(99, name="Sesudah")])
            work.commit()
    return backup, folder


def test_a_reserve_is_laid_aside_and_given_up_when_the_disk_is_nearly_full(folder, monkeypatch):
    monkeypatch.setattr(room, "RESERVE_BYTES", RESERVE)
    free = [room._PLENTY * RESERVE - 1]
    monkeypatch.setattr(room, "free_bytes", lambda place: free[0])
    reserve = folder / room.RESERVE_FILE
    with sample.opened(folder):
        assert not reserve.exists(), "it shall not be what fills the disk"
    free[0] += 1
    with sample.opened(folder) as store:
        assert reserve.stat().st_size == RESERVE and not store.is_short_of_room
        free[0] = RESERVE
        sample.fill(store)
        assert reserve.exists()
        free[0] = RESERVE - 1
        with store.writing(sample.ACTOR, "register.edit") as work:
            work.people.save([sample.person(99, name="Terakhir")])
            work.commit()
        assert not reserve.exists() and store.is_short_of_room
    assert "Terakhir" in names(folder)


def test_a_reserve_that_cannot_be_written_keeps_nobody_out(folder, monkeypatch):
    monkeypatch.setattr(room, "RESERVE_BYTES", RESERVE)
    (folder / room.RESERVE_FILE).mkdir()
    with sample.opened(folder) as store:
        assert store.agency.code == "3372"
    assert room.free_bytes(folder / "gone") > RESERVE


@pytest.mark.parametrize("words", ["disk I/O error", "database or disk is full", "unable to open database file"])
def test_after_an_error_of_the_disk_the_file_is_closed_and_opened_anew(folder, words):
    with sample.opened(folder) as store:
        sample.fill(store)

        def raw_now():
            with store.reading() as work:
                return work._rows.connection.connection.driver_connection

        before = raw_now()
        assert raw_now() is before, "one connection serves as long as nothing happens"
        for deed in (lambda: store.reading(), lambda: store.writing(sample.ACTOR, "register.edit")):
            with pytest.raises(FileRefusal), deed():
                raise OperationalError("COMMIT", {}, sqlite.dbapi2.OperationalError(words))
            after = raw_now()
            assert after is not before
            with pytest.raises(sqlite.dbapi2.ProgrammingError, match="closed"):
                before.execute("SELECT 1")
            before = after
        with store.writing(sample.ACTOR, "register.edit") as work:
            work.people.save([sample.person(99, name="Kemudian")])
            work.commit()
    assert "Kemudian" in names(folder)


def test_a_store_that_was_never_closed_says_so_once(folder):
    with sample.opened(folder) as store:
        assert not store.was_cut_off
        note = (folder / HOLDER_FILE).read_bytes()
    (folder / HOLDER_FILE).write_bytes(note)
    with sample.opened(folder) as store:
        assert store.was_cut_off
    with sample.opened(folder) as store:
        assert not store.was_cut_off


def test_a_restore_that_is_cut_off_anywhere_is_the_old_store_or_carried_out_at_the_next_start(moved_on, monkeypatch):
    """Each step of the change of places is the last one before the power goes, once."""
    backup, begun = moved_on

    class PowerCut(BaseException):
        pass

    reached = 0
    for last in range(1, 40):
        folder = begun.parent / f"kota-{last}"
        shutil.copytree(begun, folder)
        steps = [0]

        def counted(real, steps=steps, last=last):
            def step(*given, **named):
                steps[0] += 1
                if steps[0] == last:
                    raise PowerCut
                return real(*given, **named)

            return step

        with monkeypatch.context() as patch:
            patch.setattr(swapping.Path, "unlink", counted(swapping.Path.unlink), raising=True)
            for name in ("put_in_place", "flush_folder", "flush_file"):
                patch.setattr(swapping, name, counted(getattr(swapping, name)))
            patch.setattr(swapping.Path, "rename", counted(swapping.Path.rename))
            try:
                restore(backup, folder)
            except PowerCut:
                reached = last
        found = names(folder)
        assert ("Sesudah" in found) is (len(found) == 5), "one of the two, whole"
        assert not swapping.is_ready(folder)
        # Where the backup came in, the store that was is kept.
        assert "Sesudah" in found or list((folder / BACKUP_FOLDER).glob("*.meritbackup"))
        shutil.rmtree(folder)
        if reached < last:
            break
    assert reached >= 8


def test_a_stale_journal_of_another_file_is_not_played_into_a_restored_store(moved_on):
    backup, folder = moved_on
    for ending in sqlite.SIDE_FILES:
        (folder / f"{DATABASE_FILE}{ending}").write_bytes(os.urandom(2048))
    restore(backup, folder)
    assert len(names(folder)) == 4 and "Sesudah" not in names(folder)
    kept = next(path for path in (folder / BACKUP_FOLDER).iterdir() if path.is_dir())
    assert {f"{DATABASE_FILE}{ending}" for ending in sqlite.SIDE_FILES} <= {path.name for path in kept.iterdir()}


def test_a_torn_page_that_holds_nothing_is_no_damage_and_hinders_no_copy(folder, tmp_path):
    """A power cut in the midst of a large save leaves such pages: what was free before is not rolled back."""
    with sample.opened(folder) as store:
        sample.fill(store)
        path, key = store.path, store._vault.data_key
    with sqlite.raw_connection(path, key) as raw:
        raw.execute("CREATE TABLE filling (x BLOB)")
        raw.execute("INSERT INTO filling VALUES (zeroblob(200000))")
        raw.execute("DROP TABLE filling")
    whole = path.read_bytes()

    def torn(page):
        place = (page - 1) * sqlite.PAGE_SIZE + 1000
        path.write_bytes(whole[:place] + bytes(64) + whole[place + 64 :])

    torn(len(whole) // sqlite.PAGE_SIZE - 5)
    assert sqlite.page_faults(path, key, thorough=True) == []
    sqlite.copy_database(path, tmp_path / "copy.db", key, lambda *_: None)
    with sqlite.raw_connection(tmp_path / "copy.db", key) as raw:
        assert raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
    torn(3)
    assert sqlite.page_faults(path, key, thorough=False) != []
