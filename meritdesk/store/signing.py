"""Electronic signatures and the authorities behind them, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select

from meritdesk.core.documents import SignerRole
from meritdesk.core.signatures import Certificate, SigningRecord, TrustAnchor
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, Values, at_most, like_pattern
from meritdesk.store.tables import electronic_signature, trust_anchor


class StoredSignatures:
    """Which file came out of which signing, with whose certificate."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def save(self, records: Sequence[SigningRecord]) -> None:
        """Enter these signings."""
        self._rows.write(electronic_signature, map(_row, records))

    def of_file(self, file_digest: str) -> SigningRecord | None:
        """The signing out of which this very file came."""
        found = self._read("file_digest", [file_digest])
        return found[0] if found else None

    def of_original(self, original_digest: str) -> tuple[SigningRecord, ...]:
        """All signings that began with this unsigned file, oldest first."""
        return self._read("original_digest", [original_digest])

    def of_documents(self, document_ids: Sequence[str]) -> Mapping[str, tuple[SigningRecord, ...]]:
        """All signings of these documents, oldest first."""
        found: dict[str, tuple[SigningRecord, ...]] = {}
        for record in self._read("document_id", list(dict.fromkeys(document_ids))):
            found[record.document_id] = (*found.get(record.document_id, ()), record)
        return found

    def lines(self, search: str, offset: int, limit: int) -> tuple[SigningRecord, ...]:
        """One block of the signings, newest first."""
        names = [column for column in electronic_signature.c if column.name != "agency"]
        found = self._found(select(*names), search).order_by(
            electronic_signature.c.signed_at.desc(), electronic_signature.c.signature_id
        )
        rows = self._rows.execute(found.offset(offset).limit(at_most(limit)))
        return tuple(_value(dict(row._mapping)) for row in rows)

    def count(self, search: str) -> int:
        """How many signings a search finds."""
        return int(self._rows.connection.execute(self._found(select(func.count()), search)).scalar_one())

    def _read(self, column: str, wanted: Sequence[str]) -> tuple[SigningRecord, ...]:
        rows = self._rows.read(electronic_signature, column, wanted, "signed_at", "signature_id")
        return tuple(sorted(map(_value, rows), key=lambda record: (record.signed_at, record.signature_id)))

    def _found(self, statement: Select[Any], search: str) -> Select[Any]:
        table = electronic_signature
        statement = statement.select_from(table).where(table.c.agency == self._rows.agency)
        if not search.strip():
            return statement
        pattern = like_pattern(search)
        looked_in = (table.c.signer_name, table.c.holder, table.c.issuer, table.c.file_name)
        return statement.where(or_(*(func.lower(column).like(pattern, escape="\\") for column in looked_in)))


class StoredAnchors:
    """The certification authorities this office believes."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[TrustAnchor, ...]:
        """Every authority, oldest first."""
        return tuple(_anchor(row) for row in self._rows.read(trust_anchor, "", None, "added_at", "fingerprint"))

    def save(self, anchors: Sequence[TrustAnchor]) -> None:
        """Believe these authorities."""
        self._rows.write(trust_anchor, map(_anchor_row, anchors))

    def remove(self, fingerprint: str) -> None:
        """Believe this authority no longer."""
        self._rows.settle(trust_anchor, {(fingerprint,): None})


def _row(record: SigningRecord) -> Values:
    return {
        "signature_id": record.signature_id,
        "document_id": record.document_id,
        "place": record.place,
        "role": record.role.value,
        "signer_name": record.signer_name,
        "holder": record.holder,
        "subject": record.subject,
        "issuer": record.issuer,
        "fingerprint": record.fingerprint,
        "signed_at": moment_text(record.signed_at),
        "original_digest": record.original_digest,
        "base_digest": record.base_digest,
        "file_digest": record.file_digest,
        "file_name": record.file_name,
        "reason": record.reason,
    }


def _value(row: Mapping[str, Any]) -> SigningRecord:
    return SigningRecord(**{**row, "role": SignerRole(row["role"]), "signed_at": moment_value(row["signed_at"])})


def _anchor_row(anchor: TrustAnchor) -> Values:
    certificate = anchor.certificate
    return {
        "fingerprint": certificate.fingerprint,
        "holder": certificate.holder,
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "serial": certificate.serial,
        "valid_from": moment_text(certificate.valid_from),
        "valid_to": moment_text(certificate.valid_to),
        "pem": anchor.pem,
        "added_at": moment_text(anchor.added_at),
    }


def _anchor(row: Mapping[str, Any]) -> TrustAnchor:
    certificate = Certificate(
        holder=row["holder"],
        subject=row["subject"],
        issuer=row["issuer"],
        serial=row["serial"],
        fingerprint=row["fingerprint"],
        valid_from=moment_value(row["valid_from"]),
        valid_to=moment_value(row["valid_to"]),
        is_self_signed=row["holder"] == row["issuer"],
    )
    return TrustAnchor(certificate, row["pem"], moment_value(row["added_at"]))
