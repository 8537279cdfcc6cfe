"""Papers of the region and of credit points: golden text with places, long names, and no word lost in twenty pages."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import region_samples

from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.printing.press import Press

GOLDEN = Path(__file__).parent / "golden"
LONG = " ".join(f"kata{number:05d}" for number in range(9000))


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("name", region_samples.PAPERS)
def test_a_paper_prints_as_it_was_approved(name, size, tmp_path, text_with_places, run_tool):
    path = tmp_path / "lembar.pdf"
    printed = Press().print_paper(region_samples.PAPERS[name], path, PaperStyle(size))
    found = text_with_places(path).replace("\r", "")
    golden = GOLDEN / f"own-{name}-{size}.txt"
    if os.environ.get("MERITDESK_WRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")
    assert printed.pages == found.count("page ")
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("name", region_samples.PAPERS)
def test_a_name_of_110_letters_and_an_agency_of_130_stand_there_whole(name, size, tmp_path, page_texts):
    assert len(region_samples.NAME) == 110 and len(region_samples.AGENCY) == 130
    path = tmp_path / "lembar.pdf"
    Press().print_paper(region_samples.PAPERS[name], path, PaperStyle(size))
    found = re.sub(r"\s", "", "".join(page_texts(path))).casefold()
    for text in (region_samples.NAME, region_samples.AGENCY):
        assert re.sub(r"\s", "", text).casefold() in found


@pytest.mark.parametrize("place", region_samples.PLACES)
def test_a_text_of_twenty_pages_loses_no_word(place, tmp_path, page_texts):
    path = tmp_path / "lembar.pdf"
    printed = Press().print_paper(region_samples.with_text(place, LONG), path, PaperStyle())
    assert printed.pages >= 20
    found = re.findall(r"kata\d{5}", re.sub(r"\s", "", "".join(page_texts(path))))
    assert set(LONG.split()) <= set(found)
