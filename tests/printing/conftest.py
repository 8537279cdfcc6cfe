"""Shared by the press tests: sample sheets, a printer, and the outside programs that check its work."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest

from meritdesk.core.documents import PaperStyle, PrintedFile, Sheet
from meritdesk.printing.press import Press

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The module of sample sheets."""
    spec = importlib.util.spec_from_file_location("printing_samples", HERE / "samples.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
