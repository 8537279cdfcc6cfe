"""The windows of help: nothing is cut, all has a name, no English is left; also in letters twice as large."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.ui.help.glossary_window import GlossaryWindow
from meritdesk.ui.help.manual_window import ManualWindow
from meritdesk.ui.help.why_window import Asked, WhyWindow
from meritdesk.ui.wording import Words

legible = sys.modules["legible"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_window_of_help_can_be_read(words: Words, scale: float, qapp: QApplication, qtbot: QtBot) -> None:
    usual = QFont(qapp.font())
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * scale)
    qapp.setFont(larger)
    faults: list[str] = []
    try:
        manual, why, glossary = ManualWindow(words), WhyWindow(words), GlossaryWindow(words)
        windows: tuple[QWidget, ...] = (manual, why, glossary)
        for window in windows:
            qtbot.addWidget(window)
            window.show()
        manual.open_at("year")
        manual.find_bar.begin()
        why.explain([Asked("V-15"), Asked("V-89")])
        for window in windows:
            window.resize(window.sizeHint().expandedTo(window.size()))
            QApplication.processEvents()
            name = type(window).__name__
            faults += [f"{name}: {fault}" for fault in legible.cut_parts(window)]
            faults += [f"{name}: {fault}" for fault in legible.nameless_parts(window)]
            if words.language == "id":
                left = legible.english_sources() & set(map(legible.plain, legible.said_by(window)))
                faults += [f"{name}: {text}" for text in left]
    finally:
        qapp.setFont(usual)
    assert faults == []
