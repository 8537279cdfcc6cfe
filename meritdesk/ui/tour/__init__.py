"""Every place of the window: what the tests walk, what the manual pictures show, and what F1 must have words for."""

from __future__ import annotations

from collections.abc import Mapping

from meritdesk.ui.tour import (
    assessment,
    documents,
    execution,
    follow_up,
    follow_up_talent,
    frame,
    handover,
    overview,
    planning,
    register,
    teams,
    upkeep,
)
from meritdesk.ui.tour.stops import Stop

STOPS: tuple[Stop, ...] = (
    *frame.STOPS,
    *overview.STOPS,
    *register.STOPS,
    *follow_up_talent.REGISTER_STOPS,
    *planning.STOPS,
    *execution.STOPS,
    *teams.STOPS,
    *assessment.STOPS,
    *documents.STOPS,
    *follow_up.STOPS,
    *follow_up_talent.TALENT_STOPS,
    *handover.STOPS,
    *upkeep.STOPS,
)
"""The dialogs of all rooms. A dialog that is not listed here is one that nobody looks at."""


def stops_of(is_region: bool) -> tuple[Stop, ...]:
    """The dialogs that are walked at an office; the rooms that both have are walked at the agency."""
    return tuple(stop for stop in STOPS if stop.at_region is is_region)


BY_NAME: Mapping[str, Stop] = {stop.name: stop for stop in STOPS}
