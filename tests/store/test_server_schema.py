"""The same migrations on a server: the models are the newest revision there too, and each goes down and up."""

from __future__ import annotations

import re
import secrets

import pytest
import servers
import store_samples as sample
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.store import postgres, server_moving, server_roles, tables, upgrades

PIECE = re.compile(r"\w+_p\d+")
NEWEST = f"{tables.SCHEMA_NUMBER:04d}"


def is_model(found, name, kind, reflected, compare_to) -> bool:
    """Pieces of a table are the table; so are the references the server keeps to each piece."""
    if kind == "table":
        return name not in server_roles.OUTSIDE_THE_MODELS and not PIECE.fullmatch(name)
    return kind != "foreign_key_constraint" or not PIECE.fullmatch(found.elements[0].column.table.name)


@pytest.fixture
def fresh(private_server):
    """An administrator's empty database, made and taken away by the test, whatever the other workers do meanwhile."""
    name = f"fresh_{NEWEST}_{secrets.token_hex(4)}"
    yield private_server.place(name), private_server.password
    with servers.connect(private_server) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def rows(connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: sorted(map(tuple, connection.execute(select(table))), key=repr)
        for name, table in tables.metadata.tables.items()
        if not table.info.get("derived") and name != "store_fact"
    }


def test_the_models_are_the_newest_revision_and_every_key_begins_with_the_agency(prepared_database):
    engine = postgres.engine_for(
        prepared_database.server.place(prepared_database.name), prepared_database.server.password
    )
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True, "include_object": is_model}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), tables.metadata) == []
        assert postgres.schema_number(connection) == tables.SCHEMA_NUMBER and postgres.pieces_of(connection) == 2
        looked = inspect(connection)
        for name in server_roles.guarded_tables():
            assert looked.get_pk_constraint(name)["constrained_columns"][0] == "agency", name
            for unique in looked.get_unique_constraints(name):
                assert "agency" in unique["column_names"], (name, unique)
            for reference in looked.get_foreign_keys(name):
                assert reference["constrained_columns"][0] == reference["referred_columns"][0] == "agency", name
        kinds = dict(map(tuple, connection.execute(text("SELECT relname, relkind::text FROM pg_class"))))
        assert {name for name in postgres.PARTITIONED if kinds.get(name) == "p"} == {
            name for name in postgres.PARTITIONED if name in kinds
        }
        guarded = connection.execute(text("SELECT relname FROM pg_class WHERE relrowsecurity")).scalars()
        assert set(guarded) == set(server_roles.guarded_tables())
    engine.dispose()


def test_each_revision_goes_down_and_up_with_rows_in_place_and_the_base_is_empty(fresh, tmp_path):
    place, password = fresh
    server_moving.prepare(place, password, partitions=0)
    note = {"agency": sample.AGENCY.code, "name": "kept", "value": "x"}
    engine = postgres.engine_for(place, password)
    try:
        with engine.begin() as connection:
            assert postgres.pieces_of(connection) == 1
            connection.execute(tables.setting.insert(), [note])
            connection.execute(tables.change_set.insert(), [_a_change_set()])
            before = rows(connection)
        for target in ("0001", NEWEST):
            _go_to(engine, target)
        with engine.connect() as connection:
            assert rows(connection) == before and sum(map(len, before.values())) == 2
        upgrades.move_server_to(engine, "base")
        with engine.connect() as connection:
            assert set(inspect(connection).get_table_names()) == {"alembic_version", server_roles.MEMBERS}
        assert server_moving.prepare(place, password, partitions=3).partitions == 3
        assert server_moving.prepare(place, password, partitions=9).partitions == 3, "what is cut stays cut"
    finally:
        engine.dispose()


def test_a_failing_upgrade_leaves_the_server_as_it_was(fresh, tmp_path, monkeypatch):
    import shutil

    place, password = fresh
    server_moving.prepare(place, password, partitions=0)
    folder = tmp_path / "migrations"
    shutil.copytree(upgrades.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_next.py").write_text(
        f'from alembic import op\nrevision = "9999"\ndown_revision = "{NEWEST}"\n\n\n'
        'def upgrade() -> None:\n    op.execute("DROP TABLE setting")\n    op.execute("SELECT 1 / 0")\n\n\n'
        "def downgrade() -> None:\n    pass\n"
    )
    monkeypatch.setattr(upgrades, "MIGRATIONS", folder)
    engine = postgres.engine_for(place, password)
    try:
        with pytest.raises(Exception, match="division by zero"):
            upgrades.move_server_to(engine, "head")
        with engine.connect() as connection:
            assert postgres.schema_number(connection) == tables.SCHEMA_NUMBER
            assert "setting" in inspect(connection).get_table_names()
    finally:
        engine.dispose()


def test_who_may_not_make_tables_does_not_prepare_and_a_number_of_pieces_is_sane(prepared_database):
    with pytest.raises(UsageRefusal) as refusal:
        server_moving.prepare(prepared_database.place(), prepared_database.clerk_password)
    assert refusal.value.code == "SRV-119"
    with pytest.raises(UsageRefusal) as refusal:
        server_moving.prepare(prepared_database.place(), prepared_database.clerk_password, partitions=65)
    assert refusal.value.code == "SRV-130"


@pytest.mark.parametrize(("number", "code"), [("9999", "SRV-107"), ("0002", "SRV-108")])
def test_another_schema_is_refused_before_anything_is_read(prepared_database, tmp_path, number, code):
    prepared_database.sweep()
    sample.join_server(tmp_path / "pc", prepared_database)
    with servers.connect(prepared_database.server, prepared_database.name) as connection:
        connection.execute("UPDATE alembic_version SET version_num = %s", [number])
        try:
            with pytest.raises(FileRefusal) as refusal:
                sample.opened_on_server(tmp_path / "pc")
        finally:
            connection.execute("UPDATE alembic_version SET version_num = %s", [NEWEST])
    assert refusal.value.code == code


def _go_to(engine, name: str) -> None:
    with postgres.rebuilding(engine) as connection:
        config, script = upgrades.script_directory()

        def steps(current, _context):
            (now,) = current
            return script._downgrade_revs(name, current) if name < now else script._upgrade_revs(name, current)

        with upgrades.EnvironmentContext(config, script, fn=steps, destination_rev=name) as environment:
            environment.configure(connection=connection, target_metadata=tables.metadata, render_as_batch=True)
            environment.run_migrations()


def _a_change_set() -> dict[str, object]:
    names = (
        "change_set_id",
        "at",
        "actor",
        "role",
        "device",
        "verb",
        "reason",
        "origin",
        "undoes",
        "previous",
        "digest",
    )
    return {"agency": "3372", "number": 1, "about": "3372", "rows": 0, **dict.fromkeys(names, "x")}
