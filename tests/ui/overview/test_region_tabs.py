"""The regional board in the window: every tab in both languages, and by keys from a number to the sheet."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from meritdesk import bootstrap
from meritdesk.core.discipline import SanctionLevel
from meritdesk.core.evaluation import PackRef
from meritdesk.core.merit import MeritAssessment
from meritdesk.core.periods import parse_period
from meritdesk.core.summaries import SanctionCount
from meritdesk.messages.manual import read_manual
from meritdesk.sample_city import region as sample
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.overview.region_merit_tab import MeritColumn
from meritdesk.ui.overview.region_tables import RegionColumn
from meritdesk.ui.rooms import REGION_TABS, TABS, make_page

YEAR = parse_period("2025")
NOW = datetime(2026, 2, 20, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return sample.found_region(tmp_path_factory.mktemp("region"), governments=4, staff=14, clock=lambda: NOW)


@pytest.fixture
def regional(store, lane, at_rest):
    opened = []
    lane.open(lambda: bootstrap.open_desk(store, sample.PASSPHRASE, clock=lambda: NOW), opened.append)
    at_rest()
    return opened[0]


@pytest.fixture
def room(regional, lane, words, qtbot):
    page = make_page("overview", regional, lane, words)
    qtbot.addWidget(page)
    page.resize(1216, 700)
    page.go_to.connect(lambda room, filters: page.narrow(filters))
    page.show()
    page.enter(YEAR)
    return page


def test_every_tab_shows_its_lines_and_every_number_leads_to_a_sheet(room, at_rest):
    for key in ("region", "region_spread", "region_trends", "region_kpi"):
        room.choose(key)
        at_rest()
        tab = room.tab(key)
        assert tab.listing.total and tab.title.text()
        QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    spread = room.tab("region_spread")
    QAbstractItemModelTester(spread.outlier_table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kpi = room.tab("region_kpi")
    kpi.origin()
    at_rest()
    assert "realisasi_unit.csv" in kpi.why.toPlainText()
    board = room.tab("region")
    board.listing.view.setCurrentIndex(board.table.index(0, RegionColumn.CLOSED))
    board.people()
    at_rest()
    people = room.tab("region_people")
    assert room.keys[room.bar.currentIndex()] == "region_people"
    assert people.listing.total == board.board.lines[0].complete.counts.closed
    assert room.focusWidget() is people.listing.view, "Enter draws the sheet at once, and leads not back"
    assert "penilaian.csv" in people.why.toPlainText() and "3301/PC01" in people.why.toPlainText()
    people.sheet()
    at_rest()
    dialog = people.findChild(PaperDialog)
    assert dialog is not None
    dialog.reject()
    people.back()
    assert room.keys[room.bar.currentIndex()] == "region"


def test_the_board_is_printed_and_the_first_look_behind_says_what_to_do(room, at_rest):
    room.choose("region_people")
    at_rest()
    assert room.tab("region_people").listing.empty.text()
    room.choose("region")
    at_rest()
    room.tab("region").print_board()
    at_rest()
    dialog = room.tab("region").findChild(PaperDialog)
    assert dialog is not None
    dialog.reject()


def test_honours_and_credit_letters_of_all_governments_lead_to_sheets_and_paper(room, at_rest):
    for key, facets, opened in (("region_awards", 4, "sheet"), ("region_credit", 3, "sheet")):
        room.choose(key)
        at_rest()
        tab = room.tab(key)
        QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert tab.listing.total and len(tab.listing.chips.facets) == facets
        assert "3301/PC01" in tab.why.toPlainText(), "the package that brought it stands beside the chosen line"
        for deed in (opened, "print_honours" if key == "region_awards" else "print_accounts"):
            getattr(tab, deed)()
            at_rest()
            dialog = tab.findChild(PaperDialog)
            assert dialog is not None and tab.refusal.isHidden()
            dialog.reject()
            dialog.setParent(None)
    awards = room.tab("region_awards")
    awards.listing.choose(lambda line: line.suggested)
    at_rest()
    assert awards.listing.current().suggested in awards.why.toPlainText()


def test_a_group_that_stands_out_is_opened_with_its_people(room, at_rest):
    room.choose("region_trends")
    at_rest()
    trends = room.tab("region_trends")
    trends.people()
    at_rest()
    assert room.tab("region_people").listing.total


@pytest.mark.parametrize("words", ["id"], indirect=True)
def test_twelve_governments_stand_side_by_side_with_what_each_fixed_and_handed_over(
    tmp_path, lane, words, qtbot, at_rest
):
    sample.make_store(tmp_path / "region", lambda: NOW)
    opened = []
    lane.open(lambda: bootstrap.open_desk(tmp_path / "region", sample.PASSPHRASE, clock=lambda: NOW), opened.append)
    at_rest()
    around = opened[0].overview.around
    for place, name in enumerate(sample.NAMES):
        government = sample.make_government(place, 3, YEAR, random.Random(place))
        sample.introduce(opened[0], government)
        if place == len(sample.NAMES) - 1:
            continue
        index = Decimal(200 + 10 * place) if place != 5 else None
        kept = MeritAssessment(
            f"m{place}", 2025, PackRef("merit-2025", "d"), index=index, category="BAIK" if index else "",
            aspect_values={"A1": Decimal(40 + place)}, fixed_on=NOW.date() if index else None, fixed_by=name,
        )  # fmt: skip
        with around.store.writing(around.actor, "handover.receive", agency_code=government.code) as work:
            work.merit.save([kept])
            work.summaries.save_sanction_counts([SanctionCount(2025, SanctionLevel.SEVERE, place + 1)])
            work.commit()
    room = make_page("overview", opened[0], lane, words)
    qtbot.addWidget(room)
    room.resize(1216, 700)
    room.show()
    room.enter(YEAR)
    room.choose("region_merit")
    at_rest()
    tab = room.tab("region_merit")
    QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tab.listing.total == 12
    shown = [[tab.table.shown(line, column) for column in MeritColumn] for line in tab.table.lines]
    by_index = [line.index for line in tab.table.lines if line.index is not None]
    assert by_index == sorted(by_index, reverse=True) and by_index[0] == 300
    assert sum(line.pack_id == "" for line in tab.table.lines) == 1, "who handed nothing over has a line all the same"
    assert all(all(cell for cell in cells) for cells in shown if cells[MeritColumn.INDEX] != "–")
    best = next(line for line in tab.table.lines if line.index == by_index[0])
    tab.listing.choose(lambda line: line is best)
    at_rest()
    told = tab.why.toPlainText()
    assert ("Kabupaten Blora" in told and "A1: 50" in told and ": berat 11" in told) or ": severe 11" in told


def test_an_agency_does_not_see_the_tabs_of_the_region(desk, lane, indonesian, qtbot):
    for name in REGION_TABS:
        page = make_page(name, desk, lane, indonesian)
        qtbot.addWidget(page)
        assert page.keys == tuple(tab.key for tab in TABS[name])


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_manual_explains_every_tab_of_the_region(language):
    known = read_manual(language).anchors
    assert {f"{room}-{tab.key}" for room, tabs in REGION_TABS.items() for tab in tabs} <= set(known)
    assert Path(f"docs/manual/{language}/overview.md").exists()
