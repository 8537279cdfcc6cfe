"""The paper of a plan: made in slices, filled anew for the next person, and never mixing two people's plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.people import EmploymentType
from meritdesk.core.periods import Period
from meritdesk.core.plan import Direction, PerformancePlan, ResultKind
from meritdesk.core.plan_editing import moved_result
from meritdesk.services import Desk
from meritdesk.services.planning.editor import OpenedPlan
from meritdesk.ui.background import Lane
from meritdesk.ui.planning.skp_fields import Place
from meritdesk.ui.planning.skp_paper import SkpPaper
from meritdesk.ui.wording import Words


@pytest.fixture
def shown(indonesian: Words, qtbot: QtBot) -> Iterator[SkpPaper]:
    paper = SkpPaper(indonesian)
    qtbot.addWidget(paper)
    paper.resize(800, 600)
    with qtbot.waitExposed(paper):
        paper.show()
    yield paper


def opened_plans(desk: Desk, period: Period) -> list[OpenedPlan]:
    editor = desk.planning.editor
    lines = editor.check_all(period.year, limit=40)
    return [editor.by_id(line.plan_id) for line in lines if line.plan_id]


def shape(opened: OpenedPlan) -> object:
    plan = opened.plan
    results = [(one.kind, one.number, len(one.indicators)) for one in plan.results]
    contract = opened.person.employment is EmploymentType.PPPK
    return plan.approach, plan.job_class, results, bool(opened.superiors), contract


@pytest.fixture
def alike(desk: Desk, lane: Lane, period: Period, qtbot: QtBot) -> tuple[OpenedPlan, OpenedPlan]:
    """Two people whose plans have the same parts."""
    with qtbot.waitCallback(timeout=20_000) as answer:
        lane.ask(lambda step: opened_plans(desk, period), answer)
    found: list[OpenedPlan] = answer.args[0]
    return next(
        (first, second)
        for first in found
        for second in found
        if first.person.person_id != second.person.person_id
        and shape(first) == shape(second)
        and len({result.kind for result in first.plan.results[:2]}) == 1 < len(first.plan.results)
    )


def wait(paper: SkpPaper, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not paper._making.is_working)


def test_the_sheet_comes_in_slices_and_the_next_person_fills_the_same_fields(shown, alike, qtbot) -> None:
    first, second = alike
    name, other = first.plan.results[0].result_id, second.plan.results[0].result_id
    shown.show_plan(first, first.plan, is_locked=False)
    assert shown._making.is_working and shown.widget() is not None
    before = shown.fields["result", name, "text"]
    assert not shown._making.is_working, "whoever asks for a field gets the whole sheet"
    assert before.toPlainText() == first.plan.results[0].text and ("annex", "CONSEQUENCES") in shown.fields
    shown.show_plan(second, second.plan, is_locked=False)
    assert not shown._making.is_working
    place = ("result", other, "text")
    field = shown.fields[place]
    assert field is before and field.toPlainText() == second.plan.results[0].text
    assert ("result", name, "text") not in shown.fields
    assert second.person.full_name in [label.text() for label in shown._heads]
    edited: list[tuple[PerformancePlan, Place]] = []
    shown.edited.connect(lambda plan, where: edited.append((plan, where)))
    field.setFocus()
    QTest.keyClicks(field, "x")
    plan, where = edited[-1]
    assert plan.plan_id == second.plan.plan_id and where == place
    assert plan.results[0].result_id == other and "x" in plan.results[0].text
    assert plan.results[1:] == second.plan.results[1:]
    shown.clear("nobody")
    assert shown.fields == {}
    shown.show_plan(second, second.plan, is_locked=True)
    text = shown.fields[place]
    assert text.isReadOnly() and text.toPlainText() == second.plan.results[0].text


def test_a_result_that_moves_keeps_the_keyboard_and_a_new_one_is_made_behind_the_sheet(shown, alike, qtbot) -> None:
    opened, _ = alike
    plan, name = opened.plan, opened.plan.results[0].result_id
    shown.show_plan(opened, plan, is_locked=False)
    wait(shown, qtbot)
    shown.fields["result", name, "text"].setFocus()
    shown.show_plan(opened, moved_result(plan, name, 1), is_locked=False)
    wait(shown, qtbot)
    assert shown.fields["result", name, "text"].toPlainText() == plan.results[0].text
    qtbot.waitUntil(lambda: shown.focused_place() == ("result", name, "text"))
    in_front = shown.widget()
    shown.edited.connect(lambda changed, _: shown.show_plan(opened, changed, is_locked=False))
    shown.add_result(ResultKind.MAIN)
    assert shown._making.is_working and shown.widget() is in_front
    wait(shown, qtbot)
    assert shown.widget() is not in_front and shown.plan is not None
    known = {result.result_id for result in plan.results}
    (new,) = (result for result in shown.plan.results if result.result_id not in known)
    qtbot.waitUntil(lambda: shown.focused_place() == ("result", new.result_id, "text"))


def test_the_direction_of_a_target_fits_its_column_and_drops_down_whole(shown, alike, indonesian, qtbot) -> None:
    opened = alike[0]
    shown.show_plan(opened, opened.plan, is_locked=False)
    box = next(field for place, field in shown.fields.items() if place[-1] == "direction")
    wait(shown, qtbot)
    for index in range(box.count()):
        assert box.fontMetrics().horizontalAdvance(box.itemText(index)) < box.width() - 28
        assert box.itemData(index, Qt.ItemDataRole.ToolTipRole) == indonesian.messages.label_of(
            Direction(box.itemData(index))
        )
    assert box.toolTip() == indonesian.messages.label_of(Direction(box.currentData()))
