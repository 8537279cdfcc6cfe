"""Every table that travels between two PCs merges like the staff list: field by field, and what both changed waits."""

from __future__ import annotations

import itertools

import pytest

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.merging_rows import merge_rows
from meritdesk.core.three_way import OWN, WHOLE_RECORD
from meritdesk.core.travel import joined_key
from meritdesk.core.travel_layouts import TRAVELLING

OWNERS = {
    "unit": {"u1": {"unit_id": "u1", "name": "Dinas"}},
    "pegawai": {"p1": {"person_id": "p1", "name": "Siti"}},
    "rencana": {"k1": {"plan_id": "k1", "person_id": "p1", "version": 1}},
    "butir": {"h1": {"plan_id": "k1", "result_id": "h1", "text": "Laporan"}},
    "penilaian": {
        "e1": {"evaluation_id": "e1", "person_id": "p1", "state": EvaluationState.OPEN, "version": 1, "digest": ""}
    },
}
KNOWN = {"unit_id": "u1", "person_id": "p1", "plan_id": "k1", "result_id": "h1", "evaluation_id": "e1"}
TABLES = [one for one in TRAVELLING if not one.version and len(one.table.columns) > len(one.table.key)]


def row_of(layout, mark="1"):
    """A record of a table, hanging on what is there."""
    targets = {one.column: KNOWN[one.target] for one in layout.table.references if one.target in KNOWN}
    return {column.name: targets.get(column.name, f"{column.name}-{mark}") for column in layout.table.columns}


def key_of(layout, row):
    return joined_key(tuple(row[name] for name in layout.table.key))


def free_columns(layout):
    """What can change in a record without making it another one."""
    hung = {one.column for one in layout.table.references}
    return [one.name for one in layout.table.columns if one.name not in {*layout.table.key, *hung}]


def side(layout, *rows):
    return OWNERS | {layout.name: {key_of(layout, row): row for row in rows}}


@pytest.mark.parametrize("layout", TABLES, ids=lambda one: one.name)
def test_every_table_merges_field_by_field(layout):
    base = row_of(layout)
    key, free = key_of(layout, base), free_columns(layout)
    for column in free:
        changed = base | {column: "theirs"}
        taken = merge_rows(side(layout, base), side(layout, base), side(layout, changed), "PC02", {})
        assert taken.rows[layout.name] == {key: changed} and not taken.clashes, column
        kept = merge_rows(side(layout, base), side(layout, changed), side(layout, base), "PC02", {})
        assert kept.rows[layout.name] == {key: changed} and not kept.clashes, column
        both = merge_rows(side(layout, base), side(layout, base | {column: "mine"}), side(layout, changed), "PC02", {})
        (clash,) = both.clashes
        assert (clash.table, clash.key, clash.clash.field, clash.clash.mine, clash.clash.theirs) == (
            layout.name, key, column, "mine", "theirs",
        )  # fmt: skip
        assert (clash.clash.mine_from, clash.clash.theirs_from) == (OWN, "PC02")
        assert both.rows[layout.name][key][column] == "mine", "mine stays until a person decides"
    for one, other in itertools.pairwise(free):
        mine, theirs = base | {one: "mine"}, base | {other: "theirs"}
        found = merge_rows(side(layout, base), side(layout, mine), side(layout, theirs), "PC02", {})
        assert found.rows[layout.name] == {key: base | {one: "mine", other: "theirs"}} and not found.clashes
        assert (layout.name, key) in found.parallel
        again = merge_rows(side(layout, theirs), found.rows, side(layout, theirs), "PC02", {})
        assert again.rows[layout.name] == found.rows[layout.name] and not again.clashes, "a second time changes nothing"


@pytest.mark.parametrize("layout", TABLES, ids=lambda one: one.name)
def test_every_table_keeps_what_was_added_and_asks_where_one_removed_what_the_other_changed(layout):
    base = row_of(layout)
    fresh = {name: f"{text}-b" if name in layout.table.key and text not in KNOWN.values() else text
             for name, text in row_of(layout, "2").items()}  # fmt: skip
    key = key_of(layout, base)
    if key_of(layout, fresh) != key:
        found = merge_rows(side(layout), side(layout, base), side(layout, fresh), "PC02", {})
        assert set(found.rows[layout.name]) == {key, key_of(layout, fresh)} and not found.clashes
    for column in free_columns(layout)[:1]:
        changed = base | {column: "mine"}
        found = merge_rows(side(layout, base), side(layout, changed), side(layout), "PC02", {})
        assert found.rows[layout.name] == {key: changed}, "nothing is lost by absence"
        assert {one.clash.field for one in found.clashes} <= {WHOLE_RECORD}
