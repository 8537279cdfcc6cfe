"""The index of the search: always what the rows say, found by word beginnings, forgotten when deleted."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import store_samples as sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from store_samples import ACTOR

from meritdesk.core.finding import FoundIn, FoundKind
from meritdesk.core.lines import SortKey, StaffField, StaffFilter, StaffQuery
from meritdesk.core.people import OrgUnit, ReportingLine
from meritdesk.core.search_words import asked_words, indexed_words, words_of
from meritdesk.store import database, restoring, search_index, sqlite_words, tables
from meritdesk.store.staff_choice import Choice
from meritdesk.store.staff_order import staff_block
from meritdesk.store.words import words_of as words_of_database

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
"""No text of a server holds the sign of number nought (``SRV-114``)."""

LAX = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def index_of(connection):
    """Everything the index holds, without its own numbers."""
    staff, entry = tables.staff_row, tables.search_entry
    people, others, found = {}, {}, words_of_database(connection)
    for row in connection.execute(select(staff)).mappings():
        words = found.words_under(connection, sqlite_words.STAFF_WORDS, row["agency"], [row["entry_id"]])
        digits = found.words_under(connection, sqlite_words.STAFF_DIGITS, row["agency"], [row["entry_id"]])
        values = {name: value for name, value in row.items() if name != "entry_id"}
        people[row["agency"], row["person_id"]] = values, list(words.values()), list(digits.values())
    for row in connection.execute(select(entry)).mappings():
        words = found.words_under(connection, sqlite_words.ENTRY_WORDS, row["agency"], [row["entry_id"]])
        others[row["agency"], row["kind"], row["key"]] = list(words.values())
    counts = [
        connection.exec_driver_sql(f"SELECT count(*) FROM {one.name}").scalar_one() for one in sqlite_words.WORD_TABLES
    ]
    return people, others, counts


def found_people(work, search, **more):
    return [line.person_id for line in work.people.lines(StaffQuery(search=search, **more))]


NAMES = st.sampled_from(
    ["Ayu", "Budi Santoso", "Ma'ruf", "ÇAĞLA Ünal", "Ni Luh", "Nur'aini", "Ω sigma", "山田 太郎", "x_1"]
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("person"), st.integers(1, 6), NAMES, st.sampled_from(["", "u-2", "u-3", "u-9"])),
        st.tuples(st.just("gone"), st.integers(4, 6)),
        st.tuples(st.just("unit"), st.sampled_from(["u-2", "u-3"]), NAMES),
        st.tuples(st.just("rater"), st.integers(1, 4), st.integers(1, 4)),
        st.tuples(st.just("plan"), st.integers(2, 3), NAMES),
        st.tuples(st.just("no plan"), st.integers(2, 3)),
    ),
    max_size=8,
)


def take(work, step) -> None:
    match step:
        case ("person", number, name, unit):
            work.people.save([sample.person(number, name=name, unit_id=unit, nip=f"19{number:016}")])
        case ("gone", number):
            work._rows.settle(tables.person, {(f"p-{number}",): None})
        case ("unit", unit_id, name):
            work.units.save([OrgUnit(unit_id, name, f"unor-{unit_id}", parent_id="u-1")])
        case ("rater", number, rater):
            work.reporting.save([ReportingLine(f"p-{number}", f"p-{rater}")])
        case ("plan", number, name):
            plan = sample.plan(number)
            work.plans.save([replace(plan, results=(replace(plan.results[0], text=name), *plan.results[1:]))])
        case ("no plan", number):
            work.plans.remove([f"plan-{number}-2025", sample.plan(number).plan_id])


@LAX
@given(steps=STEPS)
def test_the_index_after_any_writes_is_the_one_made_anew_from_the_rows(filled, steps):
    with filled.writing(ACTOR, "test") as work:
        for step in steps:
            take(work, step)
            search_index.follow(work._rows)
        followed = index_of(work._connection)
        assert search_index.faults(work._connection) == []
        search_index.make_anew(work._connection, sample.AGENCY.code, lambda done, total: None)
        assert followed == index_of(work._connection)


OTHER = {int: 77, bool: True, str: "Zzyzx"}


def test_columns_whose_change_is_not_followed_have_no_part_in_the_index(filled):
    """A wrong list of a table's columns (``found_in``) would leave the index stale without a word."""
    with filled.writing(ACTOR, "test") as work:
        work.documents.save([sample.document()])
        search_index.follow(work._rows)
        before = index_of(work._connection)
        for table in (one for one in tables.metadata.tables.values() if one.info.get("found_by")):
            named = {"agency", *table.info["found_in"], *(column.name for column in table.primary_key.columns)}
            bound = {column.name for key in table.foreign_key_constraints for column in key.columns}
            derived = {column.name for column in table.columns if column.info.get("derived")}
            free = [column for column in table.columns if column.name not in named | bound | derived]
            changed = work._connection.execute(update(table).values({one: OTHER[one.type.python_type] for one in free}))
            assert free and changed.rowcount, table.name
        search_index.make_anew(work._connection, sample.AGENCY.code, lambda done, total: None)
        assert index_of(work._connection) == before


def test_a_change_of_what_nobody_finds_or_orders_by_leaves_the_index_alone(filled):
    with filled.writing(ACTOR, "test") as work:
        work.people.save([replace(sample.people()[1], education="S-3")])
        work.plans.save([replace(sample.plan(2), resources=("satu meja lagi",), version=2)])
        assert not any(work._rows.touched.values()) and len(work._rows.noted) >= 2
        work.people.save([replace(sample.people()[1], grade="IV/e")])
        assert list(work._rows.touched["person"]) == [sample.people()[1].person_id]


@LAX
@given(name=TEXTS.filter(bool), post=TEXTS, cut=st.integers(1, 30))
def test_whoever_is_written_is_found_by_the_beginning_of_every_word(filled, name, post, cut):
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(7, name=name, position_title=post)])
        search_index.follow(work._rows)
        for word in (*words_of(name), *words_of(post)):
            assert "p-7" in found_people(work, word[:cut])
        whole = " ".join(word[:cut] for word in words_of(f"{name} {post}"))
        assert not whole or "p-7" in found_people(work, whole)
        assert "p-7" in found_people(work, name) or not asked_words(name)


@LAX
@given(nip=st.from_regex(r"[0-9]{18}", fullmatch=True), start=st.integers(0, 14), length=st.integers(4, 18))
def test_a_nip_is_found_by_any_four_of_its_digits_and_by_any_beginning(filled, nip, start, length):
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(7, nip=nip)])
        search_index.follow(work._rows)
        assert "p-7" in found_people(work, nip[start : start + length])
        assert "p-7" in found_people(work, nip[:length])
        assert "p-7" in found_people(work, f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}")


@LAX
@given(search=st.text(max_size=40))
def test_no_search_is_an_error_whatever_is_typed(filled, search):
    with filled.reading() as work:
        lines = found_people(work, search)
        assert len(lines) == work.people.count(StaffQuery(search=search))
        words = asked_words(search)
        assert words or lines == ([] if search.strip() else lines)
        if words:
            work.index.units(words, 5), work.index.papers(words, 5), work.index.results(words, 5)


def test_what_is_deleted_is_found_no_more_and_nothing_of_it_stays_in_the_index(filled):
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(7, name="Zxqvwk Rahasia")])
        plan = sample.plan(3)
        work.plans.save([replace(plan, results=(replace(plan.results[0], text="Jqzxkw tersembunyi"),))])
        changes = work.commit()
    assert b"zxqvwk" in kept_bytes(filled) and b"jqzxkw" in kept_bytes(filled)
    with filled.reading() as work:
        assert found_people(work, "zxq") == ["p-7"]
    with filled.writing(ACTOR, "undo") as work:
        work.journal.undo(changes.change_set_id)
        work.commit()
    with filled.reading() as work:
        assert found_people(work, "zxq") == [] and work.index.results(("jqz",), 5) == ()
        assert work.people.count(StaffQuery(search="198503122010011007")) == 0
    assert b"zxqvwk" not in kept_bytes(filled) and b"jqzxkw" not in kept_bytes(filled)


def kept_bytes(store) -> bytes:
    """Everything in the full-text tables, down to the blocks in which SQLite keeps them."""
    kept = []
    words = {one.name for one in sqlite_words.WORD_TABLES}
    with store._engine.connect() as connection:
        for name in sorted(words if connection.dialect.name == "postgresql" else sqlite_words.NAMES - words):
            for row in connection.exec_driver_sql(f"SELECT * FROM {name}"):
                kept += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(kept).lower()


def test_undo_brings_back_what_was_found_before(filled):
    with filled._engine.connect() as connection:
        before = index_of(connection)
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(2, name="Lain Sama Sekali", unit_id="u-2", nip="200001012020011001")])
        work.units.save([replace(sample.units()[1], name="Bagian Protokol")])
        work.plans.save([replace(sample.plan(2), results=sample.plan(2).results[:1])])
        changes = work.commit()
    with filled._engine.connect() as connection:
        assert index_of(connection) != before
    with filled.reading() as work:
        assert found_people(work, "protokol") == ["p-4", "p-2", "p-1"]
    with filled.writing(ACTOR, "undo") as work:
        work.journal.undo(changes.change_set_id)
        work.commit()
    with filled._engine.connect() as connection:
        assert index_of(connection) == before


def test_leaving_without_commit_leaves_the_index_as_it_was(filled):
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(8, name="Bayangan")])
    with filled.reading() as work:
        assert found_people(work, "bayangan") == []


def test_each_agency_of_a_region_finds_its_own(filled):
    with filled.writing(ACTOR, "receive", agency_code="3311") as work:
        work.units.save([OrgUnit("v-1", "Dinas Tetangga")])
        work.people.save([sample.person(2, name="Ayu Tetangga", unit_id="v-1")])
        work.commit()
    with filled.reading("3311") as work:
        assert found_people(work, "ayu") == ["p-2"] and work.people.count(StaffQuery(search="ayu")) == 1
        assert [one.title for one in work.index.units(("dinas",), 5)] == ["Dinas Tetangga"]
        assert found_people(work, "1985031220") == ["p-2"]
    with filled.reading() as work:
        assert [line.name for line in work.people.lines(StaffQuery(search="ayu"))] == ["Dr. Ayu_Sari, M.Si."]
        assert work.people.count(StaffQuery(search="19850312")) == 4 and work.index.units(("dinas",), 5) == ()


def test_units_papers_and_results_are_found_with_the_reason(filled):
    with filled.writing(ACTOR, "print") as work:
        work.documents.save([sample.document()])
        work.commit()
    paper = sample.document()
    with filled.reading() as work:
        (unit,) = work.index.units(("bag", "hukum"), 5)
        (result, _) = work.index.results(("naskah", "tersusun"), 5)
        by_indicator = work.index.results(("mutu",), 1)[0]
        (by_number,) = work.index.papers(words_of(paper.number), 5)
        (by_code,) = work.index.papers(words_of(paper.record_digest[:9]), 5)
    assert (unit.kind, unit.title, unit.detail) == (FoundKind.UNIT, "Bagian Hukum", "Sekretariat Daerah")
    assert (result.kind, result.title, result.why, result.year) == (
        FoundKind.RESULT, "Naskah hukum tersusun", FoundIn.RESULT, 2025,
    )  # fmt: skip
    assert by_indicator.why is FoundIn.INDICATOR and by_indicator.text == "Mutu naskah"
    assert by_number.title == by_code.title == paper.number
    assert (by_number.why, by_code.why) == (FoundIn.NUMBER, FoundIn.CODE)


def test_the_check_says_when_the_index_lacks_somebody_and_making_it_anew_mends_it(filled):
    assert filled.check(lambda done, total: None).remarks == ()
    with filled._engine.connect() as connection:
        whole = index_of(connection)
    with filled._engine.begin() as connection:
        connection.execute(delete(tables.staff_row).where(tables.staff_row.c.person_id == "p-2"))
        has_lists = connection.dialect.name == "sqlite"
        if has_lists:
            connection.exec_driver_sql("DELETE FROM entry_words_data WHERE id > 10")
    remarks = filled.check(lambda done, total: None).remarks
    assert "search: person: 1" in remarks and ("search: entry_words" in remarks) == has_lists
    seen = []
    assert filled.rebuild_index(lambda done, total: seen.append((done, total))) == 9 and seen[-1] == (3, 3)
    assert filled.check(lambda done, total: None).remarks == ()
    with filled._engine.connect() as connection:
        assert index_of(connection) == whole


@pytest.mark.file
def test_a_store_whose_index_is_older_than_the_program_gets_it_anew_when_opened(filled, folder, monkeypatch):
    filled.close()
    monkeypatch.setattr(search_index, "INDEX_VERSION", "next")
    made = []
    monkeypatch.setattr(
        sqlite_words, "made_anew", lambda *given, make=sqlite_words.made_anew: made.append(make(*given))
    )
    for _ in range(2):
        with sample.opened(folder) as store, store.reading() as work:
            assert found_people(work, "ngurah") == ["p-1"]
    assert len(made) == 1


@pytest.mark.parametrize("fossil", ["0001", "0003"])
def test_an_old_store_is_searchable_after_its_upgrade_and_after_a_restore(fossil, tmp_path):
    shutil.copytree(Path(__file__).parent / "fossils" / fossil, tmp_path / "kota")
    with sample.opened(tmp_path / "kota") as store:
        backup = store.backup(tmp_path, lambda done, total: None)
        with store.reading() as work:
            assert found_people(work, "ngu") == ["p-1"] and work.index.results(("naskah",), 9)
    restoring.restore_store(backup, tmp_path / "baru", clock=sample.clock, passphrase=sample.PASSPHRASE)
    with sample.opened(tmp_path / "baru") as store:
        with store.reading() as work:
            assert found_people(work, "ngu") == ["p-1"]
        assert store.check(lambda done, total: None).remarks == ()


COMMON = {
    "the list by name": StaffQuery(),
    "deep in the list": StaffQuery(offset=90_000),
    "by NIP": StaffQuery(sort=(SortKey(StaffField.NIP, is_descending=True),)),
    "by post": StaffQuery(sort=(SortKey(StaffField.POSITION),)),
    "by unit": StaffQuery(sort=(SortKey(StaffField.UNIT),)),
    "by rater": StaffQuery(sort=(SortKey(StaffField.RATER),)),
    "by unit and grade": StaffQuery(sort=(SortKey(StaffField.UNIT), SortKey(StaffField.GRADE, is_descending=True))),
    "by post and NIP, far down": StaffQuery(sort=(SortKey(StaffField.POSITION), SortKey(StaffField.NIP)), offset=3000),
    "of a unit": StaffQuery(unit_ids=("u-2",)),
    "with a problem": StaffQuery(only_problems=True),
    "of a kind": StaffQuery(filters=(StaffFilter(StaffField.POSITION_KIND, ("SUPERVISOR",)),)),
    "typed": StaffQuery(search="ay"),
    "typed digits": StaffQuery(search="1985"),
    "a selection": StaffQuery(person_ids=("p-1", "p-2")),
}


@pytest.mark.file
@pytest.mark.parametrize("case", COMMON)
def test_the_common_lists_walk_an_index_and_never_the_whole_table(filled, case):
    with filled.reading() as work:
        statement = staff_block(Choice(work._rows, COMMON[case]), COMMON[case]).compile(
            work._connection.engine, compile_kwargs={"literal_binds": True}
        )
        plan = [row[3] for row in work._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
    assert not [step for step in plan if step.startswith("SCAN staff_row") and "INDEX" not in step], plan
    assert any("staff_row USING" in step for step in plan), plan
    if case.startswith(("the list by", "deep in", "by")):
        assert not [step for step in plan if step.startswith("USE TEMP B-TREE FOR ORDER BY")], plan
    if case.startswith("typed"):
        assert any("VIRTUAL TABLE INDEX" in step for step in plan), plan


@pytest.mark.file
def test_a_large_write_counts_for_the_planner_too(store):
    with store.writing(ACTOR, "crowd") as work:
        work.people.save([sample.person(number) for number in range(100, 100 + database.MANY_ROWS)])
        work.commit()
    with store._engine.connect() as connection:
        known = {row[0] for row in connection.exec_driver_sql("SELECT tbl FROM sqlite_stat1")}
    assert "staff_row" in known


@given(st.lists(st.one_of(TEXTS, st.sampled_from(["Ma'ruf", "O’Neil `Ali", "ʼAbd'", "S.E., M.Si."])), max_size=6))
def test_an_entry_keeps_each_word_once_and_those_with_an_apostrophe_also_written_together(texts):
    bare = str.maketrans(dict.fromkeys("'`‘’ʼ", ""))
    ways = [way for text in texts for way in (text, text.translate(bare))]
    assert indexed_words(texts).split() == list(dict.fromkeys(word for way in ways for word in words_of(way)))
