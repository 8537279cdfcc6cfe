"""Long work can be seen while it runs and waits, and read afterwards, item by item, also when it failed."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import FileRefusal, RowFault, UsageRefusal
from meritdesk.core.handover import RecordOutcome, RecordState
from meritdesk.core.store import CheckReport
from meritdesk.core.work_record import ItemFate, WorkFate, WorkItem, WorkRecord
from meritdesk.services import Desk
from meritdesk.services.changes import Blocked, CloseOutcome, Counts, ImportOutcome, RowOutcome, Step
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words
from meritdesk.ui.work.book import WorkBook
from meritdesk.ui.work.history_dialog import HistoryDialog, with_ending
from meritdesk.ui.work.outcomes import items_of
from meritdesk.ui.work.queue_panel import QueuePanel
from meritdesk.ui.work.said import lasted_words, sentence
from meritdesk.ui.work.tables import HistoryTable, ItemTable, QueueColumn, QueueTable
from meritdesk.ui.work.world import disk_refusal, slept

Rest = Callable[[], None]
IMPORTED = ImportOutcome(
    Counts(read=3, added=1, same=1, refused=1),
    refused=(RowFault(4, "NIP BARU", "USE-102", {"nip": "19"}),),
    rows=(RowOutcome(2, "k", "Sari Puspita", "added"), RowOutcome(3, "l", "", "same")),
)


@pytest.fixture
def book(desk: Desk, lane: Lane) -> Iterator[WorkBook]:
    yield WorkBook(desk, lane)


def test_each_row_of_an_import_has_its_fate_in_the_order_of_the_file() -> None:
    assert [(item.place, item.name, item.fate) for item in items_of(IMPORTED)] == [
        ("2", "Sari Puspita", ItemFate.ADDED),
        ("3", "l", ItemFate.SAME),
        ("4", "NIP BARU", ItemFate.REFUSED),
    ]


def test_who_could_not_be_closed_and_what_is_damaged_stand_in_the_list() -> None:
    blocked = Blocked("19", "Joko Widagdo", "ASM-201", {"missing": "x"})
    closed = CloseOutcome(2, 1, 0, (blocked,), (), {})
    assert [(item.place, item.fate, item.code) for item in items_of(closed)] == [("19", ItemFate.REFUSED, "ASM-201")]
    report = CheckReport(True, True, False, 9, 4, ("e-1",), ("reference: plan",))
    assert [(item.name, item.fate) for item in items_of(report)] == [
        ("e-1", ItemFate.REFUSED),
        ("reference: plan", ItemFate.NOTED),
    ]
    assert [item.name for item in items_of((Path("a.pdf"), Path("b.pdf")))] == ["a.pdf", "b.pdf"]
    assert items_of(7) == () and RecordOutcome("plan", "p", RecordState.CONFLICT).state is RecordState.CONFLICT


@pytest.mark.parametrize(
    ("number", "path", "code"),
    [
        (errno.ENOSPC, "/media/stick/a", "UI-343"),
        (errno.EIO, "/media/stick/a", "UI-344"),
        (errno.ENODEV, "", "UI-344"),
        (errno.ENOENT, "/media/no such stick/a", "UI-345"),
        (errno.EROFS, "/media/stick/a", "UI-346"),
        (errno.ENOENT, str(Path(__file__).with_name("missing")), ""),
    ],
)
def test_what_the_disk_did_is_a_sentence_and_our_own_mistake_stays_one(number: int, path: str, code: str) -> None:
    found = disk_refusal(OSError(number, "said", path))
    assert (found.code if found is not None else "") == code


def test_a_late_beat_is_a_sleep_and_a_slow_one_is_not() -> None:
    assert (slept(3600.0, 1.0), slept(4.0, 1.0)) == (3599.0, 0.0)


def test_long_work_is_written_down_with_its_items_and_so_is_work_that_failed(
    desk: Desk, lane: Lane, at_rest: Rest, book: WorkBook
) -> None:
    def pulled(step: Step) -> None:
        step(3, 9)
        raise FileRefusal("UI-344", path="stick")

    lane.ask(lambda step: IMPORTED, title="Impor pegawai", shows_progress=True)
    lane.ask(pulled, None, lambda refusal: None, title="Cadangan", shows_progress=True)
    lane.ask(lambda step: step(0, 7), title="Membaca", shows_progress=True)
    lane.ask(lambda step: None, title="short")
    at_rest()
    read, failed, done = desk.upkeep.memory.work()
    assert (read.fate, read.done, read.total) == (WorkFate.DONE, 7, 7)
    assert (failed.title, failed.fate, failed.code, failed.done) == ("Cadangan", WorkFate.REFUSED, "UI-344", 3)
    assert (done.title, done.fate, done.counts[ItemFate.REFUSED]) == ("Impor pegawai", WorkFate.PARTLY, 1)
    assert [item.place for item in desk.upkeep.memory.items(done.work_id)] == ["2", "3", "4"]
    assert [record.title for record in book.records] == ["Membaca", "Cadangan", "Impor pegawai"]


def test_the_panel_shows_what_runs_waits_and_ended_and_moves_and_stops_it(
    lane: Lane, at_rest: Rest, book: WorkBook, words: Words, qtbot: QtBot
) -> None:
    gate, begun = threading.Event(), threading.Event()
    lane.ask(lambda step: IMPORTED, title="ended", shows_progress=True)
    at_rest()
    panel = QueuePanel(lane, book, words)
    qtbot.addWidget(panel)
    QAbstractItemModelTester(panel.table)
    running = lane.ask(lambda step: (step(340, 1200), begun.set(), gate.wait(5)), title="Mencetak", shows_progress=True)
    jobs = [lane.ask(lambda step: None, title=name, shows_progress=True) for name in ("satu", "dua")]
    assert begun.wait(5)
    panel.reload()
    titles = [panel.table.shown(line, QueueColumn.TITLE) for line in panel.table.lines]
    assert titles == ["Mencetak", "satu", "dua", "ended"]
    assert panel.table.shown(panel.table.lines[0], QueueColumn.COUNTS) in ("340/1.200", "340/1,200")
    panel.view.selectRow(0)
    assert not panel.earlier.isEnabled() and panel.stop.isEnabled()
    panel.view.selectRow(2)
    panel.earlier.click()
    assert [job.title for job in lane.jobs()] == ["Mencetak", "dua", "satu"]
    panel.view.selectRow(2)
    panel.stop.click()
    assert jobs[0].is_cancelled and running.is_running
    wanted: list[str] = []
    panel.outcome_wanted.connect(wanted.append)
    panel.view.selectRow(2)
    panel.outcome.click()
    assert wanted == [book.records[0].work_id]
    gate.set()
    at_rest()
    panel.close()


def test_an_outcome_list_is_filtered_copied_and_saved_as_table_and_pdf(
    desk: Desk, lane: Lane, at_rest: Rest, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    began = datetime.now(UTC) - timedelta(minutes=1)
    items = items_of(IMPORTED)
    desk.upkeep.memory.note_work(WorkRecord("w", "Impor: Pegawai", began, began, WorkFate.PARTLY, 3, 3), items)
    dialog = HistoryDialog(desk, lane, words, "w")
    qtbot.addWidget(dialog)
    dialog.show()
    at_rest()
    assert [line.place for line in dialog.items.lines] == ["4"]
    dialog.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("4\tNIP BARU\t")
    dialog.filter.setCurrentIndex(0)
    dialog.filter.activated.emit(0)
    assert len(dialog.rows()[1]) == 3
    dialog.search.setText("sari")
    assert [row[1] for row in dialog.rows()[1]] == ["Sari Puspita"]
    for name in ("hasil.xlsx", "hasil.pdf"):
        dialog.save(tmp_path / name)
        at_rest()
    assert "hasil-LATIHAN.pdf" in dialog.news.text()
    assert with_ending(tmp_path / "hasil", "PDF (*.pdf)").name == "hasil.pdf"
    assert with_ending(tmp_path / "hasil.xlsx", "PDF (*.pdf)").name == "hasil.pdf"
    assert with_ending(tmp_path / "Hasil 2.1", "").name == "Hasil 2.1.xlsx"
    # The agency is one to practise on, and its lists say so in their names.
    assert (tmp_path / "hasil-LATIHAN.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "hasil-LATIHAN.xlsx").stat().st_size > 1000
    dialog.save(tmp_path / "no such folder" / "hasil.pdf")
    at_rest()
    assert dialog.refusal.isVisible()


def test_the_tables_are_sound_models(words: Words, qtbot: QtBot) -> None:
    record = WorkRecord("w", "Impor", datetime.now(UTC), datetime.now(UTC), WorkFate.BROKE)
    history, items, queue = HistoryTable(words), ItemTable(words), QueueTable(words)
    for table in (history, items, queue):
        QAbstractItemModelTester(table)
    history.show_lines([record])
    queue.show_lines([record])
    items.show_lines([WorkItem("2", "x", ItemFate.CONFLICT, "USE-102", {"nip": "1"})])
    assert items.index(0, 3).data().endswith("(USE-102)")


def test_how_it_ended_is_a_sentence(indonesian: Words) -> None:
    now = datetime.now(UTC)
    told = [
        sentence(WorkRecord("w", "", now, now, fate, code=code, slept_seconds=pause), indonesian)
        for fate, code, pause in (
            (WorkFate.CANCELLED, "CLI-103", 0),
            (WorkFate.REFUSED, "STO-623", 0),
            (WorkFate.DONE, "", 7200),
        )
    ]
    assert "seperti sebelumnya" in told[0] and "dipakai" in told[1] and "2 jam 0 menit" in told[2]
    assert [lasted_words(seconds, indonesian) for seconds in (9, 130)] == ["9 detik", "2 menit"]
    assert UsageRefusal("UI-342").code == "UI-342"
