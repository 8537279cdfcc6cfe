"""``kill -9`` at random moments of every workflow, and at every k-th system call that changes the disk (strace).

The program is forked from one that has everything loaded and did the work once, works on a fresh copy in memory, and is
killed by the system at a moment drawn evenly from the time that the work takes. Then the store is opened as a clerk
opens it; every tenth time the whole workflow is done again over what was left. The control run keeps no journal, so
that a kill in the middle of its writing leaves half of it, which must be seen.
"""

from __future__ import annotations

PART = True

import argparse  # noqa: E402
import gc  # noqa: E402
import os  # noqa: E402
import pickle  # noqa: E402
import random  # noqa: E402
import shutil  # noqa: E402
import signal  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Callable  # noqa: E402
from concurrent.futures import ThreadPoolExecutor, as_completed  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TypeVar  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.judging import Verdict, judge_killed  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, Stage, Witness, Workflow  # noqa: E402
from meritdesk.store import sqlite  # noqa: E402
from meritdesk.store.database import DATABASE_FILE  # noqa: E402

WANTED = 300
KILLS = 300
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "openat", "mkdir")
"""System calls that change the disk; at each of them one program is killed before it is done."""
POINTS = 60
"""System calls of a workflow at which a program is killed; where there are more, they are spread evenly."""
CONTROL_KILLS, CONTROL_POINTS = 40, 20
SEED = 20261126
COMMAND = "python -m bench.faults.kill"
Found = list[tuple[str, Verdict]]
Answer = TypeVar("Answer")


@dataclass
class Run:
    """One program that did a workflow, as far as it came."""

    folder: Path
    said: list[str]
    was_killed: bool
    seconds: float
    left_journal: bool


def run(
    stage: Stage, workflow: Workflow, folder: Path, killer: Callable[[int], None] | None, *, is_control: bool = False
) -> Run:
    """Fork a program that does the workflow on a fresh copy; ``killer`` sees to its end."""
    stage.begin(workflow, folder)
    reading, writing = os.pipe()
    starting, go = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            os.close(reading)
            os.close(go)
            os.read(starting, 1)
            if is_control:
                keep_no_journal()
            witness = Witness(lambda words: void(os.write(writing, f"{words}\n".encode())))
            witness.begin()
            workflow.does(folder, witness.ack)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    os.close(starting)
    try:
        if killer is not None:
            killer(child)
        began = time.monotonic()
        os.write(go, b".")
        heard = []
        if isinstance(killer, AtMoment):
            killer.wait(child)
        while part := os.read(reading, 1 << 16):
            heard.append(part)
        _, status = os.waitpid(child, 0)
        seconds = time.monotonic() - began
    finally:
        os.close(reading)
        os.close(go)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) and not is_control:
        raise SystemExit(f"{workflow.name} did not come to its end without being killed")
    said = b"".join(heard).decode().split("\n")
    left_journal = Path(f"{folder / 'store' / DATABASE_FILE}-journal").exists()
    return Run(folder, said[:-1], os.WIFSIGNALED(status), seconds, left_journal)


def keep_no_journal() -> None:
    """The control: pages are written over where they stand, and early."""
    sqlite.SETTINGS = (
        *sqlite.SETTINGS, "PRAGMA journal_mode = OFF", "PRAGMA cache_size = 4", "PRAGMA cache_spill = 4",
    )  # fmt: skip


def void(_: object) -> None:
    """Nothing to answer."""


class AtMoment:
    """Kills after some seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __call__(self, child: int) -> None:
        """Nothing to prepare."""

    def wait(self, child: int) -> None:
        """Wait, and kill."""
        time.sleep(self.seconds)
        os.kill(child, signal.SIGKILL)


class AtCall:
    """Kills at one system call, by the system's own tracer."""

    def __init__(self, call: str, number: int) -> None:
        self.call, self.number = call, number
        self.tracer: subprocess.Popen[bytes] | None = None

    def __call__(self, child: int) -> None:
        """Attach the tracer and wait until it holds the program."""
        words = ["-e", f"trace={self.call}", "-e", f"inject={self.call}:signal=KILL:when={self.number}"]
        self.tracer = traced(child, words, Path("/dev/null"))


def traced(child: int, words: list[str], log: Path) -> subprocess.Popen[bytes]:
    """strace on a program of ours that waits for it."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", "-o", str(log), *words, "-p", str(child)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(5000):
        if "TracerPid:\t0" not in Path(f"/proc/{child}/status").read_text(encoding="ascii"):
            return tracer
        time.sleep(0.002)
    raise SystemExit("strace cannot hold a program here: it needs the right to trace (root, or ptrace allowed)")


def calls_of(stage: Stage, workflow: Workflow, folder: Path) -> Counter[str]:
    """How often a workflow makes each of the calls when nothing happens to it."""
    log = folder.with_suffix(".calls")
    tracers = []
    run(
        stage, workflow, folder, lambda child: tracers.append(traced(child, ["-e", f"trace={','.join(CALLS)}"], log))
    )  # fmt: skip
    tracers[0].wait(30)
    shutil.rmtree(folder)
    found: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        call = line.split("(")[0].split()[-1]
        found[call] += call in CALLS
    return found


_ENDS: dict[str, tuple[str, str]] = {}


def _ends(stage: Stage, workflow: Workflow) -> tuple[str, str]:
    """The digest of the beginning, and for the upgrade of an old store that of its end."""
    if workflow.beginning not in _ENDS:
        folder = stage.begin(workflow, stage.folder / f"ends-{workflow.name}")
        key = workflows.key_of(folder / "store")
        first, last = workflows.digest_of_rows(folder / "store", key), ""
        if workflow.beginning == "old":
            workflows.open_old(folder / "store")
            last = workflows.digest_of_rows(folder / "store", key)
        _ENDS[workflow.beginning] = (first, last)
    return _ENDS[workflow.beginning]


def judged(stage: Stage, workflow: Workflow, done: Run, number: int, *, is_control: bool = False) -> Verdict:
    """Look at what was left; every tenth time the workflow is done over it, and then nothing half may lie about."""
    again, thorough = number % 10 == 0 and not is_control, number % 5 == 0 or is_control
    verdict = judge_killed(done.folder, done.said, *_ends(stage, workflow), thorough=thorough)
    if again and not verdict.broken:
        try:
            workflow.does(done.folder, lambda _: None)
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
            verdict.broken.append(f"again: {type(error).__name__}: {error}")
        left = [name for name in workflows.leftovers(done.folder) if not name.endswith("-journal")]
        if left:
            verdict.broken.append(f"left over after another start: {left}")
    if (verdict.lost or verdict.broken) and os.environ.get("MERITDESK_FAULTS_KEEP") and not is_control:
        shutil.copytree(done.folder, Path(os.environ["MERITDESK_FAULTS_KEEP"]) / f"{workflow.name}-{number}")
    shutil.rmtree(done.folder)
    return verdict


@dataclass
class Moments:
    """Kills at random of one workflow."""

    found: Found
    lasting: float
    """How long the work takes when nothing happens to it; the kills lie anywhere within."""
    too_late: int = 0
    """How many programs had ended before they were to be killed; they do not count."""
    journals: int = 0
    """How many left a journal behind: they were killed in the middle of their writing."""


def at_random(
    stage: Stage, workflow: Workflow, folder: Path, kills: int, left: Budget, *, is_control: bool = False
) -> Moments:
    """So many kills, each after a moment drawn evenly from the time that the workflow takes."""
    whole = [run(stage, workflow, folder / f"whole-{number}", None, is_control=is_control) for number in range(5)]
    for done in whole:
        shutil.rmtree(done.folder)
    moments = Moments([], sorted(done.seconds for done in whole)[2])
    for number in range(4 * kills):
        if len(moments.found) == kills or (moments.found and left.is_spent):
            break
        dice = random.Random(f"{SEED}-{workflow.name}-{number}")
        moment = dice.uniform(0, moments.lasting)
        done = run(stage, workflow, folder / f"{number}", AtMoment(moment), is_control=is_control)
        if not done.was_killed:
            moments.too_late += 1
            shutil.rmtree(done.folder)
            continue
        moments.journals += done.left_journal
        moments.found.append(
            (f"after {moment:.3f} s", judged(stage, workflow, done, len(moments.found), is_control=is_control))
        )
    return moments


def at_calls(
    stage: Stage, workflow: Workflow, folder: Path, points: int, left: Budget, *, is_control: bool = False
) -> tuple[Found, int]:
    """A kill at every k-th system call, and how many there are."""
    counts = calls_of(stage, workflow, folder / "counted")
    calls = ("pwrite64",) if is_control else CALLS
    places = [(call, number) for call in calls for number in range(1, counts[call] + 1)]
    step = max(1.0, len(places) / points)
    chosen = [places[int(number * step)] for number in range(min(points, len(places)))]
    found: Found = []
    for number in left.rounds(len(chosen)):
        call, when = chosen[number]
        killer = AtCall(call, when)
        done = run(stage, workflow, folder / f"call-{number}", killer, is_control=is_control)
        assert killer.tracer is not None
        killer.tracer.wait(30)
        if done.was_killed:
            found.append((f"at {call} {when}", judged(stage, workflow, done, number, is_control=is_control)))
        else:
            shutil.rmtree(done.folder)
    return found, len(places)


def warm(stage: Stage, workflow: Workflow, folder: Path) -> None:
    """Do the work once in this very program, so that whoever is forked from it has all of it loaded."""
    workflow.does(stage.begin(workflow, folder), lambda _: None)
    judge_killed(folder, [], *_ends(stage, workflow))
    shutil.rmtree(folder)
    gc.collect()
    gc.freeze()


def bad(found: Found) -> int:
    """How many of them lost or broke something."""
    return sum(bool(verdict.lost or verdict.broken) for _, verdict in found)


def control(stage: Stage, folder: Path) -> tuple[str, bool]:
    """What the judge sees where closing keeps no journal."""
    workflow = next(one for one in WORKFLOWS if one.name == "close")
    warm(stage, workflow, folder / "warm")
    random_ones = at_random(stage, workflow, folder / "control", CONTROL_KILLS, Budget(None), is_control=True).found
    called, _ = at_calls(stage, workflow, folder / "control", CONTROL_POINTS, Budget(None), is_control=True)
    said = (
        f"without a journal, {len(random_ones)} kills of close at random: {bad(random_ones)} broken, "
        f"{len(called)} at writes: {bad(called)}"
    )
    return said, bad(random_ones) > 0 and bad(called) > 0


def whole(
    stage: Stage, workflow: Workflow, folder: Path, wanted: tuple[int, int], left: Budget, shown: tuple[str, bool]
) -> list[Result]:
    """Both ways of killing one workflow."""
    rows = {"migrate": "F02 F22", "receive": "F02 F57", "backup": "F02 F20", "export": "F02 F30"}.get(
        workflow.name, "F02"
    )
    kills, points = wanted
    began = time.monotonic()
    warm(stage, workflow, folder / f"warm-{workflow.name}")
    # Of ten seconds eight are for the kills at random.
    moments = at_random(stage, workflow, folder / workflow.name, kills, left.share(1.25))
    middle = time.monotonic()
    called, total = at_calls(stage, workflow, folder / workflow.name, points, left)
    ended = time.monotonic()
    for name, verdict in [one for one in (*moments.found, *called) if one[1].lost or one[1].broken][:6]:
        print(f"  {workflow.name} {name}: lost {verdict.lost} broken {verdict.broken}", flush=True)

    def line(fault: str, found: Found, asked: int, seconds: float, note: str) -> Result:
        lost, broken = (sum(bool(getattr(one, kind)) for _, one in found) for kind in ("lost", "broken"))
        return Result(workflow.name, fault, rows, len(found), asked, lost, broken, seconds, COMMAND, *shown, note)

    slowest = max((one.opened_in for _, one in moments.found), default=0.0)
    note = (
        f"anywhere in the {moments.lasting:.2f} s that it takes, {moments.journals} with a journal left behind, "
        f"{moments.too_late} came too late; slowest opening {slowest:.2f} s"
    )
    return [
        line("kill -9 at random", moments.found, min(kills, WANTED), middle - began, note),
        line("kill -9 at a system call", called, int(0.9 * min(points, total)), ended - middle,
             f"of {total} calls that change the disk"),
    ]  # fmt: skip


def main() -> int:
    """The control, then every workflow, as many at a time as is said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help="random kills per workflow")
    parser.add_argument("--points", type=int, default=POINTS, help="system calls per workflow")
    parser.add_argument("--only", default="", help="some workflows")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="workflows at the same time")
    chosen = parser.parse_args()
    wanted = [workflow for workflow in WORKFLOWS if not chosen.only or workflow.name in chosen.only.split()]
    results: list[int] = []
    left = budget.of_part()
    with tempfile.TemporaryDirectory(prefix="meritdesk-kill-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        shown = apart(lambda: control(stage, folder), folder / "control.answer")
        turns = -(-len(wanted) // chosen.at_once)

        def one(number: int) -> list[Result]:
            share = left.share(turns - number // chosen.at_once)
            given = (stage, wanted[number], folder, (chosen.kills, chosen.points), share, shown)
            return apart(lambda: whole(*given), folder / f"{wanted[number].name}.answer")

        with ThreadPoolExecutor(chosen.at_once) as pool:
            for work in as_completed([pool.submit(one, number) for number in range(len(wanted))]):
                results.append(keep("kill", work.result(), shortened=chosen.kills < WANTED or chosen.points < POINTS))
    return max(results)


def apart(work: Callable[[], Answer], answer: Path) -> Answer:
    """Do it in a process of its own, so that no thread stands beside its forks."""
    child = os.fork()
    if not child:
        code = 1
        try:
            answer.write_bytes(pickle.dumps(work()))
            code = 0
        except Exception as error:  # noqa: BLE001 - said here, since the process ends at once
            print(f"{answer.stem}: {type(error).__name__}: {error}", flush=True)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"the kills of {answer.stem} did not come to their end")
    found: Answer = pickle.loads(answer.read_bytes())
    return found


if __name__ == "__main__":
    sys.exit(main())
