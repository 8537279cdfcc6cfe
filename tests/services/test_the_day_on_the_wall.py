"""What a person reads bears the day on the wall: at half past seven in Jayapura it is not yesterday any more."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from small_office import NIPS, YEAR

from meritdesk import bootstrap
from meritdesk.core.documents import Form
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import region as sample
from meritdesk.services.documents import Selection

EARLY = datetime(2026, 1, 31, 22, 30, tzinfo=UTC)
TODAY = date(2026, 2, 1)
PASSPHRASE = sample.PASSPHRASE

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="only here can a test move its clock to a zone")


@pytest.fixture
def early(monkeypatch):
    """Half past seven in the morning in Jayapura; in London it is the evening before."""
    monkeypatch.setenv("TZ", "WIT-9")
    time.tzset()
    yield EARLY.astimezone()
    monkeypatch.undo()
    time.tzset()


def test_papers_lists_and_notices_of_the_early_morning_are_of_today(closed, early, tmp_path):
    closed.moment[0] = early
    desk = closed.desk
    desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    assert [line.printed_at.date() for line in desk.documents.lines()] == [TODAY]
    lost = desk.upkeep.leaks.note_lost("MD1-3372-PC01-2025.merit")
    paper, _ = desk.upkeep.leaks.sheet(lost.number)
    assert paper.dated == TODAY
    (found,) = desk.upkeep.leaks.lines()
    assert (found.noticed_at.date(), found.due_at.date()) == (TODAY, date(2026, 2, 4))


def test_the_region_says_the_day_a_file_came_and_counts_its_delay_from_it(early, tmp_path):
    sample.make_store(tmp_path / "region", lambda: early)
    period = parse_period("2025")
    governments = [
        sample.Government(code, f"Kota {code}", (OrgUnit(f"{code}-0", "Pemerintah"),), (), ())
        for code in ("6101", "6102")
    ]
    noon = datetime(2026, 2, 1, 3, 0, tzinfo=UTC)
    with bootstrap.open_desk(tmp_path / "region", PASSPHRASE, clock=lambda: early) as desk:
        for government, arrived in zip(governments, (early, noon), strict=True):
            sample.let_arrive(desk, government, period, 1, arrived)
        one, other = desk.overview.region.sendings(period).lines
    assert one.last_at.date() == other.last_at.date() == TODAY
    assert (one.state, one.days_late) == (other.state, other.days_late)
