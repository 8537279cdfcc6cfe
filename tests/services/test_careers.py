"""The register with time through the desk: seen before it is done, done as one change set, taken back as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from small_office import NIPS, STAFF, UNITS, YEAR, plan_rows, staff_row

from meritdesk.core.career import CareerChange, EntryKind
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.people import LegalStatus, RaterBasis

MOVE = date(2025, 5, 1)
TWIN = "198504042024012001"


def unit_key(office, source):
    return next(unit.unit_id for unit in office.desk.register.units() if unit.source_id == source)


def key(office, who):
    return office.desk.register.show(NIPS[who]).person.person_id


def request(office, change, who, since=MOVE, unit="", **more):
    unit_id = unit_key(office, unit) if unit else ""
    return ChangeRequest(change, key(office, who), since, unit_id=unit_id, **more)


def rater_of(office, who):
    card = office.desk.register.show(NIPS[who])
    return card.rater.nip if card.rater else card.line.problem if card.line else ""


def refused(verb, *args, **more):
    with pytest.raises(UsageRefusal) as fault:
        verb(*args, **more)
    return fault.value.code


def test_a_preview_writes_nothing_and_the_change_does_what_it_showed(settled):
    careers = settled.desk.register.careers
    asked = request(settled, CareerChange.MOVE, "clerk", unit="U3", position_title="PENGELOLA OBAT")
    before = settled.desk.upkeep.journal()
    shown = careers.preview(asked)
    assert settled.desk.upkeep.journal() == before
    done = careers.change(asked)
    assert [change.person_id for change in done.preview.lines] == [change.person_id for change in shown.preview.lines]
    card = settled.desk.register.show(NIPS["clerk"])
    assert (card.person.position_title, card.unit.source_id) == ("PENGELOLA OBAT", "U3")
    assert card.line.led_unit_id == unit_key(settled, "U3")


def test_a_change_is_taken_back_as_a_whole(settled):
    before = settled.desk.register.show(NIPS["clerk"])
    done = settled.desk.register.careers.change(
        request(settled, CareerChange.PROMOTION, "clerk", unit="U4", position_title="KEPALA SEKSI", leads_unit=True)
    )
    assert rater_of(settled, "orphaned") == NIPS["clerk"] or rater_of(settled, "orphaned").startswith("REG-")
    settled.desk.upkeep.undo(done.changes.change_set_id)
    assert settled.desk.register.show(NIPS["clerk"]) == before
    assert rater_of(settled, "orphaned") == "REG-322"


def test_an_unknown_person_is_refused(settled):
    asked = ChangeRequest(CareerChange.MOVE, "nobody", MOVE)
    assert refused(settled.desk.register.careers.change, asked) == "USE-102"
    assert refused(settled.desk.register.careers.timeline, "1", 2025) == "USE-102"


def test_the_timeline_shows_both_posts_both_raters_and_what_is_still_to_do(planned):
    careers = planned.desk.register.careers
    careers.change(request(planned, CareerChange.MOVE, "clerk", unit="U1", position_title="ANALIS"))
    found = careers.timeline(NIPS["clerk"], 2025)
    raters = [found.people[part.line.rater_id].nip for part in found.stretches]
    assert raters == [NIPS["bidang"], NIPS["head"]]
    assert [hint.code for hint in found.hints] == ["V-44"]
    assert [(period.code, found.people[answer.rater_id].nip) for period, answer in found.evaluators] == [
        ("2025", NIPS["head"])
    ]


def test_a_change_ahead_of_its_day_waits_and_comes_due(settled):
    careers = settled.desk.register.careers
    careers.change(request(settled, CareerChange.MOVE, "clerk", date(2026, 2, 1), "U1", position_title="ANALIS"))
    assert settled.desk.register.show(NIPS["clerk"]).unit.source_id == "U2"
    assert not settled.desk.register.blocking.list().is_due
    settled.moment[0] = settled.moment[0].replace(month=2, day=2)
    assert settled.desk.register.blocking.list().is_due
    assert careers.settle().change_set_id
    assert settled.desk.register.show(NIPS["clerk"]).unit.source_id == "U1"
    assert not careers.settle().change_set_id


def test_a_death_of_a_head_leaves_the_seat_vacant_and_the_list_says_whom_it_blocks(settled):
    settled.desk.register.careers.change(request(settled, CareerChange.DEATH, "bidang"))
    found = settled.desk.register.blocking.list()
    vacant = next(one for one in found.blockers if unit_key(settled, "U2") in one.unit_ids)
    assert vacant.kind.name == "VACANT_HEAD"
    assert {found.people[person_id].nip for person_id in vacant.blocked} == {NIPS["nurse"], NIPS["clerk"]}
    assert found.waiting >= 2
    assert settled.desk.register.show(NIPS["bidang"]).person.legal_status is LegalStatus.LEFT


def test_a_plt_of_the_file_is_confirmed_or_denied(settled):
    register = settled.desk.register
    assert [one.kind.name for one in register.blocking.list().blockers][-1] == "UNCONFIRMED_ACTING"
    register.careers.delegate(NIPS["bidang"], "U3", MOVE, note="Surat 800/12")
    assert "UNCONFIRMED_ACTING" not in [one.kind.name for one in register.blocking.list().blockers]
    assert rater_of(settled, "pharmacist") == NIPS["bidang"]
    register.careers.delegate(NIPS["bidang"], "U3", MOVE, is_given=False)
    assert rater_of(settled, "pharmacist") == "REG-329"


def test_another_official_is_delegated_for_a_unit_and_released(settled):
    careers = settled.desk.register.careers
    careers.delegate(NIPS["bidang"], "U4", MOVE, note="Surat 800/13")
    card = settled.desk.register.show(NIPS["orphaned"])
    assert (card.rater.nip, card.line.basis) == (NIPS["bidang"], RaterBasis.DELEGATED)
    careers.delegate(NIPS["bidang"], "U4", date(2025, 8, 1), is_given=False)
    assert rater_of(settled, "orphaned") == "REG-322"
    assert refused(careers.delegate, NIPS["clerk"], "U2", MOVE, is_given=False) == "REG-386"
    assert refused(careers.delegate, NIPS["clerk"], "U9", MOVE) == "USE-103"


def test_a_rater_who_changed_is_clarified_with(planned):
    careers = planned.desk.register.careers
    careers.change(request(planned, CareerChange.NEW_RATER, "clerk", rater_id=key(planned, "head"), unit="U1"))
    assert [hint.code for hint in careers.timeline(NIPS["clerk"], 2025).hints] == ["V-45"]
    on_day = planned.desk.register.blocking.list(date(2025, 12, 1))
    assert [(one.person.nip, [hint.code for hint in one.hints]) for one in on_day.follow_ups] == [
        (NIPS["clerk"], ["V-45"])
    ]
    careers.clarify([NIPS["clerk"]], date(2025, 5, 5))
    assert careers.timeline(NIPS["clerk"], 2025).hints == ()
    assert refused(careers.clarify, [NIPS["resting"]], MOVE) == "REG-347"


def test_a_day_that_was_guessed_is_put_right(settled):
    rows = [list(row) for row in STAFF]
    rows[3][13] = "U3"
    outcome = settled.desk.register.import_staff(settled.staff_file(rows))
    assert [remark.code for remark in outcome.remarks if remark.code == "REG-362"] == ["REG-362"]
    found = settled.desk.register.blocking.list()
    (guess,) = found.estimated
    settled.desk.register.careers.correct_day(guess.entry_id, MOVE)
    posts = [
        (entry.since, entry.until)
        for entry in settled.desk.register.careers.timeline(NIPS["clerk"], 2025).entries
        if entry.kind is EntryKind.POST
    ]
    assert posts == [(None, date(2025, 4, 30)), (MOVE, None)]
    assert settled.desk.register.blocking.list().estimated == ()
    assert refused(settled.desk.register.careers.correct_day, "none", MOVE) == "REG-385"


def test_a_newer_file_writes_history_and_a_second_import_changes_nothing(settled):
    rows = [list(row) for row in STAFF]
    rows[2][9] = "III/d"
    rows[6][7] = "Aktif"
    first = settled.desk.register.import_staff(settled.staff_file(rows))
    assert (first.counts.changed, first.counts.same) == (2, 5)
    again = settled.desk.register.import_staff(settled.staff_file(rows))
    assert (again.counts.same, again.changes.change_set_id) == (7, "")
    states = [
        entry.status
        for entry in settled.desk.register.careers.timeline(NIPS["resting"], 2026).entries
        if entry.kind is EntryKind.STATUS
    ]
    assert states == [LegalStatus.UNPAID_LEAVE, LegalStatus.ACTIVE]


def test_a_file_older_than_the_register_does_not_bring_the_old_head_back(settled):
    careers = settled.desk.register.careers
    careers.change(
        request(settled, CareerChange.MOVE, "bidang", unit="U4", position_title="KEPALA SEKSI", leads_unit=True)
    )
    assert rater_of(settled, "nurse") == "REG-322"
    outcome = settled.desk.register.import_units(settled.units_file(UNITS))
    assert "REG-365" in [remark.code for remark in outcome.remarks]
    assert rater_of(settled, "nurse") == "REG-322"


def test_twins_are_found_merged_with_everything_that_is_theirs_and_taken_apart_again(closed):
    rows = [*STAFF, staff_row("P8", TWIN, "Sari Puspita", "4", "PENGELOLA DATA", "U2")]
    closed.desk.register.import_staff(closed.staff_file(rows))
    duplicates = closed.desk.register.duplicates
    (twins,) = duplicates.find()
    assert {twins.one.nip, twins.other.nip} == {NIPS["clerk"], TWIN}
    new, old = TWIN, NIPS["clerk"]
    shown = duplicates.preview(new, old)
    assert {"plan", "evaluation"} <= set(shown.moved)
    before = closed.desk.register.count(StaffQuery())
    done = duplicates.merge(new, old, "kontrak baru")
    assert closed.desk.register.count(StaffQuery()) == before - 1
    assert duplicates.find() == ()
    assert closed.desk.assessment.show(new, YEAR).evaluation.is_closed
    assert closed.desk.upkeep.check().is_sound
    closed.desk.upkeep.undo(done.changes.change_set_id)
    assert closed.desk.register.show(old).person.nip == old
    assert closed.desk.assessment.show(old, YEAR).evaluation.is_closed


def test_a_merge_that_would_lose_something_is_refused(closed):
    duplicates = closed.desk.register.duplicates
    assert refused(duplicates.merge, NIPS["clerk"], NIPS["nurse"], "uji") == "REG-382"
    assert refused(duplicates.merge, NIPS["clerk"], NIPS["clerk"], "uji") == "REG-381"
    assert refused(duplicates.merge, NIPS["clerk"], NIPS["resting"], " ") == "REG-384"
    assert refused(duplicates.merge, NIPS["clerk"], "0", "uji") == "USE-102"


def test_two_plans_for_the_same_days_are_not_merged(planned):
    rows = [*STAFF, staff_row("P8", TWIN, "Sari Puspita", "4", "PENGELOLA DATA", "U2")]
    planned.desk.register.import_staff(planned.staff_file(rows))
    planned.desk.planning.import_plans(planned.plans_file(plan_rows(TWIN)))
    assert refused(planned.desk.register.duplicates.merge, NIPS["clerk"], TWIN, "uji") == "REG-383"


def test_two_people_of_one_name_are_kept_apart(settled):
    rows = [*STAFF, staff_row("P8", TWIN, "Sari Puspita", "4", "PENGELOLA DATA", "U2")]
    settled.desk.register.import_staff(settled.staff_file(rows))
    duplicates = settled.desk.register.duplicates
    assert len(duplicates.find()) == 1
    duplicates.keep_apart(NIPS["clerk"], TWIN, "kembar nama, dua KTP")
    assert duplicates.find() == ()
    assert refused(duplicates.keep_apart, NIPS["clerk"], NIPS["clerk"], "uji") == "REG-381"
