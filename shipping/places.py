"""Where things lie while the program is packaged, and how a child is run with time measured out."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
CONTENTS = "contents.json"
"""What the recipe writes beside its work: every file that it took, with where it came from."""


class Failure(Exception):
    """An end with a plain sentence. ``code`` 1: something is wrong; 2: something is missing here, and what to do."""

    def __init__(self, words: str, code: int = 1) -> None:
        super().__init__(words)
        self.code = code


def pins(*locks: str) -> dict[str, str]:
    """Package and version of every line of these locks, under the name that the index uses."""
    found: dict[str, str] = {}
    for lock in locks:
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
        found |= {plain(name): version for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", text, re.M)}
    return found


def plain(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def told(
    command: Sequence[str | Path], seconds: float, environment: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> str:
    """What a command said, or a ``Failure`` with the end of it; never without an end."""
    words = [str(part) for part in command]
    try:
        done = subprocess.run(
            words, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        said = (late.output or b"").decode("utf-8", "replace")
        raise Failure(f"{' '.join(words)}\nhad no end after {seconds:.0f} s:\n{_end_of(said)}") from None
    said = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    if done.returncode:
        raise Failure(f"{' '.join(words)}\nended with {done.returncode}:\n{_end_of(said)}")
    return said


def _end_of(said: str) -> str:
    return "\n".join(said.splitlines()[-25:])


def megabytes(folder: Path) -> float:
    """The size of a folder's files."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return round(sum(path.stat().st_size for path in files) / 1024**2, 1)
