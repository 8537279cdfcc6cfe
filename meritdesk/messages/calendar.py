"""Days and moments as an office here writes them: ``26 November 2026 pukul 19.00 WIB`` (EYD V, PUEBI III.B)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from meritdesk.messages import Messages
from meritdesk.wall_clock import on_the_wall

_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def day_words(day: date, messages: Messages) -> str:
    """A day with its month in words."""
    return f"{day.day} {messages.label(f'MONTH:{day.month}')} {day.year}"


def moment_words(moment: datetime, messages: Messages) -> str:
    """A moment by the clock of this PC, with its zone where it is one of the three of the country."""
    local = on_the_wall(moment)
    between = "." if messages.language == "id" else ":"
    clock = f"{local:%H}{between}{local:%M}"
    zone = _ZONES.get(local.utcoffset() or timedelta(), "")
    return f"{day_words(local.date(), messages)} {messages.label('MONTH:AT')} {clock} {zone}".rstrip()
