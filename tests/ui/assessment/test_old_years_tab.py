"""Tahun lama in the window: entered by keyboard, explained at once, corrected, printed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.lines import StaffQuery
from meritdesk.core.old_years import (
    Cascading,
    LineKind,
    LineScope,
    OldCategory,
    OldEvaluation,
    OldLine,
    OldPart,
    OldScheme,
    OldYearLine,
    OldYearQuery,
    OldYearState,
)
from meritdesk.core.periods import Period
from meritdesk.core.plan import Aspect, Direction
from meritdesk.services import Desk
from meritdesk.ui.assessment.old_line_table import LineColumn, OldLineTable, hidden_columns
from meritdesk.ui.assessment.old_year_table import OldYearColumn, OldYearTable, label_words
from meritdesk.ui.assessment.old_years_tab import OldYearsPage
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.line_table import DISPLAY, FOREGROUND, SORT
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
FIRST = OldEvaluation(
    "", "", 2021, OldPart.FIRST_HALF, OldScheme.PP46, skp_score=Decimal(85), behaviour_score=Decimal(80)
)
LINE = OldYearLine(
    "e", "p", "198003032005011003", "Joko", "Dinas", 2021, OldPart.FIRST_HALF, OldScheme.PP46,
    Decimal(40), Decimal(40), Decimal(40), OldCategory.VERY_POOR, Decimal(41),
)  # fmt: skip


@pytest.fixture
def people(desk: Desk) -> list[str]:
    return [line.nip for line in desk.register.staff(StaffQuery(limit=5))]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> OldYearsPage:
    page = OldYearsPage(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


def shown(page: OldYearsPage) -> list[OldYearLine]:
    """The papers of the list that are here, in its order."""
    return list(page.table.here())


def test_the_list_model_keeps_qts_rules(words: Words, qtbot: QtBot) -> None:
    table = OldYearTable(words)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    open_line = replace(LINE, evaluation_id="o", score=None, skp=None, behaviour=None, category=None)
    table.show_lines([LINE, open_line], 3)
    table.append([replace(LINE, evaluation_id="f", year=2020, stated_score=Decimal("40"))])
    assert table.index(0, OldYearColumn.SCORE).data(SORT) == Decimal(40)
    assert table.index(1, OldYearColumn.SCORE).data(SORT) == -1
    assert table.index(0, OldYearColumn.STATE).data(FOREGROUND) is not None
    assert table.index(1, OldYearColumn.STATE).data(DISPLAY).startswith("⚠")
    assert table.index(2, OldYearColumn.STATE).data(DISPLAY) == ""


def test_the_lowest_label_is_said_as_its_rule_says_it(indonesian: Words) -> None:
    assert label_words(indonesian, OldCategory.VERY_POOR, OldScheme.PP46) == "Buruk"
    assert label_words(indonesian, OldCategory.VERY_POOR, OldScheme.PAN8) == "Sangat Kurang"
    assert label_words(indonesian, None, OldScheme.PAN8) == ""


def test_the_grid_of_lines_keeps_qts_rules_and_what_cannot_be_read(words: Words, qtbot: QtBot) -> None:
    table = OldLineTable(words)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert table.setData(table.index(0, LineColumn.TEXT), "Laporan bulanan")
    assert table.rowCount() == 2
    for column, value in (
        (LineColumn.LOW, "80"),
        (LineColumn.ACTUAL, "92,5"),
        (LineColumn.ASPECT, Aspect.QUALITY),
        (LineColumn.DIRECTION, words.messages.label_of(Direction.LESS)),
        (LineColumn.CATEGORY, ""),
    ):
        assert table.setData(table.index(0, column), value)
    ten = Decimal(80)
    expected = OldLine(1, LineKind.MAIN, "Laporan bulanan", Aspect.QUALITY, ten, ten, Decimal("92.5"), Direction.LESS)
    assert table.lines == (expected,) and table.is_readable
    table.setData(table.index(0, LineColumn.HIGH), "sembilan puluh")
    assert not table.is_readable and table.lines == (expected,)
    assert table.index(0, LineColumn.HIGH).data(DISPLAY) == "sembilan puluh"
    table.setData(table.index(0, LineColumn.HIGH), "90")
    assert table.is_readable and table.lines[0].high == Decimal(90)
    ticked = Qt.CheckState.Checked
    assert table.setData(table.index(0, LineColumn.HIGHEST), ticked.value, Qt.ItemDataRole.CheckStateRole)
    assert table.lines[0].is_highest_target
    assert not table.setData(table.index(1, LineColumn.TEXT), "")
    table.setData(table.index(1, LineColumn.NUMBER), "x")
    assert not table.is_readable
    table.remove(1)
    assert table.is_readable and len(table.lines) == 1
    assert LineColumn.CATEGORY in hidden_columns(OldScheme.PP46) and not hidden_columns(OldScheme.PAN8)


AMOUNTS = st.none() | st.decimals(0, 999, places=2)
LINES = st.builds(
    OldLine,
    st.integers(1, 999),
    st.sampled_from(LineKind),
    st.text(max_size=20),
    st.none() | st.sampled_from(Aspect),
    AMOUNTS,
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(Direction),
    st.booleans(),
    st.none() | st.sampled_from(OldCategory),
    AMOUNTS,
    st.sampled_from(Cascading),
    st.sampled_from(LineScope),
    AMOUNTS,
)


@given(st.lists(LINES, max_size=4))
def test_lines_come_back_from_a_draft_as_they_were_in_any_language(qapp: object, lines: list[OldLine]) -> None:
    table, other = OldLineTable(Words("id")), OldLineTable(Words("en"))
    table.show_lines(lines)
    table.setData(table.index(len(lines), LineColumn.ACTUAL), "sembilan")
    other.put_typed(table.typed())
    assert other.lines == table.lines
    assert other.index(len(lines), LineColumn.ACTUAL).data(DISPLAY) == "sembilan"


def test_the_lines_of_a_paper_that_was_not_saved_are_in_its_draft(page: OldYearsPage, at_rest: Rest) -> None:
    dialog = page.open_entry()
    at_rest()
    dialog.grid.setFocus()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Down)
    dialog.lines.setData(dialog.lines.index(0, LineColumn.TEXT), "Laporan bulanan")
    dialog.lines.setData(dialog.lines.index(0, LineColumn.HIGH), "sembilan puluh")
    dialog.reject()
    at_rest()
    again = page.open_entry()
    at_rest()
    keeper = again.findChild(DraftKeeper)
    assert keeper is not None and keeper.strip.isVisible() and again.lines.rowCount() == 1
    keeper.go_on()
    assert [line.text for line in again.lines.lines] == ["Laporan bulanan"]
    assert again.lines.index(0, LineColumn.HIGH).data(DISPLAY) == "sembilan puluh"
    keeper.discard()
    at_rest()


def test_an_empty_shelf_says_what_to_do_first(page: OldYearsPage) -> None:
    assert page.listing.total == 0
    assert "Ctrl+N" in page.listing.empty.text() and "Ctrl+I" in page.listing.empty.text()
    assert not page.print_button.isEnabled() and page.primary_focus() is page.enter_button


def test_a_paper_is_entered_explained_corrected_and_taken_back(
    page: OldYearsPage, desk: Desk, lane: Lane, people: list[str], at_rest: Rest, qtbot: QtBot
) -> None:
    dialog = page.open_entry()
    assert not dialog.save.isEnabled()
    dialog.nip.setText(people[0])
    dialog.year.setValue(2021)
    dialog.part.setCurrentIndex(1)
    assert dialog.scheme.count() == 1 and OldScheme(dialog.scheme.currentData()) is OldScheme.PAN8
    dialog.skp.setText("102,8")
    dialog.check()
    assert dialog.save.isEnabled() and "ASM-408" in dialog.told.toPlainText()
    dialog.behaviour.setText("sembilan")
    dialog.check()
    assert not dialog.save.isEnabled() and dialog.behaviour.styleSheet()
    dialog.behaviour.setText("95")
    dialog.check()
    assert page.words.noted("100,46") in dialog.told.toPlainText()
    heard: list[str] = []
    page.offer_undo.connect(lambda sentence, change_set: heard.append(change_set))
    dialog._save()
    at_rest()
    assert [line.score for line in shown(page)] == [Decimal("100.46")]
    assert page.words.noted("100,46") in page.why.toPlainText()
    correction = page.edit_chosen()
    assert correction is not None and correction.nip.isReadOnly() and correction.skp.text() == "102,8"
    correction.skp.setText("90")
    correction._save()
    at_rest()
    assert shown(page)[0].skp == Decimal("90.00")
    desk.upkeep.undo(heard[-1])
    page.mark_stale()
    at_rest()
    assert shown(page)[0].skp == Decimal("102.80")


def test_a_refusal_stays_in_the_dialog_with_all_that_was_typed(page: OldYearsPage, at_rest: Rest) -> None:
    dialog = page.open_entry()
    dialog.nip.setText("199999999999999999")
    dialog.skp.setText("90")
    dialog.behaviour.setText("90")
    dialog._save()
    at_rest()
    assert dialog.isVisible() and dialog.refusal.isVisible() and dialog.skp.text() == "90"
    dialog.reject()


def test_a_half_year_is_printed_and_recalculated(
    page: OldYearsPage, desk: Desk, people: list[str], at_rest: Rest, tmp_path: Path
) -> None:
    desk.assessment.old_years.enter(people[0], replace(FIRST, stated_score=Decimal(90)))
    desk.assessment.old_years.enter(people[1], replace(FIRST, behaviour_score=None))
    page.mark_stale()
    at_rest()
    assert len(shown(page)) == 2 and page._years == (2021,)
    told: list[str] = []
    page.message.connect(told.append)
    row = next(at for at, line in enumerate(shown(page)) if line.nip == people[0])
    page.view.selectRow(row)
    at_rest()
    page.print_to(tmp_path)
    at_rest()
    assert list(tmp_path.glob("LAMA-*.pdf")) and told[-1]
    page.recalculate()
    at_rest()
    assert "2021" in told[-1]
    page.listing.keep("state", [OldYearState.OPEN.value])
    at_rest()
    assert [line.nip for line in shown(page)] == [people[1]]
    page.listing.keep("state", [OldYearState.DIFFERS.value])
    page.listing.sort_by(OldYearColumn.SCORE)
    at_rest()
    assert [line.nip for line in shown(page)] == [people[0]] and "1" in page.listing.summary.text()
    page.narrow({"search": "tidak ada orangnya"})
    at_rest()
    assert page.listing.total == 0 and "Ctrl+N" not in page.listing.empty.text()


def test_papers_are_taken_over_from_a_sheet(
    page: OldYearsPage, people: list[str], at_rest: Rest, tmp_path: Path
) -> None:
    path = tmp_path / "lama.csv"
    path.write_text(f"NIP;TAHUN;NILAI SKP;NILAI PERILAKU\n{people[0]};2019;90;85\n{people[1]};2022;90;85\n", "utf-8")
    dialog = page.open_import()
    dialog.open_file(path)
    at_rest()
    dialog.start.click()
    at_rest()
    assert [line.year for line in shown(page)] == [2019]
    dialog.reject()


def test_the_page_says_everything_in_the_other_language(page: OldYearsPage, words: Words, desk: Desk) -> None:
    before = page.enter_button.text()
    words.set_language("en" if words.language == "id" else "id")
    assert page.enter_button.text() != before
    assert desk.assessment.old_years.count(OldYearQuery()) == 0


def test_the_lines_of_a_paper_come_out_of_a_spreadsheet(page: OldYearsPage) -> None:
    dialog = page.open_entry()
    dialog.year.setValue(2021)
    dialog.part.setCurrentIndex(0)
    assert OldScheme(dialog.scheme.currentData()) is OldScheme.PP46
    grid, first = dialog.grid, dialog.lines.index(0, LineColumn.TEXT)
    grid.setCurrentIndex(first)
    QGuiApplication.clipboard().setText("Laporan\t\t12\t12\t1.234,5\r\n\r\nRapat\t\t3\t3\tdua\r\n")
    grid.paste_block()
    assert [line.text for line in dialog.lines.lines] == ["Laporan", "", "Rapat"]
    assert [line.actual for line in dialog.lines.lines] == [Decimal("1234.5"), None, None]
    assert not dialog.lines.is_readable, "a word where a figure belongs stays in red"
    grid.step_back(is_undo=True)
    assert not any(line.text for line in dialog.lines.lines) and dialog.lines.is_readable
    dialog.reject()
