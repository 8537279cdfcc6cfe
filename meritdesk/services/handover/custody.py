"""Custody: who answers for a person whom two agencies hold in one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.custody import CustodyDecision, CustodyLine, custody_lines
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class CustodyDesk:
    """Verbs of custody, at the region."""

    around: Surroundings

    def lines(self, year: int) -> tuple[CustodyLine, ...]:
        """The people whom several agencies hold, those without a decision first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return custody_lines(work.custody.claims(), work.custody.decisions(year), work.transfers.said())

    def decide(self, key: str, year: int, owner: str, since: date | None, reason: str) -> Changes:
        """Name the agency that answers for a person; both keep what they sent.

        ``PKG-710`` nobody is held twice under this key, ``PKG-711`` the agency does not hold the person, ``PKG-654``
        without a reason.
        """
        require(self.around.actor, Action.RECEIVE)
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        with self.around.store.writing(self.around.actor, "handover.custody", reason=reason.strip()) as work:
            line = next((line for line in custody_lines(work.custody.claims(), {}) if line.key == key), None)
            if line is None:
                raise UsageRefusal("PKG-710", key=key)
            if owner not in {claim.agency for claim in line.claims}:
                raise UsageRefusal("PKG-711", owner=owner)
            name, now = self.around.actor.name, self.around.clock()
            work.custody.decide(CustodyDecision(key, year, owner, since, reason.strip(), name, now))
            return work.commit()
