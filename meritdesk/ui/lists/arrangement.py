"""What a list shows and in which order: search words, kept values, sort keys; carried out on lines that are here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from meritdesk.ui.giving_way import WindowTurns

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a list is narrowed and ordered.

    ``kept`` names for each filter the values that stay, any of them; ``order`` the columns sorted by, the first
    counting most, each with whether it falls. Without an order the lines stand as they were given.
    """

    search: str = ""
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)
    order: tuple[tuple[int, bool], ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether something is filtered away."""
        return bool(self.search.strip()) or any(self.kept.values())

    def keeping(self, facet: str, values: Iterable[str]) -> Arrangement:
        """The same list with other values of one filter; no values take the filter out."""
        kept = {name: one for name, one in self.kept.items() if name != facet}
        wanted = frozenset(values)
        return replace(self, kept={**kept, facet: wanted} if wanted else kept)

    def only(self, facet: str) -> str:
        """The value of a filter that keeps just one; empty when it keeps several or everything."""
        values = self.kept.get(facet, frozenset())
        return next(iter(values)) if len(values) == 1 else ""

    def sorted_by(self, column: int, is_added: bool) -> Arrangement:
        """What a click on a heading means: rising, falling, as given again; added it becomes a further key."""
        falls = dict(self.order).get(column)
        if not is_added:
            return replace(self, order=() if falls else ((column, falls is not None),))
        if falls is None:
            return replace(self, order=(*self.order, (column, False)))
        turned = tuple((one, way or one == column) for one, way in self.order if one != column or not falls)
        return replace(self, order=turned)


@dataclass(frozen=True, slots=True)
class Ways:
    """How the lines of one list are searched, kept and compared."""

    searched: Callable[[object], str]
    keeps: Mapping[str, Callable[[object, frozenset[str]], bool]]
    value: Callable[[object, int], object]

    def politely(self, turns: WindowTurns) -> Ways:
        """The same beside the window, which goes first."""
        keeps = {key: turns.politely(keeps) for key, keeps in self.keeps.items()}
        return Ways(turns.politely(self.searched), keeps, turns.politely(self.value))


def arrange(lines: Sequence[Line], arrangement: Arrangement, ways: Ways) -> list[Line]:
    """The lines that stay, in their order; equal lines keep the order in which they were given."""
    shown = list(lines)
    for facet, values in arrangement.kept.items():
        keeps = ways.keeps.get(facet)
        if values and keeps is not None:
            shown = [line for line in shown if keeps(line, values)]
    words = arrangement.search.casefold().split()
    if words:
        searched = ways.searched
        shown = [line for line in shown if _has_all(searched(line).casefold(), words)]
    for column, falls in reversed(arrangement.order):
        value = ways.value
        if falls:
            shown.sort(key=lambda line: _falling(value(line, column)), reverse=True)
        else:
            shown.sort(key=lambda line: _rising(value(line, column)))
    return shown


def _has_all(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _rising(value: object) -> tuple[int, object]:
    rank, key = sort_key(value)
    return (_BLANK if rank == _BLANK else rank, key)


def _falling(value: object) -> tuple[int, object]:
    rank, key = sort_key(value)
    return (-1 if rank == _BLANK else rank, key)


_NUMBER, _DAY, _WORDS, _BLANK = range(4)
_EPOCH = date(1970, 1, 1).toordinal()


def sort_key(value: object) -> tuple[int, object]:
    """A key that never raises: figures, then days, then words without regard to capitals; blanks are told apart."""
    if value is None or value == "":
        return _BLANK, 0
    if isinstance(value, bool | int | float | Decimal):
        return _NUMBER, value
    if isinstance(value, datetime):
        return _DAY, value.timestamp()
    if isinstance(value, date):
        return _DAY, (value.toordinal() - _EPOCH) * 86_400
    if isinstance(value, Enum):
        value = value.value
    return _WORDS, str(value).casefold()
