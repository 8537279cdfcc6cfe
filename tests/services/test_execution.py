"""Actuals find their indicator by its place in the plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from small_office import NIPS, YEAR, actual_rows, plan_rows


def codes(outcome) -> list[str]:
    return [fault.code for fault in outcome.refused]


def test_actuals_are_kept_exactly_and_come_again_as_the_same(settled):
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    rows = actual_rows(NIPS["nurse"], "85.5")
    first = settled.desk.execution.import_actuals(settled.actuals_file(rows))
    assert (first.counts.read, first.counts.added) == (4, 4)
    again = settled.desk.execution.import_actuals(settled.actuals_file(rows))
    assert (again.counts.same, again.changes.change_set_id) == (4, "")
    settled.desk.assessment.rate(settled.desk.register.show(NIPS["nurse"]).person.person_id, YEAR, None, None)
    actuals = settled.desk.assessment.show(NIPS["nurse"], YEAR).actuals
    assert {actual.value for actual in actuals.values()} == {Decimal("85.5")}


def test_an_indicator_that_is_not_in_the_plan_or_stands_twice_is_refused(settled):
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    rows = actual_rows(NIPS["nurse"])
    rows = [*rows, replace(rows[0], text="lain"), replace(rows[0], indicator_number=3), *actual_rows(NIPS["clerk"])[:1]]
    outcome = settled.desk.execution.import_actuals(settled.actuals_file(rows))
    assert codes(outcome) == ["EXE-102", "EXE-101", "PLN-101"]
    assert outcome.counts.added == 4


def test_nothing_moves_below_a_closed_evaluation(closed):
    outcome = closed.desk.execution.import_actuals(closed.actuals_file(actual_rows(NIPS["nurse"], "99")))
    assert set(codes(outcome)) == {"ASM-120"}
    assert outcome.changes.change_set_id == ""
    same = closed.desk.execution.import_actuals(closed.actuals_file(actual_rows(NIPS["nurse"])))
    assert same.counts.same == 4
