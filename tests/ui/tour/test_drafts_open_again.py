"""A draft about a record leads back to its very dialog, filled in, by one choice from the list of drafts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from meritdesk.ui.background import rest
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.drafts.offers import offers_of
from meritdesk.ui.tour import BY_NAME
from meritdesk.ui.tour.stops import Stop, chooses, does
from meritdesk.ui.tour.walk import Walk

STOPS = (
    BY_NAME["documents-out-move"],
    BY_NAME["execution-guidance-amend"],
    BY_NAME["execution-attendance-correct"],
    BY_NAME["planning-cascade-part"],
    BY_NAME["planning-editor-revise"],
    BY_NAME["assessment-ratings-level"],
    BY_NAME["register-blockers-delegate"],
    BY_NAME["teams-board-answer"],
    BY_NAME["follow_up-pay-amount"],
    BY_NAME["handover-transfers-let-go"],
    Stop("planning", "kpi", "old", "IndicatorDialog", (chooses("grid"), does("open_edit"))),
)
"""A dialog of each way back: a line of a list, a place in a tree, a person's result, a month, a form without record."""


def typed_into(keeper: DraftKeeper) -> bool:
    for field in keeper.fields.values():
        widget = field.widget
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and widget.isVisible() and widget.isEnabled():
            is_masked = isinstance(widget, QLineEdit) and widget.inputMask()
            if not widget.isReadOnly() and not is_masked:
                widget.setFocus()
                QTest.keyClicks(widget, "tersambar")
                if "tersambar" in str(dict(keeper._now()).values()):
                    return True
    return False


def test_each_dialog_about_a_record_is_opened_again_from_its_draft(
    walk: Callable[[str, str], Walk], qtbot: QtBot
) -> None:
    path = walk("id", "agency")
    window, lane = path.window, path.window.lane
    lost: list[str] = []
    for stop in STOPS:
        begun: list[tuple[str, str]] = []

        def begin(dialog: QDialog, begun: list[tuple[str, str]] = begun) -> None:
            keeper = dialog.findChild(DraftKeeper)
            if isinstance(keeper, DraftKeeper) and typed_into(keeper):
                keeper.keep()
                begun.append((keeper.name, keeper.subject))

        path.visit(stop, begin)
        if not begun:
            lost.append(f"{stop.name}: nothing could be typed")
            continue
        window.go("overview")
        rest(lane)
        offer = next(one for one in offers_of(window.desk) if (one.name, one.subject) == begun[0])
        window.session.go_on(offer)

        def filled(place: tuple[str, str] = begun[0]) -> DraftKeeper | None:
            for one in window.findChildren(DraftKeeper):
                if (one.name, one.subject) == place and "tersambar" in str(dict(one._now()).values()):
                    return one if one.editor.isVisible() else None
            return None

        waited: list[bool] = []
        QTimer.singleShot(6000, lambda waited=waited: waited.append(True))
        while filled() is None and not waited:
            QApplication.processEvents()
            qtbot.wait(5)
        keeper = filled()
        if keeper is None:
            lost.append(stop.name)
            for dialog in [one for one in window.findChildren(QDialog) if one.isVisible()]:
                dialog.reject()
        else:
            keeper.discard()
        rest(lane)
    assert lost == []
