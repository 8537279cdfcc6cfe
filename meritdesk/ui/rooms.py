"""Which page belongs to which room; a page is imported when it is first entered, so that the window opens at once."""

from __future__ import annotations

from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


def _overview(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.overview.page import OverviewPage

    return OverviewPage(desk, lane, words)


def _register(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.register.page import RegisterPage

    return RegisterPage(desk, lane, words)


def _planning(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.planning.page import PlanningPage

    return PlanningPage(desk, lane, words)


def _assessment(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.assessment.page import AssessmentPage

    return AssessmentPage(desk, lane, words)


def _documents(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.documents.page import DocumentsPage

    return DocumentsPage(desk, lane, words)


def _handover(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.handover.page import HandoverPage

    return HandoverPage(desk, lane, words)


def _upkeep(desk: Desk, lane: Lane, words: Words) -> RoomPage:
    from meritdesk.ui.upkeep.page import UpkeepPage

    return UpkeepPage(desk, lane, words)


MAKERS = {
    "overview": _overview,
    "register": _register,
    "planning": _planning,
    "assessment": _assessment,
    "documents": _documents,
    "handover": _handover,
    "upkeep": _upkeep,
}
"""How to make the page of each room; the keys are the rooms of the rail."""


def make_page(room: str, desk: Desk, lane: Lane, words: Words) -> RoomPage:
    """A new page of a room."""
    return MAKERS[room](desk, lane, words)
