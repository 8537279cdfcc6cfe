"""One dialog of the window and the way a clerk gets to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from meritdesk.ui.room import RoomPage

Deed = Callable[[RoomPage], object]

AGAIN = object()
"""What a deed answers that has to be done once more after the lane came to rest."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A dialog: the tab it belongs to, its key there, and what is done one after the other until it opens.

    Between two deeds the lane comes to rest, so a deed may rely on what the one before it asked for. ``opens`` is the
    name of the dialog's class, so that a refusal that opens instead is noticed.
    """

    room: str
    tab: str
    key: str
    opens: str
    deeds: tuple[Deed, ...]
    filters: Mapping[str, object] = field(default_factory=dict)
    period: str = ""  # a period the dialog needs, if it is not the year of the store
    at_region: bool = False  # a dialog that only the regional office has

    @property
    def name(self) -> str:
        """The name of the place, as files of pictures and anchors of the manual have it."""
        return f"{self.room}-{self.tab}-{self.key}"


def does(verb: str, *arguments: object) -> Deed:
    """Call a verb of the page, as its button does."""
    return lambda page: getattr(page, verb)(*arguments)


def chooses(view: str, *rows: int) -> Deed:
    """Put the selection of a list on a row, as a click does; in a tree the rows lead from the top to the line.

    ``view`` may be a path such as ``people.view``.
    """

    def choose(page: RoomPage) -> None:
        found = _view(page, view)
        model = found.model()
        assert model is not None
        index = QModelIndex()
        for row in rows or (0,):
            assert model.rowCount(index) > row, f"{view} has no row {row + 1}"
            index = model.index(row, 0, index)
        found.setCurrentIndex(index)

    return choose


def seeks(people: str, view: str) -> Deed:
    """Go down a list of people until somebody has something in the other list, and choose that."""

    def seek(page: RoomPage) -> object:
        outer, inner = _view(page, people), _view(page, view)
        lines, found = outer.model(), inner.model()
        assert lines is not None and found is not None
        if found.rowCount():
            inner.setCurrentIndex(found.index(0, 0))
            return None
        row = outer.currentIndex().row() + 1
        assert row < lines.rowCount(), f"nobody in {people} has anything in {view}"
        outer.setCurrentIndex(lines.index(row, 0))
        return AGAIN

    return seek


def _view(page: RoomPage, path: str) -> QAbstractItemView:
    found: object = page
    for name in path.split("."):
        found = getattr(found, name)
    assert isinstance(found, QAbstractItemView), f"{path} is no list"
    return found
