"""Folders that a clerk names for paper, packages and backups."""

from __future__ import annotations

from pathlib import Path

from meritdesk.core.errors import FileRefusal


def ready_folder(folder: Path) -> Path:
    """The folder, made when it is not there yet; ``USE-111`` when it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileRefusal("USE-111", folder=folder.name, detail=error.strerror or type(error).__name__) from error
    return folder


def free_name(out: Path, stem: str, moment: str) -> Path:
    """A file name made of codes only, never of a person's name, and never one that exists."""
    target = out / f"{stem}-{moment}.pdf"
    again = 2
    while target.exists():
        target = out / f"{stem}-{moment}-{again}.pdf"
        again += 1
    return target
