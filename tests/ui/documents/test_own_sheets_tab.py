"""Lembar lain: the spread of a unit is seen, printed, and says what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.own_sheets_tab import OwnSheetsTab
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.rooms import make_page
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def tab(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> OwnSheetsTab:
    room = make_page("documents", desk, lane, words)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("own_sheets")
    room.enter(period)
    at_rest()
    page = room.tab("own_sheets")
    assert isinstance(page, OwnSheetsTab)
    page.heard = []
    page.message.connect(page.heard.append)
    page.holder = room
    return page


def told(strip) -> str:
    return " ".join(label.text() for label in strip.findChildren(QLabel))


def test_each_unit_with_predicates_is_listed_and_the_first_is_seen(tab, at_rest):
    assert tab.list.count() > 1
    assert tab.preview.pages.rowCount() >= 1
    assert tab.refusal.isHidden()


def test_the_chosen_sheet_and_all_of_them_are_printed(tab, at_rest, tmp_path, desk):
    count = tab.list.count()
    assert count
    tab.print_into(tmp_path)
    at_rest()
    assert desk.documents.count() == 1 and len(tab.heard) == 1
    tab.print_into(tmp_path, only_chosen=False)
    at_rest()
    assert desk.documents.count() == 1 + count
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_a_period_without_predicates_says_so_and_prints_nothing(tab, at_rest, tmp_path):
    tab.holder.enter(Period(2024, PeriodKind.YEAR))
    at_rest()
    assert tab.list.count() == 0 and not tab.all_button.isEnabled() and tab.said.text()
    tab.print_into(tmp_path)
    at_rest()
    assert not list(tmp_path.glob("*.pdf"))


def test_a_dialog_shows_a_draft_prints_it_and_tells_a_refusal(desk, lane, words, qtbot, at_rest, period, tmp_path):
    sheets = desk.assessment.distribution_sheets
    unit = sheets.spreads(period)[0].led_unit_id
    dialog = SheetDialog(
        desk,
        lane,
        words,
        "Sebaran",
        lambda style: sheets.preview(period, unit, style),
        lambda folder, style: Path(sheets.print(period, folder, led_unit_id=unit, style=style).file.path),
    )
    qtbot.addWidget(dialog)
    dialog.show()
    at_rest()
    assert dialog.preview.pages.rowCount() == 1 and not dialog.paper_button.isEnabled()
    with qtbot.waitSignal(dialog.printed):
        dialog.print_into(tmp_path)
    at_rest()
    assert dialog.paper_button.isEnabled() and "POLA-" in dialog.told.text()
    broken = SheetDialog(
        desk, lane, words, "x", lambda style: sheets.preview(period, "tidak ada", style), lambda folder, style: folder
    )
    qtbot.addWidget(broken)
    broken.show()
    at_rest()
    assert "DOC-539" in told(broken.refusal)
