"""A return as the files of its bag: the receipt, corrections, approvals, reference data, the trust list (exchange 6).

Only what there is has a file. A reader knows every file by name and takes nothing else, and a part that is there is
whole: nobody can take half of the reference data for all of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from meritdesk.canonical import canonical_json
from meritdesk.core.approvals import Approval
from meritdesk.core.corrections import Correction
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import AuditHead, PackageHeader
from meritdesk.core.package_tables import Table
from meritdesk.core.reference import LocalPack, ReferenceData, UnitNaming
from meritdesk.core.returned import ReturnContent
from meritdesk.core.team_word import TeamAnswer, TeamSaid, TeamWord, TeamWords
from meritdesk.core.working_days import Holiday
from meritdesk.exchange import package_layout, return_layout
from meritdesk.exchange.data_package import read_files, write_files
from meritdesk.exchange.device_records import is_list
from meritdesk.exchange.package_layout import RECEIPT_PATH
from meritdesk.exchange.plain_json import JsonFault, read_json
from meritdesk.exchange.receipts import outcome_rows, receipt_of, receipt_page
from meritdesk.exchange.tables import MAX_JSON_LENGTH, Rows


def write_return(content: ReturnContent) -> dict[str, bytes]:
    """The files of a return; ``PKG-750`` when there is nothing in it at all."""
    if content.is_empty:
        raise FileRefusal("PKG-750")
    rows: dict[Table, Iterable[Sequence[object]]] = {}
    if content.receipt is not None:
        rows[package_layout.OUTCOME] = outcome_rows(content.receipt)
    if content.corrections:
        rows[return_layout.CORRECTION] = [_correction_row(one) for one in content.corrections]
    if content.approvals:
        rows[return_layout.APPROVAL] = [_approval_row(one) for one in content.approvals]
    if content.reference is not None:
        rows |= _reference_rows(content.reference)
    words = content.teams
    if words.teams:
        rows[return_layout.TEAM] = [astuple(one) for one in words.teams]
    if words.said:
        rows[return_layout.TEAM_FEEDBACK] = [astuple(one) for one in words.said]
    if words.answers:
        rows[return_layout.TEAM_ANSWER] = [astuple(one) for one in words.answers]
    files = write_files("return", rows, {})
    if content.receipt is not None:
        files[RECEIPT_PATH] = receipt_page(content.receipt)
    if content.trust_list:
        files[return_layout.TRUST_LIST_PATH] = content.trust_list
    return files


def read_return(header: PackageHeader, files: Mapping[str, bytes]) -> ReturnContent:
    """What the files of a return say.

    ``PKG-534`` a part that is not whole or not what it must be, ``PKG-539`` a receipt for another agency, ``PKG-535``
    and ``PKG-536`` as every table, ``PKG-751`` a rule pack that is not what its digest says.
    """
    has_receipt = RECEIPT_PATH in files
    if has_receipt is not (package_layout.OUTCOME.path in files):
        raise FileRefusal("PKG-534", name=RECEIPT_PATH)
    parts = [table for table in return_layout.REFERENCE_TABLES if table.path in files]
    if parts and len(parts) < len(return_layout.REFERENCE_TABLES):
        raise FileRefusal("PKG-534", name=parts[0].path)
    candidates = (package_layout.OUTCOME, *return_layout.FURTHER_TABLES)
    present = [table for table in candidates if table.path in files]
    # A rule pack stays the text that its maker wrote; the digest is over what that text says.
    as_texts = frozenset({return_layout.RULE_PACK.name})
    _, rows, _ = read_files("return", present, files, header.schema, as_texts)
    for table in present:
        if rows[table.name].unknown:
            raise FileRefusal("PKG-534", name=table.path)
    trust_list = files.get(return_layout.TRUST_LIST_PATH, b"")
    if return_layout.TRUST_LIST_PATH in files and not is_list(trust_list):
        raise FileRefusal("PKG-534", name=return_layout.TRUST_LIST_PATH)
    content = ReturnContent(
        receipt=receipt_of(header, files, rows[package_layout.OUTCOME.name]) if has_receipt else None,
        corrections=tuple(map(_correction, _values(rows, return_layout.CORRECTION))),
        approvals=tuple(map(_approval, _values(rows, return_layout.APPROVAL))),
        reference=_reference(rows) if parts else None,
        trust_list=trust_list,
        teams=TeamWords(
            tuple(TeamWord(*row) for row in _values(rows, return_layout.TEAM)),
            tuple(TeamSaid(*row) for row in _values(rows, return_layout.TEAM_FEEDBACK)),
            tuple(TeamAnswer(*row) for row in _values(rows, return_layout.TEAM_ANSWER)),
        ),
    )
    if content.is_empty:
        raise FileRefusal("PKG-750")
    return content


def return_digest(content: ReturnContent) -> str:
    """A digest of everything that a return says: the same content has the same, whenever it is made."""
    digest = hashlib.sha256()
    for path, data in sorted(write_return(content).items()):
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def pack_digest(content: str) -> str:
    """The digest under which a rule pack is known: over its canonical JSON, whatever its spelling."""
    return hashlib.sha256(canonical_json(_object(content))).hexdigest()


def _correction_row(one: Correction) -> Sequence[object]:
    return (
        one.correction_id, one.period, one.table, one.record_id, one.label, one.base_version, one.field, one.present,
        one.requested, one.reason, one.asked_by, one.asked_on,
    )  # fmt: skip


def _correction(row: Sequence[Any]) -> Correction:
    name, period, *others = row
    return Correction(name, period.code, *others)


def _approval_row(one: Approval) -> Sequence[object]:
    return (
        one.period, one.number, one.state, one.decided_by, one.decided_on, one.reason, one.head.count, one.head.digest,
    )  # fmt: skip


def _approval(row: Sequence[Any]) -> Approval:
    period, number, state, by, on, reason, count, digest = row
    if number < 1 or count < 0:
        raise FileRefusal("PKG-534", name=return_layout.APPROVAL.path)
    return Approval(period.code, number, state, by, on, reason, AuditHead(count, digest), count)


def _reference_rows(data: ReferenceData) -> dict[Table, Iterable[Sequence[object]]]:
    return {
        return_layout.NAMED_UNIT: [(one.unit_id, one.name, one.head_title, one.reason) for one in data.units],
        return_layout.HOLIDAY: [
            (one.day, one.name, one.kind, one.is_doubtful, one.source, one.is_kept) for one in data.holidays
        ],
        return_layout.RULE_PACK: [(one.pack_id, one.kind, one.digest, one.content) for one in data.packs],
        return_layout.SETTING: sorted(data.settings.items()),
    }


def _reference(rows: Mapping[str, Rows]) -> ReferenceData:
    packs = []
    for pack_id, kind, digest, content in _values(rows, return_layout.RULE_PACK):
        if pack_digest(content) != digest or _object(content).get("pack_id") != pack_id:
            raise FileRefusal("PKG-751", pack=pack_id)
        packs.append(LocalPack(pack_id, kind, digest, content))
    return ReferenceData(
        units=tuple(UnitNaming(*row) for row in _values(rows, return_layout.NAMED_UNIT)),
        holidays=tuple(Holiday(*row) for row in _values(rows, return_layout.HOLIDAY)),
        packs=tuple(packs),
        settings=dict(_values(rows, return_layout.SETTING)),
    )


def _object(content: str) -> dict[str, Any]:
    try:
        value = read_json(content, MAX_JSON_LENGTH)
    except JsonFault:
        value = None
    if not isinstance(value, dict):
        raise FileRefusal("PKG-751", pack=content[:40])
    return value


def _values(rows: Mapping[str, Rows], table: Table) -> Sequence[tuple[Any, ...]]:
    found = rows.get(table.name)
    return found.values if found is not None else ()
