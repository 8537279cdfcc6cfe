"""The clock on the office's wall: on which day, at which hour, a moment was here.

What is kept and what travels says moments in UTC, where a day begins seven, eight or nine hours later than in
Indonesia: whatever was done before that would be read as of yesterday. So a moment is put on the wall clock of this
machine at the door it comes in by (a row of the store, a certificate, a note beside the data), and everybody behind
may take its day as it stands. Only what travels goes back to UTC. The core never asks for a zone.
"""

from __future__ import annotations

from datetime import datetime


def on_the_wall(moment: datetime) -> datetime:
    """The same moment as the clock of this machine shows it; one at the end of all calendars stays as it is."""
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError):
        # A certificate without an end says 9999-12-31T23:59:59Z, and Windows knows no zone before 1970.
        return moment


def noted_moment(text: str) -> datetime:
    """The moment that was written down, on the wall clock; ``ValueError`` when the text says none."""
    return on_the_wall(datetime.fromisoformat(text))


def noted_minute(text: str) -> str:
    """Such a moment as a message or a paper says it: ``2026-02-01 07:30``; what cannot be read is said as it is."""
    try:
        return f"{noted_moment(text):%Y-%m-%d %H:%M}"
    except ValueError:
        return text
