"""When a period is evaluated: the agency's periodic cycle with its window, and the law's own window for the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from meritdesk.core.agency_settings import AgencySettings, PeriodicCycle
from meritdesk.core.periods import Period, PeriodKind

# The law says "end of December"; offices call the days from the 21st on the end of a month. [design]
_ANNUAL_OPENS = (12, 21)
_ANNUAL_CLOSES = (1, 31)

_KINDS = {PeriodicCycle.QUARTERLY: (PeriodKind.QUARTER, 4), PeriodicCycle.MONTHLY: (PeriodKind.MONTH, 12)}


@dataclass(frozen=True, slots=True)
class EvaluationWindow:
    """The days within which a period is evaluated (R-56); it may open before the period ends."""

    opens: date
    closes: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in the window, both ends included."""
        return self.opens <= day <= self.closes


class WindowState(StrEnum):
    """Where a day stands against a window."""

    COMING = "COMING"
    OPEN = "OPEN"
    OVER = "OVER"


def window_of(period: Period, settings: AgencySettings) -> EvaluationWindow:
    """The evaluation window of a period (R-56, D-4, G-5).

    For the year from the end of December to the end of January; for a quarter or a month so many days before and
    after its last day as the agency has set. It can open before the period ends: 25 September counts for quarter III.
    """
    if period.is_annual:
        return EvaluationWindow(date(period.year, *_ANNUAL_OPENS), date(period.year + 1, *_ANNUAL_CLOSES))
    last = period.last_day
    return EvaluationWindow(
        last - timedelta(days=settings.window_opens_before), last + timedelta(days=settings.window_closes_after)
    )


def window_state(window: EvaluationWindow, today: date) -> WindowState:
    """Whether a window is still to come, open, or over on a day."""
    if today < window.opens:
        return WindowState.COMING
    return WindowState.OPEN if today <= window.closes else WindowState.OVER


def periods_of_year(year: int, settings: AgencySettings) -> tuple[Period, ...]:
    """The periods that the agency evaluates in a year, the year itself last; without a cycle only the year (V-49)."""
    found = _KINDS.get(settings.periodic_cycle)
    if found is None:
        return (Period(year, PeriodKind.YEAR),)
    kind, count = found
    return (*(Period(year, kind, index) for index in range(1, count + 1)), Period(year, PeriodKind.YEAR))


def fits_cycle(period: Period, settings: AgencySettings) -> bool:
    """Whether the agency evaluates periods of this kind: the year always, quarters or months as it has set."""
    if period.is_annual:
        return True
    found = _KINDS.get(settings.periodic_cycle)
    return found is not None and found[0] is period.kind
