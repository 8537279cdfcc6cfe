"""The plans over a real desk: who has one, what it says, what is missing, and taking files over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.plan_list import PlanListLine
from meritdesk.core.validation.plan_rules import plan_faults
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.planning import PlanCard
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import SORT
from meritdesk.ui.planning.page import PlanningPage
from meritdesk.ui.planning.plan_sheet import plan_html
from meritdesk.ui.planning.plan_table import PlanColumn, PlanTable
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest, tmp_path: Path
) -> PlanningPage:
    newcomer = tmp_path / "pendatang.csv"
    newcomer.write_text("NIP BARU;NAMA;UNOR NAMA\n199203042016012005;Belum Berunit;Dinas Antah\n", encoding="utf-8")
    lane.ask(lambda step: desk.register.import_staff(newcomer))
    page = PlanningPage(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(lambda changes: page.mark_stale())
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    return page


def a_card(page: PlanningPage, lane: Lane, at_rest: Rest) -> PlanCard:
    line = next(line for line in lines(page) if line.state is PlanState.FIXED)
    found: list[PlanCard] = []
    assert page.period is not None
    plan_year = page.period.year
    lane.ask(lambda step: page.desk.planning.show(line.nip, plan_year), found.append)
    at_rest()
    return found[0]


def lines(page: PlanningPage) -> list[PlanListLine]:
    found = [page.table.line(row) for row in range(page.table.rowCount())]
    return [line for line in found if line is not None]


def test_everybody_who_must_have_a_plan_is_listed_with_its_state(page: PlanningPage) -> None:
    assert page.table.rowCount() > 20
    states = {line.state for line in lines(page)}
    assert PlanState.FIXED in states
    assert page.words.number(page.table.rowCount()) in page.totals.text()


def test_the_sheet_shows_results_measures_behaviour_and_annexes(page: PlanningPage, lane: Lane, at_rest: Rest) -> None:
    card = a_card(page, lane, at_rest)
    page.view.choose_row(page.table.rows_of({card.person.person_id})[card.person.person_id])
    at_rest()
    text = " ".join(page.sheet.toPlainText().split())
    for result in card.plan.results:
        assert " ".join(result.text.split()) in text
        for indicator in result.indicators:
            assert " ".join(indicator.text.split()) in text
    for annex in (*card.plan.resources, *card.plan.accountability, *card.plan.consequences):
        assert " ".join(annex.split()) in text


def test_a_person_without_a_plan_gets_the_next_step_instead(page: PlanningPage, at_rest: Rest) -> None:
    page.narrow({"missing": True})
    at_rest()
    assert page.table.rowCount() > 0
    assert all(line.state is not PlanState.FIXED for line in lines(page))
    assert "PLN-101" in page.sheet.toPlainText()


def test_those_without_actuals_are_found_on_call(page: PlanningPage, at_rest: Rest) -> None:
    page.narrow({"missing_actuals": True})
    at_rest()
    assert page.table.rowCount() > 0
    assert all(line.actuals == 0 for line in lines(page))
    page.narrow({"missing": True, "search": "tidak ada yang bernama begini"})
    at_rest()
    assert page.listing.stack.currentIndex() == 1


def test_faults_stand_on_top_with_what_to_do(page: PlanningPage, lane: Lane, at_rest: Rest) -> None:
    card = a_card(page, lane, at_rest)
    bare = replace(card.plan, results=(), resources=(), state=PlanState.DRAFT)
    html = plan_html(PlanCard(card.person, bare, plan_faults(bare)), page.words)
    for code in plan_faults(bare):
        assert code in html
        assert page.words.messages.refusal(code)[1] in html
    assert html.index("V-04") < html.index("<table")
    assert page.words.day(bare.starts) in html, "the months stand in the language of the window"


def test_words_of_a_file_cannot_become_markup(page: PlanningPage, lane: Lane, at_rest: Rest) -> None:
    card = a_card(page, lane, at_rest)
    results = (replace(card.plan.results[0], text="<img src=x> & <b>"),)
    html = plan_html(replace(card, plan=replace(card.plan, results=results)), page.words)
    assert "<img" not in html
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;" in html


@pytest.mark.parametrize(("chosen", "stem"), [(0, "skp"), (1, "realisasi")])
def test_a_second_import_changes_nothing(
    page: PlanningPage, whole_city: year.City, at_rest: Rest, chosen: int, stem: str
) -> None:
    dialog = page.open_import(chosen)
    dialog.open_file(next((whole_city.folder / "files").glob(f"{stem}.*")))
    at_rest()
    assert dialog.preview.table.rowCount() > 0
    assert not dialog.start.isVisible()
    dialog.close()


def test_the_list_of_plans_holds_under_the_bench(qtbot: QtBot) -> None:
    table = PlanTable(Words("id"))
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    line = PlanListLine("p", "", "Orang", "", "Unit", "", PlanState.DRAFT, 3, 1)
    table.start(3, {0: [line, replace(line, person_id="q", state=None), replace(line, person_id="r")]})
    table.retranslate()
    assert table.index(1, PlanColumn.INDICATORS).data() == ""
    assert table.index(1, PlanColumn.INDICATORS).data(SORT) is None
    assert table.rows_of({"r"}) == {"r": 2}
