"""A sheet goes out to a unit and comes back: each row has one fate, nothing is overwritten, nothing happens twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from small_office import NIPS, YEAR, actual_rows, office

from meritdesk.core.access import Actor, Role
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import IndicatorClass, Rating
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue

HEADINGS = 3  # the row of the headings; people stand below it


@pytest.fixture
def sent(planned):
    return planned.desk.execution.sheets.write("U2", YEAR, planned.folder / "keluar").path


def opened(path, name):
    book = openpyxl.load_workbook(path)
    page = book[name]
    places = {page.cell(HEADINGS, column).value: column for column in range(1, page.max_column + 1)}
    return book, page, places


def fill(path, changes, name="Realisasi"):
    """Type into cells as a unit does: (row below the headings, heading) -> content."""
    book, page, places = opened(path, name)
    for (row, heading), content in changes.items():
        page.cell(HEADINGS + row, places[heading]).value = content
    book.save(path)
    return path


def actual(office, nip, number=1, place=1, period=YEAR):
    around = office.desk.execution.around
    with around.store.reading() as work:
        person = work.people.by_nip(nip)
        (plan,) = work.plans.of_year(2025, [person.person_id])
        indicator = plan.results[number - 1].indicators[place - 1]
        return work.actuals.of_period(period, [person.person_id]).get(indicator.indicator_id)


def counts(outcome):
    one = outcome.counts
    return one.read, one.added, one.changed, one.same, one.refused, one.conflict


def test_a_sheet_holds_the_people_of_the_unit_and_of_the_units_below(planned):
    outcome = planned.desk.execution.sheets.write("U1", YEAR, planned.folder / "keluar")
    assert (outcome.rows, outcome.people, outcome.unit) == (20, 5, "Dinas Kesehatan")
    assert outcome.path.name == "Isian-Realisasi-Dinas-Kesehatan-2025.xlsx"
    again = planned.desk.execution.sheets.write("U1", YEAR, planned.folder / "keluar")
    assert again.path.name == "Isian-Realisasi-Dinas-Kesehatan-2025-2.xlsx"


def test_a_sheet_that_nobody_touched_changes_nothing(planned, sent):
    outcome = planned.desk.execution.sheets.take(sent)
    assert counts(outcome) == (12, 0, 0, 12, 0, 0)
    assert not outcome.changes.change_set_id


def test_what_a_unit_fills_in_is_taken_and_the_same_sheet_again_changes_nothing(planned, sent):
    fill(
        sent,
        {
            (1, "REALISASI"): "88 % menurut laporan triwulan",
            (1, "NILAI REALISASI"): 88.25,
            (2, "UMPAN BALIK"): "Pimpinan: pertahankan",
            (3, "PENILAIAN PIMPINAN"): "di atas ekspektasi",
            (3, "ALASAN"): "Melebihi harapan",
            (4, "BUKTI DUKUNG"): "Laporan 12/2025",
            (4, "TANGGAL"): date(2025, 12, 20),
        },
    )
    preview = planned.desk.execution.sheets.take(sent, dry_run=True)
    assert counts(preview) == (12, 0, 4, 8, 0, 0)
    assert actual(planned, NIPS["bidang"]).value == Decimal(85)
    outcome = planned.desk.execution.sheets.take(sent)
    assert counts(outcome) == (12, 0, 4, 8, 0, 0)
    assert outcome.rows[0].fields == ("REALISASI", "NILAI REALISASI")
    taken = actual(planned, NIPS["bidang"])
    assert (taken.text, taken.value) == ("88 % menurut laporan triwulan", Decimal("88.25"))
    assert actual(planned, NIPS["bidang"], 1, 2).feedback == "Pimpinan: pertahankan"
    judged = actual(planned, NIPS["bidang"], 2, 1)
    assert (judged.override, judged.override_reason) == (IndicatorClass.ABOVE, "Melebihi harapan")
    again = planned.desk.execution.sheets.take(sent)
    assert counts(again) == (12, 0, 0, 12, 0, 0)
    assert not again.changes.change_set_id


def test_a_taken_sheet_can_be_undone_as_one(planned, sent):
    fill(sent, {(1, "REALISASI"): "99 %", (1, "NILAI REALISASI"): 99})
    outcome = planned.desk.execution.sheets.take(sent)
    planned.desk.upkeep.undo(outcome.changes.change_set_id)
    assert actual(planned, NIPS["bidang"]).value == Decimal(85)


def test_a_period_that_is_empty_is_filled_as_new(planned):
    quarter = parse_period("2025-TW3")
    path = planned.desk.execution.sheets.write("U3", quarter, planned.folder).path
    fill(path, {(1, "REALISASI"): "82 %", (2, "NILAI REALISASI"): "81,5"})
    assert counts(planned.desk.execution.sheets.take(path)) == (4, 2, 0, 2, 0, 0)
    first = actual(planned, NIPS["pharmacist"], 1, 1, quarter)
    assert (first.text, first.value) == ("82 %", Decimal(82))
    assert actual(planned, NIPS["pharmacist"], 1, 2, quarter).text == "81,5 %"
    assert counts(planned.desk.execution.sheets.take(path)) == (4, 0, 0, 4, 0, 0)


def test_a_cell_that_the_unit_cleared_is_cleared(planned, sent):
    fill(sent, {(1, "UMPAN BALIK"): None})
    assert counts(planned.desk.execution.sheets.take(sent))[2] == 1
    assert actual(planned, NIPS["bidang"]).feedback == ""
    assert counts(planned.desk.execution.sheets.take(sent))[3] == 12


def test_what_changed_at_the_desk_meanwhile_is_a_conflict_with_both_values(planned, sent):
    rows = actual_rows(NIPS["bidang"], "70")[:1]
    planned.desk.execution.import_actuals(planned.actuals_file(rows))
    fill(sent, {(1, "NILAI REALISASI"): 90, (2, "NILAI REALISASI"): 91})
    outcome = planned.desk.execution.sheets.take(sent)
    assert counts(outcome) == (12, 0, 1, 10, 0, 1)
    (fault,) = outcome.refused
    assert (fault.code, fault.column, fault.row) == ("IMP-266", "NILAI REALISASI", HEADINGS + 1)
    assert (fault.facts["theirs"], fault.facts["ours"]) == ("90", "70")
    assert actual(planned, NIPS["bidang"]).value == Decimal(70)


def test_what_the_unit_did_not_touch_never_overwrites_the_desk(planned, sent):
    planned.desk.execution.import_actuals(planned.actuals_file(actual_rows(NIPS["bidang"], "70")))
    fill(sent, {(1, "UMPAN BALIK"): "baru"})
    assert counts(planned.desk.execution.sheets.take(sent)) == (12, 0, 1, 11, 0, 0)
    taken = actual(planned, NIPS["bidang"])
    assert (taken.value, taken.feedback) == (Decimal(70), "baru")


def test_desk_and_unit_saying_the_same_is_no_conflict(planned, sent):
    planned.desk.execution.import_actuals(planned.actuals_file(actual_rows(NIPS["bidang"], "70")[:1]))
    fill(sent, {(1, "NILAI REALISASI"): 70, (1, "REALISASI"): "70 % menurut laporan"})
    assert counts(planned.desk.execution.sheets.take(sent)) == (12, 0, 0, 12, 0, 0)


@pytest.mark.parametrize(
    ("heading", "content", "code"),
    [
        ("NILAI REALISASI", "delapan puluh", "IMP-221"),
        ("PENILAIAN PIMPINAN", "BAGUS", "IMP-222"),
        ("TANGGAL", "kapan-kapan", "IMP-220"),
        ("REALISASI", "#REF!", "IMP-258"),
        ("NIP", "197502022000012999", "IMP-263"),
        ("NILAI REALISASI", "=80+8", "IMP-257"),
        ("NO INDIKATOR", None, "IMP-263"),
    ],
)
def test_a_cell_that_cannot_be_read_refuses_its_row_and_no_other(heading, content, code, planned, sent):
    fill(sent, {(1, heading): content, (2, "UMPAN BALIK"): "lain"})
    outcome = planned.desk.execution.sheets.take(sent)
    assert counts(outcome) == (12, 0, 1, 10, 1, 0)
    assert (outcome.refused[0].row, outcome.refused[0].code) == (HEADINGS + 1, code)
    assert outcome.refused[0].facts["nip"]


@pytest.mark.parametrize(
    ("changes", "code", "heading"),
    [
        ({"PENILAIAN PIMPINAN": "DIATAS EKSPEKTASI"}, "IMP-223", "ALASAN"),
        ({"BUKTI DUKUNG": "Laporan"}, "IMP-223", "TANGGAL"),
        ({"TANGGAL": date(2025, 12, 1)}, "IMP-223", "BUKTI DUKUNG"),
        ({"REALISASI": "sangat baik", "NILAI REALISASI": None}, "EXE-211", "REALISASI"),
    ],
)
def test_what_is_only_half_filled_in_is_refused_at_the_cell(changes, code, heading, planned, sent):
    fill(sent, {(1, name): content for name, content in changes.items()})
    (fault,) = planned.desk.execution.sheets.take(sent).refused
    assert (fault.code, fault.column) == (code, heading)


def test_rows_in_another_order_and_columns_moved_are_all_the_same(planned, sent):
    book, page, places = opened(sent, "Realisasi")
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=HEADINGS + 1)]
    rows[0][places["UMPAN BALIK"] - 1] = "berpindah"
    for number, row in enumerate(reversed(rows), start=HEADINGS + 1):
        for column, value in enumerate(row, start=1):
            page.cell(number, column).value = value
    page.insert_cols(3)
    page.title = "Lembar unit kami"
    book.save(sent)
    renamed = sent.rename(sent.with_name("dikirim balik.xlsx"))
    outcome = planned.desk.execution.sheets.take(renamed)
    assert counts(outcome) == (12, 0, 1, 11, 0, 0)
    assert actual(planned, NIPS["bidang"]).feedback == "berpindah"


def test_rows_that_were_deleted_added_or_copied_are_told_apart(planned, sent):
    book, page, _ = opened(sent, "Realisasi")
    page.delete_rows(HEADINGS + 2, 2)
    copied = [cell.value for cell in page[HEADINGS + 1]]
    page.append(copied)
    page.append([None, NIPS["nurse"], "Orang baru", *["x"] * 10])
    book.save(sent)
    outcome = planned.desk.execution.sheets.take(sent)
    assert counts(outcome) == (12, 0, 0, 10, 2, 0)
    assert [fault.code for fault in outcome.refused] == ["IMP-262", "IMP-261"]
    assert [(remark.code, remark.facts["count"]) for remark in outcome.remarks] == [("IMP-267", 2)]


def test_a_partly_sorted_sheet_is_refused_where_people_were_mixed_up(planned, sent):
    book, page, places = opened(sent, "Realisasi")
    column = places["NIP"]
    last = HEADINGS + 12
    first_nip, last_nip = page.cell(HEADINGS + 1, column).value, page.cell(last, column).value
    page.cell(HEADINGS + 1, column).value, page.cell(last, column).value = last_nip, first_nip
    book.save(sent)
    outcome = planned.desk.execution.sheets.take(sent)
    assert [(fault.row, fault.code) for fault in outcome.refused] == [(HEADINGS + 1, "IMP-263"), (last, "IMP-263")]


def test_a_closed_evaluation_is_locked_on_the_sheet_and_refused_when_it_was_closed_meanwhile(planned, sent):
    planned.desk.assessment.close(YEAR)
    fill(sent, {(1, "UMPAN BALIK"): "terlambat"})
    outcome = planned.desk.execution.sheets.take(sent)
    assert [fault.code for fault in outcome.refused] == ["ASM-120"]
    late = planned.desk.execution.sheets.write("U2", YEAR, planned.folder / "keluar").path
    _, page, places = opened(late, "Realisasi")
    assert page.cell(HEADINGS + 1, places["REALISASI"]).protection.locked
    fill(late, {(1, "REALISASI"): "dibuka paksa"})
    assert [fault.code for fault in planned.desk.execution.sheets.take(late).refused] == ["IMP-264"]


# Refused as a whole


def test_a_sheet_of_another_agency_is_refused_whole(planned, sent, tmp_path):
    with office(tmp_path / "lain", code="3373", name="Kota Lain") as other:
        other.settle()
        with pytest.raises(FileRefusal) as refusal:
            other.desk.execution.sheets.take(sent)
    assert refusal.value.code == "IMP-255"


def test_a_sheet_of_another_store_of_the_same_agency_is_refused_whole(planned, sent, tmp_path):
    with office(tmp_path / "kembar") as twin:
        twin.settle()
        twin.plan_everybody()
        for _ in range(2):
            with pytest.raises(FileRefusal) as refusal:
                twin.desk.execution.sheets.take(sent)
            assert refusal.value.code == "IMP-256"
            twin.desk.execution.sheets.write("U2", YEAR, twin.folder)


def test_a_sheet_of_another_period_unit_or_kind_is_refused_whole(planned, sent):
    sheets = planned.desk.execution.sheets
    for wanted, code in (
        ({"period": parse_period("2025-TW4")}, "IMP-259"),
        ({"unit_id": "U1"}, "IMP-260"),
    ):
        with pytest.raises(FileRefusal) as refusal:
            sheets.take(sent, **wanted)
        assert refusal.value.code == code
    assert sheets.take(sent, period=YEAR, unit_id="U2").counts.read == 12
    with pytest.raises(FileRefusal) as refusal:
        planned.desk.assessment.sheets.take(sent)
    assert refusal.value.code == "IMP-253"


def _drop_store(book):
    del book["_meritdesk"]


def _change_store(book):
    book["_meritdesk"].cell(5, 2).value = book["_meritdesk"].cell(5, 2).value.replace(NIPS["bidang"], NIPS["nurse"])


def _cut_store(book):
    book["_meritdesk"].delete_rows(10, 3)


def _change_head(book):
    book["_meritdesk"].cell(2, 1).value = book["_meritdesk"].cell(2, 1).value.replace('"2025"', '"2024"')


def _break_head(book):
    book["_meritdesk"].cell(2, 1).value = "{"


def _drop_column(book):
    page = book["Realisasi"]
    page.delete_cols(9)


def _drop_headings(book):
    book["Realisasi"].delete_rows(HEADINGS)


def _drop_sheet(book):
    del book["Realisasi"]


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_drop_store, "IMP-251"),
        (_change_store, "IMP-252"),
        (_cut_store, "IMP-252"),
        (_change_head, "IMP-252"),
        (_break_head, "IMP-252"),
        (_drop_column, "IMP-252"),
        (_drop_headings, "IMP-252"),
        (_drop_sheet, "IMP-252"),
    ],
)
def test_a_sheet_whose_structure_was_destroyed_is_refused_whole(harm, code, planned, sent):
    book = openpyxl.load_workbook(sent)
    harm(book)
    book.save(sent)
    with pytest.raises(FileRefusal) as refusal:
        planned.desk.execution.sheets.take(sent)
    assert refusal.value.code == code


def test_other_files_are_no_sheets(planned, sent):
    for path in (planned.staff_file(), planned.plans_file([])):
        with pytest.raises(FileRefusal) as refusal:
            planned.desk.execution.sheets.take(path)
        assert refusal.value.code == "IMP-251"


def test_a_viewer_neither_sends_nor_takes(planned, sent):
    sheets = planned.desk.execution.sheets
    viewer = replace(sheets, around=replace(sheets.around, actor=Actor("tamu", Role.VIEWER, "PC01")))
    for verb in (lambda: viewer.write("U2", YEAR, planned.folder), lambda: viewer.take(sent)):
        with pytest.raises(UsageRefusal) as refusal:
            verb()
        assert refusal.value.code == "USE-110"


def test_an_unknown_unit_or_one_without_rows_is_refused_and_nothing_is_written(settled):
    for unit, code in (("U9", "USE-103"), ("", "USE-103"), ("U4", "IMP-268")):
        with pytest.raises(UsageRefusal) as refusal:
            settled.desk.execution.sheets.write(unit, YEAR, settled.folder / "keluar")
        assert refusal.value.code == code
    assert not (settled.folder / "keluar").exists()


# Returned for correction


def test_the_correction_sheet_shows_what_the_unit_wrote_with_a_comment_at_each_refused_cell(planned, sent):
    fill(
        sent,
        {
            (1, "NILAI REALISASI"): "delapan",
            (1, "TANGGAL"): "besok",
            (1, "REALISASI"): "isian unit",
            (2, "UMPAN BALIK"): "baik sekali",
        },
    )
    out = planned.folder / "perbaikan.xlsx"
    outcome = planned.desk.execution.sheets.write_corrections(sent, out)
    assert (outcome.path, outcome.corrected, outcome.strays) == (out, 1, 0)
    book, page, places = opened(out, "Realisasi")
    commented = {
        (cell.row, cell.column): cell.comment.text
        for row in page.iter_rows()
        for cell in row
        if cell.comment is not None
    }
    assert commented.keys() == {(HEADINGS + 1, places["NILAI REALISASI"]), (HEADINGS + 1, places["TANGGAL"])}
    assert "delapan bukan angka" in commented[HEADINGS + 1, places["NILAI REALISASI"]]
    assert page.cell(HEADINGS + 1, places["NILAI REALISASI"]).value == "delapan"
    assert page.cell(HEADINGS + 1, places["REALISASI"]).value == "isian unit"
    assert page.cell(HEADINGS + 2, places["UMPAN BALIK"]).value == "baik sekali"
    assert [cell.value for cell in book["Perbaikan"]["D"]][1:] == ["NILAI REALISASI", "TANGGAL"]


def test_a_corrected_sheet_is_taken_whole(planned, sent):
    fill(sent, {(1, "NILAI REALISASI"): "delapan", (2, "UMPAN BALIK"): "baik sekali"})
    assert counts(planned.desk.execution.sheets.take(sent)) == (12, 0, 1, 10, 1, 0)
    out = planned.desk.execution.sheets.write_corrections(sent, planned.folder / "perbaikan.xlsx").path
    fill(out, {(1, "NILAI REALISASI"): 88})
    assert counts(planned.desk.execution.sheets.take(out)) == (12, 0, 1, 11, 0, 0)
    assert actual(planned, NIPS["bidang"]).value == Decimal(88)
    with pytest.raises(UsageRefusal) as refusal:
        planned.desk.execution.sheets.write_corrections(out, planned.folder / "lagi.xlsx")
    assert refusal.value.code == "IMP-269"
    assert not (planned.folder / "lagi.xlsx").exists()


def test_a_conflict_that_the_unit_has_seen_and_left_standing_is_taken(planned, sent):
    planned.desk.execution.import_actuals(planned.actuals_file(actual_rows(NIPS["bidang"], "70")[:1]))
    fill(sent, {(1, "NILAI REALISASI"): 90})
    assert planned.desk.execution.sheets.take(sent).counts.conflict == 1
    out = planned.desk.execution.sheets.write_corrections(sent, planned.folder).path
    _, page, places = opened(out, "Realisasi")
    comment = page.cell(HEADINGS + 1, places["NILAI REALISASI"]).comment.text
    assert "lembar berisi 90, MeritDesk berisi 70" in comment
    assert counts(planned.desk.execution.sheets.take(out)) == (12, 0, 1, 11, 0, 0)
    assert actual(planned, NIPS["bidang"]).value == Decimal(90)


def test_strays_are_listed_for_the_unit_and_lost_rows_come_back(planned, sent):
    book, page, _ = opened(sent, "Realisasi")
    page.delete_rows(HEADINGS + 1)
    page.append([None, NIPS["nurse"], "Orang baru", *["x"] * 10])
    book.save(sent)
    outcome = planned.desk.execution.sheets.write_corrections(sent, planned.folder / "perbaikan.xlsx")
    assert outcome.strays == 1
    book, page, _ = opened(outcome.path, "Realisasi")
    assert page.max_row == HEADINGS + 12
    assert "Orang baru" in str(book["Perbaikan"]["C2"].value)


# Ratings


@pytest.fixture
def ratings(planned):
    return planned.desk.assessment.sheets.write("U2", YEAR, planned.folder / "keluar").path


def test_a_sheet_of_ratings_asks_the_rater_of_the_unit_for_those_he_rates(planned, ratings):
    _, page, places = opened(ratings, "Rating")
    nips = {page.cell(row, places["NIP"]).value for row in range(HEADINGS + 1, page.max_row + 1)}
    assert nips == {NIPS["nurse"], NIPS["clerk"]}
    assert page.cell(HEADINGS + 1, places["USULAN HASIL KERJA"]).protection.locked
    assert not page.cell(HEADINGS + 1, places["RATING HASIL KERJA"]).protection.locked


def test_ratings_are_taken_and_the_suggestion_is_never_mixed_with_them(planned, ratings):
    fill(
        ratings,
        {
            (1, "RATING HASIL KERJA"): "DIATAS EKSPEKTASI",
            (1, "ALASAN"): "Melampaui harapan",
            (1, "CATATAN"): "Diusulkan promosi",
            (1, "UMPAN BALIK HARMONIS"): "Rekan kerja: menyenangkan",
            (2, "USULAN HASIL KERJA"): "DIBAWAH EKSPEKTASI",
            (2, "RATING PERILAKU KERJA"): "B",
        },
        "Rating",
    )
    assert counts(planned.desk.assessment.sheets.take(ratings)) == (2, 0, 2, 0, 0, 0)
    card = planned.desk.assessment.show(NIPS["nurse"], YEAR)
    assert (card.evaluation.result_rating, card.evaluation.reason) == (Rating.ABOVE, "Melampaui harapan")
    assert card.evaluation.feedback[BehaviourValue.HARMONIOUS] == "Rekan kerja: menyenangkan"
    assert card.evaluation.note == "Diusulkan promosi"
    other = planned.desk.assessment.show(NIPS["clerk"], YEAR)
    assert (other.evaluation.result_rating, other.evaluation.behaviour_rating) == (Rating.MEETS, Rating.BELOW)
    assert counts(planned.desk.assessment.sheets.take(ratings)) == (2, 0, 0, 2, 0, 0)


def test_a_rating_given_at_the_desk_meanwhile_is_a_conflict_in_words(planned, ratings):
    with planned.desk.assessment.around.store.reading() as work:
        person = work.people.by_nip(NIPS["nurse"])
    planned.desk.assessment.rate(person.person_id, YEAR, Rating.BELOW, Rating.MEETS)
    fill(ratings, {(1, "RATING HASIL KERJA"): "DIATAS EKSPEKTASI"}, "Rating")
    (fault,) = planned.desk.assessment.sheets.take(ratings).refused
    assert (fault.facts["theirs"], fault.facts["ours"]) == ("RATING:ABOVE", "RATING:BELOW")
    assert planned.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.result_rating is Rating.BELOW


def test_a_person_without_a_verdict_is_new_and_a_closed_one_is_refused(planned, ratings):
    quarter = parse_period("2025-TW4")
    path = planned.desk.assessment.sheets.write("U2", quarter, planned.folder).path
    fill(path, {(1, "RATING HASIL KERJA"): "S", (1, "RATING PERILAKU KERJA"): "S"}, "Rating")
    assert counts(planned.desk.assessment.sheets.take(path)) == (2, 1, 0, 1, 0, 0)
    planned.desk.assessment.close(YEAR)
    fill(ratings, {(1, "CATATAN"): "terlambat"}, "Rating")
    assert [fault.code for fault in planned.desk.assessment.sheets.take(ratings).refused] == ["ASM-120"]
