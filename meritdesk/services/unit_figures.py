"""What units reported on their own indicators, as planning and the overview judge it."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.agreement import AgreementIndicator, UnitActual, year_so_far
from meritdesk.core.periods import Period, PeriodKind


def periods_of(year: int, cycle: PeriodicCycle) -> tuple[Period, ...]:
    """The periods in which a unit reports: months or quarters as the agency chose (else quarters), and the year."""
    kind, count = (PeriodKind.MONTH, 12) if cycle is PeriodicCycle.MONTHLY else (PeriodKind.QUARTER, 4)
    return (*(Period(year, kind, index) for index in range(1, count + 1)), Period(year, PeriodKind.YEAR))


def actuals_for(
    indicators: Sequence[AgreementIndicator], actuals: Sequence[UnitActual], period: Period
) -> dict[str, UnitActual]:
    """The reports that a period is judged by; the year falls back on what its periods come to."""
    found: dict[str, UnitActual] = {}
    for indicator in indicators:
        own = [one for one in actuals if one.indicator_id == indicator.indicator_id]
        report = next((one for one in own if one.period == period), None)
        if period.is_annual and (report is None or (report.value is None and report.percent is None)):
            report = year_so_far(indicator, [one for one in own if not one.period.is_annual]) or report
        if report is not None:
            found[indicator.indicator_id] = report
    return found
