"""No dialog is forgotten: each keeps a draft or says why not, and what it says is true when it is opened."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.dialogs import KEPT, untrue
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.drafts.names import EDITORS
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.tour import STOPS
from meritdesk.ui.wording import Words

SOURCE = Path(__file__).parents[3] / "meritdesk/ui"
SHARED = {"GuideDialog", "ReturnDialog", "StoreDialog", "WizardFrame"}
"""What other dialogs are made of; those that begin with _ are known by that."""


def _bases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name] = [base.id for base in node.bases if isinstance(base, ast.Name)]
    return found


def test_every_dialog_of_the_window_keeps_a_draft_or_says_why_not() -> None:
    bases = _bases()

    def is_dialog(name: str) -> bool:
        return name == "QDialog" or any(is_dialog(base) for base in bases.get(name, []) if base != name)

    dialogs = {name for name in bases if is_dialog(name) and not name.startswith("_")} - SHARED
    assert dialogs == set(KEPT)
    assert {stop.opens for stop in STOPS} <= set(KEPT)


def test_every_editor_that_a_dialog_names_is_known_to_the_list_of_drafts() -> None:
    assert {said for said in KEPT.values() if isinstance(said, str)} <= set(EDITORS)


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
