"""The pictures of the manual are taken at one moment, are small, and none that the manual shows is missing."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import PICTURE, read_manual
from meritdesk.resources import manual_root
from meritdesk.ui import day_field
from meritdesk.ui.rooms import TABS, tabs_of

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    sys.path.insert(0, str(DOCS))
    spec = importlib.util.spec_from_file_location("make_screenshots", DOCS / "make_screenshots.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(DOCS))


def test_a_picture_is_small_and_still_the_widget(script: ModuleType, qtbot: QtBot) -> None:
    label = QLabel("Sasaran Kinerja Pegawai")
    qtbot.addWidget(label)
    label.resize(400, 200)
    data = script.small(label)
    assert Image.open(io.BytesIO(data)).size == (400, 200)
    assert len(data) < 10_000


def test_a_part_of_the_pictures_can_be_taken_anew(script: ModuleType) -> None:
    assert script._wanted("planning-kpi-new", ("planning-kpi",)) and script._wanted("planning-kpi", ("planning",))
    assert not script._wanted("planning-kpi", ("execution",)) and script._wanted("anything", ())


def test_the_tabs_about_somebody_exist(script: ModuleType) -> None:
    assert set(script.SOMEBODY) <= {f"{room}-{tab.key}" for room, tabs in TABS.items() for tab in tabs}


def test_the_window_believes_in_the_day_of_the_story(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = sys.modules["story_clock"]
    monkeypatch.setattr(clock, "window_modules", lambda: [day_field])
    monkeypatch.setattr(day_field, "QDate", QDate)
    monkeypatch.setattr(day_field, "date", date, raising=False)
    monkeypatch.setattr(day_field, "datetime", datetime, raising=False)
    clock.stand_still(date(2026, 3, 25))  # type: ignore[attr-defined]
    assert day_field.QDate.currentDate() == QDate(2026, 3, 25)
    assert day_field.date.today() == date(2026, 3, 25) and isinstance(date(2000, 1, 1), day_field.date)
    assert day_field.datetime.now().date() == date(2026, 3, 25)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_of_the_manual_is_there(language: str) -> None:
    folder = manual_root() / language
    chapters = read_manual(language).chapters
    shown = [path for chapter in chapters for _, path in PICTURE.findall(chapter.text)]
    assert len(shown) > 60
    assert [path for path in shown if not (folder / path).is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tab_is_pictured(language: str) -> None:
    shown = {Path(path).stem for chapter in read_manual(language).chapters for _, path in PICTURE.findall(chapter.text)}
    wanted = {f"{room}-{tab.key}-{language}" for room in TABS for tab in tabs_of(room, is_region=True)}
    assert wanted - shown == set()


def test_no_picture_lies_there_that_nobody_shows() -> None:
    shown = {
        Path(path).name
        for language in LANGUAGES
        for chapter in read_manual(language).chapters
        for _, path in PICTURE.findall(chapter.text)
    }
    assert {path.name for path in (manual_root() / "pictures").glob("*.png")} - shown == set()
