"""A new record begins with a day inside the year on the screen."""

from datetime import date

from meritdesk.core.periods import parse_period
from meritdesk.ui.likely_day import likely_day


def test_the_likely_day_is_today_or_the_nearest_day_of_the_period() -> None:
    year, quarter = parse_period("2025"), parse_period("2025-TW4")
    assert likely_day(year, date(2025, 6, 3)) == date(2025, 6, 3)
    assert likely_day(year, date(2026, 2, 1)) == date(2025, 12, 31)
    assert likely_day(quarter, date(2025, 6, 3)) == date(2025, 10, 1)
