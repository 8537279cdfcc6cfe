"""The palette over a real desk: people, units, sentences, actions of pages that are not open yet."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.palette.list_model import FOUND, PaletteModel
from meritdesk.ui.palette.offers import Found, OfferKind
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def window(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> MainWindow:
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start()
    at_rest()
    window.set_period(period)
    at_rest()
    window.activateWindow()
    window.finder.setFocus()
    return window


def rows(window: MainWindow) -> list[Found]:
    model = window.finder._model
    found = (model.index(row, 0).data(FOUND) for row in range(model.rowCount()))
    return [one for one in found if isinstance(one, Found)]


def typed(window: MainWindow, text: str, at_rest: Rest, qtbot: QtBot) -> list[Found]:
    window.finder.clear()
    QTest.keyClicks(window.finder, text)
    qtbot.waitUntil(lambda: not window.finder._typing.isActive(), timeout=2_000)
    at_rest()
    return rows(window)


def test_the_model_keeps_qts_rules_and_headings_cannot_be_chosen(qtbot: QtBot) -> None:
    model = PaletteModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([Found("B", "keys"), Found("A", "keys", kind=OfferKind.UNIT, detail="x"), Found("C", "keys")])
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown[1:3] == ["B", "C"] and shown[4] == "A" and model.first().row() == 1
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    model.show_rows([], "nothing")
    assert (model.rowCount(), model.first().isValid()) == (1, False)
    model.show_rows([])
    assert model.rowCount() == 0


def test_one_box_finds_people_units_actions_settings_and_carries_out_sentences(
    window: MainWindow, desk: Desk, lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    asked: list[tuple[object, object]] = []
    lane.ask(
        lambda step: (desk.register.staff(StaffQuery(limit=1))[0], desk.register.units()[2]),
        lambda found: asked.append(found),
    )
    at_rest()
    person, unit = asked[0]
    found = typed(window, person.nip[8:14], at_rest, qtbot)
    assert person.nip in {one.nip for one in found if one.kind is OfferKind.PERSON}

    found = typed(window, f"cetak D.1.1 {unit.name}", at_rest, qtbot)
    (row, *_) = [one for one in found if one.kind is OfferKind.SENTENCE and "unit" in one.filters]
    assert row.filters == {"tab": "print", "form": "D.1.1", "unit": unit.unit_id, "unit_name": unit.name}
    window.finder._take(window.finder._model.first())
    at_rest()
    page = window.page("documents").tab("print")
    assert window.room == "documents" and str(page.form.currentData()) == "D.1.1"

    window.finder.setFocus()
    found = typed(window, f"nilai {unit.name}", at_rest, qtbot)
    assert found[0].room == "assessment" and found[0].filters["unit"] == unit.unit_id
    assert typed(window, "impor pegawai", at_rest, qtbot)[0].filters["task"] == "import"
    label = window.words.messages.label("SETTING:WORKING_WEEK")
    assert {one.filters.get("setting") for one in typed(window, label, at_rest, qtbot)} & {"working_week"}
    assert typed(window, "qqzzqq", at_rest, qtbot) == [] and window.finder._model.rowCount() == 1
    assert QSettings().value("palette/recent") is None


def test_right_on_a_person_shows_where_to_go_and_left_leads_back(
    window: MainWindow, desk: Desk, lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    people: list[object] = []
    lane.ask(lambda step: desk.register.staff(StaffQuery(limit=1))[0], people.append)
    at_rest()
    typed(window, people[0].nip, at_rest, qtbot)
    listing, model = window.finder._list, window.finder._model
    listing.setCurrentIndex(model.first())
    QTest.keyClick(listing, Qt.Key.Key_Right)
    assert [one.room for one in rows(window)] == ["register", "planning", "assessment", "documents", "documents"]
    QTest.keyClick(listing, Qt.Key.Key_Left)
    assert rows(window)[0].nip == people[0].nip


def test_an_action_of_a_page_that_was_never_open_is_found_done_and_remembered(
    window: MainWindow, at_rest: Rest, qtbot: QtBot
) -> None:
    offer = next(one for one in window.finder.offers if one.action == "new_problem")
    assert "teams" not in window._pages
    done: list[bool] = []
    window.page("teams")
    window.go("teams", {"tab": offer.filters["tab"]} if offer.filters else None)
    at_rest()
    window.page("teams").front().new_action.triggered.disconnect()
    window.page("teams").front().new_action.triggered.connect(lambda: done.append(True))
    window.finder.setFocus()
    first = typed(window, offer.words, at_rest, qtbot)
    row = next(place for place, one in enumerate(first) if one.action == "new_problem")
    index = next(
        window.finder._model.index(place, 0)
        for place in range(window.finder._model.rowCount())
        if window.finder._model.index(place, 0).data(FOUND) == first[row]
    )
    window.finder._take(index)
    qtbot.waitUntil(lambda: done == [True], timeout=5_000)
    assert QSettings().value("palette/recent") in (offer.recall, [offer.recall])
    window.finder.setFocus()
    window.finder._show_recent()
    assert [one.recall for one in rows(window)] == [offer.recall]


def test_a_keystroke_in_the_box_costs_the_window_little(window: MainWindow, qtbot: QtBot) -> None:
    window.finder.offers  # noqa: B018 - gathered once
    worst = 0.0
    for text in ("p", "pe", "pen", "peni", "penil", "cetak d", "cetak d.1.1 p"):
        window.finder.setText(text)
        begun = time.process_time()
        window.finder._typed()
        worst = max(worst, time.process_time() - begun)
    assert worst < 0.05
