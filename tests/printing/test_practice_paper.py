"""Paper of a practice store says so on every page, and no real desk reads its mark as its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meritdesk.core.documents import Form, PaperSize, PaperStanding, PaperStyle
from meritdesk.core.marks import mark_read, parse_mark
from meritdesk.printing.press import Press, draw_part
from meritdesk.printing.print_shop import PrintShop

LINE = "LATIHAN / CONTOH · bukan dokumen kedinasan"


def ignore(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def sheet(samples):
    whole = samples.sheet(Form.D_1_1)
    return replace(whole, stamp=replace(whole.stamp, qr_text="MD1:D.1.1/3372/2025/000001:V1:C1:0123456789ABCDEF"))


@pytest.mark.parametrize("form", [Form.A_1_6, Form.B_1_4, Form.C_1_2, Form.D_1_1])
@pytest.mark.parametrize("size", PaperSize)
def test_every_page_of_every_family_carries_the_word_and_the_line(samples, tmp_path, page_texts, form, size):
    path = tmp_path / "latihan.pdf"
    Press(is_practice=True).print_file([samples.sheet(form)], path, PaperStyle(size), ignore, 1)
    for text in page_texts(path):
        assert LINE in text
        assert text.count("LATIHAN") >= 2, "the line and the word across the page"


def test_a_draft_stays_a_draft_and_carries_the_line(sheet, tmp_path, page_texts):
    path = tmp_path / "draf.pdf"
    draft = replace(sheet, stamp=replace(sheet.stamp, standing=PaperStanding.DRAFT))
    Press(is_practice=True).print_file([draft], path, PaperStyle(), ignore, 1)
    assert all("DRAF" in text and LINE in text for text in page_texts(path))


def test_own_sheets_and_orders_are_marked_too(sheet, paper_samples, tmp_path, page_texts):
    paper = paper_samples.MINUTES
    Press(is_practice=True).print_paper(paper, tmp_path / "lembar.pdf", PaperStyle())
    assert all(LINE in text for text in page_texts(tmp_path / "lembar.pdf"))
    shop = PrintShop(is_practice=True)
    with shop.crew(PaperStyle(), False, 1) as crew:
        blocks = list(crew.draw([[sheet]], lambda: None))
        shop.bind(blocks[0].sheets, tmp_path / "pesanan.pdf", PaperStyle(), False, lambda: None)
    assert all(LINE in text for text in page_texts(tmp_path / "pesanan.pdf"))


def test_paper_of_a_real_store_is_drawn_as_ever(sheet, tmp_path, page_texts):
    Press().print_file([sheet], tmp_path / "asli.pdf", PaperStyle(is_practice=True), ignore, 1)
    assert all("LATIHAN" not in text for text in page_texts(tmp_path / "asli.pdf"))
    assert draw_part([sheet], PaperStyle()).things == draw_part([sheet], PaperStyle(is_practice=False)).things


def test_only_a_practice_desk_reads_the_mark_of_practice(sheet, tmp_path):
    path = tmp_path / "latihan.pdf"
    Press(is_practice=True).print_file([sheet], path, PaperStyle(), ignore, 1)
    assert all(parse_mark(mark) is None for mark in Press().read_marks(path).marks)
    own = Press(is_practice=True).read_marks(path).marks
    assert {parse_mark(mark).number for mark in own} == {"D.1.1/3372/2025/000001"}
    assert mark_read(" LATIHAN:MD1:x ", True) == "MD1:x"
