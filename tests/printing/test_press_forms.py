"""Every form, on both papers: golden text with positions, geometry, heads, signatures, marks and QR."""

from __future__ import annotations

import ctypes
import os
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from meritdesk.core.documents import (
    AID_FORMS,
    DOCUMENT_FORMS,
    GUIDANCE_FORMS,
    ChoiceStyle,
    Form,
    PaperSize,
    PaperStanding,
    PaperStyle,
)
from meritdesk.core.evaluation import OrgLevel, Predicate
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Approach, JobClass, ResultKind, Target
from meritdesk.core.plan_parts import AssignmentBasis
from meritdesk.printing.press import Press
from meritdesk.printing.stationery import figure, grouped_nip, target_text
from meritdesk.printing.stories import STORIES

GOLDEN = Path(__file__).parent / "golden"
BOTH = [(form, size) for form in STORIES for size in PaperSize]
UPRIGHT = DOCUMENT_FORMS | GUIDANCE_FORMS | {Form.A_1_4, Form.A_1_5, Form.A_1_8, Form.B_1_1, Form.B_1_2}
LANDSCAPE = set(Form) - UPRIGHT


@pytest.mark.parametrize(("form", "size"), BOTH)
def test_a_form_prints_as_it_was_approved(form, size, samples, print_sheets, text_with_places):
    path, printed = print_sheets([samples.sheet(form)], PaperStyle(size))
    found = text_with_places(path)
    golden = GOLDEN / f"{form}-{size}.txt"
    if os.environ.get("MERITDESK_WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")
    assert printed.pages == found.count("page ")


@pytest.mark.parametrize(("form", "size"), BOTH)
def test_every_form_passes_an_outside_check_of_the_file(form, size, samples, print_sheets, run_tool):
    path, _ = print_sheets([samples.sheet(form)], PaperStyle(size))
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


@pytest.mark.parametrize("form", STORIES)
def test_the_same_sheet_gives_the_same_bytes(form, samples, tmp_path):
    files = []
    for name in ("satu.pdf", "dua.pdf"):
        path = tmp_path / name
        Press().print_file([samples.sheet(form)], path, PaperStyle(), lambda done, total: None, 1)
        files.append(path.read_bytes())
    assert files[0] == files[1]


@pytest.mark.parametrize("form", STORIES)
def test_pages_are_counted_per_sheet_and_carry_the_stamp(form, samples, print_sheets, page_texts):
    first = samples.sheet(form)
    second = replace(first, stamp=replace(first.stamp, document_id="d2", number="D11/2025/7", copy=3, version=12))
    path, printed = print_sheets([first, second])
    texts = page_texts(path)
    assert [sheet.first_page for sheet in printed.sheets] == [1, 1 + printed.sheets[0].pages]
    for sheet, stamp in zip(printed.sheets, (first.stamp, second.stamp), strict=True):
        for offset in range(sheet.pages):
            text = texts[sheet.first_page - 1 + offset]
            assert f"Halaman {offset + 1} dari {sheet.pages}" in text
            assert f"No. {stamp.number} · Versi {stamp.version} · Salinan {stamp.copy} · Sidik" in text
            assert stamp.digest[:16] in text
    assert printed.pages == len(texts) == sum(sheet.pages for sheet in printed.sheets)


@pytest.mark.parametrize("form", STORIES)
def test_paper_lies_or_stands_as_in_the_annex(form, samples, print_sheets):
    path, _ = print_sheets([samples.sheet(form)])
    page = pypdfium2.PdfDocument(path)[0]
    assert page.get_size() == ((936.0, 612.0) if form in LANDSCAPE else (612.0, 936.0))


@pytest.mark.parametrize("form", STORIES)
def test_marks_are_read_back_from_every_form(form, samples, print_sheets):
    sheet = samples.sheet(form)
    other = replace(sheet, stamp=replace(sheet.stamp, qr_text="MERITDESK:1:3372:" + "f" * 260 + ":9"))
    path, printed = print_sheets([sheet, other, sheet])
    marks = Press().read_marks(path)
    assert marks.marks == (sheet.stamp.qr_text, other.stamp.qr_text)
    assert marks.digest == printed.digest
    assert marks.pages == printed.pages


def test_a_mark_typed_as_a_name_is_not_read_as_a_mark(samples, print_sheets):
    sheet = samples.sheet(Form.D_1_1)
    person = replace(sheet.ratee, name="QR[MERITDESK:palsu]")
    noted = replace(sheet.evaluation, note="QR[MERITDESK:palsu-juga]")
    path, _ = print_sheets([replace(sheet, ratee=person, evaluation=noted)])
    assert Press().read_marks(path).marks == (sheet.stamp.qr_text,)


@pytest.mark.parametrize("form", [Form.D_1_1, Form.C_1_3])
def test_a_scanner_reads_the_qr_of_every_page(form, samples, print_sheets, run_tool, tmp_path):
    sheet = samples.sheet(form)
    path, printed = print_sheets([sheet])
    run_tool("pdftoppm", "-r", "200", "-gray", "-png", path, tmp_path / "halaman")
    pictures = sorted(tmp_path.glob("halaman*.png"))
    assert len(pictures) == printed.pages
    for number, picture in enumerate(pictures, start=1):
        assert run_tool("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture).strip() == (
            f"{sheet.stamp.qr_text}:P{number}/{printed.pages}"
        )


@pytest.mark.parametrize("form", [Form.A_1_2, Form.A_1_7, Form.B_1_4, Form.B_1_5, Form.C_1_2, Form.C_1_3])
def test_heads_of_results_repeat_on_every_page_of_results(form, samples, print_sheets, page_texts):
    sheet = samples.sheet(form)
    many = tuple(
        replace(
            sheet.plan.results[0], result_id=f"r{number}", kind=ResultKind.MAIN, text=f"Hasil kerja nomor {number}."
        )
        for number in range(300)
    )
    path, _ = print_sheets([replace(sheet, plan=replace(sheet.plan, results=many))])
    texts = page_texts(path)
    with_results = [text for text in texts if "Hasil kerja nomor" in text.replace("\n", " ")]
    assert len(with_results) > 20
    for text in with_results:
        assert text.count("HASIL KERJA\n") >= 1
        assert "(1)" in text and "(5)" in text
    found = [int(number) for text in texts for number in re.findall(r"nomor\s+(\d+)\.", text)]
    assert found == list(range(300))


@pytest.mark.parametrize("form", [Form.A_1_1, Form.A_1_7, Form.B_1_3, Form.B_1_5, Form.C_1_1, Form.C_1_3])
def test_the_head_of_behaviour_repeats(form, samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(form)])
    for text in page_texts(path):
        if "Kolaboratif" in text or "Harmonis" in text:
            assert "PERILAKU KERJA" in text


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("form", [form for form in STORIES if form not in AID_FORMS | GUIDANCE_FORMS])
def test_a_signature_never_stands_alone(form, size, samples, print_sheets, page_texts):
    sheet = samples.sheet(form)
    neighbour = dict.fromkeys((*DOCUMENT_FORMS, Form.A_1_8, Form.B_1_1, Form.B_1_2), "catatan").get(
        form, "PREDIKAT KINERJA" if form.startswith("C") else "Kolaboratif"
    )
    signer = "Pegawai yang Dinilai\n" if form in (Form.B_1_1, Form.B_1_2) else "Pejabat Penilai Kinerja\n"
    for lines in range(0, 60, 3):
        text = "\n".join(["catatan"] * (lines + 1))
        plan = replace(sheet.plan, consequences=(text,), expectations={})
        plan = replace(plan, results=tuple(replace(result, text=text) for result in plan.results[:1]))
        changed = replace(sheet, plan=plan, evaluation=replace(sheet.evaluation, note=text, feedback={}))
        if sheet.objection:
            changed = replace(changed, objection=replace(sheet.objection, decision=text))
        path, _ = print_sheets([changed], PaperStyle(size))
        last = page_texts(path)[-1]
        assert signer in last
        assert neighbour in last, f"{lines} lines"


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("form", [Form.D_1_1, Form.D_1_2])
def test_the_evaluation_document_is_one_page_when_the_note_is_short(form, size, samples, print_sheets):
    assert print_sheets([samples.sheet(form)], PaperStyle(size))[1].pages == 1


def test_a_document_after_an_objection_bears_three_signatures_on_the_page_of_the_decision(
    samples, print_sheets, page_texts
):
    path, printed = print_sheets([samples.sheet(Form.D_1_3)])
    assert printed.pages == 2
    text = page_texts(path)[-1]
    assert "Semula: BUTUH PERBAIKAN. Menjadi: BAIK." in text
    for role in ("10. Pegawai yang Dinilai", "9. Pejabat Penilai Kinerja", "11. Atasan Pejabat Penilai Kinerja"):
        assert role in text
    for day in ("31 Desember 2025", "5 Januari 2026", "2 Maret 2026"):
        assert f"Surakarta, {day}" in text


def test_the_document_of_the_superior_is_signed_by_him_and_names_the_rater_all_the_same(
    samples, print_sheets, page_texts
):
    path, _ = print_sheets([samples.sheet(Form.D_1_2)])
    text = page_texts(path)[0]
    signed = text[text.index("6. Atasan Pejabat Penilai Kinerja") :]
    assert samples.SUPERIOR.name in signed and samples.RATER.name not in signed
    assert samples.RATER.name in text


def test_a_missing_superior_prints_dashes(samples, print_sheets, page_texts):
    path, _ = print_sheets([replace(samples.sheet(Form.D_1_1), superior=None)])
    text = page_texts(path)[0]
    block = text[text.index("ATASAN PEJABAT") : text.index("EVALUASI KINERJA\n")]
    assert block.count("-") == 5


@pytest.mark.parametrize("form", [Form.C_1_1, Form.C_1_3])
def test_a_missing_organisation_level_leaves_grey_options_and_no_curve(form, samples, print_sheets, page_texts):
    sheet = samples.sheet(form)
    path, _ = print_sheets([replace(sheet, evaluation=replace(sheet.evaluation, org_level=None))])
    text = page_texts(path)[0]
    assert "(diisi dengan gambar pola distribusi)" in text
    assert "KURVA DISTRIBUSI" not in text
    assert "ISTIMEWA/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG" in text
    assert "Capaian kinerja organisasi:" not in text


@pytest.mark.parametrize("level", OrgLevel)
def test_the_curve_of_the_chosen_level_is_drawn(level, samples, print_sheets, run_tool):
    sheet = samples.sheet(Form.C_1_3)
    path, _ = print_sheets([replace(sheet, evaluation=replace(sheet.evaluation, org_level=level))])
    names = ("ISTIMEWA", "BAIK", "BUTUH PERBAIKAN", "KURANG", "SANGAT KURANG")
    expected = names[list(OrgLevel).index(level)]
    text = run_tool("pdftotext", "-layout", path, "-")
    assert f"CAPAIAN KINERJA ORGANISASI {expected}\n" in text
    assert "Frekuensi" in text and "Misconduct" in text


def _strikes(path: Path) -> list[tuple[float, float, float, float]]:
    """Where the strike lines of the first page lie; they are the only 0.8 pt lines outside pictures."""
    found = []
    page = pypdfium2.PdfDocument(path)[0]
    for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        width = ctypes.c_float()
        pypdfium2.raw.FPDFPageObj_GetStrokeWidth(item.raw, width)
        if abs(width.value - 0.8) < 0.001:
            found.append(item.get_bounds())
    return found


def _word_box(path: Path, word: str) -> tuple[float, float, float, float]:
    text = pypdfium2.PdfDocument(path)[0].get_textpage()
    index, count = text.search(word, match_case=True).get_next()
    boxes = [text.get_charbox(place) for place in range(index, index + count)]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def test_options_not_chosen_are_struck_and_the_chosen_value_stands_in_words(samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(Form.D_1_1)])
    (strike,) = _strikes(path)
    struck, chosen = _word_box(path, "I/II/III/"), _word_box(path, "IV-AKHIR")
    assert strike[0] <= struck[0] + 1 and struck[2] - 1 <= strike[2] <= chosen[0] + 1
    assert struck[1] < (strike[1] + strike[3]) / 2 < struck[3]
    text = page_texts(path)[0]
    assert "PERIODE*: TRIWULAN I/II/III/IV-AKHIR**" in text
    assert "Periode: IV-AKHIR · Capaian kinerja organisasi: BAIK · Predikat kinerja: BAIK" in text


def test_an_office_can_print_the_chosen_option_alone(samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(Form.C_1_3)], PaperStyle(choice=ChoiceStyle.CHOSEN_ONLY))
    assert _strikes(path) == []
    text = "\n".join(page_texts(path))
    assert "PERIODE***: TRIWULAN IV-AKHIR*\n" in text
    assert "SESUAI EKSPEKTASI**\n" in text
    assert "DIBAWAH EKSPEKTASI" not in text


def test_the_code_of_the_format_can_be_left_out(samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(Form.D_1_1)], PaperStyle(show_form_code=False))
    assert "FORMAT D.1.1" not in page_texts(path)[0]


@pytest.mark.parametrize(
    ("code", "line", "chosen"),
    [
        ("2025", "PERIODE*: TRIWULAN I/II/III/IV-AKHIR**", "Periode: IV-AKHIR"),
        ("2025-TW2", "PERIODE*: TRIWULAN I/II/III/IV-AKHIR**", "Periode: II "),
        ("2025-03", "PERIODE*: BULAN MARET", "Periode: MARET"),
    ],
)
def test_the_period_line_names_year_quarter_or_month(code, line, chosen, samples, print_sheets, page_texts):
    path, _ = print_sheets([replace(samples.sheet(Form.D_1_1), period=parse_period(code))])
    text = page_texts(path)[0]
    assert line in text
    assert chosen in text


@pytest.mark.parametrize(
    ("form", "line"),
    [
        (Form.B_1_5, "PERIODE: AKHIR\n"),
        (Form.C_1_3, "PERIODE***: AKHIR\n"),
        (Form.D_1_1, "PERIODE*: AKHIR\n"),
    ],
)
def test_where_months_are_evaluated_the_year_has_no_fourth_quarter(form, line, samples, print_sheets, page_texts):
    sheet = replace(samples.sheet(form), is_monthly=True)
    text = page_texts(print_sheets([sheet])[0])[0]
    assert line in text and "TRIWULAN" not in text and "Periode: AKHIR" in text


def test_a_part_year_is_written_with_its_own_days(samples, print_sheets, page_texts):
    changed = replace(samples.sheet(Form.A_1_7), assessed_from=date(2025, 3, 3))
    path, _ = print_sheets([changed])
    assert "PERIODE PENILAIAN: 3 MARET SD 31 DESEMBER TAHUN 2025" in page_texts(path)[0]


def test_an_open_date_leaves_a_line_for_the_hand(samples, print_sheets, page_texts):
    path, _ = print_sheets([replace(samples.sheet(Form.D_1_1), ratee_signed_on=None)])
    text = page_texts(path)[0]
    assert "Surakarta, …………" in text
    assert "Surakarta, 31 Desember 2025" in text


def test_a_draft_is_marked_across_every_page(samples, print_sheets, page_texts):
    sheet = samples.sheet(Form.C_1_3)
    path, printed = print_sheets([replace(sheet, stamp=replace(sheet.stamp, standing=PaperStanding.DRAFT))])
    assert all("DRAF" in text for text in page_texts(path))
    final, _ = print_sheets([sheet])
    assert not any("DRAF" in text for text in page_texts(final))
    assert printed.pages == len(page_texts(final))


def test_the_predicate_misconduct_keeps_its_foreign_word(samples, print_sheets, page_texts):
    sheet = samples.sheet(Form.D_1_1)
    path, _ = print_sheets([replace(sheet, evaluation=replace(sheet.evaluation, predicate=Predicate.POOR))])
    assert "KURANG (MISCONDUCT)" in page_texts(path)[0]


@pytest.mark.parametrize("form", STORIES)
def test_a_sheet_without_plan_and_evaluation_still_prints(form, samples, print_sheets):
    empty = replace(samples.sheet(form), plan=None, evaluation=None, actuals={}, superior=None, signed_on=None)
    assert print_sheets([empty])[1].pages >= 1


def test_an_empty_additional_section_prints_as_the_annex_says(samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(Form.A_1_2)])
    assert "(dapat ditambahkan pada tahun berjalan)" in "".join(page_texts(path))


def test_results_are_numbered_through_both_sections(samples, print_sheets, run_tool):
    path, _ = print_sheets([samples.sheet(Form.A_1_7)])
    text = run_tool("pdftotext", "-layout", path, "-")
    after = text[text.index("B. TAMBAHAN") :]
    assert re.search(r"^\s+4\s+Meningkatnya indeks\s", after, re.MULTILINE)


def test_figures_are_written_with_a_decimal_comma():
    assert figure(Decimal("1234567.25")) == "1.234.567,25"
    assert target_text(Target("", Decimal("87.5"), Decimal("92.5"), "%")) == "87,5 – 92,5 %"
    assert target_text(Target("", Decimal(4), Decimal(4), "dokumen")) == "4 dokumen"
    assert target_text(Target("")) == "-"


def test_a_nip_under_a_signature_is_grouped():
    assert grouped_nip("198107252011011009") == "19810725 201101 1 009"
    assert grouped_nip("12345") == "12345"


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        (Form.A_1_1, "**"),
        (Form.A_1_2, "**"),
        (Form.A_1_6, "**"),
        (Form.A_1_7, "***"),
        (Form.C_1_1, "****"),
        (Form.C_1_2, "****"),
        (Form.C_1_3, "****"),
    ],
)
def test_a_leaders_indicator_stands_below_his_result_and_study_leave_has_its_mark(
    form, mark, samples, print_sheets, page_texts
):
    """One star more than the notes the form has already, so that no mark means two things."""
    sheet = samples.sheet(form)
    first, *rest = sheet.plan.results
    first = replace(first, parent_indicator="Indeks Layanan Kota", basis=AssignmentBasis.STUDY_LEAVE)
    path, _ = print_sheets([replace(sheet, plan=replace(sheet.plan, results=(first, *rest)))])
    text = " ".join(" ".join(page_texts(path)).split())
    assert (
        re.search(rf" 1 ?{re.escape(mark)} ", text)
        and f" {mark} Ekspektasi Pejabat Penilai Kinerja untuk Pegawai" in text
    )
    assert ("Indeks Layanan Kota" in text) is (form in (Form.A_1_7, Form.C_1_3))
    path, _ = print_sheets([sheet])
    assert "tugas belajar" not in " ".join(page_texts(path))


def test_the_star_of_a_study_leave_follows_the_note_on_perspectives(samples, print_sheets, page_texts):
    sheet = samples.sheet(Form.C_1_1)
    plan = samples.plan(JobClass.JPT_OR_AUTONOMOUS, Approach.QUALITATIVE)
    first, *rest = plan.results
    plan = replace(plan, results=(replace(first, basis=AssignmentBasis.STUDY_LEAVE), *rest))
    path, _ = print_sheets([replace(sheet, plan=plan)])
    text = " ".join(" ".join(page_texts(path)).split())
    assert "**** perspektif hanya" in text and "***** Ekspektasi Pejabat" in text and " 1 ***** " in text


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("form", [Form.A_1_6, Form.A_1_7])
def test_stage_six_shows_the_results_alone_and_is_always_a_draft(form, size, samples, print_sheets, page_texts):
    path, printed = print_sheets([samples.sheet(form)], PaperStyle(size, is_stage_six=True))
    text = " ".join(" ".join(page_texts(path)).split())
    assert "DRAF" in text and "A. UTAMA" in text and "Terlaksananya rapat koordinasi" in text
    assert ("(3)" in text) is (form is Form.A_1_7) and "(4)" not in text
    assert "PERILAKU KERJA" not in text and "ASPEK" not in text
    assert all(sheet.places == () for sheet in printed.sheets)


def test_an_empty_additional_section_has_a_dash_for_number_and_superior(samples, print_sheets, run_tool):
    """As on p. 149, 153 and 156."""
    sheet = samples.sheet(Form.A_1_7)
    main = tuple(result for result in sheet.plan.results if result.kind is ResultKind.MAIN)
    path, _ = print_sheets([replace(sheet, plan=replace(sheet.plan, results=main))])
    text = run_tool("pdftotext", "-layout", path, "-")
    after = text[text.index("B. TAMBAHAN") :]
    assert re.match(r"B\. TAMBAHAN\s+-\s+-\s+\(dapat ditambahkan pada tahun", after)
