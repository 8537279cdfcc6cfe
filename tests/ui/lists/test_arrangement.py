"""Searching, keeping and sorting lines that are here, and the widths and sums of a list: laws without a window."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.ui.lists.arrangement import Arrangement, Ways, arrange
from meritdesk.ui.lists.columns import Columns
from meritdesk.ui.lists.totals import Total, totals
from meritdesk.ui.lists.widths import ENOUGH, ENOUGH_OF_A_NAME, Need, share

UNITS = ("Dinas Kesehatan", "RSUD", "")


@dataclass(frozen=True)
class Person:
    name: str
    unit: str
    points: object


def value(line: object, column: int) -> object:
    assert isinstance(line, Person)
    return (line.name, line.unit, line.points)[column]


WAYS = Ways(
    lambda line: f"{value(line, 0)} {value(line, 1)}",
    {"unit": lambda line, values: value(line, 1) in values},
    value,
)
people = st.lists(
    st.builds(
        Person,
        st.text("abcäÖ ", max_size=4),
        st.sampled_from(UNITS),
        st.one_of(st.none(), st.integers(-5, 5), st.decimals(-3, 3, places=1), st.just(""), st.text("xy", max_size=2)),
    ),
    max_size=12,
)
arrangements = st.builds(
    Arrangement,
    st.sampled_from(["", "a", "B", "a b", "kes"]),
    st.dictionaries(st.just("unit"), st.frozensets(st.sampled_from(UNITS))),
    st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.booleans()), max_size=3, unique_by=lambda key: key[0]).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(people, arrangements)
def test_exactly_the_lines_that_fit_stay_whatever_the_order(lines: list[Person], how: Arrangement) -> None:
    shown = arrange(lines, how, WAYS)
    units = how.kept.get("unit", frozenset())
    fitting = [
        line
        for line in lines
        if (not units or line.unit in units)
        and all(word in f"{line.name} {line.unit}".casefold() for word in how.search.casefold().split())
    ]
    assert Counter(map(id, shown)) == Counter(map(id, fitting))
    assert how.is_narrowed or Counter(map(id, shown)) == Counter(map(id, lines))


@settings(max_examples=40, deadline=None)
@given(people, st.sampled_from([0, 1, 2]), st.booleans())
def test_blanks_stand_last_whichever_way_the_order_goes(lines: list[Person], column: int, falls: bool) -> None:
    cells = [value(line, column) for line in arrange(lines, Arrangement(order=((column, falls),)), WAYS)]
    blanks = [cell is None or cell == "" for cell in cells]
    assert blanks == sorted(blanks)
    figures = [cell for cell in cells if isinstance(cell, int | Decimal)]
    assert figures == sorted(figures, reverse=falls)


@settings(max_examples=40, deadline=None)
@given(people, st.booleans())
def test_the_second_key_orders_what_the_first_leaves_equal(lines: list[Person], falls: bool) -> None:
    shown = arrange(lines, Arrangement(order=((1, False), (0, falls))), WAYS)
    for unit in UNITS:
        names = [line.name.casefold() for line in shown if line.unit == unit]
        blank_last = [name for name in names if name] + [name for name in names if not name]
        assert names == blank_last
        filled = [name for name in names if name]
        assert filled == sorted(filled, reverse=falls)


def test_lines_without_an_order_stand_as_they_were_given_and_equal_ones_keep_it() -> None:
    lines = [Person("b", "", 1), Person("a", "", 1), Person("c", "", 1)]
    assert arrange(lines, Arrangement(), WAYS) == lines
    assert arrange(lines, Arrangement(order=((2, True),)), WAYS) == lines
    assert arrange(lines, Arrangement(order=((2, False),)), WAYS) == lines


def test_days_and_moments_sort_as_time() -> None:
    days = [date(2025, 3, 1), date(2024, 12, 31), datetime(2025, 1, 1, 8, tzinfo=UTC), None]
    lines = [Person(str(number), "", day) for number, day in enumerate(days)]
    assert [line.name for line in arrange(lines, Arrangement(order=((2, False),)), WAYS)] == ["1", "2", "0", "3"]


def test_clicks_on_a_heading_rise_fall_and_give_the_order_back() -> None:
    first = Arrangement().sorted_by(0, is_added=False)
    second = first.sorted_by(0, is_added=False)
    assert (first.order, second.order) == (((0, False),), ((0, True),))
    assert second.sorted_by(0, is_added=False).order == ()
    assert second.sorted_by(1, is_added=False).order == ((1, False),)


def test_clicks_with_shift_add_turn_and_take_a_further_key() -> None:
    both = Arrangement().sorted_by(0, is_added=False).sorted_by(1, is_added=True)
    assert both.order == ((0, False), (1, False))
    turned = both.sorted_by(1, is_added=True)
    assert turned.order == ((0, False), (1, True))
    assert turned.sorted_by(1, is_added=True).order == ((0, False),)
    assert both.sorted_by(0, is_added=True).order == ((0, True), (1, False))


def test_no_values_take_a_filter_out() -> None:
    kept = Arrangement().keeping("unit", ["RSUD"])
    assert kept.only("unit") == "RSUD" and kept.is_narrowed
    assert not kept.keeping("unit", []).is_narrowed
    assert kept.keeping("unit", ["RSUD", ""]).only("unit") == ""
    assert replace(kept, search=" ").is_narrowed


needs = st.lists(
    st.builds(
        lambda least, more, longer, own, keeps, grows, mark: Need(
            least, least + more, least + more + longer, own, keeps, grows, mark
        ),
        st.integers(20, 120), st.integers(0, 300), st.integers(0, 200),
        st.one_of(st.just(0), st.integers(30, 300)), st.booleans(), st.booleans(), st.booleans(),
    ),
    min_size=1, max_size=9,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(needs, st.integers(100, 1600))
def test_columns_fill_the_room_and_never_cut_a_heading(wanted: list[Need], room: int) -> None:
    widths = share(wanted, room)
    assert all(width >= (need.own or need.least) for width, need in zip(widths, wanted, strict=True))
    assert all(width == need.own for width, need in zip(widths, wanted, strict=True) if need.own)
    least = sum(need.own or need.least for need in wanted)
    assert sum(widths) <= max(room, least)
    if any(need.grows and not need.own for need in wanted) and least <= room:
        assert sum(widths) == room


@settings(max_examples=40, deadline=None)
@given(needs, st.integers(100, 1600))
def test_a_name_is_cut_to_less_than_enough_only_when_every_other_column_is_at_its_least(
    wanted: list[Need], room: int
) -> None:
    widths = share(wanted, room)
    pairs = list(zip(widths, wanted, strict=True))
    free = [(width, need) for width, need in pairs if not need.own]
    if any(need.keeps and width < min(need.whole, ENOUGH_OF_A_NAME) for width, need in free):
        assert all(width == need.least for width, need in free if not need.keeps)
    if any(need.keeps and width < need.whole for width, need in free):
        assert all(width <= max(need.least, ENOUGH) for width, need in free if not need.keeps and not need.mark)


@settings(max_examples=40, deadline=None)
@given(needs, st.integers(100, 1600))
def test_the_number_of_a_paper_is_cut_only_when_all_other_words_are_at_their_least(
    wanted: list[Need], room: int
) -> None:
    free = [(width, need) for width, need in zip(share(wanted, room), wanted, strict=True) if not need.own]
    marks = [(width, need) for width, need in free if need.mark and not need.keeps]
    if any(width < need.whole for width, need in marks):
        assert all(width == need.least for width, need in free if not need.keeps and not need.mark)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(-99, 99), st.decimals(-99, 99, places=2), st.text("a1", max_size=2))))
def test_sums_are_exact_and_count_figures_only(cells: list[object]) -> None:
    lines = [Person("", "", cell) for cell in cells]
    figures = [Decimal(cell) for cell in cells if isinstance(cell, int | Decimal)]
    found = totals(lines, [0, 2], value)
    if not figures:
        assert found == ()
        return
    assert found == (Total(2, len(figures), sum(figures, Decimal(0))),)
    assert abs(found[0].mean * len(figures) - found[0].sum) <= Decimal("0.01") * len(figures)


@pytest.mark.parametrize(("chosen", "shown"), [((2, 0), (2, 0)), ((), (0, 1, 2)), ((7, 1), (1,))])
def test_a_view_shows_exactly_its_columns_and_never_none(chosen: tuple[int, ...], shown: tuple[int, ...]) -> None:
    columns = Columns((0, 1, 2)).showing(chosen)
    assert columns.shown == shown
    assert sorted(columns.order) == [0, 1, 2]
