"""The list of dialogs itself."""

from __future__ import annotations

from meritdesk.ui.rooms import TABS
from meritdesk.ui.tour import STOPS


def test_a_stop_has_a_name_of_its_own_and_a_tab_that_exists() -> None:
    names = [stop.name for stop in STOPS]
    assert len(names) == len(set(names))
    assert {(stop.room, stop.tab) for stop in STOPS} <= {(room, tab.key) for room in TABS for tab in TABS[room]}
