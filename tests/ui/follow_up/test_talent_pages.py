"""Talent, candidates, index, merit, rotation and their registers: filled, walked by keyboard, and written from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.merit import MeritScheme
from meritdesk.core.periods import Period
from meritdesk.core.rotation import RotationState
from meritdesk.core.talent import PotentialScore, ScoreKind, Training, TrainingKind
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.rooms import make_page
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def measured(desk: Desk, lane: Lane, at_rest: Rest) -> Desk:
    """The assessment centre has been there for everybody."""
    done: list[object] = []

    def measure(step: object) -> None:
        for place, entry in enumerate(desk.follow_up.index.board(2025).entries):
            points = Decimal(50 + (place * 7) % 48)
            score = PotentialScore("", ScoreKind.POTENTIAL, date(2025, 6, 1), points, "PPK")
            desk.follow_up.potentials.enter(entry.person.nip, score)
        entry = desk.follow_up.index.board(2025).entries[0]
        desk.follow_up.trainings.add(
            entry.person.nip, Training("", "", TrainingKind.TECHNICAL, "Arsip", date(2025, 2, 3), 24)
        )

    lane.ask(measure, done.append)
    at_rest()
    return desk


def shown(name: str, tab: str, desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest):
    room = make_page(name, desk, lane, words)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose(tab)
    room.enter(period)
    at_rest()
    page = room.tab(tab)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return page


def test_the_nine_boxes_are_walked_by_keyboard_and_narrow_the_list(measured, lane, words, period, qtbot, at_rest):
    page = shown("follow_up", "talent", measured, lane, words, period, qtbot, at_rest)
    assert page.listing.total == len(page.lines) and sum(page.picture.counts.values()) == len(page.lines)
    assert "TAL-PART" in page.why.toPlainText()
    page.picture.setFocus()
    qtbot.keyClick(page.picture, Qt.Key.Key_Left)
    qtbot.keyClick(page.picture, Qt.Key.Key_Down)
    assert page.picture.box == 5 and page.picture.accessibleDescription().startswith(page.picture.told(5))
    qtbot.keyClick(page.picture, Qt.Key.Key_Return)
    at_rest()
    assert page.picture.kept == 5 and page.listing.total == page.picture.counts[5]
    qtbot.keyClick(page.picture, Qt.Key.Key_Space)
    at_rest()
    assert page.picture.kept == 0 and page.listing.total == len(page.lines)
    spot = page.picture._area(0, 2).center().toPoint()
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=spot)
    at_rest()
    assert page.picture.kept == 9
    page.fix()
    at_rest()
    assert all(line.is_fixed for line in page.lines if line.box)
    assert not page.buttons["fix_boxes"].isEnabled()


def test_a_search_is_kept_from_its_dialog_and_made_again(measured, lane, words, period, qtbot, at_rest):
    page = shown("follow_up", "candidates", measured, lane, words, period, qtbot, at_rest)
    assert not page.lines and page.listing.empty.text()
    dialog = page.open_search()
    assert not dialog.save.isEnabled()
    dialog.title.setText("Calon pelatihan")
    dialog.boxes[8].setChecked(True)
    dialog.boxes[5].setChecked(True)
    dialog.save.click()
    at_rest()
    (kept,) = page.lines
    assert kept.title == "Calon pelatihan" and kept.criteria["boxes"] == "8, 5"
    page.retrace()
    at_rest()
    assert kept.number in page.why.toPlainText() and "✓" in page.why.toPlainText()
    page.open_succession()
    at_rest()


def test_the_index_is_listed_with_reasons_and_fixed(measured, lane, words, period, qtbot, at_rest):
    page = shown("follow_up", "index", measured, lane, words, period, qtbot, at_rest)
    assert page.lines[0].score.is_scored and "IPA-EDUCATION" in page.why.toPlainText()
    page.fix()
    at_rest()
    assert all(line.is_fixed for line in page.lines if line.score.is_scored)


def test_levels_surveys_and_files_are_given_in_the_window(measured, lane, words, period, qtbot, at_rest, tmp_path):
    page = shown("follow_up", "merit", measured, lane, words, period, qtbot, at_rest)
    assert page.chosen_scheme is MeritScheme.OF_2025 and page.listing.total == 17
    dialog = page.open_level()
    dialog.level.setCurrentIndex(3)
    dialog.reason.setPlainText("Peta jabatan ada")
    dialog.has_day.setChecked(True)
    dialog.save.click()
    at_rest()
    assert page.lines[0].given.level == 3 and page.lines[0].given.action_by is not None
    survey = page.open_survey()
    survey.has_survey.setChecked(True)
    survey.value.setValue(0.8)
    assert not survey.save.isEnabled()
    survey.source.setText("Survei 2025")
    survey.save.click()
    at_rest()
    assert page.board.assessment.survey == Decimal("0.8000")
    proof = tmp_path / "peta.txt"
    proof.write_text("peta", encoding="utf-8")
    page.attach(proof)
    at_rest()
    assert [one.file_name for one in page.lines[0].files] == ["peta.txt"]
    files = page.open_files()
    files.away.click()
    at_rest()
    assert not page.lines[0].files
    again = page.open_level()
    again.away.click()
    at_rest()
    assert page.lines[0].given is None
    page.fix_or_open()
    at_rest()
    assert "17" in page.refusal.said.text() if hasattr(page.refusal, "said") else True


def test_a_post_is_opened_listed_and_given_up_or_decided(measured, lane, words, period, qtbot, at_rest):
    post = measured.follow_up.talent.succession(2025)[-1]
    opened: list[object] = []
    lane.ask(lambda step: measured.follow_up.rotation.open(post.unit.unit_id), opened.append)
    at_rest()
    page = shown("follow_up", "rotation", measured, lane, words, period, qtbot, at_rest)
    assert page.lines[0].state is RotationState.OPEN
    page.wide.setChecked(True)
    page.make_list()
    at_rest()
    decide = page.open_decide()
    if decide is not None:
        decide.by.setText("Wali Kota")
        decide.reason.setPlainText("Cakap")
        decide.save.click()
    else:
        drop = page.open_drop()
        drop.reason.setPlainText("Belum ada calon")
        drop.save.click()
    at_rest()
    assert page.lines[0].state in (RotationState.DECIDED, RotationState.DROPPED)
    assert page.lines[0].case.reason
    page.open_case()
    at_rest()


def test_the_registers_are_corrected_by_hand(measured, lane, words, period, qtbot, at_rest):
    page = shown("register", "training", measured, lane, words, period, qtbot, at_rest)
    dialog = page.open_chosen()
    dialog.hours.setValue(40)
    dialog.save.click()
    at_rest()
    assert page.lines[0].training.hours == 40
    assert not page.open_new().save.isEnabled()
    page.listing.view.selectAll()
    page.remove()
    at_rest()
    assert not page.lines and page.listing.empty.text()
    results = shown("register", "results", measured, lane, words, period, qtbot, at_rest)
    score = results.open_chosen()
    score.points.setValue(91.25)
    score.save.click()
    at_rest()
    assert results.current().score.points == Decimal("91.25")
    results.remove()
    at_rest()
    assert len(results.lines) == len(measured.follow_up.potentials.lines())
