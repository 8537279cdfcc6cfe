"""What goes up arrives once, whatever happens to the file on the way, and the answer comes back."""

from __future__ import annotations

import shutil

import pytest
import small_office
from small_office import NIPS, YEAR, rating_row

from meritdesk import exchange
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.handover import ReceiptCode
from meritdesk.services.handover.answering import write_owed_answers


@pytest.fixture
def region(tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as opened:
        yield opened


@pytest.fixture
def joined(closed, region, tmp_path):
    closed.desk.handover.card(tmp_path / "kota.json")
    region.desk.handover.card(tmp_path / "wilayah.json")
    region.desk.handover.trust(tmp_path / "kota.json")
    closed.desk.handover.trust(tmp_path / "wilayah.json")
    return closed, region, tmp_path / "stick"


def test_a_package_arrives_and_its_receipt_confirms_it(joined):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    assert packed.counts["evaluations"] == 5
    assert agency.desk.handover.receipts().outgoing[0].state == "ON_STICK"
    received = region.desk.handover.receive(packed.path)
    assert received.code is ReceiptCode.ACCEPTED
    assert received.receipt.counts["refused"] == 0
    assert received.receipt.counts["added"] == sum(received.receipt.counts.values())
    answer = agency.desk.handover.receive(received.reply)
    assert answer.receipt.number == received.receipt.number
    line = agency.desk.handover.receipts().outgoing[0]
    assert (line.state, line.receipt_number) == ("A", received.receipt.number)


def test_the_same_file_twice_changes_nothing_and_gives_the_same_receipt(joined):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    first = region.desk.handover.receive(packed.path)
    reply = first.reply.read_bytes()
    head = region.desk.overview.status(YEAR).journal
    second = region.desk.handover.receive(packed.path)
    assert second.code is ReceiptCode.DUPLICATE
    assert second.receipt == first.receipt
    assert second.reply.read_bytes() == reply
    assert region.desk.overview.status(YEAR).journal == head
    agency.desk.handover.receive(first.reply)
    assert agency.desk.handover.receive(second.reply).code is ReceiptCode.DUPLICATE


def test_packing_again_without_a_change_writes_the_same_bytes(joined):
    agency, _, stick = joined
    first = agency.desk.handover.pack(YEAR, stick)
    data = first.path.read_bytes()
    first.path.unlink()
    again = agency.desk.handover.pack(YEAR, stick)
    assert again.reissued and again.path.read_bytes() == data
    assert again.header.sequence == first.header.sequence
    assert len(agency.desk.handover.receipts().outgoing) == 1


def test_a_change_makes_the_next_sequence_and_only_the_change_is_new(joined):
    agency, region, stick = joined
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    rows = [small_office.staff_row("P8", "199001012015011008", "Orang Baru", "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    packed = agency.desk.handover.pack(YEAR, stick)
    assert packed.header.sequence == 2
    received = region.desk.handover.receive(packed.path)
    assert received.code is ReceiptCode.ACCEPTED
    counts = received.receipt.counts
    assert counts["added"] == 2, "the person and the reporting line"
    assert counts["same"] > 20


def test_the_region_keeps_who_was_appraised_as_he_stood_at_closing(joined):
    agency, region, stick = joined

    def arrived():
        with region.desk.documents.around.store.reading("3372") as work:
            return {found.evaluation_id: found for found in work.evaluations.of_period(YEAR)}

    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    before = arrived()
    mine = agency.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    assert before[mine.evaluation_id].parties == mine.parties
    assert before[mine.evaluation_id].parties[0].position == "PERAWAT AHLI MUDA"
    rows = [small_office.staff_row("P3", NIPS["nurse"], "Joko Widagdo Baru", "2", "PERAWAT AHLI MADYA", "U3")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    received = region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    assert received.code is ReceiptCode.ACCEPTED
    assert (received.receipt.counts["conflict"], received.receipt.counts["refused"]) == (0, 0)
    assert arrived() == before


def test_an_older_file_that_comes_late_is_recorded_and_not_applied(joined):
    agency, region, stick = joined
    first = agency.desk.handover.pack(YEAR, stick)
    rows = [small_office.staff_row("P3", NIPS["nurse"], "Joko Widagdo Baru", "2", "PERAWAT AHLI MADYA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    second = agency.desk.handover.pack(YEAR, stick)
    received = region.desk.handover.receive(second.path)
    assert received.receipt.missing_sequences == (1,)
    assert region.desk.handover.receive(first.path).code is ReceiptCode.SUPERSEDED


def test_a_changed_byte_anywhere_is_refused_with_nothing_written(joined, tmp_path):
    agency, region, stick = joined
    data = agency.desk.handover.pack(YEAR, stick).path.read_bytes()
    head = region.desk.overview.status(YEAR).journal
    for place in range(0, len(data), max(1, len(data) // 60)):
        broken = bytearray(data)
        broken[place] ^= 0x01
        path = tmp_path / "rusak.merit"
        path.write_bytes(broken)
        with pytest.raises(FileRefusal):
            region.desk.handover.receive(path)
    assert region.desk.overview.status(YEAR).journal == head
    assert region.desk.handover.receipts().incoming == ()


def test_a_package_for_somebody_else_or_from_a_stranger_is_refused(joined, tmp_path):
    agency, _region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    with pytest.raises(FileRefusal):
        agency.desk.handover.receive(packed.path)
    with (
        small_office.office(tmp_path / "lain", "REG99", "Kantor Lain", is_region=True) as other,
        pytest.raises(FileRefusal),
    ):
        other.desk.handover.receive(packed.path)


def test_a_renamed_file_is_known_by_its_content(joined, tmp_path):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    shutil.copy(packed.path, tmp_path / "kiriman dari surel.zip")
    assert region.desk.handover.receive(tmp_path / "kiriman dari surel.zip").code is ReceiptCode.ACCEPTED


def test_a_new_installation_needs_a_word_of_confirmation(joined, tmp_path):
    agency, region, stick = joined
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    backup = agency.desk.upkeep.backup(tmp_path / "cadangan")
    from meritdesk.bootstrap import open_desk, restore_store

    restore_store(backup, tmp_path / "pulih", small_office.PASSPHRASE)
    with open_desk(tmp_path / "pulih", small_office.PASSPHRASE) as restored:
        restored.handover.resume_sending()
        packed = restored.handover.pack(YEAR, tmp_path / "stick2")
        assert packed.header.sequence == 1
    with pytest.raises(FileRefusal, match="PKG-592"):
        region.desk.handover.receive(packed.path)
    received = region.desk.handover.receive(packed.path, confirm_new_epoch=True)
    assert received.code is ReceiptCode.ACCEPTED
    assert received.receipt.counts["same"] == sum(received.receipt.counts.values())


def test_without_a_region_or_a_closed_evaluation_there_is_nothing_to_pack(planned, region, tmp_path):
    with pytest.raises(UsageRefusal, match="PKG-590"):
        planned.desk.handover.pack(YEAR, tmp_path / "stick")
    region.desk.handover.card(tmp_path / "wilayah.json")
    planned.desk.handover.trust(tmp_path / "wilayah.json")
    with pytest.raises(UsageRefusal, match="PKG-591"):
        planned.desk.handover.pack(YEAR, tmp_path / "stick")
    assert planned.desk.handover.receipts().outgoing == ()


def test_an_open_evaluation_stays_at_home_and_is_counted(joined):
    agency, _, stick = joined
    quarter = small_office.parse_period("2025-TW1")
    agency.desk.assessment.import_ratings(agency.ratings_file([rating_row(NIPS["nurse"], Rating.MEETS)]))
    person = agency.desk.register.show(NIPS["nurse"]).person
    agency.desk.assessment.rate(person.person_id, quarter, Rating.MEETS, Rating.MEETS)
    with pytest.raises(UsageRefusal, match="PKG-591"):
        agency.desk.handover.pack(quarter, stick)


def test_inspecting_opens_nothing_and_says_who_signed(joined):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    view = region.desk.handover.inspect(packed.path)
    assert view.is_verified and view.signer.agency_code == "3372"
    assert view.header.sequence == 1


def test_the_region_sees_the_progress_of_those_who_sent_and_is_not_told_to_import(joined):
    agency, region, stick = joined
    assert region.desk.overview.status(YEAR).tasks == ()
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    status = region.desk.overview.status(YEAR)
    assert (status.whole.staff, status.whole.closed) == (7, 5)
    assert {task.code for task in status.tasks} == {"OVW-NO-BACKUP"}


def _full(*_: object) -> None:
    raise FileRefusal("PKG-561", name="tanda-terima.merit")


def test_a_stick_that_takes_no_receipt_leaves_the_answer_owed_and_says_so(joined, monkeypatch):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)

    monkeypatch.setattr(exchange, "write_package", _full)
    taken = region.desk.handover.receive(packed.path)
    monkeypatch.undo()
    assert (taken.code, taken.reply, taken.unwritten.code) == (ReceiptCode.ACCEPTED, None, "PKG-561")
    (owed,) = region.desk.handover.receipts().owed
    assert list(stick.glob("*REG33*")) == []
    again = region.desk.handover.receive(packed.path)
    assert (again.code, again.receipt, again.reply.name) == (ReceiptCode.DUPLICATE, taken.receipt, owed.file_name)
    assert region.desk.handover.receipts().owed == ()
    assert agency.desk.handover.receive(again.reply).receipt == taken.receipt


def test_an_answer_that_is_owed_is_written_when_the_desk_is_opened_and_by_hand(joined, monkeypatch):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    around, other = region.desk.handover.around, stick.parent / "lain"
    with monkeypatch.context() as patched:
        patched.setattr(exchange, "write_package", _full)
        region.desk.handover.receive(packed.path)
        assert write_owed_answers(around) == (), "a full stick stops no desk from being opened"
    stick.rename(other)
    assert write_owed_answers(around) == () and not stick.exists(), "without the stick no folder is made in its place"
    other.rename(stick)
    (written,) = write_owed_answers(around)
    first = written.read_bytes()
    assert write_owed_answers(around) == () and region.desk.handover.receipts().owed == ()
    (line,) = region.desk.handover.receipts().outgoing
    assert region.desk.handover.outbox.write_again(line.package_id, stick.parent / "tangan").read_bytes() == first
