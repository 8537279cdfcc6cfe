"""What follows from an appraisal: guidance that a predicate calls for, and credit points (6/2022 Art. 27)."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.services.follow_up.credit import CreditDesk
from meritdesk.services.follow_up.discipline import DisciplineDesk
from meritdesk.services.follow_up.guidance import GuidanceNeeds
from meritdesk.services.follow_up.surveys import SurveyDesk
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Verbs of the follow-up room, by counter."""

    around: Surroundings

    @property
    def credit(self) -> CreditDesk:
        """Credit points of functional officials."""
        return CreditDesk(self.around)

    @property
    def discipline(self) -> DisciplineDesk:
        """The register of disciplinary sanctions, confidential."""
        return DisciplineDesk(self.around)

    @property
    def guidance(self) -> GuidanceNeeds:
        """Who is to be guided because of his predicate."""
        return GuidanceNeeds(self.around)

    @property
    def surveys(self) -> SurveyDesk:
        """360 views and culture pulses; beside the ratings, never in them."""
        return SurveyDesk(self.around)
