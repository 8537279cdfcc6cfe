"""One field of many records: every row has its fate, the good ones are one change set, and undo takes it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
import small_office
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.lines import RatingQuery, StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import PlanState
from meritdesk.services.assessment.entering import RatingEntry, RatingField
from meritdesk.services.bulk import BulkFate, BulkLine, CopyOf, Replacing, field_named, replaced, wanted_text
from meritdesk.services.planning.bulk import PlanField
from meritdesk.services.register.bulk import StaffField

N = small_office.NIPS
YEAR = parse_period("2025")
DAY = date(2025, 7, 1)


def fates(outcome):
    return [row.fate for row in outcome.rows]


def codes(outcome):
    return [row.code for row in outcome.rows]


# --- what a line asks for ---------------------------------------------------------------------------------


@given(st.text(max_size=20), st.text(max_size=4), st.text(max_size=4))
def test_replacing_leaves_everything_else_as_it_stands(text, find, by):
    after = replaced(text, find, by)
    if not find or find.lower() not in text.lower():
        assert after == text
    if find and find == find.lower() and text == text.lower() and len(text) == len(text.lower()):
        assert after == text.replace(find, by)


def test_a_value_is_a_text_a_replacement_or_another_field():
    other = {"A": "alfa"}.__getitem__
    assert wanted_text(" x ", "lama", other) == "x"
    assert wanted_text(Replacing("LAMA", "baru"), "yang lama", other) == "yang baru"
    assert wanted_text(CopyOf("A"), "lama", other) == "alfa"
    with pytest.raises(UsageRefusal, match="UI-334"):
        wanted_text("x" * 2001, "", other)


def test_a_field_is_found_however_it_is_written():
    assert field_named(" back title ", StaffField) is StaffField.BACK_TITLE
    with pytest.raises(UsageRefusal, match="UI-336"):
        field_named("gaji", StaffField)


# --- the register -----------------------------------------------------------------------------------------


def staff(desk):
    return {line.nip: line for line in desk.register.staff(StaffQuery(limit=50))}


def test_fields_of_people_change_in_one_step_that_undo_takes_back(planned):
    desk = planned.desk
    before = staff(desk)
    lines = [
        BulkLine(N["nurse"], "BACK_TITLE", "S.Kep., Ners"),
        BulkLine(N["clerk"], "GRADE", "III/d"),
        BulkLine(N["pharmacist"], "UNIT", "Bidang Pelayanan"),
        BulkLine(N["clerk"], "POST", Replacing("pengelola", "PENELAAH")),
        BulkLine(N["nurse"], "UNIT", "U2"),
    ]
    looked = desk.register.bulk.set(lines, DAY, "SK 12", dry_run=True)
    assert fates(looked) == [BulkFate.CHANGED] * 4 + [BulkFate.SAME]
    assert (looked.rows[3].before, looked.rows[3].after) == ("PENGELOLA DATA", "PENELAAH DATA")
    assert staff(desk) == before and not looked.changes.change_set_id
    done = desk.register.bulk.set(lines, DAY, "SK 12")
    assert [replace(row, key="") for row in done.rows] == [replace(row, key="") for row in looked.rows]
    after = staff(desk)
    assert after[N["nurse"]].name.endswith("S.Kep., Ners")
    assert after[N["pharmacist"]].unit_name == "Bidang Pelayanan"
    assert after[N["clerk"]].position == "PENELAAH DATA"
    assert desk.register.show(N["clerk"]).person.grade == "III/d"
    desk.upkeep.undo(done.changes.change_set_id)
    assert staff(desk) == before


def test_many_changes_come_to_the_same_as_the_wizard_one_by_one(planned):
    desk = planned.desk
    person = {who: desk.register.show(nip).person for who, nip in N.items()}
    units = {unit.source_id: unit.unit_id for unit in desk.register.units()}
    wanted = [
        ("bidang", "UNIT", "U1", CareerChange.MOVE, {"unit_id": units["U1"]}),
        ("nurse", "UNIT", "U3", CareerChange.MOVE, {"unit_id": units["U3"]}),
        (
            "nurse",
            "POST",
            "PERAWAT UTAMA",
            CareerChange.MOVE,
            {"unit_id": units["U3"], "position_title": "PERAWAT UTAMA"},
        ),
        ("clerk", "LEGAL_STATUS", "STUDY_LEAVE", CareerChange.STUDY_START, {}),
        ("clerk", "GRADE", "IV/a", CareerChange.GRADE, {"grade": "IV/a"}),
        ("pharmacist", "RATER", N["head"], CareerChange.NEW_RATER, {"rater_id": person["head"].person_id}),
    ]

    def state():
        plans = {
            nip: [
                (plan.starts, plan.ends, plan.state, len(plan.results))
                for plan in desk.planning.editor.open(nip, 2025).others
            ]
            for nip in (N["nurse"], N["clerk"])
        }
        cards = [desk.register.show(nip) for nip in N.values()]
        return [(card.person, card.line) for card in cards], plans

    before = state()
    many = desk.register.bulk.set([BulkLine(N[who], what, value) for who, what, value, _, _ in wanted], DAY, "SK")
    assert codes(many) == [""] * len(wanted)
    at_once = state()
    desk.upkeep.undo(many.changes.change_set_id)
    assert state() == before
    for who, _, _, change, more in wanted:
        desk.register.careers.change(ChangeRequest(change, person[who].person_id, DAY, note="SK", **more))
    assert state() == at_once != before


def test_what_cannot_be_done_is_refused_by_name_and_the_rest_is_done(planned):
    desk = planned.desk
    outcome = desk.register.bulk.set(
        [
            BulkLine("198001012005011999", "GRADE", "III/d"),
            BulkLine(N["nurse"], "GAJI", "1"),
            BulkLine(N["nurse"], "NAME", ""),
            BulkLine(N["nurse"], "UNIT", "Dinas Angkasa"),
            BulkLine(N["nurse"], "LEGAL_STATUS", "Berhenti"),
            BulkLine(N["nurse"], "RATER", N["nurse"]),
            BulkLine(N["clerk"], "LEGAL_STATUS", "Tugas belajar"),
        ],
        DAY,
    )
    assert codes(outcome) == ["USE-102", "UI-336", "UI-338", "USE-103", "UI-339", "REG-375", ""]
    assert Counter(fates(outcome)) == {BulkFate.REFUSED: 6, BulkFate.CHANGED: 1}
    assert outcome.changes.change_set_id
    assert len(outcome.refused) == outcome.count(BulkFate.REFUSED) == 6


def test_a_whole_table_is_read_and_a_row_without_a_field_is_refused(planned, tmp_path):
    desk = planned.desk
    good = tmp_path / "ubah.csv"
    good.write_text(
        f"NIP;KOLOM;ISI\n{N['nurse']};EDUCATION;S1 Keperawatan\n{N['clerk']};back title;\n", encoding="utf-8"
    )
    outcome = desk.register.bulk.set_from(good, DAY)
    assert fates(outcome) == [BulkFate.CHANGED] * 2
    assert desk.register.show(N["nurse"]).person.education == "S1 Keperawatan"
    bad = tmp_path / "salah.csv"
    bad.write_text(f"{N['nurse']}\n{N['clerk']}\n", encoding="utf-8")
    with pytest.raises(FileRefusal, match="UI-337"):
        desk.register.bulk.set_from(bad, DAY)


# --- plans ------------------------------------------------------------------------------------------------


def plan_of(desk, nip):
    return desk.planning.show(nip, 2025).plan


def test_plans_are_signed_at_once_and_drafts_reworded(planned):
    desk = planned.desk
    lines = [BulkLine(N[who], "RATEE_SIGNED_ON", "02-01-2025") for who in ("nurse", "clerk")]
    outcome = desk.planning.bulk.set(2025, lines)
    assert fates(outcome) == [BulkFate.CHANGED] * 2
    assert {plan_of(desk, N[who]).ratee_signed_on for who in ("nurse", "clerk")} == {date(2025, 1, 2)}
    assert fates(desk.planning.bulk.set(2025, lines)) == [BulkFate.SAME] * 2
    desk.planning.editor.revise(plan_of(desk, N["nurse"]).plan_id, "kata")
    word = plan_of(desk, N["nurse"]).results[0].text.split()[0]
    reworded = desk.planning.bulk.set(
        2025, [BulkLine(N[who], "WORDING", Replacing(word, "Terwujudnya")) for who in ("nurse", "clerk")]
    )
    assert reworded.rows[0].fate is BulkFate.CHANGED
    assert "Terwujudnya" in reworded.rows[0].after
    assert plan_of(desk, N["nurse"]).results[0].text.startswith("Terwujudnya")
    assert codes(reworded)[1] in ("PLN-492", "")
    fixed = desk.planning.bulk.set(2025, [BulkLine(N["nurse"], "FIXED_ON", "3 Februari 2025")])
    assert (fates(fixed), plan_of(desk, N["nurse"]).state) == ([BulkFate.CHANGED], PlanState.FIXED)
    desk.upkeep.undo(fixed.changes.change_set_id)
    assert plan_of(desk, N["nurse"]).state is PlanState.DRAFT


def test_plans_of_a_closed_year_and_lines_without_sense_are_refused_by_name(closed):
    desk = closed.desk
    outcome = desk.planning.bulk.set(
        2025,
        [
            BulkLine(N["nurse"], "FIXED_ON", "02-01-2025"),
            BulkLine(N["nurse"], "RATER_SIGNED_ON", "kemarin"),
            BulkLine(N["nurse"], "RATER_SIGNED_ON", "02-01-2099"),
            BulkLine(N["resting"], "RATER_SIGNED_ON", "02-01-2025"),
            BulkLine("0", "FIXED_ON", "02-01-2025"),
        ],
    )
    assert codes(outcome) == ["PLN-105", "PLN-491", "PLN-213", "PLN-101", "USE-102"]
    assert not outcome.changes.change_set_id
    assert codes(desk.planning.bulk.set(2025, [BulkLine(N["nurse"], "WORDING", "semua baru")])) == ["PLN-105"]
    assert set(PlanField) >= {PlanField.WORDING}


# --- actuals and ratings ----------------------------------------------------------------------------------


def test_actuals_are_written_by_the_number_of_the_indicator_and_copied_from_another_period(planned):
    desk = planned.desk
    quarter = parse_period("2025-TW1")
    first = desk.execution.bulk.set(quarter, [BulkLine(N["nurse"], "1.1", "banyak sekali"), BulkLine("0", "1.1", "1")])
    assert codes(first)[1] == "USE-102"
    year = desk.execution.bulk.set(YEAR, [BulkLine(N["nurse"], "1.1", CopyOf("2025"))], dry_run=True)
    assert fates(year) == [BulkFate.SAME]
    whole = year.rows[0].before
    copied = desk.execution.bulk.set(quarter, [BulkLine(N["nurse"], "1.1", CopyOf("2025"))])
    assert copied.rows[0].after == whole
    again = desk.execution.bulk.set(quarter, [BulkLine(N["nurse"], "1.1", CopyOf("2025"))])
    assert fates(again) == [BulkFate.SAME]
    assert codes(desk.execution.bulk.set(quarter, [BulkLine(N["nurse"], "9.9", "1")])) == ["UI-336"]


def test_actuals_of_a_closed_evaluation_are_refused(closed):
    outcome = closed.desk.execution.bulk.set(YEAR, [BulkLine(N["nurse"], "1.1", "1")])
    assert codes(outcome) == ["ASM-120"]


def ratings(desk):
    lines = desk.assessment.grid(RatingQuery(period="2025", year=2025, limit=50))
    return {line.nip: (line.result_rating, line.behaviour_rating, line.reason) for line in lines}


def test_ratings_are_entered_in_one_step_whatever_part_is_named(planned):
    desk = planned.desk
    before = ratings(desk)
    lines = [
        BulkLine(N["nurse"], "RESULT", "di bawah"),
        BulkLine(N["nurse"], "REASON", "Target utama tidak tercapai"),
        BulkLine(N["clerk"], "BEHAVIOUR", CopyOf("RESULT")),
        BulkLine(N["clerk"], "RESULT", "bagus"),
        BulkLine(N["clerk"], "NOTE", "x" * 2001),
        BulkLine("0", "RESULT", "A"),
        BulkLine(N["clerk"], "PREDIKAT", "A"),
    ]
    outcome = desk.assessment.ratings.set_lines(YEAR, lines)
    assert codes(outcome) == ["", "", "", "UI-721", "UI-334", "USE-102", "UI-336"]
    after = ratings(desk)
    assert after[N["nurse"]][0] is Rating.BELOW
    assert after[N["nurse"]][2] == "Target utama tidak tercapai"
    assert after[N["clerk"]][1] is after[N["clerk"]][0] is before[N["clerk"]][0]
    desk.upkeep.undo(outcome.changes.change_set_id)
    assert ratings(desk) == before


def test_ratings_of_closed_evaluations_are_refused_and_looking_writes_nothing(closed):
    desk = closed.desk
    person = desk.register.show(N["nurse"]).person.person_id
    outcome = desk.assessment.ratings.set(YEAR, [RatingEntry(person, RatingField.RESULT, None)])
    assert codes(outcome) == ["ASM-120"]
    assert codes(desk.assessment.ratings.set_lines(YEAR, [BulkLine(N["nurse"], "NOTE", "x")], dry_run=True)) == [
        "ASM-120"
    ]
