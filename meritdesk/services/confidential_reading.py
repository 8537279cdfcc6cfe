"""Reading a confidential record, for every room alike: only its readers do, and who did so is written down first."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from meritdesk.core.access import Action, allowed
from meritdesk.core.accounts import named
from meritdesk.core.confidential import ConfidentialRecord, Opening, require_reader
from meritdesk.core.errors import UsageRefusal
from meritdesk.services.ports import Surroundings, Work


def readable_record(around: Surroundings, work: Work, record_id: str) -> ConfidentialRecord:
    """The record for a reader of it; whoever is none learns as much of an unknown one as of a forbidden one."""
    record = work.confidential.by_id(record_id)
    if record is None:
        raise UsageRefusal("EXE-241", name=around.actor.name)
    require_reader(around.actor, record.author, record.readers)
    return record


def require_readers(work: Work, readers: Iterable[str]) -> None:
    """Where people have accounts, only theirs can be named as readers (``ACC-151``): a name there means one person."""
    accounts = work.accounts.all()
    for name in filter(None, map(str.strip, readers if accounts else ())):
        found = named(accounts, name)
        if found is None or not found.is_active or Action.CONFIDE not in allowed(found.role):
            raise UsageRefusal("ACC-151", name=name)


def note_openings(around: Surroundings, work: Work, record_ids: Iterable[str]) -> None:
    """Write down that the actor opened these records now; ``work`` must be a writing one."""
    actor = around.actor
    for record_id in record_ids:
        work.confidential.note_opening(
            Opening(str(uuid.uuid4()), record_id, actor.name, actor.role, actor.device, around.clock())
        )
