"""The dialogs of the hand-over room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("handover", "handover", "preview", "PackingDialog", (does("look_before_packing"),)),
    Stop("handover", "handover", "receipt", "SheetDialog", (chooses("incoming_view"), does("print_receipt"))),
)
