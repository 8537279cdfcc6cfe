"""What the line below a list says of the selection: how many, and sum and mean of the figures, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Total:
    """One column of figures over the selected lines; ``count`` are the lines that have a figure."""

    column: int
    count: int
    sum: Decimal

    @property
    def mean(self) -> Decimal:
        """The mean of the lines that have a figure, to two places."""
        return (self.sum / self.count).quantize(Decimal("0.01")) if self.count else Decimal(0)


def totals(
    lines: Iterable[object], columns: Sequence[int], value: Callable[[object, int], object]
) -> tuple[Total, ...]:
    """Sum the columns of figures; what is no figure does not count, and a column without any is left out."""
    counts = dict.fromkeys(columns, 0)
    sums = dict.fromkeys(columns, Decimal(0))
    for line in lines:
        for column in columns:
            found = value(line, column)
            if isinstance(found, int | Decimal) and not isinstance(found, bool):
                counts[column] += 1
                sums[column] += found
    return tuple(Total(column, counts[column], sums[column]) for column in columns if counts[column])
