"""What an import would change about something that is known: field by field, the old value and the new one.

For the eye of a clerk who decides about a row; the journal finds its own differences when the row is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.core.periods import Period

_OF_THE_DESK = frozenset({"version", "seal", "packs"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that would change. An old or new word of law is given as a member of its enum, all else as text."""

    name: str
    old: str | Enum
    new: str | Enum


def differences(before: object, after: object, names: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """The fields of two values of one kind that differ; ``names`` says keys of units and people in words.

    Keys without a name and what only the desk itself keeps are left out.
    """
    if before is None or before == after:
        return ()
    return tuple(_differing("", before, after, names or {}))


def _differing(name: str, before: object, after: object, names: Mapping[str, str]) -> Iterator[Difference]:
    if before == after or name in _OF_THE_DESK:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            inner = key.value if isinstance(key, Enum) else str(key)
            yield from _differing(inner, before.get(key), after.get(key), names)
        return
    is_whole = is_dataclass(before) and is_dataclass(after) and type(before) is type(after)
    if is_whole and not isinstance(before, Period):
        for item in fields(before):  # type: ignore[arg-type]
            yield from _differing(item.name, getattr(before, item.name), getattr(after, item.name), names)
        return
    if name.endswith("_id") and name != "source_id":
        old, new = names.get(str(before), ""), names.get(str(after), "")
        if old or new:
            yield Difference(name, old, new)
        return
    yield Difference(name, _leaf(before), _leaf(after))


def _leaf(value: object) -> str | Enum:
    if isinstance(value, Enum):
        return value
    return _said(value)


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "BOOL:YES" if value else "BOOL:NO"
    if isinstance(value, Period):
        return value.code
    if isinstance(value, Decimal):
        return printed_decimal(value)
    if isinstance(value, date):
        return printed_date(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (tuple, list)):
        return "; ".join(filter(None, map(_said, value)))
    if isinstance(value, Mapping):
        return "; ".join(f"{_said(key)}: {_said(item)}" for key, item in value.items() if _said(item))
    if is_dataclass(value) and not isinstance(value, type):
        return " ".join(filter(None, (_said(getattr(value, item.name)) for item in fields(value))))
    return str(value)
