"""Own sheets of the office: golden text with positions, heads that repeat, signatures, and no word lost."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.documents import DocumentStamp, PaperSize, PaperStyle
from meritdesk.core.errors import Cancelled, FileRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.office_paper import (
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperKind,
    PaperSignature,
    PaperTable,
    PaperText,
    paper_facts,
)
from meritdesk.core.people import PersonBlock
from meritdesk.printing.press import Press

GOLDEN = Path(__file__).parent / "golden"
LONG = " ".join(f"kata{number:05d}" for number in range(9000))
STAMP = DocumentStamp("d", "LP/1/2025/1", 1, "0" * 64, 1, "MD1:LP/1/2025/1:V1:C1:0000000000000000")
EMPTY = OfficePaper(PaperKind.CALL_SHEET, "", "", "", STAMP)


@pytest.fixture
def print_paper(tmp_path):
    def run(paper, style=None):
        path = tmp_path / "lembar.pdf"
        return path, Press().print_paper(paper, path, style or PaperStyle())

    return run


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("name", ["minutes", "call-sheet", "counselling"])
def test_an_own_sheet_prints_as_it_was_approved(name, size, paper_samples, print_paper, text_with_places, run_tool):
    path, printed = print_paper(paper_samples.PAPERS[name], PaperStyle(size))
    found = text_with_places(path)
    golden = GOLDEN / f"own-{name}-{size}.txt"
    if os.environ.get("MERITDESK_WRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")
    assert printed.pages == found.count("page ")
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


def test_the_mark_of_an_own_sheet_is_read_back(paper_samples, print_paper):
    path, printed = print_paper(paper_samples.CALL_SHEET)
    marks = Press().read_marks(path)
    assert marks.marks == (paper_samples.CALL_SHEET.stamp.qr_text,)
    assert (marks.digest, marks.pages) == (printed.digest, printed.pages)


def test_every_page_says_which_page_of_how_many_and_what_it_is_about(paper_samples, print_paper, page_texts):
    path, printed = print_paper(paper_samples.CALL_SHEET, PaperStyle(PaperSize.A4))
    assert printed.pages == 3
    for number, text in enumerate(page_texts(path), 1):
        assert f"Halaman {number} dari 3" in text
        assert "No. LP/3372/2025/000011 · Versi 1 · Salinan 1" in text
        assert "Puskesmas Gajahan" in text
        assert "Sisa hari kerja" in text, "the head of the table repeats"


def test_label_keys_and_reasons_are_printed_in_words(paper_samples, print_paper, page_texts):
    text = page_texts(print_paper(paper_samples.MINUTES)[0])[0]
    assert "PREDICATE:" not in text and "LEVEL:" not in text
    assert "Butuh\nPerbaikan" in text
    assert "Penilaian NIP 1987 periode 2025 sudah ditutup dan tidak dapat diubah." in text


def test_a_draft_says_so_and_a_signed_day_stands_with_its_signature(paper_samples, print_paper, page_texts):
    text = page_texts(print_paper(paper_samples.COUNSELLING)[0])[0]
    assert "DRAF" in text
    assert "4 Agustus 2025\n" in text


def test_three_hundred_rows_keep_their_order_under_a_repeated_head(print_paper, page_texts):
    rows = tuple((str(number), f"Nama{number:03d}.", "x") for number in range(300))
    table = PaperTable((PaperColumn("No"), PaperColumn("Judul Kolom", 5), PaperColumn("C")), rows, total=("", "JUMLAH"))
    path, printed = print_paper(replace(EMPTY, sections=(table,), signatures=(PaperSignature("Kepala"),)))
    texts = page_texts(path)
    assert printed.pages == len(texts) > 4
    assert all("Judul Kolom" in text for text in texts)
    assert [int(found) for found in re.findall(r"Nama(\d{3})\.", "".join(texts))] == list(range(300))
    assert "JUMLAH" in texts[-1] and "Kepala" in texts[-1]


def test_a_signature_never_stands_alone(print_paper, page_texts):
    for count in range(20, 60):
        table = PaperTable((PaperColumn("Nama"),), tuple((f"baris{number}",) for number in range(count)))
        path, _ = print_paper(replace(EMPTY, sections=(table,), signatures=(PaperSignature("Kepala"),)))
        last = page_texts(path)[-1]
        assert "Kepala" in last and f"baris{count - 1}" in last


def _with(place: str, text: str) -> OfficePaper:
    columns = (PaperColumn("A"), PaperColumn("B", 3, ColumnAlign.RIGHT))
    table = PaperTable(columns, (("a", "b"),))
    person = PersonBlock("x", "1")
    return {
        "title": replace(EMPTY, title=text),
        "subtitle": replace(EMPTY, subtitle=text),
        "agency": replace(EMPTY, agency_name=text),
        "label": replace(EMPTY, facts=((text, "x"),)),
        "fact": replace(EMPTY, facts=(("x", text),)),
        "line": replace(EMPTY, sections=(PaperText((text,)),)),
        "point": replace(EMPTY, sections=(PaperText((text,), is_list=True),)),
        "heading": replace(EMPTY, sections=(PaperText(("x",), heading=text),)),
        "cell": replace(EMPTY, sections=(replace(table, rows=(("a", text), ("c", "d"))),)),
        "column": replace(EMPTY, sections=(replace(table, columns=(PaperColumn(text), columns[1])),)),
        "total": replace(EMPTY, sections=(replace(table, total=(text, "x")),)),
        "empty": replace(EMPTY, sections=(replace(table, rows=(), empty_text=text),)),
        "surplus": replace(EMPTY, sections=(replace(table, rows=(("a", "b", text),)),)),
        "no columns": replace(EMPTY, sections=(replace(table, columns=(), rows=((text, "b"),)),)),
        "reason": replace(EMPTY, sections=(PaperText((Reason(text, ""),)),)),
        "signer": replace(EMPTY, signatures=(PaperSignature("Kepala", replace(person, name=text)),)),
        "capacity": replace(EMPTY, signatures=(PaperSignature(text, person), PaperSignature("x"))),
        "place": replace(EMPTY, place=text, signatures=(PaperSignature("x"),)),
        "note": replace(EMPTY, notes=(text,)),
    }[place]


PLACES = (
    "title", "subtitle", "agency", "label", "fact", "line", "point", "heading", "cell", "column", "total", "empty",
    "surplus", "no columns", "reason", "signer", "capacity", "place", "note",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_text_of_twenty_pages_loses_no_word(place, print_paper, page_texts):
    path, printed = print_paper(_with(place, LONG))
    assert printed.pages >= 20
    found = re.findall(r"kata\d{5}", re.sub(r"\s", "", "".join(page_texts(path))))
    assert found == LONG.split()


@pytest.mark.parametrize("text", ["", " ", "x", "\n", "\x00", "A" * 200, "Nama " * 40])
@pytest.mark.parametrize("place", PLACES)
def test_empty_tiny_and_wide_values_print_everywhere(place, text, print_paper, page_texts):
    path, printed = print_paper(_with(place, text))
    assert printed.pages == 1
    kept = re.sub(r"[\s\x00]", "", text)
    assert kept in re.sub(r"\s", "", page_texts(path)[0])


def test_forty_columns_and_a_paper_of_nothing_still_print(print_paper, page_texts):
    assert print_paper(EMPTY)[1].pages == 1
    wide = PaperTable(tuple(PaperColumn(f"K{place}") for place in range(40)), (tuple("abcdefgh") * 5,), heading="")
    path, _ = print_paper(replace(EMPTY, sections=(wide, PaperText(()), PaperTable((), ()))))
    assert re.sub(r"\s", "", page_texts(path)[0]).count("a") >= 5


MARKUP = "<b>tebal</b> <font color=red> &amp; & <para> </td> (kurung) \\ \\( %s {name} ]]> <script>"


@pytest.mark.parametrize("place", ["title", "fact", "cell", "line", "signer", "note"])
def test_markup_is_printed_literally(place, print_paper, run_tool):
    text = run_tool("pdftotext", "-raw", print_paper(_with(place, MARKUP))[0], "-")
    for word in MARKUP.split():
        assert word in text


@pytest.mark.parametrize("place", ["title", "fact", "cell", "line", "signer", "note"])
def test_foreign_scripts_right_to_left_and_emoji_come_back(place, print_paper, run_tool):
    words = ["محمد", "שלום", "Привет", "😀", "漢字かな", "ไทย", "Ṣ", "café", "≥", "✓"]
    text = unicodedata.normalize(
        "NFC", run_tool("pdftotext", "-raw", print_paper(_with(place, " ".join(words)))[0], "-")
    )
    for word in words:
        assert word in text


def test_a_mark_typed_as_the_subject_is_not_read_as_a_mark(print_paper):
    path, _ = print_paper(replace(EMPTY, about="QR[MD1:palsu]", notes=("QR[MD1:palsu-juga]",)))
    assert Press().read_marks(path).marks == (STAMP.qr_text,)


# Words that every reader gives back whole, of any script from left to right, up to twice as wide as a column.
WORD = st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=0x24FF), min_size=1, max_size=60)
WORDS = st.lists(WORD, max_size=12).map(" ".join)


def _is_left_to_right(text: str) -> bool:
    return not any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in text)


TEXTS = WORDS.map(lambda text: unicodedata.normalize("NFC", text)).filter(_is_left_to_right)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=TEXTS,
    facts=st.lists(st.tuples(TEXTS, TEXTS), max_size=4),
    rows=st.lists(st.lists(TEXTS, max_size=5), max_size=6),
    lines=st.lists(TEXTS, max_size=5),
    is_landscape=st.booleans(),
    size=st.sampled_from(PaperSize),
)
def test_no_word_of_any_sheet_is_lost(title, facts, rows, lines, is_landscape, size, tmp_path, run_tool):
    columns = tuple(PaperColumn(f"Kolom{place}", place + 1) for place in range(4))
    paper = replace(
        EMPTY,
        title=title,
        facts=tuple(facts),
        sections=(PaperTable(columns, tuple(map(tuple, rows))), PaperText(tuple(lines), is_list=True)),
        signatures=(PaperSignature("Kepala"),),
        is_landscape=is_landscape,
    )
    path = tmp_path / "apa-saja.pdf"
    Press().print_paper(paper, path, PaperStyle(size))
    found = unicodedata.normalize("NFC", re.sub(r"\s", "", run_tool("pdftotext", "-raw", path, "-")))
    wide = unicodedata.normalize("NFC", re.sub(r"\s", "", run_tool("pdftotext", "-layout", path, "-")))
    for text in [title, *(part for fact in facts for part in fact), *(cell for row in rows for cell in row), *lines]:
        for word in text.split():
            # A word that is broken between letters stands in two lines, whose order in the text depends on the reader.
            pieces = [word] if len(word) < 8 else [word[at : at + 3] for at in range(0, len(word) - 3, 4)]
            assert all(piece in found or piece in wide for piece in pieces) or word in found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(), max_size=200), min_size=6, max_size=6))
def test_arbitrary_text_never_stops_the_press(texts, tmp_path):
    one, two, three, four, five, six = texts
    paper = OfficePaper(
        PaperKind.OLD_YEAR,
        one,
        two,
        three,
        STAMP,
        facts=((four, five),),
        sections=(PaperTable((PaperColumn(one), PaperColumn(two)), ((three, four, five), (six,)), heading=six),),
        signatures=(PaperSignature(one, PersonBlock(two, three)), PaperSignature(four), PaperSignature(five)),
        notes=(six,),
        about=one,
    )
    path = tmp_path / "apa-saja.pdf"
    printed = Press().print_paper(paper, path, PaperStyle())
    assert Press().read_marks(path).pages == printed.pages


def test_the_same_sheet_gives_the_same_bytes(paper_samples, tmp_path):
    files = []
    for name in ("satu.pdf", "dua.pdf"):
        Press().print_paper(paper_samples.MINUTES, tmp_path / name, PaperStyle())
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]


def test_many_sheets_go_into_one_file_and_cancelling_leaves_nothing(paper_samples, tmp_path):
    papers = [paper_samples.MINUTES, paper_samples.CALL_SHEET]
    steps = []
    printed = Press().print_papers(
        papers, tmp_path / "a.pdf", PaperStyle(), lambda done, total: steps.append((done, total)), 2
    )
    assert [(sheet.first_page, sheet.pages) for sheet in printed.sheets] == [(1, 1), (2, 4)]
    assert steps == [(0, 2), (1, 2), (2, 2)]

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        Press().print_papers(papers, tmp_path / "b.pdf", PaperStyle(), stop, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_place_that_cannot_be_written_is_refused(paper_samples, tmp_path):
    with pytest.raises(FileRefusal) as refusal:
        Press().print_paper(paper_samples.MINUTES, tmp_path / "tidak-ada" / "a.pdf", PaperStyle())
    assert refusal.value.code == "DOC-405"


def test_the_facts_of_a_paper_follow_its_words_and_not_its_stamp(paper_samples):
    paper = paper_samples.MINUTES
    assert paper_facts(paper) == paper_facts(replace(paper, stamp=STAMP, is_landscape=True))
    changed = (
        replace(paper, title="lain"),
        replace(paper, subtitle="lain"),
        replace(paper, facts=()),
        replace(paper, sections=paper.sections[1:]),
        replace(paper, signatures=paper.signatures[1:]),
        replace(paper, dated=date(2026, 1, 15)),
        replace(paper, notes=()),
    )
    digests = [str(paper_facts(one)) for one in (paper, *changed)]
    assert len(set(digests)) == len(digests)
