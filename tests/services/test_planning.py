"""Plans are taken over row by row; what is incomplete stays a draft and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_office import NIPS, plan_rows

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import Approach, JobClass, PlanState


def codes(outcome) -> list[str]:
    return [fault.code for fault in outcome.refused]


def test_a_complete_plan_is_fixed_and_the_same_file_again_changes_nothing(settled):
    rows = plan_rows(NIPS["nurse"])
    first = settled.desk.planning.import_plans(settled.plans_file(rows))
    assert (first.counts.read, first.counts.added) == (len(rows), len(rows))
    card = settled.desk.planning.show(NIPS["nurse"], 2025)
    assert card.plan.state is PlanState.FIXED
    assert [len(result.indicators) for result in card.plan.results] == [2, 2]
    assert card.plan.consequences == ("Memenuhi: penghargaan",)
    again = settled.desk.planning.import_plans(settled.plans_file(rows))
    assert (again.counts.same, again.changes.change_set_id) == (len(rows), "")


def test_one_changed_row_is_one_changed_row_and_raises_the_version(settled):
    rows = plan_rows(NIPS["nurse"])
    settled.desk.planning.import_plans(settled.plans_file(rows))
    kept = settled.desk.planning.show(NIPS["nurse"], 2025).plan
    rows[1] = replace(rows[1], target_text="95 %", target_low=None, target_high=None)
    outcome = settled.desk.planning.import_plans(settled.plans_file(rows))
    assert (outcome.counts.changed, outcome.counts.same) == (1, len(rows) - 1)
    plan = settled.desk.planning.show(NIPS["nurse"], 2025).plan
    assert plan.version == kept.version + 1
    assert [one.indicator_id for one in plan.indicators] == [one.indicator_id for one in kept.indicators]


def test_a_plan_without_annexes_stays_a_draft_with_a_remark(settled):
    rows = [row for row in plan_rows(NIPS["nurse"]) if row.section == "RESULT"]
    outcome = settled.desk.planning.import_plans(settled.plans_file(rows))
    assert [remark.code for remark in outcome.remarks] == ["PLN-102"]
    card = settled.desk.planning.show(NIPS["nurse"], 2025)
    assert (card.plan.state, card.faults) == (PlanState.DRAFT, ("V-28",))


def test_a_leader_needs_perspectives_and_a_member_aspects(settled):
    wrong = plan_rows(NIPS["head"], is_leader=False)
    outcome = settled.desk.planning.import_plans(settled.plans_file(wrong))
    assert set(codes(outcome)) == {"V-08"}
    wrong = plan_rows(NIPS["nurse"], is_leader=True)
    outcome = settled.desk.planning.import_plans(settled.plans_file(wrong))
    assert set(codes(outcome)) == {"V-12"}
    right = settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["head"], is_leader=True)))
    assert right.counts.refused == 0
    assert settled.desk.planning.show(NIPS["head"], 2025).plan.job_class is JobClass.JPT_OR_AUTONOMOUS


def test_rows_of_strangers_and_of_people_on_leave_are_refused(settled):
    rows = [*plan_rows("199001012015011008"), *plan_rows(NIPS["resting"]), *plan_rows(NIPS["clerk"])]
    outcome = settled.desk.planning.import_plans(settled.plans_file(rows))
    assert set(codes(outcome)) == {"USE-102", "PLN-103"}
    assert outcome.counts.added == len(plan_rows(NIPS["clerk"]))


def test_two_approaches_in_one_plan_are_refused(settled):
    rows = plan_rows(NIPS["nurse"])
    rows[0] = replace(rows[0], approach=Approach.QUALITATIVE)
    outcome = settled.desk.planning.import_plans(settled.plans_file(rows))
    assert set(codes(outcome)) == {"PLN-104"}
    with pytest.raises(UsageRefusal, match="PLN-101"):
        settled.desk.planning.show(NIPS["nurse"], 2025)


def test_everybody_with_a_rater_is_due_and_the_others_are_not(settled):
    due = {duty.nip for duty in settled.desk.planning.due(2025)}
    assert due == {NIPS[name] for name in ("head", "bidang", "nurse", "clerk", "pharmacist")}
