"""Every tab and every dialog, in both languages, on the smallest screen: nothing cut, nameless, or left in English."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import legible
import pytest
from PySide6.QtWidgets import QDialog, QWidget

from meritdesk.ui.drafts.dialogs import untrue
from meritdesk.ui.rooms import TABS
from meritdesk.ui.tour import STOPS
from meritdesk.ui.tour.walk import Walk

pytestmark = pytest.mark.xdist_group("tour")


class Judge:
    """Collects what a clerk could not read, place by place, so that one walk names everything at once."""

    def __init__(self, language: str, screen: tuple[int, int]) -> None:
        self.english = legible.english_sources() if language == "id" else frozenset()
        self.screen = screen
        self.faults: list[str] = []

    def look(self, name: str, place: QWidget) -> None:
        found = [
            *(f"cut: {one}" for one in legible.cut_parts(place)),
            *(f"nameless: {one}" for one in legible.nameless_parts(place)),
            *(f"outside: {one}" for one in legible.outside_parts(place)),
            *(f"English: {said!r}" for said in sorted(set(legible.said_by(place)) & self.english)),
        ]
        if isinstance(place, QDialog) and (wrong := untrue(place)):
            found.append(f"drafts: {wrong}")
        if isinstance(place, QDialog) and (place.width() > self.screen[0] or place.height() > self.screen[1]):
            found.append(f"larger than the screen: {place.size().toTuple()}")
        self.faults.extend(f"{name}: {one}" for one in found)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_tab_and_every_dialog_can_be_read(language: str, walk: Callable[[str], Walk]) -> None:
    path = walk(language)
    size = path.window.size().toTuple()
    assert size == (1366, 768), "the frame itself needs more than the smallest screen"
    judge = Judge(language, size)
    for room, tabs in TABS.items():
        for tab in tabs:
            path.stand(room, tab.key)
            judge.look(f"{room}-{tab.key}", path.window)
    for stop in STOPS:
        path.visit(stop, lambda dialog, name=stop.name: judge.look(name, dialog))
    assert not judge.faults, "\n".join(judge.faults)


def test_everything_can_still_be_read_at_two_hundred_percent(lived_city: Path, tmp_path: Path) -> None:
    store = tmp_path / "agency"
    shutil.copytree(lived_city / "agency", store)
    walking = (sys.executable, str(Path(__file__).with_name("walk_alone.py")), str(store))
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": "2",
        "MERITDESK_PASSPHRASE_FILE": str(lived_city / "passphrase.txt"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(walking, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert told[0] == "2.0", "the picture is really twice as fine"
    assert told[1:] == []
