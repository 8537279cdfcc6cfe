"""The dialogs that belong to the whole window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from meritdesk.core.drafts import Draft, fields_of
from meritdesk.core.work_record import ItemFate, WorkFate, WorkItem, WorkRecord
from meritdesk.ui.room import RoomPage
from meritdesk.ui.tour.stops import Deed, Stop


def _command(name: str) -> Deed:
    return lambda page: page.window().commands[name].trigger()  # type: ignore[attr-defined]


def _some_work(page: RoomPage) -> None:
    """Work that ended, as a week at a desk leaves it."""
    began = datetime.now(UTC) - timedelta(minutes=40)
    memory = page.desk.upkeep.memory
    memory.note_work(
        WorkRecord("tour-2", "Cadangan", began, began + timedelta(seconds=9), WorkFate.CANCELLED, 120, 400), ()
    )
    rows = [WorkItem(str(row), f"Pegawai {row}", ItemFate.ADDED) for row in range(2, 40)]
    rows += [
        WorkItem("41", "NIP BARU", ItemFate.REFUSED, "USE-102", {"nip": "1985"}),
        WorkItem("42", "NIP BARU", ItemFate.REFUSED, "USE-102", {"nip": "1986"}),
    ]
    later = began + timedelta(minutes=20)
    head = WorkRecord("tour-1", "Impor pegawai", later, later + timedelta(seconds=48), WorkFate.PARTLY, 40, 40)
    memory.note_work(head, rows)


def _some_drafts(page: RoomPage) -> None:
    """Typing that was never saved."""
    for name, subject, about in (
        ("assessment.objection.new", "tour-1", "Agus Sucipto"),
        ("register.mandate", "tour-2", "Dinas Kesehatan"),
    ):
        typed = fields_of({"reasons": "Nilai saya terlalu rendah"})
        draft = Draft(name, subject, about, fields_of({"reasons": ""}), typed, datetime.now(UTC))
        page.desk.upkeep.drafts.keep(draft)


STOPS: tuple[Stop, ...] = (
    Stop("overview", "work", "keys", "KeysDialog", (_command("keys"),)),
    Stop("overview", "work", "queue", "QueuePanel", (_command("queue"),)),
    Stop("overview", "work", "work", "HistoryDialog", (_some_work, _command("work_history"))),
    Stop("overview", "work", "drafts", "OffersDialog", (_some_drafts, _command("drafts"))),
)
