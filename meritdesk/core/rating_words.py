"""Ratings as clerks write them: the letters of the grid, words and half words, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from meritdesk.core.evaluation import Rating

KEYS = {"A": Rating.ABOVE, "S": Rating.MEETS, "B": Rating.BELOW}
"""The letters are the clerk's: di Atas, Sesuai, di Bawah."""

_WORDS: Mapping[str, Rating] = {
    "a": Rating.ABOVE, "di atas": Rating.ABOVE, "diatas": Rating.ABOVE, "atas": Rating.ABOVE,
    "di atas ekspektasi": Rating.ABOVE, "diatas ekspektasi": Rating.ABOVE,
    "above": Rating.ABOVE, "above expectation": Rating.ABOVE, "above expectations": Rating.ABOVE,
    "s": Rating.MEETS, "sesuai": Rating.MEETS, "sesuai ekspektasi": Rating.MEETS,
    "meets": Rating.MEETS, "meets expectation": Rating.MEETS, "meets expectations": Rating.MEETS,
    "as expected": Rating.MEETS, "meeting expectations": Rating.MEETS,
    "b": Rating.BELOW, "di bawah": Rating.BELOW, "dibawah": Rating.BELOW, "bawah": Rating.BELOW,
    "di bawah ekspektasi": Rating.BELOW, "dibawah ekspektasi": Rating.BELOW,
    "below": Rating.BELOW, "below expectation": Rating.BELOW, "below expectations": Rating.BELOW,
}  # fmt: skip


def read_rating(text: str, labels: Mapping[str, Rating] | None = None) -> Rating | None:
    """A rating as clerks write it; a ``KeyError`` says that it is none. An empty cell clears."""
    bare = re.sub(r"\s+", " ", text).strip().casefold()
    if not bare or bare in ("-", "—"):
        return None
    if labels and bare in labels:
        return labels[bare]
    return _WORDS[bare]
