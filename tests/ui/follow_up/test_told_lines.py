"""What a line tells is read to its last word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from meritdesk.ui.follow_up.told_lines import ToldLines


@pytest.mark.parametrize("width", range(240, 300, 4))
def test_every_line_is_as_high_as_its_words_are_when_painted(width: int, qtbot: QtBot) -> None:
    lines = ToldLines()
    qtbot.addWidget(lines)
    for told in ("Beban kerja: 60 % menurut produktivitas, 40 % menurut disiplin.", "Datang terlambat TL2: 2 kali."):
        lines.addItem(f"1.  Rp11.100.000\n{told}")
    lines.resize(width, 400)
    lines.show()
    margin = lines.style().pixelMetric(lines.style().PixelMetric.PM_FocusFrameHMargin) + 1
    for place in range(lines.count()):
        item = lines.item(place)
        painted = lines.visualItemRect(item)
        room = QRect(0, 0, painted.width() - 2 * margin, 1000)
        needed = lines.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
        assert painted.height() >= needed.height()
