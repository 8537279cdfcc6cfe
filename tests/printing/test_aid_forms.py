"""The aids of planning: column groups, brackets between the levels, boxes, and no word lost in any cell."""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace
from itertools import pairwise

import aid_samples as aids
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.aid_content import ManualContent, MatrixContent, MatrixLine, MatrixPart, WorkblockContent
from meritdesk.core.documents import AID_FORMS, Form, PaperSize, PaperStyle
from meritdesk.core.plan_parts import ControlLevel, IndicatorManual, ReportingCycle, Workblock
from meritdesk.printing.press import Press

LONG = " ".join(f"kata{number:05d}" for number in range(9000))
SIZES = list(PaperSize)


@pytest.fixture
def aid(samples):
    """A sheet of an aid with this content."""

    def made(form, content):
        return replace(samples.sheet(Form.A_1_2), form=form, stamp=samples.stamp(form), content=content)

    return made


def manual(**changes):
    return replace(aids.MANUAL, manual=replace(aids.MANUAL.manual, **changes))


def workblock(**changes):
    return WorkblockContent(replace(aids.WORKBLOCK.block, **changes))


def cell_of_matrix(text):
    part = aids.matrix(4, 1).parts
    first = part[0].lines[0]
    lines = (replace(first, cells=((text,), *first.cells[1:])), *part[0].lines[1:])
    return MatrixContent("Dinas Kesehatan", (replace(part[0], lines=lines), *part[1:]))


def top_of_matrix(text):
    unit, team = aids.matrix(4, 1).parts
    return MatrixContent("Dinas Kesehatan", (replace(unit, columns=(text, *unit.columns[1:])), team))


def top_of_team(text):
    unit, team = aids.matrix(3, 1).parts
    return MatrixContent("Dinas Kesehatan", (unit, replace(team, columns=(text, *team.columns[1:]))))


def lead_of_matrix(text):
    unit, *teams = aids.matrix(3, 1).parts
    return MatrixContent("Dinas Kesehatan", (replace(unit, lines=(replace(unit.lines[0], name=text),)), *teams))


CELLS = {
    "result": (Form.A_1_3, lambda text: replace(aids.MANUAL, result=text)),
    "indicator": (Form.A_1_3, lambda text: replace(aids.MANUAL, indicator=text)),
    "purpose": (Form.A_1_3, lambda text: manual(purpose=text)),
    "definition": (Form.A_1_3, lambda text: manual(definition=text)),
    "formula": (Form.A_1_3, lambda text: manual(formula=text)),
    "unit": (Form.A_1_3, lambda text: manual(unit=text)),
    "source": (Form.A_1_3, lambda text: manual(data_source=text)),
    "title": (Form.A_1_4, lambda text: workblock(title=text)),
    "parties": (Form.A_1_4, lambda text: workblock(parties=text)),
    "budget": (Form.A_1_4, lambda text: workblock(budget=text)),
    "activity": (Form.A_1_4, lambda text: workblock(routine_activities=(text, "b"))),
    "milestone": (Form.A_1_4, lambda text: workblock(transforming_milestones=("a", text))),
    "role": (Form.A_1_5, cell_of_matrix),
    "leader's indicator": (Form.A_1_5, top_of_matrix),
    "lead's result": (Form.A_1_5, top_of_team),
    "name of the lead": (Form.A_1_5, lead_of_matrix),
}


@pytest.mark.parametrize("place", CELLS)
def test_a_cell_of_twenty_pages_loses_no_word_in_an_aid(place, aid, print_sheets, page_texts):
    form, made = CELLS[place]
    path, printed = print_sheets([aid(form, made(LONG))])
    assert printed.pages >= 20
    found = re.findall(r"kata\d{5}", re.sub(r"\s", "", "".join(page_texts(path))))
    assert found == LONG.split()


@pytest.mark.parametrize("place", CELLS)
@pytest.mark.parametrize(
    "text", ["", " ", "x", "\n", "\x00", "A" * 200, "محمد שלום 😀 漢字 𝔘", "<b>&amp;</b> {name} %s"]
)
def test_empty_tiny_wide_foreign_and_markup_values_print_in_every_cell_of_an_aid(
    place, text, aid, print_sheets, run_tool
):
    form, made = CELLS[place]
    path, _ = print_sheets([aid(form, made(text))])
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)
    found = re.sub(r"\s", "", run_tool("pdftotext", "-raw", path, "-"))
    for word in text.replace("\x00", "").split():
        if not re.search("[\u0590-\u06ff]", word):
            assert word in found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(sorted(CELLS)), text=st.text(st.characters(), max_size=300))
def test_arbitrary_text_in_an_aid_never_stops_the_press(place, text, aid, tmp_path):
    form, made = CELLS[place]
    path = tmp_path / "apa-saja.pdf"
    printed = Press().print_file([aid(form, made(text))], path, PaperStyle(), lambda done, total: None, 1)
    assert Press().read_marks(path).pages == printed.pages


@pytest.mark.parametrize("form", sorted(AID_FORMS))
def test_an_aid_without_anything_still_prints(form, aid, print_sheets):
    empty = {
        Form.A_1_3: ManualContent("", "", IndicatorManual()),
        Form.A_1_4: WorkblockContent(Workblock("w")),
        Form.A_1_5: MatrixContent("", (MatrixPart("", "", (), (MatrixLine("", "", ()),)),)),
    }
    for content in (None, empty[form]):
        assert print_sheets([aid(form, content)])[1].pages == 1


def test_a_name_of_200_letters_stands_in_the_matrix_in_full(aid, print_sheets, page_texts):
    name = " ".join(f"nama{number:03d}" for number in range(25))
    path, _ = print_sheets([aid(Form.A_1_5, lead_of_matrix(name))])
    assert name.replace(" ", "") in re.sub(r"\s", "", page_texts(path)[0])


# The manual


@pytest.mark.parametrize("size", SIZES)
def test_a_manual_is_one_page_per_indicator(size, aid, print_sheets):
    sheet = aid(Form.A_1_3, aids.MANUAL)
    assert print_sheets([sheet, sheet, sheet], PaperStyle(size))[1].pages == 3


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (ControlLevel.OUTCOME, "(X) Outcome\n"),
        (ControlLevel.INTERMEDIATE, "(X) Outcome Antara"),
        (ControlLevel.LOW, "(X) Output kendali rendah"),
        (ControlLevel.MEDIUM, "(X) Output kendali sedang"),
        (ControlLevel.HIGH, "(X) Output kendali tinggi"),
        (None, ""),
    ],
)
def test_the_box_of_the_control_level_is_crossed_and_no_other(level, told, aid, print_sheets, run_tool):
    path, _ = print_sheets([aid(Form.A_1_3, manual(control_level=level, reporting=None))])
    text = run_tool("pdftotext", "-raw", path, "-")
    assert text.count("(X)") == bool(told)
    for words in ("Outcome Antara", "Output kendali rendah"):
        assert words in text
    assert told in text.replace("(X) Outcome (", "(X) Outcome\n(")


@pytest.mark.parametrize("cycle", ReportingCycle)
def test_the_box_of_the_reporting_period_is_crossed(cycle, aid, print_sheets, page_texts):
    words = dict(zip(ReportingCycle, ("Bulanan", "Triwulanan", "Semesteran", "Tahunan"), strict=True))
    path, _ = print_sheets([aid(Form.A_1_3, manual(control_level=None, reporting=cycle))])
    text = page_texts(path)[0]
    assert f"(X) {words[cycle]}" in text and text.count("(X)") == 1


# The workblock


def test_activities_are_numbered_through_both_parts_and_milestones_begin_anew(aid, print_sheets, run_tool):
    path, _ = print_sheets([aid(Form.A_1_4, aids.WORKBLOCK)])
    text = run_tool("pdftotext", "-layout", path, "-")
    assert re.findall(r"^\s+(\d)\. ", text, re.MULTILINE) == ["1", "2", "3", "1", "2", "3"]


@pytest.mark.parametrize("size", SIZES)
def test_a_workblock_stands_upright_and_lies_when_asked(size, aid, print_sheets):
    for is_landscape in (False, True):
        path, _ = print_sheets([aid(Form.A_1_4, aids.WORKBLOCK)], PaperStyle(size, is_landscape=is_landscape))
        width, height = pypdfium2.PdfDocument(path)[0].get_size()
        assert (width > height) is is_landscape


def test_300_activities_all_stand_on_paper(aid, print_sheets, page_texts):
    path, _ = print_sheets([aid(Form.A_1_4, workblock(routine_activities=tuple(f"kegiatan{n}." for n in range(300))))])
    found = re.findall(r"kegiatan(\d+)\.", "".join(page_texts(path)))
    assert found == [str(number) for number in range(300)]


# The matrix


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("columns", [1, 3, 4, 8, 12])
def test_a_matrix_lies_from_four_columns_on_and_every_column_stays_wide_enough(columns, size, aid, print_sheets):
    content = aids.matrix(columns)
    path, _ = print_sheets([aid(Form.A_1_5, content)], PaperStyle(size))
    document = pypdfium2.PdfDocument(path)
    width, height = document[0].get_size()
    assert (width > height) is (columns > 3)
    text = re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in document))
    for indicator in content.parts[0].columns:
        assert text.count(indicator) == 1
    groups = [(int(first), int(last)) for first, last in re.findall(r"LAYANAN \((\d+)–(\d+) dari \d+\)", text)]
    if columns >= 8:
        assert groups[0][0] == 1 and groups[-1][1] == columns
        assert all(one[1] + 1 == two[0] for one, two in pairwise(groups))
        assert max(last - first + 1 for first, last in groups) <= 6
        assert len(document) >= len(groups)
    else:
        assert groups == []


def test_who_has_no_role_is_told_in_the_words_of_the_form(aid, print_sheets, page_texts):
    content = MatrixContent("U", (MatrixPart("A", "B", ("I", "J"), (MatrixLine("C", "D", ((), ("peran",))),)),))
    path, _ = print_sheets([aid(Form.A_1_5, content)])
    assert page_texts(path)[0].count("TIDAK ADA PERAN") == 1


def test_the_heads_of_a_matrix_repeat_on_every_page_and_300_people_all_stand_on_it(aid, print_sheets, page_texts):
    path, printed = print_sheets([aid(Form.A_1_5, aids.matrix(4, 0, 300))])
    texts = page_texts(path)
    assert printed.pages > 20
    for text in texts:
        assert "PEGAWAI" in text and "Persentase puskesmas" in text
    found = re.findall(r"\((\d+)\)", "".join(texts))
    assert found == [str(number) for number in range(4, 301)]


def thick_lines(path):
    """By page, the boxes and brackets drawn with the thick line."""
    pages = []
    for page in pypdfium2.PdfDocument(path):
        boxes, brackets = [], []
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1):
            width = ctypes.c_float()
            pypdfium2.raw.FPDFPageObj_GetStrokeWidth(item.raw, width)
            if abs(width.value - 1.8) < 0.001:
                left, bottom, right, top = item.get_bounds()
                if right - left > 300:
                    boxes.append((left, bottom, right, top))
                elif right - left > 8:  # else it is an arrowhead
                    brackets.append((left, bottom, right, top))
        pages.append((boxes, brackets))
    return pages


@pytest.mark.parametrize("size", SIZES)
def test_a_bracket_joins_the_framed_row_of_the_lead_to_the_framed_head_of_the_team(size, aid, print_sheets):
    path, _ = print_sheets([aid(Form.A_1_5, aids.matrix(3, 1, 2))], PaperStyle(size))
    ((boxes, brackets),) = thick_lines(path)
    assert len(boxes) == 2
    (bracket,) = brackets
    lead, team = boxes
    assert team[1] < bracket[1] < team[3] and lead[1] < bracket[3] < lead[3]
    assert 10 < bracket[0] < lead[0]


def test_each_team_has_its_bracket_and_no_two_of_them_run_over_each_other(aid, print_sheets):
    path, _ = print_sheets([aid(Form.A_1_5, aids.matrix(2, 2, 2))])
    ((boxes, brackets),) = thick_lines(path)
    assert len(boxes) == 4 and len(brackets) == 2
    assert abs(brackets[0][0] - brackets[1][0]) > 5


def test_a_team_on_another_page_is_found_by_the_page_at_both_ends(aid, print_sheets, page_texts):
    path, printed = print_sheets([aid(Form.A_1_5, aids.matrix(4, 1, 8))])
    assert printed.pages == 2
    texts = page_texts(path)
    assert "hlm. 2" in texts[0] and "hlm. 1" in texts[1]
    assert [len(brackets) for _, brackets in thick_lines(path)] == [1, 1]


def test_the_foot_of_a_matrix_names_the_unit_and_its_head(aid, print_sheets, page_texts):
    path, _ = print_sheets([aid(Form.A_1_5, aids.matrix())])
    assert "Dinas Kesehatan · Ir. Retno Kusumaningrum, M.M. · NIP 196811231994032003" in page_texts(path)[0]
