"""Whoever only presses Enter or Esc loses nothing: the safe answer has the keyboard in every question."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import meritdesk.ui
from meritdesk.ui.notices import asks


def answered(page: QWidget, press: Callable[[QMessageBox], object]) -> bool:
    """What the question answers when a clerk presses something."""

    def strike() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        press(box)

    QTimer.singleShot(50, strike)
    return asks(page, "Hapus 3 rencana milik 3 pegawai?", "Dapat diurungkan di jurnal.", "Hapus")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_pressed_without_reading_leaves_everything_as_it_is(key: Qt.Key, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    assert not answered(page, lambda box: QTest.keyClick(box.focusWidget() or box, key))


def test_whoever_goes_to_the_other_answer_and_presses_it_gets_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()

    def go_there(box: QMessageBox) -> None:
        wanted = next(one for one in box.buttons() if "Hapus" in one.text())
        for _ in box.buttons():
            if box.focusWidget() is not wanted:
                QTest.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(box.focusWidget(), Qt.Key.Key_Return)

    assert answered(page, go_there)


def test_every_question_of_the_window_says_which_answer_is_safe() -> None:
    unsafe = []
    for path in Path(meritdesk.ui.__path__[0]).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        made = len(re.findall(r"\bQMessageBox\(", text))
        if made > min(len(re.findall(rf"\.{verb}\(", text)) for verb in ("setDefaultButton", "setEscapeButton")):
            unsafe.append(path.name)
    assert unsafe == []
