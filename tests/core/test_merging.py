"""What a new snapshot changes: every record has one fate, and nothing closed or absent is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    OrganisationLevel,
    OrgLevel,
    Predicate,
    Rating,
)
from meritdesk.core.handover import RecordOutcome, RecordState, Snapshot, Tombstone
from meritdesk.core.merging import Comparison, compare_snapshots, record_id, refuse_dangling, tables_of
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Approach, Indicator, JobClass, PerformancePlan, ResultKind, Target, WorkResult
from meritdesk.core.reach import Newer

YEAR = parse_period("2025")


def _snapshot(people: int = 2) -> Snapshot:
    ids = [f"p{number}" for number in range(people)]
    return Snapshot(
        "7101",
        "Kota",
        "2025",
        units=(OrgUnit("u", "Dinas"),),
        people=tuple(Person(one, "", one.upper(), unit_id="u") for one in ids),
        lines=tuple(ReportingLine(one, "p0") for one in ids),
        plans=tuple(_plan(one) for one in ids),
        actuals=tuple(Actual(f"i-{one}", YEAR, "100 %") for one in ids),
        levels=(OrganisationLevel("u", YEAR, OrgLevel.GOOD),),
        evaluations=tuple(_closed(one) for one in ids),
    )


def _plan(person_id: str) -> PerformancePlan:
    indicator = Indicator(f"i-{person_id}", "Jumlah", Target("1"))
    result = WorkResult(f"r-{person_id}", 1, ResultKind.MAIN, "Hasil", indicators=(indicator,))
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    return PerformancePlan(
        f"s-{person_id}", person_id, 2025, Approach.QUANTITATIVE, JobClass.JA_JF, first, last, (result,)
    )


def _closed(person_id: str) -> Evaluation:
    return Evaluation(
        f"e-{person_id}",
        person_id,
        YEAR,
        Rating.MEETS,
        Rating.MEETS,
        state=EvaluationState.CLOSED,
        predicate=Predicate.GOOD,
        version=2,
        digest="abc",
    )


def _only_of(comparison: Comparison, state: RecordState) -> list[RecordOutcome]:
    return [outcome for outcome in comparison.outcomes if outcome.state is state]


def _applied(old: Snapshot | None, comparison: Comparison) -> Snapshot:
    """What a region's store holds afterwards."""
    if old is None:
        return comparison.write
    removed = {(tombstone.table, tombstone.record_id) for tombstone in comparison.removed}
    fields = dict(
        zip(tables_of(old), ("units", "people", "lines", "plans", "actuals", "levels", "evaluations"), strict=True)
    )
    changed = {}
    for table, records in tables_of(old).items():
        held = {record_id(record): record for record in records if (table, record_id(record)) not in removed}
        held.update({record_id(record): record for record in tables_of(comparison.write)[table]})
        changed[fields[table]] = tuple(held.values())
    return replace(old, **changed)  # type: ignore[arg-type]


def test_the_first_snapshot_is_all_new() -> None:
    new = _snapshot()
    comparison = compare_snapshots(None, new)
    assert comparison.write == new
    assert comparison.counts == {"added": 12, "changed": 0, "same": 0, "refused": 0, "conflict": 0}
    assert comparison.missing == ()


def test_the_same_snapshot_again_changes_nothing() -> None:
    new = _snapshot()
    comparison = compare_snapshots(new, new)
    assert comparison.counts == {"added": 0, "changed": 0, "same": 12, "refused": 0, "conflict": 0}
    assert not any(tables_of(comparison.write).values())


def test_a_changed_and_a_new_record_are_told_apart() -> None:
    old = _snapshot()
    moved = replace(old.people[0], position_title="Kepala")
    new = replace(old, people=(moved, old.people[1], Person("p9", "", "BARU")))
    comparison = compare_snapshots(old, new)
    assert _only_of(comparison, RecordState.CHANGED) == [RecordOutcome("pegawai", "p0", RecordState.CHANGED)]
    assert _only_of(comparison, RecordState.ADDED) == [RecordOutcome("pegawai", "p9", RecordState.ADDED)]
    assert comparison.write.people == (moved, new.people[2])
    assert comparison.write.plans == ()


@pytest.mark.parametrize(
    "change",
    [
        {"predicate": Predicate.VERY_GOOD},
        {"state": EvaluationState.OPEN},
        {"note": "x", "version": 1},
    ],
)
def test_a_closed_evaluation_never_changes_within_its_version(change: dict[str, object]) -> None:
    old = _snapshot()
    new = replace(old, evaluations=(replace(old.evaluations[0], **change), old.evaluations[1]))  # type: ignore[arg-type]
    comparison = compare_snapshots(old, new)
    assert _only_of(comparison, RecordState.CONFLICT) == [
        RecordOutcome("penilaian", "e-p0", RecordState.CONFLICT, "version", "PKG-570")
    ]
    assert comparison.write.evaluations == ()
    assert comparison.missing == ()


def test_a_new_version_of_a_closed_evaluation_and_an_open_one_are_taken() -> None:
    old = _snapshot()
    opened = replace(old, evaluations=(replace(old.evaluations[0], state=EvaluationState.OPEN), old.evaluations[1]))
    raised = replace(old.evaluations[0], predicate=Predicate.VERY_GOOD, version=3)
    assert compare_snapshots(old, replace(old, evaluations=(raised,))).write.evaluations == (raised,)
    assert compare_snapshots(opened, old).write.evaluations == (old.evaluations[0],)


def test_a_recomputed_digest_alone_is_no_change() -> None:
    old = _snapshot()
    new = replace(old, evaluations=tuple(replace(one, digest="other") for one in old.evaluations))
    assert compare_snapshots(old, new).counts["same"] == 12


def test_absence_is_listed_and_never_deletes() -> None:
    old = _snapshot()
    comparison = compare_snapshots(old, replace(old, people=old.people[:1], evaluations=()))
    assert comparison.missing == (("pegawai", "p1"), ("penilaian", "e-p0"), ("penilaian", "e-p1"))
    assert comparison.removed == ()
    assert _applied(old, comparison) == old


def test_a_refused_record_is_counted_and_not_missing() -> None:
    old = _snapshot()
    refused = (RecordOutcome("pegawai", "p1", RecordState.REFUSED, "unit_id", "PKG-552"),)
    comparison = compare_snapshots(old, replace(old, people=old.people[:1]), refused)
    assert comparison.missing == ()
    assert comparison.counts == {"added": 0, "changed": 0, "same": 11, "refused": 1, "conflict": 0}


def test_a_removal_said_aloud_is_carried_out() -> None:
    old = _snapshot()
    said = Tombstone("rencana", "s-p1", "Dicatat dua kali")
    new = replace(old, plans=old.plans[:1], tombstones=(said,))
    comparison = compare_snapshots(old, new)
    assert (comparison.removed, comparison.missing) == ((said,), ())
    after = _applied(old, comparison)
    assert after.plans == old.plans[:1]
    again = compare_snapshots(after, new)
    assert (again.removed, again.counts["changed"]) == ((), 0)


@pytest.mark.parametrize(
    ("tombstone", "code"),
    [
        (Tombstone("rencana", "s-p0", "x"), "PKG-571"),
        (Tombstone("penilaian", "e-p1", "x"), "PKG-572"),
    ],
)
def test_a_removal_that_contradicts_the_records_is_a_conflict(tombstone: Tombstone, code: str) -> None:
    old = _snapshot()
    new = replace(old, evaluations=old.evaluations[:1], tombstones=(tombstone,))
    comparison = compare_snapshots(old, new)
    assert comparison.removed == ()
    assert [outcome.code for outcome in _only_of(comparison, RecordState.CONFLICT)] == [code]
    assert _applied(old, comparison) == old


def test_a_late_package_counts_for_its_period_but_not_for_the_register() -> None:
    now = _snapshot()
    older = replace(
        now,
        people=(replace(now.people[0], name="NAMA LAMA"), Person("p7", "", "SUDAH PINDAH")),
        evaluations=(*now.evaluations, _closed("p7")),
    )
    comparison = compare_snapshots(now, older, newer=Newer(periods=(parse_period("2025-TW4"),)))
    assert comparison.write.people == (older.people[1],)
    assert comparison.write.evaluations == (older.evaluations[2],)
    assert comparison.missing == ()
    assert comparison.overtaken == {("pegawai", "p7")}, "newer files no longer have this person"


def test_plans_of_another_year_count_although_a_newer_file_came_first() -> None:
    now = _snapshot()
    changed = replace(now, plans=(replace(now.plans[0], post="Arsiparis"), *now.plans[1:]))
    same_year = compare_snapshots(now, changed, newer=Newer(periods=(parse_period("2025-TW4"),)))
    assert not same_year.write.plans
    next_year = compare_snapshots(now, changed, newer=Newer(periods=(parse_period("2026-TW1"),)))
    assert next_year.write.plans == changed.plans[:1]


def test_what_a_newer_file_removed_does_not_come_back_unless_a_closed_evaluation_needs_it() -> None:
    now = _snapshot()
    without = replace(now, people=now.people[1:], lines=now.lines[1:], plans=now.plans[1:], evaluations=())
    newer = Newer(periods=(parse_period("2025-TW4"),), removed=frozenset({("pegawai", now.people[0].person_id)}))
    older = replace(now, evaluations=())
    comparison = compare_snapshots(without, older, newer=newer)
    assert not comparison.write.people and not comparison.write.lines and not comparison.write.plans
    needed = replace(now, evaluations=(_closed(now.people[0].person_id),))
    assert compare_snapshots(without, needed, newer=newer).write.people == now.people[:1]


def test_what_points_at_nothing_is_refused_with_all_that_hangs_on_it() -> None:
    whole = _snapshot()
    units = (OrgUnit("u", "Dinas", parent_id="v"), OrgUnit("v", "Biro", parent_id="gone"), OrgUnit("w", "Badan"))
    people = (whole.people[0], replace(whole.people[1], unit_id="w"))
    clean, refused = refuse_dangling(replace(whole, units=units, people=people))
    assert clean.units == (units[2],)
    assert clean.people == (people[1],)
    assert [plan.plan_id for plan in clean.plans] == ["s-p1"]
    assert [(one.table, one.record_id, one.column) for one in refused] == [
        ("unit", "v", "parent_id"),
        ("unit", "u", "parent_id"),
        ("pegawai", "p0", "unit_id"),
        ("atasan", "p0", "person_id"),
        ("rencana", "s-p0", "person_id"),
        ("realisasi", "i-p0@2025", "indicator_id"),
        ("capaian", "u@2025", "unit_id"),
        ("penilaian", "e-p0", "person_id"),
    ]
    assert refuse_dangling(clean) == (clean, ())


CHANGES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["name", "note", "version", "drop", "level"])), max_size=6
)


@settings(max_examples=100)
@given(CHANGES, CHANGES)
def test_counts_add_up_and_a_second_time_changes_nothing(
    first: list[tuple[int, str]], second: list[tuple[int, str]]
) -> None:
    old, new = _altered(first), _altered(second)
    comparison = compare_snapshots(old, new)
    assert sum(comparison.counts.values()) == sum(map(len, tables_of(new).values()))
    held = _applied(old, comparison)
    again = compare_snapshots(held, new)
    assert (again.counts["added"], again.counts["changed"]) == (0, 0)
    assert again.counts["conflict"] == comparison.counts["conflict"]
    assert {record_id(one) for one in old.evaluations} <= {record_id(one) for one in held.evaluations}


def _altered(changes: list[tuple[int, str]]) -> Snapshot:
    """A snapshot after some edits at the agency, careless ones included."""
    snapshot = _snapshot(people=4)
    for number, change in changes:
        people, evaluations = list(snapshot.people), list(snapshot.evaluations)
        if change == "drop":
            people = [one for one in people if one.person_id != f"p{number}"]
        elif change == "name":
            people = [replace(one, name=one.name + "X") if one.person_id == f"p{number}" else one for one in people]
        elif change == "note":
            evaluations[number] = replace(evaluations[number], note="diubah")
        elif change == "version":
            evaluations[number] = replace(evaluations[number], version=evaluations[number].version + 1, note="baru")
        else:
            snapshot = replace(snapshot, levels=(OrganisationLevel("u", YEAR, OrgLevel.OUTSTANDING),))
        snapshot = replace(snapshot, people=tuple(people), evaluations=tuple(evaluations))
    return snapshot
