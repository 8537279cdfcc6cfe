"""The dialogs of the hand-over room."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from meritdesk.core.handover import PackageHeader, PackageKind
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.moves import Transfer, TransferWay
from meritdesk.core.people import LegalStatus, Person
from meritdesk.core.periods import parse_period
from meritdesk.core.transfer_paper import CoveringNote, transfer_note
from meritdesk.core.transfers import PersonFate, StatedMove
from meritdesk.core.trust import Device, DeviceRole
from meritdesk.services.handover.keys import DeviceLine
from meritdesk.services.handover.transfer_judging import ArrivingPerson
from meritdesk.services.handover.transfer_taking import TransferArrival
from meritdesk.services.office_papers import preview_paper
from meritdesk.ui.handover.promote_dialog import PromoteDialog
from meritdesk.ui.room import RoomPage
from meritdesk.ui.tour.stops import Stop, chooses, does


def _writes(page: RoomPage) -> None:
    """A hand-over that waits to be marked, in a folder that nobody needs."""
    page.write_into(Path(tempfile.mkdtemp(prefix="meritdesk-tour-")))  # type: ignore[attr-defined]


def _arrives(page: RoomPage) -> None:
    """A file from a neighbour with one newcomer, and one whose NIP stands here already."""
    people = []
    for number, (name, fate) in enumerate((("Ratna Dewi", PersonFate.NEW), ("Joko Widagdo", PersonFate.TWIN)), 1):
        person = Person(f"tour-{number}", f"19850404201001200{number}", name, back_title="S.Kes")
        move = StatedMove(
            f"move-{number}", person.person_id, "", date(2025, 7, 1), "820/17/2025", None, LegalStatus.ACTIVE, "", ""
        )
        here = person if fate is PersonFate.TWIN else None
        people.append(
            ArrivingPerson(person, move, fate, here, (parse_period("2025-TW1"), parse_period("2025-TW2")), {})
        )
    header = PackageHeader(PackageKind.TRANSFER, "3314/PC01", "3372", "2025", "ab" * 16, 1, "", "")
    totals = {"people": 2, "plans": 2, "actuals": 16, "evaluations": 4, "evidence": 3, "files": 3, "documents": 2}
    groups = ("12345", "67890", "12345", "67890", "12345", "67890")
    arrival = TransferArrival(header, "3314", "Kabupaten Sragen", groups, tuple(people), {}, totals, "")
    page.show_arrival(Path("tour.merit"), arrival, ())  # type: ignore[attr-defined]


def _notes(page: RoomPage) -> None:
    """The covering note of a transfer as it would look; nobody is let go for it."""
    desk = page.desk
    now = desk.handover.around.clock()
    moves = [
        Transfer(
            f"move-{number}", TransferWay.OUT, f"tour-{number}", f"19850404201001200{number}", name, "3314",
            "Kabupaten Sragen", date(2025, 7, 1), "820/17/2025", date(2025, 6, 20), LegalStatus.ACTIVE,
            "PERAWAT AHLI MUDA, Bidang Pelayanan, Dinas Kesehatan", "", "tour", "tour", now,
        )
        for number, name in enumerate(("Ratna Dewi, S.Kep", "Joko Widagdo, S.Kes"), 1)
    ]  # fmt: skip
    totals = {"people": 2, "plans": 2, "actuals": 16, "evaluations": 4, "evidence": 3, "files": 3, "documents": 2}
    line = OutgoingLine(
        "00000000-0000-0000-0000-000000000000", "MD1-3372-PC01-2025-abab-000001.merit", "transfer", "2025", 1,
        "ab" * 16, "sha256:" + "0123456789abcdef" * 4, now, "ON_STICK",
    )  # fmt: skip
    groups = ("12345", "67890", "12345", "67890", "12345", "67890")
    paper = transfer_note(CoveringNote(line, moves, groups, totals), desk.agency)
    page.show_sheet(  # type: ignore[attr-defined]
        "MUT", lambda style: preview_paper(desk.handover.around, paper, style), lambda folder, style: folder
    )


def _promotes(page: RoomPage) -> None:
    """A second PC that would become the primary; there is none in the sample."""
    device = Device("3314", "Kabupaten Sragen", "PC02", DeviceRole.SECONDARY, "tour", "tour")
    line = DeviceLine(device, ("12345", "67890", "12345", "67890", "12345", "67890"))
    PromoteDialog(page.desk, page.lane, page.words, line, page).open()


STOPS: tuple[Stop, ...] = (
    Stop("handover", "handover", "preview", "PackingDialog", (does("look_before_packing"),)),
    Stop("handover", "handover", "receipt", "SheetDialog", (chooses("incoming_view", 1), does("print_receipt"))),
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
    Stop("handover", "transfers", "let-go", "LettingGoDialog", (does("let_go"),)),
    Stop("handover", "transfers", "note", "SheetDialog", (_notes,)),
    Stop("handover", "transfers", "take-in", "TakingInDialog", (_arrives,)),
    Stop("handover", "keys", "enrol", "EnrolDialog", (does("enrol"),)),
    Stop("handover", "keys", "rotate", "EnrolDialog", (does("rotate"),)),
    Stop("handover", "keys", "block", "BlockDialog", (does("block"),)),
    Stop("handover", "keys", "next", "NextKeyDialog", (does("next_key"),)),
    Stop("handover", "keys", "promote", "PromoteDialog", (_promotes,), at_region=True),
    Stop("handover", "keys", "ceremony", "CeremonyDialog", (does("hold_ceremony"),)),
    Stop("handover", "keys", "root", "CeremonyDialog", (does("change_root"),)),
    Stop("handover", "national", "write", "WriteDialog", (does("open_write"),)),
    Stop("handover", "national", "rekey", "SheetDialog", (_writes, does("show_rekey"))),
    Stop("handover", "national", "mark", "MarkDialog", (_writes, does("open_mark"))),
)
