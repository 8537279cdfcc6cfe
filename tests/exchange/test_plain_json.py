"""Strict JSON: what a careful writer would not have written is turned away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.exchange.plain_json import JsonFault, read_json, write_json, write_json_page

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdef", max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(value=VALUES)
def test_a_value_survives_both_spellings(value: object) -> None:
    assert read_json(write_json(value)) == value
    assert read_json(write_json_page(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[1,]",
        b"[NaN]",
        b"[Infinity]",
        b"[-Infinity]",
        b"[1.5]",
        b"[1e5]",
        b"[1234567890123456789012]",
        b'{"a":1,"a":2}',
        b'["\\ud800"]',
        b'{"\\udfff":1}',
        b"\xef\xbb\xbf[]",
        b"\xff\xfe[\x00",
        b"[" * 100_000,
        b"[" * 14 + b"]" * 14,
        b'["a\nb"]',
        b"'a'",
        b"[1] [2]",
        b"// x\n[]",
    ],
)
def test_careless_or_hostile_texts_are_refused(text: bytes) -> None:
    with pytest.raises(JsonFault):
        read_json(text)


def test_a_text_beyond_the_limit_is_not_even_parsed() -> None:
    with pytest.raises(JsonFault, match="too long"):
        read_json(b'"' + b"x" * 50 + b'"', max_size=20)
