"""The spread of a unit on paper: one sheet for every rater's unit in which somebody has a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.distribution_paper import UnitSpread, distribution_paper
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import Period
from meritdesk.services.assessment.checking import Checking, UnitFindings
from meritdesk.services.changes import Step, no_step
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class DistributionSheets:
    """Verbs of the sheets that show guide curve and real counts of a unit."""

    around: Surroundings

    def spreads(self, period: Period, unit_ids: Sequence[str] = ()) -> tuple[UnitSpread, ...]:
        """The rater's units with people of these units in which somebody has a predicate, by name."""
        require(self.around.actor, Action.READ)
        found = Checking(self.around).period(period, unit_ids)
        return tuple(_spread(one) for one in found.units if one.check.counts)

    def preview(self, period: Period, led_unit_id: str, style: PaperStyle | None = None) -> bytes:
        """The sheet of one unit as PDF bytes for the screen; ``DOC-539`` when nobody has a predicate there."""
        found = Checking(self.around).findings(period, led_unit_id)
        if not found.check.counts:
            raise UsageRefusal("DOC-539", period=period.code)
        return preview_paper(self.around, self._paper(_spread(found), period), style)

    def print(
        self,
        period: Period,
        out: Path,
        unit_ids: Sequence[str] = (),
        led_unit_id: str = "",
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the sheets into one file and enter them in the register; ``DOC-539`` when there are none."""
        require(self.around.actor, Action.PRINT)
        chosen = [one for one in self.spreads(period, unit_ids) if not led_unit_id or one.led_unit_id == led_unit_id]
        if not chosen:
            raise UsageRefusal("DOC-539", period=period.code)
        papers = [(self._paper(one, period), Matter(period, one.led_unit_id)) for one in chosen]
        return issue_papers(self.around, papers, out, style, step)

    def _paper(self, spread: UnitSpread, period: Period) -> OfficePaper:
        return distribution_paper(spread, self.around.store.agency, period, self.around.clock().date())


def _spread(found: UnitFindings) -> UnitSpread:
    return UnitSpread(found.led_unit_id, found.unit_name, found.rater_name, found.check)
