"""The columns of the assessment grid, and how clerks write a rating: letters, words and initials, two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum

from meritdesk.core.evaluation import EvaluationState, Rating
from meritdesk.core.lines import RatingLine


class GridColumn(IntEnum):
    """What the assessment grid shows of a person, in the order of the work."""

    NAME = 0
    SUGGESTION = 1
    RESULT = 2
    BEHAVIOUR = 3
    PREDICATE = 4
    REASON = 5
    NOTE = 6


RATINGS = (GridColumn.RESULT, GridColumn.BEHAVIOUR)
TEXTS = (GridColumn.REASON, GridColumn.NOTE)
OPEN_COLUMNS = frozenset((*RATINGS, *TEXTS))

# The letters are the clerk's: di Atas, Sesuai, di Bawah.
KEYS = {"A": Rating.ABOVE, "S": Rating.MEETS, "B": Rating.BELOW}
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


def value_of(line: RatingLine, column: GridColumn) -> Rating | str | None:
    """What stands in an open cell."""
    if column is GridColumn.RESULT:
        return line.result_rating
    if column is GridColumn.BEHAVIOUR:
        return line.behaviour_rating
    return line.reason if column is GridColumn.REASON else line.note


def is_closed(line: RatingLine) -> bool:
    """Whether a line is final."""
    return line.state is EvaluationState.CLOSED


def asks_reason(line: RatingLine) -> bool:
    """Whether rating and suggestion differ and no reason stands there yet (V-71)."""
    differs = bool(line.suggested and line.result_rating and line.suggested.value != line.result_rating.value)
    return differs and not line.reason.strip()
