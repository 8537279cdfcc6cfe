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

from bench.faults import workflows  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import WORKFLOWS, YEAR, Stage, Workflow  # noqa: E402
from meritdesk.core.errors import Refusal  # noqa: E402
from meritdesk.store import room  # noqa: E402

SIZES = 64
STEP = {"save": 4 << 10, "export": 1 << 10, "backup": 40 << 10, "print": 3 << 10}
ENDINGS = (".merit", ".meritbackup", ".pdf")


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A disk of so many bytes."""
    place.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={max(size, 4096)}", "tmpfs", str(place)], check=True)
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


def saves(stage: Stage, folder: Path) -> tuple[int, int, int, Counter[str]]:
    """Saves on a disk that fills up."""
    lost, broken, met, codes = 0, 0, 0, Counter[str]()
    size = sum(path.stat().st_size for path in (stage.folder / "planned" / "store").rglob("*") if path.is_file())
    room.RESERVE_BYTES = 1 << 20
    for number in range(SIZES):
        with small_disk(folder / f"{number}", size + (16 << 20)) as disk:
            begun = stage.begin(WORKFLOWS[0], disk / "work")
            with workflows.opened(begun / "store") as desk:
                filler = fill(disk, number * STEP["save"])
                before, done = workflows.digest_of_rows(begun / "store", workflows.key_of(begun / "store")), 0
                try:
                    for again in range(2000):
                        workflows.save_once(desk, again)
                        done += 1
                        if again % 20 == 0:
                            with (disk / f"surat-{again}.bin").open("wb") as file:
                                file.write(bytes(min(64 << 10, max(0, shutil.disk_usage(disk).free - 4096))))
                except Refusal as refusal:
                    codes[refusal.code] += 1
                    met += 1
                except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
                    broken += 1
                    print(f"  save {number}: {type(error).__name__}: {error}", flush=True)
                # It can still be read, and once there is room it goes on.
                desk.register.show(workflows.NIPS["nurse"])
                filler.unlink()
                workflows.save_once(desk, 5)
                broken += not desk.upkeep.check().is_sound
                lost += (
                    done == 0 and workflows.digest_of_rows(begun / "store", workflows.key_of(begun / "store")) == before
                )
    room.RESERVE_BYTES = workflows.RESERVE
    return lost, broken, met, codes


def outputs(stage: Stage, workflow: Workflow, folder: Path) -> tuple[int, int, int, Counter[str]]:
    """A file written onto a small disk, of 64 sizes."""
    lost, broken, met, codes = 0, 0, 0, Counter[str]()
    place = {"export": "stick", "backup": "cadangan", "print": "kertas"}[workflow.name]
    for number in range(SIZES):
        begun = stage.begin(workflow, folder / f"work{number}")
        (begun / place).rmdir()
        with small_disk(begun / place, number * STEP[workflow.name]) as disk:
            told: list[str] = []
            try:
                workflow.does(begun, told.append)
            except Refusal as refusal:
                codes[refusal.code] += 1
                met += 1
                broken += bool([path for path in disk.rglob("*") if path.suffix in ENDINGS])
                half = [path.name for path in disk.rglob("*") if path.is_file() and ".part" in path.name]
                if workflow.name != "print" and half:
                    broken += 1
                    print(f"  {workflow.name} {number}: half written {half}", flush=True)
            except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
                broken += 1
                print(f"  {workflow.name} {number}: {type(error).__name__}: {error}", flush=True)
            else:
                broken += not all(
                    workflows.is_whole(begun / words.removeprefix("file "))
                    for words in told
                    if words.startswith("file ")
                )
                continue
        with workflows.opened(begun / "store") as desk:
            sent = [line for line in desk.handover.receipts().outgoing if line.state not in ("NUMBERED", "PREPARED")]
            if workflow.name == "export" and sent:
                lost += 1
                print(f"  export {number}: marked {sent[0].state}", flush=True)
            broken += not desk.upkeep.check().is_sound
        (begun / place).mkdir(exist_ok=True)
        told = []
        workflow.does(begun, told.append)
        left = [name for name in workflows.leftovers(begun) if not name.endswith("-journal")]
        broken += bool(left)
        broken += not any(words.startswith("file ") for words in told)
        shutil.rmtree(begun)
    return lost, broken, met, codes


def main() -> int:
    """Saves, then the three that write files."""
    codes = []
    assert YEAR
    with tempfile.TemporaryDirectory(prefix="meritdesk-full-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        for name, rows in (("save", "F04"), ("export", "F05 F27"), ("backup", "F05 F20"), ("print", "F05")):
            began = time.monotonic()
            workflow = next(one for one in WORKFLOWS if one.name == name)
            where = folder / name
            lost, broken, met, said = saves(stage, where) if name == "save" else outputs(stage, workflow, where)
            codes.append(
                keep("full", [Result(
                    name, "full disk, 64 sizes", rows, SIZES, SIZES, lost, broken, time.monotonic() - began,
                    "python -m bench.faults.full", f"{met} of {SIZES} sizes were too small", met > 0,
                    f"refused: {dict(said)}",
                )])
            )  # fmt: skip
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
