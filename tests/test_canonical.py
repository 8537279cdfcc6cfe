"""The fast spelling of canonical JSON is that of the reference, byte for byte, and refuses what it refuses."""

from enum import StrEnum

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.canonical import canonical_json

names = st.text(max_size=6)
leaves = (
    st.none() | st.booleans() | st.text(max_size=12) | st.integers(-(2**53) - 2, 2**53 + 2) | st.floats(allow_nan=True)
)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=5), max_leaves=20
)


def spelled(value: object, by) -> object:
    try:
        return by(value)
    except rfc8785.CanonicalizationError as fault:
        return type(fault)


@given(values)
def test_every_value_is_spelled_as_the_reference_spells_it(value: object):
    assert spelled(value, canonical_json) == spelled(value, rfc8785.dumps)


def test_every_character_is_spelled_as_the_reference_spells_it():
    letters = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert canonical_json(letters) == rfc8785.dumps(letters)


@pytest.mark.parametrize(
    "value",
    [
        {"\ue000": 1, "\U00010000": 2},
        {"b": 1, "a": {"é": "x", "z": [1, None, True]}},
        [2**53 - 1, -(2**53) + 1],
        (1, "a"),
        {"state": StrEnum("State", ["CLOSED"]).CLOSED},
        1.5,
        '\x00\x1f\x7f\u2028/\\"',
    ],
)
def test_names_beyond_ascii_large_numbers_and_fractions_are_spelled_alike(value: object):
    assert canonical_json(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", [2**53, {"a": -(2**53)}, "\ud800", {"a": ["\udfff"]}, float("nan"), {"a": object()}])
def test_what_cannot_be_said_exactly_is_refused_by_both(value: object):
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical_json(value)


def test_a_record_is_spelled_without_the_slow_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rfc8785, "dumps", lambda _value: pytest.fail("the reference was asked"))
    record = {
        "evaluation_id": "7101-1-2025",
        "version": 1,
        "note": "Baik—sekali",
        "parties": [{"name": "A", "nip": ""}],
    }
    assert canonical_json(record).startswith(b'{"evaluation_id":"7101-1-2025","note"')
