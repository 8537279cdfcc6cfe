"""What the keyboard does to the grid, as values: keys, pasted blocks, fill down, each cell taken or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
LONGEST_TEXT = 2000

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


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell with what is to stand in it; ``None`` clears a rating."""

    row: int
    column: GridColumn
    value: Rating | str | None


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """One cell that cannot take what was typed or pasted: its place, the text, and the code of the reason."""

    row: int
    column: GridColumn
    text: str
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be saved for one person."""

    person_id: str
    result: Rating | None
    behaviour: Rating | None
    reason: str
    note: str


def read_rating(text: str, labels: Mapping[str, Rating] | None = None) -> Rating | None:
    """A rating as clerks write it; a ``KeyError`` says that it is none. An empty cell clears."""
    bare = re.sub(r"\s+", " ", text).strip().casefold()
    if not bare or bare in ("-", "—"):
        return None
    if labels and bare in labels:
        return labels[bare]
    return _WORDS[bare]


def pasted(
    text: str,
    corner: tuple[int, int],
    lines: Sequence[RatingLine],
    rows: Sequence[int] = (),
    labels: Mapping[str, Rating] | None = None,
) -> tuple[tuple[Entry, ...], tuple[RefusedCell, ...]]:
    """A block from the clipboard laid on the grid from a corner; every cell is an entry or refused with a reason.

    A single cell pasted over several selected ``rows`` is repeated in each of them, as in Excel.
    """
    block = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    places = _places(block, corner, rows)
    entries: list[Entry] = []
    refused: list[RefusedCell] = []
    for row, column, cell in places:
        fault = _fault(row, column, cell, lines)
        if fault is not None:
            refused.append(fault)
            continue
        grid_column = GridColumn(column)
        if grid_column in TEXTS:
            entries.append(Entry(row, grid_column, cell.strip()))
            continue
        try:
            entries.append(Entry(row, grid_column, read_rating(cell, labels)))
        except KeyError:
            refused.append(RefusedCell(row, grid_column, cell, "UI-721", lines[row].name))
    return tuple(entries), tuple(refused)


def filled_down(cells: Iterable[tuple[int, int]], lines: Sequence[RatingLine]) -> tuple[Entry, ...]:
    """The topmost cell of each selected column repeated in the selected rows below it; closed rows are passed over."""
    by_column: dict[int, list[int]] = {}
    for row, column in cells:
        by_column.setdefault(column, []).append(row)
    entries = []
    for column, rows in sorted(by_column.items()):
        if column not in OPEN_COLUMNS or len(rows) < 2:
            continue
        rows.sort()
        value = value_of(lines[rows[0]], GridColumn(column))
        entries += [Entry(row, GridColumn(column), value) for row in rows[1:] if not is_closed(lines[row])]
    return tuple(entries)


def copied(cells: Iterable[tuple[int, int]], shown: Mapping[tuple[int, int], str]) -> str:
    """The smallest block around the selected cells as tab separated text; cells outside the selection stay empty."""
    chosen = set(cells)
    if not chosen:
        return ""
    rows = range(min(row for row, _ in chosen), max(row for row, _ in chosen) + 1)
    columns = range(min(column for _, column in chosen), max(column for _, column in chosen) + 1)
    block = [
        "\t".join(_one_line(shown.get((row, column), "")) if (row, column) in chosen else "" for column in columns)
        for row in rows
    ]
    return "\n".join(block)


def verdicts(entries: Iterable[Entry], lines: Sequence[RatingLine]) -> dict[int, RatingLine]:
    """The lines as they will be once the entries are in; lines that stay equal are left out."""
    changed: dict[int, RatingLine] = {}
    for entry in entries:
        line = changed.get(entry.row, lines[entry.row])
        if entry.column is GridColumn.RESULT:
            line = replace(line, result_rating=entry.value)  # type: ignore[arg-type]
        elif entry.column is GridColumn.BEHAVIOUR:
            line = replace(line, behaviour_rating=entry.value)  # type: ignore[arg-type]
        elif entry.column is GridColumn.REASON:
            line = replace(line, reason=str(entry.value or ""))
        else:
            line = replace(line, note=str(entry.value or ""))
        changed[entry.row] = line
    return {row: line for row, line in changed.items() if line != lines[row]}


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


def verdict_of(line: RatingLine) -> Verdict:
    """What is saved of a line."""
    return Verdict(line.person_id, line.result_rating, line.behaviour_rating, line.reason, line.note)


def _places(block: list[list[str]], corner: tuple[int, int], rows: Sequence[int]) -> list[tuple[int, int, str]]:
    top, left = corner
    if len(block) == 1 and len(rows) > 1:
        return [(row, left + column, cell) for row in rows for column, cell in enumerate(block[0])]
    return [(top + row, left + column, cell) for row, cells in enumerate(block) for column, cell in enumerate(cells)]


def _fault(row: int, column: int, cell: str, lines: Sequence[RatingLine]) -> RefusedCell | None:
    if row >= len(lines) or column not in GridColumn._value2member_map_:
        where = GridColumn(min(column, GridColumn.NOTE))
        return RefusedCell(row, where, cell, "UI-722")
    line = lines[row]
    if column not in OPEN_COLUMNS:
        return RefusedCell(row, GridColumn(column), cell, "UI-723", line.name)
    if is_closed(line):
        return RefusedCell(row, GridColumn(column), cell, "UI-724", line.name)
    if column in TEXTS and len(cell) > LONGEST_TEXT:
        return RefusedCell(row, GridColumn(column), cell, "UI-725", line.name)
    return None


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
