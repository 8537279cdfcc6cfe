"""A clock of the PC that cannot be right is said above every page, with the next step (F70)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.wording import Words


def test_a_wrong_clock_is_said_above_every_page_with_what_to_do(
    desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    around, right = desk.overview.around, desk.overview.around.clock()
    moments = [datetime(1980, 1, 1, 8, tzinfo=UTC)]
    object.__setattr__(around, "clock", lambda: moments[0])
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    band = window.clock_band
    assert band.isVisible() and "1980" in band.said and "Betulkan tanggal dan jam PC ini" in band.said
    indonesian.set_language("en")
    assert "Set the date and time" in band.said and band.again.text() == "Look again"
    moments[0] = datetime(2099, 1, 1, tzinfo=UTC)
    band.again.click()
    qtbot.waitUntil(lambda: "years after" in band.said)
    moments[0] = right
    band.again.click()
    qtbot.waitUntil(lambda: not band.isVisible())
