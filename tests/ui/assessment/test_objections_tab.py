"""Keberatan: from the letter to the decision in one form; what the desk refuses stays on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from meritdesk.core.evaluation import Rating
from meritdesk.core.objection import ObjectionDecision, ObjectionState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.assessment import objections_tab
from meritdesk.ui.assessment.objection_table import ObjectionTable
from meritdesk.ui.assessment.objections_tab import ObjectionsTab
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


def today() -> date:
    return datetime.now().astimezone().date()


@pytest.fixture
def ratee(desk: Desk, lane: Lane, period: Period, at_rest: Rest) -> str:
    """Somebody who received the document yesterday and may object."""
    found: list[str] = []

    def prepare(step: object) -> str:
        desk.assessment.close(period)
        board = desk.assessment.process.board(period)
        line = next(one for one in board.lines if one.evaluation and not one.is_final and one.superior_id)
        days = dict.fromkeys(("signed_on", "handed_over_on", "received_on"), today() - timedelta(days=1))
        desk.assessment.process.enter(period, [line.person.nip], days)
        return line.person.nip

    lane.ask(prepare, found.append)
    at_rest()
    return found[0]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> ObjectionsTab:
    page = ObjectionsTab(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    return page


def enter(page: ObjectionsTab, nip: str, at_rest: Rest, reasons: str = "Bukti belum dibaca.") -> None:
    dialog = page.open_new(nip)
    assert dialog is not None
    dialog.reasons.setPlainText(reasons)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    at_rest()


def test_an_empty_register_says_what_to_do_first(page: ObjectionsTab) -> None:
    assert page.listing.empty.isVisible() and len(page.listing.empty.text()) > 40
    assert not page._scroll.isVisible()
    assert page.primary_focus() is page.new


def test_no_field_of_the_form_reaches_behind_its_scroll_bar(page: ObjectionsTab, ratee: str, at_rest: Rest) -> None:
    enter(page, ratee, at_rest)
    page.resize(980, 640)
    QApplication.processEvents()
    form = page._scroll.widget()
    assert form is not None and form.minimumSizeHint().width() <= page._scroll.viewport().width()


def test_an_objection_goes_its_whole_way_in_the_form(
    page: ObjectionsTab, ratee: str, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(page, ratee, at_rest)
    assert page._card is not None and page._card.line.objection.state is ObjectionState.OPEN
    assert not page.decide_button.isEnabled()
    page.ratee.setPlainText("Saya melampirkan bukti.")
    page.rater.setPlainText("Bukti itu belum saya terima.")
    page.save_statements()
    at_rest()
    assert page._card.line.objection.state is ObjectionState.HEARD
    page.decision.setCurrentIndex(list(ObjectionDecision).index(ObjectionDecision.CHANGED))
    before = page._card.line.objection.before
    other = Rating.ABOVE if before.behaviour_rating is not Rating.ABOVE else Rating.BELOW
    page.behaviour.setCurrentIndex(list(Rating).index(other))
    page.grounds.setPlainText("Bukti sah.")
    page.recommendation.setPlainText("Pertahankan.")
    monkeypatch.setattr(objections_tab, "asks", lambda *_: True)
    page.decide()
    at_rest()
    objection = page._card.line.objection
    assert objection.decision is ObjectionDecision.CHANGED and objection.after is not None
    assert page._card.evaluation.version == 2
    assert page.ratee.isReadOnly() and not page.decide_button.isEnabled() and page.print_button.isEnabled()


def test_a_change_is_not_made_without_a_yes(
    page: ObjectionsTab, ratee: str, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(page, ratee, at_rest)
    page.ratee.setPlainText("a")
    page.rater.setPlainText("b")
    page.save_statements()
    at_rest()
    page.decision.setCurrentIndex(list(ObjectionDecision).index(ObjectionDecision.CHANGED))
    page.grounds.setPlainText("Bukti sah.")
    monkeypatch.setattr(objections_tab, "asks", lambda *_: False)
    page.decide()
    at_rest()
    assert page._card is not None and page._card.line.objection.decision is None


def test_a_confirmed_result_is_printed_as_the_record_of_the_decision(
    page: ObjectionsTab, ratee: str, at_rest: Rest, tmp_path: object, qtbot: QtBot
) -> None:
    enter(page, ratee, at_rest)
    page.ratee.setPlainText("a")
    page.rater.setPlainText("b")
    page.save_statements()
    at_rest()
    page.grounds.setPlainText("Hasil tetap.")
    page.decide()
    at_rest()
    with qtbot.waitSignal(page.message) as told:
        page.print_decision(tmp_path / "kertas")  # type: ignore[operator]
        at_rest()
    assert "KEB-" in told.args[0]


def test_what_the_desk_refuses_stays_in_the_dialog_with_its_reason(
    page: ObjectionsTab, at_rest: Rest, qtbot: QtBot
) -> None:
    dialog = page.open_new("000")
    assert dialog is not None
    dialog.reasons.setPlainText("Alasan yang panjang")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    at_rest()
    assert dialog.isVisible() and dialog.refusal.isVisible()
    assert dialog.entered().reasons == "Alasan yang panjang" and dialog.entered().late is None
    dialog.waived_by.setText("Sekda")
    assert dialog.entered().late is not None
    dialog.reject()


def test_the_register_is_a_sound_model(page: ObjectionsTab, ratee: str, at_rest: Rest) -> None:
    enter(page, ratee, at_rest)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fresh = ObjectionTable(page.words)
    QAbstractItemModelTester(fresh, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fresh.show_lines(page.table.lines)
    fresh.show_lines([])
    before = page.new.text()
    page.words.set_language("en" if page.words.language == "id" else "id")
    assert page.new.text() != before
