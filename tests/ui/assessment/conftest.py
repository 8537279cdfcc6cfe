"""A small city whose year is rated but not closed yet, a fresh copy of it for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from meritdesk import bootstrap
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane

YEAR, SEED, STAFF = 2025, 7, 120


@pytest.fixture(scope="session")
def rated_city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    city = year.found(tmp_path_factory.mktemp("grid") / "city", STAFF, YEAR, SEED)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        year.work_through(desk, city)
    return city


@pytest.fixture
def desk(rated_city: year.City, lane: Lane, at_rest: Callable[[], None], tmp_path: Path) -> Desk:
    folder = tmp_path / "agency"
    shutil.copytree(rated_city.agency, folder)
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(folder, rated_city.passphrase), opened.append)
    at_rest()
    return opened[0]
