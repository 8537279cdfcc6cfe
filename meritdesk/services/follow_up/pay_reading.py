"""Reading recaps: which version is meant, and what of a slip who acts may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from meritdesk.core.evaluation import Reason
from meritdesk.core.pay import PayRecap, PaySlip
from meritdesk.core.scoring.allowance import PayLine, PaySource
from meritdesk.services.follow_up.discipline import DisciplineDesk
from meritdesk.services.ports import Surroundings, Work


def recap_of(recaps: Sequence[PayRecap], version: int = 0) -> PayRecap | None:
    """The newest of these versions, or the one that is asked for."""
    if version:
        return next((one for one in recaps if one.version == version), None)
    return recaps[-1] if recaps else None


def masked(around: Surroundings, work: Work, slips: Sequence[PaySlip]) -> tuple[PaySlip, ...]:
    """These slips as the actor may see them: a cut by a sanction keeps its sum, and its reason for its readers only."""
    desk = DisciplineDesk(around)
    cut = {line.key for slip in slips for line in slip.lines if line.source is PaySource.SANCTION}
    if not cut:
        return tuple(slips)
    open_to = {one.sanction_id for one in work.discipline.of() if one.sanction_id in cut and desk.may_see(one)}
    return tuple(
        replace(slip, lines=tuple(_masked(line, open_to) for line in slip.lines))
        if any(line.source is PaySource.SANCTION and line.key not in open_to for line in slip.lines)
        else slip
        for slip in slips
    )


def _masked(line: PayLine, open_to: set[str]) -> PayLine:
    if line.source is not PaySource.SANCTION or line.key in open_to:
        return line
    return PayLine(line.amount, Reason("PAY-CONFIDENTIAL", line.reason.source), PaySource.SANCTION)
