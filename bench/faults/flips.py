"""Bit rot: single flipped bits, zeroed and torn pages and every sort of cut, in a store and in a backup of it.

A flip may be refused, named by the check, or change nothing; never may a final score be read that is not the one that
was closed. The control run flips bits in a copy without encryption, where some pass unseen.
"""

from __future__ import annotations

PART = True

import random  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

from sqlcipher3 import dbapi2  # noqa: E402

from bench.faults import budget, workflows  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import Stage  # noqa: E402
from meritdesk.core.errors import Refusal  # noqa: E402
from meritdesk.store import backup, sqlite  # noqa: E402
from meritdesk.store.database import DATABASE_FILE  # noqa: E402

FLIPS, PAGES, CUTS = 1000, 50, 50
SCORES = "SELECT * FROM evaluation ORDER BY agency, evaluation_id"
COMMAND = "python -m bench.faults.flips"
SHARES = {"one bit": 1.6, "zeroed or torn page": 4.0, "cut off": 4.0}
"""Of how many equal parts of the time that is left each kind gets one, when the time does not last for all."""


def scores(path: Path, key: bytes) -> list[tuple[object, ...]]:
    """What is read as the final scores."""
    with sqlite.raw_connection(path, key) as raw:
        return [tuple(row) for row in raw.execute(SCORES)]


def seen(path: Path, key: bytes) -> tuple[str, bool]:
    """How a damaged file is found out, and whether other scores would have been shown."""
    true = _TRUE[0]
    try:
        silent = scores(path, key) != true
    except (dbapi2.Error, UnicodeDecodeError):
        silent = False
    try:
        sqlite.recognise(path)
        with sqlite.refusing(path):
            faults = sqlite.page_faults(path, key, thorough=False)
    except Refusal as refusal:
        return refusal.code, silent
    return ("named by the check" if faults else "not seen"), silent


_TRUE: list[list[tuple[object, ...]]] = []


def damaged(
    folder: Path, key: bytes, many: int, damage: Callable[[bytearray, random.Random], None], left: Budget
) -> tuple[int, int, Counter[str]]:
    """So many files, each damaged in its own way."""
    whole = (folder / DATABASE_FILE).read_bytes()
    lost, broken, how = 0, 0, Counter[str]()
    path = folder / "rusak.db"
    for number in left.rounds(many):
        content = bytearray(whole)
        damage(content, random.Random(f"flips-{number}"))
        if bytes(content) == whole:
            continue
        path.write_bytes(content)
        found, silent = seen(path, key)
        how[found] += 1
        lost += silent
        broken += found == "not seen"
    path.unlink()
    return lost, broken, how


def flip(content: bytearray, dice: random.Random) -> None:
    """One bit."""
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def tear(content: bytearray, dice: random.Random) -> None:
    """A page becomes zeros, or only its first half is the new one."""
    place = dice.randrange(len(content) // sqlite.PAGE_SIZE) * sqlite.PAGE_SIZE
    begin = place + dice.choice((0, 512, 2048))
    content[begin : place + sqlite.PAGE_SIZE] = bytes(place + sqlite.PAGE_SIZE - begin)


def cut(content: bytearray, dice: random.Random) -> None:
    """The end is missing."""
    del content[dice.randrange(len(content)) :]


def main() -> int:
    """The store, then a backup of it."""
    results, left = [], budget.of_part()
    with tempfile.TemporaryDirectory(prefix="meritdesk-flips-") as private:
        folder = Path(private)
        stage = Stage(folder / "stage").make()
        store = folder / "store"
        shutil.copytree(stage.folder / "closed" / "store", store)
        key = workflows.key_of(store)
        _TRUE.append(scores(store / DATABASE_FILE, key))
        assert _TRUE[0]
        control = plain_flips(store, key, folder)
        kinds = (
            ("one bit", FLIPS, flip, "F09"),
            ("zeroed or torn page", PAGES, tear, "F10"),
            ("cut off", CUTS, cut, "F10"),
        )
        for name, many, damage, rows in kinds:
            began = time.monotonic()
            lost, broken, how = damaged(store, key, many, damage, left.share(SHARES[name]))
            results.append(Result(
                "store", name, rows, sum(how.values()), many - (name == "cut off"), lost, broken,
                time.monotonic() - began, COMMAND, f"without encryption {control} of 100 flips passed unseen" if
                name == "one bit" else "", control > 0, f"found out by: {dict(how)}",
            ))  # fmt: skip
        results.append(backups(stage, folder, left))
    return keep("flips", results)


def plain_flips(store: Path, key: bytes, folder: Path) -> int:
    """The same flips in a copy without encryption: what SQLite's own check does not see."""
    plain = folder / "polos.db"
    with sqlite.raw_connection(store / DATABASE_FILE, key) as raw:
        raw.execute(f"ATTACH DATABASE '{plain}' AS polos KEY ''")
        raw.execute("SELECT sqlcipher_export('polos')")
        raw.execute("DETACH DATABASE polos")
    whole, unseen = plain.read_bytes(), 0
    for number in range(100):
        content = bytearray(whole)
        flip(content, random.Random(f"plain-{number}"))
        plain.write_bytes(content)
        try:
            connection = dbapi2.connect(str(plain))
            unseen += [row[0] for row in connection.execute("PRAGMA quick_check")] == ["ok"]
            connection.close()
        except (dbapi2.Error, UnicodeDecodeError):
            continue
    return unseen


def backups(stage: Stage, folder: Path, left: Budget) -> Result:
    """Flips in a backup: it is refused, or what comes out of it is the same."""
    began = time.monotonic()
    path = next((stage.folder / "saved" / "cadangan").iterdir())
    whole, lost, broken, how = path.read_bytes(), 0, 0, Counter[str]()
    backup.unpack(path, folder / "whole")
    true = {one.name: backup.digest_of(one) for one in (folder / "whole").iterdir()}
    bad = folder / "rusak.meritbackup"
    for number in left.rounds(FLIPS):
        content = bytearray(whole)
        flip(content, random.Random(f"backup-{number}"))
        bad.write_bytes(content)
        try:
            backup.unpack(bad, folder / "out")
            same = {one.name: backup.digest_of(one) for one in (folder / "out").iterdir()} == true
            how["the same came out" if same else "OTHER CONTENT"] += 1
            lost += not same
        except Refusal as refusal:
            how[refusal.code] += 1
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
            broken += 1
            print(f"  backup {number}: {type(error).__name__}: {error}", flush=True)
        shutil.rmtree(folder / "out", ignore_errors=True)
    return Result("backup", "one bit", "F20", sum(how.values()), FLIPS, lost, broken, time.monotonic() - began, COMMAND,
                  note=f"found out by: {dict(how)}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
