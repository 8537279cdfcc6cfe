"""The dialogs of the hand-over room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("handover", "handover", "preview", "PackingDialog", (does("look_before_packing"),)),
    Stop("handover", "handover", "receipt", "SheetDialog", (chooses("incoming_view"), does("print_receipt"))),
    Stop("handover", "keys", "enrol", "EnrolDialog", (does("enrol"),)),
    Stop("handover", "keys", "rotate", "EnrolDialog", (does("rotate"),)),
    Stop("handover", "keys", "block", "BlockDialog", (does("block"),)),
    Stop("handover", "keys", "next", "NextKeyDialog", (does("next_key"),)),
    Stop("handover", "keys", "ceremony", "CeremonyDialog", (does("hold_ceremony"),)),
    Stop("handover", "keys", "root", "CeremonyDialog", (does("change_root"),)),
)
