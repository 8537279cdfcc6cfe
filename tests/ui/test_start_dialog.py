"""The door: the right passphrase opens, a wrong one says so and lets the clerk try again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.start_dialog import StartDialog
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
PASSPHRASE = "kuda laut biru tua"


def opener(folder: Path, passphrase: str, recovery_key: str) -> AbstractContextManager[Desk]:
    return bootstrap.open_desk(folder, passphrase, recovery_key=recovery_key)


@pytest.fixture
def store(tmp_path: Path) -> tuple[Path, str]:
    """A fresh store and its recovery key."""
    agency = AgencyInfo("3372", "Kota Contoh", False, "PC01", "Surakarta", "REG33")
    return tmp_path / "toko", bootstrap.create_store(tmp_path / "toko", agency, PASSPHRASE)


@pytest.fixture
def door(store: tuple[Path, str], lane: Lane, words: Words, qtbot: QtBot) -> StartDialog:
    dialog = StartDialog(lane, words, opener, store[0])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_right_passphrase_opens_the_desk(door: StartDialog, at_rest: Rest) -> None:
    door.secret.setText(PASSPHRASE)
    door.open_button.click()
    at_rest()
    assert door.desk is not None
    assert door.desk.agency.name == "Kota Contoh"
    assert door.result() == StartDialog.DialogCode.Accepted


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(door: StartDialog, at_rest: Rest) -> None:
    door.secret.setText("salah")
    door.open_button.click()
    at_rest()
    assert door.desk is None
    assert door.isVisible() and door.refusal.isVisible()
    assert door.secret.isEnabled() and door.secret.selectedText() == "salah"
    door.secret.setText(PASSPHRASE)
    door.open_button.click()
    at_rest()
    assert door.desk is not None
    assert not door.refusal.isVisible()


def test_the_recovery_key_opens_too(door: StartDialog, store: tuple[Path, str], at_rest: Rest) -> None:
    door.secret.setText("kata sandi yang salah")
    door.open_button.click()
    at_rest()
    door.other_key.click()
    assert door.secret.echoMode() == door.secret.EchoMode.Normal
    assert door.secret.text() == "", "what was typed under dots never comes to light"
    assert not door.refusal.isVisible()
    door.secret.setText(f" {store[1]} ")
    door.open_button.click()
    at_rest()
    assert door.desk is not None


def test_a_folder_without_a_store_is_refused_and_nothing_is_made(
    door: StartDialog, at_rest: Rest, tmp_path: Path
) -> None:
    door.folder.setText(str(tmp_path / "kosong"))
    door.secret.setText(PASSPHRASE)
    door.open_button.click()
    at_rest()
    assert door.desk is None and door.refusal.isVisible()
    assert not (tmp_path / "kosong").exists()


def test_the_last_folder_is_remembered_but_never_the_passphrase(
    door: StartDialog, store: tuple[Path, str], lane: Lane, words: Words, at_rest: Rest, qtbot: QtBot, tmp_path: Path
) -> None:
    door.secret.setText(PASSPHRASE)
    door.open_button.click()
    at_rest()
    later = StartDialog(lane, words, opener)
    qtbot.addWidget(later)
    assert later.folder.text() == str(store[0])
    assert later.secret.text() == ""
    kept = [path.read_text(encoding="utf-8", errors="replace") for path in (tmp_path / "settings").rglob("*.ini")]
    assert PASSPHRASE not in "".join(kept)


def test_a_store_in_a_synchronised_folder_opens_with_a_word_of_warning(
    lane: Lane, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "OneDrive").mkdir()
    door = StartDialog(lane, words, opener, tmp_path / "OneDrive")
    qtbot.addWidget(door)
    door.show()
    assert door.place.isVisible() and "OneDrive" in door.place.text()
    door.folder.setText(str(tmp_path))
    door.warn_of_place()
    assert not door.place.isVisible() and door.open_button.isEnabled()
