"""Whoever goes through many lines rests in between, where somebody waits and only there."""

from __future__ import annotations

from meritdesk.courtesy import LOOK_EVERY, politely, resting


def test_the_lines_are_the_same_with_and_without_somebody_who_waits() -> None:
    rests: list[int] = []
    lines = list(range(3 * LOOK_EVERY + 1))
    assert list(politely(lines)) == lines
    with resting(lambda: rests.append(1)):
        assert list(politely(lines)) == lines
    assert len(rests) == 3
    assert list(politely(lines)) == lines
    assert len(rests) == 3
