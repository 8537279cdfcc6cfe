"""Penanda tangan: the register of signers on a day, units without one, a mandate given, ended and taken out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.core.signers import Capacity
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import SORT
from meritdesk.ui.register.signers_tab import SignersTab
from meritdesk.ui.register.signers_table import SignerColumn, SignerTable
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def tab(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> SignersTab:
    page = SignersTab(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


def a_mandate(tab: SignersTab, at_rest: Rest) -> None:
    dialog = tab.open_mandate()
    assert dialog is not None
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert not save.isEnabled()
    line = tab.chosen()
    assert line is not None
    place = next(n for n in range(dialog.person.count()) if dialog.person.itemData(n) != line.person_id)
    dialog.person.setCurrentIndex(place)
    dialog.post.setText("SEKRETARIS")
    assert save.isEnabled()
    dialog.capacity.setCurrentIndex(1)
    assert not save.isEnabled() and dialog.through.isEnabled()
    dialog.capacity.setCurrentIndex(0)
    dialog.letter.setText("SK 800/12")
    dialog.accept()
    at_rest()


def test_heads_are_listed_without_anybody_entering_them(tab: SignersTab) -> None:
    assert Capacity.DEFINITIVE in {line.capacity for line in tab.table.lines}
    assert not tab.end.isEnabled() and tab.give.isEnabled()
    assert tab.open_units.isVisible() == bool(tab._answer and tab._answer.unresolved)
    tab.open_units.setText("Nobody may sign for 1 units on 25 March 2026: Dinas")
    assert "1 unit on" in tab.open_units.text()


def test_a_mandate_is_given_ended_and_taken_out_again(tab: SignersTab, at_rest: Rest) -> None:
    undo: list[str] = []
    tab.offer_undo.connect(lambda text, change: undo.append(change))
    a_mandate(tab, at_rest)
    assert tab.refusal.isHidden()
    given = [n for n, line in enumerate(tab.table.lines) if line.capacity is Capacity.AN]
    assert len(given) == 1 and tab.table.lines[given[0]].letter == "SK 800/12"
    tab.view.selectRow(given[0])
    assert tab.end.isEnabled()
    tab.end_today()
    at_rest()
    row = next(n for n, line in enumerate(tab.table.lines) if line.capacity is Capacity.AN)
    assert tab.table.lines[row].until is not None
    tab.view.selectRow(row)
    tab.take_out()
    at_rest()
    assert Capacity.AN not in {line.capacity for line in tab.table.lines}
    assert len(undo) == 3


def test_a_second_mandate_for_the_same_days_is_told(tab: SignersTab, at_rest: Rest) -> None:
    first = tab.chosen()
    a_mandate(tab, at_rest)
    row = next(n for n, line in enumerate(tab.table.lines) if first and line.unit_id == first.unit_id)
    tab.view.selectRow(row)
    a_mandate(tab, at_rest)
    assert not tab.refusal.isHidden()


def test_the_search_narrows_and_the_empty_page_says_why(tab: SignersTab) -> None:
    tab.narrow({"search": "tidak ada jabatan begini"})
    assert tab.table.lines == [] and tab.listing.empty.isVisible() and len(tab.listing.empty.text()) > 20


def test_the_model_stands_qts_own_test(tab: SignersTab, words: Words) -> None:
    table = SignerTable(words)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_lines(tab.table.lines)
    assert table.index(0, SignerColumn.SINCE).data(SORT) == tab.table.lines[0].since
    assert table.index(0, SignerColumn.UNTIL).data(SORT) == tab.table.lines[0].until
    table.show_lines([])
