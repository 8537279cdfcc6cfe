"""What happens to the cells of a grid, as values: what was typed, by which deed, and the fate of each cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from meritdesk.core.journal import Changes

CellKey = tuple[str, str]
"""A cell by what it is about (a person or an indicator, and a column), so that sorting never moves it."""


class Deed(Enum):
    """How cells came to be filled; one deed is one step to undo."""

    TYPE = "type"
    PASTE = "paste"
    FILL_DOWN = "fill_down"
    FILL_RIGHT = "fill_right"
    CLEAR = "clear"
    CUT = "cut"
    SET = "set"
    TAKE_BACK = "take_back"


class Fate(Enum):
    """What becomes of one cell."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, pasted, filled in or cleared in one cell of the screen."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Red:
    """What was typed and not understood: it stays on the screen with its reason and is not saved.

    Without a reason it was not entered at all: the window ended while the cell was open.
    """

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class JudgedCell:
    """One cell with what stands there, what would stand there, and why not where it is refused.

    ``key`` is empty where the cell lies outside the grid or is never typed into; ``is_open`` says whether what is
    refused can stay in the cell until it is mended.
    """

    typed: Typed
    key: CellKey | None
    name: str
    heading: str
    before: str
    after: str
    fate: Fate
    why: str = ""
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class LaidCell:
    """One cell of a step: what stood there before and what was put there."""

    key: CellKey
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing cells: the refused ones by key with the reason in words, and the change set.

    ``change_sets`` names them in their order where one verb was not enough.
    """

    changes: Changes = field(default_factory=Changes)
    refused: Mapping[CellKey, str] = field(default_factory=dict)
    answer: object = None
    change_sets: tuple[str, ...] = ()

    @property
    def written(self) -> list[str]:
        """The change sets that taking this back has to take back."""
        own = (self.changes.change_set_id,) if self.changes.change_set_id else ()
        return list(self.change_sets or own)
