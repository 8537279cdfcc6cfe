"""Fixtures of the rooms: a real encrypted store in a private folder, never a fake."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("small_office", Path(__file__).with_name("small_office.py"))
assert _SPEC and _SPEC.loader
small_office = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("small_office", small_office)
_SPEC.loader.exec_module(small_office)


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
