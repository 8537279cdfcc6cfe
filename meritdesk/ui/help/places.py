"""Where the clerk is, as a place of the manual: the room and tab in front, or the dialog over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from meritdesk.ui.room import RoomPage
from meritdesk.ui.tabs import TabbedRoom

if TYPE_CHECKING:
    from meritdesk.ui.tour.stops import Stop

MESSAGES = "messages"
ANYWHERE = "start"

DIALOGS: Mapping[str, str] = {
    "AdmitDialog": "handover-keys-admit",
    "AgencyWizard": "start-first",
    "AskingDialog": "upkeep-seldom",
    "BothDialog": "overview-work-drafts",
    "BugDialog": "messages-bug",
    "ColumnsDialog": "keyboard-columns",
    "CompareDialog": "planning-editor-revise",
    "FactsDialog": "handover-handover",
    "FrontDoor": "start-door",
    "KeysDialog": "keyboard",
    "LayDownDialog": "handover-keys-lay-down",
    "ListDialog": "handover-keys-list",
    "ManualDialog": "planning-editor",
    "PaperDialog": "paper-printer",
    "PreviewDialog": "keyboard-block",
    "PrintOutcomeDialog": "documents-print",
    "ResetDialog": "start-practice",
    "RestoreDialog": "backup-restore",
    "SampleDialog": "start-practice",
    "ServerDialog": "start-server",
    "SigningOutcomeDialog": "documents-signing",
    "StartDialog": "start-open",
    "StepDialog": "register-blockers",
    "TurnAwayDialog": "handover-keys-admit",
    "ViewsDialog": "keyboard-views",
    "WaiverDialog": "assessment-ratings-close",
}
"""The place of a dialog that is the same on every tab, by the name of its class; the tour knows the others."""


def place_of(widget: QWidget | None, room: str = "", tab: str = "") -> str:
    """The anchor for what is in front; ``room`` and ``tab`` are those of the window behind a dialog."""
    here = widget
    while here is not None:
        named = getattr(here, "manual_place", "")
        if named:
            return str(named)
        if isinstance(here, QMessageBox):
            return MESSAGES
        if isinstance(here, QDialog) and (known := _place_of_dialog(type(here).__name__, room, tab)):
            return known
        here = here.parentWidget()
    return f"{room}-{tab}" if room and tab else room or ANYWHERE


def tab_in_front(page: RoomPage) -> str:
    """The key of the tab that is shown; a room without tabs has one of its own name."""
    return page.keys[page.bar.currentIndex()] if isinstance(page, TabbedRoom) else page.room


def place_of_stop(stop: Stop) -> str:
    """Where the manual explains a dialog of the tour."""
    return DIALOGS.get(stop.opens, stop.name)


def _place_of_dialog(kind: str, room: str, tab: str) -> str:
    """The stop of the tour that opens this kind of dialog: on this tab, else in this room, else anywhere."""
    if kind in DIALOGS:
        return DIALOGS[kind]
    # The tour names every dialog of the window; it is read when help is first asked for over one.
    from meritdesk.ui.tour import STOPS

    stops = [stop for stop in STOPS if stop.opens == kind]
    here = sorted(stops, key=lambda stop: (stop.room != room, stop.tab != tab))
    return here[0].name if here else ""
