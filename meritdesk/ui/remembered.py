"""How somebody has set up the pages: splitters and column widths, found by their names, kept per user of the PC.

Only sizes are kept here, nothing about anybody. What a page shows and who is chosen on it is remembered in the
encrypted store (``ui/session.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QTreeView, QWidget

from meritdesk.ui.lists.header import ListHeader


def parts_of(page: QWidget) -> Iterator[tuple[str, QSplitter | QHeaderView]]:
    """The splitters and headers of a page with the name under which each is kept."""
    seen: dict[str, int] = {}
    for splitter in page.findChildren(QSplitter):
        yield _name(splitter, "splitter", seen), splitter
    views: list[tuple[QWidget, QHeaderView]] = [
        (view, view.horizontalHeader()) for view in page.findChildren(QTableView)
    ]
    views += [(view, view.header()) for view in page.findChildren(QTreeView)]
    for owner, header in views:
        if not isinstance(header, ListHeader):  # the lists remember their columns themselves
            yield _name(owner, "columns", seen), header


def keep_sizes(page: QWidget, place: str) -> None:
    """Remember splitters and widths of a page or dialog."""
    settings = QSettings()
    for name, part in parts_of(page):
        if isinstance(part, QHeaderView) and not part.count():
            continue
        settings.setValue(f"sizes/{place}/{name}", part.saveState())


def restore_sizes(page: QWidget, place: str) -> None:
    """Give splitters and widths back as they were left; a list that has other columns now keeps its own widths."""
    settings = QSettings()
    for name, part in parts_of(page):
        state = settings.value(f"sizes/{place}/{name}")
        if not isinstance(state, QByteArray) or state.isEmpty():
            continue
        if isinstance(part, QSplitter):
            count = part.count()
            part.restoreState(state)
            if part.count() == count and not any(part.sizes()):
                part.setSizes([1] * count)
        else:
            _restore_header(part, state)


def _restore_header(header: QHeaderView, state: QByteArray) -> None:
    before = header.saveState()
    count = header.count()
    modes = [header.sectionResizeMode(place) for place in range(count)]
    is_clickable, sorts = header.sectionsClickable(), header.isSortIndicatorShown()
    if not header.restoreState(state) or header.count() != count:
        header.restoreState(before)
        return
    for place, mode in enumerate(modes):
        header.setSectionResizeMode(place, mode)
    header.setSectionsClickable(is_clickable)
    header.setSortIndicatorShown(sorts)


def _name(part: QWidget, kind: str, seen: dict[str, int]) -> str:
    """A stable name: the part's own, else its kind and place among the unnamed."""
    base = f"{kind}/{part.objectName() or 'unnamed'}"
    number = seen[base] = seen.get(base, 0) + 1
    return base if number == 1 else f"{base}.{number}"
