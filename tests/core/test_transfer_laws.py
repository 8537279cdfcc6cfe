"""Laws of moves that hold whatever anybody does: twice is once, any order is one state, a file says what was put in."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.evaluation import Actual
from meritdesk.core.handover import RecordState, Snapshot
from meritdesk.core.merging import ACTUALS, PLANS, record_id
from meritdesk.core.moves import Origin, Transfer, TransferWay, moves_of
from meritdesk.core.people import LegalStatus, Person
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Approach, JobClass, PerformancePlan
from meritdesk.core.transfers import (
    PersonFate,
    fate_of,
    only_fates,
    origin_record,
    origins_in,
    record_fates,
    transfer_record,
    transfers_in,
)
from meritdesk.core.travel import TravelRecord
from meritdesk.core.travel_layouts import TRANSFERRED, TRAVELLING_BY_NAME
from meritdesk.exchange.attachments import read_attachments, write_attachments
from meritdesk.store.transfers import _FOUND_BY

AGENCIES = ("3372", "3314", "3310")
IDS = st.sampled_from([f"x{number}" for number in range(6)])
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def transfers(draw) -> Transfer:
    return Transfer(
        draw(IDS), draw(st.sampled_from(TransferWay)), draw(IDS), "", draw(st.sampled_from(["Ani", "Budi"])),
        draw(st.sampled_from(AGENCIES)), "", draw(DAYS), "820", None, draw(st.sampled_from(LegalStatus)), "", "", "",
        "x", datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def said_of(one: Transfer, agency: str) -> list[tuple[str, Transfer]]:
    """What both agencies say of one move."""
    other = replace(one, way=TransferWay.IN, other_code=agency)
    return [(agency, replace(one, way=TransferWay.OUT)), (one.other_code, other)]


@settings(max_examples=30, deadline=None)
@given(st.lists(transfers(), max_size=5, unique_by=lambda one: one.transfer_id), st.data())
def test_in_whatever_order_the_files_of_both_come_the_region_sees_one_state(moves, data):
    said = [pair for one in moves for pair in said_of(one, "3399")]
    seen = moves_of(data.draw(st.permutations(said)))
    assert seen == moves_of(said) == moves_of([*said, *said]), "and no repetition counts twice"
    assert len(seen) == len(moves) and all(one.is_matched for one in seen)
    half = data.draw(st.lists(st.sampled_from(said), unique=True)) if said else []
    assert {one.person_id for one in moves_of(half)} <= {one.person_id for one in moves}
    assert all(one.is_let_go or one.is_taken for one in moves_of(half))


@st.composite
def carried(draw) -> Snapshot:
    """People who move, with plans and actuals of theirs."""
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    people = tuple(Person(one, f"nip-{one}", one) for one in ids)
    plans = tuple(
        PerformancePlan(f"plan-{one}-{year}", one, year, Approach.QUANTITATIVE, JobClass.JA_JF, date(year, 1, 1),
                        date(year, 12, 31), version=draw(st.integers(1, 3)))
        for one in ids for year in draw(st.lists(st.sampled_from([2024, 2025]), unique=True))
    )  # fmt: skip
    actuals = tuple(Actual(f"i-{one}", parse_period("2025"), draw(st.text(max_size=5))) for one in ids)
    moves = [
        transfer_record(replace(draw(transfers()), transfer_id=f"m-{one}", person_id=one, way=TransferWay.OUT))
        for one in ids
    ]
    return Snapshot("3372", "Kota", "2025", people=people, plans=plans, actuals=actuals, records={"mutasi": moves})


def standing(snapshot):
    return {(PLANS, one.plan_id): one for one in snapshot.plans} | {
        (ACTUALS, record_id(one)): one for one in snapshot.actuals
    }


@settings(max_examples=30, deadline=None)
@given(carried(), st.data())
def test_whoever_was_taken_in_can_be_taken_again_and_nothing_changes(snapshot, data):
    here = dict(data.draw(st.lists(st.sampled_from(sorted(standing(snapshot).items(), key=repr)), unique_by=repr)))
    fates = record_fates(snapshot, here, {}, "3372")
    assert set(fates.values()) <= {RecordState.ADDED, RecordState.SAME}
    fresh = only_fates(snapshot, fates, (RecordState.ADDED,))
    after = {**here, **standing(fresh)}
    assert after == standing(snapshot), "what was here and what came is all there is, once"
    assert set(record_fates(snapshot, after, {}, "3372").values()) <= {RecordState.SAME}
    taken = {one.transfer_id for one in transfers_in(snapshot)}
    known = {one.person_id: one for one in snapshot.people}
    assert all(fate_of(one, f"m-{one.person_id}", known, {}, taken) is PersonFate.KNOWN for one in snapshot.people)


@settings(max_examples=30, deadline=None)
@given(carried())
def test_what_was_made_here_is_never_changed_by_a_file_and_a_maker_stays_the_maker(snapshot):
    other = {place: replace(one, version=9) for place, one in standing(snapshot).items() if place[0] == PLANS}
    assert {fate for place, fate in record_fates(snapshot, other, {}, "3372").items() if place in other} <= {
        RecordState.REFUSED
    }
    theirs = {place: Origin(*place, "3372", "Kota", "") for place in other}
    older = {place: replace(one, version=0) for place, one in other.items()}
    followed = record_fates(snapshot, older, theirs, "3372")
    assert {followed[place] for place in older} <= {RecordState.CHANGED}
    assert {record_fates(snapshot, older, theirs, "3310")[place] for place in older} <= {RecordState.REFUSED}
    made = origins_in(snapshot, followed, ("3372", "Kota"), "3314")
    passed_on = replace(snapshot, records={**snapshot.records, "asal_catatan": tuple(map(origin_record, made))})
    again = origins_in(passed_on, followed, ("3314", "Sragen"), "3310")
    assert {(one.table, one.record_id, one.agency_code) for one in again} == {
        (one.table, one.record_id, "3372") for one in made
    }, "the second agency is not the maker of what the first one made"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(min_size=1, max_size=40), max_size=5, unique=True))
def test_any_files_of_evidence_come_out_as_they_went_in(contents):
    files = {hashlib.sha256(one).hexdigest(): one for one in contents if not one.startswith((b"MZ", b"#!", b"\x7fELF"))}
    rows = [
        TravelRecord("bukti", digest, {"sha256": digest, "size": str(len(one)), "file_name": "a.pdf"})
        for digest, one in files.items()
    ]
    if files:
        assert read_attachments(write_attachments(files), rows) == files


def test_every_table_that_goes_with_a_person_is_looked_for():
    assert {one.name for one in TRANSFERRED} - set(_FOUND_BY) == {"mutasi", "asal_catatan"}
    assert set(_FOUND_BY) <= set(TRAVELLING_BY_NAME)
