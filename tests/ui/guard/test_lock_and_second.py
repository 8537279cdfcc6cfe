"""A window that is left shows nothing of what it holds, and what two do is asked of two at the spot."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.access import Role
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.store import vault
from meritdesk.store.vault import Cost
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.wishes import Way
from meritdesk.ui.guard import idle_lock
from meritdesk.ui.guard.keeper_dialog import KeeperDialog
from meritdesk.ui.guard.second_dialog import SecondDialog
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.start_dialog import Key, StartDialog
from meritdesk.ui.upkeep.account_dialogs import AccountDialog, PasswordDialog
from meritdesk.ui.upkeep.accounts_tab import AccountsTab
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
OFFICE, HEAD, CLERK = "kata sandi kantor", "kuda besi lari pagi", "sepatu hujan biru laut"
AGENCY = "Dinas Rahasia Sekali"


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An office with the accounts of its head and a clerk."""
    patch = pytest.MonkeyPatch()
    patch.setattr(vault, "COST", Cost(64, 1, 1))
    folder = tmp_path_factory.mktemp("akun") / "kantor"
    bootstrap.create_store(folder, AgencyInfo("7371", AGENCY, False, "PC1"), OFFICE)
    with bootstrap.open_desk(folder, OFFICE) as desk:
        desk.upkeep.accounts.begin("ratna", Role.HEAD, HEAD, "Ratna Wulandari")
        desk.upkeep.accounts.begin("siti", Role.OPERATOR, CLERK, "Siti Aminah")
    yield folder
    patch.undo()


def opened(folder: Path, lane: Lane, at_rest: Rest, password: str, account: str = "") -> Desk:
    found: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(folder, password, account=account), found.append)
    at_rest()
    return found[0]


@pytest.fixture
def window(peopled: Path, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Rest) -> MainWindow:
    window = MainWindow(opened(peopled, lane, at_rest, HEAD, "ratna"), lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    return window


def seen() -> str:
    """Everything that any window shows or names: titles, texts, hints."""
    said = []
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        for part in (top, *top.findChildren(QWidget)):
            if part is top or part.isVisible():
                text = part.text() if isinstance(part, (QLabel, QLineEdit)) else ""
                said += [text, part.windowTitle(), part.toolTip(), part.accessibleName()]
    return "\n".join(said)


def test_a_locked_window_shows_no_data_at_all_and_opens_by_the_own_password(
    window: MainWindow, at_rest: Rest, qtbot: QtBot
) -> None:
    window.go("upkeep")
    at_rest()
    dialog = QDialog(window)
    dialog.setWindowTitle("Siti Aminah")
    QLabel("NIP 198503122010011003", dialog)
    dialog.open()
    assert "Ratna Wulandari" in seen() and AGENCY in seen() and "1985" in seen()
    window.commands["lock"].trigger()
    locked = seen()
    assert not [word for word in ("Ratna", "ratna", "Siti", AGENCY, "1985", "7371") if word in locked]
    assert "Terkunci" in locked and window.isVisible() and dialog.isVisible()
    lock = window.guard.dialog
    assert lock is not None
    late = QDialog(window)
    QLabel("Siti Aminah", late).show()
    late.open()
    qtbot.wait(1)
    assert "Siti" not in seen() and QApplication.activeModalWidget() is lock
    qtbot.keyClick(lock, Qt.Key.Key_Escape)
    lock.close()
    lock.password.setText("salah")
    lock.open_button.click()
    at_rest()
    assert window.guard.is_locked and not lock.refusal.isHidden() and lock.password.text() == ""
    lock.other.click()
    assert lock.refusal.isHidden(), "what was wrong of one says nothing of the other who works here"
    lock.other.click()
    lock.password.setText(HEAD)
    lock.open_button.click()
    at_rest()
    assert not window.guard.is_locked and AGENCY in seen() and "NIP 1985" in seen()
    assert dialog.windowTitle() == "Siti Aminah"


def test_no_key_reaches_a_window_behind_the_lock(window: MainWindow, at_rest: Rest, qtbot: QtBot) -> None:
    """A window manager gives the keyboard to whatever is clicked; the windows behind must not listen all the same."""
    quits, handle = window.commands["quit"], window.windowHandle()
    asked: list[bool] = []
    quits.triggered.connect(lambda: asked.append(True))
    window.commands["lock"].trigger()
    lock = window.guard.dialog
    assert lock is not None and lock.windowModality() is Qt.WindowModality.ApplicationModal
    for _ in range(2):
        window.activateWindow()
        handle.requestActivate()
        qtbot.wait(50)
        QTest.keyClick(handle, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait(50)
        assert asked == [] and window.isVisible() and window.guard.is_locked
        late = QDialog(window)
        late.open()
        qtbot.wait(1)
        assert lock.windowModality() is Qt.WindowModality.ApplicationModal and lock.isVisible()
        late.close()
    window.guard.unlock()


def test_a_window_that_nobody_touches_locks_itself_also_after_sleep(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, at_rest: Rest
) -> None:
    assert window.guard.protection.idle_minutes == 10
    window.guard.look()
    assert not window.guard.is_locked
    away = time.time() + 601
    monkeypatch.setattr(idle_lock.time, "time", lambda: away)
    window.guard.look()
    assert window.guard.is_locked
    monkeypatch.undo()
    window.guard.unlock()
    monkeypatch.setattr(idle_lock.time, "time", lambda: 0.0)
    window.guard.look()
    assert not window.guard.is_locked


def test_somebody_else_takes_the_desk_over(window: MainWindow, at_rest: Rest, qtbot: QtBot) -> None:
    window.guard.lock()
    lock = window.guard.dialog
    assert lock is not None
    lock.other.setChecked(True)
    assert not lock.name.isHidden()
    lock.name.setText("siti")
    lock.password.setText(CLERK)
    lock.open_button.click()
    qtbot.waitUntil(lambda: window.left_for is not None and not window.isVisible(), timeout=10_000)
    wish = window.left_for
    assert wish is not None and (wish.way, wish.account, wish.passphrase) == (Way.OPEN, "siti", CLERK)


def test_the_second_person_is_asked_at_the_spot_and_the_work_is_done_again(
    window: MainWindow, at_rest: Rest, qtbot: QtBot
) -> None:
    told: list[object] = []
    refused: list[Exception] = []
    desk = window.desk
    work = lambda step: desk.upkeep.change_passphrase(OFFICE)  # noqa: E731
    window.lane.ask(work, told.append, refused.append)
    qtbot.waitUntil(lambda: window.findChild(SecondDialog) is not None)
    dialog = window.findChild(SecondDialog)
    assert dialog is not None and told == [] and refused == []
    dialog.name.setText("ratna")
    dialog.password.setText(HEAD)
    dialog.do_button.click()
    at_rest()
    assert dialog.isVisible() and not dialog.refusal.isHidden()
    dialog.name.setText("siti")
    dialog.password.setText(CLERK)
    dialog.do_button.click()
    at_rest()
    assert len(told) == 1 and refused == []
    line = desk.upkeep.journal()[0]
    assert (line.actor, line.second) == ("ratna", "siti")
    window.lane.ask(work, told.append, refused.append)
    at_rest()
    again = next(one for one in window.findChildren(SecondDialog) if one.isVisible())
    again.reject()
    at_rest()
    assert len(told) == 1 and len(refused) == 1


def test_the_status_line_says_who_works_and_the_page_keeps_the_accounts(
    window: MainWindow, at_rest: Rest, qtbot: QtBot, indonesian: Words
) -> None:
    assert window.status_line.who.text() == "Ratna Wulandari · Kepala"
    window.go("upkeep")
    page = window.page("upkeep").tab("accounts")
    assert isinstance(page, AccountsTab)
    page.period = window.period
    page.refresh()
    at_rest()
    assert [line.name for line in page._lines()] == ["ratna", "siti"]
    page.open_new()
    dialog = page.findChild(AccountDialog)
    assert dialog is not None and dialog.part is not None
    dialog.name.setText("joko")
    dialog.role.choose(Role.TYPIST)
    for field in (dialog.part.first, dialog.part.second):
        field.setText("rahasia123")
    dialog.do_button.click()
    at_rest()
    assert dialog.isVisible() and not dialog.refusal.isHidden()
    for field in (dialog.part.first, dialog.part.second):
        field.setText("jendela kertas malam")
    dialog.do_button.click()
    at_rest()
    page.refresh()
    at_rest()
    assert [line.name for line in page._lines()] == ["joko", "ratna", "siti"]
    own = page.listing.current()
    assert own is not None and own.is_own and not page.suspend.isEnabled() and page.protect.isEnabled()
    page.open_password()
    changing = page.findChild(PasswordDialog)
    assert changing is not None and not changing.old.isHidden()
    changing.reject()


def test_the_door_asks_for_name_and_password_and_the_passphrase_only_keeps_accounts(
    peopled: Path, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Rest
) -> None:
    def opener(folder: Path, passphrase: str, recovery: str, account: str = "") -> object:
        return bootstrap.open_desk(folder, passphrase, recovery_key=recovery, account=account)

    door = StartDialog(lane, indonesian, opener, peopled)  # type: ignore[arg-type]
    qtbot.addWidget(door)
    door.show()
    assert door.key is Key.ACCOUNT and not door.name.isHidden()
    door.open()
    assert door.desk is None
    door.name.setText("siti")
    door.secret.setText("salah")
    door.open_button.click()
    at_rest()
    assert door.desk is None and not door.refusal.isHidden()
    door.office_key.click()
    assert door.key is Key.PASSPHRASE and door.name.isHidden()
    door.other_key.click()
    assert door.key is Key.RECOVERY and not door.office_key.isChecked()
    door.office_key.click()
    door.secret.setText(OFFICE)
    door.open_button.click()
    at_rest()
    assert door.desk is not None and door.desk.upkeep.accounts.role is Role.KEEPER
    keeper = KeeperDialog(door.desk, lane, indonesian)
    qtbot.addWidget(keeper)
    keeper.show()
    at_rest()
    assert "siti" in [line.name for line in keeper.page._lines()] and keeper.page.add.isEnabled()
