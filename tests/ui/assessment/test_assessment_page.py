"""Rating from the keyboard over a real desk: what is typed is saved, explained, undone, refused where it must be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.evaluation import EvaluationState, OrgLevel, Predicate, Rating
from meritdesk.core.lines import RatingLine, RatingQuery
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import CloseOutcome
from meritdesk.ui.assessment.close_dialog import CloseDialog
from meritdesk.ui.assessment.page import AssessmentPage
from meritdesk.ui.assessment.verdicts import GridColumn
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.cells import Fate
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> AssessmentPage:
    page = AssessmentPage(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(lambda changes: page.mark_stale())
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    lines = [(page.raters.table.line(row), row) for row in range(page.raters.table.rowCount())]
    busiest = max((line.people, row) for line, row in lines if line is not None)[1]
    page.raters.select(busiest)
    at_rest()
    page.grid.setFocus()
    return page


def at(page: AssessmentPage, row: int, column: GridColumn) -> None:
    page.grid.setCurrentIndex(page.table.index(row, column))


def select(page: AssessmentPage, rows: range, columns: tuple[GridColumn, ...]) -> None:
    at(page, rows[0], columns[0])
    for row in rows:
        for column in columns:
            page.grid.selectionModel().select(page.table.index(row, column), QItemSelectionModel.SelectionFlag.Select)


def stored(page: AssessmentPage, lane: Lane, at_rest: Rest) -> dict[str, RatingLine]:
    """The lines of the rater as the store has them, read on the lane."""
    assert page.period is not None and page._rater is not None
    query = RatingQuery(period=page.period.code, year=page.period.year, rater_id=page._rater.rater_id)
    found: list[tuple[RatingLine, ...]] = []
    lane.ask(lambda step: page.desk.assessment.grid(query), found.append)
    at_rest()
    return {line.person_id: line for line in found[0]}


def test_a_letter_rates_and_the_predicate_with_its_reason_appears_at_once(
    page: AssessmentPage, lane: Lane, at_rest: Rest
) -> None:
    person = page.table.lines[0].person_id
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_A)
    at(page, 0, GridColumn.BEHAVIOUR)
    QTest.keyClick(page.grid, Qt.Key.Key_B)
    expected = page.words.messages.label_of(Predicate.POOR)
    assert page.table.index(0, GridColumn.PREDICATE).data() == expected
    assert expected in page.why.toPlainText()
    at_rest()
    line = stored(page, lane, at_rest)[person]
    assert (line.result_rating, line.behaviour_rating) == (Rating.ABOVE, Rating.BELOW)


def test_letters_reach_every_selected_cell_and_one_undo_takes_all_back(
    page: AssessmentPage, lane: Lane, at_rest: Rest
) -> None:
    before = stored(page, lane, at_rest)
    select(page, range(3), (GridColumn.RESULT, GridColumn.BEHAVIOUR))
    QTest.keyClick(page.grid, Qt.Key.Key_B)
    at_rest()
    chosen = [line.person_id for line in page.table.lines[:3]]
    now = stored(page, lane, at_rest)
    assert all((now[key].result_rating, now[key].behaviour_rating) == (Rating.BELOW, Rating.BELOW) for key in chosen)
    QTest.keyClick(page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    back = stored(page, lane, at_rest)
    assert {key: (line.result_rating, line.behaviour_rating) for key, line in back.items()} == {
        key: (line.result_rating, line.behaviour_rating) for key, line in before.items()
    }
    shown = page.table.lines[0]
    assert shown.result_rating is before[shown.person_id].result_rating


def test_keys_move_as_in_excel(page: AssessmentPage) -> None:
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (1, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_Tab)
    assert page.grid.currentIndex().column() == GridColumn.BEHAVIOUR
    QTest.keyClick(page.grid, Qt.Key.Key_Tab)
    assert page.grid.currentIndex().column() == GridColumn.REASON
    QTest.keyClick(page.grid, Qt.Key.Key_Tab)
    QTest.keyClick(page.grid, Qt.Key.Key_Tab)
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (2, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.grid.currentIndex().row() == 1


def test_delete_clears_and_ctrl_d_fills_down(page: AssessmentPage, lane: Lane, at_rest: Rest) -> None:
    select(page, range(3), (GridColumn.RESULT,))
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert [line.result_rating for line in page.table.lines[:3]] == [None, None, None]
    assert page.table.index(0, GridColumn.PREDICATE).data() == ""
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_S)
    select(page, range(3), (GridColumn.RESULT,))
    QTest.keyClick(page.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    now = stored(page, lane, at_rest)
    assert [now[line.person_id].result_rating for line in page.table.lines[:3]] == [Rating.MEETS] * 3


def test_f2_writes_a_note_and_enter_goes_down(page: AssessmentPage, lane: Lane, at_rest: Rest) -> None:
    at(page, 0, GridColumn.NOTE)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    editor = QGuiApplication.focusObject()
    QTest.keyClicks(editor, "Tekun membimbing rekan baru")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    at_rest()
    assert page.grid.currentIndex().row() == 1
    assert stored(page, lane, at_rest)[page.table.lines[0].person_id].note == "Tekun membimbing rekan baru"


def test_another_letter_stays_in_red_with_its_reason_and_is_not_saved(
    page: AssessmentPage, lane: Lane, at_rest: Rest
) -> None:
    before = page.table.lines[0].result_rating
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_X)
    cell = page.table.index(0, GridColumn.RESULT)
    assert cell.data() == "x"
    assert cell.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert "A" in cell.data(Qt.ItemDataRole.ToolTipRole)
    at_rest()
    assert stored(page, lane, at_rest)[page.table.lines[0].person_id].result_rating is before


def test_a_pasted_block_with_a_refused_cell_shows_reasons_and_changes_nothing(
    page: AssessmentPage, lane: Lane, at_rest: Rest
) -> None:
    before = list(page.table.lines)
    at(page, 0, GridColumn.RESULT)
    QGuiApplication.clipboard().setText("A\tA\nbagus\tB\n")
    QTest.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    dialog = page.keeper.preview
    assert dialog is not None and dialog.isVisible()
    assert [cell.fate for cell in dialog.table.lines].count(Fate.REFUSED) == 1
    assert "UI-721" in dialog.table.index(0, 4).data()
    assert list(page.table.lines) == before
    dialog.reject()


def test_a_good_block_pastes_and_copies_back(page: AssessmentPage, lane: Lane, at_rest: Rest) -> None:
    at(page, 0, GridColumn.RESULT)
    QGuiApplication.clipboard().setText("A\tS\nB\tA\n")
    QTest.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.keeper.preview is not None  # ratings that stand there would be overwritten
    page.keeper.preview.take.click()
    at_rest()
    now = stored(page, lane, at_rest)
    ratings = [now[line.person_id] for line in page.table.lines[:2]]
    assert [(line.result_rating, line.behaviour_rating) for line in ratings] == [
        (Rating.ABOVE, Rating.MEETS),
        (Rating.BELOW, Rating.ABOVE),
    ]
    select(page, range(2), (GridColumn.RESULT, GridColumn.BEHAVIOUR))
    QTest.keyClick(page.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    label = page.words.messages.label_of
    expected = f"{label(Rating.ABOVE)}\t{label(Rating.MEETS)}\r\n{label(Rating.BELOW)}\t{label(Rating.ABOVE)}\r\n"
    assert QGuiApplication.clipboard().text() == expected


def test_closing_counts_first_and_closed_rows_are_read_only(
    page: AssessmentPage, lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    select(page, range(1), (GridColumn.RESULT,))
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    at_rest()
    open_person = page.table.lines[0]
    page.close_period.click()
    at_rest()
    dialog: CloseDialog = page.close_dialog
    dialog.scopes[-1].setChecked(True)
    scope = dialog.scope
    assert f"{page.words.number(scope.ready)}" in dialog.start.text()
    assert dialog.finish.isDefault()
    outcomes: list[CloseOutcome] = []
    dialog.closed.connect(outcomes.append)
    dialog.start.click()
    at_rest()
    assert outcomes[0].due == outcomes[0].closed + outcomes[0].already_closed + len(outcomes[0].blocked)
    assert open_person.nip in {blocked.nip for blocked in outcomes[0].blocked}
    assert dialog.table.rowCount() == len(outcomes[0].blocked)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    closed_row = next(row for row, line in enumerate(page.table.lines) if line.state is EvaluationState.CLOSED)
    at(page, closed_row, GridColumn.RESULT)
    told: list[str] = []
    page.message.connect(told.append)
    before = page.table.lines[closed_row]
    QTest.keyClick(page.grid, Qt.Key.Key_B)
    assert page.table.lines[closed_row] == before
    assert told
    assert not page.table.flags(page.table.index(closed_row, GridColumn.RESULT)) & Qt.ItemFlag.ItemIsEditable
    assert page.table.index(closed_row, GridColumn.NAME).data().startswith("✓ ")


def test_what_the_desk_refuses_goes_back_and_says_why(page: AssessmentPage, lane: Lane, at_rest: Rest) -> None:
    line = page.table.lines[0]
    assert page.period is not None
    period = page.period
    lane.changed.disconnect()
    lane.ask(lambda step: page.desk.assessment.close(period))
    at_rest()
    told: list[str] = []
    page.message.connect(told.append)
    at(page, 0, GridColumn.BEHAVIOUR)
    letter = Qt.Key.Key_B if line.behaviour_rating is not Rating.BELOW else Qt.Key.Key_A
    QTest.keyClick(page.grid, letter)
    at_rest()
    assert page.table.lines[0] == line
    assert "ASM-120" in told[-1]


def test_the_level_of_a_unit_is_set_with_its_source(page: AssessmentPage, lane: Lane, at_rest: Rest) -> None:
    dialog = page.open_level()
    assert dialog is not None
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    assert not save.isEnabled()
    dialog.level.setCurrentIndex(dialog.level.findData(OrgLevel.POOR))
    dialog.source.setText("SK Wali Kota 12/2026")
    save.click()
    at_rest()
    assert page._rater is not None
    assert page._rater.level is OrgLevel.POOR
    assert page.words.messages.label_of(OrgLevel.POOR) in page.heading.text()


def test_the_list_of_raters_is_narrowed_to_a_branch_and_to_open_work(page: AssessmentPage, at_rest: Rest) -> None:
    everybody = page.raters.table.rowCount()
    assert page._rater is not None
    page.narrow({"unit": page._rater.led_unit_id, "unit_name": "Cabang"})
    at_rest()
    assert 0 < page.raters.table.rowCount() < everybody
    chip = page.raters.chips.chips["unit"]
    assert "Cabang" in chip.words.text()
    chip.cross.click()
    assert page.raters.table.rowCount() == everybody
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    at_rest()
    page.narrow({"missing": True})
    assert page.raters.table.rowCount() == 1


def test_the_grid_stays_when_the_last_rating_takes_its_rater_off_the_list(page: AssessmentPage, at_rest: Rest) -> None:
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    at_rest()
    page.narrow({"missing": True})
    before, person = page._rater, page.table.lines[0].person_id
    at(page, 0, GridColumn.RESULT)
    QTest.keyClick(page.grid, Qt.Key.Key_S)
    at_rest()
    assert page.raters.table.rowCount() == 0
    assert before is not None and page._rater is not None
    assert page._rater.rater_id == before.rater_id
    assert page.table.lines[0].person_id == person


def test_typing_does_not_make_the_list_jump(page: AssessmentPage, at_rest: Rest) -> None:
    last = len(page.table.lines) - 1
    at(page, last, GridColumn.BEHAVIOUR)
    scrolled = page.grid.verticalScrollBar().value()
    QTest.keyClick(page.grid, Qt.Key.Key_A)
    at_rest()
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (last, GridColumn.BEHAVIOUR)
    assert page.grid.verticalScrollBar().value() == scrolled


def test_the_language_can_change_while_the_page_is_open(page: AssessmentPage) -> None:
    other = "en" if page.words.language == "id" else "id"
    before = page.table.index(0, GridColumn.RESULT).data()
    page.words.set_language(other)
    assert page.table.index(0, GridColumn.RESULT).data() != before
