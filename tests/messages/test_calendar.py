"""Days and moments as an office writes them: month in words, the clock with a point, the zone of the place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from meritdesk.messages import Messages
from meritdesk.messages.calendar import day_words, moment_words


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is set by a file of the system here")
@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("WIB-7", "26 November 2026 pukul 19.00 WIB"),
        ("WITA-8", "26 November 2026 pukul 20.00 WITA"),
        ("WIT-9", "26 November 2026 pukul 21.00 WIT"),
        ("UTC0", "26 November 2026 pukul 12.00"),
    ],
)
def test_a_moment_is_written_by_the_clock_of_the_place(here: pytest.MonkeyPatch, zone: str, said: str) -> None:
    here.setenv("TZ", zone)
    time.tzset()
    assert moment_words(datetime(2026, 11, 26, 12, 0, tzinfo=UTC), Messages("id")) == said


def test_every_month_has_its_name_in_both_languages() -> None:
    for language, first, last in (("id", "Januari", "Desember"), ("en", "January", "December")):
        words = Messages(language)
        said = [day_words(date(2026, month, 1), words) for month in range(1, 13)]
        assert said[0] == f"1 {first} 2026" and said[-1] == f"1 {last} 2026" and len(set(said)) == 12
