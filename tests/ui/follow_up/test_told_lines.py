"""What a line tells is read to its last word."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from meritdesk.ui.follow_up.told_lines import ToldLines


def widths_that_cut(lines: ToldLines) -> list[int]:
    """At which widths of the list a line is lower than its words are within what is painted."""
    measure, cut = QStyledItemDelegate(), []
    for width in range(180, 320, 2):
        lines.resize(width, 400)
        lines.doItemsLayout()
        for place in range(lines.count()):
            painted = lines.visualItemRect(lines.item(place))
            option = QStyleOptionViewItem()
            lines.initViewItemOption(option)
            room = lines.viewport().width() - 2 * lines.spacing()
            option.rect = QRect(0, 0, min(painted.width(), room), 1000)
            if painted.height() < measure.sizeHint(option, lines.model().index(place, 0)).height():
                cut.append(width)
    return cut


def test_every_line_is_as_high_as_its_words_are_when_painted(qtbot: QtBot) -> None:
    lines = ToldLines()
    qtbot.addWidget(lines)
    for told in ("Beban kerja: 60 % menurut produktivitas, 40 % menurut disiplin.", "Datang terlambat TL2: 2 kali."):
        lines.addItem(f"1.  Rp11.100.000\n{told}")
    lines.show()
    assert widths_that_cut(lines) == []
    lines.setItemDelegate(QStyledItemDelegate(lines))
    assert widths_that_cut(lines), "Qt's own measure is told from ours"
