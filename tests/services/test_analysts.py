"""The data set for analysts: written by one engine, read by another, with nothing lost between them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_office import NIPS

from meritdesk import bootstrap
from meritdesk.core.analysis import ANALYSIS_TABLES, ColumnKind, exact
from meritdesk.core.errors import FileRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.store import AgencyInfo

TYPES = {
    ColumnKind.TEXT: "VARCHAR",
    ColumnKind.WHOLE: "INTEGER",
    ColumnKind.DECIMAL: "DECIMAL(38,9)",
    ColumnKind.DAY: "DATE",
}


@pytest.fixture
def desk(closed):
    """An office with a year behind it."""
    return closed.desk


def reading(folder, table):
    source = f"read_parquet('{folder}/{table}/**/*.parquet', hive_partitioning = true, "
    return source + "hive_types = {'agency': VARCHAR, 'period': VARCHAR})"


def test_another_engine_reads_the_same_numbers_and_types(desk, tmp_path):
    told = desk.overview.analysts.write(tmp_path / "analis", with_names=True)
    assert told.agencies == (desk.agency.code,) and "2025" in told.periods and not told.inexact
    for table in ANALYSIS_TABLES:
        source = reading(told.folder, table.name)
        assert duckdb.sql(f"SELECT count(*) FROM {source}").fetchall() == [(told.rows[table.name],)]
        described = {row[0]: row[1] for row in duckdb.sql(f"DESCRIBE SELECT * FROM {source}").fetchall()}
        wanted = {column.name: TYPES[column.kind] for column in table.columns}
        assert described == {**wanted, "agency": "VARCHAR", "period": "VARCHAR"}
    source = reading(told.folder, "evaluations")
    found = duckdb.sql(f"SELECT nip, predicate, closed_on FROM {source} WHERE state = 'CLOSED' AND period = '2025'")
    rows = found.fetchall()
    assert rows and all(len(nip) == 18 and nip.isdigit() and predicate for nip, predicate, _ in rows)
    assert all(isinstance(day, date) for _, _, day in rows)
    source = reading(told.folder, "actuals")
    ((total,),) = duckdb.sql(f"SELECT sum(actual) FROM {source} WHERE actual IS NOT NULL").fetchall()
    assert isinstance(total, Decimal) and total > 0
    assert (Path(told.folder) / "README.md").read_text("utf-8").count("`evaluations`") == 1


def test_names_and_numbers_of_people_stay_in_the_store_unless_they_are_asked_for(desk, tmp_path):
    told = desk.overview.analysts.write(tmp_path / "analis")
    names = [line.name for line in desk.register.staff(StaffQuery(limit=5))]
    for table in ANALYSIS_TABLES:
        described = duckdb.sql(f"DESCRIBE SELECT * FROM {reading(told.folder, table.name)}").fetchall()
        assert not {"nip", "name", "rater_nip"} & {row[0] for row in described}
    content = b"".join(path.read_bytes() for path in Path(told.folder).rglob("*") if path.is_file())
    assert names and not [name for name in names if name.encode() in content]
    newest = desk.upkeep.journal(0, 1)[0]
    assert (newest.verb, newest.origin) == ("overview.analysts", "file:analis")


def test_a_folder_that_holds_things_is_left_alone_and_a_stopped_writing_leaves_nothing(desk, tmp_path):
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "surat.txt").write_text("penting")
    with pytest.raises(FileRefusal) as refusal:
        desk.overview.analysts.write(tmp_path / "isi")
    assert refusal.value.code == "SRV-140" and [path.name for path in (tmp_path / "isi").iterdir()] == ["surat.txt"]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.overview.analysts.write(tmp_path / "analis", stop)
    assert {path.name for path in tmp_path.iterdir()} == {"isi", "kota"}


def test_a_store_without_rows_writes_its_page_alone(tmp_path):
    bootstrap.create_store(tmp_path / "kosong", AgencyInfo("7101", "Kota", False, "PC01"), "sandi yang panjang")
    with bootstrap.open_desk(tmp_path / "kosong", "sandi yang panjang") as desk:
        told = desk.overview.analysts.write(tmp_path / "analis")
    assert told.files == 0 and [path.name for path in Path(told.folder).iterdir()] == ["README.md"]


@given(st.decimals(allow_nan=False, allow_infinity=False))
@example(Decimal(10) ** 19)
@example(Decimal("12345678901234567890123456789.123456789"))
def test_a_decimal_is_the_same_number_or_left_out(value):
    kept = exact(format(value, "f"))
    assert kept is None or kept == value
    with localcontext() as counted:
        # Whether it fits is judged with more digits than any column has: rounding must not run out of them.
        counted.prec = 100
        fits = abs(value) < Decimal(10) ** 29 and value == round(value, 9)
    assert kept is not None or not fits


def test_whoever_asked_for_a_limit_is_not_in_the_set_and_is_counted(closed, tmp_path):
    nip = NIPS["nurse"]
    person = closed.desk.register.show(nip).person
    before = closed.desk.overview.analysts.write(tmp_path / "semua")
    closed.desk.upkeep.personal.limit(nip, "Diminta dengan surat")
    told = closed.desk.overview.analysts.write(tmp_path / "analis", with_names=True)
    assert told.left_out == 1 and not before.left_out and told.rows["evaluations"] < before.rows["evaluations"]
    for table in ANALYSIS_TABLES:
        source = reading(told.folder, table.name)
        found = duckdb.sql(f"SELECT * FROM {source}").fetchall()
        assert not [row for row in found if person.person_id in row or nip in row], table.name
    assert "Left out for a limit of processing: 1." in (Path(told.folder) / "README.md").read_text("utf-8")
