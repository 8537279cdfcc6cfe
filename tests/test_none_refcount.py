"""The pinned Qt must give back every None it hands out: one Qt release does not, and the window dies after an hour."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_thousand_label_changes_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    after = sys.getrefcount(None)
    # A leaking binding loses a thousand. Where None is immortal (CPython 3.12+) the count never moves at all.
    assert abs(after - before) < 100, f"None went from {before} to {after} references"
