"""A small city that has lived its whole year, paper and hand-over too, so that every dialog has something to show."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.tour.walk import Walk
from meritdesk.ui.wording import Words

_SPEC = importlib.util.spec_from_file_location("legible", Path(__file__).with_name("legible.py"))
assert _SPEC and _SPEC.loader
legible = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("legible", legible)
_SPEC.loader.exec_module(legible)

STAFF = 60
SMALL_SCREEN = (1366, 768)


@pytest.fixture(scope="session")
def lived_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour") / "city"
    year.live(folder, STAFF, 2025, 7101, lambda done, total: None)
    return folder


@pytest.fixture
def walk(lived_city: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[str], Walk]]:
    """Opens the window on a copy of the city, in a language, on the smallest screen."""
    lanes: list[Lane] = []
    words: list[Words] = []

    def begin(language: str) -> Walk:
        store = tmp_path / "agency"
        shutil.copytree(lived_city / "agency", store)
        passphrase = (lived_city / "passphrase.txt").read_text(encoding="utf-8").strip()
        lane = Lane()
        lanes.append(lane)
        opened: list[Desk] = []
        lane.open(lambda: bootstrap.open_desk(store, passphrase), opened.append)
        rest(lane)
        words.append(Words(language))
        window = MainWindow(opened[0], lane, words[0])
        qtbot.addWidget(window)
        window.resize(*SMALL_SCREEN)
        window.show()
        window.start()
        rest(lane)
        return Walk(window)

    yield begin
    for lane in lanes:
        lane.stop()
    for said in words:
        said.set_language("en")
