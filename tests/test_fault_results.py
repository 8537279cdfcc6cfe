"""What the fault bench keeps of two runs of the same thing, and how a part ends when its time is over."""

from __future__ import annotations

import pytest

from bench.faults import budget, table
from bench.faults.budget import Budget
from bench.faults.table import Result, keep, kept, settled


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "FOLDER", tmp_path / "faults")
    monkeypatch.delenv(budget.VARIABLE, raising=False)
    return tmp_path


def of(tried: int, *, lost: int = 0, wanted: int = 300) -> Result:
    return Result("save", "kill -9", "F02", tried, wanted, lost, 0, 1.0, "python -m bench.faults.kill")


def shown() -> list[tuple[int, int, str]]:
    return [(one.tried, one.lost, one.beside) for _, one, _ in kept()]


def test_a_run_that_ended_with_its_time_is_a_remark_on_the_fuller_one(folder, monkeypatch):
    assert keep("kill", [of(300)]) == 0
    monkeypatch.setenv(budget.VARIABLE, "60")
    assert keep("kill", [of(40)]) == 0
    ((tried, lost, beside),) = shown()
    assert (tried, lost) == (300, 0) and beside.startswith("a shorter run since") and "tried 40, lost 0" in beside


def test_a_shorter_run_that_lost_something_takes_the_place_and_names_the_fuller_one(folder, monkeypatch):
    keep("kill", [of(300)])
    monkeypatch.setenv(budget.VARIABLE, "60")
    assert keep("kill", [of(40, lost=1)]) == 1
    ((tried, lost, beside),) = shown()
    assert (tried, lost) == (40, 1) and beside.startswith("a fuller run before") and "tried 300, lost 0" in beside


def test_a_shorter_good_run_does_not_hide_a_fuller_one_that_lost_something(folder, monkeypatch):
    assert keep("kill", [of(300, lost=2)]) == 1
    monkeypatch.setenv(budget.VARIABLE, "60")
    keep("kill", [of(40)])
    assert shown()[0][:2] == (300, 2)


def test_a_whole_run_takes_the_place_of_a_bad_one_and_says_when_that_was_fuller(folder):
    keep("kill", [of(310, lost=2)])
    assert keep("kill", [of(300)]) == 0
    ((tried, lost, beside),) = shown()
    assert (tried, lost) == (300, 0) and "tried 310, lost 2" in beside


def test_alone_a_part_fails_when_it_tried_too_little_and_in_its_share_only_when_it_tried_nothing(folder, monkeypatch):
    assert keep("kill", [of(299)]) == 1
    monkeypatch.setenv(budget.VARIABLE, "60")
    assert keep("other", [of(1)]) == 0
    assert keep("third", [of(0)]) == 1


def test_a_run_shortened_by_hand_is_not_kept(folder):
    assert keep("kill", [of(3)], shortened=True) == 0
    assert shown() == []


def test_without_a_time_every_round_comes_in_its_order():
    assert list(Budget(None).rounds(5)) == [0, 1, 2, 3, 4]


def test_a_time_that_is_over_still_gives_one_round_and_a_share_of_it_is_nothing():
    spent = Budget(0.0)
    assert len(list(spent.rounds(64))) == 1
    assert len(list(spent.share(3).rounds(64))) == 1


def test_every_beginning_of_a_bounded_order_lies_over_the_whole():
    order = budget.spread(64)
    assert sorted(order) == list(range(64))
    for length in (8, 16, 32):
        part = sorted(order[:length])
        assert max(after - before for before, after in zip([0, *part], [*part, 63], strict=True)) <= 3 * 64 // length


def test_what_stands_is_what_was_tried_more_often():
    old = {"tried": 9, "wanted": 5, "lost": 0, "broken": 0, "is_proved": True, "date": "x"}
    assert settled(old, {**old, "tried": 6, "date": "y"}, is_bounded=True)["tried"] == 9
    assert settled(old, {**old, "tried": 9, "date": "y"}, is_bounded=True)["date"] == "y"
