"""A document number cancelled by the office: its papers say BATAL from then on, and the number is never used again."""

from __future__ import annotations

from dataclasses import dataclass, field

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.services.documents.verifying import number_in
from meritdesk.services.paper_trail import PaperTrail
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class CancelOutcome:
    """Which number was cancelled, how many copies of it there are, and with whom those are that are still out."""

    number: str
    copies: int
    holders: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)


def cancelled_number(around: Surroundings, text: str, reason: str) -> CancelOutcome:
    """Cancel every copy of a number; ``DOC-604`` without a reason, ``DOC-602`` unknown, ``DOC-603`` done."""
    number = number_in(text.strip())
    if not reason.strip():
        raise UsageRefusal("DOC-604", number=number)
    with around.store.writing(around.actor, "documents.cancel", reason=reason.strip()) as work:
        papers = work.circulation.of_numbers([number])
        if not papers:
            raise UsageRefusal("DOC-602", number=number)
        standing = [paper for paper in papers if paper.cancelled_on is None]
        if not standing:
            raise UsageRefusal("DOC-603", number=number, day=papers[0].cancelled_on, reason=papers[0].cancel_reason)
        views = PaperTrail.gather(around, work, standing).views()
        today = around.clock().date()
        work.circulation.cancel([one.document_id for one in standing], today, around.actor.name, reason.strip())
        changes = work.commit()
    holders = tuple(dict.fromkeys(one.state.holder for one in views if one.state.stage.is_out))
    return CancelOutcome(number, len(standing), holders, changes)
