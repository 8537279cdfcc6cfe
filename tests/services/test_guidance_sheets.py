"""Records of guidance on paper: one sheet a record, the people of its day, and confidential ones for their readers."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from small_office import NIPS, YEAR

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.confidential import BehaviourProblem, Counselling
from meritdesk.core.documents import Finding, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.feedback import FeedbackGiver, FeedbackMark
from meritdesk.core.guidance import (
    Coaching,
    CoachingGoal,
    CoachingStep,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    Mentoring,
    MentoringMeeting,
    Training,
)
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.services.documents import Documents
from meritdesk.services.execution.feedback import FeedbackDraft
from meritdesk.services.execution.guidance import GuidanceDraft
from meritdesk.services.print_job import Selection

DAY = date(2025, 10, 14)
COACHING = Coaching((CoachingGoal("Persentase layanan"),), (), "Bersama kader", (CoachingStep("x", "y", True),))
BODIES = {
    Form.B_1_6: COACHING,
    Form.B_1_7: Mentoring((), (MentoringMeeting("3 Maret, ruang rapat", "Bahan Mentoring"),)),
    Form.B_1_8: GuidanceFeedback("Saya didengarkan", "", ""),
    Form.B_1_9: CompetencyEvaluation((CompetencyScore(4, "Jujur", Competency.INTEGRITY),)),
}
NURSE = Selection(nip=NIPS["nurse"])


@contextmanager
def refused(code: str):
    with pytest.raises(UsageRefusal) as caught:
        yield
    assert caught.value.code == code


def person_id(office, who: str = "nurse") -> str:
    return office.desk.register.show(NIPS[who]).person.person_id


def add(office, body, day: date = DAY, who: str = "nurse") -> str:
    draft = GuidanceDraft(day, body, guide_name="Endang Lestari")
    return office.desk.execution.guidance.add(person_id(office, who), draft).record.record_id


def report(office, readers=(), who: str = "nurse", problem: str = "Terlambat berulang kali") -> str:
    body = BehaviourProblem(problem, "Hadir tepat waktu", False, "Dua kali pembicaraan")
    return office.desk.execution.confidential.add(person_id(office, who), DAY, body, readers).record.record_id


def text_of(data) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.mark.parametrize("form", BODIES)
def test_each_record_prints_on_its_own_form_and_is_found_again(form, settled, tmp_path):
    add(settled, BODIES[form])
    documents = settled.desk.documents
    outcome = documents.print(form, YEAR, NURSE, tmp_path)
    assert outcome.sheets == 1 and not outcome.blocked
    text = text_of(outcome.file.path)
    assert f"FORMAT {form.value}" in text and "14 Oktober 2025" in text
    assert documents.verify(tmp_path / outcome.file.path).finding is Finding.CURRENT
    line, agency = documents.lines()[0], documents.around.store.agency.code
    assert (line.nip, line.number) == (NIPS["nurse"], f"{form.value}/{agency}/2025/000001")


@pytest.mark.parametrize("form", [*BODIES, Form.B_1_10])
def test_who_has_no_such_record_gets_no_sheet(form, settled, tmp_path):
    add(settled, Training("Pelatihan"))
    settled.desk.execution.confidential.add(person_id(settled), DAY, Counselling("Konselor"))
    with refused("DOC-537" if form is Form.B_1_10 else "DOC-536"):
        settled.desk.documents.print(form, YEAR, NURSE, tmp_path)
    with refused("DOC-537" if form is Form.B_1_10 else "DOC-536"):
        settled.desk.documents.preview(form, YEAR, NIPS["nurse"])
    assert not list(tmp_path.glob("*.pdf"))


def test_a_person_with_several_records_gets_all_of_them_or_the_chosen_one(settled, tmp_path):
    first, second = add(settled, COACHING, date(2025, 3, 3)), add(settled, COACHING)
    add(settled, COACHING, date(2024, 3, 3))
    documents = settled.desk.documents
    assert documents.print(Form.B_1_6, YEAR, NURSE, tmp_path).sheets == 2
    again = documents.print(Form.B_1_6, parse_period("2025-TW1"), replace(NURSE, record_id=second), tmp_path)
    assert again.sheets == 1 and "14 Oktober 2025" in text_of(again.file.path)
    lines = documents.lines()
    assert len({line.number for line in lines}) == 2
    assert sorted(line.copy for line in lines) == [1, 1, 2]
    assert text_of(documents.preview(Form.B_1_6, YEAR, NIPS["nurse"], None, first)).count("3 Maret 2025") == 1
    with refused("DOC-535"):
        documents.print(Form.B_1_6, YEAR, replace(NURSE, record_id="tidak-ada"), tmp_path)


def test_a_print_of_everybody_takes_who_has_records_and_blames_nobody(settled, tmp_path):
    add(settled, COACHING)
    add(settled, COACHING, who="clerk")
    outcome = settled.desk.documents.print(Form.B_1_6, YEAR, Selection(), tmp_path)
    assert (outcome.sheets, outcome.blocked) == (2, ())
    assert settled.desk.documents.print(Form.B_1_7, YEAR, Selection(), tmp_path).sheets == 0


def test_a_record_that_was_put_right_replaces_its_paper_by_a_new_version(settled, tmp_path):
    record = add(settled, COACHING)
    documents = settled.desk.documents
    before = documents.print(Form.B_1_6, YEAR, NURSE, tmp_path)
    draft = GuidanceDraft(DAY, replace(COACHING, opportunity="Bersama bidan"), guide_name="Endang Lestari")
    settled.desk.execution.guidance.amend(record, draft)
    assert documents.verify(tmp_path / before.file.path).finding is Finding.REPLACED
    documents.print(Form.B_1_6, YEAR, NURSE, tmp_path)
    assert sorted((line.version, line.copy) for line in documents.lines()) == [(1, 1), (2, 2)]


def test_a_record_names_the_people_of_its_day_for_good(settled, tmp_path):
    add(settled, COACHING, who="clerk")
    clerk = Selection(nip=NIPS["clerk"])
    before = settled.desk.documents.print(Form.B_1_6, YEAR, clerk, tmp_path)
    head = settled.desk.register.show(NIPS["head"]).person
    move = ChangeRequest(
        CareerChange.MOVE, person_id(settled, "clerk"), date(2025, 12, 1), head.unit_id, position_title="ANALIS"
    )
    settled.desk.register.careers.change(move)
    assert settled.desk.register.show(NIPS["clerk"]).person.unit_id == head.unit_id
    assert settled.desk.documents.verify(tmp_path / before.file.path).finding is Finding.CURRENT
    again = text_of(settled.desk.documents.print(Form.B_1_6, YEAR, clerk, tmp_path).file.path)
    assert "PENGELOLA DATA" in again and "KEPALA BIDANG PELAYANAN" in again and "ANALIS" not in again


def test_who_has_no_rater_is_listed_and_not_printed_with_a_blank(settled, tmp_path):
    add(settled, COACHING, who="orphaned")
    outcome = settled.desk.documents.print(Form.B_1_6, YEAR, Selection(), tmp_path)
    assert outcome.sheets == 0
    assert [one.nip for one in outcome.blocked] == [NIPS["orphaned"]]


# --- B.1.10 -----------------------------------------------------------------------------------------------------------


def test_a_reader_prints_a_report_and_every_look_at_it_is_written_down(settled, tmp_path):
    record = report(settled)
    documents = settled.desk.documents
    data = documents.preview(Form.B_1_10, YEAR, NIPS["nurse"])
    assert "Terlambat berulang kali" in text_of(data)
    outcome = documents.print(Form.B_1_10, YEAR, NURSE, tmp_path)
    assert documents.verify(tmp_path / outcome.file.path).finding is Finding.DRAFT
    openings = settled.desk.execution.confidential.open(record).openings
    assert len(openings) == 3
    assert {one.opened_by for one in openings} == {settled.desk.documents.around.actor.name}


def test_neither_file_name_nor_register_tells_whom_a_report_is_about(settled, tmp_path):
    report(settled)
    outcome = settled.desk.documents.print(Form.B_1_10, YEAR, NURSE, tmp_path)
    name = (tmp_path / outcome.file.path).name
    assert name.startswith("RAHASIA-") and "B.1.10" not in name and NIPS["nurse"] not in name
    line = settled.desk.documents.lines()[0]
    assert (line.nip, line.name) == ("", "")
    assert settled.desk.documents.count(NIPS["nurse"]) == 0


def test_a_report_that_cannot_go_to_the_hr_unit_yet_is_a_draft(settled, tmp_path):
    report(settled)
    assert "DRAF" in text_of(settled.desk.documents.print(Form.B_1_10, YEAR, NURSE, tmp_path).file.path)
    entry = settled.desk.execution.feedback.add(
        person_id(settled),
        FeedbackDraft(
            date(2025, 9, 1), FeedbackGiver.LEADER, "Terlambat", FeedbackMark.NEGATIVE, behaviour=BehaviourValue.LOYAL
        ),
    ).entry
    body = BehaviourProblem(
        "Terlambat", told_on=date(2025, 9, 2), told_how="Lisan", feedback_ids=(entry.entry_id,), others_too=False
    )
    done = settled.desk.execution.confidential.add(person_id(settled), DAY, body).record.record_id
    final = settled.desk.documents.print(Form.B_1_10, YEAR, replace(NURSE, record_id=done), tmp_path)
    assert "DRAF" not in text_of(final.file.path)


def test_whoever_is_no_reader_learns_nothing_alone_and_is_told_once_in_a_print_of_all(settled, tmp_path):
    record = report(settled)
    report(settled, who="clerk")
    readable = report(settled, ["orang lain"], who="pharmacist", problem="Boleh dibaca")
    around = settled.desk.documents.around
    documents = Documents(replace(around, actor=replace(around.actor, name="Orang Lain")))
    with refused("DOC-537"):
        documents.preview(Form.B_1_10, YEAR, NIPS["nurse"])
    with refused("DOC-537"):
        documents.print(Form.B_1_10, YEAR, NURSE, tmp_path)
    outcome = documents.print(Form.B_1_10, YEAR, Selection(), tmp_path)
    assert outcome.sheets == 1 and "Boleh dibaca" in text_of(outcome.file.path)
    assert [(one.nip, one.name, one.code) for one in outcome.blocked] == [("", "", "DOC-538")]
    openings = settled.desk.execution.confidential
    assert len(openings.open(record).openings) == 1
    assert len(openings.open(readable).openings) == 2
