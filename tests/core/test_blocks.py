"""Blocks of cells as Excel puts them on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.blocks import lay_block, read_block, write_block


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", ()),
        ("85", (("85",),)),
        ("85\r\n", (("85",),)),
        ("85\t90\r\n70\t\r\n", (("85", "90"), ("70", ""))),
        ("\t85", (("", "85"),)),
        ("85\t", (("85", ""),)),
        ("a\n\nb\n", (("a",), ("",), ("b",))),
        ('"dua\nbaris"\t5\r\n', (("dua\nbaris", "5"),)),
        ('"dua\r\nbaris"\r\n', (("dua\nbaris",),)),
        ('"kata ""kunci"" itu"\tya', (('kata "kunci" itu', "ya"),)),
        ('5" pipa\t1.234,5', (('5" pipa', "1.234,5"),)),
        ('"terbuka\tya', (('"terbuka', "ya"),)),
        ('"Aman" katanya\tya', (('"Aman" katanya', "ya"),)),
        ('""\tx', (("", "x"),)),
        ("87,5\t1.234,50\t12 %", (("87,5", "1.234,50", "12 %"),)),
    ],
)
def test_a_clipboard_text_becomes_the_cells_that_excel_showed(text: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read_block(text) == cells


CELL = st.text(alphabet=st.sampled_from('ab"\t\n 0,.%'), max_size=8) | st.text(max_size=8)


def seen(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_was_copied_is_pasted_again_cell_by_cell(rows: list[list[str]]) -> None:
    assert read_block(write_block(rows)) == tuple(tuple(map(seen, row)) for row in rows)


@given(st.text(alphabet=st.sampled_from('ab"\t\r\n'), max_size=40) | st.text(max_size=40))
def test_any_clipboard_is_read_without_losing_a_sign(text: str) -> None:
    kept = "".join(cell for row in read_block(text) for cell in row)
    for sign in set(text) - set('"\t\r\n'):
        assert kept.count(sign) == text.count(sign)


def test_one_cell_fills_a_whole_selection() -> None:
    selected = [(row, column) for row in (2, 3) for column in (4, 5)]
    placed = lay_block((("85",),), (2, 4), selected)
    assert [(cell.row, cell.column) for cell in placed] == selected
    assert {cell.text for cell in placed} == {"85"}


def test_a_block_lies_from_its_corner_when_the_selection_does_not_fit() -> None:
    placed = lay_block((("a", "b"), ("c", "d")), (1, 1), [(1, 1), (2, 1), (3, 1)])
    assert [(cell.row, cell.column, cell.text) for cell in placed] == [
        (1, 1, "a"), (1, 2, "b"), (2, 1, "c"), (2, 2, "d"),
    ]  # fmt: skip


def test_a_column_is_repeated_into_a_selection_that_is_a_whole_multiple() -> None:
    selected = [(row, column) for row in (0, 1) for column in (0, 1, 2)]
    placed = lay_block((("a",), ("b",)), (0, 0), selected)
    assert {(cell.row, cell.column): cell.text for cell in placed} == {
        (row, column): "ab"[row] for row, column in selected
    }


def test_an_empty_block_lies_nowhere() -> None:
    assert lay_block((), (0, 0)) == ()
