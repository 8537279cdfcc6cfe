"""The stick: full, pulled, lying about its size, and with the names that exFAT and Windows allow.

The stick is the disk of the bench with a size and the name rules of exFAT (``disk.require_stick_name``); where the
system can mount a loop image with exfat-fuse, the same packages are written onto a real exFAT as well.
"""

from __future__ import annotations

PART = True

import os  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.disk import recording, require_stick_name  # noqa: E402
from bench.faults.full import size_of  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, YEAR, Stage  # noqa: E402
from meritdesk.core.errors import Refusal  # noqa: E402
from meritdesk.core.sending import SendingState  # noqa: E402

SIZES, PULLS = 64, 20
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


@contextmanager
def real_exfat(folder: Path) -> Iterator[Path | None]:
    """A loop image with a real exFAT of 16 MiB; nothing where this machine cannot mount one."""
    image, mount = folder / "stick.img", folder / "exfat"
    mount.mkdir()
    image.write_bytes(bytes(16 << 20))
    tools = shutil.which("mkfs.exfat"), shutil.which("mount.exfat-fuse")
    made = all(tools) and subprocess.run(["mkfs.exfat", str(image)], capture_output=True, check=False).returncode == 0
    loop = ""
    if made:
        asked = ["losetup", "-f", "--show", str(image)]
        loop = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        subprocess.run(["mount.exfat-fuse", loop or str(image), str(mount)], capture_output=True, check=False)
    is_there = made and os.path.ismount(mount)
    try:
        yield mount if is_there else None
    finally:
        if is_there:
            subprocess.run(["umount", "-l", str(mount)], capture_output=True, check=False)
        if loop:
            subprocess.run(["losetup", "-d", loop], capture_output=True, check=False)


def on_exfat(stage: Stage, folder: Path) -> tuple[int, int, str]:
    """Packages and backups on a real exFAT until it is full, and again after it was pulled and put back."""
    with real_exfat(folder) as mount:
        if mount is None:
            return 0, 0, "this machine mounts no exFAT; the name rules and sizes were tried on the disk of the bench"
        broken, tried, codes = 0, 0, Counter[str]()
        begun = stage.begin(EXPORT, folder / "exfat-work")
        with workflows.opened(begun / "store") as desk:
            for _ in range(PULLS):
                try:
                    for path in (desk.handover.pack(YEAR, mount).path, desk.upkeep.backup(mount)):
                        tried += 1
                        broken += not workflows.is_whole(path)
                except Refusal as refusal:
                    tried += 1
                    codes[refusal.code] += 1
            left = [path.name for path in mount.iterdir() if ".part" in path.name or path.name.startswith(".cadangan")]
            broken += len(left)
            for name in ("a:b", "CON?", 'x"y'):
                try:
                    (mount / name).write_bytes(b"x")
                    broken += 1
                except OSError:
                    codes["name refused by exFAT"] += 1
        return tried, broken, f"a real exFAT of 16 MiB by exfat-fuse: {dict(codes)}"


def main() -> int:
    """Sizes, lies, names, a real exFAT."""
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
        began = time.monotonic()
        tried, broken, said = on_exfat(stage, folder)
        results.append(Result("export and backup", "real exFAT, until it is full", "F27 F28", tried, 0, 0, broken,
                              time.monotonic() - began, COMMAND, note=said))  # fmt: skip
    return keep("stick", results)


if __name__ == "__main__":
    sys.exit(main())
