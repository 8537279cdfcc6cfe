"""Words from outside are words: no label, hint or question takes them for markup and draws a picture (F52, F54)."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget

from meritdesk.core.errors import UsageRefusal
from meritdesk.ui.notices import refusal_box

_DOT = base64.b64encode(b"GIF87a\x01\x00\x01\x00\x81\x00\x00\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00,").decode()
NAME = f'Dinas <img src="data:image/gif;base64,{_DOT}"><b>Contoh</b>'


def test_a_label_shows_markup_as_it_is_written(qtbot):
    label = QLabel(NAME)
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    later = QLabel()
    qtbot.addWidget(later)
    later.show()
    later.setText(NAME)
    assert later.textFormat() is Qt.TextFormat.PlainText
    assert later.sizeHint().width() >= later.fontMetrics().horizontalAdvance(NAME)


def test_a_label_that_is_told_so_keeps_its_markup(qtbot):
    label = QLabel("<b>Contoh</b>")
    label.setTextFormat(Qt.TextFormat.RichText)
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() is Qt.TextFormat.RichText


def test_a_hint_beside_the_pointer_shows_markup_as_it_is_written(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    QToolTip.showText(QPoint(9, 9), NAME, page)
    hints = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
    assert hints and all(one.textFormat() is Qt.TextFormat.PlainText for one in hints)
    QToolTip.hideText()


def test_a_refusal_names_what_it_was_told_and_keeps_its_own_markup(qtbot, words):
    box = refusal_box(None, words, UsageRefusal("USE-102", nip=NAME))
    assert isinstance(box, QMessageBox)
    qtbot.addWidget(box)
    box.show()
    assert "<img" not in box.text() and "&lt;img" in box.text()
    assert box.textFormat() is Qt.TextFormat.RichText and "<small>" in box.informativeText()


@pytest.mark.parametrize("markup", ["<b>x</b>", '<img src="kartu.png">', NAME])
def test_no_picture_is_asked_for_by_a_name(qtbot, tmp_path: Path, monkeypatch, markup):
    picture = QImage(40, 400, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(tmp_path / "kartu.png"))
    monkeypatch.chdir(tmp_path)
    label = QLabel(markup)
    qtbot.addWidget(label)
    label.show()
    assert label.sizeHint().height() < 100
