"""Backups that the program makes by itself are thinned by number, never by date (F20, F71)."""

from __future__ import annotations

import os

import pytest
import store_samples as sample
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.store import backup, keeping
from meritdesk.store.database import BACKUP_FOLDER


@given(st.sets(st.integers(1, 400)))
def test_the_last_ones_always_stay_and_of_the_older_every_tenth(numbers):
    gone = set(keeping.surplus(numbers))
    ordered = sorted(numbers)
    assert not gone & set(ordered[-keeping.LAST_KEPT :])
    older = [number for number in ordered[: -keeping.LAST_KEPT] if number not in gone]
    assert all(number % keeping.EVERY == 0 for number in older) and len(older) <= keeping.OLDER_KEPT


def test_thinning_counts_copies_whatever_their_dates_are_and_touches_no_other_file(tmp_path):
    for number in range(1, 41):
        path = tmp_path / f"otomatis-3372-{number:06}.meritbackup"
        path.write_bytes(b"x")
        # The clock stood at 1980 for the newest ones and at 2099 for the oldest.
        moment = 4_000_000_000 if number < 20 else 320_000_000
        os.utime(path, (moment, moment))
    others = ["cadangan-3372-20260112-080000.meritbackup", "otomatis-3371-000001.meritbackup", "otomatis-3372-1.txt"]
    for name in others:
        (tmp_path / name).write_bytes(b"x")
    keeping.thin(tmp_path, "3372")
    assert sorted(keeping.numbered(tmp_path, "3372")) == [10, 20, *range(27, 41)]
    assert all((tmp_path / name).exists() for name in others)
    assert keeping.target_in(tmp_path, "3372").name == "otomatis-3372-000041.meritbackup"
    assert keeping.target_in(tmp_path / "gone", "3372", "-LATIHAN").name == "otomatis-3372-000001-LATIHAN.meritbackup"


def test_a_new_one_that_is_not_whole_takes_nothing_away(folder, monkeypatch):
    place = folder / BACKUP_FOLDER
    place.mkdir()
    for number in range(1, 20):
        (place / f"otomatis-3372-{number:06}.meritbackup").write_bytes(b"x")
    with sample.opened(folder) as store:
        with monkeypatch.context() as patch:
            patch.setattr(backup.sqlite, "page_faults", lambda *_, **__: ["a page"])
            with pytest.raises(FileRefusal):
                store.keep_backup(lambda done, total: None)
        assert len(keeping.numbered(place, "3372")) == 19
        made = store.keep_backup(lambda done, total: None)
    assert made.name == "otomatis-3372-000020.meritbackup"
    assert sorted(keeping.numbered(place, "3372")) == list(range(7, 21))
