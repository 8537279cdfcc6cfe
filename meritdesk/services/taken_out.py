"""What leaves the store as a file for people leaves a line in the journal, or does not leave at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What a file for people holds: its rows, and how many people are not in it for a limit of processing."""

    rows: int
    left_out: int = 0


def note_taken(around: Surroundings, what: str, paths: Iterable[Path]) -> None:
    """Write down that these files were taken along; where that fails they are taken away again.

    ``what`` names the list or the kind of file, never a person; names of files of evidence are not repeated.
    """
    files = list(paths)
    names = files[0].name if len(files) == 1 and what != EVIDENCE else f"{len(files)}"
    try:
        with around.store.writing(around.actor, "upkeep.lists.export", origin=f"file:{names}", reason=what) as work:
            moment = around.clock().isoformat(timespec="seconds")
            work.set_setting("last_list", f"{moment} {what} {len(files)}")
            work.commit()
    except BaseException:
        # What left the store without a trace would be worse than no file.
        for path in files:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


EVIDENCE = "bukti dukung"
