"""Short lists in dialogs are filtered and sorted as every list; their columns fit their words and fill the list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.follow_up.recognition_tables import ItemTable
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

ITEM = CreditItem(
    "p", CreditKind.CONVERSION, date(2024, 1, 1), date(2024, 12, 31), Decimal("37.5"), "PAK/001/2025", date(2025, 1, 20)
)


@pytest.mark.parametrize("wide", [400, 620, 1200])
def test_the_columns_fill_the_list_and_no_heading_is_cut(words: Words, wide: int, qtbot: QtBot) -> None:
    table = ItemTable(words)
    listing: PlainList[CreditItem] = PlainList(table, "letters", "nothing")
    qtbot.addWidget(listing)
    listing.show_lines([ITEM])  # before it has its width, as dialogs do
    listing.resize(wide, 300)
    listing.show()
    QApplication.processEvents()
    head = listing.view.horizontalHeader()
    shown = [place for place in range(table.columnCount()) if not listing.view.isColumnHidden(place)]
    found = [head.sectionSize(place) for place in shown]
    least = [head.sectionSizeHint(place) for place in shown]
    assert all(width >= need for width, need in zip(found, least, strict=True))
    if wide > 500:
        assert sum(found) == listing.view.viewport().width()
        assert all(head.sectionSize(place) >= listing.view.sizeHintForColumn(place) for place in shown)


Person = tuple[str, int]
LINES: tuple[Person, ...] = (("Siti Rahmawati", 9), ("Budi Santoso", 100), ("Ani Rahma Siti", 20))


class Column(IntEnum):
    NAME = 0
    COUNT = 1


class People(LineTable[Person]):
    columns = Column

    def heading(self, column: int) -> str:
        return ("Nama", "Jumlah")[column]

    def cells(self, line: Person) -> tuple[str, ...]:
        return line[0], str(line[1])

    def value(self, line: Person, column: int) -> object:
        return line[column]


def listed(qtbot: QtBot) -> PlainList[Person]:
    shown: PlainList[Person] = PlainList(People(Words("id")), "Orang", "Belum ada.")
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_lines(LINES)
    return shown


def counts(shown: PlainList[Person]) -> list[int]:
    return [line[1] for line in shown.table.lines]


def test_every_word_has_to_stand_in_a_line_in_whatever_order(qtbot: QtBot) -> None:
    shown = listed(qtbot)
    shown.narrow_to("rahma  siti")
    assert counts(shown) == [9, 20]
    shown.narrow_to("tidak ada")
    assert counts(shown) == [] and shown.current() is None and shown.empty.isHidden()


def test_a_heading_sorts_by_what_it_means_and_the_other_way_round_and_the_line_stays(qtbot: QtBot) -> None:
    shown = listed(qtbot)
    shown.view.setCurrentIndex(shown.table.index(1, 0))
    shown.view.horizontalHeader().sectionClicked.emit(Column.COUNT)
    assert counts(shown) == [9, 20, 100] and shown.current() == LINES[1]
    assert shown.table.headerData(Column.COUNT, Qt.Orientation.Horizontal) == "Jumlah ▲"
    shown.sort_by(Column.COUNT)
    assert counts(shown) == [100, 20, 9] and shown.current() == LINES[1]
    shown.show_lines(LINES[1:])
    assert counts(shown) == [100, 20], "the order stays when the lines are read anew"


def test_the_order_is_chosen_without_a_mouse(qtbot: QtBot) -> None:
    shown = listed(qtbot)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    menu = shown.findChild(QMenu)
    assert menu is not None and [one.text() for one in menu.actions()] == ["&1 Nama", "&2 Jumlah"]
    menu.actions()[1].trigger()
    menu.close()
    assert counts(shown) == [9, 20, 100]
