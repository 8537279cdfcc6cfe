"""A small city that has lived its whole year, paper and hand-over too, so that every dialog has something to show."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from meritdesk import bootstrap
from meritdesk.sample_city import year
from meritdesk.sample_city.neighbours import bring_neighbours
from meritdesk.services import Desk
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.drafts.dialogs import untrue
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import REGION_TABS, TABS, tabs_of
from meritdesk.ui.tour import stops_of
from meritdesk.ui.tour.walk import Walk
from meritdesk.ui.wording import Words

for _name in ("legible", "spoken", "tabbing"):
    _spec = importlib.util.spec_from_file_location(_name, Path(__file__).with_name(f"{_name}.py"))
    assert _spec and _spec.loader
    sys.modules[_name] = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules[_name])
legible, spoken, tabbing = (sys.modules[name] for name in ("legible", "spoken", "tabbing"))

STAFF = 60
TAKE_AWAY = ("Hapus", "Buang", "Blokir", "Cabut", "Urungkan", "Mulai dari awal", "Tutup periode", "Kosongkan", "Timpa")
"""How a button begins that takes something away."""
SMALL_SCREEN = (1366, 768)
PRESSED_IN = "id"
"""The language in which Tab is pressed everywhere; the order of reading is the same in both."""


@pytest.fixture(scope="session")
def lived_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour") / "city"
    year.live(folder, STAFF, 2025, 7101, lambda done, total: None)
    bring_neighbours(folder, 2025)
    return folder


@pytest.fixture
def walk(lived_city: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[str, str], Walk]]:
    """Opens the window of an office on a copy of the city, in a language, on the smallest screen."""
    lanes: list[Lane] = []
    words: list[Words] = []

    def begin(language: str, office: str) -> Walk:
        store = tmp_path / f"{office}-{language}"
        shutil.copytree(lived_city / office, store)
        passphrase = (lived_city / "passphrase.txt").read_text(encoding="utf-8").strip()
        lane = Lane()
        lanes.append(lane)
        opened: list[Desk] = []
        lane.open(lambda: bootstrap.open_desk(store, passphrase), opened.append)
        rest(lane)
        words.append(Words(language))
        window = MainWindow(opened[0], lane, words[-1])
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


@dataclass
class Seen:
    """What is wrong anywhere in one language, collected so that one walk names everything at once."""

    english: frozenset[str]
    cannot_be_read: list[str] = field(default_factory=list)
    keyboard_goes_astray: list[str] = field(default_factory=list)
    cannot_be_left: list[str] = field(default_factory=list)
    loses_by_enter: list[str] = field(default_factory=list)

    def look(self, name: str, place: QWidget) -> None:
        """What a clerk could not read at a place."""
        found = [
            *(f"cut: {one}" for one in legible.cut_parts(place)),
            *(f"nameless: {one}" for one in legible.nameless_parts(place)),
            *(f"deaf: {one}" for one in legible.deaf_letters(place)),
            *(f"outside: {one}" for one in legible.outside_parts(place)),
            *(f"English: {said!r}" for said in sorted(set(legible.said_by(place)) & self.english)),
        ]
        if isinstance(place, QDialog) and (wrong := untrue(place)):
            found.append(f"drafts: {wrong}")
        if isinstance(place, QDialog) and (place.width() > SMALL_SCREEN[0] or place.height() > SMALL_SCREEN[1]):
            found.append(f"larger than the screen: {place.size().toTuple()}")
        self.cannot_be_read += [f"{name}: {one}" for one in found]

    def press(self, name: str, place: QWidget) -> None:
        """Where Tab does not lead as the eye goes."""
        place.activateWindow()
        QApplication.processEvents()
        assert place.isActiveWindow(), f"{name} never has the keyboard"
        self.keyboard_goes_astray += [f"{name}: {one}" for one in tabbing.faults_of(place)]

    def leave(self, name: str, dialog: QDialog, window: MainWindow) -> None:
        """Whether Esc is a way out that writes nothing, and Enter without reading none that takes something away."""
        marked = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
        self.loses_by_enter += [
            f"{name}: {legible.plain(one.text())}" for one in marked if legible.plain(one.text()).startswith(TAKE_AWAY)
        ]
        before = journal_head(window)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        rest(window.lane)
        if isValid(dialog) and dialog.isVisible():
            self.cannot_be_left.append(f"{name}: Esc leaves it open")
        if journal_head(window) != before:
            self.cannot_be_left.append(f"{name}: Esc wrote something")


def journal_head(window: MainWindow) -> object:
    """The last change of the store."""
    heard: list[object] = []
    window.lane.ask(lambda step: window.desk.upkeep.journal(0, 1), heard.append)
    rest(window.lane)
    return heard[0]


WALKED = {"agency": tuple(TABS), "region": tuple(REGION_TABS)}
"""The rooms that are gone through at each office: at the region those in which it has tabs or dialogs of its own."""


def go_through(path: Walk, rooms: tuple[str, ...], found: Seen, language: str) -> None:
    """Look at every tab of these rooms and at every dialog of the office."""
    is_region = path.window.desk.agency.is_region
    size = path.window.size().toTuple()
    assert size == SMALL_SCREEN, "the frame itself needs more than the smallest screen"
    mark = "region " if is_region else ""

    def visit(name: str, place: QWidget) -> None:
        found.look(name, place)
        if language == PRESSED_IN:
            found.press(name, place)

    for room in rooms:
        for tab in tabs_of(room, is_region):
            path.stand(room, tab.key)
            visit(f"{mark}{room}-{tab.key}", path.window)

    def visit_and_leave(name: str, dialog: QDialog) -> None:
        visit(name, dialog)
        if language == PRESSED_IN:
            found.leave(name, dialog, path.window)

    for stop in stops_of(is_region):
        path.visit(stop, lambda dialog, name=stop.name: visit_and_leave(f"{mark}{name}", dialog))


_SEEN: dict[str, Seen] = {}


@pytest.fixture
def seen(walk: Callable[[str, str], Walk]) -> Callable[[str], Seen]:
    """One walk through every tab and every dialog of both offices in a language; made when first asked for."""

    def all_over(language: str) -> Seen:
        if language in _SEEN:
            return _SEEN[language]
        found = Seen(legible.english_sources() if language == "id" else frozenset())
        for office, rooms in WALKED.items():
            go_through(walk(language, office), rooms, found, language)
        _SEEN[language] = found
        return found

    return all_over
