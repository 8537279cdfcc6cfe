"""Leaving out what stands already gives the records, the refusals and the words that reading everything gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.handover import PackageHeader, PackageKind, RecordState, Snapshot, Tombstone
from meritdesk.core.merging import tables_of
from meritdesk.core.word_for_word import NOTHING_STANDS, Standing
from meritdesk.exchange import word_for_word
from meritdesk.exchange.records import read_against, write_snapshot

HEADER = PackageHeader(PackageKind.EXPORT, "7101/PC02", "REG07", "2025", "0" * 32, 1, "", "")


@pytest.fixture
def snapshot(snapshot: Snapshot) -> Snapshot:
    """Without removals, which would make every table they speak of be read."""
    return replace(snapshot, tombstones=())


def standing_of(snapshot: Snapshot) -> Standing:
    """What the region holds after this snapshot was taken whole."""
    words = read_against(HEADER, write_snapshot(snapshot), NOTHING_STANDS)[2]
    parts = {
        "unit": {one.unit_id for one in snapshot.units},
        "pegawai": {one.person_id for one in snapshot.people},
        "rencana": {one.plan_id for one in snapshot.plans},
        "butir": {result.result_id for plan in snapshot.plans for result in plan.results},
        "indikator": {one.indicator_id for plan in snapshot.plans for one in plan.indicators},
    }

    def keys(table: str) -> set[str]:
        return parts.get(table) or {one.key for one in snapshot.records.get(table, ())}

    return Standing(words, keys)


CHANGES: dict[str, tuple[Callable[[Snapshot], Snapshot], set[str]]] = {
    "nothing": (lambda one: one, set()),
    "another post": (
        lambda one: replace(one, people=(replace(one.people[0], position_title="Lain"), *one.people[1:])),
        {"pegawai"},
    ),
    "nobody left": (lambda one: replace(one, people=()), {"pegawai", "atasan", "rencana"}),
    "no unit left": (lambda one: replace(one, units=()), {"unit", "pegawai"}),
    "no plan left": (lambda one: replace(one, plans=()), {"rencana"}),
    "a tombstone": (
        lambda one: replace(one, tombstones=(Tombstone("pegawai", one.people[0].person_id, "x", date(2026, 1, 2)),)),
        {"pegawai"},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_left_out_changes_nothing_of_what_is_read(snapshot: Snapshot, name: str) -> None:
    change, at_least_read = CHANGES[name]
    standing, changed = standing_of(snapshot), change(snapshot)
    files = write_snapshot(changed)
    found, refused, words = read_against(HEADER, files, standing)
    whole, refused_whole, words_whole = read_against(HEADER, files, NOTHING_STANDS)
    assert not at_least_read & set(found.unchanged)
    assert (set(refused), words) == (set(refused_whole), words_whole)
    kept = {table: records for table, records in tables_of(whole).items() if table not in found.unchanged}
    assert {table: records for table, records in tables_of(found).items() if table not in found.unchanged} == kept
    counts = {table: len(records) for table, records in tables_of(whole).items() if table in found.unchanged}
    assert {table: count for table, count in found.unchanged.items() if count} == {
        table: count for table, count in counts.items() if count
    }
    if name == "nothing":
        assert set(found.unchanged) >= {"unit", "pegawai", "atasan", "rencana"}
    if name in ("nobody left", "no unit left"):
        assert any(outcome.state is RecordState.REFUSED for outcome in refused), "what hangs on nothing is turned away"


def test_another_program_or_another_layout_reads_everything_once_more(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing, files = standing_of(snapshot), write_snapshot(snapshot)
    monkeypatch.setattr(word_for_word, "APP", "MeritDesk 99")
    assert not read_against(HEADER, files, standing)[0].unchanged


def test_only_the_export_of_an_agency_leaves_anything_out(snapshot: Snapshot) -> None:
    header = replace(HEADER, kind=PackageKind.HANDOVER)
    files = write_snapshot(snapshot, kind=PackageKind.HANDOVER)
    assert not read_against(header, files, standing_of(snapshot))[0].unchanged
