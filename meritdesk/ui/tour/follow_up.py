"""The dialogs of the follow-up room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("follow_up", "credit", "sheet", "SheetDialog", (chooses("view"), does("open_sheet")), {"state": "TO_PRINT"}),
)
