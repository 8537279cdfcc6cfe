"""Own sheets without a code: spread of a unit, receipt, counselling record; done once, refused once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import small_office
from small_office import NIPS, YEAR, rating_row

from meritdesk.core.confidential import BehaviourProblem, Counselling
from meritdesk.core.documents import Finding, PaperKind
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.office_paper import PaperSpread
from meritdesk.services.execution.confidential import ConfidentialDesk

DAY = date(2025, 8, 4)
TALK = Counselling("Drs. Agus Salim", False, True, "Ruang", "Keterlambatan", "45 menit", "Tepat waktu", "1 Sep")


@contextmanager
def refused(code: str):
    with pytest.raises(UsageRefusal) as caught:
        yield
    assert caught.value.code == code


def text_of(data) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


# --- the spread of a unit ---------------------------------------------------------------------------------------------


def test_a_unit_prints_the_curve_of_its_level_beside_the_real_counts(closed, tmp_path):
    sheets = closed.desk.assessment.distribution_sheets
    spreads = sheets.spreads(YEAR)
    outcome = sheets.print(YEAR, tmp_path)
    assert len(outcome.numbers) == len(spreads) > 1
    assert all(number.startswith("POLA/") for number in outcome.numbers)
    text = text_of(outcome.file.path)
    assert text.count("CAPAIAN KINERJA ORGANISASI BAIK") == len(spreads)
    assert "bukan kuota" in text
    assert closed.desk.documents.verify(tmp_path / outcome.file.path).finding is Finding.CURRENT
    one = spreads[0]
    assert one.unit_name in text_of(sheets.preview(YEAR, one.led_unit_id))
    alone = sheets.print(YEAR, tmp_path, led_unit_id=one.led_unit_id)
    assert len(alone.numbers) == 1 and alone.numbers[0] in outcome.numbers


def test_the_sheet_of_one_unit_tells_what_the_check_of_everybody_says_of_it(closed):
    checking = closed.desk.assessment.checking
    everybody = checking.period(YEAR).units
    assert len(everybody) > 1
    for one in everybody:
        assert checking.findings(YEAR, one.led_unit_id) == one
        assert checking.unit(YEAR, one.led_unit_id) == one.check


def test_the_bars_are_counted_and_every_label_has_its_line(closed):
    spread = closed.desk.assessment.distribution_sheets.spreads(YEAR)[0]
    paper = closed.desk.assessment.distribution_sheets._paper(spread, YEAR)
    section = next(one for one in paper.sections if isinstance(one, PaperSpread))
    assert len(section.rows) == 5
    assert sum(int(row.count) for row in section.rows) == sum(spread.check.counts.values()) == int(section.total[1])
    assert max(row.length for row in section.rows) == 1


def test_nobody_with_a_predicate_makes_no_sheet(settled, tmp_path):
    with refused("DOC-539"):
        settled.desk.assessment.distribution_sheets.print(YEAR, tmp_path)
    with refused("DOC-539"):
        settled.desk.assessment.distribution_sheets.preview(YEAR, "tidak ada")


def test_a_rating_that_changed_makes_the_next_version_of_the_same_number(planned, tmp_path):
    desk = planned.desk
    desk.assessment.import_ratings(planned.ratings_file([rating_row(NIPS["nurse"])]))
    first = desk.assessment.distribution_sheets.print(YEAR, tmp_path)
    changed = [rating_row(NIPS["nurse"], Rating.BELOW, Rating.BELOW, "Bukti kurang")]
    desk.assessment.import_ratings(planned.ratings_file(changed))
    again = desk.assessment.distribution_sheets.print(YEAR, tmp_path)
    assert set(again.numbers) & set(first.numbers)
    assert desk.documents.verify(tmp_path / first.file.path).finding is Finding.REPLACED


# --- the receipt ------------------------------------------------------------------------------------------------------


@pytest.fixture
def joined(closed, tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        closed.desk.handover.card(tmp_path / "kota.json")
        region.desk.handover.card(tmp_path / "wilayah.json")
        region.desk.handover.trust(tmp_path / "kota.json")
        closed.desk.handover.trust(tmp_path / "wilayah.json")
        yield closed, region


def test_both_sides_print_the_receipt_with_counts_and_names(joined, tmp_path):
    agency, region = joined
    packed = agency.desk.handover.pack(YEAR, tmp_path / "stik")
    received = region.desk.handover.receive(packed.path)
    number = received.receipt.number
    given = region.desk.handover.papers.print(number, tmp_path)
    agency.desk.handover.receive(received.reply)
    got = agency.desk.handover.papers.print(number, tmp_path)
    for outcome in (given, got):
        text = text_of(outcome.file.path)
        assert outcome.numbers[0].startswith("TT/")
        for word in ("TANDA TERIMA", number, "Pemerintah Kota Uji (", "Kantor Regional", "Diterima"):
            assert word in text
        assert str(sum(received.receipt.counts.values())) in text
        digest = received.receipt.payload_digest.rpartition(":")[2]
        assert " ".join(digest[place : place + 8] for place in range(0, len(digest), 8)) in text
    assert region.desk.documents.verify(tmp_path / given.file.path).finding is Finding.CURRENT
    assert agency.desk.documents.verify(tmp_path / given.file.path).finding is not Finding.CURRENT
    assert number in text_of(agency.desk.handover.papers.preview(number))


def test_a_receipt_of_nobody_is_refused(settled, tmp_path):
    with refused("DOC-540"):
        settled.desk.handover.papers.print("TT-2026-999999", tmp_path)


# --- the counselling record -------------------------------------------------------------------------------------------


def talk(office, readers=()) -> str:
    person = office.desk.register.show(NIPS["nurse"]).person.person_id
    return office.desk.execution.confidential.add(person, DAY, TALK, readers).record.record_id


def test_a_counselling_record_prints_for_its_readers_and_leaves_its_trace(settled, tmp_path):
    record = talk(settled)
    confidential = settled.desk.execution.confidential
    assert "Keterlambatan" in text_of(confidential.preview_counselling(record))
    outcome = confidential.print_counselling(record, tmp_path)
    text = text_of(outcome.file.path)
    for word in (
        "REKAMAN INFORMASI HASIL KONSELING KINERJA",
        "RAHASIA",
        "Joko Widagdo",
        "Tepat waktu",
        "4 Agustus 2025",
    ):
        assert word in text
    line = settled.desk.documents.lines()[0]
    assert (line.form, line.nip, line.name) == (PaperKind.COUNSELLING_RECORD.value, "", "")
    assert len(confidential.open(record).openings) == 3


def test_a_counselling_record_is_not_printed_for_others_and_a_report_has_its_own_form(settled, tmp_path):
    record = talk(settled)
    around = settled.desk.documents.around
    other = ConfidentialDesk(replace(around, actor=replace(around.actor, name="Orang Lain")))
    with refused("EXE-241"):
        other.print_counselling(record, tmp_path)
    with refused("EXE-241"):
        other.preview_counselling("tidak ada")
    person = settled.desk.register.show(NIPS["nurse"]).person.person_id
    report = settled.desk.execution.confidential.add(person, DAY, BehaviourProblem("x")).record.record_id
    with refused("DOC-541"):
        settled.desk.execution.confidential.print_counselling(report, tmp_path)
    assert not list(tmp_path.glob("*.pdf"))
