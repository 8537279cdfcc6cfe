"""Drafts: every change can be taken back, results stay numbered through, and a copy is the same with new ids."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import JobClass, PlanState, ResultKind, plan_facts, plan_in_force, plans_in_force
from meritdesk.core.plan_compare import Change, compare_plans, only_changes
from meritdesk.core.plan_copying import ALL_PARTS, CopyMode, CopyPart, CopyTarget, copied, mentions_of_year
from meritdesk.core.plan_editing import (
    Steps,
    changed_indicator,
    changed_result,
    cleaned,
    moved_indicator,
    moved_result,
    new_indicator,
    new_result,
    renumbered,
    with_indicator,
    with_missing_ids,
    with_result,
    without_indicator,
    without_result,
)
from meritdesk.core.plan_parts import AssignmentBasis, PlanOccasion
from meritdesk.core.plan_record import plan_of, record_of
from meritdesk.core.plan_signing import PlanStage, Signer, edited, fixed, revised, signed, stage_of
from tests.core.plan_samples import ids, leader_plan, plans, staff_plan

EDITS = ("add", "add-additional", "remove", "up", "down", "kind", "measure", "drop", "measure-down", "text")


def apply(plan, edit, new_id):
    """One step as the editor takes it, on the first result where there is one."""
    first = plan.results[0] if plan.results else None
    measure = first.indicators[0].indicator_id if first and first.indicators else ""
    if edit == "add":
        return with_result(plan, new_result(ResultKind.MAIN, new_id, "Lurah"))
    if edit == "add-additional":
        return with_result(plan, new_result(ResultKind.ADDITIONAL, new_id))
    if first is None:
        return plan
    if edit == "remove":
        return without_result(plan, first.result_id)
    if edit in ("up", "down"):
        return moved_result(plan, first.result_id, -1 if edit == "up" else 1)
    if edit == "kind":
        return changed_result(plan, first.result_id, lambda result: replace(result, kind=ResultKind.ADDITIONAL))
    if edit == "measure":
        return with_indicator(plan, first.result_id, new_indicator(new_id))
    if edit == "drop":
        return without_indicator(plan, first.result_id, measure)
    if edit == "measure-down":
        return moved_indicator(plan, first.result_id, measure, 1)
    return changed_indicator(plan, first.result_id, measure, lambda part: replace(part, text=part.text + "x"))


@given(plans(), st.lists(st.sampled_from(EDITS), max_size=12))
def test_every_series_of_changes_can_be_taken_back_and_done_again(plan, edits):
    new_id = ids("new")
    steps = Steps(plan)
    for edit in edits:
        steps = steps.to(apply(steps.present, edit, new_id))
    last = steps
    while steps.can_go_back:
        steps = steps.back()
    assert steps.present == plan
    while steps.can_go_forward:
        steps = steps.forward()
    assert steps.present == last.present


@given(plans(), st.lists(st.sampled_from(EDITS), max_size=12))
def test_results_are_numbered_through_after_every_change(plan, edits):
    new_id = ids("new")
    for edit in edits:
        before = plan
        plan = apply(plan, edit, new_id)
        if plan != before:
            assert [result.number for result in plan.results] == list(range(1, len(plan.results) + 1))
            kinds = [list(ResultKind).index(result.kind) for result in plan.results]
            assert kinds == sorted(kinds)


def test_typing_in_one_field_is_one_step_and_a_new_step_forgets_what_was_taken_back():
    steps = Steps("").to("a").to("ab", merges=True).to("abc", merges=True)
    assert (steps.present, steps.back().present) == ("abc", "")
    assert not steps.back().to("x").can_go_forward
    assert Steps("a").to("a") == Steps("a")
    assert Steps("a").back() == Steps("a") == Steps("a").forward()


@given(plans())
def test_a_plan_comes_back_from_its_record_as_it_was(plan):
    assert plan_of(record_of(plan)) == plan


def test_a_record_that_cannot_be_read_names_every_place():
    record = record_of(staff_plan())
    record["year"] = "2025"
    record["results"][0]["kind"] = "HAUPT"
    record["results"][1]["indicators"][0]["target"]["low"] = "viel"
    record["expectations"]["KIND"] = []
    with pytest.raises(UsageRefusal) as refused:
        plan_of(record)
    assert refused.value.code == "PLN-221"
    for place in ("year", "results[1].kind", "results[2].indicators[1].target.low", "expectations.KIND"):
        assert place in refused.value.facts["places"]
    with pytest.raises(UsageRefusal):
        plan_of(["not", "a", "plan"])


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(record_of(staff_plan()))), inner)))  # noqa: E501  # fmt: skip
def test_anything_at_all_is_read_or_refused(value):
    try:
        plan_of(value)
    except UsageRefusal as refused:
        assert refused.code == "PLN-221"


@given(plans(), st.sampled_from(JobClass), st.booleans())
def test_a_copy_keeps_the_content_and_has_ids_of_its_own(plan, job_class, is_same_person):
    target = CopyTarget("p9", "person-9", 2031, job_class, date(2031, 1, 1), date(2031, 12, 31), "Camat", None, is_same_person)  # noqa: E501  # fmt: skip
    copy = copied(plan, target, ids("new"))
    kept = [
        result
        for result in renumbered(plan).results
        if is_same_person or result.basis in {AssignmentBasis.ORDINARY, AssignmentBasis.CROSS_UNIT}
    ]
    assert [result.text for result in copy.results] == [result.text for result in kept]
    assert [[(part.text, part.target) for part in result.indicators] for result in copy.results] == [
        [(part.text, part.target) for part in result.indicators] for result in kept
    ]
    fresh = [result.result_id for result in copy.results] + [part.indicator_id for part in copy.indicators]
    assert len(set(fresh)) == len(fresh) and all(name.startswith("new-") for name in fresh)
    assert (copy.state, copy.version, copy.fixed_on, copy.contract, copy.study) == (PlanState.DRAFT, 1, None, "", None)
    assert (copy.person_id, copy.year, copy.job_class, copy.is_signed) == ("person-9", 2031, job_class, False)
    if job_class is JobClass.JA_JF:
        assert all(part.perspective is None and part.manual is None for part in copy.indicators)
    else:
        assert all(part.aspect is None for part in copy.indicators)


def test_copying_into_a_draft_replaces_it_or_comes_behind_it():
    draft = replace(staff_plan(), plan_id="p2", state=PlanState.DRAFT)
    target = CopyTarget("p2", "person-2", 2025, JobClass.JA_JF, draft.starts, draft.ends, "Camat", draft)
    source = staff_plan()
    assert len(copied(source, target, ids()).results) == 2
    behind = copied(source, target, ids(), ALL_PARTS, CopyMode.APPEND)
    assert [result.number for result in behind.results] == [1, 2, 3, 4]
    assert behind.resources == draft.resources
    only = copied(source, target, ids(), {CopyPart.ANNEXES})
    assert only.results == draft.results
    assert mentions_of_year(replace(source, resources=("Anggaran 2024",)), 2024) == 1


def test_a_plan_is_fixed_then_signed_by_both_and_any_change_makes_a_new_version():
    draft = replace(staff_plan(), state=PlanState.DRAFT, fixed_on=None)
    today = date(2025, 2, 1)
    plan = fixed(draft, date(2025, 1, 30))
    assert stage_of(draft) is PlanStage.DRAFT and stage_of(plan) is PlanStage.FIXED
    plan = signed(plan, Signer.RATEE, date(2025, 1, 30), today)
    assert stage_of(plan) is PlanStage.HALF_SIGNED
    plan = signed(plan, Signer.RATER, date(2025, 1, 31), today)
    assert stage_of(plan) is PlanStage.SIGNED and plan.is_signed
    changed = edited(plan, replace(plan, resources=("Kendaraan",)))
    assert stage_of(changed) is PlanStage.REVISING
    assert (changed.version, changed.fixed_on, changed.ratee_signed_on, changed.rater_signed_on) == (
        2,
        None,
        None,
        None,
    )
    assert edited(plan, replace(plan)) is plan
    assert edited(changed, replace(changed, resources=("Laptop",))).version == 2


def test_a_plan_is_not_fixed_twice_signed_as_a_draft_or_signed_tomorrow():
    plan = staff_plan()
    draft = replace(plan, state=PlanState.DRAFT)
    for refusing, code in (
        (lambda: fixed(plan, date(2025, 1, 1)), "PLN-211"),
        (lambda: signed(draft, Signer.RATEE, date(2025, 1, 1), date(2025, 1, 1)), "PLN-212"),
        (lambda: signed(plan, Signer.RATER, date(2025, 1, 2), date(2025, 1, 1)), "PLN-213"),
        (lambda: revised(draft), "PLN-214"),
    ):
        with pytest.raises(UsageRefusal) as refused:
            refusing()
        assert refused.value.code == code


@given(plans(), plans())
def test_an_edit_never_changes_whose_plan_it_is_and_never_keeps_an_old_signature(before, wanted):
    saved = edited(before, wanted)
    assert (saved.plan_id, saved.person_id, saved.year) == (before.plan_id, before.person_id, before.year)
    if saved is not before:
        assert saved.state is PlanState.DRAFT or before.state is PlanState.DRAFT
        assert saved.version == before.version + (before.state is PlanState.FIXED)
    assert cleaned(cleaned(saved)) == cleaned(saved)


@given(plans(), plans())
def test_comparing_tells_nothing_of_equal_plans_and_shows_both_texts_of_others(one, other):
    assert only_changes(compare_plans(one, one)) == ()
    lines = compare_plans(one, other)
    shown = " ".join(line.new for line in lines)
    assert all(result.text in shown for result in other.results)
    assert {line.change for line in lines} <= set(Change)
    swapped = compare_plans(other, one)
    assert len(only_changes(swapped)) == len(only_changes(lines))


def test_a_moved_result_is_no_change_of_its_text():
    plan = staff_plan()
    first, second = plan.results
    reworded = replace(second, result_id="r9", text=second.text + " dan dilaporkan")
    lines = only_changes(compare_plans(plan, replace(plan, results=(first, reworded))))
    assert {line.change for line in lines if line.field == "RESULT"} == {Change.ADDED, Change.REMOVED}
    assert only_changes(compare_plans(plan, replace(plan, results=(second, first)))) == ()


def test_of_two_plans_in_a_year_the_one_begun_last_counts():
    first = staff_plan()
    second = replace(first, plan_id="p2", starts=date(2025, 8, 1), occasion=PlanOccasion.NEW_POST)
    assert plan_in_force((first, second), date(2025, 7, 31)) is first
    assert plan_in_force((second, first), date(2025, 8, 1)) is second
    assert plan_in_force((first, second), date(2026, 1, 1)) is None
    other = replace(first, plan_id="p3", person_id="person-3")
    assert plans_in_force((first, second, other), date(2025, 12, 31)) == {"person-1": second, "person-3": other}


def test_facts_of_a_plan_from_before_are_what_they_were():
    facts = plan_facts(staff_plan())
    assert set(facts) == {
        "plan_id", "person_id", "year", "approach", "job_class", "starts", "ends", "version", "results",
        "expectations", "resources", "accountability", "consequences",
    }  # fmt: skip
    assert set(facts["results"][0]) == {"number", "kind", "text", "parent_text", "assigned_by", "indicators"}
    assert all(len(part) == 8 for part in facts["results"][0]["indicators"])
    assert plan_facts(replace(staff_plan(), ratee_signed_on=date(2025, 2, 1))) == facts
    assert plan_facts(replace(staff_plan(), contract="PK-1/2025")) != facts
    assert len(plan_facts(leader_plan())["results"][0]["indicators"][0]) == 9


def test_a_file_without_ids_gets_them_and_a_double_id_is_given_once():
    plan = staff_plan()
    first, second = plan.results
    doubled = replace(plan, results=(first, replace(second, result_id=first.result_id), replace(second, result_id="")))
    given_ids = [result.result_id for result in with_missing_ids(doubled, ids("new")).results]
    assert given_ids[0] == first.result_id and len(set(given_ids)) == 3
