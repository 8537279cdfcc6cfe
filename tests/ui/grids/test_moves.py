"""Where Ctrl+arrows, Tab and Enter go, as plain arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.ui.grids.moves import edge, next_open, round_in


@pytest.mark.parametrize(
    ("filled", "start", "way", "lands"),
    [
        ("xxx..x.", 0, 1, 2),
        ("xxx..x.", 2, 1, 5),
        ("xxx..x.", 5, 1, 6),
        ("xxx..x.", 6, -1, 5),
        ("xxx..x.", 3, -1, 2),
        (".......", 3, 1, 6),
        ("x......", 0, 1, 6),
        ("xxxxxxx", 0, 1, 6),
        ("xxxxxxx", 6, 1, 6),
    ],
)
def test_ctrl_and_an_arrow_land_where_excel_lands(filled: str, start: int, way: int, lands: int) -> None:
    assert edge(lambda place: filled[place] == "x", start, way, len(filled) - 1) == lands


@given(st.text(alphabet="x.", min_size=1, max_size=12), st.integers(0, 11), st.sampled_from([1, -1]))
def test_the_edge_is_on_the_line_and_reached_in_few_steps(filled: str, start: int, way: int) -> None:
    last = len(filled) - 1
    place = min(start, last)
    for _ in range(len(filled) + 1):
        after = edge(lambda one: filled[one] == "x", place, way, last)
        assert 0 <= after <= last
        assert (after - place) * way >= 0
        place = after
    assert place == (last if way > 0 else 0)


def test_tab_goes_along_the_open_columns_and_on_in_the_next_row() -> None:
    assert next_open((0, 1), [1, 3], 2, 1) == (0, 3)
    assert next_open((0, 3), [1, 3], 2, 1) == (1, 1)
    assert next_open((1, 3), [1, 3], 2, 1) is None
    assert next_open((1, 1), [1, 3], 2, -1) == (0, 3)
    assert next_open((0, 0), [], 2, 1) is None


def test_enter_and_tab_go_round_in_a_selected_block() -> None:
    block = [(row, column) for row in (0, 1) for column in (2, 3)]
    assert round_in(block, (1, 2), 1, is_down=True) == (0, 3)
    assert round_in(block, (1, 3), 1, is_down=True) == (0, 2)
    assert round_in(block, (0, 3), 1, is_down=False) == (1, 2)
    assert round_in([(0, 0)], (0, 0), 1, is_down=True) is None
    assert round_in(block, (9, 9), 1, is_down=True) is None
