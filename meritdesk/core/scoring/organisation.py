"""Which organisation level counts for a person: that of the unit led by the rater, of the right period (R-60, R-61)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from meritdesk.core.evaluation import OrganisationLevel, Reason
from meritdesk.core.periods import Period, PeriodKind

LEVEL_SOURCE = "PermenPANRB 6/2022 hlm. 94 huruf g"
PREVIOUS_LEVEL_SOURCE = "PermenPANRB 6/2022 hlm. 94 huruf f"


def last_day_for_level(period: Period) -> date:
    """The last day on which the annual level of a year may come out to be used: 31 January after it (D-5)."""
    return date(period.year + 1, 1, 31)


def level_that_counts(
    levels: Iterable[OrganisationLevel], led_unit_id: str, period: Period, closing: date | None = None
) -> tuple[OrganisationLevel | None, tuple[Reason, ...]]:
    """The level to use for the people rated by the head of ``led_unit_id``, with the line that says why.

    Only levels of that unit count (R-61), and only of the same kind of period: an annual sheet never uses a periodic
    level (V-61). An annual level published after 31 January gives way to the previous year's (R-60, V-62). With
    ``closing``, a year whose level is still not known after that day also falls back on the previous year.
    """
    known = {level.period: level for level in levels if level.unit_id == led_unit_id}
    level = known.get(period)
    if not period.is_annual:
        return level, _reasons(level, period)
    limit = last_day_for_level(period)
    decisive = level.published_on if level is not None else closing
    if decisive is None or decisive <= limit:
        return level, _reasons(level, period)
    previous_period = Period(period.year - 1, PeriodKind.YEAR)
    previous = known.get(previous_period)
    facts = {"period": period.code, "limit": f"{limit:%d-%m-%Y}", "previous": previous_period.code}
    if level is not None:
        facts["published"] = f"{decisive:%d-%m-%Y}"
    if previous is None:
        return None, (Reason("ORG-NO-PREVIOUS", PREVIOUS_LEVEL_SOURCE, facts),)
    facts["level"] = f"LEVEL:{previous.level.name}"
    facts["reference"] = previous.source or "-"
    code = "ORG-PUBLISHED-LATE" if level is not None else "ORG-NOT-PUBLISHED"
    return previous, (Reason(code, PREVIOUS_LEVEL_SOURCE, facts),)


def _reasons(level: OrganisationLevel | None, period: Period) -> tuple[Reason, ...]:
    if level is None:
        return (Reason("ORG-NO-LEVEL", LEVEL_SOURCE, {"period": period.code}),)
    facts = {"level": f"LEVEL:{level.level.name}", "period": period.code, "reference": level.source or "-"}
    return (Reason("ORG-LEVEL", LEVEL_SOURCE, facts),)
