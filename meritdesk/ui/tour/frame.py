"""The dialogs that belong to the whole window."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop


def _keys(page: object) -> None:
    page.window().commands["keys"].trigger()  # type: ignore[attr-defined]


STOPS: tuple[Stop, ...] = (Stop("overview", "overview", "keys", "KeysDialog", (_keys,)),)
