"""What a list can be filtered by: a named filter with values to keep, each with its words and how many lines it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from meritdesk.ui.line_table import Line, LineTable

MOST_VALUES = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter can keep, its words, and how many lines have it where that is known."""

    value: str
    words: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter of a list.

    ``choices`` are what can be kept (asked on the lane when ``is_read``, since they come from the store). ``keeps``
    decides for a line that is here; a list that comes in blocks leaves it out and reads accordingly. One of which only
    one value can be kept ``is_single``; one that ``is_remembered`` stays from one day to the next, so its values name
    nobody.
    """

    key: str
    title: Callable[[], str]
    choices: Callable[[], Sequence[Choice]]
    keeps: Callable[[object, frozenset[str]], bool] | None = None
    is_read: bool = False
    is_single: bool = False
    is_remembered: bool = False


def column_facet(table: LineTable[Line], column: int, lines: Callable[[], Sequence[Line]]) -> Facet:
    """A filter by the words of one column, as a spreadsheet offers it: every value there is, and how often."""

    def choices() -> Sequence[Choice]:
        counted = Counter(table.shown(line, column) for line in lines())
        ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0].casefold()))[:MOST_VALUES]
        return [
            Choice(words, words or "–", count) for words, count in sorted(ranked, key=lambda one: one[0].casefold())
        ]

    def keeps(line: object, values: frozenset[str]) -> bool:
        return table.shown(line, column) in values  # type: ignore[arg-type]

    return Facet(table.columns(column).name.lower(), lambda: table.heading(column), choices, keeps)
