"""What is asked of a store after a fault: is everything there that was acknowledged, and is nothing half?"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.faults import workflows
from bench.faults.disk import Event
from meritdesk.core.errors import Refusal
from meritdesk.store import sqlite, swapping
from meritdesk.store.database import DATABASE_FILE

OPENING_SECONDS = 3.0
"""A store that comes back must be open by then, in seconds computed: the machine may be busy with other things."""


@dataclass
class Verdict:
    """What was found after one fault."""

    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    opened_in: float = 0.0
    left_over: tuple[str, ...] = ()


@dataclass(frozen=True)
class Course:
    """How a workflow goes when nothing happens: the digests of its states, and what it acknowledged when."""

    digests: tuple[str, ...]
    commits: tuple[int, ...]
    acks: tuple[tuple[int, str], ...]
    files: dict[str, bytes]
    key: bytes

    def expected(self, place: int) -> tuple[range, list[str]]:
        """Which states may be there after the event at a place, and which files must be."""
        known = [ack for ack in self.acks if ack[0] <= place]
        least = max((state for at, state in zip(self.commits, range(len(self.commits)), strict=True)
                     if known and at <= known[-1][0]), default=0)  # fmt: skip
        most = sum(at <= place for at in self.commits)
        files = [words.removeprefix("file ") for _, words in known if words.startswith("file ")]
        return range(least, most), files


def course_of(events: Sequence[Event], begin: int, first: str, folder: Path, key: bytes) -> Course:
    """The course from what a book says, beginning with the digest of the first state."""
    digests, commits, acks = [first], [0], []
    for place, event in enumerate(events):
        if event[0] != "said" or place < begin:
            continue
        kind, _, words = event[1].partition(" ")
        if kind == "commit":
            digests.append(words)
            commits.append(place)
        elif kind == "ack":
            acks.append((place, words))
    files = {words.removeprefix("file "): b"" for _, words in acks if words.startswith("file ")}
    return Course(
        tuple(digests), tuple(commits), tuple(acks), {name: (folder / name).read_bytes() for name in files}, key
    )


def judge(folder: Path, course: Course, place: int, *, is_old: bool = False) -> Verdict:
    """Open what is left after a fault as a clerk would, and compare it with the course."""
    verdict = Verdict()
    allowed, files = course.expected(place)
    store = folder / "store"
    for name, content in course.files.items():
        path = folder / name
        if not path.is_file():
            if name in files:
                verdict.lost.append(f"file {name}")
        elif path.read_bytes() != content:
            (verdict.lost if name in files else verdict.broken).append(f"half a file under its final name: {name}")
    began = time.process_time()
    try:
        if not is_old:
            with workflows.opened(store) as desk:
                verdict.opened_in = time.process_time() - began
                report = desk.upkeep.check()
            if not report.is_sound:
                verdict.broken.append(f"check: {report}")
        found = workflows.digest_of_rows(store, course.key)
        if found not in [course.digests[state] for state in allowed]:
            earlier = found in course.digests[: allowed.start]
            (verdict.lost if earlier else verdict.broken).append(f"state {found}, allowed {allowed}")
        if is_old:
            workflows.open_old(store)
            if workflows.digest_of_rows(store, course.key) != course.digests[-1]:
                verdict.broken.append("another store after the upgrade")
    except Refusal as refusal:
        is_there = (store / DATABASE_FILE).exists()
        verdict.broken.append(f"{refusal.code} {'' if is_there else 'no database'}")
    except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
        verdict.broken.append(f"{type(error).__name__}: {error}")
    if verdict.opened_in > OPENING_SECONDS:
        verdict.broken.append(f"open after {verdict.opened_in:.1f} s")
    verdict.left_over = tuple(workflows.leftovers(folder))
    return verdict


def as_left(store: Path) -> tuple[str, int]:
    """The digest of what a fault left and how many answers were owed, from a copy: the clerk opens the thing itself.

    A restore that was decided and not carried out is carried out first, in the copy: until then two files change
    places, and whoever looks in between finds none.
    """
    aside = store.with_name("aside")
    shutil.copytree(store, aside)
    try:
        if swapping.is_ready(aside):
            swapping.carry_out(aside, DATABASE_FILE)
        key = workflows.key_of(aside)
        with sqlite.raw_connection(aside / DATABASE_FILE, key) as raw:
            tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            owed = raw.execute("SELECT count(*) FROM owed_answer").fetchone()[0] if "owed_answer" in tables else 0
            return workflows.digest_over(raw), owed
    finally:
        shutil.rmtree(aside)


def halves(folder: Path) -> list[str]:
    """Files under their final names that are not whole."""
    found = []
    for path in folder.rglob("*"):
        if path.suffix in (".pdf", ".merit", ".meritbackup") and ".part" not in path.name:
            is_inside_half_work = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if not is_inside_half_work and not workflows.is_whole(path):
                found.append(f"half a file under its final name: {path.name}")
    return found


def judge_killed(folder: Path, said: Sequence[str], first: str, last: str = "", *, thorough: bool = True) -> Verdict:
    """The same for a program that was killed and had said what it was about to commit and what it acknowledged.

    All rows are compared every time, the store's own full check is run where it is to be ``thorough``. ``first`` is the
    digest of the beginning; ``last`` is named where an old store is upgraded, and where it must end.
    """
    verdict = Verdict()
    store = folder / "store"
    digests, files, least = [first], [], 0
    for words in said:
        kind, _, rest = words.partition(" ")
        if kind == "commit":
            digests.append(rest)
        elif kind == "ack":
            least = len(digests) - 1
            if rest.startswith("file "):
                files.append(rest.removeprefix("file "))
    for name in files:
        if not (folder / name).is_file():
            verdict.lost.append(f"file {name}")
    verdict.broken += halves(folder)
    try:
        found, owed = as_left(store)
        if found not in digests[least:]:
            (verdict.lost if found in digests else verdict.broken).append(f"state {found} of {digests[least:]}")
        if not last:
            began = time.process_time()
            with workflows.opened(store) as desk:
                verdict.opened_in = time.process_time() - began
                report = desk.upkeep.check() if thorough else None
            if report is not None and not report.is_sound:
                verdict.broken.append(f"check: {report}")
            # Opening writes the answer that a killed program still owed; beyond that it changes nothing.
            after, still_owed = as_left(store) if thorough or owed else (found, 0)
            if still_owed or (after != found and not owed):
                verdict.broken.append(f"opening made {after} of {found}, answers owed {owed}, then {still_owed}")
            verdict.broken += halves(folder) if owed else []
        if last:
            workflows.open_old(store)
            if workflows.digest_of_rows(store, workflows.key_of(store)) != last:
                verdict.broken.append("another store after the upgrade")
    except Refusal as refusal:
        verdict.broken.append(f"{refusal.code} {'' if (store / DATABASE_FILE).exists() else 'no database'}")
    except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
        verdict.broken.append(f"{type(error).__name__}: {error}")
    if verdict.opened_in > OPENING_SECONDS:
        verdict.broken.append(f"open after {verdict.opened_in:.1f} s")
    return verdict
