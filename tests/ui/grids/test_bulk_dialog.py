"""The dialog of the bulk edit over a real desk: looked at first, rows taken out, one change that undo takes back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from meritdesk.core.lines import StaffQuery
from meritdesk.services.bulk import BulkFate
from meritdesk.ui.grids.bulk import BULK_KEY
from meritdesk.ui.grids.bulk_dialog import BulkDialog
from meritdesk.ui.grids.bulk_scope import Way
from meritdesk.ui.grids.bulk_table import BulkColumn
from meritdesk.ui.rooms import make_page

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def opened(desk, lane, qtbot, at_rest, period):
    def show(room, key, words):
        page = make_page(room, desk, lane, words)
        qtbot.addWidget(page)
        page.resize(1188, 690)
        page.show()
        page.enter(period)
        at_rest()
        lane.changed.connect(page.hear)
        tab = page.tab(key)
        tab.offered = []
        tab.offer_undo.connect(lambda said, change_set: tab.offered.append((said, change_set)))
        tab.holder = page
        return tab

    return show


def dialog_of(page, at_rest):
    page.open_bulk()
    at_rest()
    (dialog,) = page.findChildren(BulkDialog)
    return dialog


def wish(dialog, at_rest, *, field=None, way=Way.SET, text="", by=""):
    if field is not None:
        dialog.field.setCurrentIndex([one.what for one in dialog._scope.fields].index(field))
    dialog.way.setCurrentIndex(dialog.chosen_field.ways.index(way))
    dialog.value.setEditText(text)
    dialog.by.setText(by)
    dialog.look_now()
    at_rest()


def test_titles_of_chosen_people_change_in_one_step_after_a_look(opened, words, at_rest, desk):
    page = opened("register", "staff", words)
    page.listing.view.select_rows(range(3))
    chosen = [line.person_id for line in page.listing.selected()]
    before = {line.person_id: line.name for line in desk.register.staff(StaffQuery(limit=100))}
    dialog = dialog_of(page, at_rest)
    QAbstractItemModelTester(dialog.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert not dialog.carry_out.isEnabled() and dialog.told.text()
    wish(dialog, at_rest, field="BACK_TITLE", text="M.Uji")
    assert [one.row.key for one in dialog.table.lines] == chosen
    assert {one.row.after for one in dialog.table.lines} == {"M.Uji"}
    assert {line.person_id: line.name for line in desk.register.staff(StaffQuery(limit=100))} == before
    first = dialog.table.index(0, BulkColumn.NAME)
    dialog.table.setData(first, Qt.CheckState.Unchecked.value, CHECK)
    assert (first.data(CHECK), dialog.carry_out.text()[-7:]) != (Qt.CheckState.Checked, "")
    assert "2" in dialog.carry_out.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    after = {line.person_id: line.name for line in desk.register.staff(StaffQuery(limit=100))}
    assert [after[key].endswith("M.Uji") for key in chosen] == [False, True, True]
    said, change_set = page.offered[-1]
    assert "2" in said
    desk.upkeep.undo(change_set)
    assert {line.person_id: line.name for line in desk.register.staff(StaffQuery(limit=100))} == before


def test_a_unit_is_chosen_from_the_list_and_dated(opened, indonesian, at_rest):
    page = opened("register", "staff", indonesian)
    page.listing.view.select_rows([1])
    dialog = dialog_of(page, at_rest)
    assert dialog.chosen_field.is_dated and not dialog.since.isHidden() and not dialog.reason.isHidden()
    assert dialog.value.count() > 5
    dialog.value.setCurrentIndex(dialog.value.count() - 1)
    dialog.look_now()
    at_rest()
    row = dialog.table.lines[0].row
    assert row.after == dialog.value.currentText()
    wish(dialog, at_rest, text="Dinas Angkasa")
    assert dialog.table.lines[0].row.code == "USE-103"
    assert "USE-103" in dialog.table.index(0, BulkColumn.FATE).data()
    assert not dialog.carry_out.isEnabled()
    dialog.apply()
    dialog.reject()


def test_actuals_are_copied_from_the_year_into_a_quarter_and_reds_stay_out(opened, words, at_rest, desk):
    tab = opened("execution", "actuals", words)
    tab.grid.setCurrentIndex(tab.table.index(0, 4))
    selection = tab.grid.selectionModel()
    for row in (1, 2):
        selection.select(tab.table.index(row, 4), selection.SelectionFlag.Select)
    tab.grid.setFocus()
    QTest.keyClick(tab.grid, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    (dialog,) = tab.findChildren(BulkDialog)
    assert dialog.chosen_field.what == tab.table.periods[0].code
    dialog.way.setCurrentIndex(dialog.chosen_field.ways.index(Way.COPY))
    dialog.value.setCurrentIndex(dialog.value.findData("2025"))
    dialog.look_now()
    at_rest()
    assert {one.row.fate for one in dialog.table.lines} == {BulkFate.CHANGED}
    whole = [tab.table.stored(row, tab.table.columnCount() - 1) for row in range(3)]
    assert [one.row.after for one in dialog.table.lines] == whole
    dialog.carry_out.click()
    at_rest()
    assert [tab.table.stored(row, 4) for row in range(3)] == whole
    assert tab.offered
    assert tab.bulk.action.shortcut().toString() == BULK_KEY


def test_closed_ratings_are_refused_by_name_and_nothing_chosen_says_what_to_do(opened, words, at_rest):
    page = opened("assessment", "ratings", words)
    page.raters.select(0)
    at_rest()
    dialog = dialog_of(page, at_rest)
    wish(dialog, at_rest, field="NOTE", text="catatan")
    assert {one.row.code for one in dialog.table.lines} == {"ASM-120"}
    assert page.table.lines[0].name in dialog.table.index(0, BulkColumn.NAME).data()
    dialog.reject()
    heard = []
    page.message.connect(heard.append)
    page.table.show_lines(())
    page.open_bulk()
    assert heard


def after_in(dialog):
    return {dialog.table.shown(one, BulkColumn.AFTER) for one in dialog.table.lines}


def test_plans_are_signed_for_many(opened, words, at_rest):
    page = opened("planning", "plans", words)
    page.view.selectAll()
    dialog = dialog_of(page, at_rest)
    wish(dialog, at_rest, field="RATEE_SIGNED_ON", text="bukan hari")
    assert "PLN-491" in {one.row.code for one in dialog.table.lines}
    wish(dialog, at_rest, text="2 Januari 2025")
    assert {one.row.after for one in dialog.table.lines} == {"2 Januari 2025"}
    assert after_in(dialog) == {words.day(date(2025, 1, 2))}
    other = "en" if words.language == "id" else "id"
    title = dialog.windowTitle()
    words.set_language(other)
    assert dialog.windowTitle() != title
    assert after_in(dialog) == {words.day(date(2025, 1, 2))}, "months are said in the language of the window"
    words.set_language("id" if other == "en" else "en")
    dialog.carry_out.click()
    at_rest()
    assert page.offered
