"""Drop-out, take-over, reuse, waiver and new versions through the desk: each is recorded, explained, and refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from small_office import LEVELS, NIPS, STAFF, YEAR, actual_rows, plan_rows, rating_row, staff_row

from meritdesk.core.access import Role
from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.circumstances import FinalBasis, RevisionReason, TakeOverBasis
from meritdesk.core.documents import Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.evaluation_calendar import WindowState
from meritdesk.core.lines import LineFlag, RatingQuery
from meritdesk.core.periods import parse_period
from meritdesk.services.documents import Selection

QUARTER = parse_period("2025-TW3")


def show(office, name, period=YEAR):
    return office.desk.assessment.show(NIPS[name], period)


def told(office, name, period=YEAR):
    return [line.code for line in show(office, name, period).evaluation.explanation]


def studying(office):
    """The nurse is on study leave, which the register shows."""
    rows = [
        staff_row("P3", NIPS["nurse"], "Joko Widagdo", "2", "PERAWAT AHLI MUDA", "U2", status="Tugas Belajar")
        if row[0] == "P3"
        else row
        for row in STAFF
    ]
    office.desk.register.import_staff(office.staff_file(rows))


def test_a_drop_out_closes_as_kurang_whatever_the_quadrant_says(planned):
    studying(planned)
    acts = planned.desk.assessment.acts
    changes = acts.drop_out(NIPS["nurse"], YEAR, date(2025, 8, 1), "Surat Rektor 12/2025")
    assert changes.change_set_id
    line = next(
        one
        for one in planned.desk.assessment.grid(RatingQuery("2025", 2025, search="Joko"))
        if one.nip == NIPS["nurse"]
    )
    assert line.dropped_out and LineFlag.DROPPED_OUT in line.flags
    planned.desk.assessment.close(YEAR)
    evaluation = show(planned, "nurse").evaluation
    assert evaluation.predicate is Predicate.POOR
    assert "PRD-DROP-OUT" in told(planned, "nurse") and "PRD-QUADRANT" not in told(planned, "nurse")


def test_a_drop_out_needs_study_leave_and_a_letter_and_can_be_withdrawn(planned):
    acts = planned.desk.assessment.acts
    with pytest.raises(UsageRefusal, match="ASM-130"):
        acts.drop_out(NIPS["nurse"], YEAR, date(2025, 8, 1), "Surat")
    studying(planned)
    with pytest.raises(UsageRefusal, match="ASM-131"):
        acts.drop_out(NIPS["nurse"], YEAR, date(2025, 8, 1), " ")
    with pytest.raises(UsageRefusal, match="ASM-137"):
        acts.withdraw(NIPS["nurse"], YEAR, "drop_out")
    acts.drop_out(NIPS["nurse"], YEAR, date(2025, 8, 1), "Surat")
    acts.withdraw(NIPS["nurse"], YEAR, "drop_out")
    assert show(planned, "nurse").evaluation.circumstances.is_usual


def test_the_superior_evaluates_after_the_window_and_the_result_is_final(planned):
    acts = planned.desk.assessment.acts
    with pytest.raises(UsageRefusal, match="V-79"):
        acts.take_over(NIPS["nurse"], YEAR, TakeOverBasis.NOT_RATED, "Penilai tidak menilai")
    planned.moment[0] = datetime(2026, 2, 3, 8, 0, tzinfo=UTC)
    acts.take_over(NIPS["nurse"], YEAR, TakeOverBasis.NOT_RATED, "Penilai tidak menilai")
    planned.desk.assessment.close(YEAR)
    evaluation = show(planned, "nurse").evaluation
    head = planned.desk.register.show(NIPS["head"]).person
    assert evaluation.is_by_superior and evaluation.is_final
    assert evaluation.evaluator_id == head.person_id != evaluation.rater_id
    assert [block.name for block in evaluation.parties][2] == head.full_name
    assert {"EVL-TAKEN-OVER", "EVL-FINAL-SUPERIOR", "V-82"} <= set(told(planned, "nurse"))
    assert show(planned, "clerk").evaluation.circumstances.final is None


def test_a_take_over_is_refused_without_ground_or_evaluator(planned):
    acts = planned.desk.assessment.acts
    with pytest.raises(UsageRefusal, match="ASM-132"):
        acts.take_over(NIPS["nurse"], YEAR, TakeOverBasis.ABSENT, "")
    with pytest.raises(UsageRefusal, match="ASM-133"):
        acts.take_over(NIPS["head"], YEAR, TakeOverBasis.ABSENT, "Kepala Daerah berhalangan")
    with pytest.raises(UsageRefusal, match="ASM-134"):
        acts.take_over(NIPS["nurse"], YEAR, TakeOverBasis.ABSENT, "Berhalangan", NIPS["bidang"])
    acts.take_over(NIPS["nurse"], YEAR, TakeOverBasis.ABSENT, "Penilai meninggal dunia")
    acts.withdraw(NIPS["nurse"], YEAR, "take_over")
    assert not show(planned, "nurse").evaluation.is_by_superior


def test_whose_unit_has_no_head_is_evaluated_from_above_on_a_d_1_2(planned):
    desk, nip = planned.desk, NIPS["orphaned"]
    desk.planning.import_plans(planned.plans_file(plan_rows(nip)))
    desk.execution.import_actuals(planned.actuals_file(actual_rows(nip)))
    desk.assessment.import_ratings(planned.ratings_file([rating_row(nip)]))
    head = desk.register.show(NIPS["head"]).person
    mine = desk.assessment.grid(RatingQuery("2025", 2025, rater_id=head.person_id))
    line = next(one for one in mine if one.nip == nip)
    assert LineFlag.BY_SUPERIOR in line.flags and line.rater_name == head.full_name
    desk.assessment.close(YEAR)
    evaluation = show(planned, "orphaned").evaluation
    assert evaluation.is_by_superior and evaluation.is_final
    assert [block.name for block in evaluation.parties][1:] == ["-", head.full_name]
    assert desk.documents.print(Form.D_1_2, YEAR, Selection(nip=nip), planned.folder / "cetak").sheets == 1


def test_whom_the_head_of_region_rates_has_a_final_result(closed):
    assert show(closed, "head").evaluation.circumstances.final is FinalBasis.HEAD_OF_REGION
    assert "REG-EVAL-FINAL-REGION" in told(closed, "head")


def test_an_incomplete_evaluation_closes_only_by_a_waiver_that_is_told_for_good(settled):
    desk = settled.desk
    desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    desk.assessment.import_ratings(settled.levels_file())
    desk.assessment.import_ratings(settled.ratings_file([rating_row(NIPS["nurse"]), rating_row(NIPS["clerk"])]))
    first = desk.assessment.close(YEAR)
    clerk = next(one for one in first.blocked if one.nip == NIPS["clerk"])
    assert (clerk.code, clerk.can_be_waived) == ("ASM-102", True)
    desk.assessment.acts.waive(NIPS["clerk"], YEAR, "Sekretaris Dinas", "Pegawai cuti besar sejak Januari")
    desk.assessment.acts.waive(NIPS["pharmacist"], YEAR, "Sekretaris Dinas", "Meninggal dunia 3 Maret 2025")
    second = desk.assessment.close(YEAR)
    assert (second.closed, second.waived) == (2, 2)
    evaluation = show(settled, "clerk").evaluation
    assert evaluation.predicate is Predicate.GOOD
    waived = [line.facts for line in evaluation.explanation if line.code == "EVL-WAIVED"]
    assert [(one["rule"], one["by"]) for one in waived] == [("MISSING:ASM-102", "Sekretaris Dinas")]
    gone = show(settled, "pharmacist").evaluation
    assert gone.is_closed and gone.predicate is None and "EVL-NO-PREDICATE" in told(settled, "pharmacist")
    with pytest.raises(UsageRefusal, match="V-95"):
        desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["pharmacist"]), settled.folder / "cetak")


def test_nobody_waives_what_is_complete_nameless_or_without_a_rater(planned):
    acts = planned.desk.assessment.acts
    with pytest.raises(UsageRefusal, match="ASM-150"):
        acts.waive(NIPS["nurse"], YEAR, "Sekretaris", "alasan")
    lost = staff_row("P8", "199001012015011001", "Tanpa Unit", "4", "PENGADMINISTRASI", "")
    planned.desk.register.import_staff(planned.staff_file([lost]))
    with pytest.raises(UsageRefusal, match="REG-"):
        acts.waive("199001012015011001", YEAR, "Sekretaris", "alasan")
    with pytest.raises(UsageRefusal, match="VAL-102"):
        acts.waive(NIPS["nurse"], parse_period("2024"), "", "alasan")


def test_a_closed_evaluation_is_superseded_by_a_new_version_and_never_edited(closed):
    desk = closed.desk
    person = desk.register.show(NIPS["nurse"]).person
    before = show(closed, "nurse").evaluation
    desk.assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "Rating tertukar")
    assert show(closed, "nurse").evaluation.version == 2
    desk.assessment.rate(person.person_id, YEAR, Rating.ABOVE, Rating.ABOVE, reason="Sesuai berita acara")
    desk.assessment.close(YEAR)
    after = show(closed, "nurse").evaluation
    assert (after.version, after.predicate) == (2, Predicate.VERY_GOOD)
    assert "EVL-REVISED" in told(closed, "nurse")
    kept = desk.assessment.acts.versions(NIPS["nurse"], YEAR)
    assert [one.evaluation for one in kept] == [before]
    assert (kept[0].revision.why, kept[0].revision.by) == ("Rating tertukar", "penguji")
    report = desk.upkeep.check(lambda done, total: None)
    assert report.journal_ok and report.references_ok and report.evaluations_damaged == ()


def test_only_what_is_closed_is_superseded_and_only_for_a_reason(planned):
    acts = planned.desk.assessment.acts
    with pytest.raises(UsageRefusal, match="ASM-121"):
        acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "salah")
    planned.desk.assessment.close(YEAR)
    with pytest.raises(UsageRefusal, match="ASM-122"):
        acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "  ")
    assert acts.versions(NIPS["nurse"], YEAR) == ()


def test_a_new_version_can_be_taken_back_as_one_step(closed):
    before = show(closed, "nurse").evaluation
    changes = closed.desk.assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "Rating tertukar")
    closed.desk.upkeep.undo(changes.change_set_id)
    assert show(closed, "nurse").evaluation == before


def periodic(office):
    """Quarterly periods with everything that a quarter needs, for the nurse."""
    desk = office.desk
    desk.assessment.windows.set_cycle(PeriodicCycle.QUARTERLY, 10, 15)
    for unit in desk.register.units():
        desk.assessment.set_level(unit.unit_id, QUARTER, OrgLevel.GOOD, "Laporan TW III", None)
    person = desk.register.show(NIPS["nurse"]).person
    desk.assessment.rate(person.person_id, QUARTER, Rating.MEETS, Rating.ABOVE)
    return person


def test_a_quarter_is_closed_only_when_the_agency_has_set_its_cycle(planned):
    desk = planned.desk
    assert {one.code for one in desk.assessment.close(QUARTER).blocked} == {"V-49"}
    periodic(planned)
    outcome = desk.assessment.close(QUARTER)
    assert outcome.closed == 1 and "V-49" not in {one.code for one in outcome.blocked}
    assert {one.code for one in desk.assessment.close(parse_period("2025-08")).blocked} == {"V-49"}


def test_the_windows_of_a_year_say_where_today_stands_and_how_far_each_period_is(planned):
    assert [line.period.code for line in planned.desk.assessment.windows.of_year(2025)] == ["2025"]
    periodic(planned)
    planned.desk.assessment.close(QUARTER)
    lines = {line.period.code: line for line in planned.desk.assessment.windows.of_year(2025)}
    assert list(lines) == ["2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2025"]
    assert (lines["2025-TW3"].opens, lines["2025-TW3"].closes) == (date(2025, 9, 20), date(2025, 10, 15))
    assert (lines["2025-TW3"].rated, lines["2025-TW3"].closed) == (1, 1)
    assert (lines["2025-TW4"].state, lines["2025"].state) == (WindowState.OPEN, WindowState.OPEN)
    # Whoever has no rater in his own unit is due as well: the superior evaluates him.
    assert lines["2025"].due == planned.desk.assessment.close(YEAR).due
    with pytest.raises(UsageRefusal, match="USE-121"):
        planned.desk.assessment.windows.set_cycle(PeriodicCycle.MONTHLY, 10, 900)


def test_the_year_is_judged_for_itself_and_never_the_mean_of_its_quarters(planned):
    person = periodic(planned)
    for code in ("2025-TW1", "2025-TW2", "2025-TW4"):
        planned.desk.assessment.rate(person.person_id, parse_period(code), Rating.BELOW, Rating.BELOW)
    planned.desk.assessment.close(YEAR)
    assert show(planned, "nurse").evaluation.predicate is Predicate.GOOD


def test_an_annual_evaluation_or_one_who_did_not_move_reuses_nothing(planned):
    periodic(planned)
    planned.desk.assessment.close(QUARTER)
    acts = planned.desk.assessment.acts
    with pytest.raises(UsageRefusal, match="ASM-136"):
        acts.reuse(NIPS["nurse"], YEAR, date(2026, 1, 5), "Berita acara")
    with pytest.raises(UsageRefusal, match="ASM-138"):
        acts.reuse(NIPS["nurse"], parse_period("2025-TW4"), date(2026, 1, 5), "Berita acara")


def test_the_check_names_the_incomplete_the_outliers_and_writes_nothing(planned):
    desk = planned.desk
    clerk = desk.register.show(NIPS["clerk"]).person
    desk.assessment.rate(clerk.person_id, YEAR, Rating.MEETS, Rating.BELOW)
    found = desk.assessment.checking.period(YEAR)
    assert found.has_findings and (found.due, found.closed) == (6, 0)
    assert [one.nip for one in found.incomplete] == [NIPS["orphaned"]]
    outliers = {one.name for unit in found.units for one in unit.check.outliers}
    assert clerk.full_name in outliers
    unit = next(unit for unit in desk.register.units() if unit.source_id == "U2")
    assert desk.assessment.checking.unit(YEAR, unit.unit_id).outliers
    for one in found.units:
        assert desk.assessment.checking.unit(YEAR, one.led_unit_id) == one.check, "one unit alone is judged the same"
    assert not show(planned, "clerk").evaluation.is_closed


def test_the_check_finds_a_level_that_came_out_too_late_under_a_closed_evaluation(closed):
    unit = next(unit for unit in closed.desk.register.units() if unit.source_id == "U2")
    closed.desk.assessment.set_level(unit.unit_id, YEAR, OrgLevel.GOOD, "LKJiP 2025", date(2026, 2, 20))
    found = closed.desk.assessment.checking.period(YEAR)
    hints = {(one.nip, one.hint.code) for one in found.records}
    for one in found.units:
        assert closed.desk.assessment.checking.unit(YEAR, one.led_unit_id) == one.check
    assert (NIPS["nurse"], "V-62") in hints


def test_without_a_level_by_the_end_of_january_last_years_counts(planned):
    desk = planned.desk
    desk.assessment.import_ratings(planned.levels_file([level for level in LEVELS if level.unit_source_id != "U2"]))
    year = parse_period("2024")
    for unit in desk.register.units():
        desk.assessment.set_level(unit.unit_id, year, OrgLevel.POOR, "LKJiP 2024", None)
    planned.moment[0] = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)
    for name in ("nurse",):
        desk.planning.import_plans(planned.plans_file(plan_rows(NIPS[name])))
        desk.execution.import_actuals(planned.actuals_file(actual_rows(NIPS[name])))
    desk.assessment.close(YEAR)
    assert show(planned, "nurse").evaluation.org_level is OrgLevel.GOOD


def moved_in_november(office):
    """The nurse's third quarter is closed; from 3 November he works right under the head of the office."""
    desk = office.desk
    periodic(office)
    desk.assessment.close(QUARTER)
    unit = next(one for one in desk.register.units() if one.source_id == "U1")
    person = desk.register.show(NIPS["nurse"]).person
    move = ChangeRequest(CareerChange.MOVE, person.person_id, date(2025, 11, 3), unit_id=unit.unit_id)
    desk.register.careers.change(move)
    return desk


def test_who_moved_may_use_his_last_periodic_result_again_by_agreement(planned):
    desk = moved_in_november(planned)
    last = parse_period("2025-TW4")
    with pytest.raises(UsageRefusal, match="V-81"):
        desk.assessment.acts.reuse(NIPS["nurse"], last, date(2026, 1, 5), " ")
    desk.assessment.acts.reuse(NIPS["nurse"], last, date(2026, 1, 5), "Berita acara 3/2026")
    evaluation = show(planned, "nurse", last).evaluation
    assert evaluation.circumstances.reuse.source_period == "2025-TW3"
    assert (evaluation.result_rating, evaluation.behaviour_rating) == (Rating.MEETS, Rating.ABOVE)
    desk.assessment.acts.withdraw(NIPS["nurse"], last, "reuse")
    assert show(planned, "nurse", last).evaluation.circumstances.reuse is None


def test_the_grid_shows_a_mover_under_his_new_rater_and_no_longer_under_the_old_one(planned):
    before = show(planned, "nurse").rater
    desk = moved_in_november(planned)
    head = desk.register.show(NIPS["head"]).person
    assert show(planned, "nurse").rater == head != before
    (line,) = desk.assessment.grid(RatingQuery("2025", 2025, search="Joko"))
    assert (line.rater_name, line.result_rating) == (head.full_name, Rating.MEETS)
    of_rater = {
        person.full_name: {
            one.nip for one in desk.assessment.grid(RatingQuery("2025", 2025, rater_id=person.person_id))
        }
        for person in (head, before)
    }
    assert NIPS["nurse"] in of_rater[head.full_name]
    assert NIPS["nurse"] not in of_rater[before.full_name]


def test_a_level_of_the_other_kind_is_named_where_the_sheet_lacks_its_own(planned):
    last = parse_period("2025-TW4")
    periodic(planned)
    assert "V-61" in {hint.code for hint in show(planned, "nurse", last).hints}
    assert "V-61" not in {hint.code for hint in show(planned, "nurse", QUARTER).hints}
    assert planned.desk.assessment.level_kind(last) == ()
    assert [hint.code for hint in planned.desk.assessment.level_kind(parse_period("2025-08"))] == ["V-61"]


def test_two_close_the_year_and_open_it_again_where_two_accounts_may_confirm(planned):
    desk = planned.desk
    desk.upkeep.accounts.begin("ratna", Role.HEAD, "kuda besi lari pagi")
    desk.upkeep.accounts.begin("siti", Role.OPERATOR, "sepatu hujan biru laut")
    with pytest.raises(UsageRefusal, match="ACC-140"):
        desk.assessment.close(YEAR)
    desk.upkeep.second.bring("ratna", "kuda besi lari pagi")
    assert desk.assessment.close(YEAR).changes.change_set_id
    closing = desk.upkeep.journal()[0]
    assert (closing.verb, closing.second) == ("assessment.close", "ratna")
    nip = next(iter(NIPS.values()))
    for again in (
        lambda: desk.assessment.acts.reopen(nip, YEAR, next(iter(RevisionReason)), "salah hitung"),
        lambda: desk.upkeep.undo(closing.change_set_id),
    ):
        with pytest.raises(UsageRefusal, match="ACC-140"):
            again()
    desk.upkeep.second.bring("siti", "sepatu hujan biru laut")
    desk.upkeep.undo(closing.change_set_id)
