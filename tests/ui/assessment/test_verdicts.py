"""What keys and pasted blocks mean, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.evaluation import EvaluationState, Rating, SuggestedRating
from meritdesk.core.lines import RatingLine
from meritdesk.core.plan import PlanState
from meritdesk.ui.assessment.verdicts import (
    Entry,
    GridColumn,
    asks_reason,
    copied,
    filled_down,
    pasted,
    read_rating,
    verdicts,
)


def a_line(number: int, **values: object) -> RatingLine:
    line = RatingLine(
        person_id=f"p{number}", nip="", name=f"Orang {number}", position="", unit_id="u", unit_name="Unit",
        rater_id="r", rater_name="", led_unit_id="u", problem="", plan_state=PlanState.FIXED, indicators=3, actuals=3,
        result_rating=None, behaviour_rating=None, suggested=None, predicate=None, reason="", note="",
        state=EvaluationState.OPEN, version=1,
    )  # fmt: skip
    return replace(line, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("A", Rating.ABOVE),
        (" s ", Rating.MEETS),
        ("b", Rating.BELOW),
        ("Di Atas Ekspektasi", Rating.ABOVE),
        ("dibawah  ekspektasi", Rating.BELOW),
        ("Sesuai", Rating.MEETS),
        ("Meets expectation", Rating.MEETS),
        ("", None),
        ("-", None),
    ],
)
def test_ratings_are_read_as_clerks_write_them(text: str, rating: Rating | None) -> None:
    assert read_rating(text) is rating


@pytest.mark.parametrize("text", ["90", "baik", "C", "as", "di samping"])
def test_what_is_no_rating_is_not_guessed(text: str) -> None:
    with pytest.raises(KeyError):
        read_rating(text)


def test_a_block_lands_where_the_corner_is() -> None:
    lines = [a_line(number) for number in range(3)]
    entries, refused = pasted("A\tS\r\nB\tB\r\n", (1, GridColumn.RESULT), lines)
    assert refused == ()
    assert entries == (
        Entry(1, GridColumn.RESULT, Rating.ABOVE),
        Entry(1, GridColumn.BEHAVIOUR, Rating.MEETS),
        Entry(2, GridColumn.RESULT, Rating.BELOW),
        Entry(2, GridColumn.BEHAVIOUR, Rating.BELOW),
    )


def test_one_cell_over_several_rows_fills_them_all() -> None:
    lines = [a_line(number) for number in range(3)]
    entries, refused = pasted("S", (0, GridColumn.RESULT), lines, rows=(0, 1, 2))
    assert not refused
    assert [entry.row for entry in entries] == [0, 1, 2]


def test_each_refused_cell_names_its_place_and_reason() -> None:
    lines = [a_line(0), a_line(1, state=EvaluationState.CLOSED)]
    entries, refused = pasted("A\tbagus\nS\tS\nB\tB", (0, GridColumn.RESULT), lines)
    assert entries == (Entry(0, GridColumn.RESULT, Rating.ABOVE),)
    assert [(cell.row, int(cell.column), cell.code) for cell in refused] == [
        (0, GridColumn.BEHAVIOUR, "UI-721"),
        (1, GridColumn.RESULT, "UI-724"),
        (1, GridColumn.BEHAVIOUR, "UI-724"),
        (2, GridColumn.RESULT, "UI-722"),
        (2, GridColumn.BEHAVIOUR, "UI-722"),
    ]


def test_worked_out_columns_take_nothing() -> None:
    _, refused = pasted("x\tA", (0, GridColumn.SUGGESTION), [a_line(0)])
    assert [cell.code for cell in refused] == ["UI-723"]


def test_fill_down_repeats_the_top_cell_and_passes_over_closed_rows() -> None:
    lines = [
        a_line(0, result_rating=Rating.ABOVE),
        a_line(1, state=EvaluationState.CLOSED, result_rating=Rating.BELOW),
        a_line(2),
    ]
    cells = [(row, int(GridColumn.RESULT)) for row in range(3)]
    assert filled_down(cells, lines) == (Entry(2, GridColumn.RESULT, Rating.ABOVE),)


def test_entries_that_change_nothing_are_left_out() -> None:
    lines = [a_line(0, result_rating=Rating.ABOVE), a_line(1)]
    changed = verdicts([Entry(0, GridColumn.RESULT, Rating.ABOVE), Entry(1, GridColumn.RESULT, Rating.MEETS)], lines)
    assert list(changed) == [1]
    assert changed[1].result_rating is Rating.MEETS


def test_a_rating_that_differs_from_the_suggestion_asks_for_a_reason() -> None:
    line = a_line(0, suggested=SuggestedRating.MEETS, result_rating=Rating.ABOVE)
    assert asks_reason(line)
    assert not asks_reason(replace(line, reason="Menggantikan dua rekan selama setahun"))
    assert not asks_reason(replace(line, result_rating=Rating.MEETS))


@settings(max_examples=60)
@given(
    text=st.text(alphabet=st.sampled_from("ASBasb \t\n-x9"), max_size=60),
    row=st.integers(0, 4),
    column=st.integers(0, 6),
    closed=st.sets(st.integers(0, 3)),
)
def test_every_pasted_cell_is_taken_or_refused_exactly_once(text: str, row: int, column: int, closed: set[int]) -> None:
    lines = [
        a_line(number, state=EvaluationState.CLOSED if number in closed else EvaluationState.OPEN)
        for number in range(4)
    ]
    entries, refused = pasted(text, (row, column), lines)
    cells = sum(len(one.split("\t")) for one in text.rstrip("\n").split("\n"))
    assert len(entries) + len(refused) == cells
    assert all(entry.row < 4 and entry.row not in closed for entry in entries)


def test_a_copied_block_pastes_back_as_it_was() -> None:
    shown = {(0, 2): "Di atas ekspektasi", (0, 3): "Sesuai ekspektasi", (1, 2): "Di bawah ekspektasi", (1, 3): ""}
    text = copied(shown, shown)
    entries, refused = pasted(text, (0, 2), [a_line(0), a_line(1)])
    assert not refused
    assert [entry.value for entry in entries] == [Rating.ABOVE, Rating.MEETS, Rating.BELOW, None]
