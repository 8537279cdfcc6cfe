"""How exact things are written in a row: decimals, dates and times as canonical text, nothing as a float."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from meritdesk.core.circumstances import Circumstances, circumstance_facts, circumstances_of
from meritdesk.wall_clock import noted_moment

NOTHING_SPECIAL = "{}"

Code = TypeVar("Code", bound=StrEnum)


def codes(kind: type[Code]) -> Mapping[Any, Code]:
    """The members of a list of codes by what stands in a row: asked for with every row of a hundred thousand."""
    return {one.value: one for one in kind}


def codes_or_nothing(kind: type[Code]) -> Mapping[Any, Code | None]:
    """The same where a row may say nothing."""
    return {None: None, "": None, **codes(kind)}


def decimal_text(value: Decimal | None) -> str | None:
    """A decimal in plain digits with a point; digits after the point are kept as they were entered."""
    if value is None:
        return None
    if not value.is_finite():
        raise ValueError(f"{value} cannot be stored")
    return format(value, "f")


def decimal_value(text: str | None) -> Decimal | None:
    """The decimal that was stored."""
    return None if text is None else Decimal(text)


def day_text(day: date | None) -> str | None:
    """A day as ``2025-12-31``."""
    return None if day is None else day.isoformat()


def day_value(text: str | None) -> date | None:
    """The day that was stored."""
    return None if text is None else date.fromisoformat(text)


def moment_text(moment: datetime) -> str:
    """A moment in UTC with microseconds, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_value(text: str) -> datetime:
    """The moment that was stored, on the wall clock of this machine, so that its day is the one people mean."""
    return noted_moment(text)


def reference_text(identifier: str) -> str | None:
    """An optional reference to another row: nothing instead of an empty text."""
    return identifier or None


def circumstances_value(text: str) -> Circumstances:
    """The circumstances of an evaluation that a cell holds."""
    return circumstances_of(msgspec.json.decode(text or NOTHING_SPECIAL, type=dict[str, str]))


def circumstances_text(circumstances: Circumstances) -> str:
    """The circumstances of an evaluation as a cell."""
    return msgspec.json.encode(circumstance_facts(circumstances)).decode()
