"""What comes from outside is opened in a process apart, with little memory and little time.

The library that reads PDF knows no limit: a drawing of 871 bytes that draws itself takes all the memory it gets. So it
is not the program that opens a foreign file but a child of it. A child that swells, computes too long or dies is
replaced; whoever asked is told which of the three it was, and the program goes on.

A child watches over itself, since on Windows nobody else would: a thread of it looks at what it holds and what it has
computed. Where the system has limits of its own they stand behind that, and everywhere the clock of the one who asked.
Questions and answers pass through the memory of the two processes; nothing of them touches the disk.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar, cast

from meritdesk.core.errors import FileRefusal

Given = ParamSpec("Given")
Answered = TypeVar("Answered")

_LOOK_SECONDS = 0.01
_IDLE_SECONDS = 30.0
_ADDRESSES = 2 << 30
_NO_BOX = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


class Fate(IntEnum):
    """What became of a child that brought no answer; the two that it ends by itself are its exit codes."""

    DIED = 1
    SWOLLEN = 71
    SLOW = 72


class Lost(Exception):
    """The process apart brought no answer."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(fate.name)
        self.fate = fate


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one answer may cost: resident megabytes, seconds computed, and seconds by the clock."""

    megabytes: int = 280
    seconds: float = 5.0
    clock_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class _Done:
    answer: object


@dataclass(frozen=True, slots=True)
class _Raised:
    error: Exception


class Ward:
    """One process apart, started when first asked and anew after it ended."""

    def __init__(self, purpose: str, bounds: Bounds | None = None) -> None:
        self._purpose = purpose
        self.bounds = bounds or Bounds()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._asked: tuple[Callable[..., object], tuple[object, ...]] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it was asked and nobody has taken the answer."""
        return self._asked is not None

    @property
    def process(self) -> BaseProcess | None:
        """The child, while there is one."""
        return self._process

    def do(self, work: Callable[Given, Answered], *given: Given.args, **named: Given.kwargs) -> Answered:
        """Have a function of a module done by the child; raises what it raised, or ``Lost``."""
        assert not named
        self.ask(work, *given)
        return cast("Answered", self.answer())

    def ask(self, work: Callable[..., object], *given: object) -> None:
        """Give it work; the answer is waited for with ``answer``."""
        self._asked = (work, given)
        for _ in range(2):
            if self._connection is None:
                self._start()
            assert self._connection is not None
            try:
                self._connection.send(self._asked)
                return
            except OSError:
                self.stop()

    def answer(self) -> object:
        """What the work came to."""
        said = self._heard()
        if said is None and self._went_home():
            # It had nothing to do for a while and ended in the very moment in which it was asked.
            assert self._asked is not None
            work, given = self._asked
            self.stop()
            self.ask(work, *given)
            said = self._heard()
        self._asked = None
        if said is None:
            fate = self._fate()
            self.stop()
            raise Lost(fate)
        if isinstance(said, _Raised):
            raise said.error
        assert isinstance(said, _Done)
        return said.answer

    def stop(self) -> None:
        """End the child, whatever it is at."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._connection = self._process = None

    def _heard(self) -> object:
        """What the child says, or nothing when it is gone or the clock has run out."""
        if self._connection is not None:
            with contextlib.suppress(EOFError, OSError):
                if self._connection.poll(self.bounds.clock_seconds):
                    return cast("object", self._connection.recv())
        return None

    def _went_home(self) -> bool:
        if self._process is None:
            return False
        self._process.join(_LOOK_SECONDS)
        return self._process.exitcode == 0

    def _fate(self) -> Fate:
        if self._process is None:
            return Fate.DIED
        self._process.join(1.0)
        code = self._process.exitcode
        if code is None:
            return Fate.SLOW
        return Fate(code) if code in (Fate.SWOLLEN, Fate.SLOW) else Fate.DIED

    def _start(self) -> None:
        # Never by fork: the window has threads, and Windows knows nothing else anyway.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve, args=(theirs, self.bounds), name=f"meritdesk-{self._purpose}", daemon=True
        )
        try:
            process.start()
        except OSError as error:
            # The machine has no room for one more process.
            ours.close()
            self._asked = None
            raise Lost(Fate.DIED) from error
        finally:
            theirs.close()
        self._connection, self._process = ours, process


_REFUSED = {Fate.SWOLLEN: "DOC-674", Fate.SLOW: "DOC-675", Fate.DIED: "DOC-676"}
_LOCK = threading.Lock()
_IDLE: dict[str, Ward] = {}


@contextlib.contextmanager
def lent(purpose: str, bounds: Bounds | None = None) -> Iterator[Ward]:
    """A ward for some questions; one of each purpose stays warm for a while, for whoever comes next."""
    with _LOCK:
        ward = _IDLE.pop(purpose, None)
    ward = ward or Ward(purpose, bounds)
    try:
        yield ward
    finally:
        with _LOCK:
            is_kept = not ward.is_busy and _IDLE.setdefault(purpose, ward) is ward
        if not is_kept:
            ward.stop()


@contextlib.contextmanager
def guarded(name: str) -> Iterator[Ward]:
    """A ward for one paper from outside; a paper that takes the child down is refused by this name.

    ``DOC-674`` when it took too much memory, ``DOC-675`` when it took too long, ``DOC-676`` when the child died.
    """
    with lent("paper") as ward:
        try:
            yield ward
        except Lost as lost:
            raise FileRefusal(_REFUSED[lost.fate], name=name) from lost


def dismiss() -> None:
    """End those that are kept warm."""
    with _LOCK:
        kept = list(_IDLE.values())
        _IDLE.clear()
    for ward in kept:
        ward.stop()


def serve(connection: Connection, bounds: Bounds) -> None:
    """What the process apart does until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit()
    watch = _Watch(bounds)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while connection.poll(_IDLE_SECONDS):
            work, given = connection.recv()
            with watch.over():
                said = _said(work, given)
            _send(connection, said)


def _said(work: Callable[..., object], given: tuple[object, ...]) -> _Done | _Raised:
    try:
        return _Done(work(*given))
    except MemoryError:
        os._exit(Fate.SWOLLEN)
    except Exception as error:  # noqa: BLE001 - raised again where the answer is waited for
        return _Raised(error)


def _send(connection: Connection, said: _Done | _Raised) -> None:
    try:
        connection.send(said)
    except (TypeError, ValueError, AttributeError):
        # What cannot travel is said by its name; a bug, since all that is asked for is plain values.
        connection.send(_Raised(RuntimeError(type(said.error if isinstance(said, _Raised) else said.answer).__name__)))


def _limit() -> None:
    """What the system itself can hold back: addresses, and pictures of the memory on the disk or in a box."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_BOX)
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, _ADDRESSES), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


class _Watch:
    """The child's eye on itself; it is open only while there is work."""

    def __init__(self, bounds: Bounds) -> None:
        import psutil

        self._bounds = bounds
        self._me = psutil.Process()
        self._began = 0.0
        self._is_working = threading.Event()
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    @contextlib.contextmanager
    def over(self) -> Iterator[None]:
        """Look at what is held and computed while this lasts, and once at its end."""
        self._began = time.process_time()
        self._is_working.set()
        try:
            yield
            self._judge()
        finally:
            self._is_working.clear()

    def _look(self) -> None:
        while self._is_working.wait():
            self._judge()
            time.sleep(_LOOK_SECONDS)

    def _judge(self) -> None:
        held = self._me.memory_info()
        # On Windows what was paged out is no longer resident, and is held all the same.
        if max(held.rss, getattr(held, "private", 0)) > self._bounds.megabytes << 20:
            os._exit(Fate.SWOLLEN)
        if time.process_time() - self._began > self._bounds.seconds:
            os._exit(Fate.SLOW)
