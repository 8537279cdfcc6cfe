"""Everything about one person destroyed in a made-up store of 15,000: rows, journal, index and the file written anew.

`python bench/destroy.py [--staff 15000] [--again 200]`; the store has a closed year whose time is over, and so many
small saves after it, some of them about the person. Two parts are timed on their own as well: the index made anew, and
the file written anew. The chain of the journal is looked through afterwards.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from _made_up import PASSPHRASE, found
from _measure import MEGABYTE, Peak, report, said, workshop

from meritdesk import bootstrap
from meritdesk.core.people import Person
from meritdesk.services import Desk

WHEN_OVER = datetime(2031, 2, 3, 8, 0, tzinfo=UTC)


def lived(desk: Desk, person: Person, saves: int) -> None:
    """Small saves after the year, every tenth about the person."""
    around = desk.register.around
    with around.store.reading() as work:
        others = sorted(work.people.all(), key=lambda one: one.person_id)[:saves]
    for place, other in enumerate(others):
        one = person if place % 10 == 0 else other
        with around.store.writing(around.actor, "bench.save", reason=f"Perbaikan untuk {one.name}") as work:
            work.people.save([replace(one, position_title=f"Analis {place}")])
            work.commit()


class Watched:
    """One part of the deed, with what it took; ``step`` notes the longest time without a word of progress."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[float, float]] = {}
        self.silence = 0.0
        self._last = time.perf_counter()

    def step(self, done: int, total: int) -> None:
        """As the window is told."""
        now = time.perf_counter()
        self.silence, self._last = max(self.silence, now - self._last), now

    def timed(self, name: str, deed: Callable[..., Any], *given: Any, **more: Any) -> Any:
        """Do it and note what it took."""
        begun, computing = time.perf_counter(), time.process_time()
        try:
            return deed(*given, **more)
        finally:
            self.parts[name] = (time.perf_counter() - begun, time.process_time() - computing)


def destroyed(folder: Path, staff: int, saves: int) -> None:
    """Make the store, destroy the last person of it, and tell."""
    store = folder / "store"
    said(f"making {staff} people")
    found(store, staff, close=True)
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: WHEN_OVER) as desk:
        around = desk.register.around
        with around.store.reading() as work:
            person = max(work.people.all(), key=lambda one: int(one.person_id.rpartition("-")[2]))
        lived(desk, person, saves)
    size = sum(one.stat().st_size for one in store.rglob("*") if one.is_file())
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: WHEN_OVER) as desk:
        watched = Watched()
        held: Any = desk.register.around.store
        for name in ("rebuild_index", "shred"):
            setattr(held, name, partial(watched.timed, name, getattr(held, name)))
        with Peak() as peak:
            one = watched.timed(
                "whole",
                desk.upkeep.destruction.erase_person,
                person.nip,
                "Masa simpan habis",
                "Saksi",
                (),
                watched.step,
            )
        report(
            "destroy_person",
            **{f"{name}_{what}": round(took, 2) for name, pair in watched.parts.items()
               for what, took in zip(("seconds", "computed"), pair, strict=True)},
            staff=staff, rows=one.rows, changes=one.changes, store_mb=round(size / MEGABYTE),
            longest_silence=round(watched.silence, 2), peak_mb=round(peak.highest / MEGABYTE),
            rise_mb=round((peak.highest - peak.before) / MEGABYTE),
        )  # fmt: skip
        assert desk.upkeep.audit.verify().is_whole, "the chain no longer holds"


def main() -> None:
    """From the command line."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--staff", type=int, default=15_000)
    told.add_argument("--again", type=int, default=200)
    chosen = told.parse_args()
    with workshop() as folder:
        destroyed(folder, chosen.staff, chosen.again)


if __name__ == "__main__":
    main()
