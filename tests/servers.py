"""A private PostgreSQL for the tests: made from the distribution's packages, reached over the loopback alone.

One server for a whole run, whoever of the workers comes first starts it; a database for each worker, swept between
tests. Nothing of it survives the run, so it may forget: no write waits for the disk.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.server import ServerPlace

ADMIN = "meritdesk_admin"
QUICK = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "autovacuum": "off",
    "max_wal_size": "512MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "unix_socket_directories": "''",
    "listen_addresses": "'127.0.0.1'",
    "password_encryption": "'scram-sha-256'",
    "logging_collector": "off",
}


@dataclass(frozen=True)
class TestServer:
    """A running private server with its administrator's password."""

    __test__ = False

    port: int
    password: str

    def place(self, database: str, user: str = ADMIN) -> ServerPlace:
        return ServerPlace("127.0.0.1", database, user, self.port)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine, which Debian keeps off the search path."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(re.sub(r"\D", "", path.parts[-3]) or 0)
    )
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def as_other_user() -> dict[str, object]:
    """The server refuses to run as root: there it runs as the packages' own user, or as nobody."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            found = pwd.getpwnam(name)
            return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL needs a user other than root")


def start(folder: Path) -> tuple[TestServer, int]:
    """Start the cluster of a folder, a new one where there is none; answers with it and the number of its process."""
    bin_folder = programs()
    assert bin_folder is not None, "PostgreSQL is not installed: run `make setup` or `apt-get install postgresql`"
    who = as_other_user()
    data, secret = folder / "data", folder / "password"
    is_new = not secret.exists()
    password = secrets.token_hex(12) if is_new else secret.read_text()
    folder.mkdir(parents=True, exist_ok=True)
    if who:
        # Whoever runs the server must reach its folder through those above it.
        for above in (folder, *folder.parents):
            with contextlib.suppress(PermissionError):
                if above.stat().st_uid == os.geteuid() and above != Path(above.anchor):
                    above.chmod(above.stat().st_mode | 0o011)
        os.chown(folder, who["user"], who["group"])  # type: ignore[arg-type]
    if is_new:
        secret.write_text(password)
        secret.chmod(0o644)
        made = subprocess.run(
            [bin_folder / "initdb", "-D", data, "-U", ADMIN, "--auth=scram-sha-256", f"--pwfile={secret}",
             "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"],
            capture_output=True, text=True, cwd=folder, timeout=120, check=False, **who,
        )  # type: ignore[call-overload]  # fmt: skip
        assert made.returncode == 0, made.stderr
    port_note = folder / "port"
    if is_new:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port_note.write_text(str(free.getsockname()[1]))
    port = int(port_note.read_text())
    settings = [word for name, value in {**QUICK, "port": str(port)}.items() for word in ("-c", f"{name}={value}")]
    settings = [word.replace("'", "") for word in settings]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [bin_folder / "postgres", "-D", data, *settings],
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=folder, start_new_session=True, **who,
        )  # type: ignore[call-overload]  # fmt: skip
    import psycopg

    server = TestServer(port, password)
    until = time.monotonic() + 60
    while True:
        try:
            connect(server).close()
            return server, process.pid
        except psycopg.OperationalError:
            assert process.poll() is None and time.monotonic() < until, (folder / "log").read_text()
            time.sleep(0.05)


def connect(server: TestServer, database: str = "postgres", user: str = ADMIN, password: str = ""):
    import psycopg

    return psycopg.connect(
        host="127.0.0.1", port=server.port, user=user, password=password or server.password, dbname=database,
        autocommit=True, connect_timeout=5,
    )  # fmt: skip


@contextlib.contextmanager
def shared(root: Path, run: int) -> Iterator[TestServer]:
    """The server of this run: the first worker starts it, and it ends with the process ``run``, however that ends."""
    folder = root / "postgresql"
    folder.mkdir(parents=True, exist_ok=True)
    note = folder / "server"
    with _alone(folder):
        if not note.exists():
            # Not under pytest's own folder, which every other run closes to the server's user.
            home = Path(tempfile.mkdtemp(prefix="meritdesk-server-"))
            server, process = start(home / "cluster")
            subprocess.Popen(
                [sys.executable, "-c", WATCH, str(run), str(process), str(home)],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            note.write_text(f"{server.port} {server.password}")
        port, password = note.read_text().split()
    ADMINISTRATORS[int(port)] = (ADMIN, password)
    yield TestServer(int(port), password)


WATCH = """
import os, shutil, signal, sys, time
run, server, home = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]

def lives(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True

while lives(run) and lives(server):
    time.sleep(1)
for sign in (signal.SIGINT, signal.SIGQUIT):
    if lives(server):
        os.kill(server, sign)
        for _ in range(100):
            if not lives(server):
                break
            time.sleep(0.1)
shutil.rmtree(home, ignore_errors=True)
"""
"""Waits for the end of the tests and takes the server away; a run that was killed leaves none behind either."""


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True)
class Database:
    """A prepared database with a clerk of every role, each with the same password."""

    server: TestServer
    name: str
    clerk_password: str

    def place(self, user: str = "") -> ServerPlace:
        return self.server.place(self.name, user or self.clerk("operator"))

    def clerk(self, role: str) -> str:
        return f"{self.name}_{role}"

    def sweep(self) -> None:
        """Take every row off, as the administrator may."""
        from meritdesk.store.tables import metadata

        with connect(self.server, self.name) as connection:
            names = [*(table.name for table in reversed(metadata.sorted_tables)), *WORDS]
            script = ";".join(f'DELETE FROM "{name}"' for name in names)
            connection.execute(f"SET session_replication_role = replica; {script}")


ADMINISTRATORS: dict[int, tuple[str, str]] = {}
"""Who administers the servers of this run, by port."""

WORDS = ("staff_words", "staff_digits", "entry_words")
AGENCIES = ("A", "B", "3311", "3372", "9901", "9902", "7101", "7102")
"""The agencies that the clerks of a test's database work for."""


def prepared(server: TestServer, name: str, partitions: int = 2, agencies: tuple[str, ...] = AGENCIES) -> Database:
    """Make a database as an administrator does it."""
    from meritdesk.store import server_moving, server_roles

    place, password = server.place(name), server.password
    server_moving.prepare(place, password, partitions)
    made = Database(server, name, secrets.token_hex(8))
    for role in server_roles.ROLES:
        server_moving.admit(place, password, made.clerk(role), role, agencies, made.clerk_password)
    return made
