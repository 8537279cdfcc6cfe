"""The regional board on paper: an own sheet of the office, lying, with a number, in the register."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.region_paper import WholeBoard, region_paper
from meritdesk.core.region_spread import Outlier
from meritdesk.services.changes import Step, no_step
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers
from meritdesk.services.ports import Surroundings


def print_board(
    around: Surroundings,
    board: WholeBoard,
    outliers: Sequence[Outlier],
    out: Path,
    style: PaperStyle | None = None,
    step: Step = no_step,
) -> PapersOutcome:
    """Put the board on paper and enter it in the register; ``REG-105`` when no agency is on it."""
    require(around.actor, Action.RECEIVE)
    if not board.lines:
        raise UsageRefusal("REG-105", period=board.period.code)
    paper = region_paper(board, outliers, around.store.agency, around.clock().date())
    matter = Matter(board.period, "region-board")
    return issue_papers(around, [(paper, matter)], out, style, step, Action.RECEIVE)
