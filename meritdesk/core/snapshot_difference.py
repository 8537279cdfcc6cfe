"""What a package made now says otherwise than the last one the region accepted, record by record (exchange 4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from meritdesk.core.evaluation import Actual, Evaluation, OrganisationLevel
from meritdesk.core.handover import Snapshot
from meritdesk.core.merging import Record, record_id, tables_of
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.travel import TravelRecord

_UNSAID = frozenset({"digest"})


class DifferenceKind(StrEnum):
    """What happened to a record since then."""

    ADDED = "ADDED"
    CHANGED = "CHANGED"
    REMOVED = "REMOVED"


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """One record that is not as it was: where it is, which of its fields changed, and whom or what it is about."""

    table: str
    record_id: str
    kind: DifferenceKind
    fields: tuple[str, ...] = ()
    person_id: str = ""
    unit_id: str = ""


def differences(old: Snapshot, new: Snapshot) -> tuple[RecordDifference, ...]:
    """Every difference from one snapshot to the next, by table in the order of the package.

    Tables that were left out of the old one as unchanged have none.
    """
    owners = _owners(old) | _owners(new)
    before, after = tables_of(old), tables_of(new)
    found: list[RecordDifference] = []
    for table in dict.fromkeys([*after, *before]):
        if table in old.unchanged:
            continue
        was = {record_id(record): record for record in before.get(table, ())}
        stands = {record_id(record): record for record in after.get(table, ())}
        for identifier, record in stands.items():
            known = was.get(identifier)
            if known is None:
                found.append(_difference(table, identifier, DifferenceKind.ADDED, record, owners))
            elif known != record and (changed := _changed(known, record)):
                found.append(_difference(table, identifier, DifferenceKind.CHANGED, record, owners, changed))
        for identifier, record in was.items():
            if identifier not in stands:
                found.append(_difference(table, identifier, DifferenceKind.REMOVED, record, owners))
    return tuple(found)


def _difference(
    table: str,
    identifier: str,
    kind: DifferenceKind,
    record: Record,
    owners: Mapping[str, str],
    changed: Sequence[str] = (),
) -> RecordDifference:
    person_id, unit_id = _about(record, owners)
    return RecordDifference(table, identifier, kind, tuple(changed), person_id, unit_id)


def _changed(old: Record, new: Record) -> tuple[str, ...]:
    if isinstance(old, TravelRecord) and isinstance(new, TravelRecord):
        names = dict.fromkeys([*old.fields, *new.fields])
        return tuple(name for name in names if old.fields.get(name, "") != new.fields.get(name, ""))
    names = dict.fromkeys(field.name for field in fields(new))
    return tuple(name for name in names if name not in _UNSAID and getattr(old, name) != getattr(new, name))


def _about(record: Record, owners: Mapping[str, str]) -> tuple[str, str]:
    """Whom or what a record is about, as far as it says so."""
    match record:
        case OrgUnit():
            return "", record.unit_id
        case Person() | ReportingLine() | PerformancePlan() | Evaluation():
            return record.person_id, ""
        case Actual():
            return owners.get(record.indicator_id, ""), ""
        case OrganisationLevel():
            return "", record.unit_id
        case TravelRecord():
            said = record.fields
            person_id = said.get("person_id", "") or next(
                (owners[said[name]] for name in _OWNED_BY if said.get(name, "") in owners), ""
            )
            return person_id, "" if person_id else said.get("unit_id", "")


_OWNED_BY = ("result_id", "evaluation_id", "plan_id", "record_id", "document_id")


def _owners(snapshot: Snapshot) -> dict[str, str]:
    """Whose the plans, results, indicators, evaluations and papers are."""
    return dict(_owned(snapshot))


def _owned(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for plan in snapshot.plans:
        yield plan.plan_id, plan.person_id
        for result in plan.results:
            yield result.result_id, plan.person_id
            for indicator in result.indicators:
                yield indicator.indicator_id, plan.person_id
    for evaluation in snapshot.evaluations:
        yield evaluation.evaluation_id, evaluation.person_id
    for record in snapshot.records.get("dokumen", ()):
        if record.fields["person_id"]:
            yield record.key, record.fields["person_id"]
