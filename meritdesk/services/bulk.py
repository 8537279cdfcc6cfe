"""Changing one field of many records at once: every row has its fate, and what is good is one change set.

A line names whose record, which field, and the value: a text, a text that takes the place of another one, or what
stands in another field. Lines are judged one by one; one that is refused holds up nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.messages.reading import folded
from meritdesk.services.changes import Step, no_step
from meritdesk.services.ports import Surroundings

LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class Replacing:
    """A text that takes the place of another one wherever it stands, letter case ignored."""

    find: str
    by: str


@dataclass(frozen=True, slots=True)
class CopyOf:
    """What stands in another field of the same record."""

    what: str


Value = str | Replacing | CopyOf


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One wish: whose record (a NIP or a key), which field, and the value; ``row`` is its place in a file."""

    key: str
    what: str
    value: Value
    row: int = 0


class BulkFate(StrEnum):
    """What becomes of one row; the three add up to the rows given."""

    CHANGED = "CHANGED"
    SAME = "SAME"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One row of a bulk edit: whose, what stands there, what is to stand there, and why not where it is refused.

    ``key`` says which record it is (a person, a plan, an indicator); ``before`` and ``after`` are as they are read,
    or label keys that are put into words.
    """

    key: str
    nip: str
    name: str
    what: str
    before: str
    after: str
    fate: BulkFate
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    def refused(self, refusal: UsageRefusal) -> BulkRow:
        """The row with the reason why it is not taken."""
        return replace(self, fate=BulkFate.REFUSED, code=refusal.code, facts=dict(refusal.facts))


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """The answer of every bulk edit, looked at first or carried out; rows in the order of the lines."""

    rows: tuple[BulkRow, ...]
    changes: Changes = field(default_factory=Changes)

    def count(self, fate: BulkFate) -> int:
        """How many rows have a fate."""
        return Counter(row.fate for row in self.rows)[fate]

    @property
    def refused(self) -> tuple[BulkRow, ...]:
        """The rows that were not taken, with their reasons."""
        return tuple(row for row in self.rows if row.fate is BulkFate.REFUSED)


def wanted_text(value: Value, before: str, other: Callable[[str], str]) -> str:
    """The text that a line asks for; ``other`` reads another field. ``UI-334`` when it becomes too long."""
    if isinstance(value, CopyOf):
        text = other(value.what)
    elif isinstance(value, Replacing):
        text = replaced(before, value.find, value.by)
    else:
        text = value
    if len(text) > LONGEST_TEXT:
        raise UsageRefusal("UI-334", length=len(text), most=LONGEST_TEXT)
    return text.strip()


def replaced(text: str, find: str, by: str) -> str:
    """A text with one piece of it changed wherever it stands; nothing is found by looking for nothing."""
    if not find:
        return text
    parts, place, low, wanted = [], 0, text.lower(), find.lower()
    if len(low) != len(text):  # a few letters change their length: then only exact places count
        return text.replace(find, by)
    while (found := low.find(wanted, place)) >= 0:
        parts += [text[place:found], by]
        place = found + len(find)
    return "".join([*parts, text[place:]])


def field_named(said: str, fields: Iterable[StrEnum]) -> StrEnum:
    """The field that a file or a clerk names; ``UI-336`` when there is none of that name."""
    known = {folded(one.value): one for one in fields}
    found = known.get(folded(said).replace(" ", "_")) or known.get(folded(said))
    if found is None:
        raise UsageRefusal("UI-336", field=said, fields=", ".join(one.value for one in known.values()))
    return found


def lines_of_file(around: Surroundings, path: Path, step: Step = no_step) -> tuple[BulkLine, ...]:
    """The lines of a table with three columns (person, field, value), with or without a heading row.

    ``UI-337`` when a row has not three cells; an empty value clears the field.
    """
    table = around.spreadsheets.open_book(path, step).table()
    lines: list[BulkLine] = []
    for place, row in enumerate(table.rows, start=1):
        cells = [str(cell).strip() if cell is not None else "" for cell in row]
        if not any(cells):
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise FileRefusal("UI-337", file=path.name, row=place)
        if not lines and not any(sign.isdigit() for sign in cells[0]):
            continue  # the heading row: no person is named without a figure
        lines.append(BulkLine(cells[0], cells[1], cells[2] if len(cells) > 2 else "", place))
    return tuple(lines)
