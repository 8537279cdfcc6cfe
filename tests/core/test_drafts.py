"""A draft knows what it was made from: what changed meanwhile is shown with what was typed, and nothing is mixed."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.drafts import Draft, clashes, fields_of, is_stale, merged

NAMES = st.sampled_from(["a", "b", "c"])
VALUES = st.dictionaries(NAMES, st.sampled_from(["", "x", "y", "z"]), min_size=3, max_size=3)


def made(base: dict[str, str], typed: dict[str, str]) -> Draft:
    return Draft("editor", "subject", "", fields_of(base), fields_of(typed), datetime(2025, 1, 1, tzinfo=UTC))


def test_a_field_typed_in_that_was_also_changed_in_the_store_shows_both_values():
    draft = made({"a": "old", "b": "old"}, {"a": "typed", "b": "old"})
    stored = fields_of({"a": "stored", "b": "stored too"})
    assert is_stale(draft, stored)
    assert [(one.name, one.before, one.stored, one.typed) for one in clashes(draft, stored)] == [
        ("a", "old", "stored", "typed")
    ]
    assert merged(draft, stored) == fields_of({"a": "typed", "b": "stored too"})


def test_the_same_words_on_both_sides_are_no_clash():
    draft = made({"a": "old"}, {"a": "new"})
    assert is_stale(draft, fields_of({"a": "new"}))
    assert clashes(draft, fields_of({"a": "new"})) == ()


@given(base=VALUES, typed=VALUES, stored=VALUES)
def test_going_on_never_loses_a_typed_word_and_never_brings_an_old_one_back(base, typed, stored):
    draft = made(base, typed)
    after = dict(merged(draft, fields_of(stored)))
    assert set(after) == set(stored)
    for name, value in after.items():
        assert value == (typed[name] if typed[name] != base[name] else stored[name])
    if fields_of(base) == fields_of(stored):
        assert not is_stale(draft, fields_of(stored)) and dict(merged(draft, fields_of(stored))) == typed
