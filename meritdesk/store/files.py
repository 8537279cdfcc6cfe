"""Files that appear whole or not at all: written aside, flushed, renamed."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from meritdesk.half_written import give_name
from meritdesk.store.sqlite import refusing_disk


def write_aside(target: Path, content: bytes) -> None:
    """Write a small file so that its name never stands for half of it."""
    aside = target.with_name(f"{target.name}.part")
    with refusing_disk(target):
        try:
            with aside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(aside, target)
        finally:
            aside.unlink(missing_ok=True)


def put_in_place(aside: Path, target: Path) -> None:
    """Give a finished file its final name and make the name itself durable."""
    give_name(aside, target)
    flush_folder(target.parent)


def flush_file(path: Path) -> None:
    """Make the bytes of a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make renames in a folder durable where the system knows how; Windows does it by itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
