"""The table and the setting of text: every letter is placed, lines fit, blocks stay together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.documents import Form, PaperSize
from meritdesk.printing.stationery import BODY, TIGHT, fitting_style, paper_for
from meritdesk.printing.table import Block, Flow, cell
from meritdesk.printing.text import Align, Paragraph, Run, break_lines, bullet, plain
from meritdesk.printing.typefaces import Face, as_seen, holds, legible, measure

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs")), max_size=200)


@settings(max_examples=200, deadline=None)
@given(parts=st.lists(WORDS, min_size=1, max_size=4), width=st.floats(12, 500))
def test_setting_keeps_every_letter_and_every_line_fits(parts, width):
    faces = (Face.REGULAR, Face.ITALIC, Face.BOLD, Face.REGULAR)
    runs = tuple(Run(legible(text), face) for text, face in zip(parts, faces, strict=False))
    lines = break_lines(Paragraph(runs, BODY), width)
    placed = "".join(segment.text for line in lines for segment in line.segments)
    assert "".join(placed.split()) == "".join("".join(run.text for run in runs).split())
    for line in lines:
        text = "".join(segment.text for segment in line.segments).strip()
        end = max((segment.x + segment.width for segment in line.segments), default=0)
        assert end <= width + 0.01 + BODY.size * measure(" ", Face.REGULAR) or len(text) == 1


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.integers(1, 400).map(lambda count: " ".join(["kata"] * count)), min_size=1, max_size=12),
    narrow=st.integers(30, 300),
)
def test_a_table_places_every_line_once_and_stays_on_the_paper(texts, narrow):
    paper = paper_for(Form.C_1_3, PaperSize.A4)
    blocks = []
    for text in texts:
        merged = (cell(40, 40 + narrow, [plain(text, BODY)]),)
        rows = [(cell(40 + narrow, 700, [plain(text, BODY)]),), (cell(40 + narrow, 700, [bullet(text, BODY)]),)]
        blocks.append(Block(rows, merged))
    expected = sum(len(part.lines) for block in blocks for row in (block.merged, *block.rows) for part in row)
    pages = Flow(paper.top, paper.bottom).place(blocks)
    placed = [item for page in pages for item in page.texts]
    assert len(placed) == expected
    assert all(paper.bottom <= y <= paper.top for _, y, _, _, _ in placed)


def test_a_kept_block_moves_with_its_follower():
    paper = paper_for(Form.D_1_1, PaperSize.A4)
    filler = Block([(cell(60, 500, [plain("isi", BODY)], least=paper.top - paper.bottom - 60),)], is_whole=True)
    last = Block([(cell(60, 500, [plain("baris terakhir", BODY)]),)], is_kept_with_next=True)
    signature = Block([(cell(60, 500, [plain("tanda tangan", BODY)], least=90),)], is_whole=True)
    pages = Flow(paper.top, paper.bottom).place([filler, last, signature])
    assert [[text for _, _, text, _, _ in page.texts] for page in pages] == [
        ["isi"],
        ["baris terakhir", "tanda tangan"],
    ]


def test_a_long_last_row_leaves_some_of_its_lines_beside_the_signature():
    paper = paper_for(Form.D_1_1, PaperSize.A4)
    room = paper.top - paper.bottom
    lines = "\n".join(f"baris {number}" for number in range(int(room / BODY.leading) - 2))
    last = Block([(cell(60, 500, [plain(lines, BODY)]),)], is_kept_with_next=True)
    signature = Block([(cell(60, 500, [plain("tanda tangan", BODY)], least=90),)], is_whole=True)
    pages = Flow(paper.top, paper.bottom).place([last, signature])
    second = [text for _, _, text, _, _ in pages[1].texts]
    assert len(pages) == 2
    assert second[-1] == "tanda tangan"
    assert len(second) >= 3


def test_repeated_heads_stand_on_top_of_following_pages():
    paper = paper_for(Form.C_1_3, PaperSize.FOLIO)
    head = Block([(cell(50, 800, [plain("KEPALA", BODY)]),)], is_whole=True, is_kept_with_next=True)
    rows = [Block([(cell(50, 800, [plain(f"baris {number}", BODY)]),)], repeat=(head,)) for number in range(90)]
    pages = Flow(paper.top, paper.bottom).place([head, *rows])
    assert len(pages) > 2
    assert all(next(page.texts)[2] == "KEPALA" for page in pages)


def test_a_heading_is_not_left_at_the_foot_of_a_page():
    paper = paper_for(Form.C_1_3, PaperSize.FOLIO)
    filler = Block([(cell(50, 800, [plain("isi", BODY)], least=paper.top - paper.bottom - 30),)], is_whole=True)
    head = Block([(cell(50, 800, [plain("A. UTAMA", BODY)]),)], is_whole=True, is_kept_with_next=True)
    long = Block([(cell(50, 800, [plain("kata " * 3000, BODY)]),)])
    pages = Flow(paper.top, paper.bottom).place([filler, head, long])
    assert [text for _, _, text, _, _ in pages[0].texts] == ["isi"]


@pytest.mark.parametrize(("align", "expected"), [(Align.LEFT, 0.0), (Align.CENTRE, 0.5), (Align.RIGHT, 1.0)])
def test_lines_are_aligned_in_their_width(align, expected):
    (line,) = break_lines(plain("kata", BODY, align), 300)
    segment = line.segments[0]
    assert segment.x == pytest.approx((300 - measure("kata", Face.REGULAR) * 11) * expected)


def test_type_steps_down_only_where_a_word_would_break_and_never_below_nine_points():
    wide = measure("PERSPEKTIF", Face.REGULAR)
    assert fitting_style([("PERSPEKTIF", wide * 11 + 10.1)]) is BODY
    assert fitting_style([("PERSPEKTIF", wide * 10 + 10.1)]).size == 10
    assert fitting_style([("PERSPEKTIF", wide * 9 + 10.1)]) is TIGHT
    assert fitting_style([("X" * 300, 60.0)]) is BODY
    assert TIGHT.size == 9


def test_a_word_breaks_behind_a_slash_when_one_is_near():
    lines = break_lines(plain("rencana/aksi/inisiatif/strategis", BODY), measure("rencana/aksi/ini", Face.REGULAR) * 11)
    assert lines[0].segments[0].text == "rencana/aksi/"


def test_text_is_made_legible():
    assert legible("cafe\u0301") == "café"
    assert legible("a\u00a0b\tc") == "a b c"
    assert legible("satu\r\ndua\rtiga\u2029empat") == "satu\ndua\ntiga\nempat"
    assert legible("\ud800") == "\ufffd"
    assert legible("\ue000") == "\ue000"
    assert as_seen("אבג") == "גבא"


def test_the_face_of_the_forms_holds_the_signs_of_the_forms():
    for sign in "…–∑≥≤ABCxyz019()/*·":
        assert holds(Face.REGULAR, sign)
    assert not holds(Face.REGULAR, "✓")
    assert holds(Face.FALLBACK, "✓")
    assert measure("🦅", Face.REGULAR) > 0
