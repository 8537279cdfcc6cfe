"""``kill -9`` at random moments of every workflow, and at every k-th system call that changes the disk (strace).

The program is forked from one that has everything loaded, works on a fresh copy in memory, and is killed by the system.
Then the store is opened as a clerk opens it; every tenth time the whole workflow is done again over what was left.
"""

from __future__ import annotations

PART = True

import argparse  # noqa: E402
import os  # noqa: E402
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

from bench.faults import workflows  # noqa: E402
from bench.faults.judging import Verdict, judge_killed  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, Stage, Witness, Workflow  # noqa: E402

WANTED = 300
KILLS = 300
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "openat", "mkdir")
"""System calls that change the disk; at each of them one program is killed before it is done."""
POINTS = 60
"""System calls of a workflow at which a program is killed; where there are more, they are spread evenly."""
SEED = 20261126


@dataclass
class Run:
    """One program that did a workflow, as far as it came."""

    folder: Path
    said: list[str]
    was_killed: bool


def run(stage: Stage, workflow: Workflow, folder: Path, killer: Callable[[int], None] | None) -> Run:
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
        os.write(go, b".")
        heard = []
        if killer is not None and getattr(killer, "is_timed", False):
            killer.wait(child)  # type: ignore[attr-defined]
        while part := os.read(reading, 1 << 16):
            heard.append(part)
        _, status = os.waitpid(child, 0)
    finally:
        os.close(reading)
        os.close(go)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"{workflow.name} did not come to its end without being killed")
    said = b"".join(heard).decode().split("\n")
    return Run(folder, said[:-1], os.WIFSIGNALED(status))


def void(_: object) -> None:
    """Nothing to answer."""


class AtMoment:
    """Kills after some seconds."""

    is_timed = True

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
    for _ in range(2000):
        if "TracerPid:\t0" not in Path(f"/proc/{child}/status").read_text(encoding="ascii"):
            return tracer
        time.sleep(0.005)
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


def judged(stage: Stage, workflow: Workflow, done: Run, number: int) -> Verdict:
    """Look at what was left; every tenth time the workflow is done over it, and then nothing half may lie about."""
    again, thorough = number % 10 == 0, number % 5 == 0
    verdict = judge_killed(done.folder, done.said, *_ends(stage, workflow), thorough=thorough)
    if again and not verdict.broken:
        try:
            workflow.does(done.folder, lambda _: None)
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
            verdict.broken.append(f"again: {type(error).__name__}: {error}")
        left = [name for name in workflows.leftovers(done.folder) if not name.endswith("-journal")]
        if left:
            verdict.broken.append(f"left over after another start: {left}")
    shutil.rmtree(done.folder)
    return verdict


def at_random(stage: Stage, workflow: Workflow, folder: Path, kills: int) -> list[tuple[str, Verdict]]:
    """So many kills, each after a moment drawn evenly from the time that the workflow takes."""
    lasting = []
    for number in range(3):
        began = time.monotonic()
        shutil.rmtree(run(stage, workflow, folder / f"whole-{number}", None).folder)
        lasting.append(time.monotonic() - began)

    def one(number: int) -> tuple[str, Verdict] | None:
        dice = random.Random(f"{SEED}-{workflow.name}-{number}")
        moment = dice.uniform(0, max(lasting))
        done = run(stage, workflow, folder / f"{number}", AtMoment(moment))
        verdict = judged(stage, workflow, done, number)
        return (f"after {moment:.3f} s", verdict) if done.was_killed else None

    found: list[tuple[str, Verdict]] = []
    number = 0
    # One that ended before it was killed is no kill: it is not counted, another takes its place.
    while len(found) < kills and number < 4 * kills:
        found += [one for one in map(one, range(number, number + 10)) if one is not None]
        number += 10
    return found[:kills]


def at_calls(stage: Stage, workflow: Workflow, folder: Path, points: int) -> tuple[list[tuple[str, Verdict]], int]:
    """A kill at every k-th system call, and how many there are."""
    counts = calls_of(stage, workflow, folder / "counted")
    places = [(call, number) for call in CALLS for number in range(1, counts[call] + 1)]
    step = max(1.0, len(places) / points)
    chosen = [places[int(number * step)] for number in range(min(points, len(places)))]
    found = []
    for number, (call, when) in enumerate(chosen):
        killer = AtCall(call, when)
        done = run(stage, workflow, folder / f"call-{number}", killer)
        assert killer.tracer is not None
        killer.tracer.wait(30)
        verdict = judged(stage, workflow, done, number)
        if done.was_killed:
            found.append((f"at {call} {when}", verdict))
    return found, len(places)


def whole(stage: Stage, workflow: Workflow, folder: Path, kills: int, points: int) -> list[Result]:
    """Both ways of killing one workflow."""
    rows = {"migrate": "F02 F22", "receive": "F02 F57", "backup": "F02 F20", "export": "F02 F30"}.get(
        workflow.name, "F02"
    )
    command = "python -m bench.faults.kill"
    began = time.monotonic()
    random_ones = at_random(stage, workflow, folder / workflow.name, kills)
    middle = time.monotonic()
    called, total = at_calls(stage, workflow, folder / workflow.name, points)
    ended = time.monotonic()
    for name, verdict in [one for one in (*random_ones, *called) if one[1].lost or one[1].broken][:6]:
        print(f"  {workflow.name} {name}: lost {verdict.lost} broken {verdict.broken}", flush=True)

    def line(fault: str, found: list[tuple[str, Verdict]], wanted: int, seconds: float, note: str) -> Result:
        lost, broken = (sum(bool(getattr(one, kind)) for _, one in found) for kind in ("lost", "broken"))
        return Result(workflow.name, fault, rows, len(found), wanted, lost, broken, seconds, command, note=note)

    slowest = max((one.opened_in for _, one in random_ones), default=0.0)
    return [
        line("kill -9 at random", random_ones, min(kills, WANTED), middle - began, f"slowest opening {slowest:.2f} s"),
        line("kill -9 at a system call", called, int(0.9 * min(points, total)), ended - middle,
             f"of {total} calls that change the disk"),
    ]  # fmt: skip


def main() -> int:
    """Every workflow, two at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help="random kills per workflow")
    parser.add_argument("--points", type=int, default=POINTS, help="system calls per workflow")
    parser.add_argument("--only", default="", help="one workflow")
    chosen = parser.parse_args()
    wanted = [workflow for workflow in WORKFLOWS if not chosen.only or workflow.name in chosen.only.split()]
    results: list[int] = []
    with tempfile.TemporaryDirectory(prefix="meritdesk-kill-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            works = [
                pool.submit(in_own_process, stage, workflow, folder, chosen.kills, chosen.points)
                for workflow in wanted
            ]  # fmt: skip
            for work in as_completed(works):
                results.append(keep("kill", work.result(), shortened=chosen.kills < WANTED))
    return max(results)


def in_own_process(stage: Stage, workflow: Workflow, folder: Path, kills: int, points: int) -> list[Result]:
    """Each workflow is killed from a process of its own, so that no thread stands beside a fork."""
    import pickle

    answer = folder / f"{workflow.name}.answer"
    child = os.fork()
    if not child:
        code = 1
        try:
            answer.write_bytes(pickle.dumps(whole(stage, workflow, folder, kills, points)))
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"the kills of {workflow.name} did not come to their end")
    results: list[Result] = pickle.loads(answer.read_bytes())
    return results


if __name__ == "__main__":
    sys.exit(main())
