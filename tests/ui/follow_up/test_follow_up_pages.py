"""Tindak lanjut: three lists that say why each line stands there, and lead to where something is done about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import PaperKind
from meritdesk.core.follow_up import HAS_POINTS, CreditState, GuidanceState
from meritdesk.core.guidance import Training
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.services.execution.guidance import GuidanceDraft
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.credit_tab import CreditTab
from meritdesk.ui.follow_up.guidance_tab import GuidanceNeedTab
from meritdesk.ui.follow_up.objections_tab import OpenObjectionsTab
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import make_page
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def room(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest):
    room = make_page("follow_up", desk, lane, words)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("guidance")
    room.enter(period)
    at_rest()
    return room


def tab_of(room, key: str, kind, at_rest: Rest):
    room.choose(key)
    at_rest()
    page = room.tab(key)
    assert isinstance(page, kind)
    return page


def led(page) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    page.go_to.connect(lambda place, filters: heard.append((place, filters)))
    return heard


def test_whoever_is_to_be_guided_is_listed_with_the_reason_and_the_way(room, desk, period, at_rest, qtbot):
    page = tab_of(room, "guidance", GuidanceNeedTab, at_rest)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    needs = desk.follow_up.guidance.board(period).needs
    assert needs and page.listing.total == len(needs)
    first = page.current()
    assert first is not None and first.person.full_name in page.why.toPlainText()
    assert "FOL-101" in page.why.toPlainText() and "FOL-102" in page.why.toPlainText()
    heard = led(page)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    page.deeds["show_evaluation"].trigger()
    assert heard == [
        ("execution", {"tab": "guidance", "nip": first.person.nip}),
        ("assessment", {"tab": "ratings", "nip": first.person.nip}),
    ]


def test_a_record_that_is_written_elsewhere_moves_the_line_on_by_itself(room, desk, lane, period, at_rest):
    page = tab_of(room, "guidance", GuidanceNeedTab, at_rest)
    need = page.current()
    after = max(need.since, desk.teams.today()) if need.since <= desk.teams.today() else None
    if after is None:
        pytest.skip("the year is not over on this clock")
    draft = GuidanceDraft(after, Training("Penulisan laporan"), guide_name="BKPSDM")
    lane.ask(lambda step: desk.execution.guidance.add(need.person.person_id, draft))
    at_rest()
    moved = next(line for line in page.lines if line.person.nip == need.person.nip)
    assert moved.state is GuidanceState.GUIDED and "FOL-103" in page.why.toPlainText()
    page.narrow({"state": GuidanceState.MISSING.value})
    at_rest()
    assert need.person.nip not in {line.person.nip for line in page.table.lines}


@pytest.mark.parametrize(("year", "code"), [(2026, "FOL-110"), (2021, "ASM-110")])
def test_a_year_without_closed_evaluations_or_before_the_law_says_what_to_do(room, words, at_rest, year, code):
    room.enter(Period(year, PeriodKind.YEAR))
    page = tab_of(room, "guidance", GuidanceNeedTab, at_rest)
    assert page.listing.total == 0 and not page.deeds["record_guidance"].isEnabled() and page.why.isHidden()
    if code == "ASM-110":
        assert not page.refusal.isHidden()
    else:
        said = words.messages.sentence(code, {"period": words.period(Period(year, PeriodKind.YEAR))})
        assert page.listing.empty.text() == said


def test_open_objections_of_all_periods_lead_to_the_period_they_are_about(
    desk, lane, words, period, qtbot, at_rest, whole_city
):
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.show()
    window.set_period(Period(period.year, PeriodKind.QUARTER, 4))
    window.go("follow_up", {"tab": "objections"})
    at_rest()
    page = window.page("follow_up").tab("objections")
    assert isinstance(page, OpenObjectionsTab)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = [one for one in desk.assessment.objections.lines() if one.objection.period.year == period.year]
    assert len(page.lines) == len(lines)
    page.listing.clear()
    at_rest()
    assert page.listing.total == len(lines)
    if not lines:
        assert page.listing.empty.text() and not page.deeds["open_objection"].isEnabled()
        return
    page.open_objection()
    at_rest()
    assert window.room == "assessment" and window.period == page.lines[0].objection.period


def test_points_are_listed_with_how_they_were_reckoned(room, words, at_rest):
    page = tab_of(room, "credit", CreditTab, at_rest)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.listing.total and page.current().state in HAS_POINTS
    told = page.why.toPlainText()
    assert words.messages.reason(page.current().card.found.lines[0].reason) in told and "FOL-108" in told
    without = [line for line in page.lines if line.state not in HAS_POINTS]
    if without:
        page.narrow({"state": without[0].state.value})
        at_rest()
        assert without[0].why.code in page.why.toPlainText() and not page.buttons["show_sheet"].isEnabled()
        assert page.open_sheet() is None
    page.narrow({"state": CreditState.PRINTED.value})
    at_rest()
    assert page.listing.total == 0


def test_selected_officials_are_printed_into_one_file_and_move_on(room, desk, at_rest, tmp_path):
    page = tab_of(room, "credit", CreditTab, at_rest)
    heard: list[str] = []
    page.message.connect(heard.append)
    page.narrow({"state": CreditState.TO_PRINT.value})
    at_rest()
    count = page.listing.total
    page.view.selectAll()
    assert len(page.selected_nips()) == count
    page.print_into(tmp_path)
    at_rest()
    assert len(list(tmp_path.glob("AK-*.pdf"))) == 1 and desk.documents.count() == count and len(heard) == 1
    assert sum(line.state is CreditState.PRINTED for line in page.lines) == count
    assert page.listing.total == 0


def test_the_sheet_of_one_is_seen_and_printed_and_a_sum_is_another_sheet(room, desk, at_rest, tmp_path):
    page = tab_of(room, "credit", CreditTab, at_rest)
    page.sort.setCurrentIndex(page.sort.findData(PaperKind.CREDIT_SUM))
    page.sort.activated.emit(page.sort.currentIndex())
    page.since.setValue(page.period.year)
    at_rest()
    assert page.first_year == page.period.year and not page.since.isHidden()
    dialog = page.open_sheet()
    assert dialog is not None
    at_rest()
    assert dialog.preview.pages.rowCount() == 1 and page.current().person.full_name in dialog.windowTitle()
    dialog.print_into(tmp_path)
    at_rest()
    assert len(list(tmp_path.glob("AAK-*.pdf"))) == 1
    dialog.close()
    assert sum(line.state is CreditState.PRINTED for line in page.lines) == 1


def test_years_before_the_credit_rules_are_refused_in_words(room, at_rest):
    page = tab_of(room, "credit", CreditTab, at_rest)
    room.enter(Period(2022, PeriodKind.YEAR))
    at_rest()
    assert page.listing.total == 0 and not page.refusal.isHidden()
