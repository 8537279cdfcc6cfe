"""Each row of the worklist opens the page on exactly what it counted, before and after the year is closed."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.stages import Cohort, Reach, Stage
from meritdesk.core.worklist import WorkItem, WorkKind
from meritdesk.sample_city.year import City
from meritdesk.services import Desk
from meritdesk.ui.assessment.deadlines_tab import DeadlinesTab
from meritdesk.ui.assessment.page import AssessmentPage
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.circulation_tab import CirculationTab
from meritdesk.ui.documents.print_tab import PrintTab
from meritdesk.ui.execution.actuals_tab import ActualsTab
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.overview.page import OverviewPage
from meritdesk.ui.overview.people_tab import PeopleTab
from meritdesk.ui.planning.page import PlanningPage
from meritdesk.ui.register.blockers_tab import BlockersPage
from meritdesk.ui.register.page import RegisterPage
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture(params=["agency-rated", "agency"])
def window(
    request: pytest.FixtureRequest,
    whole_city: City,
    lane: Lane,
    indonesian: Words,
    qtbot: QtBot,
    at_rest: Rest,
    tmp_path: object,
) -> MainWindow:
    store = whole_city.folder / request.param if request.param != "agency" else whole_city.agency
    copy = whole_city.folder / f"targets-{request.param}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(store, copy)
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(copy, whole_city.passphrase), opened.append)
    at_rest()
    window = MainWindow(opened[0], lane, indonesian)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.set_period(whole_city.period)
    window.go("overview", {"tab": "work"})
    at_rest()
    return window


def shown_people(window: MainWindow, item: WorkItem, at_rest: Rest) -> int:
    """How many the page of a row shows, all its blocks together."""
    room = window.page(item.room)
    page = room.tab(str(item.filters.get("tab", ""))) if item.filters.get("tab") else room
    if item.kind is WorkKind.NO_RATER:
        page = room.tab("blockers")
        assert isinstance(page, BlockersPage) and page.listing.arrangement.only("kind") == "blocks"
        return len(page.waiting_people())
    if item.room == "register":
        page = room.tab("staff")
        assert isinstance(page, RegisterPage)
        return page.listing.total
    if isinstance(page, PlanningPage):
        return page.listing.total
    if isinstance(page, ActualsTab):
        return len({line.person_id for line in page.table.lines})
    if isinstance(page, PrintTab):
        return page.listing.total
    if isinstance(page, PeopleTab):
        return len(page.table.lines)
    if isinstance(page, (DeadlinesTab, CirculationTab)):
        return page.table.rowCount()
    assert isinstance(page, AssessmentPage)
    people = 0
    for row in range(page.raters.table.rowCount()):
        page.raters.select(row)
        at_rest()
        people += len(page.table.lines)
    return people


def test_every_row_opens_exactly_what_it_counted(window: MainWindow, at_rest: Rest) -> None:
    overview = window.page("overview").tab("work")
    assert isinstance(overview, OverviewPage) and overview._work is not None
    items = [item for item in overview._work.items if item.cohort or item.kind is WorkKind.DUTY]
    assert items
    for item in items:
        if item.room == "handover":
            continue
        window.go(item.room, item.filters)
        at_rest()
        assert shown_people(window, item, at_rest) == item.count, item.kind


def test_a_unit_with_all_below_it_narrows_the_pages_too(window: MainWindow, at_rest: Rest) -> None:
    overview = window.page("overview").tab("work")
    assert isinstance(overview, OverviewPage) and overview._status is not None and overview._work is not None
    parents = {line.parent_id for line in overview._status.units}
    unit = max(
        (one for one in overview._status.units if one.parent_id and one.unit_id in parents), key=lambda one: one.due
    )
    overview.narrow({"unit": unit.unit_id})
    narrowed = overview._work.within(unit.unit_id, overview.unit.branch())
    assert narrowed.items
    for item in narrowed.items:
        if item.kind is WorkKind.DUTY or (item.cohort and item.room in ("planning", "documents")):
            window.go(item.room, {**item.filters, "unit_name": unit.name})
            at_rest()
            assert shown_people(window, item, at_rest) == item.count, item.kind


def test_the_people_of_every_cell_are_as_many_as_the_cell_says(window: MainWindow, at_rest: Rest) -> None:
    page = window.page("overview").tab("people")
    overview = window.page("overview").tab("work")
    assert isinstance(page, PeopleTab) and isinstance(overview, OverviewPage) and overview._status is not None
    whole = overview._status.whole
    for stage, done in (
        (Stage.PLAN, whole.plans),
        (Stage.ACTUALS, whole.with_actuals),
        (Stage.CLOSED, whole.closed),
        (Stage.PRINTED, whole.printed),
        (Stage.SIGNED, whole.signed),
        (Stage.SENT, whole.sent),
    ):
        for reach, count in ((Reach.DONE, done), (Reach.OPEN, whole.due - done)):
            assert window.period is not None
            window.go("overview", {"tab": "people", "cohort": Cohort(window.period, stage, reach)})
            at_rest()
            assert len(page.table.lines) == count
            assert all((stage in line.done) is (reach is Reach.DONE) for line in page.table.lines)
