"""Schema upgrades: each in one immediate transaction of ours, so a power cut leaves the old schema or the new one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from meritdesk.core.errors import BusyRefusal, FileRefusal
from meritdesk.store import postgres, sqlite
from meritdesk.store.tables import SCHEMA_NUMBER, metadata

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def script_directory() -> tuple[Config, ScriptDirectory]:
    """The shipped migrations, without a configuration file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config, ScriptDirectory.from_config(config)


def upgrade(engine: Engine) -> None:
    """Bring a new or older file to the newest schema."""
    with engine.connect() as connection:
        sqlite.use_rollback_journal(connection)
    move_to(engine, "head", SCHEMA_NUMBER)


def move_to(engine: Engine, revision: str, number: int) -> None:
    """Bring a file to one revision, up or down, and mark it with the schema number that goes with it."""
    try:
        with sqlite.rebuilding(engine) as connection:
            _run(connection, revision)
            sqlite.mark_schema(connection, number)
    except DBAPIError as error:
        raise _world_or_data(error, Path(str(engine.url.database))) from error


def move_server_to(engine: Engine, revision: str, partitions: int = postgres.PARTITIONS) -> None:
    """Bring a server's database to one revision, up or down, from the same files; all of it or nothing."""
    with postgres.rebuilding(engine, partitions) as connection:
        _run(connection, revision)


def _world_or_data(error: DBAPIError, path: Path) -> FileRefusal | BusyRefusal:
    """A full disk or a busy file by its own name; anything else is data that the new schema cannot take (F23)."""
    refusal = sqlite.refusal_for(error, path)
    if isinstance(refusal, FileRefusal | BusyRefusal):
        return refusal
    return FileRefusal("STO-643", reason=type(error.orig).__name__)


def _run(connection: Connection, revision: str) -> None:
    config, script = script_directory()
    going_down = revision == "base"

    def steps(current: Any, _context: Any) -> Any:
        return script._downgrade_revs(revision, current) if going_down else script._upgrade_revs(revision, current)

    with EnvironmentContext(config, script, fn=steps, destination_rev=revision) as environment:
        environment.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        environment.run_migrations()
