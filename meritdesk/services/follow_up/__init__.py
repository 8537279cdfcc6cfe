"""What follows from an appraisal: guidance that a predicate calls for, and credit points (6/2022 Art. 27)."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.services.follow_up.credit import CreditDesk
from meritdesk.services.follow_up.credit_history import CreditHistoryDesk
from meritdesk.services.follow_up.discipline import DisciplineDesk
from meritdesk.services.follow_up.guidance import GuidanceNeeds
from meritdesk.services.follow_up.habits import HabitDesk
from meritdesk.services.follow_up.index import IndexDesk
from meritdesk.services.follow_up.merit import MeritDesk
from meritdesk.services.follow_up.pay import PayDesk
from meritdesk.services.follow_up.recognition import RecognitionDesk
from meritdesk.services.follow_up.registers import Potentials, Trainings
from meritdesk.services.follow_up.rotation import RotationDesk
from meritdesk.services.follow_up.surveys import SurveyDesk
from meritdesk.services.follow_up.talent import TalentDesk
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
    def credit_history(self) -> CreditHistoryDesk:
        """Credit points by earlier letters, and what is missing to the next rank and tier."""
        return CreditHistoryDesk(self.around)

    @property
    def recognition(self) -> RecognitionDesk:
        """Employee of the Month and the most improved."""
        return RecognitionDesk(self.around)

    @property
    def habits(self) -> HabitDesk:
        """The register of negative habits, confidential."""
        return HabitDesk(self.around)

    @property
    def discipline(self) -> DisciplineDesk:
        """The register of disciplinary sanctions, confidential."""
        return DisciplineDesk(self.around)

    @property
    def pay(self) -> PayDesk:
        """Performance pay: the recap of a month, its inputs, rules and papers."""
        return PayDesk(self.around)

    @property
    def guidance(self) -> GuidanceNeeds:
        """Who is to be guided because of his predicate."""
        return GuidanceNeeds(self.around)

    @property
    def surveys(self) -> SurveyDesk:
        """360 views and culture pulses; beside the ratings, never in them."""
        return SurveyDesk(self.around)

    @property
    def talent(self) -> TalentDesk:
        """The talent map with its lists."""
        return TalentDesk(self.around)

    @property
    def trainings(self) -> Trainings:
        """The register of training."""
        return Trainings(self.around)

    @property
    def potentials(self) -> Potentials:
        """The register of assessment centre results."""
        return Potentials(self.around)

    @property
    def index(self) -> IndexDesk:
        """The professionalism index."""
        return IndexDesk(self.around)

    @property
    def merit(self) -> MeritDesk:
        """The self-assessment of the merit system."""
        return MeritDesk(self.around)

    @property
    def rotation(self) -> RotationDesk:
        """The filling of vacant posts."""
        return RotationDesk(self.around)
