"""Many rows in one message to the server: a column each as an array, where the driver would send a message a row.

It serves speed alone. ``INSERT``, ``UPDATE`` and ``DELETE`` with many sets of values are rewritten on their way out, so
that no statement of the store is written twice; whatever is not recognised goes the driver's way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

FEW = 8
BLOCK = 5000
BYTES = 8_000_000
"""So large may a message be that carries whole files."""

_PLACE = re.compile(r"%\((\w+)\)s(?:::(\w+))?")
_ARRAYS = {"TEXT": "text", "VARCHAR": "text", "INTEGER": "integer", "BOOLEAN": "boolean", "BIGINT": "bigint"}
_INSERT = re.compile(r"(INSERT INTO \w+ \([^()]*\)) VALUES \(([^()]*(?:\(\w+\)[^()]*)*)\)(.*)", re.DOTALL)
_UPDATE = re.compile(r"(UPDATE \w+ SET .*?) WHERE (.*)", re.DOTALL)
_DELETE = re.compile(r"(DELETE FROM \w+) WHERE (.*)", re.DOTALL)


def in_one_message(cursor: Any, statement: str, parameters: Sequence[dict[str, Any]], _context: Any) -> bool | None:
    """Carry out a statement for many sets of values; nothing when the driver shall do it."""
    if len(parameters) < FEW:
        return None
    flags = frozenset(name for name, value in parameters[0].items() if isinstance(value, bool))
    rewritten = rewritten_for_arrays(statement, flags)
    if rewritten is None or any(isinstance(value, bytes) for value in parameters[0].values()):
        return None
    text, names = rewritten
    for start in range(0, len(parameters), BLOCK):
        block = parameters[start : start + BLOCK]
        cursor.execute(text, {name: [row[name] for row in block] for name in names})
    return True


def rewritten_for_arrays(statement: str, flags: Collection[str] = frozenset()) -> tuple[str, tuple[str, ...]] | None:
    """The same statement over arrays, with the names of its values; nothing when it cannot be said so.

    ``flags`` names the values that are yes or no: the library spells them without a type, where it spells all others.
    """
    if " RETURNING " in statement:
        return None
    kinds = {
        name: _ARRAYS.get(kind or ("BOOLEAN" if name in flags else "")) for name, kind in _PLACE.findall(statement)
    }
    if not kinds or None in kinds.values():
        return None
    names = tuple(kinds)
    arrays = ", ".join(f"%({name})s::{kinds[name]}[]" for name in names)
    source = f"unnest({arrays}) AS many({', '.join(f'v_{name}' for name in names)})"

    def from_source(part: str) -> str:
        return _PLACE.sub(lambda found: f"many.v_{found[1]}", part)

    found = _INSERT.fullmatch(statement.strip())
    if found:
        return f"{found[1]} SELECT {from_source(found[2])} FROM {source}{from_source(found[3])}", names
    found = _UPDATE.fullmatch(statement.strip())
    if found:
        return f"{from_source(found[1])} FROM {source} WHERE {from_source(found[2])}", names
    found = _DELETE.fullmatch(statement.strip())
    if found:
        return f"{found[1]} USING {source} WHERE {from_source(found[2])}", names
    return None
