"""The test page of a printer: rulers from each edge, its words in Indonesian, on both papers."""

from __future__ import annotations

import pypdfium2
import pytest

from meritdesk.core.documents import PaperSize
from meritdesk.core.errors import FileRefusal
from meritdesk.printing.press import Press


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("is_landscape", [False, True])
def test_the_test_page_has_the_size_of_the_paper_and_says_what_to_measure(
    size, is_landscape, tmp_path, page_texts, run_tool
):
    path = tmp_path / "uji.pdf"
    Press().print_margin_page(path, size, is_landscape)
    document = pypdfium2.PdfDocument(path)
    width, height = document.get_page_size(0)
    document.close()
    assert (width > height) is is_landscape
    text = " ".join(page_texts(path)[0].split())
    assert "Halaman uji printer" in text and "100 mm" in text and "MARGIN-PAGE" not in text
    assert "No syntax" in run_tool("qpdf", "--check", path)


def test_a_place_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileRefusal):
        Press().print_margin_page(tmp_path / "tidak" / "ada.pdf", PaperSize.A4, False)
