"""The journal against somebody with the key and a database tool: edited, torn, cut and rewritten chains show (F79)."""

from __future__ import annotations

import random

import pytest
import store_samples as sample
from sqlalchemy import delete, update
from store_samples import ACTOR

from meritdesk.core.audit import ChainFault, HeadSource, HeadVerdict, HeldHead, JournalFilter, judge_head, judge_stream
from meritdesk.store.audit import StoredAudit
from meritdesk.store.journal import StoredJournal, change_digest
from meritdesk.store.rows import Rows
from meritdesk.store.tables import change_set, row_change

LENGTH = 12
TRIES = 100
pytestmark = pytest.mark.file


@pytest.fixture
def audit(store):
    """A chain of a dozen changes in a transaction that is always rolled back."""
    for number in range(LENGTH):
        with store.writing(ACTOR, "register.edit" if number % 2 else "planning.fix") as work:
            work.people.save([sample.person(number), sample.person(40, name=f"Nama {number}")])
            work.commit()
    with store._engine.connect() as connection:
        rows = Rows(connection, store.agency.code, store.agency.code, may_write=False)
        yield StoredAudit(rows, StoredJournal(rows))


def connection_of(audit):
    return audit._rows.connection


def no_step(done, total):
    """Nobody watches."""


def held_heads(audit):
    """What paper and the region hold: the head after each change."""
    return [HeldHead(count, digest, HeadSource.PAPER) for count, digest in audit.digests_at(range(LENGTH + 1)).items()]


def outcome(audit, held):
    """The proof of the chain, and the worst that the held heads tell."""
    now = audit._journal.head()
    digests = audit.digests_at({one.count for one in held})
    return audit.prove(no_step), {one.held.count: one.verdict for one in (judge_head(h, now, digests) for h in held)}


def edit(audit, chance):
    """One value, verb, actor, day or row in the middle becomes another."""
    connection, number = connection_of(audit), chance.randint(1, LENGTH)
    if chance.random() < 0.5:
        column = chance.choice(["actor", "verb", "reason", "at", "device", "origin", "about"])
        connection.execute(update(change_set).where(change_set.c.number == number).values({column: "lain"}))
    else:
        column = chance.choice(["fields", "row_key", "kind", "table_name"])
        place = (row_change.c.number == number, row_change.c.place == 1)
        connection.execute(update(row_change).where(*place).values({column: '{"name":["a","b"]}'}))
    return number


def remove(audit, chance):
    """A change set in the middle goes, or one of its rows."""
    connection, number = connection_of(audit), chance.randint(1, LENGTH - 1)
    if chance.random() < 0.3:
        connection.execute(delete(row_change).where(row_change.c.number == number, row_change.c.place == 1))
        return number
    connection.execute(delete(row_change).where(row_change.c.number == number))
    connection.execute(delete(change_set).where(change_set.c.number == number))
    return number


def cut(audit, chance):
    """The last changes go: what is left is a chain without a fault."""
    connection, last = connection_of(audit), chance.randint(0, LENGTH - 1)
    connection.execute(delete(row_change).where(row_change.c.number > last))
    connection.execute(delete(change_set).where(change_set.c.number > last))
    return last


def rewrite(audit, chance):
    """From some place on everything is written anew with digests that fit."""
    connection, first = connection_of(audit), chance.randint(1, LENGTH)
    connection.execute(update(change_set).where(change_set.c.number == first).values(actor="orang lain"))
    previous = audit.digests_at({first - 1})[first - 1]
    for head, noted in list(audit._journal.sets())[first - 1 :]:
        values = {**head, "previous": previous}
        previous = change_digest(values, noted)
        place = change_set.c.number == head["number"]
        connection.execute(update(change_set).where(place).values(previous=values["previous"], digest=previous))
    return first


def torn_hundredfold(audit, mutate):
    held = held_heads(audit)
    for seed in range(TRIES):
        point = connection_of(audit).begin_nested()
        place = mutate(audit, random.Random(seed))
        yield place, *outcome(audit, held)
        point.rollback()


def test_a_chain_that_nobody_touched_is_whole(audit):
    proof, verdicts = outcome(audit, held_heads(audit))
    assert (proof.count, proof.fault) == (LENGTH, None)
    assert set(verdicts.values()) == {HeadVerdict.STANDS}


def test_a_hundred_edits_are_found_where_they_are(audit):
    for place, proof, _ in torn_hundredfold(audit, edit):
        assert (proof.broken_at, proof.fault) == (place, ChainFault.EDITED)


def test_a_hundred_removals_in_the_middle_are_found_where_they_are(audit):
    for place, proof, _ in torn_hundredfold(audit, remove):
        assert proof.broken_at == place
        assert proof.fault in (ChainFault.MISSING, ChainFault.EDITED)


def test_a_hundred_cut_tails_are_found_by_the_heads_held_elsewhere_and_by_nothing_else(audit):
    for last, proof, verdicts in torn_hundredfold(audit, cut):
        assert proof.fault is None and proof.count == last
        assert {count for count, one in verdicts.items() if one is HeadVerdict.CUT} == set(range(last + 1, LENGTH + 1))
        assert all(verdicts[count] is HeadVerdict.STANDS for count in range(last + 1))


def test_a_hundred_rewritten_chains_are_found_by_the_heads_held_elsewhere_and_by_nothing_else(audit):
    for first, proof, verdicts in torn_hundredfold(audit, rewrite):
        assert proof.fault is None and proof.count == LENGTH
        broken = {count for count, one in verdicts.items() if one is HeadVerdict.REWRITTEN}
        assert broken == set(range(first, LENGTH + 1))


def test_a_relinked_change_is_found(audit):
    head, noted = next((head, noted) for head, noted in audit._journal.sets() if head["number"] == 5)
    values = {**head, "previous": "f" * 64}
    place = change_set.c.number == 5
    connection_of(audit).execute(
        update(change_set).where(place).values(previous="f" * 64, digest=change_digest(values, noted))
    )
    assert audit.prove(no_step).fault is ChainFault.RELINKED


def test_a_package_that_says_nothing_of_earlier_places_proves_nothing_and_accuses_nobody(audit):
    now, held = audit._journal.head(), held_heads(audit)
    silent = judge_stream(now, {}, held[1:-1])
    assert {one.verdict for one in silent} == {HeadVerdict.UNPROVEN}
    said = dict(audit.digests_at(range(LENGTH)))
    assert {one.verdict for one in judge_stream(now, said, held[1:])} == {HeadVerdict.STANDS}


def test_the_journal_is_filtered_by_day_person_and_verb(audit):
    day = sample.NOW.astimezone().date()
    assert audit.count(JournalFilter()) == LENGTH
    assert audit.count(JournalFilter(verb="planning.")) == LENGTH // 2
    assert audit.count(JournalFilter(since=day, until=day, actor=ACTOR.name[:3].upper())) == LENGTH
    assert audit.count(JournalFilter(actor="bukan siapa-siapa")) == 0
    assert len(audit.lines(JournalFilter(verb="register.edit"), 0, 2)) == 2
