"""Import the staff file of 15,000 people into an encrypted store, beside pandas and beside the least there is to do.

Ours reads, normalises, compares with what is there, writes with journal and search index and derives the raters. The
peer reads the same file with pandas (openpyxl) and writes it with ``to_sql`` into a plain SQLite file. The floor reads
it with the same fast reader as ours and writes the cells with ``executemany`` into an encrypted file, as they stand.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pandas
import python_calamine
from _contest import compared, contest
from _measure import workshop

from meritdesk.bootstrap import open_desk
from meritdesk.sample_city import year
from meritdesk.store import sqlite

RUNS = 5


def ours(prepared: Path, passphrase: str, file: Path, folder: Path) -> Iterator[None]:
    """The verb itself, on a store that has the units."""
    store = folder / "ours"
    shutil.copytree(prepared, store)
    with open_desk(store, passphrase) as desk:
        yield
        desk.register.import_staff(file)
        yield
    shutil.rmtree(store)


def peer(file: Path, folder: Path) -> Iterator[None]:
    """What somebody writes in an afternoon, without a check and without a key."""
    yield
    frame = pandas.read_excel(file, dtype=str)
    with sqlite3.connect(folder / "peer.db") as connection:
        frame.to_sql("staff", connection, if_exists="replace")
    yield
    (folder / "peer.db").unlink()


def floor(file: Path, folder: Path) -> Iterator[None]:
    """Read every cell and write it down: nobody is faster who does both."""
    yield
    rows = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    engine = sqlite.engine_for(folder / "floor.db", bytes(32))
    with engine.begin() as connection:
        names = ", ".join(f"c{place}" for place in range(len(rows[0])))
        connection.exec_driver_sql(f"CREATE TABLE staff ({names})")
        marks = ", ".join("?" * len(rows[0]))
        texts = [tuple(map(str, row)) for row in rows]
        connection.exec_driver_sql(f"INSERT INTO staff VALUES ({marks})", texts)
    yield
    engine.dispose()
    (folder / "floor.db").unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    with workshop() as folder:
        city = year.found(folder / "city", chosen.staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            desk.register.import_units(city.files.units)
        file = city.files.staff
        figures = contest(
            {
                "MeritDesk": lambda: ours(city.agency, city.passphrase, file, folder),
                "pandas with openpyxl, to_sql": lambda: peer(file, folder),
                "floor: calamine, executemany": lambda: floor(file, folder),
            },
            chosen.runs,
        )
        compared(
            "import_staff", f"import the staff file, {chosen.staff:,} people", figures,
            {"pandas with openpyxl, to_sql": ("faster", 5), "floor: calamine, executemany": ("at most", 2.5)},
            staff=chosen.staff,
        )  # fmt: skip
        with open_desk(city.agency, city.passphrase) as desk:
            desk.register.import_staff(file)
        figures = contest({"MeritDesk": lambda: ours(city.agency, city.passphrase, file, folder)}, chosen.runs)
        compared("import_staff_again", f"the same file again, {chosen.staff:,} people, all the same", figures, {})


if __name__ == "__main__":
    main()
