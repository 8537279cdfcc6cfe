"""A disk that keeps a book: every write, flush and rename in their order, so that the power can be cut at any of them.

``recording(mount)`` mounts it (FUSE, in memory). What a program does there goes into a list of events. ``Image`` plays
that list back to any event and lays down what a real disk may hold after a power cut there: only what was flushed,
all of it, or any part of what was still under way, down to half a page (``Variant``).
"""

from __future__ import annotations

import contextlib
import errno
import os
import pickle
import random
import signal
import stat
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Any

SECTOR = 512
CONTROL = "/.book"
"""A file that is none: what is written to it is an event of the program itself, reading it gives the whole list."""

Event = tuple[Any, ...]


class Errors:
    """Which answers of the disk are errors from now on: a chance for each kind of call."""

    def __init__(self) -> None:
        self.chance = 0.0
        self.kinds: tuple[int, ...] = (errno.EIO,)
        self.calls: tuple[str, ...] = ()
        self.dice = random.Random(0)
        self.given = 0
        self.room = -1
        self.lies = False
        self.names = False

    def roll(self, call: str) -> None:
        """Raise an error in place of a call, when the dice say so."""
        if self.chance and call in self.calls and self.dice.random() < self.chance:
            self.given += 1
            raise OSError(self.dice.choice(self.kinds), "injected")


class Node:
    """A file or a folder."""

    def __init__(self, number: int, mode: int) -> None:
        self.number = number
        self.mode = mode
        self.content = bytearray()
        self.changed = time.time()


def _operations(errors: Errors) -> Any:
    import mfusepy

    class Book(mfusepy.Operations):  # type: ignore[misc]
        """The file system itself; one thread serves it, so the list is in the order of the calls."""

        use_ns = True

        def __init__(self) -> None:
            self.events: list[Event] = []
            self.numbers = 1
            self.nodes = {"/": Node(0, stat.S_IFDIR | 0o755)}
            self.open_files: dict[int, Node] = {}
            self.handles = 0
            self.answer = b""

        def note(self, *event: Any) -> None:
            self.events.append(event)

        def __call__(self, operation: str, *given: Any) -> Any:
            try:
                return super().__call__(operation, *given)
            except OSError as error:
                raise mfusepy.FuseOSError(error.errno or errno.EIO) from error

        def _node(self, path: str) -> Node:
            node = self.nodes.get(path)
            if node is None:
                raise OSError(errno.ENOENT, path)
            return node

        def _add(self, path: str, mode: int) -> Node:
            if errors.names:
                require_stick_name(PurePosixPath(path).name)
            node = Node(self.numbers, mode)
            self.numbers += 1
            self.nodes[path] = node
            return node

        def _handle(self, node: Node) -> int:
            self.handles += 1
            self.open_files[self.handles] = node
            return self.handles

        def getattr(self, path: str, fh: int | None = None) -> dict[str, int]:
            if path == CONTROL:
                return {"st_mode": stat.S_IFREG | 0o600, "st_size": 1 << 34, "st_nlink": 1}
            node = self.open_files.get(fh or 0) or self._node(path)
            moment = int(node.changed * 1e9)
            return {
                "st_mode": node.mode, "st_size": len(node.content), "st_nlink": 1, "st_ino": node.number,
                "st_mtime": moment, "st_ctime": moment, "st_atime": moment, "st_uid": os.getuid(),
                "st_gid": os.getgid(),
            }  # fmt: skip

        def readdir(self, path: str, fh: int) -> list[str]:
            above = path.rstrip("/") + "/"
            inside = [name[len(above) :] for name in self.nodes if name.startswith(above) and name != "/"]
            return [".", "..", *(name for name in inside if name and "/" not in name)]

        def statfs(self, path: str) -> dict[str, int]:
            used = sum(len(node.content) for node in self.nodes.values())
            total = (errors.room if errors.room >= 0 else 1 << 34) // 4096
            free = max(0, total - used // 4096)
            return {"f_bsize": 4096, "f_frsize": 4096, "f_blocks": total, "f_bfree": free, "f_bavail": free}

        def create(self, path: str, mode: int, fi: Any = None) -> int:
            errors.roll("create")
            node = self._add(path, stat.S_IFREG | (mode & 0o7777))
            self.note("create", path, node.number)
            return self._handle(node)

        def open(self, path: str, flags: int) -> int:
            if path == CONTROL:
                return self._handle(Node(-1, stat.S_IFREG))
            node = self._node(path)
            if flags & os.O_TRUNC:
                self._cut(node, 0)
            return self._handle(node)

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            if path == CONTROL:
                if offset == 0:
                    self.answer = pickle.dumps((self.events, errors.given))
                return self.answer[offset : offset + size]
            errors.roll("read")
            return bytes(self.open_files[fh].content[offset : offset + size])

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
            if path == CONTROL:
                self._told(data)
                return len(data)
            errors.roll("write")
            node = self.open_files[fh]
            if errors.room >= 0 and not errors.lies:
                used = sum(len(one.content) for one in self.nodes.values())
                if used + max(0, offset + len(data) - len(node.content)) > errors.room:
                    raise OSError(errno.ENOSPC, path)
            self.note("write", node.number, offset, data)
            _write(node.content, offset, data)
            if errors.lies and errors.room >= 0:
                # A stick that says it is larger than it is: what lies beyond its end comes back as nothing.
                over = max(0, errors.room - offset)
                if len(data) > over:
                    _write(node.content, offset + over, bytes(len(data) - over))
            node.changed = time.time()
            return len(data)

        def _told(self, data: bytes) -> None:
            words = data.decode("utf-8").split(" ")
            if words[0] == "errors":
                errors.chance, errors.dice = float(words[1]), random.Random(int(words[2]))
                errors.kinds = tuple(getattr(errno, name) for name in words[3].split(","))
                errors.calls = tuple(words[4].split(","))
            elif words[0] == "room":
                errors.room, errors.lies = int(words[1]), words[2] == "lies"
            elif words[0] == "names":
                errors.names = words[1] == "stick"
            elif words[0] == "forget":
                self.events.clear()
            else:
                self.note("said", data.decode("utf-8"))

        def _cut(self, node: Node, length: int) -> None:
            self.note("truncate", node.number, length)
            if length <= len(node.content):
                del node.content[length:]
            else:
                node.content.extend(bytes(length - len(node.content)))

        def truncate(self, path: str, length: int, fh: int | None = None) -> int:
            if path == CONTROL:
                return 0
            errors.roll("truncate")
            self._cut(self.open_files.get(fh or 0) or self._node(path), length)
            return 0

        def flush(self, path: str, fh: int) -> int:
            return 0

        def release(self, path: str, fh: int) -> int:
            self.open_files.pop(fh, None)
            return 0

        def fsync(self, path: str, datasync: int, fh: int) -> int:
            errors.roll("fsync")
            self.note("fsync", self.open_files[fh].number)
            return 0

        def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
            errors.roll("fsync")
            self.note("fsyncdir", path)
            return 0

        def unlink(self, path: str) -> int:
            errors.roll("unlink")
            self._node(path)
            self.note("unlink", path)
            del self.nodes[path]
            return 0

        def mkdir(self, path: str, mode: int) -> int:
            node = self._add(path, stat.S_IFDIR | (mode & 0o7777))
            self.note("mkdir", path, node.number)
            return 0

        def rmdir(self, path: str) -> int:
            if len(self.readdir(path, 0)) > 2:
                raise OSError(errno.ENOTEMPTY, path)
            self.note("unlink", path)
            del self.nodes[path]
            return 0

        def rename(self, old: str, new: str, flags: int = 0) -> int:
            errors.roll("rename")
            self._node(old)
            if errors.names:
                require_stick_name(PurePosixPath(new).name)
            self.note("rename", old, new)
            for path in [path for path in self.nodes if path == old or path.startswith(f"{old}/")]:
                self.nodes[new + path[len(old) :]] = self.nodes.pop(path)
            return 0

        def chmod(self, path: str, mode: int, fh: int | None = None) -> int:
            node = self._node(path)
            node.mode = stat.S_IFMT(node.mode) | (mode & 0o7777)
            return 0

        def chown(self, path: str, uid: int, gid: int, fh: int | None = None) -> int:
            return 0

        def utimens(self, path: str, times: Any = None, fh: int | None = None) -> int:
            return 0

        def access(self, path: str, amode: int) -> int:
            return 0

    return Book()


STICK_SIGNS = frozenset('"*/:<>?\\|')
STICK_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}
)


def require_stick_name(name: str) -> None:
    """The names that exFAT and Windows allow; the error that exfat-fuse answers with."""
    stem = name.split(".")[0].upper()
    is_refused = any(sign in STICK_SIGNS or ord(sign) < 32 for sign in name) or name.endswith((".", " "))
    if is_refused or stem in STICK_DEVICES or len(name) > 255:
        raise OSError(errno.EINVAL, name)


def _write(content: bytearray, offset: int, data: bytes) -> None:
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


@dataclass
class Recording:
    """A mounted disk with its book."""

    mount: Path

    def say(self, words: str) -> None:
        """Put a word of the program into the list of events, or tell the disk how to behave."""
        handle = os.open(f"{self.mount}{CONTROL}", os.O_WRONLY)
        try:
            os.write(handle, words.encode("utf-8"))
        finally:
            os.close(handle)

    def book(self) -> tuple[list[Event], int]:
        """All events so far, and how many errors were given."""
        with Path(f"{self.mount}{CONTROL}").open("rb", buffering=0) as file:
            parts = []
            while part := file.read(1 << 20):
                parts.append(part)
        events, given = pickle.loads(b"".join(parts))
        return events, given


@contextmanager
def recording(mount: Path) -> Iterator[Recording]:
    """Mount the disk in a process of its own; it is gone afterwards, with everything in it."""
    import mfusepy

    mount.mkdir(parents=True, exist_ok=True)
    child = os.fork()
    if not child:
        try:
            os.setsid()
            mfusepy.FUSE(
                _operations(Errors()), str(mount), foreground=True, nothreads=True, direct_io=True, attr_timeout=0,
                entry_timeout=0, fsname="meritdesk-faults", raw_fi=False,
            )  # fmt: skip
        finally:
            os._exit(0)
    try:
        for _ in range(500):
            if os.path.ismount(mount):
                break
            time.sleep(0.01)
        else:
            raise SystemExit("FUSE cannot be mounted here; run as root or as a member of the group fuse")
        yield Recording(mount)
    finally:
        subprocess.run(["fusermount3", "-u", "-z", str(mount)], capture_output=True, check=False)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)


# --- what is left after a cut -----------------------------------------------------------------------------------------


class Variant(Enum):
    """What the disk did with what nobody had told it to flush."""

    FLUSHED_ONLY = "only what was flushed"
    JOURNALED = "only what was flushed, names as a journaling file system keeps them"
    ALL = "all of it"
    PART = "some sectors and names of it, others not"


@dataclass
class _Kept:
    flushed: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)


class Image:
    """Plays a list of events back, one by one; at any moment it tells what a disk may hold then."""

    def __init__(self) -> None:
        self.files: dict[int, _Kept] = {}
        self.names: dict[str, int] = {}
        self.folders: set[str] = set()
        self.pending: list[Event] = []
        self._journaled: tuple[dict[str, int], set[str]] = ({}, set())
        self._journal_waits: list[Event] = []

    def play(self, event: Event) -> None:
        """One event more."""
        kind = event[0]
        if kind in ("write", "truncate"):
            self.files[event[1]].pending.append(event)
        elif kind in ("create", "mkdir", "unlink", "rename"):
            if kind == "create":
                self.files[event[2]] = _Kept()
            self.pending.append(event)
            self._journal_waits.append(event)
        elif kind == "fsync":
            kept = self.files[event[1]]
            kept.flushed = _with(kept.flushed, kept.pending)
            kept.pending = []
            self._end_journal()
        elif kind == "fsyncdir":
            ours = [waiting for waiting in self.pending if event[1] in _folders_of(waiting)]
            _apply(self.names, self.folders, ours)
            self.pending = [waiting for waiting in self.pending if waiting not in ours]
            self._end_journal()

    def _end_journal(self) -> None:
        """A journaling file system writes all waiting names whenever it is told to flush anything."""
        _apply(*self._journaled, self._journal_waits)
        self._journal_waits = []

    def settle(self) -> None:
        """Everything so far has long been on the disk."""
        for kept in self.files.values():
            kept.flushed = _with(kept.flushed, kept.pending)
            kept.pending = []
        _apply(self.names, self.folders, self.pending)
        self.pending = []
        self._end_journal()

    def lay(self, target: Path, variant: Variant, dice: random.Random) -> None:
        """Lay down into an empty folder what may be on the disk now."""
        if variant is Variant.JOURNALED:
            names, folders = dict(self._journaled[0]), set(self._journaled[1])
        elif variant is Variant.FLUSHED_ONLY:
            names, folders = dict(self.names), set(self.folders)
        else:
            names, folders = dict(self._journaled[0]), set(self._journaled[1])
            waiting = self._journal_waits
            _apply(names, folders, waiting if variant is Variant.ALL else waiting[: dice.randint(0, len(waiting))])
        for folder in sorted(folders):
            (target / folder.lstrip("/")).mkdir(parents=True, exist_ok=True)
        for name, number in names.items():
            kept = self.files[number]
            content = kept.flushed
            if variant is Variant.ALL:
                content = _with(content, kept.pending)
            elif variant is Variant.PART:
                content = _with(content, _torn(kept.pending, dice))
            path = target / name.lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _with(content: bytearray, events: Sequence[Event]) -> bytearray:
    if not events:
        return content
    grown = bytearray(content)
    for event in events:
        if event[0] == "write":
            _write(grown, event[2], event[3])
        elif event[2] <= len(grown):
            del grown[event[2] :]
        else:
            grown.extend(bytes(event[2] - len(grown)))
    return grown


def _torn(events: Sequence[Event], dice: random.Random) -> list[Event]:
    """Some sectors of some writes: a disk writes sectors whole, in any order."""
    share, torn = dice.random(), []
    for event in events:
        if event[0] == "truncate":
            torn += [event] * (dice.random() < share)
            continue
        _, number, offset, data = event
        begin = 0
        while begin < len(data):
            end = min(len(data), begin + SECTOR - (offset + begin) % SECTOR)
            if dice.random() < share:
                torn.append(("write", number, offset + begin, data[begin:end]))
            begin = end
    return torn


def _folders_of(event: Event) -> tuple[str, ...]:
    paths = event[1:3] if event[0] == "rename" else event[1:2]
    return tuple(str(PurePosixPath(path).parent) for path in paths)


def _apply(names: dict[str, int], folders: set[str], events: Sequence[Event]) -> None:
    for event in events:
        if event[0] == "create":
            names[event[1]] = event[2]
        elif event[0] == "mkdir":
            folders.add(event[1])
        elif event[0] == "unlink":
            names.pop(event[1], None)
            folders.discard(event[1])
        else:
            for path in [path for path in names if path == event[1] or path.startswith(f"{event[1]}/")]:
                names[event[2] + path[len(event[1]) :]] = names.pop(path)
            for path in [path for path in folders if path == event[1] or path.startswith(f"{event[1]}/")]:
                folders.discard(path)
                folders.add(event[2] + path[len(event[1]) :])
