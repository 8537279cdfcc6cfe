"""What the lists of the window keep: views under a name, each person's own."""

from __future__ import annotations

from typing import Protocol

from meritdesk.core.saved_views import SavedView


class SavedViews(Protocol):
    """The views that people have kept; no change of these stands in the journal."""

    def of(self, actor: str, list_key: str) -> tuple[SavedView, ...]: ...
    def save(self, actor: str, view: SavedView) -> None: ...
    def remove(self, actor: str, list_key: str, name: str) -> bool: ...
