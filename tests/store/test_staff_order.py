"""The order of a long staff list: every block is a part of the whole order, whichever way it is walked to."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
import store_samples as sample
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import ACTOR

from meritdesk.core.lines import SortKey, StaffField, StaffFilter, StaffPage, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus
from meritdesk.store import staff_choice, staff_order

CROWD = 40
GRADES = ("", "II/c", "III/a", "III/d")
POSTS = ("Arsiparis", "Bidan", "Guru")


@pytest.fixture
def crowd(filled):
    """Many who are equal in most columns."""
    rng = random.Random(5)
    with filled.writing(ACTOR, "crowd") as work:
        work.people.save(
            sample.person(
                number,
                name=f"{rng.choice(('Siti', 'Budi'))} {number % 7}",
                grade=rng.choice(GRADES),
                position_title=rng.choice(POSTS),
                unit_id=rng.choice(("", "u-2", "u-3")),
                employment=rng.choice(list(EmploymentType)),
                legal_status=LegalStatus.LEFT if number % 9 == 0 else LegalStatus.ACTIVE,
            )
            for number in range(10, 10 + CROWD)
        )
        work.commit()
    return filled


def orders() -> list[tuple[SortKey, ...]]:
    """Each field first and each field second, both ways mixed, and a few of three."""
    fields, rng = list(StaffField), random.Random(7)
    pairs = [(one, rng.choice(fields)) for one in fields] + [(rng.choice(fields), one) for one in fields]
    threes = [(StaffField.POSITION_KIND, StaffField.GRADE, StaffField.UNIT)]
    return [tuple(SortKey(field, rng.random() < 0.5) for field in keys) for keys in (*pairs, *threes)]


@pytest.mark.parametrize(("few", "far"), [(0, 4), (6, 9)])
def test_every_block_is_a_part_of_the_whole_order_however_it_is_walked_to(crowd, few, far, monkeypatch):
    monkeypatch.setattr(staff_choice, "FEW_MATCHES", few)
    monkeypatch.setattr(staff_order, "FAR", far)
    with crowd.reading() as work:
        for keys in orders():
            for search in ("", "siti") if StaffField.UNIT in {key.field for key in keys} else ("",):
                whole = StaffQuery(search=search, sort=keys, limit=-1, year=2025, period="2025")
                ordered = work.people.lines(whole)
                assert len(ordered) == work.people.count(whole) > 10
                for offset, size in ((0, 7), (len(ordered) // 2, 8), (len(ordered) - 5, 9)):
                    block = work.people.lines(replace(whole, offset=offset, limit=size))
                    assert block == ordered[offset : offset + size], (keys, search, offset)
                    page = work.people.page(replace(whole, offset=offset, limit=size))
                    assert page == StaffPage(len(ordered), block)
                assert work.people.lines(replace(whole, offset=len(ordered) + 3, limit=4)) == ()


def queries() -> st.SearchStrategy[StaffQuery]:
    """Any order of up to three fields, narrowed in any way."""
    key = st.builds(SortKey, st.sampled_from(list(StaffField)), st.booleans())
    grade = st.sets(st.sampled_from(GRADES), min_size=1).map(lambda kept: StaffFilter(StaffField.GRADE, tuple(kept)))
    active = st.just(StaffFilter(StaffField.LEGAL_STATUS, ("ACTIVE",)))
    return st.builds(
        StaffQuery,
        unit_ids=st.sampled_from([(), (), ("u-2",), ("u-2", "u-3")]),
        search=st.sampled_from(["", "", "s", "siti 3", "budi", "19"]),
        filters=st.lists(st.one_of(grade, active), max_size=2).map(tuple),
        sort=st.lists(key, max_size=3, unique_by=lambda one: one.field).map(tuple),
        only_numbered=st.booleans(),
        limit=st.just(-1),
        year=st.just(2025),
        period=st.just("2025"),
    )


@pytest.mark.parametrize(("few", "broad", "far"), [(0, 3, 4), (9, 20, 6)])
def test_a_page_is_the_part_of_the_whole_order_whatever_is_asked(crowd, few, broad, far, monkeypatch):
    monkeypatch.setattr(staff_choice, "FEW_MATCHES", few)
    monkeypatch.setattr(staff_choice, "BROAD_MATCHES", broad)
    monkeypatch.setattr(staff_order, "FAR", far)
    with crowd.reading() as work:

        @settings(max_examples=25, deadline=None)
        @given(queries(), st.integers(0, 60), st.integers(1, 12))
        def check(whole: StaffQuery, offset: int, limit: int) -> None:
            ordered = work.people.lines(whole)
            assert len({line.person_id for line in ordered}) == len(ordered) == work.people.count(whole)
            page = work.people.page(replace(whole, offset=offset, limit=limit))
            assert page == StaffPage(len(ordered), ordered[offset : offset + limit])

        check()


@pytest.mark.parametrize(
    "narrowed",
    [
        {"filters": (StaffFilter(StaffField.LEGAL_STATUS, ("ACTIVE",)),)},
        {"filters": (StaffFilter(StaffField.GRADE, GRADES[1:]),)},
        {"only_numbered": True},
        {"unit_ids": ("u-2", "u-3"), "filters": (StaffFilter(StaffField.LEGAL_STATUS, ("ACTIVE",)),)},
    ],
)
@pytest.mark.parametrize("few", [0, 3000])
def test_a_filter_that_keeps_nearly_everybody_changes_only_the_way_to_a_block(crowd, narrowed, few, monkeypatch):
    monkeypatch.setattr(staff_choice, "FEW_MATCHES", few)
    monkeypatch.setattr(staff_order, "FAR", 4)
    with crowd.reading() as work:
        everybody = work.people.lines(StaffQuery(sort=(SortKey(StaffField.UNIT), SortKey(StaffField.NIP)), limit=-1))
        for keys in (
            (StaffField.UNIT, StaffField.NIP),
            (StaffField.GRADE, StaffField.NAME),
            (StaffField.LEGAL_STATUS,),
        ):
            whole = StaffQuery(sort=tuple(map(SortKey, keys)), limit=-1, **narrowed)
            ordered = work.people.lines(whole)
            assert 0 < len(ordered) < len(everybody) or "only_numbered" in narrowed
            for offset in (0, 6, len(ordered) - 3):
                page = work.people.page(replace(whole, offset=offset, limit=5))
                assert page == StaffPage(len(ordered), ordered[offset : offset + 5])


@pytest.mark.parametrize("keys", [(), (SortKey(StaffField.GRADE),), (SortKey(StaffField.UNIT, is_descending=True),)])
def test_what_the_keys_leave_open_is_settled_by_name_in_the_direction_of_the_first(crowd, keys):
    with crowd.reading() as work:
        lines = work.people.lines(StaffQuery(sort=keys, limit=-1))
        by_name = work.people.lines(StaffQuery(sort=(SortKey(StaffField.NAME),), limit=-1))
    place = {line.person_id: number for number, line in enumerate(by_name)}
    falls = bool(keys) and keys[0].is_descending
    for one, other in itertools.pairwise(lines):
        same = all(getattr(one, key.field.value) == getattr(other, key.field.value) for key in keys)
        if same:
            assert (place[one.person_id] > place[other.person_id]) is falls
