"""Fixtures of the store: real encrypted files in private folders."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("store_samples", Path(__file__).with_name("store_samples.py"))
assert _SPEC and _SPEC.loader
store_samples = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("store_samples", store_samples)
_SPEC.loader.exec_module(store_samples)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory) -> tuple[Path, str]:
    """A store made once; tests work on copies of its folder."""
    folder = tmp_path_factory.mktemp("store") / "kota"
    return folder, store_samples.make_store(folder)


@pytest.fixture
def recovery_key(empty_store) -> str:
    return empty_store[1]


@pytest.fixture
def folder(empty_store, tmp_path: Path) -> Path:
    target = tmp_path / "kota"
    shutil.copytree(empty_store[0], target)
    return target


def pytest_generate_tests(metafunc):
    """Whoever asks for a store gets each kind in turn, unless the test is about the encrypted file itself."""
    if "kept_in" in metafunc.fixturenames:
        is_about_the_file = metafunc.definition.get_closest_marker("file") is not None
        metafunc.parametrize("kept_in", ["file"] if is_about_the_file else ["file", "server"])


@pytest.fixture
def store(kept_in: str, request, tmp_path: Path) -> Iterator[object]:
    """An open store of the sample agency: in its encrypted file, and the same on a shared server."""
    if kept_in == "file":
        folder = request.getfixturevalue("folder")
        with store_samples.opened(folder) as opened:
            yield opened
        return
    database = request.getfixturevalue("prepared_database")
    database.sweep()
    store_samples.join_server(tmp_path / "server", database)
    with store_samples.opened_on_server(tmp_path / "server") as opened:
        yield opened


@pytest.fixture
def filled(store):
    store_samples.fill(store)
    return store
