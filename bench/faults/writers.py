"""Two programs at once: no save is lost, a second start is told who has the store, the lock of a dead one is none.

Two programs add one to the same number a thousand times each, as the store does it (an immediate transaction); the
control run does it as most programs do and must lose. A program that is stopped with the lock in its hand makes the
other one wait five seconds, then be told.
"""

from __future__ import annotations

PART = True

import json  # noqa: E402
import os  # noqa: E402
import shutil  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import Stage  # noqa: E402
from meritdesk.core.errors import BusyRefusal, Refusal  # noqa: E402
from meritdesk.store import sqlite  # noqa: E402
from meritdesk.store.database import DATABASE_FILE  # noqa: E402
from meritdesk.store.lock import HOLDER_FILE  # noqa: E402

ADDS, STARTS, DEAD = 1000, 50, 20
COMMAND = "python -m bench.faults.writers"
READ = "SELECT value FROM setting WHERE name = 'counter'"


def child(work: Callable[[], None]) -> int:
    """A program beside this one."""
    number = os.fork()
    if not number:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return number


def adding(path: Path, key: bytes, times: int, begin: str, left: Budget) -> Counter[str]:
    """Read the number, add one, write it, so many times."""
    told = Counter[str]()
    for _ in left.rounds(times):
        try:
            with sqlite.refusing(path), sqlite.raw_connection(path, key) as raw:
                raw.execute(begin)
                value = int(raw.execute(READ).fetchone()[0])
                raw.execute("UPDATE setting SET value = ? WHERE name = 'counter'", (str(value + 1),))
                raw.execute("COMMIT")
                told["added"] += 1
        except Refusal as refusal:
            told[refusal.code] += 1
    return told


def race(store: Path, key: bytes, times: int, begin: str, folder: Path, left: Budget) -> tuple[int, Counter[str]]:
    """Two programs add at once; how many additions that were answered are not there, and what was refused."""
    path = store / DATABASE_FILE
    with sqlite.raw_connection(path, key) as raw:
        raw.execute("DELETE FROM setting WHERE name = 'counter'")
        raw.execute("INSERT INTO setting (agency, name, value) VALUES ('3372', 'counter', '0')")
    answers = [folder / f"answer{number}" for number in range(2)]

    def work(answer: Path) -> Callable[[], None]:
        return lambda: void(answer.write_text(json.dumps(adding(path, key, times, begin, left)), "utf-8"))

    for number in [child(work(answer)) for answer in answers]:
        os.waitpid(number, 0)
    told = sum((Counter(json.loads(answer.read_text("utf-8"))) for answer in answers), Counter[str]())
    with sqlite.raw_connection(path, key) as raw:
        found = int(raw.execute(READ).fetchone()[0])
    return told["added"] - found, told


def void(_: object) -> None:
    """Nothing to answer."""


def stopped_holder(store: Path, key: bytes) -> tuple[int, float]:
    """A program is stopped in the middle of its write; another one waits, and is told in a sentence with a code."""
    path = store / DATABASE_FILE
    reading, writing = os.pipe()

    def hold() -> None:
        with sqlite.raw_connection(path, key) as raw:
            raw.execute("BEGIN IMMEDIATE")
            os.write(writing, b".")
            time.sleep(60)

    holder = child(hold)
    os.read(reading, 1)
    os.kill(holder, signal.SIGSTOP)
    began, broken = time.monotonic(), 1
    try:
        with sqlite.refusing(path), sqlite.raw_connection(path, key) as raw:
            raw.execute("BEGIN IMMEDIATE")
    except BusyRefusal as refusal:
        broken = int(refusal.code != "STO-621")
    waited = time.monotonic() - began
    os.kill(holder, signal.SIGKILL)
    os.waitpid(holder, 0)
    with sqlite.raw_connection(path, key) as raw:
        raw.execute("BEGIN IMMEDIATE")
    return broken + int(not 4 <= waited <= 9), waited


def second_starts(store: Path) -> tuple[int, Counter[str]]:
    """The program is started again and again while it is open."""
    told, broken = Counter[str](), 0
    with workflows.opened(store):
        for number in range(STARTS):
            answer = store.parent / f"second{number}"

            def start(answer: Path = answer) -> None:
                try:
                    with workflows.opened(store):
                        answer.write_text("opened", "utf-8")
                except Refusal as refusal:
                    facts = refusal.facts
                    answer.write_text(f"{refusal.code} {bool(facts.get('who')) and bool(facts.get('since'))}", "utf-8")

            os.waitpid(child(start), 0)
            told[answer.read_text("utf-8") if answer.exists() else "nothing"] += 1
            answer.unlink(missing_ok=True)
    broken = STARTS - told["STO-620 True"]
    return broken, told


def dead_holders(store: Path) -> int:
    """A program is killed while it has the store open, and the note beside the lock is forged: nobody is kept out."""
    broken = 0
    for number in range(DEAD):
        reading, writing = os.pipe()

        def hold(writing: int = writing) -> None:
            with workflows.opened(store):
                os.write(writing, b".")
                time.sleep(60)

        holder = child(hold)
        os.read(reading, 1)
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
        if number % 2:
            forged = {"who": "orang lain", "pid": os.getpid(), "host": "PC-LAIN", "since": "2099-01-01T00:00:00"}
            (store / HOLDER_FILE).write_text(json.dumps(forged), "utf-8")
        try:
            with workflows.opened(store):
                pass
        except Refusal as refusal:
            broken += 1
            print(f"  after a dead holder: {refusal.code}", flush=True)
        os.close(reading)
        os.close(writing)
    return broken


def main() -> int:
    """The race with its control, the stopped one, the second starts, the dead ones."""
    results, left = [], budget.of_part()
    with tempfile.TemporaryDirectory(prefix="meritdesk-writers-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        shutil.copytree(stage.folder / "planned" / "store", folder / "store")
        store, key = folder / "store", workflows.key_of(folder / "store")
        began = time.monotonic()
        gone, errors = race(store, key, 200, "BEGIN", folder, left.share(4))
        failed = sum(errors.values()) - errors["added"]
        lost, told = race(store, key, ADDS, "BEGIN IMMEDIATE", folder, left.share(2))
        results.append(Result(
            "read, change, write", "two programs at once", "F18", sum(told.values()), 2 * ADDS, max(0, lost),
            sum(told.values()) - told["added"], time.monotonic() - began, COMMAND,
            f"plain BEGIN, 2 x 200: {gone} lost, {failed} refused", gone + failed > 0, f"{dict(told)}",
        ))  # fmt: skip
        began = time.monotonic()
        broken, waited = stopped_holder(store, key)
        results.append(Result("write", "holder of the lock is stopped", "F18", 1, 1, 0, broken,
                              time.monotonic() - began, COMMAND, note=f"told after {waited:.1f} s"))  # fmt: skip
        began = time.monotonic()
        broken, starts = second_starts(store)
        results.append(Result("start", "started twice", "F15 F16", STARTS, STARTS, 0, broken, time.monotonic() - began,
                              COMMAND, note=f"{dict(starts)}"))  # fmt: skip
        began = time.monotonic()
        broken = dead_holders(store)
        results.append(Result("start", "holder killed, note forged", "F17", DEAD, DEAD, 0, broken,
                              time.monotonic() - began, COMMAND))  # fmt: skip
    return keep("writers", results)


if __name__ == "__main__":
    sys.exit(main())
