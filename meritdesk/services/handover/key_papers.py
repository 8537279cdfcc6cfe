"""Papers of keys: the stamped form of enrolment, and the record of every act, printed when it is done or later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.key_paper import act_paper, form_paper
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.trust import Enrolment
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class KeyPapers:
    """Verbs of key papers."""

    around: Surroundings

    def record(self, number: int) -> tuple[OfficePaper, Matter]:
        """The record of one act as a value; ``KEY-572`` when there is none of this number."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            act = next((one for one in work.trust.acts() if one.number == number), None)
        if act is None:
            raise UsageRefusal("KEY-572", number=number)
        paper = act_paper(act, self.around.store.agency)
        return paper, Matter(self._period(act.done_at.year), f"key-act:{number}")

    def preview(self, number: int, style: PaperStyle | None = None) -> bytes:
        """A record as PDF bytes for the screen, in no register."""
        return preview_paper(self.around, self.record(number)[0], style)

    def print(self, number: int, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print a record into a folder and enter it in the register of documents."""
        require(self.around.actor, Action.UPKEEP)
        return issue_papers(self.around, [self.record(number)], out, style, action=Action.UPKEEP)

    def print_form(self, enrolment: Enrolment, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the form that travels beside an enrolment file."""
        require(self.around.actor, Action.UPKEEP)
        card = enrolment.card
        year = self.around.clock().year
        matter = Matter(self._period(year), f"key-form:{card.device}:{card.minisign_key[:20]}")
        return issue_papers(self.around, [(self._form(enrolment), matter)], out, style, action=Action.UPKEEP)

    def _form(self, enrolment: Enrolment) -> OfficePaper:
        smith = self.around.keysmith
        return form_paper(
            enrolment,
            smith.fingerprint(enrolment.card),
            smith.card_code(enrolment.card),
            self.around.store.agency,
            self.around.clock().date(),
        )

    def _period(self, year: int) -> Period:
        return parse_period(str(year))
