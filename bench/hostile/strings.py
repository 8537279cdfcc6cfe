# ruff: noqa: E501 - the lists of strings are wide
"""Strings that break programs, through everything that keeps, sends, prints or lists a text (F28, F68, F72, F73).

The 515 of ``tests/naughty`` and those below, each through saving, searching, packing and receiving, a workbook and a
CSV there and back, and paper. A string is *lost* when it comes back as another than the program says it keeps: without
NUL, with one sign for halves of a letter, composed, and in tables without signs that nobody sees. It is *broken* when
something is raised, a cell is a formula, or a reader of the file complains.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import openpyxl

from bench.faults.table import Result, keep
from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import Layout
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import clean_text
from meritdesk.exchange.table_reading import read_table
from meritdesk.printing.press import Press
from meritdesk.printing.typefaces import legible

PART = True
COMMAND = "python -m bench.hostile.strings"
ROOT = Path(__file__).resolve().parents[2]
YEAR = parse_period("2025")
LONGEST_CELL = 32_767
HALVES = re.compile("[\ud800-\udfff]")
NO_SIGN = re.compile("[" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)) + "]")

MARKUP = (
    "<b>tebal</b>", "<font color=red>merah", "<para>", "</para>", "<para", "&amp;", "&", "&#0;", "&#x110000;", "&tidakada;",
    "<br/>", "<!-- ", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", "<img src='/etc/passwd'/>",
    "<a href='file:///etc/passwd'>x</a>", "<seq/>", "<onDraw name='x'/>", "<index item='x'/>", "<style><script>alert(1)</script>",
    "{{7*7}}", "${7*7}", "{0.__class__}", "%s%n%x", "%(nama)s", "{nip}", "%1 %2", "&Simpan", "\\u0000", "\\x00", "\\(", ")Tj ET", "(", ")", "\\",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|'/c calc'!A1", "=HYPERLINK(\"http://127.0.0.1\",\"klik\")", "=WEBSERVICE(\"http://127.0.0.1\")",
    "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "'=1+1", "''=1+1", "\"=1+1", "；=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\u200b=1+1", "\ufeff=1+1",
    "|=1", ";=1", "{=1+1}", "=\u202e1+1", "-", "=", "+", "@", "--", "==", "-2+3+cmd|' /C calc'!A0", "DDE(\"cmd\";\"/C calc\";\"x\")", "R1C1", "1E5", "0001", "198503122010012023",
)  # fmt: skip
WRITING = (
    "\u202eterbalik", "\u2066pulau\u2069", "\u2067\u2067\u2067buka", "\u200f\u200e", "محمد بن عبد الله", "שלום Siti שלום", "a\u0301\u0301\u0301", "Z" + "\u0351" * 500,
    "e\u0301 \u00e9", "\u1100\u1161\u11a8", "\ufdfa" * 50, "ﬁ ﬂ ﬃ", "İstanbul ıI", "ß ẞ", "👩‍👩‍👧‍👦" * 20, "🇮🇩🇮", "\U000e0041", "\u2028\u2029", "\x85", "\x1b[31m",
    "nol\x00nol", "\x00", "\x01\x02\x03\x07\x08", "\x7f", "\ufffe\uffff", "\ufdd0", "\U0010ffff", "setengah \ud800 huruf", "\udfff", "\udc00\ud800", "\ud83d\ude00",
    "\u3000lebar\u3000", "\u00a0", "\u200b", "\ufeffnama", "tab\ttab", "baris\r\nbaris\rbaris\n",
)  # fmt: skip
LONG = (
    "y" * 32_767,
    "y" * 32_768,
    "kata " * 12_000,
    "W" * 99_000,
    "\u0301" * 5_000,
    "=" * 40_000,
    "<b>" * 10_000,
    "😀" * 20_000,
)


def strings() -> list[str]:
    """All of them: the big list, those of Indonesian offices, and what is named in the issue."""
    said = json.loads((ROOT / "tests" / "naughty" / "strings.json").read_text(encoding="utf-8"))
    return [*said["blns"], *said["own"], *MARKUP, *FORMULAS, *WRITING, *LONG]


def kept_as(text: str) -> str:
    """What the store promises to keep of a text."""
    return unicodedata.normalize("NFC", HALVES.sub("\ufffd", text.replace("\0", "")))


def travelled(text: str) -> str:
    """What the region holds of it: signs that nobody sees do not travel, and blanks are one kind."""
    return re.sub(r"\s+", " ", clean_text(kept_as(text)))


def module(path: Path) -> ModuleType:
    """A module of the tests."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


class Count:
    """One workflow: what was tried, and what went wrong with which string."""

    def __init__(self, what: str, rows: str) -> None:
        self.what, self.rows = what, rows
        self.tried = 0
        self.lost: list[str] = []
        self.broken: list[str] = []
        self._began = time.monotonic()

    def same(self, given: str, wanted: str, found: str | None) -> None:
        """A string came back."""
        self.tried += 1
        if wanted != found:
            self.lost.append(f"{given[:24]!a} -> {(found or '')[:24]!a}")

    def try_all(self, texts: Sequence[str], act: Callable[[str], object]) -> None:
        """Something that must only not fail."""
        for text in texts:
            self.tried += 1
            try:
                act(text)
            except Exception as error:  # noqa: BLE001 - what is looked for
                self.broken.append(f"{text[:24]!a}: {type(error).__name__} {str(error)[:80]}")

    def result(self, wanted: int) -> Result:
        """The line of the table."""
        worst = "; ".join([*self.lost[:3], *self.broken[:3]])
        seconds = time.monotonic() - self._began
        return Result(self.what, "strings that break programs", self.rows, self.tried, wanted, len(self.lost), len(self.broken), seconds, COMMAND, note=worst[:600])  # fmt: skip


def in_the_store(texts: list[str], folder: Path) -> list[Result]:
    """Saved as names of people and as results of a plan, searched, packed, and received by the region."""
    many_agencies = module(ROOT / "tests" / "services" / "many_agencies.py")
    saved, searched, sent = Count("save", "F68"), Count("search", "F68"), Count("export and import", "F68")
    with many_agencies.world(folder / "instansi", [len(texts)], 3) as (agencies, stack):
        agency = agencies[0]
        region = stack.enter_context(many_agencies.store(folder / "wilayah", many_agencies.REGION, is_region=True))
        many_agencies.introduce(agencies, region, folder)
        people = [replace(one, name=text) for one, text in zip(agency.people.values(), texts, strict=True)]
        plans = [
            replace(plan, results=(replace(plan.results[0], text=text or "-"),))
            for plan, text in zip(agency.plans.values(), texts, strict=True)
        ]
        with agency.change() as work:
            work.people.save(people)
            work.plans.save(plans)
            work.commit()
        ids = [one.person_id for one in people]
        with agency.desk.handover.around.store.reading() as work:
            names = work.people.by_ids(ids)
            results = {one.person_id: one.results[0].text for one in work.plans.of_people(ids)}
        for person_id, text in zip(ids, texts, strict=True):
            saved.same(text, kept_as(text), names[person_id].name)
            saved.same(text, kept_as(text or "-"), results[person_id])
        searched.try_all(texts, lambda text: agency.desk.register.staff(StaffQuery(search=text)))
        agency.close(YEAR)
        got = region.handover.receive(agency.pack(YEAR, folder / "stik"), folder / "balas")
        if got.code is not ReceiptCode.ACCEPTED:
            sent.broken.append(f"the region says {got.code}")
        with region.handover.around.store.reading(agency.code) as work:
            names = work.people.by_ids(ids)
            results = {one.person_id: one.results[0].text for one in work.plans.of_people(ids)}
        for person_id, text in zip(ids, texts, strict=True):
            there = names.get(person_id)
            sent.same(text, travelled(text), re.sub(r"\s+", " ", clean_text(there.name)) if there else None)
            sent.same(text, travelled(text or "-"), re.sub(r"\s+", " ", clean_text(results.get(person_id, ""))))
    return [saved.result(1_200), searched.result(600), sent.result(1_200)]


def in_a_table(texts: list[str], folder: Path, suffix: str) -> Result:
    """Written into a table as they are and behind an equals sign, and read back."""
    count = Count("xlsx" if suffix == ".xlsx" else "CSV", "F68 F72")
    path = folder / f"nama{suffix}"
    texts = [text for text in texts if clean_text(kept_as(text))]
    shown = [text for text in texts if suffix == ".csv" or units_of(text) < LONGEST_CELL]
    for text in texts if suffix == ".xlsx" else ():
        if units_of(text) >= LONGEST_CELL:
            count.same(text, "refused", refused(folder, kept_as(text)))
    write_table(path, ["NAMA", "CATATAN"], [[text, f"={text}"] for text in map(kept_as, shown)], SheetStyle("S"))
    layout = Layout("X", {"name": ("NAMA",), "note": ("CATATAN",)}, ("name",))
    rows = [cells for _, cells in read_table(path, (layout,), lambda done, total: None).rows]
    for text, (name, note) in zip(shown, rows, strict=True):
        count.same(text, clean_text(kept_as(text)), str(name))
        count.same(text, clean_text(f"={kept_as(text)}"), str(note))
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream, delimiter=";") for cell in row]
        count.broken += [ascii(cell[:30]) for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    else:
        sheet = openpyxl.load_workbook(path).active
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        count.broken += [cell.coordinate for cell in cells if cell.data_type != "s" or cell.hyperlink is not None]
    return count.result(1_100)


def units_of(text: str) -> int:
    """How long a cell with this text is, as a workbook counts."""
    return len(kept_as(text).encode("utf-16-le")) // 2


def refused(folder: Path, text: str) -> str:
    """What is said of a text that no cell of a workbook holds: it is never cut in silence."""
    try:
        write_table(folder / "panjang.xlsx", ["NAMA"], [[f"={text}"]], SheetStyle("S"))
    except FileRefusal as refusal:
        return "refused" if refusal.code == "IMP-215" else refusal.code
    return "written"


def on_paper(texts: list[str], folder: Path) -> Result:
    """Printed between two marks, and read off again by a reader that is not ours."""
    samples = module(ROOT / "tests" / "printing" / "samples.py")
    everywhere = module(ROOT / "tests" / "naughty" / "test_everywhere.py")
    count = Count("PDF", "F68 F73")
    texts = [NO_SIGN.sub("\ufffd", text) for text in map(kept_as, texts) if legible(text).strip()]
    sheet = samples.sheet(Form.A_1_8)
    marked = tuple(f"AWAL{number:03d} {text} AKHIR{number:03d}" for number, text in enumerate(texts))
    path = folder / "lembar.pdf"
    plan = replace(sheet.plan, resources=marked)
    Press().print_file([replace(sheet, plan=plan)], path, PaperStyle(), lambda done, total: None, 1)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, timeout=120).stdout
    found = re.sub(r"\s", "", unicodedata.normalize("NFC", said.decode("utf-8")))
    for number, text in enumerate(texts):
        printed = re.search(rf"AWAL{number:03d}(.*?)AKHIR{number:03d}", found, re.DOTALL)
        is_same = printed is not None and everywhere.same_letters(printed[1], text)
        count.same(text, "as given", "as given" if is_same else printed and printed[1])
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False, timeout=120)
    if checked.returncode:
        count.broken.append(checked.stdout.decode("utf-8", "replace")[-200:])
    return count.result(550)


def main() -> int:
    """All workflows."""
    texts = strings()
    with tempfile.TemporaryDirectory(prefix="meritdesk-strings-") as place:
        folder = Path(place)
        results = [*in_the_store(texts, folder), *(in_a_table(texts, folder, one) for one in (".xlsx", ".csv"))]
        results.append(on_paper(texts, folder))
    return keep("hostile-strings", results)


if __name__ == "__main__":
    sys.exit(main())
