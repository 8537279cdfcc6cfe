"""The tab of the tree of indicators over a real desk: opened level by level, explained, entered and written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.planning.budget_dialog import BudgetDialog
from meritdesk.ui.planning.kpi_tree_model import KpiTreeColumn
from meritdesk.ui.planning.tree_tab import KpiTreeTab
from meritdesk.ui.wording import Words


def test_the_tree_opens_explains_takes_a_budget_and_is_written(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Callable[[], None],
    whole_city: year.City, tmp_path: Path,
) -> None:  # fmt: skip
    lane.ask(lambda step: year.hand_down(desk, whole_city))
    at_rest()
    tab = KpiTreeTab(desk, lane, words)
    qtbot.addWidget(tab)
    lane.changed.connect(tab.hear)
    tab.resize(1160, 680)
    tab.show()
    tab.enter(period)
    at_rest()
    QAbstractItemModelTester(tab.tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    top = tab.tree.index(0, 0)
    line = tab.tree.line(top)
    assert line is not None and line.below and tab.tree.hasChildren(top)
    tab.view.expand(top)
    at_rest()
    assert tab.tree.rowCount(top) == line.below
    assert line.text in tab.why.toPlainText()
    assert tab._why is not None and words.messages.reason(tab._why.reasons[0]) in tab.why.toPlainText()
    assert tab.hints.table.lines
    light = tab.tree.index(0, KpiTreeColumn.LIGHT, QModelIndex()).data()
    assert words.messages.label_of(line.figures.light) in light
    before = tab.tree.index(0, KpiTreeColumn.BUDGET, QModelIndex()).data()
    tab.open_budget()
    at_rest()
    dialog = tab.findChild(BudgetDialog)
    assert dialog is not None
    dialog.ceiling.setText("x")
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert not save.isEnabled() and dialog.told.text()
    dialog.ceiling.setText("1.000")
    dialog.realised.setText("250")
    assert save.isEnabled()
    dialog.accept()
    at_rest()
    shown = tab.tree.index(0, KpiTreeColumn.BUDGET, QModelIndex()).data()
    assert shown != before and shown.endswith(" %")
    assert tab.tree.rowCount(tab.tree.index(0, 0)) == line.below
    tab.export_into(tmp_path / "kpi.xlsx")
    at_rest()
    assert (tmp_path / "kpi.xlsx").exists()
    tab.retranslate()
    assert tab.told.text()
