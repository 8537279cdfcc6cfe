"""Full disks: 64 sizes of what is still free, for a save, an export, a backup and a print.

The small disk is a tmpfs of the system (so this part wants root). Where it was too full there must be a refusal with a
code, no file under a final name, nothing half-written, nothing marked as sent; and once there is room it works.
"""

from __future__ import annotations

PART = True

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
from bench.faults.errors import value_of  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, YEAR, Stage, Workflow  # noqa: E402
from meritdesk.core.errors import Refusal  # noqa: E402
from meritdesk.core.sending import SendingState  # noqa: E402
from meritdesk.store import room  # noqa: E402

SIZES = 64
LETTERS = 4
"""After so many saves somebody puts another letter onto the disk, so that it fills up before long."""
UP_TO = {"export": 1.2, "backup": 4.0, "print": 1.2}
"""The largest disk in sizes of what lies there at the end; a backup is read back beside the copy it was made of."""
PAGE = 4096
"""The smallest step of a disk in memory."""
ENDINGS = (".merit", ".meritbackup", ".pdf")


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A disk of so many bytes."""
    place.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={max(size, PAGE)}", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
        place.rmdir()


def fill(place: Path, leave: int) -> Path:
    """Fill a disk until only so many bytes are free."""
    filler = place / "foto.bin"
    with filler.open("wb") as file:
        file.write(bytes(max(0, shutil.disk_usage(place).free - leave)))
    return filler


def saves(stage: Stage, folder: Path, left: Budget) -> tuple[int, int, int, int, Counter[str]]:
    """Saves on a disk that fills up."""
    tried, lost, broken, met, codes = 0, 0, 0, 0, Counter[str]()
    size = sum(path.stat().st_size for path in (stage.folder / "planned" / "store").rglob("*") if path.is_file())
    room.RESERVE_BYTES = 1 << 20
    for number in left.rounds(SIZES):
        tried += 1
        with small_disk(folder / f"{number}", size + (16 << 20)) as disk:
            begun = stage.begin(WORKFLOWS[0], disk / "work")
            with workflows.opened(begun / "store") as desk:
                held, done = value_of(desk), 0
                filler = fill(disk, number * PAGE)
                try:
                    for again in range(2000):
                        workflows.save_once(desk, again)
                        done += 1
                        if again % LETTERS == 0:
                            with (disk / f"surat-{again}.bin").open("wb") as file:
                                file.write(bytes(min(64 << 10, max(0, shutil.disk_usage(disk).free - PAGE))))
                except Refusal as refusal:
                    codes[refusal.code] += 1
                    met += 1
                except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
                    broken += 1
                    print(f"  save {number}: {type(error).__name__}: {error}", flush=True)
                # It can still be read and holds the last save that was answered; once there is room it goes on.
                found = value_of(desk)
                lost += bool(done) and f"{9 + done},25" not in found
                broken += not done and found != held
                filler.unlink()
                try:
                    workflows.save_once(desk, 5)
                except Exception as error:  # noqa: BLE001 - the same
                    broken += 1
                    print(f"  save {number}, with room: {type(error).__name__}: {error}", flush=True)
                lost += "15,25" not in value_of(desk)
                broken += not desk.upkeep.check().is_sound
    room.RESERVE_BYTES = workflows.RESERVE
    return tried, lost, broken, met, codes


def size_of(stage: Stage, workflow: Workflow, folder: Path, place: str) -> int:
    """How much the files take that a workflow writes where there is room."""
    begun = stage.begin(workflow, folder / "whole")
    workflow.does(begun, lambda _: None)
    taken = sum(path.stat().st_size for path in (begun / place).rglob("*") if path.is_file())
    shutil.rmtree(begun)
    return taken


def outputs(stage: Stage, workflow: Workflow, folder: Path, left: Budget) -> tuple[int, int, int, int, Counter[str]]:
    """A file written onto a small disk, of 64 sizes: from none to more than it takes."""
    tried, lost, broken, met, codes = 0, 0, 0, 0, Counter[str]()
    place = {"export": "stick", "backup": "cadangan", "print": "kertas"}[workflow.name]
    step = max(PAGE, int(size_of(stage, workflow, folder, place) * UP_TO[workflow.name]) // SIZES)
    for number in left.rounds(SIZES):
        tried += 1
        begun = stage.begin(workflow, folder / f"work{number}")
        (begun / place).rmdir()
        with small_disk(begun / place, number * step) as disk:
            told: list[str] = []
            try:
                workflow.does(begun, told.append)
            except Refusal as refusal:
                codes[refusal.code] += 1
                met += 1
                bearing = [path for path in disk.rglob("*") if path.suffix in ENDINGS]
                # Sheets that were finished before the disk was full are whole, and stay.
                wrong = [path.name for path in bearing if workflow.name != "print" or not workflows.is_whole(path)]
                wrong += [path.name for path in disk.rglob("*") if path.is_file() and ".part" in path.name]
                if wrong:
                    broken += 1
                    print(f"  {workflow.name} {number}: lies there although refused {wrong}", flush=True)
            except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
                broken += 1
                print(f"  {workflow.name} {number}: {type(error).__name__}: {error}", flush=True)
            else:
                codes["written"] += 1
                broken += not all(
                    workflows.is_whole(begun / words.removeprefix("file "))
                    for words in told
                    if words.startswith("file ")
                )
                continue
        with workflows.opened(begun / "store") as desk:
            sent = [line for line in desk.handover.receipts().outgoing if line.state != SendingState.PACKED]
            if workflow.name == "export" and sent:
                lost += 1
                print(f"  export {number}: marked {sent[0].state}", flush=True)
            broken += not desk.upkeep.check().is_sound
        (begun / place).mkdir(exist_ok=True)
        told = []
        try:
            workflow.does(begun, told.append)
        except Exception as error:  # noqa: BLE001 - the same
            broken += 1
            print(f"  {workflow.name} {number}, with room: {type(error).__name__}: {error}", flush=True)
        lying = [name for name in workflows.leftovers(begun) if not name.endswith("-journal")]
        if lying or not any(words.startswith("file ") for words in told):
            broken += 1
            print(f"  {workflow.name} {number}, with room: left {lying}, told {told}", flush=True)
        shutil.rmtree(begun)
    return tried, lost, broken, met, codes


def main() -> int:
    """Saves, then the three that write files."""
    codes, left = [], budget.of_part()
    assert YEAR
    with tempfile.TemporaryDirectory(prefix="meritdesk-full-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        parts = (("save", "F04"), ("export", "F05 F27"), ("backup", "F05 F20"), ("print", "F05"))
        for place, (name, rows) in enumerate(parts):
            share = left.share(len(parts) - place)
            began = time.monotonic()
            workflow = next(one for one in WORKFLOWS if one.name == name)
            where = folder / name
            done = saves(stage, where, share) if name == "save" else outputs(stage, workflow, where, share)
            tried, lost, broken, met, said = done
            codes.append(
                keep("full", [Result(
                    name, "full disk, 64 sizes", rows, tried, SIZES, lost, broken, time.monotonic() - began,
                    "python -m bench.faults.full", f"{met} of {tried} sizes were too small", met > 0,
                    f"refused: {dict(said)}",
                )])
            )  # fmt: skip
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
