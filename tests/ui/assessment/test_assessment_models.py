"""Qt's own bench on the models of the assessment page, empty, full, and while they change."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.evaluation import EvaluationState, OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.lines import RaterLine, RatingLine
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services.changes import Blocked
from meritdesk.ui.assessment.close_dialog import BlockedColumn, BlockedTable
from meritdesk.ui.assessment.distribution import AXIS, DistributionChart
from meritdesk.ui.assessment.raters_table import RaterColumn, RatersTable
from meritdesk.ui.assessment.rating_table import SORT, RatingTable
from meritdesk.ui.assessment.verdicts import GridColumn
from meritdesk.ui.grids.cells import LaidCell, Red
from meritdesk.ui.lists.arrangement import Arrangement, Ways, arrange
from meritdesk.ui.wording import Words

QUARTER = parse_period("2025-TW4")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
DISPLAY = Qt.ItemDataRole.DisplayRole


def a_line(number: int, state: EvaluationState = EvaluationState.OPEN) -> RatingLine:
    return RatingLine(
        person_id=f"p{number}", nip="", name=f"Orang {number}", position="", unit_id="u", unit_name="Unit",
        rater_id="r", rater_name="", led_unit_id="u", problem="", plan_state=None, indicators=3, actuals=3,
        result_rating=Rating.ABOVE, behaviour_rating=Rating.MEETS, suggested=SuggestedRating.MEETS,
        predicate=Predicate.GOOD if state is EvaluationState.CLOSED else None, reason="", note="", state=state,
        version=1,
    )  # fmt: skip


def a_rater(name: str, rated: int, level: OrgLevel | None = None) -> RaterLine:
    return RaterLine(name, name, "", f"u-{name}", f"Unit {name}", 5, rated, 0, level)


def test_the_grid_model_holds_under_the_bench(qtbot: QtBot, indonesian: Words) -> None:
    table = RatingTable(indonesian, lambda line: Predicate.GOOD)
    QAbstractItemModelTester(table, FATAL)
    table.show_lines([a_line(1), a_line(2, EvaluationState.CLOSED)], QUARTER, has_more=True)
    table.append([a_line(3)], has_more=False)
    key = table.key_of(0, GridColumn.RESULT)
    assert key is not None
    table.send([LaidCell(key, "Di atas ekspektasi", "Di bawah ekspektasi")])
    assert table.lines[0].result_rating is Rating.BELOW
    table.came_back({key: Red("x", "why")})
    assert (table.lines[0].result_rating, table.index(0, GridColumn.RESULT).data()) == (Rating.ABOVE, "x")
    table.retranslate()
    assert table.rowCount() == 3
    assert table.rowCount(table.index(0, 0)) == 0


def test_a_suggestion_looks_different_from_a_rating(qtbot: QtBot, indonesian: Words) -> None:
    table = RatingTable(indonesian, lambda line: None)
    table.show_lines([a_line(1)], QUARTER)
    suggestion, rating = table.index(0, GridColumn.SUGGESTION), table.index(0, GridColumn.RESULT)
    assert suggestion.data(Qt.ItemDataRole.FontRole).italic()
    assert rating.data(Qt.ItemDataRole.FontRole) is None
    assert suggestion.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert rating.data(Qt.ItemDataRole.ForegroundRole) is None
    assert rating.data(SORT) == Rating.ABOVE


def test_the_next_block_is_asked_for_once(qtbot: QtBot, indonesian: Words) -> None:
    table = RatingTable(indonesian, lambda line: None)
    asked: list[int] = []
    table.more_wanted.connect(lambda: asked.append(1))
    table.show_lines([a_line(1)], QUARTER, has_more=True)
    table.fetchMore(QModelIndex())
    table.fetchMore(QModelIndex())
    assert asked == [1]


def test_the_list_of_raters_holds_under_the_bench_and_counts_what_is_left(qtbot: QtBot, indonesian: Words) -> None:
    table = RatersTable(indonesian)
    QAbstractItemModelTester(table, FATAL)
    lines = [a_rater("B", 5), a_rater("A", 1, OrgLevel.GOOD), a_rater("C", 3)]
    table.show_lines(lines)
    ways = Ways(table.searched, {}, table.value)
    left = arrange(lines, Arrangement(order=((RaterColumn.LEFT, True),)), ways)
    assert [line.rater_name for line in left] == ["A", "C", "B"]
    assert [line.rater_name for line in arrange(lines, Arrangement("unit c"), ways)] == ["C"]
    assert table.index(0, RaterColumn.RATED).data() == "5/5"
    assert table.index(0, RaterColumn.LEVEL).data() != table.index(1, RaterColumn.LEVEL).data() != ""


def test_the_lists_of_the_dialogs_hold_under_the_bench(qtbot: QtBot) -> None:
    blocked = BlockedTable(Words("id"))
    QAbstractItemModelTester(blocked, FATAL)
    blocked.show_blocked([Blocked("198107252011011009", "Siti", "V-59", {"unit": "Dinas X"})])
    assert "Dinas X" in blocked.index(0, BlockedColumn.REASON).data()


def test_the_bars_compare_by_shape_and_the_tallest_is_the_most_frequent(qtbot: QtBot) -> None:
    chart = DistributionChart(Messages("id"))
    qtbot.addWidget(chart)
    chart.show_spread({Predicate.GOOD: 10, Predicate.VERY_GOOD: 5}, None)
    heights = dict(zip(AXIS, chart.bar_heights(), strict=True))
    assert heights[Predicate.GOOD] == 2 * heights[Predicate.VERY_GOOD] > 0
    assert heights[Predicate.POOR] == 0
    assert "10" in chart.accessibleDescription()
    chart.show_spread({}, None)
    assert set(chart.bar_heights()) == {0.0}
    assert not chart.grab().isNull()
