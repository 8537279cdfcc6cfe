"""The columns of the assessment grid, and what a line asks for."""

from __future__ import annotations

from enum import IntEnum

from meritdesk.core.evaluation import EvaluationState
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


def is_closed(line: RatingLine) -> bool:
    """Whether a line is final."""
    return line.state is EvaluationState.CLOSED


def asks_reason(line: RatingLine) -> bool:
    """Whether rating and suggestion differ and no reason stands there yet (V-71)."""
    differs = bool(line.suggested and line.result_rating and line.suggested.value != line.result_rating.value)
    return differs and not line.reason.strip()
