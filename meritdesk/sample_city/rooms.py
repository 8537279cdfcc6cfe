"""Where something made up may be put: never over what is there."""

from __future__ import annotations

from pathlib import Path

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.services.folders import ready_folder


def make_room(folder: Path) -> None:
    """A new or empty folder; whatever already holds something is refused, even an older sample city."""
    ready_folder(folder)
    try:
        is_empty = not any(folder.iterdir())
    except OSError as error:
        raise FileRefusal("USE-111", folder=folder.name, detail=type(error).__name__) from error
    if not is_empty:
        raise UsageRefusal("CLI-105", folder=folder.name)
