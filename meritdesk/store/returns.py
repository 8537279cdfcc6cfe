"""Corrections and answers, approvals, and the region's reference data as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import select

from meritdesk.core.approvals import Approval, ApprovalState, WorkAfterLock
from meritdesk.core.corrections import AnswerKind, Correction, CorrectionAnswer
from meritdesk.core.handover import AuditHead
from meritdesk.core.periods import Period
from meritdesk.core.reference import LocalPack, OfferState, ReferenceData, ReferenceOffer, UnitNaming
from meritdesk.store import tables
from meritdesk.store.journal import split_key
from meritdesk.store.rows import Rows, Values, in_chunks

_TOUCHED = ("evaluation", "actual", "organisation_level", "plan")
"""Tables whose rows make the result of a period."""


class StoredCorrections:
    """What the region asked, and what was answered."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Correction, ...]:
        """Every correction of the agency there ever was."""
        return tuple(map(_correction, self._rows.read(tables.correction, "", None, "asked_on", "correction_id")))

    def save(self, corrections: Sequence[Correction]) -> None:
        """Note these corrections, or in which return they left."""
        self._rows.write(tables.correction, map(_correction_row, corrections))

    def answers(self) -> Mapping[str, CorrectionAnswer]:
        """The answers by correction."""
        found = self._rows.read(tables.correction_answer, "", None, "correction_id")
        return {str(row["correction_id"]): _answer(row) for row in found}

    def answer(self, answer: CorrectionAnswer) -> None:
        """Keep an answer."""
        values: Values = {
            "correction_id": answer.correction_id,
            "kind": answer.kind.value,
            "words": answer.words,
            "answered_by": answer.answered_by,
            "answered_on": answer.answered_on.isoformat(),
        }
        self._rows.write(tables.correction_answer, [values])


class StoredApprovals:
    """The region's word on each period, and what was changed since."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Approval, ...]:
        """The newest word on every period there is one on, newest period first."""
        return tuple(reversed([_approval(row) for row in self._rows.read(tables.approval, "", None, "period")]))

    def of_period(self, period: Period) -> Approval | None:
        """The newest word on one period."""
        found = self._rows.read(tables.approval, "period", [period.code])
        return _approval(found[0]) if found else None

    def save(self, approval: Approval) -> None:
        """Keep a word in the place of the one before."""
        values: Values = {
            "period": approval.period,
            "number": approval.number,
            "state": approval.state.value,
            "decided_by": approval.decided_by,
            "decided_on": approval.decided_on.isoformat(),
            "reason": approval.reason,
            "head_count": approval.head.count,
            "head_digest": approval.head.digest,
            "journal_number": approval.journal_number,
        }
        self._rows.write(tables.approval, [values])

    def notes(self) -> tuple[WorkAfterLock, ...]:
        """Why work went on in locked periods."""
        return tuple(map(_note, self._rows.read(tables.work_after_lock, "", None, "period", "number")))

    def note(self, note: WorkAfterLock) -> None:
        """Write down why work goes on in a locked period."""
        values: Values = {
            "period": note.period,
            "number": note.number,
            "reason": note.reason,
            "noted_by": note.noted_by,
            "noted_on": note.noted_on.isoformat(),
        }
        self._rows.write(tables.work_after_lock, [values])

    def changes_since(self, period: Period, number: int) -> int:
        """How many evaluations, plans, actuals and levels of a period were touched after this change set."""
        changed, head = tables.row_change, tables.change_set
        statement = (
            select(changed.c.table_name, changed.c.row_key)
            .join(head, (head.c.agency == changed.c.agency) & (head.c.number == changed.c.number))
            .where(
                changed.c.agency == self._rows.own_agency,
                changed.c.number > number,
                changed.c.table_name.in_(_TOUCHED),
                head.c.about == self._rows.agency,
            )
            .distinct()
        )
        touched: dict[str, set[str]] = {name: set() for name in _TOUCHED}
        for table, key in self._rows.execute(statement):
            touched[str(table)].add(str(key))
        named = sum(period.code in split_key(key) for name in ("actual", "organisation_level") for key in touched[name])
        evaluation, plan = tables.evaluation, tables.plan
        found = 0
        for keys in in_chunks(sorted(touched["evaluation"])):
            place = (evaluation.c.agency == self._rows.agency, evaluation.c.period == period.code)
            found += len(self._rows.execute(
                select(evaluation.c.evaluation_id).where(*place, evaluation.c.evaluation_id.in_(keys))
            ))  # fmt: skip
        for keys in in_chunks(sorted(touched["plan"])):
            place = (plan.c.agency == self._rows.agency, plan.c.year == period.year)
            found += len(self._rows.execute(select(plan.c.plan_id).where(*place, plan.c.plan_id.in_(keys))))
        return named + found


class StoredReference:
    """Names of units as the region gives them, local rule packs, and reference data that arrived."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def namings(self) -> tuple[UnitNaming, ...]:
        """How the region names units of the agency."""
        return tuple(map(_naming, self._rows.read(tables.unit_naming, "", None, "unit_id")))

    def name_units(self, namings: Sequence[UnitNaming]) -> None:
        """Keep these names."""
        self._rows.write(
            tables.unit_naming,
            [
                {"unit_id": one.unit_id, "name": one.name, "head_title": one.head_title, "reason": one.reason}
                for one in namings
            ],
        )

    def packs(self) -> tuple[LocalPack, ...]:
        """The rule packs that did not come with the program."""
        return tuple(map(_pack, self._rows.read(tables.local_pack, "", None, "kind", "pack_id")))

    def save_packs(self, packs: Sequence[LocalPack]) -> None:
        """Keep these packs."""
        self._rows.write(
            tables.local_pack,
            [
                {
                    "pack_id": one.pack_id, "kind": one.kind, "digest": one.digest, "content": one.content,
                    "taken_from": one.taken_from,
                    "taken_on": one.taken_on.isoformat() if one.taken_on is not None else None,
                }
                for one in packs
            ],
        )  # fmt: skip

    def offers(self) -> tuple[ReferenceOffer, ...]:
        """Reference data that arrived, in the order of its stream."""
        found = self._rows.read(tables.reference_offer, "", None, "arrived_on", "sequence", "package_id")
        return tuple(map(_offer, found))

    def save_offer(self, offer: ReferenceOffer) -> None:
        """Keep reference data that arrived, or what became of it."""
        values: Values = {
            "package_id": offer.package_id,
            "sender": offer.sender,
            "epoch": offer.epoch,
            "sequence": offer.sequence,
            "arrived_on": offer.arrived_on.isoformat(),
            "data": msgspec.json.encode(offer.data).decode(),
            "state": offer.state.value,
            "change_set_id": offer.change_set_id,
        }
        self._rows.write(tables.reference_offer, [values])


def _correction(row: Mapping[str, Any]) -> Correction:
    return Correction(
        correction_id=row["correction_id"],
        period=row["period"],
        table=row["table_name"],
        record_id=row["record_id"],
        label=row["label"],
        base_version=row["base_version"],
        field=row["field"],
        present=row["present"],
        requested=row["requested"],
        reason=row["reason"],
        asked_by=row["asked_by"],
        asked_on=date.fromisoformat(row["asked_on"]),
        sent_in=row["sent_in"],
    )


def _correction_row(one: Correction) -> Values:
    return {
        "correction_id": one.correction_id,
        "period": one.period,
        "table_name": one.table,
        "record_id": one.record_id,
        "label": one.label,
        "base_version": one.base_version,
        "field": one.field,
        "present": one.present,
        "requested": one.requested,
        "reason": one.reason,
        "asked_by": one.asked_by,
        "asked_on": one.asked_on.isoformat(),
        "sent_in": one.sent_in,
    }


def _answer(row: Mapping[str, Any]) -> CorrectionAnswer:
    return CorrectionAnswer(
        row["correction_id"],
        AnswerKind(row["kind"]),
        row["words"],
        row["answered_by"],
        date.fromisoformat(row["answered_on"]),
    )


def _approval(row: Mapping[str, Any]) -> Approval:
    return Approval(
        period=row["period"],
        number=row["number"],
        state=ApprovalState(row["state"]),
        decided_by=row["decided_by"],
        decided_on=date.fromisoformat(row["decided_on"]),
        reason=row["reason"],
        head=AuditHead(row["head_count"], row["head_digest"]),
        journal_number=row["journal_number"],
    )


def _note(row: Mapping[str, Any]) -> WorkAfterLock:
    return WorkAfterLock(**{**row, "noted_on": date.fromisoformat(row["noted_on"])})


def _naming(row: Mapping[str, Any]) -> UnitNaming:
    return UnitNaming(**row)


def _pack(row: Mapping[str, Any]) -> LocalPack:
    taken_on = row["taken_on"]
    return LocalPack(**{**row, "taken_on": date.fromisoformat(taken_on) if taken_on else None})


def _offer(row: Mapping[str, Any]) -> ReferenceOffer:
    return ReferenceOffer(
        package_id=row["package_id"],
        sender=row["sender"],
        epoch=row["epoch"],
        sequence=row["sequence"],
        arrived_on=date.fromisoformat(row["arrived_on"]),
        data=msgspec.json.decode(row["data"], type=ReferenceData),
        state=OfferState(row["state"]),
        change_set_id=row["change_set_id"],
    )
