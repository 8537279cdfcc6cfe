"""Every list of the window gives its lines away as a table, also the small ones in dialogs and the trees."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QTreeView
from pytestqt.qtbot import QtBot

from meritdesk.ui import look


def model() -> QStandardItemModel:
    made = QStandardItemModel(0, 3)
    made.setHorizontalHeaderLabels(["Nama", "NIP", "Jumlah"])
    for name, nip, count in (
        ("Siti", "198606012024212001", "1.234,5"),
        ("=cmd|' /C calc'!A0", "1", "-2"),
        ("B", "2", ""),
    ):
        cells = [QStandardItem(text) for text in (name, nip, count)]
        cells[2].setTextAlignment(Qt.AlignmentFlag.AlignRight)
        made.appendRow(cells)
    return made


def control(view: QTableView | QTreeView, key: Qt.Key) -> None:
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)


def test_a_table_in_a_dialog_copies_its_selected_lines_with_their_headings(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model())
    view.setModel(proxy)
    look.tidy(view)
    view.show()
    view.hideColumn(1)
    view.setCurrentIndex(proxy.index(1, 0))
    control(view, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "Nama\tJumlah\n'=cmd|' /C calc'!A0\t-2", "a formula is no formula"
    view.showColumn(1)
    control(view, Qt.Key.Key_A)
    control(view, Qt.Key.Key_C)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    html = QGuiApplication.clipboard().mimeData().html()
    assert 'mso-number-format:"\\@"\'>198606012024212001<' in html and "<td>1.234,5<" in html


def test_a_tree_copies_its_lines_in_the_order_in_which_they_are_seen(qtbot: QtBot) -> None:
    view, tree = QTreeView(), model()
    qtbot.addWidget(view)
    tree.item(0, 0).appendRow([QStandardItem("anak"), QStandardItem("3"), QStandardItem("4")])
    view.setModel(tree)
    look.tidy(view)
    view.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
    view.show()
    view.expandAll()
    view.setCurrentIndex(tree.index(0, 0))
    control(view, Qt.Key.Key_A)
    control(view, Qt.Key.Key_C)
    tree.setHorizontalHeaderItem(1, QStandardItem(""))
    control(view, Qt.Key.Key_C)
    assert "3" not in QGuiApplication.clipboard().text().split("\n")[2], "a sign beside the words is no column"
    names = [line.split("\t")[0] for line in QGuiApplication.clipboard().text().splitlines()]
    assert names[:3] == ["Nama", "Siti", "anak"]
