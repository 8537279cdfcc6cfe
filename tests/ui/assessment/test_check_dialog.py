"""The check in the window: window of the period, findings with what blocks first, and nothing written."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from meritdesk.core.lines import RatingQuery
from meritdesk.services.assessment.checking import PeriodCheck
from meritdesk.ui.assessment.check_dialog import CheckDialog, FindingColumn
from meritdesk.ui.assessment.page import AssessmentPage


def test_the_check_lists_the_incomplete_before_who_stands_out(desk, lane, words, rated_city, qtbot, at_rest):
    period = rated_city.period
    rater = desk.assessment.raters(period)[0]
    someone = desk.assessment.grid(RatingQuery(period.code, period.year, rater_id=rater.rater_id))[0]
    desk.assessment.rate(someone.person_id, period, None, None)
    page = AssessmentPage(desk, lane, words)
    qtbot.addWidget(page)
    page.show()
    page.enter(period)
    at_rest()
    page.open_check()
    at_rest()
    dialog = page.check_dialog
    QAbstractItemModelTester(dialog.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = dialog.table.lines[0]
    assert first.blocks and first.name == someone.name and "V-64" in first.told
    assert first.unit in {unit.name for unit in desk.register.units()}, "whom to ask is said of each"
    assert any(not line.blocks for line in dialog.table.lines)
    assert dialog.table.shown(first, FindingColumn.TOLD).startswith("⚠")
    assert "2026" in dialog.told.text()
    assert desk.assessment.checking.period(period).closed == 0


def test_a_clean_period_says_so(words, rated_city, qtbot):
    dialog = CheckDialog(words, rated_city.period, PeriodCheck(0, 0, (), (), ()), None)
    qtbot.addWidget(dialog)
    assert not dialog.empty.isHidden() and dialog.view.isHidden()
