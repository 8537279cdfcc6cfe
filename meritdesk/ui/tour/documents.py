"""The dialogs of the documents room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("documents", "orders", "new", "OrderDialog", (does("open_new"),)),
    Stop("documents", "out", "move", "MoveDialog", (chooses("view"), does("open_move"))),
    Stop("documents", "signing", "authorities", "AuthoritiesDialog", (does("show_authorities"),)),
)
