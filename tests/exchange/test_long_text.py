"""Text read as it lies on the disk gives the rows that the whole of it gives, and is refused for the same reasons."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange import given_books, long_text, staff_sheet, unit_sheet
from meritdesk.exchange.sheets import candidates_in

TEXTS = {
    "plain.csv": b"NIP;NAMA\r\n1;Joko\r\n2;'=1+1\r\n",
    "marked.csv": "\ufeffNIP,NAMA\n1,Ibu Siti Sa\u2019adah\n".encode(),
    "windows.csv": "NIP|NAMA\n1|Caf\u00e9 \u2013 dua\n".encode("cp1252"),
    "wide.csv": "NIP\tNAMA\n1\t'-satu\n".encode("utf-16"),
    "quoted.csv": b'NIP;NAMA\n1;"dua\nbaris; satu"\n',
    "one-column.csv": b"NIP\n1\n",
    "late.csv": b"NIP;NAMA\n" + b"1;Joko\n" * 9 + "2;Ren\u00e9e\n".encode("cp1252"),
}
REFUSED = {
    "nothing.csv": (b"", "IMP-202"), "page.csv": (b"<html><body>", "IMP-205"), "image.csv": (b"\x89PNG..", "IMP-201"),
    "binary.csv": (b"NIP;NAMA\n" + b"1;2\n" * 9 + b"\0", "IMP-201"), "broken.csv": (b"NIP;\xff\x81\n", "IMP-203"),
    "half.csv": ("NIP".encode("utf-16") + b"\x00", "IMP-203"), "not-a-book.xlsx": (b"PK\x03\x04 no book", "IMP-203"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(long_text, "_PIECE", 7)


@pytest.mark.parametrize("name", TEXTS)
def test_rows_are_those_of_the_whole_file_at_every_reading(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(TEXTS[name])
    expected = [list(rows()) for rows in candidates_in(TEXTS[name], name)]
    for rows, whole in zip(long_text.candidates_at(path, lambda: None), expected, strict=True):
        assert list(rows()) == whole
        assert list(rows()) == whole


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_before_any_row(tmp_path, name):
    data, code = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileRefusal) as caught:
        list(long_text.candidates_at(path, lambda: None))
    assert caught.value.code == code


def test_a_file_that_is_not_there_or_too_large_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(long_text, "MAX_FILE_BYTES", 20)
    (tmp_path / "large.csv").write_bytes(b"NIP;NAMA\n" * 4)
    for name, code in (("gone.csv", "IMP-217"), ("large.csv", "IMP-208")):
        with pytest.raises(FileRefusal) as caught:
            list(long_text.candidates_at(tmp_path / name, lambda: None))
        assert caught.value.code == code


def test_a_list_that_only_fills_the_memory_is_left_at_its_first_row_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(staff_sheet, "MOST_STAFF", 2)
    monkeypatch.setattr(unit_sheet, "MOST_UNITS", 2)
    monkeypatch.setattr(given_books, "cells_allowed", lambda size: 11)
    path = tmp_path / "daftar.csv"
    for heads, read in (
        ("NIP BARU;NAMA;UNOR NAMA;JABATAN NAMA", staff_sheet.read_staff),
        ("ID;NAMA UNOR;DIATASAN ID;ESELON ID", unit_sheet.read_units),
        ("A;B;C;D", given_books.open_book),
    ):
        path.write_text(f"{heads}\n" + "9;2;3;4\n" * 2, encoding="utf-8")
        with pytest.raises(FileRefusal) if read is given_books.open_book else nullcontext():
            read(path, lambda done, total: None)
        path.write_text(f"{heads}\n" + "9;2;3;4\n" * 3, encoding="utf-8")
        with pytest.raises(FileRefusal) as caught:
            read(path, lambda done, total: None)
        assert caught.value.code == "IMP-208"
