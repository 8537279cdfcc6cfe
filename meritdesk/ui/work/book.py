"""Writes down every piece of long work that ended, in the encrypted store, and remembers those of this session."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from meritdesk.core.errors import Cancelled, Refusal
from meritdesk.core.work_record import TROUBLE, ItemFate, WorkFate, WorkItem, WorkRecord, counted
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.work.outcomes import items_of

MOST_IN_SESSION = 100


class WorkBook(QObject):
    """The book of long work: what ended in this session, newest first; ``noted`` when a piece was written down."""

    noted = Signal(object)  # WorkRecord

    def __init__(self, desk: Desk, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self.records: tuple[WorkRecord, ...] = ()
        lane.work_ended.connect(self._note)

    def _note(self, job: Job, answer: object, error: Exception | None) -> None:
        head = record_of(job, error)
        memory = self._desk.upkeep.memory

        def write(step: Step) -> WorkRecord:
            items = items_of(answer) if error is None else ()
            return memory.note_work(judged(head, items, answer), items)

        self._lane.ask(write, self._written, lambda _: self._written(head))

    def _written(self, record: WorkRecord) -> None:
        self.records = (record, *self.records)[:MOST_IN_SESSION]
        self.noted.emit(record)


def record_of(job: Job, error: Exception | None) -> WorkRecord:
    """The head of a job that ended: when, how far, and why it was refused."""
    code, facts = "", {}
    if isinstance(error, Refusal | Cancelled):
        code, facts = error.code, dict(error.facts)
    elif error is not None:
        code, facts = "UI-901", {"kind": type(error).__name__}
    return WorkRecord(
        work_id=str(uuid.uuid4()),
        title=job.title,
        began=job.began_on or job.asked_on,
        ended=datetime.now(UTC),
        fate=job.fate or WorkFate.DONE,
        # Steps are told now and then: what is done is done to the last, whatever the last step said.
        done=job.total if job.fate is WorkFate.DONE else job.done,
        total=job.total,
        code=code,
        facts=facts,
        slept_seconds=round(job.slept_seconds),
    )


def judged(record: WorkRecord, items: tuple[WorkItem, ...], answer: object) -> WorkRecord:
    """The head with what its items say: work that left something undone is done in part."""
    counts = counted(items)
    changes = getattr(answer, "changes", None)
    fate = record.fate
    if fate is WorkFate.DONE and any(counts.get(one, 0) for one in ItemFate if one in TROUBLE):
        fate = WorkFate.PARTLY
    return WorkRecord(
        record.work_id,
        record.title,
        record.began,
        record.ended,
        fate,
        record.done,
        record.total,
        record.code,
        record.facts,
        record.slept_seconds,
        str(getattr(changes, "change_set_id", "")),
        counts,
    )
