"""Notes for the journal are the same before and after they are pressed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.store import notes
from meritdesk.store.notes import NotedChange, Notes

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.builds(NotedChange, TEXTS, TEXTS, TEXTS, TEXTS), max_size=9), st.integers(0, 30))
def test_notes_come_out_as_often_as_one_likes_in_the_order_in_which_they_went_in(made, open_characters):
    kept = notes.OPEN_CHARACTERS, notes.PIECE
    notes.OPEN_CHARACTERS, notes.PIECE = open_characters, 2
    try:
        held = Notes()
        held.extend(made[:5])
        for one in made[5:]:
            held.append(one)
    finally:
        notes.OPEN_CHARACTERS, notes.PIECE = kept
    assert list(held) == made
    assert list(held) == made
    assert len(held) == len(made) and bool(held) is bool(made)
    assert all(type(one) is NotedChange for one in held)
