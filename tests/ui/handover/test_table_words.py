"""Every table of a package has a name in both languages, in the window and on the command line."""

from __future__ import annotations

import pytest

from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME
from meritdesk.exchange import package_layout
from meritdesk.messages import LANGUAGES, Messages


def tables_of_a_package() -> dict[str, str]:
    """Name and Indonesian title of each table that a package may have."""
    titles = {name: one.table.title for name, one in TRAVELLING_BY_NAME.items()}
    for listed in vars(package_layout).values():
        if isinstance(listed, tuple) and listed and hasattr(listed[0], "title"):
            titles |= {one.name: one.title for one in listed if one.name not in titles}
    return titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_named(language: str) -> None:
    words, tables = Messages(language), tables_of_a_package()
    assert len(tables) > 60
    assert [name for name in tables if words.label(f"TABLE:{name}") == name] == []


def test_the_window_names_a_further_table_as_its_page_in_the_package_does() -> None:
    words = Messages("id")
    named = {name: words.label(f"TABLE:{name}") for name in TRAVELLING_BY_NAME}
    assert named == {name: one.table.title for name, one in TRAVELLING_BY_NAME.items()}
