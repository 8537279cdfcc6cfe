"""Heads of the journal as they stand on paper: printed, scanned, typed, and taken for no other agency's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.audit import HeadSource, HeldHead, head_groups, head_mark, read_head
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import AuditHead

digests = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(st.integers(0, 10**9 - 1), digests)
def test_what_is_printed_is_read_back_by_the_scanner_and_from_the_keyboard(count, digest):
    head = AuditHead(count, digest)
    scanned = read_head(head_mark("7101", head), "7101")
    typed = read_head(f" {count}   {' '.join(head_groups(digest)).upper()} ", "7101")
    assert scanned == typed == HeldHead(count, digest, HeadSource.PAPER)


def test_a_beginning_is_enough_when_it_is_long_enough():
    digest = "0123456789abcdef" * 4
    assert read_head("12 01234567 89abcdef", "7101").digest == digest[:16]
    with pytest.raises(UsageRefusal, match="AUD-101"):
        read_head("12 0123456789abcde", "7101")


@pytest.mark.parametrize("text", ["", "12", "dua belas 0123456789abcdef", "0123456789abcdef", "MDKJ1:7101:12:abc"])
def test_what_is_no_head_is_refused(text):
    with pytest.raises(UsageRefusal, match="AUD-101"):
        read_head(text, "7101")


def test_the_sheet_of_another_agency_is_refused():
    with pytest.raises(UsageRefusal, match="AUD-102"):
        read_head(head_mark("7102", AuditHead(3, "a" * 64)), "7101")
