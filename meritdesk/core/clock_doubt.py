"""Whether the clock of this PC can be right, told by what the journal says was written last (fault F70).

Nothing is refused by a clock and nothing ordered by one: the journal counts. But dates on papers, working days and
deadlines come from it, so whoever sits there should know when it stands wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

SLACK = timedelta(minutes=10)
"""Clocks of offices are set right by some minutes now and then, and the PC of a colleague goes a little before."""

LONG = timedelta(days=2 * 365)
"""A desk on which nothing was saved for so long is rarer than an empty battery."""

EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)
"""This program did not exist before; a clock whose battery is empty begins in 1980, 2000 or 2010."""


class ClockFault(StrEnum):
    """In which direction the clock seems to be wrong."""

    BEHIND = "BEHIND"
    AHEAD = "AHEAD"


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """What is odd: the clock's own time, and when something was saved last by it or another PC of the agency."""

    fault: ClockFault
    now: datetime
    newest: datetime | None


def clock_doubt(now: datetime, newest: datetime | None) -> ClockDoubt | None:
    """The doubt about a clock that says ``now`` where the journal's last change set says ``newest``; both aware."""
    if now < EARLIEST or (newest is not None and now < newest - SLACK):
        return ClockDoubt(ClockFault.BEHIND, now, newest)
    if newest is not None and now > newest + LONG:
        return ClockDoubt(ClockFault.AHEAD, now, newest)
    return None
