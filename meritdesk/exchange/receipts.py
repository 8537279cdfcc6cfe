"""The region's receipt as files of a return package, and read back by the agency (exchange 6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import AuditHead, PackageHeader, Receipt, ReceiptCode, RecordOutcome, RecordState
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.data_package import read_files, write_files
from meritdesk.exchange.package_layout import RECEIPT_PATH
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json_page
from meritdesk.exchange.tables import Rows

_TEXTS = ("number", "code", "package_id", "sender", "period", "epoch", "payload_digest", "refusal_code")
_NUMBERS = ("sequence", "highest_sequence")
_FIELDS = frozenset({*_TEXTS, *_NUMBERS, "counts", "missing_sequences", "audit_head"})


def write_receipt(receipt: Receipt) -> dict[str, bytes]:
    """The files of a return that holds nothing but a receipt: itself and a table with the outcome of each record."""
    return write_files("return", {layout.OUTCOME: outcome_rows(receipt)}, {}) | {RECEIPT_PATH: receipt_page(receipt)}


def outcome_rows(receipt: Receipt) -> list[tuple[object, ...]]:
    """The rows of what became of single records."""
    return [(one.table, one.record_id, one.state, one.column, one.code) for one in receipt.outcomes]


def receipt_page(receipt: Receipt) -> bytes:
    """The receipt itself as JSON."""
    values: dict[str, object] = {name: getattr(receipt, name) for name in (*_TEXTS, *_NUMBERS)}
    values["counts"] = dict(receipt.counts)
    values["missing_sequences"] = list(receipt.missing_sequences)
    values["audit_head"] = {"count": receipt.audit_head.count, "digest": receipt.audit_head.digest}
    return write_json_page(values)


def read_receipt(header: PackageHeader, files: Mapping[str, bytes]) -> Receipt:
    """The receipt of a return of schema 1, which holds nothing else; refusals as ``receipt_of``."""
    _, rows, _ = read_files("return", layout.RETURN_TABLES, files, header.schema)
    return receipt_of(header, files, rows[layout.OUTCOME.name])


def receipt_of(header: PackageHeader, files: Mapping[str, bytes], rows: Rows) -> Receipt:
    """The receipt with the outcomes that were read; ``PKG-539`` when it is not for the agency the label names."""
    try:
        values = read_json(files[RECEIPT_PATH])
    except JsonFault:
        values = None
    if not isinstance(values, dict) or not _is_receipt(values):
        raise FileRefusal("PKG-534", name=RECEIPT_PATH)
    if values["sender"].partition("/")[0] != header.recipient:
        raise FileRefusal("PKG-539")
    if rows.unknown:
        raise FileRefusal("PKG-534", name=layout.OUTCOME.path)
    outcomes: list[tuple[Any, ...]] = list(rows.values)
    return Receipt(
        number=values["number"],
        code=ReceiptCode(values["code"]),
        package_id=values["package_id"],
        sender=values["sender"],
        period=values["period"],
        epoch=values["epoch"],
        sequence=values["sequence"],
        payload_digest=values["payload_digest"],
        counts=values["counts"],
        outcomes=tuple(RecordOutcome(*cells) for cells in outcomes),
        missing_sequences=tuple(values["missing_sequences"]),
        highest_sequence=values["highest_sequence"],
        audit_head=AuditHead(values["audit_head"]["count"], values["audit_head"]["digest"]),
        refusal_code=values["refusal_code"],
    )


def _is_receipt(values: Mapping[str, Any]) -> bool:
    """Whether every field is there, has its type and lies in its range."""
    if set(values) != _FIELDS or not all(isinstance(values[name], str) for name in _TEXTS):
        return False
    counts, missing, head = values["counts"], values["missing_sequences"], values["audit_head"]
    if not isinstance(counts, dict) or not isinstance(missing, list) or not isinstance(head, dict):
        return False
    states = {state.value for state in RecordState}
    numbers = [values[name] for name in _NUMBERS] + [*missing, *counts.values(), head.get("count")]
    return (
        values["code"] in {code.value for code in ReceiptCode}
        and set(counts) <= states
        and set(head) == {"count", "digest"}
        and isinstance(head["digest"], str)
        and all(type(number) is int and number >= 0 for number in numbers)
    )
