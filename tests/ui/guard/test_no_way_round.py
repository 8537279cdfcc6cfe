"""Whoever lacks a right meets a sentence on every way: a line that is opened, a command, a row of the palette."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from meritdesk.core.access import Role
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.guard.deeds import needs_of, needs_of_question
from meritdesk.ui.guard.greying import WHY_NOT, grey_deeds
from meritdesk.ui.keys_dialog import actions_of
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.palette.gathering import bare_sentence, why_not_said
from meritdesk.ui.palette.sentences import read_sentence
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.questions import QUESTIONS
from meritdesk.ui.wording import Words
from tests.ui.guard import deeds_read
from tests.ui.guard.test_deeds_are_grey import acting

Rest = Callable[[], None]

TO_LOOK_AT = frozenset(
    {
        "AccountDialog", "AuthoritiesDialog", "CheckDialog", "ColumnsDialog", "CompareDialog", "ExtractDialog",
        "GuideDialog", "HistoryDialog", "JournalSheetDialog", "KeysDialog", "PasswordDialog", "SheetDialog",
        "ViewsDialog", "WhyDialog",
    }
)  # fmt: skip
"""Dialogs that show something, or whose deed is grey inside them; every other one begins a deed."""

ONLY_ASK = frozenset({"evaluator", "signer", "check_evidence", "versions", "resolve", "certificate", "verify"})
"""Questions that look and change nothing."""


@pytest.fixture
def no_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs of the system would wait for a hand."""
    for name in ("getSaveFileName", "getOpenFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: 0)
    monkeypatch.setattr(QMenu, "popup", lambda *_, **__: None)
    monkeypatch.setattr(QMenu, "exec", lambda *_, **__: None)


def opened() -> list[str]:
    """The dialogs that came up, closed again; whoever opened one is told by its class."""
    found = []
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            is_grey = isinstance(widget, AskingDialog) and bool(widget.do_button.property(WHY_NOT))
            if not is_grey and not (isinstance(widget, AskingDialog) and widget._question.key in ONLY_ASK):
                found.append(type(widget).__name__)
            widget.reject()
    return found


@pytest.mark.parametrize("room", [room for room in TABS if room not in ("overview",)])
def test_the_auditor_meets_a_sentence_on_every_way(
    room: str,
    desk: Desk,
    lane: Lane,
    indonesian: Words,
    period: Period,
    qtbot: QtBot,
    at_rest: Rest,
    no_questions: None,
) -> None:
    acting(desk, Role.AUDITOR)
    slipped: list[tuple[str, str, object]] = []
    refused: list[Exception] = []
    lane.refused.connect(refused.append)
    for tab in tabs_of(room, is_region=False):
        page = tab.make(desk, lane, indonesian, None)
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show()
        page.enter(period)
        at_rest()
        grey_deeds(page)
        told: list[str] = []
        page.message.connect(told.append)
        opened()
        for view in page.findChildren(QAbstractItemView):
            if isinstance(view, Grid) or not view.isVisible() or not view.model() or not view.model().rowCount():
                continue
            view.setCurrentIndex(view.model().index(0, 0))
            at_rest()
            told.clear()
            QTest.keyClick(view, Qt.Key.Key_Return)
            at_rest()
            came = [one for one in opened() if one not in TO_LOOK_AT]
            slipped += [(tab.key, f"Enter in {type(view.model()).__name__}", one) for one in came]
            where = view.visualRect(view.currentIndex()).center()
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
            at_rest()
            came = [one for one in opened() if one not in TO_LOOK_AT]
            slipped += [(tab.key, f"double click in {type(view.model()).__name__}", one) for one in came]
        for action in actions_of(page):
            if action.objectName().startswith(("list_", "tab_", "grid_")):
                continue
            if action.property(WHY_NOT):
                assert not action.isEnabled() and action.toolTip(), action.objectName()
                continue
            action.trigger()
            at_rest()
            came = [one for one in opened() if one not in TO_LOOK_AT]
            slipped += [(tab.key, action.objectName(), one) for one in came]
        page.close()
    slipped += [
        (room, "the service had to refuse", one.facts)
        for one in refused
        if isinstance(one, UsageRefusal) and one.code == "USE-110"
    ]
    assert slipped == [], slipped


def test_a_line_that_opens_a_deed_says_who_may(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest
) -> None:
    acting(desk, Role.AUDITOR)
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.set_period(period)
    window.go("upkeep", {"tab": "holidays"})
    at_rest()
    page = window.page("upkeep").tab("holidays")
    view = page.listing.view
    assert view.model().rowCount()
    view.choose_row(0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Hanya untuk Petugas" in window.notice.accessibleName() and opened() == []
    window.notice.say("")
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center())
    assert "Hanya untuk Petugas" in window.notice.accessibleName() and opened() == []
    undo = window.commands["undo"]
    assert isinstance(undo, QAction) and not undo.isEnabled()
    offers = {one.command: one.why_not for one in window.finder.offers if one.command}
    assert offers["undo"] and offers["redo"] and not offers["refresh"]


@pytest.mark.parametrize(("said", "needs"), [("impor pegawai", "Impor"), ("cetak d.1.1", "cetak")])
def test_a_sentence_of_the_palette_says_who_may(said: str, needs: str, desk: Desk, indonesian: Words) -> None:
    acting(desk, Role.AUDITOR)
    sentence = read_sentence(said)
    assert sentence is not None
    why = why_not_said(sentence, desk.upkeep.accounts.actor, indonesian)
    row = bare_sentence(sentence, why)
    assert row is not None and row.why_not and row.detail == why and "Hanya untuk" in why
    acting(desk, Role.OPERATOR)
    assert why_not_said(sentence, desk.upkeep.accounts.actor, indonesian) == ""


def test_every_field_whose_draft_is_kept_is_tied_to_its_deed() -> None:
    """What is typed into a page is grey for whoever may not save it: the words of a decision too."""
    from meritdesk.ui.assessment.objections_tab import ObjectionsTab
    from meritdesk.ui.execution.feedback_tab import FeedbackTab

    typed = {
        ObjectionsTab: ("ratee", "rater", "decision", "result", "behaviour", "grounds", "recommendation", "decided_on"),
        FeedbackTab: ("day", "giver", "mark", "rhythm", "channel", "about", "giver_name", "text", "ground"),
    }
    for kind, fields in typed.items():
        assert not set(fields) - needs_of(kind).keys(), kind


def test_every_seldom_question_is_tied_to_the_deed_that_it_does() -> None:
    home = deeds_read.modules()["meritdesk.ui.seldom.questions"]

    def reached(node: ast.AST, seen: set[str]) -> set[str]:
        found = set(deeds_read._verbs_in(node, home))
        for one in ast.walk(node):
            if isinstance(one, ast.Name) and one.id in home.functions and one.id not in seen:
                found |= reached(home.functions[one.id], seen | {one.id})
        return found

    known = set()
    for node in ast.walk(home.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Question":
            key = ast.literal_eval(node.args[0])
            known.add(key)
            assert {str(one) for one in needs_of_question(key)} == reached(node, set()) - {"", "READ"}, key
    known.add("many")  # of a file of many people, each row judged by the verb of its room
    assert needs_of_question("many") and known == {one.key for one in QUESTIONS} and ONLY_ASK - {"verify"} <= known
