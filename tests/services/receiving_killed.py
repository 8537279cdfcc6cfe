"""Runs programs that take a file in and are killed by the system (``receive_killed.py``)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MOMENTS = ("records", "ledger", "journal", "committed", "reply")
"""After what the program was killed: the last two are after the end of the transaction."""


def killed(deed: str, package: Path, folders: list[Path]) -> None:
    """One program a folder, killed after the moment by which that is named."""
    program = Path(__file__).with_name("receive_killed.py")
    done = subprocess.run(
        [sys.executable, str(program), deed, str(package), *map(str, folders)],
        capture_output=True,
        timeout=240,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr.decode()
