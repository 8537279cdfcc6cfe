"""A file the region cannot simply take: one bad record among many, a kill in the middle, a file taken back."""

from __future__ import annotations

import csv
import shutil
import sys
import zlib
from contextlib import ExitStack

import pytest
import small_office
from receiving_killed import MOMENTS, killed
from small_office import NIPS, YEAR
from sqlalchemy import select

from meritdesk.core.handover import ReceiptCode, RecordOutcome, RecordState
from meritdesk.core.region_board import BoardCount, BoardFigure
from meritdesk.exchange import inbox, outbox
from meritdesk.exchange.weighing import write_weighed
from meritdesk.store import tables

OLD, NEW = "Joko Widagdo", "Joko Widagdo Baru"
NEWCOMERS = 30
ONLY_ADDED_TO = frozenset({"change_set", "row_change"})
"""What happened stays in the journal, also when it is taken back."""


@pytest.fixture(scope="module")
def both_made(tmp_path_factory):
    """An agency that closed its year and a region, with each other's cards; copied by each test."""
    folder = tmp_path_factory.mktemp("berdua")
    with small_office.office(folder / "kota") as agency, region_of(folder) as region:
        agency.settle()
        agency.plan_everybody()
        agency.desk.assessment.close(YEAR)
        agency.desk.handover.card(folder / "kota.json")
        region.desk.handover.card(folder / "wilayah.json")
        region.desk.handover.trust(folder / "kota.json")
        agency.desk.handover.trust(folder / "wilayah.json")
    return folder


def region_of(folder, name="wilayah"):
    return small_office.office(folder / name, "REG33", "Kantor Regional", is_region=True)


@pytest.fixture
def folder(both_made, tmp_path):
    shutil.copytree(both_made, tmp_path / "berdua")
    return tmp_path / "berdua"


@pytest.fixture
def joined(folder):
    with ExitStack() as stack:
        agency = stack.enter_context(small_office.office(folder / "kota"))
        yield agency, stack.enter_context(region_of(folder)), folder / "stick"


def rename(agency, name):
    row = small_office.staff_row("P3", NIPS["nurse"], name, "2", "PERAWAT AHLI MUDA", "U2")
    agency.desk.register.import_staff(agency.staff_file([row]))


def add_newcomers(agency):
    rows = [
        small_office.staff_row(
            f"N{number}", f"1990010120150{number:05d}", f"Orang Baru {number}", "4", "PENGELOLA", "U2"
        )
        for number in range(11001, 11001 + NEWCOMERS)
    ]
    agency.desk.register.import_staff(agency.staff_file(rows))


def rows_of_all(region, agency_code=None):
    """Every row of the store, or of one agency in it, table by table; where a row lies in the file is left out."""
    found = {}
    with region.desk.handover.around.store.reading() as work:
        for name, table in tables.metadata.tables.items():
            if agency_code is not None and name in {*ONLY_ADDED_TO, "standing_words"}:
                continue
            columns = [column for column in table.c if column.name != "entry_id"]
            query = select(*columns) if agency_code is None else select(*columns).where(table.c.agency == agency_code)
            found[name] = sorted(map(repr, work._connection.execute(query).all()))
    return {name: rows for name, rows in found.items() if rows}


def evaluations_of(office, agency_code=""):
    store = office.desk.handover.around.store
    with store.reading(agency_code or None) as work:
        return {one.evaluation_id: one for one in work.evaluations.of_period(YEAR)}


def names_of(region):
    with region.desk.handover.around.store.reading("3372") as work:
        return {one.nip: one.name for one in work.people.all()}


# One bad record among many (F55).


def pack_with_one_bad_cell(agency, stick, monkeypatch, table, spoilt):
    """A file as no careful program writes it: one record says what nobody knows; its signature is good."""

    def written(*given):
        files = write_weighed(*given)
        text = zlib.decompress(files[f"data/{table}.csv"].packed, -zlib.MAX_WBITS).decode("utf-8")
        lines = [spoilt(line) for line in text.splitlines()]
        assert sum(one != other for one, other in zip(lines, text.splitlines(), strict=True)) == 1
        files[f"data/{table}.csv"] = ("\n".join(lines) + "\n").encode("utf-8")
        return files

    with monkeypatch.context() as patched:
        patched.setattr(outbox, "write_weighed", written)
        return agency.desk.handover.pack(YEAR, stick)


def test_one_bad_record_among_many_is_refused_alone_and_the_receipt_names_it(joined, monkeypatch):
    agency, region, stick = joined
    add_newcomers(agency)
    everybody = evaluations_of(agency)
    bad = agency.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.evaluation_id

    def spoilt(line):
        return line.replace('"MEETS"', '"SKY"', 1) if f'"{bad}"' in line else line

    packed = pack_with_one_bad_cell(agency, stick, monkeypatch, "penilaian", spoilt)
    received = region.desk.handover.receive(packed.path)
    told = RecordOutcome("penilaian", bad, RecordState.REFUSED, "result_rating", "PKG-551")
    assert (received.code, received.receipt.outcomes) == (ReceiptCode.ERRORS, (told,))
    assert received.receipt.counts["refused"] == 1 and received.receipt.counts["added"] > 2 * NEWCOMERS
    assert set(evaluations_of(region, "3372")) == set(everybody) - {bad}
    with agency.desk.handover.around.store.reading() as work:
        assert names_of(region) == {one.nip: one.name for one in work.people.all()}
    agency.desk.handover.receive(received.reply)
    sent = agency.desk.handover.receipts().outgoing[0]
    assert sent.state == ReceiptCode.ERRORS
    rename(agency, NEW)
    mended = region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    assert mended.code is ReceiptCode.ACCEPTED and evaluations_of(region, "3372") == everybody


def test_a_bad_record_takes_only_what_hangs_on_it_and_the_region_keeps_what_it_had(joined, monkeypatch):
    agency, region, stick = joined
    add_newcomers(agency)
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    before, evaluations = names_of(region), evaluations_of(region, "3372")
    rename(agency, NEW)

    def spoilt(line):
        return line.replace('"ACTIVE"', '"ON_THE_MOON"', 1) if f'"{NIPS["nurse"]}"' in line else line

    packed = pack_with_one_bad_cell(agency, stick, monkeypatch, "pegawai", spoilt)
    received = region.desk.handover.receive(packed.path)
    assert received.code is ReceiptCode.ERRORS
    first, *others = received.receipt.outcomes
    assert (first.table, first.column, first.code) == ("pegawai", "legal_status", "PKG-551")
    assert {one.code for one in others} == {"PKG-552"}, "everything else only hangs on the record refused"
    assert {one.table for one in others} >= {"atasan", "rencana", "penilaian"}
    assert received.receipt.counts["same"] > 2 * NEWCOMERS
    assert (names_of(region), evaluations_of(region, "3372")) == (before, evaluations)


# Killed by the system in the middle (F57).


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_region_killed_while_it_takes_a_file_in_has_all_of_it_or_nothing(folder):
    """Records, ledger, journal and receipt agree after opening again, whenever the program was killed."""
    with small_office.office(folder / "kota") as agency:
        packed = agency.desk.handover.pack(YEAR, folder / "stick")
        everybody = evaluations_of(agency)
    with region_of(folder) as region:
        before = rows_of_all(region)
    regions = {moment: folder / moment for moment in MOMENTS}
    for place in regions.values():
        shutil.copytree(folder / "wilayah", place)
    killed("receive", packed.path, list(regions.values()))
    for moment in MOMENTS[:-2]:
        assert list(regions[moment].glob("*.merit")) == [], "nobody holds a receipt for a file that was not taken"
        with region_of(folder, moment) as region:
            assert rows_of_all(region) == before, moment
    answers = {}
    for moment in MOMENTS[-2:]:
        assert len(list(regions[moment].glob("*.merit"))) == (moment == "reply")
        with region_of(folder, moment) as region:
            (answers[moment],) = regions[moment].glob("*.merit")
            assert region.desk.handover.receipts().owed == (), "opening the desk wrote what was owed"
            assert region.desk.handover.receive(packed.path).reply.read_bytes() == answers[moment].read_bytes()
    with region_of(folder, "committed") as region:
        handover = region.desk.handover
        assert evaluations_of(region, "3372") == everybody
        (line,) = handover.receipts().incoming
        with handover.around.store.reading() as work:
            (entry,) = work.ledger.entries(packed.header.sender)
            receipt = work.ledger.receipt(line.receipt_number)
            assert work.journal.change_set_from(f"package:{packed.header.package_id}", "handover.receive")
            assert work.journal.verify()
        assert entry.payload_digest == receipt.payload_digest == packed.payload_digest
        assert entry.receipt_number == receipt.number == line.receipt_number
        whole = rows_of_all(region)
        again = handover.receive(packed.path)
        assert (again.code, again.receipt.number) == (ReceiptCode.DUPLICATE, line.receipt_number)
        assert rows_of_all(region) == whole
    with small_office.office(folder / "kota") as agency:
        agency.desk.handover.receive(again.reply)
        assert agency.desk.handover.receipts().outgoing[0].state == ReceiptCode.ACCEPTED


# From a number of the board to the row of the file.


def test_the_board_names_the_very_row_of_the_file_that_brought_an_evaluation(joined):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    region.desk.handover.receive(packed.path)
    around = agency.desk.handover.around
    with around.store.reading() as work:
        envelope = inbox.open_envelope(work.ledger.outgoing_data(packed.header.package_id), "")
    header = inbox.stated_header(envelope)
    files = inbox.read_bag(header, inbox.decrypt(envelope, header, around.store.keys))
    board, found = region.desk.overview.region, 0
    for person in board.people(BoardFigure(BoardCount.CLOSED, "3372", YEAR)):
        came = board.origin("3372", "penilaian", person.evaluation_id, YEAR)
        assert (came.package_id, came.sequence) == (packed.header.package_id, packed.header.sequence)
        text = files[f"data/{came.file_name}"].decode("utf-8")
        row = next(csv.DictReader([text.splitlines()[0], text.splitlines()[came.line - 1]]))
        assert (row["evaluation_id"], row["person_id"], row["predicate"]) == (
            person.evaluation_id,
            person.person_id,
            person.predicate.value,
        )
        found += 1
    assert found == len(evaluations_of(agency)) > 3


# The same content again, and a file taken back.


def test_only_the_newest_package_is_given_again_when_its_content_comes_back(joined):
    """What was said, changed and changed back is a third package: the region would take the first for superseded."""
    agency, region, stick = joined
    packed = [agency.desk.handover.pack(YEAR, stick)]
    for name in (NEW, OLD):
        rename(agency, name)
        packed.append(agency.desk.handover.pack(YEAR, stick))
    lines = {line.sequence: line.content_digest for line in agency.desk.handover.receipts().outgoing}
    assert lines[1] == lines[3] != lines[2], "the first says the same as the third"
    assert [(one.header.sequence, one.reissued) for one in packed] == [(1, False), (2, False), (3, False)]
    assert agency.desk.handover.pack(YEAR, stick).header.sequence == 3
    for one, name in zip(packed, (OLD, NEW, OLD), strict=True):
        assert region.desk.handover.receive(one.path).code is ReceiptCode.ACCEPTED
        assert names_of(region)[NIPS["nurse"]] == name


def test_a_file_taken_back_at_the_region_leaves_every_row_of_the_agency_as_it_was(joined):
    agency, region, stick = joined
    handover = region.desk.handover
    states = [rows_of_all(region, "3372")]
    files, received = [], []
    for name in (OLD, NEW):
        rename(agency, name)
        files.append(agency.desk.handover.pack(YEAR, stick).path)
        received.append(handover.receive(files[-1]))
        states.append(rows_of_all(region, "3372"))
    assert states[0] != states[1] != states[2]
    for number in (2, 1):
        handover.take_back(received[number - 1].receipt.number, "salah flashdisk")
        assert rows_of_all(region, "3372") == states[number - 1]
    assert region.desk.upkeep.check().is_sound
    for number, file in enumerate(files, start=1):
        assert handover.receive(file).code is ReceiptCode.ACCEPTED
        assert rows_of_all(region, "3372") == states[number]
