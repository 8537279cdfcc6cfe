"""Qt's own bench on the models of the register with time, empty, full, and while they change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.duplicates import find_twins
from meritdesk.core.people import Person
from meritdesk.ui.register.change_table import Part, PreviewColumn, PreviewLine, PreviewTable
from meritdesk.ui.register.hindrance_table import (
    HindranceColumn,
    HindranceLine,
    HindranceTable,
    Sort,
    WaitingColumn,
    WaitingTable,
)
from meritdesk.ui.register.twins_table import ComparedColumn, ComparedTable, TwinsColumn, TwinsTable, compared
from meritdesk.ui.wording import Words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ONE = Person("a", "198504042010012004", "Sari Puspita", unit_id="u")
OTHER = Person("b", "198504042010012004", "SARI PUSPITA", unit_id="u", grade="III/a")


def headings(table, columns):
    return [table.headerData(column, Qt.Orientation.Horizontal) for column in columns]


def test_the_preview_holds_under_the_bench(qtbot: QtBot, words: Words) -> None:
    table = PreviewTable(words)
    QAbstractItemModelTester(table, FATAL)
    table.show_lines([PreviewLine(part, "Sari", "dulu", "nanti", "R-33") for part in Part])
    assert table.rowCount() == len(Part)
    assert all(headings(table, PreviewColumn))
    table.show_lines([])
    assert table.rowCount() == 0


def test_the_list_of_blockers_holds_under_the_bench_and_sorts_by_number(qtbot: QtBot, words: Words) -> None:
    table = HindranceTable(words)
    QAbstractItemModelTester(table, FATAL)
    table.show_lines([HindranceLine(Sort.BLOCKER, 12, "Kosong", "Bidang", "Tunjuk"),
                      HindranceLine(Sort.FOLLOW_UP, 1, "V-44", "Sari", "Susun SKP")])  # fmt: skip
    assert table.value(table.lines[0], HindranceColumn.COUNT) == 12
    assert table.colour(table.lines[0], HindranceColumn.CAUSE) != table.colour(table.lines[1], HindranceColumn.CAUSE)
    assert all(headings(table, HindranceColumn))


def test_the_people_who_wait_hold_under_the_bench(qtbot: QtBot, words: Words) -> None:
    table = WaitingTable(words)
    QAbstractItemModelTester(table, FATAL)
    table.show_lines([ONE, OTHER])
    assert table.index(0, WaitingColumn.NIP).data() == ONE.nip
    assert all(headings(table, WaitingColumn))


def test_pairs_and_their_two_sides_hold_under_the_bench(qtbot: QtBot, words: Words) -> None:
    pairs = TwinsTable(words)
    QAbstractItemModelTester(pairs, FATAL)
    (twins,) = find_twins((ONE, OTHER))
    pairs.show_lines([twins])
    assert all(headings(pairs, TwinsColumn))
    sides = ComparedTable(words)
    QAbstractItemModelTester(sides, FATAL)
    sides.show_lines(compared(twins, {"u": "Dinas"}, words))
    differing = [line for line in sides.lines if not line.is_alike]
    assert [line.one for line in differing] == ["Sari Puspita"]
    first = headings(sides, (ComparedColumn.ONE, ComparedColumn.OTHER))
    sides.kept_is_one = False
    assert headings(sides, (ComparedColumn.ONE, ComparedColumn.OTHER)) == first[::-1]
