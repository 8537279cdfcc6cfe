"""One hostile file at a time, opened by a child of its own: what it cost, what became of it, what it left behind.

The child, and those that it starts, are measured alike. It sits in a private folder with its own HOME and TMPDIR, may
not take more than two gigabytes, and says every file that it opens for writing. The limits of the issue are 300 MB
resident and five seconds; on a busy machine the seconds are those that the child computed, the better of two tries
where the first took too long.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from pathlib import Path

import msgspec

from bench.faults import budget
from bench.faults.table import Result
from meritdesk.core.errors import Refusal
from meritdesk.quarantine import dismiss

ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 300
MOST_SECONDS = 5.0
_ADDRESSES = 2 << 30
_GIVE_UP_SECONDS = 60


@dataclass(frozen=True)
class Case:
    """A hostile file: how it is made, and the door at which it is given."""

    group: str
    rows: str
    name: str
    make: Callable[[Path], Path]
    open: Callable[[Path], object]
    may_be_read: bool = True
    """Whether reading it as plain values is as good an answer as refusing it."""


class Verdict(msgspec.Struct):
    """What became of one file."""

    fate: str
    seconds: float = 0.0
    megabytes: int = 0
    wrote: list[str] = []
    left: list[str] = []
    size: int = 0
    remarks: str = ""


@cache
def codes() -> frozenset[str]:
    """Codes whose sentence and next step stand in both languages."""
    said: dict[str, set[str]] = {"id": set(), "en": set()}
    for language, known in said.items():
        for path in (ROOT / "resources" / "messages").glob(f"*.{language}.json"):
            for code, words in msgspec.json.decode(path.read_bytes()).items():
                if isinstance(words, dict) and words.get("what") and words.get("next"):
                    known.add(code)
    return frozenset(said["id"] & said["en"])


def tried(case: Case) -> Verdict:
    """Open the file in a child, and look at the folder afterwards."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-hostile-") as place:
        folder = Path(place)
        for name in ("home", "tmp", "here"):
            (folder / name).mkdir(mode=0o700)
        path = _STICK.file_of(case.make, folder)
        before = set(folder.rglob("*"))
        said, status = _in_child(lambda: _opened(case, path, folder), limited=True)
        verdict = msgspec.json.decode(said, type=Verdict) if said else Verdict(f"DIED by {_name_of(status)}")
        verdict.size = path.stat().st_size if path.is_file() else 0
        verdict.left = sorted(str(one.relative_to(folder)) for one in set(folder.rglob("*")) - before)
        return verdict


class _Stick:
    """The file of the last case, made in a child of its own; doors that are given the same one share it."""

    def __init__(self) -> None:
        self._make: Callable[[Path], Path] | None = None
        self._place: tempfile.TemporaryDirectory[str] | None = None
        self._path = Path()

    def file_of(self, make: Callable[[Path], Path], folder: Path) -> Path:
        """The file, under a name of its own in this folder."""
        if make is not self._make:
            if self._place is not None:
                self._place.cleanup()
            self._place = tempfile.TemporaryDirectory(prefix="meritdesk-stick-")
            stick = Path(self._place.name)
            made, _ = _in_child(lambda: os.fsencode(make(stick)).hex(), limited=False)
            self._path = Path(os.fsdecode(bytes.fromhex(msgspec.json.decode(made, type=Verdict).fate)))
            self._make = make
        (folder / "stick").mkdir(mode=0o700)
        given = folder / "stick" / self._path.name
        os.link(self._path, given)
        return given


_STICK = _Stick()


def _opened(case: Case, path: Path, folder: Path) -> Verdict:
    os.environ.update(HOME=str(folder / "home"), TMPDIR=str(folder / "tmp"), XDG_CACHE_HOME=str(folder / "home"))
    tempfile.tempdir = None
    os.chdir(folder / "here")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    wrote: list[str] = []
    with watched(wrote, folder / "tmp"):
        began = _computed()
        remarks = ""
        try:
            case.open(path)
            fate = "READ"
        except Refusal as refusal:
            fate = refusal.code if refusal.code in codes() else f"WORDLESS {refusal.code}"
        except BaseException as error:  # noqa: BLE001 - a traceback is what is looked for
            fate = f"TRACEBACK {type(error).__name__}"
            remarks = "".join(traceback.format_exception(error)[-3:])[-900:]
        dismiss()
        seconds = _computed() - began
    apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Verdict(fate, seconds, max(_highest_megabytes(), apart), wrote, remarks=remarks)


def _computed() -> float:
    """Seconds that this child and those that it started have computed."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


@contextmanager
def watched(wrote: list[str], allowed: Path) -> Iterator[None]:
    """Every path outside the private folder that this process opens for writing, makes, renames or removes."""
    is_on = [True]
    names = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}

    def hear(event: str, given: tuple[object, ...]) -> None:
        if not is_on[0]:
            return
        if event == "open":
            target, mode, flags = given
            writes = (isinstance(mode, str) and set(mode) & set("wax+")) or (
                isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            )
            if not writes or not isinstance(target, (str, bytes)):
                return
        elif event in names:
            target = given[0]
        elif event in ("subprocess.Popen", "os.system", "socket.connect", "os.exec", "os.posix_spawn"):
            wrote.append(event)
            return
        else:
            return
        told = str(Path.cwd() / os.fsdecode(target)) if isinstance(target, (str, bytes)) else str(target)
        if not told.startswith((f"{allowed}/", str(allowed), "/dev/null", "/proc/self")):
            wrote.append(f"{event} {told}")

    sys.addaudithook(hear)
    try:
        yield
    finally:
        is_on[0] = False


def _highest_megabytes() -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0


def _in_child(work: Callable[[], str | Verdict], *, limited: bool) -> tuple[bytes, int]:
    """Fork, do the work, and bring its answer back; what the child died of, where it did."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 0
        try:
            os.close(reading)
            # Whoever is started from here starts as from the program, not from the bench.
            sys.modules["__main__"].__spec__ = None
            vars(sys.modules["__main__"]).pop("__file__", None)
            if limited:
                resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                quiet = os.open("/dev/null", os.O_WRONLY)
                os.dup2(quiet, 2)
            signal.alarm(_GIVE_UP_SECONDS * 4)
            done = work()
            answer = done if isinstance(done, Verdict) else Verdict(done)
            _write_all(writing, msgspec.json.encode(answer))
        except BaseException:  # noqa: BLE001 - the parent reads from the missing answer that it failed
            traceback.print_exc()
            code = 1
        os._exit(code)
    os.close(writing)
    parts = []
    while part := os.read(reading, 1 << 16):
        parts.append(part)
    os.close(reading)
    return b"".join(parts), os.waitpid(pid, 0)[1]


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _name_of(status: int) -> str:
    return signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"


def is_bad(case: Case, verdict: Verdict) -> str:
    """What was wrong, in words; empty when the file was met as it should be."""
    faults = []
    if verdict.fate.startswith(("TRACEBACK", "WORDLESS", "DIED")):
        faults.append(verdict.fate)
    if verdict.fate == "READ" and not case.may_be_read:
        faults.append("taken")
    if verdict.megabytes > MOST_MEGABYTES:
        faults.append(f"{verdict.megabytes} MB")
    if verdict.seconds > MOST_SECONDS:
        faults.append(f"{verdict.seconds:.1f} s")
    if verdict.wrote:
        faults.append(f"wrote {verdict.wrote[:3]}")
    if verdict.left:
        faults.append(f"left {verdict.left[:3]}")
    return "; ".join(faults)


@dataclass
class Tally:
    """The cases of one group, summed up for the table."""

    rows: str
    tried: int = 0
    taken: int = 0
    bad: list[str] = field(default_factory=list)
    megabytes: int = 0
    seconds: float = 0.0
    fates: Counter[str] = field(default_factory=Counter)
    clock: float = 0.0


def results(cases: Iterable[Case], command: str, wanted: dict[str, int], only: Sequence[str] = ()) -> list[Result]:
    """Try every case and make a line of the table for each group."""
    tallies: dict[str, Tally] = {}
    left = budget.of_part()
    for case in in_turn(cases) if left.is_bounded else cases:
        if only and not any(word in f"{case.group}/{case.name}" for word in only):
            continue
        if tallies and left.is_spent:
            break
        tally = tallies.setdefault(case.group, Tally(case.rows))
        began = time.monotonic()
        verdict = tried(case)
        if verdict.seconds > MOST_SECONDS:
            # Whoever shares the machine slows the computing down too; the better of two is nearer to the truth.
            verdict = min(verdict, tried(case), key=lambda one: one.seconds)
        fault = is_bad(case, verdict)
        tally.clock += time.monotonic() - began
        tally.tried += 1
        tally.fates[verdict.fate] += 1
        tally.megabytes = max(tally.megabytes, verdict.megabytes)
        tally.seconds = max(tally.seconds, verdict.seconds)
        if fault:
            tally.bad.append(f"{case.name}: {fault}")
            tally.taken += verdict.fate == "READ" and not case.may_be_read
        told = f"{case.group:<10} {case.name:<44} {verdict.fate:<10} {verdict.seconds:5.2f} s {verdict.megabytes:>4} MB"
        print(f"{told} {verdict.size:>12,} bytes {'  <-- ' + fault if fault else ''}", flush=True)
        if fault and verdict.remarks:
            print(verdict.remarks, flush=True)
    return [
        Result(
            what=group,
            fault="hostile file, each in a child with limits",
            rows=tally.rows,
            tried=tally.tried,
            wanted=wanted.get(group, 1),
            lost=tally.taken,
            broken=len(tally.bad) - tally.taken,
            seconds=tally.clock,
            command=command,
            control=f"an honest file of the kind is read; at most {tally.megabytes} MB, {tally.seconds:.1f} s computed",
            note=", ".join(f"{fate} {count}" for fate, count in tally.fates.most_common(8))
            + (f"; bad: {'; '.join(tally.bad)[:600]}" if tally.bad else ""),
        )
        for group, tally in tallies.items()
    ]


def in_turn(cases: Iterable[Case]) -> list[Case]:
    """One case of each group after the other, spread over its group, for when the time does not last for all."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.group, []).append(case)
    turns = [[group[number] for number in budget.spread(len(group))] for group in groups.values()]
    return [case for turn in zip_longest(*turns) for case in turn if case is not None]


def is_part(only: Sequence[str]) -> bool:
    """Whether these words choose cases one by one, and not whole groups (``text/``), whose lines may be kept."""
    return any(not word.endswith("/") for word in only)


def emptied(folder: Path) -> None:
    """Remove what a part made."""
    shutil.rmtree(folder, ignore_errors=True)
