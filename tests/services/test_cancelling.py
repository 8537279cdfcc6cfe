"""Long work that is stopped leaves everything as before, wherever it is stopped, and is never stopped after its end."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from meritdesk.bootstrap import open_desk, restore_store
from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.errors import Cancelled
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.changes import Step

PERIOD = parse_period("2025")
PLACES = 4
"""In so many places, spread over its whole length, each work is stopped."""

Verb = Callable[[Desk, Path, Step], object]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    """A city whose year is planned and rated, and not closed."""
    city = year.found(tmp_path_factory.mktemp("cancelling") / "city", year.SMALLEST, 2025, 7101)
    with open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        year.work_through(desk, city)
    return city


@pytest.fixture
def store(begun: year.City, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(begun.agency, tmp_path / "agency")
    yield tmp_path / "agency"


def _change(desk: Desk, _: Path, step: Step) -> object:
    person = next(one for one in desk.register.staff(StaffQuery()) if one.unit_id)
    request = ChangeRequest(CareerChange.UNPAID_LEAVE, person.person_id, date(2025, 11, 1))
    return desk.register.careers.change(request, step)


def _undo(desk: Desk, _: Path, step: Step) -> object:
    return desk.upkeep.undo(desk.upkeep.journal(0, 1)[0].change_set_id, step)


WORKS: dict[str, Verb] = {
    "import": lambda desk, files, step: desk.register.import_staff(files / "profil-asn.xlsx", step),
    "close": lambda desk, files, step: desk.assessment.close(PERIOD, (), step),
    "change": _change,
    "undo": _undo,
    "check": lambda desk, files, step: desk.upkeep.check(step),
    "backup": lambda desk, files, step: desk.upkeep.backup(files / "kept", step),
}


def looks(work: Callable[[Step], object]) -> int:
    """How often a work asks whether it shall go on."""
    asked = 0

    def step(done: int, total: int) -> None:
        nonlocal asked
        asked += 1

    work(step)
    return asked


def stopped_at(work: Callable[[Step], object], place: int) -> None:
    """Stop a work when it asks for the so-and-so-manieth time."""
    asked = 0

    def step(done: int, total: int) -> None:
        nonlocal asked
        asked += 1
        if asked > place:
            raise Cancelled

    with pytest.raises(Cancelled):
        work(step)


def state_of(store: Path, files: Path) -> tuple[bytes, tuple[str, ...]]:
    """The store byte for byte, and what lies in the folder of the files."""
    return (store / "meritdesk.db").read_bytes(), tuple(str(path) for path in sorted(files.rglob("*.*")))


@pytest.mark.parametrize("name", sorted(WORKS))
def test_wherever_long_work_is_stopped_everything_is_as_before(
    name: str, store: Path, begun: year.City, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    shutil.copytree(begun.folder / "files", files)
    second = tmp_path / "second"
    shutil.copytree(store, second)
    with open_desk(second, begun.passphrase) as desk:
        asked = looks(lambda step: WORKS[name](desk, files, step))
    shutil.rmtree(files / "kept", ignore_errors=True)
    assert asked > PLACES, "it can be stopped within"
    with open_desk(store, begun.passphrase) as desk:
        before = state_of(store, files)
        for place in range(0, asked - 1, max(1, asked // PLACES)):
            stopped_at(lambda step: WORKS[name](desk, files, step), place)
            assert state_of(store, files) == before, f"{name} stopped at {place} of {asked}"


def test_receiving_that_is_stopped_leaves_region_and_stick_as_before(
    begun: year.City, store: Path, tmp_path: Path
) -> None:
    stick, region = tmp_path / "stick", tmp_path / "region"
    with open_desk(store, begun.passphrase) as desk:
        desk.assessment.close(PERIOD)
        head = desk.upkeep.journal(0, 1)
        stopped_at(lambda step: desk.handover.pack(PERIOD, stick, step), 8)
        assert desk.upkeep.journal(0, 1) == head and not list(stick.glob("*.merit"))
        package = desk.handover.pack(PERIOD, stick).path
    shutil.copytree(begun.region, region)
    shutil.copytree(begun.region, tmp_path / "other")
    with open_desk(tmp_path / "other", begun.passphrase) as desk:
        asked = looks(lambda step: desk.handover.receive(package, tmp_path / "reply", step))
    with open_desk(region, begun.passphrase) as desk:
        before = state_of(region, stick)
        asked_before = looks(lambda step: desk.handover.look_into(package, step))
        assert asked_before > 30, "it is asked between tables"
        stopped_at(lambda step: desk.handover.look_into(package, step), asked_before // 2)
        assert state_of(region, stick) == before
        # The last look is after the commit: who stops there comes too late and is told that it is done.
        for place in range(0, asked - 2, asked // PLACES):
            stopped_at(lambda step: desk.handover.receive(package, stick, step), place)
            assert state_of(region, stick) == before
        late = _late(asked - 1)
        assert desk.handover.receive(package, stick, late).changes.change_set_id


def _late(place: int) -> Step:
    asked = 0

    def step(done: int, total: int) -> None:
        nonlocal asked
        asked += 1
        if asked > place:
            raise Cancelled

    return step


def test_restoring_that_is_stopped_leaves_the_store_that_was(begun: year.City, store: Path, tmp_path: Path) -> None:
    with open_desk(store, begun.passphrase) as desk:
        backup = desk.upkeep.backup(tmp_path / "kept")
    before = (store / "meritdesk.db").read_bytes()
    second = tmp_path / "second"
    shutil.copytree(store, second)
    asked = looks(lambda step: restore_store(backup, second, begun.passphrase, step=step))
    for place in range(0, asked - 1, asked // PLACES):
        stopped_at(lambda step: restore_store(backup, store, begun.passphrase, step=step), place)
        assert (store / "meritdesk.db").read_bytes() == before
        assert not list(store.rglob("*.meritbackup")) and not list(store.glob(".pulih-*"))
