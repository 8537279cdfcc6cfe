"""Kirim & terima, SIASN: the list says who goes and who cannot, the files are written, and what is in is marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.national import NationalState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.national_tab import NationalTab
from meritdesk.ui.rooms import make_page
from meritdesk.ui.wording import Words


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Callable[[], None]):
    room = make_page("handover", desk, lane, words)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("national")
    room.enter(period)
    at_rest()
    page = room.tab("national")
    assert isinstance(page, NationalTab)
    return page


def test_the_tab_writes_marks_and_then_has_nothing_left_to_write(page, desk, period, places, at_rest, words):
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    board = desk.handover.national.preview(period)
    assert page.listing.total == len(board.lines) and board.count(NationalState.NEW)
    assert page.buttons["write_national"].isEnabled() and not page.buttons["mark_uploaded"].isEnabled()
    assert "SIA-1" in page.why.toHtml()
    dialog = page.open_write()
    assert dialog is not None and dialog.write_button.isEnabled() and not dialog.wants_everything()
    dialog.target.line.setText(str(places.stick))
    dialog.accept()
    at_rest()
    (folder,) = places.stick.iterdir()
    assert folder.name.startswith("SIASN-") and any(path.suffix == ".xlsx" for path in folder.iterdir())
    assert page.buttons["mark_uploaded"].isEnabled() and page.open_mark() is not None
    sheet = page.show_rekey()
    at_rest()
    assert sheet is not None
    sheet.close()
    mark = page.open_mark()
    assert mark is not None
    mark.only_chosen.setChecked(False)
    mark.accept()
    at_rest()
    assert desk.handover.national.preview(period).count(NationalState.SAME) == board.count(NationalState.NEW)
    assert not page.buttons["mark_uploaded"].isEnabled()
    again = page.open_write()
    assert again is not None and not again.write_button.isEnabled()
    again.everything.setChecked(True)
    assert again.write_button.isEnabled()
    again.reject()


def test_a_refusal_is_told_on_the_page(page, places, at_rest):
    page.mark("2025-9999")
    at_rest()
    assert page.refusal.isVisible() and "SIA-101" in page.refusal.accessibleName() + page.refusal.toolTip() + str(
        [child.text() for child in page.refusal.findChildren(type(page.title))]
    )
