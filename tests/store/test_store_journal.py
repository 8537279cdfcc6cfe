"""The journal in the store: chained, reversible, and undone only where nothing stands on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import store_samples as sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from store_samples import ACTOR, YEAR

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import GENESIS, difference
from meritdesk.store import tables
from meritdesk.store.rows import Rows, in_normal_form, key_text, shape_of


def save(store, change, agency_code=""):
    with store.writing(ACTOR, "test", agency_code=agency_code) as work:
        change(work)
        return work.commit()


def undo(store, change_set_id, agency_code=""):
    return save(store, lambda work: work.journal.undo(change_set_id), agency_code)


def state_of(store) -> dict[str, list[tuple[object, ...]]]:
    """Every journaled row of the store, as it stands in the file."""
    with store._engine.connect() as connection:
        return {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in tables.metadata.tables.items()
            if "noun" in table.info
        }


def bytes_of(store) -> bytes:
    """The file down to its last byte; a server keeps what it likes."""
    return store.path.read_bytes() if hasattr(store, "path") else b""


def refused(store, change_set_id, agency_code="") -> str:
    before = state_of(store)
    with pytest.raises(UsageRefusal) as refusal:
        undo(store, change_set_id, agency_code)
    assert state_of(store) == before
    return refusal.value.code


def test_a_change_set_says_who_when_why_and_from_where(store):
    with store.writing(ACTOR, "register.edit", reason="salah ketik", origin="file:a.xlsx") as work:
        assert work.journal.head().digest == GENESIS
        work.people.save([sample.person(1)])
        changes = work.commit()
    with store.reading() as work:
        line = work.journal.lines(0, 10)[0]
        assert work.journal.head().count == 1 and work.journal.verify()
    assert (line.change_set_id, line.number, line.at) == (changes.change_set_id, 1, sample.NOW)
    assert (line.actor, line.verb) == (ACTOR.name, "register.edit")
    assert (line.reason, line.origin) == ("salah ketik", "file:a.xlsx")
    assert (line.rows, line.undone) == (1, False)


def test_a_change_set_holds_old_and_new_of_what_differs_and_no_derived_column(store):
    save(store, lambda work: work.people.save([sample.person(1)]))
    save(store, lambda work: work.people.save([sample.person(1, name="Baru")]))
    with store.reading() as work:
        added, changed = work.journal.rows_of(1)[0], work.journal.rows_of(2)[0]
    assert "search_text" not in added.fields and added.fields["name"].new == "Pegawai 1"
    assert {name: (pair.old, pair.new) for name, pair in changed.fields.items()} == {"name": ("Pegawai 1", "Baru")}


def test_a_new_row_is_noted_as_the_core_would_note_it(store):
    save(store, lambda work: work.people.save([sample.person(3, birth_date=None)]))
    with store.reading() as work:
        noted = work.journal.rows_of(1)[0]
        row = work._rows.read(tables.person)[0]
    expected = difference("person", "p-3", None, row)
    assert expected is not None
    assert noted.fields == {name: pair for name, pair in expected.fields.items() if pair.new is not None}


def test_leaving_without_commit_changes_nothing(filled):
    before, bytes_before = state_of(filled), bytes_of(filled)
    with filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(1, name="Lain"), sample.person(9)])
        work.plans.save([sample.plan(1)])
    with pytest.raises(KeyError), filled.writing(ACTOR, "test") as work:
        work.people.save([sample.person(1, name="Lain")])
        raise KeyError("cancelled")
    assert state_of(filled) == before
    assert bytes_of(filled) == bytes_before


def test_undo_restores_what_was_and_is_itself_in_the_journal(filled):
    before = state_of(filled)
    longer = replace(sample.plan(2), results=(), resources=("a", "b", "c"))
    changes = save(filled, lambda work: (work.plans.save([longer]), work.people.save([sample.person(9, name="Ü|\\")])))
    back = undo(filled, changes.change_set_id)
    assert state_of(filled) == before and back.nouns == {"plans", "people"}
    with filled.reading() as work:
        newest, undone = work.journal.lines(0, 2)
        assert work.journal.verify()
    assert undone.undone and not newest.undone and undone.change_set_id == changes.change_set_id


def test_an_undo_can_be_undone(filled):
    changes = save(filled, lambda work: work.people.save([sample.person(1, name="Baru")]))
    after = state_of(filled)
    back = undo(filled, changes.change_set_id)
    undo(filled, back.change_set_id)
    assert state_of(filled) == after


def test_undo_is_refused_when_a_later_change_stands_on_it(filled):
    first = save(filled, lambda work: work.people.save([sample.person(1, name="Satu")]))
    save(filled, lambda work: work.people.save([sample.person(1, name="Dua")]))
    assert refused(filled, first.change_set_id) == "STO-630"


def test_undo_of_another_field_of_the_same_row_is_no_conflict(filled):
    first = save(filled, lambda work: work.people.save([sample.person(1, name="Satu")]))
    save(filled, lambda work: work.people.save([sample.person(1, name="Satu", grade="IV/a")]))
    undo(filled, first.change_set_id)
    with filled.reading() as work:
        person = work.people.by_ids(["p-1"])["p-1"]
    assert (person.name, person.grade) == ("Ngurah", "IV/a")


def test_undo_of_an_added_person_who_has_a_plan_since_is_refused(store):
    first = save(store, lambda work: work.people.save([sample.person(2)]))
    save(store, lambda work: work.plans.save([sample.plan(2)]))
    assert refused(store, first.change_set_id) == "STO-634"


def test_a_change_set_is_undone_once(filled):
    changes = save(filled, lambda work: work.set_setting("paper", "A4"))
    undo(filled, changes.change_set_id)
    assert refused(filled, changes.change_set_id) == "STO-631"


def test_an_unknown_change_set_or_one_of_another_agency_is_refused(store):
    theirs = save(store, lambda work: work.people.save([sample.person(1)]), agency_code="A")
    assert refused(store, "unknown") == "STO-633"
    assert refused(store, theirs.change_set_id) == "STO-633"
    undo(store, theirs.change_set_id, "A")


def test_what_was_printed_is_superseded_never_undone(filled):
    closing = save(filled, lambda work: work.evaluations.save([sample.closed_evaluation(3)]))
    printing = save(filled, lambda work: work.documents.save([sample.document(record_id="e-3-2025")]))
    assert refused(filled, closing.change_set_id) == "STO-632"
    assert refused(filled, printing.change_set_id) == "STO-632"


def test_closing_is_undone_while_nothing_was_printed(filled):
    closing = save(filled, lambda work: work.evaluations.save([sample.closed_evaluation(3)]))
    undo(filled, closing.change_set_id)
    with filled.reading() as work:
        assert work.evaluations.of_period(YEAR, ["p-3"]) == (sample.evaluation(3),)


def test_what_was_handed_over_is_superseded_never_undone(filled):
    editing = save(filled, lambda work: work.people.save([sample.person(1, name="Baru")]))
    packing = save(filled, lambda work: work.ledger.add_outgoing(sample.package(work.ledger.epoch()), b"x"))
    assert refused(filled, editing.change_set_id) == "STO-632"
    assert refused(filled, packing.change_set_id) == "STO-632"
    later = save(filled, lambda work: work.people.save([sample.person(1, name="Lebih baru")]))
    undo(filled, later.change_set_id)


def test_a_received_package_goes_back_out_whole_but_its_answer_keeps_its_number(store):
    def receive(work):
        work.people.save([sample.person(1)])
        work.ledger.add_incoming(*sample.received(sample.receipt()))
        work.ledger.add_outgoing(sample.package(work.ledger.epoch(), kind="return", state="A"), b"answer")

    changes = save(store, receive, agency_code="A")
    undo(store, changes.change_set_id, "A")
    with store.reading("A") as work:
        assert work.people.all() == () and work.ledger.entries("3372/PC01") == ()
        assert work.ledger.next_sequence() == 2
    save(store, lambda work: work.ledger.add_incoming(*sample.received(sample.receipt())), agency_code="A")


def test_counters_do_not_turn_back_with_an_undo(filled):
    def printing(work):
        work.set_setting("x", "y")
        return work.ledger.next_receipt_number(2026)

    changes = save(filled, printing)
    undo(filled, changes.change_set_id)
    with filled.writing(ACTOR, "test") as work:
        assert work.ledger.next_receipt_number(2026).endswith("00002")


PEOPLE = st.lists(
    st.builds(
        sample.person,
        st.integers(1, 4),
        name=st.sampled_from(["A", "B|", "Ç"]),
        unit_id=st.sampled_from(["", "u-2"]),
        sex=st.none(),
    ),
    max_size=4,
)
NOTES = st.lists(st.sampled_from(["satu", "dua", "tiga"]), max_size=3).map(tuple)
STEPS = st.lists(st.tuples(PEOPLE, NOTES, st.booleans()), min_size=1, max_size=5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_any_series_of_saves_is_taken_back_exactly_last_first(filled, steps):
    states, made = [], []
    for people, notes, shorter in steps:
        states.append(state_of(filled))
        plan = replace(sample.plan(2), resources=notes, results=sample.plan(2).results[: 1 if shorter else 2])

        def change(work, people=people, plan=plan):
            work.people.save(people)
            work.plans.save([plan])
            work.actuals.save(sample.actuals(2))

        made.append(save(filled, change).change_set_id)
    for state, change_set_id in reversed(list(zip(states, made, strict=True))):
        if change_set_id:
            undo(filled, change_set_id)
        assert state_of(filled) == state
    with filled.reading() as work:
        assert work.journal.verify()


@given(parts=st.lists(st.text(max_size=6), min_size=1, max_size=3))
def test_a_key_is_read_back_from_its_text(parts):
    from meritdesk.store.journal import split_key

    assert split_key(key_text(tuple(parts))) == parts


def test_shapes_keep_the_agency_first_in_every_key():
    kept = [table for table in tables.metadata.tables.values() if not table.info.get("derived")]
    for table in kept:
        assert next(iter(table.primary_key.columns)).name == "agency", table.name
        assert "agency" not in shape_of(table).key


SETS, CHANGES = tables.change_set, tables.row_change
TAMPERINGS = {
    "a field": [update(CHANGES).where(CHANGES.c.number == 2).values(kind="remove")],
    "a row": [delete(CHANGES).where(CHANGES.c.place == 1)],
    "the actor": [update(SETS).where(SETS.c.number == 2).values(actor="X")],
    "the digest": [update(SETS).where(SETS.c.number == 3).values(digest="0")],
    "the middle": [delete(CHANGES).where(CHANGES.c.number == 2), delete(SETS).where(SETS.c.number == 2)],
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_the_chain_breaks_when_the_journal_is_changed(filled, what):
    assert filled.check(lambda done, total: None).is_sound
    with sample.past_the_journal(filled) as connection:
        for statement in TAMPERINGS[what]:
            connection.execute(statement)
    report = filled.check(lambda done, total: None)
    assert not report.journal_ok and not report.is_sound


@pytest.mark.parametrize("reseal", [False, True])
@pytest.mark.parametrize(("column", "content"), [("predicate", "VERY_GOOD"), ("parties", '[{"name":"Orang Lain"}]')])
def test_a_closed_evaluation_changed_past_the_journal_is_named(filled, reseal, column, content):
    from meritdesk.store.evaluations import SEAL, feedback_of, seal_of

    with sample.past_the_journal(filled) as connection:
        rows = Rows(connection, "3372", "3372", may_write=False)
        row = rows.read(tables.evaluation, "evaluation_id", ["e-2-2025"])[0]
        row[column] = content
        seal = seal_of(row, feedback_of(rows, ["e-2-2025"])["e-2-2025"]) if reseal else row[SEAL]
        place = tables.evaluation.c.evaluation_id == "e-2-2025"
        connection.execute(update(tables.evaluation).where(place).values({column: content, "row_sha256": seal}))
    report = filled.check(lambda done, total: None)
    assert report.evaluations_damaged == ("e-2-2025",) and report.journal_ok


def test_text_is_brought_to_normal_form_once():
    assert in_normal_form({"a": "C\u0327", "b": 1}) == {"a": "Ç", "b": 1}


def test_what_no_server_keeps_is_left_out_and_half_a_sign_is_none():
    row = {"a": "no\0l", "b": "se\ud800te C\u0327\0", "c": 1, "d": None, "e": "\\u0000"}
    assert in_normal_form(row) == {"a": "nol", "b": "se\ufffdte Ç", "c": 1, "d": None, "e": "\\u0000"}
