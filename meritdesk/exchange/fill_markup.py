"""What a workbook's own markup says of cells that the reader shows as blank: formula errors, formulas without values.

A blank cell means that the unit cleared it. A formula that went wrong, or that no program ever worked out, must not
pass for that.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

# A cell ends before the next one begins, so that markup that never closes one costs no more than its length.
_CELL = re.compile(rb"<c\b([^<>]*?)(?:/>|>([^<]*(?:<(?!/c>|c[\s/>])[^<]*)*)</c>)")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_KIND = re.compile(rb"\bt\s*=\s*[\"'](\w+)[\"']")
_VALUE = re.compile(rb"<v\b[^>]*>[^<]")
_FORMULA = re.compile(rb"<f\b")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def unreadable_cells(data: bytes, sheet_name: str) -> Mapping[tuple[int, int], str]:
    """The cells of one sheet whose content cannot be known, by row and column from 0, each with why.

    ``IMP-257`` a formula without its value, ``IMP-258`` a formula error.
    """
    found: dict[tuple[int, int], str] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        member = _member_of(package, sheet_name)
        markup = package.read(member) if member else b""
    for attributes, content in _CELL.findall(markup):
        place, kind = _PLACE.search(attributes), _KIND.search(attributes)
        if place is None:
            continue
        spot = int(place[2]) - 1, _column(place[1])
        if kind is not None and kind[1] == b"e":
            found[spot] = "IMP-258"
        elif _FORMULA.search(content) and not _VALUE.search(content) and (kind is None or kind[1] != b"str"):
            found[spot] = "IMP-257"
    return found


def _member_of(package: zipfile.ZipFile, sheet_name: str) -> str:
    """Where in the package a sheet stands; empty when the package is not built as usual."""
    try:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return ""
    wanted = next((one.get(f"{_LINKS}id") for one in book.iter(f"{_MAIN}sheet") if one.get("name") == sheet_name), None)
    for link in links.iter(f"{_PACKAGE_LINKS}Relationship"):
        if wanted is not None and link.get("Id") == wanted:
            target = (link.get("Target") or "").lstrip("/")
            member = target if target.startswith("xl/") else f"xl/{target}"
            return member if member in package.namelist() else ""
    return ""


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
