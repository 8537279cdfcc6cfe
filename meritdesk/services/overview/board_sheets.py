"""The board of units on paper: an own sheet of the office, with a number, in the register."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.board_paper import board_paper
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import UnitProgress
from meritdesk.core.periods import Period
from meritdesk.services.changes import Step, no_step
from meritdesk.services.fill_sheets import unit_and_below
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers
from meritdesk.services.overview.signers import signers_of
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class BoardSheets:
    """Verbs of the board."""

    around: Surroundings

    def lines(self, period: Period, unit_id: str = "") -> tuple[UnitProgress, ...]:
        """The board of a period, of a unit with everything below it or of all; ``USE-103`` unknown unit."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            board = work.progress(period, signers_of(self.around, period))
            branch = unit_and_below(work, unit_id)[1] if unit_id else None
        return tuple(line for line in board if branch is None or line.unit_id in branch)

    def print(
        self, period: Period, out: Path, unit_id: str = "", style: PaperStyle | None = None, step: Step = no_step
    ) -> PapersOutcome:
        """Print the board and enter it in the register; ``OVR-102`` when there is no unit on it."""
        require(self.around.actor, Action.PRINT)
        lines = self.lines(period, unit_id)
        if not lines:
            raise UsageRefusal("OVR-102", period=period.code)
        whole = next((line for line in lines if line.unit_id == unit_id), None) or whole_of(lines)
        paper = board_paper(lines, whole, self.around.store.agency, period, self.around.clock().date())
        return issue_papers(self.around, [(paper, Matter(period, f"board-{unit_id or 'all'}"))], out, style, step)


def whole_of(board: tuple[UnitProgress, ...]) -> UnitProgress:
    """The sum over the roots of the board; each line already includes what is below it."""
    known = {line.unit_id for line in board}
    tops = [line for line in board if line.parent_id not in known]
    return UnitProgress(
        unit_id="",
        name="",
        parent_id="",
        staff=sum(line.staff for line in tops),
        due=sum(line.due for line in tops),
        without_rater=sum(line.without_rater for line in tops),
        plans=sum(line.plans for line in tops),
        with_actuals=sum(line.with_actuals for line in tops),
        rated=sum(line.rated for line in tops),
        closed=sum(line.closed for line in tops),
        printed=sum(line.printed for line in tops),
        sent=sum(line.sent for line in tops),
        fixed=sum(line.fixed for line in tops),
        signed=sum(line.signed for line in tops),
    )
