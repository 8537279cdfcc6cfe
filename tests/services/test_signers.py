"""The register of signers follows the dated register, keeps mandates, and stands on paper; nobody is a list."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from small_office import NIPS, YEAR

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.circulation import PaperStage
from meritdesk.core.documents import Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.signers import Capacity
from meritdesk.services.print_job import Selection

SINCE = date(2026, 1, 1)


def test_a_mandate_is_given_ended_and_taken_out(settled):
    signers = settled.desk.register.signers
    signers.add("U1", NIPS["bidang"], Capacity.AN, "SEKRETARIS", SINCE, letter="SK 800/12")
    who = signers.who("U1")
    assert (who.person.nip, who.line.capacity, who.line.post) == (NIPS["bidang"], Capacity.AN, "SEKRETARIS")
    (line,) = [one for one in signers.lines() if one.mandate_id]
    signers.end(line.mandate_id, date(2026, 1, 10))
    assert signers.who("U1").line.capacity is Capacity.DEFINITIVE
    assert signers.who("U1", date(2026, 1, 5)).line.capacity is Capacity.AN
    changes = signers.remove(line.mandate_id)
    assert [one for one in signers.lines() if one.mandate_id] == []
    settled.desk.upkeep.undo(changes.change_set_id)
    assert signers.who("U1", date(2026, 1, 5)).line.capacity is Capacity.AN


@pytest.mark.parametrize(
    ("unit", "name", "capacity", "post", "code"),
    [
        ("U9", "bidang", Capacity.AN, "SEKRETARIS", "USE-103"),
        ("U1", "bidang", Capacity.PLT, "SEKRETARIS", "DOC-593"),
        ("U1", "head", Capacity.AN, "SEKRETARIS", "DOC-596"),
        ("U1", "bidang", Capacity.AN, "", "DOC-597"),
    ],
)
def test_a_mandate_that_cannot_be_changes_nothing(settled, unit, name, capacity, post, code):
    with pytest.raises(UsageRefusal, match=code):
        settled.desk.register.signers.add(unit, NIPS[name], capacity, post, SINCE)
    assert [one for one in settled.desk.register.signers.lines() if one.mandate_id] == []


def test_unknown_mandates_and_people_are_refused(settled):
    signers = settled.desk.register.signers
    with pytest.raises(UsageRefusal, match="DOC-609"):
        signers.end("nothing", SINCE)
    with pytest.raises(UsageRefusal, match="DOC-609"):
        signers.remove("nothing")
    with pytest.raises(UsageRefusal, match="USE-102"):
        signers.add("U1", "000", Capacity.AN, "SEKRETARIS", SINCE)


def test_units_that_nobody_may_sign_for_are_a_list_with_the_reason(settled):
    found = settled.desk.register.signers.unresolved()
    assert [(one.unit_name.lstrip("-"), one.code) for one in found] == [("Seksi Promosi", "DOC-592")]
    with pytest.raises(UsageRefusal, match="DOC-592"):
        settled.desk.register.signers.who("U4")


def test_plt_and_plh_come_from_the_history_by_themselves(settled):
    desk = settled.desk
    person = desk.register.show(NIPS["bidang"]).person
    unit = next(one for one in desk.register.units() if one.source_id == "U1")
    request = ChangeRequest(
        CareerChange.PLH_START, person.person_id, date(2026, 1, 5), unit_id=unit.unit_id, until=date(2026, 1, 16)
    )
    desk.register.careers.change(request)
    assert desk.register.signers.who("U1", date(2026, 1, 12)).line.capacity is Capacity.PLH
    assert desk.register.signers.who("U1", date(2026, 1, 20)).line.capacity is Capacity.DEFINITIVE
    assert Capacity.PLH in {one.capacity for one in desk.register.signers.lines(date(2026, 1, 12), "dinas kesehatan")}


def page_text(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_own_sheets_bear_the_prescribed_lines_and_an_office_without_a_signer_is_refused(closed, tmp_path):
    desk = closed.desk
    desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    circulation = desk.documents.circulation
    paper = circulation.find(desk.documents.lines()[0].number).view.paper
    circulation.move([paper.document_id], PaperStage.AT_RATER)
    desk.documents.cancel(paper.number, "Salah cetak")
    desk.upkeep.settings.change({"office_unit": "U1"})
    through = {"through": "SEKRETARIS"}
    desk.register.signers.add("U1", NIPS["bidang"], Capacity.UB, "KEPALA SUBBAGIAN UMUM", SINCE, **through)
    text = page_text(circulation.print_call_back(2025, tmp_path).file.path)
    for line in ("a.n. KEPALA DINAS KESEHATAN", "SEKRETARIS", "u.b.", "KEPALA SUBBAGIAN UMUM", "Penata / III/c"):
        assert line in text
    desk.upkeep.settings.change({"office_unit": "U4"})
    with pytest.raises(UsageRefusal, match="DOC-592"):
        circulation.print_call_back(2025, tmp_path)


def test_the_rank_line_is_the_choice_of_the_agency(closed, tmp_path):
    documents, selection = closed.desk.documents, Selection(nip=NIPS["nurse"])
    plain = page_text(documents.print(Form.D_1_1, YEAR, selection, tmp_path).file.path)
    closed.desk.upkeep.settings.change({"signature_rank": "yes"})
    ranked = page_text(documents.print(Form.D_1_1, YEAR, selection, tmp_path).file.path)
    assert ranked.count("Penata / III/c") == plain.count("Penata / III/c") + 2


def test_a_document_whose_signer_has_left_is_on_the_list_and_not_blank_paper(closed, tmp_path):
    desk = closed.desk
    person = desk.register.show(NIPS["bidang"]).person
    desk.register.careers.change(ChangeRequest(CareerChange.PENSION, person.person_id, date(2026, 1, 12)))
    outcome = desk.documents.print(Form.D_1_1, YEAR, Selection(), tmp_path)
    assert {one.code for one in outcome.blocked} >= {"DOC-605"}
    with pytest.raises(UsageRefusal, match="DOC-605"):
        desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    desk.assessment.process.enter(YEAR, [NIPS["nurse"]], {"signed_on": date(2026, 1, 11)})
    assert desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path).sheets == 1
