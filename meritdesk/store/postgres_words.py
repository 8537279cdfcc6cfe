"""The words of the index on PostgreSQL: the same words, the same answers as ``store/sqlite_words.py`` gives.

The words come folded and cut from ``core/search_words.py`` and lie in a ``tsvector`` as they are, so no dictionary of
the server has a say; beginnings of words are matched through its inverted index. A part of a NIP is looked for in the
digits themselves: reading those of one agency takes some milliseconds, and no extension has to be installed for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    cast,
    column,
    delete,
    func,
    intersect,
    literal,
    or_,
    select,
    table,
    text,
    union,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, insert

from meritdesk.core.search_words import is_part_of_number
from meritdesk.store.sqlite_words import ENTRY_WORDS as ENTRY_WORDS
from meritdesk.store.sqlite_words import STAFF_DIGITS, STAFF_WORDS, WORD_TABLES, WordTable, owner_word

NAMES = frozenset(one.name for one in WORD_TABLES)
LONGEST_WORD = 400
"""The server keeps no word of more than 2046 bytes; nobody types so much of one."""


def put(connection: Connection, into: WordTable, agency: str, entries: Sequence[tuple[int, str]]) -> None:
    """Give these entries these words instead of what they had."""
    if not entries:
        return
    source = _table(into)
    statement = insert(source)
    statement = statement.on_conflict_do_update(
        index_elements=["agency", "entry_id"], set_={into.column: statement.excluded[into.column]}
    )
    rows = [{"agency": agency, "entry_id": entry, into.column: _short(words)} for entry, words in entries]
    connection.execute(statement, rows)


def take_out(connection: Connection, of: WordTable, agency: str, entry_ids: Iterable[int]) -> None:
    """Forget the words of these entries."""
    gone = list(entry_ids)
    if gone:
        source = _table(of)
        connection.execute(delete(source).where(source.c.agency == agency, source.c.entry_id == func.any(gone)))


def words_under(connection: Connection, of: WordTable, agency: str, entry_ids: Sequence[int]) -> dict[int, str]:
    """The words that these entries have now."""
    source = _table(of)
    statement = select(source.c.entry_id, source.c[of.column])
    statement = statement.where(source.c.agency == agency, source.c.entry_id == func.any(list(entry_ids)))
    return {row[0]: row[1] for row in connection.execute(statement)}


def staff_matching(agency: str, words: Sequence[str]) -> Select[Any]:
    """The entries of people who have all these words, each at the beginning of a word or inside the NIP."""
    plain = [word for word in words if not is_part_of_number(word)]
    parts: list[Select[Any]] = []
    if plain or len(plain) == len(words):
        parts.append(_matching(STAFF_WORDS, agency, owner_word(agency), plain))
    for word in words:
        if is_part_of_number(word):
            digits = _table(STAFF_DIGITS)
            inside = select(digits.c.entry_id).where(digits.c.agency == agency, digits.c.digits.contains(word))
            begins = _matching(STAFF_WORDS, agency, owner_word(agency), [word])
            either = union(begins, inside).subquery()
            parts.append(select(either.c.entry_id))
    if len(parts) == 1:
        return parts[0]
    both = intersect(*parts).subquery()
    return select(both.c.entry_id)


def entries_matching(agency: str, kind: str, words: Sequence[str], limit: int) -> Select[Any]:
    """The newest ``limit`` entries of a kind that have all these words, each at the beginning of a word."""
    matching = _matching(ENTRY_WORDS, agency, owner_word(agency, kind), words)
    return matching.order_by(text("entry_id DESC")).limit(limit)


def how_many(connection: Connection, matching: Select[Any]) -> int:
    """How many entries match, without looking at any of them."""
    return int(connection.execute(select(func.count()).select_from(matching.subquery())).scalar_one())


def tested(entry: Any, words: Sequence[str]) -> list[ColumnElement[bool]]:
    """Whether an entry has these words, seen in the words themselves: cheap for whoever stops after a few hundred."""
    agency = entry.table.c.agency
    begins = [_kept(STAFF_WORDS, agency, entry).like(f"% {word}%") for word in words]
    return [
        or_(one, _kept(STAFF_DIGITS, agency, entry).contains(word)) if is_part_of_number(word) else one
        for word, one in zip(words, begins, strict=True)
    ]


def walked(entry: Any) -> Any:
    """The server's planner decides itself which index is walked."""
    return entry


def along(statement: Select[Any], _of: Any, _index: str) -> Select[Any]:
    """The server orders those who are equal in the first key by itself."""
    return statement


def made_anew(connection: Connection, agencies: Collection[str]) -> None:
    """Forget the words of these agencies."""
    for one in WORD_TABLES:
        source = _table(one)
        connection.execute(delete(source).where(source.c.agency == func.any(list(agencies))))


def unsound(_connection: Connection) -> list[str]:
    """The server itself keeps an index in step with its table."""
    return []


def _table(of: WordTable) -> Any:
    shown = column("lexemes", TSVECTOR)
    return table(of.name, column("agency", Text), column("entry_id", Integer), column(of.column, Text), shown)


def _kept(of: WordTable, agency: Any, entry: Any) -> Any:
    source = _table(of)
    return select(source.c[of.column]).where(source.c.agency == agency, source.c.entry_id == entry).scalar_subquery()


def _matching(of: WordTable, agency: str, owner: str, words: Sequence[str]) -> Select[Any]:
    source = _table(of)
    asked = " & ".join((f"'{owner}'", *(f"'{word[:LONGEST_WORD]}':*" for word in words)))
    query = cast(literal(asked, Text), TSQUERY)
    return select(source.c.entry_id).where(source.c.agency == agency, source.c.lexemes.op("@@")(query))


def _short(words: str) -> str:
    if len(words) <= LONGEST_WORD or all(len(word) <= LONGEST_WORD for word in words.split(" ")):
        return words
    return " ".join(word[:LONGEST_WORD] for word in words.split(" "))
