"""The words of the index in SQLite's full-text search (FTS5): put in, taken out, and matched.

Everything particular to SQLite about searching is here. The words come folded and cut from ``core/search_words.py``,
so the plainest tokenizer serves: it splits at blanks and would split at signs, of which there are none. One more word
with a sign of the private area says whose entry it is; nobody can type it. Where in its text a word stands is not kept
(``detail=column``), and word beginnings of one to three letters have lists of their own: *s* alone takes 5 ms among
100,000 people. A NIP is found by any three digits through trigrams. Taken-out words leave the file at once
(``secure-delete``), as ``PRAGMA secure_delete`` does for rows; SQLite 3.53 damages its lists when ``secure-delete``
meets ``detail=none``, so the little that this would save is not taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    column,
    func,
    intersect,
    literal_column,
    or_,
    select,
    table,
    text,
    union,
)
from sqlalchemy.exc import DBAPIError

from meritdesk.core.search_words import is_part_of_number

MARK = "\ue000"
"""Begins the word that says whose entry it is."""


class WordTable(NamedTuple):
    """One table of full-text search with its only column."""

    name: str
    column: str


STAFF_WORDS = WordTable("staff_words", "words")
STAFF_DIGITS = WordTable("staff_digits", "digits")
ENTRY_WORDS = WordTable("entry_words", "words")
WORD_TABLES = (STAFF_WORDS, STAFF_DIGITS, ENTRY_WORDS)
_SHADOWS = ("", "_data", "_idx", "_content", "_config")

NAMES = frozenset(f"{one.name}{shadow}" for one in WORD_TABLES for shadow in _SHADOWS)
"""The full-text tables and what SQLite keeps behind them: no models of ours."""


def owner_word(agency: str, kind: str = "") -> str:
    """The word that an entry of this agency and kind has besides its own."""
    return f"{MARK}{kind}{MARK}{agency.encode().hex()}"


def put(connection: Connection, into: WordTable, _agency: str, entries: Sequence[tuple[int, str]]) -> None:
    """Give these entries these words instead of what they had; their numbers are the file's, whoever's they are."""
    if entries:
        statement = f"INSERT OR REPLACE INTO {into.name} (rowid, {into.column}) VALUES (?, ?)"
        connection.exec_driver_sql(statement, list(entries))


def take_out(connection: Connection, of: WordTable, _agency: str, entry_ids: Iterable[int]) -> None:
    """Forget the words of these entries; nothing of them stays in the file."""
    gone = [{"entry": entry} for entry in entry_ids]
    if gone:
        connection.execute(text(f"DELETE FROM {of.name} WHERE rowid = :entry"), gone)


def words_under(connection: Connection, of: WordTable, _agency: str, entry_ids: Sequence[int]) -> dict[int, str]:
    """The words that these entries have now."""
    if not entry_ids:
        return {}
    source = table(of.name, column("rowid", Integer), column(of.column))
    statement = select(source.c.rowid, source.c[of.column]).where(source.c.rowid.in_(entry_ids))
    return {row[0]: row[1] for row in connection.execute(statement)}


def staff_matching(agency: str, words: Sequence[str]) -> Select[Any]:
    """The entries of people who have all these words, each at the beginning of a word or inside the NIP."""
    plain = [word for word in words if not is_part_of_number(word)]
    parts = [_matching(STAFF_WORDS, _all_of(owner_word(agency), plain))] if plain or len(plain) == len(words) else []
    for word in words:
        if is_part_of_number(word):
            begins = _matching(STAFF_WORDS, _all_of(owner_word(agency), [word]))
            inside = _matching(STAFF_DIGITS, f'"{word}"')
            either = union(begins, inside).subquery()
            parts.append(select(either.c.rowid))
    if len(parts) == 1:
        return parts[0]
    both = intersect(*parts).subquery()
    return select(both.c.rowid)


def entries_matching(agency: str, kind: str, words: Sequence[str], limit: int) -> Select[Any]:
    """The newest ``limit`` entries of a kind that have all these words, each at the beginning of a word."""
    matching = _matching(ENTRY_WORDS, _all_of(owner_word(agency, kind), words))
    return matching.order_by(literal_column("rowid").desc()).limit(limit)


def how_many(connection: Connection, matching: Select[Any]) -> int:
    """How many entries match, without looking at any of them."""
    return int(connection.execute(select(func.count()).select_from(matching.subquery())).scalar_one())


def tested(entry: Any, words: Sequence[str]) -> list[ColumnElement[bool]]:
    """Whether an entry has these words, seen in the words themselves: cheap for whoever stops after a few hundred."""
    begins = [_kept(STAFF_WORDS, entry).like(f"% {word}%") for word in words]
    return [
        or_(one, _kept(STAFF_DIGITS, entry).like(f"%{word}%")) if is_part_of_number(word) else one
        for word, one in zip(words, begins, strict=True)
    ]


def _kept(of: WordTable, entry: Any) -> Any:
    source = table(of.name, column("rowid", Integer), column(of.column))
    return select(source.c[of.column]).where(source.c.rowid == entry).scalar_subquery()


def walked(entry: Any) -> Any:
    """A column that no index may be searched by: rows are looked at in their order, and a match is only tested."""
    return literal_column(f"+{entry.table.name}.{entry.name}", entry.type)


def along(statement: Select[Any], of: Any, index: str) -> Select[Any]:
    """The same question answered by walking this index: left to itself SQLite puts everybody in order."""
    return statement.with_hint(of, f"INDEXED BY {index}", "sqlite")


def made_anew(connection: Connection, _agencies: Collection[str]) -> None:
    """Empty the full-text tables: dropped and made again as the schema's upgrade made them."""
    for one in WORD_TABLES:
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (one.name,)).scalar_one()
        connection.exec_driver_sql(f"DROP TABLE {one.name}")
        connection.exec_driver_sql(made)
        connection.exec_driver_sql(f"INSERT INTO {one.name} ({one.name}, rank) VALUES ('secure-delete', 1)")


def unsound(connection: Connection) -> list[str]:
    """The full-text tables that do not hold what they say; empty when all is well."""
    found = []
    for one in WORD_TABLES:
        try:
            connection.exec_driver_sql(f"INSERT INTO {one.name} ({one.name}) VALUES ('integrity-check')")
        except DBAPIError:
            found.append(one.name)
    return found


def _matching(of: WordTable, asked: str) -> Select[Any]:
    source = table(of.name, column("rowid", Integer))
    return select(source.c.rowid).where(literal_column(of.name).op("MATCH")(asked))


def _all_of(owner: str, words: Sequence[str]) -> str:
    return " AND ".join((f'"{owner}"', *(f'"{word}" *' for word in words)))
