"""Fixtures of the rooms: a real encrypted store in a private folder, never a fake."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from meritdesk.store import server_roles


def _beside(name: str) -> ModuleType:
    """A module of samples that lies beside the tests, under its own name."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = sys.modules.setdefault(name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


small_office = _beside("small_office")
_beside("key_office")
_beside("many_agencies")
_beside("pcs_apart")
_beside("receiving_killed")
two_agencies = _beside("two_agencies")


ON_BOTH = frozenset(
    {"test_register", "test_planning", "test_plan_list", "test_execution", "test_execution_records", "test_assessment",
     "test_objections", "test_finding", "test_lists", "test_analysts", "test_overview_work"}
)  # fmt: skip
"""Modules of the year's work that are lived through on a shared server too."""


def pytest_generate_tests(metafunc):
    """The year's work is done in a file and on a server alike; what is not about the rows is done once."""
    if "office" in metafunc.fixturenames:
        is_on_both = metafunc.module.__name__.rpartition(".")[2] in ON_BOTH
        is_about_the_file = metafunc.definition.get_closest_marker("file") is not None
        kinds = ["file", "server"] if is_on_both and not is_about_the_file else ["file"]
        metafunc.parametrize("office", kinds, indirect=True)


@pytest.fixture(scope="session")
def founded(tmp_path_factory) -> Path:
    """An office that was founded and never used: a second of work that each test would do again."""
    folder = tmp_path_factory.mktemp("founded") / "kota"
    with small_office.office(folder):
        return folder


DEEDS = {
    "settled": lambda office: office.settle(),
    "planned": lambda office: office.plan_everybody(),
    "closed": lambda office: office.desk.assessment.close(small_office.YEAR),
}
"""What an office lives through, each after the one before: what half of the tests here begin with."""


@pytest.fixture(scope="session")
def lived(founded, tmp_path_factory) -> Callable[[str], Path]:
    """The folder of an office that came so far; lived once, and copied by each test that begins there."""
    folders = {"founded": founded}

    def at(stage: str) -> Path:
        if stage not in folders:
            stages = ["founded", *DEEDS]
            folder = tmp_path_factory.mktemp(stage) / "kota"
            shutil.copytree(at(stages[stages.index(stage) - 1]), folder)
            with small_office.office(folder) as opened:
                DEEDS[stage](opened)
            folders[stage] = folder
        return folders[stage]

    return at


@pytest.fixture
def office(request, tmp_path: Path) -> Iterator[object]:
    """An office, as far as the test's other fixtures want it to have come; on a server it lives it through anew."""
    database = None
    wanted = [stage for stage in DEEDS if stage in request.fixturenames]
    if getattr(request, "param", "file") == "server":
        database = request.getfixturevalue("prepared_database")
        database.sweep()
        # The year's work is one clerk's here; that two are asked for on a server has a test of its own.
        request.getfixturevalue("monkeypatch").setattr(server_roles, "confirmers", lambda connection, agency: 1)
    else:
        shutil.copytree(request.getfixturevalue("lived")(wanted[-1] if wanted else "founded"), tmp_path / "kota")
    with small_office.office(tmp_path / "kota", database=database) as opened:
        if database is not None:
            for stage in wanted:
                DEEDS[stage](opened)
        yield opened


@pytest.fixture
def settled(office):
    return office


@pytest.fixture
def planned(settled):
    return settled


@pytest.fixture
def closed(planned):
    return planned


@pytest.fixture(scope="session")
def two_prepared(tmp_path_factory) -> Path:
    """Two agencies that know each other, one of which lets somebody go; copied by ``pair``."""
    return two_agencies.prepare(tmp_path_factory.mktemp("mutasi"))


@pytest.fixture
def pair(two_prepared: Path, tmp_path: Path) -> Iterator[object]:
    with two_agencies.opened(two_prepared, tmp_path) as both:
        yield both
