"""Errors of the disk: EIO, ENOSPC, EINTR and failed flushes in the middle of saves, thousands of them.

Each is given by the disk of the bench in place of a write, flush, truncation, removal or creation. A save that was
refused must have changed nothing, one that was answered must be there, and nothing but refusals may come out. The
control run believes every save although it was refused, and must be found out.

One refusal can be of a save that is there: the journal file is gone already and only the flush of its folder fails.
Then all of it must be there; such saves are counted in the remarks.
"""

from __future__ import annotations

PART = True

import argparse  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.disk import recording  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import QUARTER, WORKFLOWS, Stage  # noqa: E402
from meritdesk.core.errors import Refusal  # noqa: E402
from meritdesk.services import Desk  # noqa: E402
from meritdesk.services.execution.grid import GridQuery  # noqa: E402

WANTED = 5000
SAVES = 60
CHANCES = (0.3, 0.1, 0.03)
KINDS = "EIO,ENOSPC,EINTR,EDQUOT"
CALLS = "write,fsync,truncate,unlink,create"


def value_of(desk: Desk) -> str:
    """What stands in the cell that every save types into."""
    person = desk.register.show(workflows.NIPS["nurse"]).person.person_id
    line = desk.execution.grid.lines(GridQuery(2025, person_ids=(person,))).lines[0]
    return str(line.cells.get(QUARTER.code))


def main() -> int:
    """Rounds of saves on a disk that fails, until there were errors enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=WANTED)
    chosen, left = parser.parse_args(), budget.of_part()
    began = time.monotonic()
    lost, broken, saved, refused, believed, kept, rounds, given = 0, 0, 0, Counter[str](), 0, 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="meritdesk-errors-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        while given < chosen.errors and not (given and left.is_spent):
            rounds += 1
            with recording(folder / f"disk{rounds}") as disk:
                begun = stage.begin(WORKFLOWS[0], disk.mount / "work")
                with workflows.opened(begun / "store") as desk:
                    held = value_of(desk)
                    for number in range(SAVES):
                        disk.say(f"errors {CHANCES[rounds % len(CHANCES)]} {rounds * SAVES + number} {KINDS} {CALLS}")
                        try:
                            workflows.save_once(desk, number)
                            was_saved = True
                        except Refusal as refusal:
                            refused[refusal.code] += 1
                            was_saved = False
                        except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
                            broken += 1
                            print(f"  round {rounds} save {number}: {type(error).__name__}: {error}", flush=True)
                            was_saved = False
                        disk.say("errors 0 0 EIO write")
                        found = value_of(desk)
                        is_there = f"{10 + number},25" in found or f"{10 + number}.25" in found
                        if was_saved:
                            saved += 1
                            lost += not is_there
                        else:
                            kept += is_there and found != held
                            broken += found != held and not is_there
                            believed += found == held
                        held = found
                with workflows.opened(begun / "store") as desk:
                    report = desk.upkeep.check()
                    broken += not report.is_sound
                    lost += value_of(desk) != held
                disk.say("forget")
                given += disk.book()[1]
            if rounds % 10 == 0:
                print(
                    f"  {given:,} errors in {time.monotonic() - began:.0f} s, {broken} broken, {lost} lost", flush=True
                )
    note = f"{rounds} rounds, {saved:,} saves answered, refused: {dict(refused)}, {kept} there although refused"
    result = Result(
        "save", "EIO, ENOSPC, EINTR, EDQUOT and failed flushes", "F06", given, WANTED, lost, broken,
        time.monotonic() - began, "python -m bench.faults.errors",
        f"believing every refused save would have lost {believed:,}", believed > 0, note,
    )  # fmt: skip
    return keep("errors", [result], shortened=chosen.errors < WANTED)


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
