"""The stick: full, pulled, lying about its size, and with the names that exFAT and Windows allow.

The stick is the disk of the bench with a size and the name rules of exFAT (``disk.require_stick_name``). Beside it
stands a real exFAT, an image that exfat-fuse mounts (so this part wants root): until it is full, and pulled while it is
written to, which here is that its file system's program is killed.
"""

from __future__ import annotations

PART = True

import contextlib  # noqa: E402
import os  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.disk import recording, require_stick_name  # noqa: E402
from bench.faults.full import size_of  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, YEAR, Stage  # noqa: E402
from meritdesk.core.errors import Refusal  # noqa: E402
from meritdesk.core.sending import SendingState  # noqa: E402
from meritdesk.services import Desk  # noqa: E402

SIZES, PULLS, PATIENCE = 64, 64, 500
COMMAND = "python -m bench.faults.stick"
EXPORT = next(one for one in WORKFLOWS if one.name == "export")


def sized(stage: Stage, folder: Path, left: Budget, *, lies: bool) -> tuple[int, int, int, int, Counter[str]]:
    """A package goes onto sticks of 64 sizes; where it is refused nothing bears its name, and later it goes on."""
    tried, lost, broken, met, codes = 0, 0, 0, 0, Counter[str]()
    step = size_of(stage, EXPORT, folder, "stick") * 6 // 5 // SIZES
    with recording(folder / f"disk-{lies}") as stick:
        for number in left.rounds(SIZES):
            tried += 1
            begun = stage.begin(EXPORT, folder / f"work-{lies}-{number}")
            out = stick.mount / f"{number}"
            out.mkdir()
            stick.say("names stick")
            stick.say(f"room {number * step} {'lies' if lies else 'honest'}")
            with workflows.opened(begun / "store") as desk:
                try:
                    packed = desk.handover.pack(YEAR, out)
                    codes["written"] += 1
                    broken += not workflows.is_whole(packed.path)
                except Refusal as refusal:
                    met += 1
                    codes[refusal.code] += 1
                    broken += bool(list(out.iterdir()))
                    lost += any(line.state != SendingState.PACKED for line in desk.handover.receipts().outgoing)
                stick.say("room -1 honest")
                again = desk.handover.pack(YEAR, out)
                broken += not workflows.is_whole(again.path) or [line.name for line in out.iterdir()] != [
                    again.path.name
                ]
            shutil.rmtree(out)
            shutil.rmtree(begun)
    return tried, lost, broken, met, codes


def names(stage: Stage, folder: Path) -> tuple[int, int, list[str]]:
    """Every name of a file that leaves the desk: ASCII, at most 60 letters, allowed on a stick."""
    found = set()
    for workflow in WORKFLOWS:
        if workflow.name in ("export", "backup", "print", "receive"):
            told: list[str] = []
            workflow.does(stage.begin(workflow, folder / f"names-{workflow.name}"), told.append)
            found |= {Path(words).name for words in told if words.startswith("file ")}
    bad = []
    for name in sorted(found):
        try:
            require_stick_name(name)
        except OSError:
            bad.append(name)
        if not name.isascii() or len(name) > 60:
            bad.append(name)
    return len(found), len(bad), sorted(found)


class NoStick(Exception):
    """No exFAT can be mounted here."""


class Exfat:
    """A stick of 16 MiB with a real exFAT, plugged in and pulled out as often as one likes."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._image, self.mount = folder / "stick.img", folder / "stick"
        self.mount.mkdir()
        self._image.write_bytes(bytes(16 << 20))
        if not shutil.which("mkfs.exfat") or not shutil.which("mount.exfat-fuse"):
            raise NoStick("this machine has no exfatprogs or no exfat-fuse")
        subprocess.run(["mkfs.exfat", str(self._image)], check=True, capture_output=True)
        self._device = ""
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Exfat:
        self.plug()
        return self

    def __exit__(self, *_: object) -> None:
        self.take_out()

    def plug(self) -> None:
        """Put it in; what was pulled before is put right first, as an office PC does."""
        # It answers with 1 when it found something and mended it, which is no fault here.
        subprocess.run(["fsck.exfat", "-y", str(self._image)], check=False, capture_output=True)
        asked = ["losetup", "-f", "--show", str(self._image)]
        self._device = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        # In front, so that the process is ours to end.
        command = ["mount.exfat-fuse", "-d", self._device, str(self.mount)]
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
        for _ in range(PATIENCE):
            if os.path.ismount(self.mount):
                return
            if self._server.poll() is not None:
                break
            time.sleep(0.02)
        self.take_out()
        raise NoStick("this machine mounts no exFAT: root, a loop device and /dev/fuse are needed")

    def pull(self) -> None:
        """Pull it out at once, whatever is being written."""
        if self._server is not None:
            self._server.kill()

    def pull_after(self, seconds: float, watched: float) -> None:
        """Pull it so long after a file appears on it, which is waited for a while; or, where none is, after now."""
        until = time.monotonic() + 3 * watched
        with contextlib.suppress(OSError):
            while time.monotonic() < until and not any(self.mount.iterdir()):
                time.sleep(0.001)
        time.sleep(seconds)
        self.pull()

    def take_out(self) -> None:
        """Let everything be written, then take it out."""
        subprocess.run(["umount", "-l", str(self.mount)], check=False, capture_output=True)
        if self._server is not None:
            try:
                self._server.wait(10)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
            self._server = None
        if self._device:
            subprocess.run(["losetup", "-d", self._device], check=False, capture_output=True)
            self._device = ""


def states_of(desk: Desk) -> list[SendingState]:
    """How far each package has come, as the desk knows it."""
    return [line.state for line in desk.handover.receipts().outgoing]


def until_full(stage: Stage, folder: Path) -> tuple[int, int, int, Counter[str]]:
    """Packages and backups on a real exFAT until it is full; nothing half is left, no forbidden name is written."""
    lost, broken, tried, codes = 0, 0, 0, Counter[str]()
    begun = stage.begin(EXPORT, folder / "full-work")
    with Exfat(folder / "full") as stick, workflows.opened(begun / "store") as desk:
        filler = stick.mount / "foto.bin"
        free = shutil.disk_usage(stick.mount).free
        for number in range(SIZES):
            # Each time somebody has put another sixty-fourth of it there, so the last ones find nothing free.
            with filler.open("wb") as file:
                file.write(bytes(free * number // (SIZES - 1)))
            for write in (lambda: desk.handover.pack(YEAR, stick.mount).path, lambda: desk.upkeep.backup(stick.mount)):
                tried += 1
                before, states = set(stick.mount.iterdir()), states_of(desk)
                try:
                    path = write()
                    codes["written"] += 1
                    broken += not workflows.is_whole(path)
                except Refusal as refusal:
                    codes[refusal.code] += 1
                    broken += set(stick.mount.iterdir()) != before
                    lost += states_of(desk) != states
            for path in stick.mount.iterdir():
                if path != filler:
                    path.unlink()
        filler.unlink()
        for name in ("a:b", "CON?", 'x"y'):
            try:
                (stick.mount / name).write_bytes(b"x")
                broken += 1
            except OSError:
                codes["name refused by exFAT"] += 1
    return tried, lost, broken, codes


def pulled(stage: Stage, folder: Path) -> tuple[int, int, int, Counter[str]]:
    """A real exFAT is pulled out while a package is written; put in again it bears no half one, and takes one."""
    broken, lost, lasted, codes = 0, 0, 0.0, Counter[str]()
    with Exfat(folder / "pulled") as stick:
        for number in range(-1, PULLS):
            begun = stage.begin(EXPORT, folder / f"pulled-{number}")
            with workflows.opened(begun / "store") as desk:
                began = time.monotonic()
                # The first one is left alone: it tells how long there is to pull. Of the others every fourth is pulled
                # by the clock, the rest a moment after the file has appeared.
                wait = lasted * (0.4 + 0.8 * number / PULLS) if number % 4 == 0 else number / 1000
                hand = threading.Thread(target=stick.pull_after, args=(wait, lasted if number % 4 else 0.0))
                if number >= 0:
                    hand.start()
                packed = None
                try:
                    packed = desk.handover.pack(YEAR, stick.mount).path
                    lasted = lasted or time.monotonic() - began
                    codes["written"] += number >= 0
                except Refusal as refusal:
                    codes[refusal.code] += 1
                except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
                    broken += 1
                    print(f"  pulled {number}: {type(error).__name__}: {error}", flush=True)
                if number >= 0:
                    hand.join()
                stick.take_out()
                stick.plug()
                bearing = [path for path in stick.mount.iterdir() if path.suffix == ".merit"]
                # Pulled after the file was read back, before the answer: refused, and rightly known to be on the stick.
                if not bearing and (packed is not None or set(states_of(desk)) - {SendingState.PACKED}):
                    lost += 1
                    print(f"  pulled {number}: said to be on the stick, and is not there", flush=True)
                broken += not all(workflows.is_whole(path) for path in bearing)
                broken += not workflows.is_whole(desk.handover.pack(YEAR, stick.mount).path)
                for path in stick.mount.iterdir():
                    path.unlink()
            shutil.rmtree(begun)
    return PULLS, lost, broken, codes


def on_exfat(stage: Stage, folder: Path) -> list[Result]:
    """Both on a real exFAT; where none can be mounted the lines say so and have failed."""
    what = (
        ("export and backup", "real exFAT, until it is full", 2 * SIZES),
        ("export", "real exFAT, pulled out", PULLS),
    )
    results = []
    for (name, fault, wanted), tries in zip(what, (until_full, pulled), strict=True):
        began = time.monotonic()
        try:
            tried, lost, broken, codes = tries(stage, folder)
            note = f"16 MiB by exfat-fuse: {dict(codes)}"
        except NoStick as none:
            tried, lost, broken, codes, note = 0, 0, 0, Counter[str](), str(none)
        met = tried - codes["written"]
        results.append(Result(name, fault, "F27 F28", tried, wanted, lost, broken, time.monotonic() - began, COMMAND,
                              f"{met} of {tried} were refused", 0 < met < tried, note))  # fmt: skip
    return results


def main() -> int:
    """Sizes, lies, names, a real exFAT until it is full and pulled out."""
    results, left = [], budget.of_part()
    with tempfile.TemporaryDirectory(prefix="meritdesk-stick-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        for lies, fault in ((False, "stick is full, 64 sizes"), (True, "stick lies about its size, 64 sizes")):
            began = time.monotonic()
            share = left.share(1 if lies else 2)
            tried, lost, broken, met, codes = sized(stage, folder, share, lies=lies)
            results.append(Result("export", fault, "F27", tried, SIZES, lost, broken, time.monotonic() - began, COMMAND,
                                  f"{met} of {tried} sizes were too small", met > 0, f"{dict(codes)}"))  # fmt: skip
        began = time.monotonic()
        many, bad, found = names(stage, folder)
        results.append(Result("file names", "rules of exFAT and Windows", "F28", many, 4, 0, bad,
                              time.monotonic() - began, COMMAND, note=", ".join(found)))  # fmt: skip
        results += on_exfat(stage, folder)
    return keep("stick", results)


if __name__ == "__main__":
    sys.exit(main())
