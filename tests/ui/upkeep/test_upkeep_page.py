"""Pemeliharaan: a check, a backup that is really there, and a change that is taken back after a yes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.lines import ChangeLine
from meritdesk.core.periods import Period
from meritdesk.core.store import CheckReport
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.first_steps import WAYS, FirstStep
from meritdesk.ui.line_table import SORT
from meritdesk.ui.upkeep.journal_table import JournalColumn, JournalTable
from meritdesk.ui.upkeep.journal_words import VERBS, origin_words, verb_words
from meritdesk.ui.upkeep.page import UpkeepPage
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> UpkeepPage:
    page = UpkeepPage(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(lambda changes: page.mark_stale())
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


def answer(with_yes: bool) -> None:
    """Answer the question that opens next."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        safe = box.defaultButton()
        wanted = next(button for button in box.buttons() if (button is not safe) == with_yes)
        wanted.click()

    QTimer.singleShot(50, click)


def test_a_sound_store_says_so_with_counts(page: UpkeepPage, at_rest: Rest) -> None:
    page.check_button.click()
    at_rest()
    assert page._report is not None and page._report.is_sound
    assert page.check_result.text().startswith("✓")
    assert page.words.number(page._report.evaluations_checked) in page.check_result.text()
    assert page.check_button.isEnabled()


def test_a_damaged_store_says_what_is_wrong_and_what_to_do(page: UpkeepPage) -> None:
    page._checked(CheckReport(True, True, False, 7, 3, ("e1",)))
    assert page.check_result.text().startswith("✗")
    assert page.check_result.text().count(",") >= 1


def test_a_backup_is_written_noted_and_opens_with_the_same_passphrase(
    page: UpkeepPage, at_rest: Rest, tmp_path: Path, places: object
) -> None:
    assert page.backup_result.text().startswith("⚠")
    page.backup_to(tmp_path / "backup")
    at_rest()
    assert page._backup_path is not None and page._backup_path.is_file()
    assert page.backup_result.text().startswith("✓")
    restored = tmp_path / "restored"
    bootstrap.restore_store(page._backup_path, restored, places.passphrase)  # type: ignore[attr-defined]
    with bootstrap.open_desk(restored, places.passphrase) as desk:  # type: ignore[attr-defined]
        assert desk.agency == page.desk.agency


def test_the_first_step_asks_at_once_where_the_backup_goes(
    page: UpkeepPage, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: asked.append(given[1]) or "")
    way = WAYS[FirstStep.BACKUP]
    page.narrow({"task": "backup"})
    at_rest()
    assert not asked
    page.narrow(way.filters)
    at_rest()
    assert len(asked) == 1


def test_a_backup_that_cannot_be_written_is_told(page: UpkeepPage, at_rest: Rest, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    page.backup_to(blocked)
    at_rest()
    label = page.refusal.findChild(QLabel)
    assert page.refusal.isVisible()
    assert isinstance(label, QLabel) and "USE-111" in label.text()
    assert page.backup_button.isEnabled()


def test_the_journal_is_newest_first_and_in_the_words_of_the_office(page: UpkeepPage) -> None:
    numbers = [line.number for line in page.journal.lines]
    assert numbers == sorted(numbers, reverse=True) and len(numbers) > 3
    for line in page.journal.lines:
        assert verb_words(line.verb) != line.verb, line.verb
    assert page.journal.index(0, JournalColumn.ROWS).data(SORT) == page.journal.lines[0].rows


def test_a_change_is_taken_back_only_after_a_yes(
    page: UpkeepPage, desk: Desk, lane: Lane, period: Period, at_rest: Rest
) -> None:
    def closed() -> int:
        counted: list[int] = []
        lane.ask(lambda step: desk.overview.status(period).whole.closed, counted.append)
        at_rest()
        return counted[0]

    before = closed()
    assert before > 0 and page.journal.lines[0].verb == "assessment.close"
    page.view.setCurrentIndex(page.journal.index(0, 0))
    answer(with_yes=False)
    page.undo_button.click()
    at_rest()
    assert closed() == before
    answer(with_yes=True)
    page.undo_button.click()
    at_rest()
    label = page.refusal.findChild(QLabel)
    assert isinstance(label, QLabel)
    # What was closed is superseded, never undone: the store refuses and says so here.
    assert (closed() == before) == page.refusal.isVisible()
    if page.refusal.isHidden():
        assert closed() == 0 and page.journal.lines[0].verb == "upkeep.undo"


def test_the_fingerprint_of_this_pc_is_shown_and_copied(page: UpkeepPage) -> None:
    assert page._house is not None
    shown = " ".join(page._house.own.fingerprint)
    assert shown in page.keys.text()
    page.copy_button.click()
    assert QGuiApplication.clipboard().text() == shown


def test_the_journal_is_a_sound_model(words: Words, page: UpkeepPage) -> None:
    table = JournalTable(words)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines: list[ChangeLine] = page.journal.lines
    table.show_lines(lines[:2], total=len(lines))
    table.append(lines[2:])
    assert table.rowCount() == len(lines)
    assert tester.model() is table


def test_every_verb_that_writes_has_words_in_both_languages(qapp: QApplication) -> None:
    services = Path(bootstrap.__file__).parent / "services"
    found: set[str] = set()
    for module in services.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        found |= set(re.findall(r"\.writing\(\s*[\w.]*actor,\s*\"([^\"]+)\"", text))
        found |= set(re.findall(r"verb = \"([^\"]+)\"", text))
    assert len(found) > 80
    assert found <= set(VERBS)
    try:
        Words("id")
        assert [verb for verb in VERBS if verb_words(verb) == VERBS[verb]] == []
    finally:
        Words("en")


def test_a_package_is_known_by_the_beginning_of_its_number(qapp: QApplication) -> None:
    Words("en")
    assert origin_words("package:8fa5f397-4b50-422e") == "package 8fa5f397"
    assert origin_words("file:rating.xlsx") == "rating.xlsx"
    assert origin_words("") == "-"
