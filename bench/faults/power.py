"""Power cuts: each workflow runs once on a disk that keeps a book, then the power is cut at its events, one by one.

After each cut lies there what such a disk may hold (``disk.Variant``): it is opened as a clerk opens it. All that was
acknowledged must be there, the rest wholly or not at all. The control run turns ``synchronous`` off and must lose.
"""

from __future__ import annotations

PART = True

import argparse  # noqa: E402
import multiprocessing  # noqa: E402
import os  # noqa: E402
import pickle  # noqa: E402
import random  # noqa: E402
import re  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.disk import Event, Image, Variant, recording  # noqa: E402
from bench.faults.judging import Course, Verdict, course_of, judge  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, Stage, Witness, Workflow  # noqa: E402
from meritdesk.store import sqlite  # noqa: E402

WANTED = 200
CUTS = 208
CONTROL_CUTS = 40
TURNS = 7
"""So many turns of cuts where the time may not last for all; it shares no divisor with the variants."""
SEED = 20261126


@dataclass(frozen=True)
class Book:
    """One recorded workflow."""

    workflow: Workflow
    events: list[Event]
    begin: int
    course: Course


def record(stage: Stage, workflow: Workflow, folder: Path, *, is_control: bool = False) -> Book:
    """Let a workflow run to its end on the disk that keeps a book."""
    mount = folder / f"disk-{workflow.name}{'-control' if is_control else ''}"
    with recording(mount) as book:
        begun = stage.begin(workflow, mount / "work")
        key = workflows.key_of(begun / "store")
        first = workflows.digest_of_rows(begun / "store", key)
        book.say("begin")
        child = os.fork()
        if not child:
            code = 1
            try:
                if is_control:
                    sqlite.SETTINGS = (*sqlite.SETTINGS, "PRAGMA synchronous = OFF")
                witness = Witness(book.say)
                witness.begin()
                workflow.does(begun, witness.ack)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if status:
            raise SystemExit(f"{workflow.name} did not come to its end on the disk of the bench")
        events, _ = book.book()
        key = workflows.key_of(begun / "store")
        begin = events.index(("said", "begin"))
        return Book(workflow, events, begin, course_of(events, begin, first, begun, key))


def cut(book: Book, rounds: Sequence[tuple[int, Variant]], folder: Path) -> list[tuple[str, Verdict]]:
    """Cut the power after each of these events."""
    found = []
    image, place = Image(), 0
    for number, (at, variant) in enumerate(sorted(rounds, key=lambda one: one[0])):
        while place <= at:
            event = book.events[place]
            if event[0] != "said":
                image.play(event)
            if place == book.begin:
                image.settle()
            place += 1
        target = folder / f"{number}"
        target.mkdir(parents=True)
        image.lay(target, variant, random.Random(f"{SEED}-{book.workflow.name}-{at}-{variant.name}"))
        verdict = judge(target / "work", book.course, at, is_old=book.workflow.beginning == "old")
        found.append((f"event {at} {variant.name}", verdict))
        if not (verdict.lost or verdict.broken) or not os.environ.get("MERITDESK_FAULTS_KEEP"):
            shutil.rmtree(target)
    return found


def plan(book: Book, cuts: int) -> list[tuple[int, Variant]]:
    """So many cuts spread over all events since the beginning, the variants in turn."""
    places = len(book.events) - book.begin
    turns = list(Variant)
    step = max(1.0, places * len(turns) / cuts)
    chosen = []
    for number in range(cuts):
        place = book.begin + int(number // len(turns) * step) % places
        chosen.append((place, turns[number % len(turns)]))
    return chosen


def worker(given: tuple[Book, list[tuple[int, Variant]], Path]) -> bytes:
    """One process of the two."""
    return pickle.dumps(cut(*given))


def cut_all(book: Book, cuts: int, folder: Path, workers: int, left: Budget) -> list[tuple[str, Verdict]]:
    """All cuts of a workflow, on as many processes as the machine has cores; in turns, each spread over the whole."""
    rounds, found = plan(book, cuts), list[tuple[str, Verdict]]()
    turns = TURNS if left.is_bounded else 1
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for turn in range(turns):
            if turn and left.is_spent:
                break
            ours = rounds[turn::turns]
            shares = [
                (book, ours[number::workers], folder / f"{book.workflow.name}-{turn}-{number}")
                for number in range(workers)
            ]
            found += [one for share in pool.map(worker, shares) for one in pickle.loads(share)]
    return found


def main() -> int:
    """Every workflow, then the control run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=CUTS, help="power cuts per workflow")
    parser.add_argument("--only", default="", help="one workflow")
    chosen = parser.parse_args()
    workers = os.cpu_count() or 1
    codes = []
    left = budget.of_part()
    wanted = [workflow for workflow in WORKFLOWS if not chosen.only or workflow.name in chosen.only.split()]
    with tempfile.TemporaryDirectory(prefix="meritdesk-power-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        control = record(stage, WORKFLOWS[0], folder, is_control=True)
        seen = cut_all(control, CONTROL_CUTS, folder / "control", workers, Budget(None))
        lost = sum(bool(verdict.lost or verdict.broken) for _, verdict in seen)
        said = f"synchronous=OFF, {len(seen)} cuts in save: {lost} lost or broken"
        for place, workflow in enumerate(wanted):
            share = left.share(len(wanted) - place)
            began = time.monotonic()
            book = record(stage, workflow, folder)
            found = cut_all(book, chosen.cuts, folder / "cut", workers, share)
            shutil.rmtree(folder / "cut", ignore_errors=True)
            slowest = max(verdict.opened_in for _, verdict in found)
            for name, verdict in [one for one in found if one[1].lost or one[1].broken][:5]:
                print(f"  {workflow.name} {name}: lost {verdict.lost} broken {verdict.broken}", flush=True)
            strewn = Counter(
                re.sub(r"[0-9a-z_]{8,}", "*", name)
                for _, verdict in found
                for name in verdict.left_over
                if not name.endswith(".db-journal")
            )
            if strewn:
                print(f"  {workflow.name} left over after opening: {dict(strewn.most_common(6))}", flush=True)
            result = (
                Result(
                    workflow.name, "power cut", "F01 F22" if workflow.name == "migrate" else "F01", len(found), WANTED,
                    sum(bool(verdict.lost) for _, verdict in found),
                    sum(bool(verdict.broken) for _, verdict in found),
                    time.monotonic() - began, "python -m bench.faults.power", said, lost > 0,
                    f"{len(book.events) - book.begin} events of the disk; slowest opening {slowest:.2f} s",
                )
            )  # fmt: skip
            codes.append(keep("power", [result], shortened=chosen.cuts < WANTED))
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
