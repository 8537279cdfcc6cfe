"""The codes made by table are, module for module, those of the library."""

from __future__ import annotations

import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.printing.qr import qr_operators
from meritdesk.printing.qr_matrix import qr_modules

MARK = "MERITDESK:1:3372:0b8f4c1e6a504f0e9a351d2c3b4a5968:2:9f2c4e7a1b3d5f60"


def qr_rows(text: str) -> list[str]:
    modules, side = qr_modules(text)
    return [modules[start : start + side] for start in range(0, len(modules), side)]


def _of_library(text: str) -> list[str]:
    code = segno.make(text, error="m", mask=3, boost_error=False, micro=False)
    return ["".join(map(str, row)) for row in code.matrix]


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=180))
def test_any_plain_text_gives_the_code_of_the_library(text):
    assert qr_rows(text) == _of_library(text)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), min_size=1, max_size=240))
def test_capital_letters_and_digits_give_the_code_of_the_library(text):
    assert qr_rows(text) == _of_library(text)


def test_every_size_gives_the_code_of_the_library():
    for length in (1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106, 107, 122, 123, 152, 153, 180, 181, 300):
        text = ("mark:" + MARK * 5)[:length]
        assert qr_rows(text) == _of_library(text), length
        assert qr_rows(text.upper()) == _of_library(text.upper()), length


def test_other_alphabets_and_long_texts_are_left_to_the_library():
    for text in ("12345", "0" * 90, "a" * 256, "A" * 400, "Wulandari é", "Нина", "✓", " "):
        assert qr_rows(text) == _of_library(text)


def test_bars_cover_exactly_the_dark_modules():
    rows = qr_rows(MARK)
    dark = {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module == "1"}
    words = qr_operators(MARK, 50.0).replace("\n", " ").split()
    bars = words[words.index("cm") + 1 : -1]
    covered = [
        (int(bars[at]) - 4 + step, len(rows) - 1 - (int(bars[at + 1]) - 4))
        for at in range(0, len(bars), 5)
        for step in range(int(bars[at + 2]))
    ]
    assert len(covered) == len(set(covered))
    assert set(covered) == dark
