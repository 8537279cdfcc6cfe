"""Packages sent and received, their receipts, and the key cards of the other side; uniqueness is the database's own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

import msgspec
from sqlalchemy import delete, func, insert, select

from meritdesk.core.handover import KeyCard, LedgerEntry, OwedAnswer, PackageKind, Receipt, ReceiptCode
from meritdesk.core.lines import IncomingLine, OutgoingLine
from meritdesk.core.merging_rows import KeptPackage
from meritdesk.core.sending import SendingState, advance
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, Values
from meritdesk.store.tables import change_set, incoming, key_card, outgoing, outgoing_data, owed_answer, store_fact
from meritdesk.store.trust import StoredTrust

NO_PREVIOUS = "sha256:" + "0" * 64
_IN_STREAM = frozenset({ReceiptCode.ACCEPTED, ReceiptCode.ERRORS, ReceiptCode.SUPERSEDED})


class StoredLedger:
    """The outbox and the inbox book of this store; it belongs to the store's owner whatever agency is worked on."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def epoch(self, stream: str = "") -> str:
        """The epoch of this store: 32 hex digits, new after every restore (exchange 4).

        What does not go up to the region is a ``stream`` of its own with an epoch that follows from it, so that no
        number is missing in what the region sees.
        """
        own = read_fact(self._rows, self._rows.epoch_fact)
        return hashlib.sha256(f"{stream}:{own}".encode("ascii")).hexdigest()[:32] if stream else own

    def next_sequence(self, stream: str = "") -> int:
        """The number of the next package in this epoch."""
        of_epoch = self._of_epoch(stream)
        newest = self._rows.connection.execute(select(func.max(outgoing.c.sequence)).where(*of_epoch)).scalar()
        return int(newest or 0) + 1

    def last_digest(self, stream: str = "") -> str:
        """The payload digest of the last package of this epoch, which the next one names as ``previous``."""
        of_epoch = self._of_epoch(stream)
        statement = select(outgoing.c.payload_digest).where(*of_epoch).order_by(outgoing.c.sequence.desc())
        found = self._rows.connection.execute(statement.limit(1)).scalar()
        return str(found) if found is not None else NO_PREVIOUS

    def add_outgoing(self, line: OutgoingLine, data: bytes) -> None:
        """Keep a finished package with its bytes, so that it can be written again unchanged (faults F29)."""
        self._rows.write(outgoing, [_outgoing_row(line, self._next_change_set())])
        values = {"agency": self._rows.own_agency, "package_id": line.package_id, "data": data}
        self._rows.connection.execute(insert(outgoing_data), [values])

    def outgoing(self) -> tuple[OutgoingLine, ...]:
        """All packages made here, newest first."""
        lines = [_outgoing(row) for row in self._rows.read(outgoing, "", None, "packed_at", "sequence")]
        return tuple(reversed(lines))

    def outgoing_data(self, package_id: str) -> bytes:
        """The bytes of a package made here; empty when it is not one of ours."""
        place = (outgoing_data.c.agency == self._rows.own_agency, outgoing_data.c.package_id == package_id)
        found = self._rows.connection.execute(select(outgoing_data.c.data).where(*place)).scalar()
        return bytes(found) if found is not None else b""

    def owe(self, answer: OwedAnswer) -> None:
        """Promise an answer, in the work that takes its file."""
        self._rows.require_writing()
        self._rows.has_unjournaled = True
        self._rows.connection.execute(insert(owed_answer), [{"agency": self._rows.own_agency, **asdict(answer)}])

    def owed(self) -> tuple[OwedAnswer, ...]:
        """The answers that are not known to lie on a stick, in the order of their names."""
        wanted = [owed_answer.c[one.name] for one in fields(OwedAnswer)]
        own = owed_answer.c.agency == self._rows.own_agency
        rows = self._rows.connection.execute(select(*wanted).where(own).order_by(owed_answer.c.file_name)).all()
        return tuple(OwedAnswer(*map(str, row)) for row in rows)

    def settle_owed(self, package_ids: Sequence[str]) -> None:
        """These answers lie on a stick."""
        self._rows.require_writing()
        self._rows.has_unjournaled = True
        own = owed_answer.c.agency == self._rows.own_agency
        for one in package_ids:
            self._rows.connection.execute(delete(owed_answer).where(own, owed_answer.c.package_id == one))

    def move(self, package_id: str, event: SendingState) -> None:
        """Note how far a package has come; states only move forward."""
        for row in self._rows.read(outgoing, "package_id", [package_id]):
            self._rows.write(outgoing, [{**row, "state": advance(str(row["state"]), event.value)}])

    def change_set_of(self, package_id: str) -> int:
        """The number of the change set that made a package; 0 when it is not one of ours."""
        rows = self._rows.read(outgoing, "package_id", [package_id])
        return int(str(rows[0]["change_set_number"])) if rows else 0

    def sent_with(self, payload_digest: str) -> KeptPackage | None:
        """The package of ours with this digest, with its bytes and the change set that made it."""
        rows = self._rows.read(outgoing, "payload_digest", [payload_digest]) if payload_digest else []
        if not rows:
            return None
        row = rows[0]
        data = self.outgoing_data(str(row["package_id"]))
        return KeptPackage("", str(row["period"]), payload_digest, int(str(row["change_set_number"])), data)

    def seen(self, payload_digest: str) -> None:
        """A colleague says that he has taken the package of ours with this digest: that is his receipt."""
        for row in self._rows.read(outgoing, "payload_digest", [payload_digest]) if payload_digest else ():
            if row["kind"] == PackageKind.HANDOVER.value:
                self._rows.write(outgoing, [{**row, "state": advance(str(row["state"]), ReceiptCode.ACCEPTED.value)}])

    def confirm(self, receipt: Receipt) -> OutgoingLine | None:
        """Note a receipt for a package of ours; nothing when it is not ours. States only move forward."""
        found = self._rows.read(outgoing, "package_id", [receipt.package_id])
        if not found or found[0]["payload_digest"] != receipt.payload_digest:
            return None
        row = found[0]
        line = _outgoing(row)
        if advance(line.state, receipt.code.value) != line.state:
            row["state"] = receipt.code.value
            row["receipt_number"] = receipt.number
            row["counts"] = msgspec.json.encode({**line.counts, **receipt.counts}).decode()
            row["receipt"] = msgspec.json.encode(receipt).decode()
            self._rows.write(outgoing, [row])
        return _outgoing(row)

    def entries(self, sender: str, kind: str = "") -> tuple[LedgerEntry, ...]:
        """Everything received from a sender, or what of it was of one kind, in the order in which it was recorded.

        Each kind has streams of its own: what goes through the region is no part of what goes up.
        """
        rows = self._rows.read(incoming, "sender", [sender], "entry")
        return tuple(_entry(row) for row in rows if kind in ("", row["kind"]))

    def add_incoming(self, entry: LedgerEntry, line: IncomingLine, receipt: Receipt) -> None:
        """Record a received package with its receipt; ``STO-635`` when its place or its content is taken already."""
        statement = select(func.max(incoming.c.entry)).where(incoming.c.agency == self._rows.own_agency)
        number = int(self._rows.connection.execute(statement).scalar() or 0) + 1
        self._rows.write(incoming, [_incoming_row(number, entry, line, receipt)])

    def incoming(self) -> tuple[IncomingLine, ...]:
        """All packages received here, newest first."""
        return tuple(reversed([_incoming(row) for row in self._rows.read(incoming, "", None, "entry")]))

    def receipt(self, receipt_number: str) -> Receipt | None:
        """A receipt by its number: one given here, or one that came back for a package of ours."""
        for table in (incoming, outgoing):
            for row in self._rows.read(table, "receipt_number", [receipt_number]):
                if row["receipt"]:
                    return msgspec.json.decode(str(row["receipt"]), type=Receipt)
        return None

    def next_receipt_number(self, year: int) -> str:
        """A fresh receipt number; the epoch in it keeps numbers apart after an old backup was restored."""
        epoch = self.epoch()
        number = take_numbers(self._rows, self._rows.own_agency, f"receipt:{epoch}", year, 1)
        return f"TT-{self._rows.own_agency}-{year}-{epoch[:4]}-{number:05d}"

    def cards(self) -> tuple[KeyCard, ...]:
        """The devices whose signatures are known, with their standing; what is in force comes first.

        Once there is a trust list it alone counts; before, the cards of first contact do.
        """
        bare = [_card(row) for row in self._rows.read(key_card, "", None, "agency_code", "device")]
        return StoredTrust(self._rows).with_standing(bare)

    def first_cards(self) -> tuple[KeyCard, ...]:
        """The cards of first contact, whatever a list says."""
        return tuple(_card(row) for row in self._rows.read(key_card, "", None, "agency_code", "device"))

    def trust(self, card: KeyCard) -> None:
        """Believe the packages of this device from now on."""
        self._rows.write(
            key_card,
            [
                {
                    "agency_code": card.agency_code,
                    "device": card.device,
                    "agency_name": card.agency_name,
                    "is_region": card.is_region,
                    "minisign_key": card.minisign_key,
                    "age_recipient": card.age_recipient,
                }
            ],
        )

    def _of_epoch(self, stream: str) -> tuple[Any, ...]:
        return (outgoing.c.agency == self._rows.own_agency, outgoing.c.epoch == self.epoch(stream))

    def _next_change_set(self) -> int:
        statement = select(func.max(change_set.c.number)).where(change_set.c.agency == self._rows.own_agency)
        return int(self._rows.connection.execute(statement).scalar() or 0) + 1


def read_fact(rows: Rows, name: str) -> str:
    """One fact about the store itself, or an empty text."""
    place = (store_fact.c.agency == rows.own_agency, store_fact.c.name == name)
    return str(rows.connection.execute(select(store_fact.c.value).where(*place)).scalar() or "")


def _outgoing_row(line: OutgoingLine, change_set_number: int) -> Values:
    return {
        "package_id": line.package_id,
        "file_name": line.file_name,
        "kind": line.kind,
        "period": line.period,
        "epoch": line.epoch,
        "sequence": line.sequence,
        "payload_digest": line.payload_digest,
        "packed_at": moment_text(line.packed_at),
        "state": line.state,
        "receipt_number": line.receipt_number,
        "content_digest": line.content_digest,
        "counts": msgspec.json.encode(line.counts).decode(),
        "receipt": None,
        "change_set_number": change_set_number,
    }


def _outgoing(row: Mapping[str, Any]) -> OutgoingLine:
    return OutgoingLine(
        package_id=row["package_id"],
        file_name=row["file_name"],
        kind=row["kind"],
        period=row["period"],
        sequence=row["sequence"],
        epoch=row["epoch"],
        payload_digest=row["payload_digest"],
        packed_at=moment_value(row["packed_at"]),
        state=row["state"],
        receipt_number=row["receipt_number"],
        content_digest=row["content_digest"],
        counts=msgspec.json.decode(row["counts"], type=dict[str, int]),
    )


def _incoming_row(number: int, entry: LedgerEntry, line: IncomingLine, receipt: Receipt) -> Values:
    in_stream = entry.code in _IN_STREAM
    return {
        "entry": number,
        "sender": entry.sender,
        "sender_name": line.sender_name,
        "kind": line.kind,
        "period": entry.period,
        "epoch": entry.epoch,
        "sequence": entry.sequence,
        "payload_digest": entry.payload_digest,
        "previous": entry.previous,
        "code": entry.code.value,
        "receipt_number": entry.receipt_number,
        "received_at": moment_text(entry.received_at),
        "counts": msgspec.json.encode(line.counts).decode(),
        "receipt": msgspec.json.encode(receipt).decode(),
        "slot": f"{entry.epoch}:{entry.sequence}" if in_stream else None,
        "payload": entry.payload_digest if in_stream else None,
    }


def _entry(row: Mapping[str, Any]) -> LedgerEntry:
    return LedgerEntry(
        sender=row["sender"],
        epoch=row["epoch"],
        sequence=row["sequence"],
        payload_digest=row["payload_digest"],
        previous=row["previous"],
        period=row["period"],
        code=ReceiptCode(row["code"]),
        receipt_number=row["receipt_number"],
        received_at=moment_value(row["received_at"]),
    )


def _incoming(row: Mapping[str, Any]) -> IncomingLine:
    return IncomingLine(
        sender=row["sender"],
        sender_name=row["sender_name"],
        kind=row["kind"],
        period=row["period"],
        sequence=row["sequence"],
        code=row["code"],
        receipt_number=row["receipt_number"],
        received_at=moment_value(row["received_at"]),
        counts=msgspec.json.decode(row["counts"], type=dict[str, int]),
    )


def _card(row: Mapping[str, Any]) -> KeyCard:
    return KeyCard(
        agency_code=row["agency_code"],
        agency_name=row["agency_name"],
        device=row["device"],
        is_region=row["is_region"],
        minisign_key=row["minisign_key"],
        age_recipient=row["age_recipient"],
    )
