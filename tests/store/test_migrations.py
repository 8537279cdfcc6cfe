"""Migrations are proved: the models are the newest revision, each goes up, down and up, and old stores still open."""

from __future__ import annotations

import ast
import hashlib
import shutil
from pathlib import Path

import pytest
import store_samples as sample
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select

from meritdesk.core.errors import FileRefusal
from meritdesk.store import database, restoring, search_index, sqlite, sqlite_words, tables, upgrades
from meritdesk.store.database import BACKUP_FOLDER

FOSSILS = sorted(path for path in (Path(__file__).parent / "fossils").iterdir() if path.is_dir())
KEY = bytes(range(32))

NEWEST = tables.SCHEMA_NUMBER
NEVER_RELEASED = {4}
"""Revisions that left the house only together with the next one: no store of theirs is out there."""
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{newest}"


def upgrade() -> None:
    with op.batch_alter_table("setting", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
    {more}


def downgrade() -> None:
    with op.batch_alter_table("setting", recreate="always") as batch:
        batch.drop_column("note")
"""


def columns(connection, table: str) -> list[str]:
    return [column["name"] for column in inspect(connection).get_columns(table)]


def rows(connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows but those of the search, which are made anew from these."""
    found = {
        name: sorted(map(tuple, connection.execute(select(table))), key=repr)
        for name, table in tables.metadata.tables.items()
        if not table.info.get("derived")
    }
    found["store_fact"] = [row for row in found["store_fact"] if search_index.FACT not in row]
    return found


def is_model(found, name, kind, reflected, compare_to) -> bool:
    """The full-text tables are the database's own: the test below says what they are."""
    return not (kind == "table" and name in sqlite_words.NAMES)


def go_to(engine, number: int) -> None:
    """Down to an older revision, or up to a newer one, in one transaction."""
    name = f"{number:04d}"
    with sqlite.rebuilding(engine) as connection:
        config, script = upgrades.script_directory()

        def steps(current, _context):
            (now,) = current
            return script._downgrade_revs(name, current) if name < now else script._upgrade_revs(name, current)

        with upgrades.EnvironmentContext(config, script, fn=steps, destination_rev=name) as environment:
            environment.configure(connection=connection, target_metadata=tables.metadata, render_as_batch=True)
            environment.run_migrations()


@pytest.fixture
def with_next(tmp_path, monkeypatch):
    """A release with one more revision than today's, as the next one will be."""

    def release(more: str = "") -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(upgrades.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / f"{NEWEST + 1:04d}_next.py").write_text(
            NEXT.format(revision=f"{NEWEST + 1:04d}", newest=f"{NEWEST:04d}", more=more), encoding="utf-8"
        )
        monkeypatch.setattr(upgrades, "MIGRATIONS", folder)
        for module in (upgrades, database, restoring):
            monkeypatch.setattr(module, "SCHEMA_NUMBER", tables.SCHEMA_NUMBER + 1)

    return release


def test_the_models_are_the_newest_revision(tmp_path):
    engine = sqlite.engine_for(tmp_path / "x.db", KEY)
    upgrades.upgrade(engine)
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True, "include_object": is_model}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []
        assert sqlite.schema_number(connection, tmp_path / "x.db") == tables.SCHEMA_NUMBER
    engine.dispose()


def test_the_full_text_tables_are_all_that_is_in_the_file_besides_the_models(tmp_path):
    engine = sqlite.engine_for(tmp_path / "x.db", KEY)
    upgrades.upgrade(engine)
    with engine.connect() as connection:
        made = set(inspect(connection).get_table_names())
        assert made - set(tables.metadata.tables) - {"alembic_version"} == sqlite_words.NAMES
        assert sqlite_words.unsound(connection) == []
        secure = {
            one.name: connection.exec_driver_sql(f"SELECT v FROM {one.name}_config WHERE k = 'secure-delete'").scalar()
            for one in sqlite_words.WORD_TABLES
        }
    assert secure == dict.fromkeys(secure, 1)
    engine.dispose()


def test_the_schema_number_counts_the_revisions():
    _, script = upgrades.script_directory()
    revisions = list(script.walk_revisions())
    assert len(script.get_heads()) == 1 and len(revisions) == tables.SCHEMA_NUMBER
    assert script.get_current_head() == f"{tables.SCHEMA_NUMBER:04d}"


def test_version_files_import_nothing_of_ours():
    for path in upgrades.MIGRATIONS.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        assert not [name for name in names if name.startswith("meritdesk")], path.name


def test_each_revision_goes_up_down_and_up_again_with_rows_in_place(folder, with_next):
    with sample.opened(folder) as store:
        sample.fill(store)
        engine = store._engine
        with engine.connect() as connection:
            before = rows(connection)
        with_next()
        upgrades.move_to(engine, f"{NEWEST + 1:04d}", NEWEST + 1)
        with engine.connect() as connection:
            assert columns(connection, "setting")[-1] == "note" and rows(connection) == before
        go_to(engine, NEWEST)
        with engine.connect() as connection:
            assert "note" not in columns(connection, "setting") and rows(connection) == before
        upgrades.move_to(engine, f"{NEWEST + 1:04d}", NEWEST + 1)
        with engine.connect() as connection:
            assert rows(connection) == before
        upgrades.move_to(engine, "base", 0)
        with engine.connect() as connection:
            assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        upgrades.move_to(engine, f"{NEWEST:04d}", NEWEST)
        with engine.connect() as connection:
            assert not any(rows(connection).values())


def test_every_shipped_revision_goes_down_and_up_over_the_oldest_store(tmp_path):
    shutil.copytree(FOSSILS[0], tmp_path / "kota")
    with sample.opened(tmp_path / "kota") as store:
        engine = store._engine
        with engine.connect() as connection:
            upgraded = rows(connection)
        assert any(upgraded.values())
        for target in (1, NEWEST, 1, NEWEST):
            go_to(engine, target)
        with engine.connect() as connection:
            assert rows(connection) == upgraded


def test_opening_an_older_store_copies_it_first_and_then_upgrades(folder, with_next):
    with sample.opened(folder) as store:
        sample.fill(store)
    with_next()
    with sample.opened(folder) as store:
        with store._engine.connect() as connection:
            assert "note" in columns(connection, "setting")
            assert sqlite.schema_number(connection, store.path) == NEWEST + 1
        assert store.check(lambda done, total: None).is_sound
        with store.reading() as work:
            assert work.plans.of_year(2025) == (sample.plan(2), sample.plan(3))
    copies = list((folder / BACKUP_FOLDER).iterdir())
    assert [path.suffix for path in copies] == [".meritbackup"]
    sample.opened(folder).close()
    assert list((folder / BACKUP_FOLDER).iterdir()) == copies


def test_an_older_backup_is_upgraded_while_it_is_restored(folder, tmp_path, with_next):
    with sample.opened(folder) as store:
        sample.fill(store)
        backup = store.backup(tmp_path, lambda done, total: None)
    with_next()
    restoring.restore_store(backup, tmp_path / "baru", clock=sample.clock, passphrase=sample.PASSPHRASE)
    with sample.opened(tmp_path / "baru") as store, store._engine.connect() as connection:
        assert sqlite.schema_number(connection, store.path) == NEWEST + 1


@pytest.mark.parametrize(
    "more",
    ["op.execute('INSERT INTO setting SELECT * FROM setting')", "raise OSError(28, 'No space left on device')"],
)
def test_a_migration_that_fails_leaves_the_old_store_and_its_copy(folder, with_next, monkeypatch, more):
    with sample.opened(folder) as store:
        sample.fill(store)
    before = hashlib.sha256((folder / "meritdesk.db").read_bytes()).hexdigest()
    with monkeypatch.context():
        with_next(more)
        with pytest.raises(FileRefusal) as refusal:
            sample.opened(folder)
        assert refusal.value.code == ("STO-643" if "INSERT" in more else "STO-609")
    assert hashlib.sha256((folder / "meritdesk.db").read_bytes()).hexdigest() == before
    assert len(list((folder / BACKUP_FOLDER).iterdir())) == 1
    monkeypatch.undo()
    with sample.opened(folder) as store:
        assert store.check(lambda done, total: None).is_sound


def test_a_migration_that_breaks_references_is_taken_back(folder, with_next):
    with sample.opened(folder) as store:
        sample.fill(store)
    with_next("op.execute(\"DELETE FROM person WHERE person_id = 'p-2'\")")
    with pytest.raises(FileRefusal) as refusal:
        sample.opened(folder)
    assert refusal.value.code == "STO-643"


@pytest.mark.parametrize("fossil", FOSSILS, ids=lambda path: path.name)
def test_a_store_of_every_release_opens_with_the_same_content(fossil, tmp_path):
    shutil.copytree(fossil, tmp_path / "kota")
    with sample.opened(tmp_path / "kota") as store:
        assert store.agency == sample.AGENCY and store.check(lambda done, total: None).is_sound
        with store.reading() as work:
            assert work.plans.of_year(2025) == (sample.plan(2), sample.plan(3))
            assert work.evaluations.of_period(sample.YEAR) == (sample.closed_evaluation(2), sample.evaluation(3))
            assert work.documents.of_number(sample.document().number) == (sample.document(),)
            assert work.ledger.outgoing_data("pkg-1") == b"package" and work.journal.head().count == 4


def test_there_is_a_fossil_of_every_older_schema():
    released = [f"{number:04d}" for number in range(1, NEWEST) if number not in NEVER_RELEASED]
    assert [path.name for path in FOSSILS][: len(released)] == released
