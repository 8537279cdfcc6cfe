"""The list of dialogs itself."""

from __future__ import annotations

from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.tour import STOPS, stops_of


def test_a_stop_has_a_name_of_its_own_and_a_tab_that_exists() -> None:
    names = [stop.name for stop in STOPS]
    assert len(names) == len(set(names))
    for is_region in (False, True):
        there = {(room, tab.key) for room in TABS for tab in tabs_of(room, is_region)}
        assert {(stop.room, stop.tab) for stop in stops_of(is_region)} <= there


def test_every_stop_is_walked_at_one_of_the_two_offices() -> None:
    assert sorted(map(id, (*stops_of(False), *stops_of(True)))) == sorted(map(id, STOPS))
