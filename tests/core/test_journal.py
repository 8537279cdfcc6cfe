"""A change set says exactly what differs, and its reverse takes exactly that back out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.journal import FieldChange, apply, difference, reverse

SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
ROWS = st.fixed_dictionaries({"a": SCALARS, "b": SCALARS, "c": SCALARS})
STATES = st.none() | ROWS


def test_equal_rows_make_no_change():
    assert difference("t", "1", {"a": 1}, {"a": 1}) is None
    assert difference("t", "1", None, None) is None


def test_only_differing_fields_are_noted():
    change = difference("t", "1", {"a": 1, "b": "x"}, {"a": 2, "b": "x"})
    assert change is not None
    assert (change.kind, change.fields) == ("change", {"a": FieldChange(1, 2)})


@given(before=STATES, after=STATES)
def test_a_change_leads_from_before_to_after_and_its_reverse_leads_back(before, after):
    change = difference("t", "1", before, after)
    if change is None:
        assert before == after
        return
    assert apply(change, before) == after
    assert apply(reverse([change])[0], after) == before


@given(states=st.lists(STATES, min_size=2, max_size=8))
def test_a_series_of_changes_is_taken_back_last_first(states):
    changes = [difference("t", "1", old, new) for old, new in pairwise(states)]
    made = [change for change in changes if change is not None]
    state = states[-1]
    for change in reverse(made):
        state = apply(change, state)
    assert state == states[0]


@given(before=STATES, after=STATES)
def test_reversing_twice_is_the_change_itself(before, after):
    change = difference("t", "1", before, after)
    made = [change] if change else []
    assert list(reverse(reverse(made))) == made
