"""What a role may not do is grey, says why and who may, in both languages; no control that writes is forgotten."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.access import Action, Actor, Role, allowed
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.guard.deeds import is_permitted, place_of, table, why_not
from meritdesk.ui.guard.greying import WHY_NOT, bound, grey_deeds
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.palette.offers import OfferKind
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.wording import Words
from tests.ui.guard.deeds_read import controls, guards

ASKS_AGAIN = {
    "upkeep/update_card.UpdateCard;check_button": "Looking into an update is reading; taking it out is offered later.",
}
"""Controls that look first and lead further only after a question; the services answer then."""


def test_every_control_that_leads_to_a_guarded_verb_is_tied_to_its_deed() -> None:
    """``python -m tests.ui.guard.deeds_read`` lists what the code says."""
    missing, wrong = [], []
    for place, control, reached in controls():
        tied = table().get(place, {}).get(control)
        seen = reached.itself or reached.through_dialogs
        if tied is None:
            missing.append(f"{place};{control};{' '.join(sorted(seen))}")
        elif not tied <= {Action(one) for one in reached.itself | reached.through_dialogs}:
            wrong.append(f"{place};{control}: {sorted(tied)} is not {sorted(seen)}")
        elif not tied and reached.itself and f"{place};{control}" not in ASKS_AGAIN:
            wrong.append(f"{place};{control} does more than look: {sorted(reached.itself)}")
    assert missing == [] and wrong == []


def test_the_reading_of_the_code_finds_what_everybody_knows() -> None:
    assert guards()["assessment", "close"] == "CLOSE"
    found = {(place, control): reached for place, control, reached in controls()}
    assert found["teams/board_tab.BoardTab", "new"].itself == {"EDIT"}
    assert found["upkeep/settings_tab.SettingsTab", "save"].itself == {"UPKEEP"}
    assert len(found) > 300
    with Path("tests/rules/roles.csv").open(encoding="utf-8", newline="") as file:
        known = {row["verb"]: row["action"] for row in csv.DictReader(file, delimiter=";")}
    del known["upkeep.second.bring"]  # asks what the second person may, not who acts
    assert {verb: guards()[tuple(verb.split("."))] for verb in known} == known


@pytest.mark.parametrize("role", list(Role))
def test_the_table_of_roles_and_only_it_decides(role: Role) -> None:
    actor = Actor("penguji", role, "PC1", account_id="penguji")
    for action in Action:
        assert is_permitted(actor, frozenset({action})) is (action in allowed(role))


def acting(desk: Desk, role: Role, **more: bool) -> None:
    object.__setattr__(desk.upkeep.around, "actor", Actor("penguji", role, "PC1", account_id="penguji", **more))


def pages(desk: Desk, lane: Lane, words: Words) -> Iterator[QWidget]:
    for room in TABS:
        for tab in tabs_of(room, is_region=True):
            yield tab.make(desk, lane, words, None)


def test_whoever_only_looks_finds_every_deed_grey(desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot) -> None:
    acting(desk, Role.VIEWER, is_viewing=True)
    found: set[str] = set()
    made = list(pages(desk, lane, indonesian))
    for page in made:
        qtbot.addWidget(page)
        grey_deeds(page)
        found.add(place_of(type(page)))
        for control, needs in bound(page):
            if not needs:
                continue
            assert control.property(WHY_NOT), (page, control)
            if isinstance(control, QAction | QAbstractButton):
                control.setEnabled(True)
                assert not control.isEnabled() and control.toolTip().startswith("Data ini hanya dilihat"), page
            elif isinstance(control, Grid):
                assert control.table._shut
    assert len(found & table().keys()) > 30


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (Role.VERIFIER, {"id": "Hanya untuk Petugas", "en": "Only for Operator"}),
        (Role.TYPIST, {"id": "Anda bekerja di sini sebagai Pengetik", "en": "You work here as Typist"}),
    ],
)
def test_the_window_says_who_may(
    role: Role, said: dict[str, str], desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    acting(desk, role)
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.show()
    window.go("teams")
    at_rest()
    page = window.page("teams").front()
    button = page.new
    assert isinstance(button, QPushButton) and not button.isEnabled() and said[words.language] in button.toolTip()
    assert not page.new_action.isEnabled() and said[words.language] in page.new_action.toolTip()
    other = "en" if words.language == "id" else "id"
    words.set_language(other)
    assert said[other] in button.toolTip()
    offers = [one for one in window.finder.offers if one.kind is OfferKind.ACTION and one.action == "new_problem"]
    assert offers and said[other] in offers[0].why_not
    window._follow(offers[0])
    assert said[other] in window.notice.accessibleName()


def test_the_region_is_named_for_what_only_it_does(indonesian: Words) -> None:
    operator = Actor("penguji", Role.OPERATOR, "PC1")
    assert "Petugas wilayah" in why_not(operator, frozenset({Action.TRUST}), indonesian)
    assert why_not(operator, frozenset({Action.EDIT}), indonesian) == ""
    assert is_permitted(operator, frozenset({Action.ACCOUNTS})), "whoever works alone keeps the office's keys"


def test_the_region_may_pass_a_transfer_on() -> None:
    """Only a region has this button; a deed of its agencies would leave it grey for everybody."""
    needs = table()["handover/transfers_tab.TransfersTab"]["pass_transfer_on"]
    for role in (Role.REGIONAL, Role.HEAD):
        assert is_permitted(Actor("Ani", role, "PC01", is_region=True), needs)
