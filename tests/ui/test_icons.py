"""Icons: all of one set, each that is asked for is there, none lies about, and they take the colour of the text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import meritdesk.ui
from meritdesk.resources import resource
from meritdesk.ui import actions, icons, look

WINDOW = Path(next(iter(meritdesk.ui.__path__)))


def asked() -> Iterator[str]:
    """Every icon that is named in a call of ``look.icon`` or of an offer of the box."""
    for path in WINDOW.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "icon":
                yield from (
                    found.value
                    for part in node.args[:1]
                    for found in ast.walk(part)
                    if isinstance(found, ast.Constant) and isinstance(found.value, str)
                )
    yield from (room for room, _ in actions.ROOMS)


def test_every_icon_that_is_asked_for_is_in_the_set() -> None:
    assert set(asked()) <= icons.FILES.keys()
    assert {"close", "clip", "refused"} <= set(asked())


def test_the_folder_holds_exactly_the_icons_in_use_with_their_licence() -> None:
    found = {path.stem for path in resource("icons").iterdir() if path.suffix == ".svg"}
    assert found == set(icons.FILES.values())
    licence = resource("icons", "LICENSE.txt").read_text(encoding="utf-8")
    assert "Tabler Icons" in licence and "Paweł Kuna" in licence and "Permission is hereby granted" in licence


@pytest.mark.parametrize("name", sorted(set(icons.FILES.values())))
def test_an_icon_is_drawn_in_lines_of_one_set_and_says_no_colour_of_its_own(name: str) -> None:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text and f'stroke="{icons.INK}"' in text and "#" not in text


@pytest.mark.parametrize("dark", [False, True])
def test_icons_take_the_colour_of_the_text_in_light_and_dark(qapp: QApplication, dark: bool) -> None:
    look.apply(qapp, dark)
    try:
        text = qapp.palette().color(QPalette.ColorRole.WindowText)
        for name in icons.FILES:
            image = look.icon(name, 24).pixmap(24, 24).toImage()
            drawn = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
            inked = [colour for colour in drawn if colour.alpha() == 255]
            assert inked, name
            assert all(near(colour, text) for colour in inked), name
    finally:
        look.apply(qapp, False)


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))
