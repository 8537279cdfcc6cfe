"""National hand-over: rows as the national application takes them, what cannot go, and only the difference again."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import subprocess
import zipfile

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from small_office import NIPS, YEAR, rating_row

from meritdesk.core.agency_settings import PeriodicCycle
from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.documents import Form
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Rating
from meritdesk.core.national import OBSTACLE_CODES, NationalFact, NationalState
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services.print_job import Selection

WORDS = {code: Messages("id").refusal(code, {}) for code in OBSTACLE_CODES.values()}


@pytest.fixture
def national(closed):
    return closed.desk.handover.national


def by_nip(board):
    return {line.person.nip: line for line in board.lines}


def read_csv(path):
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "UTF-8 with BOM"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def file_of(outcome, start, ending):
    (found,) = [path for path in outcome.files if path.name.startswith(start) and path.suffix == ending]
    return found


def reopen(office, nip, reason="Salah ketik"):
    office.desk.assessment.acts.reopen(nip, YEAR, RevisionReason.ENTRY_ERROR, reason)


def refused(code, verb, *given, kind=UsageRefusal):
    with pytest.raises(kind) as caught:
        verb(*given)
    assert caught.value.code == code


def test_everybody_closed_is_new_and_everybody_else_has_a_reason(national):
    lines = by_nip(national.preview(YEAR))
    nurse = lines[NIPS["nurse"]]
    assert nurse.state is NationalState.NEW
    assert nurse.facts[NationalFact.RESULT] == "2" and nurse.facts[NationalFact.QUADRANT] == "2"
    assert nurse.facts[NationalFact.RATER_NIP] == NIPS["bidang"]
    assert nurse.facts[NationalFact.RATER_STATUS] == "ASN"
    orphaned = lines[NIPS["orphaned"]]
    assert (orphaned.state, orphaned.code) == (NationalState.CANNOT, "SIA-110")


def test_the_head_of_the_region_rates_as_one_who_is_no_civil_servant(national):
    head = by_nip(national.preview(YEAR))[NIPS["head"]]
    assert head.state is NationalState.NEW and head.facts[NationalFact.RATER_STATUS] == "NON ASN"
    assert NationalFact.RATER_NIP not in head.facts


def test_a_written_hand_over_keeps_the_nip_as_text_in_both_kinds_of_file(national, tmp_path):
    outcome = national.write(YEAR, tmp_path, WORDS)
    rows = read_csv(file_of(outcome, "lembar-petugas", ".csv"))
    assert NIPS["nurse"] in {row["nip"] for row in rows} and len(rows) == outcome.rows
    sheet = CalamineWorkbook.from_path(file_of(outcome, "lembar-petugas", ".xlsx")).get_sheet_by_index(0).to_python()
    told = [dict(zip(sheet[0], row, strict=True)) for row in sheet[1:]]
    assert [row["nip"] for row in told] == [row["nip"] for row in rows]
    assert all(isinstance(row["nip"], str) and isinstance(row["nip_penilai"], str) for row in told)
    annual = read_csv(file_of(outcome, "skp22", ".csv"))
    assert {row["pnsDinilaiOrang"] for row in annual} >= {"P1", "P3"} and {row["tahun"] for row in annual} == {"2025"}
    stays = read_csv(file_of(outcome, "belum-bisa", ".csv"))
    assert {row["kode"] for row in stays} == {"SIA-110"} and all(row["langkah"] for row in stays)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_an_office_program_gives_the_nip_back_unchanged(national, tmp_path):
    outcome = national.write(YEAR, tmp_path, WORDS)
    book = file_of(outcome, "lembar-petugas", ".xlsx")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/lo",
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
    ]
    subprocess.run([*command, str(tmp_path), str(book)], check=True, capture_output=True, timeout=90)
    assert NIPS["nurse"] in (tmp_path / f"{book.stem}.csv").read_text(encoding="utf-8")


def test_a_name_that_looks_like_a_formula_stays_a_text(closed, tmp_path):
    exchange = closed.desk.handover.around.exchange
    path = tmp_path / "uji.csv"
    exchange.write_rows(path, ["nama"], [["=HYPERLINK(1)"], ["+62"], ["@a"]], "uji")
    assert [row["nama"] for row in read_csv(path)] == ["'=HYPERLINK(1)", "'+62", "'@a"]
    exchange.write_rows(tmp_path / "uji.xlsx", ["nama"], [["=HYPERLINK(1)"]], "uji")
    with zipfile.ZipFile(tmp_path / "uji.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_only_the_difference_goes_the_next_time(closed, national, tmp_path):
    first = national.write(YEAR, tmp_path, WORDS)
    assert national.preview(YEAR).count(NationalState.NEW) == first.rows, "written is not yet uploaded"
    marked = national.mark(first.batch)
    assert (marked.marked, marked.withdrawn) == (first.rows, 0)
    assert national.preview(YEAR).count(NationalState.SAME) == first.rows
    refused("SIA-104", national.write, YEAR, tmp_path, WORDS)
    assert national.write(YEAR, tmp_path, WORDS, everything=True).rows == first.rows
    reopen(closed, NIPS["nurse"])
    gone = by_nip(national.preview(YEAR))[NIPS["nurse"]]
    assert (gone.state, gone.code) == (NationalState.WITHDRAWN, "SIA-111")
    closed.desk.assessment.import_ratings(
        closed.ratings_file([rating_row(NIPS["nurse"], Rating.ABOVE, Rating.ABOVE, "Bukti lebih")])
    )
    closed.desk.assessment.close(YEAR)
    changed = by_nip(national.preview(YEAR))[NIPS["nurse"]]
    assert changed.state is NationalState.CHANGED
    assert {fact: (before, now) for fact, before, now in changed.changed}[NationalFact.QUADRANT] == ("2", "1")
    again = national.write(YEAR, tmp_path, WORDS)
    assert [row["nip"] for row in read_csv(file_of(again, "lembar-petugas", ".csv"))] == [NIPS["nurse"]]


def test_what_stands_there_and_no_more_here_is_asked_to_be_taken_out(closed, national, tmp_path):
    national.mark(national.write(YEAR, tmp_path, WORDS).batch)
    reopen(closed, NIPS["nurse"])
    outcome = national.write(YEAR, tmp_path, WORDS)
    assert (outcome.rows, outcome.withdrawn) == (0, 1)
    (row,) = read_csv(file_of(outcome, "tarik-kembali", ".csv"))
    assert row["nip"] == NIPS["nurse"] and row["kuadran_dahulu"] == "2"
    assert national.mark(outcome.batch).withdrawn == 1
    assert by_nip(national.preview(YEAR))[NIPS["nurse"]].state is NationalState.CANNOT


def test_marking_can_be_taken_back_with_its_change_set(closed, national, tmp_path):
    outcome = national.write(YEAR, tmp_path, WORDS)
    marked = national.mark(outcome.batch, [NIPS["nurse"]])
    assert marked.marked == 1
    (batch,) = national.batches(YEAR)
    assert (batch.batch, batch.waiting) == (outcome.batch, outcome.rows - 1)
    closed.desk.upkeep.undo(marked.changes.change_set_id)
    assert national.preview(YEAR).count(NationalState.SAME) == 0


def test_a_mark_of_nothing_is_refused(national, tmp_path):
    refused("SIA-101", national.mark, "2025-9999")
    outcome = national.write(YEAR, tmp_path, WORDS)
    refused("SIA-102", national.mark, outcome.batch, ["199001012015011008"])
    national.mark(outcome.batch)
    refused("SIA-103", national.mark, outcome.batch)


def test_what_was_written_is_what_is_marked_whatever_happened_since(closed, national, tmp_path):
    outcome = national.write(YEAR, tmp_path, WORDS)
    reopen(closed, NIPS["nurse"])
    national.mark(outcome.batch)
    assert by_nip(national.preview(YEAR))[NIPS["nurse"]].state is NationalState.WITHDRAWN


def test_documents_go_along_named_by_codes_with_their_digests(closed, national, tmp_path):
    papers = tmp_path / "cetak"
    closed.desk.documents.print(Form.D_1_1, YEAR, Selection(), papers)
    outcome = national.write(YEAR, tmp_path, WORDS, papers=papers)
    assert outcome.documents and outcome.documents + outcome.without_document == outcome.rows
    with zipfile.ZipFile(file_of(outcome, "dokumen", ".zip")) as package:
        listed = list(csv.DictReader(io.StringIO(package.read("daftar.csv").decode("utf-8-sig")), delimiter=";"))
        name = f"{NIPS['nurse']}_2025_D.1.1.pdf"
        data = package.read(name)
        names = [one for one in package.namelist() if one != "daftar.csv"]
    assert sorted(names) == sorted(row["nama_berkas"] for row in listed)
    (row,) = [row for row in listed if row["nama_berkas"] == name]
    assert (row["sha256"], row["keterangan"]) == (hashlib.sha256(data).hexdigest(), "CETAKAN")
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert "Joko Widagdo" in text and "Sari Puspita" not in text, "one person's sheet alone"
    rows = {row["nip"]: row for row in read_csv(file_of(outcome, "lembar-petugas", ".csv"))}
    assert rows[NIPS["nurse"]]["nama_berkas_pdf"] == name and rows[NIPS["nurse"]]["sha256_berkas"] == row["sha256"]
    national.mark(outcome.batch)
    closed.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), papers)
    assert by_nip(national.preview(YEAR))[NIPS["nurse"]].state is NationalState.SAME, "another print is no other row"


def test_a_changed_file_is_no_document_and_a_missing_folder_is_said(closed, national, tmp_path):
    papers = tmp_path / "cetak"
    closed.desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), papers)
    (file,) = papers.glob("*.pdf")
    file.write_bytes(file.read_bytes() + b"\n% lain\n%%EOF\n")
    assert national.write(YEAR, tmp_path, WORDS, papers=papers).documents == 0
    refused("SIA-105", lambda: national.write(YEAR, tmp_path, WORDS, papers=tmp_path / "tidak"), kind=FileRefusal)


def test_a_hand_over_that_fails_leaves_no_folder_and_no_memory(closed, national, tmp_path, monkeypatch):
    def full(*given, **named):
        raise FileRefusal("IMP-242", file="x")

    with monkeypatch.context() as patched:
        patched.setattr(closed.desk.handover.around.exchange, "write_rows", full)
        refused("IMP-242", national.write, YEAR, tmp_path / "keluar", WORDS, kind=FileRefusal)
    assert list((tmp_path / "keluar").iterdir()) == [] and national.batches(YEAR) == ()


def test_the_re_key_sheet_has_a_line_a_person_in_the_order_of_the_fields(national, tmp_path):
    outcome = national.write(YEAR, tmp_path, WORDS)
    printed = national.print_rekey(outcome.batch, tmp_path)
    assert len(printed.numbers) == len(national.rekey_papers(outcome.batch)) > 1
    text = " ".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / printed.file.path)
    )
    assert NIPS["nurse"] in text, "a NIP stands on one line"
    assert "LEMBAR KETIK" in text
    assert national.preview_rekey(outcome.batch).startswith(b"%PDF-")
    refused("SIA-101", national.rekey_papers, "2025-9999")


def test_a_quarter_goes_in_the_shape_of_periodic_results(planned, tmp_path):
    quarter = parse_period("2025-TW3")
    planned.desk.assessment.windows.set_cycle(PeriodicCycle.QUARTERLY, 10, 15)
    person = planned.desk.register.show(NIPS["nurse"]).person
    planned.desk.assessment.rate(person.person_id, quarter, Rating.MEETS, Rating.ABOVE)
    for unit in planned.desk.register.units():
        planned.desk.assessment.set_level(unit.unit_id, quarter, OrgLevel.GOOD, "LKJiP", None)
    planned.desk.assessment.close(quarter)
    national = planned.desk.handover.national
    outcome = national.write(quarter, tmp_path, WORDS)
    (row,) = read_csv(file_of(outcome, "kinerjaperiodik", ".csv"))
    assert (row["periodikId"], row["bulanMulaiPenilaian"], row["koefisienId"]) == ("2", "7", "22")
