"""Kept views of lists in rows. They may name people, so they lie in the encrypted file; they are no office record."""

from __future__ import annotations

import unicodedata

import msgspec
from sqlalchemy import delete, insert, select

from meritdesk.core.saved_views import SavedView
from meritdesk.store.rows import Rows
from meritdesk.store.tables import saved_view


class StoredSavedViews:
    """The views of everybody at the desk, each person's own."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, actor: str, list_key: str) -> tuple[SavedView, ...]:
        """What a person has kept for a list, in the order of their names."""
        statement = select(saved_view.c.facts).where(
            saved_view.c.agency == self._rows.agency,
            saved_view.c.actor == actor,
            saved_view.c.list_key == list_key,
        )
        found = [msgspec.json.decode(row.facts, type=SavedView) for row in self._rows.execute(statement)]
        return tuple(sorted(found, key=lambda view: view.name.casefold()))

    def save(self, actor: str, view: SavedView) -> None:
        """Keep a view; one of the same name gives way."""
        self._rows.require_writing()
        self.remove(actor, view.list_key, view.name)
        row = {
            "agency": self._rows.agency,
            "actor": actor,
            "list_key": view.list_key,
            "name": _spelt(view.name),
            "facts": msgspec.json.encode(view).decode(),
        }
        self._rows.connection.execute(insert(saved_view), [row])
        self._rows.has_unjournaled = True

    def remove(self, actor: str, list_key: str, name: str) -> bool:
        """Let a view go; whether there was one."""
        self._rows.require_writing()
        gone = self._rows.connection.execute(
            delete(saved_view).where(
                saved_view.c.agency == self._rows.agency,
                saved_view.c.actor == actor,
                saved_view.c.list_key == list_key,
                saved_view.c.name == _spelt(name),
            )
        ).rowcount
        self._rows.has_unjournaled = self._rows.has_unjournaled or gone > 0
        return gone > 0


def _spelt(name: str) -> str:
    return unicodedata.normalize("NFC", name)
