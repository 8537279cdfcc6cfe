"""Laws that hold for any block and any row of deeds: copying loses nothing, and undo leads all the way back."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from meritdesk.core.blocks import read_block
from meritdesk.core.evaluation import OrgLevel, Rating
from meritdesk.messages import Messages
from meritdesk.messages.reading import folded, ways_to_say
from meritdesk.ui.grids.cells import Deed, Red, Typed
from meritdesk.ui.grids.red_memory import read, written
from meritdesk.ui.grids.steps import Step, Steps
from meritdesk.ui.wording import Words

from .conftest import make_sheet

TEXTS = st.text(max_size=6) | st.sampled_from(
    ['"', "\t", "\n", 'a "b"', "=1+1", "baris\ndua", "مرحبا", "👩‍👩‍👧", "'x", "1.234,5", " ", "buruk"]
)
ROW = st.tuples(TEXTS, TEXTS, TEXTS)
EDIT = st.tuples(
    st.sampled_from([Deed.TYPE, Deed.PASTE, Deed.CLEAR, Deed.FILL_DOWN]),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), TEXTS), min_size=1, max_size=5),
)
QUICK = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def without_returns(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@QUICK
@given(rows=st.lists(ROW, min_size=4, max_size=4))
def test_a_copied_block_pasted_on_itself_changes_nothing(qapp, rows):
    rows = [tuple(without_returns(text) for text in row) for row in rows]
    sheet = make_sheet(Words("id"), rows)
    sheet.block(0, 1, 3, 3)
    text = sheet.grid.copy()
    assert read_block(text) == tuple(rows)
    assert QGuiApplication.clipboard().text() == text
    sheet.keeper.enter([Typed(r, c + 1, cell) for r, row in enumerate(read_block(text)) for c, cell in enumerate(row)])
    assert [tuple(row) for row in sheet.values] == rows


@QUICK
@example(edits=[(Deed.TYPE, [(0, 1, "buruk"), (0, 1, "")])])
@given(edits=st.lists(EDIT, max_size=8))
def test_as_many_undos_as_deeds_lead_to_the_beginning_and_as_many_redos_to_the_end(qapp, edits):
    sheet = make_sheet(Words("id"), [("a", "b", ""), ("c", "", ""), ("", "f", ""), ("g", "h", "i")])

    def state():
        return [sheet.values, dict(sheet.table.reds), {key: text for key, text in sheet.writer.stored.items() if text}]

    states = [state()]
    for deed, cells in edits:
        before = sheet.keeper.steps.next_undo
        sheet.keeper.take([sheet.table.judge(Typed(*cell)) for cell in cells], deed)
        if sheet.keeper.steps.next_undo is not before:
            states.append(state())
    for wanted in reversed(states[:-1]):
        sheet.keeper.undo()
        assert state() == wanted
    for wanted in states[1:]:
        sheet.keeper.redo()
        assert state() == wanted


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_steps_walk_back_and_forth_and_never_past_their_ends(walk):
    steps, done, gone, made = Steps(), [], [], 0
    for one in walk:
        if one == "do":
            made += 1
            step = Step(Deed.TYPE, change_sets=[str(made)])
            steps.add(step)
            done.append(step)
            gone.clear()
        elif one == "undo":
            assert steps.undo() is (done[-1] if done else None)
            if done:
                gone.append(done.pop())
        else:
            assert steps.redo() is (gone[-1] if gone else None)
            if gone:
                done.append(gone.pop())
        assert steps.next_undo is (done[-1] if done else None)
        assert steps.next_redo is (gone[-1] if gone else None)


@given(st.dictionaries(st.tuples(st.text(max_size=4), st.text(max_size=4)), st.builds(Red, TEXTS, TEXTS), max_size=4))
def test_red_cells_survive_being_written_down(reds):
    assert read(written(reds)) == reds
    assert read("[1, 2]") == read("kacau") == {}


def test_a_level_is_read_from_its_words_and_initials_in_both_languages():
    ways = ways_to_say(OrgLevel)
    for language in ("id", "en"):
        for level in OrgLevel:
            assert ways[folded(Messages(language).label_of(level))] is level
    assert (ways["bp"], ways["k"], ways["vp"], ways["o"]) == (
        OrgLevel.NEEDS_IMPROVEMENT, OrgLevel.POOR, OrgLevel.VERY_POOR, OrgLevel.OUTSTANDING,
    )  # fmt: skip
    assert set(ways_to_say(Rating).values()) == set(Rating)
