"""Backup and keys, and the seldom deeds: every one of them does what its line says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.store import whereabouts
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.wishes import Way
from meritdesk.ui.leaving import SECOND_PLACE
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.questions import QUESTIONS
from meritdesk.ui.upkeep.seldom_tab import SeldomTab
from meritdesk.ui.upkeep.store_dialogs import PassphraseDialog, PracticeCopyDialog, RecoveryDialog
from meritdesk.ui.upkeep.store_tab import StoreTab
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
NEW = "kuda laut biru di kolam"


def answer(with_yes: bool) -> None:
    """Answer the question that opens next."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        safe = box.defaultButton()
        next(button for button in box.buttons() if (button is not safe) == with_yes).click()

    QTimer.singleShot(50, click)


@pytest.fixture
def tab(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> StoreTab:
    page = StoreTab(desk, lane, words)
    qtbot.addWidget(page)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


def test_the_store_as_a_whole(
    tab: StoreTab, desk: Desk, lane: Lane, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    went: list[tuple[str, object]] = []
    tab.go_to.connect(lambda room, filters: went.append((room, filters)))
    assert tab.cards["sending"].isHidden(), "nothing was restored"
    assert tab.cards["practice"].isHidden(), "this is practice already"
    tab.choose_second(tmp_path / "dua")
    at_rest()
    assert str(tmp_path / "dua") in tab.refusal.accessibleName(), "the same disk is no second place"
    assert not QSettings().value(SECOND_PLACE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whereabouts, "disk_under", lambda folder: str(folder))
        tab.choose_second(tmp_path / "dua")
        at_rest()
    assert str(tmp_path / "dua") in tab._whys["second"].text() and not tab.refusal.isVisible()
    assert went.pop() == ("upkeep", {"tab": "store", "task": "second"})
    backup = desk.upkeep.backup(tmp_path / "satu")
    tab.rehearse(backup)
    at_rest()
    assert tab.told.isVisible() and tab.told.text().startswith("✓")
    tab.rehearse(tmp_path / "tidak ada.meritbackup")
    at_rest()
    assert tab.refusal.isVisible()
    answer(False)
    tab.restore()
    assert went == []
    answer(True)
    tab.restore()
    assert went == [("door", {"way": Way.RESTORE.value})]


def test_what_is_said_moves_no_card_and_follows_the_language(
    tab: StoreTab, desk: Desk, words: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    def places() -> dict[str, int]:
        qtbot.wait(1)
        return {name: card.mapTo(tab, QPoint(0, 0)).y() for name, card in tab.cards.items()}

    before = places()
    tab.choose_second(tmp_path / "dua")
    at_rest()
    assert tab.refusal.isVisible() and places() == before, "the button under the mouse stays there"
    tab.rehearse(desk.upkeep.backup(tmp_path / "satu"))
    at_rest()
    assert tab.told.isVisible() and places() == before
    first = words.language
    said = tab.told.text()
    words.set_language("en" if first == "id" else "id")
    try:
        assert tab.told.isVisible() and tab.told.text() != said
    finally:
        words.set_language(first)
    assert tab.told.text() == said


def test_a_new_passphrase_and_a_new_sheet_open_the_store(
    tab: StoreTab, desk: Desk, lane: Lane, words: Words, tmp_path: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    dialog = PassphraseDialog(desk, lane, words, tab)
    dialog.part.first.setText("pendek")
    dialog.carry_out()
    assert dialog.part.refusal.isVisibleTo(dialog)
    for field in (dialog.part.first, dialog.part.second):
        field.setText(NEW)
    dialog.carry_out()
    at_rest()
    assert dialog.result() == dialog.DialogCode.Accepted
    sheet = RecoveryDialog(desk, lane, words, tab)
    at_rest()
    key = sheet.part.key.text().split()
    assert not sheet.do_button.isEnabled()
    sheet.part.save(tmp_path / "lembar.pdf")
    at_rest()
    for field, place in zip(sheet.part.groups, sheet.part.asked, strict=True):
        field.setText(key[place])
    sheet.carry_out()
    at_rest()
    assert sheet.result() == sheet.DialogCode.Accepted
    backup = desk.upkeep.backup(tmp_path / "satu")
    assert bootstrap.backup_contents(backup, NEW).people
    assert bootstrap.backup_contents(backup, recovery_key="-".join(key)).people
    copy = PracticeCopyDialog(desk, lane, words, tab)
    made: list[Path] = []
    copy.made.connect(made.append)
    copy.folder.setText(str(tmp_path / "latihan"))
    copy.secret.setText(NEW)
    copy.carry_out()
    at_rest()
    assert made == [tmp_path / "latihan"] and bootstrap.practice_beginning(tmp_path / "latihan")


@pytest.fixture
def seldom(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> SeldomTab:
    page = SeldomTab(desk, lane, words)
    qtbot.addWidget(page)
    page.show()
    page.enter(period)
    return page


def opened(seldom: SeldomTab, key: str, at_rest: Rest) -> AskingDialog:
    seldom.open_key(key)
    at_rest()
    return next(part for part in seldom.findChildren(AskingDialog) if part._question.key == key)


def type_in(dialog: AskingDialog, name: str, text: str) -> None:
    field = dialog.fields[name]
    assert isinstance(field, QLineEdit)
    field.setText(text)


def test_the_list_is_searched_by_typing_and_enter_opens(seldom: SeldomTab, at_rest: Rest) -> None:
    assert seldom.list.count() == len(QUESTIONS)
    seldom.search.setText("QR" if seldom.words.language == "id" else "square code")
    assert seldom.list.count() == 1
    seldom.search.returnPressed.emit()
    at_rest()
    assert [one._question.key for one in seldom.findChildren(AskingDialog)] == ["resolve"]


def test_questions_are_answered_and_refusals_are_told(seldom: SeldomTab, desk: Desk, at_rest: Rest) -> None:
    nip = desk.register.staff(StaffQuery())[0].nip
    for key, fields in (
        ("evaluator", {"nip": nip}),
        ("versions", {"nip": nip}),
        ("signer", {}),
        ("check_evidence", {}),
    ):
        dialog = opened(seldom, key, at_rest)
        for name, text in fields.items():
            type_in(dialog, name, text)
        dialog.carry_out()
        at_rest()
        assert dialog.told.text() or dialog.refusal.isVisible(), key
        dialog.reject()
    for key, fields in (
        ("evaluator", {"nip": "000"}),
        ("resolve", {"mark": "MD1:tidak"}),
        ("check_order", {}),
        ("mapping", {}),
        ("certificate", {"file": "/tidak/ada.p12"}),
    ):
        dialog = opened(seldom, key, at_rest)
        for name, text in fields.items():
            type_in(dialog, name, text)
        dialog.carry_out()
        at_rest()
        assert dialog.refusal.isVisible() and not dialog.told.text(), key
        dialog.reject()


def test_a_table_is_looked_at_first_and_then_changes_many(
    seldom: SeldomTab, desk: Desk, tmp_path: Path, at_rest: Rest
) -> None:
    person = desk.register.staff(StaffQuery())[0]
    table = tmp_path / "banyak.csv"
    dialog = opened(seldom, "many", at_rest)
    dialog.carry_out()
    at_rest()
    assert dialog.refusal.isVisible(), "no file is chosen"
    table.write_text(f"NIP;KOLOM;ISI\n{person.nip};education;S-3\n", encoding="utf-8")
    type_in(dialog, "file", str(table))
    changes = desk.upkeep.journal(0, 1)[0].number
    dialog.carry_out()
    at_rest()
    assert dialog.told.text() or dialog.refusal.isVisible()
    assert desk.upkeep.journal(0, 1)[0].number == changes, "only looked at"


def test_an_example_is_added_and_taken_out_again(seldom: SeldomTab, desk: Desk, at_rest: Rest) -> None:
    before = len(desk.planning.library.entries())
    dialog = opened(seldom, "add_example", at_rest)
    type_in(dialog, "text", "Anggaran perjalanan dinas")
    dialog.carry_out()
    at_rest()
    assert len(desk.planning.library.entries()) == before + 1
    dialog.reject()
    dialog = opened(seldom, "remove_example", at_rest)
    box = dialog.fields["entry"]
    assert isinstance(box, QComboBox) and box.currentText() == "Anggaran perjalanan dinas"
    answer(True)
    dialog.carry_out()
    at_rest()
    assert len(desk.planning.library.entries()) == before and box.count() == 0
