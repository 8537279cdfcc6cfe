"""The forms of execution through the desk: printed from what was recorded, refused without it, replaced later."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date

import pypdfium2
import pytest
from small_office import NIPS, STAFF, YEAR, actual_rows, plan_rows

from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.documents import Finding, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.feedback import FeedbackGiver, FeedbackMark
from meritdesk.core.form_choice import FormOverride
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.feedback import FeedbackDraft
from meritdesk.services.execution.grid import CellEntry, GridQuery
from meritdesk.services.print_job import Selection

NURSE = Selection(nip=NIPS["nurse"])
Q1, Q4 = parse_period("2025-TW1"), parse_period("2025-TW4")


@contextmanager
def refused(code: str):
    with pytest.raises(UsageRefusal) as caught:
        yield
    assert caught.value.code == code


@pytest.fixture
def nurse(settled):
    """The desk with the nurse's plan, and her id."""
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    return settled, settled.desk, settled.desk.register.show(NIPS["nurse"]).person.person_id


def say(desk, person_id, text, day=date(2025, 2, 3), **more):
    about = {"result_number": 1} if "behaviour" not in more else {}
    giver = more.pop("giver", FeedbackGiver.LEADER)
    draft = FeedbackDraft(day, giver, text, FeedbackMark.POSITIVE, **about, **more)
    return desk.execution.feedback.add(person_id, draft).entry


def text_of(path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


def printed(desk, form, period, folder):
    outcome = desk.documents.print(form, period, NURSE, folder)
    assert outcome.sheets == 1
    return folder / outcome.file.path


@pytest.mark.parametrize(
    ("form", "code"),
    [(Form.B_1_1, "DOC-520"), (Form.B_1_2, "DOC-521"), (Form.B_1_5, "DOC-522")],
)
def test_nothing_recorded_is_no_paper_but_a_reason(nurse, tmp_path, form, code):
    _, desk, _ = nurse
    with refused(code):
        desk.documents.print(form, Q1, NURSE, tmp_path)
    with refused(code):
        desk.documents.preview(form, Q1, NIPS["nurse"])
    everybody = desk.documents.print(form, Q1, Selection(), tmp_path)
    assert everybody.sheets == 0 and everybody.file is None
    if form is Form.B_1_1:
        assert everybody.other_form >= 1, "an action plan is made where it is needed, so nobody lacks one"
    assert {one.code for one in everybody.blocked} == {"ASM-102"} | ({code} if form is not Form.B_1_1 else set())
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_plan_nothing_is_printed(settled, tmp_path):
    for form in (Form.B_1_1, Form.B_1_2, Form.B_1_3, Form.B_1_4, Form.B_1_5):
        with refused("ASM-102"):
            settled.desk.documents.print(form, Q1, NURSE, tmp_path)


def test_an_action_plan_is_printed_for_the_year_and_replaced_when_a_step_changes(nurse, tmp_path):
    _, desk, person_id = nurse
    plan = desk.execution.action_plan
    plan.set_steps(person_id, 2025, 1, [("Menyusun jadwal", date(2025, 2, 28)), ("Melaksanakan", None)])
    path = printed(desk, Form.B_1_1, Q1, tmp_path)
    text = text_of(path)
    assert "1. Menyusun jadwal (paling lambat 28 Februari 2025) 2. Melaksanakan" in text
    assert "1 JANUARI SD 31 DESEMBER TAHUN 2025" in text and "Endang Lestari, S.Kes" in text
    assert "-2025-2" in path.name, "an action plan hangs on the year, whatever period was asked for"
    assert desk.documents.verify(path).finding is Finding.CURRENT
    plan.document(person_id, 1, date(2025, 2, 27), "Jadwal disahkan", 1)
    assert desk.documents.verify(path).finding is Finding.CURRENT, "B.1.1 shows nothing of the documentation"
    plan.set_steps(person_id, 2025, 1, [("Menyusun jadwal baru", None)])
    assert desk.documents.verify(path).finding is Finding.REPLACED
    again = printed(desk, Form.B_1_1, YEAR, tmp_path)
    assert desk.documents.verify(again).finding is Finding.CURRENT
    old, new = (desk.documents.around.press.read_marks(one).marks[0] for one in (path, again))
    assert (desk.documents.resolve(old).finding, desk.documents.resolve(new).finding) == (
        Finding.REPLACED,
        Finding.CURRENT,
    )
    numbers = {line.number for line in desk.documents.lines()}
    assert len(numbers) == 1 and next(iter(numbers)).startswith("B.1.1/")


def test_documentation_names_day_and_evidence_and_is_replaced_by_a_further_line(nurse, tmp_path):
    _, desk, person_id = nurse
    plan = desk.execution.action_plan
    plan.set_steps(person_id, 2025, 1, [("Menyusun jadwal", None)])
    line, _ = plan.document(person_id, 1, date(2025, 2, 27), "Jadwal disahkan", 1, "Surat jadwal")
    place = Place(person_id, EvidenceOwner.DOCUMENTATION, line.documentation_id)
    desk.execution.evidence.add_content(place, "jadwal.txt", b"jadwal", title="Pindaian jadwal")
    path = printed(desk, Form.B_1_2, YEAR, tmp_path)
    assert "1. 27 Februari 2025: Jadwal disahkan (bukti dukung: Surat jadwal; Pindaian jadwal)" in text_of(path)
    assert desk.documents.verify(path).finding is Finding.CURRENT
    plan.document(person_id, 2, date(2025, 3, 3), "Layanan dimulai")
    assert desk.documents.verify(path).finding is Finding.REPLACED


def test_a_record_of_feedback_shows_its_own_period_and_the_year_shows_all(nurse, tmp_path):
    _, desk, person_id = nurse
    say(desk, person_id, "Layanan lancar.", giver_name="Endang Lestari", evidence="Laporan triwulan")
    say(desk, person_id, "Antrean pendek.", date(2025, 11, 3), giver=FeedbackGiver.OTHER, giver_name="Lurah")
    say(desk, person_id, "Ramah.", date(2025, 11, 4), giver=FeedbackGiver.PEER, behaviour=BehaviourValue.SERVICE)
    texts = {period.code: text_of(printed(desk, Form.B_1_5, period, tmp_path / period.code)) for period in (Q1, Q4)}
    year = text_of(printed(desk, Form.B_1_5, YEAR, tmp_path / "year"))
    first = "Pimpinan (Endang Lestari): Layanan lancar. (bukti dukung: Laporan triwulan)"
    others = ("Stakeholder terkait (Lurah): Antrean pendek.", "Rekan kerja setingkat: Ramah.")
    assert first in texts[Q1.code] and not any(one in texts[Q1.code] for one in others)
    assert first not in texts[Q4.code] and all(one in texts[Q4.code] for one in others)
    assert all(one in year for one in (first, *others))
    assert "1 JANUARI SD 31 MARET TAHUN 2025" in texts[Q1.code]
    with refused("DOC-522"):
        desk.documents.print(Form.B_1_5, parse_period("2025-TW2"), NURSE, tmp_path)


def test_new_words_or_a_new_actual_replace_a_record_of_their_period_only(nurse, tmp_path):
    _, desk, person_id = nurse
    say(desk, person_id, "Layanan lancar.")
    first = printed(desk, Form.B_1_5, Q1, tmp_path)
    say(desk, person_id, "Antrean pendek.", date(2025, 11, 3))
    assert desk.documents.verify(first).finding is Finding.CURRENT
    indicator = desk.execution.grid.lines(GridQuery(2025, person_ids=(person_id,))).lines[0].indicator
    desk.execution.grid.set([CellEntry(person_id, indicator.indicator_id, Q1, "84 %")])
    assert desk.documents.verify(first).finding is Finding.REPLACED
    second = printed(desk, Form.B_1_5, Q1, tmp_path)
    assert "84 %" in text_of(second) and desk.documents.verify(second).finding is Finding.CURRENT
    place = Place(person_id, EvidenceOwner.ACTUAL, indicator.indicator_id, Q1)
    desk.execution.evidence.add_content(place, "laporan.txt", b"laporan", title="Laporan TW I")
    assert desk.documents.verify(second).finding is Finding.REPLACED
    assert "(bukti dukung: Laporan TW I)" in text_of(printed(desk, Form.B_1_5, Q1, tmp_path))


def test_withdrawn_feedback_is_on_no_further_sheet(nurse, tmp_path):
    _, desk, person_id = nurse
    kept, taken = say(desk, person_id, "Layanan lancar."), say(desk, person_id, "Keliru orang.")
    path = printed(desk, Form.B_1_5, Q1, tmp_path)
    desk.execution.feedback.withdraw(taken.entry_id, "orang lain")
    assert desk.documents.verify(path).finding is Finding.REPLACED
    text = text_of(printed(desk, Form.B_1_5, Q1, tmp_path))
    assert kept.text in text and taken.text not in text


def test_an_unfixed_plan_prints_its_records_as_drafts(nurse, tmp_path):
    _, desk, person_id = nurse
    opened = desk.planning.editor.open(NIPS["nurse"], 2025)
    desk.execution.action_plan.set_steps(person_id, 2025, 1, [("Menyusun jadwal", None)])
    assert "DRAF" not in text_of(printed(desk, Form.B_1_1, YEAR, tmp_path))
    desk.planning.editor.revise(opened.plan.plan_id, "Perubahan prioritas")
    assert "DRAF" in text_of(printed(desk, Form.B_1_1, YEAR, tmp_path))


def test_job_class_and_approach_pick_the_record_of_feedback(settled, tmp_path):
    rows = [*plan_rows(NIPS["nurse"]), *plan_rows(NIPS["head"], is_leader=True)]
    settled.desk.planning.import_plans(settled.plans_file(rows))
    documents = settled.desk.documents
    assert documents.right_form(Form.B_1_5, NIPS["head"], 2025) is Form.B_1_4
    assert documents.right_form(Form.B_1_3, NIPS["nurse"], 2025) is Form.B_1_5
    assert documents.right_form(Form.B_1_1, NIPS["head"], 2025) is Form.B_1_1
    with pytest.raises(UsageRefusal) as caught:
        documents.print(Form.B_1_3, Q1, NURSE, tmp_path)
    assert (caught.value.code, caught.value.facts["right"]) == ("DOC-523", "B.1.5")


def test_another_record_of_feedback_than_the_plan_picks_needs_a_reason_and_shows_the_same_words(nurse, tmp_path):
    _, desk, person_id = nurse
    say(desk, person_id, "Layanan lancar.")
    print_as, narrative = desk.documents.print, FormOverride(Form.B_1_3, "Narasi diminta pimpinan")
    outcome = print_as(Form.B_1_5, Q1, NURSE, tmp_path, override=narrative)
    path = tmp_path / outcome.file.path
    text = text_of(path)
    assert "FORMAT B.1.3" in text and "Layanan lancar." in text and "Persentase layanan 1.1" in text
    assert desk.documents.verify(path).finding is Finding.CURRENT
    say(desk, person_id, "Antrean pendek.")
    assert desk.documents.verify(path).finding is Finding.REPLACED
    with refused("DOC-510"):
        print_as(Form.B_1_5, Q1, NURSE, tmp_path, override=FormOverride(Form.B_1_3, " "))
    with refused("DOC-512"):
        print_as(Form.B_1_5, Q1, NURSE, tmp_path, override=FormOverride(Form.B_1_4, "Diminta"))
    with refused("DOC-511"):
        print_as(Form.B_1_1, Q1, NURSE, tmp_path, override=FormOverride(Form.B_1_2, "Diminta"))


def test_the_record_of_the_year_ends_the_months_where_months_are_evaluated(nurse, tmp_path):
    _, desk, person_id = nurse
    say(desk, person_id, "Layanan lancar.")
    assert "IV-AKHIR*" in text_of(printed(desk, Form.B_1_5, YEAR, tmp_path / "a"))
    desk.assessment.windows.set_cycle(PeriodicCycle.MONTHLY, 10, 10)
    assert "PERIODE: AKHIR" in text_of(printed(desk, Form.B_1_5, YEAR, tmp_path / "b"))
    assert "PERIODE: BULAN FEBRUARI" in text_of(printed(desk, Form.B_1_5, parse_period("2025-02"), tmp_path / "c"))


def test_who_rated_stays_on_the_record_once_the_period_is_closed(closed, tmp_path):
    desk = closed.desk
    path = printed(desk, Form.B_1_5, YEAR, tmp_path)
    text = text_of(path)
    assert "Endang Lestari, S.Kes" in text and "Pimpinan: baik" in text
    rows = [list(row) for row in STAFF]
    rows[1][2] = "Endang Lestari Wibowo"
    desk.register.import_staff(closed.staff_file(rows))
    assert desk.documents.verify(path).finding is Finding.CURRENT
    assert "Wibowo" not in text_of(printed(desk, Form.B_1_5, YEAR, tmp_path))


def test_under_a_vacant_head_the_record_names_who_evaluates_and_the_action_plan_waits_for_a_rater(settled, tmp_path):
    desk, orphaned = settled.desk, Selection(nip=NIPS["orphaned"])
    desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["orphaned"])))
    desk.execution.import_actuals(settled.actuals_file(actual_rows(NIPS["orphaned"])))
    record = desk.documents.print(Form.B_1_5, YEAR, orphaned, tmp_path)
    assert "Bambang Sutrisno, S.Kes" in text_of(tmp_path / record.file.path)
    person_id = desk.register.show(NIPS["orphaned"]).person.person_id
    desk.execution.action_plan.set_steps(person_id, 2025, 1, [("Menyusun jadwal", None)])
    with pytest.raises(UsageRefusal) as caught:
        desk.documents.print(Form.B_1_1, YEAR, orphaned, tmp_path)
    assert caught.value.code.startswith("REG-")


def test_the_agency_is_printed_in_one_file_and_others_are_counted(closed, tmp_path):
    outcome = closed.desk.documents.print(Form.B_1_5, YEAR, Selection(), tmp_path)
    assert outcome.sheets >= 4 and outcome.other_form == 1
    assert closed.desk.documents.verify(tmp_path / outcome.file.path).finding is Finding.CURRENT
