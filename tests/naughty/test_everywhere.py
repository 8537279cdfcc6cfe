"""515 strings that break programs go through tables and paper, and mean nothing (F68, F72, F73)."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.given import Layout
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import clean_text
from meritdesk.exchange.table_reading import read_table
from meritdesk.printing.press import Press
from meritdesk.printing.typefaces import legible

HERE = Path(__file__).parent


def strings() -> list[str]:
    """All of them, the list first, then those of Indonesian offices."""
    said = json.loads((HERE / "strings.json").read_text(encoding="utf-8"))
    return [*said["blns"], *said["own"]]


def module(path: Path) -> ModuleType:
    """A module of another folder of tests."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(f"naughty_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def test_there_are_as_many_as_the_issue_names():
    assert len(strings()) == 515


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_no_string_is_a_formula_in_a_table_and_every_one_comes_back(tmp_path, suffix):
    path = tmp_path / f"nama{suffix}"
    texts = [text for text in strings() if clean_text(text)]
    write_table(path, ["NAMA", "CATATAN"], [[text, f"={text}"] for text in texts], SheetStyle("S"))
    layout = Layout("X", {"name": ("NAMA",), "note": ("CATATAN",)}, ("name",))
    table = read_table(path, (layout,), lambda done, total: None)
    assert [cells[0] for _, cells in table.rows] == [clean_text(text) for text in texts]
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream, delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        return
    book = openpyxl.load_workbook(path)
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert all(cell.hyperlink is None for row in book.active.iter_rows() for cell in row)


def test_every_string_is_printed_letter_by_letter(tmp_path):
    samples = module(HERE.parent / "printing" / "samples.py")
    texts = [text for text in strings() if legible(text).strip()]
    sheet = samples.sheet(Form.A_1_8)
    marked = tuple(f"AWAL{number:03d} {text} AKHIR{number:03d}" for number, text in enumerate(texts))
    path = tmp_path / "lembar.pdf"
    Press().print_file(
        [replace(sheet, plan=replace(sheet.plan, resources=marked))], path, PaperStyle(), lambda done, total: None, 1
    )
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, timeout=60).stdout
    found = re.sub(r"\s", "", unicodedata.normalize("NFC", said.decode("utf-8")))
    wrong = []
    for number, text in enumerate(texts):
        printed = re.search(rf"AWAL{number:03d}(.*?)AKHIR{number:03d}", found, re.DOTALL)
        if printed is None or not same_letters(printed[1], text):
            wrong.append((number, text, printed and printed[1]))
    assert wrong == []


def same_letters(printed: str, text: str) -> bool:
    """Whether the letters of a text stand on paper; where lines break, what stands between pages is passed over."""
    wanted = comparable(legible(text))
    printed = comparable(printed)
    if any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in wanted):
        return True  # a reader gives lines from right to left back in an order of its own
    if wanted in printed:
        return True
    signs = iter(printed)  # where a page ends in the middle, its foot and the next head stand between
    return all(sign in signs for sign in wanted)


def comparable(text: str) -> str:
    """Without blanks, without the order of marks above one letter, and with one sign for what is none."""
    text = re.sub(r"[\ufffe\uffff\ufdd0-\ufdef]", "\ufffd", unicodedata.normalize("NFC", re.sub(r"\s", "", text)))
    return "".join(sign for sign in text if unicodedata.category(sign) != "Mn")
