"""Shared by the tests of the scanner: printed sheets, and the glass that makes scans of them."""

from __future__ import annotations

import importlib.util
import random
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from PIL import Image

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.marks import sheet_mark
from meritdesk.printing.press import Press

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "printing"))  # where the sample sheets find each other


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scanning_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="session")
def paper() -> ModuleType:
    """The module that makes scans."""
    return module(HERE / "paper.py")


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A D.1.1 of one page and a C.1.3 of several, as they come from the press."""
    samples = module(HERE.parent / "printing" / "samples.py")
    sheets = []
    for number, form in enumerate((Form.D_1_1, Form.C_1_3), start=1):
        sheet = samples.sheet(form)
        mark = sheet_mark(f"{form.value}/3372/2025/{number:06d}", 1, 1, sheet.stamp.digest)
        stamp = replace(sheet.stamp, document_id=f"d{number}", qr_text=mark)
        sheets.append(replace(sheet, stamp=stamp))
    path = tmp_path_factory.mktemp("cetak") / "cetak.pdf"
    Press().print_file(sheets, path, PaperStyle(), lambda done, total: None, len(sheets))
    return path


@pytest.fixture
def chance() -> random.Random:
    return random.Random(20260112)


@pytest.fixture
def scan(paper: ModuleType, printed: Path, chance: random.Random):
    """One page of the printed file as a picture: ``scan(number, turn, askew, specks)``."""

    def make(number: int = 0, turn: int = 0, askew: float = 0.0, specks: float = 0.004) -> Image.Image:
        with pypdfium2.PdfDocument(printed) as document:
            return paper.picture_of(document[number], chance, turn, askew, specks)

    return make
