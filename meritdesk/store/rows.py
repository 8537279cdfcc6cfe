"""Rows in one transaction: read by key, compared by value, written in bulk, and every difference noted.

Noun modules turn rows into values and back; only this module writes journaled tables, so nothing escapes the journal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, or_, select, update

from meritdesk.core.journal import Scalar, difference
from meritdesk.courtesy import politely
from meritdesk.parting import held
from meritdesk.store import sqlite
from meritdesk.store.beats import Beat
from meritdesk.store.bulk import add_rows, among
from meritdesk.store.notes import NotedChange, Notes
from meritdesk.store.words import Words, is_server, words_of

Values = dict[str, Scalar]
Key = tuple[Scalar, ...]

CHUNK = 5000
PORTION = 500
"""So many rows of a long answer are in hand at a time."""

MUCH_TEXT = 8_000_000
"""So many characters of changes are written before more room is made for them."""
_encoded = msgspec.json.Encoder().encode
_NUL = b"\\u0000"
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shape:
    """What is needed to read and write the rows of one table."""

    table: Table
    name: str
    names: tuple[str, ...]
    key: tuple[str, ...]
    derive: Callable[[Mapping[str, Scalar]], Values] | None
    key_of: Callable[[Mapping[str, Scalar]], Key]
    """The key of a row inside its agency."""

    @property
    def found_by(self) -> str:
        """The column that says whose words in the index a row of this table changes; empty when it changes none."""
        return str(self.table.info.get("found_by", ""))

    def found_anew(self, before: Mapping[str, Scalar] | None, after: Mapping[str, Scalar]) -> bool:
        """Whether the index shows something of this difference: a new row, or a column it is found by."""
        return before is None or any(before[name] != after[name] for name in self.table.info.get("found_in", ()))

    @property
    def noun(self) -> str:
        """The name under which changes of this table are announced."""
        return str(self.table.info["noun"])


_DERIVATIONS: dict[str, Callable[[Mapping[str, Scalar]], Values]] = {}


def derives(table: Table, rule: Callable[[Mapping[str, Scalar]], Values]) -> None:
    """Say how the derived columns of a table follow from its other columns."""
    _DERIVATIONS[table.name] = rule


@cache
def shape_of(table: Table) -> Shape:
    """The shape of a table, worked out once."""
    own = [column for column in table.columns if column.name != "agency" and not column.info.get("derived")]
    names = tuple(str(column.name) for column in own)
    key = tuple(str(column.name) for column in table.primary_key.columns if column.name != "agency")
    return Shape(table, str(table.name), names, key, _DERIVATIONS.get(table.name), _key_reader(key))


def _key_reader(key: tuple[str, ...]) -> Callable[[Mapping[str, Scalar]], Key]:
    if len(key) > 1:
        return itemgetter(*key)
    name = key[0]
    return lambda row: (row[name],)


def key_text(key: Key) -> str:
    """A key as the journal writes it: the parts joined with ``|``, which is escaped inside a part."""
    joined = str(key[0]) if len(key) == 1 else "|".join(map(str, key))
    if "\\" not in joined and joined.count("|") == len(key) - 1:
        return joined
    return "|".join(str(part).replace("\\", "\\\\").replace("|", "\\|") for part in key)


def in_chunks(values: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """Cut a long list into pieces that one query can carry."""
    ordered = list(values)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def any_of(column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
    """Whether a column holds one of many values, cut into pieces that one query can carry."""
    return or_(*(column.in_(chunk) for chunk in in_chunks(dict.fromkeys(values), 20_000)))


def at_most(limit: int) -> int | None:
    """How many rows a query answers with: below nought is all of them, which only a file would take for granted."""
    return None if limit < 0 else limit


def in_normal_form(row: Mapping[str, Scalar]) -> Values:
    """The same row with every text in Unicode NFC, so that one name has one spelling.

    Signs that no server keeps (NUL) are left out, halves of a sign that stand alone become the sign for what is none.
    """
    try:
        encoded = _encoded(row)
    except UnicodeEncodeError:
        encoded = _NUL
    if encoded.isascii() and _NUL not in encoded:
        return dict(row)
    return {name: _normal(value) if isinstance(value, str) else value for name, value in row.items()}


def _normal(text: str) -> str:
    if text.isascii():
        return text.replace("\0", "")
    return unicodedata.normalize("NFC", _HALVES.sub("\ufffd", text.replace("\0", "")))


def like_pattern(search: str) -> str:
    """A search text as a LIKE pattern; the clerk's own ``%`` and ``_`` are plain characters (escape is ``\\``)."""
    folded = unicodedata.normalize("NFC", search.strip()).casefold()
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


class Rows:
    """All rows of one agency inside one transaction, with the list of what was changed so far."""

    epoch_fact = "epoch"
    """Under which name the store keeps the epoch of this device's packages; on a server each device has its own."""

    def __init__(
        self, connection: Connection, agency: str, own_agency: str, may_write: bool, beat: Beat | None = None
    ) -> None:
        self.beat = beat or Beat(connection)
        self.connection = connection
        self.agency = agency
        self.own_agency = own_agency
        self.may_write = may_write
        self.words: Words = words_of(connection)
        self.noted = Notes()
        self._room_for = 0
        self.nouns: set[str] = set()
        self.touched: dict[str, dict[Scalar, None]] = {}
        self.has_unjournaled = False
        self.changed: set[str] = set()

    def agency_of(self, table: Table) -> str:
        """Whose rows are meant: the ledger belongs to the store's owner, everything else to the agency worked on."""
        return self.own_agency if table.info.get("of_store") else self.agency

    def require_writing(self) -> None:
        """A save in a reading work is our own bug, and so is one after the commit."""
        if not self.may_write:
            raise RuntimeError("rows were saved outside a writing work")

    def execute(self, statement: Any, parameters: Any = None) -> list[Any]:
        """Run one query and answer with its rows."""
        return held(list(self._found(statement, parameters)))

    def _found(self, statement: Any, parameters: Any = None) -> Iterator[Any]:
        return self.beat.rows(self.connection.execute(statement, parameters))

    def read(
        self, table: Table, column: str = "", wanted: Iterable[Any] | None = None, *order: str, **alike: Scalar
    ) -> list[Values]:
        """The rows of a table, all or those whose ``column`` holds one of the wanted values; ``alike`` all have."""
        shape = shape_of(table)
        statement = select(*(table.c[name] for name in shape.names)).where(table.c.agency == self.agency_of(table))
        if alike:
            statement = statement.where(*(table.c[name] == value for name, value in alike.items()))
        if order:
            statement = statement.order_by(*(table.c[name] for name in order))
        if wanted is None:
            return held([dict(zip(shape.names, row, strict=True)) for row in self._found(statement)])
        values = list(wanted)
        if not values:
            return []
        found = self._found(statement.where(among(self.connection, table.c[column], values)))
        return held([dict(zip(shape.names, row, strict=True)) for row in found])

    def portions(
        self, table: Table, *order: str, where: Sequence[ColumnElement[bool]] = (), **alike: Scalar
    ) -> Iterator[list[Values]]:
        """The rows of a table whose columns hold these values, in order, so many at a time; none are held here.

        Whoever does not go to the end closes this generator: a question that is still open keeps writers out.
        """
        names = shape_of(table).names
        statement = select(*(table.c[name] for name in names)).where(
            table.c.agency == self.agency_of(table), *where, *(table.c[name] == value for name, value in alike.items())
        )
        statement = statement.order_by(*(table.c[name] for name in order))
        found = self.connection.execute(statement, execution_options={"stream_results": True})
        try:
            self.beat()
            while some := found.fetchmany(PORTION):
                yield [dict(zip(names, row, strict=True)) for row in politely(some)]
                self.beat()
        finally:
            found.close()

    def write(
        self, table: Table, rows: Iterable[Mapping[str, Scalar]], before: Mapping[Key, Values] | None = None
    ) -> None:
        """Insert or update these rows; equal rows are left alone. ``before`` is what ``present`` just answered."""
        self.require_writing()
        shape = shape_of(table)
        wanted = self._by_key(shape, map(in_normal_form, self.beat.each(rows)))
        self._settle(shape, self._standing(shape, wanted) if before is None else before, wanted, ())

    def replace_parts(
        self, table: Table, parent: str, parent_ids: Iterable[str], rows: Iterable[Mapping[str, Scalar]]
    ) -> None:
        """Make these rows the only ones of these parents: parts that are no longer named go."""
        self.require_writing()
        shape = shape_of(table)
        wanted = self._by_key(shape, map(in_normal_form, self.beat.each(rows)))
        before = self._by_key(shape, self.read(table, parent, dict.fromkeys(parent_ids)))
        self._settle(shape, before, wanted, [key for key in before if key not in wanted])

    def settle(self, table: Table, states: Mapping[Key, Values | None]) -> None:
        """Bring rows into exactly these states, where ``None`` means gone; this is how an undo writes."""
        self.require_writing()
        shape = shape_of(table)
        before = self.present(table, states)
        wanted = {key: state for key, state in states.items() if state is not None}
        self._settle(shape, before, wanted, [key for key in before if states[key] is None])

    def erase(self, table: Table, keys: Sequence[Key], mark: str) -> None:
        """Take rows out without leaving their values in the journal: it says which rows went, and nothing of them."""
        self.require_writing()
        shape = shape_of(table)
        before = self.present(table, keys)
        touched = self.touched.setdefault(shape.name, {}) if shape.found_by else {}
        kept = set(shape.key)
        for key, row in before.items():
            fields = {name: (value if name in kept else mark, None) for name, value in row.items() if value is not None}
            self.noted.append(NotedChange(shape.name, key_text(key), "remove", _encoded(fields).decode()))
            if shape.found_by:
                touched[row.get(shape.found_by)] = None
        same_key = [table.c[name] == bindparam(f"key_{name}") for name in shape.key]
        if before:
            self.connection.execute(
                delete(table).where(table.c.agency == self.agency_of(table), *same_key),
                [{f"key_{name}": part for name, part in zip(shape.key, key, strict=True)} for key in before],
            )
            self.nouns.add(shape.noun)
            self.changed.add(shape.name)

    def present(self, table: Table, keys: Iterable[Key]) -> dict[Key, Values]:
        """The rows that exist under these keys."""
        asked = set(keys)
        return {key: row for key, row in self._standing(shape_of(table), asked).items() if key in asked}

    def _standing(self, shape: Shape, keys: Collection[Key]) -> dict[Key, Values]:
        """The rows under these keys, and perhaps some others with the same first part."""
        if not keys:
            return {}
        table = shape.table
        first, *others = (dict.fromkeys(parts) for parts in zip(*keys, strict=True))
        # What all keys have in common, as the period of a package, leaves far fewer rows to look at.
        alike = [
            table.c[name].in_(list(parts)) for name, parts in zip(shape.key[1:], others, strict=True) if len(parts) == 1
        ]
        statement = select(*(table.c[name] for name in shape.names)).where(
            table.c.agency == self.agency_of(table), *alike, among(self.connection, table.c[shape.key[0]], list(first))
        )
        rows = (dict(zip(shape.names, row, strict=True)) for row in self._found(statement))
        return self._by_key(shape, rows)

    def _by_key(self, shape: Shape, rows: Iterable[Values]) -> dict[Key, Values]:
        found = list(rows)
        return dict(zip(map(shape.key_of, found), found, strict=True))

    def _settle(
        self, shape: Shape, before: Mapping[Key, Values], wanted: Mapping[Key, Values], gone: Sequence[Key]
    ) -> None:
        table, agency = shape.table, self.agency_of(shape.table)
        added: list[Values] = []
        changed: list[Values] = []
        noted: list[NotedChange] = []
        found_by = shape.found_by
        touched = self.touched.setdefault(shape.name, {}) if found_by else {}
        for key in self.beat.each(gone):
            noted += filter(None, [self._note(shape, key, before[key], None)])
            touched[before[key].get(found_by)] = None
        for key, row in self.beat.each(wanted.items()):
            old = before.get(key)
            if old is None:
                # Of new rows thousands come at once, and there is nothing to compare them with.
                fields = {name: (None, value) for name, value in row.items() if value is not None}
                noted.append(NotedChange(shape.name, key_text(key), "add", _encoded(fields).decode()))
                added.append(row)
                if found_by:
                    touched[row.get(found_by)] = None
                continue
            note = self._note(shape, key, old, row) if old != row else None
            if note is None:
                continue
            noted.append(note)
            if found_by and shape.found_anew(old, row):
                touched.update(dict.fromkeys((old.get(found_by), row.get(found_by))))
            changed.append(self._stored(shape, agency, row))
        if gone:
            same_key = [table.c[name] == bindparam(f"key_{name}") for name in shape.key]
            self.connection.execute(
                delete(table).where(table.c.agency == agency, *same_key),
                [{f"key_{name}": part for name, part in zip(shape.key, key, strict=True)} for key in gone],
            )
        if changed:
            same_key = [table.c[name] == bindparam(f"key_{name}") for name in shape.key]
            statement = update(table).where(table.c.agency == agency, *same_key)
            self.connection.execute(
                statement,
                [
                    {f"key_{name}" if name in shape.key else name: row[name] for name in row if name != "agency"}
                    for row in changed
                ],
            )
        if added:
            self._add(shape, agency, added)
        if noted:
            self.noted.extend(noted)
            self.nouns.add(shape.noun)
            self.changed.add(shape.name)
            self._make_room()

    def _make_room(self) -> None:
        """What was written waits in memory for the commit, and shall not push out what is read in between."""
        if self.noted.characters - self._room_for > MUCH_TEXT and not is_server(self.connection):
            self._room_for = self.noted.characters
            # A row takes about half as much again as its change in the journal.
            sqlite.make_room(self.connection, self._room_for * 3 // 2 // 1024)

    def _add(self, shape: Shape, agency: str, added: Sequence[Values]) -> None:
        if shape.derive is not None:
            added = [{**row, **shape.derive(row)} for row in added]
        names = tuple(added[0])
        values = itemgetter(*names)
        add_rows(self.connection, shape.table, ("agency", *names), [(agency, *values(row)) for row in added])

    def _stored(self, shape: Shape, agency: str, row: Values) -> Values:
        stored = {"agency": agency, **row}
        if shape.derive is not None:
            stored.update(shape.derive(row))
        return stored

    def _note(self, shape: Shape, key: Key, before: Values | None, after: Values | None) -> NotedChange | None:
        """The difference as journal text."""
        name = shape.name
        change = difference(name, key_text(key), before, after)
        if change is None:
            return None
        pairs = {field: (pair.old, pair.new) for field, pair in change.fields.items()}
        return NotedChange(name, change.key, change.kind, msgspec.json.encode(pairs).decode())
