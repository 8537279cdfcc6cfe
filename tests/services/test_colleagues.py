"""Several PCs of one office: what each did comes together, what contradicts waits, and nothing is lost (F63, F69)."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace
from datetime import date

import pytest
import small_office
from pcs_apart import Pcs, change, made_once, person, rows_of, set_person
from small_office import NIPS

from meritdesk.core.conflicts import ConflictState
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.handover import ReceiptCode, RecordState
from meritdesk.core.plan import PlanState
from meritdesk.core.rival_plans import RIVAL, rival_plan, rival_words
from meritdesk.core.three_way import OWN, WHOLE_RECORD
from meritdesk.core.travel import record_of
from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME


@pytest.fixture(scope="module")
def three_made(tmp_path_factory):
    return made_once(tmp_path_factory, 3)


@pytest.fixture
def three(three_made, tmp_path):
    shutil.copytree(three_made, tmp_path / "kantor")
    with ExitStack() as stack:
        yield Pcs(stack, tmp_path / "kantor", 3, is_new=False)


@pytest.fixture
def pcs(three_made, tmp_path):
    """The first two of them."""
    shutil.copytree(three_made, tmp_path / "kantor")
    with ExitStack() as stack:
        yield Pcs(stack, tmp_path / "kantor", 2, is_new=False)


def test_a_new_pc_has_everything_after_the_first_file_and_gives_no_answer(pcs):
    first, second = pcs.offices
    assert rows_of(first) == rows_of(second)
    outcome = pcs.carry(1, 2)
    assert (outcome.code, outcome.reply) == (ReceiptCode.DUPLICATE, None)
    assert not second.desk.handover.receipts().outgoing


def test_different_fields_of_one_person_come_together_on_both_pcs(pcs):
    first, second = pcs.offices
    set_person(first, education="S1")
    set_person(second, position_title="PERAWAT AHLI MADYA")
    arrival = first.desk.handover.look_into(pcs.pack(2).path)
    assert arrival.parallel == 1 and arrival.counts["conflict"] == 0
    assert pcs.carry(2, 1).code is ReceiptCode.ACCEPTED
    pcs.carry(1, 2)
    for office in pcs.offices:
        assert (person(office).education, person(office).position_title) == ("S1", "PERAWAT AHLI MADYA")
        assert office.desk.handover.conflicts.lines() == ()


def test_the_same_field_waits_with_both_values_until_somebody_decides(pcs):
    first, second = pcs.offices
    set_person(first, education="S1")
    set_person(second, education="S2")
    arrival = first.desk.handover.look_into(pcs.pack(2).path)
    (record,) = [one for one in arrival.records if one.state is RecordState.CONFLICT]
    assert record.label.startswith("Joko Widagdo") and record.differences[0].there == "S2"
    assert pcs.carry(2, 1).code is ReceiptCode.ERRORS
    (waiting,) = first.desk.handover.conflicts.lines()
    assert (waiting.field, waiting.base, waiting.standing) == ("education", "", OWN)
    assert waiting.candidates[OWN].by == "penguji" and waiting.candidates["3372/PC02"].value == "S2"
    assert person(first).education == "S1", "what stands here stays until somebody decides"
    first.desk.handover.conflicts.decide(waiting.conflict_id, "3372/PC02", "sudah ditelepon")
    assert person(first).education == "S2"
    pcs.carry(2, 1)
    assert [one.state for one in first.desk.handover.conflicts.lines()] == [ConflictState.DECIDED]
    pcs.carry(1, 2)
    assert rows_of(first) == rows_of(second)


def test_what_a_colleague_has_still_to_decide_is_not_taken_for_settled(pcs):
    first, second = pcs.offices
    set_person(first, education="S1")
    set_person(second, education="S2")
    pcs.carry(1, 2)
    assert [one.field for one in second.desk.handover.conflicts.lines()] == ["education"]
    pcs.carry(2, 1)
    (waiting,) = first.desk.handover.conflicts.lines()
    assert (waiting.field, person(first).education) == ("education", "S1")


def test_flat_records_merge_too(pcs):
    first, second = pcs.offices
    table = TRAVELLING_BY_NAME["pengecualian"].table
    fields = {
        "waiver_id": "w-1", "rule": "INCOMPLETE", "record_id": "x", "waived_by": "Kepala", "reason": "Cuti",
        "waived_on": "2025-11-01",
    }  # fmt: skip
    change(first, lambda work: work.travel.write({"pengecualian": (record_of(table, fields),)}))
    pcs.carry(1, 2)
    for office, field, value in ((first, "reason", "Sakit"), (second, "waived_by", "Sekretaris")):
        known = rows_of(office)["pengecualian"]["w-1"]
        record = record_of(table, {**known, field: value})
        change(office, lambda work, record=record: work.travel.write({"pengecualian": (record,)}))
    pcs.carry(2, 1)
    assert rows_of(first)["pengecualian"]["w-1"] == {**fields, "reason": "Sakit", "waived_by": "Sekretaris"}


def test_removed_there_and_edited_here_waits_as_a_whole(pcs):
    first, second = pcs.offices
    plan_id = next(key for key, row in rows_of(first)["rencana"].items() if row["person_id"] == person(first).person_id)
    change(second, lambda work: work.merging.removed_now("rencana", [plan_id]))

    def edit(work):
        (before,) = [one for one in work.plans.of_year(2025) if one.plan_id == plan_id]
        work.plans.save([replace(before, resources=("Tiga petugas",))])

    change(first, edit)
    before = rows_of(first)
    pcs.carry(2, 1)
    assert rows_of(first) == before, "the plan stays with its results, indicators and actuals"
    whole = {one.table: one for one in first.desk.handover.conflicts.lines() if one.field == WHOLE_RECORD}
    assert whole.keys() >= {"rencana"} and all(one.label.startswith("Joko") for one in whole.values())
    first.desk.handover.conflicts.decide(whole["rencana"].conflict_id, "3372/PC02", "rencana ganda")
    assert plan_id not in rows_of(first)["rencana"]


def test_what_a_colleague_removed_and_nobody_touched_goes_quietly(pcs):
    first, second = pcs.offices
    plan_id = next(key for key, row in rows_of(first)["rencana"].items() if row["person_id"] == person(first).person_id)
    change(second, lambda work: work.merging.removed_now("rencana", [plan_id]))
    pcs.carry(2, 1)
    assert rows_of(first).keys() == rows_of(second).keys() and plan_id not in rows_of(first)["rencana"]
    assert not first.desk.handover.conflicts.lines()


def test_a_package_is_taken_back_whole_and_can_be_received_again(pcs):
    first, second = pcs.offices
    set_person(second, education="S2", name="Joko W.")
    set_person(first, name="Joko Widagdo, S.Kep")
    before = rows_of(first)
    received = pcs.carry(2, 1)
    after = rows_of(first)
    assert before != after and first.desk.handover.conflicts.lines()
    with pytest.raises(UsageRefusal, match="PKG-654"):
        first.desk.handover.take_back(received.receipt.number, " ")
    with pytest.raises(UsageRefusal, match="PKG-659"):
        first.desk.upkeep.undo(received.changes.change_set_id)
    first.desk.handover.take_back(received.receipt.number, "salah flashdisk")
    assert rows_of(first) == before and not first.desk.handover.conflicts.lines()
    with pytest.raises(UsageRefusal, match="PKG-653"):
        first.desk.handover.take_back(received.receipt.number, "sekali lagi")
    assert pcs.carry(2, 1).code is received.code
    assert rows_of(first) == after


def test_a_package_is_not_taken_back_from_under_a_later_one_or_under_later_work(pcs):
    first, second = pcs.offices
    set_person(second, education="S2")
    earlier = pcs.carry(2, 1)
    set_person(first, education="D4")
    with pytest.raises(UsageRefusal, match="STO-630"):
        first.desk.handover.take_back(earlier.receipt.number, "salah")
    set_person(second, position_title="PERAWAT")
    pcs.carry(2, 1)
    with pytest.raises(UsageRefusal, match="PKG-658"):
        first.desk.handover.take_back(earlier.header.package_id, "salah")


def test_a_file_that_was_swapped_since_it_was_shown_is_not_taken(pcs):
    first, second = pcs.offices
    set_person(second, education="S2")
    packed = pcs.pack(2)
    shown = first.desk.handover.look_into(packed.path)
    set_person(second, education="S3")
    packed.path.write_bytes(pcs.pack(2).path.read_bytes())
    with pytest.raises(FileRefusal, match="PKG-660"):
        first.desk.handover.receive(packed.path, looked_at=shown.payload_digest)
    assert person(first).education == ""


def test_what_two_pcs_hand_over_stays_in_their_agency(pcs, tmp_path):
    packed = pcs.pack(1)
    with small_office.office(tmp_path / "lain", "3314", "Kabupaten Lain") as other:
        change(other, lambda work: work.ledger.trust(pcs.offices[0].desk.handover.around.store.keys.card))
        with pytest.raises(FileRefusal, match="PKG-652"):
            other.desk.handover.look_into(packed.path)


@pytest.mark.parametrize("order", [(2, 3), (3, 2)])
def test_the_order_of_two_colleagues_decides_nothing(three, order):
    first, second, third = three.offices
    set_person(second, education="S2", name="Joko W.")
    set_person(third, education="S3")
    for source in (*order, *order):
        three.carry(source, 1)
    assert (person(first).education, person(first).name) == ("S2", "Joko W.")
    (waiting,) = first.desk.handover.conflicts.lines()
    assert {stream: one.value for stream, one in waiting.candidates.items()} == {
        "3372/PC02": "S2",
        "3372/PC03": "S3",
    }
    assert waiting.standing == "3372/PC02"


def test_what_was_sent_counts_as_taken_once_the_colleague_says_so(pcs):
    first, second = pcs.offices
    set_person(second, education="S2")
    assert {line.state for line in first.desk.handover.receipts().outgoing} == {"ON_STICK"}
    pcs.carry(2, 1)
    assert {line.state for line in first.desk.handover.receipts().outgoing} == {"A"}


def test_ratings_of_two_clerks_meet(pcs):
    first, second = pcs.offices
    second.desk.assessment.import_ratings(
        second.ratings_file([small_office.rating_row(NIPS["clerk"], result=Rating.ABOVE)])
    )
    pcs.carry(2, 1)
    ratings = {row["person_id"]: row["result_rating"] for row in rows_of(first)["penilaian"].values()}
    assert ratings[person(first, "clerk").person_id] is Rating.ABOVE


# Two PCs begin a plan for the same person.


def begin_plan(office, mark, who="orphaned"):
    """A plan of its own for somebody who has none, as a clerk begins it."""
    with office.desk.handover.around.store.reading() as work:
        like = next(one for one in work.plans.of_year(2025) if one.person_id == person(office).person_id)
    results = tuple(
        replace(
            result,
            result_id=f"{mark}-{result.result_id}",
            text=f"{result.text} {mark}",
            indicators=tuple(replace(one, indicator_id=f"{mark}-{one.indicator_id}") for one in result.indicators),
        )
        for result in like.results
    )
    begun = replace(
        like, plan_id=f"{mark}-plan", person_id=person(office, who).person_id, results=results, state=PlanState.DRAFT,
        fixed_on=None,
    )  # fmt: skip
    change(office, lambda work: work.plans.save([begun]))
    return begun.plan_id


def plans_of(office, who="orphaned"):
    with office.desk.handover.around.store.reading() as work:
        return {one.plan_id for one in work.plans.of_year(2025) if one.person_id == person(office, who).person_id}


def open_questions(office):
    return [one for one in office.desk.handover.conflicts.lines() if one.is_waiting]


def test_two_plans_for_one_person_are_one_question_and_both_stay_until_it_is_answered(pcs):
    first, second = pcs.offices
    plans = {begin_plan(first, "satu"), begin_plan(second, "dua")}
    pcs.carry(2, 1)
    pcs.carry(1, 2)
    assert plans_of(first) == plans_of(second) == plans, "nothing is lost"
    (asked,), (there,) = open_questions(first), open_questions(second)
    assert asked.conflict_id == there.conflict_id and asked.field == RIVAL
    assert {rival_plan(side.value) for side in asked.candidates.values()} == plans
    assert "dua" in rival_words(asked.candidates["3372/PC02"].value)
    pcs.carry(2, 1)
    assert len(open_questions(first)) == 1, "the same file again asks nothing new"
    with pytest.raises(UsageRefusal, match="PKG-654"):
        first.desk.handover.conflicts.decide(asked.conflict_id, OWN, "")
    first.desk.handover.conflicts.decide(asked.conflict_id, "3372/PC02", "Rencana PC02 sudah dibahas")
    assert plans_of(first) == {"dua-plan"} and open_questions(first) == []
    pcs.carry(1, 2)
    assert rows_of(first) == rows_of(second) and open_questions(second) == []


def test_two_who_decide_the_same_question_against_each_other_lose_no_plan_and_are_asked_again(pcs):
    first, second = pcs.offices
    plans = {begin_plan(first, "satu"), begin_plan(second, "dua")}
    pcs.carry(2, 1)
    pcs.carry(1, 2)
    for office in pcs.offices:
        (asked,) = open_questions(office)
        office.desk.handover.conflicts.decide(asked.conflict_id, OWN, "Punya sendiri")
    assert (plans_of(first), plans_of(second)) == ({"satu-plan"}, {"dua-plan"})
    pcs.carry(2, 1)
    pcs.carry(1, 2)
    assert plans_of(first) == plans_of(second) == plans
    assert len(open_questions(first)) == 1


def test_somebody_who_moved_has_two_plans_one_after_the_other_and_no_question(pcs):
    first, second = pcs.offices
    begin_plan(first, "satu")
    pcs.carry(1, 2)
    with second.desk.handover.around.store.reading() as work:
        whole = next(one for one in work.plans.of_year(2025) if one.plan_id == "satu-plan")
    change(second, lambda work: work.plans.save([replace(whole, ends=date(2025, 6, 30))]))
    begin_plan(second, "dua")
    with second.desk.handover.around.store.reading() as work:
        later = next(one for one in work.plans.of_year(2025) if one.plan_id == "dua-plan")
    change(second, lambda work: work.plans.save([replace(later, starts=date(2025, 7, 1))]))
    pcs.carry(2, 1)
    assert plans_of(first) == {"satu-plan", "dua-plan"} and open_questions(first) == []
