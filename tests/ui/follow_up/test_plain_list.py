"""Short lists in dialogs: their columns are as wide as their words need and fill the list, in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.follow_up.recognition_tables import ItemTable
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
