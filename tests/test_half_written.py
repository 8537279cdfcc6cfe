"""A file gets its name when it is whole; what dead programs left is cleared away, and nothing else is (F02, F08)."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from meritdesk import half_written
from meritdesk.half_written import TRIES, clear, give_name, mark


def held(monkeypatch: pytest.MonkeyPatch, failures: int, winerror: int = 32) -> list[int]:
    """The first renames fail as on Windows while a scanner reads the file; nobody waits for real."""
    real, calls = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        calls.append(1)
        if len(calls) <= failures:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(half_written.time, "sleep", lambda seconds: None)
    return calls


def test_a_file_that_a_scanner_holds_is_tried_for_three_seconds_and_no_longer(tmp_path, monkeypatch):
    for failures in range(1, TRIES + 3):
        with monkeypatch.context() as patch:
            (tmp_path / "aside").write_bytes(b"new")
            (tmp_path / "name").write_bytes(b"old")
            calls = held(patch, failures, winerror=(5, 32, 33)[failures % 3])
            if failures < TRIES:
                give_name(tmp_path / "aside", tmp_path / "name")
            else:
                with pytest.raises(PermissionError):
                    give_name(tmp_path / "aside", tmp_path / "name")
            assert len(calls) == min(failures + 1, TRIES)
            # Where it was given up, both are as they were: nothing is copied over the old one.
            assert (tmp_path / "name").read_bytes() == (b"new" if failures < TRIES else b"old")
            assert (tmp_path / "aside").exists() is (failures >= TRIES)
    assert TRIES * half_written.PAUSE_SECONDS <= 3.2


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "right"), OSError(errno.EIO, "disk")])
def test_other_errors_are_not_tried_again(tmp_path, monkeypatch, error):
    calls = []

    def replace(self: Path, target: Path) -> Path:
        calls.append(1)
        raise error

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match=error.strerror):
        give_name(tmp_path / "aside", tmp_path / "name")
    assert len(calls) == 1


def test_what_a_dead_program_left_is_cleared_and_nothing_else(tmp_path):
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    ours = mark()
    host = ours.split("-")[0]
    left = [f".meritdesk-{host}-{dead}-0a1b2c3d.part", f"MD1-1.merit.{host}-{dead}-0a1b2c3d.part"]
    stays = [f".meritdesk-{ours}.part", f".meritdesk-w00000000-{dead}-0a1b2c3d.part", f"x-{dead}-0a1b2c3d.part",
             f".meritdesk-{host}-{os.getppid()}-0a1b2c3d.part", "laporan.part"]  # fmt: skip
    for name in (*left, *stays):
        (tmp_path / name).write_bytes(b"x")
    folder = tmp_path / f".cadangan-{host}-{dead}-ab_d1234"
    folder.mkdir()
    (folder / "meritdesk.db").write_bytes(b"x")
    clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(stays)
    (tmp_path / left[0]).write_bytes(b"x")
    clear(tmp_path)
    assert (tmp_path / left[0]).exists(), "a folder is looked through once a program"
    clear(tmp_path, again=True)
    assert not (tmp_path / left[0]).exists()
    clear(tmp_path / "gone")
