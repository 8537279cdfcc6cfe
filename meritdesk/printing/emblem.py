"""The state emblem on top of D.1.1, read from a drawing in ``resources/emblems`` that an office may replace.

The drawing is an SVG of ``path`` elements with absolute or relative M L H V C S Q Z, ``fill`` and ``stroke`` as
``#rrggbb`` and ``stroke-width``; groups, text and gradients are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from meritdesk.core.errors import FileRefusal
from meritdesk.printing.pages import Pages, Stencil, form
from meritdesk.printing.table import Picture
from meritdesk.resources import resource

EMBLEM_HEIGHT = 58.0
_TOKEN = re.compile(r"[MmLlHhVvCcSsQqZz]|-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PATH = re.compile(r"[MmLlHhVvCcSsQqZz0-9eE.,+\s-]+")
_KNOWN = {"path", "title", "desc", "metadata"}
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
# How a path is painted: is it filled, is it stroked.
_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Emblem:
    """PDF operators of the drawing, scaled to its height on paper."""

    operators: str
    width: float
    height: float


@cache
def load_emblem() -> Emblem:
    """The emblem of the office."""
    return read_emblem(resource("emblems", "garuda.svg"))


def read_emblem(path: Path) -> Emblem:
    """Read a drawing; one with anything that the press cannot draw is refused with ``DOC-407``, never half drawn."""
    try:
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
        left, top, width, height = (float(value) for value in root.attrib["viewBox"].split())
        strange = {element.tag.removeprefix(_SVG) for element in root} - _KNOWN
        if strange or "transform" in {name for element in root.iter() for name in element.attrib}:
            raise ValueError(f"unknown parts {sorted(strange)}")
        scale = EMBLEM_HEIGHT / height
        parts = [f"{scale:.5f} 0 0 {-scale:.5f} {-left * scale:.3f} {(top + height) * scale:.3f} cm 1 j 1 J"]
        for element in root.iter(f"{_SVG}path"):
            parts += _painted(element)
    except (OSError, ValueError, KeyError, ArithmeticError, ElementTree.ParseError) as error:
        raise FileRefusal("DOC-407", path=str(path), cause=str(error)) from error
    return Emblem("\n".join(parts), width * scale, EMBLEM_HEIGHT)


def _painted(element: ElementTree.Element) -> list[str]:
    fill, stroke = element.get("fill", "#000000"), element.get("stroke", "none")
    parts = []
    if fill != "none":
        parts.append(f"{_colour(fill)} rg")
    if stroke != "none":
        parts.append(f"{_colour(stroke)} RG {float(element.get('stroke-width', '1')):g} w")
    return [*parts, *path_operators(element.attrib["d"]), _PAINT[fill != "none", stroke != "none"]]


def emblem_picture() -> Picture:
    """The emblem as a cell shows it; its drawing is added to a file by ``add_emblem``."""
    emblem = load_emblem()
    return Picture("/Emblem Do", emblem.width, emblem.height)


def add_emblem(pages: Pages) -> None:
    """Make the emblem known to a file, once."""
    pages.repeat(_emblem_form())


@cache
def _emblem_form() -> Stencil:
    emblem = load_emblem()
    return form("Emblem", emblem.operators, emblem.width, emblem.height)


def path_operators(data: str) -> list[str]:
    """The path data of an SVG as PDF operators; ``ValueError`` on a command that is not known."""
    if not _PATH.fullmatch(data):
        raise ValueError(f"unknown path command in {data[:40]}")
    tokens = _TOKEN.findall(data)
    operators: list[str] = []
    x = y = start_x = start_y = 0.0
    control: tuple[float, float] | None = None
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        kind, is_relative = command.upper(), command.islower()
        values = [float(token) for token in tokens[place : place + _COUNTS[kind]]]
        place += _COUNTS[kind]
        if kind == "Z":
            operators.append("h")
            x, y, control = start_x, start_y, None
            continue
        if kind == "H":
            values = [values[0] + (x if is_relative else 0), y]
        elif kind == "V":
            values = [x, values[0] + (y if is_relative else 0)]
        elif is_relative:
            values = [value + (y if index % 2 else x) for index, value in enumerate(values)]
        points = list(zip(values[::2], values[1::2], strict=True))
        if kind == "S":
            mirrored = (2 * x - control[0], 2 * y - control[1]) if control else (x, y)
            points.insert(0, mirrored)
        elif kind == "Q":
            bend, end = points
            points = [
                (x + 2 / 3 * (bend[0] - x), y + 2 / 3 * (bend[1] - y)),
                (end[0] + 2 / 3 * (bend[0] - end[0]), end[1] + 2 / 3 * (bend[1] - end[1])),
                end,
            ]
        x, y = points[-1]
        control = points[1] if kind in "CS" else None
        operator = "c" if len(points) == 3 else "l"
        if kind == "M":
            operator, start_x, start_y = "m", x, y
            command = "l" if is_relative else "L"
        operators.append(" ".join(f"{a:g} {b:g}" for a, b in points) + f" {operator}")
    return operators


def _colour(text: str) -> str:
    value = text.removeprefix("#")
    if len(value) == 3:
        value = "".join(2 * digit for digit in value)
    return " ".join(f"{int(value[i : i + 2], 16) / 255:.3f}" for i in (0, 2, 4))
