"""Shared by the press tests: sample sheets, a printer, and the outside programs that check its work."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest

from meritdesk.core.documents import PaperStyle, PrintedFile, Sheet
from meritdesk.printing.press import Press

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The module of sample sheets."""
    return _module("samples")


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"printing_{name}", HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def paper_samples() -> ModuleType:
    """The module of own sheets."""
    return _module("paper_samples")


@pytest.fixture
def print_sheets(tmp_path: Path) -> Callable[..., tuple[Path, PrintedFile]]:
    """Prints sheets into a file of this test."""

    def run(sheets: Iterable[Sheet], style: PaperStyle | None = None) -> tuple[Path, PrintedFile]:
        path = tmp_path / "lembar.pdf"
        return path, Press().print_file(sheets, path, style or PaperStyle(), lambda done, total: None, 1)

    return run


@pytest.fixture(scope="session")
def page_texts() -> Callable[[Path], list[str]]:
    """The text layer of each page."""

    def read(path: Path) -> list[str]:
        document = pypdfium2.PdfDocument(path)
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_range().replace("\r\n", "\n"))
            text.close()
            page.close()
        document.close()
        return texts

    return read


@pytest.fixture(scope="session")
def text_with_places() -> Callable[[Path], str]:
    """Every piece of text and every drawing of a file with its place, for comparing with the approved one."""

    def read(path: Path) -> str:
        document = pypdfium2.PdfDocument(path)
        lines = []
        for number, page in enumerate(document, 1):
            lines.append(f"page {number} {page.get_width():.0f}x{page.get_height():.0f}")
            for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1):
                lines.append("drawn " + " ".join(f"{edge:.0f}" for edge in item.get_bounds()))
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                words = text.get_text_bounded(left, bottom, right, top).strip()
                lines.append(f"{left:4.0f} {bottom:4.0f} {words}")
        document.close()
        return "\n".join(lines) + "\n"

    return read


@pytest.fixture(scope="session")
def run_tool() -> Callable[..., str]:
    """Runs an outside program; a machine without it fails the test and says what to install."""
    packages = {"qpdf": "qpdf", "pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "zbarimg": "zbar-tools"}

    def run(program: str, *arguments: str | Path) -> str:
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing: install the package {packages[program]} (make setup does it)")
        done = subprocess.run(
            [program, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{program}: {done.returncode} {done.stdout} {done.stderr}"
        return done.stdout

    return run
