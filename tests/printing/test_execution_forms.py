"""The records of a year on paper: steps, lines with evidence, feedback with its giver; no word lost, whatever it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.documents import EXECUTION_FORMS, FEEDBACK_FORMS, ChoiceStyle, Form, PaperSize, PaperStyle
from meritdesk.core.execution import ActionStep
from meritdesk.core.execution_content import DocumentedLine, GivenFeedback
from meritdesk.core.feedback import FeedbackGiver
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.printing.press import Press

LONG = " ".join(f"kata{number:05d}" for number in range(9000))
ACTION_FORMS = (Form.B_1_1, Form.B_1_2)


def first(sheet) -> str:
    return sheet.plan.results[0].result_id


def with_content(sheet, **changes):
    return replace(sheet, content=replace(sheet.content, **changes))


def step(sheet, text):
    return with_content(sheet, steps={first(sheet): (ActionStep(first(sheet), 1, text, date(2025, 3, 1)),)})


def line(sheet, text):
    return with_content(sheet, documentation={first(sheet): (DocumentedLine(date(2025, 3, 1), text, 1),)})


def line_evidence(sheet, text):
    told = DocumentedLine(date(2025, 3, 1), "Selesai", 0, (text, "Laporan"))
    return with_content(sheet, documentation={first(sheet): (told,)})


def said(sheet, text):
    return with_content(sheet, on_results={first(sheet): (GivenFeedback(text, FeedbackGiver.PEER, "Agus"),)})


def giver(sheet, text):
    return with_content(sheet, on_results={first(sheet): (GivenFeedback("Bagus", FeedbackGiver.OTHER, text),)})


def ground(sheet, text):
    given = GivenFeedback("Bagus", FeedbackGiver.LEADER, "", (text,))
    return with_content(sheet, on_behaviour={BehaviourValue.ADAPTIVE: (given,)})


def behaviour(sheet, text):
    return with_content(sheet, on_behaviour={BehaviourValue.COLLABORATIVE: (GivenFeedback(text),)})


def proof(sheet, text):
    indicator = sheet.plan.results[0].indicators[0].indicator_id
    return with_content(sheet, evidence={indicator: (text,)})


PLACES = {
    Form.B_1_1: (step,),
    Form.B_1_2: (step, line, line_evidence),
    **dict.fromkeys(sorted(FEEDBACK_FORMS), (said, giver, ground, behaviour, proof)),
}
CASES = [(form, place) for form, places in PLACES.items() for place in places]


@pytest.mark.parametrize(("form", "place"), CASES)
def test_a_record_of_twenty_pages_loses_no_word(form, place, samples, print_sheets, page_texts, run_tool):
    path, printed = print_sheets([place(samples.sheet(form), LONG)])
    assert printed.pages >= 20
    found = re.findall(r"kata\d{5}", re.sub(r"\s", "", "".join(page_texts(path))))
    assert found == LONG.split()
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize(("form", "place"), CASES)
def test_the_signatures_never_stand_alone_however_long_a_record_is(
    form, place, size, samples, print_sheets, page_texts
):
    sheet = samples.sheet(form)
    sheet = replace(sheet, plan=replace(sheet.plan, results=sheet.plan.results[:1]))
    row = "Rencana Aksi:" if form in ACTION_FORMS else "Kolaboratif"
    for lines in range(1, 60, 6):
        path, _ = print_sheets([place(sheet, "\n".join(["catatan"] * lines))], PaperStyle(size))
        last = page_texts(path)[-1]
        assert "Pegawai yang Dinilai\n" in last
        assert row in last or "catatan" in last, f"{lines} lines"


@pytest.mark.parametrize(("form", "place"), CASES)
@pytest.mark.parametrize("text", ["", " ", "x", "\n", "\x00", "A" * 200])
def test_empty_tiny_and_wide_records_print(form, place, text, samples, print_sheets):
    assert print_sheets([place(samples.sheet(form), text)])[1].pages >= 1


@pytest.mark.parametrize("form", sorted(EXECUTION_FORMS))
def test_three_hundred_results_with_their_records_come_in_order(form, samples, print_sheets, page_texts, run_tool):
    sheet = samples.sheet(form)
    one = sheet.plan.results[0]
    indicator = one.indicators[0]
    many = tuple(
        replace(
            one,
            result_id=f"r{number}",
            number=number,
            text=f"Hasil{number:03d}.",
            indicators=(replace(indicator, indicator_id=f"i{number}"),),
        )
        for number in range(300)
    )
    changed = replace(sheet, plan=replace(sheet.plan, results=many))
    if form in ACTION_FORMS:
        steps = {each.result_id: (ActionStep(each.result_id, 1, f"Aksi{each.number:03d}."),) for each in many}
        changed = with_content(changed, steps=steps)
        word = "Aksi"
    else:
        given = {each.result_id: (GivenFeedback(f"Kata{each.number:03d}.", FeedbackGiver.PEER),) for each in many}
        changed = with_content(changed, on_results=given)
        word = "Kata"
    path, printed = print_sheets([changed])
    text = "".join(page_texts(path))
    assert printed.pages > 8
    for name in ("Hasil", word):
        assert [int(number) for number in re.findall(rf"{name}(\d+)\.", text)] == list(range(300))
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("form", sorted(EXECUTION_FORMS))
def test_names_of_two_hundred_letters_stay_inside_their_column(form, size, samples, print_sheets, page_texts):
    sheet = samples.sheet(form)
    name = "".join(f"n{number:03d}" for number in range(50))
    person = replace(sheet.ratee, name=name, unit=name)
    changed = giver(sheet, name) if form in FEEDBACK_FORMS else step(sheet, name)
    path, _ = print_sheets([replace(changed, ratee=person, rater=person)], PaperStyle(size))
    whole = re.sub(r"\s", "", "".join(page_texts(path)))
    assert whole.count(name) >= 3


MARKUP = "<b>tebal</b> <font color=red> &amp; & <para> </td> (kurung) \\ \\( %s {name} ]]> <script>"
SCRIPTS = ["محمد", "שלום", "Привет", "😀", "漢字かな", "𝔘", "ไทย", "Ṣ", "café", "∑", "≥", "✓", "…", "–"]


@pytest.mark.parametrize(("form", "place"), CASES)
def test_markup_and_foreign_scripts_come_back_as_they_were_typed(form, place, samples, print_sheets, run_tool):
    path, _ = print_sheets([place(samples.sheet(form), f"{MARKUP} {' '.join(SCRIPTS)}")])
    text = unicodedata.normalize("NFC", run_tool("pdftotext", "-raw", path, "-"))
    for word in (*MARKUP.split(), *SCRIPTS):
        assert word in text


ANYTHING = st.text(st.characters(), max_size=200)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=st.sampled_from(CASES), text=ANYTHING)
def test_arbitrary_records_never_stop_the_press(case, text, samples, tmp_path):
    form, place = case
    path = tmp_path / "apa-saja.pdf"
    printed = Press().print_file([place(samples.sheet(form), text)], path, PaperStyle(), lambda done, total: None, 1)
    assert Press().read_marks(path).pages == printed.pages


@pytest.mark.parametrize(
    ("kind", "name", "text", "shown"),
    [
        (FeedbackGiver.LEADER, "", "Bagus.", "Pimpinan: Bagus."),
        (FeedbackGiver.LEADER, "Endang", "Bagus.", "Pimpinan (Endang): Bagus."),
        (FeedbackGiver.PEER, "Agus", "Bagus.", "Rekan kerja setingkat (Agus): Bagus."),
        (FeedbackGiver.SUBORDINATE, "Ratna", "Bagus.", "Pegawai di bawahnya (Ratna): Bagus."),
        (FeedbackGiver.OTHER, "Lurah", "Bagus.", "Stakeholder terkait (Lurah): Bagus."),
        (FeedbackGiver.LEADER, "Endang", "Pimpinan: Bagus.", "Pimpinan (Endang): Bagus."),
        (FeedbackGiver.LEADER, "Endang", "Pimpinan (Endang): Bagus.", "Pimpinan (Endang): Bagus."),
        (None, "", "Pasien (Tuti): Bagus.", "Pasien (Tuti): Bagus."),
    ],
)
def test_a_cell_of_feedback_begins_with_who_gave_it(kind, name, text, shown, samples, print_sheets, page_texts):
    sheet = samples.sheet(Form.B_1_5)
    cells = {BehaviourValue.SERVICE: (GivenFeedback(text, kind, name),)}
    path, _ = print_sheets([with_content(sheet, on_results={}, on_behaviour=cells)])
    whole = " ".join("".join(page_texts(path)).split())
    assert whole.count(shown) == 1


def test_feedback_that_came_with_an_actual_is_not_said_twice(samples, print_sheets, page_texts):
    sheet = samples.sheet(Form.B_1_5)
    logged = {first(sheet): (GivenFeedback("bagus! Pertahankan", FeedbackGiver.LEADER, "Bambang"),)}
    path, _ = print_sheets([with_content(sheet, on_results=logged)])
    whole = " ".join("".join(page_texts(path)).split())
    assert whole.count("bagus! Pertahankan") == 1
    assert "kesalahan kecil segera diatasi" in whole


@pytest.mark.parametrize("form", ACTION_FORMS)
def test_the_ratee_alone_signs_an_action_plan_on_the_right(form, samples, print_sheets, page_texts):
    path, _ = print_sheets([replace(samples.sheet(form), signed_on=None)])
    last = page_texts(path)[-1]
    signed = last[last.rindex("Pegawai yang Dinilai") :]
    assert "Surakarta, ……" in last
    assert samples.RATEE.name in signed and "Pejabat Penilai" not in signed


@pytest.mark.parametrize("form", sorted(FEEDBACK_FORMS))
def test_both_sign_a_record_of_feedback_and_the_note_tells_of_the_period(form, samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(form)])
    last = page_texts(path)[-1]
    assert "Pegawai yang Dinilai" in last and "Pejabat Penilai Kinerja" in last
    assert "pilih salah satu (periode disesuaikan dengan periode evaluasi siklus pendek" in last


@pytest.mark.parametrize(
    ("code", "shown", "foot"),
    [
        ("2025", "PERIODE: TRIWULAN IV-AKHIR*", "Periode: IV-AKHIR"),
        ("2025-TW1", "PERIODE: TRIWULAN I*", "Periode: I\n"),
        ("2025-03", "PERIODE: BULAN MARET", "Periode: MARET"),
    ],
)
@pytest.mark.parametrize("form", sorted(FEEDBACK_FORMS))
def test_a_record_of_feedback_names_its_period(form, code, shown, foot, samples, print_sheets, page_texts):
    sheet = replace(samples.sheet(form), period=parse_period(code))
    path, _ = print_sheets([sheet], PaperStyle(choice=ChoiceStyle.CHOSEN_ONLY))
    text = page_texts(path)[0]
    assert shown + "\n" in text and foot in text
    assert "Predikat kinerja" not in text


@pytest.mark.parametrize(
    ("form", "agency", "rank"),
    [
        (Form.B_1_1, False, "PANGKAT/\nGOL. RUANG"),
        (Form.B_1_2, False, "PANGKAT/\nGOL. RUANG"),
        (Form.B_1_3, False, "PANGKAT/ GOL. RUANG"),
        (Form.B_1_4, True, "PANGKAT/GOL RUANG"),
        (Form.B_1_5, False, "PANGKAT/GOL RUANG"),
    ],
)
def test_the_head_has_the_labels_of_its_form(form, agency, rank, samples, print_sheets, page_texts):
    path, _ = print_sheets([samples.sheet(form)])
    text = page_texts(path)[0]
    assert rank in text
    assert ("INSTANSI" in text) is agency
    assert samples.sheet(form).ratee.nip in text, "a NIP stands in one line"
