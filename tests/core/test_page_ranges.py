"""Pages as a clerk types them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.page_ranges import pages_chosen


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("  ", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("1-3", (1, 2, 3)),
        ("1 – 2; 5", (1, 2, 5)),
        ("4-", (4, 5)),
        ("-2", (1, 2)),
        ("5, 1-2, 2", (5, 1, 2)),
    ],
)
def test_ranges_are_read_as_they_are_typed(text, pages):
    assert pages_chosen(text, 5) == pages


@pytest.mark.parametrize(
    ("text", "code"),
    [("a", "DOC-670"), ("1,,2", "DOC-670"), ("-", "DOC-670"), ("0", "DOC-671"), ("3-2", "DOC-671"), ("4-6", "DOC-671")],
)
def test_what_is_no_range_of_this_file_is_refused(text, code):
    with pytest.raises(UsageRefusal) as refusal:
        pages_chosen(text, 5)
    assert refusal.value.code == code


@given(st.text(max_size=20), st.integers(1, 40))
def test_whatever_is_typed_names_pages_of_the_file_or_is_refused(text, count):
    try:
        pages = pages_chosen(text, count)
    except UsageRefusal:
        return
    assert pages and len(set(pages)) == len(pages) and set(pages) <= set(range(1, count + 1))
