"""Pack the year of 5,000 people and receive it at the region, beside the least that each of them takes.

The floor of packing does with the very bytes that end up in the package what every program would have to: zip, hash,
encrypt with age, write to the disk. Those bytes have to come from somewhere: a second floor reads the same rows out
of the encrypted store and spells them as CSV before it does so. The floor of receiving writes the very rows that the
region holds afterwards with the driver's own ``executemany`` into empty tables of an encrypted file; beside it stands
the same with the rows of the journal, and the same through SQLAlchemy, as most programs write.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
from _contest import compared, contest
from _made_up import NOW, PASSPHRASE, PERIOD, found
from _measure import workshop
from _region_floors import Chunk, region_rows
from _region_packages import REGION
from sqlalchemy import insert

from meritdesk import bootstrap
from meritdesk.exchange.seal import PAYLOAD_NAME
from meritdesk.services.handover import Consent
from meritdesk.store import sqlite, tables
from meritdesk.store.bulk import add_rows

RUNS = 5


def packing(prepared: Path, folder: Path) -> Iterator[None]:
    """The verb: read the store, write the records, seal, keep the bytes, write the file and read it back."""
    store = folder / "packing"
    shutil.copytree(prepared, store)
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        desk.handover.pack(PERIOD, folder / "packing-stick")
        yield
    shutil.rmtree(store)
    shutil.rmtree(folder / "packing-stick")


def sealing(members: list[tuple[str, bytes]], recipient: str, folder: Path) -> Iterator[None]:
    """The floor of packing."""
    yield
    _seal(members, recipient, folder)
    yield


def reading_and_sealing(store: Path, members: list[tuple[str, bytes]], recipient: str, folder: Path) -> Iterator[None]:
    """The same, after the rows were read out of the store and spelled as CSV as they are."""
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        with desk.handover.around.store.reading() as work:
            connection: Any = work._connection  # type: ignore[attr-defined]
            for table in tables.metadata.sorted_tables:
                if "noun" in table.info and not table.info.get("of_store"):
                    rows = connection.exec_driver_sql(f"SELECT * FROM {table.name}").fetchall()
                    csv.writer(io.StringIO(newline=""), quoting=csv.QUOTE_ALL).writerows(rows)
        _seal(members, recipient, folder)
        yield


def _seal(members: list[tuple[str, bytes]], recipient: str, folder: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bag:
        for name, data in members:
            bag.writestr(name, data)
    hashlib.sha256(held.getvalue()).hexdigest()
    sealed = pyrage.encrypt(held.getvalue(), [pyrage.x25519.Recipient.from_str(recipient)])
    with (folder / "floor").open("wb") as file:
        file.write(sealed)
        os.fsync(file.fileno())


def receiving(prepared: Path, package: Path, folder: Path) -> Iterator[None]:
    """The verb, with its receipt."""
    store = folder / "receiving"
    shutil.copytree(prepared, store)
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        desk.handover.receive(package, folder / "replies", consent=Consent("bench", "orang kedua"))
        yield
    shutil.rmtree(store)


def writing(chunks: list[Chunk], folder: Path, *, by_driver: bool = True) -> Iterator[None]:
    """The floor of receiving: these rows into empty tables, at once; by the driver alone or through SQLAlchemy."""
    place = folder / "plain.db"
    engine: Any = sqlite.engine_for(place, bytes(32))
    tables.metadata.create_all(engine, checkfirst=True)
    made = [(tuple(str(column.name) for column in table.columns), table, rows) for table, rows in chunks]
    yield
    with engine.begin() as connection:
        for names, table, rows in made:
            if by_driver:
                add_rows(connection, table, names, rows)
            else:
                connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
    yield
    engine.dispose()
    place.unlink()


def members_of(package: Path, region: Path) -> list[tuple[str, bytes]]:
    """What lies in the bag of a package, unpacked."""
    with bootstrap.open_desk(region, PASSPHRASE) as desk:
        secret = desk.handover.around.store.keys.age_identity
    with zipfile.ZipFile(package) as envelope:
        bag = pyrage.decrypt(envelope.read(PAYLOAD_NAME), [pyrage.x25519.Identity.from_str(secret)])
    with zipfile.ZipFile(io.BytesIO(bag)) as inner:
        return [(name, inner.read(name)) for name in inner.namelist()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    with workshop() as folder:
        region, agency = folder / "region", folder / "agency"
        bootstrap.create_store(region, REGION, PASSPHRASE, lambda: NOW)
        found(agency, chosen.staff, close=True, region=region)
        made = folder / "made"
        shutil.copytree(agency, made)
        with bootstrap.open_desk(made, PASSPHRASE, clock=lambda: NOW) as desk:
            package = desk.handover.pack(PERIOD, folder / "stick").path
        members = members_of(package, region)
        with bootstrap.open_desk(region, PASSPHRASE) as desk:
            recipient = desk.handover.around.store.keys.card.age_recipient
        figures = contest(
            {
                "MeritDesk": lambda: packing(agency, folder),
                "floor: zip, sha256, age, write": lambda: sealing(members, recipient, folder),
                "the same, rows read and spelled": lambda: reading_and_sealing(agency, members, recipient, folder),
            },
            chosen.runs,
        )
        compared("pack", f"pack the year of {chosen.staff:,} people", figures,
                 {"floor: zip, sha256, age, write": ("at most", 2)}, bytes=package.stat().st_size,
                 unpacked=sum(len(data) for _, data in members))  # fmt: skip
        received = folder / "received"
        shutil.copytree(region, received)
        with bootstrap.open_desk(received, PASSPHRASE, clock=lambda: NOW) as desk:
            desk.handover.receive(package, folder / "replies", consent=Consent("bench", "orang kedua"))
            rows, journal = list(region_rows(desk)), list(region_rows(desk, journal=True))
        figures = contest(
            {
                "MeritDesk": lambda: receiving(region, package, folder),
                "floor: executemany": lambda: writing(rows, folder),
                "floor with the journal's rows": lambda: writing([*rows, *journal], folder),
                "executemany through SQLAlchemy": lambda: writing(rows, folder, by_driver=False),
            },
            chosen.runs,
        )
        compared("receive", f"receive the year of {chosen.staff:,} people", figures,
                 {"floor: executemany": ("at most", 3), "floor with the journal's rows": ("at most", 3),
                  "executemany through SQLAlchemy": ("at most", 3)},
                 rows=sum(len(chunk) for _, chunk in rows))  # fmt: skip
        figures = contest({"MeritDesk": lambda: receiving(received, package, folder)}, chosen.runs)
        compared("receive_again", f"the same package again, {chosen.staff:,} people", figures, {})


if __name__ == "__main__":
    main()
