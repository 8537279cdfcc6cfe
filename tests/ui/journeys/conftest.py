"""The window of a whole city before its year is closed, and the keyboard."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.sample_city.year import City
from meritdesk.services import Desk
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.wording import Words

_SPEC = importlib.util.spec_from_file_location("keyboard", Path(__file__).with_name("keyboard.py"))
assert _SPEC and _SPEC.loader
keyboard = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("keyboard", keyboard)
_SPEC.loader.exec_module(keyboard)


@dataclass(frozen=True)
class Office:
    """One window with its desk, its stick, and a way to let the keys speak."""

    window: MainWindow
    desk: Desk
    lane: Lane
    folder: Path
    passphrase: str

    def play(self, script: Iterator[object]) -> None:
        """Let a script of keys happen."""
        keyboard.play(self.lane, script)

    def asked(self, question: Callable[[], object]) -> object:
        """What the desk answers."""
        found: list[object] = []
        self.lane.ask(lambda step: question(), found.append)
        rest(self.lane)
        return found[0]


@pytest.fixture
def sit_down(lane: Lane, indonesian: Words, qtbot: QtBot, tmp_path: Path) -> Callable[..., Office]:
    """Opens the window on a copy of a store, in its year."""

    def begin(city: City, store: Path) -> Office:
        shutil.copytree(store, tmp_path / "agency")
        (tmp_path / "stick").mkdir()
        opened: list[Desk] = []
        lane.open(lambda: bootstrap.open_desk(tmp_path / "agency", city.passphrase), opened.append)
        rest(lane)
        window = MainWindow(opened[0], lane, indonesian)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.start()
        rest(lane)
        window.set_period(city.period)
        rest(lane)
        return Office(window, opened[0], lane, tmp_path, city.passphrase)

    return begin
