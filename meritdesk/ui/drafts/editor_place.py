"""Where an editor stands and how it is opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EditorPlace:
    """One kind of editor: its words, room and tab, the facts that lead to its subject, and what opens it there.

    ``finds`` is called with the page of the tab and the facts when the page has come to rest, and ``opens`` when it
    has again (``ui/drafts/openers.py``); without it the clerk is led to the place and opens the editor there.
    """

    words: str
    room: str
    tab: str
    filters: tuple[str, ...] = ()
    opens: Callable[[Any, Mapping[str, str]], object] | None = None
    finds: Callable[[Any, Mapping[str, str]], object] | None = None
