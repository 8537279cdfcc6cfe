"""The frame over a real desk: every room by its key, one period for all, one box that finds anything."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.ui import actions
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.finder import FOUND, Finder
from meritdesk.ui.frame import Rail
from meritdesk.ui.handover.page import HandoverPage
from meritdesk.ui.keys_dialog import KeysDialog, actions_of
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.notices import BugDialog
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
ROOMS = [room for room, _ in actions.ROOMS]


def opened(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> MainWindow:
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start()
    at_rest()
    window.set_period(period)
    at_rest()
    return window


@pytest.fixture
def window(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest
) -> Iterator[MainWindow]:
    yield opened(desk, lane, indonesian, period, qtbot, at_rest)


def test_a_package_opened_by_a_double_click_is_looked_into_first(
    desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Rest, tmp_path: Path
) -> None:
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.arriving = tmp_path / "bukan-paket.merit"
    window.arriving.write_text("bukan paket")
    window.show()
    window.start()
    at_rest()
    assert window.room == "handover"
    page = window.page("handover")
    arrived = page.findChild(HandoverPage)
    assert arrived is not None and "PKG-501" in arrived.refusal._text.text()


def test_every_room_opens_in_both_languages_and_fits_a_small_screen(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest
) -> None:
    window = opened(desk, lane, words, period, qtbot, at_rest)
    for room in ROOMS:
        window.go(room)
        at_rest()
        assert window.pages.currentWidget() is window.page(room)
        assert window.rail.buttons[room].isChecked()
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768


def test_switching_the_language_reaches_every_page_at_once(window: MainWindow, at_rest: Rest) -> None:
    for room in ROOMS:
        window.go(room)
        at_rest()
    assert window.rail.buttons["register"].text().strip() == "Pegawai"
    window.commands["language"].trigger()
    at_rest()
    assert window.words.language == "en"
    assert window.rail.buttons["register"].text().strip() == "Staff"
    for room in ROOMS:
        window.go(room)
        at_rest()


def test_ctrl_and_a_number_go_to_the_rooms(window: MainWindow, at_rest: Rest, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, room in enumerate(ROOMS, start=1):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{number % 10}"), Qt.KeyboardModifier.ControlModifier)
        at_rest()
        assert window.room == room


def test_alt_and_arrows_walk_back_and_forward(window: MainWindow, at_rest: Rest) -> None:
    window.go("overview")
    window.go("documents")
    window.go("upkeep")
    at_rest()
    window.commands["back"].trigger()
    assert window.room == "documents"
    window.commands["back"].trigger()
    assert window.room == "overview"
    window.commands["forward"].trigger()
    assert window.room == "documents"
    at_rest()


def test_no_key_means_two_things_on_any_page(window: MainWindow, at_rest: Rest) -> None:
    everywhere = [key.toString() for action in actions.with_keys([window]) for key in action.shortcuts()]
    assert [key for key, count in Counter(everywhere).items() if count > 1] == []
    for room in ROOMS:
        page = window.page(room)
        for action in actions_of(page):
            for key in action.shortcuts():
                assert key.toString() not in everywhere, (room, key.toString(), action.text())
    at_rest()


def test_the_number_beside_a_room_never_lies_over_its_name(words: Words, qtbot: QtBot) -> None:
    rail = Rail(actions.declare(owner := QWidget()))
    qtbot.addWidget(owner)
    qtbot.addWidget(rail)
    rail.retranslate()
    for count in ("", "13", words.number(11_938)):
        rail.show_waiting(dict.fromkeys(ROOMS, count))
        for button in rail.buttons.values():
            room = button.width() - button.sizeHint().width()
            assert room >= button.fontMetrics().horizontalAdvance(count), (button.text(), count)


def test_every_command_has_words_and_does_something(window: MainWindow) -> None:
    for name, action in window.commands.items():
        assert action.text(), name
        assert action.receivers("2triggered(bool)") > 0, name


def test_the_list_of_keys_names_page_and_window(window: MainWindow, qtbot: QtBot, at_rest: Rest) -> None:
    window.go("documents")
    at_rest()
    window.commands["keys"].trigger()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ctrl+P" in shown and "Ctrl+K" in shown
    dialog.accept()


def test_the_period_of_the_head_rules_every_page(window: MainWindow, at_rest: Rest) -> None:
    window.go("overview")
    at_rest()
    window.head.part.setCurrentIndex(4)
    window.head.part.activated.emit(4)
    at_rest()
    quarter = Period(2025, PeriodKind.QUARTER, 4)
    assert window.period == quarter
    assert window.page("overview").period == quarter
    window.go("upkeep")
    at_rest()
    assert window.page("upkeep").period == quarter
    window.commands["period_before"].trigger()
    at_rest()
    assert window.period == Period(2024, PeriodKind.QUARTER, 4)
    assert window.head.year.currentText() == "2024"


def test_the_box_finds_a_person_by_nip_and_goes_there(
    window: MainWindow, desk: Desk, lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    found: list[tuple[StaffLine, ...]] = []
    lane.ask(lambda step: desk.register.staff(StaffQuery()), found.append)
    at_rest()
    person = next(line for line in found[0] if line.nip)
    window.commands["find"].trigger()
    assert window.finder.hasFocus() or not window.isActiveWindow()
    QTest.keyClicks(window.finder, person.nip)
    qtbot.waitUntil(lambda: window.finder._model.rowCount() > 0, timeout=5_000)
    at_rest()
    first = window.finder._model.first().data(FOUND)
    assert (first.room, first.filters) == ("register", {"tab": "staff", "nip": person.nip})
    QTest.keyClick(window.finder, Qt.Key.Key_Return)
    at_rest()
    assert window.room == "register"
    assert window.finder.text() == ""


def test_the_box_finds_rooms_and_commands_without_the_desk(window: MainWindow, at_rest: Rest) -> None:
    window.finder.setFocus()
    QTest.keyClicks(window.finder, "dokum")
    first = window.finder._model.first().data(FOUND)
    assert first.command == "room:documents"
    QTest.keyClick(window.finder, Qt.Key.Key_Return)
    at_rest()
    assert window.room == "documents"


def test_a_write_makes_only_the_pages_stale_that_show_it(window: MainWindow, at_rest: Rest) -> None:
    for room in ("documents", "handover", "upkeep", "overview"):
        window.go(room)
        at_rest()
    window.lane.changed.emit(Changes(frozenset({"levels"}), "x"))
    assert not window.page("documents").is_stale
    assert not window.page("handover").tab("handover").is_stale
    assert window.page("upkeep").tab("upkeep").is_stale
    window.lane.changed.emit(Changes(frozenset({"ledger"}), "x"))
    assert window.page("handover").tab("handover").is_stale
    at_rest()
    assert "✓" in window.status_line.saved.text()


def test_the_status_line_tells_the_truth_about_backup_and_journal(
    window: MainWindow, at_rest: Rest, tmp_path: Path, desk: Desk, lane: Lane, qtbot: QtBot
) -> None:
    assert "⚠" in window.status_line.backup.text()
    lane.ask(lambda step: desk.upkeep.backup(tmp_path / "backup"), touches=frozenset({"settings"}))
    at_rest()
    qtbot.waitUntil(lambda: "⚠" not in window.status_line.backup.text(), timeout=5_000)
    assert window.status_line.journal.text().startswith("Jurnal: ")
    status = desk.overview.status()
    window.words.set_language("en")
    window.status_line.note_status(replace(status, journal=replace(status.journal, count=1)))
    assert window.status_line.journal.text() == "Journal: 1 change"


def test_work_that_waits_stands_beside_the_rooms(window: MainWindow, at_rest: Rest, desk: Desk, lane: Lane) -> None:
    status = []
    lane.ask(lambda step: desk.overview.status(window.period), status.append)
    at_rest()
    counts = {task.room: task.count for task in status[0].tasks}
    assert window.rail.buttons["documents"].waiting == str(counts["documents"])
    assert window.rail.buttons["documents"].accessibleName().endswith("menunggu")


def test_a_long_job_is_shown_with_counts_and_can_be_stopped(window: MainWindow, at_rest: Rest, qtbot: QtBot) -> None:
    def count(step: Callable[[int, int], None]) -> None:
        for done in range(1200):
            step(done, 1200)
            time.sleep(0.005)

    finished: list[object] = []
    window.lane.ask(count, finished.append, title="Mencetak", shows_progress=True)
    assert window.status_line.stop.isHidden()
    qtbot.waitUntil(lambda: not window.status_line.stop.isHidden(), timeout=3_000)
    assert "/1.200" in window.status_line.queue.text()
    window.status_line.stop.click()
    at_rest()
    assert finished == []
    qtbot.waitUntil(window.status_line.stop.isHidden, timeout=2_000)


def test_a_refusal_that_nobody_took_is_shown_with_its_code(window: MainWindow, at_rest: Rest) -> None:
    def refuse(step: object) -> None:
        raise UsageRefusal("USE-102", nip="1")

    window.lane.ask(refuse)
    at_rest()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "USE-102" in box.informativeText()
    box.close()


def test_a_bug_in_the_lane_opens_the_report(
    desk: Desk, places: object, indonesian: Words, period: Period, qtbot: QtBot
) -> None:
    lane = Lane()
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    lane.ask(lambda step: 1 // 0)
    qtbot.waitUntil(lambda: window.findChild(BugDialog) is not None)
    dialog = window.findChild(BugDialog)
    assert isinstance(dialog, BugDialog)
    assert "ZeroDivisionError" in dialog.report
    dialog.accept()
    lane.stop()


@pytest.mark.parametrize(
    ("name", "content", "room"),
    [
        ("surat.merit", b"%PDF-1.7 pretending", "documents"),
        ("kartu.txt", b'{"agency_code": "3372"}', "handover"),
        ("paket.xlsx", b"PK\x03\x04 broken", "register"),
        ("pegawai.csv", b"NIP BARU;NAMA\n", "register"),
    ],
)
def test_a_dropped_file_goes_where_its_content_belongs(
    name: str,
    content: bytes,
    room: str,
    window: MainWindow,
    at_rest: Rest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    went: list[tuple[str, object]] = []
    monkeypatch.setattr(window, "go", lambda room, filters=None: went.append((room, filters)))
    path = tmp_path / name
    path.write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(300, 300)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    at_rest()
    tab = {"tab": "verify"} if room == "documents" else {}
    assert went == [(room, {**tab, "file": path})]


def test_several_files_dropped_at_once_are_answered_and_none_is_guessed(
    window: MainWindow, at_rest: Rest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(window, "take_file", taken.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.csv", "b.csv")])
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, left, no_key))
    at_rest()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox) and "UI-905" in box.informativeText() and not taken


def test_at_one_and_a_half_times_the_size_the_window_fits_a_small_screen(window: MainWindow, at_rest: Rest) -> None:
    at_rest()
    assert window.minimumSizeHint().width() <= 1366 / 1.5
    window.resize(1366, 700)
    QApplication.processEvents()
    assert window.findChild(Finder).width() >= 320


def test_while_work_is_told_of_the_status_line_shows_whole_words_or_none(window: MainWindow, at_rest: Rest) -> None:
    at_rest()
    line = window.status_line
    window.resize(1366, 700)
    job = Job(lambda step: None, None, None, "Memeriksa yang akan dikirim ke wilayah", True, "", frozenset())
    job.started_at, job.done, job.total = time.monotonic() - 60, 1_620, 14_615
    line._show_job(job, 3)
    QApplication.processEvents()
    shown = [part for part in (line.saved, line.backup, line.who, line.journal) if part.isVisible()]
    assert line.saved in shown and all(part.width() >= part.sizeHint().width() for part in (*shown, line.queue))
    line._show_job(None, 0)


def test_a_file_of_no_known_kind_is_refused_by_name(window: MainWindow, at_rest: Rest, tmp_path: Path) -> None:
    path = tmp_path / "rekaman.mp3"
    path.write_bytes(b"ID3\x04 sound")
    window.take_file(path)
    at_rest()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "UI-902" in box.informativeText() and "rekaman.mp3" in box.text()
    box.close()


def test_the_place_and_the_language_are_remembered(window: MainWindow, at_rest: Rest) -> None:
    window.go("handover")
    at_rest()
    window.commands["language"].trigger()
    at_rest()
    window.close()
    assert QSettings().value("room") == "handover"
    assert QSettings().value("language") == "en"
