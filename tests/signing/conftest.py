"""A real office with closed evaluations, an authority, and the people's key files."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
for _name, _folder in (("office_ca", HERE), ("tampering", HERE), ("small_office", HERE.parent / "services")):
    if _name not in sys.modules:
        _spec = importlib.util.spec_from_file_location(_name, _folder / f"{_name}.py")
        assert _spec and _spec.loader
        _module = importlib.util.module_from_spec(_spec)
        sys.modules[_name] = _module
        _spec.loader.exec_module(_module)

import office_ca  # noqa: E402
import small_office  # noqa: E402


@pytest.fixture(scope="session")
def ca(tmp_path_factory: pytest.TempPathFactory) -> office_ca.OfficeCA:
    return office_ca.OfficeCA(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[small_office.Office]:
    with small_office.office(tmp_path / "kota") as office:
        office.settle()
        office.plan_everybody()
        office.desk.assessment.close(small_office.YEAR)
        yield office


@pytest.fixture
def run_tool() -> Callable[..., str]:
    """Runs an outside program; its complaints fail the test."""

    def run(*command: object) -> str:
        if shutil.which(str(command[0])) is None:
            pytest.skip(f"{command[0]} is not installed")
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, check=False)
        return done.stdout + done.stderr

    return run
