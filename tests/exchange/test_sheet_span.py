"""Small files that would take all the memory are refused before the reader sees them (F54)."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.fill_markup import unreadable_cells
from meritdesk.exchange.sheet_guard import FileKind, recognise
from meritdesk.exchange.sheet_span import PartBound

sys.path.insert(0, str(Path(__file__).parent))
from sheet_books import BOOK, CONTENT_TYPES, RELATIONS, inline_row, write_ods, write_raw_xlsx, write_xls

SST = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)
HEAD = inline_row(1, ["NIP", "NAMA"])


def book(folder: Path, sheet: str, member: str = "xl/worksheets/sheet1.xml", shared: str = "") -> bytes:
    """A workbook whose one sheet is this markup in a part of this name."""
    path = write_raw_xlsx(folder / "a.xlsx", sheet, {"xl/sharedStrings.xml": shared.encode()} if shared else {})
    if member == "xl/worksheets/sheet1.xml":
        return path.read_bytes()
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts[member] = parts.pop("xl/worksheets/sheet1.xml")
    parts["xl/_rels/workbook.xml.rels"] = RELATIONS.format(kind="worksheet", target=member.removeprefix("xl/")).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return packed.getvalue()


def code_of(data: bytes) -> str:
    """How a file is refused; empty when it may be read."""
    try:
        assert recognise(data, "a.xlsx") in (FileKind.XLSX, FileKind.ODS, FileKind.XLS)
    except FileRefusal as refusal:
        return refusal.code
    return ""


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
NARROW = '<row r="900000"><c r="D900000"><v>1</v></c></row>'
BARE = '<row r="99000">' + "<c><v>1</v></c>" * 400 + "</row>"
QUOTED = "<row r='99000'><c\tt='n'  r='CZ99000'><v>1</v></c></row>"
PREFIXED = '<x:row xmlns:x="u" r="99000">' + "<x:c><x:v>1</x:v></x:c>" * 400 + "</x:row>"
PADDED = '<row r="99000"><c x="' + " " * 70_000 + '" r="CZ99000"><v>1</v></c></row>'


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/Worksheets/Sheet1.XML", "xl/any.png"])
def test_a_far_cell_is_seen_whatever_its_part_is_called(tmp_path: Path, member: str) -> None:
    assert code_of(book(tmp_path, HEAD + FAR, member)) == "IMP-208"


@pytest.mark.parametrize("rows", [NARROW, BARE, QUOTED, PREFIXED, PADDED])
def test_a_far_cell_is_seen_however_its_place_is_written(tmp_path: Path, rows: str) -> None:
    assert code_of(book(tmp_path, HEAD + rows)) == "IMP-208"


def test_all_sheets_together_must_fit(tmp_path: Path) -> None:
    sheet = SHEET.format('<row r="2"><c r="A2"><v>1</v></c></row><row r="60000"><c r="T60000"><v>1</v></c></row>')
    more = {f"xl/worksheets/sheet{number}.xml": sheet.encode() for number in range(2, 4)}
    assert code_of(write_raw_xlsx(tmp_path / "a.xlsx", HEAD, dict(list(more.items())[:1])).read_bytes()) == ""
    assert code_of(write_raw_xlsx(tmp_path / "b.xlsx", HEAD, more).read_bytes()) == "IMP-208"


def test_places_that_follow_from_the_order_are_counted_and_a_small_sheet_of_them_is_read(tmp_path: Path) -> None:
    plain = "".join(f"<row>{'<c><v>1</v></c>' * 20}</row>" for _ in range(300))
    assert code_of(book(tmp_path, plain)) == ""


def test_blank_but_formatted_columns_and_rows_are_no_reason_to_refuse(tmp_path: Path) -> None:
    blank = '<row r="1048576" s="1"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    assert code_of(book(tmp_path, HEAD + blank)) == ""


def test_a_shared_text_that_is_written_out_too_often_is_refused(tmp_path: Path) -> None:
    items = "<si><t>x</t></si><si><t>" + "y" * 100_000 + "</t></si>"
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{{}}</v></c></row>' for row in range(2, 1002))
    assert code_of(book(tmp_path, HEAD + cells.replace("{}", "1"), shared=SST.format(items))) == "IMP-208"
    assert code_of(book(tmp_path, HEAD + cells.replace("{}", "0"), shared=SST.format(items))) == ""


def test_entities_are_refused_wherever_they_are_declared(tmp_path: Path) -> None:
    padding = "<!--" + " " * 8_000 + "-->"
    hidden = SST.format("").replace("<sst", f'{padding}<!DOCTYPE sst [<!ENTITY a "b">]><sst')
    assert code_of(book(tmp_path, HEAD, shared=hidden)) == "IMP-203"


@pytest.mark.parametrize(
    "tail",
    [
        '<table:table-row table:number-rows-repeated="3000"><table:table-cell office:value-type="string"'
        f' table:number-columns-repeated="500"><text:p>{"x" * 100}</text:p></table:table-cell></table:table-row>',
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/></text:p>'
        "</table:table-cell></table:table-row>",
    ],
)
def test_text_that_an_ods_repeats_is_counted_before_it_is_written_out(tmp_path: Path, tail: str) -> None:
    assert code_of(write_ods(tmp_path / "a.ods", [["NIP", "NAMA"]], tail).read_bytes()) == "IMP-208"


def test_cells_that_never_close_cost_no_more_than_their_length() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("xl/workbook.xml", BOOK)
        target = RELATIONS.format(kind="worksheet", target="worksheets/sheet1.xml")
        package.writestr("xl/_rels/workbook.xml.rels", target)
        package.writestr("xl/worksheets/sheet1.xml", "<x><!--" + "<c >" * 100_000 + "--></x>")
    started = time.process_time()
    assert unreadable_cells(packed.getvalue(), "S") == {}
    assert time.process_time() - started < 2


@given(
    st.lists(
        st.sampled_from(
            [HEAD, FAR, NARROW, QUOTED, PREFIXED, '<row r="7"><c r="AB7"/><c r="B7" s="2"/></row>', "<cols/>"]
        )
    )
)
def test_the_quick_way_of_counting_finds_the_same_places(parts: list[str]) -> None:
    quick, slow = PartBound(), PartBound()
    data = "".join(parts).encode()
    quick._count(data)
    slow._count_any(data)
    assert (quick.rows, quick.columns) == (slow.rows, slow.columns)


def usual_row(number: int, last: str = "C") -> str:
    """A row as office programs write it."""
    cells = "".join(f'<c r="{column}{number}" t="s"><v>1</v></c>' for column in ("A", "B", last))
    return f'<row r="{number}" spans="1:3">{cells}</row>'


LATER_PIECES = st.one_of(
    st.builds(usual_row, st.integers(1, 1_048_576), st.sampled_from(["C", "Z", "AA", "BQ", "ZZ", "AAA", "XFD"])),
    st.sampled_from([FAR, QUOTED, PREFIXED, BARE, '<c r="AZ12"><v>1</v></c>', '<c r="B0070"/>', "<cols/>", "<v>3</v>"]),
    st.sampled_from(
        ["<si><t>Ayu</t></si>", "<x:si>", "<sst><si/>", "<v t='s'/>", '<row r="9">', '<row r="12" s="1"/>']
    ),
)


@given(st.lists(LATER_PIECES, max_size=6), st.lists(st.integers(1, 4_000), max_size=4))
def test_a_piece_that_brings_nothing_new_is_never_counted_as_less(parts: list[str], rows: list[int]) -> None:
    pieces = [usual_row(1, "BQ"), *map(usual_row, rows), *parts, *map(usual_row, rows)]
    quick, slow = PartBound(), PartBound()
    for piece in pieces:
        quick._count(piece.encode())
        slow._count_any(piece.encode())
        slow._count_shared(piece.encode())
    quick.end()
    slow.end()
    # Rounding up gives away a tenth, or the ninety-nine rows of a short sheet.
    assert slow.rows <= quick.rows <= 99 + slow.rows * 11 // 10
    assert quick.columns == slow.columns
    assert (quick.uses_of_shared, quick.longest_shared) == (slow.uses_of_shared, slow.longest_shared)


@pytest.mark.parametrize("far", [FAR, NARROW, QUOTED, '<row r="4001"><c r="CZ900000"><v>1</v></c></row>'])
def test_a_far_cell_is_seen_behind_thousands_of_usual_rows(tmp_path: Path, far: str) -> None:
    rows = "".join(inline_row(number, [f"{number:018}", "Siti Aminah " * 30]) for number in range(2, 4_001))
    assert len(rows) > 1 << 20
    assert code_of(book(tmp_path, HEAD + rows)) == ""
    assert code_of(book(tmp_path, HEAD + rows + far)) == "IMP-208"


def test_the_last_corner_of_an_old_book_is_seen_too(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA"], ["1", "Siti"]]
    assert code_of(write_xls(tmp_path / "a.xls", rows, {(65_535, 255): 1.0}).read_bytes()) == "IMP-208"
    assert code_of(write_xls(tmp_path / "b.xls", rows).read_bytes()) == ""
