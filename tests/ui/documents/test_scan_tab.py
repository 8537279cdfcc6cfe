"""Meja pindai: a folder is read beside the lane, a page without a code is typed by keyboard alone, nothing is lost."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import Form
from meritdesk.core.periods import Period
from meritdesk.core.scans import ScanPlace
from meritdesk.services import Desk
from meritdesk.services.print_job import Selection
from meritdesk.ui import arrivals
from meritdesk.ui.background import Lane
from meritdesk.ui.documents import scan_tab
from meritdesk.ui.documents.register_tab import RegisterTab
from meritdesk.ui.documents.scan_run import ScanRun
from meritdesk.ui.documents.scan_tab import PLACES, ScanTab
from meritdesk.ui.documents.scan_tables import PageList, StackTable
from meritdesk.ui.rooms import make_page
from meritdesk.ui.tabs import TabbedRoom
from meritdesk.ui.wording import Words

_SPEC = importlib.util.spec_from_file_location(
    "paper_of_window", Path(__file__).parent.parent.parent / "scanning" / "paper.py"
)
assert _SPEC and _SPEC.loader
paper = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(paper)

Rest = Callable[[], None]


def make_tab(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> ScanTab:
    room = make_page("documents", desk, lane, words)
    assert isinstance(room, TabbedRoom)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("scans")
    room.enter(period)
    at_rest()
    tab = room.tab("scans")
    assert isinstance(tab, ScanTab)
    return tab


@pytest.fixture
def tab(desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> ScanTab:
    return make_tab(desk, lane, indonesian, period, qtbot, at_rest)


@pytest.fixture
def folder(desk: Desk, lane: Lane, period: Period, tmp_path: Path, at_rest: Rest) -> Path:
    """Five sheets: one stamped over, one twice, and a blank back."""
    printed = []
    lane.ask(lambda step: desk.documents.print(Form.D_1_1, period, Selection(), tmp_path / "kertas"), printed.append)
    at_rest()
    chance = random.Random(11)
    pages = []
    for page in paper.pictures_of(tmp_path / "kertas" / Path(printed[0].file.path).name, chance):
        pages.append(page)
        if len(pages) == 4:
            break
    stamped = pages[3]
    for x in (0, stamped.width - 230):
        for y in (0, stamped.height - 230):
            stamped.paste(90, (x, y, x + 230, y + 230))
    (tmp_path / "pindai").mkdir()
    paper.as_pdf([*pages, pages[0], paper.blank_page(chance)], tmp_path / "pindai" / "pindai.pdf")
    return tmp_path / "pindai"


def read(tab: ScanTab, paths: list[Path], qtbot: QtBot, at_rest: Rest) -> None:
    tab.read(paths)
    qtbot.waitUntil(lambda: tab.run is None, timeout=30_000)
    at_rest()


def shown(tab: ScanTab, place: ScanPlace, at_rest: Rest) -> int:
    tab.bar.setCurrentIndex(PLACES.index(place))
    at_rest()
    return tab.pages.rowCount()


def test_an_empty_desk_says_what_to_do(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest
) -> None:
    tab = make_tab(desk, lane, words, period, qtbot, at_rest)
    assert "150" in tab.empty.text() and tab.list_stack.currentWidget() is tab.empty
    assert tab.primary_focus() is tab.folder_button
    words.set_language("en" if words.language == "id" else "id")
    assert tab.folder_button.text() == ("Read a folder..." if words.language == "en" else "Baca folder...")
    QAbstractItemModelTester(tab.pages, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(tab.stacks, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_folder_is_read_and_a_page_is_typed_by_keyboard_alone(
    tab: ScanTab, folder: Path, desk: Desk, lane: Lane, qtbot: QtBot, at_rest: Rest
) -> None:
    QAbstractItemModelTester(tab.pages, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(tab.stacks, QAbstractItemModelTester.FailureReportingMode.Fatal)
    said: list[str] = []
    tab.message.connect(said.append)
    read(tab, [folder], qtbot, at_rest)
    assert "3 halaman tersimpan" in said[-1]
    assert [shown(tab, place, at_rest) for place in PLACES] == [1, 3, 1, 1]
    assert tab.bar.tabText(1).endswith("3")

    assert shown(tab, ScanPlace.DESK, at_rest) == 1
    assert "DOC-610" in tab.why.text() and tab.file_button.isEnabled()
    qtbot.waitUntil(lambda: tab.picture.sheet.pixmap().width() > 100, timeout=5_000)
    waiting: list[object] = []
    lane.ask(lambda step: desk.documents.scans.candidates("D.1.1", 50), waiting.append)
    at_rest()
    open_still = [one for one in waiting[0] if one.missing]
    wanted = open_still[0].record
    tab.line.number.setFocus()
    QTest.keyClicks(tab.line.number, wanted.number[-6:])
    qtbot.waitUntil(lambda: tab.line.found.rowCount() > 0, timeout=5_000)
    at_rest()
    popup = tab.line.completer.popup()
    qtbot.waitUntil(popup.isVisible, timeout=5_000)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.line.typed[0] == wanted.number, timeout=5_000)
    undo: list[tuple[str, str]] = []
    tab.offer_undo.connect(lambda sentence, change_set: undo.append((sentence, change_set)))
    QTest.keyClick(tab.line.number, Qt.Key.Key_Return)
    at_rest()
    qtbot.waitUntil(lambda: bool(undo), timeout=5_000)
    assert wanted.number in undo[0][0] and undo[0][1]
    at_rest()
    assert tab.pages.rowCount() == 0 and tab.empty.text().startswith("✓")


def test_what_is_being_typed_outlives_a_refresh(tab: ScanTab, folder: Path, qtbot: QtBot, at_rest: Rest) -> None:
    read(tab, [folder], qtbot, at_rest)
    assert shown(tab, ScanPlace.DESK, at_rest) == 1
    QTest.keyClicks(tab.line.number, "0000")
    tab.mark_stale()
    at_rest()
    assert tab.line.number.text() == "0000"
    assert shown(tab, ScanPlace.FILED, at_rest) == 3
    assert tab.line.number.text() == tab.page.number


def test_what_is_set_aside_can_be_laid_back(tab: ScanTab, folder: Path, qtbot: QtBot, at_rest: Rest) -> None:
    read(tab, [folder], qtbot, at_rest)
    assert shown(tab, ScanPlace.DESK, at_rest) == 1
    tab._actions["scan_not_ours"].trigger()
    at_rest()
    assert tab.pages.rowCount() == 0
    assert shown(tab, ScanPlace.ASIDE, at_rest) == 2
    tab.page_view.setCurrentIndex(tab.pages.index([line.page.reason for line in tab.pages.lines].index("DOC-637"), 0))
    tab._actions["scan_back"].trigger()
    at_rest()
    assert shown(tab, ScanPlace.DESK, at_rest) == 1


def test_a_spare_takes_the_place_only_after_a_yes(
    tab: ScanTab, folder: Path, qtbot: QtBot, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(tab, [folder], qtbot, at_rest)
    assert shown(tab, ScanPlace.SPARE, at_rest) == 1
    answers = [False, True]
    monkeypatch.setattr(scan_tab, "asks", lambda *words: answers.pop(0))
    before = tab.page.page.page_id
    tab._actions["scan_assign"].trigger()
    at_rest()
    assert tab.page.page.page_id == before and not tab.refusal.isVisible()
    tab._actions["scan_assign"].trigger()
    at_rest()
    at_rest()
    assert answers == [] and tab.page.page.page_id != before


def test_the_scan_of_a_document_is_found_from_the_register_and_saved(
    tab: ScanTab, folder: Path, qtbot: QtBot, at_rest: Rest, tmp_path: Path
) -> None:
    read(tab, [folder], qtbot, at_rest)
    assert shown(tab, ScanPlace.FILED, at_rest) == 3
    number = tab.page.number
    room = tab.parent()
    while not isinstance(room, TabbedRoom):
        room = room.parent()
    register = room.tab("register")
    assert isinstance(register, RegisterTab)
    room.choose("register")
    register.narrow({"search": number})
    qtbot.waitUntil(lambda: register.documents.rowCount() == 1, timeout=5_000)
    asked: list[tuple[str, dict[str, object]]] = []
    register.go_to.connect(lambda where, filters: asked.append((where, filters)))
    register.view.selectRow(0)
    register.scan_action.trigger()
    assert asked == [("documents", {"tab": "scans", "number": number})]
    room.narrow(asked[0][1])
    at_rest()
    assert tab.of_number.isVisible() and number in tab.of_number.text()
    assert {line.number for line in tab.pages.lines} == {number}
    tab.export(tmp_path / "keluar")
    at_rest()
    assert [path.suffix for path in (tmp_path / "keluar").iterdir()] == [".pdf"]
    tab.all_button.click()
    at_rest()
    assert not tab.of_number.isVisible()


def test_dropped_files_are_read_and_a_damaged_one_has_no_picture(
    tab: ScanTab, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "rusak.pdf"))])
    tab.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    qtbot.waitUntil(lambda: tab.run is None, timeout=20_000)
    at_rest()
    assert tab.pages.rowCount() == 1 and "DOC-621" in tab.why.text()
    assert not tab.file_button.isEnabled() and tab.picture.sheet.text()


def test_a_folder_without_scans_is_refused_in_words(tab: ScanTab, tmp_path: Path, qtbot: QtBot, at_rest: Rest) -> None:
    (tmp_path / "kosong").mkdir()
    read(tab, [tmp_path / "kosong"], qtbot, at_rest)
    assert tab.refusal.isVisible() and "DOC-625" in tab.refusal._text.text()


def test_reading_stops_and_goes_on_while_the_lane_answers(
    tab: ScanTab, folder: Path, desk: Desk, lane: Lane, qtbot: QtBot, at_rest: Rest
) -> None:
    tab.read([folder])
    run = tab.run
    assert isinstance(run, ScanRun)
    run.progressed.connect(lambda done, total: tab.stop() if done == 1 else None)
    tab.read([folder])
    assert tab.run is run
    answered: list[object] = []
    lane.ask(lambda step: desk.documents.count(), answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    qtbot.waitUntil(lambda: tab.run is None, timeout=30_000)
    at_rest()
    assert tab.stacks.lines[0].is_open
    assert "terhenti" in tab.stacks.shown(tab.stacks.lines[0], 0)
    assert tab.go_on_button.isVisible()
    tab.go_on_button.click()
    qtbot.waitUntil(lambda: tab.run is None, timeout=30_000)
    at_rest()
    assert len(tab.stacks.lines) == 1 and not tab.stacks.lines[0].is_open
    assert not tab.go_on_button.isVisible()
    assert sum(tab.stacks.lines[0].places.values()) == 6


def test_pictures_dropped_on_the_window_go_to_the_scan_desk(tmp_path: Path) -> None:
    path = tmp_path / "IMG.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(20))
    assert arrivals.room_for(path) == "documents"
    assert arrivals.filters_for(path, "documents") == {"tab": "scans", "file": path}


def test_the_tables_of_the_desk_are_sound(indonesian: Words) -> None:
    for table in (StackTable(indonesian), PageList(indonesian)):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert table.rowCount() == 0 and table.heading(0)
