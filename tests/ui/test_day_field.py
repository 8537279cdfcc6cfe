"""A day that is typed from its beginning is the day that stands in the field, however it is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meritdesk.ui.day_field import DayField

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
WRITTEN = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d%m%Y", "short")
BEGINNINGS = ("come", "all", "start")


def typed_into(before: date, day: date, how: str, beginning: str) -> DayField:
    field = DayField(before)
    field.show()
    field.setFocus()
    if beginning == "all":
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    elif beginning == "start":
        QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, f"{day.day}-{day.month}-{day.year}" if how == "short" else day.strftime(how))
    return field


@given(DAYS, DAYS, st.sampled_from(WRITTEN), st.sampled_from(BEGINNINGS))
@settings(max_examples=150, deadline=None)
def test_whatever_day_stood_there_the_one_typed_stands_there_now(
    qapp: object, before: date, day: date, how: str, beginning: str
) -> None:
    field = typed_into(before, day, how, beginning)
    assert (field.day, field.text()) == (day, f"{day:%d-%m-%Y}")
    field.deleteLater()


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_the_29th_of_february_is_not_the_28th_of_the_year_before(beginning: str, qtbot: QtBot) -> None:
    field = typed_into(date(2025, 12, 31), date(2024, 2, 29), "%d-%m-%Y", beginning)
    qtbot.addWidget(field)
    assert field.day == date(2024, 2, 29)


def test_one_part_can_be_put_right_alone(qtbot: QtBot) -> None:
    field = DayField(date(2025, 12, 15))
    qtbot.addWidget(field)
    field.show()
    field.setSelectedSection(DayField.Section.YearSection)
    QTest.keyClicks(field, "2026")
    assert field.day == date(2026, 12, 15)
    field.setSelectedSection(DayField.Section.DaySection)
    QTest.keyClicks(field, "07")
    assert field.day == date(2026, 12, 7)


def test_a_day_that_may_not_be_chosen_is_not_taken(qtbot: QtBot) -> None:
    field = DayField(date(2025, 6, 1))
    qtbot.addWidget(field)
    field.setMaximumDate(QDate(2025, 12, 31))
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "01-02-2026")
    assert field.day <= date(2025, 12, 31)
