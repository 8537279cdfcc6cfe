"""Flat records in a package: whatever a store can hold comes back equal, and every column that changes is noticed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation_record import evaluation_of, evaluation_record
from meritdesk.core.handover import (
    LedgerDecision,
    LedgerVerdict,
    PackageHeader,
    PackageKind,
    RecordState,
    Snapshot,
)
from meritdesk.core.merging import compare_snapshots
from meritdesk.core.package_tables import Column, Kind
from meritdesk.core.periods import parse_period
from meritdesk.core.plan_record import record_of as plan_record
from meritdesk.core.travel import Travelling, TravelRecord, joined_key, key_parts, record_of
from meritdesk.core.travel_layouts import (
    EXPORTED,
    SUPERSEDED_EVALUATIONS,
    SUPERSEDED_PLANS,
    TRAVELLING,
    TRAVELLING_BY_NAME,
)
from meritdesk.exchange.inbox import open_package
from meritdesk.exchange.keys import keys_from_bytes
from meritdesk.exchange.label import NO_PREVIOUS
from meritdesk.exchange.records import read_snapshot, write_snapshot
from meritdesk.exchange.tables import clean_text
from meritdesk.exchange.weighing import content_digest
from meritdesk.store.notation import circumstances_text

GOLDEN = Path(__file__).with_name("golden")
TEXT = st.text(max_size=12).map(clean_text)


def _header(kind: PackageKind = PackageKind.EXPORT) -> PackageHeader:
    return PackageHeader(kind, "7101/PC02", "REG07", "2025", "aa" * 16, 1, NO_PREVIOUS, "0" * 8)


def _cell(column: Column) -> st.SearchStrategy[str]:
    """Any text that a cell of this column may hold."""
    match column.kind:
        case Kind.TEXT:
            texts = TEXT
        case Kind.KEY:
            texts = TEXT.filter(bool)
        case Kind.INTEGER:
            texts = st.integers(-(10**9), 10**9).map(str)
        case Kind.DECIMAL:
            texts = st.decimals(-(10**9), 10**9, places=2).map(lambda value: format(value, "f"))
        case Kind.DATE:
            texts = st.dates(date(1, 1, 1)).map(date.isoformat)
        case Kind.MOMENT:
            stamps = st.datetimes(datetime(1000, 1, 1), timezones=st.just(UTC))
            texts = stamps.map(lambda stamp: stamp.isoformat(timespec="microseconds"))
        case Kind.BOOLEAN:
            texts = st.sampled_from(["true", "false"])
        case Kind.CHOICE:
            assert column.choices is not None
            texts = st.sampled_from([choice.value for choice in column.choices])
        case Kind.PERIOD:
            texts = st.sampled_from(["2025", "2025-TW3", "2025-07"])
        case Kind.FACTS:
            texts = st.dictionaries(TEXT, TEXT, max_size=2).map(json.dumps)
        case Kind.JSON:
            texts = st.recursive(st.integers(-99, 99) | TEXT | st.booleans(), st.lists, max_leaves=4).map(json.dumps)
    return texts | st.just("") if column.may_be_empty else texts


OWNERS = {"pegawai": "p-1", "unit": "u-1", "butir": "r-1", "penilaian": "e-1"}


def _record(snapshot: Snapshot, layout: Travelling, cells: dict[str, str]) -> TravelRecord:
    """A record of these cells whose references hold in the sample snapshot, and whose version is a version."""
    references = {reference.column: OWNERS.get(reference.table, "x-1") for reference in layout.table.references}
    if layout.name == SUPERSEDED_EVALUATIONS:
        older = replace(snapshot.evaluations[0], version=1)
        content = rfc8785.dumps(evaluation_record(older)).decode("utf-8")  # type: ignore[arg-type]
        cells = {**cells, "content": content, "version": "1", "revision": circumstances_text(older.circumstances)}
    if layout.name == SUPERSEDED_PLANS:
        cells = {**cells, "content": json.dumps(plan_record(snapshot.plans[0])), "version": "1"}
    return record_of(layout.table, {**cells, **references})


def _whole(snapshot: Snapshot, given_layout: Travelling, record: TravelRecord) -> Snapshot:
    """The sample with one record, and with those it hangs on."""
    records = {given_layout.name: (record,)}
    for reference in given_layout.table.references:
        owner = TRAVELLING_BY_NAME.get(reference.table)
        if owner is not None:
            cells = {column.name: _plainest(column) for column in owner.table.columns}
            cells[owner.table.key[0]] = "x-1"
            parent = _record(snapshot, owner, cells)
            records[owner.name] = (parent,)
    return replace(snapshot, records=records)


def _plainest(column: Column) -> str:
    samples = {
        Kind.KEY: "x-1",
        Kind.INTEGER: "1",
        Kind.DECIMAL: "1.5",
        Kind.DATE: "2025-02-01",
        Kind.MOMENT: "2025-02-01T00:00:00.000000+00:00",
        Kind.BOOLEAN: "false",
        Kind.PERIOD: "2025",
        Kind.FACTS: "{}",
        Kind.JSON: "[]",
    }
    if column.choices is not None:
        return next(iter(column.choices)).value
    return samples.get(column.kind, "Kata")


@pytest.mark.parametrize("layout", TRAVELLING, ids=lambda layout: layout.name)
def test_any_record_comes_back_as_it_was_and_each_changed_column_is_noticed(
    snapshot: Snapshot, layout: Travelling
) -> None:
    cells = st.fixed_dictionaries({column.name: _cell(column) for column in layout.table.columns})

    @settings(max_examples=4, deadline=None)
    @given(cells, st.data())
    def returns(first: dict[str, str], data: st.DataObject) -> None:
        kind = PackageKind.HANDOVER if layout.inside else PackageKind.EXPORT
        small = replace(snapshot, tombstones=())
        whole = _whole(small, layout, _record(small, layout, first))
        arrived, refused = read_snapshot(_header(kind), write_snapshot(whole, kind=kind))
        assert (arrived, refused) == (whole, ())
        column = data.draw(st.sampled_from([c for c in layout.table.columns if c.name not in ("content", "version")]))
        other = data.draw(_cell(column).filter(lambda text: text != first[column.name]))
        changed = _whole(small, layout, _record(small, layout, {**first, column.name: other}))
        if changed != whole:
            assert content_digest(changed, kind=kind) != content_digest(whole, kind=kind)
            assert compare_snapshots(whole, changed).write.records.get(layout.name) or layout.version

    returns()


def test_a_package_of_schema_1_is_still_read_whole(tmp_path: Path, snapshot: Snapshot) -> None:
    agency = keys_from_bytes((GOLDEN / "agency.keys.json").read_bytes())
    region = keys_from_bytes((GOLDEN / "region.keys.json").read_bytes())

    def accept(header: PackageHeader, digest: str) -> LedgerDecision:
        return LedgerDecision(LedgerVerdict.NEXT)

    export = open_package(GOLDEN / "schema-1-export.merit", region, [agency.card], accept)
    assert (export.header.schema, export.snapshot, export.faults) == (1, snapshot, ())
    answer = open_package(GOLDEN / "schema-1-return.merit", agency, [region.card], accept)
    assert answer.receipt is not None and answer.receipt.package_id == export.header.package_id


def test_the_key_of_a_record_can_be_taken_apart_again() -> None:
    for parts in [("a", "b"), ("a@b", "c"), ("a\\", "@"), ("", ""), ("x",)]:
        assert key_parts(joined_key(parts)) == parts
    assert joined_key(("i-1", "2025-TW1")) == "i-1@2025-TW1"


def test_a_superseded_version_that_was_altered_refuses_the_file(snapshot: Snapshot) -> None:
    layout = TRAVELLING_BY_NAME[SUPERSEDED_EVALUATIONS]
    cells = {column.name: _plainest(column) for column in layout.table.columns}
    whole = _whole(snapshot, layout, _record(snapshot, layout, cells))
    files = write_snapshot(whole)
    path = layout.table.path
    files[path] = files[path].replace(b'""result_rating"":""ABOVE""', b'""result_rating"":""BELOW""')
    with pytest.raises(FileRefusal) as caught:
        read_snapshot(_header(), files)
    assert caught.value.code == "PKG-537"


def test_a_superseded_version_that_cannot_be_read_is_refused_alone(snapshot: Snapshot) -> None:
    layout = TRAVELLING_BY_NAME[SUPERSEDED_EVALUATIONS]
    cells = {column.name: _plainest(column) for column in layout.table.columns}
    record = _record(snapshot, layout, cells)
    for content in ("[]", '{"a":1}', '{"version":1}', "1"):
        odd = TravelRecord(record.table, record.key, {**record.fields, "content": content})
        arrived, refused = read_snapshot(_header(), write_snapshot(_whole(snapshot, layout, odd)))
        assert arrived.records == {} and [(one.table, one.column) for one in refused] == [(layout.name, "content")]


def test_a_record_that_hangs_on_nothing_falls_with_all_that_hangs_on_it(snapshot: Snapshot) -> None:
    problem, call = TRAVELLING_BY_NAME["masalah"], TRAVELLING_BY_NAME["masalah_panggilan"]
    agreement, point = TRAVELLING_BY_NAME["perjanjian"], TRAVELLING_BY_NAME["trajektori"]
    lost = record_of(call.table, {column.name: _plainest(column) for column in call.table.columns})
    head = record_of(agreement.table, {column.name: _plainest(column) for column in agreement.table.columns})
    part = record_of(point.table, {column.name: _plainest(column) for column in point.table.columns})
    whole = replace(snapshot, records={call.name: (lost,), agreement.name: (head,), point.name: (part,)})
    arrived, refused = read_snapshot(_header(), write_snapshot(whole))
    assert arrived.records == {} and problem.name not in arrived.records
    assert {(one.table, one.column, one.code) for one in refused} == {
        ("masalah_panggilan", "problem_id", "PKG-552"),
        ("perjanjian", "unit_id", "PKG-552"),
        ("trajektori", "indicator_id", "PKG-552"),
    }


def test_columns_of_a_newer_program_go_back_unchanged(snapshot: Snapshot) -> None:
    layout = TRAVELLING_BY_NAME["pengecualian"]
    cells = {column.name: _plainest(column) for column in layout.table.columns}
    plain = record_of(layout.table, {**cells, "waiver_id": "w-1"})
    newer = record_of(layout.table, {**cells, "waiver_id": "w-2", "letter_on": "2025-01-02", "amount": "12.5"})
    whole = replace(
        snapshot,
        records={layout.name: (plain, newer)},
        unknown={"penilaian": {"e-1": {"mood": "baik"}}, "capaian": {"u-1@2025": {"weight": "3"}}},
    )
    files = write_snapshot(whole)
    assert files[layout.table.path].decode("utf-8").splitlines()[0].endswith('"waived_on","amount","letter_on"')
    control = json.loads(files["data/control.json"])
    control["tables"]["pengecualian"]["totals"]["amount"] = "12.5"
    files["data/control.json"] = json.dumps(control).encode("utf-8")
    arrived, refused = read_snapshot(_header(), files)
    assert (arrived, refused) == (whole, ())
    assert write_snapshot(arrived) == write_snapshot(whole)


def test_a_superseded_version_never_changes_again(snapshot: Snapshot) -> None:
    layout = TRAVELLING_BY_NAME[SUPERSEDED_PLANS]
    cells = {column.name: _plainest(column) for column in layout.table.columns}
    first = _whole(snapshot, layout, _record(snapshot, layout, cells))
    second = _whole(snapshot, layout, _record(snapshot, layout, {**cells, "reason": "Lain"}))
    comparison = compare_snapshots(first, second)
    trouble = [one for one in comparison.outcomes if one.state is RecordState.CONFLICT]
    assert [(one.table, one.code) for one in trouble] == [(SUPERSEDED_PLANS, "PKG-570")]
    assert comparison.write.records[SUPERSEDED_PLANS] == ()


def test_an_evaluation_survives_being_a_plain_record(snapshot: Snapshot) -> None:
    for evaluation in snapshot.evaluations:
        assert evaluation_of(evaluation_record(evaluation), evaluation.digest) == evaluation
    assert parse_period("2025") == snapshot.evaluations[0].period
    with pytest.raises(ValueError, match="mood"):
        evaluation_of({**evaluation_record(snapshot.evaluations[0]), "mood": "baik"})


def test_only_a_colleague_gets_what_is_of_the_office_alone() -> None:
    only_here = {"hari_libur", "pustaka", "pelatihan", "nilai_potensi", "daftar_talenta", "rotasi",
                 "pegawai_teladan_peringkat"}  # fmt: skip
    assert {layout.name for layout in TRAVELLING} - {layout.name for layout in EXPORTED} == only_here
    secret = {"confidential", "opening", "sanction", "habit", "survey_ask", "survey_sheet"}
    assert not secret & {layout.stored_as for layout in TRAVELLING}
