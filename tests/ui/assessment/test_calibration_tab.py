"""The calibration tab: a session by keyboard from opening to minutes; nothing outside it changes before its end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView

from meritdesk.core.calibration import SessionState
from meritdesk.core.evaluation import Rating
from meritdesk.ui.assessment.calibration_tab import CalibrationPage
from meritdesk.ui.assessment.calibration_table import CalibrationTable, EntryColumn
from meritdesk.ui.assessment.session_table import SessionTable
from meritdesk.ui.grids.cells import Typed


@pytest.fixture
def page(desk, lane, words, rated_city, qtbot, at_rest):
    shown = CalibrationPage(desk, lane, words)
    qtbot.addWidget(shown)
    shown.resize(1166, 678)
    shown.show()
    shown.enter(rated_city.period)
    at_rest()
    return shown


@pytest.fixture
def opened(page, at_rest):
    """A session on the rater with the most people."""
    raters = page.desk.assessment.raters(page.period)
    unit = max(raters, key=lambda line: line.people).led_unit_id
    page.unit.setCurrentIndex(page.unit.findData(unit))
    page.open_session()
    at_rest()
    return page


def test_an_empty_period_says_what_to_do_first(page):
    assert page.middle.currentWidget() is page.empty and page.empty.text()
    assert page.start.isEnabled() and not page.finish.isEnabled()


def test_a_letter_changes_the_rating_and_asks_for_its_reason(opened, at_rest):
    table, grid = opened.table, opened.grid
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(opened.sessions, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = next(place for place, one in enumerate(table.lines) if one.result_before is Rating.MEETS)
    person = table.lines[row].person_id
    grid.setCurrentIndex(table.index(row, EntryColumn.RESULT))
    QTest.keyClick(grid, Qt.Key.Key_B)
    assert grid.currentIndex().column() == EntryColumn.REASON
    at_rest()
    assert opened.desk.assessment.calibration.show(opened._shown_id).session.changed == ()
    grid.setCurrentIndex(table.index(0, EntryColumn.NAME))
    opened.finish_session()
    assert table.lines[row].name.removesuffix(".") in opened.fault.text() and ".." not in opened.fault.text()
    assert grid.currentIndex() == table.index(row, EntryColumn.REASON)
    assert grid.state() is QAbstractItemView.State.EditingState
    table.setData(table.index(row, EntryColumn.REASON), "Target utama tidak tercapai")
    at_rest()
    session = opened.desk.assessment.calibration.show(opened._shown_id).session
    assert [one.person_id for one in session.changed] == [person]
    assert opened.fault.text() == ""


def test_undo_goes_back_through_what_was_saved_and_what_still_waited_for_its_reason(opened, at_rest):
    table = opened.table
    row = next(place for place, one in enumerate(table.lines) if one.result_before is Rating.MEETS)
    before = table.lines[row]
    opened.grid.setCurrentIndex(table.index(row, EntryColumn.RESULT))
    opened.keeper.enter((Typed(row, EntryColumn.RESULT, "di bawah"),))
    waiting = table.lines[row]
    opened.keeper.enter((Typed(row, EntryColumn.REASON, "Target utama tidak tercapai"),))
    at_rest()
    saved = table.lines[row]

    def stored():
        return opened.desk.assessment.calibration.show(opened._shown_id).session.entry_of(before.person_id)

    assert (stored().is_changed, stored().reason) == (True, "Target utama tidak tercapai")
    opened.keeper.undo()
    at_rest()
    opened.refresh()
    at_rest()
    assert (table.lines[row], stored()) == (waiting, before)
    opened.keeper.undo()
    at_rest()
    assert table.lines[row] == before
    opened.keeper.redo()
    opened.keeper.redo()
    at_rest()
    assert table.lines[row] == saved == stored()


def test_a_session_ends_in_one_step_that_can_be_undone_and_prints_its_minutes(opened, at_rest, qtbot, tmp_path):
    table = opened.table
    row = next(place for place, one in enumerate(table.lines) if one.result_before is Rating.MEETS)
    nip = table.lines[row].nip
    opened.keeper.enter((Typed(row, EntryColumn.RESULT, "A"),))
    opened.keeper.enter((Typed(row, EntryColumn.REASON, "Melampaui target"),))
    at_rest()
    opened.finish_session()
    at_rest()
    assert "ASM-145" in opened.fault.text()
    opened.present.appendPlainText("Wahyu = Kepegawaian")
    QTest.keyClicks(opened.notes, "Dibandingkan menurut kontribusi")
    opened.drafts.keep()
    at_rest()
    assert len(opened.desk.upkeep.drafts.offered()) == 1
    with qtbot.waitSignal(opened.offer_undo):
        opened.finish_session()
    at_rest()
    assert opened.desk.assessment.show(nip, opened.period).evaluation.result_rating is Rating.ABOVE
    assert opened.desk.upkeep.drafts.offered() == (), "what was typed beside it is stored with the session"
    assert opened._card.session.state is SessionState.HELD and not opened.finish.isEnabled()
    with qtbot.waitSignal(opened.message):
        opened.print_minutes(tmp_path / "cetak")
    at_rest()
    assert list((tmp_path / "cetak").glob("BAK-*.pdf"))


def test_models_keep_their_manners_when_empty(words):
    for table in (SessionTable(words), CalibrationTable(words, lambda *_: None)):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert table.rowCount() == 0
