"""Taking back and doing again, read from the journal."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.lines import ChangeLine
from meritdesk.core.undoing import UndoSteps, undo_steps

ME, OTHER = "saya", "orang lain"


class Book:
    """A journal as the store keeps it, newest first, with the clerk's keys on it."""

    def __init__(self) -> None:
        self.lines: list[ChangeLine] = []

    def write(self, verb: str = "register.import_staff", actor: str = ME, origin: str = "") -> str:
        number = len(self.lines) + 1
        undone = origin.removeprefix("undo:")
        self.lines = [
            ChangeLine(one.change_set_id, one.number, one.at, one.actor, one.verb, one.reason, one.origin, one.rows,
                       one.undone or one.change_set_id == undone)
            for one in self.lines
        ]  # fmt: skip
        line = ChangeLine(f"c{number}", number, datetime(2025, 1, 1, tzinfo=UTC), actor, verb, "", origin, 3, False)
        self.lines.insert(0, line)
        return line.change_set_id

    def steps(self) -> UndoSteps:
        return undo_steps(self.lines, ME, {"upkeep.backup"})

    def press(self, *, is_back: bool) -> str:
        step = self.steps().back if is_back else self.steps().again
        if step is None:
            return ""
        self.write("upkeep.undo", ME, f"undo:{step.change_set_id}")
        return step.change.change_set_id


def test_the_last_change_of_this_person_is_offered_and_notes_and_others_are_passed_over() -> None:
    book = Book()
    mine = book.write()
    book.write(actor=OTHER)
    book.write("upkeep.backup")
    step = book.steps().back
    assert step is not None and (step.change.change_set_id, step.change_set_id) == (mine, mine)
    assert book.steps().again is None


def test_what_was_taken_back_is_done_again_by_taking_the_taking_back_back() -> None:
    book = Book()
    first, second = book.write(), book.write()
    assert [book.press(is_back=True) for _ in range(3)] == [second, first, ""]
    assert [book.press(is_back=False) for _ in range(3)] == [first, second, ""]
    assert book.press(is_back=True) == second


def test_after_something_new_nothing_can_be_done_again() -> None:
    book = Book()
    first = book.write()
    book.press(is_back=True)
    book.write()
    assert book.steps().again is None
    assert book.press(is_back=True) != first


@given(st.lists(st.sampled_from(["write", "back", "again"]), max_size=24))
def test_back_and_again_behave_like_a_pile_of_steps(keys: list[str]) -> None:
    book, done, gone = Book(), [], []
    for key in keys:
        if key == "write":
            done.append(book.write())
            gone = []
        elif key == "back":
            expected = done.pop() if done else ""
            assert book.press(is_back=True) == expected
            gone += [expected] if expected else []
        else:
            expected = gone.pop() if gone else ""
            assert book.press(is_back=False) == expected
            done += [expected] if expected else []
