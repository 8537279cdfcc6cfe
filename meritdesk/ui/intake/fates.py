"""The fate of every row of an imported file, as lines for the preview and as a list to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path

from meritdesk.core.errors import RowFault
from meritdesk.messages import Messages
from meritdesk.services.changes import CONFLICTS, Counts, ImportOutcome, RowOutcome

# A cell that begins with one of these is a formula to a spreadsheet (faults: the list is opened in Excel).
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_NIP_LENGTH = 18
DOUBT_CODE = "IMP-279"


class Fate(StrEnum):
    """What came of a row; a remark is a doubt about a row that was taken all the same."""

    REFUSED = "REFUSED"
    DOUBT = "DOUBT"
    CONFLICT = "CONFLICT"
    REMARK = "REMARK"
    CHANGED = "CHANGED"
    ADDED = "ADDED"
    SAME = "SAME"
    LEFT_OUT = "LEFT_OUT"


OPEN_FATES = frozenset({Fate.REFUSED, Fate.DOUBT, Fate.CONFLICT})
"""What a clerk still has to mend or to decide."""


@dataclass(frozen=True, slots=True)
class FateLine:
    """One row of the file with its fate; ``code`` and ``told`` say why it was refused, ``then`` what to do.

    ``changes`` says in words what a row that is taken changes, old and new.
    """

    row: int
    fate: Fate
    key: str
    label: str
    fields: tuple[str, ...] = ()
    code: str = ""
    told: str = ""
    then: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the clerk still has to do something about it."""
        return self.fate in OPEN_FATES


def fate_lines(
    outcome: ImportOutcome, messages: Messages, left_out: Iterable[tuple[int, str, str]] = ()
) -> tuple[FateLine, ...]:
    """Every row of an outcome, what the clerk must look at first; ``left_out`` are row, key and name of those aside."""
    named = {row.row: row for row in outcome.rows}
    conflicts = outcome.counts.conflict
    lines = [_faulty(fault, _fate_of(fault, conflicts), messages) for fault in outcome.refused]
    for remark in outcome.remarks:
        line = _faulty(remark, Fate.REMARK, messages)
        known = named.get(remark.row)
        lines.append(
            FateLine(line.row, line.fate, known.key, known.label, line.fields, line.code, line.told, line.then)
            if known
            else line
        )
    lines += [_taken(row, messages) for row in outcome.rows]
    lines += [FateLine(row, Fate.LEFT_OUT, key, label) for row, key, label in left_out]
    order = {fate: place for place, fate in enumerate(Fate)}
    return tuple(sorted(lines, key=lambda line: (order[line.fate], line.row)))


def count_of(counts: Counts, fate: Fate, lines: Sequence[FateLine]) -> int:
    """How many rows met a fate; the counts of the outcome, and remarks as they stand in the list."""
    if fate in (Fate.REMARK, Fate.DOUBT, Fate.LEFT_OUT):
        return sum(1 for line in lines if line.fate is fate)
    if fate is Fate.CONFLICT:
        return counts.conflict - count_of(counts, Fate.DOUBT, lines)
    return int(getattr(counts, fate.value.lower()))


def refused_list(lines: Sequence[FateLine], headings: Sequence[str]) -> bytes:
    """Refused and doubtful rows as CSV that Excel in Indonesia opens with a double click: BOM and semicolons.

    No cell can act as a formula, and a NIP is marked as text so that the spreadsheet does not destroy it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    for line in lines:
        if line.is_open or line.fate is Fate.REMARK:
            cells = (str(line.row), line.key, line.label, ", ".join(line.fields), line.code, line.told, line.then)
            writer.writerow([safe_cell(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def write_refused_list(lines: Sequence[FateLine], headings: Sequence[str], path: Path) -> Path:
    """Write the list aside and then put it in its place, so that a full disk leaves no half file."""
    aside = path.with_name(f"{path.name}.part")
    try:
        aside.write_bytes(refused_list(lines, headings))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return path


def safe_cell(cell: str) -> str:
    """A cell that a spreadsheet takes as text."""
    is_nip = len(cell) == _NIP_LENGTH and cell.isdecimal()
    return f"'{cell}" if is_nip or cell.startswith(_FORMULA_SIGNS) else cell


def _taken(row: RowOutcome, messages: Messages) -> FateLine:
    """A row that is new, changed or the same, with what it changes in the words of the office."""
    changes = tuple((one.name, _word(one.old, messages), _word(one.new, messages)) for one in row.differences)
    return FateLine(row.row, Fate[row.state.upper()], row.key, row.label, row.fields, changes=changes)


def _word(value: str | Enum, messages: Messages) -> str:
    return messages.label_of(value) if isinstance(value, Enum) else messages.dated(messages.worded(value))


def _faulty(fault: RowFault, fate: Fate, messages: Messages) -> FateLine:
    told, then = messages.refusal(fault.code, fault.facts)
    key = str(fault.facts.get("nip", "") or fault.facts.get("cell", "") or "")
    label = str(fault.facts.get("name", "") or fault.facts.get("unit", "") or "")
    fields = (fault.column,) if fault.column else ()
    return FateLine(fault.row, fate, key, label, fields, fault.code, told, then)


def _fate_of(fault: RowFault, conflicts: int) -> Fate:
    """Conflicts carry codes of their own: a contradiction with what is known, not a mistake in the row."""
    if fault.code == DOUBT_CODE:
        return Fate.DOUBT
    return Fate.CONFLICT if conflicts and fault.code in CONFLICTS else Fate.REFUSED
