"""The list of the window on the staff page of a real desk, and on lines that are given whole, by keyboard."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import BLOCK, LineTable
from meritdesk.ui.lists import line_list
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.chooser import Chooser
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.register.page import RegisterPage
from meritdesk.ui.register.staff_table import StaffColumn
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class PointColumn(IntEnum):
    NAME = 0
    UNIT = 1
    POINTS = 2


@dataclass(frozen=True)
class PointLine:
    key: int
    name: str
    unit: str
    points: int


class PointTable(LineTable[PointLine]):
    columns = PointColumn
    numbers = frozenset({PointColumn.POINTS})
    named_by = frozenset({PointColumn.NAME})

    def identity(self, line: PointLine) -> object:
        return line.key

    def heading(self, column: int) -> str:
        return ("Nama", "Unit", "Angka")[column]

    def shown(self, line: PointLine, column: int) -> str:
        return (line.name, line.unit, self.words.number(line.points))[column]

    def value(self, line: PointLine, column: int) -> object:
        return (line.name, line.unit, line.points)[column]


def some_lines(count: int) -> list[PointLine]:
    return [PointLine(number, f"Orang {number:06}", f"Unit {number % 7}", number % 100) for number in range(count)]


class PointPage(RoomPage):
    """A page that is nothing but a list."""

    def load(self, period: Period) -> None:
        self.loaded = period

    def retranslate(self) -> None:
        self.said = True

    def primary_focus(self) -> QWidget:
        return self


def show(page: RoomPage, listing: LineList[PointLine], qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    listing.setParent(page)
    listing.resize(900, 500)
    page.resize(900, 500)
    page.show()
    listing.show()


@pytest.fixture
def home(desk: Desk, lane: Lane, indonesian: Words) -> PointPage:
    return PointPage(desk, lane, indonesian)


@pytest.fixture
def whole(home: PointPage, qtbot: QtBot) -> LineList[PointLine]:
    table = PointTable(home.words)
    QAbstractItemModelTester(table, FATAL)
    listing = LineList(
        "test.points", table, home, facets=[column_facet(table, PointColumn.UNIT, lambda: some_lines(60))]
    )
    listing.title_words = lambda: "Daftar angka"
    listing.empty_words = lambda how: "" if how.is_narrowed else "Belum ada angka. Impor dulu."
    show(home, listing, qtbot)
    listing.say()
    return listing


def in_blocks(
    home: PointPage, lines: list[PointLine], qtbot: QtBot, asked: list[tuple[int, int]]
) -> LineList[PointLine]:
    """A list over a store that is a Python list: what is asked of it is written down."""

    def fitting(how: Arrangement) -> list[PointLine]:
        found = [line for line in lines if how.search.casefold() in line.name.casefold()]
        for column, falls in reversed(how.order):
            found.sort(key=lambda line: (line.name, line.unit, line.points)[column], reverse=falls)
        return found

    def part(how: Arrangement, offset: int, limit: int) -> Sequence[PointLine]:
        asked.append((offset, limit))
        return fitting(how)[offset : offset + limit]

    table = PointTable(home.words)
    QAbstractItemModelTester(table, FATAL)
    listing = LineList("test.blocks", table, home, reading=Reading(lambda how: len(fitting(how)), part))
    show(home, listing, qtbot)
    return listing


def names(listing: LineList[PointLine]) -> list[str]:
    return [line.name for line in listing.table.lines]


# Lines that are given whole


def test_typing_filters_escape_clears_and_an_empty_list_says_why(whole: LineList[PointLine], qtbot: QtBot) -> None:
    assert whole.empty.text() == "Daftar sedang disusun."
    whole.show_lines([])
    assert whole.empty.text() == "Belum ada angka. Impor dulu." and whole.clear_button.isHidden()
    whole.show_lines(some_lines(60))
    whole.commands.actions["list_search"].trigger()
    QTest.keyClicks(whole.search, "unit 3 000010")
    QTest.keyClick(whole.search, Qt.Key.Key_Return)
    assert names(whole) == ["Orang 000010"]
    assert whole.current() == some_lines(11)[10], "Enter leads to the line that was found"
    QTest.keyClicks(whole.search, "x")
    QTest.keyClick(whole.search, Qt.Key.Key_Return)
    assert whole.total == 0
    assert whole.empty.text() == "Tidak ada yang cocok dengan saringan ini." and not whole.clear_button.isHidden()
    QTest.keyClick(whole.search, Qt.Key.Key_Escape)
    assert whole.search.text() == "" and whole.total == 60


def test_saying_every_cell_of_some_thousand_lines_is_the_lanes_work(
    whole: LineList[PointLine], at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_on: set[str] = set()
    searched = whole.table.searched

    def say(line: PointLine) -> str:
        said_on.add(threading.current_thread().name)
        return searched(line)

    monkeypatch.setattr(whole.table, "searched", say)
    whole.show_lines(some_lines(line_list.ARRANGED_AT_ONCE + 1))
    whole.narrow_to("orang 000010")
    assert whole.total == line_list.ARRANGED_AT_ONCE + 1, "the window does not wait for it"
    at_rest()
    assert names(whole) == ["Orang 000010"] and said_on == {"desk"}
    whole.show_lines(some_lines(60))
    assert names(whole) == ["Orang 000010"], "a short list needs nobody"
    assert said_on == {"desk", threading.current_thread().name}


def test_sorting_by_two_keys_marks_the_headings_and_keeps_the_line(whole: LineList[PointLine]) -> None:
    whole.show_lines(some_lines(60))
    whole.view.choose_row(8)
    header = whole.view.headings
    place = QPoint(header.sectionViewportPosition(PointColumn.UNIT) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    place.setX(header.sectionViewportPosition(PointColumn.POINTS) + 20)
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place)
    assert whole.arrangement.order == ((PointColumn.UNIT, False), (PointColumn.POINTS, True))
    lines = whole.table.lines
    assert lines == sorted(lines, key=lambda line: (line.unit, -line.points))
    told = [str(whole.table.headerData(column, Qt.Orientation.Horizontal)) for column in PointColumn]
    assert told == ["Nama", "Unit ▲1", "Angka ▼2"]
    assert [line.key for line in whole.selected()] == [8]
    current = whole.current()
    assert current is not None and current.key == 8
    menu = QMenu()
    whole.commands.fill_menu(menu)
    sorting = next(action.menu() for action in menu.actions() if action.menu())
    assert isinstance(sorting, QMenu)
    assert sorting.actions()[0].text().startswith("&1 Nama"), "sorting needs no mouse"
    sorting.actions()[0].trigger()
    assert whole.arrangement.order == ((PointColumn.NAME, False),)


def test_a_refresh_keeps_selection_place_and_keyboard(whole: LineList[PointLine], qtbot: QtBot) -> None:
    whole.show_lines(some_lines(500))
    whole.view.select_rows([300, 301, 310], 301)
    whole.view.verticalScrollBar().setValue(297 * 28 + 9)
    before = [line.key for line in whole.selected()]
    told: list[object] = []
    whole.line_chosen.connect(told.append)
    changed = [replace(line, points=1) for line in some_lines(500) if line.key % 3 or line.key > 290]
    whole.show_lines(changed)
    assert [line.key for line in whole.selected()] == before
    top = whole.table.line(whole.view.top_row())
    assert top is not None and top.key == 297
    assert (whole.view.verticalScrollBar().value() - 9) % 28 == 0
    assert told == [replace(some_lines(302)[301], points=1)], "what the line is about may have changed"
    whole.show_lines([line for line in changed if line.key not in before])
    assert whole.view.selected_count() == 1, "whoever is gone leaves the keyboard at its height"


def test_the_line_below_counts_and_sums_as_a_spreadsheet(whole: LineList[PointLine], qtbot: QtBot) -> None:
    whole.show_lines(some_lines(60))
    whole.view.select_rows([0, 1, 2, 10])
    whole.sums.add_up()
    assert whole.sums.text() == "4 dipilih  ·  Angka: jumlah 13, rata-rata 3,25"
    whole.sums.clear()
    narrow = whole.minimumSizeHint().width()
    whole.view.setFocus()
    QTest.keyClick(whole.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    whole.sums.add_up()
    assert whole.sums.text().startswith("60 dipilih: semua yang cocok")
    assert whole.minimumSizeHint().width() == narrow, "what stands beside the list keeps its place"
    whole.view.choose_row(3)
    whole.sums.add_up()
    assert whole.sums.text() == ""


def test_the_chips_are_worked_by_keyboard_alone(whole: LineList[PointLine], qtbot: QtBot) -> None:
    whole.show_lines(some_lines(60))
    menu = whole.chips.open_menu()
    menu.actions()[0].trigger()
    menu.close()
    sheet = whole.findChild(Chooser)
    assert sheet is not None and sheet.list.count() == 7
    QTest.keyClick(sheet.list, Qt.Key.Key_Down)
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert whole.arrangement.kept == {"unit": frozenset({"Unit 1"})}
    assert {line.unit for line in whole.table.lines} == {"Unit 1"}
    chip = whole.chips.chips["unit"]
    assert chip.words.text() == "Unit: Unit 1"
    assert "Unit: Unit 1" in chip.words.accessibleName()
    chip.words.setFocus()
    QTest.keyClick(chip.words, Qt.Key.Key_Return)
    again = whole.findChildren(Chooser)[-1]
    assert again.values() == frozenset({"Unit 1"})
    QTest.keyClick(again, Qt.Key.Key_Escape)
    QTest.keyClick(chip.words, Qt.Key.Key_Right)
    QTest.keyClick(chip.words, Qt.Key.Key_Delete)
    assert whole.arrangement.kept == {} and whole.total == 60 and not whole.chips.chips


def test_columns_are_hidden_moved_and_put_back_and_remembered(whole: LineList[PointLine], qtbot: QtBot) -> None:
    whole.show_lines(some_lines(60))
    dialog = whole.commands.open_columns()
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.move_current(1)
    dialog.accept()
    assert whole.view.columns.shown == (PointColumn.NAME, PointColumn.POINTS)
    assert whole.view.isColumnHidden(PointColumn.UNIT)
    again: LineView[PointLine] = LineView("test.points", PointTable(whole.words), whole)
    assert again.columns == whole.view.columns
    dialog = whole.commands.open_columns()
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.ok.isEnabled(), "a list without columns is none"
    dialog.reset.click()
    dialog.accept()
    assert whole.view.columns.shown == tuple(PointColumn)


def test_a_copy_has_the_columns_shown_and_nothing_that_a_spreadsheet_would_run(whole: LineList[PointLine]) -> None:
    whole.show_lines([PointLine(1, "=HYPERLINK(1)", "199001012015011008", 1234), PointLine(2, "Ani\tB", "<b>", -5)])
    told: list[str] = []
    whole.page.message.connect(told.append)
    whole.view.set_columns(whole.view.columns.showing([1, 0, 2]))
    whole.view.selectAll()
    whole.commands.actions["list_copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Unit\tNama\tAngka\n199001012015011008\t'=HYPERLINK(1)\t1.234\n<b>\tAni B\t-5"
    html = data.html()
    assert html.count("mso-number-format") == 4 and "&lt;b&gt;" in html and "<td>1.234</td>" in html
    assert told == ["2 baris disalin sebagai tabel."]


def test_long_lists_are_arranged_beside_the_window(
    whole: LineList[PointLine], at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_list, "ARRANGED_AT_ONCE", 10)
    whole.show_lines(some_lines(60))
    assert whole.total == 60
    whole.sort_by(PointColumn.POINTS)
    whole.narrow_to(unit="Unit 2")
    at_rest()
    assert names(whole) == [line.name for line in some_lines(60) if line.unit == "Unit 2"]


# Lines that come in blocks


def test_end_reads_the_last_block_and_not_those_between(home: PointPage, qtbot: QtBot, at_rest: Rest) -> None:
    asked: list[tuple[int, int]] = []
    listing = in_blocks(home, some_lines(100_000), qtbot, asked)
    listing.ask()
    at_rest()
    assert listing.total == 100_000 and asked == [(0, BLOCK)]
    listing.view.setFocus()
    QTest.keyClick(listing.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: listing.table.line(99_999) is not None, timeout=5000)
    at_rest()
    current = listing.current()
    assert current is not None and current.key == 99_999
    assert len(asked) <= 4, "what lies between was not read"
    QTest.keyClick(listing.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert listing.view.selected_count() == 100_000 and listing.view.currentIndex().row() == 0


def test_everything_selected_is_said_summed_copied_and_survives_a_refresh(
    home: PointPage, qtbot: QtBot, at_rest: Rest
) -> None:
    lines = some_lines(3 * BLOCK)
    listing = in_blocks(home, lines, qtbot, [])
    listing.ask()
    at_rest()
    listing.view.selectAll()
    qtbot.waitUntil(lambda: "rata-rata" in listing.sums.text(), timeout=5000)
    total = home.words.number(sum(line.points for line in lines))
    said = listing.sums.text()
    assert said.startswith(f"{3 * BLOCK} dipilih: semua yang cocok") and f"jumlah {total}" in said
    taken: list[list[PointLine]] = []
    listing.with_selected(taken.append)
    at_rest()
    assert taken == [lines]
    lines.append(PointLine(9999, "Orang baru", "Unit 1", 1))
    listing.ask()
    at_rest()
    assert listing.view.selected_count() == len(lines)


def test_single_lines_far_apart_stay_selected_when_the_store_has_changed(
    home: PointPage, qtbot: QtBot, at_rest: Rest
) -> None:
    lines = some_lines(10 * BLOCK)
    listing = in_blocks(home, lines, qtbot, [])
    listing.ask()
    at_rest()
    listing.view.scrollToBottom()
    qtbot.waitUntil(lambda: listing.table.line(10 * BLOCK - 1) is not None, timeout=5000)
    listing.view.select_rows([5, 10 * BLOCK - 3], 10 * BLOCK - 3)
    del lines[0]
    listing.ask()
    at_rest()
    assert [line.key for line in listing.selected()] == [5, 10 * BLOCK - 3]
    current = listing.current()
    assert current is not None and current.key == 10 * BLOCK - 3
    first, last = listing.view.rows_in_view()
    assert first > 9 * BLOCK and last >= 10 * BLOCK - 3


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("scroll"), st.integers(0, 4000)),
        st.tuples(st.just("sort"), st.integers(0, 2)),
        st.tuples(st.just("also"), st.integers(0, 2)),
        st.tuples(st.just("search"), st.integers(0, 3)),
        st.tuples(st.just("ask"), st.just(0)),
        st.tuples(st.just("all"), st.just(0)),
        st.tuples(st.just("rest"), st.just(0)),
    ),
    min_size=3,
    max_size=12,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_scrolled_sorted_and_typed_the_list_ends_as_the_store_says(
    steps: list[tuple[str, int]], home: PointPage, qtbot: QtBot, at_rest: Rest
) -> None:
    lines = some_lines(1000)
    listing = in_blocks(home, lines, qtbot, [])
    listing.ask()
    for step, number in steps:
        if step == "scroll":
            listing.view.verticalScrollBar().setValue(number * 28)
            listing.view.grab()
        elif step in ("sort", "also"):
            listing.sort_by(number, is_added=step == "also")
        elif step == "search":
            listing.narrow_to(("", "0005", "orang", "nobody")[number])
        elif step == "ask":
            listing.ask()
        elif step == "all":
            listing.view.selectAll()
        else:
            at_rest()
    at_rest()
    listing.view.verticalScrollBar().setValue(0)
    listing.view.grab()
    qtbot.wait(30)
    at_rest()
    wanted = [line for line in lines if listing.arrangement.search in line.name.casefold()]
    for column, falls in reversed(listing.arrangement.order):
        wanted.sort(key=lambda line: (line.name, line.unit, line.points)[column], reverse=falls)
    assert listing.total == len(wanted)
    shown = [listing.table.line(row) for row in range(min(15, len(wanted)))]
    assert shown == wanted[:15]
    listing.setParent(None)
    listing.deleteLater()


# The staff list of the register


@pytest.fixture
def staff(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> RegisterPage:
    page = RegisterPage(desk, lane, words)
    qtbot.addWidget(page)
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    return page


def test_a_view_is_kept_shown_replaced_and_let_go(staff: RegisterPage, at_rest: Rest) -> None:
    listing = staff.listing
    listing.keep("employment", ["PNS"])
    listing.sort_by(StaffColumn.UNIT)
    listing.view.set_columns(listing.view.columns.showing([StaffColumn.NIP, StaffColumn.NAME]))
    at_rest()
    total = listing.total
    dialog = listing.commands.open_views()
    at_rest()
    assert not dialog.keep_button.isEnabled() and not dialog.show_button.isEnabled()
    QTest.keyClicks(dialog.name, "Hanya PNS")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    at_rest()
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["Hanya PNS"]
    dialog.reject()
    listing.clear()
    listing.view.reset_columns()
    at_rest()
    assert listing.total > total
    dialog = listing.commands.open_views()
    at_rest()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    at_rest()
    assert listing.total == total
    assert listing.view.columns.shown == (StaffColumn.NIP, StaffColumn.NAME)
    assert listing.arrangement.order == ((StaffColumn.UNIT, False),)
    assert "PNS" in listing.chips.chips["employment"].words.text()
    dialog = listing.commands.open_views()
    at_rest()
    QTest.keyClicks(dialog.name, "Hanya PNS")
    assert dialog.keep_button.text() in ("Ganti", "Replace")
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    at_rest()
    assert dialog.list.count() == 0
    dialog.reject()


def test_the_list_goes_to_excel_as_it_is_shown(staff: RegisterPage, at_rest: Rest, tmp_path: Path) -> None:
    listing = staff.listing
    told: list[str] = []
    staff.message.connect(told.append)
    listing.keep("employment", ["PNS"])
    listing.sort_by(StaffColumn.NIP)
    listing.view.set_columns(listing.view.columns.showing([StaffColumn.NIP, StaffColumn.RATER]))
    at_rest()
    listing.commands.export(tmp_path / "pegawai.xlsx")
    at_rest()
    assert not (tmp_path / "pegawai.xlsx").exists(), "what comes from practice says so in its name"
    written = openpyxl.load_workbook(tmp_path / "pegawai-LATIHAN.xlsx").active
    assert written.title.startswith("LATIHAN ")
    rows = list(written.iter_rows(values_only=True))
    assert rows[0] == (staff.staff.heading(StaffColumn.NIP), staff.staff.heading(StaffColumn.RATER))
    nips = [row[0] for row in rows[1:]]
    assert len(nips) == listing.total and nips == sorted(nips)
    assert all(isinstance(nip, str) and len(nip) == 18 for nip in nips)
    assert told and "pegawai-LATIHAN.xlsx" in told[0]


def test_a_list_that_cannot_be_saved_says_so(staff: RegisterPage, at_rest: Rest, tmp_path: Path, lane: Lane) -> None:
    refused: list[Exception] = []
    lane.refused.connect(refused.append)
    staff.listing.commands.export(tmp_path / "pegawai.doc")
    at_rest()
    assert [getattr(error, "code", "") for error in refused] == ["UI-323"]


def test_the_filters_of_the_staff_list_count_what_there_is(staff: RegisterPage, at_rest: Rest, qtbot: QtBot) -> None:
    listing = staff.listing
    for key in listing.chips.facets:
        listing.chips.open_chooser(key, QPoint(0, 0))
        at_rest()
        sheet = listing.findChildren(Chooser)[-1]
        assert sheet.list.count() or key in ("plan_state", "rating_state"), key
        sheet.close()
    listing.chips.open_chooser("employment", QPoint(0, 0))
    at_rest()
    sheet = listing.findChildren(Chooser)[-1]
    first = sheet.list.item(0)
    first.setCheckState(Qt.CheckState.Checked)
    counted = int("".join(sign for sign in first.text().rpartition("(")[2] if sign.isdigit()))
    sheet.take()
    at_rest()
    assert listing.total == counted


def test_a_facet_that_is_remembered_stays_until_tomorrow(home: PointPage, qtbot: QtBot) -> None:
    table = PointTable(home.words)
    choices = [Choice("low", "kecil"), Choice("high", "besar")]

    def keeps(line: object, values: frozenset[str]) -> bool:
        assert isinstance(line, PointLine)
        return ("high" if line.points > 50 else "low") in values

    def made() -> LineList[PointLine]:
        size = Facet("size", lambda: "Ukuran", lambda: choices, keeps, is_single=True, is_remembered=True)
        return LineList("test.kept", table, home, facets=[size], at_first={"size": "low"})

    first = made()
    assert first.arrangement.only("size") == "low"
    first.show_lines(some_lines(100))
    assert first.total == 51
    first.chips.open_chooser("size", QPoint(0, 0))
    sheet = first.findChildren(Chooser)[-1]
    QTest.keyClick(sheet.list, Qt.Key.Key_Down)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert first.total == 49
    assert made().arrangement.only("size") == "high"
    first.keep("size", [])
    assert made().arrangement.kept == {}


class PaperColumn(IntEnum):
    WHERE = 0
    NAME = 1
    HOLDER = 2
    UNTIL = 3
    NEXT = 4


class PaperTable(LineTable[int]):
    columns = PaperColumn
    named_by = frozenset({PaperColumn.NAME})

    def heading(self, column: int) -> str:
        return ("Keadaan", "Pegawai", "Pada", "Tenggat", "Berikutnya")[column]

    def shown(self, line: int, column: int) -> str:
        if column == PaperColumn.UNTIL:
            return self.words.short_day(self.day(line)) if line else ""
        return ("di pegawai yang dinilai", "Choirunnisa Hapsari, A.Md.", "Bagian Umum", "", "minta kembali")[column]

    def value(self, line: int, column: int) -> object:
        return self.day(line) if column == PaperColumn.UNTIL and line else self.shown(line, column)

    def day(self, line: int) -> date:
        return date(2026, 2, 20) + timedelta(days=line)


def test_a_day_is_never_cut_where_words_can_give_way(indonesian: Words, qtbot: QtBot) -> None:
    view: LineView[int] = LineView("test.papers", PaperTable(indonesian))
    qtbot.addWidget(view)
    view.resize(430, 300)
    view.show()
    view.table.show_lines(range(8))
    view.fit()
    longest = max(view.fontMetrics().horizontalAdvance(view.table.shown(line, PaperColumn.UNTIL)) for line in range(8))
    assert view.columnWidth(PaperColumn.UNTIL) >= longest + 8
    assert sum(view.columnWidth(column) for column in PaperColumn) <= view.viewport().width()


def people_of(*units: str) -> list[PointLine]:
    return [PointLine(number, f"Orang {number}", unit, 7) for number, unit in enumerate(units)]


def cut(listing: LineList[PointLine], column: PointColumn) -> bool:
    view = listing.view
    words = max((view.table.shown(line, column) for line in view.table.lines), key=len)
    return view.columnWidth(column) < view.fontMetrics().horizontalAdvance(words) + 6


def test_columns_fit_other_lines_too_and_stay_where_nothing_is_cut(home: PointPage, qtbot: QtBot) -> None:
    """Another period or unit has longer words: they were cut beside an empty column, for columns fitted once."""
    listing = LineList("test.others", PointTable(home.words), home)
    show(home, listing, qtbot)
    listing.show_lines([PointLine(n, f"Nama yang panjang sekali {n}, S.Sos., M.Si.", "Umum", 7) for n in range(9)])
    qtbot.wait(5)
    listing.show_lines(people_of(*["Bidang Pengadaan, Pemberhentian, dan Informasi Kepegawaian"] * 9))
    qtbot.wait(5)
    assert not cut(listing, PointColumn.UNIT)
    before = [listing.view.columnWidth(column) for column in PointColumn]
    listing.show_lines(people_of(*["Umum"] * 9))
    qtbot.wait(5)
    assert [listing.view.columnWidth(column) for column in PointColumn] == before, "nothing is cut: nothing moves"


def test_a_width_that_the_clerk_drew_is_never_taken_from_him(home: PointPage, qtbot: QtBot) -> None:
    listing = LineList("test.drawn", PointTable(home.words), home)
    show(home, listing, qtbot)
    listing.show_lines(people_of(*["Umum"] * 9))
    qtbot.wait(5)
    listing.view._width_drawn(PointColumn.UNIT, 90)
    listing.view.headings.resizeSection(PointColumn.UNIT, 90)
    listing.show_lines(people_of(*["Bidang Pengadaan, Pemberhentian, dan Informasi Kepegawaian"] * 9))
    qtbot.wait(5)
    assert listing.view.columnWidth(PointColumn.UNIT) == 90
