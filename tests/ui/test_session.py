"""A sitting begins where the last one was left, takes back in words, and asks before it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QSplitter, QTableView
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import session
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.remembered import keep_sizes, restore_sizes
from meritdesk.ui.session import PLACE, WorkPlace, place_of, place_text
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def window(desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Rest) -> Iterator[MainWindow]:
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    yield window
    window.session._is_leaving = True


def test_a_place_is_kept_as_text_and_what_cannot_be_read_is_no_place() -> None:
    place = WorkPlace("2025", {"register/RegisterPage": {"search": "sari", "nip": "1"}})
    assert place_of(place_text(place)) == place
    assert place_of("") == place_of("{") == place_of('{"period": 1, "filters": []}') == WorkPlace()


def test_the_next_window_stands_where_the_killed_one_stood(
    window: MainWindow, desk: Desk, lane: Lane, at_rest: Rest, indonesian: Words, qtbot: QtBot
) -> None:
    window.go("execution", {"tab": "guidance"})
    at_rest()
    page = window.page("execution").tab("guidance")
    page.people.view.selectRow(3)  # type: ignore[attr-defined]
    at_rest()
    chosen = page.people.person  # type: ignore[attr-defined]
    window.session.keep_place()
    at_rest()
    kept = place_of(desk.upkeep.memory.recall(PLACE))
    assert kept.filters["execution/GuidanceTab"]["nip"] == chosen.nip
    assert chosen.nip not in "".join(str(QSettings().value(key)) for key in QSettings().allKeys())
    again = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(again)
    again.show()
    again.start()
    at_rest()
    assert (again.room, again.period) == ("execution", window.period)
    front = again.page("execution").front()
    assert type(front).__name__ == "GuidanceTab"
    assert front.people.person.nip == chosen.nip  # type: ignore[attr-defined]
    again.session._is_leaving = True


def test_ctrl_z_outside_an_editor_takes_the_last_change_back_and_ctrl_y_does_it_again(
    window: MainWindow, desk: Desk, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def yes(_: object, question: str, *__: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(session, "asks", yes)
    line = desk.upkeep.settings.lines()[0]
    other = next(value for value in line.allowed if value != line.value)
    desk.upkeep.settings.change({line.name: other})
    window.go("overview")
    at_rest()
    for key, expected in ((Qt.Key.Key_Z, line.value), (Qt.Key.Key_Y, other)):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        at_rest()
        assert desk.upkeep.settings.lines()[0].value == expected
    assert asked[0].startswith("Urungkan: Pengaturan") and asked[1].startswith("Ulangi: ")


def test_what_is_closed_is_refused_with_its_reason(
    window: MainWindow, desk: Desk, at_rest: Rest, monkeypatch: pytest.MonkeyPatch, period: Period
) -> None:
    told: list[str] = []
    window.lane.refused.connect(lambda refusal: told.append(refusal.code))
    monkeypatch.setattr(session, "asks", lambda *_: True)
    steps = desk.upkeep.undo_steps()
    assert steps.back is not None
    desk.upkeep.undo(steps.back.change_set_id)
    window.session._offer_step(steps.back, is_back=True)
    at_rest()
    assert told == ["STO-631"]


@pytest.mark.parametrize(("choice", "is_open", "drafts"), [("stay", True, 0), ("keep", False, 1), ("away", False, 0)])
def test_closing_with_something_unsaved_asks_and_does_what_is_said(
    choice: str, is_open: bool, drafts: int, window: MainWindow, desk: Desk, at_rest: Rest, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    window.go("execution", {"tab": "feedback"})
    at_rest()
    page = window.page("execution").tab("feedback")
    page.text.setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(page.text, "Kerja yang baik")  # type: ignore[attr-defined]
    said: list[str] = []
    role = {
        "stay": QMessageBox.ButtonRole.RejectRole,
        "keep": QMessageBox.ButtonRole.AcceptRole,
        "away": QMessageBox.ButtonRole.DestructiveRole,
    }[choice]

    def answer(box: QMessageBox) -> int:
        said.append(box.informativeText())
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(window.lane, "stop", lambda: None)
    window.close()
    if is_open:
        assert window.isVisible()
    else:
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    at_rest()
    assert len(said) == 1 and said[0].startswith("· ")
    assert len(desk.upkeep.drafts.offered()) == drafts


def test_closing_with_running_work_asks_in_numbers(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, begun = threading.Event(), threading.Event()
    window.lane.ask(lambda step: (step(340, 1200), begun.set(), gate.wait(5)), title="Mencetak", shows_progress=True)
    window.lane.ask(lambda step: None, title="Cadangan", shows_progress=True)
    assert begun.wait(5)
    told: list[str] = []
    monkeypatch.setattr(session, "asks", lambda _, question, consequence, __: bool(told.append(consequence)))
    window.close()
    assert window.isVisible()
    assert told[0].splitlines()[1:] == ["· Mencetak: 340/1.200", "· Cadangan"]
    assert told[0].startswith("1 pekerjaan berjalan, 1 menunggu")
    gate.set()


def test_splitters_and_widths_come_back_and_a_window_on_a_screen_that_is_gone_comes_into_sight(
    window: MainWindow, at_rest: Rest
) -> None:
    window.go("planning", {"tab": "editor"})
    at_rest()
    page = window.page("planning").front()
    splitter = page.findChild(QSplitter, "skpSplitter")
    view = page.findChild(QTableView)
    assert splitter is not None and view is not None
    splitter.setSizes([400, 566, 220])
    sizes = splitter.sizes()
    keep_sizes(page, "x")
    splitter.setSizes([250, 716, 220])
    restore_sizes(page, "x")
    assert splitter.sizes() == sizes
    window.move(QPoint(9000, 9000))
    window.session.bring_into_sight()
    assert window.screen().availableGeometry().contains(window.pos())
