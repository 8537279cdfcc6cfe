"""A block from the clipboard keeps every cell, as Excel and LibreOffice put it there."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.given_books import open_pasted
from meritdesk.exchange.pasted import pasted_rows

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x00"), max_size=12)


def as_excel_copies(rows: list[list[str]]) -> str:
    """Excel marks a cell only where it holds a tab or a line break, and ends every row with one."""
    return "".join("\t".join(_cell(cell) for cell in row) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\t" in text or "\n" in text else text


@settings(max_examples=200)
@given(st.integers(1, 5).flatmap(lambda width: st.lists(st.lists(TEXT, min_size=width, max_size=width), max_size=6)))
def test_whatever_stands_in_a_cell_survives_the_clipboard(rows):
    # A cell that begins with a mark and needs none may read as the opening of the next one that does.
    assume(not any(cell.startswith('"') and "\t" not in cell and "\n" not in cell for row in rows for cell in row))
    assert pasted_rows(as_excel_copies(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"Sekretariat"\tB', [['"Sekretariat"', "B"]]),
        ('Pipa 5"\tB\nC\tD', [['Pipa 5"', "B"], ["C", "D"]]),
        ('A\t"baris satu\nbaris ""dua"""\tC', [["A", 'baris satu\nbaris "dua"', "C"]]),
        ("A\t\t\nB", [["A", "", ""], ["B"]]),
        ("\n\nA", [[""], [""], ["A"]]),
        ('"tak tertutup\tB', [['"tak tertutup', "B"]]),
    ],
)
def test_what_offices_copy_is_read_cell_by_cell(text, rows):
    assert pasted_rows(text) == rows


def test_text_with_semicolons_is_read_like_a_file():
    book = open_pasted("NIP;NAMA\n198504042010012004;Sari", "papan klip")
    assert book.sheets[0].rows == [["NIP", "NAMA"], ["198504042010012004", "Sari"]]


def test_an_empty_clipboard_is_refused():
    with pytest.raises(FileRefusal) as refusal:
        open_pasted("\t\n\t", "papan klip")
    assert refusal.value.code == "IMP-277"
