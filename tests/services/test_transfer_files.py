"""What goes with a person as files, the receipt that is owed, and a program killed while it takes somebody in."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
import small_office
from receiving_killed import MOMENTS, killed
from sqlalchemy import delete
from two_agencies import NURSE, ORDER, PDF, at_code, attach, opened, person_at, reading, taken

from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.errors import FileRefusal
from meritdesk.core.evidence import EvidenceFilter
from meritdesk.core.handover import ReceiptCode
from meritdesk.exchange import attachments, outbox
from meritdesk.services.handover import answering, transfer_packing
from meritdesk.store.tables import evidence_file

WATCHED = ("ledger", "committed", "reply")
"""The others are walked at the region, by the same writing and the same answer."""
SCAN = b"\x89PNG\r\n\x1a\n pindaian sertifikat"


def pieces(office):
    """The evidence of the one who moves, with its content."""
    desk = office.desk.execution.evidence
    lines = desk.lines(EvidenceFilter(person_ids=(person_at(office).person_id,)))
    return {one.evidence_id: (one, desk.content(one.evidence_id)[1]) for one in lines}


def vault(office):
    with reading(office) as work:
        return work._connection.exec_driver_sql("SELECT count(*) FROM evidence_file").scalar()


def test_the_evidence_of_a_person_can_be_opened_at_the_new_agency(pair):
    old, new, stick = pair
    attach(old, "sertifikat.png", SCAN, at=1)
    packed, _ = taken(pair)
    assert (packed.counts["evidence"], packed.counts["files"]) == (2, 2)
    assert pieces(new) == pieces(old) and {content for _, content in pieces(new).values()} == {PDF, SCAN}
    assert not [one for one in stick.iterdir() if one.suffix != ".merit"], "nothing lies open on the stick"
    assert new.desk.execution.evidence.check().is_sound


def test_files_that_stay_or_are_lost_are_described_and_can_come_later(pair):
    old, new, stick = pair
    bare = transfer_packing.replace(ORDER, with_files=False)
    packed, _ = taken(pair, bare)
    assert (packed.counts["evidence"], packed.counts["files"]) == (1, 0)
    (piece,) = new.desk.execution.evidence.lines(EvidenceFilter(person_ids=(person_at(new).person_id,)))
    at_code("EXE-228", new.desk.execution.evidence.content, piece.evidence_id)
    later = old.desk.handover.transfers.pack(ORDER, stick)
    assert later.counts["files"] == 1 and not later.reissued
    new.desk.handover.transfers.take(later.path)
    assert pieces(new) == pieces(old), "the same record, now with its file"
    with old.desk.handover.around.store.writing(old.desk.handover.around.actor, "test") as work:
        work._connection.execute(delete(evidence_file))
        work._connection.commit()
    assert old.desk.handover.transfers.pack(ORDER, stick).counts["files"] == 0, "a lost file keeps nobody back"


def test_too_many_files_for_one_transfer_let_nobody_go(pair, monkeypatch):
    old, _, stick = pair
    monkeypatch.setattr(transfer_packing, "MOST_ATTACHED", len(PDF) - 1)
    at_code("PKG-850", old.desk.handover.transfers.pack, ORDER, stick)
    assert not old.desk.handover.transfers.lines()


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (lambda files: {name: data + b" " for name, data in files.items()}, "PKG-851"),
        (lambda files: {**files, "0" * 64: PDF}, "PKG-851"),
        (lambda files: {"laporan.pdf": PDF}, "PKG-851"),
    ],
)
def test_a_file_that_is_not_what_the_record_says_refuses_the_transfer(pair, monkeypatch, spoilt, code):
    old, new, stick = pair
    written = attachments.write_attachments
    monkeypatch.setattr("meritdesk.exchange.records.write_attachments", lambda files: written(spoilt(files)))
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    before = vault(new)
    at_code(code, new.desk.handover.transfers.take, packed.path)
    assert person_at(new) is None and vault(new) == before


def test_a_program_is_no_evidence_wherever_it_comes_from(pair, monkeypatch):
    old, new, stick = pair
    monkeypatch.setattr("meritdesk.core.evidence._PROGRAMS", (b"none",))
    attach(old, "hasil.pdf", b"MZ\x90 a program", at=1)
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    monkeypatch.undo()
    at_code("PKG-852", new.desk.handover.transfers.take, packed.path)


def test_whoever_is_turned_away_leaves_no_file_behind(pair):
    _, new, _ = pair
    packed, _ = taken(pair)
    new.desk.handover.take_back(new.desk.handover.receipts().incoming[0].receipt_number, "Salah")
    rows = [small_office.staff_row("P9", NURSE, "Joko Widagdo", "4", "PENGELOLA LAYANAN", "U4")]
    new.desk.register.import_staff(new.staff_file(rows))
    around = new.desk.handover.around
    with around.store.writing(around.actor, "test") as work:
        work._connection.execute(delete(evidence_file))
        work._connection.commit()
    at_code("PKG-838", new.desk.handover.transfers.take, packed.path)
    assert vault(new) == 0


# The receipt is owed until it lies on a stick.


def test_a_full_stick_keeps_the_receipt_owed_and_the_next_start_writes_it(two_prepared, tmp_path, monkeypatch):
    with opened(two_prepared, tmp_path) as (old, new, stick):
        packed = old.desk.handover.transfers.pack(ORDER, stick)

        def full(*_):
            raise FileRefusal("PKG-561", name="x", folder=str(stick))

        with monkeypatch.context() as patched:
            patched.setattr(new.desk.handover.around.exchange, "write_package", full)
            outcome = new.desk.handover.transfers.take(packed.path)
        assert outcome.reply is None and outcome.unwritten.code == "PKG-561"
        (owed,) = new.desk.handover.receipts().owed
        assert person_at(new) is not None, "the people are here for good"
    with small_office.office(tmp_path / "dua" / "sragen", "3314", "Kabupaten Sragen") as new:
        assert new.desk.handover.receipts().owed == ()
    with small_office.office(tmp_path / "dua" / "kota") as old:
        assert old.desk.handover.receive(stick / owed.file_name).code is ReceiptCode.ACCEPTED


def test_an_answer_is_not_written_onto_another_stick(two_prepared, tmp_path, monkeypatch):
    with opened(two_prepared, tmp_path) as (old, new, stick):
        packed = old.desk.handover.transfers.pack(ORDER, stick)
        with monkeypatch.context() as patched:
            patched.setattr(answering, "try_to_write", lambda *_: (None, None))
            patched.setattr("meritdesk.services.handover.transfer_taking.try_to_write", lambda *_: (None, None))
            new.desk.handover.transfers.take(packed.path)
    right = stick.rename(tmp_path / "stik benar")
    stick.mkdir()
    with small_office.office(tmp_path / "dua" / "sragen", "3314", "Kabupaten Sragen") as new:
        handover = new.desk.handover
        (owed,) = handover.receipts().owed
        assert handover.receipts().elsewhere == (owed,) and list(stick.iterdir()) == []
        at_code("PKG-853", answering.write_answer, handover.around, owed)
        shutil.copy(right / packed.path.name, stick)
        assert handover.receipts().elsewhere == (), "the file that it answers lies there: it is the right one"
        assert handover.transfers.take(packed.path).reply is not None and handover.receipts().owed == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_an_agency_killed_while_it_takes_somebody_in_has_all_of_him_or_nothing(two_prepared, tmp_path):
    """Records, files, ledger, journal and receipt agree after opening again, whenever the program was killed."""
    with opened(two_prepared, tmp_path) as (old, _, stick):
        packed = old.desk.handover.transfers.pack(ORDER, stick)
    places = {moment: tmp_path / moment for moment in WATCHED}
    for place in places.values():
        shutil.copytree(tmp_path / "dua" / "sragen", place)
    killed("take", packed.path, list(places.values()))
    for moment, place in places.items():
        is_over = moment in MOMENTS[-2:]
        assert len(list(place.glob("*.merit"))) == (moment == "reply"), moment
        with small_office.office(place, "3314", "Kabupaten Sragen") as new:
            handover = new.desk.handover
            assert (person_at(new) is not None) is is_over, moment
            assert handover.receipts().owed == () and len(list(place.glob("*.merit"))) == is_over, moment
            outcome = handover.transfers.take(packed.path, Path(place))
            assert outcome.code is (ReceiptCode.DUPLICATE if is_over else ReceiptCode.ACCEPTED), moment
            assert len(handover.transfers.lines()) == 1 and pieces(new), moment
            with reading(new) as work:
                assert work.journal.verify()


def test_a_receipt_that_cannot_be_read_back_does_not_lie_on_the_stick(pair, monkeypatch):
    old, new, stick = pair
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    monkeypatch.setattr(outbox, "_read_back", lambda path: b"other")
    outcome = new.desk.handover.transfers.take(packed.path)
    assert outcome.unwritten.code == "PKG-564" and [one.name for one in stick.iterdir()] == [packed.path.name]


def test_the_covering_note_says_who_goes_where_and_by_what_the_file_is_known(pair, tmp_path):
    old, _, stick = pair
    at_code("PKG-857", old.desk.handover.transfers.notes.preview, NURSE)
    packed = old.desk.handover.transfers.pack(ORDER, stick)
    notes = old.desk.handover.transfers.notes
    paper, _ = notes.sheet(packed.people[0].person_id)
    square, people, content, compare = paper.sections
    assert square.groups == old.desk.handover.own_card().fingerprint
    assert packed.header.package_id.upper() in square.text and "3372/PC01:3314" in square.text
    assert [row[1] for row in people.rows] == [f"{packed.people[0].name}\n{NURSE}"]
    assert dict(content.rows) == {f"COUNT:{name.upper()}": str(number) for name, number in packed.counts.items()}
    assert len(paper.signatures) == 2 and compare.lines == ("MUT:COMPARE",)
    assert "".join(dict(paper.facts)["MUT:DIGEST"].split()) in old.desk.handover.receipts().outgoing[0].payload_digest
    printed = notes.print(NURSE, tmp_path / "kertas", PaperStyle(PaperSize.A4))
    assert (printed.file.pages, printed.numbers[0][:9]) == (1, "MUT/3372/")
    assert notes.print(NURSE, tmp_path / "kertas").numbers == printed.numbers, "a second copy, not a second note"
