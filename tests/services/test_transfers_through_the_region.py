"""A transfer whose receiver is not known goes through the region: passed on as it was made, and nowhere else."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace

import pytest
import small_office
from small_office import YEAR
from two_agencies import NURSE, ORDER, PDF, at_code, digests, introduce, person_at, reading, unit_at

from meritdesk.core.errors import FileRefusal
from meritdesk.core.evidence import EvidenceFilter
from meritdesk.core.handover import PackageKind, ReceiptCode
from meritdesk.exchange import package, relay, seal
from meritdesk.services.handover.transfer_judging import Placing

THROUGH = replace(ORDER, through_region=True, receiver_name="Kabupaten Sragen")


@pytest.fixture
def three(two_prepared, tmp_path):
    """Two agencies that do not know each other, and the region that knows both."""
    shutil.copytree(two_prepared, tmp_path / "dua")
    with ExitStack() as stack:
        old = stack.enter_context(small_office.office(tmp_path / "dua" / "kota"))
        new = stack.enter_context(small_office.office(tmp_path / "dua" / "sragen", "3314", "Kabupaten Sragen"))
        region = stack.enter_context(
            small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True)
        )
        for office in (old, new):
            forget(office)
            introduce(office, region, tmp_path)
        yield old, new, region, tmp_path / "stick"


def forget(office):
    """No card is known here any more."""
    around = office.desk.handover.around
    with around.store.writing(around.actor, "test") as work:
        work._connection.exec_driver_sql("DELETE FROM key_card")
        work._connection.commit()


def passed(three):
    old, _, region, stick = three
    packed = old.desk.handover.transfers.pack(THROUGH, stick)
    return packed, region.desk.handover.transfers.pass_on(packed.path, stick / "titipan")


def test_whoever_moves_arrives_through_the_region_as_his_agency_sent_him(three):
    old, new, region, stick = three
    at_code("PKG-832", old.desk.handover.transfers.pack, ORDER, stick)
    packed, outcome = passed(three)
    assert (packed.receiver, packed.receiver_name) == ("3314", "Kabupaten Sragen")
    assert (outcome.code, outcome.people, outcome.receiver) == (ReceiptCode.ACCEPTED, 1, "3314")
    arrival = new.desk.handover.transfers.look(outcome.path)
    assert (arrival.agency_code, arrival.header.sender) == ("3372", "3372/PC01")
    assert arrival.groups == old.desk.handover.own_card().fingerprint and arrival.passed_by == "Kantor Regional"
    key = packed.people[0].person_id
    taken = new.desk.handover.transfers.take(outcome.path, placings={key: Placing(unit_at(new))})
    assert taken.code is ReceiptCode.ACCEPTED and taken.receipt.package_id == packed.header.package_id
    assert digests(new, key) == digests(old, key)
    evidence = new.desk.execution.evidence
    (piece,) = evidence.lines(EvidenceFilter(person_ids=(key,)))
    assert evidence.content(piece.evidence_id)[1] == PDF
    origins = new.desk.handover.transfers.origins(key)
    assert {one.agency_name for one in origins.values()} == {"Pemerintah Kota Uji"}, "not the region's"
    with reading(region) as work:
        assert not work.people.all(), "at the region he is no row: the exports tell of him"


def test_the_old_agency_hears_from_the_region_first_and_from_the_new_agency_later(three, tmp_path):
    old, new, _, _ = three
    _, outcome = passed(three)
    old.desk.handover.receive(outcome.reply)
    (line,) = old.desk.handover.transfers.lines()
    assert (line.state, line.receipt_number) == ("AT_REGION", outcome.receipt.number)
    taken = new.desk.handover.transfers.take(outcome.path)
    at_code("PKG-511", old.desk.handover.receive, taken.reply)
    introduce(old, new, tmp_path)
    assert old.desk.handover.receive(taken.reply).code is ReceiptCode.ACCEPTED
    (line,) = old.desk.handover.transfers.lines()
    assert (line.state, line.receipt_number) == ("ACCEPTED", taken.receipt.number)


def test_the_receipt_goes_back_through_the_region_to_an_agency_that_does_not_know_the_new_one(three):
    old, new, region, stick = three
    _, outcome = passed(three)
    taken = new.desk.handover.transfers.take(outcome.path)
    assert taken.passed_by == "Kantor Regional"
    at_code("PKG-511", old.desk.handover.receive, taken.reply)
    at_code("PKG-858", region.desk.handover.receive, taken.reply)
    back = region.desk.handover.transfers.pass_on(taken.reply, stick / "kembali")
    assert (back.is_receipt, back.receiver, back.people, back.reply) == (True, "3372", 0, None)
    assert back.receipt == taken.receipt, "the region adds no word of its own"
    head = region.desk.overview.status(YEAR).journal
    again = region.desk.handover.transfers.pass_on(taken.reply, stick / "lagi")
    assert again.reissued and again.path.read_bytes() == back.path.read_bytes()
    assert region.desk.overview.status(YEAR).journal == head
    at_code("PKG-846", old.desk.handover.transfers.take, back.path)
    at_code("PKG-518", new.desk.handover.receive, back.path)
    heard = old.desk.handover.receive(back.path)
    assert (heard.code, heard.receipt.number) == (ReceiptCode.ACCEPTED, taken.receipt.number)
    assert old.desk.handover.receive(again.path).code is ReceiptCode.DUPLICATE
    (line,) = old.desk.handover.transfers.lines()
    assert (line.state, line.receipt_number) == ("ACCEPTED", taken.receipt.number)


def test_a_receipt_that_somebody_spoilt_on_the_way_is_not_believed(three):
    old, new, region, stick = three
    _, outcome = passed(three)
    taken = new.desk.handover.transfers.take(outcome.path)
    back = region.desk.handover.transfers.pass_on(taken.reply, stick / "kembali")

    def spoil(files):
        return {**files, relay.RELAYED_BAG: files[relay.RELAYED_BAG][:-1] + b"\x01"}

    path = stick / "palsu.merit"
    path.write_bytes(forged(region, back, spoil, "3372"))
    at_code("PKG-856", old.desk.handover.receive, path)
    assert old.desk.handover.transfers.lines()[0].state != "ACCEPTED"


def test_passing_on_twice_is_passing_on_once_and_so_is_taking(three):
    _, new, region, stick = three
    packed, outcome = passed(three)
    head = region.desk.overview.status(YEAR).journal
    again = region.desk.handover.transfers.pass_on(packed.path, stick / "lagi")
    assert again.reissued and again.code is ReceiptCode.DUPLICATE
    assert (again.path.read_bytes(), again.reply.read_bytes()) == (
        outcome.path.read_bytes(),
        outcome.reply.read_bytes(),
    )
    assert region.desk.overview.status(YEAR).journal == head
    new.desk.handover.transfers.take(outcome.path)
    assert new.desk.handover.transfers.take(again.path).code is ReceiptCode.DUPLICATE
    assert len(new.desk.handover.transfers.lines()) == 1


def test_exports_and_transfers_of_one_agency_are_streams_apart_at_the_region(three):
    old, _, region, stick = three
    first = old.desk.handover.pack(YEAR, stick)
    assert region.desk.handover.receive(first.path).code is ReceiptCode.ACCEPTED
    passed(three)
    second = old.desk.handover.pack(YEAR, stick)
    answered = region.desk.handover.receive(second.path)
    assert answered.code is ReceiptCode.ACCEPTED and not answered.receipt.missing_sequences
    assert region.desk.handover.transfers.moves()[0].is_let_go


def test_only_the_region_opens_it_and_only_the_agency_it_is_written_to_takes_it(three, tmp_path):
    old, new, region, stick = three
    packed, outcome = passed(three)
    with small_office.office(tmp_path / "klaten", "3310", "Kabupaten Klaten") as third:
        introduce(third, region, tmp_path)
        introduce(third, old, tmp_path)
        at_code("PKG-518", third.desk.handover.transfers.take, outcome.path)
        at_code("PKG-518", third.desk.handover.transfers.take, packed.path)
        at_code("PKG-755", third.desk.handover.transfers.pass_on, packed.path, stick)
    introduce(old, new, tmp_path)
    at_code("PKG-525", new.desk.handover.transfers.take, packed.path)
    at_code("PKG-845", new.desk.handover.receive, outcome.path)
    at_code("PKG-845", region.desk.handover.receive, packed.path)
    at_code("PKG-846", region.desk.handover.transfers.pass_on, old.desk.handover.pack(YEAR, stick).path, stick)


def test_where_the_region_does_not_know_the_receiver_either_nothing_is_noted(three):
    old, _, region, stick = three
    packed = old.desk.handover.transfers.pack(replace(THROUGH, receiver="3399"), stick)
    head = region.desk.overview.status(YEAR).journal
    at_code("PKG-832", region.desk.handover.transfers.pass_on, packed.path, stick)
    assert region.desk.overview.status(YEAR).journal == head and not region.desk.handover.receipts().incoming


def forged(region, outcome, spoil, receiver="3314"):
    """A relayed file as only somebody with the region's keys can make it, its parts spoilt first."""
    around = region.desk.handover.around
    keys = around.store.keys
    envelope = seal.open_envelope(outcome.path.read_bytes(), "")
    header = seal.stated_header(envelope)
    files = spoil(package.read_bag(header, seal.decrypt(envelope, header, keys)))
    with around.store.reading() as work:
        readers = [card for card in work.ledger.cards() if card.agency_code == receiver]
    return seal.seal(header, package.write_bag(header, files), keys, readers).data


def other_maker(files):
    text = files[relay.RELAYED_SIGNATURE].replace(b"from=3372/PC01", b"from=3310/PC01")
    return {**files, relay.RELAYED_SIGNATURE: text}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda files: {**files, relay.RELAYED_BAG: files[relay.RELAYED_BAG][:-1] + b"\x01"}, "PKG-856"),
        (other_maker, "PKG-856"),
        (lambda files: {**files, relay.CONTROL_PATH: b"{}"}, "PKG-855"),
        (lambda files: {**files, relay.RELAYED_CARD: b"{}"}, "KEY-501"),
        (lambda files: {name: data for name, data in files.items() if name != relay.RELAYED_CARD}, "PKG-530"),
    ],
)
def test_not_even_the_region_can_change_what_an_agency_signed(three, spoil, code):
    _, new, region, stick = three
    _, outcome = passed(three)
    path = stick / "palsu.merit"
    path.write_bytes(forged(region, outcome, spoil))
    at_code(code, new.desk.handover.transfers.take, path)
    assert person_at(new, NURSE) is None


def test_an_agency_cannot_relay_and_a_forked_stream_is_answered_and_goes_no_further(three):
    old, new, region, stick = three
    packed, _ = passed(three)
    around = old.desk.handover.around
    header = replace(packed.header, kind=PackageKind.RELAY, inner="")
    path = stick / "titipan palsu.merit"
    path.write_bytes(seal.seal(header, b"bag", around.store.keys, [new.desk.handover.own_card().card]).data)
    at_code("PKG-511", new.desk.handover.transfers.take, path)
    introduce(old, new, stick)
    at_code("PKG-517", new.desk.handover.transfers.take, path)
    twin = replace(packed.header, inner="", package_id="00000000-0000-0000-0000-000000000009")
    with around.store.reading() as work:
        region_card = next(card for card in work.ledger.cards() if card.is_region)
        data = work.ledger.outgoing_data(packed.header.package_id)
    envelope = seal.open_envelope(data, "")
    bag = package.read_bag(packed.header, seal.decrypt(envelope, packed.header, around.store.keys))
    path.write_bytes(seal.seal(twin, package.write_bag(twin, bag), around.store.keys, [region_card]).data)
    answered = region.desk.handover.transfers.pass_on(path, stick / "garpu")
    assert answered.code is ReceiptCode.FORK and answered.path is None and answered.reply is not None


def test_a_full_disk_at_the_region_loses_nothing(three, monkeypatch):
    old, _, region, stick = three
    packed = old.desk.handover.transfers.pack(THROUGH, stick)

    def full(*_):
        raise FileRefusal("PKG-561", name="x", folder="y")

    with monkeypatch.context() as patched:
        patched.setattr(region.desk.handover.around.exchange, "write_package", full)
        outcome = region.desk.handover.transfers.pass_on(packed.path, stick / "titipan")
    assert outcome.path is None and outcome.unwritten.code == "PKG-561"
    again = region.desk.handover.transfers.pass_on(packed.path, stick / "titipan")
    assert again.path.is_file() and again.reply.is_file() and region.desk.handover.receipts().owed == ()
