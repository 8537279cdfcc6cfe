"""B.1.6 to B.1.10: what the annex prescribes stands on them, and nothing that was written is lost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import guidance_samples as guidance
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.documents import GUIDANCE_FORMS, ChoiceStyle, Form, PaperSize, PaperStyle
from meritdesk.core.guidance import (
    Coaching,
    CoachingFact,
    CoachingGoal,
    CoachingStep,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    Mentoring,
    MentoringGoal,
    MentoringMeeting,
)
from meritdesk.core.guidance_content import GuidanceContent, ProblemContent
from meritdesk.core.people import PersonBlock
from meritdesk.printing.press import Press

FORMS = sorted(GUIDANCE_FORMS)
LONG = " ".join(f"kata{number:05d}" for number in range(9000))


def _body(form: Form, body: object):
    return guidance.sheet(form, content=GuidanceContent(body, guidance.COACH))


# Every cell in which a clerk may write, form by form.
PLACES = {
    Form.B_1_6: {
        "indicator": lambda text: Coaching((CoachingGoal(text),)),
        "baseline": lambda text: Coaching((CoachingGoal("x", text),)),
        "target": lambda text: Coaching((CoachingGoal("x", "", text),)),
        "strategy": lambda text: Coaching((CoachingGoal("x", "", "", text),)),
        "target of the plan": lambda text: Coaching(facts=(CoachingFact(text),)),
        "progress": lambda text: Coaching(facts=(CoachingFact("x", text),)),
        "obstacle": lambda text: Coaching(facts=(CoachingFact("x", "", text),)),
        "cause": lambda text: Coaching(facts=(CoachingFact("x", "", "", text),)),
        "opportunity": lambda text: Coaching(opportunity=text),
        "indicator of a step": lambda text: Coaching(steps=(CoachingStep(text),)),
        "strategy of a step": lambda text: Coaching(steps=(CoachingStep("x", text, True),)),
    },
    Form.B_1_7: {
        "skill": lambda text: Mentoring((MentoringGoal(text),)),
        "duration": lambda text: Mentoring((MentoringGoal("x", text),)),
        "change": lambda text: Mentoring((MentoringGoal("x", "", text),)),
        "measure": lambda text: Mentoring((MentoringGoal("x", "", "", text),)),
        "time and place": lambda text: Mentoring(journal=(MentoringMeeting(text),)),
        "material": lambda text: Mentoring(journal=(MentoringMeeting("x", text),)),
        "action": lambda text: Mentoring(journal=(MentoringMeeting("x", "", text),)),
        "due": lambda text: Mentoring(journal=(MentoringMeeting("x", "", "", text),)),
    },
    Form.B_1_8: {
        "on the employee": lambda text: GuidanceFeedback(about_employee=text),
        "on the leader": lambda text: GuidanceFeedback(about_leader=text),
        "on both": lambda text: GuidanceFeedback(about_both=text),
    },
    Form.B_1_9: {
        "reason": lambda text: CompetencyEvaluation((CompetencyScore(3, text, Competency.CHANGE),)),
        "technical": lambda text: CompetencyEvaluation((CompetencyScore(3, "x", None, text),)),
        "reason of a technical one": lambda text: CompetencyEvaluation((CompetencyScore(3, text, None, "x"),)),
        "recommendation": lambda text: CompetencyEvaluation((), text),
    },
    Form.B_1_10: {
        "expectation": lambda text: ProblemContent(text, "x", None, "x"),
        "problem": lambda text: ProblemContent("x", text, True, "x"),
        "done so far": lambda text: ProblemContent("x", "x", False, text),
    },
}
CASES = [(form, place) for form, places in PLACES.items() for place in places]


def _with(form: Form, place: str, text: str):
    made = PLACES[form][place](text)
    return guidance.sheet(form, content=made) if form is Form.B_1_10 else _body(form, made)


@pytest.mark.parametrize(("form", "place"), CASES)
def test_a_cell_of_twenty_pages_loses_no_word(form, place, print_sheets, page_texts):
    path, printed = print_sheets([_with(form, place, LONG)])
    assert printed.pages >= 20
    assert re.findall(r"kata\d{5}", re.sub(r"\s", "", "".join(page_texts(path)))) == LONG.split()


@pytest.mark.parametrize(("form", "place"), CASES)
@pytest.mark.parametrize("text", ["", " ", "x", "\n", "\x00", "ß" * 200])
def test_empty_tiny_and_wide_cells_print(form, place, text, print_sheets, page_texts):
    path, printed = print_sheets([_with(form, place, text)])
    assert printed.pages >= 1
    assert "".join(page_texts(path)).count("ß") == text.count("ß")


MARKUP = "<b>tebal</b> &amp; & <para> </td> (kurung) \\ \\( %s {name} ]]> <script>"


@pytest.mark.parametrize(("form", "place"), CASES)
def test_markup_and_foreign_scripts_come_back_as_they_were_typed(form, place, print_sheets, run_tool):
    typed = [*MARKUP.split(), "محمد", "שלום", "Привет", "😀", "漢字", "𝔘", "café", "∑", "≥", "✓", "…", "–"]
    path, _ = print_sheets([_with(form, place, " ".join(typed))])
    text = re.sub(r"\s", "", unicodedata.normalize("NFC", run_tool("pdftotext", "-raw", path, "-")))
    for word in typed:
        assert word in text
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


ANYTHING = st.text(st.characters(), max_size=200)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=st.sampled_from(CASES), text=ANYTHING, name=ANYTHING)
def test_arbitrary_text_never_stops_the_press(case, text, name, tmp_path):
    form, place = case
    sheet = _with(form, place, text)
    sheet = replace(sheet, agency_name=name, ratee=replace(sheet.ratee, name=name, unit=text))
    path = tmp_path / "apa-saja.pdf"
    printed = Press().print_file([sheet], path, PaperStyle(), lambda done, total: None, 1)
    assert Press().read_marks(path).pages == printed.pages


ROWS = {
    Form.B_1_6: lambda texts: Coaching(tuple(CoachingGoal(text) for text in texts)),
    Form.B_1_7: lambda texts: Mentoring(journal=tuple(MentoringMeeting(text) for text in texts)),
    Form.B_1_9: lambda texts: CompetencyEvaluation(tuple(CompetencyScore(3, "", None, text) for text in texts)),
}
HEADS = {Form.B_1_6: "BASELINE", Form.B_1_7: "WAKTU DAN", Form.B_1_9: "KOMPETENSI PEGAWAI"}


@pytest.mark.parametrize("form", ROWS)
def test_three_hundred_rows_keep_their_order_under_repeated_heads(form, print_sheets, page_texts):
    path, printed = print_sheets([_body(form, ROWS[form]([f"baris{number:03d}." for number in range(300)]))])
    texts = page_texts(path)
    assert printed.pages == len(texts) > 5
    with_rows = [text for text in texts if "baris" in text]
    assert all(HEADS[form] in text for text in with_rows)
    found = re.findall(r"baris(\d{3})\.", re.sub(r"\s", "", "".join(with_rows)))
    assert [int(number) for number in found] == list(range(300))


@pytest.mark.parametrize("form", FORMS)
def test_names_of_two_hundred_letters_are_printed_whole(form, print_sheets, page_texts):
    ratee, rater, coach = ("".join(f"{sign}{number:03d}" for number in range(50)) for sign in "xyz")
    sheet = guidance.sheet(form, ratee=PersonBlock(ratee, ratee), rater=PersonBlock(rater, rater))
    if isinstance(sheet.content, GuidanceContent):
        sheet = replace(sheet, content=replace(sheet.content, guide=PersonBlock(coach, coach)))
    text = re.sub(r"\s", "", "".join(page_texts(print_sheets([sheet])[0])))
    for sign in "xy":
        assert {f"{sign}{number:03d}" for number in range(50)} <= set(re.findall(rf"{sign}\d{{3}}", text))
    assert (coach in text) is (form in (Form.B_1_6, Form.B_1_7, Form.B_1_9))


SIGNERS = {
    Form.B_1_6: ("Pimpinan/ Pihak Lain yang Diberikan", "YA"),
    Form.B_1_7: ("Pimpinan/ Pihak Lain yang Diberikan", "catatan"),
    Form.B_1_8: ("Pegawai yang Dinilai", "kegiatan bimbingan kinerja ini"),
    Form.B_1_9: ("Pimpinan atau Pihak Lain yang Diberikan", "level kompetensinya"),
    Form.B_1_10: ("Pejabat Penilai Kinerja", "catatan"),
}
LAST = {
    Form.B_1_6: "strategy of a step",
    Form.B_1_7: "due",
    Form.B_1_8: "on the employee",
    Form.B_1_9: "recommendation",
    Form.B_1_10: "done so far",
}


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("form", FORMS)
def test_a_signature_never_stands_alone(form, size, print_sheets, page_texts):
    signer, neighbour = SIGNERS[form]
    for lines in range(0, 60, 2):
        path, _ = print_sheets([_with(form, LAST[form], "\n".join(["catatan"] * (lines + 1)))], PaperStyle(size))
        last = page_texts(path)[-1]
        assert signer in last
        assert neighbour in last.replace("\n", " "), f"{lines} lines"


@pytest.mark.parametrize("form", FORMS)
def test_who_signs_is_as_the_regulation_says(form, print_sheets, page_texts):
    text = page_texts(print_sheets([guidance.sheet(form)])[0])[-1]
    signed = text[text.index("Surakarta, 14 Oktober 2025") :]
    signed = signed[: signed.index("Halaman") if "Halaman" in signed else None].split("No. B.1.")[0]
    names = {"ratee": guidance.RATEE.name, "rater": guidance.RATER.name, "coach": guidance.COACH.name}
    expected = {
        Form.B_1_6: {"ratee", "coach"},
        Form.B_1_7: {"ratee", "coach"},
        Form.B_1_8: {"ratee"},
        Form.B_1_9: {"coach"},
        Form.B_1_10: {"rater"},
    }
    assert {who for who, name in names.items() if name in signed} == expected[form]


@pytest.mark.parametrize("form", FORMS)
def test_only_coaching_and_mentoring_name_agency_and_period(form, print_sheets, page_texts):
    text = page_texts(print_sheets([guidance.sheet(form)])[0])[0]
    assert ("PEMERINTAH KOTA SURAKARTA" in text) is (form in (Form.B_1_6, Form.B_1_7))
    assert ("1 JANUARI SD 31 DESEMBER TAHUN 2025" in text) is (form in (Form.B_1_6, Form.B_1_7))


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_without_a_record_is_the_empty_format(form, print_sheets, page_texts):
    path, _ = print_sheets([guidance.sheet(form, content=None, signed_on=None)])
    text = "".join(page_texts(path))
    assert "Surakarta, …" in text
    if form is Form.B_1_10:
        assert text.count("……………………………………………………") >= 3
        assert "YA / TIDAK" in text


def test_a_nip_is_never_broken_in_the_narrow_head(print_sheets, page_texts):
    for form in FORMS:
        for size in PaperSize:
            text = page_texts(print_sheets([guidance.sheet(form)], PaperStyle(size))[0])[0]
            assert text.count(guidance.RATEE.nip) == 2, "in the head and in the foot"
            assert text.count(guidance.RATER.nip) == 1


def test_an_adjustment_of_the_plan_is_a_yes_with_its_note(print_sheets, page_texts):
    text = "".join(page_texts(print_sheets([guidance.sheet(Form.B_1_6)])[0]))
    assert "*Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP" in text
    assert "TIDAK\n" in text and "YA\n" in text


def test_the_competencies_stand_in_the_order_of_the_form_without_total(print_sheets, run_tool):
    scores = tuple(reversed(guidance.COMPETENCY.scores))
    sheet = _body(Form.B_1_9, replace(guidance.COMPETENCY, scores=scores))
    text = run_tool("pdftotext", "-layout", print_sheets([sheet])[0], "-")
    words = ("Integritas", "Kerjasama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik", "Mengelola Perubahan",
             "Pengambilan Keputusan", "Perekat dan Pemersatu", "Perawatan luka modern")  # fmt: skip
    places = [text.index(word) for word in words]
    assert places == sorted(places)
    assert "rata" not in text.lower() and "jumlah" not in text.lower()


def test_a_competency_scored_twice_shows_both_scores(print_sheets, run_tool):
    twice = tuple(CompetencyScore(score, f"alasan{score}", Competency.RESULTS) for score in (2, 5))
    text = run_tool("pdftotext", "-layout", print_sheets([_body(Form.B_1_9, CompetencyEvaluation(twice))])[0], "-")
    assert "alasan2" in text and "alasan5" in text


@pytest.mark.parametrize(("answer", "word"), [(True, "YA"), (False, "TIDAK")])
def test_the_choice_of_a_problem_report_also_stands_in_words(answer, word, print_sheets, page_texts):
    sheet = guidance.sheet(Form.B_1_10, content=replace(guidance.PROBLEM, others_too=answer))
    struck = page_texts(print_sheets([sheet])[0])[0]
    assert "YA / TIDAK" in struck
    assert f"RAHASIA · Terjadi pada pegawai lainnya: {word}" in struck
    alone = page_texts(print_sheets([sheet], PaperStyle(choice=ChoiceStyle.CHOSEN_ONLY))[0])[0]
    assert "YA / TIDAK" not in alone and f"\n{word}\n" in alone


def test_the_foreign_words_of_the_titles_are_italic(print_sheets, run_tool, tmp_path):
    path, _ = print_sheets([guidance.sheet(Form.B_1_6)])
    assert re.search(r"(?i)italic", run_tool("pdffonts", path))
