"""360 and culture in the window: from a new round to what was said, with the keyboard where sheets are keyed in."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.core.survey import RoundState, SurveyKind
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.surveys_tab import SurveysTab
from meritdesk.ui.rooms import make_page
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> SurveysTab:
    room = make_page("assessment", desk, lane, words)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("surveys")
    room.enter(period)
    at_rest()
    tab = room.tab("surveys")
    assert isinstance(tab, SurveysTab)
    return tab


def begun(page: SurveysTab, at_rest: Rest, kind: SurveyKind = SurveyKind.REVIEW) -> None:
    dialog = page.open_new()
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.name.setText("Putaran uji")
    for box in (dialog.peers, dialog.subordinates, dialog.minimum):
        box.setValue(2)
    dialog.accept()
    at_rest()
    page.plan()
    at_rest()


def test_an_empty_tab_says_what_to_do_first(page: SurveysTab) -> None:
    assert page.board is None and page.listing.empty_words(page.listing.arrangement)
    assert page.buttons["survey_new"].isEnabled() and not page.buttons["survey_plan"].isEnabled()


def test_sheets_are_keyed_in_with_the_keyboard_alone(
    page: SurveysTab, desk: Desk, at_rest: Rest, tmp_path: Path
) -> None:
    begun(page, at_rest)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.listing.total and page.board is not None
    path = tmp_path / "isian.csv"
    page.write_table(path)
    at_rest()
    with path.open(encoding="utf-8-sig", newline="") as file:
        code = next(csv.DictReader(file, delimiter=";"))["KODE"]
    dialog = page.open_key_in()
    assert dialog is not None
    QTest.keyClicks(dialog.code, code.lower())
    at_rest()
    assert dialog.about.text()
    for field in dialog.answers.values():
        QTest.keyClick(field, Qt.Key.Key_4)
    QTest.keyClicks(dialog.remark, "cepat")
    dialog.keep_button.click()
    at_rest()
    assert code in dialog.told.text() and dialog.code.text() == ""
    assert desk.follow_up.surveys.rounds()[0].counting == 1
    dialog.code.setText("2222-2222")
    dialog.keep()
    at_rest()
    assert dialog.refusal.isVisible()
    dialog.reject()
    at_rest()
    assert sum(sum(line.back.values()) for line in page.lines) == 1


def test_after_closing_the_result_is_shown_and_printed(page: SurveysTab, at_rest: Rest, tmp_path: Path) -> None:
    begun(page, at_rest, SurveyKind.PULSE)
    path = tmp_path / "isian.csv"
    page.write_table(path)
    at_rest()
    path.write_text(path.read_text(encoding="utf-8-sig").replace(";;", ";3;", 1), encoding="utf-8")
    heard: list[str] = []
    page.message.connect(heard.append)
    page.take(path)
    at_rest()
    assert heard
    page.close_round(is_sure=True)
    at_rest()
    assert page.board is not None and page.board.round.state is RoundState.CLOSED
    assert not page.buttons["survey_key_in"].isEnabled()
    dialog = page.open_result()
    at_rest()
    assert dialog is not None
    dialog.reject()
    page.print_results(tmp_path / "kertas")
    at_rest()
    assert list((tmp_path / "kertas").glob("HP360*.pdf"))
