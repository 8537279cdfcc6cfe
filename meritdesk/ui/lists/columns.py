"""Which columns of a list are shown, in which order and how wide; remembered on this PC, since it names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSettings


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in their order, which of them are hidden, and the widths that the clerk drew."""

    order: tuple[int, ...]
    hidden: frozenset[int] = frozenset()
    widths: tuple[tuple[int, int], ...] = ()

    @property
    def shown(self) -> tuple[int, ...]:
        """What is shown, from left to right."""
        return tuple(column for column in self.order if column not in self.hidden)

    def drawn(self, column: int, width: int) -> Columns:
        """The same with a width of the clerk's own."""
        kept = {**dict(self.widths), column: width}
        return replace(self, widths=tuple(sorted(kept.items())))

    def showing(self, columns: Sequence[int]) -> Columns:
        """Exactly these columns in this order; the others wait behind them, hidden."""
        known = [column for column in dict.fromkeys(columns) if column in self.order]
        if not known:
            return self
        rest = [column for column in self.order if column not in known]
        return replace(self, order=(*known, *rest), hidden=frozenset(rest))


class ColumnMemory:
    """The columns of one list as this user left them."""

    def __init__(self, list_key: str, names: Sequence[str], hidden: frozenset[int]) -> None:
        self._place = f"lists/{list_key}"
        self._names = tuple(names)
        self.at_first = Columns(tuple(range(len(self._names))), frozenset(hidden))

    def read(self) -> Columns:
        """As it was left; a column that a later version adds stands at the end."""
        settings = QSettings()
        told = [part for part in str(settings.value(f"{self._place}/columns", "")).split(",") if part]
        if not told:
            return self.at_first
        order, hidden = [], set()
        for part in told:
            name = part.lstrip("-")
            if name in self._names and self._names.index(name) not in order:
                order.append(self._names.index(name))
                if part.startswith("-"):
                    hidden.add(self._names.index(name))
        for column in self.at_first.order:
            if column not in order:
                order.append(column)
                hidden |= {column} & self.at_first.hidden
        if len(hidden) == len(order):
            return self.at_first
        return Columns(tuple(order), frozenset(hidden), self._read_widths(settings))

    def write(self, columns: Columns) -> None:
        """Remember for the next time."""
        settings = QSettings()
        told = (f"{'-' if column in columns.hidden else ''}{self._names[column]}" for column in columns.order)
        settings.setValue(f"{self._place}/columns", ",".join(told))
        settings.setValue(f"{self._place}/widths", ",".join(f"{self._names[at]}:{wide}" for at, wide in columns.widths))

    def forget(self) -> None:
        """Back to how the list comes."""
        QSettings().remove(self._place)

    def names_of(self, columns: Sequence[int]) -> tuple[str, ...]:
        """Columns by the names under which they are kept."""
        return tuple(self._names[column] for column in columns)

    def columns_of(self, names: Sequence[str]) -> tuple[int, ...]:
        """Columns of kept names; what is no longer known is left out."""
        return tuple(self._names.index(name) for name in names if name in self._names)

    def _read_widths(self, settings: QSettings) -> tuple[tuple[int, int], ...]:
        found = {}
        for part in str(settings.value(f"{self._place}/widths", "")).split(","):
            name, _, width = part.partition(":")
            if name in self._names and width.isdecimal():
                found[self._names.index(name)] = int(width)
        return tuple(sorted(found.items()))
