"""The tabs of cascade, matrix and figures over a real desk, in both languages, under the fingers of a clerk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from meritdesk.core.blocks import read_block
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.matrix import NO_ROLE
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.validation import Hint
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.planning.agreement import AgreementLine
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.cells import Deed, Typed
from meritdesk.ui.planning.cascade_tab import CascadeTab
from meritdesk.ui.planning.cascade_tree import CascadeTree, TreeColumn
from meritdesk.ui.planning.hint_list import HintTable
from meritdesk.ui.planning.kpi_tab import KpiTab
from meritdesk.ui.planning.kpi_table import FIRST_PERIOD, KpiTable
from meritdesk.ui.planning.matrix_tab import MatrixTab
from meritdesk.ui.planning.matrix_table import MatrixGridTable
from meritdesk.ui.planning.team_dialog import AssignmentTable
from meritdesk.ui.planning.unit_choice import in_tree_order
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
T = TypeVar("T")


@pytest.fixture
def handed_down(desk: Desk, lane: Lane, at_rest: Rest, whole_city: year.City) -> Desk:
    lane.ask(lambda step: year.hand_down(desk, whole_city))
    at_rest()
    return desk


@pytest.fixture
def opened(
    handed_down: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest
) -> Callable[[type[RoomPage]], Any]:
    def open_tab(kind: type[RoomPage]) -> RoomPage:
        tab = kind(handed_down, lane, words)
        qtbot.addWidget(tab)
        lane.changed.connect(tab.hear)
        tab.resize(1160, 680)
        tab.show()
        tab.enter(period)
        at_rest()
        return tab

    return open_tab


def told(tab: RoomPage) -> list[str]:
    heard: list[str] = []
    tab.message.connect(heard.append)
    tab.offer_undo.connect(lambda text, _: heard.append(text))
    return heard


def asked(lane: Lane, at_rest: Rest, work: Callable[[], T]) -> T:
    found: list[T] = []
    lane.ask(lambda step: work(), found.append)
    at_rest()
    return found[0]


def unit_with_people(tab: MatrixTab, desk: Desk, lane: Lane, at_rest: Rest) -> str:
    """A unit whose leader has a plan and people below him."""
    lines = asked(lane, at_rest, lambda: desk.planning.agreement.list(2025))
    for line in sorted(lines, key=lambda line: -line.indicators):
        card = asked(lane, at_rest, lambda unit=line.unit_id: desk.planning.matrix.show(unit, 2025))
        if card.matrix.unit.columns and len(card.matrix.unit.rows) > 1 and line.parent_id:
            return line.unit_id
    raise AssertionError("the sample city has no matrix")


@pytest.mark.parametrize("kind", [CascadeTab, MatrixTab, KpiTab])
def test_a_tab_opens_with_something_to_see_and_everything_has_a_name(opened, kind) -> None:
    tab = opened(kind)
    assert tab.unit.count() > 5
    assert tab.title.text()
    assert tab.primary_focus() is not tab.unit
    for action in tab.actions():
        assert action.text()
        assert not action.shortcut().isEmpty()
    keys = [action.shortcut().toString() for action in tab.actions()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", [CascadeTab, MatrixTab, KpiTab])
def test_a_year_without_anything_says_why_and_what_to_do(opened, kind, at_rest) -> None:
    from meritdesk.core.periods import parse_period

    tab = opened(kind)
    tab.enter(parse_period("2024"))
    at_rest()
    assert tab.middle.currentWidget() is tab.empty
    assert len(tab.empty.text()) > 20


class TestCascadeTab:
    def test_the_tree_opens_step_by_step_from_the_city_down(self, opened, at_rest) -> None:
        tab = opened(CascadeTab)
        QAbstractItemModelTester(tab.tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
        top = tab.tree.index(0, 0)
        assert tab.tree.hasChildren(top)
        assert tab.tree.rowCount(top) == 0
        tab.view.expand(top)
        at_rest()
        assert tab.tree.rowCount(top) > 0
        below = tab.tree.index(0, 0, top)
        tab.view.expand(below)
        at_rest()
        assert tab.tree.line(below).owner
        assert tab.hints.table.rowCount() > 0

    def test_a_method_is_chosen_and_the_word_beside_the_colour_changes(self, opened, at_rest) -> None:
        tab = opened(CascadeTab)
        said = set()
        for action in tab.methods.actions():
            tab.view.setCurrentIndex(tab.tree.index(0, 0))
            action.trigger()
            at_rest()
            said.add(tab.tree.index(0, TreeColumn.COVERAGE).data())
        assert len(said) > 1
        assert tab.tree.index(0, TreeColumn.METHOD).data()

    def test_part_and_share_are_entered_and_a_link_is_taken_out(self, opened, at_rest) -> None:
        tab = opened(CascadeTab)
        top = tab.tree.index(0, 0)
        tab.view.expand(top)
        at_rest()
        tab.view.setCurrentIndex(tab.tree.index(0, 0, top))
        dialog = tab.open_part()
        dialog.share.setText("banyak")
        assert dialog.told.text()
        dialog.share.setText("12,5")
        dialog.part.setText("Wilayah I")
        dialog.accept()
        at_rest()
        at_rest()
        line = tab.tree.line(tab.tree.index(0, 0, tab.tree.index(0, 0)))
        assert (line.part, str(line.share)) == ("Wilayah I", "12.5")
        count = tab.tree.rowCount(tab.tree.index(0, 0))
        tab.view.setCurrentIndex(tab.tree.index(0, 0, tab.tree.index(0, 0)))
        tab.unlink.click()
        at_rest()
        at_rest()
        assert tab.tree.rowCount(tab.tree.index(0, 0)) == count - 1

    def test_a_result_is_linked_elsewhere_and_a_circle_is_refused(self, opened, at_rest, lane) -> None:
        tab = opened(CascadeTab)
        refusals: list[Exception] = []
        lane.refused.connect(refusals.append)
        top = tab.tree.index(0, 0)
        tab.view.expand(top)
        at_rest()
        tab.view.setCurrentIndex(tab.tree.index(0, 0, top))
        dialog = tab.open_link()
        at_rest()
        dialog.tops.setCurrentRow(1)
        dialog.accept()
        at_rest()
        assert tab.tree.line(tab.tree.index(1, 0)).below > 0
        tab.view.setCurrentIndex(tab.tree.index(0, 0))
        child = tab.tree.line(tab.tree.index(0, 0))
        dialog = tab.open_link()
        at_rest()
        assert all(dialog.tops.item(row).data(Qt.ItemDataRole.UserRole) != child.node for row in range(2))
        dialog.reject()

    def test_a_placeholder_is_made_relinked_and_dropped(self, opened, at_rest, monkeypatch) -> None:
        tab = opened(CascadeTab)
        heard = told(tab)
        monkeypatch.setattr(QInputDialog, "getText", lambda *args: ("Hasil yang ditunggu", True))
        tab.stand_in.click()
        at_rest()
        rows = [tab.tree.index(row, 0).data() for row in range(tab.tree.rowCount())]
        assert any("Hasil yang ditunggu" in text for text in rows)
        tab.relink.click()
        at_rest()
        assert heard
        tab.view.setCurrentIndex(tab.tree.index(tab.tree.rowCount() - 1, 0))
        tab.unlink.click()
        at_rest()
        rows = [tab.tree.index(row, 0).data() for row in range(tab.tree.rowCount())]
        assert not any("Hasil yang ditunggu" in text for text in rows)
        tab.gather.click()
        at_rest()
        assert len(heard) == 2

    def test_a_hint_of_the_matrix_leads_to_the_matrix(self, opened, at_rest) -> None:
        tab = opened(CascadeTab)
        went: list[tuple[str, object]] = []
        tab.go_to.connect(lambda room, filters: went.append((room, filters)))
        tab.hints.wanted.emit(Hint("V-36", {"name": "x"}, ("matrix", "unit", "person", "")))
        assert went == [("planning", {"tab": "matrix", "unit": "unit"})]


class TestMatrixTab:
    @pytest.fixture
    def tab(self, opened, desk, lane, at_rest) -> MatrixTab:
        tab = opened(MatrixTab)
        tab.unit.choose(unit_with_people(tab, desk, lane, at_rest))
        at_rest()
        return tab

    def empty_cell(self, tab: MatrixTab) -> QModelIndex:
        for row in range(tab.table.rowCount()):
            for column in range(len(tab.table.table.columns)):
                if not tab.table.roles(row, column):
                    return tab.table.index(row, column)
        raise AssertionError("no empty cell")

    def test_an_empty_cell_says_so_and_the_model_is_sound(self, tab) -> None:
        QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        cell = self.empty_cell(tab)
        assert cell.data() == NO_ROLE
        assert cell.data(Qt.ItemDataRole.EditRole) == ""
        tab.table.retranslate()

    def test_a_role_typed_over_a_fixed_plan_waits_and_undo_takes_it_back(self, tab, at_rest, qtbot) -> None:
        """The sample city's plans are fixed: the role waits, is shown in amber, and V-37 asks for it."""
        heard = told(tab)
        cell = self.empty_cell(tab)
        place = (cell.row(), cell.column())
        tab.grid.setCurrentIndex(cell)
        qtbot.keyClicks(tab.grid.viewport(), "P")
        editor = tab.grid.viewport().findChild(QPlainTextEdit) or tab.grid.findChild(QPlainTextEdit)
        qtbot.keyClicks(editor, "eran baru")
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClicks(editor, "Peran kedua")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        at_rest()
        cell = tab.table.index(*place)
        assert cell.data(Qt.ItemDataRole.EditRole) == "Peran baru\nPeran kedua"
        assert "Peran baru (" in cell.data()
        assert [hint.code for hint in tab.hints.table.lines].count("V-37") == 2
        assert tab.adopt.isEnabled()
        assert heard
        qtbot.keyClick(tab.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        at_rest()
        assert tab.table.index(*place).data() == NO_ROLE
        qtbot.keyClick(tab.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(heard) == 3

    def test_waiting_roles_enter_the_plan_once_it_is_open(self, tab, at_rest, lane, desk) -> None:
        cell = self.empty_cell(tab)
        person = tab.table.row_at(cell.row())
        tab.table.setData(cell, "Peran menunggu")
        at_rest()
        asked(lane, at_rest, lambda: open_again(desk, person.person_id))
        tab.adopt.click()
        at_rest()
        assert not tab.adopt.isEnabled()
        assert "• Peran menunggu" in tab.table.index(cell.row(), cell.column()).data()

    def test_a_block_is_copied_pasted_and_cleared_as_in_a_sheet(self, tab, at_rest, qtbot) -> None:
        cell = self.empty_cell(tab)
        tab.grid.setCurrentIndex(cell)
        QGuiApplication.clipboard().setText('"Satu\nDua"\n')
        qtbot.keyClick(tab.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        at_rest()
        cell = tab.table.index(cell.row(), cell.column())
        assert cell.data(Qt.ItemDataRole.EditRole) == "Satu\nDua"
        tab.grid.setCurrentIndex(cell)
        qtbot.keyClick(tab.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert read_block(QGuiApplication.clipboard().text()) == (("Satu\nDua",),)
        qtbot.keyClick(tab.grid, Qt.Key.Key_Delete)
        at_rest()
        assert tab.table.index(cell.row(), cell.column()).data() == NO_ROLE

    def test_a_block_with_refused_cells_is_shown_before_anything_is_written(self, tab, at_rest) -> None:
        cell = self.empty_cell(tab)
        filled = next(
            (row, column)
            for row in range(tab.table.rowCount())
            for column in range(len(tab.table.table.columns))
            if tab.table.roles(row, column)
        )
        tab.keeper.enter(
            (Typed(cell.row(), cell.column(), "Baru"), Typed(*filled, "Kata lain sama sekali")), Deed.PASTE
        )
        at_rest()
        preview = tab.keeper.preview
        assert sorted(one.fate.value for one in preview.cells) == ["new", "refused"]
        assert "PLN-406" in preview.table.lines[0].why
        preview.reject()
        at_rest()
        assert tab.table.index(cell.row(), cell.column()).data() == NO_ROLE

    def test_the_column_of_loose_results_is_not_typed_into(self, tab, qtbot) -> None:
        heard = told(tab)
        tab.grid.setCurrentIndex(tab.table.index(0, tab.table.columnCount() - 1))
        qtbot.keyClicks(tab.grid.viewport(), "x")
        qtbot.keyClick(tab.grid, Qt.Key.Key_Delete)
        assert len(heard) == 2

    def test_keys_move_as_in_a_sheet_and_fill_down_repeats(self, tab, at_rest, qtbot) -> None:
        tab.grid.setCurrentIndex(tab.table.index(0, 0))
        qtbot.keyClick(tab.grid, Qt.Key.Key_Return)
        assert tab.grid.currentIndex().row() == 1
        qtbot.keyClick(tab.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert tab.grid.currentIndex().row() == 0
        typed: list[Any] = []
        tab.grid.entered.disconnect()
        tab.grid.entered.connect(lambda cells, deed: typed.extend(cells))
        tab.grid.selectAll()
        qtbot.keyClick(tab.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert typed and all(one.row > 0 for one in typed)

    def test_hints_lead_to_their_cell_and_teams_open_a_second_table(self, tab, at_rest, desk, lane) -> None:
        unit_id = tab.unit.unit_id
        person = tab.table.row_at(1)
        column = tab.table.column_at(0)
        tab.hints.wanted.emit(Hint("V-37", {}, ("matrix", unit_id, person.person_id, column.node.code)))
        assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (1, 0)
        dialog = tab.open_teams()
        dialog.save_team()
        assert dialog.told.text()
        dialog.team_name.setText("Tim Uji")
        dialog.make.click()
        at_rest()
        at_rest()
        dialog.assign_person()
        assert dialog.told.text()
        dialog.search.setText("a")
        dialog.find_people()
        at_rest()
        dialog.assign_person()
        at_rest()
        at_rest()
        QAbstractItemModelTester(dialog.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert dialog.table.rowCount() == 1
        dialog.view.selectRow(0)
        dialog.unassign()
        at_rest()
        at_rest()
        assert dialog.table.rowCount() == 0
        dialog.reject()
        at_rest()
        assert tab.which.count() == 2
        tab.which.setCurrentIndex(1)
        dialog = tab.open_teams()
        dialog.remove_team()
        at_rest()
        at_rest()
        dialog.reject()
        assert tab.which.count() == 1


def open_again(desk: Desk, person_id: str) -> None:
    from dataclasses import replace

    around = desk.planning.around
    with around.store.writing(around.actor, "test.open") as work:
        plans = work.plans.of_year(2025, [person_id])
        work.plans.save([replace(plan, state=PlanState.DRAFT) for plan in plans])
        work.commit()


class TestKpiTab:
    def test_a_figure_is_typed_and_the_suggested_level_follows(self, opened, at_rest, qtbot) -> None:
        tab = opened(KpiTab)
        QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        foot = tab.table.index(len(tab._card.indicators), FIRST_PERIOD)
        before = foot.data()
        tab.table.setData(tab.table.index(0, FIRST_PERIOD), "1")
        at_rest()
        foot = tab.table.index(len(tab._card.indicators), FIRST_PERIOD)
        assert foot.data() != before
        assert tab.why.toPlainText()
        tab.grid.setFocus()
        qtbot.keyClick(tab.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        at_rest()
        assert tab.table.index(len(tab._card.indicators), FIRST_PERIOD).data() == before
        tab.table.retranslate()

    def test_a_level_is_typed_by_its_initials_and_another_than_derived_stays_red(self, opened, at_rest, qtbot) -> None:
        tab = opened(KpiTab)
        row = len(tab._card.indicators) + 1
        period = tab.table.period_at(FIRST_PERIOD)
        derived = OrgLevel[tab._card.derived[period.code].level.name]
        initials = "".join(word[0] for word in tab.words.messages.label_of(derived).split())
        tab.keeper.enter((Typed(row, FIRST_PERIOD, initials.lower()),))
        at_rest()
        assert tab._card.levels[period.code].level is derived
        other = OrgLevel.POOR if derived is not OrgLevel.POOR else OrgLevel.GOOD
        tab.keeper.enter((Typed(row, FIRST_PERIOD, other.name),))
        at_rest()
        assert "PLN-411" in tab.table.index(row, FIRST_PERIOD).data(Qt.ItemDataRole.ToolTipRole)
        assert tab._card.levels[period.code].level is derived
        tab.keeper.enter((Typed(row, FIRST_PERIOD, "hebat"),))
        assert "UI-335" in tab.table.index(row, FIRST_PERIOD).data(Qt.ItemDataRole.ToolTipRole)

    def test_what_is_no_number_is_refused_with_the_reason(self, opened, at_rest) -> None:
        tab = opened(KpiTab)
        heard = told(tab)
        tab.table.setData(tab.table.index(0, FIRST_PERIOD), "banyak sekali")
        at_rest()
        assert "banyak sekali" in heard[0]
        tab.keeper.undo()
        assert len(heard) == 2

    def test_another_level_than_derived_is_set_only_with_a_reason(self, opened, at_rest) -> None:
        tab = opened(KpiTab)
        tab.grid.setCurrentIndex(tab.table.index(0, FIRST_PERIOD))
        dialog = tab.open_settle()
        save = dialog.buttons.buttons()[0]
        assert save.isEnabled()
        dialog.level.setCurrentIndex(list(OrgLevel).index(OrgLevel.VERY_POOR))
        assert not save.isEnabled()
        assert dialog.needs.text()
        dialog.reason.setPlainText("Temuan berat")
        assert save.isEnabled()
        dialog.is_dated.setChecked(True)
        dialog.accept()
        at_rest()
        period = tab.table.period_at(FIRST_PERIOD)
        assert tab._card.levels[period.code].level is OrgLevel.VERY_POOR
        assert tab._card.bases[period.code].derived == "GOOD"
        assert "Temuan berat" in tab.why.toPlainText()

    def test_an_indicator_is_entered_with_trajectory_and_action_plan_edited_and_removed(
        self, opened, at_rest, monkeypatch
    ) -> None:
        tab = opened(KpiTab)
        count = len(tab._card.indicators)
        dialog = tab.open_new()
        save = dialog.buttons.buttons()[0]
        assert not save.isEnabled()
        dialog.text.setPlainText("Indikator baru")
        dialog.low.setText("100")
        dialog.points.item(0, 0).setText("15")
        dialog.points.item(0, 1).setText("empat puluh")
        assert not save.isEnabled()
        for place, value in enumerate(("15", "40", "40", "4")):
            dialog.points.item(0, place).setText(value)
        dialog.accumulation.setCurrentIndex(0)
        assert save.isEnabled()
        assert "99" in dialog.told.text()
        dialog.add.click()
        assert not save.isEnabled()
        dialog.actions_table.item(0, 1).setText("Butir pertama")
        dialog.actions_table.item(0, 2).setText("10")
        dialog.actions_table.item(0, 3).setText("8")
        assert save.isEnabled()
        dialog.accept()
        at_rest()
        assert len(tab._card.indicators) == count + 1
        new = tab._card.indicators[-1]
        assert (new.text, len(new.trajectory), new.target.text) == ("Indikator baru", 4, "100")
        assert [(item.text, str(item.achieved)) for item in new.actions] == [("Butir pertama", "8")]
        tab.grid.setCurrentIndex(tab.table.index(count, FIRST_PERIOD))
        dialog = tab.open_edit()
        dialog.actions_table.setCurrentCell(0, 1)
        dialog.drop.click()
        dialog.accept()
        at_rest()
        assert tab._card.indicators[-1].actions == ()
        monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
        destructive = QMessageBox.ButtonRole.DestructiveRole
        monkeypatch.setattr(
            QMessageBox,
            "clickedButton",
            lambda box: next(button for button in box.buttons() if box.buttonRole(button) is destructive),
        )
        tab.grid.setCurrentIndex(tab.table.index(count, FIRST_PERIOD))
        tab.remove.click()
        at_rest()
        assert len(tab._card.indicators) == count

    def test_the_leaders_plan_is_told_what_it_lacks(self, opened, at_rest, handed_down, lane) -> None:
        tab = opened(KpiTab)
        heard = told(tab)
        lines = asked(lane, at_rest, lambda: handed_down.planning.agreement.list(2025))
        unit = next(line for line in lines if line.indicators and line.parent_id)
        tab.unit.choose(unit.unit_id)
        at_rest()
        tab.adopt.click()
        at_rest()
        assert heard[-1]

    def test_figures_under_no_period_are_not_typed(self, opened, qtbot) -> None:
        tab = opened(KpiTab)
        heard = told(tab)
        tab.grid.setCurrentIndex(tab.table.index(0, 1))
        qtbot.keyClicks(tab.grid.viewport(), "5")
        assert len(heard) == 1
        dialog = tab.open_import()
        assert "AGREEMENTS" in dialog.verb.layouts
        dialog.close()


def test_empty_models_are_sound(words, qapp) -> None:
    for model in (MatrixGridTable(words), KpiTable(words), HintTable(words), CascadeTree(words)):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.retranslate()
        assert model.rowCount() == 0
    assert AssignmentTable.columns


def line_of(unit_id: str, parent_id: str = "") -> AgreementLine:
    return AgreementLine(unit_id, unit_id, parent_id, "", 0, 0, 0, False)


def test_units_stand_below_their_parents_and_none_is_lost_in_a_circle() -> None:
    lines = [line_of("b", "a"), line_of("a"), line_of("x", "y"), line_of("y", "x"), line_of("c", "gone")]
    ordered = in_tree_order(lines)
    assert [(line.unit_id, depth) for line, depth in ordered[:3]] == [("a", 0), ("b", 1), ("c", 0)]
    assert {line.unit_id for line, _ in ordered} == {"a", "b", "c", "x", "y"}
