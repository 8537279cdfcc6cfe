"""The tabs of working time on a month that the sample city has lived: listed, explained, validated, locked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from meritdesk.core.activity import EntryState
from meritdesk.core.attendance_rules import Hours
from meritdesk.ui.execution.activity_tab import ActivityTab, MinutesTab
from meritdesk.ui.execution.attendance_tab import AttendanceTab
from meritdesk.ui.execution.time_dialogs import EnterDialog, RefuseDialog, ShiftDialog, minute_of
from meritdesk.ui.execution.time_registers import AbsenceTab, LettersTab, MachinesTab, ShiftsTab
from meritdesk.ui.wording import Words

TABS = (AttendanceTab, LettersTab, AbsenceTab, ShiftsTab, MachinesTab, ActivityTab, MinutesTab)


@pytest.fixture
def shown(desk, lane, at_rest, period, qapp):
    pages = []

    def show(kind, language="id"):
        page = kind(desk, lane, Words(language))
        pages.append(page)
        page.resize(1180, 640)
        page.show()
        page.enter(period)
        at_rest()
        return page

    yield show
    for page in pages:
        page.close()


def test_every_tab_lists_the_month_in_both_languages_and_its_model_is_sound(shown):
    for kind in TABS:
        page = shown(kind)
        QAbstractItemModelTester(page.table)
        said = page.title.text()
        assert page.lines or kind is ShiftsTab
        page.words.set_language("en")
        assert page.title.text() != said, kind


def test_the_recap_says_why_each_day_counts_and_a_correction_can_be_undone(shown, at_rest):
    page = shown(AttendanceTab)
    assert page.month.code == "2025-12" and page.why.toPlainText().count("Hadir") > 5
    undone = []
    page.offer_undo.connect(lambda said, change: undone.append(change))
    dialog = page.open_correct()
    dialog.day.show_day(date(2025, 12, 1))
    dialog.came.setText("9.45")
    assert not dialog.is_complete()
    dialog.reason.setText("mesin mati")
    assert dialog.is_complete()
    dialog.accept()
    at_rest()
    assert len(undone) == 1


def test_a_month_is_locked_and_opened_with_a_reason(shown, at_rest):
    page = shown(AttendanceTab)
    page.turn_lock()
    at_rest()
    page.refresh()
    at_rest()
    assert page.closing is not None and not page.buttons["correct_day"].isEnabled()
    dialog = page.turn_lock()
    dialog.reason.setText("berkas susulan")
    dialog.accept()
    at_rest()
    page.refresh()
    at_rest()
    assert page.closing is None


def test_the_selected_activities_are_validated_refused_and_opened_again(shown, at_rest):
    page = shown(ActivityTab)

    def state():
        page.refresh()
        at_rest()
        return page.current().entry.state

    page.view.choose_row(0)
    key = page.current().key
    dialog = page.open_refuse()
    assert isinstance(dialog, RefuseDialog)
    dialog.accept()
    at_rest()
    assert state() is EntryState.REFUSED and page.current().key == key
    page.open_again()
    at_rest()
    assert state() is EntryState.OPEN
    page.validate()
    at_rest()
    assert state() in {EntryState.VALIDATED, EntryState.REFUSED}


def test_minutes_tell_whom_to_remind(shown):
    page = shown(MinutesTab)
    assert page.reminders.waiting and "6.000" in page.why.toPlainText()


def test_hours_are_typed_as_offices_write_them(shown, lane, desk):
    assert [minute_of(text) for text in ("7.30", "07:30", "0730", "25.00", "pagi")] == [450, 450, 450, None, None]
    dialog = ShiftDialog(Words("id"), None)
    assert not dialog.is_complete()
    dialog.code.setText("malam")
    dialog.name.setText("Dinas malam")
    dialog.days[0].setText("21.00-07.00")
    assert dialog.is_complete() and dialog.answer().week[0] == Hours(1260, 1860)
    dialog.days[1].setText("21.00")
    assert not dialog.is_complete()
    rows = EnterDialog(desk, lane, Words("id"), None, date(2025, 12, 1))
    for place, text in enumerate(("2-12-2025", "8.00", "7.00", "Rapat")):
        item = rows.grid.item(0, place) or type(rows.grid.item(0, 0))()
        rows.grid.setItem(0, place, item) if rows.grid.item(0, place) is None else None
        item.setText(text)
    assert not rows.is_complete() and "1" in rows.told.text()


def test_a_month_of_activities_is_pasted_from_a_spreadsheet(desk, lane, qapp):
    rows = EnterDialog(desk, lane, Words("id"), None, date(2025, 12, 1))
    block = "".join(f"{day}-12-2025\t8.00\t10.00\tRapat {day}\t\r\n" for day in range(1, 32))
    qapp.clipboard().setText(block)
    rows.grid.setCurrentIndex(rows.grid.model().index(0, 0))
    rows.grid.item(0, 0).setText("")
    rows.grid.paste_block()
    assert [row.on.day for row in rows.answer()] == list(range(1, 32))
    assert not rows.told.text()


@pytest.mark.parametrize("kind", TABS)
def test_a_key_that_comes_before_the_period_is_known_does_nothing(kind, desk, lane, qapp, monkeypatch):
    page = kind(desk, lane, Words("id"))
    opened = []
    monkeypatch.setattr(page, "show_dialog", lambda *_, **__: opened.append(True))
    for action in page.deeds.values():
        action.setEnabled(True)
        action.trigger()
    assert page.period is None and not opened
