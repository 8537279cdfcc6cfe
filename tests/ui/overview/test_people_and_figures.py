"""The people behind a count lead to where each is done; every chart stands on one page, of a unit or of all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.figures import FigureKind
from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort, Reach, Stage
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.overview.figures_tab import FiguresTab
from meritdesk.ui.overview.people_tab import PeopleTab
from meritdesk.ui.overview.people_table import CohortColumn
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def people(desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> PeopleTab:
    page = PeopleTab(desk, lane, indonesian)
    qtbot.addWidget(page)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    page.narrow({"cohort": Cohort(period, Stage.CLOSED, Reach.DONE)})
    at_rest()
    return page


def test_a_person_is_opened_where_his_stage_is_done(people: PeopleTab, qtbot: QtBot) -> None:
    QAbstractItemModelTester(people.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people.view.setFocus()
    with qtbot.waitSignal(people.go_to) as signal:
        QTest.keyClick(people.view, Qt.Key.Key_Return)
    assert signal.args == ["assessment", {"tab": "ratings", "nip": people.table.lines[0].nip}]
    with qtbot.waitSignal(people.go_to) as signal:
        QTest.keyClick(people.view, Qt.Key.Key_Backspace)
    assert signal.args == ["overview", {"tab": "work"}]


def test_all_of_them_are_opened_at_once_as_a_cohort(people: PeopleTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.go_to) as signal:
        people.open_all.click()
    room, filters = signal.args
    assert room == "assessment" and filters["cohort"] == people.cohort()


def test_the_search_narrows_what_is_shown_and_says_so(people: PeopleTab, at_rest: Rest) -> None:
    first, everybody = people.table.lines[0], people.listing.total
    people.narrow({"search": first.nip})
    at_rest()
    assert [line.nip for line in people.table.lines] == [first.nip]
    assert people.listing.summary.text().startswith(f"1 dari {people.words.number(everybody)}")
    people.narrow({"search": "nobody at all"})
    at_rest()
    assert people.listing.total == 0 and people.listing.empty.text() and not people.open_one.isEnabled()


def test_the_list_is_sorted_filtered_by_unit_and_taken_along(people: PeopleTab, at_rest: Rest, tmp_path: Path) -> None:
    unit = people.table.lines[0].unit_name
    people.listing.keep("unit", [unit])
    people.listing.sort_by(CohortColumn.NIP)
    at_rest()
    shown = people.table.lines
    assert {line.unit_name for line in shown} == {unit} and len(shown) < len(people._lines)
    assert [line.nip for line in shown] == sorted(line.nip for line in shown)
    people.listing.commands.export(tmp_path / "orang.csv")
    at_rest()
    assert (tmp_path / "orang-LATIHAN.csv").exists(), "a list of a practice store says in its name what it is"


@pytest.fixture
def figures(desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> FiguresTab:
    page = FiguresTab(desk, lane, indonesian)
    qtbot.addWidget(page)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


def test_every_chart_there_is_stands_on_the_page(figures: FiguresTab, desk: Desk) -> None:
    assert tuple(figures.panels) == desk.overview.figures.kinds
    for kind, panel in figures.panels.items():
        assert panel.figure is not None and panel.figure.kind is kind
        assert panel.chart is not None and panel.view.accessibleDescription()


def test_a_unit_narrows_every_chart(figures: FiguresTab, desk: Desk, period: Period, at_rest: Rest) -> None:
    unit = max((one for one in desk.overview.status(period).units if one.parent_id), key=lambda one: one.closed)
    figures.narrow({"unit": unit.unit_id})
    at_rest()
    figure = figures.panels[FigureKind.DISTRIBUTION].figure
    assert figure is not None and figure.unit_id == unit.unit_id
    assert sum(int(value or 0) for value in figure.series[0].values) == unit.closed


def test_a_chart_becomes_a_table_is_saved_and_its_numbers_taken_along(
    figures: FiguresTab, at_rest: Rest, tmp_path: Path
) -> None:
    panel = figures.panels[FigureKind.DISTRIBUTION]
    panel.switch()
    assert panel.stack.currentWidget() is panel.table_view and panel.table.rowCount() == 5
    panel.switch()
    said: list[str] = []
    failed: list[Exception] = []
    panel.said.connect(said.append)
    panel.failed.connect(failed.append)
    panel.save_to(tmp_path / "grafik.png")
    panel.export_to(tmp_path / "angka.csv")
    at_rest()
    panel.save_to(tmp_path / "grafik.doc")
    assert len(said) == 2 and (tmp_path / "angka-LATIHAN.csv").exists()
    assert [getattr(one, "code", "") for one in failed] == ["OVR-103"]


def test_charts_go_to_the_dialog_of_the_printer(figures: FiguresTab, qtbot: QtBot, at_rest: Rest) -> None:
    dialog = figures.print_everything()
    assert dialog is not None
    qtbot.addWidget(dialog)
    at_rest()
    assert dialog.preview.file is not None and dialog.preview.file.count >= 1
    dialog.reject()
