"""Empty pages say what to do first, and one button does it: on every tab of a store that was made a minute ago."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.handover import AuditHead
from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.services.overview import Status
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.first_steps import WAYS, FirstStep, FirstStepStrip, first_step, is_put_off
from meritdesk.ui.first_run.wishes import Way, Wish
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import TABS
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
AGENCY = AgencyInfo("7101", "Kota Contoh", False, "PC01")
FULL = UnitProgress("", "", "", 10, 10, 0, 10, 10, 10, 10, 10, 10)


def status(agency: AgencyInfo = AGENCY, received: int = 0, last_backup: str = "2026-01-01", **counts: int) -> Status:
    return Status(
        agency,
        Period(2026, PeriodKind.YEAR),
        replace(FULL, **counts),
        (),
        (),
        0,
        received,
        last_backup,
        AuditHead(0, ""),
    )


@pytest.mark.parametrize(
    ("room", "counts", "step"),
    [
        ("overview", {"staff": 0}, FirstStep.STAFF),
        ("upkeep", {"staff": 0}, FirstStep.STAFF),
        ("register", {"plans": 0}, None),
        ("planning", {"plans": 0}, FirstStep.PLANS),
        ("documents", {"plans": 0}, FirstStep.PLANS),
        ("execution", {"with_actuals": 0, "rated": 0}, FirstStep.ACTUALS),
        ("assessment", {"rated": 0}, FirstStep.RATINGS),
        ("handover", {"closed": 0}, FirstStep.CLOSING),
        ("handover", {}, None),
        ("assessment", {}, None),
    ],
)
def test_what_is_missing_first_is_what_is_said(room: str, counts: dict[str, int], step: FirstStep | None) -> None:
    assert first_step(room, status(**counts)) is step


def test_backup_and_region_have_steps_of_their_own() -> None:
    assert first_step("upkeep", status(last_backup="")) is FirstStep.BACKUP
    region = replace(AGENCY, is_region=True)
    assert first_step("overview", status(region, staff=0)) is FirstStep.FILES
    assert first_step("handover", status(region, staff=0)) is None
    assert first_step("overview", status(region, received=1, staff=0)) is None


def test_a_second_place_for_backups_is_offered_after_the_first_and_can_be_put_off() -> None:
    assert first_step("overview", status(), lacks_second=True) is FirstStep.SECOND
    assert first_step("upkeep", status(), lacks_second=True) is FirstStep.SECOND
    assert first_step("upkeep", status(last_backup=""), lacks_second=True) is FirstStep.BACKUP
    assert first_step("overview", status(last_backup=""), lacks_second=True) is None
    assert first_step("planning", status(), lacks_second=True) is None
    region = replace(AGENCY, is_region=True)
    assert first_step("overview", status(region, received=1), lacks_second=True) is FirstStep.SECOND
    today = date(2025, 11, 3)
    said = [is_put_off(one, today) for one in ("", "2025-11-03", "2025-10-05", "2025-10-04", "2099-01-01", "besok")]
    assert said == [False, True, True, False, False, False]


@pytest.mark.parametrize(
    ("room", "counts"),
    [
        ("execution", {"with_actuals": 0, "rated": 0}),
        ("assessment", {"rated": 0}),
        ("handover", {"closed": 0}),
    ],
)
def test_what_is_missing_is_missing_of_the_period_in_the_head(
    qtbot: QtBot, words: Words, room: str, counts: dict[str, int]
) -> None:
    strip = FirstStepStrip(words)
    qtbot.addWidget(strip)
    strip.note(replace(status(**counts), period=Period(2026, PeriodKind.QUARTER, 1)))
    strip.enter(room)
    assert words.period(Period(2026, PeriodKind.QUARTER, 1)) in strip.said.text()
    assert "%1" not in strip.said.text() + strip.button.accessibleDescription()


def test_every_way_leads_to_a_tab_that_exists() -> None:
    assert WAYS.keys() == set(FirstStep)
    for way in WAYS.values():
        assert way.filters.get("tab", TABS[way.room][0].key) in {tab.key for tab in TABS[way.room]}


def test_every_tab_of_an_empty_store_says_what_to_do_first_and_the_button_opens_the_import(
    lane: Lane, words: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    bootstrap.create_store(tmp_path / "data", AGENCY, "kuda laut biru")
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(tmp_path / "data", "kuda laut biru"), opened.append)
    at_rest()
    window = MainWindow(opened[0], lane, words)
    qtbot.addWidget(window)
    window.begin_with(Wish(Way.OPEN, tmp_path / "data", year=2026))
    window.resize(1366, 768)
    window.show()
    window.start()
    at_rest()
    assert window.period == Period(2026, PeriodKind.YEAR) and window.practice.isHidden()
    for room, tabs in TABS.items():
        for tab in tabs:
            window.go(room, {"tab": tab.key} if len(tabs) > 1 else None)
            at_rest()
            assert window.first_steps.isVisible() and window.first_steps.step is FirstStep.STAFF, (room, tab.key)
            assert window.first_steps.button.isVisible() and window.first_steps.said.text()
    window.first_steps.button.click()
    at_rest()
    dialogs = [part for part in QApplication.topLevelWidgets() if isinstance(part, QDialog) and part.isVisible()]
    assert [type(dialog).__name__ for dialog in dialogs] and window.room == "register"
    for dialog in dialogs:
        dialog.reject()
    at_rest()


def test_an_empty_region_is_not_sent_to_imports_it_may_not_do(
    lane: Lane, words: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    """Its pages name the tabs where its agencies stand; no button for importing is open to it."""
    bootstrap.create_store(tmp_path / "toko", AgencyInfo("REG07", "Kantor Regional", True, "PC01"), "kuda laut biru")
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(tmp_path / "toko", "kuda laut biru"), opened.append)
    at_rest()
    window = MainWindow(opened[0], lane, words)
    qtbot.addWidget(window)
    window.begin_with(Wish(Way.OPEN, tmp_path / "toko", year=2026))
    window.show()
    window.start()
    at_rest()
    board = QCoreApplication.translate("RegionTabs", "Regional board")
    for room in ("overview", "register"):
        window.go(room, None)
        at_rest()
        said = " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())
        assert board in said, (room, said)
