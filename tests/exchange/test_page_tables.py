"""Tables of web pages under a spreadsheet's name: what stands in them arrives whole, whatever the page is like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange import given_books, page_tables, staff_sheet

PAGE = """<html><head><meta charset="{charset}"><style>td {{ mso-number-format: "\\@" }}</style></head><body>
<table><tr><td>Daftar Pegawai</td></tr></table>
<table border=1>
<tr><th rowspan=2>NO</th><th colspan=2>IDENTITAS</th><th rowspan=2>TANGGAL LAHIR</th></tr>
<tr><th>NIP</th><th>NAMA</th></tr>
<tr><td>1<td>2<td>3<td>4</tr>
<tr><td>1<td>199001012015011001<td>Jos\u00e9 <b>Baru</b><br>S.Kom &amp; M.M.<td>01-01-1990
<tr><td>2</td><td>&nbsp;199102022016012002</td><td><script>x()</script>Wati</td><td>2 Februari 1991</td></tr>
</table></body></html>"""


def rows_of(text: str) -> list[list[list[str]]]:
    return [rows() for rows in page_tables.page_tables(text.encode(), "a.xls", lambda: None)]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_of_a_personnel_application_is_read_with_its_whole_nips(tmp_path, charset):
    path = tmp_path / "export.xls"
    path.write_bytes(PAGE.format(charset=charset).encode(charset))
    book = given_books.open_book(path, lambda done, total: None)
    assert book.sheets[0].rows[3:] == [
        ["1", "199001012015011001", "Jos\u00e9 Baru S.Kom & M.M.", "01-01-1990"],
        ["2", "199102022016012002", "Wati", "2 Februari 1991"],
    ]
    read = staff_sheet.read_staff(path, lambda done, total: None)
    assert [row.value.nip for row in read.rows] == ["199001012015011001", "199102022016012002"] and not read.refused


def test_merged_cells_keep_the_others_in_their_columns():
    (table,) = rows_of("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan=2>d<tr><td>e<td>f</table>")
    assert table == [["a", "b", ""], ["", "c", "d"], ["e", "f", ""]]


def test_a_table_within_a_cell_is_a_table_of_its_own():
    assert rows_of("<table><tr><td>x<table><tr><td>1<tr><td>2</table><td>y</table>") == [[["1"], ["2"]], [["x", "y"]]]


def test_a_page_that_is_too_large_is_refused(monkeypatch):
    for name, page in (
        ("MAX_PAGE_BYTES", "<table>"),
        ("MAX_PAGE_CELLS", "<table><td colspan=9>"),
        ("MAX_PAGE_TAGS", "<table>" + "<b" * 9),
        ("MAX_DEPTH", "<table>" * 9),
    ):
        with monkeypatch.context() as small:
            small.setattr(page_tables, name, 5)
            with pytest.raises(FileRefusal) as caught:
                rows_of(page)
            assert caught.value.code == "IMP-208"


@pytest.mark.parametrize(
    ("page", "cell"),
    [
        ("<table><td title='a > b'>x", "x"),
        ('<table><td title=a ">x', "x"),
        ("<table><td>a<!-- > -->b<!-- never closed", "ab never closed"),
        ("<table><td>a < b <3 &amp; &#67;", "a < b <3 & C"),
        ("<table><td>&#" + "9" * 5_000, "&#" + "9" * 5_000),
        ("<table><td>a<style>td { }</style>b<script>if (1 <b) {}", "ab"),
        ("<!doctype html><?xml x?><TABLE><TD COLSPAN = '1'>x</TD></TABLE>", "x"),
    ],
)
def test_a_broken_page_is_read_as_far_as_it_says_something(page, cell):
    assert rows_of(page) == [[[cell]]]


CELL = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="<&"), min_size=1)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_a_page_says_is_what_is_read(rows):
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    assert rows_of(f"<table>{body}</table>") == [rows]


_PIECES = (
    *("<table>", "</table>", "<tr>", "<td rowspan=3>", "<td>", "</td>", "</tr>", "x", "<!--", "-->", "<", ">", "</"),
    *("'", '"', "<a ", "&#", "9", "<script>", "</script", "<?", "<!"),
)


@given(st.lists(st.sampled_from(_PIECES)))
def test_no_page_breaks_the_reader(pieces):
    try:
        rows_of("".join(pieces))
    except FileRefusal as refusal:
        assert refusal.code in ("IMP-205", "IMP-208")
