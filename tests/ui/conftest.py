"""The window over a real desk: a small city that has lived its whole year, copied anew for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.periods import Period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words

YEAR, SEED, STAFF = 2025, 7, 40
NAMED = (
    *("Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Return", "Enter"),
    *("Escape", "Delete", "Backspace", "Space", "Insert", *(f"F{number}" for number in range(1, 13))),
)
PRESSED = (*(Qt.Key[f"Key_{name}"] for name in NAMED), *(Qt.Key(Qt.Key.Key_A.value + place) for place in range(26)))
HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
RATED = "agency-rated"  # the same store before its year was closed


@pytest.fixture(scope="session")
def whole_city(tmp_path_factory: pytest.TempPathFactory) -> year.City:
    """Imported, planned, rated and closed; nothing printed or sent."""
    city = year.found(tmp_path_factory.mktemp("window") / "city", STAFF, YEAR, SEED)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        year.settle(desk, city)
        year.work_through(desk, city)
    shutil.copytree(city.agency, city.folder / RATED)
    with bootstrap.open_desk(city.agency, city.passphrase) as desk:
        desk.assessment.close(city.period)
    return city


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, qapp: QApplication) -> None:
    """What the window remembers stays inside the test."""
    qapp.setOrganizationName("MeritDesk")
    qapp.setApplicationName("MeritDesk")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(scope="session")
def reacted() -> Callable[[QAbstractItemView, int], set[str]]:
    """The keys that a list or grid uses up when they are pressed in the middle of a row, as Qt writes them."""
    return keys_used_by


def keys_used_by(view: QAbstractItemView, row: int) -> set[str]:
    """Every key there is; a letter alone is typing and no key of its own."""
    found = set()
    for held in HELD:
        for key in PRESSED:
            if held is not Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
                continue
            view.setCurrentIndex(view.model().index(0, 0))  # what the key before opened is left
            view.setCurrentIndex(view.model().index(row, 1))
            event = QKeyEvent(QEvent.Type.KeyPress, key.value, held, " " if key is Qt.Key.Key_Space else "")
            view.keyPressEvent(event)
            if event.isAccepted():
                found.add(QKeySequence(QKeyCombination(held, key)).toString())
    return found


@pytest.fixture(scope="session", autouse=True)
def own_look(qapp: QApplication) -> None:
    """The look that clerks see, since sizes depend on it."""
    look.apply(qapp)


@pytest.fixture
def period(whole_city: year.City) -> Period:
    return whole_city.period


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    lane = Lane()
    broken: list[Exception] = []
    lane.broke.connect(broken.append)
    yield lane
    lane.stop()
    assert broken == []


PATIENCE_MS = 90_000
"""Only a lane that hangs lets this pass; on a machine shared by many a long verb needs half a minute."""


@pytest.fixture
def at_rest(lane: Lane, qtbot: QtBot) -> Callable[[], None]:
    def wait() -> None:
        for _ in range(2):
            qtbot.waitUntil(lambda: lane.is_idle, timeout=PATIENCE_MS)
            qtbot.wait(1)
        qtbot.waitUntil(lambda: lane.is_idle, timeout=PATIENCE_MS)

    return wait


@dataclass(frozen=True)
class Places:
    """Where a test's own copies of the two stores are, and its stick."""

    agency: Path
    region: Path
    stick: Path
    passphrase: str


@pytest.fixture
def places(whole_city: year.City, tmp_path: Path) -> Places:
    for name, store in (("agency", whole_city.agency), ("region", whole_city.region)):
        shutil.copytree(store, tmp_path / name)
    (tmp_path / "stick").mkdir()
    return Places(tmp_path / "agency", tmp_path / "region", tmp_path / "stick", whole_city.passphrase)


@pytest.fixture
def desk(places: Places, lane: Lane, at_rest: Callable[[], None]) -> Desk:
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(places.agency, places.passphrase), opened.append)
    at_rest()
    return opened[0]


OF_WORDS = (
    "language",
    "word",
    "said",
    "says",
    "told",
    "tells",
    "speak",
    "translat",
    "name",
    "both",
    "empty",
    "nothing",
)
"""What the name of a test that is about words has in it: such a test runs in both languages."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What a page does is tried in one language, by turns, what it says in both; the tour opens everything in both."""
    chosen = [str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize")]
    if "words" in metafunc.fixturenames and "words" not in chosen:
        name = metafunc.function.__name__
        is_of_words = any(word in name for word in OF_WORDS)
        metafunc.parametrize(
            "words", ["id", "en"] if is_of_words else [("id", "en")[crc32(name.encode()) % 2]], indirect=True
        )


@pytest.fixture
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Words]:
    words = Words(request.param)
    yield words
    words.set_language("en")


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[Words]:
    words = Words("id")
    yield words
    words.set_language("en")
