"""Tab goes through every place once, from left to right and down, both ways, and comes back to where it began."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import meritdesk.ui

OF_QT = re.compile(r"class \w+\(.*\b(QDialog|QMainWindow)\b.*\):")


@pytest.mark.xdist_group("tour")
def test_tab_reaches_everything_once_and_in_the_order_of_reading(seen: Callable[[str], object]) -> None:
    faults = seen("id").keyboard_goes_astray
    assert not faults, "\n".join(faults)


@pytest.mark.xdist_group("tour")
def test_escape_closes_every_dialog_and_writes_nothing(seen: Callable[[str], object]) -> None:
    faults = seen("id").cannot_be_left
    assert not faults, "\n".join(faults)


@pytest.mark.xdist_group("tour")
def test_enter_in_no_dialog_takes_something_away(seen: Callable[[str], object]) -> None:
    faults = seen("id").loses_by_enter
    assert not faults, "\n".join(faults)


def test_every_dialog_of_ours_goes_by_the_order_of_reading() -> None:
    said = {
        f"{path.name}: {line}"
        for path in Path(meritdesk.ui.__path__[0]).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if OF_QT.match(line)
    }
    assert said, "the pattern still finds what it is about"
    assert sorted(one for one in said if "(ByKeyboard, " not in one) == []
