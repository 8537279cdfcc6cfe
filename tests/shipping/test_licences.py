"""Whoever passes the program on passes on other people's work: the page names all of it, at the pinned versions."""

import importlib.metadata
import re

import pytest

from shipping import licences
from shipping.contents import OURS_OF_THE_BUILDER, may_ship
from shipping.places import Failure, pins


def test_the_page_names_everything_that_ships_at_its_pin() -> None:
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([^ ]+) \| ([^|]+) \| ([^|]+) \|$", licences.PAGE.read_text("utf-8"), re.M)
    named = {name: version for name, version, _, _ in rows}
    assert pins("runtime.txt").items() <= named.items()
    builders = {name: pins("package.txt")[name] for name in OURS_OF_THE_BUILDER}
    assert named == may_ship() | builders, "run: python -m shipping.licences"
    assert all(len(licence) < 80 and licence.strip() for _, _, licence, _ in rows)


def test_what_ships_for_windows_is_what_was_tested_here() -> None:
    windows = pins("windows.txt")
    differing = {
        name: (version, windows.get(name)) for name, version in may_ship().items() if windows.get(name) != version
    }
    assert not differing
    assert windows["pyinstaller"] == pins("package.txt")["pyinstaller"]


def test_a_package_without_a_licence_or_at_another_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "may_ship", lambda: {"segno": "0.0.1"})
    monkeypatch.setattr(licences, "OURS_OF_THE_BUILDER", ())
    with pytest.raises(Failure, match=r"segno .* is installed, the lock says 0\.0\.1"):
        licences.page()
    monkeypatch.setattr(licences, "may_ship", lambda: {"nobody-has-this": "1"})
    with pytest.raises(Failure, match="not installed"):
        licences.page()


def test_the_texts_of_qt_are_ours_to_add_and_others_bring_their_own() -> None:
    names = {path.name for path in licences.texts_of(importlib.metadata.distribution("PySide6-Essentials"))}
    assert names >= {"LGPL-3.txt", "GPL-3.txt"}
    assert any("LICENSE" in path.name.upper() for path in licences.texts_of(importlib.metadata.distribution("segno")))
