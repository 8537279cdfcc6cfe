"""The day that a new record most likely belongs to, so that it stands in the year that is on the screen."""

from __future__ import annotations

from datetime import date

from meritdesk.core.periods import Period


def likely_day(period: Period, today: date) -> date:
    """Today inside the period, else the last day of it that has come, else its first day."""
    return max(min(period.last_day, today), period.first_day)
