"""The dialogs of the hand-over room."""

from __future__ import annotations

import tempfile
from pathlib import Path

from meritdesk.ui.room import RoomPage
from meritdesk.ui.tour.stops import Stop, chooses, does


def _writes(page: RoomPage) -> None:
    """A hand-over that waits to be marked, in a folder that nobody needs."""
    page.write_into(Path(tempfile.mkdtemp(prefix="meritdesk-tour-")))  # type: ignore[attr-defined]


STOPS: tuple[Stop, ...] = (
    Stop("handover", "handover", "preview", "PackingDialog", (does("look_before_packing"),)),
    Stop("handover", "handover", "receipt", "SheetDialog", (chooses("incoming_view"), does("print_receipt"))),
    Stop("handover", "handover", "back", "ReasonDialog", (chooses("incoming_view"), does("take_back"))),
    Stop("handover", "corrections", "reference", "ReferenceDialog", (does("look_at_reference"),)),
    Stop("handover", "corrections", "paper", "PaperReceiptDialog", (does("note_paper_receipt"),)),
    Stop("handover", "corrections", "accept", "SentenceDialog", (chooses("view"), does("accept"))),
    Stop("handover", "corrections", "answer", "SentenceDialog", (chooses("view"), does("answer"))),
    Stop("handover", "approvals", "work-on", "DecisionDialog", (chooses("view"), does("work_on"))),
    Stop("handover", "conflicts", "choose", "ReasonDialog", (chooses("view"), does("choose", 0)), at_region=True),
    Stop("handover", "corrections", "propose", "ProposeDialog", (does("propose"),), at_region=True),
    Stop(
        "handover", "corrections", "conflict", "ConflictQuestionDialog", (does("ask_about_conflict"),), at_region=True
    ),
    Stop("handover", "corrections", "return", "MakeReturnDialog", (does("make_return"),), at_region=True),
    Stop("handover", "corrections", "say", "RegionWordDialog", (does("say_reference"),), at_region=True),
    Stop("handover", "approvals", "complete", "DecisionDialog", (chooses("view", 1), does("complete")), at_region=True),
    Stop("handover", "approvals", "open", "DecisionDialog", (chooses("view", 2), does("unapprove")), at_region=True),
    Stop("handover", "custody", "decide", "CustodyDialog", (chooses("view"), does("decide")), at_region=True),
    Stop("handover", "keys", "enrol", "EnrolDialog", (does("enrol"),)),
    Stop("handover", "keys", "rotate", "EnrolDialog", (does("rotate"),)),
    Stop("handover", "keys", "block", "BlockDialog", (does("block"),)),
    Stop("handover", "keys", "next", "NextKeyDialog", (does("next_key"),)),
    Stop("handover", "keys", "ceremony", "CeremonyDialog", (does("hold_ceremony"),)),
    Stop("handover", "keys", "root", "CeremonyDialog", (does("change_root"),)),
    Stop("handover", "national", "write", "WriteDialog", (does("open_write"),)),
    Stop("handover", "national", "rekey", "SheetDialog", (_writes, does("show_rekey"))),
    Stop("handover", "national", "mark", "MarkDialog", (_writes, does("open_mark"))),
)
