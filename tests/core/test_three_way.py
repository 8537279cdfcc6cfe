"""Merging what two sides did to one record: a table of every case, and laws that hold for all records."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.handover import RecordState
from meritdesk.core.three_way import OWN, WHOLE_RECORD, Clash, merge_record

BASE = {"name": "Siti", "grade": "III/c", "post": "Analis"}


def of(**fields):
    return BASE | fields


@pytest.mark.parametrize(
    ("mine", "theirs", "state", "fields", "is_parallel"),
    [
        (BASE, BASE, RecordState.SAME, BASE, False),
        (of(grade="III/d"), BASE, RecordState.SAME, of(grade="III/d"), False),
        (BASE, of(grade="III/d"), RecordState.CHANGED, of(grade="III/d"), False),
        (of(grade="III/d"), of(grade="III/d"), RecordState.SAME, of(grade="III/d"), False),
        (of(grade="III/d"), of(post="Arsiparis"), RecordState.CHANGED, of(grade="III/d", post="Arsiparis"), True),
    ],
)
def test_what_only_one_side_changed_is_taken(mine, theirs, state, fields, is_parallel):
    merged = merge_record(BASE, mine, theirs, "PC02")
    assert (merged.state, merged.fields, merged.is_parallel, merged.clashes) == (state, fields, is_parallel, ())


def test_one_field_changed_differently_waits_for_a_person_and_what_was_keyed_in_here_stays():
    merged = merge_record(BASE, of(grade="III/d"), of(grade="IV/a", post="Arsiparis"), "PC02")
    assert merged.state is RecordState.CONFLICT
    assert merged.fields == of(grade="III/d", post="Arsiparis")
    assert merged.clashes == (Clash("grade", "III/c", "III/d", "IV/a", OWN, "PC02"),)


def test_two_sides_that_never_agreed_clash_in_every_field_that_differs():
    merged = merge_record(None, BASE, of(name="Siti A."), "PC02")
    assert merged.clashes == (Clash("name", None, "Siti", "Siti A.", OWN, "PC02"),)


def test_a_record_that_is_merely_missing_in_the_file_stays():
    assert merge_record(BASE, BASE, None).fields == BASE


def test_a_removal_takes_an_untouched_record_away_and_asks_about_a_changed_one():
    assert merge_record(BASE, BASE, None, is_removed=True).fields is None
    asked = merge_record(BASE, of(grade="III/d"), None, "PC02", is_removed=True)
    assert asked.state is RecordState.CONFLICT and asked.clashes[0].field == WHOLE_RECORD
    assert asked.fields == of(grade="III/d")


def test_what_was_removed_here_does_not_come_back_by_itself():
    assert merge_record(BASE, None, BASE).fields is None
    asked = merge_record(BASE, None, of(grade="III/d"), "PC02")
    assert asked.state is RecordState.CONFLICT and asked.fields is None


def test_a_record_nobody_here_knew_is_added():
    assert merge_record(None, None, BASE).state is RecordState.ADDED


def test_a_field_of_a_newer_program_is_kept_and_one_it_does_not_send_stays():
    merged = merge_record(BASE, BASE, {"name": "Siti", "shift": "2"}, "PC02")
    assert merged.fields == BASE | {"shift": "2"}


values = st.fixed_dictionaries({name: st.sampled_from(["1", "2", "3", None]) for name in "abc"})


@given(values, values, values)
def test_merging_is_the_same_from_both_sides(base, one, other):
    here = merge_record(base, one, other, "B", dict.fromkeys("abc", "A"))
    there = merge_record(base, other, one, "A", dict.fromkeys("abc", "B"))
    assert here.fields == there.fields and here.is_parallel == there.is_parallel
    assert here.clashes == tuple(clash.mirrored for clash in there.clashes)


@given(values, values, values)
def test_the_same_file_again_changes_nothing(base, mine, theirs):
    once = merge_record(base, mine, theirs, "B")
    again = merge_record(theirs, once.fields, theirs, "B")
    assert again.state is RecordState.SAME and again.fields == once.fields


@given(values, values, values)
def test_no_value_is_invented_and_none_is_lost(base, mine, theirs):
    merged = merge_record(base, mine, theirs, "B")
    asked = {clash.field: {clash.mine, clash.theirs} for clash in merged.clashes}
    for name in base:
        assert merged.fields[name] in {mine[name], theirs[name]}
        for value in (mine[name], theirs[name]):
            assert value in (base[name], merged.fields[name]) or value in asked[name]


@given(values, st.lists(values, min_size=2, max_size=4))
def test_files_of_several_pcs_give_the_same_record_in_any_order(base, versions):
    """Each PC started from the same base; the values asked about are the same too, whatever came first."""
    ends = set()
    for order in permutations(range(len(versions))):
        fields, origins, asked = dict(base), {}, {name: set() for name in base}
        for number in order:
            theirs = versions[number]
            merged = merge_record(base, fields, theirs, str(number), origins)
            for clash in merged.clashes:
                asked[clash.field] |= {clash.mine, clash.theirs}
            for name in base:
                if merged.fields[name] != fields[name] or (
                    theirs[name] == fields[name] != base[name] and str(number) < origins[name]
                ):
                    origins[name] = str(number)
            fields = dict(merged.fields)
        ends.add((tuple(fields.items()), tuple((name, frozenset(found)) for name, found in asked.items())))
    assert len(ends) == 1
