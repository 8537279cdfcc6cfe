"""The window never unpacks what came from outside: pictures and papers are drawn by a process apart (F54, F74)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor

from meritdesk.pictures import Raster
from meritdesk.ui.points import icon_of, image_of

ROOT = Path(__file__).parents[2] / "meritdesk"

UNPACKING = {"QImageReader", "QMovie", "QSvgRenderer", "fromData", "loadFromData", "QSvgWidget", "QPdfDocument"}
"""What of Qt unpacks a picture or a paper when it is given bytes or a file."""

LIBRARIES = {"PIL", "pypdfium2", "pypdf", "zxingcpp"}

OURS = {
    ("ui/look.py", "QSvgRenderer"): "icons that ship with the program",
    ("ui/help/book.py", "QImage"): "pictures of the manual, which never leave its folder",
    ("ui/documents/paper_file.py", "pypdfium2"): "what the press has just made itself",
}
"""Where something of the program itself is unpacked."""


def unpacked() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "ui").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((place, name.name.partition(".")[0]) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield place, (node.module or "").partition(".")[0]
            elif isinstance(node, (ast.Name, ast.Attribute)):
                yield place, node.id if isinstance(node, ast.Name) else node.attr
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and is_a_file(node):
                yield place, f"{node.func.id}(file)"


def is_a_file(call: ast.Call) -> bool:
    """A picture made of one thing that is neither a size nor another picture: a name of a file."""
    if call.func.id not in ("QImage", "QPixmap", "QIcon") or len(call.args) != 1:  # type: ignore[attr-defined]
        return False
    return isinstance(call.args[0], (ast.Constant, ast.JoinedStr)) or (
        isinstance(call.args[0], ast.Call) and getattr(call.args[0].func, "id", "") == "str"
    )


def test_only_what_is_our_own_is_unpacked_by_the_window():
    found = set()
    for place, name in unpacked():
        if name in UNPACKING | LIBRARIES:
            found.add((place, name))
        elif name.endswith("(file)"):
            found.add((place, name.removesuffix("(file)")))
    assert found == set(OURS)


def test_what_reads_papers_outside_the_window_is_asked_through_the_process_apart():
    """Modules that hold a reader of pictures; each is where a process apart works, or says why it is not."""
    holding = set()
    for path in sorted(ROOT.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place.startswith("ui/"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.partition(".")[0] == "PIL" for name in named):
                holding.add(place)
    assert holding == {"pictures.py", "scanning/scanner.py", "scanning/sight.py", "scanning/sources.py"}


def test_points_become_an_image_of_their_own(qtbot):
    points = bytes((255, 0, 0, 0, 128, 128, 1, 2, 3))
    image = image_of(Raster(3, 1, points))
    del points
    assert [QColor(image.pixel(column, 0)).getRgb()[:3] for column in range(3)] == [
        (255, 0, 0),
        (0, 128, 128),
        (1, 2, 3),
    ]
    assert image_of(Raster(1, 2, bytes(6))).size().toTuple() == (1, 2)
    assert not icon_of(Raster(3, 1, bytes(9))).isNull()
