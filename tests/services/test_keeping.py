"""A backup is made when something changed, after a week everything is checked first, and damage replaces nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from small_office import YEAR

from meritdesk.core.clock_doubt import ClockFault
from meritdesk.core.errors import FileRefusal
from meritdesk.services.overview.worklist import WorkKind
from meritdesk.store import keeping as kept_files
from meritdesk.store import whereabouts
from meritdesk.store.database import BACKUP_FOLDER, SqliteStore


def test_a_backup_is_kept_when_something_changed_and_only_then(settled, tmp_path):
    keeping, place = settled.desk.upkeep.keeping, settled.folder / "store" / BACKUP_FOLDER
    assert keeping.is_due() and not keeping.condition().was_cut_off
    kept = keeping.keep(second=tmp_path / "kedua")
    assert kept.path.parent == place and kept.second.parent == tmp_path / "kedua"
    assert kept.report is not None and kept.report.is_sound, "the first time everything is looked at"
    assert not keeping.is_due()
    assert settled.desk.overview.status(YEAR).last_backup
    assert settled.desk.upkeep.rehearse(kept.path).people == 8
    settled.desk.upkeep.settings.change({"working_week": "SIX"})
    assert keeping.is_due()
    assert keeping.keep().report is None
    assert settled.desk.upkeep.journal()[0].verb == "upkeep.keep_backup"


def test_what_lies_beside_the_data_is_nobody_s_first_backup(settled, tmp_path, monkeypatch):
    def is_asked_for():
        return any(item.kind is WorkKind.NO_BACKUP for item in settled.desk.overview.work(YEAR).items)

    keeping = settled.desk.upkeep.keeping
    keeping.keep()
    assert settled.desk.overview.status(YEAR).last_backup and is_asked_for()
    real = SqliteStore.keep_backup
    monkeypatch.setattr(
        SqliteStore, "keep_backup", lambda self, step, folder=None: _only_here(real, self, step, folder)
    )
    with pytest.raises(FileRefusal, match="STO-645"):
        keeping.keep(second=tmp_path / "kedua")
    assert is_asked_for() and not keeping.is_due(), "the one beside the data was made all the same"
    monkeypatch.undo()
    keeping.keep(second=tmp_path / "kedua")
    assert not is_asked_for()


def _only_here(real, store, step, folder):
    if folder is not None:
        raise FileRefusal("STO-645", path=str(folder))
    return real(store, step)


@pytest.mark.parametrize(
    ("days", "is_due"), [(0, False), (6, False), (7, True), (400, True), (-1, True), (-20000, True)]
)
def test_a_week_after_the_last_check_the_next_is_due_and_a_clock_turned_back_means_yes(settled, days, is_due):
    keeping = settled.desk.upkeep.keeping
    keeping.keep()
    settled.moment[0] += timedelta(days=days)
    assert keeping.is_check_due() is is_due


def test_damage_found_by_the_weekly_check_replaces_no_good_backup(settled, monkeypatch):
    keeping, place = settled.desk.upkeep.keeping, settled.folder / "store" / BACKUP_FOLDER
    keeping.keep()
    settled.moment[0] += timedelta(days=8)
    real = SqliteStore.check
    monkeypatch.setattr(SqliteStore, "check", lambda self, step: replace(real(self, step), journal_ok=False))
    with pytest.raises(FileRefusal, match="STO-730"):
        keeping.keep()
    assert sorted(kept_files.numbered(place, "3372")) == [1] and keeping.is_check_due()


def test_whatever_the_clock_says_nothing_is_refused_and_order_is_by_number(settled):
    """1980, 2099, and backwards: saves and backups go on, each later than the one before (F70)."""
    place = settled.folder / "store" / BACKUP_FOLDER
    weeks = ("SIX", "FIVE")
    for turn, year in enumerate((2026, 1980, 2099, 1999), 1):
        settled.moment[0] = settled.moment[0].replace(year=year)
        settled.desk.upkeep.settings.change({"working_week": weeks[(turn + 1) % 2]})
        settled.desk.upkeep.keeping.keep()
        numbers = [line.number for line in settled.desk.upkeep.journal()]
        assert numbers == sorted(numbers, reverse=True), "the newest is first, whatever its date"
        assert sorted(kept_files.numbered(place, "3372")) == list(range(1, turn + 1))
    assert settled.desk.upkeep.check().is_sound
    jumped = [line.verb for line in settled.desk.upkeep.journal() if line.went_back]
    assert jumped == ["upkeep.settings.change"] * 2, "1980 after 2026 and 1999 after 2099 are marked, nothing else"


def test_a_clock_that_stands_wrong_is_told_and_no_longer_when_it_was_set(settled):
    def said():
        clock = settled.desk.overview.status(YEAR).clock
        return clock.fault if clock is not None else None

    settled.desk.upkeep.keeping.keep()
    right = settled.moment[0]
    assert said() is None
    settled.moment[0] = right.replace(year=1980)
    assert said() is ClockFault.BEHIND
    settled.moment[0] = right.replace(year=2099)
    assert said() is ClockFault.AHEAD
    settled.desk.upkeep.settings.change({"working_week": "SIX"})
    settled.moment[0] = right
    assert said() is ClockFault.BEHIND, "what was saved in 2099 is newer than today"
    settled.desk.upkeep.settings.change({"working_week": "FIVE"})
    assert said() is None, "the journal counts, so the next save with a right clock ends the doubt"


def test_a_second_place_on_the_disk_of_the_data_is_refused_and_another_disk_is_not(settled, tmp_path, monkeypatch):
    keeping = settled.desk.upkeep.keeping
    with pytest.raises(FileRefusal, match="STO-731"):
        keeping.may_be_second(tmp_path / "belum ada" / "cadangan")
    monkeypatch.setattr(whereabouts, "disk_under", lambda folder: "disk:b" if folder == tmp_path else "disk:a")
    keeping.may_be_second(tmp_path)
