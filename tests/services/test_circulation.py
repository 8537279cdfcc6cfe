"""Papers go round, are signed in order, come back, are called back; the clocks and the papers tell one truth."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2
import pytest
from small_office import NIPS, YEAR

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.circulation import PaperStage, PaperStep
from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.documents import Finding, Form, PaperKind, PaperStanding, SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.signers import Capacity
from meritdesk.services.documents.circulation import CirculationQuery
from meritdesk.services.paper_moves import mark_returned
from meritdesk.services.print_job import Selection

EVERYWHERE = frozenset(PaperStage)


def at(office, day):
    office.moment[0] = (
        datetime(2026, 1, day, 8, 0, tzinfo=UTC) if day < 32 else datetime(2026, 2, day - 31, 8, tzinfo=UTC)
    )


@pytest.fixture
def out(closed, tmp_path):
    """The D.1.1 of everybody, printed on 12 January."""
    closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path / "kertas")
    return closed


def paper_of(office, name, form=Form.D_1_1):
    board = office.desk.documents.circulation.board(CirculationQuery(2025, EVERYWHERE, forms=(form.value,)))
    return next(line for line in board.lines if line.view.paper.nip == NIPS[name])


def key(office, name, form=Form.D_1_1):
    return paper_of(office, name, form).view.paper.document_id


def process_of(office, name):
    return office.desk.assessment.process.show(NIPS[name], YEAR).line.papers


def test_a_paper_goes_the_way_of_its_form_and_the_clocks_know_the_days(out):
    circulation = out.desk.documents.circulation
    paper = key(out, "nurse")
    assert paper_of(out, "nurse").next_step is PaperStep.TO_RATER
    at(out, 13)
    circulation.move([paper], PaperStage.AT_RATER)
    line = paper_of(out, "nurse")
    assert (line.view.state.stage, line.view.state.holder) == (PaperStage.AT_RATER, "Endang Lestari, S.Kes")
    at(out, 15)
    circulation.bring_back([paper], signed_on=date(2026, 1, 14))
    assert paper_of(out, "nurse").next_step is PaperStep.TO_EMPLOYEE
    circulation.move([paper], PaperStage.AT_EMPLOYEE, date(2026, 1, 15))
    at(out, 22)
    line = paper_of(out, "nurse")
    assert (line.days, line.deadline.duty.name, line.is_overdue) == (4, "RETURN", False)
    circulation.bring_back([paper], date(2026, 1, 21))
    (process,) = process_of(out, "nurse")
    assert (process.signed_on, process.handed_over_on, process.returned_on) == (
        date(2026, 1, 14), date(2026, 1, 15), date(2026, 1, 21),
    )  # fmt: skip
    circulation.note_scanned([paper])
    line = paper_of(out, "nurse")
    assert (line.view.state.stage, line.next_step) == (PaperStage.SCANNED, PaperStep.NOTHING)
    assert [one.entered_by for one in line.view.entries] == ["penguji"] * len(line.view.entries)


def test_days_entered_with_the_deadlines_are_seen_on_the_papers_and_never_kept_twice(out):
    process = out.desk.assessment.process
    at(out, 20)
    days = {"signed_on": date(2026, 1, 13), "handed_over_on": date(2026, 1, 14)}
    process.enter(YEAR, [NIPS["nurse"], NIPS["clerk"]], days)
    line = paper_of(out, "nurse")
    assert (line.view.state.stage, line.view.state.since) == (PaperStage.AT_EMPLOYEE, date(2026, 1, 14))
    assert line.view.state.has_signed(SignerRole.RATER) and line.view.own_entries == 0
    out.desk.documents.circulation.bring_back([key(out, "nurse")], date(2026, 1, 20))
    process.enter(YEAR, [NIPS["nurse"]], {"returned_on": date(2026, 1, 19)})
    line = paper_of(out, "nurse")
    assert (line.view.state.stage, line.view.state.since) == (PaperStage.RETURNED, date(2026, 1, 19))
    with out.desk.documents.around.store.reading() as work:
        (entry,) = work.circulation.entries([line.view.paper.number])[line.view.paper.document_id]
    assert entry.on is None and entry.home is not None


def test_out_of_order_is_refused_with_the_next_right_step_unless_a_reason_is_given(out):
    circulation, paper = out.desk.documents.circulation, key(out, "nurse")
    with pytest.raises(UsageRefusal, match="DOC-584") as why:
        circulation.move([paper], PaperStage.AT_EMPLOYEE)
    assert why.value.facts["next"] == "PAPERSTEP:TO_RATER"
    with pytest.raises(UsageRefusal, match="DOC-584"):
        circulation.sign([paper], SignerRole.RATEE)
    assert paper_of(out, "nurse").view.own_entries == 0
    outcome = circulation.move([paper], PaperStage.AT_EMPLOYEE, reason="Penilai dinas luar, pegawai ditugaskan besok")
    assert [one.reason.code for one in outcome.remarks] == ["DOC-585"]
    assert paper_of(out, "nurse").view.entries[0].reason.startswith("Penilai dinas luar")


def test_whoever_types_never_signs_and_a_plt_has_a_line_of_his_own(out):
    circulation, paper = out.desk.documents.circulation, key(out, "nurse")
    with pytest.raises(UsageRefusal, match="DOC-590"):
        circulation.sign([paper], SignerRole.RATER, signer_nip=NIPS["clerk"])
    person = out.desk.register.show(NIPS["head"]).person
    unit = next(one for one in out.desk.register.units() if one.source_id == "U2")
    request = ChangeRequest(CareerChange.PLT_START, person.person_id, date(2026, 1, 5), unit_id=unit.unit_id)
    out.desk.register.careers.change(request)
    with pytest.raises(UsageRefusal, match="DOC-591") as why:
        circulation.sign([paper], SignerRole.RATER, signer_nip=NIPS["head"])
    assert why.value.facts["capacity"] == "CAPACITY:PLT"
    assert paper_of(out, "nurse").view.own_entries == 0
    circulation.sign([paper], SignerRole.RATER, signer_nip=NIPS["bidang"])
    signature = paper_of(out, "nurse").view.state.signatures[SignerRole.RATER]
    assert (signature.signer, signature.capacity) == ("Endang Lestari, S.Kes", Capacity.DEFINITIVE)


def test_the_signature_of_a_rater_who_acts_is_noted_as_such_and_stands_on_the_sheet(out, tmp_path):
    circulation = out.desk.documents.circulation
    circulation.sign([key(out, "pharmacist")], SignerRole.RATER)
    assert paper_of(out, "pharmacist").view.state.signatures[SignerRole.RATER].capacity is Capacity.PLT
    printed = out.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["pharmacist"]), tmp_path)
    with pypdfium2.PdfDocument(printed.file.path) as document:
        text = document[0].get_textpage().get_text_range()
    assert "Plt. KEPALA SEKSI FARMASI" in text
    other = out.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    with pypdfium2.PdfDocument(other.file.path) as document:
        assert "Plt." not in document[0].get_textpage().get_text_range()


def test_a_new_version_of_the_record_calls_the_papers_back(out, tmp_path):
    circulation, assessment = out.desk.documents.circulation, out.desk.assessment
    paper = key(out, "nurse")
    circulation.move([paper], PaperStage.AT_RATER)
    assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "Salah ketik catatan")
    board = circulation.board(CirculationQuery(2025, only_recalled=True))
    assert board.recalled == 1 and [line.next_step for line in board.lines] == [PaperStep.CALL_BACK]
    assert board.lines[0].view.standing is PaperStanding.REPLACED
    with pytest.raises(UsageRefusal, match="DOC-580"):
        circulation.sign([paper], SignerRole.RATER)
    sheets = circulation.print_call_back(2025, tmp_path)
    assert sheets.numbers[0].startswith(f"{PaperKind.CALL_BACK.value}/")
    with pypdfium2.PdfDocument(sheets.file.path) as document:
        text = document[0].get_textpage().get_text_range()
    assert "LEMBAR PENARIKAN" in text and "Endang Lestari" in text and board.lines[0].view.paper.number in text
    outcome = circulation.bring_back([paper])
    assert [one.reason.code for one in outcome.remarks] == ["DOC-598"]
    assert paper_of(out, "nurse").view.state.stage is PaperStage.WITHDRAWN
    with pytest.raises(UsageRefusal, match="DOC-607"):
        circulation.print_call_back(2025, tmp_path)


def test_bulk_moves_list_who_cannot_go_and_add_up(out):
    circulation = out.desk.documents.circulation
    names = ("nurse", "clerk", "pharmacist")
    keys = [key(out, name) for name in names]
    circulation.sign([keys[0]], SignerRole.RATER)
    outcome = circulation.move([*keys, "unknown"], PaperStage.AT_EMPLOYEE)
    assert (outcome.asked, outcome.moved, outcome.same) == (4, (keys[0],), 0)
    assert [one.code for one in outcome.refused] == ["DOC-584", "DOC-584", "DOC-600"]
    again = circulation.move(keys, PaperStage.AT_EMPLOYEE)
    assert (again.same, len(again.refused)) == (1, 2)
    out.desk.upkeep.undo(outcome.changes.change_set_id)
    assert paper_of(out, "nurse").view.state.stage is PaperStage.PRINTED


def test_a_paper_is_found_by_its_qr_and_by_its_number(out, tmp_path):
    circulation = out.desk.documents.circulation
    printed = out.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    mark = out.desk.documents.around.press.read_marks(tmp_path / printed.file.path).marks[0]
    number = paper_of(out, "nurse").view.paper.number
    assert circulation.find(mark).view.paper.copy == circulation.find(f" {number.lower()} ").view.paper.copy == 2
    for text in ("D.1.1/3372/2025/999999", mark.replace(":C2:", ":C9:"), ""):
        with pytest.raises(UsageRefusal, match="DOC-600"):
            circulation.find(text)


def test_lost_papers_need_a_reason_and_may_turn_up_again(out):
    circulation, paper = out.desk.documents.circulation, key(out, "nurse")
    with pytest.raises(UsageRefusal, match="DOC-586"):
        circulation.move([paper], PaperStage.LOST)
    circulation.move([paper], PaperStage.LOST, reason="Terselip di mobil dinas")
    assert paper_of(out, "nurse").next_step is PaperStep.PRINT_AGAIN
    circulation.bring_back([paper])
    assert paper_of(out, "nurse").view.state.stage is PaperStage.RETURNED


def test_a_paper_that_comes_back_unsigned_waits_for_its_signature(out):
    circulation, paper = out.desk.documents.circulation, key(out, "nurse")
    circulation.move([paper], PaperStage.AT_RATER)
    circulation.bring_back([paper], is_signed=False)
    line = paper_of(out, "nurse")
    assert (line.view.state.stage, line.next_step) == (PaperStage.RETURNED, PaperStep.TO_RATER)
    assert process_of(out, "nurse") == ()


def test_a_late_paper_is_overdue_against_the_limit_of_the_year(out):
    circulation, paper = out.desk.documents.circulation, key(out, "nurse")
    circulation.sign([paper], SignerRole.RATER, date(2026, 1, 12))
    circulation.move([paper], PaperStage.AT_EMPLOYEE, date(2026, 1, 12))
    at(out, 31 + 9)
    board = circulation.board(CirculationQuery(2025, only_overdue=True))
    assert (board.overdue, len(board.lines)) == (1, 1)
    assert board.lines[0].deadline.limit < date(2026, 2, 9)


def test_the_scanner_marks_papers_returned_and_scanned_inside_its_own_work(out):
    around = out.desk.documents.around
    keys = [key(out, "nurse"), key(out, "clerk")]
    at(out, 20)
    with around.store.writing(around.actor, "documents.scans.file") as work:
        outcome = mark_returned(around, work, keys, date(2026, 1, 19))
        work.commit()
    assert outcome.moved == tuple(keys) and {one.reason.code for one in outcome.remarks} == {"DOC-599"}
    line = paper_of(out, "nurse")
    assert line.view.state.stage is PaperStage.SCANNED
    assert set(line.view.state.signatures) == {SignerRole.RATER, SignerRole.RATEE}
    (process,) = process_of(out, "nurse")
    assert (process.signed_on, process.returned_on) == (None, date(2026, 1, 19))
    with around.store.writing(around.actor, "documents.scans.file") as work:
        assert mark_returned(around, work, keys, date(2026, 1, 20)).same == 2
        assert mark_returned(around, work, ["nothing"], date(2026, 1, 20)).refused[0].code == "DOC-600"


def test_a_plan_paper_is_signed_in_the_plan_itself(planned, tmp_path):
    desk = planned.desk
    desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    circulation, paper = desk.documents.circulation, key(planned, "nurse", Form.A_1_7)
    outcome = circulation.move([paper], PaperStage.AT_RATER)
    assert [one.reason.code for one in outcome.remarks] == ["DOC-585"]
    circulation.bring_back([paper], is_signed=False)
    circulation.move([paper], PaperStage.AT_EMPLOYEE)
    circulation.bring_back([paper])
    circulation.move([paper], PaperStage.AT_RATER)
    circulation.bring_back([paper])
    with desk.documents.around.store.reading() as work:
        person = desk.register.show(NIPS["nurse"]).person
        (plan,) = work.plans.of_year(2025, [person.person_id])
    assert plan.ratee_signed_on == plan.rater_signed_on == date(2026, 1, 12)
    assert paper_of(planned, "nurse", Form.A_1_7).next_step is PaperStep.SCAN


def test_a_cancelled_paper_that_is_out_is_called_back_and_its_qr_says_so(out):
    circulation, paper = out.desk.documents.circulation, key(out, "nurse")
    circulation.move([paper], PaperStage.AT_RATER)
    number = paper_of(out, "nurse").view.paper.number
    outcome = out.desk.documents.cancel(number, "Tercetak ganda")
    assert outcome.holders == ("Endang Lestari, S.Kes",)
    line = circulation.find(number)
    assert (line.view.standing, line.is_recalled) == (PaperStanding.CANCELLED, True)
    with out.desk.documents.around.store.reading() as work:
        record = work.documents.by_ids([paper])[0]
    mark = f"MD1:{number}:V{record.record_version}:C{record.copy}:{record.record_digest[:16].upper()}"
    assert out.desk.documents.resolve(mark).finding is Finding.CANCELLED


def reprint_text(outcome):
    with pypdfium2.PdfDocument(outcome.file.path) as document:
        return document[0].get_textpage().get_text_range()


def test_a_replaced_version_printed_again_says_diganti_and_a_cancelled_one_batal(out, tmp_path):
    documents = out.desk.documents
    number = paper_of(out, "nurse").view.paper.number
    same = documents.circulation.reprint(number, tmp_path)
    assert (same.copy, same.standing) == (2, PaperStanding.CURRENT)
    out.desk.assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "Salah ketik")
    older = documents.circulation.reprint(number, tmp_path)
    assert (older.version, older.copy, older.standing) == (1, 3, PaperStanding.REPLACED)
    assert "DIGANTI" in reprint_text(older) and "BATAL" not in reprint_text(older)
    assert documents.verify(tmp_path / older.file.path).finding is Finding.REPLACED
    documents.cancel(number, "Salah cetak")
    void = documents.circulation.reprint(number, tmp_path)
    assert void.standing is PaperStanding.CANCELLED and "BATAL" in reprint_text(void)
    assert documents.verify(tmp_path / void.file.path).finding is Finding.CANCELLED


def test_an_older_version_of_a_plan_is_printed_again_as_it_was(planned, tmp_path):
    desk = planned.desk
    desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    number = desk.documents.lines()[0].number
    with desk.documents.around.store.reading() as work:
        (plan,) = work.plans.of_year(2025, [desk.register.show(NIPS["nurse"]).person.person_id])
    desk.planning.editor.revise(plan.plan_id, "Perubahan target")
    desk.documents.print(Form.A_1_7, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    first = desk.documents.circulation.reprint(number, tmp_path, version=1)
    assert (first.standing, first.version) == (PaperStanding.REPLACED, 1) and "DIGANTI" in reprint_text(first)
    newest = desk.documents.circulation.reprint(number, tmp_path)
    assert (newest.standing, newest.version) == (PaperStanding.DRAFT, 2) and "DRAF" in reprint_text(newest)


def test_what_is_unknown_or_not_kept_is_not_printed_again(out, tmp_path):
    circulation = out.desk.documents.circulation
    with pytest.raises(UsageRefusal, match="DOC-602"):
        circulation.reprint("D.1.1/3372/2025/999999", tmp_path)
    number = paper_of(out, "nurse").view.paper.number
    with pytest.raises(UsageRefusal, match="DOC-602"):
        circulation.reprint(number, tmp_path, version=7)
    circulation.move([key(out, "nurse")], PaperStage.AT_RATER)
    out.desk.documents.cancel(number, "Salah cetak")
    (own,) = circulation.print_call_back(2025, tmp_path).numbers
    with pytest.raises(UsageRefusal, match="DOC-608"):
        circulation.reprint(own, tmp_path)
