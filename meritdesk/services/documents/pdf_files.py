"""The PDF files that a clerk means when a file or a folder is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

_MOST_FILES = 20_000


def pdf_files(paths: Sequence[Path]) -> list[Path]:
    """Files as they are named, folders with everything below; hidden files are left alone, each comes once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside: Iterator[Path] = iter([path])
        if path.is_dir():
            inside = (one for one in sorted(path.rglob("*")) if one.suffix.lower() == ".pdf" and one.is_file())
        for one in inside:
            if not one.name.startswith("."):
                found[one] = None
            if len(found) >= _MOST_FILES:
                return list(found)
    return list(found)
