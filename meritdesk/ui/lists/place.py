"""Where the clerk was in a list, taken before other lines are shown and given back after, so that nothing jumps."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.ui.line_table import Line
from meritdesk.ui.lists.line_view import LineView


@dataclass(frozen=True, slots=True)
class Place:
    """What was selected, current and on top; lines by what they are about, so that they are found again."""

    selected: frozenset[object]
    is_everything: bool
    current: object
    current_row: int
    top: object
    top_row: int
    scrolled: int


def take_place(view: LineView[Line], pending: frozenset[object]) -> Place:
    """The place of now; ``pending`` is what was selected and has not been seen since."""
    table = view.table
    current, top = view.current(), table.line(view.top_row())
    count = view.selected_count()
    selected = [table.identity(line) for line in view.selected()] if count else []
    return Place(
        frozenset(selected) | pending,
        count == table.rowCount() > 1,
        table.identity(current) if current is not None else None,
        view.currentIndex().row(),
        table.identity(top) if top is not None else None,
        view.top_row(),
        view.verticalScrollBar().value(),
    )


def select_again(view: LineView[Line], place: Place, is_refresh: bool) -> frozenset[object]:
    """Select what was selected; the answer is what may still come with blocks that are not here.

    When the current line is gone after a refresh, the keyboard stays at the same height.
    """
    table, total = view.table, view.table.rowCount()
    if not total:
        return frozenset()
    if place.is_everything and is_refresh:
        view.selectAll()
        return frozenset()
    found = table.rows_of((place.selected | {place.current}) - {None})
    rows = [found[key] for key in place.selected if key in found]
    current = found.get(place.current, -1) if place.current is not None else -1
    if current < 0 and is_refresh and place.current_row >= 0:
        current = min(place.current_row, total - 1)
        rows = rows or [current]
    if rows or current >= 0:
        view.select_rows(rows, current if current >= 0 else rows[0])
        if not is_refresh:
            view.scrollTo(view.currentIndex())
    is_sparse = bool(table.missing_blocks(0, total - 1))
    return frozenset(place.selected - found.keys()) if is_sparse and is_refresh else frozenset()


def scroll_back(view: LineView[Line], place: Place) -> None:
    """The line that was on top is on top again, to the pixel; when it is gone the height stays."""
    found = view.table.rows_of({place.top}) if place.top is not None else {}
    row = found.get(place.top, place.top_row)
    view.verticalScrollBar().setValue(
        place.scrolled + (row - place.top_row) * view.verticalHeader().defaultSectionSize()
    )
