"""The audit in the store: the chain proved, heads that others hold, and what they brought to light."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select

from meritdesk.core.audit import (
    HEADS_SAID,
    ChainFault,
    ChainProof,
    HeadFinding,
    HeadSource,
    HeadVerdict,
    HeldHead,
    JournalFilter,
)
from meritdesk.core.handover import AuditHead, PackageKind, Receipt, ReceiptCode
from meritdesk.core.journal import GENESIS, RowChange
from meritdesk.core.lines import ChangeLine
from meritdesk.store import tables
from meritdesk.store.beats import Step
from meritdesk.store.journal import StoredJournal
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, in_chunks, like_pattern
from meritdesk.store.tables import change_set, incoming, outgoing

_TAKEN = frozenset({ReceiptCode.ACCEPTED.value, ReceiptCode.ERRORS.value})


class StoredAudit:
    """The journal as an auditor reads it; it belongs to the store's owner whatever agency is worked on."""

    def __init__(self, rows: Rows, journal: StoredJournal) -> None:
        self._rows = rows
        self._journal = journal

    def lines(self, wanted: JournalFilter, offset: int = 0, limit: int = -1) -> tuple[ChangeLine, ...]:
        """The change sets that a filter keeps, newest first."""
        return self._journal.lines(offset, limit, self._conditions(wanted))

    def count(self, wanted: JournalFilter) -> int:
        """How many they are."""
        statement = select(func.count()).select_from(change_set).where(*self._ours(), *self._conditions(wanted))
        return int(self._rows.connection.execute(statement).scalar_one())

    def rows_of(self, number: int) -> tuple[RowChange, ...]:
        """Every row change of a change set, with old and new values."""
        return self._journal.rows_of(number)

    def prove(self, step: Step) -> ChainProof:
        """Look at the whole chain and say where it breaks first."""
        count, previous, broken, fault = self._journal.head().count, GENESIS, 0, None
        for number, (head, noted) in enumerate(self._journal.sets(), 1):
            if number % 20 == 0:
                step(number, max(count, number))
            if head["number"] != number:
                broken, fault = number, ChainFault.MISSING
            elif head["rows"] != len(noted) or not self._journal.is_as_written(head, noted):
                broken, fault = number, ChainFault.EDITED
            elif head["previous"] != previous:
                broken, fault = number, ChainFault.RELINKED
            if fault is not None:
                break
            previous = head["digest"]
        return ChainProof(count, broken, fault)

    def digests_at(self, counts: Collection[int]) -> Mapping[int, str]:
        """The digests at these places of the chain; the place before the first one is the beginning of all."""
        found = {0: GENESIS} if 0 in counts else {}
        for chunk in in_chunks(counts):
            statement = select(change_set.c.number, change_set.c.digest).where(
                *self._ours(), change_set.c.number.in_(chunk)
            )
            found.update({int(number): str(digest) for number, digest in self._rows.execute(statement)})
        return found

    def said_before(self, epoch: str) -> tuple[AuditHead, ...]:
        """The heads with which packages of this epoch went to the region, as the chain has them now."""
        statement = (
            select(outgoing.c.change_set_number)
            .where(
                outgoing.c.agency == self._rows.own_agency,
                outgoing.c.kind == PackageKind.EXPORT.value,
                outgoing.c.epoch == epoch,
            )
            .order_by(outgoing.c.sequence.desc())
            .limit(HEADS_SAID)
        )
        # What the region holds stands in its receipts; of what it has not answered yet the packing is the next one.
        counts = {max(0, int(row[0]) - 1) for row in self._rows.execute(statement)}
        counts.update(one.count for one in self.acknowledged()[-HEADS_SAID:])
        digests = self.digests_at(counts)
        return tuple(AuditHead(count, digests[count]) for count in sorted(counts) if count in digests)

    def acknowledged(self) -> tuple[HeldHead, ...]:
        """The heads of ours that the region has held since it took a package, as its receipts say."""
        statement = (
            select(outgoing.c.receipt)
            .where(
                outgoing.c.agency == self._rows.own_agency,
                outgoing.c.kind == PackageKind.EXPORT.value,
                outgoing.c.state.in_(_TAKEN),
                outgoing.c.receipt.is_not(None),
            )
            .order_by(outgoing.c.packed_at, outgoing.c.sequence)
        )
        receipts = (msgspec.json.decode(str(row[0]), type=Receipt) for row in self._rows.execute(statement))
        return tuple(_held(one, HeadSource.RECEIPT, None) for one in receipts if one.audit_head.digest)

    def held_of(self, sender: str, epoch: str) -> tuple[tuple[int, HeldHead], ...]:
        """The heads that this region holds of a sender in one epoch, each with the sequence of its package."""
        return tuple((sequence, held) for _, _, _, sequence, held in self.held(sender, epoch))

    def held(self, sender: str = "", epoch: str = "") -> tuple[tuple[str, str, str, int, HeldHead], ...]:
        """Every head that this region holds: sender, his name, epoch, sequence and the head, oldest first."""
        conditions = [incoming.c.agency == self._rows.own_agency, incoming.c.kind == PackageKind.EXPORT.value]
        conditions += [incoming.c.sender == sender] if sender else []
        conditions += [incoming.c.epoch == epoch] if epoch else []
        names = ("sender", "sender_name", "epoch", "sequence", "received_at", "receipt")
        statement = (
            select(*(incoming.c[name] for name in names))
            .where(*conditions, incoming.c.code.in_(_TAKEN))
            .order_by(incoming.c.entry)
        )
        found = []
        for who, name, stream, sequence, at, text in self._rows.execute(statement):
            receipt = msgspec.json.decode(str(text), type=Receipt)
            if receipt.audit_head.digest:
                held = _held(receipt, HeadSource.PACKAGE, moment_value(at))
                found.append((str(who), str(name), str(stream), int(sequence), held))
        return tuple(found)

    def findings(self, only_open: bool = False) -> tuple[HeadFinding, ...]:
        """What was brought to light, oldest first."""
        rows = self._rows.read(tables.journal_finding, "", None, "found_at", "finding_id")
        found = tuple(_finding(row) for row in rows)
        return tuple(one for one in found if one.is_open) if only_open else found

    def save(self, findings: Sequence[HeadFinding]) -> None:
        """Keep these findings or bring them up to date."""
        self._rows.write(tables.journal_finding, map(_finding_row, findings))

    def _ours(self) -> tuple[ColumnElement[bool], ...]:
        return (change_set.c.agency == self._rows.own_agency,)

    def _conditions(self, wanted: JournalFilter) -> tuple[ColumnElement[bool], ...]:
        return tuple(_conditions(wanted))


def _conditions(wanted: JournalFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield change_set.c.at >= _border(datetime.combine(wanted.since, time.min))
    if wanted.until is not None:
        yield change_set.c.at < _border(datetime.combine(wanted.until + timedelta(days=1), time.min))
    if wanted.actor:
        yield func.lower(change_set.c.actor).like(like_pattern(wanted.actor), escape="\\")
    if wanted.verb:
        yield change_set.c.verb.startswith(wanted.verb, autoescape=True)
    if wanted.origin:
        yield func.lower(change_set.c.origin).like(like_pattern(wanted.origin), escape="\\")


def _border(moment: datetime) -> str:
    """A day's border at this desk, as the journal writes moments."""
    return moment_text(moment.astimezone())


def _held(receipt: Receipt, source: HeadSource, on: datetime | None) -> HeldHead:
    return HeldHead(receipt.audit_head.count, receipt.audit_head.digest, source, receipt.number, on)


def _finding(row: Mapping[str, Any]) -> HeadFinding:
    on = moment_value(row["held_on"]) if row["held_on"] else None
    return HeadFinding(
        finding_id=row["finding_id"],
        sender=row["sender"],
        epoch=row["epoch"],
        sequence=row["sequence"],
        held=HeldHead(row["held_count"], row["held_digest"], HeadSource(row["source"]), row["note"], on),
        verdict=HeadVerdict(row["verdict"]),
        found=row["found_digest"],
        found_at=moment_value(row["found_at"]),
        settled_by=row["settled_by"],
        settled_why=row["settled_why"],
    )


def _finding_row(one: HeadFinding) -> dict[str, Any]:
    return {
        "finding_id": one.finding_id,
        "sender": one.sender,
        "epoch": one.epoch,
        "sequence": one.sequence,
        "held_count": one.held.count,
        "held_digest": one.held.digest,
        "source": one.held.source.value,
        "note": one.held.note,
        "held_on": moment_text(one.held.on) if one.held.on is not None else "",
        "verdict": one.verdict.value,
        "found_digest": one.found,
        "found_at": moment_text(one.found_at),
        "settled_by": one.settled_by,
        "settled_why": one.settled_why,
    }
