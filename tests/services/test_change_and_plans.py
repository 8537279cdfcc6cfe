"""A change in mid-year reaches plans and evaluations in its own change set: shown, done and taken back as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from small_office import NIPS, YEAR, actual_rows, plan_rows, rating_row

from meritdesk.core.career import CareerChange, day_before
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.people import PositionKind
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, JobClass, PlanState, ResultKind, Target
from meritdesk.core.plan_editing import new_indicator, new_result
from meritdesk.core.plan_parts import AssignmentBasis, PlanOccasion
from meritdesk.core.plan_signing import Signer

MOVE = date(2025, 5, 1)
CLERK, NURSE = NIPS["clerk"], NIPS["nurse"]
MOVED = {"position_title": "PENGELOLA OBAT"}


def unit_key(office, source):
    return next(unit.unit_id for unit in office.desk.register.units() if unit.source_id == source)


def request(office, change, nip=CLERK, since=MOVE, unit="", **more):
    unit_id = unit_key(office, unit) if unit else ""
    return ChangeRequest(change, office.desk.register.show(nip).person.person_id, since, unit_id=unit_id, **more)


def change(office, *args, **more):
    return office.desk.register.careers.change(request(office, *args, **more))


def plans(office, nip=CLERK):
    opened = office.desk.planning.editor.open(nip, 2025)
    return tuple(sorted((opened.plan, *opened.others), key=lambda plan: plan.starts))


def told(outcome):
    return [effect.reason.code for effect in outcome.preview.plans]


def leading(office, nip):
    """Make somebody lead a team of U2."""
    person = office.desk.register.show(nip).person
    office.desk.planning.matrix.save_team(unit_key(office, "U2"), 2025, "Tim data", person.person_id)


@pytest.fixture
def may(settled):
    """The office in May 2025 with everybody's plan fixed."""
    rows = plan_rows(NIPS["head"], is_leader=True)
    for name in ("bidang", "nurse", "clerk", "pharmacist"):
        rows += plan_rows(NIPS[name])
    settled.desk.planning.import_plans(settled.plans_file(rows))
    settled.moment[0] = datetime(2025, 5, 5, 8, 0, tzinfo=UTC)
    return settled


def test_a_move_ends_the_running_plan_and_begins_a_draft_for_the_new_post(may):
    """R-33."""
    (before,) = plans(may)
    asked = request(may, CareerChange.MOVE, unit="U3", **MOVED)
    shown = may.desk.register.careers.preview(asked)
    assert told(shown) == ["REG-FX-PLAN-ENDS", "REG-FX-PLAN-BEGUN"]
    assert plans(may) == (before,), "a preview writes nothing"
    done = may.desk.register.careers.change(asked)
    assert told(done) == told(shown)
    old, new = plans(may)
    assert (old.ends, old.state, old.version, old.results) == (
        date(2025, 4, 30), PlanState.FIXED, before.version + 1, before.results,
    )  # fmt: skip
    assert [kept.plan for kept in may.desk.planning.editor.by_id(old.plan_id).versions] == [before]
    assert (new.starts, new.ends, new.state, new.results) == (MOVE, date(2025, 12, 31), PlanState.DRAFT, ())
    assert (new.occasion, new.post, new.job_class, new.approach) == (
        PlanOccasion.NEW_POST, "PENGELOLA OBAT", JobClass.JA_JF, before.approach,
    )  # fmt: skip


def test_signatures_on_the_plan_of_the_post_left_behind_stay(may):
    editor = may.desk.planning.editor
    (before,) = plans(may)
    for signer in Signer:
        editor.sign(before.plan_id, signer, date(2025, 2, 3))
    change(may, CareerChange.MOVE, unit="U3", **MOVED)
    old, _ = plans(may)
    assert old.is_signed and old.ends == day_before(MOVE)


def test_the_draft_satisfies_v44_only_once_it_is_fixed(may):
    change(may, CareerChange.MOVE, unit="U3", carries_results=True, **MOVED)
    careers, editor = may.desk.register.careers, may.desk.planning.editor
    assert "V-44" in [hint.code for hint in careers.timeline(CLERK, 2025).hints]
    opened = editor.open(CLERK, 2025)
    served = tuple(replace(result, parent_text="Layanan farmasi bermutu") for result in opened.plan.results)
    whole = replace(
        opened.plan, results=served, expectations={BehaviourValue.SERVICE: ("Menyapa setiap pasien",)},
        resources=("Dua petugas",), accountability=("Dilaporkan setiap bulan",), consequences=("Penghargaan",),
    )  # fmt: skip
    editor.save(whole, opened.stamp)
    editor.fix(opened.plan.plan_id)
    assert "V-44" not in [hint.code for hint in careers.timeline(CLERK, 2025).hints]
    assert CLERK not in [one.person.nip for one in may.desk.register.blocking.list(date(2025, 6, 1)).follow_ups]


def test_results_come_along_by_a_tick_and_ask_anew_whom_they_serve(may):
    (before,) = plans(may)
    done = change(may, CareerChange.MOVE, unit="U3", carries_results=True, **MOVED)
    assert told(done) == ["REG-FX-PLAN-ENDS", "REG-FX-PLAN-BEGUN-CARRIED"]
    _, new = plans(may)
    assert [result.text for result in new.results] == [result.text for result in before.results]
    assert {result.parent_text for result in new.results} == {""}
    assert {result.assigned_by for result in new.results} == {"KEPALA BIDANG PELAYANAN"}, "his rater acts for U3"
    assert not {result.result_id for result in new.results} & {result.result_id for result in before.results}


def test_a_promotion_to_the_other_group_of_forms_changes_the_form(may):
    head = {"leads_unit": True, "position_kind": PositionKind.JPT, "position_title": "KEPALA DINAS"}
    change(may, CareerChange.PROMOTION, unit="U1", carries_results=True, **head)
    old, new = plans(may)
    assert (old.job_class, new.job_class) == (JobClass.JA_JF, JobClass.JPT_OR_AUTONOMOUS)
    assert all(part.aspect is None for part in new.indicators)


def test_undo_takes_plans_and_versions_back_with_the_change(may):
    before = plans(may)
    done = change(may, CareerChange.MOVE, unit="U3", **MOVED)
    may.desk.upkeep.undo(done.changes.change_set_id)
    assert plans(may) == before
    assert may.desk.planning.editor.by_id(before[0].plan_id).versions == ()
    assert may.desk.upkeep.check().is_sound


def test_somebody_without_a_plan_gets_the_draft_alone(settled):
    done = change(settled, CareerChange.MOVE, unit="U3", **MOVED)
    assert told(done) == ["REG-FX-PLAN-BEGUN"]
    (new,) = plans(settled)
    assert (new.starts, new.approach) == (MOVE, Approach.QUANTITATIVE)


def test_a_plan_that_begins_later_is_not_doubled(may):
    change(may, CareerChange.MOVE, unit="U3", since=date(2025, 8, 1), **MOVED)
    count = len(plans(may))
    done = change(may, CareerChange.MOVE, unit="U1", since=date(2025, 7, 1), position_title="ANALIS")
    assert "REG-FX-PLAN-THERE" in told(done)
    assert len(plans(may)) == count


def test_a_plan_on_which_a_closed_evaluation_rests_is_left_alone(closed):
    before = plans(closed)
    done = change(closed, CareerChange.MOVE, unit="U3", **MOVED)
    assert told(done) == ["REG-FX-PLAN-CLOSED"]
    assert plans(closed) == before


def test_study_leave_adds_an_empty_academic_result_and_no_second_document(may):
    """R-44, V-46, V-47."""
    (before,) = plans(may)
    done = change(may, CareerChange.STUDY_START)
    assert told(done) == ["REG-FX-PLAN-ADDED", "REG-FX-STUDY-ADDED"]
    (plan,) = plans(may)
    assert (plan.plan_id, plan.state, plan.version) == (before.plan_id, PlanState.DRAFT, before.version + 1)
    added = [result for result in plan.results if result.basis is AssignmentBasis.STUDY_LEAVE]
    assert [(result.text, result.kind, len(result.indicators)) for result in added] == [("", ResultKind.MAIN, 1)]
    opened = may.desk.planning.editor.open(CLERK, 2025)
    codes = [found.hint.code for found in opened.check.hints]
    assert "V-46" not in codes and "V-47" not in codes
    assert "V-11" in [found.hint.code for found in opened.check.blocking], "the clerk completes it before fixing"
    ended = change(may, CareerChange.STUDY_END, since=date(2025, 9, 1))
    assert told(ended) == ["REG-FX-PLAN-HAS", "REG-FX-STUDY-CLARIFIED"]
    assert plans(may) == (plan,)


def test_study_leave_without_a_running_plan_makes_none(settled):
    done = change(settled, CareerChange.STUDY_START)
    assert "REG-FX-PLAN-MISSING" in told(done)
    assert settled.desk.planning.editor.open(CLERK, 2025).stamp == ""


@pytest.mark.parametrize(
    ("kind", "basis"),
    [(CareerChange.PLT_START, AssignmentBasis.ACTING), (CareerChange.PLH_START, AssignmentBasis.ACTING_DAILY)],
)
def test_acting_becomes_a_main_result_of_the_running_plan(may, kind, basis):
    """R-20."""
    done = change(may, kind, NIPS["bidang"], unit="U4", may_rate=True)
    assert "REG-FX-PLAN-ADDED" in told(done)
    (plan,) = plans(may, NIPS["bidang"])
    assert [(result.kind, result.text) for result in plan.results if result.basis is basis] == [(ResultKind.MAIN, "")]
    assert plan.state is PlanState.DRAFT
    may.desk.upkeep.undo(done.changes.change_set_id)
    assert plans(may, NIPS["bidang"])[0].state is PlanState.FIXED


def test_a_functional_official_in_a_structural_post_gets_that_duty_as_a_main_result(may):
    """R-20."""
    head = {"leads_unit": True, "position_kind": PositionKind.JF, "position_title": "PERAWAT AHLI MUDA"}
    change(may, CareerChange.MOVE, NURSE, unit="U4", **head)
    _, new = plans(may, NURSE)
    assert [result.basis for result in new.results] == [AssignmentBasis.STRUCTURAL]


def test_a_draft_gets_the_placeholder_without_a_new_version(may):
    (plan,) = plans(may)
    may.desk.planning.editor.revise(plan.plan_id, "perbaikan")
    done = change(may, CareerChange.STUDY_START)
    assert "REG-FX-PLAN-DRAFT-ADDED" in told(done)
    assert plans(may)[0].version == plan.version + 1


class TestDropOut:
    """R-48, V-67."""

    @pytest.fixture
    def studying(self, planned):
        change(planned, CareerChange.STUDY_START, since=date(2025, 2, 1))
        editor = planned.desk.planning.editor
        opened = editor.open(CLERK, 2025)
        measure = replace(
            new_indicator(lambda: "m1"), text="Indeks prestasi", aspect=Aspect.QUALITY,
            target=Target("3,5 skala 4", Decimal("3.5"), Decimal("3.5"), "skala 4"),
        )  # fmt: skip
        result = replace(
            new_result(ResultKind.MAIN, lambda: "r1", "KEPALA BIDANG PELAYANAN"),
            text="Tugas belajar diselesaikan tepat waktu", basis=AssignmentBasis.STUDY_LEAVE, indicators=(measure,),
        )  # fmt: skip
        kept = tuple(one for one in opened.plan.results if one.text)
        saved = editor.save(replace(opened.plan, results=(*kept, result)), opened.stamp)
        editor.fix(saved.plan.plan_id)
        return planned

    def test_one_entry_in_the_register_decides_the_predicate_at_closing(self, studying):
        desk = studying.desk
        asked = request(studying, CareerChange.STUDY_DROPPED, since=date(2025, 9, 1), note="Surat Rektor 12/2025")
        shown = desk.register.careers.preview(asked)
        assert ("REG-FX-DROP-OUT", "2025") in [(rule.code, rule.facts.get("period")) for rule in shown.preview.rules]
        assert desk.assessment.show(CLERK, YEAR).evaluation.circumstances.drop_out is None
        desk.register.careers.change(asked)
        desk.execution.import_actuals(studying.actuals_file(actual_rows(CLERK)))
        outcome = desk.assessment.close(YEAR)
        assert CLERK not in [one.nip for one in outcome.blocked]
        final = desk.assessment.show(CLERK, YEAR).evaluation
        assert (final.result_rating, final.behaviour_rating) == (Rating.MEETS, Rating.MEETS)
        assert final.predicate is Predicate.POOR
        assert "PRD-DROP-OUT" in [reason.code for reason in final.explanation]

    def test_undo_takes_the_drop_out_back(self, studying):
        done = change(studying, CareerChange.STUDY_DROPPED, since=date(2025, 9, 1), note="Surat Rektor 12/2025")
        assert studying.desk.assessment.show(CLERK, YEAR).evaluation.circumstances.drop_out is not None
        studying.desk.upkeep.undo(done.changes.change_set_id)
        assert studying.desk.assessment.show(CLERK, YEAR).evaluation.circumstances.drop_out is None

    def test_it_rests_on_a_letter(self, studying):
        with pytest.raises(UsageRefusal, match="ASM-131"):
            change(studying, CareerChange.STUDY_DROPPED, since=date(2025, 9, 1))

    def test_a_closed_evaluation_is_told_of_and_not_changed(self, studying):
        desk = studying.desk
        desk.execution.import_actuals(studying.actuals_file(actual_rows(CLERK)))
        desk.assessment.import_ratings(studying.ratings_file([rating_row(CLERK)]))
        desk.assessment.close(YEAR)
        before = desk.assessment.show(CLERK, YEAR).evaluation
        done = change(studying, CareerChange.STUDY_DROPPED, since=date(2025, 9, 1), note="Surat Rektor 12/2025")
        assert "REG-FX-DROP-OUT-CLOSED" in [one.code for one in done.preview.warnings]
        assert desk.assessment.show(CLERK, YEAR).evaluation == before


class TestNamedRater:
    """V-26."""

    def named(self, office, rater):
        rater_id = office.desk.register.show(NIPS[rater]).person.person_id
        asked = request(office, CareerChange.NEW_RATER, NURSE, rater_id=rater_id, unit="U2")
        return [one.code for one in office.desk.register.careers.preview(asked).preview.warnings]

    def test_a_team_lead_is_no_rater_by_that_alone(self, may):
        assert "V-22" in self.named(may, "clerk") and "V-26" not in self.named(may, "clerk")
        leading(may, CLERK)
        assert {"V-22", "V-26"} <= set(self.named(may, "clerk"))

    def test_an_official_who_leads_a_team_may_rate(self, may):
        leading(may, NIPS["head"])
        assert "V-26" not in self.named(may, "head")
