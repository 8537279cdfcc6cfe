"""The same rows in the agency's file and on a PostgreSQL: taken in, read, merged, saved one by one, and carried.

A private server is started from the distribution's packages with the settings it comes with (it waits for the disk).
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from _measure import measured, said, workshop
from lists import AGENCY, PASSPHRASE, fill, people

from meritdesk import bootstrap
from meritdesk.core.access import Actor, Role
from meritdesk.core.lines import StaffQuery
from meritdesk.services import Desk

ACTOR = Actor("bench", Role.OPERATOR, "PC01")
SAVES = 200


def private_server() -> Any:
    """The tests' own way of starting a server."""
    path = Path(__file__).resolve().parents[1] / "tests" / "servers.py"
    spec = importlib.util.spec_from_file_location("servers", path)
    assert spec and spec.loader
    servers = sys.modules.setdefault("servers", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(servers)
    for hasty in ("fsync", "full_page_writes", "synchronous_commit"):
        servers.QUICK[hasty] = "on"
    return servers


def ask(desk: Desk, kept_in: str, staff: int) -> None:
    """The figures of one place."""
    store = desk.register.around.store

    def merge() -> None:
        rng = random.Random(5)
        with store.writing(ACTOR, "bench.merge") as work:
            work.people.save([replace(one, education="S-3") for one in people(staff, 1, rng)])
            work.commit()

    def save() -> None:
        for number in range(SAVES):
            with store.writing(ACTOR, "bench.save") as work:
                work.set_setting("bench", f"{number + int(work.setting('bench', '0'))}")
                work.commit()

    measured("server_first_block", lambda: desk.register.staff(StaffQuery(limit=200)), 1, "block", 9, kept_in=kept_in)
    measured("server_keystroke", lambda: desk.register.staff(StaffQuery(search="sa", limit=200)), 1, "block", 9,
             kept_in=kept_in)  # fmt: skip
    measured("server_digits", lambda: desk.register.count(StaffQuery(search="19850")), 1, "count", 9, kept_in=kept_in)
    measured("server_merge", merge, staff, "people", kept_in=kept_in)
    measured("server_saves", save, SAVES, "saves", kept_in=kept_in)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=10_000)
    parser.add_argument("--plans", type=int, default=2_000)
    parser.add_argument("--partitions", type=int, default=4)
    chosen = parser.parse_args()
    servers = private_server()
    with workshop() as folder, tempfile.TemporaryDirectory(prefix="meritdesk-note-") as note:
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        with servers.shared(Path(note), os.getpid()) as server:
            database = servers.prepared(server, "bench", chosen.partitions, (AGENCY.code,))
            file, on_server = folder / "file", folder / "server"
            bootstrap.create_store(file, AGENCY, PASSPHRASE)
            bootstrap.join_server(on_server, database.place(), database.clerk_password, AGENCY, PASSPHRASE)
            for place, kept_in in ((file, "file"), (on_server, "server")):
                with bootstrap.open_desk(place, PASSPHRASE) as desk:
                    take = lambda desk=desk: fill(desk, chosen.staff, chosen.plans)  # noqa: E731
                    measured("server_fill", take, chosen.staff, "people", kept_in=kept_in)
                    ask(desk, kept_in, chosen.staff)
            rows = [0]

            def home() -> None:
                rows[0] = bootstrap.bring_back_from_server(on_server, PASSPHRASE).rows

            def there() -> None:
                bootstrap.move_to_server(on_server, database.place(), database.clerk_password, PASSPHRASE)

            measured("server_bring_back", home, 1, "agency")
            measured("server_move_to", there, rows[0], "rows")
            said(f"{rows[0]} rows carried")


if __name__ == "__main__":
    main()
