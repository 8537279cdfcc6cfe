"""Pengaturan and Hari libur: what the office decides, seen with its help, changed by hand or file, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.working_days import HolidayKind
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.upkeep.holiday_table import HolidayTable
from meritdesk.ui.upkeep.holidays_tab import HolidayDialog, HolidaysTab
from meritdesk.ui.upkeep.settings_tab import SettingsTab
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


def shown(page: SettingsTab | HolidaysTab, lane: Lane, period: Period, qtbot: QtBot, at_rest: Rest) -> None:
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()


@pytest.fixture
def settings(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> SettingsTab:
    page = SettingsTab(desk, lane, words)
    shown(page, lane, period, qtbot, at_rest)
    return page


@pytest.fixture
def holidays(desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Rest) -> HolidaysTab:
    page = HolidaysTab(desk, lane, words)
    shown(page, lane, Period(2026, PeriodKind.YEAR), qtbot, at_rest)
    return page


def test_every_setting_has_a_field_a_name_and_a_help(settings: SettingsTab) -> None:
    assert len(settings.fields) == len(settings._lines) > 8
    for line in settings._lines:
        assert ":" not in settings._names[line.name].text()
        assert len(settings._helps[line.name].text()) > 30
    assert not settings.save.isEnabled()


def test_changed_settings_are_saved_together_and_offered_for_undo(
    settings: SettingsTab, at_rest: Rest, qtbot: QtBot
) -> None:
    week, days = settings.fields["working_week"], settings.fields["window_closes_after"]
    words = settings.fields["absolute_words"]
    assert isinstance(week, QComboBox) and isinstance(days, QSpinBox) and isinstance(words, QLineEdit)
    week.setCurrentIndex(week.findData("SIX"))
    days.setValue(14)
    words.setText("semua")
    assert settings.save.isEnabled()
    with qtbot.waitSignal(settings.offer_undo) as offered:
        settings.store()
        at_rest()
    assert offered.args[1]
    stored = {line.name: line.value for line in settings._lines}
    assert (stored["working_week"], stored["window_closes_after"], stored["absolute_words"]) == ("SIX", "14", "semua")
    assert not settings.save.isEnabled()


def test_discarding_puts_every_field_back(settings: SettingsTab) -> None:
    week = settings.fields["working_week"]
    assert isinstance(week, QComboBox)
    week.setCurrentIndex(week.findData("SIX"))
    settings.show_again()
    assert week.currentData() == "FIVE" and not settings.revert.isEnabled()
    settings.words.set_language("en" if settings.words.language == "id" else "id")
    assert len(settings.save.text()) > 3


def test_the_table_of_the_year_shows_doubts_and_an_unknown_year_says_what_to_do(holidays: HolidaysTab) -> None:
    assert len(holidays.table.lines) == 25
    assert any(holidays.table.remarks(line) for line in holidays.table.lines)
    holidays.year.setCurrentIndex(holidays.year.findData(2027))
    assert holidays.listing.empty.isVisible() and len(holidays.listing.empty.text()) > 40


def test_a_day_is_worked_on_and_put_back_as_published(holidays: HolidaysTab, at_rest: Rest) -> None:
    holidays.view.setCurrentIndex(holidays.table.index(2, 0))
    line = holidays.chosen()
    assert line is not None and line.holiday.day == date(2026, 2, 16) and not holidays.restore.isEnabled()
    holidays.toggle_chosen()
    at_rest()
    line = holidays.chosen()
    assert line is not None and not line.holiday.is_kept and line.is_own and holidays.restore.isEnabled()
    holidays.restore_chosen()
    at_rest()
    line = holidays.chosen()
    assert line is not None and line.holiday.is_kept and not line.is_own


def test_a_day_of_the_office_is_added_and_changed(holidays: HolidaysTab, at_rest: Rest) -> None:
    holidays.open_new()
    dialog = holidays.findChild(HolidayDialog)
    assert isinstance(dialog, HolidayDialog)
    dialog.day.setDate(dialog.day.date().fromString("2026-02-18", "yyyy-MM-dd"))
    dialog.name.setText("Hari jadi kota")
    dialog.accept()
    at_rest()
    own = [line for line in holidays.table.lines if line.is_own]
    assert [(line.holiday.name, line.holiday.kind) for line in own] == [("Hari jadi kota", HolidayKind.LOCAL)]
    assert holidays.words.number(1) in holidays.totals.text()


def test_a_table_is_imported_through_the_wizard(holidays: HolidaysTab) -> None:
    dialog = holidays.open_import()
    assert dialog.isVisible()
    dialog.reject()


def test_the_table_is_a_sound_model(holidays: HolidaysTab) -> None:
    QAbstractItemModelTester(holidays.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fresh = HolidayTable(holidays.words)
    QAbstractItemModelTester(fresh, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fresh.show_lines(holidays.table.lines)
    fresh.show_lines([])
    holidays.words.set_language("en" if holidays.words.language == "id" else "id")
    assert len(holidays.add.text()) > 3
