"""A list as a clerk likes to see it, kept under a name: columns, filters, order and search."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NAME = 60
MOST_VIEWS = 40


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view of one list.

    ``columns`` are the names of the columns shown, in their order; ``filters`` the values kept, by the name of the
    filter; ``order`` the columns sorted by, the first counting most, each with whether it falls.
    """

    list_key: str
    name: str
    columns: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    search: str = ""


def view_name(text: str) -> str:
    """A name as it is kept: without blanks around it and none doubled inside."""
    return " ".join(text.split())
