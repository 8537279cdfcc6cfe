"""Who asked for a limit of processing is marked in every list where he stands: for eye, screen reader and clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.table import GridTable
from meritdesk.ui.limited_people import SIGN, LimitedPeople
from meritdesk.ui.line_table import ACCESSIBLE, DISPLAY, TOOLTIP, LineTable
from meritdesk.ui.lists import clipboard
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
SAID = {"id": "pemrosesan dibatasi", "en": "processing limited"}
WHY = "Surat permintaan 12"


@pytest.fixture
def somebody(desk: Desk) -> str:
    """The NIP of somebody who rates nobody and asked for a limit."""
    nip = next(one.nip for one in reversed(desk.register.page(StaffQuery(limit=100)).lines) if one.nip)
    desk.upkeep.personal.limit(nip, WHY)
    return nip


def cells(table: LineTable, role: int) -> list[str]:
    columns = range(table.columnCount())
    return [str(table.index(row, column).data(role) or "") for row in range(table.rowCount()) for column in columns]


def test_the_staff_list_marks_him_once_and_says_why_and_how_it_ends(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Rest, somebody: str
) -> None:
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    window.go("register", {"tab": "staff", "nip": somebody, "search": somebody})
    at_rest()
    page = window.page("register").tab("staff")
    table = page.listing.table
    shown = [cell for cell in cells(table, DISPLAY) if cell.startswith(SIGN)]
    assert len(shown) == 1
    spoken = [cell for cell in cells(table, ACCESSIBLE) if SAID[words.language] in cell]
    assert len(spoken) == 1 and SIGN not in spoken[0]
    [hint] = [cell for cell in cells(table, TOOLTIP) if WHY in cell]
    assert "penguji" in hint or desk.upkeep.accounts.actor.name in hint
    line = table.line(0)
    copied = clipboard.as_table([line], table, page.listing.view.columns.shown)
    assert SAID[words.language] in copied.text() and SAID[words.language] in copied.html()
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert WHY in told, "the card says it"
    desk.upkeep.personal.lift(somebody, "Selesai")
    window._ask_limits()
    at_rest()
    assert not [cell for cell in cells(table, DISPLAY) if cell.startswith(SIGN)]


def test_every_list_that_names_him_marks_him(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest, somebody: str
) -> None:
    words = indonesian
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    person = desk.register.show(somebody).person
    unmarked, marked = [], 0
    for room in TABS:
        for tab in tabs_of(room, is_region=False):
            page = tab.make(desk, lane, words, None)
            qtbot.addWidget(page)
            page.show()
            page.enter(period)
            at_rest()
            for table in page.findChildren(LineTable):
                for row in range(min(table.rowCount(), 300)):
                    texts = [str(table.index(row, column).data(DISPLAY) or "") for column in range(table.columnCount())]
                    is_named = any(person.nip == text or person.full_name == text for text in texts)
                    has_sign = any(text.startswith(SIGN) for text in texts)
                    marked += has_sign
                    if is_named and not has_sign:
                        unmarked.append((type(page).__name__, texts))
            for grid in page.findChildren(GridTable):
                for row in range(min(grid.rowCount(), 300)):
                    texts = [str(grid.index(row, column).data(DISPLAY) or "") for column in range(grid.columnCount())]
                    marked += any(text.startswith(SIGN) for text in texts)
                    if person.full_name in texts:
                        unmarked.append((type(page).__name__, texts))
            page.close()
    assert unmarked == [] and marked > 5


def test_a_sort_and_a_filter_do_not_see_the_sign(desk: Desk, words: Words, somebody: str) -> None:
    from meritdesk.ui.register.staff_table import StaffTable

    table = StaffTable(words)
    [line] = desk.register.page(StaffQuery(search=somebody, limit=5)).lines
    before = table.searched(line)
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    assert table.searched(line) == before and SIGN not in table.searched(line)
