"""What passes between a print order and the press: sheets out, drawn sheets and finished files back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meritdesk.core.documents import PrintedFile, Sheet, SignaturePlace
from meritdesk.core.office_paper import OfficePaper


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """One sheet whose pages are drawn but lie in no file yet.

    They are ``pages`` from ``first_page`` on of a ``part`` that other sheets share and only the press can read.
    """

    document_id: str
    first_page: int
    pages: int
    part: object
    places: tuple[SignaturePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetFault:
    """A sheet that could not be drawn, and why."""

    document_id: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """Some sheets drawn together, in order; whatever could not be drawn is named instead."""

    sheets: tuple[DrawnSheet, ...]
    faults: tuple[SheetFault, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionSheet:
    """A sheet between two sections of a stack: whose papers follow. It is no document and has no number."""

    title: str
    about: str
    sheets: int


Piece = DrawnSheet | OfficePaper | SectionSheet


@dataclass(frozen=True, slots=True)
class FileWanted:
    """A small file to be made whole in one go; ``path`` is where it is written before it gets its name."""

    part: int
    path: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A small file that was made; without ``printed`` none of its sheets could be drawn."""

    part: int
    printed: PrintedFile | None
    faults: tuple[SheetFault, ...] = ()
