"""A store that somebody else works with is offered to be looked at; the window says so and changes nothing."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import __main__ as program
from meritdesk.bootstrap import open_desk
from meritdesk.core.access import Role
from meritdesk.core.errors import Refusal
from meritdesk.core.journal import Changes
from meritdesk.core.store import Viewing
from meritdesk.services import Desk
from meritdesk.ui import opening
from meritdesk.ui.app import _opener
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.door import Door
from meritdesk.ui.first_run.wishes import Way, Wish
from meritdesk.ui.guard.view_band import ViewBand
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.start_dialog import StartDialog
from meritdesk.ui.wording import Words


@pytest.fixture
def somebody(places) -> Iterator[tuple[ExitStack, Desk]]:
    """Somebody who works with the agency's store; another process does so in tests/store/test_viewing.py."""
    with ExitStack() as stack:
        yield stack, stack.enter_context(open_desk(places.agency, places.passphrase, "Sari"))


def test_a_store_in_use_is_looked_at_and_both_languages_say_who_has_it(
    places, somebody: tuple[ExitStack, Desk], lane: Lane, words: Words, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    door = StartDialog(lane, words, _opener, places.agency)
    qtbot.addWidget(door)
    door.show()
    assert not door.view_button.isVisible()
    door.secret.setText(places.passphrase)
    door.open_button.click()
    at_rest()
    assert door.desk is None and door.view_button.isVisible()
    assert socket.gethostname() in door.refusal.accessibleName()
    assert door.view_button.text() == {"id": "Buka untuk dilihat", "en": "Open to look at only"}[words.language]
    door.view_button.click()
    at_rest()
    desk = door.desk
    assert desk is not None and desk.upkeep.accounts.role is Role.VIEWER

    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.begin_with(Wish(Way.OPEN, places.agency))
    window.show()
    window.start()
    at_rest()
    band = window.view_band
    assert band.isVisible() and socket.gethostname() in band.said
    word = {"id": "Hanya melihat", "en": "Only looking"}[words.language]
    assert band.said.startswith(word) and window.windowTitle().startswith(word)

    assert not window.status_line.saved.isVisible(), "nothing is saved here"
    refused: list[Refusal] = []
    lane.refused.disconnect()
    lane.refused.connect(refused.append)
    lane.ask(lambda step: desk.upkeep.settings.change({"evidence_limit_megabytes": "9"}))
    window.session.keep_place()
    at_rest()
    assert [one.code for one in refused] == ["ACC-190"], "a deed is refused; where the work stands is not written"

    heard: list[Changes] = []
    lane.changed.connect(heard.append)
    window.session.ask_news()
    at_rest()
    assert heard == []
    stack, working = somebody
    working.upkeep.settings.change({"evidence_limit_megabytes": "7"})
    window.session.ask_news()
    at_rest()
    assert len(heard) == 1 and heard[0].nouns
    assert desk.upkeep.settings.current().evidence_limit_megabytes == 7

    band.open_fully.click()
    assert window.isVisible() and window.left_for is None and socket.gethostname() in window.notice.accessibleName()
    stack.close()
    band.open_fully.click()
    at_rest()
    assert not window.isVisible() and window.left_for == Wish(Way.OPEN, places.agency)


def test_a_place_that_cannot_be_written_is_said_in_the_band(words: Words, qtbot: QtBot) -> None:
    for viewing, said in (
        (Viewing(is_sealed=True), {"id": "tidak dapat ditulisi", "en": "cannot be written"}),
        (Viewing(), {"id": "dibuka untuk dilihat", "en": "opened to be looked at"}),
        (Viewing("Sari", "PC-2", "bukan waktu"), {"id": "bukan waktu", "en": "bukan waktu"}),
    ):
        band = ViewBand(viewing, words)
        qtbot.addWidget(band)
        assert said[words.language] in band.said
    hidden = ViewBand(None, words)
    qtbot.addWidget(hidden)
    assert hidden.isHidden()


def test_who_asks_to_look_only_is_led_through_the_door_so(
    places, lane: Lane, indonesian: Words, at_rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[dict[str, object]] = []
    monkeypatch.setattr(opening, "run", lambda *_, **more: begun.append(more) or 0)
    monkeypatch.setattr(sys, "argv", ["meritdesk", "--store", str(places.agency), "--view"])
    assert program.main() == 0 and begun == [{"as_viewer": True}]
    door = Door(lane, indonesian, _opener, at_rest, lambda dialog: None)
    desk = door.enter(Wish(Way.OPEN, places.agency, passphrase=places.passphrase, as_viewer=True))
    assert desk is not None and desk.upkeep.viewing == Viewing()
