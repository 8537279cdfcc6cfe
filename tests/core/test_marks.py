"""The mark in the QR: written and read back, with and without a page, and nothing else taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.marks import DocumentMark, page_mark, parse_mark, sheet_mark

NUMBERS = st.from_regex(r"[A-Z][A-Z0-9.]{0,8}/[0-9]{4}/20[0-9]{2}/[0-9]{6}", fullmatch=True)
COUNTS = st.integers(1, 99_999)


@given(NUMBERS, COUNTS, COUNTS, st.binary(min_size=32, max_size=32), COUNTS, COUNTS)
def test_a_mark_is_read_back_as_it_was_written(number, version, copy, digest, first, second):
    page, pages = min(first, second), max(first, second)
    mark = sheet_mark(number, version, copy, digest.hex())
    assert parse_mark(mark) == DocumentMark(number, version, copy, digest.hex()[:16].upper())
    assert parse_mark(page_mark(mark, page, pages)) == DocumentMark(
        number, version, copy, digest.hex()[:16].upper(), page, pages
    )
    assert parse_mark(mark).fits(digest.hex())
    assert not parse_mark(mark).fits("0" * 63 + "1") or digest.hex().startswith("0" * 16)


def test_a_mark_of_older_paper_says_no_page():
    old = parse_mark(" MD1:D.1.1/3372/2025/000123:V1:C2:7A3B5C00F1E2D3C4\n")
    assert (old.number, old.version, old.copy, old.page, old.pages) == ("D.1.1/3372/2025/000123", 1, 2, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.go.id/tte/verifikasi",
        "MD1:D.1.1/3372/2025/000123",
        "MD1:D.1.1/3372/2025/000123:V1:C1:7a3b5c00f1e2d3c4",
        "MD1:D.1.1/3372/2025/000123:V1:C1:7A3B5C00F1E2D3C4:P0/2",
        "MD1:D.1.1/3372/2025/000123:V1:C1:7A3B5C00F1E2D3C4:P3/2",
        "MD1:D.1.1/3372/2025/000123:V1:C1:7A3B5C00F1E2D3C4:P1/2 dan lagi",
        "MD1:D.1.1/3372/2025/000123:V1:C1:7A3B5C00F1E2D3C4:P9999999/9999999",
        "MD1:D.1.1/3372/2025/000123:V99999999999999999999:C1:7A3B5C00F1E2D3C4",
    ],
)
def test_what_is_no_mark_is_not_taken_for_one(text):
    assert parse_mark(text) is None


def test_a_sheet_without_a_mark_has_none_on_its_pages():
    assert page_mark("", 1, 2) == ""
