"""The first day: through the front door, page by page to a store that opens, and back without loss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.agency_wizard import AgencyWizard
from meritdesk.ui.first_run.door import Door, first_wish
from meritdesk.ui.first_run.front_door import FrontDoor
from meritdesk.ui.first_run.strength import Strength, strength_of
from meritdesk.ui.first_run.wishes import Way, Wish, recent_stores, remember_store
from meritdesk.ui.start_dialog import StartDialog
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
SECRET = "kuda laut biru di kolam"


def opener(folder: Path, passphrase: str, recovery_key: str) -> AbstractContextManager[Desk]:
    return bootstrap.open_desk(folder, passphrase, recovery_key=recovery_key)


@pytest.fixture
def wizard(lane: Lane, words: Words, qtbot: QtBot) -> AgencyWizard:
    dialog = AgencyWizard(lane, words, date(2026, 1, 12))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill_agency(wizard: AgencyWizard, qtbot: QtBot) -> None:
    qtbot.keyClicks(wizard.agency.name, "Pemerintah Kota Contoh Baru")
    qtbot.keyClicks(wizard.agency.code, "7101")
    wizard.agency.region.setText("REG07")
    wizard.agency.place.setText("Kotamobagu")


def to_the_sheet(wizard: AgencyWizard, folder: Path, qtbot: QtBot, at_rest: Rest) -> None:
    fill_agency(wizard, qtbot)
    wizard.forward()
    wizard.year.cycle.setCurrentIndex(wizard.year.cycle.findData("QUARTERLY"))
    wizard.forward()
    wizard.lock.folder.setText(str(folder))
    wizard.lock.secret.first.setText(SECRET)
    wizard.lock.secret.second.setText(SECRET)
    wizard.forward()
    at_rest()


def test_no_letter_of_a_page_leads_to_two_places(wizard: AgencyWizard) -> None:
    for place in range(len(wizard.pages)):
        wizard.stack.setCurrentIndex(place)
        shown = [*wizard.findChildren(QLabel), *wizard.findChildren(QAbstractButton)]
        letters = Counter(
            found[1].casefold()
            for widget in shown
            if widget.isVisible() and widget.isEnabled() and (found := re.search(r"&(\w)", widget.text()))
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], place


def prove(wizard: AgencyWizard, target: Path, at_rest: Rest) -> None:
    part = wizard.sheet.part
    key = part.key.text().split()
    part.save(target)
    at_rest()
    for field, place in zip(part.groups, part.asked, strict=True):
        field.setText(key[place].lower())


def test_a_new_agency_is_made_by_keyboard_and_opens_with_what_was_typed(
    wizard: AgencyWizard, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    folder = tmp_path / "data"
    to_the_sheet(wizard, folder, qtbot, at_rest)
    assert wizard.page is wizard.sheet and not folder.exists()
    prove(wizard, tmp_path / "lembar.pdf", at_rest)
    assert wizard.sheet.part.key.isHidden() and (tmp_path / "lembar.pdf").is_file()
    wizard.forward()
    assert wizard.page is wizard.open_page
    box = wizard.open_page.fields["working_week"]
    box.setCurrentIndex(box.findData("SIX"))
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.page is wizard.ready and str(folder) in wizard.ready.summary.text()
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    at_rest()
    assert wizard.wish == Wish(Way.OPEN, folder, SECRET, year=2026, room="register", task="import")
    with bootstrap.open_desk(folder, SECRET) as desk:
        assert desk.agency == AgencyInfo("7101", "Pemerintah Kota Contoh Baru", False, "PC01", "Kotamobagu", "REG07")
        chosen = desk.upkeep.settings.current()
        assert (chosen.periodic_cycle.value, chosen.working_week.value) == ("QUARTERLY", "SIX")


def test_back_and_forth_keeps_everything_and_cancel_leaves_nothing(
    wizard: AgencyWizard, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    to_the_sheet(wizard, tmp_path / "data", qtbot, at_rest)
    key = wizard.sheet.part.key.text()
    for _ in range(3):
        wizard.back()
    assert wizard.page is wizard.agency and wizard.agency.code.text() == "7101"
    for _ in range(3):
        wizard.forward()
    at_rest()
    assert wizard.sheet.part.key.text() == key, "the same sheet, since nothing it is about was changed"
    wizard.back()
    wizard.lock.secret.first.setText(SECRET + "!")
    wizard.lock.secret.second.setText(SECRET + "!")
    wizard.forward()
    at_rest()
    assert wizard.sheet.part.key.text() != key
    wizard.reject()
    assert wizard.wish is None and not (tmp_path / "data").exists()


def test_each_page_says_what_is_wrong_and_stays(
    wizard: AgencyWizard, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    wizard.forward()
    assert wizard.page is wizard.agency and wizard.agency.refusal.isVisible()
    fill_agency(wizard, qtbot)
    wizard.agency.code.setText("71 01")
    wizard.forward()
    assert wizard.page is wizard.agency
    wizard.agency.code.setText("7101")
    wizard.forward()
    wizard.forward()
    (tmp_path / "OneDrive").mkdir()
    for folder in ("", str(tmp_path / "OneDrive" / "data"), str(tmp_path)):
        wizard.lock.folder.setText(folder)
        assert not wizard.lock.check_folder() and wizard.lock.refusal.isVisible()
    wizard.lock.folder.setText(str(tmp_path / "data"))
    wizard.lock.secret.first.setText("pendek")
    wizard.forward()
    assert wizard.page is wizard.lock and wizard.lock.secret.refusal.isVisible()
    wizard.lock.secret.first.setText(SECRET)
    wizard.lock.secret.second.setText("lain")
    wizard.forward()
    assert wizard.page is wizard.lock
    wizard.lock.secret.second.setText(SECRET)
    wizard.forward()
    at_rest()
    wizard.forward()
    assert wizard.page is wizard.sheet and wizard.sheet.part.refusal.isVisible()
    assert not list(tmp_path.glob("data*"))


def test_the_door_lists_folders_and_leads_each_way(words: Words, qtbot: QtBot, tmp_path: Path) -> None:
    assert first_wish(None) == Wish(Way.DOOR)
    for name in ("Kota-A", "Kota-B"):
        (tmp_path / name).mkdir()
        remember_store(tmp_path / name)
    assert [folder.name for folder in recent_stores()] == ["Kota-B", "Kota-A"]
    assert first_wish(None) == Wish(Way.OPEN, tmp_path / "Kota-B")
    door = FrontDoor(words)
    qtbot.addWidget(door)
    door.show()
    assert str(tmp_path) not in door.recent.item(0).text()
    for way, button in door.ways.items():
        button.click()
        assert door.wish == Wish(way)
    door.recent.itemActivated.emit(door.recent.item(1))
    assert door.wish == Wish(Way.OPEN, tmp_path / "Kota-A")
    kept = [path.read_text(encoding="utf-8", errors="replace") for path in (tmp_path / "settings").rglob("*.ini")]
    assert SECRET not in "".join(kept)
    QSettings().setValue("store", str(tmp_path / "hilang"))
    assert tmp_path / "hilang" not in recent_stores()


def test_a_way_given_up_leads_back_to_the_door_and_a_made_store_opens_by_itself(
    lane: Lane, indonesian: Words, tmp_path: Path, at_rest: Rest
) -> None:
    agency = AgencyInfo("7101", "Kota Contoh", False, "PC01")
    bootstrap.create_store(tmp_path / "data", agency, SECRET)
    seen: list[str] = []

    def show(dialog: QDialog) -> object:
        seen.append(type(dialog).__name__)
        if isinstance(dialog, FrontDoor) and len(seen) == 1:
            dialog.ways[Way.NEW].click()
        elif isinstance(dialog, StartDialog):
            dialog.others_button.click()
        elif isinstance(dialog, FrontDoor) and seen.count("FrontDoor") == 2:
            dialog.wish = Wish(Way.OPEN, tmp_path / "data")
        elif isinstance(dialog, FrontDoor):
            dialog.wish = Wish(Way.OPEN, tmp_path / "data", SECRET, year=2026)
        return None

    door = Door(lane, indonesian, opener, at_rest, show)
    desk = door.enter(Wish(Way.DOOR))
    assert seen == ["FrontDoor", "AgencyWizard", "FrontDoor", "StartDialog", "FrontDoor"]
    assert desk is not None and desk.agency.code == "7101"
    assert door.wish == Wish(Way.OPEN, tmp_path / "data", year=2026)
    assert recent_stores()[0] == tmp_path / "data"


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.SHORT),
        ("pendek", Strength.SHORT),
        ("password123456", Strength.WEAK),
        ("surakarta2026", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("kuda-laut-biru", Strength.FAIR),
        ("kuda laut biru di kolam", Strength.STRONG),
    ],
)
def test_strength_is_told_by_length_and_by_what_everybody_tries_first(passphrase: str, strength: Strength) -> None:
    assert strength_of(passphrase, ("Surakarta", "3372")) is strength


def test_the_language_chosen_at_the_door_is_spoken_at_the_next_start_too(words: Words, qtbot: QtBot) -> None:
    first, other = words.language, {"id": "en", "en": "id"}[words.language]
    door = FrontDoor(words)
    qtbot.addWidget(door)
    door.language.click()
    assert (words.language, QSettings().value("language")) == (other, other)
    door.language.click()
    assert (words.language, QSettings().value("language")) == (first, first)


def test_no_two_buttons_of_the_front_door_have_the_same_letter(words: Words, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "Kota").mkdir()
    (tmp_path / "Kota" / "keyring.json").write_text("{}", encoding="utf-8")
    remember_store(tmp_path / "Kota")
    door = FrontDoor(words)
    qtbot.addWidget(door)
    shown = (*door.findChildren(QAbstractButton), *door.findChildren(QLabel))
    letters = Counter(found[1].casefold() for one in shown if (found := re.search(r"&(\w)", one.text())))
    assert len(letters) >= len(door.ways) and max(letters.values()) == 1, letters
