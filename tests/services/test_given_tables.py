"""An import verb takes a table as well as a path: mapped, corrected, answered; the same rules, the same journal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_office import NIPS, STAFF, STAFF_HEADS, UNITS, actual_rows, plan_rows, rating_row, staff_row, write_csv

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.given import ColumnMapping, Correction, DoubtAnswer, ToldFault
from meritdesk.core.lines import StaffQuery
from meritdesk.store import vault

FOREIGN_HEADS = ["Nama Lengkap", "Nomor Induk Pegawai", "Status"]
FOREIGN = [["Tono Baru", "199001012015011001", "1"], ["Wati Baru", "199102022016012002", "2"]]
MAPPING = ColumnMapping(
    "STAFF",
    {"name": "Nama Lengkap", "nip": "Nomor Induk Pegawai", "contract": "Status"},
    constants={"unit_id": "U2"},
    values={"contract": {"1": "PNS", "2": "PPPK"}},
    name="DUK lama",
)


@pytest.fixture(autouse=True)
def quick_locks(monkeypatch):
    """What is tested here is not how slowly a passphrase is stretched."""
    monkeypatch.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))


def table_of(office, path):
    tables = office.desk.upkeep.tables
    book = tables.open(path)
    return book.table(tables.fitting_sheet(book))


def foreign(office):
    return write_csv(office.folder / "duk.csv", FOREIGN_HEADS, FOREIGN)


def test_a_remembered_mapping_is_listed_offered_again_and_forgotten(settled):
    mappings = settled.desk.upkeep.mappings
    found = settled.desk.upkeep.tables.recognise(table_of(settled, foreign(settled)))
    before = settled.desk.upkeep.journal(limit=1)[0].number
    mappings.save(replace(MAPPING, fingerprint=found.fingerprint, name="  DUK   lama "))
    assert mappings.show("duk LAMA").values == {"contract": {"1": "PNS", "2": "PPPK"}}
    columns = [column.name for column in found.columns]
    assert [one.name for one in mappings.offered(found.fingerprint, columns)] == ["DUK lama"]
    assert [one.name for one in mappings.offered("other", [*columns, "BARIS ASAL"])] == ["DUK lama"]
    assert mappings.offered("other", columns[:1]) == ()
    mappings.save(replace(MAPPING, name="duk lama", constants={}))
    assert [one.constants for one in mappings.list()] == [{}]
    assert settled.desk.upkeep.journal(limit=1)[0].number == before
    mappings.delete("DUK lama")
    assert mappings.list() == ()


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        (replace(MAPPING, name="  "), "IMP-283"),
        (replace(MAPPING, layout="CUACA"), "IMP-284"),
        (replace(MAPPING, columns={"nip": "NIP"}), "IMP-275"),
    ],
)
def test_a_mapping_that_says_too_little_is_not_kept(office, mapping, code):
    with pytest.raises(UsageRefusal) as refusal:
        office.desk.upkeep.mappings.save(mapping)
    assert refusal.value.code == code
    with pytest.raises(UsageRefusal) as refusal:
        office.desk.upkeep.mappings.delete("tidak ada")
    assert refusal.value.code == "IMP-280"


def test_a_foreign_file_is_imported_by_its_mapping_and_a_second_time_changes_nothing(settled):
    settled.desk.upkeep.mappings.save(MAPPING)
    source = settled.desk.upkeep.tables.prepare(foreign(settled), mapping="DUK lama")
    outcome = settled.desk.register.import_staff(source)
    assert (outcome.counts.read, outcome.counts.added) == (2, 2)
    assert settled.desk.register.show("199102022016012002").person.employment.value == "PPPK"
    again = settled.desk.register.import_staff(source)
    assert (again.counts.same, again.changes.change_set_id) == (2, "")
    settled.desk.upkeep.undo(outcome.changes.change_set_id)
    assert settled.desk.register.count(StaffQuery()) == 8
    with pytest.raises(FileRefusal) as refusal:
        settled.desk.planning.import_plans(source)
    assert refusal.value.code == "IMP-274"


def test_a_corrected_row_is_taken_and_the_file_stays_as_it_was(settled):
    rows = [*STAFF, staff_row("P9", "198107252011010000", "Rusak Excel", "4", "PENGELOLA", "U2")]
    path = settled.staff_file(rows)
    before = path.read_bytes()
    table = table_of(settled, path)
    assert [fault.row for fault in settled.desk.register.import_staff(table, dry_run=True).refused] == [9]
    right = replace(table, corrections=(Correction(9, "NIP BARU", "198107252011011009"),))
    one = settled.desk.register.import_staff(replace(right, only=frozenset({9})), dry_run=True)
    assert (one.counts.read, one.counts.added) == (1, 1)
    path.unlink()
    outcome = settled.desk.register.import_staff(right)
    assert (outcome.counts.added, outcome.counts.same) == (1, 7)
    path.write_bytes(before)
    wrong = replace(table, corrections=(Correction(99, "NIP BARU", "x"),))
    with pytest.raises(FileRefusal) as refusal:
        settled.desk.register.import_staff(wrong)
    assert refusal.value.code == "IMP-276"


def test_a_row_that_may_be_a_known_person_waits_for_an_answer(settled):
    path = settled.staff_file([staff_row("", "198504042020122009", "Sari Puspita", "4", "PENGELOLA DATA", "U2")])
    table = table_of(settled, path)
    asked = settled.desk.register.import_staff(table, dry_run=True)
    assert (asked.counts.conflict, [fault.code for fault in asked.refused]) == (1, ["IMP-279"])
    told = settled.desk.register.import_staff(path, dry_run=True)
    assert (told.counts.added, [fault.code for fault in told.remarks]) == (1, ["IMP-288"])
    same = settled.desk.register.import_staff(replace(table, answers={2: DoubtAnswer.SAME}), dry_run=True)
    assert [(one.state, {two.name for two in one.differences}) for one in same.rows] == [("changed", {"nip"})]
    added = settled.desk.register.import_staff(replace(table, answers={2: DoubtAnswer.ADD}), dry_run=True)
    assert added.counts.added == 1
    left = settled.desk.register.import_staff(
        replace(table_of(settled, settled.staff_file([*STAFF, STAFF[0]])), answers={9: DoubtAnswer.LEAVE})
    )
    assert (left.counts.read, left.left_out, left.has_refusals) == (7, 1, False)
    settled.desk.register.import_staff(replace(table, answers={2: DoubtAnswer.SAME}))
    assert settled.desk.register.show("198504042020122009").person.source_id == "P4"
    assert settled.desk.register.count(StaffQuery()) == 8


def test_somebody_whom_the_file_names_under_the_known_nip_is_somebody_else(settled):
    rows = [*STAFF, staff_row("P9", "198504042020122009", "Sari Puspita", "4", "PENGELOLA DATA", "U2")]
    outcome = settled.desk.register.import_staff(settled.staff_file(rows))
    assert (outcome.counts.added, outcome.counts.same) == (1, 7)


def test_a_changed_row_says_old_and_new_and_names_units(settled):
    rows = [list(row) for row in STAFF]
    rows[2][2], rows[2][13], rows[2][14] = "Joko Baru", "U3", ""
    outcome = settled.desk.register.import_staff(settled.staff_file(rows), dry_run=True)
    (changed,) = [one for one in outcome.rows if one.state == "changed"]
    told = {one.name: (one.old, one.new) for one in changed.differences}
    assert told["name"] == ("Joko Widagdo", "Joko Baru")
    assert told["unit_id"] == ("Bidang Pelayanan", "Seksi Farmasi")


def test_units_are_taken_from_a_table_and_a_loop_refuses_it_whole(office):
    table = table_of(office, office.units_file())
    assert office.desk.register.import_units(table).counts.added == 5
    looped = [list(row) for row in UNITS]
    looped[0][2] = "U4"
    with pytest.raises(FileRefusal) as refusal:
        office.desk.register.import_units(table_of(office, office.units_file(looped)))
    assert refusal.value.code == "REG-342"


def test_the_sheets_of_the_year_are_taken_from_tables_too(settled):
    desk, nip = settled.desk, NIPS["clerk"]
    plans = table_of(settled, settled.plans_file(plan_rows(nip)))
    assert desk.planning.import_plans(plans).counts.added == 8
    actuals = table_of(settled, settled.actuals_file(actual_rows(nip)))
    assert desk.execution.import_actuals(actuals).counts.added == 4
    ratings = table_of(settled, settled.ratings_file([rating_row(nip)]))
    assert desk.assessment.import_ratings(ratings).counts.added == 1
    right = replace(ratings, corrections=(Correction(2, "CATATAN", "Lebih teliti"),))
    (changed,) = desk.assessment.import_ratings(right).rows
    assert [(one.name, one.old, one.new) for one in changed.differences] == [("note", "Pertahankan", "Lebih teliti")]
    for verb, table in (
        (desk.planning.import_plans, actuals),
        (desk.execution.import_actuals, ratings),
        (desk.assessment.import_ratings, plans),
        (desk.upkeep.holidays.import_file, plans),
        (desk.planning.agreement.import_agreements, plans),
        (desk.planning.kpi.import_actuals, plans),
        (desk.assessment.old_years.import_papers, plans),
    ):
        with pytest.raises(FileRefusal) as refusal:
            verb(table)
        assert refusal.value.code == "IMP-204"


def test_holidays_and_old_papers_are_taken_from_a_pasted_block(settled):
    desk = settled.desk
    block = desk.upkeep.tables.open_pasted("TANGGAL\tNAMA HARI LIBUR\n2025-03-03\tHari Jadi Kota\n", "papan klip")
    outcome = desk.upkeep.holidays.import_file(block.table())
    assert outcome.counts.added == 1
    assert desk.upkeep.journal(limit=1)[0].origin == "file:papan klip"
    old = f"NIP\tTAHUN\tNILAI SKP\tNILAI PERILAKU\n{NIPS['clerk']}\t2019\t88\t85\n"
    papers = desk.upkeep.tables.open_pasted(old, "papan klip").table()
    assert desk.assessment.old_years.import_papers(papers).counts.read == 1


def test_agreements_and_their_figures_are_taken_from_a_pasted_block(settled):
    desk = settled.desk
    text = "UNOR ID\tTAHUN\tNO\tINDIKATOR KINERJA\tTARGET\nU1\t2025\t1\tUmur harapan hidup\t77 tahun\n"
    agreement = desk.upkeep.tables.open_pasted(text, "papan klip").table()
    assert desk.planning.agreement.import_agreements(agreement).counts.added == 1
    text = "UNOR ID\tPERIODE\tNO\tREALISASI UNIT\nU1\t2025\t1\t76,5\n"
    figures = desk.upkeep.tables.open_pasted(text, "papan klip").table()
    assert desk.planning.kpi.import_actuals(figures).counts.added == 1


def test_the_workbook_of_refused_rows_is_mended_and_imported_again(settled):
    rows = [*STAFF, staff_row("P8", "198107252011010000", "Rusak Excel", "4", "PENGELOLA", "U2")]
    table = table_of(settled, settled.staff_file(rows))
    outcome = settled.desk.register.import_staff(table)
    faults = [ToldFault(fault.row, fault.column, fault.code, "Salah.", "Betulkan.") for fault in outcome.refused]
    written = settled.desk.upkeep.tables.write_refused(table, faults, settled.folder / "ditolak")
    assert (written.path.name, written.rows) == ("ditolak.xlsx", 1)
    mended = table_of(settled, written.path)
    right = replace(mended, corrections=(Correction(2, "NIP BARU", "198107252011011009"),))
    assert settled.desk.register.import_staff(right).counts.added == 1
    with pytest.raises(UsageRefusal) as refusal:
        settled.desk.upkeep.tables.write_refused(table, [], settled.folder / "kosong")
    assert refusal.value.code == "IMP-285"
    with pytest.raises(FileRefusal) as refusal:
        settled.desk.upkeep.tables.write_refused(mended, faults, written.path)
    assert refusal.value.code == "IMP-286"


def test_a_sheet_or_a_mapping_that_is_not_there_is_named(settled):
    tables = settled.desk.upkeep.tables
    for more, code in (({"sheet": "Lembar9"}, "IMP-282"), ({"mapping": "tidak ada"}, "IMP-280")):
        with pytest.raises((FileRefusal, UsageRefusal)) as refusal:
            tables.prepare(settled.staff_file(), **more)
        assert refusal.value.code == code
    assert tables.prepare(settled.staff_file()) == settled.folder / "profil.csv"
    assert STAFF_HEADS[1] in {
        column.name for column in tables.recognise(table_of(settled, settled.staff_file())).columns
    }
