"""The first file of the packaged program: ready for work before any command, and quick where it is only asked how."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from types import ModuleType

import pytest

from shipping import entry


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names of PyInstaller's scripts in the order in which they run."""
    ran: list[str] = []
    for name in entry.PREPARING:
        (tmp_path / f"{name}.py").write_text("import told_here\ntold_here.ran.append(__name__)\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    told = ModuleType("told_here")
    told.ran = ran  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "told_here", told)
    monkeypatch.syspath_prepend(str(tmp_path))
    return ran


def begin(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    monkeypatch.setattr(sys, "argv", ["meritdesk", *words])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(entry.__file__, run_name="__main__")
    return end.value.code


def test_its_workers_begin_before_it_reads_a_command(monkeypatch: pytest.MonkeyPatch, prepared: list[str]) -> None:
    """The watcher of the workers' semaphores is started by this file too, with words that are no command of ours."""

    def worker() -> None:
        raise SystemExit(7)

    monkeypatch.setattr("multiprocessing.freeze_support", worker)
    assert begin(monkeypatch, "-c", "from multiprocessing.resource_tracker import main;main(5)") == 7
    assert prepared == list(entry.PREPARING)


def test_who_asks_how_it_is_used_does_not_wait_for_that(
    monkeypatch: pytest.MonkeyPatch, prepared: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert begin(monkeypatch, "register", "--help") == 0
    assert "register" in capsys.readouterr().out
    assert not prepared
