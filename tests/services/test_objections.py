"""Objections from the letter to the decision: who may object, until when, who is heard, and what a change leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from small_office import NIPS, YEAR

from meritdesk.core.documents import Form
from meritdesk.core.duties import Duty, Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.objection import ObjectionDecision, ObjectionState
from meritdesk.services.assessment.objections import LateWaiver
from meritdesk.services.print_job import Selection

REASONS = "Umpan balik tiga unit lain belum diperhitungkan."


@pytest.fixture
def received(closed):
    """A closed office in which the nurse and the head of department have received their documents on 5 February."""
    closed.moment[0] = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    days = {name: date(2026, 2, 5) for name in ("signed_on", "handed_over_on", "received_on")}
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"], NIPS["head"]], days)
    return closed


@pytest.fixture
def heard(received):
    desk = received.desk
    number = desk.assessment.objections.open(NIPS["nurse"], YEAR, REASONS, date(2026, 2, 20)).objection.register_number
    desk.assessment.objections.state(number, Party.RATEE, "Saya mendampingi tiga unit lain.")
    desk.assessment.objections.state(number, Party.RATER, "Umpan balik itu belum saya terima.")
    return received, number


def decide(office, number, **more):
    chosen = {
        "decision": ObjectionDecision.CHANGED,
        "decided_on": date(2026, 3, 2),
        "grounds": "Umpan balik sah.",
        "result": Rating.ABOVE,
        "behaviour": Rating.ABOVE,
        "recommendation": "Jadikan narasumber.",
    }
    return office.desk.assessment.objections.decide(number, **{**chosen, **more})


def test_an_objection_gets_the_next_number_of_the_register_and_its_seven_days(received):
    outcome = received.desk.assessment.objections.open(NIPS["nurse"], YEAR, REASONS, date(2026, 2, 20))
    assert outcome.objection.register_number == "RK/3372/2026/000001"
    assert outcome.objection.state is ObjectionState.OPEN
    (line,) = received.desk.assessment.objections.lines(YEAR)
    assert (line.clock.duty, line.clock.limit) == (Duty.DECISION, date(2026, 3, 3))
    assert line.addressee.nip == NIPS["head"]
    assert received.desk.assessment.objections.lines() == (line,)


def test_a_second_objection_to_the_same_evaluation_is_refused(received):
    received.desk.assessment.objections.open(NIPS["nurse"], YEAR, REASONS, date(2026, 2, 20))
    with pytest.raises(UsageRefusal, match="ASM-602"):
        received.desk.assessment.objections.open(NIPS["nurse"], YEAR, REASONS, date(2026, 2, 20))


@pytest.mark.parametrize(
    ("nip", "reasons", "day", "addressee", "code"),
    [
        ("nurse", " ", date(2026, 2, 20), "", "V-88"),
        ("nurse", REASONS, date(2026, 3, 2), "", "V-89"),
        ("head", REASONS, date(2026, 2, 20), "", "V-90"),
        ("nurse", REASONS, date(2026, 2, 20), "bidang", "V-91"),
        ("nurse", REASONS, date(2026, 3, 4), "", "ASM-606"),
        ("nurse", REASONS, date(2026, 2, 4), "", "ASM-608"),
        ("clerk", REASONS, date(2026, 2, 20), "", "ASM-604"),
        ("orphaned", REASONS, date(2026, 2, 20), "", "ASM-601"),
    ],
)
def test_an_objection_that_cannot_be_is_refused_with_its_reason(received, nip, reasons, day, addressee, code):
    with pytest.raises(UsageRefusal, match=code):
        received.desk.assessment.objections.open(NIPS[nip], YEAR, reasons, day, NIPS.get(addressee, ""))
    assert received.desk.assessment.objections.lines() == ()


def test_a_late_objection_comes_in_only_by_a_waiver_with_name_and_reason(received):
    objections = received.desk.assessment.objections
    with pytest.raises(UsageRefusal, match="VAL-102"):
        objections.open(NIPS["nurse"], YEAR, REASONS, date(2026, 3, 2), late=LateWaiver("Sekda", " "))
    outcome = objections.open(
        NIPS["nurse"], YEAR, REASONS, date(2026, 3, 2), late=LateWaiver("Sekretaris Daerah", "Pegawai dirawat inap.")
    )
    assert [hint.code for hint in outcome.hints] == ["V-89"]
    assert objections.show(outcome.objection.register_number).is_late_waived


def test_an_objection_is_possible_until_day_14_even_after_the_signature(received):
    received.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], {"returned_on": date(2026, 2, 6)})
    outcome = received.desk.assessment.objections.open(NIPS["nurse"], YEAR, REASONS, date(2026, 2, 27))
    assert outcome.hints == ()


def test_only_the_two_sides_are_heard(received):
    number = received.desk.assessment.objections.open(
        NIPS["nurse"], YEAR, REASONS, date(2026, 2, 20)
    ).objection.register_number
    with pytest.raises(UsageRefusal, match="ASM-609"):
        received.desk.assessment.objections.state(number, Party.SUPERIOR, "x")
    with pytest.raises(UsageRefusal, match="ASM-600"):
        received.desk.assessment.objections.state("KEB/0", Party.RATEE, "x")


def test_a_changed_result_is_the_next_version_and_reaches_every_total(heard):
    office, number = heard
    before = office.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    outcome = decide(office, number)
    after = office.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    assert (before.predicate, after.predicate) == (Predicate.GOOD, Predicate.VERY_GOOD)
    assert (before.version, after.version) == (1, 2)
    assert after.digest != before.digest and len(after.digest) == 64
    assert after.note == "Jadikan narasumber."
    assert after.explanation[0].code == "ASM-OBJECTION-CHANGED"
    counts = office.desk.assessment.distribution(YEAR, after.led_unit_id).counts
    assert counts[Predicate.VERY_GOOD] == 1
    assert outcome.objection.after.predicate is Predicate.VERY_GOOD
    assert office.desk.upkeep.check().is_sound


def test_after_a_change_the_paper_is_d_1_3_with_its_own_report(heard, tmp_path):
    office, number = heard
    decide(office, number)
    line = office.desk.assessment.process.show(NIPS["nurse"], YEAR).line
    assert [paper.form for paper in line.papers] == [Form.D_1_1, Form.D_1_3]
    assert Duty.REPORT_DECISION in {deadline.duty for deadline in line.deadlines}
    chosen = Selection(nip=NIPS["nurse"])
    printed = office.desk.documents.print(Form.D_1_3, YEAR, chosen, tmp_path / "kertas")
    assert printed.sheets == 1 and printed.file is not None
    with pytest.raises(UsageRefusal, match="V-87"):
        office.desk.documents.print(Form.D_1_1, YEAR, chosen, tmp_path / "kertas")
    office.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], {"signed_on": date(2026, 3, 2)})
    (_, changed) = office.desk.assessment.process.show(NIPS["nurse"], YEAR).line.papers
    assert (changed.form, changed.signed_by, changed.signed_on) == (Form.D_1_3, Party.SUPERIOR, date(2026, 3, 2))


def test_a_d_1_3_without_a_change_is_not_printed(closed, tmp_path):
    with pytest.raises(UsageRefusal, match="V-94"):
        closed.desk.documents.print(Form.D_1_3, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
    with pytest.raises(UsageRefusal, match="V-87"):
        closed.desk.documents.print(Form.D_1_2, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)


def test_a_confirmed_result_changes_nothing_and_is_written_down_on_an_own_sheet(heard, tmp_path):
    office, number = heard
    before = office.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    decide(office, number, decision=ObjectionDecision.CONFIRMED, grounds="Hasil tetap.", result=None, behaviour=None)
    assert office.desk.assessment.show(NIPS["nurse"], YEAR).evaluation == before
    outcome = office.desk.assessment.objections.print_sheet(number, tmp_path / "kertas")
    assert outcome.numbers[0].startswith("KEB/3372/2025/")


def test_a_decision_is_undone_from_the_journal_with_its_new_version(heard):
    office, number = heard
    outcome = decide(office, number)
    office.desk.upkeep.undo(outcome.changes.change_set_id)
    assert office.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.version == 1
    assert office.desk.assessment.objections.show(number).line.objection.state is ObjectionState.HEARD


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"grounds": " "}, "ASM-610"),
        ({"decided_on": date(2026, 3, 4)}, "ASM-606"),
        ({"decided_on": date(2026, 2, 19)}, "ASM-608"),
        ({"recommendation": ""}, "V-94"),
        ({"result": None, "behaviour": None}, "V-94"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_changes(heard, changes, code):
    office, number = heard
    with pytest.raises(UsageRefusal, match=code):
        decide(office, number, **changes)
    assert office.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.version == 1


def test_a_decision_needs_both_statements_and_is_taken_once(received):
    number = received.desk.assessment.objections.open(
        NIPS["nurse"], YEAR, REASONS, date(2026, 2, 20)
    ).objection.register_number
    with pytest.raises(UsageRefusal, match="V-92"):
        decide(received, number)
    with pytest.raises(UsageRefusal, match="ASM-612"):
        received.desk.assessment.objections.sheet(number)
    for party in (Party.RATEE, Party.RATER):
        received.desk.assessment.objections.state(number, party, "Penjelasan.")
    decide(received, number, decision=ObjectionDecision.CONFIRMED)
    with pytest.raises(UsageRefusal, match="ASM-603"):
        decide(received, number)


def test_a_late_decision_is_taken_and_marked(heard):
    office, number = heard
    office.moment[0] = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
    outcome = decide(office, number, decided_on=date(2026, 3, 9))
    assert [hint.code for hint in outcome.hints] == ["V-93"]
    card = office.desk.assessment.objections.show(number)
    assert [hint.code for hint in card.hints] == ["V-93"]
    assert replace(card.line.clock, source="").done_on == date(2026, 3, 9)
