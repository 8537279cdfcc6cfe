"""A moment has the day of the clock on the wall, from Sabang to Merauke, whatever UTC says at that hour."""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.store.notation import moment_text, moment_value
from meritdesk.wall_clock import noted_minute, noted_moment, on_the_wall

PROGRAM = Path(__file__).parents[1] / "meritdesk"
EARLY = datetime(2026, 1, 31, 22, 30, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="only here can a test move its clock to a zone")


@pytest.fixture(params=[("WIB-7", 5), ("WITA-8", 6), ("WIT-9", 7)], ids=lambda zone: zone[0])
def hour(request, monkeypatch):
    """The hour on the wall at 22.30 UTC; the zones are spelt so that no zone database is needed."""
    zone, hour = request.param
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    yield hour
    monkeypatch.undo()
    time.tzset()


def test_what_was_done_before_the_office_opened_was_done_today(hour):
    kept = moment_text(EARLY)
    assert kept == "2026-01-31T22:30:00.000000+00:00"
    for found in (on_the_wall(EARLY), noted_moment(kept), moment_value(kept)):
        assert (found, found.date(), found.hour) == (EARLY, date(2026, 2, 1), hour)
    assert noted_minute(kept) == f"2026-02-01 0{hour}:30"


@given(st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_the_moment_itself_is_never_another_one(moment):
    assert on_the_wall(moment).timestamp() == moment.timestamp()


def test_a_certificate_without_an_end_and_words_that_say_no_moment_are_left_alone(hour):
    for last in (datetime.max.replace(tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)):
        assert on_the_wall(last) == last
    assert noted_minute("?") == "?"


def test_a_moment_is_read_in_one_place_so_that_nobody_forgets_the_wall():
    """Packages alone read their own: what travels stays in UTC."""
    reading = re.compile(r"datetime\.fromisoformat|not_valid_(?:before|after)_utc|utcfromtimestamp")
    found = {
        path.relative_to(PROGRAM).as_posix()
        for path in PROGRAM.rglob("*.py")
        if reading.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"wall_clock.py", "exchange/tables.py", "signing/certificates.py"}
