"""A small city that has lived its year up to the ratings, a fresh copy of it for each test, a lane to open it in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.periods import Period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words

YEAR, SEED, STAFF = 2025, 7, 120


@pytest.fixture(scope="session")
def worked_city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    city = year.found(tmp_path_factory.mktemp("register") / "city", STAFF, YEAR, SEED)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        year.work_through(desk, city)
    return city


@pytest.fixture
def period(worked_city: year.City) -> Period:
    return worked_city.period


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    lane = Lane()
    broken: list[Exception] = []
    lane.broke.connect(broken.append)
    yield lane
    lane.stop()
    assert broken == []


@pytest.fixture
def at_rest(lane: Lane, qtbot: QtBot) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: lane.is_idle, timeout=20_000)
        qtbot.wait(1)
        qtbot.waitUntil(lambda: lane.is_idle, timeout=20_000)

    return wait


@pytest.fixture
def desk(worked_city: year.City, lane: Lane, at_rest: Callable[[], None], tmp_path: Path) -> Desk:
    folder = tmp_path / "agency"
    shutil.copytree(worked_city.agency, folder)
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(folder, worked_city.passphrase), opened.append)
    at_rest()
    return opened[0]


@pytest.fixture(params=["id", "en"])
def words(request: pytest.FixtureRequest, qapp: object) -> Words:
    return Words(request.param)
