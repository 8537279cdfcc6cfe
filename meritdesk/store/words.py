"""Which database's full-text search a transaction speaks to: that of the file, or that of the server."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select

from meritdesk.store import postgres_words, sqlite_words
from meritdesk.store.sqlite_words import WordTable

SERVER = "postgresql"


class Words(Protocol):
    """What both can do with words, and answer alike (``tests/store/test_search_index.py`` runs on both)."""

    def put(
        self, connection: Connection, into: WordTable, agency: str, entries: Sequence[tuple[int, str]], /
    ) -> None: ...
    def take_out(self, connection: Connection, of: WordTable, agency: str, entry_ids: Iterable[int], /) -> None: ...
    def words_under(
        self, connection: Connection, of: WordTable, agency: str, entry_ids: Sequence[int], /
    ) -> dict[int, str]: ...
    def staff_matching(self, agency: str, words: Sequence[str], /) -> Select[Any]: ...
    def entries_matching(self, agency: str, kind: str, words: Sequence[str], limit: int, /) -> Select[Any]: ...
    def how_many(self, connection: Connection, matching: Select[Any], /) -> int: ...
    def tested(self, entry: Any, words: Sequence[str], /) -> list[ColumnElement[bool]]: ...
    def walked(self, entry: Any, /) -> Any: ...
    def along(self, statement: Select[Any], of: Any, index: str, /) -> Select[Any]: ...
    def made_anew(self, connection: Connection, agencies: Collection[str], /) -> None: ...
    def unsound(self, connection: Connection, /) -> list[str]: ...


def words_of(connection: Connection) -> Words:
    """The full-text search of this connection's database."""
    return postgres_words if is_server(connection) else sqlite_words


def is_server(connection: Connection) -> bool:
    """Whether this is a shared server and not the agency's own file."""
    return connection.dialect.name == SERVER
