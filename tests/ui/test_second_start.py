"""The program started twice shows the window that is open; nothing but that is said between the two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meritdesk.ui import opening
from meritdesk.ui.second_start import Asked, FirstStart, come_to_the_front, shows_first

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = "import os, sys\nfrom pathlib import Path\nfrom meritdesk.ui.second_start import FirstStart, shows_first\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this user's own, for this test."""
    place = tmp_path / "run"
    place.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    return place


def another(text: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process of the same user."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    given = [sys.executable, "-c", IMPORTS + text, *map(str, arguments)]
    return subprocess.Popen(given, stdout=subprocess.PIPE, text=True, env=environment)


def test_every_later_start_shows_the_first_window_and_ends(own: Path, tmp_path: Path, qtbot: QtBot) -> None:
    first, heard = FirstStart(), []
    first.shown.connect(lambda: heard.append("shown"))
    first.file_wanted.connect(lambda: heard.append("file"))
    assert first.keep(tmp_path / "kantor") and first.is_first
    starts = 50
    asks = "print(*[shows_first(Path(sys.argv[1]), has_file=turn % 2 == 1, patience=30) for turn in range(25)])"
    both = [another(asks, tmp_path / "kantor") for _ in range(2)]
    qtbot.waitUntil(lambda: all(one.poll() is not None for one in both), timeout=60_000)
    answers = " ".join(one.communicate()[0] for one in both).split()
    assert answers == ["True"] * starts
    assert {"shown", "file"} == set(heard)
    assert not [one for one in own.iterdir() if one.suffix[1:] in tuple(Asked)]
    assert not any("kantor" in one.name for one in own.iterdir()), "the name tells neither store nor user"

    assert not shows_first(tmp_path / "lain"), "another store is another desk"
    assert not FirstStart().keep(tmp_path / "kantor")
    assert not shows_first(tmp_path / "kantor", patience=0.1), "who does not answer lets the second go to the door"
    assert not [one for one in own.iterdir() if one.suffix[1:] in tuple(Asked)]
    first.keep(tmp_path / "lain")
    assert not shows_first(tmp_path / "kantor"), "the window went on to another store"
    first.stop()
    assert FirstStart().keep(tmp_path / "lain")


def test_a_first_that_died_keeps_nobody_out_and_a_folder_of_others_is_not_used(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    died = another("print(FirstStart().keep(Path(sys.argv[1])), flush=True); os._exit(1)", tmp_path)
    assert died.communicate()[0].strip() == "True"
    assert not shows_first(tmp_path)
    assert FirstStart().keep(tmp_path)

    lent = tmp_path / "bersama"
    lent.mkdir(mode=0o777)
    lent.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(lent))
    assert not any("bersama" in str(path) for path in (lent.iterdir() if FirstStart().keep(tmp_path) else ()))


def test_the_window_comes_up_and_a_start_that_showed_it_loads_nothing(
    own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.showMinimized()
    come_to_the_front()
    assert not window.windowState() & Qt.WindowState.WindowMinimized

    asked = []
    monkeypatch.setattr(opening.FirstStart, "keep", lambda *_: False)
    monkeypatch.setattr(opening, "shows_first", lambda *given: asked.append(given) or True)
    monkeypatch.setattr(opening, "fetch", lambda: pytest.fail("the program is loaded"))
    assert opening.run(tmp_path, "id", tmp_path / "a.merit") == 0
    assert asked == [(tmp_path, True)]
