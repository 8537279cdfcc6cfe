"""Everything else that travels in a package: registers, cascade, evidence, papers and old years (exchange 2).

The nouns that are scored travel as typed values of their own. All the rest travels as flat records, one layout a table
(``core/travel_layouts.py``), so that a new table of the office is one entry more and not a new reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from meritdesk.core.package_tables import Table


class Scope(Enum):
    """Which rows of a table belong to the package of a period."""

    WHOLE = "WHOLE"  # all there are, whatever the period
    WITH_YEAR = "WITH_YEAR"  # all there are, but only with the package of a whole year
    YEAR = "YEAR"  # the number in the column is the year of the period
    IN_YEAR = "IN_YEAR"  # the text in the column begins with that year (a day, or the code of a period)
    PERIOD = "PERIOD"  # the column holds the code of the period
    IN_PERIOD = "IN_PERIOD"  # the day in the column lies in the period
    OWNER = "OWNER"  # the row belongs to one that travels
    EVIDENCE = "EVIDENCE"  # of the period, or of a record that travels; never what is confidential


@dataclass(frozen=True, slots=True)
class Travelling:
    """One table that travels: its layout in the package, its place in the store, and which of its rows go.

    ``by`` is the column on which ``scope`` is judged, ``owner`` the store's table it names for ``Scope.OWNER``.
    ``version`` names the column that counts versions: such records never change, they are only followed by others.
    ``draft`` is a column with the value of what stays at home in an export. What is ``inside`` goes only from one PC to
    another of the same agency.
    """

    table: Table
    stored_as: str
    scope: Scope
    by: str = ""
    owner: str = ""
    version: str = ""
    draft: tuple[str, str] = ("", "")
    inside: bool = False

    @property
    def name(self) -> str:
        """The table's name in a package."""
        return self.table.name


@dataclass(frozen=True, slots=True)
class TravelRecord:
    """One row of a table that travels: every column as the text of its cell, empty for "not known".

    ``key`` joins the key columns with ``@``. Columns of a newer program that this one does not know stand among the
    fields like all others, and go back as they came.
    """

    table: str
    key: str
    fields: Mapping[str, str] = field(default_factory=dict)


def joined_key(parts: Iterable[str]) -> str:
    """The name of a record from the cells of its key; what would be ambiguous is escaped."""
    return "@".join(part.replace("\\", "\\\\").replace("@", "\\@") for part in parts)


def key_parts(key: str) -> tuple[str, ...]:
    """The cells of which the name of a record was made."""
    parts, current, escaped = [], "", False
    for character in key:
        if escaped:
            current, escaped = current + character, False
        elif character == "\\":
            escaped = True
        elif character == "@":
            parts.append(current)
            current = ""
        else:
            current += character
    return (*parts, current)


def record_of(table: Table, fields: Mapping[str, str]) -> TravelRecord:
    """The record of these cells."""
    return TravelRecord(table.name, joined_key(fields[name] for name in table.key), fields)


Records = Mapping[str, tuple[TravelRecord, ...]]
"""Records by the table's name in the package; a table without rows may be missing."""


def split_adrift(
    layouts: Sequence[Travelling], records: Records, known: Mapping[str, set[str]]
) -> tuple[dict[str, tuple[TravelRecord, ...]], tuple[tuple[TravelRecord, str], ...]]:
    """Part the records whose references hold from those that point at nothing in the package, with the column.

    ``known`` are the keys of the typed tables. What hangs on a record that points at nothing falls with it.
    """
    keys = {name: set(found) for name, found in known.items()}
    kept: dict[str, tuple[TravelRecord, ...]] = {}
    adrift: list[tuple[TravelRecord, str]] = []
    for layout in layouts:
        good: list[TravelRecord] = []
        for record in records.get(layout.name, ()):
            column = next(
                (
                    reference.column
                    for reference in layout.table.references
                    if record.fields[reference.column] and record.fields[reference.column] not in keys[reference.table]
                ),
                "",
            )
            if column:
                adrift.append((record, column))
            else:
                good.append(record)
        keys[layout.name] = {record.key for record in good}
        if good:
            kept[layout.name] = tuple(good)
    return kept, tuple(adrift)
