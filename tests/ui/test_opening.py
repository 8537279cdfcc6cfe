"""Something stands on the screen before the program is loaded, and the window takes its place."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from meritdesk.ui.opening import OpeningFrame, fetch, show_first


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_frame_says_that_it_opens_and_can_be_closed(language: str, qtbot: QtBot) -> None:
    frame = OpeningFrame(language)
    qtbot.addWidget(frame)
    frame.show()
    assert frame.told.text() and frame.isVisible()
    frame.close()
    assert frame.was_closed


def test_the_frame_needs_neither_store_nor_services() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, meritdesk.ui.opening; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    heavy = [
        name for name in told if name.startswith(("sqlalchemy", "reportlab", "meritdesk.services", "meritdesk.core"))
    ]
    assert heavy == []


def test_what_goes_wrong_while_fetching_is_not_swallowed(qtbot: QtBot) -> None:
    assert fetch("meritdesk.ui.day_field").__name__ == "meritdesk.ui.day_field"
    with pytest.raises(ModuleNotFoundError):
        fetch("meritdesk.ui.nothing_of_the_kind")


def test_the_first_time_a_small_screen_is_filled_so_that_the_last_line_is_not_below_its_edge(qtbot: QtBot) -> None:
    frame = OpeningFrame("id")
    qtbot.addWidget(frame)
    room = frame.screen().availableGeometry()
    frame.resize(room.width(), room.height())
    show_first(frame)
    assert frame.isMaximized()
    small = OpeningFrame("id")
    qtbot.addWidget(small)
    small.resize(room.width() // 2, room.height() // 2)
    show_first(small)
    assert not small.isMaximized()
    QSettings().setValue("geometry", small.saveGeometry())
    again = OpeningFrame("id")  # where it stood last, it stands again
    qtbot.addWidget(again)
    show_first(again)
    assert not again.isMaximized()
