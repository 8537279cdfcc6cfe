"""People who leave for another agency and people who come from one: let go, looked at, taken, only read."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import replace
from datetime import date

import pytest
import small_office
from small_office import NIPS, YEAR
from two_agencies import (
    NURSE,
    ORDER,
    SINCE,
    at_code,
    digests,
    introduce,
    person_at,
    reading,
    taken,
    unit_at,
)

from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.approvals import Approval, ApprovalState
from meritdesk.core.career import CareerChange, EntryKind
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Actual, Rating
from meritdesk.core.handover import PackageHeader, PackageKind, ReceiptCode
from meritdesk.core.moves import TransferWay
from meritdesk.core.people import LegalStatus
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import PlanState
from meritdesk.core.returned import ReturnContent
from meritdesk.core.transfers import PersonFate, TwinAnswer
from meritdesk.services.handover.transfer_judging import Placing
from meritdesk.services.handover.transfer_packing import TransferOrder

WHY = (RevisionReason.ENTRY_ERROR, "Salah ketik")


def test_whoever_is_let_go_has_left_and_the_letter_and_the_receiver_are_known(pair):
    old, _, stick = pair
    person = person_at(old)
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    assert packed.header.kind.value == "transfer" and packed.header.recipient == "3314"
    assert packed.counts["people"] == 1 and packed.counts["evaluations"] == 1 and packed.counts["plans"] == 1
    assert person_at(old).legal_status is LegalStatus.LEFT
    (line,) = old.desk.handover.transfers.lines()
    move = line.transfer
    assert (move.way, move.person_id, move.other_code, move.letter) == (
        TransferWay.OUT, person.person_id, "3314", "820/17/2025",
    )  # fmt: skip
    assert move.other_name == "Kabupaten Sragen" and line.state == "ON_STICK" and "PERAWAT AHLI MUDA" in move.post


def test_the_same_people_packed_again_are_the_same_file(pair):
    old, _, stick = pair
    first = old.desk.handover.transfers.pack(ORDER, stick)
    again = old.desk.handover.transfers.pack(ORDER, stick / "lagi")
    assert again.reissued and again.path.read_bytes() == first.path.read_bytes()
    assert len(old.desk.handover.transfers.lines()) == 1


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (TransferOrder((), "3314", SINCE, "820/1"), "PKG-835"),
        (TransferOrder((NURSE,), "3314", SINCE, " "), "PKG-835"),
        (TransferOrder((NURSE,), "3372", SINCE, "820/1"), "PKG-837"),
        (TransferOrder((NURSE,), "9999", SINCE, "820/1"), "PKG-832"),
        (TransferOrder(("198003032005011999",), "3314", SINCE, "820/1"), "USE-102"),
    ],
)
def test_nobody_is_let_go_where_the_order_is_not_whole(pair, order, code):
    old, _, stick = pair
    with pytest.raises(UsageRefusal) as refusal:
        old.desk.handover.transfers.pack(order, stick)
    assert refusal.value.code == code
    assert person_at(old).legal_status is LegalStatus.ACTIVE and not old.desk.handover.transfers.lines()


def test_the_dry_run_names_who_comes_and_changes_nothing(pair):
    old, new, stick = pair
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    arrival = new.desk.handover.transfers.look(packed.path)
    (coming,) = arrival.people
    assert (coming.person.nip, coming.fate, coming.here) == (NURSE, PersonFate.NEW, None)
    assert [period.code for period in coming.closed] == ["2025"] and not arrival.asked
    assert arrival.totals == packed.counts and arrival.agency_name == "Pemerintah Kota Uji"
    assert arrival.groups == old.desk.handover.own_card().fingerprint
    assert person_at(new) is None and not new.desk.handover.receipts().incoming


def test_whoever_is_taken_in_keeps_his_key_and_the_seals_of_both_sides_are_equal(pair):
    old, new, _ = pair
    before = digests(old, person_at(old).person_id)
    _, outcome = taken(pair)
    person = person_at(new)
    assert person.person_id == person_at(old).person_id and person.legal_status is LegalStatus.ACTIVE
    assert person.unit_id == unit_at(new) and person.position_since == SINCE
    assert outcome.code is ReceiptCode.ACCEPTED and outcome.receipt.counts["added"] > 5
    assert digests(new, person.person_id) == before == digests(old, person.person_id)
    with reading(new) as work:
        posts = work.history.all().of(person.person_id, EntryKind.POST)
        assert [entry.unit_id for entry in posts] == ["", unit_at(new)]
        assert "Bidang Pelayanan" in posts[0].note, "the old unit is a word here, not a key"
        plan, begun = work.plans.of_people([person.person_id])
        assert (begun.state, begun.starts, begun.post) == (PlanState.DRAFT, SINCE, "PERAWAT AHLI MUDA")
    with reading(old) as work:
        assert work.plans.of_people([person.person_id]) == (plan,)


def test_the_receipt_comes_back_and_the_old_agency_knows_that_he_arrived(pair):
    old, _, _ = pair
    _, outcome = taken(pair)
    assert outcome.reply is not None
    back = old.desk.handover.receive(outcome.reply)
    assert back.code is ReceiptCode.ACCEPTED
    (line,) = old.desk.handover.transfers.lines()
    assert line.state == "ACCEPTED" and line.receipt_number == outcome.receipt.number


def test_moving_twice_is_moving_once(pair):
    _, new, _ = pair
    packed, first = taken(pair)
    head = new.desk.overview.status(YEAR).journal
    again = new.desk.handover.transfers.take(packed.path)
    assert again.code is ReceiptCode.DUPLICATE and again.reply.read_bytes() == first.reply.read_bytes()
    assert new.desk.overview.status(YEAR).journal == head
    assert len(new.desk.handover.transfers.lines()) == 1


def test_a_second_file_of_the_same_move_only_adds_what_is_new(pair):
    old, new, stick = pair
    taken(pair)
    person = person_at(new)
    old.desk.assessment.acts.reopen(NURSE, YEAR, *WHY)
    old.desk.assessment.rate(person.person_id, YEAR, Rating.ABOVE, Rating.MEETS, reason="Bukti baru")
    old.desk.assessment.close(YEAR)
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    assert not packed.reissued and packed.header.sequence == 2
    arrival = new.desk.handover.transfers.look(packed.path)
    assert [one.fate for one in arrival.people] == [PersonFate.KNOWN] and not arrival.counts["refused"]
    outcome = new.desk.handover.transfers.take(packed.path)
    assert outcome.receipt.counts["changed"] == 1, "the next version of his evaluation"
    assert digests(new, person.person_id) == digests(old, person.person_id)
    assert person_at(new) == person, "the register here is ours since he came"
    assert len(new.desk.handover.transfers.lines()) == 1


def test_what_the_old_agency_made_is_read_here_and_changed_by_nobody(pair):
    _, new, _ = pair
    taken(pair)
    person_id = person_at(new).person_id
    shown = new.desk.assessment.show(NURSE, YEAR).evaluation
    assert shown.is_closed and shown.parties[1].name.startswith("Endang Lestari")
    origins = new.desk.handover.transfers.origins(person_id)
    assert origins["penilaian", shown.evaluation_id].agency_name == "Pemerintah Kota Uji"
    at_code("PKG-840", new.desk.assessment.acts.reopen, NURSE, YEAR, *WHY)
    around = new.desk.handover.around
    with around.store.writing(around.actor, "planning.save") as work:
        plan = work.plans.of_people([person_id])[0]
        work.plans.save([replace(plan, version=plan.version + 1)])
        at_code("PKG-840", work.commit)
    with around.store.writing(around.actor, "execution.enter") as work:
        measure = plan.results[0].indicators[0].indicator_id
        work.actuals.save([Actual(measure, parse_period("2025-TW4"), "90 %")])
        at_code("PKG-840", work.commit)
    assert new.desk.assessment.show(NURSE, YEAR).evaluation == shown


def test_a_file_taken_back_leaves_nothing_and_can_be_taken_again(pair):
    old, new, _ = pair
    packed, outcome = taken(pair)
    new.desk.handover.take_back(outcome.receipt.number, "Salah instansi")
    assert person_at(new) is None and not new.desk.handover.transfers.lines()
    with reading(new) as work:
        assert not work.transfers.origins()
    again = new.desk.handover.transfers.take(packed.path)
    assert again.code is ReceiptCode.ACCEPTED and person_at(new) is not None
    assert digests(new, person_at(new).person_id) == digests(old, person_at(old).person_id)


def add_by_hand(office, nip=NURSE):
    rows = [small_office.staff_row("P9", nip, "Joko Widagdo", "4", "PENGELOLA LAYANAN", "U4")]
    office.desk.register.import_staff(office.staff_file(rows))
    return person_at(office, nip)


def test_somebody_with_his_nip_is_asked_about_and_becomes_him(pair):
    old, new, stick = pair
    typed = add_by_hand(new)
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    (coming,) = new.desk.handover.transfers.look(packed.path).asked
    assert coming.fate is PersonFate.TWIN and coming.here == typed
    head = new.desk.overview.status(YEAR).journal
    at_code("PKG-838", new.desk.handover.transfers.take, packed.path)
    assert new.desk.overview.status(YEAR).journal == head
    key = coming.person.person_id
    new.desk.handover.transfers.take(packed.path, placings={key: Placing(twin=TwinAnswer.SAME)})
    person = person_at(new)
    assert person.person_id == key and person.position_title == "PENGELOLA LAYANAN"
    assert person.unit_id == typed.unit_id
    with reading(new) as work:
        assert not work.people.by_ids([typed.person_id])


def test_somebody_else_with_his_nip_is_kept_apart(pair):
    old, new, stick = pair
    typed = add_by_hand(new)
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    key = packed.people[0].person_id
    new.desk.handover.transfers.take(packed.path, placings={key: Placing(twin=TwinAnswer.APART)})
    with reading(new) as work:
        assert set(work.people.by_ids([key, typed.person_id])) == {key, typed.person_id}
    assert not new.desk.register.duplicates.find()


def test_nobody_is_joined_where_both_were_evaluated_for_one_period(pair):
    old, new, stick = pair
    add_by_hand(new)
    new.desk.planning.import_plans(new.plans_file(small_office.plan_rows(NURSE)))
    new.desk.execution.import_actuals(new.actuals_file(small_office.actual_rows(NURSE)))
    new.desk.assessment.import_ratings(new.ratings_file([small_office.rating_row(NURSE)]))
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    key = packed.people[0].person_id
    placings = {key: Placing(twin=TwinAnswer.SAME)}
    at_code("PKG-839", new.desk.handover.transfers.take, packed.path, placings=placings)
    assert person_at(new).person_id != key


def test_somebody_in_service_here_under_his_key_is_not_taken(pair):
    old, new, stick = pair
    packed, _ = taken(pair)
    on = TransferOrder((NURSE,), "3372", date(2026, 2, 1), "820/2/2026")
    assert person_at(new).legal_status is LegalStatus.ACTIVE
    old.desk.register.careers.change(
        ChangeRequest(CareerChange.RETURN, packed.people[0].person_id, date(2026, 1, 5), note="Batal pindah")
    )
    came = new.desk.handover.transfers.pack(on, stick / "balik")
    arrival = old.desk.handover.transfers.look(came.path)
    assert [one.fate for one in arrival.people] == [PersonFate.IN_SERVICE] and arrival.counts["refused"] > 1
    before = person_at(old)
    outcome = old.desk.handover.transfers.take(came.path)
    assert outcome.code is ReceiptCode.ERRORS and "PKG-841" in {one.code for one in outcome.outcomes}
    assert person_at(old) == before


def test_who_comes_back_is_himself_again_and_his_own_records_stay_his_agencys(pair):
    old, new, stick = pair
    taken(pair)
    mine = digests(old, person_at(old).person_id)
    on = TransferOrder((NURSE,), "3372", date(2026, 1, 8), "820/2/2026")
    back = new.desk.handover.transfers.pack(on, stick / "balik")
    assert person_at(new).legal_status is LegalStatus.LEFT
    arrival = old.desk.handover.transfers.look(back.path)
    assert [one.fate for one in arrival.people] == [PersonFate.BACK] and not arrival.counts["refused"]
    outcome = old.desk.handover.transfers.take(back.path, placings={back.people[0].person_id: Placing(unit_at(old))})
    assert outcome.code is ReceiptCode.ACCEPTED
    person = person_at(old)
    assert person.legal_status is LegalStatus.ACTIVE and person.unit_id == unit_at(old)
    assert digests(old, person.person_id) == mine
    elsewhere = old.desk.handover.transfers.origins(person.person_id)
    with reading(old) as work:
        since = {one.entry_id: one.since for one in work.history.all().of(person.person_id)}
    assert {table for table, _ in elsewhere} == {"riwayat_jabatan"}, "nothing else of his is anybody else's here"
    told = {(since[key], one.agency_code) for (_, key), one in elsewhere.items()}
    assert told == {(SINCE, "3314")}, "what he was there in between is told by them"
    old.desk.assessment.acts.reopen(NURSE, YEAR, *WHY)


def test_who_moved_on_cannot_be_let_go_to_a_third(pair, tmp_path):
    old, _, stick = pair
    taken(pair)
    with small_office.office(tmp_path / "klaten", "3310", "Kabupaten Klaten") as third:
        introduce(old, third, tmp_path)
    at_code("PKG-836", old.desk.handover.transfers.pack, replace(ORDER, receiver="3310"), stick)


def test_who_retired_is_nobodys_transfer(pair):
    old, _, stick = pair
    person = person_at(old)
    old.desk.register.careers.change(ChangeRequest(CareerChange.PENSION, person.person_id, date(2025, 12, 1)))
    at_code("PKG-849", old.desk.handover.transfers.pack, ORDER, stick)


def test_a_transfer_written_to_another_agency_is_refused(pair, tmp_path):
    old, _, stick = pair
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    with small_office.office(tmp_path / "klaten", "3310", "Kabupaten Klaten") as third:
        introduce(old, third, tmp_path)
        at_code("PKG-518", third.desk.handover.transfers.take, packed.path)
        assert person_at(third) is None


def test_a_transfer_that_is_cut_or_altered_or_of_a_stranger_is_refused(pair, tmp_path):
    old, new, stick = pair
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    data = packed.path.read_bytes()
    packed.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(FileRefusal):
        new.desk.handover.transfers.take(packed.path)
    packed.path.write_bytes(data[:-200] + bytes([data[-200] ^ 1]) + data[-199:])
    with pytest.raises(FileRefusal):
        new.desk.handover.transfers.take(packed.path)
    with small_office.office(tmp_path / "klaten", "3310", "Kabupaten Klaten") as third:
        third.settle()
        card = tmp_path / "3314.json"
        new.desk.handover.card(card)
        third.desk.handover.trust(card)
        forged = third.desk.handover.transfers.pack(ORDER, tmp_path / "asing")
    at_code("PKG-511", new.desk.handover.transfers.take, forged.path)
    assert person_at(new) is None and not new.desk.handover.transfers.lines()


def test_another_file_than_was_looked_at_is_not_taken(pair):
    old, new, stick = pair
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    at_code("PKG-660", new.desk.handover.transfers.take, packed.path, looked_at="sha256:" + "0" * 64)


def test_an_export_is_no_transfer_and_a_transfer_is_not_received_as_one(pair):
    old, new, stick = pair
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    at_code("PKG-845", new.desk.handover.receive, packed.path)
    at_code("PKG-845", new.desk.handover.look_into, packed.path)
    _, outcome = taken(pair)
    at_code("PKG-846", old.desk.handover.transfers.look, outcome.reply)


def test_an_agency_tells_another_only_of_the_file_it_was_given(pair, tmp_path):
    """A neighbour, trusted for transfers, answers our export to the region as if it were the region (PKG-834)."""
    old, new, stick = pair
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        introduce(old, region, tmp_path)
    export = old.desk.handover.pack(YEAR, stick)
    _, outcome = taken(pair)
    claimed = replace(outcome.receipt, package_id=export.header.package_id, payload_digest=export.payload_digest)
    forged = answer_as(new, claimed)
    path = stick / "palsu.merit"
    path.write_bytes(forged)
    at_code("PKG-834", old.desk.handover.receive, path)
    state = next(line.state for line in old.desk.handover.receipts().outgoing if line.kind == "export")
    assert state == "ON_STICK"


def answer_as(office, receipt, **more):
    """A return signed by an agency, made behind the services."""
    around = office.desk.handover.around
    with around.store.reading() as work:
        readers = tuple(card for card in work.ledger.cards() if card.agency_code == "3372")
    header = PackageHeader(
        PackageKind.RETURN, "3314/PC01", "3372", "2026", "ab" * 16, 1, "sha256:" + "0" * 64, str(uuid.uuid4())
    )
    content = ReturnContent(receipt, **more)
    return around.exchange.pack(header, content, around.store.keys, (*readers, around.store.keys.card)).data


def test_an_agency_that_sends_more_than_a_receipt_is_refused(pair):
    old, new, stick = pair
    _, outcome = taken(pair)
    word = Approval("2025", 9, ApprovalState.LOCKED, "Kepala", date(2026, 1, 1))
    path = stick / "lebih.merit"
    path.write_bytes(answer_as(new, outcome.receipt, approvals=(word,)))
    at_code("PKG-833", old.desk.handover.receive, path)


def test_the_year_goes_on_with_two_employers(two_prepared, tmp_path):
    """A quarter at the old agency, the rest and the year at the new one, whose rater and level count (R-69)."""
    shutil.copytree(two_prepared / "sragen", tmp_path / "sragen")
    quarter = parse_period("2025-TW2")
    with (
        small_office.office(tmp_path / "kota") as old,
        small_office.office(tmp_path / "sragen", "3314", "Kabupaten Sragen") as new,
    ):
        introduce(old, new, tmp_path)
        old.settle()
        old.desk.assessment.windows.set_cycle(PeriodicCycle.QUARTERLY, 10, 15)
        old.plan_everybody()
        old_plan = plans_at(old)[0]
        old.desk.execution.import_actuals(old.actuals_file(moved_to(quarter, small_office.actual_rows(NURSE))))
        old.desk.assessment.import_ratings(old.levels_file(moved_to(quarter, small_office.LEVELS)))
        old.desk.assessment.import_ratings(old.ratings_file(moved_to(quarter, [small_office.rating_row(NURSE)])))
        old.desk.assessment.close(quarter)
        packed, outcome = taken((old, new, tmp_path / "stick"), replace(ORDER, since=date(2025, 7, 1)))
        assert packed.counts["evaluations"] == 1 and outcome.code is ReceiptCode.ACCEPTED
        ended, begun = plans_at(new)
        assert (begun.starts, begun.ends) == (date(2025, 7, 1), date(2025, 12, 31))
        assert (ended.plan_id, ended.ends) == (old_plan.plan_id, date(2025, 6, 30))
        evaluators = dict(new.desk.register.careers.timeline(NURSE, 2025).evaluators)
        rater = person_at(new, NIPS["bidang"]).person_id
        assert evaluators[YEAR].is_due and (evaluators[YEAR].rater_id, evaluators[YEAR].led_unit_id) == (
            rater, unit_at(new),
        )  # fmt: skip
        assert not new.desk.register.careers.evaluator(NURSE, quarter).answer.is_due, "he was not here then"
        new.desk.planning.import_plans(new.plans_file(small_office.plan_rows(NURSE)))
        new.desk.execution.import_actuals(new.actuals_file(small_office.actual_rows(NURSE)))
        new.desk.assessment.import_ratings(new.levels_file())
        new.desk.assessment.import_ratings(new.ratings_file([small_office.rating_row(NURSE)]))
        new.desk.assessment.close(YEAR)
        final = new.desk.assessment.show(NURSE, YEAR).evaluation
        assert final.is_closed and final.rater_id == rater
        assert new.desk.assessment.show(NURSE, quarter).evaluation.is_closed
        assert plans_at(new)[0] == ended and plans_at(new)[1].results


def moved_to(period, rows):
    return [replace(row, period=period) for row in rows]


def plans_at(office):
    with reading(office) as work:
        return work.plans.of_people([work.people.by_nip(NURSE).person_id])


def test_the_region_sees_a_move_from_both_sides_and_counts_nobody_twice(pair, tmp_path):
    """F64: both agencies send the year of somebody who moved; neither record is lost (exchange 7)."""
    old, new, stick = pair
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        introduce(old, region, tmp_path)
        introduce(new, region, tmp_path)
        handover = region.desk.handover
        handover.receive(old.desk.handover.pack(YEAR, stick).path)
        taken(pair)
        handover.receive(new.desk.handover.pack(YEAR, stick).path)
        (waiting,) = handover.transfers.moves()
        assert (waiting.from_code, waiting.to_code, waiting.is_taken, waiting.is_let_go) == (
            "3372",
            "3314",
            True,
            False,
        )
        (line,) = [one for one in handover.custody.lines(2025) if one.key == NURSE]
        assert not line.is_waiting and line.decision.owner == "3314", "the file of the new agency settles it"
        handover.receive(old.desk.handover.pack(YEAR, stick).path)
        assert [one.is_matched for one in handover.transfers.moves()] == [True]
        assert NURSE not in {one.key for one in handover.custody.lines(2025)}, "the old agency let him go"
        for code in ("3372", "3314"):
            with reading(region, code) as work:
                person = work.people.by_nip(NURSE)
                assert person is not None and work.evaluations.of_person(person.person_id), "neither is lost"
