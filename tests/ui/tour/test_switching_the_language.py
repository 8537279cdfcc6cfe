"""Switching the language in the running window says everything anew, as a window says it that was opened in it."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from meritdesk.ui.background import rest
from meritdesk.ui.rooms import REGION_TABS, TABS, tabs_of
from meritdesk.ui.tour.walk import Walk, settle

pytestmark = pytest.mark.xdist_group("tour")

A_MOMENT = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
"""When something was saved or looked at stands in the status line; two windows are not opened at the same minute."""


def places_of(path: Walk) -> list[tuple[str, str]]:
    """Every tab of an office: at the region those of the rooms in which it has tabs of its own."""
    is_region = path.window.desk.agency.is_region
    rooms: Iterable[str] = REGION_TABS if is_region else TABS
    return [(room, tab.key) for room in rooms for tab in tabs_of(room, is_region)]


def said_by(path: Walk) -> Counter[tuple[str, str]]:
    """All that can be read in the window now."""
    spoken = sys.modules["spoken"].spoken(path.window)
    return Counter((where, A_MOMENT.sub("…", text)) for where, text in spoken)


def switch(path: Walk, language: str) -> None:
    """As Ctrl+Shift+L does, and until everything that is said in slices was said."""
    stay_awake(path)
    path.window.words.set_language(language)
    for _ in range(2):
        rest(path.window.lane)
        settle(path.window)


def stay_awake(path: Walk) -> None:
    """On a slow machine the walk takes longer than a desk may stand idle; the window would cover itself."""
    path.window.guard.protection = replace(path.window.guard.protection, idle_minutes=0)


def differences(place: tuple[str, str], due: Counter[tuple[str, str]], said: Counter[tuple[str, str]]) -> list[str]:
    """What is said otherwise than it should be, both ways round."""
    named = "-".join(place)
    return [
        *(f"{named}: still says {text[:120]!r} in {where}" for where, text in said - due),
        *(f"{named}: does not say {text[:120]!r} in {where}" for where, text in due - said),
    ]


@pytest.mark.parametrize("office", ["agency", "region"])
def test_every_tab_is_said_anew(office: str, walk: Callable[[str, str], Walk]) -> None:
    path = walk("en", office)
    due = {}
    for place in places_of(path):
        path.stand(*place)
        stay_awake(path)
        due[place] = said_by(path)
    path.window.close()
    path = walk("id", office)
    faults: list[str] = []
    for place in places_of(path):
        path.stand(*place)
        before = said_by(path)
        switch(path, "en")
        faults += differences(place, due[place], said_by(path))
        switch(path, "id")
        faults += differences(place, before, said_by(path))
    assert not faults, "\n".join(faults)
