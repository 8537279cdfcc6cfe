"""A shared server as a desk sees it: where it is, and what other clerks wrote. A file of one PC has neither."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.journal import Changes
from meritdesk.core.server import ServerState
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class SharedServer:
    """What a desk asks of its server; preparing and moving are no verbs of an open desk, see ``bootstrap``."""

    around: Surroundings

    def state(self) -> ServerState | None:
        """Where the rows lie, as whom they are opened and how the line is protected; nothing for a file."""
        require(self.around.actor, Action.READ)
        return self.around.store.state()

    def news(self) -> Changes | None:
        """What others wrote since this desk looked last, so that its pages follow; nothing when all is as it was."""
        require(self.around.actor, Action.READ)
        return self.around.store.news()
