"""Every sheet is in the register, can be printed again under its number, and can be told from a false one."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from small_office import NIPS, STAFF, UNITS, YEAR, plan_rows

from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.documents import Finding, Form, PaperSize, PaperStanding, PaperStyle
from meritdesk.core.errors import Cancelled, FileRefusal, UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Rating
from meritdesk.core.form_choice import FormOverride
from meritdesk.core.periods import parse_period
from meritdesk.services.print_job import Selection


def test_everybody_who_is_closed_is_printed_and_the_rest_is_listed(closed, tmp_path):
    outcome = closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path / "kertas")
    assert outcome.sheets == 5
    assert [one.nip for one in outcome.blocked] == [NIPS["orphaned"]]
    assert outcome.file is not None and outcome.file.pages >= 5
    assert closed.desk.documents.count() == 5
    assert len(list((tmp_path / "kertas").iterdir())) == 1
    assert NIPS["nurse"] not in outcome.file.path and "Joko" not in outcome.file.path


def test_a_second_print_keeps_the_number_and_counts_the_copy(closed, tmp_path):
    for _ in range(2):
        closed.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    lines = closed.desk.documents.lines()
    assert len({line.number for line in lines}) == 1
    assert sorted(line.copy for line in lines) == [1, 2]
    assert len(list(tmp_path.glob("D.1.1*.pdf"))) == 2


def test_a_printed_file_is_current_until_the_record_has_a_newer_version(planned, tmp_path):
    outcome = planned.desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    path = tmp_path / outcome.file.path
    assert planned.desk.documents.verify(path).finding is Finding.CURRENT
    planned.desk.planning.import_plans(planned.plans_file(changed_plan()))
    verified = planned.desk.documents.verify(path)
    assert verified.finding is Finding.REPLACED
    assert verified.documents[0].number == planned.desk.documents.lines()[0].number


def changed_plan():
    rows = plan_rows(NIPS["nurse"])
    return [replace(rows[0], text="Hasil yang dirumuskan lain"), *rows[1:]]


def test_the_plan_behind_a_closed_year_cannot_change(closed):
    outcome = closed.desk.planning.import_plans(closed.plans_file(changed_plan()))
    assert {fault.code for fault in outcome.refused} == {"PLN-105"}
    assert closed.desk.planning.import_plans(closed.plans_file(plan_rows(NIPS["nurse"]))).counts.refused == 0


def move_everybody_on(office):
    """The next year's staff file: the nurse has another post, rank and unit, her rater another name and rank."""
    rows = {row[0]: list(row) for row in STAFF}
    rows["P2"][2], rows["P2"][9] = "Endang Lestari Wibowo", "IV/b"
    rows["P3"][9], rows["P3"][12], rows["P3"][13] = "IV/a", "PERAWAT AHLI MADYA", "U3"
    units = [[cell.replace("Bidang Pelayanan", "Bidang Layanan Primer") for cell in row] for row in UNITS]
    office.desk.register.import_units(office.units_file(units))
    office.desk.register.import_staff(office.staff_file(list(rows.values())))


def text_of(path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("form", [Form.D_1_1, Form.C_1_3])
def test_who_was_appraised_stands_on_the_evaluation_for_good(closed, tmp_path, form):
    documents, selection = closed.desk.documents, Selection(nip=NIPS["nurse"])
    seen = documents.preview(form, YEAR, NIPS["nurse"])
    first = tmp_path / documents.print(form, YEAR, selection, tmp_path).file.path
    move_everybody_on(closed)
    again = tmp_path / documents.print(form, YEAR, selection, tmp_path).file.path
    assert documents.preview(form, YEAR, NIPS["nurse"]) == seen
    for path in (first, again):
        text = text_of(path)
        assert "PERAWAT AHLI MUDA" in text and "Bidang Pelayanan" in text and "Endang Lestari, S.Kes" in text
        assert not any(new in text for new in ("MADYA", "Farmasi", "Wibowo", "IV/", "Layanan Primer"))
        assert documents.verify(path).finding is Finding.CURRENT
    marks = [documents.around.press.read_marks(path).marks for path in (first, again)]
    assert [mark.replace(":C1:", ":C2:") for mark in marks[0]] == list(marks[1])


def test_a_closed_evaluation_names_ratee_rater_and_superior(closed):
    evaluation = closed.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    assert [(party.name, party.position, party.unit) for party in evaluation.parties] == [
        ("Joko Widagdo, S.Kes", "PERAWAT AHLI MUDA", "Bidang Pelayanan"),
        ("Endang Lestari, S.Kes", "KEPALA BIDANG PELAYANAN", "Bidang Pelayanan"),
        ("Bambang Sutrisno, S.Kes", "KEPALA DINAS KESEHATAN", "Dinas Kesehatan"),
    ]
    assert {party.rank for party in evaluation.parties} == {"Penata / III/c"}
    top = closed.desk.assessment.show(NIPS["head"], YEAR).evaluation
    assert [party.name for party in top.parties] == ["Bambang Sutrisno, S.Kes", "Sri Hartati"]


def test_a_plan_sheet_is_replaced_when_someone_on_it_has_changed(planned, tmp_path):
    documents, selection = planned.desk.documents, Selection(nip=NIPS["nurse"])
    first = tmp_path / documents.print(Form.A_1_7, YEAR, selection, tmp_path).file.path
    assert documents.verify(first).finding is Finding.CURRENT
    rows = [list(row) for row in STAFF]
    rows[1][2] = "Endang Lestari Wibowo"
    planned.desk.register.import_staff(planned.staff_file(rows))
    assert documents.verify(first).finding is Finding.REPLACED
    again = tmp_path / documents.print(Form.A_1_7, YEAR, selection, tmp_path).file.path
    assert documents.verify(again).finding is Finding.CURRENT
    assert "Endang Lestari Wibowo" in text_of(again)
    old, new = (documents.around.press.read_marks(path).marks[0] for path in (first, again))
    assert old.rsplit(":", 1)[1] != new.rsplit(":", 1)[1]
    assert (documents.resolve(old).finding, documents.resolve(new).finding) == (Finding.REPLACED, Finding.CURRENT)


def test_a_sheet_that_would_not_match_what_was_closed_is_not_printed(planned, tmp_path):
    desk, quarter = planned.desk, parse_period("2025-TW1")
    unit = next(unit for unit in desk.register.units() if unit.source_id == "U2")
    person = desk.register.show(NIPS["nurse"]).person
    desk.assessment.windows.set_cycle(PeriodicCycle.QUARTERLY, 10, 10)
    desk.assessment.set_level(unit.unit_id, quarter, OrgLevel.GOOD, "LKj TW I", None)
    desk.assessment.rate(person.person_id, quarter, Rating.MEETS, Rating.MEETS)
    desk.assessment.close(quarter)
    selection = Selection(nip=NIPS["nurse"])
    assert desk.documents.print(Form.C_1_3, quarter, selection, tmp_path).sheets == 1
    desk.planning.import_plans(planned.plans_file(changed_plan()))
    with pytest.raises(UsageRefusal, match="DOC-424"):
        desk.documents.print(Form.C_1_3, quarter, selection, tmp_path)
    assert desk.documents.print(Form.D_1_1, quarter, selection, tmp_path).sheets == 1


def test_a_changed_file_is_not_ours_any_more(closed, tmp_path):
    outcome = closed.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    path = tmp_path / outcome.file.path
    path.write_bytes(path.read_bytes() + b"\n% added afterwards\n")
    assert closed.desk.documents.verify(path).finding is Finding.ADDED
    path.write_bytes(b"%PDF-1.7\n" + path.read_bytes()[9:].replace(b"/Lang(id-ID)", b"/Lang(en-GB)"))
    assert closed.desk.documents.verify(path).finding is Finding.CHANGED


def test_the_job_class_picks_the_form(closed, tmp_path):
    outcome = closed.desk.documents.print(Form.C_1_3, YEAR, Selection(), tmp_path)
    assert (outcome.sheets, outcome.other_form) == (4, 1)
    with pytest.raises(UsageRefusal, match="DOC-523"):
        closed.desk.documents.print(Form.C_1_3, YEAR, Selection(nip=NIPS["head"]), tmp_path)
    assert closed.desk.documents.right_form(Form.C_1_3, NIPS["head"], 2025) is Form.C_1_2


def test_an_open_evaluation_is_not_printed(planned, tmp_path):
    with pytest.raises(UsageRefusal, match="DOC-422"):
        planned.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    assert planned.desk.documents.count() == 0
    assert list(tmp_path.glob("*.pdf")) == []


def test_cancelling_leaves_no_file_and_no_register_entry(closed, tmp_path):
    def cancel(done: int, total: int) -> None:
        if done >= 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path / "kertas", step=cancel)
    assert list((tmp_path / "kertas").iterdir()) == []
    assert closed.desk.documents.count() == 0


def test_a_preview_is_a_pdf_and_leaves_no_trace(closed):
    data = closed.desk.documents.preview(Form.D_1_1, YEAR, NIPS["nurse"], PaperStyle(size=PaperSize.A4))
    assert data.startswith(b"%PDF-")
    assert closed.desk.documents.count() == 0


def test_a_foreign_pdf_is_foreign(closed, tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "lain.pdf"))
    canvas.drawString(100, 700, "Surat lain")
    canvas.save()
    assert closed.desk.documents.verify(tmp_path / "lain.pdf").finding is Finding.FOREIGN


def test_the_qr_of_a_page_leads_to_its_record_and_a_made_up_one_does_not(planned, tmp_path):
    desk = planned.desk
    outcome = desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    mark = desk.documents.around.press.read_marks(tmp_path / outcome.file.path).marks[0]
    found = desk.documents.resolve(mark)
    assert (found.number, found.copy, found.finding) == (desk.documents.lines()[0].number, 1, Finding.CURRENT)
    for other in (mark[:-1] + ("0" if mark[-1] != "0" else "1"), mark.replace(":C1:", ":C2:"), "sembarang teks"):
        with pytest.raises(UsageRefusal, match="DOC-425"):
            desk.documents.resolve(other)
    desk.planning.import_plans(planned.plans_file(changed_plan()))
    assert desk.documents.resolve(mark).finding is Finding.REPLACED


def test_paper_that_is_in_no_register_does_not_stay_on_the_disk(closed, tmp_path, monkeypatch):
    from meritdesk.store.documents import StoredDocuments

    def full(*_: object) -> None:
        raise FileRefusal("STO-609")

    monkeypatch.setattr(StoredDocuments, "save", full)
    with pytest.raises(FileRefusal, match="STO-609"):
        closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path / "kertas")
    assert list((tmp_path / "kertas").iterdir()) == []


def test_the_test_page_of_a_printer_is_in_no_register(closed, tmp_path):
    path = closed.desk.documents.margin_page(PaperSize.A4, False, tmp_path / "uji")
    assert path.read_bytes().startswith(b"%PDF") and closed.desk.documents.count() == 0
    assert closed.desk.documents.verify(path).finding is Finding.FOREIGN


def test_a_test_page_needs_a_folder_that_can_be_written(closed, tmp_path):
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(FileRefusal):
        closed.desk.documents.margin_page(PaperSize.A4, False, tmp_path / "berkas")


def test_a_cancelled_number_is_void_for_good_and_the_next_print_takes_a_new_one(closed, tmp_path):
    documents, selection = closed.desk.documents, Selection(nip=NIPS["nurse"])
    first = documents.print(Form.D_1_1, YEAR, selection, tmp_path)
    number = documents.lines()[0].number
    outcome = documents.cancel(number, "Tercetak pada kertas yang salah")
    assert (outcome.number, outcome.copies, outcome.holders) == (number, 1, ())
    verified = documents.verify(tmp_path / first.file.path)
    assert verified.finding is Finding.CANCELLED
    assert verified.documents[0].cancel_reason == "Tercetak pada kertas yang salah"
    mark = documents.around.press.read_marks(tmp_path / first.file.path).marks[0]
    assert documents.resolve(mark).finding is Finding.CANCELLED
    again = documents.print(Form.D_1_1, YEAR, selection, tmp_path)
    lines = documents.lines()
    assert len({line.number for line in lines}) == 2
    assert {line.standing for line in lines} == {PaperStanding.CURRENT, PaperStanding.CANCELLED}
    assert documents.verify(tmp_path / again.file.path).finding is Finding.CURRENT


def test_cancelling_asks_for_a_reason_a_known_number_and_happens_once(closed, tmp_path):
    documents = closed.desk.documents
    documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    number = documents.lines()[0].number
    for code, text, reason in (("DOC-604", number, " "), ("DOC-602", "D.1.1/3372/2025/999999", "x")):
        with pytest.raises(UsageRefusal, match=code):
            documents.cancel(text, reason)
    assert documents.lines()[0].standing is PaperStanding.CURRENT
    changes = documents.cancel(number, "Salah cetak").changes
    with pytest.raises(UsageRefusal, match="DOC-603"):
        documents.cancel(number, "Sekali lagi")
    closed.desk.upkeep.undo(changes.change_set_id)
    assert documents.lines()[0].standing is PaperStanding.CURRENT


def test_a_plan_printed_as_a_draft_is_found_as_a_draft(planned, tmp_path):
    desk = planned.desk
    person = desk.register.show(NIPS["nurse"]).person
    with desk.documents.around.store.reading() as work:
        (plan,) = work.plans.of_year(2025, [person.person_id])
    desk.planning.editor.revise(plan.plan_id, "Perubahan target")
    printed = desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    path = tmp_path / printed.file.path
    assert "DRAF" in text_of(path)
    assert desk.documents.verify(path).finding is Finding.DRAFT
    assert desk.documents.lines()[0].standing is PaperStanding.DRAFT


class TestAnotherFormThanTheJobClassPicks:
    def test_it_is_printed_with_its_reason_in_the_register(self, planned, tmp_path):
        documents = planned.desk.documents
        override = FormOverride(Form.A_1_6, "  Disepakati memakai pendekatan kualitatif  ")
        outcome = documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path, override=override)
        assert (outcome.form, outcome.sheets) == (Form.A_1_6, 1)
        (line,) = documents.lines()
        assert (line.form, line.override_reason) == ("A.1.6", "Disepakati memakai pendekatan kualitatif")
        assert line.number.startswith("A.1.6/")
        assert "FORMAT A.1.6" in text_of(outcome.file.path)
        assert documents.verify(tmp_path / outcome.file.path).finding is Finding.CURRENT
        documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
        assert {(one.form, one.override_reason) for one in documents.lines()} == {
            ("A.1.6", "Disepakati memakai pendekatan kualitatif"),
            ("A.1.7", ""),
        }

    @pytest.mark.parametrize(
        ("asked", "instead", "reason", "code"),
        [
            (Form.A_1_7, Form.A_1_6, "", "DOC-510"),
            (Form.A_1_7, Form.A_1_6, " \n", "DOC-510"),
            (Form.A_1_7, Form.C_1_1, "sebab", "DOC-511"),
            (Form.A_1_7, Form.A_1_7, "sebab", "DOC-511"),
            (Form.A_1_7, Form.A_1_8, "sebab", "DOC-511"),
            (Form.D_1_1, Form.D_1_2, "sebab", "DOC-511"),
            (Form.A_1_7, Form.A_1_2, "sebab", "DOC-512"),
            (Form.A_1_7, Form.A_1_1, "sebab", "DOC-512"),
        ],
    )
    def test_it_is_refused_without_a_reason_outside_the_family_or_where_the_plan_lacks_its_data(
        self, asked, instead, reason, code, planned, tmp_path
    ):
        override = FormOverride(instead, reason)
        with pytest.raises(UsageRefusal, match=code):
            planned.desk.documents.print(asked, YEAR, Selection(nip=NIPS["nurse"]), tmp_path, override=override)
        assert planned.desk.documents.count() == 0

    def test_results_go_on_another_form_too_and_those_of_other_forms_are_left_alone(self, closed, tmp_path):
        documents = closed.desk.documents
        override = FormOverride(Form.C_1_1, "Narasi diminta BKPSDM")
        outcome = documents.print(Form.C_1_3, YEAR, Selection(), tmp_path, override=override)
        assert (outcome.form, outcome.sheets, outcome.other_form) == (Form.C_1_1, 4, 1)
        assert {one.override_reason for one in documents.lines()} == {"Narasi diminta BKPSDM"}
        assert documents.verify(tmp_path / outcome.file.path).finding is Finding.CURRENT
        with pytest.raises(UsageRefusal, match="DOC-512"):
            to_leader = FormOverride(Form.C_1_2, "x")
            documents.print(Form.C_1_3, YEAR, Selection(nip=NIPS["nurse"]), tmp_path, override=to_leader)

    def test_it_can_be_looked_at_first(self, planned):
        data = planned.desk.documents.preview(Form.A_1_7, YEAR, NIPS["nurse"], instead=Form.A_1_6)
        assert "FORMAT A.1.6" in text_of_bytes(data)
        assert planned.desk.documents.count() == 0


class TestStageSix:
    def test_the_results_alone_are_a_draft_even_of_a_fixed_plan(self, planned, tmp_path):
        style = PaperStyle(is_stage_six=True)
        outcome = planned.desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path, style)
        text = text_of(outcome.file.path)
        assert "DRAF" in text and "(3)" in text and "B. TAMBAHAN" in text
        for later in ("(4)", "ASPEK", "Kuantitas", "PERILAKU KERJA", "Pejabat Penilai Kinerja\n"):
            assert later not in text
        assert planned.desk.documents.verify(tmp_path / outcome.file.path).finding is Finding.DRAFT
        assert "DRAF" not in text_of(
            planned.desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path).file.path
        )

    @pytest.mark.parametrize("form", [Form.A_1_8, Form.D_1_1])
    def test_other_forms_know_no_stage_six(self, form, closed, tmp_path):
        with pytest.raises(UsageRefusal, match="DOC-513"):
            closed.desk.documents.print(
                form, YEAR, Selection(nip=NIPS["nurse"]), tmp_path, PaperStyle(is_stage_six=True)
            )


class TestAResultWithoutAnOrganisationLevel:
    def test_it_is_seen_on_the_screen_with_its_grey_placeholder_and_not_printed(self, planned, tmp_path):
        text = text_of_bytes(planned.desk.documents.preview(Form.C_1_3, YEAR, NIPS["nurse"]))
        assert "(diisi dengan gambar pola distribusi)" in text and "DRAF" in text
        assert "KURVA DISTRIBUSI" not in text
        with pytest.raises(UsageRefusal, match="DOC-422"):
            planned.desk.documents.print(Form.C_1_3, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)

    def test_even_a_closed_one_is_not_printed_without_the_level(self, closed, tmp_path):
        documents = closed.desk.documents
        around = documents.around
        with around.store.writing(around.actor, "test.level") as work:
            person = work.people.by_nip(NIPS["nurse"])
            (evaluation,) = work.evaluations.of_period(YEAR, [person.person_id])
            work.evaluations.save([replace(evaluation, org_level=None, version=2)])
            work.commit()
        with pytest.raises(UsageRefusal, match="DOC-515"):
            documents.print(Form.C_1_3, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
        assert documents.count() == 0

    def test_the_screen_shows_a_document_only_after_closing(self, planned):
        with pytest.raises(UsageRefusal, match="DOC-422"):
            planned.desk.documents.preview(Form.D_1_1, YEAR, NIPS["nurse"])


def text_of_bytes(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
