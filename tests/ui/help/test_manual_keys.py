"""A key that the manual puts behind the name of a button is a key of that very page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import read_manual
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.keys_dialog import actions_of
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.own_keys import sheets_of
from meritdesk.ui.rooms import TABS
from meritdesk.ui.wording import Words

WITH_KEY = re.compile(r"\*\*([^*]+)\*\* \(`(?!Enter`)([^`]+)`\)")  # Enter on a line is the list's own


def named_keys(language: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Under each room and tab what the manual says of its buttons: the name and the key."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for chapter in read_manual(language).chapters:
        for section in chapter.sections:
            room, _, rest = section.anchor.partition("-")
            tab, _, dialog = rest.partition("-")
            if room in TABS and tab in {one.key for one in TABS[room]} and not dialog:
                found[room, tab] += WITH_KEY.findall(section.text)
    return {place: pairs for place, pairs in found.items() if pairs}


def test_the_keys_behind_the_names_of_buttons_work_on_their_page(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    window.set_period(period)
    at_rest()
    said = named_keys(words.language)
    assert words.language in LANGUAGES and len(said) > 20
    wrong = []
    for (room, tab), pairs in said.items():
        window.go(room, {"tab": tab})
        at_rest()
        page = window.page(room)
        held = {key.toString() for action in actions_of(page) for key in action.shortcuts()}
        held |= {own.shown for part in sheets_of(page.places()[-1:]) for own in part.rows}  # lists and grids
        wrong += [(room, tab, *pair) for pair in pairs if pair[1].replace("Enter", "Return") not in held]
    assert not wrong, "\n".join(map(str, wrong))
