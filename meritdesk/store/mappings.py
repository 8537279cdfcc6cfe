"""How clerks read files that do not use our headings, as rows: kept by name, in no journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import delete, insert, select

from meritdesk.core.given import ColumnMapping
from meritdesk.store import tables
from meritdesk.store.notation import moment_text
from meritdesk.store.rows import Rows

_MAPPING = tables.column_mapping


class StoredMappings:
    """The window's memory of foreign files: it stands in the encrypted file, since headings may name people."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[ColumnMapping, ...]:
        """Every mapping of the agency, by name."""
        statement = select(_MAPPING).where(_MAPPING.c.agency == self._rows.agency).order_by(_MAPPING.c.name)
        return tuple(_mapping(row) for row in self._rows.connection.execute(statement).mappings())

    def keep(self, mapping: ColumnMapping, by: str, at: datetime) -> None:
        """Keep a mapping in the place of the one of its name."""
        self.drop(mapping.name)
        content = {
            "columns": dict(mapping.columns),
            "constants": dict(mapping.constants),
            "values": {name: dict(words) for name, words in mapping.values.items()},
            "has_headings": mapping.has_headings,
        }
        values = {
            "agency": self._rows.agency,
            "name": mapping.name,
            "layout": mapping.layout,
            "fingerprint": mapping.fingerprint,
            "content": msgspec.json.encode(content).decode(),
            "kept_by": by,
            "kept_at": moment_text(at),
        }
        self._rows.connection.execute(insert(_MAPPING), [values])

    def drop(self, name: str) -> bool:
        """Forget a mapping; answers whether there was one."""
        self._rows.require_writing()
        place = (_MAPPING.c.agency == self._rows.agency) & (_MAPPING.c.name == name)
        gone = self._rows.connection.execute(delete(_MAPPING).where(place)).rowcount
        self._rows.has_unjournaled = True
        return bool(gone)


def _mapping(row: Mapping[Any, Any]) -> ColumnMapping:
    content = msgspec.json.decode(row["content"])
    return ColumnMapping(
        layout=row["layout"],
        columns=content["columns"],
        constants=content["constants"],
        values=content["values"],
        has_headings=content["has_headings"],
        name=row["name"],
        fingerprint=row["fingerprint"],
    )
