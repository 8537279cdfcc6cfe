"""What the region gives back in one file: proposals and offers, which the agency takes any number of times."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
import small_office
from small_office import LEVELS, NIPS, YEAR, rating_row

from meritdesk.core.approvals import Approval, ApprovalState
from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.corrections import EXPLAIN, CorrectionState
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Rating
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.reference import OfferState, ReferenceFate, ReferencePart
from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.core.worklist import WorkKind
from meritdesk.resources import resource

CODE = "3372"


@pytest.fixture
def region(tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as opened:
        yield opened


@pytest.fixture
def joined(closed, region, tmp_path):
    """The agency and the region know each other, and the year has arrived."""
    closed.desk.handover.card(tmp_path / "kota.json")
    region.desk.handover.card(tmp_path / "wilayah.json")
    region.desk.handover.trust(tmp_path / "kota.json")
    closed.desk.handover.trust(tmp_path / "wilayah.json")
    stick = tmp_path / "stick"
    received = region.desk.handover.receive(closed.desk.handover.pack(YEAR, stick).path)
    closed.desk.handover.receive(received.reply)
    return closed, region, stick


def nurse_of(agency):
    return agency.desk.register.show(NIPS["nurse"]).person


def propose_name(agency, region, name="Joko Widagdo, Baru", reason="Nama menurut SK"):
    person_id = nurse_of(agency).person_id
    return region.desk.handover.corrections.propose(CODE, "2025", "pegawai", person_id, "name", name, reason)


def given_back(region, agency, stick):
    return agency.desk.handover.receive(region.desk.handover.returns.make(CODE, stick).path)


def states(office):
    return [one.line.state for one in office.desk.handover.corrections.lines()]


def test_a_correction_goes_down_is_done_and_its_answer_comes_up(joined):
    agency, region, stick = joined
    asked = propose_name(agency, region)
    assert (asked.present, asked.label) == ("Joko Widagdo", f"Joko Widagdo ({NIPS['nurse']})")
    assert states(region) == [CorrectionState.PROPOSED]
    outcome = given_back(region, agency, stick)
    assert outcome.brought.corrections == 1
    waiting = {item.kind: item for item in agency.desk.overview.work(YEAR).items}
    assert waiting[WorkKind.CORRECTIONS_WAIT].count == 1
    assert waiting[WorkKind.CORRECTIONS_WAIT].filters == {"tab": "corrections"}
    assert states(region) == states(agency) == [CorrectionState.SENT]
    assert nurse_of(agency).name == "Joko Widagdo", "nothing changes by arriving"
    agency.desk.handover.corrections.accept(asked.correction_id)
    assert nurse_of(agency).name == "Joko Widagdo, Baru"
    line = agency.desk.upkeep.journal()[0]
    assert (line.verb, line.origin) == ("handover.corrections.accept", f"correction:{asked.correction_id}")
    assert line.about == asked.label, "a clerk reads whose record it was, not a number"
    package = agency.desk.handover.pack(YEAR, stick).path
    answers = [one for one in region.desk.handover.look_into(package).records if one.table == "jawaban_koreksi"]
    assert [one.label for one in answers] == [asked.label]
    region.desk.handover.receive(package)
    assert states(region) == [CorrectionState.ACCEPTED]


def test_an_answer_in_words_changes_nothing_and_comes_up_too(joined):
    agency, region, stick = joined
    asked = propose_name(agency, region)
    given_back(region, agency, stick)
    with pytest.raises(UsageRefusal, match="PKG-765"):
        agency.desk.handover.corrections.answer(asked.correction_id, "  ")
    agency.desk.handover.corrections.answer(asked.correction_id, "Nama sesuai KTP")
    assert nurse_of(agency).name == "Joko Widagdo"
    with pytest.raises(UsageRefusal, match="PKG-761"):
        agency.desk.handover.corrections.accept(asked.correction_id)
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    (found,) = region.desk.handover.corrections.lines(CODE)
    assert (found.line.state, found.line.answer.words) == (CorrectionState.ANSWERED, "Nama sesuai KTP")


def test_an_answered_correction_travels_no_more_and_an_open_one_travels_until_it_is(joined):
    agency, region, stick = joined
    asked = propose_name(agency, region)
    given_back(region, agency, stick)
    assert region.desk.handover.returns.waiting(CODE).corrections[0].correction_id == asked.correction_id
    agency.desk.handover.corrections.answer(asked.correction_id, "Tetap")
    received = region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    assert region.desk.handover.returns.waiting(CODE).corrections == ()
    assert agency.desk.handover.receive(received.reply).brought.corrections == 0


def test_a_signed_evaluation_is_reopened_in_a_new_version_and_stays_as_it_was(joined):
    agency, region, stick = joined
    before = agency.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    asked = region.desk.handover.corrections.propose(
        CODE, "2025", "penilaian", before.evaluation_id, "result_rating", "ABOVE", "Realisasi melampaui target"
    )
    given_back(region, agency, stick)
    agency.desk.handover.corrections.accept(asked.correction_id)
    after = agency.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    assert (after.version, after.is_closed) == (before.version + 1, False)
    (kept,) = agency.desk.assessment.acts.versions(NIPS["nurse"], YEAR)
    assert kept.evaluation.predicate is before.predicate


@pytest.mark.parametrize(
    ("table", "field", "wish", "code"),
    [
        ("pegawai", "grade", "IV/a", "PKG-764"),
        ("pegawai", "sex", "X", "PKG-766"),
        ("pegawai", "education", EXPLAIN, "PKG-762"),
    ],
)
def test_what_a_correction_cannot_do_by_itself_is_refused_with_nothing_written(joined, table, field, wish, code):
    agency, region, stick = joined
    person = nurse_of(agency)
    asked = region.desk.handover.corrections.propose(CODE, "2025", table, person.person_id, field, wish, "Periksa")
    given_back(region, agency, stick)
    with pytest.raises(UsageRefusal, match=code):
        agency.desk.handover.corrections.accept(asked.correction_id)
    assert nurse_of(agency) == person
    assert states(agency) == [CorrectionState.SENT]


def test_a_field_that_was_changed_meanwhile_is_not_overwritten(joined):
    agency, region, stick = joined
    asked = propose_name(agency, region)
    rows = [small_office.staff_row("P3", NIPS["nurse"], "Joko W.", "2", "PERAWAT AHLI MUDA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    given_back(region, agency, stick)
    with pytest.raises(UsageRefusal, match="PKG-763"):
        agency.desk.handover.corrections.accept(asked.correction_id)
    assert nurse_of(agency).name == "Joko W."


def test_only_the_region_proposes_and_only_about_what_has_arrived(joined):
    agency, region, _ = joined
    corrections = region.desk.handover.corrections
    person_id = nurse_of(agency).person_id
    for args, code in (
        ((CODE, "2025", "pegawai", "nobody", "name", "X", "Y"), "PKG-758"),
        ((CODE, "2025", "pegawai", person_id, "shoe", "X", "Y"), "PKG-758"),
        ((CODE, "2025", "pegawai", person_id, "name", "Joko Widagdo", "Y"), "PKG-759"),
        ((CODE, "2025", "pegawai", person_id, "name", "X", " "), "PKG-654"),
    ):
        with pytest.raises(UsageRefusal, match=code):
            corrections.propose(*args)
    with pytest.raises(UsageRefusal, match="PKG-755"):
        agency.desk.handover.corrections.propose(CODE, "2025", "pegawai", person_id, "name", "X", "Y")
    with pytest.raises(UsageRefusal, match="PKG-760"):
        agency.desk.handover.corrections.accept("unknown")
    assert corrections.lines() == ()


def test_nothing_waits_nothing_is_made_and_the_same_content_is_the_same_file(joined):
    agency, region, stick = joined
    returns = region.desk.handover.returns
    with pytest.raises(UsageRefusal, match="PKG-754"):
        returns.make(CODE, stick)
    with pytest.raises(UsageRefusal, match="PKG-756"):
        returns.make("9999", stick)
    with pytest.raises(UsageRefusal, match="PKG-755"):
        agency.desk.handover.returns.make(CODE, stick)
    propose_name(agency, region)
    first = returns.make(CODE, stick)
    data = first.path.read_bytes()
    again = returns.make(CODE, stick)
    assert (first.reissued, again.reissued, again.path.read_bytes()) == (False, True, data)
    assert agency.desk.handover.receive(first.path).brought.corrections == 1
    twice = agency.desk.handover.receive(again.path)
    assert (twice.code, twice.brought.corrections) == (ReceiptCode.DUPLICATE, 0)


def test_returns_in_any_order_and_any_number_leave_the_same_state(joined):
    agency, region, stick = joined
    person_id = nurse_of(agency).person_id
    files = []
    for place, name in enumerate(("Joko A", "Joko B")):
        region.desk.handover.corrections.propose(CODE, "2025", "pegawai", person_id, "name", name, "Nama")
        if place == 0:
            region.desk.handover.approvals.complete(CODE, YEAR, "Dua orang cuti")
        else:
            region.desk.handover.approvals.approve(CODE, YEAR)
        files.append(region.desk.handover.returns.make(CODE, stick).path)
    seen = set()
    for place in (1, 0, 1, 0):
        agency.desk.handover.receive(files[place])
        lines = agency.desk.handover.corrections.lines()
        (approval,) = agency.desk.handover.approvals.lines()
        seen.add((len(lines), approval.line.approval.number, approval.line.approval.state))
    assert seen == {(2, 2, ApprovalState.APPROVED)}, "the older file adds nothing and takes nothing back"


def test_complete_is_not_approved_and_each_step_has_its_order(joined):
    _, region, _ = joined
    approvals = region.desk.handover.approvals
    (before,) = approvals.lines()
    assert (before.line.approval.state, before.line.is_complete) == (ApprovalState.OPEN, False)
    for verb, code in ((approvals.approve, "PKG-803"), (approvals.lock, "PKG-804"), (approvals.complete, "PKG-802")):
        with pytest.raises(UsageRefusal, match=code):
            verb(CODE, YEAR)
    with pytest.raises(UsageRefusal, match="PKG-805"):
        approvals.unapprove(CODE, YEAR, "Salah tekan")
    with pytest.raises(UsageRefusal, match="PKG-801"):
        approvals.complete("9999", YEAR, "x")
    assert approvals.complete(CODE, YEAR, "Dua orang cuti").state is ApprovalState.COMPLETE
    with pytest.raises(UsageRefusal, match="PKG-800"):
        approvals.complete(CODE, YEAR, "lagi")
    assert approvals.approve(CODE, YEAR).state is ApprovalState.APPROVED
    assert approvals.lock(CODE, YEAR).state is ApprovalState.LOCKED
    with pytest.raises(UsageRefusal, match="PKG-654"):
        approvals.unapprove(CODE, YEAR, " ")
    assert approvals.unapprove(CODE, YEAR, "Ada keberatan").state is ApprovalState.OPEN
    assert approvals.lines()[0].line.approval.number == 4


def test_a_lock_asks_for_a_reason_counts_what_follows_and_the_region_sees_both(joined):
    agency, region, stick = joined
    approvals = region.desk.handover.approvals
    approvals.complete(CODE, YEAR, "Dua orang cuti")
    approvals.approve(CODE, YEAR)
    approvals.lock(CODE, YEAR)
    given_back(region, agency, stick)
    standing = agency.desk.handover.approvals.standing(YEAR)
    assert (standing.approval.state, standing.changes) == (ApprovalState.LOCKED, 0)
    desk = agency.desk.assessment

    def reopen():
        return desk.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.ENTRY_ERROR, "Salah ketik")

    for work in (
        reopen,
        lambda: desk.close(YEAR),
        lambda: desk.rate(nurse_of(agency).person_id, YEAR, Rating.MEETS, Rating.MEETS),
    ):
        with pytest.raises(UsageRefusal, match="PKG-806"):
            work()
    with pytest.raises(UsageRefusal, match="PKG-654"):
        agency.desk.handover.approvals.work_on(YEAR, " ")
    agency.desk.handover.approvals.work_on(YEAR, "Keberatan dikabulkan")
    reopen()
    standing = agency.desk.handover.approvals.standing(YEAR)
    assert (standing.changes, standing.after_lock.reason) == (1, "Keberatan dikabulkan")
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    (seen,) = approvals.lines(CODE)
    assert seen.line.after_lock.reason == "Keberatan dikabulkan"


def test_a_lock_stops_levels_and_ratings_from_a_file_row_by_row_until_a_reason_is_written(joined):
    agency, region, stick = joined
    desk, period = agency.desk.assessment, Period(2025, PeriodKind.QUARTER, 4)
    with region.desk.handover.around.store.writing(
        region.desk.handover.around.actor, "handover.approvals.lock", agency_code=CODE
    ) as work:
        for one in (YEAR, period):
            work.approvals.save(Approval(one.code, 3, ApprovalState.LOCKED, "Kepala", date(2026, 2, 1)))
        work.commit()
    given_back(region, agency, stick)
    same, other = LEVELS[0], replace(LEVELS[0], level=OrgLevel.VERY_POOR)
    free = replace(rating_row(NIPS["nurse"], Rating.ABOVE), period=Period(2025, PeriodKind.QUARTER, 3))
    locked = replace(free, period=period)
    before = agency.desk.upkeep.journal(0, 1)

    def refused(outcome):
        return [(one.code, one.facts["name"]) for one in outcome.refused]

    assert refused(desk.import_ratings(agency.levels_file([other]))) == [("PKG-806", "Kepala")]
    assert refused(desk.import_ratings(agency.levels_file([same]))) == [], "what changes nothing is let through"
    assert refused(desk.import_ratings(agency.ratings_file([locked]), dry_run=True)) == [("PKG-806", "Kepala")]
    assert agency.desk.upkeep.journal(0, 1) == before
    outcome = desk.import_ratings(agency.ratings_file([free, locked]))
    assert refused(outcome) == [("PKG-806", "Kepala")] and outcome.counts.added == 1
    with pytest.raises(UsageRefusal, match="PKG-806"):
        desk.set_level(LEVELS[0].unit_source_id, YEAR, OrgLevel.POOR, "LKJiP", None)
    for one in (YEAR, period):
        agency.desk.handover.approvals.work_on(one, "Data susulan dari LKJiP")
    assert refused(desk.import_ratings(agency.levels_file([other]))) == []
    assert refused(desk.import_ratings(agency.ratings_file([locked]))) == []


def test_changes_that_arrive_after_the_approval_are_counted_at_the_region(joined):
    agency, region, stick = joined
    approvals = region.desk.handover.approvals
    approvals.complete(CODE, YEAR, "Dua orang cuti")
    approvals.approve(CODE, YEAR)
    assert approvals.lines()[0].line.changes == 0
    agency.desk.assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.NEW_EVIDENCE, "Bukti baru")
    agency.desk.assessment.rate(nurse_of(agency).person_id, YEAR, Rating.ABOVE, Rating.MEETS, reason="Bukti baru")
    agency.desk.assessment.close(YEAR)
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    assert approvals.lines()[0].line.changes >= 1


def test_an_open_period_needs_no_note(joined):
    agency, region, _ = joined
    with pytest.raises(UsageRefusal, match="PKG-807"):
        agency.desk.handover.approvals.work_on(YEAR, "Alasan")
    with pytest.raises(UsageRefusal, match="PKG-757"):
        region.desk.handover.approvals.work_on(YEAR, "Alasan")


@pytest.fixture
def pack_file(tmp_path):
    """A holiday pack of a year that the program does not know, in the shape of a shipped one."""
    shipped = sorted(resource("rules").glob("holidays/*.json"))[-1]
    value = json.loads(shipped.read_text(encoding="utf-8"))
    year = shipped.stem
    text = json.dumps(value, ensure_ascii=False).replace(year, "2031")
    path = tmp_path / "libur-2031.json"
    path.write_text(text, encoding="utf-8")
    return path


def offered(agency, region, stick, pack_file):
    unit = next(unit for unit in agency.desk.register.units() if unit.name == "Seksi Farmasi")
    reference = region.desk.handover.reference
    reference.name_unit(CODE, unit.unit_id, "Seksi Kefarmasian", "KEPALA SEKSI KEFARMASIAN", "Perda 3/2025")
    reference.wish_setting("periodic_cycle", "QUARTERLY")
    reference.add_pack(pack_file)
    day = Holiday(date(2026, 2, 17), "Hari Jadi Wilayah", HolidayKind.LOCAL, source="SE Wilayah 1/2026")
    region.desk.upkeep.holidays.set([day])
    return given_back(region, agency, stick), unit


def test_reference_data_is_looked_at_taken_whole_and_taken_back_whole(joined, pack_file):
    agency, region, stick = joined
    outcome, unit = offered(agency, region, stick, pack_file)
    assert outcome.brought.has_reference
    reference = agency.desk.handover.reference
    view = reference.look()
    fates = {line.part: line.fate for line in view.lines}
    assert fates == {
        ReferencePart.UNIT: ReferenceFate.CHANGED,
        ReferencePart.HOLIDAY: ReferenceFate.NEW,
        ReferencePart.PACK: ReferenceFate.NEW,
        ReferencePart.SETTING: ReferenceFate.CHANGED,
    }
    assert agency.desk.upkeep.settings.current().periodic_cycle.value == "UNSET", "nothing changes by arriving"
    taken = reference.take()
    units = {one.unit_id: one for one in agency.desk.register.units()}
    named = units[unit.unit_id]
    assert (named.name, named.head_title) == ("Seksi Kefarmasian", "KEPALA SEKSI KEFARMASIAN")
    assert agency.desk.upkeep.settings.current().periodic_cycle.value == "QUARTERLY"
    assert any(line.holiday.day.year == 2031 for line in agency.desk.upkeep.holidays.lines(2031))
    assert agency.desk.upkeep.journal()[0].origin.startswith("package:")
    assert reference.look() is None
    with pytest.raises(UsageRefusal, match="PKG-771"):
        reference.take()
    agency.desk.upkeep.undo(taken.changes.change_set_id)
    assert {one.unit_id: one.name for one in agency.desk.register.units()}[unit.unit_id] == unit.name
    assert agency.desk.upkeep.settings.current().periodic_cycle.value == "UNSET"
    assert agency.desk.upkeep.holidays.lines(2031) == (), "the rule pack counts no more"
    assert reference.look() is not None, "it waits again"


def test_the_same_reference_data_waits_once_and_older_data_never_comes_back(joined, pack_file):
    agency, region, stick = joined
    offered(agency, region, stick, pack_file)
    older = region.desk.handover.returns.make(CODE, stick).path
    propose_name(agency, region)
    same = region.desk.handover.returns.make(CODE, stick).path
    region.desk.handover.reference.wish_setting("periodic_cycle", "MONTHLY")
    newer = region.desk.handover.returns.make(CODE, stick).path
    assert not agency.desk.handover.receive(same).brought.has_reference
    assert agency.desk.handover.receive(newer).brought.has_reference
    agency.desk.handover.receive(older)
    waiting = [one for one in agency.desk.handover.reference.offers() if one.state is OfferState.WAITING]
    assert [one.data.settings["periodic_cycle"] for one in waiting] == ["MONTHLY"]


def test_reference_data_that_makes_no_sense_is_refused_where_it_is_said(joined, tmp_path, pack_file):
    _, region, _ = joined
    reference = region.desk.handover.reference
    with pytest.raises(UsageRefusal, match="PKG-767"):
        reference.name_unit(CODE, "nobody", "Nama")
    with pytest.raises(UsageRefusal, match="PKG-768"):
        reference.name_unit(CODE, "U1", " ")
    with pytest.raises(UsageRefusal, match="USE-12"):
        reference.wish_setting("shoe_size", "42")
    with pytest.raises(FileRefusal, match="PKG-769"):
        reference.add_pack(tmp_path / "tidak-ada.json")
    bad = tmp_path / "bukan.json"
    bad.write_text("{}", encoding="utf-8")
    with pytest.raises(FileRefusal, match="ASM-111"):
        reference.add_pack(bad)
    reference.add_pack(pack_file)
    text = pack_file.read_text(encoding="utf-8")
    pack_file.write_text(text.replace('"doubt": "', '"doubt": "Lain. ', 1), encoding="utf-8")
    with pytest.raises(UsageRefusal, match="PKG-770"):
        reference.add_pack(pack_file)
    assert len(reference.packs()) == 1


def test_the_paper_in_the_bag_is_enough_to_know_that_it_arrived(closed, region, tmp_path):
    closed.desk.handover.card(tmp_path / "kota.json")
    region.desk.handover.card(tmp_path / "wilayah.json")
    region.desk.handover.trust(tmp_path / "kota.json")
    closed.desk.handover.trust(tmp_path / "wilayah.json")
    received = region.desk.handover.receive(closed.desk.handover.pack(YEAR, tmp_path / "stick").path)
    line = region.desk.handover.papers.code(received.receipt.number)
    desk = closed.desk.handover.paper_receipts
    for place in (6, 40, 80, len(line) - 2):
        forged = line[:place] + ("A" if line[place] != "A" else "B") + line[place + 1 :]
        with pytest.raises(FileRefusal, match=r"PKG-75[23]"):
            desk.confirm(forged)
    assert closed.desk.handover.receipts().outgoing[0].state in ("PACKED", "ON_STICK", "UNCONFIRMED")
    typed = " ".join(line[place : place + 6] for place in range(0, len(line), 6)).lower()
    outcome = desk.confirm(typed)
    assert (outcome.is_news, outcome.line.state) == (True, received.code.value)
    assert not desk.confirm(line).is_news
    sent = closed.desk.handover.receipts().outgoing[0]
    assert (sent.state, sent.receipt_number) == ("A", received.receipt.number)
    assert closed.desk.handover.receive(received.reply).code is ReceiptCode.ACCEPTED, "the file may still come"
    with pytest.raises(UsageRefusal, match="PKG-757"):
        region.desk.handover.paper_receipts.confirm(line)


def test_a_conflict_becomes_a_question_to_the_agency(joined):
    _, region, _ = joined
    with pytest.raises(UsageRefusal, match="PKG-701"):
        region.desk.handover.corrections.propose_for_conflict(CODE, "unknown", "Mohon versi baru")
