"""The bench every test stands on: no screen, one clock zone, one locale, and property tests without a stopwatch."""

import ast
import csv
import os
import re
import time
from functools import cache
from pathlib import Path

# All of this must stand before Qt is imported: the xcb plug-in aborts the interpreter where there is no display,
# and Qt reads zone and locale once. The zone is Jakarta's, spelt so that no zone database is needed, because a
# test that only passes in UTC would hide a fault that every office in Indonesia sees.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "WIB-7"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANG"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
# A passphrase file from the developer's own shell must never reach a test's store.
os.environ.pop("MERITDESK_PASSPHRASE_FILE", None)
if hasattr(time, "tzset"):
    time.tzset()

import importlib.util
import sys

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import event

from meritdesk.store import room, sqlite, upgrades, vault

_SPEC = importlib.util.spec_from_file_location("servers", Path(__file__).with_name("servers.py"))
servers = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("servers", servers)
_SPEC.loader.exec_module(servers)

# A guess at a passphrase is dear on purpose. Some thousand tests open a store; only those of the vault pay the price.
vault.COST = vault.Cost(memory_kib=64, passes=1, lanes=1)

# No test cuts the power, and waiting for the disk at every commit is dear: only what the office's own connections are
# told is tested with it. A program that is killed loses nothing without.
sqlite.SETTINGS = (*sqlite.SETTINGS, "PRAGMA synchronous = OFF")

# Nor does any test but its own fill a disk: a reserve for that day in each of some thousand stores would.
room.RESERVE_BYTES = 0

# A new file becomes a store by seven upgrades, and most tests have one. Each process works them out once; after that an
# empty file is told the very same statements, which takes a fifth of the time.
_work_out = upgrades._run
_first_schema = []


def _upgraded(connection, revision):
    is_new = connection.dialect.name == "sqlite" and revision == "head"
    is_new = is_new and not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if is_new and _first_schema:
        for statement in _first_schema:
            connection.exec_driver_sql(statement)
        return
    told = []

    def listen(_connection, _cursor, statement, parameters, _context, _many):
        if not statement.lstrip().startswith(("SELECT", "PRAGMA", "BEGIN")):
            assert not parameters
            told.append(statement)

    if is_new:
        event.listen(connection, "before_cursor_execute", listen)
    _work_out(connection, revision)
    if is_new:
        event.remove(connection, "before_cursor_execute", listen)
        _first_schema.extend(told)


upgrades._run = _upgraded

# A slow or busy machine is not a fault of the program, so neither deadline nor "too slow" may fail a law.
# A law is tried with so many examples that a run of everything stays within the patience of who waits for it; somebody
# who doubts a law tries it ten times as hard: MERITDESK_LAWS=deep python -m pytest tests/core/test_ledger.py
_KIND = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
settings.register_profile("house", max_examples=50, **_KIND)
settings.register_profile("deep", max_examples=500, **_KIND)
settings.load_profile(os.environ.get("MERITDESK_LAWS", "house"))


@pytest.fixture(scope="session")
def private_server(tmp_path_factory):
    """A PostgreSQL of this run alone, shared by its workers; started when the first test asks for it."""
    base, is_worker = tmp_path_factory.getbasetemp(), "PYTEST_XDIST_WORKER" in os.environ
    with servers.shared(*((base.parent, os.getppid()) if is_worker else (base, os.getpid()))) as server:
        yield server


@pytest.fixture(scope="session")
def prepared_database(private_server):
    """A prepared database of this worker; tests sweep it (``servers.sweep``) before they use it."""
    return servers.prepared(private_server, f"meritdesk_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}")


_GROUP = re.compile(r'xdist_group\("([^"]+)"\)')


@cache
def shared_by(path):
    """What one worker does in one piece: a group of modules that name the same ``xdist_group``, else the module."""
    found = _GROUP.search((Path(__file__).parent.parent / path).read_text(encoding="utf-8"))
    return found[1] if found else path


def pytest_collection_modifyitems(items):
    """Groups come first: such a piece is long, and begun last it would leave half the machine waiting for it."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Modules stay whole, so that what they build is built once.

    The grouping that the plugin itself has renames the tests, which this pytest no longer lets it do.
    """
    from xdist.scheduler import LoadScopeScheduling  # only where several workers run

    class ByModuleAndGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return shared_by(nodeid.partition("::")[0])

    return ByModuleAndGroup(config, log)


# What ran of the worked cases: which tables under tests/rules a passing test module reads, and their rows.
TABLES = Path(__file__).parent / "rules"
NO_CASES = frozenset({"faults", "pack_digests", "plan_examples", "roles"})
"""Tables that hold digests, answers or the material of cases rather than cases of the law."""
SECTIONS = {
    "numeric_achievement": "13.2",
    "numeric_indicator": "13.3",
    "numeric_result": "13.4",
    "numeric_pp30": "13.5",
    "distribution_circular": "13.7",
    "allowance": "13.9",
    "nip_readings": "13.11",
}
"""Which section of the other rules a table works through."""
GAPS = frozenset(f"T-{number}" for number in range(13, 18))
"""Numbers that the list of vectors does not use."""
_ID = re.compile(r"T-\d+")
_passed: set[str] = set()
_failed: set[str] = set()


def cases_of(stem):
    """The ids of the cases in one table."""
    with (TABLES / f"{stem}.csv").open(encoding="utf-8", newline="") as stream:
        return [row["id"] for row in csv.DictReader(stream, delimiter=";")]


@cache
def tables_read_by(module):
    """The tables that a test module names."""
    stems = {path.stem for path in TABLES.glob("*.csv")} - NO_CASES
    words = {
        node.value.rpartition("/")[2].removesuffix(".csv")
        for node in ast.walk(ast.parse((TABLES.parent.parent / module).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return frozenset(stems & words)


def pytest_runtest_logreport(report):
    """Remember which modules ran well; with several workers the reports arrive here all the same."""
    module = report.nodeid.partition("::")[0]
    if report.failed:
        _failed.add(module)
    elif report.when == "call" and report.passed:
        _passed.add(module)


def pytest_terminal_summary(terminalreporter):
    """Say how many worked cases of the law ran."""
    root = TABLES.parent.parent
    read = set()
    for module in sorted(_passed - _failed):
        if (root / module).is_file() and not module.endswith("test_vector_tables.py"):
            read |= tables_read_by(module)
    if not read:
        return
    cases = [case for stem in read for case in cases_of(stem)]
    wanted = {f"T-{number:02d}" for number in range(1, 99)} - GAPS
    found = {match[0] for case in cases if (match := _ID.match(case))} & wanted
    sections = sorted({SECTIONS[stem] for stem in read if stem in SECTIONS}, key=lambda text: int(text[3:]))
    terminalreporter.write_line(
        f"vectors: {len(cases)} cases from {len(read)} tables (T-01..T-98: {len(found)} of {len(wanted)} ids; "
        f"other rules: {', '.join(sections) or '-'})"
    )
