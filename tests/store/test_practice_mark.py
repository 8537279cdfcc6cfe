"""The mark of practice is a fact in the store; sample cities older than the mark get it when they are opened."""

from __future__ import annotations

import pytest
import store_samples
from sqlalchemy import delete, select, update

from meritdesk.core.store import Practice
from meritdesk.store.tables import store_fact

pytestmark = pytest.mark.file


def facts(store):
    with store._engine.connect() as connection:
        return {row.name: row.value for row in connection.execute(select(store_fact.c.name, store_fact.c.value))}


def grown_old(folder, name):
    with store_samples.opened(folder) as store, store._engine.connect() as plain:
        with plain.execution_options(immediate=True).begin():
            plain.execute(delete(store_fact).where(store_fact.c.name == "practice"))
            plain.execute(update(store_fact).where(store_fact.c.name == "name").values(value=name))
        return facts(store)["epoch"]


def test_a_new_store_says_whether_it_is_for_practice(store):
    assert facts(store)["practice"] == ""
    assert store.agency.practice is Practice.NONE and store.agency.file_mark == ""


def test_an_old_sample_city_is_marked_and_begins_a_new_stream(folder):
    epoch = grown_old(folder, "Pemerintah Kota Surakarta (contoh)")
    with store_samples.opened(folder) as store:
        assert store.agency.practice is Practice.SAMPLE
        assert facts(store)["practice"] == "SAMPLE"
        marked = facts(store)["epoch"]
        assert marked != epoch
    with store_samples.opened(folder) as store:
        assert facts(store)["epoch"] == marked


def test_an_old_real_store_stays_real_and_keeps_its_stream(folder):
    epoch = grown_old(folder, "Pemerintah Kota Surakarta")
    with store_samples.opened(folder) as store:
        assert store.agency.practice is Practice.NONE
        assert facts(store)["epoch"] == epoch
