"""Fixtures of the rooms: a real encrypted store in a private folder, never a fake."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest


def _beside(name: str) -> ModuleType:
    """A module of samples that lies beside the tests, under its own name."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = sys.modules.setdefault(name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


small_office = _beside("small_office")
_beside("key_office")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[object]:
    with small_office.office(tmp_path / "kota") as opened:
        yield opened


@pytest.fixture
def settled(office):
    office.settle()
    return office


@pytest.fixture
def planned(settled):
    settled.plan_everybody()
    return settled


@pytest.fixture
def closed(planned):
    planned.desk.assessment.close(small_office.YEAR)
    return planned
