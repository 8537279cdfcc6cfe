"""A clock that cannot be right is noticed by what was saved last; small differences and quiet months are not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from meritdesk.core.clock_doubt import ClockFault, clock_doubt

SAVED = datetime(2025, 11, 3, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        (SAVED, None),
        (SAVED - timedelta(minutes=9), None),
        (SAVED - timedelta(minutes=11), ClockFault.BEHIND),
        (datetime(1980, 1, 1, tzinfo=UTC), ClockFault.BEHIND),
        (SAVED + timedelta(days=400), None),
        (datetime(2099, 1, 1, tzinfo=UTC), ClockFault.AHEAD),
        (SAVED.astimezone(timezone(timedelta(hours=9))), None),
    ],
)
def test_a_clock_is_judged_by_what_was_saved_last(now: datetime, fault: ClockFault | None) -> None:
    doubt = clock_doubt(now, SAVED)
    assert (doubt.fault if doubt is not None else None) is fault


def test_an_empty_battery_is_noticed_before_anything_was_saved() -> None:
    doubt = clock_doubt(datetime(1980, 1, 1, tzinfo=UTC), None)
    assert doubt is not None and doubt.fault is ClockFault.BEHIND
    assert clock_doubt(datetime(2099, 1, 1, tzinfo=UTC), None) is None
