"""States of a package only move forward, whatever receipts come in whatever order (faults F60)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.handover import ReceiptCode
from meritdesk.core.sending import OPEN_STATES, SendingState, advance, seen_as

EVENTS = [*map(str, OPEN_STATES), *(code.value for code in ReceiptCode)]


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        ("PACKED", "ON_STICK", "ON_STICK"),
        ("ON_STICK", "PACKED", "ON_STICK"),
        ("ON_STICK", "UNCONFIRMED", "UNCONFIRMED"),
        ("UNCONFIRMED", "ON_STICK", "UNCONFIRMED"),
        ("PACKED", "A", "A"),
        ("ON_STICK", "R", "R"),
        ("UNCONFIRMED", "F", "F"),
        ("R", "E", "E"),
        ("R", "D", "R"),
        ("R", "UNCONFIRMED", "R"),
        ("F", "R", "F"),
        ("F", "A", "A"),
        ("S", "A", "A"),
        ("A", "R", "A"),
        ("A", "F", "A"),
        ("A", "E", "A"),
        ("E", "A", "E"),
        ("A", "ON_STICK", "A"),
        ("A", "unheard of", "A"),
    ],
)
def test_every_step_is_forward(state: str, event: str, after: str) -> None:
    assert advance(state, event) == after


@given(st.lists(st.sampled_from(EVENTS), max_size=12))
def test_no_order_of_events_takes_a_state_back(events: list[str]) -> None:
    state = SendingState.PACKED.value
    for event in events:
        after = advance(state, event)
        assert advance(after, state) == after, "what was before never comes back"
        state = after
    if {"A", "E"} & set(events):
        assert state in ("A", "E")


def test_the_clerk_sees_one_of_six_states() -> None:
    assert {seen_as(event) for event in EVENTS} == set(SendingState)
    assert seen_as("D") is SendingState.ACCEPTED and seen_as("E") is SendingState.NEEDS_WORK
