"""Qt's own bench on the models of the register, empty, full, and while they change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.lines import StaffLine
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, PositionKind
from meritdesk.ui.intake.fate_table import FateColumn, FateTable
from meritdesk.ui.intake.fates import Fate, FateLine
from meritdesk.ui.line_table import BLOCK, BLOCKS_HELD, SORT
from meritdesk.ui.lists.clipboard import as_table
from meritdesk.ui.register.staff_table import StaffColumn, StaffTable
from meritdesk.ui.register.unit_tree import UNIT_ID, UnitColumn, UnitTree
from meritdesk.ui.wording import Words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NIP = "198107252011011009"


def a_person(number: int, problem: str = "") -> StaffLine:
    return StaffLine(
        f"p{number}", NIP, f"Orang {number:05}", "Analis", "III/c", "u", "Dinas\tKesehatan", EmploymentType.PNS,
        LegalStatus.ACTIVE, PositionKind.STAFF, "" if problem else "Kepala", problem,
    )  # fmt: skip


def test_the_unit_tree_holds_under_the_bench(qtbot: QtBot) -> None:
    tree = UnitTree(Words("id"))
    QAbstractItemModelTester(tree, FATAL)
    tree.show_units([], {}, 0)
    units = [
        OrgUnit("a", "Kota"),
        OrgUnit("b", "Dinas B", parent_id="a"),
        OrgUnit("c", "Bidang C", parent_id="b"),
        OrgUnit("d", "Dinas D", parent_id="a"),
    ]
    tree.show_units(units, {"a": 1200, "b": 7}, 1201)
    assert tree.rowCount() == 2
    index = tree.index_of("c")
    assert index.data(UNIT_ID) == "c"
    assert index.parent().data(UNIT_ID) == "b"
    assert tree.index_of("a").siblingAtColumn(UnitColumn.STAFF).data() == "1.200"
    assert tree.index_of("").siblingAtColumn(UnitColumn.STAFF).data() == "1.201"
    tree.retranslate()


def test_a_unit_whose_parent_is_unknown_still_stands_in_the_tree(qtbot: QtBot) -> None:
    tree = UnitTree(Words("id"))
    QAbstractItemModelTester(tree, FATAL)
    tree.show_units([OrgUnit("x", "Yatim", parent_id="nowhere")], {}, 0)
    assert tree.index_of("x").isValid()


def test_the_staff_list_holds_under_the_bench(qtbot: QtBot) -> None:
    table = StaffTable(Words("id"))
    QAbstractItemModelTester(table, FATAL)
    table.start(BLOCK + 50)
    table.fill(0, [a_person(number) for number in range(BLOCK)])
    table.fill(1, [a_person(BLOCK + number) for number in range(50)])
    table.retranslate()
    assert table.line(BLOCK + 49) == a_person(BLOCK + 49)
    assert table.index(3, StaffColumn.NAME).data(SORT) == "Orang 00003"


def test_a_missing_block_is_asked_for_once_and_known_by_its_rows(qtbot: QtBot) -> None:
    table = StaffTable(Words("id"))
    asked: list[int] = []
    table.block_wanted.connect(lambda: asked.append(1))
    table.start(15_000)
    for row in range(2 * BLOCK, 2 * BLOCK + 50):
        table.index(row, 0).data()
    assert asked == [1]
    assert table.missing_blocks(2 * BLOCK, 2 * BLOCK + 50) == (2,)
    table.fill(2, [a_person(number) for number in range(BLOCK)])
    assert table.missing_blocks(2 * BLOCK, 2 * BLOCK + 50) == ()


def test_old_blocks_make_room_so_that_any_agency_fits(qtbot: QtBot) -> None:
    table = StaffTable(Words("id"))
    table.start(150_000)
    lines = [a_person(number) for number in range(BLOCK)]
    for block in range(BLOCKS_HELD + 20):
        table.fill(block, lines)
    assert table.line(0) is None
    assert table.line((BLOCKS_HELD + 19) * BLOCK) is not None


def test_whoever_has_no_rater_carries_the_reason_in_words(qtbot: QtBot) -> None:
    table = StaffTable(Words("id"))
    table.start(1)
    table.fill(0, [a_person(1, "REG-322")])
    cell = table.index(0, StaffColumn.RATER)
    assert cell.data().startswith("⚠ ")
    assert "REG-322" not in cell.data()
    assert len(cell.data(Qt.ItemDataRole.ToolTipRole)) > len(cell.data())


def test_whoever_is_not_appraised_carries_the_status_instead_of_a_blank(qtbot: QtBot) -> None:
    table = StaffTable(Words("id"))
    table.start(1)
    table.fill(0, [replace(a_person(1), rater_name="", legal_status=LegalStatus.PRE_PENSION)])
    assert table.index(0, StaffColumn.RATER).data() == "— Masa persiapan pensiun (MPP)"


def test_a_copied_nip_stays_text_in_a_spreadsheet(qtbot: QtBot) -> None:
    table = StaffTable(Words("id"))
    data = as_table([a_person(1), a_person(2)], table, list(StaffColumn))
    assert NIP in data.text()
    assert [line.count("\t") for line in data.text().split("\n")] == [len(StaffColumn) - 1] * 3
    assert "mso-number-format" in data.html()


def test_the_preview_holds_under_the_bench_and_filters_by_fate(qtbot: QtBot) -> None:
    table = FateTable()
    QAbstractItemModelTester(table, FATAL)
    table.show_lines(
        [
            FateLine(9, Fate.REFUSED, NIP, "", ("NIP BARU",), "NIP-201", "rusak", "ambil ulang"),
            FateLine(2, Fate.ADDED, NIP, "Siti"),
            FateLine(10, Fate.CHANGED, NIP, "Budi", ("grade", "unit_id")),
        ]
    )
    table.sort(FateColumn.ROW, Qt.SortOrder.AscendingOrder)
    assert [table.index(row, FateColumn.ROW).data() for row in range(3)] == ["2", "9", "10"]
    table.keep_only(Fate.CHANGED)
    assert table.rowCount() == 1
    assert "_" not in table.index(0, FateColumn.FIELD).data()
    table.keep_only(None)
    assert table.rowCount() == 3
