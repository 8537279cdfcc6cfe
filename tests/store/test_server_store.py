"""Several clerks at once on a shared server: nothing is lost, nothing is half, and everybody sees what is his alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
import servers
import store_samples as sample
from sqlalchemy import event
from store_samples import ACTOR

from meritdesk.core.access import Actor, Role
from meritdesk.core.errors import BusyRefusal, FileRefusal, UsageRefusal
from meritdesk.core.server import ServerPlace, read_address
from meritdesk.core.stages import Cohort, Stage
from meritdesk.core.store import AgencyInfo
from meritdesk.store import postgres, server_copy, server_folder, server_moving, server_roles, vault
from meritdesk.store.server import open_store

ROOT = Path(__file__).resolve().parents[2]
OTHER = AgencyInfo("7101", "Kabupaten Lain", False, "PC01", "Kotamobagu", "REG71")
REGION = AgencyInfo("9901", "Kantor Regional", True, "PC01", "Manado", "9901")


@pytest.fixture
def database(prepared_database):
    prepared_database.sweep()
    return prepared_database


@pytest.fixture
def desk(database, tmp_path):
    """Joins this PC under a role and opens the desk; whatever was opened is closed."""
    opened = []

    def open_desk(role="operator", agency=sample.AGENCY, folder=""):
        place = tmp_path / (folder or f"{role}-{agency.code}-{len(opened)}")
        if not place.exists():
            sample.join_server(place, database, role, agency)
        opened.append(sample.opened_on_server(place))
        return opened[-1]

    yield open_desk
    for one in opened:
        one.close()


@contextmanager
def psql(database, role):
    with servers.connect(database.server, database.name, database.clerk(role), database.clerk_password) as connection:
        yield connection


def save(store, change, agency_code=""):
    with store.writing(ACTOR, "test", agency_code=agency_code) as work:
        change(work)
        return work.commit()


def test_two_clerks_see_each_others_work_and_their_change_sets_follow_one_another(desk):
    sari, budi = desk(), desk()
    sample.fill(sari)
    with budi.reading() as work:
        assert work.plans.of_year(2025) == (sample.plan(2), sample.plan(3)) and work.journal.verify()
    save(budi, lambda work: work.set_setting("paper", "A4"))
    save(sari, lambda work: work.set_setting("paper", "F4"))
    with budi.reading() as work:
        assert work.journal.head().count == 5 and work.journal.verify() and work.setting("paper") == "F4"
    assert budi.check(lambda done, total: None).is_sound


def test_a_reading_stays_as_it_began_while_another_clerk_writes(desk):
    sari, budi = desk(), desk()
    sample.fill(sari)
    with budi.reading() as work:
        before = work.people.all()
        save(sari, lambda other: other.people.save([sample.person(9)]))
        assert work.people.all() == before


def test_what_others_wrote_is_news_and_ones_own_is_not(desk):
    sari, budi = desk(), desk()
    save(sari, lambda work: work.people.save([sample.person(1)]))
    assert sari.news() is None
    assert budi.news().nouns == {"people"} and budi.news() is None
    save(budi, lambda work: work.set_setting("paper", "A4"))
    save(sari, lambda work: work.people.save([sample.person(2)]))
    assert budi.news().nouns == {"people"} and sari.news().nouns >= {"settings"}
    assert budi.news() is None and sari.news() is None


def test_who_writes_while_another_writes_waits_and_then_is_told(desk, monkeypatch):
    monkeypatch.setattr(postgres, "WAIT_SECONDS", 1)
    sari, budi = desk(), desk()
    with sari.writing(ACTOR, "long"):
        began = time.monotonic()
        with pytest.raises(BusyRefusal) as refusal, budi.writing(ACTOR, "short"):
            pass
        assert refusal.value.code == "SRV-111" and 0.5 < time.monotonic() - began < 30
        with budi.reading() as work:
            assert work.journal.head().count == 0
    save(budi, lambda work: work.set_setting("paper", "A4"))


def test_clerks_of_different_agencies_do_not_wait_for_each_other(desk):
    ours, theirs = desk(), desk(agency=OTHER)
    with ours.writing(ACTOR, "long") as work:
        work.people.save([sample.person(1)])
        save(theirs, lambda other: other.people.save([sample.person(1, name="Orang Lain")]))
        work.commit()
    for store, name in ((ours, "Pegawai 1"), (theirs, "Orang Lain")):
        with store.reading() as work:
            assert person_of(work, "p-1").name == name and work.journal.verify() and work.journal.head().count == 1


def person_of(work, person_id):
    return work.people.by_ids([person_id]).get(person_id)


COUNT = """
import sys, os
from pathlib import Path
import store_samples as sample
with sample.opened_on_server(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    done = 0
    while done < int(sys.argv[2]):
        try:
            with store.writing(sample.ACTOR, "count") as work:
                work.set_setting("counter", str(int(work.setting("counter", "0")) + 1))
                work.commit()
            done += 1
        except sample.BusyRefusal:
            pass
"""
HALF = """
import sys, os
from pathlib import Path
import store_samples as sample
with sample.opened_on_server(Path(sys.argv[1])) as store:
    with store.writing(sample.ACTOR, "half") as work:
        work.people.save([sample.person(number) for number in range(100, 2100)])
        if sys.argv[2] == "noted":
            work.journal.write(work._ticket)
        print("ready", flush=True)
        sys.stdin.readline()
"""


def script(text: str, *arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent)])}
    return subprocess.Popen(
        [sys.executable, "-c", text, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def test_two_programs_that_read_and_write_300_times_each_lose_nothing(desk, tmp_path):
    store = desk(folder="one")
    desk(folder="two").close()
    both = [script(COUNT, tmp_path / name, 300) for name in ("one", "two")]
    for process in both:
        assert process.stdout.readline().strip() == "ready"
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        assert process.wait(timeout=240) == 0
    with store.reading() as work:
        assert work.setting("counter") == "600" and work.journal.head().count == 600 and work.journal.verify()


@pytest.mark.parametrize("how_far", ["rows", "noted"])
def test_a_program_that_is_killed_in_the_middle_leaves_nothing_half(desk, tmp_path, how_far):
    store = desk(folder="one")
    process = script(HALF, tmp_path / "one", how_far)
    assert process.stdout.readline().strip() == "ready"
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    save(store, lambda work: work.set_setting("paper", "A4"))
    with store.reading() as work:
        assert person_of(work, "p-100") is None and work.journal.head().count == 1 and work.journal.verify()


def test_a_lost_connection_is_said_and_the_next_work_finds_another(desk, database):
    store = desk()
    with pytest.raises(FileRefusal) as refusal, store.writing(ACTOR, "test") as work:
        work.people.save([sample.person(1)])
        _end_connections(database)
        work.people.save([sample.person(2)])
    assert refusal.value.code == "SRV-102"
    save(store, lambda work: work.people.save([sample.person(3)]))
    with store.reading() as work:
        assert person_of(work, "p-1") is None and person_of(work, "p-3") is not None


def _end_connections(database) -> None:
    with servers.connect(database.server) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = %s",
            [database.name, database.clerk("operator")],
        )


def test_a_clerk_sees_his_agencys_rows_alone_even_with_psql(desk, database):
    sample.fill(desk())
    sample.fill(desk(agency=OTHER))
    _work_for(database, "operator", ["7101"])
    try:
        with psql(database, "operator") as connection:
            for name in server_roles.guarded_tables():
                found = {row[0] for row in connection.execute(f"SELECT DISTINCT agency FROM {name}")}
                assert found <= {"7101"}, name
            assert connection.execute("SELECT count(*) FROM person").fetchone()[0] == len(sample.people())
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("INSERT INTO setting (agency, name, value) VALUES ('3372', 'a', 'b')")
            assert connection.execute("UPDATE person SET name = 'X' WHERE agency = '3372'").rowcount == 0
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT count(*) FROM person_p0")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT * FROM server_member")
        with psql(database, "regional") as connection:
            assert {row[0] for row in connection.execute("SELECT DISTINCT agency FROM person")} == {"3372", "7101"}
    finally:
        _work_for(database, "operator", servers.AGENCIES)


def test_a_clerk_has_the_tables_counted_that_grew_and_no_others(desk, database):
    sample.fill(desk())

    def counted(name):
        return connection.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [name]).fetchone()[0]

    with servers.connect(database.server, database.name) as admin, psql(database, "operator") as connection:
        # As if both had been counted long ago, one of them when it was much smaller.
        admin.execute("SELECT meritdesk_count_rows()")
        size = "pg_relation_size(oid) / current_setting('block_size')::integer"
        admin.execute(f"UPDATE pg_class SET reltuples = 7777, relpages = {size} WHERE relname = 'org_unit'")
        admin.execute("UPDATE pg_class SET reltuples = 7777, relpages = 0 WHERE relname = 'setting'")
        admin.commit()
        connection.execute("INSERT INTO setting (agency, name, value) VALUES ('3372', 'a', 'b')")
        connection.execute("SELECT meritdesk_count_rows()")
        assert counted("org_unit") == 7777 and 0 < counted("setting") < 7777


def test_the_board_joins_whole_tables_by_hashing_and_only_while_it_asks(desk):
    office = desk()
    sample.fill(office)

    def merges(work):
        return work._connection.exec_driver_sql("SHOW enable_mergejoin").scalar()

    with office.reading() as work:
        assert work.region.stages([sample.AGENCY.code], sample.YEAR, ())[sample.AGENCY.code].staff > 0
        assert merges(work) == "off"
    for ask in (
        lambda work: work.progress(sample.YEAR, ()),
        lambda work: work.cohort_count(Cohort(sample.YEAR, Stage.PLAN)),
        lambda work: work.clock_facts(sample.YEAR),
    ):
        with office.reading() as work:
            assert merges(work) == "on"
            assert ask(work)
            assert merges(work) == "off", "the agency's own overview asks about everybody too"


def test_what_travels_is_read_by_hashing_whole_tables_and_single_rows_as_ever(desk):
    store = desk()
    sample.fill(store)
    said: dict[str, str] = {}

    def hear(connection, _cursor, statement, *_rest):
        if " IN (SELECT " in statement and not said:
            cursor = connection.connection.cursor()
            said.update(cursor.execute("SELECT name, setting FROM pg_settings WHERE name ~ 'enable_nest|enable_merge'"))

    with store.reading() as work:
        connection = work.travel._rows.connection
        event.listen(connection.engine, "before_cursor_execute", hear)
        try:
            work.travel.read(sample.YEAR)
        finally:
            event.remove(connection.engine, "before_cursor_execute", hear)
        assert said == {"enable_nestloop": "off", "enable_mergejoin": "off"}
        assert connection.exec_driver_sql("SHOW enable_nestloop").scalar_one() == "on"


def test_many_rows_go_in_one_message_and_their_references_are_looked_up_by_one_plan(desk, database):
    office = desk()
    said = []
    event.listen(office._engine, "before_cursor_execute", lambda _c, _cursor, said_now, *_: said.append(said_now))
    sample.fill(office)
    many = [replace(sample.plan(2, year), plan_id=f"banyak-{year}", results=()) for year in range(1990, 2010)]
    said.clear()
    save(office, lambda work: work.plans.save(many))
    # A table with yes-and-no columns once went row by row.
    (added,) = [one for one in said if one.startswith("INSERT INTO plan (")]
    assert "unnest(" in added and "boolean[]" in added
    assert said.count("SET LOCAL plan_cache_mode = force_generic_plan") == 1
    assert said.count("DISCARD PLANS") == 1, "a plan from when a partition was empty looks through all of it"
    with office.reading() as work:
        assert [work.plans.of_year(one.year)[0].plan_id for one in many] == [one.plan_id for one in many]
    with pytest.raises(UsageRefusal, match="STO-634"):
        save(office, lambda work: work.plans.save([replace(one, person_id="nobody") for one in many]))


@pytest.mark.parametrize("role", list(server_roles.ROLES))
def test_the_journal_is_added_to_and_never_changed_whatever_the_role(desk, database, role):
    sample.fill(desk())
    with psql(database, role) as connection:
        for statement in ("DELETE FROM change_set", "UPDATE row_change SET fields = ''", "TRUNCATE change_set"):
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)):
                connection.execute(statement)
        with pytest.raises(psycopg.Error):
            connection.execute("SELECT meritdesk_forget_journal('3372')")


def test_an_auditor_reads_everything_of_his_agency_and_writes_nothing(desk, database, tmp_path):
    sample.fill(desk())
    auditor = desk("auditor")
    assert auditor.role is Role.AUDITOR and auditor.check(lambda done, total: None).is_sound
    with auditor.reading() as work:
        assert work.plans.of_year(2025)
    with pytest.raises(UsageRefusal) as refusal:
        save(auditor, lambda work: work.set_setting("paper", "A4"))
    assert refusal.value.code == "SRV-110"
    with psql(database, "auditor") as connection:
        connection.execute("SET default_transaction_read_only = off")
        for name in server_roles.guarded_tables():
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"DELETE FROM {name}")


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("verifier", ["DELETE FROM waiver", "UPDATE document SET number = number"], ["DELETE FROM person"]),
        ("head", ["UPDATE evaluation SET predicate = predicate"], ["DELETE FROM person", "DELETE FROM indicator"]),
        ("operator", ["DELETE FROM indicator", "UPDATE person SET name = name"], ["DELETE FROM change_set"]),
    ],
)
def test_each_role_writes_what_its_desk_writes(desk, database, role, may, may_not):
    desk(role)
    with psql(database, role) as connection:
        for statement in may:
            connection.execute(statement)
        for statement in may_not:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)


def test_the_roles_of_the_desk_follow_those_of_the_server(desk):
    assert [desk(role).role for role in ("operator", "verifier", "head")] == [Role.OPERATOR, Role.VERIFIER, Role.HEAD]
    region = desk("regional", REGION)
    assert region.role is Role.REGIONAL and region.state().role == "regional"


def test_a_region_on_the_server_writes_for_agencies_without_clerks_there_and_for_no_others(desk):
    region, _ = desk("regional", REGION), desk(agency=OTHER).close()
    region.close()
    region = desk("regional", REGION, "regional-9901-0")
    actor = Actor("Dewi", Role.REGIONAL, "PC01")
    with region.writing(actor, "receive", agency_code="7102") as work:
        work.people.save([sample.person(1, name="Ayu")])
        work.commit()
    with pytest.raises(UsageRefusal) as refusal, region.writing(actor, "receive", agency_code="7101"):
        pass
    assert refusal.value.code == "SRV-124"
    with region.reading("7102") as work:
        assert person_of(work, "p-1").name == "Ayu"


def test_every_pc_has_a_stream_of_packages_of_its_own(desk, database, tmp_path):
    first = desk(folder="one")
    place = database.place()
    other = sample.decode_keys(b"")
    second_keys = replace(other, card=replace(other.card, device="PC02"))
    sample.join_server(tmp_path / "two", database)
    with open_store(
        tmp_path / "two", decode_keys=lambda _: second_keys, clock=sample.clock, passphrase=sample.PASSPHRASE
    ) as second:
        assert (first.agency.device, second.agency.device) == ("PC01", "PC02")
        with first.reading() as one, second.reading() as two:
            assert one.ledger.epoch() != two.ledger.epoch() and len(two.ledger.epoch()) == 32
        save(second, lambda work: work.ledger.add_outgoing(sample.package(work.ledger.epoch()), b"x"))
        with first.reading() as one, second.reading() as two:
            assert (one.ledger.next_sequence(), two.ledger.next_sequence()) == (1, 2)
    assert read_address(place.address) == place


def _refused_opening(folder) -> str:
    with pytest.raises((UsageRefusal, FileRefusal)) as refusal:
        sample.opened_on_server(folder)
    return refusal.value.code


def test_every_way_in_which_no_connection_comes_about_has_its_code(desk, database, tmp_path):
    desk(folder="pc").close()
    note = server_folder.read_note(tmp_path / "pc")

    def with_place(place: ServerPlace, agency: str = "3372") -> str:
        server_folder.write_note(tmp_path / "pc", place, agency)
        return _refused_opening(tmp_path / "pc")

    assert with_place(replace(note.place, port=1)) == "SRV-101"
    assert with_place(replace(note.place, host="tidak-ada.invalid")) == "SRV-101"
    assert with_place(replace(note.place, user="nobody_knows")) == "SRV-103"
    assert with_place(replace(note.place, database="nowhere")) == "SRV-104"
    assert with_place(replace(note.place, database="postgres")) in ("SRV-106", "SRV-115")
    assert with_place(replace(note.place, tls="require")) == "SRV-116"
    assert with_place(note.place, "7102") == "SRV-109"
    (tmp_path / "pc" / server_folder.SERVER_FILE).write_text("{")
    assert _refused_opening(tmp_path / "pc") == "SRV-129"


def test_a_wrong_server_password_and_a_login_without_role_are_told_apart(database, tmp_path):
    place = database.place()
    with pytest.raises(UsageRefusal) as refusal:
        server_moving.admit(place.under(servers.ADMIN), "wrong", "x", "operator", ["3372"])
    assert refusal.value.code == "SRV-103"
    administrator, password = place.under(servers.ADMIN), database.server.password
    login = f"{database.name}_guest"
    server_moving.admit(administrator, password, login, "auditor", ["3372"], "kata sandi")
    server_moving.dismiss(administrator, password, login)
    with pytest.raises(UsageRefusal) as refusal:
        sample.server.join(tmp_path / "x", place.under(login), "kata sandi", sample.AGENCY, "kata sandi", {})
    assert refusal.value.code == "SRV-103"
    with servers.connect(database.server) as connection:
        connection.execute(f"ALTER ROLE {login} LOGIN")
    with pytest.raises(UsageRefusal) as refusal:
        sample.server.join(tmp_path / "x", place.under(login), "kata sandi", sample.AGENCY, "kata sandi", {})
    assert refusal.value.code in ("SRV-110", "SRV-127") and not (tmp_path / "x" / vault.KEYRING_FILE).exists()
    with pytest.raises(UsageRefusal) as refusal:
        server_moving.dismiss(administrator, password, "nobody_knows")
    assert refusal.value.code == "SRV-128"
    with pytest.raises(UsageRefusal) as refusal:
        server_moving.admit(administrator, password, login, "king", ["3372"])
    assert refusal.value.code == "SRV-131"


def test_no_password_stands_in_an_address_a_note_a_key_ring_or_what_an_engine_says_of_itself(desk, database, tmp_path):
    desk(folder="pc").close()
    secret = database.clerk_password
    for path in (tmp_path / "pc").iterdir():
        assert secret.encode() not in path.read_bytes(), path.name
    engine = postgres.engine_for(database.place(), secret)
    assert secret not in repr(engine) + str(engine.url) + repr(database.place())
    engine.dispose()
    for text, code in (
        ("postgresql+psycopg://sari:rahasia@server/merit", "SRV-126"),
        ("postgresql://sari@server/merit?password=rahasia", "SRV-126"),
        ("postgresql://server", "SRV-125"),
        ("postgresql://sari@server/merit?sslmode=maybe", "SRV-125"),
        ("postgresql://sari@server/merit?options=-c", "SRV-125"),
        ("postgresql://sari@server:99999/merit", "SRV-125"),
    ):
        with pytest.raises(UsageRefusal) as refusal:
            read_address(text)
        assert refusal.value.code == code and "rahasia" not in str(refusal.value)
    assert ServerPlace("server.kantor", "merit", "sari").tls_mode == "require"
    assert ServerPlace("127.0.0.1", "merit", "sari").tls_mode == "prefer"


def _work_for(database, role, agencies) -> None:
    place, password = database.server.place(database.name), database.server.password
    server_moving.admit(place, password, database.clerk(role), role, agencies)


# Moving


def no_step(done: int, total: int) -> None:
    """Nobody watches."""


def everything(store) -> dict[str, tuple[int, str]]:
    whose = server_copy.Whose(sample.AGENCY.code, is_region=False)
    with store._engine.connect() as connection, connection.begin():
        return server_copy.digests_of(connection, whose, no_step)


def moved(folder, database):
    with sample.opened(folder) as store:
        return server_moving.move_to_server(store, database.place(), database.clerk_password, sample.NOW, no_step)


def brought(folder):
    return server_moving.bring_back(folder, sample.PASSPHRASE, None, sample.NOW, no_step)


def test_a_file_goes_to_the_server_and_home_again_without_a_difference(folder, database, tmp_path):
    with sample.opened(folder) as store:
        sample.fill(store)
        save(store, lambda work: work.ledger.add_outgoing(sample.package(work.ledger.epoch()), b"\x00package"))
        before = everything(store)
    told = moved(folder, database)
    assert told.rows == sum(rows for rows, _ in before.values()) and told.change_sets == 4 and not told.was_there
    assert not (folder / "meritdesk.db").exists() and (folder / "backups" / told.kept).is_file()
    with sample.opened_on_server(folder) as store:
        assert everything(store) == before and store.check(no_step).is_sound and store.keys.card == sample.CARD
        with store.reading() as work:
            assert work.ledger.outgoing_data("pkg-1") == b"\x00package"
            assert [one.person_id for one in work.people.lines(sample.StaffQuery(search="ayu"))] == ["p-2"]
        save(store, lambda work: work.people.save([sample.person(9)]))
        later = everything(store)
    home = brought(folder)
    assert home.change_sets == 5 and home.head != told.head
    with sample.opened(folder) as store:
        assert everything(store) == later and store.check(no_step).is_sound
        save(store, lambda work: work.people.save([sample.person(10)]))
        latest = everything(store)
    again = moved(folder, database)
    assert again.change_sets == 6
    with sample.opened_on_server(folder) as store:
        assert everything(store) == latest and store.check(no_step).is_sound


def test_a_move_that_broke_off_leaves_nothing_and_one_that_broke_off_late_goes_on(folder, database, monkeypatch):
    with sample.opened(folder) as store:
        sample.fill(store)
    with monkeypatch.context() as broken:
        broken.setattr(server_copy, "digests_of", lambda *_: {"person": (1, "x")})
        with pytest.raises(FileRefusal) as refusal:
            moved(folder, database)
    assert refusal.value.code == "SRV-121"
    with psql(database, "operator") as connection:
        assert connection.execute("SELECT count(*) FROM store_fact").fetchone()[0] == 0
    with sample.opened(folder) as store:
        assert store.check(no_step).is_sound

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(server_moving, "write_note", killed)
        with pytest.raises(KeyboardInterrupt):
            moved(folder, database)
    assert (folder / "meritdesk.db").exists()
    told = moved(folder, database)
    assert told.was_there and told.change_sets == 3
    with sample.opened_on_server(folder) as store:
        assert store.check(no_step).is_sound


def test_other_rows_of_the_agency_on_the_server_are_never_written_over(folder, database, desk):
    sample.fill(desk())
    with pytest.raises(FileRefusal) as refusal:
        moved(folder, database)
    assert refusal.value.code == "SRV-120" and (folder / "meritdesk.db").exists()


def test_what_went_home_is_no_longer_written_on_the_server_not_even_by_who_has_it_open(desk, tmp_path):
    store = desk(folder="pc")
    sample.fill(store)
    brought(tmp_path / "pc")
    with pytest.raises(FileRefusal) as refusal:
        save(store, lambda work: work.set_setting("paper", "A4"))
    assert refusal.value.code == "SRV-118"
    with sample.opened(tmp_path / "pc") as home, home.reading() as work:
        assert work.journal.head().count == 3
    with pytest.raises(FileRefusal) as refusal:
        brought(tmp_path / "pc")
    assert refusal.value.code == "SRV-123"


def test_a_backup_of_a_server_restores_into_a_folder(desk, tmp_path):
    from meritdesk.store import restoring

    store = desk()
    sample.fill(store)
    backup = store.backup(tmp_path, no_step)
    assert store.look_into(backup).people == len(sample.people())
    restoring.restore_store(backup, tmp_path / "baru", clock=sample.clock, passphrase=sample.PASSPHRASE)
    with sample.opened(tmp_path / "baru") as home:
        assert home.check(no_step).is_sound
        with home.reading() as work:
            assert work.plans.of_year(2025) == (sample.plan(2), sample.plan(3))
