"""The list of all actions of all pages, taken from the pages themselves.

``python -m meritdesk.ui.palette.listing STORE PASSPHRASE`` writes it anew; any store will do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from meritdesk.messages import LANGUAGES
from meritdesk.resources import resource
from meritdesk.services import Desk
from meritdesk.ui.actions import keys_of, words_of
from meritdesk.ui.background import Lane
from meritdesk.ui.guard.greying import bound
from meritdesk.ui.keys_dialog import actions_of
from meritdesk.ui.palette.offers import LIST
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.wording import Words

_INNER = (
    "grid_", "tab_", "cohort_", "chart_", "search", "list_search", "list_copy", "list_all", "list_filter", "list_views",
    "list_sort", "list_columns",
)  # fmt: skip
"""What only makes sense with the hands on the page: keys of grids, moving between tabs, jumping to the search."""


def listed(page: RoomPage) -> Iterator[tuple[str, str, str, str]]:
    """Name, words, keys and deeds of the actions of one page that the palette offers, in their order."""
    needs = dict(bound(page))
    seen: set[str] = set()
    for action in actions_of(page):
        name = action.objectName()
        if name not in seen and not name.startswith(_INNER) and len(words_of(action)) > 2:
            seen.add(name)
            yield name, words_of(action), keys_of(action), " ".join(sorted(needs.get(action, frozenset())))


def catalogue(
    spoken: Mapping[str, Mapping[tuple[str, str], list[tuple[str, str, str, str]]]],
) -> list[dict[str, Any]]:
    """The list as it is shipped, from what the pages said in each language by room and tab."""
    first, *_ = spoken.values()
    found = []
    for (room, tab), actions in first.items():
        for place, (name, _, keys, deeds) in enumerate(actions):
            words = {language: pages[room, tab][place][1] for language, pages in spoken.items()}
            found.append({"room": room, "tab": tab, "name": name, "keys": keys, "deeds": deeds, "words": words})
    return found


def said_by_pages(
    desk: Desk, lane: Lane, words: Words
) -> dict[str, dict[tuple[str, str], list[tuple[str, str, str, str]]]]:
    """What the page of every tab says in each language; the pages are made and not shown."""
    pages = {
        (room, tab.key): tab.make(desk, lane, words, None) for room in TABS for tab in tabs_of(room, is_region=True)
    }
    spoken = {}
    for language in LANGUAGES:
        words.set_language(language)
        spoken[language] = {place: list(listed(page)) for place, page in pages.items()}
    return spoken


def text_of(found: list[dict[str, Any]]) -> str:
    """The list as it stands in the file, one action a line."""
    return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in found) + "\n]\n"


def main() -> None:
    """Write the list into the resources of this source tree."""
    from PySide6.QtWidgets import QApplication

    from meritdesk.bootstrap import open_desk

    application = QApplication([])
    with open_desk(Path(sys.argv[1]), sys.argv[2]) as desk:
        lane = Lane()
        spoken = said_by_pages(desk, lane, Words())
        lane.stop()
    resource(LIST).write_text(text_of(catalogue(spoken)), encoding="utf-8")
    application.quit()


if __name__ == "__main__":
    main()
