"""What long work answers, item by item: each verb's own answer as items with a fate and a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from pathlib import Path

from meritdesk.core.errors import RowFault
from meritdesk.core.handover import RecordState
from meritdesk.core.store import CheckReport
from meritdesk.core.work_record import ItemFate, WorkItem
from meritdesk.services.changes import Blocked, CloseOutcome, ImportOutcome
from meritdesk.services.documents import PrintOutcome
from meritdesk.services.documents.electronic import SigningOutcome
from meritdesk.services.fill_sheets import SheetOutcome
from meritdesk.services.handover import PackOutcome, ReceiveOutcome
from meritdesk.services.office_papers import PapersOutcome

_STATES = {"added": ItemFate.ADDED, "changed": ItemFate.CHANGED, "same": ItemFate.SAME}
_RECORDS = {
    RecordState.ADDED: ItemFate.ADDED,
    RecordState.CHANGED: ItemFate.CHANGED,
    RecordState.SAME: ItemFate.SAME,
    RecordState.REFUSED: ItemFate.REFUSED,
    RecordState.CONFLICT: ItemFate.CONFLICT,
}


@singledispatch
def items_of(answer: object) -> tuple[WorkItem, ...]:
    """The items of an answer; one that has none of its own is told by its numbers alone."""
    if isinstance(answer, tuple | list):
        return tuple(item for part in answer if not isinstance(part, str | int) for item in items_of(part))
    written = getattr(answer, "written", None)
    if isinstance(written, ImportOutcome):
        return items_of(written)
    blocked = getattr(answer, "blocked", None)
    return _blocked(blocked) if isinstance(blocked, tuple) else ()


@items_of.register
def _(answer: Path) -> tuple[WorkItem, ...]:
    return (WorkItem("", str(answer), ItemFate.DONE),)


@items_of.register
def _(answer: ImportOutcome) -> tuple[WorkItem, ...]:
    rows = [WorkItem(str(row.row), row.label or row.key, _STATES.get(row.state, ItemFate.NOTED)) for row in answer.rows]
    rows += [_fault(fault, ItemFate.REFUSED) for fault in answer.refused]
    rows += [_fault(fault, ItemFate.NOTED) for fault in answer.remarks]
    return tuple(sorted(rows, key=lambda item: int(item.place)))


@items_of.register
def _(answer: CloseOutcome) -> tuple[WorkItem, ...]:
    items = [WorkItem("", name, ItemFate.NOTED, reason.code, _facts(reason.facts)) for name, reason in answer.warnings]
    return (*_blocked(answer.blocked), *items)


@items_of.register
def _(answer: PrintOutcome) -> tuple[WorkItem, ...]:
    file = () if answer.file is None else (WorkItem("", str(answer.file.path), ItemFate.DONE),)
    return (*file, *_blocked(answer.blocked))


@items_of.register
def _(answer: PapersOutcome) -> tuple[WorkItem, ...]:
    return (WorkItem(", ".join(answer.numbers), str(answer.file.path), ItemFate.DONE),)


@items_of.register
def _(answer: SheetOutcome) -> tuple[WorkItem, ...]:
    return (WorkItem(answer.unit, str(answer.path), ItemFate.DONE),)


@items_of.register
def _(answer: PackOutcome) -> tuple[WorkItem, ...]:
    return (WorkItem("", str(answer.path), ItemFate.DONE),)


@items_of.register
def _(answer: ReceiveOutcome) -> tuple[WorkItem, ...]:
    return tuple(
        WorkItem(one.table, " ".join((one.record_id, one.column)).strip(), _RECORDS[one.state], one.code)
        for one in answer.outcomes
    )


@items_of.register
def _(answer: SigningOutcome) -> tuple[WorkItem, ...]:
    signed = [WorkItem(one.number, str(one.path), ItemFate.DONE) for one in answer.signed]
    refused = [WorkItem(one.number, one.name, ItemFate.REFUSED, one.code, _facts(one.facts)) for one in answer.refused]
    return (*signed, *refused)


@items_of.register
def _(answer: CheckReport) -> tuple[WorkItem, ...]:
    damaged = (*answer.evaluations_damaged, *answer.evidence_missing, *answer.evidence_damaged)
    return (
        *(WorkItem("", name, ItemFate.REFUSED) for name in damaged),
        *(WorkItem("", remark, ItemFate.NOTED) for remark in answer.remarks),
    )


def _fault(fault: RowFault, fate: ItemFate) -> WorkItem:
    return WorkItem(str(fault.row), fault.column, fate, fault.code, _facts(fault.facts))


def _blocked(blocked: Iterable[object]) -> tuple[WorkItem, ...]:
    return tuple(
        WorkItem(one.nip, one.name, ItemFate.REFUSED, one.code, _facts(one.facts))
        for one in blocked
        if isinstance(one, Blocked)
    )


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, str | int) else str(value) for name, value in facts.items()}
