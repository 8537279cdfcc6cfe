"""The dialogs of the overview: none yet."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop

STOPS: tuple[Stop, ...] = ()
