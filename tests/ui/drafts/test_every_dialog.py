"""No dialog is forgotten: each keeps a draft or says why not, and what it says is true when it is opened."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QTableWidget, QTableWidgetItem, QTextEdit, QWidget

from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.dialogs import KEPT, Without, _not_kept, untrue
from meritdesk.ui.drafts.fields import TableField
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.drafts.names import EDITORS
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.tour import STOPS
from meritdesk.ui.wording import Words

TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)
SOURCE = Path(__file__).parents[3] / "meritdesk/ui"
SHARED = {"GuideDialog", "Question", "ReturnDialog", "StoreDialog", "WizardFrame"}
"""What other dialogs are made of; those that begin with _ are known by that."""


def _bases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                # Two classes of one name count together, or a dialog would hide behind a value.
                found.setdefault(node.name, []).extend(base.id for base in node.bases if isinstance(base, ast.Name))
    return found


def test_every_dialog_of_the_window_keeps_a_draft_or_says_why_not() -> None:
    bases = _bases()

    def is_dialog(name: str) -> bool:
        return name == "QDialog" or any(is_dialog(base) for base in bases.get(name, []) if base != name)

    dialogs = {name for name in bases if is_dialog(name) and not name.startswith("_")} - SHARED
    assert dialogs == set(KEPT)
    assert {stop.opens for stop in STOPS} <= set(KEPT)


def test_every_editor_that_a_dialog_names_is_known_to_the_list_of_drafts() -> None:
    named = [(said,) if isinstance(said, str) else said for said in KEPT.values() if not isinstance(said, Without)]
    assert {one for many in named for one in many} <= set(EDITORS)


def test_the_headings_of_a_table_of_the_draft_are_no_cells_of_their_own(qtbot: Any) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    table = QTableWidget(2, 2, dialog)
    for place in range(4):
        table.setItem(place // 2, place % 2, QTableWidgetItem("x"))
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert _not_kept(dialog, SimpleNamespace(fields={"table": TableField(table)})) == []
    assert _not_kept(dialog, SimpleNamespace(fields={})) == ["QTableWidget"]


def test_a_print_order_and_a_team_that_were_begun_are_offered_again_and_filled_in(
    desk: Desk, lane: Lane, at_rest: Callable[[], None], indonesian: Words, qtbot: Any
) -> None:
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()

    def begun(room: str, tab: str, verb: str, field: str) -> None:
        window.go(room, {"tab": tab})
        at_rest()
        dialog = getattr(window.page(room).tab(tab), verb)()
        at_rest()
        widget = getattr(dialog, field)
        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, "diketik")
        assert untrue(dialog) == ""
        dialog.findChild(DraftKeeper).keep()
        dialog.reject()
        at_rest()

    begun("documents", "orders", "open_new", "nip")
    begun("planning", "matrix", "open_teams", "team_name")
    offered = {draft.editor: draft for draft in desk.upkeep.drafts.offered()}
    assert set(offered) == {"documents.order", "planning.teams"}
    for name, field in (("documents.order", "nip"), ("planning.teams", "team_name")):
        window.session.show_offers()
        at_rest()
        shown = window.session.offers_dialog
        assert shown is not None
        offer = next(one for one in shown.table.lines if one.name == name)
        shown.reject()
        window.session.go_on(offer)
        at_rest()
        qtbot.waitUntil(lambda name=name: any(one.name == name for one in window.findChildren(DraftKeeper)))
        keeper = next(one for one in window.findChildren(DraftKeeper) if one.name == name)
        at_rest()
        qtbot.waitUntil(lambda field=field, keeper=keeper: getattr(keeper.editor, field).text() == "diketik")
        assert not keeper.strip.isVisible(), "who chose to go on is not asked a second time"
        keeper.editor.reject()
        at_rest()
    window.session._is_leaving = True
    window.close()


OPEN_AT_ONCE = {
    "documents-orders-new": "documents.order",
    "register-staff-change": "register.change",
    "execution-guidance-coaching": "execution.record.new",
    "assessment-ratings-special": "assessment.acts",
    "teams-board-new": "teams.problem.new",
    "upkeep-holidays-old": "upkeep.holiday",
}
"""Dialogs of every kind: a new record, one of a person, one of a line in a list."""


def test_what_was_typed_in_dialogs_that_stood_open_at_a_kill_is_one_choice_away(
    places: Any, whole_city: year.City, tmp_path: Path, request: Any, qtbot: Any
) -> None:
    period = whole_city.period.code
    script = Path(__file__).with_name("dialogs_that_are_killed.py")
    process = subprocess.Popen(
        [
            *(sys.executable, str(script), str(places.agency), places.passphrase, str(tmp_path / "other")),
            *(period, "tersambar", *OPEN_AT_ONCE),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None and process.stderr is not None
    said = process.stdout.readline().strip()
    process.send_signal(signal.SIGKILL)
    assert said == "typed", process.stderr.read()[-3000:]
    process.wait(10)

    desk, lane, at_rest, indonesian = map(request.getfixturevalue, ("desk", "lane", "at_rest", "indonesian"))
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    offered = window.session.offers_dialog
    assert offered is not None
    offers = {offer.name: offer for offer in offered.table.lines}
    assert set(offers) == set(OPEN_AT_ONCE.values())
    for name, offer in offers.items():
        offered.view.setCurrentIndex(offered.table.index(offered.table.lines.index(offer), 0))
        offered._go_on()

        def filled(name: str = name, subject: str = offer.subject) -> DraftKeeper | None:
            return next(
                (
                    one
                    for one in window.findChildren(DraftKeeper)
                    if (one.name, one.subject) == (name, subject)
                    and any("tersambar" in str(value) for value in dict(one._now()).values())
                ),
                None,
            )

        qtbot.waitUntil(lambda filled=filled: filled() is not None, timeout=10_000)
        keeper = filled()
        assert keeper is not None and keeper.editor.isVisible() and not keeper.strip.isVisible(), name
        keeper.editor.reject()
        at_rest()
    assert {draft.editor for draft in desk.upkeep.drafts.offered()} == set(OPEN_AT_ONCE.values())
    window.session._is_leaving = True
    window.close()


def test_switching_the_language_leaves_everything_that_stands_in_open_editors(
    desk: Desk, lane: Lane, at_rest: Callable[[], None], indonesian: Words, whole_city: year.City, qtbot: Any
) -> None:
    """A dialog and a form of a page: what was typed goes on standing there, and is kept."""
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    window.set_period(whole_city.period)

    def stands(room: str, tab: str) -> Any:
        window.go(room, {"tab": tab})
        at_rest()
        return window.page(room).tab(tab)

    def typed(widget: QWidget) -> QWidget:
        widget.setFocus()
        widget.selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(widget, "diketik")
        return widget

    feedback = stands("execution", "feedback")
    parts = [typed(next(one.widget for one in feedback.drafts.fields.values() if isinstance(one.widget, TEXTS)))]
    order = stands("documents", "orders").open_new()
    at_rest()
    parts.append(typed(order.nip))
    keepers = [feedback.drafts, order.findChild(DraftKeeper)]
    for language in ("en", "id"):
        window.commands["language"].trigger()
        at_rest()
        stands("execution", "feedback")
        stands("documents", "orders")
        assert indonesian.language == language and order.isVisible()
        assert [keeper.is_changed for keeper in keepers] == [True, True]
        assert [str(one.text() if hasattr(one, "text") else one.toPlainText()) for one in parts] == ["diketik"] * 2
    for keeper in keepers:
        keeper.keep()
    at_rest()
    assert {draft.editor for draft in desk.upkeep.drafts.offered()} == {"execution.feedback", "documents.order"}
    window.session._is_leaving = True
    window.close()
