"""What the region gives back to an agency in one file: a receipt and everything else that waits for it (exchange 6)."""

from __future__ import annotations

from dataclasses import dataclass, field

from meritdesk.core.approvals import Approval
from meritdesk.core.corrections import Correction
from meritdesk.core.handover import Receipt
from meritdesk.core.reference import ReferenceData
from meritdesk.core.team_word import TeamWords

NO_TEAMS = TeamWords()


@dataclass(frozen=True, slots=True)
class ReturnContent:
    """The parts of a return; each may be missing, and a return that answers no package has no receipt."""

    receipt: Receipt | None = None
    corrections: tuple[Correction, ...] = ()
    approvals: tuple[Approval, ...] = ()
    reference: ReferenceData | None = None
    trust_list: bytes = field(default=b"", repr=False)
    teams: TeamWords = NO_TEAMS

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to give back."""
        further = self.corrections or self.approvals or self.reference or self.trust_list
        return not (self.receipt or further) and self.teams.is_empty

    @property
    def is_only_receipt(self) -> bool:
        """Whether it says what became of one package and nothing else: all that an agency may tell another."""
        further = self.corrections or self.approvals or self.reference or self.trust_list
        return self.receipt is not None and not further and self.teams.is_empty
